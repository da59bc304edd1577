/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/change-private.h"
#include "store/error.h"
#include "store/memory-private.h"

void
ikrar_mapping_free (IkrarMapping *mapping)
{
  if (mapping == NULL)
    return;
  g_free (mapping->shape);
  g_free (mapping->mapping);
  g_free (mapping->file_name);
  g_free (mapping);
}

static GPtrArray *
read_mappings (IkrarStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) mappings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_mapping_free);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarMapping *mapping = g_new0 (IkrarMapping, 1);

      mapping->shape = g_strdup (ikrar_statement_get_text (statement, 0));
      mapping->mapping = g_strdup (ikrar_statement_get_text (statement, 1));
      mapping->file_name = g_strdup (ikrar_statement_get_text (statement, 2));
      mapping->used_at = ikrar_statement_get_int (statement, 3);
      g_ptr_array_add (mappings, mapping);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&mappings) : NULL;
}

GPtrArray *
ikrar_mapping_list (IkrarStore *store, GError **error)
{
  return read_mappings (ikrar_db_query (ikrar_store_get_db (store), "mapping_list", error, ""),
                        error);
}

static gboolean
get_mapping (IkrarDb *db, const char *shape, IkrarMapping **mapping, GError **error)
{
  g_autoptr (GPtrArray) mappings =
      read_mappings (ikrar_db_query (db, "mapping_get", error, "t", shape), error);

  *mapping = mappings != NULL && mappings->len > 0 ? g_ptr_array_steal_index (mappings, 0) : NULL;
  return mappings != NULL;
}

gboolean
ikrar_mapping_get (IkrarStore *store, const char *shape, IkrarMapping **mapping, GError **error)
{
  return get_mapping (ikrar_store_get_db (store), shape, mapping, error);
}

static char *
encode (const IkrarMapping *mapping)
{
  g_autoptr (GVariant) row = NULL;

  if (mapping == NULL)
    return g_strdup ("");
  row = g_variant_ref_sink (g_variant_new (IKRAR_MEMORY_MAPPING_TYPE, mapping->shape,
                                           mapping->mapping, mapping->file_name,
                                           (gint64) mapping->used_at));
  return g_variant_print (row, FALSE);
}

gboolean
ikrar_mapping_put (IkrarChange *change, const IkrarMapping *mapping, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (IkrarMapping) before = NULL;
  g_autofree char *image = NULL;
  g_autofree char *after = encode (mapping);

  if (!get_mapping (db, mapping->shape, &before, error))
    return FALSE;
  image = encode (before);
  return ikrar_db_run (db, "mapping_put", error, "ttti", mapping->shape, mapping->mapping,
                       mapping->file_name, (gint64) mapping->used_at) &&
         _ikrar_change_note (change, IKRAR_MEMORY_MAPPING, 0, image, after, error);
}

IkrarId
ikrar_mapping_learn (IkrarStore *store, const GPtrArray *mappings, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "mapping.learn", 0, 0, "", NULL, error);

  if (change == NULL)
    return 0;
  for (guint i = 0; i < mappings->len; i++)
    if (!ikrar_mapping_put (change, mappings->pdata[i], error))
      return 0;
  return ikrar_change_commit (change, error) ? ikrar_change_get_id (change) : 0;
}

IkrarId
ikrar_mapping_forget (IkrarStore *store, const char *shape, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "mapping.forget", 0, 0, "", NULL, error);
  g_autoptr (IkrarMapping) known = NULL;
  g_autofree char *image = NULL;
  IkrarDb *db;

  if (change == NULL)
    return 0;
  db = ikrar_change_get_db (change);
  if (!get_mapping (db, shape, &known, error))
    return 0;
  if (known == NULL)
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                           _ ("No columns are remembered for lists of this shape."));
      return 0;
    }
  image = encode (known);
  return ikrar_db_run (db, "mapping_delete", error, "t", shape) &&
                 _ikrar_change_note (change, IKRAR_MEMORY_MAPPING, 0, image, "", error) &&
                 ikrar_change_commit (change, error)
             ? ikrar_change_get_id (change)
             : 0;
}
