/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/backup.h"

G_BEGIN_DECLS

/* Brings a file or folder to the disk. */
gboolean _ikrar_file_sync (const char *path, GError **error);

/* Syncs @scratch, renames it to @path and syncs the folder. */
gboolean _ikrar_file_place (const char *scratch, const char *path, GError **error);

/* Opens a copy without writing and proves file, schema and sealed log. */
gboolean _ikrar_backup_verify (const char *path, const IkrarProgress *progress, GError **error);

G_END_DECLS
