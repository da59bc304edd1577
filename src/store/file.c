/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define _GNU_SOURCE /* renameat2 */
#define G_LOG_DOMAIN "ikrar-store"

#include "store/file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/id.h"

#define SCRATCH_PREFIX ".ikrar-"
#define SCRATCH_SUFFIX ".part"
/* Nothing that writes a file takes longer. */
#define STALE_SECONDS (24 * 60 * 60)

static gboolean
fail (GError **error, const char *path, int code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

char *
_ikrar_file_scratch_name (void)
{
  return g_strdup_printf (SCRATCH_PREFIX "%" IKRAR_ID_FORMAT SCRATCH_SUFFIX, ikrar_id_new ());
}

char *
_ikrar_file_scratch (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = _ikrar_file_scratch_name ();

  return g_build_filename (folder, name, NULL);
}

gboolean
_ikrar_file_create (const char *path, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail (error, path, errno);
  close (fd);
  return TRUE;
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

static gboolean
sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return _ikrar_file_sync (folder, error);
}

gboolean
_ikrar_file_place (const char *scratch, const char *path, GError **error)
{
  if (!_ikrar_file_sync (scratch, error))
    return FALSE;
  if (g_rename (scratch, path) != 0)
    return fail (error, path, errno);
  return sync_folder_of (path, error);
}

/* Not every file system has hard links, and not every one renames without replacing. */
static int
move_new (const char *scratch, const char *path)
{
  if (link (scratch, path) == 0)
    return g_unlink (scratch);
  if (errno == EEXIST)
    return -1;
  return renameat2 (AT_FDCWD, scratch, AT_FDCWD, path, RENAME_NOREPLACE);
}

gboolean
_ikrar_file_place_new (const char *scratch, const char *path, GError **error)
{
  if (!_ikrar_file_sync (scratch, error))
    return FALSE;
  if (move_new (scratch, path) != 0 && errno != EEXIST)
    return fail (error, path, errno);
  return sync_folder_of (path, error);
}

gboolean
_ikrar_file_move (GFile *scratch, GFile *file, GError **error)
{
  const char *from = g_file_peek_path (scratch);
  const char *to = g_file_peek_path (file);

  if (from != NULL && to != NULL)
    return _ikrar_file_place (from, to, error);
  return g_file_move (scratch, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

void
_ikrar_file_remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static gboolean
is_stale (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) &&
         time (NULL) - info.st_mtime > STALE_SECONDS;
}

void
_ikrar_file_remove_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, SCRATCH_PREFIX) && strstr (name, SCRATCH_SUFFIX) != NULL &&
          is_stale (path))
        g_unlink (path);
    }
}
