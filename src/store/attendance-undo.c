/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/attendance-private.h"
#include "store/error.h"

/* A mark that shall be taken back. */
typedef struct
{
  IkrarId participant;
  IkrarId session;
  IkrarId corrects;
  IkrarId id;
  char *source;
} Mark;

/* What a mark says. */
typedef struct
{
  IkrarAttendance state;
  IkrarTime at;
  char *desk;
  char *stand_in;
  char *source;
} Content;

static void
content_clear (Content *content)
{
  g_free (content->desk);
  g_free (content->stand_in);
  g_free (content->source);
}

static void
mark_clear (Mark *mark)
{
  g_free (mark->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

static GArray *
list_marks (IkrarDb *db, IkrarId journal, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_marks_of_journal", error, "i", journal);
  IkrarStep step = IKRAR_STEP_ERROR;

  g_array_set_clear_func (marks, (GDestroyNotify) mark_clear);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      Mark mark = {
        .participant = ikrar_statement_get_int (statement, 0),
        .session = ikrar_statement_get_int (statement, 1),
        .corrects = ikrar_statement_get_int (statement, 2),
        .id = ikrar_statement_get_int (statement, 3),
        .source = g_strdup (ikrar_statement_get_text (statement, 4)),
      };

      g_array_append_val (marks, mark);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&marks) : NULL;
}

static gboolean
read_content (IkrarDb *db, IkrarId id, Content *content, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "attendance_mark_get", error, "i", id);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  if (step == IKRAR_STEP_ROW)
    {
      ikrar_attendance_parse (ikrar_statement_get_text (statement, 0), &content->state, NULL);
      content->at = ikrar_statement_get_int (statement, 1);
      content->desk = g_strdup (ikrar_statement_get_text (statement, 2));
      content->stand_in = g_strdup (ikrar_statement_get_text (statement, 3));
      content->source = g_strdup (ikrar_statement_get_text (statement, 4));
    }
  else if (step == IKRAR_STEP_DONE)
    g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT,
                         _ ("A mark of the attendance is missing. Restore a backup."));
  ikrar_statement_reset (statement);
  return step == IKRAR_STEP_ROW;
}

/* Not the mark itself need stand: one that a later undo put back in its place says the same. */
static gboolean
check_stands (IkrarDb *db, const Mark *mark, IkrarId standing, GError **error)
{
  g_auto (Content) then = { 0 };
  g_auto (Content) now = { 0 };

  if (!read_content (db, mark->id, &then, error) || !read_content (db, standing, &now, error))
    return FALSE;
  if (now.state == then.state && now.at == then.at && strcmp (now.desk, then.desk) == 0 &&
      strcmp (now.stand_in, then.stand_in) == 0)
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
  g_auto (Content) before = { 0 };
  IkrarId standing;

  if (!_ikrar_attendance_lock (db, mark->participant, error) ||
      !ikrar_db_get_int (db, "attendance_standing_mark", &standing, error, "ii", mark->participant,
                         mark->session) ||
      !check_stands (db, mark, standing, error) ||
      (mark->corrects != 0 && !read_content (db, mark->corrects, &before, error)))
    return FALSE;
  return _ikrar_attendance_mark (change,
                                 &(IkrarMark){ .participant = mark->participant,
                                               .session = mark->session,
                                               .state = before.state,
                                               .at = before.at,
                                               .desk = before.desk,
                                               .source = "undo",
                                               .stand_in = before.stand_in,
                                               .corrects = standing },
                                 error);
}

/* A passage is taken back by a mark that names it; what took one back, by the passage anew, with
 * its time and desk. */
static gboolean
restore_passage (IkrarChange *change, const Mark *mark, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  gboolean again = _ikrar_passage_way (mark->source) == IKRAR_WAY_NONE;
  g_auto (Content) passage = { 0 };

  if (!_ikrar_attendance_lock (db, mark->participant, error) ||
      (again && !read_content (db, mark->corrects, &passage, error)))
    return FALSE;
  return _ikrar_attendance_mark (change,
                                 &(IkrarMark){ .participant = mark->participant,
                                               .session = mark->session,
                                               .state = IKRAR_ATTENDANCE_UNRECORDED,
                                               .at = passage.at,
                                               .desk = passage.desk,
                                               .source = again ? passage.source : IKRAR_SOURCE_VOID,
                                               .corrects = mark->id },
                                 error);
}

gboolean
_ikrar_attendance_undo (IkrarChange *change, IkrarId journal, GError **error)
{
  g_autoptr (GArray) marks = list_marks (ikrar_change_get_db (change), journal, error);

  if (marks == NULL)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if (!(_ikrar_passage_is (mark->source) ? restore_passage (change, mark, error)
                                             : restore (change, mark, error)))
        return FALSE;
    }
  return TRUE;
}
