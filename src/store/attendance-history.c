/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/attendance.h"

static IkrarAttendanceMark *
read_mark (IkrarStatement *statement)
{
  IkrarAttendanceMark *mark = g_new0 (IkrarAttendanceMark, 1);

  ikrar_attendance_parse (ikrar_statement_get_text (statement, 0), &mark->state, NULL);
  mark->at = ikrar_statement_get_int (statement, 1);
  mark->desk = g_strdup (ikrar_statement_get_text (statement, 2));
  mark->source = g_strdup (ikrar_statement_get_text (statement, 3));
  mark->stand_in = g_strdup (ikrar_statement_get_text (statement, 4));
  mark->session = g_strdup (ikrar_statement_get_text (statement, 5));
  mark->actor = g_strdup (ikrar_statement_get_text (statement, 6));
  mark->after_closing = ikrar_statement_get_int (statement, 7) != 0;
  return mark;
}

void
ikrar_attendance_mark_free (IkrarAttendanceMark *mark)
{
  if (mark == NULL)
    return;
  g_free (mark->desk);
  g_free (mark->source);
  g_free (mark->stand_in);
  g_free (mark->session);
  g_free (mark->actor);
  g_free (mark);
}

GPtrArray *
ikrar_attendance_history (IkrarStore *store, IkrarId participant, GError **error)
{
  g_autoptr (GPtrArray) marks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_attendance_mark_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "attendance_history", error, "i", participant);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (marks, read_mark (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&marks) : NULL;
}

static void
desk_count_free (IkrarDeskCount *count)
{
  g_free (count->desk);
  g_free (count);
}

GPtrArray *
ikrar_attendance_desks (IkrarStore *store, IkrarId event, IkrarId session, GError **error)
{
  g_autoptr (GPtrArray) desks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_count_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store),
                      session != 0 ? "attendance_desks_session" : "attendance_desks_event", error,
                      "i", session != 0 ? session : event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarDeskCount *count = g_new0 (IkrarDeskCount, 1);

      count->desk = g_strdup (ikrar_statement_get_text (statement, 0));
      count->people = (guint) ikrar_statement_get_int (statement, 1);
      g_ptr_array_add (desks, count);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&desks) : NULL;
}
