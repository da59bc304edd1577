/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/change-private.h"
#include "store/error.h"

struct _IkrarChange
{
  IkrarStore *store; /* borrowed */
  gboolean beside;   /* other writers go on meanwhile */
  IkrarId id;
  IkrarTime at;
  guint places;            /* rows of journal_change so far */
  IkrarLedgerTail *ledger; /* the sealed log's tail, if something was appended */
  gboolean open;           /* neither committed nor taken back */
};

static gboolean
begin_once (IkrarDb *db, gboolean beside, GError **error)
{
  return beside ? ikrar_db_begin_beside (db, error) : ikrar_db_begin (db, error);
}

/* Nothing is done yet: when the server is gone, its standby is waited for. */
static gboolean
begin_patiently (IkrarStore *store, gboolean beside, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GError) local = NULL;

  if (begin_once (db, beside, &local))
    return TRUE;
  if (g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
    return ikrar_store_reconnect (store, error) && begin_once (db, beside, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static IkrarChange *
open_change (IkrarStore *store, gboolean beside, GError **error)
{
  IkrarChange *change;

  if (!begin_patiently (store, beside, error))
    return NULL;
  change = g_new0 (IkrarChange, 1);
  change->store = store;
  change->beside = beside;
  change->open = TRUE;
  change->id = ikrar_id_new ();
  change->at = ikrar_store_now (store);
  return change;
}

static IkrarChange *
begin (IkrarStore *store,
       gboolean beside,
       const char *action,
       IkrarId event,
       IkrarId subject,
       const char *detail,
       const guint8 *nonce,
       GError **error)
{
  g_autoptr (IkrarChange) change = open_change (store, beside, error);
  guint8 fresh[IKRAR_NONCE_SIZE];

  if (change == NULL)
    return NULL;
  if (nonce == NULL)
    ikrar_nonce_new (fresh);
  if (!ikrar_db_run (ikrar_store_get_db (store), "journal_insert", error, "iitttiitb", change->id,
                     change->at, ikrar_store_get_actor (store), ikrar_store_get_desk (store),
                     action, event, subject, detail, nonce != NULL ? nonce : fresh,
                     (gsize) IKRAR_NONCE_SIZE))
    return NULL;
  return g_steal_pointer (&change);
}

IkrarChange *
ikrar_change_begin (IkrarStore *store,
                    const char *action,
                    IkrarId event,
                    IkrarId subject,
                    const char *detail,
                    const guint8 *nonce,
                    GError **error)
{
  return begin (store, FALSE, action, event, subject, detail, nonce, error);
}

IkrarChange *
ikrar_change_begin_beside (IkrarStore *store,
                           const char *action,
                           IkrarId event,
                           IkrarId subject,
                           const char *detail,
                           const guint8 *nonce,
                           GError **error)
{
  return begin (store, TRUE, action, event, subject, detail, nonce, error);
}

gboolean
_ikrar_change_note (IkrarChange *change,
                    const char *table,
                    IkrarId id,
                    const char *before,
                    const char *after,
                    GError **error)
{
  return ikrar_db_run (ikrar_change_get_db (change), "journal_change_insert", error, "iititt",
                       change->id, (gint64) change->places++, table, id, before, after);
}

/* The row as it stands, or NULL without an error if there is none. */
static gboolean
get_before (IkrarChange *change,
            const IkrarEntity *entity,
            IkrarId id,
            gpointer *row,
            GError **error)
{
  g_autoptr (GError) local = NULL;

  *row = ikrar_entity_get (entity, ikrar_change_get_db (change), id, &local);
  if (*row != NULL || g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
_ikrar_change_put_encoded (IkrarChange *change,
                           const IkrarEntity *entity,
                           gconstpointer row,
                           const char *before,
                           const char *after,
                           GError **error)
{
  return ikrar_entity_put (entity, ikrar_change_get_db (change), row, error) &&
         _ikrar_change_note (change, entity->name, ikrar_entity_id (entity, row), before, after,
                             error);
}

gboolean
ikrar_change_put (IkrarChange *change, const IkrarEntity *entity, gconstpointer row, GError **error)
{
  IkrarId id = ikrar_entity_id (entity, row);
  gpointer old = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (id > 0, FALSE);

  if (!get_before (change, entity, id, &old, error))
    return FALSE;
  before = ikrar_entity_encode (entity, old);
  after = ikrar_entity_encode (entity, row);
  ikrar_entity_free (entity, old);
  return strcmp (before, after) == 0 ||
         _ikrar_change_put_encoded (change, entity, row, before, after, error);
}

gboolean
ikrar_change_replace (IkrarChange *change,
                      const IkrarEntity *entity,
                      gconstpointer row,
                      GError **error)
{
  gpointer old =
      ikrar_entity_get (entity, ikrar_change_get_db (change), ikrar_entity_id (entity, row), error);

  if (old == NULL)
    return FALSE;
  ikrar_entity_free (entity, old);
  return ikrar_change_put (change, entity, row, error);
}

gboolean
ikrar_change_delete (IkrarChange *change, const IkrarEntity *entity, IkrarId id, GError **error)
{
  gpointer old = ikrar_entity_get (entity, ikrar_change_get_db (change), id, error);
  g_autofree char *before = NULL;

  if (old == NULL)
    return FALSE;
  before = ikrar_entity_encode (entity, old);
  ikrar_entity_free (entity, old);
  return ikrar_entity_delete (entity, ikrar_change_get_db (change), id, error) &&
         _ikrar_change_note (change, entity->name, id, before, "", error);
}

/* The writer's lock is the server's word that whoever held it before has come to an end. */
static gboolean
lock_out_others (IkrarChange *change, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);

  return change->beside ? ikrar_db_begin_read (db, error) : ikrar_db_begin (db, error);
}

/* The answer to a commit was lost: the journal tells whether it was done. */
static gboolean
find_out (IkrarChange *change, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  gint64 id;
  gboolean ok;

  if (!ikrar_store_reconnect (change->store, error) || !lock_out_others (change, error))
    return FALSE;
  ok = ikrar_db_get_int (db, "journal_get", &id, error, "i", change->id);
  ikrar_db_rollback (db);
  if (ok && id == 0)
    g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST,
                         _ ("The link to the shared database broke before the change was saved. "
                            "It is back; do it again."));
  return ok && id != 0;
}

static gboolean
commit (IkrarChange *change, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ikrar_db_commit (ikrar_change_get_db (change), &local))
    return TRUE;
  if (g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
    return find_out (change, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
ikrar_change_commit (IkrarChange *change, GError **error)
{
  if (change->ledger != NULL && !_ikrar_ledger_tail_write (change->ledger, change, error))
    return FALSE;
  change->open = FALSE; /* a commit that fails has been rolled back */
  if (!commit (change, error))
    return FALSE;
  ikrar_store_notify (change->store);
  return TRUE;
}

void
ikrar_change_free (IkrarChange *change)
{
  if (change == NULL)
    return;
  if (change->open)
    ikrar_db_rollback (ikrar_change_get_db (change));
  g_clear_pointer (&change->ledger, _ikrar_ledger_tail_free);
  g_free (change);
}

IkrarStore *
ikrar_change_get_store (IkrarChange *change)
{
  return change->store;
}

IkrarDb *
ikrar_change_get_db (IkrarChange *change)
{
  return ikrar_store_get_db (change->store);
}

IkrarId
ikrar_change_get_id (IkrarChange *change)
{
  return change->id;
}

IkrarTime
ikrar_change_get_time (IkrarChange *change)
{
  return change->at;
}

IkrarLedgerTail **
_ikrar_change_ledger (IkrarChange *change)
{
  return &change->ledger;
}
