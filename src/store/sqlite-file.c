/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/vfs.h>

#include "store/error.h"
#include "store/migration.h"
#include "store/sqlite-file-private.h"

/* The file header of an SQLite database (fileformat2, 1.3). */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

/* Shared memory, which WAL needs, does not reach across machines. */
static const guint32 network_filesystems[] = {
  0x6969,     /* NFS */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x517b,     /* SMB */
  0x65735546, /* FUSE: sshfs, cloud folders */
};

static guint32
read_u32 (const guint8 *header, guint offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
check_header (const char *path, const guint8 *header, gssize size, GError **error)
{
  guint32 schema;

  if (size < HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0 ||
      read_u32 (header, HEADER_APPLICATION_ID) != IKRAR_SQLITE_APPLICATION_ID)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN,
                   _ ("%s is not a database of Ikrar. It was left as it is; choose another file."),
                   path);
      return FALSE;
    }
  schema = read_u32 (header, HEADER_USER_VERSION);
  if (schema > (guint32) ikrar_migration_newest ())
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_TOO_NEW,
                   _ ("%s was made by a newer version of Ikrar (schema %u, this program knows %d). "
                      "It was left as it is; update Ikrar."),
                   path, schema, ikrar_migration_newest ());
      return FALSE;
    }
  return TRUE;
}

/* Reads the header through SQLite's own descriptor: a second one, when closed, would drop the locks
 * that other connections of this process hold. Nothing is locked, recovered or written by it. */
static gssize
read_header (sqlite3 *handle, guint8 *header)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;

  if (sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file->pMethods == NULL || file->pMethods->xFileSize (file, &size) != SQLITE_OK)
    return -1;
  if (size >= HEADER_SIZE && file->pMethods->xRead (file, header, HEADER_SIZE, 0) != SQLITE_OK)
    return -1;
  return MIN (size, HEADER_SIZE);
}

gboolean
_ikrar_sqlite_file_inspect (sqlite3 *handle,
                            const char *path,
                            IkrarDbMode mode,
                            gboolean *is_new,
                            GError **error)
{
  guint8 header[HEADER_SIZE];
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gssize size = read_header (handle, header);

  *is_new = size == 0 && mode == IKRAR_DB_CREATE;
  if (*is_new)
    return TRUE;
  /* With a hot journal the header may be half a change; SQLite rolls it back first. */
  if (size > 0 && g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;
  return check_header (path, header, size, error);
}

void
_ikrar_sqlite_file_explain (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN,
                 _ ("%s is a folder, not a database. Give the path of a file."), path);
  else if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                 _ ("There is no database at %s, and none can be made there."), path);
  else
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_READ_ONLY,
                 _ ("%s cannot be opened. Check the permissions of the file and its folder."),
                 path);
}

const char *
_ikrar_sqlite_journal_pragma (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (statfs (folder, &info) == 0)
    for (guint i = 0; i < G_N_ELEMENTS (network_filesystems); i++)
      if ((guint32) info.f_type == network_filesystems[i])
        return "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA";
  return "PRAGMA journal_mode=WAL";
}
