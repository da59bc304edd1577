/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/attendance-private.h"
#include "store/error.h"

/* A mark that shall be taken back. */
typedef struct
{
  IkrarId participant;
  IkrarId session;
  IkrarId corrects;
  IkrarId id;
} Mark;

static GArray *
list_marks (IkrarDb *db, IkrarId journal, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_marks_of_journal", error, "i", journal);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      Mark mark = {
        .participant = ikrar_statement_get_int (statement, 0),
        .session = ikrar_statement_get_int (statement, 1),
        .corrects = ikrar_statement_get_int (statement, 2),
        .id = ikrar_statement_get_int (statement, 3),
      };

      g_array_append_val (marks, mark);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&marks) : NULL;
}

static gboolean
check_stands (IkrarDb *db, const Mark *mark, GError **error)
{
  gint64 standing;

  if (!ikrar_db_get_int (db, "attendance_standing_mark", &standing, error, "ii", mark->participant,
                         mark->session))
    return FALSE;
  if (standing == mark->id)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("The attendance was changed since. Undo the later change first."));
  return FALSE;
}

/* Appends what stood before @mark, with its time and desk; nothing recorded, if it was the first.
 */
static gboolean
restore (IkrarChange *change, const Mark *mark, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarMark before = { .participant = mark->participant,
                       .session = mark->session,
                       .source = "undo",
                       .corrects = mark->id };
  g_autofree char *desk = NULL;
  g_autofree char *stand_in = NULL;
  IkrarStatement *statement;

  if (mark->corrects != 0)
    {
      statement = ikrar_db_query (db, "attendance_mark_get", error, "i", mark->corrects);
      if (statement == NULL || ikrar_statement_step (statement, error) != IKRAR_STEP_ROW)
        return FALSE;
      ikrar_attendance_parse (ikrar_statement_get_text (statement, 0), &before.state, NULL);
      before.at = ikrar_statement_get_int (statement, 1);
      before.desk = desk = g_strdup (ikrar_statement_get_text (statement, 2));
      before.stand_in = stand_in = g_strdup (ikrar_statement_get_text (statement, 3));
      ikrar_statement_reset (statement);
    }
  return _ikrar_attendance_mark (change, &before, error);
}

gboolean
_ikrar_attendance_undo (IkrarChange *change, IkrarId journal, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (GArray) marks = list_marks (db, journal, error);

  if (marks == NULL)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if (!check_stands (db, mark, error) || !restore (change, mark, error))
        return FALSE;
    }
  return TRUE;
}
