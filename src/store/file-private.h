/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A fresh name for a file that goes away unless it is put in place; and the path of such a file
 * beside @path. */
char *_ikrar_file_scratch_name (void);
char *_ikrar_file_scratch (const char *path);

/* Makes an empty file that only its owner may read; FALSE if there is one already. */
gboolean _ikrar_file_create (const char *path, GError **error);

/* Brings a file or folder to the disk. */
gboolean _ikrar_file_sync (const char *path, GError **error);

/* Syncs @scratch, renames it to @path and syncs the folder. */
gboolean _ikrar_file_place (const char *scratch, const char *path, GError **error);

/* The same for files that may be on another machine, without a path here. */
gboolean _ikrar_file_move (GFile *scratch, GFile *file, GError **error);

/* As _ikrar_file_place(), but a file that stands at @path already stays, which is no error. */
gboolean _ikrar_file_place_new (const char *scratch, const char *path, GError **error);

/* Removes a database file and what SQLite may have left beside it. */
void _ikrar_file_remove_database (const char *path);

/* Removes files of _ikrar_file_scratch() that a program left behind when it was killed. */
void _ikrar_file_remove_stale (const char *folder);

G_END_DECLS
