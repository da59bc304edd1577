/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "seal/backup-box.h"

#include "store/backup-private.h"
#include "store/error.h"
#include "store/file-private.h"
#include "store/institution.h"
#include "store/ledger.h"

#define KEY_SETTING "backup-key"
#define HEAD_SIZE 8

/* A copy that cannot be opened and proven is no backup. */
gboolean
_ikrar_backup_verify (const char *path, const IkrarProgress *progress, GError **error)
{
  g_autoptr (IkrarStore) store = ikrar_store_open (path, IKRAR_DB_READ_ONLY, error);
  g_autoptr (IkrarLedgerReport) report = NULL;

  if (store == NULL || !ikrar_db_check (ikrar_store_get_db (store), TRUE, error))
    return FALSE;
  report = ikrar_ledger_verify (store, progress, error);
  if (report == NULL)
    return FALSE;
  if (report->ok)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT,
               _ ("The sealed log of the copy does not hold: %s"),
               (const char *) g_ptr_array_index (report->problems, 0));
  return FALSE;
}

gboolean
_ikrar_backup_looks_sealed (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  char head[HEAD_SIZE] = { 0 };

  return input != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (input), head, sizeof head, NULL, NULL, NULL) &&
         ikrar_backup_is_sealed (head, sizeof head);
}

gboolean
_ikrar_backup_copy (IkrarDb *db, const char *path, GError **error)
{
  g_autofree char *scratch = _ikrar_file_scratch (path);
  gboolean ok = ikrar_db_copy (db, scratch, error) && _ikrar_file_place (scratch, path, error);

  _ikrar_file_remove_database (scratch);
  return ok;
}

static char *
get_backup_key (IkrarStore *store, const char *passphrase, GError **error)
{
  if (passphrase != NULL)
    return ikrar_backup_key_make (passphrase, error);
  return ikrar_setting_get (store, KEY_SETTING, error);
}

static gboolean
seal_copy (IkrarStore *store,
           const char *copy,
           const char *sealed,
           const char *key,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (copy);
  g_autoptr (GFile) to = g_file_new_for_path (sealed);
  IkrarKeyring *keyring = ikrar_store_get_keyring (store, error);
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GBytes) keys = NULL;

  if (keyring == NULL)
    return FALSE;
  keys = ikrar_keyring_export (keyring);
  input = g_file_read (from, cancellable, error);
  if (input == NULL)
    return FALSE;
  output = g_file_create (to, G_FILE_CREATE_PRIVATE, cancellable, error);
  return output != NULL &&
         ikrar_backup_seal (key, keys, G_INPUT_STREAM (input), G_OUTPUT_STREAM (output),
                            cancellable, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error);
}

static gboolean
write_copy (IkrarStore *store,
            const char *path,
            const char *copy,
            const char *sealed,
            const char *key,
            const IkrarProgress *progress,
            GError **error)
{
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;

  if (!ikrar_db_copy (ikrar_store_get_db (store), copy, error))
    return FALSE;
  if (!_ikrar_backup_verify (copy, progress, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (*key == '\0')
    return _ikrar_file_place (copy, path, error);
  return seal_copy (store, copy, sealed, key, cancellable, error) &&
         _ikrar_file_place (sealed, path, error);
}

/* The database is no place for its own backup, whatever name it is called by. */
static gboolean
check_elsewhere (IkrarStore *store, const char *path, GError **error)
{
  if (!ikrar_store_is_own_file (ikrar_store_get_base (store), path))
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
               _ ("%s belongs to the database. Choose another name for the file."), path);
  return FALSE;
}

gboolean
ikrar_backup_write (IkrarStore *store,
                    const char *path,
                    const char *passphrase,
                    const IkrarProgress *progress,
                    GError **error)
{
  g_autofree char *copy = _ikrar_file_scratch (path);
  g_autofree char *sealed = _ikrar_file_scratch (path);
  g_autofree char *key = NULL;
  gboolean ok;

  if (!check_elsewhere (store, path, error))
    return FALSE;
  key = get_backup_key (store, passphrase, error);
  if (key == NULL)
    return FALSE;
  ok = write_copy (store, path, copy, sealed, key, progress, error);
  _ikrar_file_remove_database (copy);
  g_unlink (sealed);
  return ok;
}

gboolean
ikrar_backup_set_passphrase (IkrarStore *store, const char *passphrase, GError **error)
{
  g_autofree char *key = NULL;

  if (passphrase == NULL)
    return ikrar_setting_set (store, KEY_SETTING, "", error);
  key = ikrar_backup_key_make (passphrase, error);
  return key != NULL && ikrar_setting_set (store, KEY_SETTING, key, error);
}

gboolean
ikrar_backup_has_passphrase (IkrarStore *store)
{
  g_autofree char *key = ikrar_setting_get (store, KEY_SETTING, NULL);

  return key != NULL && *key != '\0';
}

/* What is in the backup, as a database beside the one it will replace. */
static gboolean
unpack (const char *backup,
        const char *passphrase,
        const char *scratch,
        GBytes **keys,
        GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autoptr (GFile) to = g_file_new_for_path (scratch);
  g_autoptr (GFileInputStream) input = g_file_read (from, NULL, error);
  g_autoptr (GFileOutputStream) output = NULL;

  if (input == NULL)
    return FALSE;
  output = g_file_create (to, G_FILE_CREATE_PRIVATE, NULL, error);
  if (output == NULL)
    return FALSE;
  if (_ikrar_backup_looks_sealed (backup))
    return ikrar_backup_open (passphrase, keys, G_INPUT_STREAM (input), G_OUTPUT_STREAM (output),
                              NULL, error) &&
           g_output_stream_close (G_OUTPUT_STREAM (output), NULL, error);
  return g_output_stream_splice (G_OUTPUT_STREAM (output), G_INPUT_STREAM (input),
                                 G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) >= 0;
}

/* A database that is damaged beyond opening has nobody working in it. */
static gboolean
check_unused (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (IkrarDb) db = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  db = ikrar_db_open (path, IKRAR_DB_OPEN, &local);
  if (db != NULL)
    ikrar_db_claim (db, &local);
  if (!g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY))
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY,
               _ ("%s is open in another window or program. Close it, then restore."), path);
  return FALSE;
}

