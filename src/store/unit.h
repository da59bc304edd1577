/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

/**
 * IkrarUnit:
 * @parent_id: the unit it belongs to, 0 for an agency (OPD)
 * @name: as papers print it
 * @key: the key under which spellings meet, see [func@unit_key]
 */
typedef struct
{
  IkrarId id;
  IkrarId parent_id;
  char *name;
  char *key;
} IkrarUnit;

extern const IkrarEntity ikrar_unit_entity;

/**
 * ikrar_unit_list:
 * @store: a store
 * @event: only units with participants of this event, 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarUnit) (nullable): units by key, or `NULL` with a
 * store error
 */
GPtrArray *ikrar_unit_list (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_unit_find:
 * @store: a store
 * @name: a name as somebody wrote it
 * @id: (out): the unit, also through an alias; 0 if there is none
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_unit_find (IkrarStore *store, const char *name, IkrarId *id, GError **error);

/**
 * ikrar_unit_ensure:
 * @change: a change
 * @name: a name as somebody wrote it
 * @id: (out): the unit, made if there is none; 0 for a blank name
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_unit_ensure (IkrarChange *change, const char *name, IkrarId *id, GError **error);

/**
 * ikrar_unit_free:
 * @unit: (transfer full) (nullable): a unit
 */
void ikrar_unit_free (IkrarUnit *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarUnit, ikrar_unit_free)

G_END_DECLS
