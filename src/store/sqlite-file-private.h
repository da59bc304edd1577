/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <sqlite3.h>

#include "store/db.h"

G_BEGIN_DECLS

/* "IKR1" */
#define IKRAR_SQLITE_APPLICATION_ID 0x494B5231

/* Looks at a file's header before SQLite does, so that what is refused is left untouched. */
gboolean _ikrar_sqlite_file_inspect (sqlite3 *handle,
                                     const char *path,
                                     IkrarDbMode mode,
                                     gboolean *is_new,
                                     GError **error);

/* Says why a file could not be opened at all. */
void _ikrar_sqlite_file_explain (const char *path, GError **error);

/* The journal that is safe on the file system of @path. */
const char *_ikrar_sqlite_journal_pragma (const char *path);

G_END_DECLS
