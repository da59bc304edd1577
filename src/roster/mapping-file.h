/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/mapping.h"

G_BEGIN_DECLS

/**
 * ikrar_mapping_file_write:
 * @mappings: (element-type IkrarMapping): remembered mappings
 * @path: a file
 * @error: return location for an error
 *
 * Writes what is remembered of the columns of lists, for other offices (docs/formats.md): JSON,
 * without anything of people. The file takes its place when it is complete.
 *
 * Any thread.
 *
 * Returns: `FALSE` with an error of writing
 */
gboolean ikrar_mapping_file_write (const GPtrArray *mappings, const char *path, GError **error);

/**
 * ikrar_mapping_file_read:
 * @path: a file
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarMapping) (nullable): its mappings, or `NULL` with
 *   `IKRAR_ROSTER_ERROR_UNREADABLE`, or `IKRAR_ROSTER_ERROR_FORMAT` if it is no such file
 */
GPtrArray *ikrar_mapping_file_read (const char *path, GError **error);

G_END_DECLS
