/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "core/id.h"
#include "seal/backup-box.h"

#include "store/backup-private.h"
#include "store/error.h"
#include "store/institution.h"
#include "store/ledger.h"

#define KEY_SETTING "backup-key"

/* A file beside another one that goes away unless it is renamed. */
static char *
scratch_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".ikrar-%lld.part", (long long) ikrar_id_new ());

  return g_build_filename (folder, name, NULL);
}

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

gboolean
_ikrar_file_sync (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int code = errno;

  if (fd >= 0)
    close (fd);
  return ok || fail (error, path, code);
}

gboolean
_ikrar_file_place (const char *scratch, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!_ikrar_file_sync (scratch, error))
    return FALSE;
  if (g_rename (scratch, path) != 0)
    return fail (error, path, errno);
  return _ikrar_file_sync (folder, error);
}

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
  g_chmod (copy, 0600);
  if (!_ikrar_backup_verify (copy, progress, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (*key == '\0')
    return _ikrar_file_place (copy, path, error);
  return seal_copy (store, copy, sealed, key, cancellable, error) &&
         _ikrar_file_place (sealed, path, error);
}

static void
remove_scratch (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

gboolean
ikrar_backup_write (IkrarStore *store,
                    const char *path,
                    const char *passphrase,
                    const IkrarProgress *progress,
                    GError **error)
{
  g_autofree char *key = get_backup_key (store, passphrase, error);
  g_autofree char *copy = scratch_path (path);
  g_autofree char *sealed = scratch_path (path);
  gboolean ok;

  if (key == NULL)
    return FALSE;
  ok = write_copy (store, path, copy, sealed, key, progress, error);
  remove_scratch (copy);
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
  char head[8] = { 0 };

  if (input == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (input), head, sizeof head, NULL, NULL, error) ||
      !g_seekable_seek (G_SEEKABLE (input), 0, G_SEEK_SET, NULL, error))
    return FALSE;
  output = g_file_create (to, G_FILE_CREATE_PRIVATE, NULL, error);
  if (output == NULL)
    return FALSE;
  if (ikrar_backup_is_sealed (head, sizeof head))
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
  if (db == NULL || ikrar_db_claim (db, &local) ||
      !g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY))
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY,
               _ ("%s is open in another window or program. Close it, then restore."), path);
  return FALSE;
}

/* A hard link first: at no moment is there no database. */
static gboolean
keep_present (const char *path, GError **error)
{
  g_autofree char *kept = g_strconcat (path, ".before-restore", NULL);
  static const char *const suffixes[] = { "-wal", "-shm" };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_unlink (kept);
  if (link (path, kept) != 0)
    return fail (error, kept, errno);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (kept, suffixes[i], NULL);

      g_unlink (to);
      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        return fail (error, to, errno);
    }
  return TRUE;
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

gboolean
ikrar_backup_restore (const char *backup, const char *passphrase, const char *path, GError **error)
{
  g_autofree char *scratch = scratch_path (path);
  g_autoptr (GBytes) keys = NULL;
  gboolean ok = unpack (backup, passphrase, scratch, &keys, error) &&
                _ikrar_backup_verify (scratch, NULL, error) && check_unused (path, error) &&
                import_keys (path, keys, error) && keep_present (path, error) &&
                _ikrar_file_place (scratch, path, error);

  remove_scratch (scratch);
  return ok;
}
