/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/attendance-private.h"

void
_ikrar_mark_row_clear (IkrarMarkRow *mark)
{
  g_free (mark->desk);
  g_free (mark->source);
  g_free (mark->stand_in);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_by_id (const IkrarMarkRow *a, const IkrarMarkRow *b)
{
  int order = compare_numbers (a->at, b->at);

  return order != 0 ? order : compare_numbers (a->id, b->id);
}

static int
compare_by_nonce (const IkrarMarkRow *a, const IkrarMarkRow *b)
{
  int order = compare_numbers (a->at, b->at);

  return order != 0 ? order : memcmp (a->nonce, b->nonce, IKRAR_NONCE_SIZE);
}

static void
note_corrected (const IkrarMarkRow *marks, guint n_marks, GHashTable *corrected)
{
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].corrects != 0)
      g_hash_table_add (corrected, (gpointer) &marks[i].corrects);
}

/* The last word of a hand, NULL if none was said that stands. */
static const IkrarMarkRow *
find_hand (const IkrarMarkRow *marks, guint n_marks, GHashTable *corrected)
{
  const IkrarMarkRow *hand = NULL;

  for (guint i = 0; i < n_marks; i++)
    if (strcmp (marks[i].source, "hand") == 0 && !g_hash_table_contains (corrected, &marks[i].id) &&
        (hand == NULL || compare_by_id (&marks[i], hand) > 0))
      hand = &marks[i];
  return hand;
}

/* Whether @mark goes before @other where both are left: the first presence; else the last of the
 * other states; else the last that says nothing is recorded. */
static gboolean
goes_before (const IkrarMarkRow *mark, const IkrarMarkRow *other)
{
  gboolean present = ikrar_attendance_is_present (mark->state);
  gboolean recorded = mark->state != IKRAR_ATTENDANCE_UNRECORDED;

  if (present != ikrar_attendance_is_present (other->state))
    return present;
  if (recorded != (other->state != IKRAR_ATTENDANCE_UNRECORDED))
    return recorded;
  return present ? compare_by_nonce (mark, other) < 0 : compare_by_nonce (mark, other) > 0;
}

const IkrarMarkRow *
_ikrar_attendance_stands (IkrarMarkRow *marks, guint n_marks)
{
  g_autoptr (GHashTable) corrected = g_hash_table_new (g_int64_hash, g_int64_equal);
  const IkrarMarkRow *hand;
  const IkrarMarkRow *best = NULL;

  note_corrected (marks, n_marks, corrected);
  hand = find_hand (marks, n_marks, corrected);
  for (guint i = 0; i < n_marks; i++)
    {
      marks[i].superseded = g_hash_table_contains (corrected, &marks[i].id) ||
                            (hand != NULL && compare_by_id (hand, &marks[i]) > 0);
      if (!marks[i].superseded && (best == NULL || goes_before (&marks[i], best)))
        best = &marks[i];
    }
  return best;
}

static void
read_mark (IkrarStatement *statement, IkrarMarkRow *mark)
{
  gsize size;
  gconstpointer nonce = ikrar_statement_get_blob (statement, 7, &size);

  *mark = (IkrarMarkRow){
    .id = ikrar_statement_get_int (statement, 0),
    .at = ikrar_statement_get_int (statement, 2),
    .desk = g_strdup (ikrar_statement_get_text (statement, 3)),
    .source = g_strdup (ikrar_statement_get_text (statement, 4)),
    .stand_in = g_strdup (ikrar_statement_get_text (statement, 5)),
    .corrects = ikrar_statement_get_int (statement, 6),
  };
  ikrar_attendance_parse (ikrar_statement_get_text (statement, 1), &mark->state, NULL);
  memcpy (mark->nonce, nonce, MIN (size, IKRAR_NONCE_SIZE));
}

GArray *
_ikrar_attendance_marks (IkrarDb *db, IkrarId participant, IkrarId session, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (IkrarMarkRow));
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_marks_of", error, "ii", participant, session);
  IkrarStep step = IKRAR_STEP_ERROR;

  g_array_set_clear_func (marks, (GDestroyNotify) _ikrar_mark_row_clear);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarMarkRow mark;

      read_mark (statement, &mark);
      g_array_append_val (marks, mark);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&marks) : NULL;
}

gboolean
_ikrar_attendance_settle (IkrarDb *db, IkrarId participant, IkrarId session, GError **error)
{
  g_autoptr (GArray) marks = _ikrar_attendance_lock (db, participant, error)
                                 ? _ikrar_attendance_marks (db, participant, session, error)
                                 : NULL;
  static const IkrarMarkRow nothing = { .state = IKRAR_ATTENDANCE_UNRECORDED };
  const IkrarMarkRow *stands;

  if (marks == NULL)
    return FALSE;
  stands = _ikrar_attendance_stands ((IkrarMarkRow *) marks->data, marks->len);
  if (stands == NULL)
    stands = &nothing;
  return ikrar_db_run (db, "attendance_put", error, "iititti", participant, session,
                       ikrar_attendance_code (stands->state), stands->at, stands->desk,
                       stands->stand_in, stands->id) &&
         _ikrar_attendance_summarize (db, participant, error);
}
