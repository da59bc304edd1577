/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "seal/checkpoint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/progress.h"
#include "seal/ledger-file.h"

#include "store/error.h"
#include "store/ledger-private.h"
#include "store/ledger.h"
#include "store/signing-key.h"

void
ikrar_checkpoint_line_free (IkrarCheckpointLine *line)
{
  if (line == NULL)
    return;
  g_free (line->note);
  g_free (line);
}

/* Reads size, time, note and key; FALSE if the note is not what that key signed. */
static gboolean
read_checkpoint (IkrarStatement *statement, IkrarCheckpoint *checkpoint)
{
  gsize size;
  gconstpointer data = ikrar_statement_get_blob (statement, 3, &size);
  IkrarPublicKey key;

  if (size != IKRAR_PUBLIC_KEY_SIZE)
    return FALSE;
  memcpy (key.bytes, data, size);
  return ikrar_checkpoint_open (ikrar_statement_get_text (statement, 2), &key, NULL, checkpoint,
                                NULL);
}

GPtrArray *
ikrar_ledger_checkpoints (IkrarStore *store, guint limit, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_checkpoint_line_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "checkpoint_list", error, "i", (gint64) limit);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarCheckpointLine *line = g_new0 (IkrarCheckpointLine, 1);
      g_auto (IkrarCheckpoint) checkpoint = { 0 };

      if (read_checkpoint (statement, &checkpoint))
        line->root = checkpoint.root;
      line->size = ikrar_statement_get_int (statement, 0);
      line->at = ikrar_statement_get_int (statement, 1);
      line->note = g_strdup (ikrar_statement_get_text (statement, 2));
      g_ptr_array_add (lines, line);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT, message);
  return FALSE;
}

/* The tree over the first @size leaves that are in the database. */
static gboolean
rebuild (IkrarDb *db, guint64 size, IkrarFrontier *frontier, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "ledger_leaves", error, "i", (gint64) size);
  IkrarStep step = IKRAR_STEP_ERROR;

  memset (frontier, 0, sizeof *frontier);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gsize length;
      gconstpointer data = ikrar_statement_get_blob (statement, 0, &length);
      IkrarDigest leaf = { { 0 } };

      memcpy (leaf.bytes, data, MIN (length, sizeof leaf.bytes));
      ikrar_frontier_append (frontier, &leaf);
    }
  return step == IKRAR_STEP_DONE;
}

/* C2SP: a log must not sign a checkpoint that is inconsistent with one it signed before. */
static gboolean
check_extends (IkrarDb *db, const IkrarFrontier *head, guint64 *sealed, char **note, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "checkpoint_newest", error, "");
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  g_auto (IkrarCheckpoint) last = { 0 };
  gboolean genuine = step != IKRAR_STEP_ROW || read_checkpoint (statement, &last);
  IkrarFrontier frontier;
  IkrarDigest root;

  *sealed = last.size;
  *note = step == IKRAR_STEP_ROW ? g_strdup (ikrar_statement_get_text (statement, 2)) : NULL;
  ikrar_statement_reset (statement);
  if (step == IKRAR_STEP_ERROR)
    return FALSE;
  if (!genuine || last.size > head->size)
    return refuse (error,
                   _ ("The sealed log does not extend its last checkpoint. Nothing was signed; "
                      "check the log."));
  if (last.size == 0)
    return TRUE;
  if (!rebuild (db, last.size, &frontier, error))
    return FALSE;
  ikrar_frontier_root (&frontier, &root);
  return ikrar_digest_equal (&root, &last.root) ||
         refuse (error, _ ("Records of the sealed log were altered since the last checkpoint. "
                           "Nothing was signed; check the log."));
}

static gboolean
check_head (IkrarDb *db, const IkrarFrontier *head, GError **error)
{
  IkrarFrontier frontier;
  IkrarDigest expected, actual;

  if (!rebuild (db, G_MAXINT64, &frontier, error))
    return FALSE;
  ikrar_frontier_root (head, &expected);
  ikrar_frontier_root (&frontier, &actual);
  return ikrar_digest_equal (&expected, &actual) ||
         refuse (error, _ ("The sealed log does not fit its head. Nothing was signed; check the "
                           "log."));
}

