/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/exchange-private.h"
#include "store/file-private.h"
#include "store/ledger.h"
#include "store/signing-key.h"

static gboolean
write_row (gpointer user_data,
           IkrarExchangeTable table,
           const IkrarExchangeValue *values,
           GError **error)
{
  const IkrarExchangeTableInfo *info = _ikrar_exchange_table (table);

  return ikrar_exchange_writer_add (user_data, info->word, info->types, values, error);
}

/* What the office's key is called: as its log, if it has one. */
static char *
make_name (IkrarStore *store, GError **error)
{
  g_auto (IkrarLedgerState) state = { 0 };

  if (!ikrar_ledger_get_state (store, &state, error))
    return NULL;
  return g_strdup (state.origin != NULL && ikrar_key_name_is_valid (state.origin) ? state.origin
                                                                                  : "ikrar.local");
}

static gboolean
write_all (IkrarStore *store,
           IkrarId event,
           GOutputStream *output,
           const IkrarProgress *progress,
           GError **error)
{
  g_autoptr (IkrarSecretKey) key = ikrar_signing_key_get (store, 0, error);
  g_autofree char *name = key != NULL ? make_name (store, error) : NULL;
  g_autoptr (IkrarExchangeWriter) writer = NULL;

  if (name == NULL)
    return FALSE;
  writer = ikrar_exchange_writer_new (output, ikrar_secret_key_get_public (key), name);
  return _ikrar_exchange_emit (store, event, write_row, writer, progress, error) &&
         ikrar_exchange_writer_finish (writer, key, progress != NULL ? progress->cancellable : NULL,
                                       error) &&
         g_output_stream_close (output, NULL, error);
}

gboolean
ikrar_exchange_export (IkrarStore *store,
                       IkrarId event,
                       GFile *file,
                       const IkrarProgress *progress,
                       GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = _ikrar_file_scratch_name ();
  g_autoptr (GFile) scratch = folder != NULL ? g_file_get_child (folder, name) : NULL;
  g_autoptr (GFileOutputStream) output = NULL;
  gboolean ok;

  g_return_val_if_fail (scratch != NULL, FALSE);

  output = g_file_create (scratch, G_FILE_CREATE_PRIVATE, NULL, error);
  if (output == NULL)
    return FALSE;
  ok = write_all (store, event, G_OUTPUT_STREAM (output), progress, error) &&
       _ikrar_file_move (scratch, file, error);
  g_file_delete (scratch, NULL, NULL);
  return ok;
}
