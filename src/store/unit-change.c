/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "core/unit-name.h"

#include "store/error.h"
#include "store/participant.h"
#include "store/unit-tree.h"

/* Deeper than any agency. */
#define DEPTH_MAX 32

#define COLUMN(name, type)                                   \
  {                                                          \
#name, type, G_STRUCT_OFFSET(IkrarUnitAlias, name), NULL \
  }

static const IkrarColumn columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (unit_id, IKRAR_COLUMN_INT64),
  COLUMN (name, IKRAR_COLUMN_TEXT),
  COLUMN (key, IKRAR_COLUMN_TEXT),
};

const IkrarEntity ikrar_unit_alias_entity = { IKRAR_ENTITY_NAMES ("unit_alias"),
                                              sizeof (IkrarUnitAlias), columns,
                                              G_N_ELEMENTS (columns),
                                              (GDestroyNotify) ikrar_unit_alias_free };

IKRAR_ENTITY_FREE (IkrarUnitAlias, ikrar_unit_alias)

static gboolean
refuse (GError **error, IkrarStoreError code, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, code, message);
  return FALSE;
}

static IkrarUnit *
get_unit (IkrarDb *db, IkrarId id, GError **error)
{
  return ikrar_entity_get (&ikrar_unit_entity, db, id, error);
}

static gboolean
refuse_name (IkrarDb *db, const char *name, IkrarId holder, GError **error)
{
  g_autoptr (IkrarUnit) unit = get_unit (db, holder, error);

  if (unit != NULL)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                 _ ("“%1$s” means %2$s already. Merge the two units, or take that name from %2$s "
                    "first."),
                 name, unit->name);
  return FALSE;
}

/* @key: (out): of the name; @holder: (out): whose name or alias it is, 0 for nobody's */
static gboolean
look_up (IkrarDb *db, const char *name, char **key, IkrarId *holder, GError **error)
{
  *key = ikrar_unit_key (name);
  if (**key == '\0')
    return refuse (error, IKRAR_STORE_ERROR_INVALID, _ ("A unit needs a name with letters."));
  return ikrar_db_get_int (db, "unit_by_key", holder, error, "t", *key);
}

gboolean
ikrar_unit_put_alias (IkrarChange *change, const char *name, IkrarId unit, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (IkrarUnit) there = get_unit (db, unit, error);
  g_autofree char *clean = ikrar_text_clean (name);
  g_autofree char *key = NULL;
  IkrarUnitAlias alias = { .id = ikrar_id_new (), .unit_id = unit, .name = clean };
  IkrarId holder;

  if (there == NULL || !look_up (db, name, &key, &holder, error))
    return FALSE;
  if (holder != 0 && holder != unit)
    return refuse_name (db, clean, holder, error);
  alias.key = key;
  return holder == unit || ikrar_change_put (change, &ikrar_unit_alias_entity, &alias, error);
}

static IkrarId
commit (IkrarChange *change, gboolean ok, GError **error)
{
  return ok && ikrar_change_commit (change, error) ? ikrar_change_get_id (change) : 0;
}

static gboolean
put_new_alias (IkrarChange *change, const char *name, IkrarId unit, GError **error)
{
  g_autofree char *key = NULL;
  IkrarId holder;

  if (!look_up (ikrar_change_get_db (change), name, &key, &holder, error))
    return FALSE;
  if (holder == unit)
    return refuse (error, IKRAR_STORE_ERROR_DUPLICATE,
                   _ ("The unit is known by this name already."));
  return ikrar_unit_put_alias (change, name, unit, error);
}

IkrarId
ikrar_unit_add_alias (IkrarStore *store, IkrarId unit, const char *name, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "unit.alias-add", 0, unit, name, NULL, error);

  return change != NULL ? commit (change, put_new_alias (change, name, unit, error), error) : 0;
}

static gboolean
find_alias (IkrarDb *db, const char *key, IkrarId unit, IkrarId *id, GError **error)
{
  return ikrar_db_get_int (db, "unit_alias_find", id, error, "ti", key, unit);
}

static gboolean
drop_alias (IkrarChange *change, IkrarId unit, const char *name, GError **error)
{
  g_autofree char *key = ikrar_unit_key (name);
  IkrarId id;

  if (!find_alias (ikrar_change_get_db (change), key, unit, &id, error))
    return FALSE;
  if (id != 0)
    return ikrar_change_delete (change, &ikrar_unit_alias_entity, id, error);
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
               _ ("The unit has no other name “%s”."), name);
  return FALSE;
}

IkrarId
ikrar_unit_remove_alias (IkrarStore *store, IkrarId unit, const char *name, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "unit.alias-remove", 0, unit, name, NULL, error);

  return change != NULL ? commit (change, drop_alias (change, unit, name, error), error) : 0;
}

/* A name that was an alias is one no more; the name before becomes one. */
static gboolean
swap_names (IkrarChange *change, IkrarUnit *unit, const char *key, const char *name, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autofree char *before = g_steal_pointer (&unit->name);
  gboolean same = strcmp (unit->key, key) == 0;
  IkrarId alias;

  unit->name = ikrar_text_clean (name);
  if (!find_alias (db, key, unit->id, &alias, error) ||
      (alias != 0 && !ikrar_change_delete (change, &ikrar_unit_alias_entity, alias, error)))
    return FALSE;
  g_free (unit->key);
  unit->key = g_strdup (key);
  return ikrar_change_put (change, &ikrar_unit_entity, unit, error) &&
         (same || ikrar_unit_put_alias (change, before, unit->id, error));
}

