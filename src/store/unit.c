/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/unit.h"

#include "core/text.h"
#include "core/unit-name.h"

#define COLUMN(name, type)                              \
  {                                                     \
#name, type, G_STRUCT_OFFSET(IkrarUnit, name), NULL \
  }

static const IkrarColumn columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (parent_id, IKRAR_COLUMN_INT64),
  COLUMN (name, IKRAR_COLUMN_TEXT),
  COLUMN (key, IKRAR_COLUMN_TEXT),
};

const IkrarEntity ikrar_unit_entity = { IKRAR_ENTITY_NAMES ("unit"), sizeof (IkrarUnit), columns,
                                        G_N_ELEMENTS (columns), (GDestroyNotify) ikrar_unit_free };

IKRAR_ENTITY_FREE (IkrarUnit, ikrar_unit)

GPtrArray *
ikrar_unit_list (IkrarStore *store, IkrarId event, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);

  return ikrar_entity_list (&ikrar_unit_entity,
                            event != 0 ? ikrar_db_query (db, "unit_list_event", error, "i", event)
                                       : ikrar_db_query (db, "unit_list", error, ""),
                            error);
}

static gboolean
find_by_key (IkrarDb *db, const char *key, IkrarId *id, GError **error)
{
  return ikrar_db_get_int (db, "unit_by_key", id, error, "t", key);
}

gboolean
ikrar_unit_find (IkrarStore *store, const char *name, IkrarId *id, GError **error)
{
  g_autofree char *key = ikrar_unit_key (name);

  return find_by_key (ikrar_store_get_db (store), key, id, error);
}

gboolean
ikrar_unit_ensure (IkrarChange *change, const char *name, IkrarId *id, GError **error)
{
  g_autofree char *key = ikrar_unit_key (name);
  g_autofree char *clean = NULL;
  IkrarUnit unit = { 0 };

  *id = 0;
  if (*key == '\0')
    return TRUE;
  if (!find_by_key (ikrar_change_get_db (change), key, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  clean = ikrar_text_clean (name);
  unit.id = *id = ikrar_id_new ();
  unit.name = clean;
  unit.key = key;
  return ikrar_change_put (change, &ikrar_unit_entity, &unit, error);
}
