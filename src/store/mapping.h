/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

/**
 * IkrarMapping:
 * @shape: the key of a list's heads, see [func@layout_shape]
 * @mapping: what its columns hold, each `COL=FIELD`, apart by lines
 * @file_name: the file for which somebody said so
 * @used_at: when it was used last
 *
 * What somebody said of the columns of lists of one shape.
 */
typedef struct
{
  char *shape;
  char *mapping;
  char *file_name;
  IkrarTime used_at;
} IkrarMapping;

/**
 * ikrar_mapping_list:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarMapping) (nullable): the newest first, or `NULL` with
 *   a store error
 */
GPtrArray *ikrar_mapping_list (IkrarStore *store, GError **error);

/**
 * ikrar_mapping_get:
 * @store: a store
 * @shape: the key of a list's heads
 * @mapping: (out) (transfer full) (nullable): what is remembered, `NULL` if nothing is
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_mapping_get (IkrarStore *store, const char *shape, IkrarMapping **mapping, GError **error);

/**
 * ikrar_mapping_put:
 * @change: a change
 * @mapping: what is to be remembered
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_mapping_put (IkrarChange *change, const IkrarMapping *mapping, GError **error);

/**
 * ikrar_mapping_learn:
 * @store: a store
 * @mappings: (element-type IkrarMapping): what is to be remembered, such as the office next door
 *   shared
 * @error: return location for an error
 *
 * Returns: id of the journal entry, for undo; 0 with a store error
 */
IkrarId ikrar_mapping_learn (IkrarStore *store, const GPtrArray *mappings, GError **error);

/**
 * ikrar_mapping_forget:
 * @store: a store
 * @shape: the key of a list's heads
 * @error: return location for an error
 *
 * Returns: id of the journal entry, for undo; 0 with `IKRAR_STORE_ERROR_NOT_FOUND` or another store
 *   error
 */
IkrarId ikrar_mapping_forget (IkrarStore *store, const char *shape, GError **error);

/**
 * ikrar_mapping_free:
 * @mapping: (transfer full) (nullable): a mapping
 */
void ikrar_mapping_free (IkrarMapping *mapping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarMapping, ikrar_mapping_free)

G_END_DECLS
