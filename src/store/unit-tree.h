/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/unit.h"

G_BEGIN_DECLS

/**
 * IkrarUnitAlias:
 * @unit_id: the unit it means
 * @name: as it was written
 * @key: the key under which spellings meet
 *
 * Another name of a unit.
 */
typedef struct
{
  IkrarId id;
  IkrarId unit_id;
  char *name;
  char *key;
} IkrarUnitAlias;

/**
 * IkrarUnitNode:
 * @unit: the unit
 * @aliases: (element-type IkrarUnitAlias): its other names
 * @depth: how far below the top, 0 for a unit that belongs to none
 * @people: people of the register in it
 * @people_below: those and all in the units below it
 * @participants: places on rosters that name it
 * @children: units right below it
 *
 * A unit in the tree of units.
 */
typedef struct
{
  IkrarUnit *unit;
  GPtrArray *aliases;
  guint depth;
  guint people;
  guint people_below;
  guint participants;
  guint children;
} IkrarUnitNode;

extern const IkrarEntity ikrar_unit_alias_entity;

/**
 * ikrar_unit_tree_load:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarUnitNode) (nullable): every unit behind the one it
 *   belongs to, those side by side by key; or `NULL` with a store error
 */
GPtrArray *ikrar_unit_tree_load (IkrarStore *store, GError **error);

/**
 * ikrar_unit_put_alias:
 * @change: a change
 * @name: another name of the unit
 * @unit: id of the unit
 * @error: return location for an error
 *
 * A name that means the unit already is no error and changes nothing.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CONFLICT` if it means another unit (which the message
 *   names), `IKRAR_STORE_ERROR_INVALID` for a blank name, `IKRAR_STORE_ERROR_NOT_FOUND` or another
 *   store error
 */
gboolean ikrar_unit_put_alias (IkrarChange *change, const char *name, IkrarId unit, GError **error);

/**
 * ikrar_unit_add_alias:
 * @store: a store
 * @unit: id of a unit
 * @name: another name of it
 * @error: return location for an error
 *
 * [func@unit_put_alias] as a change of its own.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_DUPLICATE` if the name means the unit
 *   already, or another error
 */
IkrarId ikrar_unit_add_alias (IkrarStore *store, IkrarId unit, const char *name, GError **error);

/**
 * ikrar_unit_remove_alias:
 * @store: a store
 * @unit: id of a unit
 * @name: a name of it, in any spelling
 * @error: return location for an error
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND` if the unit has no such
 *   alias, or another store error
 */
IkrarId ikrar_unit_remove_alias (IkrarStore *store, IkrarId unit, const char *name, GError **error);

/**
 * ikrar_unit_rename:
 * @store: a store
 * @unit: id of a unit
 * @name: its new name
 * @error: return location for an error
 *
 * Lists with the old name keep coming, so it becomes an alias.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` if another unit has this
 *   name or alias, `IKRAR_STORE_ERROR_DUPLICATE` if it is the unit's own,
 * `IKRAR_STORE_ERROR_INVALID` for a blank name, or another store error
 */
IkrarId ikrar_unit_rename (IkrarStore *store, IkrarId unit, const char *name, GError **error);

/**
 * ikrar_unit_move:
 * @store: a store
 * @unit: id of a unit
 * @parent: the unit it shall belong to, 0 for none
 * @error: return location for an error
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_INVALID` if @parent is the unit or
 *   below it, `IKRAR_STORE_ERROR_DUPLICATE` if it belongs there, or another store error
 */
IkrarId ikrar_unit_move (IkrarStore *store, IkrarId unit, IkrarId parent, GError **error);

/**
 * ikrar_unit_merge:
 * @store: a store
 * @keep: id of the unit that stays
 * @other: id of the one that goes
 * @error: return location for an error
 *
 * People, places on rosters, aliases and units below follow, and the name of @other becomes an
 * alias.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_INVALID` if they are one, or another
 *   store error
 */
IkrarId ikrar_unit_merge (IkrarStore *store, IkrarId keep, IkrarId other, GError **error);

/**
 * ikrar_unit_alias_free:
 * @alias: (transfer full) (nullable): an alias
 */
void ikrar_unit_alias_free (IkrarUnitAlias *alias);

/**
 * ikrar_unit_node_free:
 * @node: (transfer full) (nullable): a node
 */
void ikrar_unit_node_free (IkrarUnitNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarUnitAlias, ikrar_unit_alias_free)

G_END_DECLS