static gboolean
rename_unit (IkrarChange *change, IkrarId id, const char *name, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (IkrarUnit) unit = get_unit (db, id, error);
  g_autofree char *clean = ikrar_text_clean (name);
  g_autofree char *key = NULL;
  IkrarId holder;

  if (unit == NULL || !look_up (db, name, &key, &holder, error))
    return FALSE;
  if (holder != 0 && holder != id)
    return refuse_name (db, name, holder, error);
  if (strcmp (unit->name, clean) == 0)
    return refuse (error, IKRAR_STORE_ERROR_DUPLICATE, _ ("The unit has this name already."));
  return swap_names (change, unit, key, name, error);
}

IkrarId
ikrar_unit_rename (IkrarStore *store, IkrarId unit, const char *name, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "unit.rename", 0, unit, name, NULL, error);

  return change != NULL ? commit (change, rename_unit (change, unit, name, error), error) : 0;
}

/* Whether @id is @above or below it. */
static gboolean
is_below (IkrarDb *db, IkrarId id, IkrarId above, gboolean *below, GError **error)
{
  *below = FALSE;
  for (guint depth = 0; id != 0 && depth < DEPTH_MAX; depth++)
    {
      g_autoptr (IkrarUnit) unit = NULL;

      if (id == above)
        {
          *below = TRUE;
          return TRUE;
        }
      unit = get_unit (db, id, error);
      if (unit == NULL)
        return FALSE;
      id = unit->parent_id;
    }
  return TRUE;
}

static gboolean
put_parent (IkrarChange *change, IkrarId id, IkrarId parent, GError **error)
{
  g_autoptr (IkrarUnit) unit = get_unit (ikrar_change_get_db (change), id, error);

  if (unit == NULL)
    return FALSE;
  unit->parent_id = parent;
  return ikrar_change_put (change, &ikrar_unit_entity, unit, error);
}

static gboolean
move_unit (IkrarChange *change, IkrarId id, IkrarId parent, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (IkrarUnit) there = get_unit (db, id, error);
  gboolean below;

  if (there == NULL || !is_below (db, parent, id, &below, error))
    return FALSE;
  if (below)
    return refuse (error, IKRAR_STORE_ERROR_INVALID,
                   _ ("A unit cannot belong to itself or to a unit below it."));
  if (there->parent_id == parent)
    return refuse (error, IKRAR_STORE_ERROR_DUPLICATE, _ ("The unit belongs there already."));
  return put_parent (change, id, parent, error);
}

IkrarId
ikrar_unit_move (IkrarStore *store, IkrarId unit, IkrarId parent, GError **error)
{
  g_autoptr (IkrarUnit) there = get_unit (ikrar_store_get_db (store), unit, error);
  g_autoptr (IkrarChange) change = NULL;

  if (there == NULL)
    return 0;
  change = ikrar_change_begin (store, "unit.move", 0, unit, there->name, NULL, error);
  return change != NULL ? commit (change, move_unit (change, unit, parent, error), error) : 0;
}

/* Gives every row that @statement lists for the unit the other one. */
static gboolean
give_rows (IkrarChange *change,
           const IkrarEntity *entity,
           const char *statement,
           gsize offset,
           const IkrarId units[2],
           GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (GPtrArray) rows =
      ikrar_entity_list (entity, ikrar_db_query (db, statement, error, "i", units[1]), error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      G_STRUCT_MEMBER (IkrarId, g_ptr_array_index (rows, i), offset) = units[0];
      if (!ikrar_change_put (change, entity, g_ptr_array_index (rows, i), error))
        return FALSE;
    }
  return rows != NULL;
}

/* A unit that was below the one that goes takes its place. */
static gboolean
lift (IkrarChange *change, const IkrarUnit *keep, const IkrarUnit *other, GError **error)
{
  gboolean below;

  return is_below (ikrar_change_get_db (change), keep->id, other->id, &below, error) &&
         (!below || put_parent (change, keep->id, other->parent_id, error));
}

static gboolean
merge_units (IkrarChange *change, const IkrarId units[2], GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (IkrarUnit) keep = get_unit (db, units[0], error);
  g_autoptr (IkrarUnit) other = keep != NULL ? get_unit (db, units[1], error) : NULL;

  if (other == NULL)
    return FALSE;
  if (keep->id == other->id)
    return refuse (error, IKRAR_STORE_ERROR_INVALID, _ ("These are one unit already."));
  return lift (change, keep, other, error) &&
         give_rows (change, &ikrar_person_entity, "unit_people_rows",
                    G_STRUCT_OFFSET (IkrarPerson, unit_id), units, error) &&
         give_rows (change, &ikrar_participant_entity, "unit_participant_rows",
                    G_STRUCT_OFFSET (IkrarParticipant, unit_id), units, error) &&
         give_rows (change, &ikrar_unit_alias_entity, "unit_alias_rows",
                    G_STRUCT_OFFSET (IkrarUnitAlias, unit_id), units, error) &&
         give_rows (change, &ikrar_unit_entity, "unit_children_rows",
                    G_STRUCT_OFFSET (IkrarUnit, parent_id), units, error) &&
         ikrar_change_delete (change, &ikrar_unit_entity, other->id, error) &&
         ikrar_unit_put_alias (change, other->name, keep->id, error);
}

IkrarId
ikrar_unit_merge (IkrarStore *store, IkrarId keep, IkrarId other, GError **error)
{
  g_autoptr (IkrarUnit) goes = get_unit (ikrar_store_get_db (store), other, error);
  const IkrarId units[2] = { keep, other };
  g_autoptr (IkrarChange) change = NULL;

  if (goes == NULL)
    return 0;
  change = ikrar_change_begin (store, "unit.merge", 0, keep, goes->name, NULL, error);
  return change != NULL ? commit (change, merge_units (change, units, error), error) : 0;
}
