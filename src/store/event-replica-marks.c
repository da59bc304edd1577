/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/event-replica-private.h"

IkrarEventReplicaMarks *
_ikrar_event_replica_marks_new (void)
{
  IkrarEventReplicaMarks *marks = g_new0 (IkrarEventReplicaMarks, 1);

  marks->texts = g_string_chunk_new (4096);
  marks->entries = g_ptr_array_new_with_free_func (g_free);
  marks->marks = g_array_new (FALSE, TRUE, sizeof (IkrarMergeMark));
  return marks;
}

void
_ikrar_event_replica_marks_free (IkrarEventReplicaMarks *marks)
{
  g_string_chunk_free (marks->texts);
  g_ptr_array_unref (marks->entries);
  g_array_unref (marks->marks);
  g_free (marks);
}

static const char *
read_text (IkrarEventReplicaMarks *marks, IkrarStatement *statement, guint column)
{
  return g_string_chunk_insert (marks->texts, ikrar_statement_get_text (statement, column));
}

static const guint8 *
read_nonce (IkrarEventReplicaMarks *marks, IkrarStatement *statement, guint column)
{
  gsize size;
  gconstpointer nonce = ikrar_statement_get_blob (statement, column, &size);

  return (const guint8 *) g_string_chunk_insert_len (marks->texts, nonce, (gssize) size);
}

static const IkrarMergeEntry *
read_entry (IkrarEventReplicaMarks *marks, IkrarStatement *statement, guint column)
{
  IkrarMergeEntry *entry = g_new0 (IkrarMergeEntry, 1);

  entry->id = ikrar_statement_get_int (statement, column);
  entry->at = ikrar_statement_get_int (statement, column + 1);
  entry->actor = read_text (marks, statement, column + 2);
  entry->desk = read_text (marks, statement, column + 3);
  entry->action = read_text (marks, statement, column + 4);
  entry->event = ikrar_statement_get_int (statement, column + 5);
  entry->subject = ikrar_statement_get_int (statement, column + 6);
  entry->detail = read_text (marks, statement, column + 7);
  entry->nonce = read_nonce (marks, statement, column + 8);
  entry->undo_of = ikrar_statement_get_int (statement, column + 9);
  entry->undone_by = ikrar_statement_get_int (statement, column + 10);
  g_ptr_array_add (marks->entries, entry);
  return entry;
}

static void
read_mark (IkrarEventReplicaMarks *marks, IkrarStatement *statement)
{
  IkrarMergeMark mark = {
    .id = ikrar_statement_get_int (statement, 0),
    .participant = ikrar_statement_get_int (statement, 1),
    .session = ikrar_statement_get_int (statement, 2),
    .at = ikrar_statement_get_int (statement, 4),
    .desk = read_text (marks, statement, 5),
    .source = read_text (marks, statement, 6),
    .stand_in = read_text (marks, statement, 7),
    .corrects = ikrar_statement_get_int (statement, 8),
    .nonce = read_nonce (marks, statement, 9),
    .journal = read_entry (marks, statement, 10),
  };

  ikrar_attendance_parse (ikrar_statement_get_text (statement, 3), &mark.state, NULL);
  g_array_append_val (marks->marks, mark);
}

gboolean
_ikrar_event_replica_marks_add (IkrarEventReplicaMarks *marks,
                                IkrarStatement *statement,
                                GHashTable *wanted,
                                GError **error)
{
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);

      if (wanted == NULL || g_hash_table_contains (wanted, &id))
        read_mark (marks, statement);
    }
  return step == IKRAR_STEP_DONE;
}
