/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/ballast.h"
#include "store/copy-private.h"
#include "store/db-private.h"
#include "store/error.h"
#include "store/file-private.h"
#include "store/ledger-private.h"
#include "store/migration.h"

/* The key file of the source, and where it goes; NULL if there is nothing to copy. */
typedef struct
{
  char *from;
  char *to;
} KeyFiles;

static void
clear_key_files (KeyFiles *keys)
{
  g_free (keys->from);
  g_free (keys->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeyFiles, clear_key_files)

static gboolean
find_keys (IkrarStore *source, IkrarStore *target, KeyFiles *keys, GError **error)
{
  keys->from = ikrar_store_own_file (source, ".keys");
  keys->to = ikrar_store_own_file (target, ".keys");
  if (!g_file_test (keys->from, G_FILE_TEST_EXISTS))
    {
      g_clear_pointer (&keys->from, g_free);
      return TRUE;
    }
  if (!g_file_test (keys->to, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("There are secret keys at %s already. They were left as they are; put the file "
                  "elsewhere, or copy without keys."),
               keys->to);
  return FALSE;
}

static gboolean
copy_keys (const KeyFiles *keys, GError **error)
{
  g_autofree char *scratch = _ikrar_file_scratch (keys->to);
  g_autofree char *folder = g_path_get_dirname (keys->to);
  g_autoptr (GFile) from = g_file_new_for_path (keys->from);
  g_autoptr (GFile) to = g_file_new_for_path (scratch);
  gboolean ok;

  g_mkdir_with_parents (folder, 0700);
  ok = _ikrar_file_create (scratch, error) &&
       g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                    NULL, error) &&
       g_chmod (scratch, 0600) == 0 && _ikrar_file_place (scratch, keys->to, error);
  g_unlink (scratch);
  return ok;
}

/* Within the transaction: what does not hold is not kept. */
static gboolean
verify_ledger (IkrarDb *db, IkrarCopy *copy, const IkrarProgress *progress, GError **error)
{
  const IkrarProgress quiet = { NULL, NULL, progress != NULL ? progress->cancellable : NULL };
  g_autoptr (IkrarLedgerReport) report = _ikrar_ledger_verify_within (db, &quiet, error);

  if (report == NULL)
    return FALSE;
  copy->records = report->size;
  copy->root = report->root;
  if (report->ok)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT,
               _ ("The sealed log of the copy does not hold: %s"),
               (const char *) g_ptr_array_index (report->problems, 0));
  return FALSE;
}

static gboolean
copy_within (IkrarDb *from,
             IkrarDb *to,
             IkrarCopy *copy,
             const IkrarProgress *progress,
             GError **error)
{
  return _ikrar_copy_rows (from, to, copy, progress, error) &&
         verify_ledger (to, copy, progress, error);
}

/* The keys are in place before the rows are: a database without them would make new ones. */
static gboolean
copy_all (IkrarDb *from,
          IkrarDb *to,
          const KeyFiles *keys,
          IkrarCopy *copy,
          const IkrarProgress *progress,
          GError **error)
{
  gboolean ok;

  if (!ikrar_db_begin_read (from, error))
    return FALSE;
  copy->keys = FALSE;
  copy->tables = 0;
  ok = ikrar_db_begin (to, error) && copy_within (from, to, copy, progress, error) &&
       (keys->from == NULL || (copy->keys = copy_keys (keys, error))) &&
       ikrar_db_commit (to, error);
  ikrar_db_rollback (to);
  ikrar_db_rollback (from);
  if (!ok && copy->keys)
    g_unlink (keys->to);
  return ok;
}

static gboolean
copy_between (IkrarStore *source,
              IkrarStore *target,
              IkrarCopy *copy,
              const IkrarProgress *progress,
              GError **error)
{
  g_auto (KeyFiles) keys = { 0 };

  return (copy->without_keys || find_keys (source, target, &keys, error)) &&
         copy_all (ikrar_store_get_db (source), ikrar_store_get_db (target), &keys, copy, progress,
                   error);
}

static void
remove_file (const char *path)
{
  _ikrar_file_remove_database (path);
  ikrar_ballast_drop (path);
}

gboolean
ikrar_copy_run (IkrarStore *source,
                const char *target,
                IkrarCopy *copy,
                const IkrarProgress *progress,
                GError **error)
{
  gboolean is_new = !ikrar_db_uri_is_shared (target) && !g_file_test (target, G_FILE_TEST_EXISTS);
  IkrarStore *store = ikrar_store_open (target, IKRAR_DB_CREATE, error);
  gboolean ok = store != NULL && copy_between (source, store, copy, progress, error);

  ikrar_store_close (store);
  if (!ok && is_new)
    remove_file (target);
  return ok;
}

/* As it is: an older schema stays, and a sealed log that does not hold is told by whoever verifies
 * the file. */
static gboolean
fill_file (IkrarDb *db, IkrarDb *file, GError **error)
{
  IkrarCopy copy = { 0 };
  gboolean ok;

  if (!ikrar_migration_run_to (file, ikrar_db_get_schema (db), error) ||
      !ikrar_db_begin_read (db, error))
    return FALSE;
  ok = ikrar_db_begin (file, error) && _ikrar_copy_rows (db, file, &copy, NULL, error) &&
       ikrar_db_commit (file, error) && ikrar_db_flush (file, error);
  ikrar_db_rollback (file);
  ikrar_db_rollback (db);
  return ok;
}

gboolean
_ikrar_copy_to_file (IkrarDb *db, const char *path, GError **error)
{
  IkrarDb *file = ikrar_db_open (path, IKRAR_DB_CREATE, error);
  gboolean ok = file != NULL && fill_file (db, file, error);

  ikrar_db_close (file);
  if (!ok)
    _ikrar_file_remove_database (path);
  return ok;
}
