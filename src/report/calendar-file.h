/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"

G_BEGIN_DECLS

/**
 * ikrar_calendar_file_make:
 * @event: an event
 * @sessions: (element-type IkrarEventSession) (nullable): its sessions
 * @organizer: (nullable): the office, for the description
 * @now: when the file is made
 *
 * Makes an iCalendar file (RFC 5545): an entry for the event, or one for each session if there are
 * several, in UTC so that every calendar shows its own zone. The entries' ids stay the same, so
 * that a newer file replaces an older one.
 *
 * Any thread.
 *
 * Returns: (transfer full): the text
 */
char *ikrar_calendar_file_make (const IkrarEvent *event,
                                const GPtrArray *sessions,
                                const char *organizer,
                                IkrarTime now);

/**
 * ikrar_calendar_file_write:
 * @store: a store
 * @event: id of an event
 * @path: file name, of an .ics file
 * @error: return location for an error
 *
 * Writes the calendar file of an event, beside @path and then in its place.
 *
 * A thread that may wait for the disk.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE` or a store error
 */
gboolean
ikrar_calendar_file_write (IkrarStore *store, IkrarId event, const char *path, GError **error);

G_END_DECLS
