/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "seal/ledger-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/progress.h"

#include "store/error.h"
#include "store/file-private.h"
#include "store/ledger.h"

static gboolean
export_records (IkrarDb *db,
                IkrarLedgerWriter *writer,
                guint64 total,
                const IkrarProgress *progress,
                GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "ledger_records", error, "i", (gint64) total);
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

/* Those that signed a checkpoint. */
static gboolean
export_keys (IkrarDb *db, IkrarLedgerWriter *writer, const char *origin, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "checkpoint_keys", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gsize size;
      gconstpointer data = ikrar_statement_get_blob (statement, 0, &size);
      g_autofree char *text = NULL;
      IkrarPublicKey key;

      if (size != IKRAR_PUBLIC_KEY_SIZE)
        continue;
      memcpy (key.bytes, data, size);
      text = ikrar_public_key_format (&key, origin);
      ikrar_ledger_writer_add_key (writer, text);
    }
  return step == IKRAR_STEP_DONE;
}

/* Nothing behind the newest checkpoint: what was recorded since is sealed by nobody yet. */
static gboolean
export_all (IkrarStore *store, GOutputStream *output, const IkrarProgress *progress, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (IkrarLedgerWriter) writer = NULL;
  g_auto (IkrarLedgerState) state = { 0 };

  if (!ikrar_ledger_get_state (store, &state, error))
    return FALSE;
  writer = ikrar_ledger_writer_new (output, state.origin);
  return export_keys (db, writer, state.origin, error) && export_checkpoints (db, writer, error) &&
         export_records (db, writer, state.sealed, progress, error) &&
         ikrar_ledger_writer_finish (writer, progress != NULL ? progress->cancellable : NULL,
                                     error);
}

static gboolean
write_scratch (IkrarStore *store, GFile *scratch, const IkrarProgress *progress, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GFileOutputStream) output = g_file_create (scratch, G_FILE_CREATE_NONE, NULL, error);
  gboolean ok;

  if (output == NULL || !ikrar_db_begin_read (db, error))
    return FALSE;
  ok = export_all (store, G_OUTPUT_STREAM (output), progress, error);
  ikrar_db_rollback (db);
  return ok && g_output_stream_close (G_OUTPUT_STREAM (output), NULL, error);
}

static gboolean
check_not_empty (IkrarStore *store, GError **error)
{
  g_auto (IkrarLedgerState) state = { 0 };

  if (!ikrar_ledger_get_state (store, &state, error))
    return FALSE;
  if (state.size > 0)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                       _ ("The sealed log is empty: nothing was pledged or issued yet."));
  return FALSE;
}

gboolean
ikrar_ledger_export (IkrarStore *store, GFile *file, const IkrarProgress *progress, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = _ikrar_file_scratch_name ();
  g_autoptr (GFile) scratch = folder != NULL ? g_file_get_child (folder, name) : NULL;
  gboolean ok;

  g_return_val_if_fail (scratch != NULL, FALSE);

  if (!check_not_empty (store, error) || !ikrar_ledger_checkpoint (store, NULL, error))
    return FALSE;
  ok = write_scratch (store, scratch, progress, error) && _ikrar_file_move (scratch, file, error);
  g_file_delete (scratch, NULL, NULL);
  return ok;
}
