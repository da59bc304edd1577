/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/backup-private.h"
#include "store/ballast.h"
#include "store/db-private.h"
#include "store/error.h"
#include "store/migration.h"
#include "store/store-private.h"

/* A desk is sealed into records, which have room for so many bytes (docs/formats.md, 8). */
#define DESK_SIZE_MAX 255

#define FOLDER_NAME_LENGTH 16 /* hex digits that tell one shared database from another */

struct _IkrarStore
{
  IkrarDb *db;
  char *base; /* what the names of its files begin with */
  guint patience_ms;
  IkrarKeyring *keyring; /* opened when first needed */
  char *actor;
  char *desk;
  IkrarClock clock;
  gpointer clock_data;
  IkrarStoreNotify notify;
  gpointer notify_data;
};

/* Valid UTF-8 of at most DESK_SIZE_MAX bytes: names of computers and accounts come in any form. */
static char *
clean_name (const char *name)
{
  char *clean = g_utf8_make_valid (name, -1);

  if (strlen (clean) > DESK_SIZE_MAX)
    *g_utf8_find_prev_char (clean, clean + DESK_SIZE_MAX + 1) = '\0';
  return clean;
}

static IkrarStore *
new_store (IkrarDb *db, const char *uri)
{
  IkrarStore *store = g_new0 (IkrarStore, 1);

  store->db = db;
  store->patience_ms = IKRAR_STORE_PATIENCE_MS;
  store->base =
      ikrar_db_get_path (db) != NULL ? g_strdup (ikrar_db_get_path (db)) : ikrar_store_base (uri);
  ikrar_store_set_actor (store, g_get_user_name (), NULL);
  return store;
}

char *
ikrar_store_base (const char *uri)
{
  g_autofree char *identity = NULL;
  g_autofree char *digest = NULL;

  if (!ikrar_db_uri_is_shared (uri))
    return g_strdup (uri);
  identity = _ikrar_postgres_identity (uri);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  digest[FOLDER_NAME_LENGTH] = '\0';
  return g_build_filename (g_get_user_data_dir (), "ikrar", "shared", digest, "ikrar.db", NULL);
}

gboolean
ikrar_store_make_folder (const char *uri)
{
  g_autofree char *base = ikrar_store_base (uri);
  g_autofree char *folder = g_path_get_dirname (base);

  return g_mkdir_with_parents (folder, 0700) == 0;
}

static gboolean
is_missing_or_empty (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0);
}

gboolean
ikrar_store_is_same_file (const char *one, const char *other)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

gboolean
ikrar_store_is_own_file (const char *uri, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".keys", ".keys.lock", ".ballast" };
  g_autofree char *base = ikrar_store_base (uri);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *own = g_strconcat (base, suffixes[i], NULL);

      if (ikrar_store_is_same_file (path, own))
        return TRUE;
    }
  return FALSE;
}

/* A program that was killed may have left a change half made, which a connection that only reads
 * can neither take back nor look past. What goes wrong with it is told by the next one. */
static void
roll_back (const char *uri)
{
  g_autofree char *journal = g_strconcat (uri, "-journal", NULL);
  g_autoptr (IkrarDb) db = NULL;

  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return;
  db = ikrar_db_open (uri, IKRAR_DB_OPEN, NULL);
  if (db != NULL)
    ikrar_db_get_schema (db);
}

/* Damage is looked for through a connection that cannot write. Whether there is anything to look at
 * is asked first: programs that start together may make the file at any moment. */
static gboolean
check_unharmed (const char *uri, IkrarDbMode mode, GError **error)
{
  g_autoptr (IkrarDb) db = NULL;

  if (ikrar_db_uri_is_shared (uri) || (mode == IKRAR_DB_CREATE && is_missing_or_empty (uri)))
    return TRUE;
  if (mode != IKRAR_DB_READ_ONLY)
    roll_back (uri);
  db = ikrar_db_open (uri, IKRAR_DB_READ_ONLY, error);
  return db != NULL && ikrar_migration_check (db, error) && ikrar_db_check (db, FALSE, error);
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
      g_autofree char *copy = g_strdup_printf ("%s.before-schema-%d", store->base, schema + 1);

      ikrar_store_make_folder (store->base);
      if (!g_file_test (copy, G_FILE_TEST_EXISTS) && !_ikrar_backup_copy (store->db, copy, error))
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
  store = new_store (db, uri);
  if (mode == IKRAR_DB_READ_ONLY)
    return ikrar_migration_check (db, error) ? g_steal_pointer (&store) : NULL;
  if (!migrate (store, error))
    return NULL;
  if (ikrar_db_get_path (db) != NULL)
    ikrar_ballast_keep (ikrar_db_get_path (db));
  return g_steal_pointer (&store);
}

IkrarStore *
ikrar_store_open_checked (const char *uri, GError **error)
{
  IkrarDb *db = ikrar_db_open (uri, IKRAR_DB_OPEN, error);

  return db != NULL ? new_store (db, uri) : NULL;
}

void
ikrar_store_close (IkrarStore *store)
{
  if (store == NULL)
    return;
  ikrar_db_close (store->db);
  g_clear_pointer (&store->keyring, ikrar_keyring_unref);
  g_free (store->base);
  g_free (store->actor);
  g_free (store->desk);
  g_free (store);
}

IkrarDb *
ikrar_store_get_db (IkrarStore *store)
{
  return store->db;
}

const char *
ikrar_store_get_base (IkrarStore *store)
{
  return store->base;
}

char *
ikrar_store_own_file (IkrarStore *store, const char *suffix)
{
  return g_strconcat (store->base, suffix, NULL);
}

IkrarKeyring *
_ikrar_store_reload_keyring (IkrarStore *store, GError **error)
{
  g_autofree char *path = ikrar_store_own_file (store, ".keys");
  g_autofree char *folder = g_path_get_dirname (path);

  /* A shared database has none beside it until something has to be kept there. */
  g_mkdir_with_parents (folder, 0700);
  g_clear_pointer (&store->keyring, ikrar_keyring_unref);
  store->keyring = ikrar_keyring_open (path, g_getenv ("IKRAR_PASSPHRASE"), error);
  return store->keyring;
}

IkrarKeyring *
ikrar_store_get_keyring (IkrarStore *store, GError **error)
{
  return store->keyring != NULL ? store->keyring : _ikrar_store_reload_keyring (store, error);
}

void
ikrar_store_set_patience (IkrarStore *store, guint patience_ms)
{
  store->patience_ms = patience_ms;
  ikrar_db_set_hasty (store->db, patience_ms == 0);
}

gboolean
ikrar_store_reconnect (IkrarStore *store, GError **error)
{
  if (store->patience_ms == 0)
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST,
                           _ ("The link to the shared database broke."));
      return FALSE;
    }
  return ikrar_db_reconnect (store->db, store->patience_ms, error);
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
  store->actor = clean_name (actor);
  g_free (store->desk);
  store->desk = clean_name (desk != NULL ? desk : g_get_host_name ());
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
