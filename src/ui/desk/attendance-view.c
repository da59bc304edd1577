/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/attendance-view.h"

struct _IkrarAttendanceView
{
  IkrarEventView parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarAttendanceView, ikrar_attendance_view, IKRAR_TYPE_EVENT_VIEW)

static void
ikrar_attendance_view_class_init (IkrarAttendanceViewClass *klass)
{
}

static void
ikrar_attendance_view_init (IkrarAttendanceView *self)
{
}
