/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/store.h"

#include <glib/gstdio.h>

#include "store/error.h"
#include "store/migration.h"

struct _IkrarStore
{
  IkrarDb *db;
  IkrarKeyring *keyring; /* opened when first needed */
  char *actor;
  char *desk;
  IkrarClock clock;
  gpointer clock_data;
  IkrarStoreNotify notify;
  gpointer notify_data;
};

static IkrarStore *
new_store (IkrarDb *db)
{
  IkrarStore *store = g_new0 (IkrarStore, 1);

  store->db = db;
  store->actor = g_strdup (g_get_user_name ());
  store->desk = g_strdup (g_get_host_name ());
  return store;
}

static gboolean
is_missing_or_empty (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0);
}

/* Damage is looked for through a connection that cannot write. */
static gboolean
check_unharmed (const char *uri, IkrarDbMode mode, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (IkrarDb) db = ikrar_db_open (uri, IKRAR_DB_READ_ONLY, &local);

  if (db != NULL)
    return ikrar_db_check (db, FALSE, error);
  if (mode == IKRAR_DB_CREATE && is_missing_or_empty (uri))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A step to a newer schema is never the only copy of what was there. */
static gboolean
migrate (IkrarStore *store, GError **error)
{
  int schema = ikrar_db_get_schema (store->db);

  if (schema == ikrar_migration_newest ())
    return TRUE;
  if (schema > 0 && schema < ikrar_migration_newest ())
    {
      const char *path = ikrar_db_get_path (store->db);
      g_autofree char *copy = g_strdup_printf ("%s.before-schema-%d", path, schema + 1);

      if (!g_file_test (copy, G_FILE_TEST_EXISTS) && !ikrar_db_copy (store->db, copy, error))
        return FALSE;
    }
  return ikrar_migration_run (store->db, error);
}

IkrarStore *
ikrar_store_open (const char *uri, IkrarDbMode mode, GError **error)
{
  g_autoptr (IkrarStore) store = NULL;
  IkrarDb *db;

  if (!check_unharmed (uri, mode, error))
    return NULL;
  db = ikrar_db_open (uri, mode, error);
  if (db == NULL)
    return NULL;
  store = new_store (db);
  if (mode != IKRAR_DB_READ_ONLY && !migrate (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

IkrarStore *
ikrar_store_open_checked (const char *uri, GError **error)
{
  IkrarDb *db = ikrar_db_open (uri, IKRAR_DB_OPEN, error);

  return db != NULL ? new_store (db) : NULL;
}

void
ikrar_store_close (IkrarStore *store)
{
  if (store == NULL)
    return;
  ikrar_db_close (store->db);
  g_clear_pointer (&store->keyring, ikrar_keyring_unref);
  g_free (store->actor);
  g_free (store->desk);
  g_free (store);
}

IkrarDb *
ikrar_store_get_db (IkrarStore *store)
{
  return store->db;
}

IkrarKeyring *
ikrar_store_get_keyring (IkrarStore *store, GError **error)
{
  if (store->keyring == NULL)
    {
      g_autofree char *path = g_strconcat (ikrar_db_get_path (store->db), ".keys", NULL);

      store->keyring = ikrar_keyring_open (path, g_getenv ("IKRAR_PASSPHRASE"), error);
    }
  return store->keyring;
}

void
ikrar_store_set_clock (IkrarStore *store, IkrarClock clock, gpointer user_data)
{
  store->clock = clock;
  store->clock_data = user_data;
}

IkrarTime
ikrar_store_now (IkrarStore *store)
{
  return store->clock != NULL ? store->clock (store->clock_data) : ikrar_time_now ();
}

void
ikrar_store_set_actor (IkrarStore *store, const char *actor, const char *desk)
{
  g_free (store->actor);
  store->actor = g_strdup (actor);
  g_free (store->desk);
  store->desk = g_strdup (desk != NULL ? desk : g_get_host_name ());
}

const char *
ikrar_store_get_actor (IkrarStore *store)
{
  return store->actor;
}

const char *
ikrar_store_get_desk (IkrarStore *store)
{
  return store->desk;
}

void
ikrar_store_set_notify (IkrarStore *store, IkrarStoreNotify notify, gpointer user_data)
{
  store->notify = notify;
  store->notify_data = user_data;
}

void
ikrar_store_notify (IkrarStore *store)
{
  if (store->notify != NULL)
    store->notify (store->notify_data);
}

char *
ikrar_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "ikrar", "ikrar.db", NULL);
}
