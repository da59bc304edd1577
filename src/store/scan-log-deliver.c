/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/scan-log-private.h"

/* The ids of what the shared database has now. */
static gboolean
carry (IkrarStatement *statement,
       IkrarDb *shared,
       GHashTable *theirs,
       GArray *delivered,
       GError **error)
{
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);
      IkrarId participant = ikrar_statement_get_int (statement, 9);
      const IkrarId *other = g_hash_table_lookup (theirs, &participant);
      gsize size;
      gconstpointer nonce = ikrar_statement_get_blob (statement, 13, &size);

      if (!ikrar_db_run (
              shared, "scan_log_insert", error, "iiiitttttittib", id,
              ikrar_statement_get_int (statement, 1), ikrar_statement_get_int (statement, 2),
              ikrar_statement_get_int (statement, 3), ikrar_statement_get_text (statement, 4),
              ikrar_statement_get_text (statement, 5), ikrar_statement_get_text (statement, 6),
              ikrar_statement_get_text (statement, 7), ikrar_statement_get_text (statement, 8),
              other != NULL ? *other : participant, ikrar_statement_get_text (statement, 10),
              ikrar_statement_get_text (statement, 11), ikrar_statement_get_int (statement, 12),
              nonce, size))
        {
          ikrar_statement_reset (statement);
          return FALSE;
        }
      g_array_append_val (delivered, id);
    }
  return step == IKRAR_STEP_DONE;
}

static gboolean
note_all (IkrarDb *replica, GArray *delivered, GError **error)
{
  for (guint i = 0; i < delivered->len; i++)
    if (!ikrar_db_run (replica, "merge_note_shared", error, "i",
                       g_array_index (delivered, IkrarId, i)))
      return FALSE;
  return TRUE;
}

static gboolean
note_delivered (IkrarDb *replica, GArray *delivered, GError **error)
{
  if (!ikrar_db_begin (replica, error))
    return FALSE;
  if (note_all (replica, delivered, error))
    return ikrar_db_commit (replica, error);
  ikrar_db_rollback (replica);
  return FALSE;
}

gboolean
_ikrar_scan_log_deliver (IkrarStore *replica,
                         IkrarStore *shared,
                         GHashTable *theirs,
                         GError **error)
{
  IkrarDb *from = ikrar_store_get_db (replica);
  IkrarDb *to = ikrar_store_get_db (shared);
  g_autoptr (GArray) delivered = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  gint64 waiting;

  if (!ikrar_db_get_int (from, "scan_log_count_waiting", &waiting, error, ""))
    return FALSE;
  if (waiting == 0)
    return TRUE;
  if (!ikrar_db_begin_beside (to, error))
    return FALSE;
  if (!carry (ikrar_db_query (from, "scan_log_waiting", error, ""), to, theirs, delivered, error))
    {
      ikrar_db_rollback (to);
      return FALSE;
    }
  return ikrar_db_commit (to, error) && note_delivered (from, delivered, error);
}