/* A hard link, so that at no moment there is no database; a copy where there are no links. */
static gboolean
keep_file (const char *path, const char *kept, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (kept);

  g_unlink (kept);
  return link (path, kept) == 0 ||
         (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error) &&
          _ikrar_file_sync (kept, error));
}

/* A journal of the old database, even of one that is gone, would be played into the new one. */
static gboolean
move_journals (const char *path, const char *base, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (base, suffixes[i], NULL);

      g_unlink (to);
      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", to,
                       g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
keep_present (const char *path, GError **error)
{
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autofree char *kept = g_strconcat (path, ".before-restore", NULL);
  g_autofree char *orphan = g_strconcat (path, ".orphan", NULL);

  return (!exists || keep_file (path, kept, error)) &&
         move_journals (path, exists ? kept : orphan, error);
}

static gboolean
import_keys (const char *path, GBytes *keys, GError **error)
{
  g_autofree char *key_file = g_strconcat (path, ".keys", NULL);
  g_autoptr (IkrarKeyring) keyring = NULL;

  if (keys == NULL)
    return TRUE;
  keyring = ikrar_keyring_open (key_file, g_getenv ("IKRAR_PASSPHRASE"), error);
  return keyring != NULL && ikrar_keyring_import (keyring, keys, error);
}

/* Of the copy that was looked at nobody knows: what is wrong is said of the backup. */
static void
blame (const char *backup, GError *reason, GError **error)
{
  static const struct
  {
    IkrarStoreError code;
    const char *message;
  } texts[] = {
    { IKRAR_STORE_ERROR_FOREIGN, N_ ("This is no backup of Ikrar. Choose another file.") },
    { IKRAR_STORE_ERROR_CORRUPT, N_ ("The backup is damaged. Choose an older one.") },
    { IKRAR_STORE_ERROR_TOO_NEW,
      N_ ("The backup was made by a newer version of Ikrar. Update Ikrar first.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_error_matches (reason, IKRAR_STORE_ERROR, (int) texts[i].code))
      {
        g_set_error (error, IKRAR_STORE_ERROR, (int) texts[i].code, "%s: %s", backup,
                     _ (texts[i].message));
        g_error_free (reason);
        return;
      }
  g_propagate_error (error, reason);
}

static gboolean
check_backup (const char *backup, const char *scratch, GError **error)
{
  GError *reason = NULL;

  if (_ikrar_backup_verify (scratch, NULL, &reason))
    return TRUE;
  blame (backup, reason, error);
  return FALSE;
}

gboolean
ikrar_backup_restore (const char *backup, const char *passphrase, const char *path, GError **error)
{
  g_autofree char *scratch = _ikrar_file_scratch (path);
  g_autoptr (GBytes) keys = NULL;
  gboolean ok = unpack (backup, passphrase, scratch, &keys, error) &&
                check_backup (backup, scratch, error) && check_unused (path, error) &&
                import_keys (path, keys, error) && keep_present (path, error) &&
                _ikrar_file_place (scratch, path, error);

  _ikrar_file_remove_database (scratch);
  return ok;
}
