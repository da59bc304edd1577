/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SESSION_ROW (ikrar_session_row_get_type ())

/**
 * IkrarSessionRow:
 *
 * A session in the event form, folded up to its title and hours. Times left empty are those of the
 * event and move with them.
 *
 * Signals: `removed`, when it shall go.
 */
G_DECLARE_FINAL_TYPE (IkrarSessionRow, ikrar_session_row, IKRAR, SESSION_ROW, AdwExpanderRow)

/**
 * ikrar_session_row_new:
 * @session: a session
 * @event: its event
 *
 * Returns: a row
 */
GtkWidget *ikrar_session_row_new (const IkrarEventSession *session, const IkrarEvent *event);

/**
 * ikrar_session_row_collect:
 * @row: a row
 * @event: its event, with the times entered
 * @problems: (nullable): gets what is wrong
 *
 * Returns: (transfer full): the session as entered
 */
IkrarEventSession *
ikrar_session_row_collect (IkrarSessionRow *row, const IkrarEvent *event, GArray *problems);

/**
 * ikrar_session_row_set_event:
 * @row: a row
 * @event: its event, with the times entered
 *
 * Shows the hours again after those of the event changed.
 */
void ikrar_session_row_set_event (IkrarSessionRow *row, const IkrarEvent *event);

/**
 * ikrar_session_row_set_removable:
 * @row: a row
 * @removable: whether it may go
 */
void ikrar_session_row_set_removable (IkrarSessionRow *row, gboolean removable);

G_END_DECLS
