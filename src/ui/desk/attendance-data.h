/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"
#include "store/session-closing.h"

#include "core/attendance.h"
#include "core/progress.h"

#include "ui/desk/desk-info.h"

G_BEGIN_DECLS

/* So many marks are listed; papers and workbooks have them all. */
#define IKRAR_ATTENDANCE_MARKS_MAX 2000

/**
 * IkrarAttendanceData:
 * @event: the event
 * @sessions: (element-type IkrarEventSession): its sessions
 * @session: the one that is shown
 * @count: its states
 * @desks: (element-type IkrarDeskCount): who is present there, by desk
 * @marks: (element-type IkrarScan): its marks, the newest first
 * @closings: (element-type IkrarSessionClosing): when sessions were closed
 *
 * The attendance of a session.
 */
typedef struct
{
  IkrarEvent *event;
  GPtrArray *sessions;
  IkrarId session;
  IkrarAttendanceCount count;
  GPtrArray *desks;
  GPtrArray *marks;
  GPtrArray *closings;
} IkrarAttendanceData;

/**
 * ikrar_attendance_data_load:
 * @store: a store
 * @input: an `IkrarDeskWanted`
 * @progress: not used
 * @error: return location for an error
 *
 * Work for [func@work_start].
 *
 * Returns: (transfer full) (nullable): an `IkrarAttendanceData`, or `NULL` with a store error
 */
gpointer ikrar_attendance_data_load (IkrarStore *store,
                                     gpointer input,
                                     const IkrarProgress *progress,
                                     GError **error);

/**
 * ikrar_attendance_data_free:
 * @data: (transfer full) (nullable): what was loaded
 */
void ikrar_attendance_data_free (IkrarAttendanceData *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarAttendanceData, ikrar_attendance_data_free)

G_END_DECLS
