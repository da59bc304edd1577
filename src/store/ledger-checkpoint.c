/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "seal/checkpoint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/ledger-private.h"
#include "store/ledger.h"
#include "store/signing-key.h"

/* What a checkpoint needs to know of the log. */
typedef struct
{
  IkrarFrontier head;
  char *origin;
  char *note;           /* the newest checkpoint, NULL if there is none */
  IkrarCheckpoint last; /* what it says */
  gboolean genuine;
} Standing;

static void
standing_clear (Standing *standing)
{
  g_clear_pointer (&standing->origin, g_free);
  g_clear_pointer (&standing->note, g_free);
  ikrar_checkpoint_clear (&standing->last);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

void
ikrar_checkpoint_line_free (IkrarCheckpointLine *line)
{
  if (line == NULL)
    return;
  g_free (line->note);
  g_free (line);
}

gboolean
_ikrar_ledger_open_checkpoint (IkrarStatement *statement,
                               guint column,
                               guint64 size,
                               IkrarCheckpoint *checkpoint)
{
  gsize key_size;
  gconstpointer data = ikrar_statement_get_blob (statement, column + 1, &key_size);
  IkrarPublicKey key;

  if (key_size != IKRAR_PUBLIC_KEY_SIZE || ikrar_statement_get_int (statement, column + 2) != 0)
    return FALSE;
  memcpy (key.bytes, data, key_size);
  return ikrar_checkpoint_open (ikrar_statement_get_text (statement, column), &key, NULL,
                                checkpoint, NULL) &&
         checkpoint->size == size;
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

      line->size = ikrar_statement_get_int (statement, 0);
      if (_ikrar_ledger_open_checkpoint (statement, 2, line->size, &checkpoint))
        line->root = checkpoint.root;
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

static gboolean
read_standing (IkrarDb *db, Standing *standing, GError **error)
{
  IkrarStatement *statement;
  IkrarStep step;

  if (!_ikrar_ledger_read_head (db, "ledger_head_get", &standing->head, &standing->origin, error))
    return FALSE;
  statement = ikrar_db_query (db, "checkpoint_newest", error, "");
  step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  standing->genuine = TRUE;
  if (step == IKRAR_STEP_ROW)
    {
      standing->note = g_strdup (ikrar_statement_get_text (statement, 2));
      standing->genuine = _ikrar_ledger_open_checkpoint (
          statement, 2, ikrar_statement_get_int (statement, 0), &standing->last);
    }
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

/* The tree over the records that are in the database, their leaves made anew. @intact stays if they
 * are in their places and have the leaves they were kept with; @prefix is the tree over the first
 * records, as many as its size says. */
static gboolean
rebuild (IkrarDb *db,
         IkrarFrontier *whole,
         guint64 prefix_size,
         IkrarFrontier *prefix,
         gboolean *intact,
         GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "ledger_leaves", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gsize size, leaf_size;
      gconstpointer record = ikrar_statement_get_blob (statement, 1, &size);
      gconstpointer stored = ikrar_statement_get_blob (statement, 2, &leaf_size);
      IkrarDigest leaf;

      ikrar_merkle_leaf (record, size, &leaf);
      if ((guint64) ikrar_statement_get_int (statement, 0) != whole->size ||
          leaf_size != IKRAR_DIGEST_SIZE || memcmp (stored, leaf.bytes, leaf_size) != 0)
        *intact = FALSE;
      ikrar_frontier_append (whole, &leaf);
      if (whole->size == prefix_size)
        *prefix = *whole;
    }
  return step == IKRAR_STEP_DONE;
}

static gboolean
has_root (const IkrarFrontier *frontier, const IkrarDigest *root)
{
  IkrarDigest actual;

  ikrar_frontier_root (frontier, &actual);
  return ikrar_digest_equal (&actual, root);
}

static gboolean
same_tree (const IkrarFrontier *a, const IkrarFrontier *b)
{
  IkrarDigest root;

  ikrar_frontier_root (a, &root);
  return a->size == b->size && has_root (b, &root);
}

/* C2SP: a log must not sign a checkpoint that is inconsistent with one it signed before. */
static gboolean
check_extends (IkrarDb *db, const Standing *standing, GError **error)
{
  IkrarFrontier whole = { 0 };
  IkrarFrontier prefix = { 0 };
  gboolean intact = TRUE;

  if (!standing->genuine || standing->last.size > standing->head.size ||
      (standing->note != NULL && g_strcmp0 (standing->last.origin, standing->origin) != 0))
    return refuse (error,
                   _ ("The sealed log does not extend its last checkpoint. Nothing was signed; "
                      "check the log."));
  if (!rebuild (db, &whole, standing->last.size, &prefix, &intact, error))
    return FALSE;
  if (standing->note != NULL && !has_root (&prefix, &standing->last.root))
    return refuse (error, _ ("Records of the sealed log were altered since the last checkpoint. "
                             "Nothing was signed; check the log."));
  return (intact && same_tree (&whole, &standing->head)) ||
         refuse (error, _ ("The sealed log does not fit its head. Nothing was signed; check the "
                           "log."));
}

static gboolean
insert (IkrarChange *change,
        const Standing *standing,
        IkrarSecretKey *key,
        char **note,
        GError **error)
{
  IkrarCheckpoint checkpoint = { .origin = standing->origin, .size = standing->head.size };
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (key);
  IkrarDb *db = ikrar_change_get_db (change);
  gint64 key_id;

  if (!ikrar_key_name_is_valid (standing->origin))
    return refuse (error, _ ("The name of the sealed log was altered. Nothing was signed; check "
                             "the log."));
  ikrar_frontier_root (&standing->head, &checkpoint.root);
  *note = ikrar_checkpoint_sign (&checkpoint, key, standing->origin);
  return ikrar_db_get_int (db, "signing_key_id", &key_id, error, "b", public_key->bytes,
                           (gsize) IKRAR_PUBLIC_KEY_SIZE) &&
         ikrar_db_run (db, "checkpoint_insert", error, "iiit", (gint64) standing->head.size,
                       ikrar_change_get_time (change), key_id, *note) &&
         ikrar_change_commit (change, error);
}

/* Records may have come, and another program may have signed, since @checked was looked at. */
static gboolean
sign (IkrarStore *store, const Standing *checked, char **note, GError **error)
{
  g_autoptr (IkrarSecretKey) key = ikrar_signing_key_get (store, 0, error);
  g_autoptr (IkrarChange) change =
      key != NULL ? ikrar_change_begin (store, "ledger.checkpoint", 0, 0, NULL, NULL, error) : NULL;
  g_auto (Standing) standing = { 0 };

  if (change == NULL || !read_standing (ikrar_change_get_db (change), &standing, error))
    return FALSE;
  if (!(same_tree (&standing.head, &checked->head) &&
        g_strcmp0 (standing.note, checked->note) == 0) &&
      !check_extends (ikrar_change_get_db (change), &standing, error))
    return FALSE;
  if (standing.last.size == standing.head.size)
    {
      *note = g_steal_pointer (&standing.note);
      return TRUE;
    }
  return insert (change, &standing, key, note, error);
}

gboolean
ikrar_ledger_checkpoint (IkrarStore *store, char **note, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_auto (Standing) standing = { 0 };
  g_autofree char *newest = NULL;
  gboolean sound;

  if (note != NULL)
    *note = NULL;
  if (!ikrar_db_begin_read (db, error))
    return FALSE;
  sound = read_standing (db, &standing, error) && check_extends (db, &standing, error);
  ikrar_db_rollback (db);
  if (!sound)
    return FALSE;
  if (standing.head.size == standing.last.size)
    newest = g_strdup (standing.note);
  else if (!sign (store, &standing, &newest, error))
    return FALSE;
  if (note != NULL)
    *note = g_steal_pointer (&newest);
  return TRUE;
}

static gboolean
open_by_any (GArray *keys, const char *note, IkrarCheckpoint *checkpoint)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const IkrarPublicKeyLine *line = &g_array_index (keys, IkrarPublicKeyLine, i);

      if (line->event == 0 &&
          ikrar_checkpoint_open (note, &line->public_key, NULL, checkpoint, NULL))
        return TRUE;
    }
  return FALSE;
}

gboolean
ikrar_ledger_check_note (IkrarStore *store, const char *note, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GArray) keys = ikrar_signing_key_list (store, error);
  g_auto (IkrarCheckpoint) checkpoint = { 0 };
  IkrarFrontier whole = { 0 };
  IkrarFrontier prefix = { 0 };
  gboolean intact = TRUE;

  if (keys == NULL)
    return FALSE;
  if (!open_by_any (keys, note, &checkpoint))
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                           _ ("No key of this database signed the checkpoint."));
      return FALSE;
    }
  if (!rebuild (db, &whole, checkpoint.size, &prefix, &intact, error))
    return FALSE;
  return has_root (&prefix, &checkpoint.root) ||
         refuse (error, _ ("The log is not the one that the checkpoint was signed over: records "
                           "are missing, or were altered."));
}
