/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/event-view.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_ATTENDANCE_VIEW (ikrar_attendance_view_get_type ())

/**
 * IkrarAttendanceView:
 *
 * Who came to an event: states with the base they add up to, and each mark with its time and desk.
 * Whoever is not recorded is called so, never absent.
 *
 * Actions: `view.search`, `view.set-states`.
 */
G_DECLARE_FINAL_TYPE (IkrarAttendanceView,
                      ikrar_attendance_view,
                      IKRAR,
                      ATTENDANCE_VIEW,
                      IkrarEventView)

G_END_DECLS
