/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarBackupLine:
 * @path: the file
 * @at: when it was made
 * @size: bytes
 * @sealed: whether it needs the passphrase
 */
typedef struct
{
  char *path;
  IkrarTime at;
  guint64 size;
  gboolean sealed;
} IkrarBackupLine;

/**
 * ikrar_backup_write:
 * @store: a store
 * @path: the file to write
 * @passphrase: (nullable): seals the backup; `NULL` seals it to the passphrase set by
 *   [func@backup_set_passphrase], or writes a plain SQLite file if there is none
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Writes a compact, consistent copy beside @path, opens and verifies it (file, schema, sealed log),
 * seals it if asked to, and renames it. A sealed backup holds the secret keys too; a plain one
 * never does.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_INVALID` if @path is the database itself, a store error,
 * an error of writing or `G_IO_ERROR_CANCELLED`; @path is as it was then
 */
gboolean ikrar_backup_write (IkrarStore *store,
                             const char *path,
                             const char *passphrase,
                             const IkrarProgress *progress,
                             GError **error);

/**
 * ikrar_backup_restore:
 * @backup: the backup
 * @passphrase: (nullable): its passphrase, if it is sealed
 * @path: the database to replace; nobody may have it open. What stood there is kept beside it as
 *   `<path>.before-restore`
 * @error: return location for an error
 *
 * Opens, verifies and only then puts in place.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_FOREIGN`, `CORRUPT`, `TOO_NEW`, `BUSY` (the database is
 * in use), `IKRAR_SEAL_ERROR_PASSPHRASE`, `IKRAR_SEAL_ERROR_ALTERED` or another error; @path is as
 * it was then
 */
gboolean
ikrar_backup_restore (const char *backup, const char *passphrase, const char *path, GError **error);

/**
 * ikrar_backup_set_passphrase:
 * @store: a store
 * @passphrase: (nullable): from now on backups are sealed to it; `NULL` makes them plain
 * @error: return location for an error
 *
 * Only a public key is kept: the passphrase is asked for again to restore.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_backup_set_passphrase (IkrarStore *store, const char *passphrase, GError **error);

/**
 * ikrar_backup_has_passphrase:
 * @store: a store
 *
 * Returns: whether backups are sealed
 */
gboolean ikrar_backup_has_passphrase (IkrarStore *store);

/**
 * ikrar_backup_folder:
 * @database: path of a database
 *
 * Any thread.
 *
 * Returns: (transfer full): the folder of its automatic backups, `backups` beside it
 */
char *ikrar_backup_folder (const char *database);

/**
 * ikrar_backup_rotate:
 * @store: a store
 * @made: (out) (optional) (transfer full) (nullable): the backup made, `NULL` if today's is there
 * @error: return location for an error
 *
 * Makes today's backup if there is none, and keeps of the automatic ones those of the last 7 days
 * that have one and of 4 weeks before. Backups made before migrations and restores are kept too.
 *
 * Returns: `FALSE` with a store error or an error of writing
 */
gboolean ikrar_backup_rotate (IkrarStore *store, char **made, GError **error);

/**
 * ikrar_backup_list:
 * @database: path of a database
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarBackupLine): its backups, newest first
 */
GPtrArray *ikrar_backup_list (const char *database);

/**
 * ikrar_backup_newest_good:
 * @database: path of a database
 *
 * Looks for the newest backup that opens and verifies (a sealed one is taken on trust: only its
 * passphrase opens it).
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): its path, `NULL` if there is none
 */
char *ikrar_backup_newest_good (const char *database);

/**
 * ikrar_backup_line_free:
 * @line: (transfer full) (nullable): a backup
 */
void ikrar_backup_line_free (IkrarBackupLine *line);

G_END_DECLS
