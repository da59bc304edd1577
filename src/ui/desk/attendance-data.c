/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/attendance-data.h"

#include "store/attendance.h"

/* The session asked for, or the first if the event has no such one (any more). */
static IkrarId
find_session (GPtrArray *sessions, IkrarId wanted)
{
  const IkrarEventSession *first = g_ptr_array_index (sessions, 0);

  for (guint i = 0; i < sessions->len; i++)
    if (((const IkrarEventSession *) g_ptr_array_index (sessions, i))->id == wanted)
      return wanted;
  return first->id;
}

gpointer
ikrar_attendance_data_load (IkrarStore *store,
                            gpointer input,
                            const IkrarProgress *progress,
                            GError **error)
{
  const IkrarDeskWanted *wanted = input;
  g_autoptr (IkrarAttendanceData) data = g_new0 (IkrarAttendanceData, 1);

  data->event = ikrar_event_get (store, wanted->event, error);
  if (data->event == NULL)
    return NULL;
  data->sessions = ikrar_event_sessions (store, wanted->event, error);
  if (data->sessions == NULL)
    return NULL;
  data->session = find_session (data->sessions, wanted->session);
  data->marks = ikrar_attendance_recent (store, data->session, IKRAR_ATTENDANCE_MARKS_MAX, error);
  if (data->marks == NULL)
    return NULL;
  data->desks = ikrar_attendance_desks (store, wanted->event, data->session, error);
  if (data->desks == NULL ||
      !ikrar_attendance_session_count (store, wanted->event, data->session, &data->count, error))
    return NULL;
  data->closings = ikrar_session_closings (store, wanted->event, error);
  return data->closings != NULL ? g_steal_pointer (&data) : NULL;
}

void
ikrar_attendance_data_free (IkrarAttendanceData *data)
{
  if (data == NULL)
    return;
  ikrar_event_free (data->event);
  g_clear_pointer (&data->sessions, g_ptr_array_unref);
  g_clear_pointer (&data->desks, g_ptr_array_unref);
  g_clear_pointer (&data->marks, g_ptr_array_unref);
  g_clear_pointer (&data->closings, g_ptr_array_unref);
  g_free (data);
}
