/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "roster/workbook.h"

G_BEGIN_DECLS

/**
 * IkrarImportSource:
 *
 * What a roster is read from: a file, or what was pasted or dropped. Immutable; any thread.
 */
typedef struct _IkrarImportSource IkrarImportSource;

/**
 * ikrar_import_source_new_for_file:
 * @file: a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the source, or `NULL` with `IKRAR_ROSTER_ERROR_UNREADABLE`
 *   if the file is not on this computer
 */
IkrarImportSource *ikrar_import_source_new_for_file (GFile *file, GError **error);

/**
 * ikrar_import_source_new_for_bytes:
 * @bytes: a spreadsheet of any kind, as a file of it would be
 *
 * Returns: (transfer full): a source with the name that the clipboard has
 */
IkrarImportSource *ikrar_import_source_new_for_bytes (GBytes *bytes);

/**
 * ikrar_import_source_get_name:
 * @source: a source
 *
 * Returns: (transfer none): its name for people, without folders
 */
const char *ikrar_import_source_get_name (const IkrarImportSource *source);

/**
 * ikrar_import_source_get_state:
 * @source: a source
 *
 * Reads from disk.
 *
 * Returns: (transfer full) (nullable): stands for the source as it is now; another one once the
 *   file was changed. `NULL` if it cannot be known
 */
char *ikrar_import_source_get_state (const IkrarImportSource *source);

/**
 * ikrar_import_source_open:
 * @source: a source
 * @glance: whether only the first rows are wanted, see [func@workbook_glance]
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the workbook, or `NULL` with an error of
 *   [func@workbook_open]
 */
IkrarWorkbook *
ikrar_import_source_open (const IkrarImportSource *source, gboolean glance, GError **error);

/**
 * ikrar_import_source_ref:
 * @source: a source
 *
 * Returns: (transfer full): @source
 */
IkrarImportSource *ikrar_import_source_ref (IkrarImportSource *source);

/**
 * ikrar_import_source_unref:
 * @source: (transfer full) (nullable): a source
 */
void ikrar_import_source_unref (IkrarImportSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarImportSource, ikrar_import_source_unref)

G_END_DECLS