static gboolean
sign (IkrarStore *store,
      IkrarSecretKey *key,
      const IkrarFrontier *head,
      const char *origin,
      char **note,
      GError **error)
{
  IkrarCheckpoint checkpoint = { .origin = (char *) origin, .size = head->size };
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (key);
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "ledger.checkpoint", 0, 0, NULL, NULL, error);
  gint64 key_id;

  ikrar_frontier_root (head, &checkpoint.root);
  *note = ikrar_checkpoint_sign (&checkpoint, key, origin);
  return change != NULL &&
         ikrar_db_get_int (ikrar_change_get_db (change), "signing_key_id", &key_id, error, "b",
                           public_key->bytes, (gsize) IKRAR_PUBLIC_KEY_SIZE) &&
         ikrar_db_run (ikrar_change_get_db (change), "checkpoint_insert", error, "iiit",
                       (gint64) head->size, ikrar_change_get_time (change), key_id, *note) &&
         ikrar_change_commit (change, error);
}

gboolean
ikrar_ledger_checkpoint (IkrarStore *store, char **note, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  IkrarFrontier head;
  g_autofree char *origin = NULL;
  g_autofree char *last = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr (IkrarSecretKey) key = NULL;
  guint64 sealed;

  if (note != NULL)
    *note = NULL;
  if (!_ikrar_ledger_read_head (db, "ledger_head_get", &head, &origin, error) ||
      !check_extends (db, &head, &sealed, &last, error) || !check_head (db, &head, error))
    return FALSE;
  if (head.size > sealed)
    {
      key = ikrar_signing_key_get (store, 0, error);
      if (key == NULL || !sign (store, key, &head, origin, &fresh, error))
        return FALSE;
    }
  if (note != NULL)
    *note = g_strdup (fresh != NULL ? fresh : last);
  return TRUE;
}

static gboolean
export_records (IkrarDb *db,
                IkrarLedgerWriter *writer,
                guint64 total,
                const IkrarProgress *progress,
                GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "ledger_records", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;
  guint64 done = 0;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gsize size;
      gconstpointer data = ikrar_statement_get_blob (statement, 1, &size);

      ikrar_ledger_writer_add_record (writer, data, size);
      if (!ikrar_progress_step (progress, ++done, total, error))
        {
          ikrar_statement_reset (statement);
          return FALSE;
        }
    }
  return step == IKRAR_STEP_DONE;
}

static gboolean
export_checkpoints (IkrarDb *db, IkrarLedgerWriter *writer, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "checkpoint_all", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    ikrar_ledger_writer_add_checkpoint (writer, ikrar_statement_get_text (statement, 1));
  return step == IKRAR_STEP_DONE;
}

static gboolean
export_keys (IkrarStore *store, IkrarLedgerWriter *writer, const char *origin, GError **error)
{
  g_autoptr (GArray) keys = ikrar_signing_key_list (store, error);

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      const IkrarPublicKeyLine *line = &g_array_index (keys, IkrarPublicKeyLine, i);
      g_autofree char *text = ikrar_public_key_format (&line->public_key, origin);

      if (line->event == 0)
        ikrar_ledger_writer_add_key (writer, text);
    }
  return TRUE;
}

gboolean
ikrar_ledger_export (IkrarStore *store, GFile *file, const IkrarProgress *progress, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (IkrarLedgerWriter) writer = NULL;
  g_auto (IkrarLedgerState) state = { 0 };

  if (!ikrar_ledger_checkpoint (store, NULL, error) ||
      !ikrar_ledger_get_state (store, &state, error))
    return FALSE;
  output =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (output == NULL)
    return FALSE;
  writer = ikrar_ledger_writer_new (G_OUTPUT_STREAM (output), state.origin);
  if (export_keys (store, writer, state.origin, error) && export_checkpoints (db, writer, error) &&
      export_records (db, writer, state.size, progress, error) &&
      ikrar_ledger_writer_finish (writer, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error);
  /* Closed under a cancelled cancellable, the file keeps what stood in it. */
  g_cancellable_cancel (stop);
  g_output_stream_close (G_OUTPUT_STREAM (output), stop, NULL);
  return FALSE;
}
