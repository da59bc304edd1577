/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/ledger.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/merkle.h"

#include "store/change-private.h"
#include "store/error.h"
#include "store/ledger-private.h"
#include "store/signing-key.h"

struct _IkrarLedgerTail
{
  IkrarFrontier frontier;
  GByteArray *bytes; /* of the record being appended */
};

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT, message);
  return FALSE;
}

static gboolean
read_frontier (IkrarStatement *statement, IkrarFrontier *frontier, GError **error)
{
  gsize size;
  gconstpointer data = ikrar_statement_get_blob (statement, 1, &size);

  if (ikrar_frontier_decode (data, size, frontier) &&
      frontier->size == (guint64) ikrar_statement_get_int (statement, 0))
    return TRUE;
  return fail (error, _ ("The head of the sealed log is damaged."));
}

gboolean
_ikrar_ledger_read_head (IkrarDb *db,
                         const char *statement_name,
                         IkrarFrontier *frontier,
                         char **origin,
                         GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, statement_name, error, "");
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  gboolean ok = step != IKRAR_STEP_ERROR;

  memset (frontier, 0, sizeof *frontier);
  *origin = NULL;
  if (step == IKRAR_STEP_ROW)
    {
      ok = read_frontier (statement, frontier, error);
      *origin = g_strdup (ikrar_statement_get_text (statement, 2));
    }
  ikrar_statement_reset (statement);
  return ok;
}

/* The log's name is made with its first record and never changes. */
static gboolean
make_head (IkrarDb *db, GError **error)
{
  IkrarFrontier empty = { 0 };
  g_autoptr (GBytes) bytes = ikrar_frontier_encode (&empty);
  g_autofree char *origin =
      g_strdup_printf ("ikrar.local/%016" G_GINT64_MODIFIER "x", ikrar_id_new ());

  return ikrar_db_run (db, "ledger_head_insert", error, "bt", g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes), origin);
}

/* Locks the head until the end of the transaction: indexes are gapless and in commit order. */
static IkrarLedgerTail *
open_tail (IkrarChange *change, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarLedgerTail **tail = _ikrar_change_ledger (change);
  IkrarFrontier frontier;
  g_autofree char *origin = NULL;

  if (*tail != NULL)
    return *tail;
  if (!make_head (db, error) ||
      !_ikrar_ledger_read_head (db, "ledger_head_lock", &frontier, &origin, error))
    return NULL;
  *tail = g_new0 (IkrarLedgerTail, 1);
  (*tail)->frontier = frontier;
  (*tail)->bytes = g_byte_array_new ();
  return *tail;
}

static gboolean
insert_record (IkrarDb *db, IkrarLedgerTail *tail, const IkrarRecord *record, GError **error)
{
  IkrarDigest leaf;

  g_byte_array_set_size (tail->bytes, 0);
  ikrar_record_encode (record, tail->bytes);
  ikrar_merkle_leaf (tail->bytes->data, tail->bytes->len, &leaf);
  ikrar_frontier_append (&tail->frontier, &leaf);
  return ikrar_db_run (db, "ledger_record_insert", error, "iiiibbb", (gint64) record->index,
                       (gint64) record->kind, record->event, record->subject, record->nonce,
                       (gsize) IKRAR_NONCE_SIZE, tail->bytes->data, (gsize) tail->bytes->len,
                       leaf.bytes, (gsize) IKRAR_DIGEST_SIZE);
}

static gboolean
is_empty (const IkrarLedgerField *field)
{
  return field->value == NULL || *field->value == '\0';
}

static gboolean
insert_fields (IkrarDb *db,
               const IkrarRecord *record,
               const IkrarLedgerField *fields,
               guint n_fields,
               guint8 (*salts)[IKRAR_SALT_SIZE],
               GError **error)
{
  for (guint i = 0; i < n_fields; i++)
    if (!is_empty (&fields[i]) &&
        !ikrar_db_run (db, "ledger_field_insert", error, "iibt", (gint64) record->index,
                       (gint64) fields[i].tag, salts[i], (gsize) IKRAR_SALT_SIZE, fields[i].value))
      return FALSE;
  return TRUE;
}

static gboolean
check_fields (const IkrarLedgerField *fields, guint n_fields, GError **error)
{
  for (guint i = 0; i < n_fields; i++)
    if (!is_empty (&fields[i]) && !g_utf8_validate (fields[i].value, -1, NULL))
      {
        g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                             _ ("A text that shall be sealed is not valid UTF-8."));
        return FALSE;
      }
  return TRUE;
}

gboolean
ikrar_ledger_append (IkrarChange *change,
                     IkrarRecord *record,
                     const IkrarLedgerField *fields,
                     guint n_fields,
                     GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  guint8 salts[IKRAR_RECORD_COMMITMENTS_MAX][IKRAR_SALT_SIZE];
  IkrarLedgerTail *tail;

  g_return_val_if_fail (n_fields <= IKRAR_RECORD_COMMITMENTS_MAX, FALSE);

  if (!check_fields (fields, n_fields, error))
    return FALSE;
  tail = open_tail (change, error);
  if (tail == NULL)
    return FALSE;
  record->index = tail->frontier.size;
  if (record->at == 0)
    record->at = ikrar_change_get_time (change);
  if (record->desk == NULL)
    record->desk = ikrar_store_get_desk (ikrar_change_get_store (change));
  record->n_commitments = 0;
  for (guint i = 0; i < n_fields; i++)
    if (!is_empty (&fields[i]))
      ikrar_record_commit (record, fields[i].tag, fields[i].value, salts[i]);
  return insert_record (db, tail, record, error) &&
         insert_fields (db, record, fields, n_fields, salts, error);
}

gboolean
_ikrar_ledger_tail_write (IkrarLedgerTail *tail, IkrarChange *change, GError **error)
{
  g_autoptr (GBytes) bytes = ikrar_frontier_encode (&tail->frontier);

  return ikrar_db_run (ikrar_change_get_db (change), "ledger_head_put", error, "ib",
                       (gint64) tail->frontier.size, g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes));
}

void
_ikrar_ledger_tail_free (IkrarLedgerTail *tail)
{
  g_byte_array_unref (tail->bytes);
  g_free (tail);
}

char *
ikrar_ledger_get_field (IkrarStore *store, guint64 index, IkrarFieldTag tag, GError **error)
{
  return ikrar_db_get_text (ikrar_store_get_db (store), "ledger_field_get", error, "ii",
                            (gint64) index, (gint64) tag);
}

static gboolean
read_newest_checkpoint (IkrarDb *db, IkrarLedgerState *state, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "checkpoint_newest", error, "");
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  if (step == IKRAR_STEP_ROW)
    {
      state->sealed = ikrar_statement_get_int (statement, 0);
      state->checkpoint_at = ikrar_statement_get_int (statement, 1);
    }
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

gboolean
ikrar_ledger_get_state (IkrarStore *store, IkrarLedgerState *state, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  IkrarFrontier frontier;
  gint64 count;

  *state = (IkrarLedgerState){ 0 };
  if (!_ikrar_ledger_read_head (db, "ledger_head_get", &frontier, &state->origin, error) ||
      !ikrar_db_get_int (db, "checkpoint_count", &count, error, ""))
    return FALSE;
  state->size = frontier.size;
  state->checkpoints = count;
  ikrar_frontier_root (&frontier, &state->root);
  return read_newest_checkpoint (db, state, error);
}

void
ikrar_ledger_state_clear (IkrarLedgerState *state)
{
  g_clear_pointer (&state->origin, g_free);
}
