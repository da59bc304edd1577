/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/meaning.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/change-private.h"
#include "store/error.h"
#include "store/memory-private.h"
#include "store/unit-tree.h"
#include "store/unit.h"

gboolean
ikrar_meaning_each (IkrarStore *store, IkrarMeaningFunc func, gpointer user_data, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "meaning_list", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    func (ikrar_statement_get_text (statement, 0), ikrar_statement_get_text (statement, 1),
          ikrar_statement_get_text (statement, 2), user_data);
  return step == IKRAR_STEP_DONE;
}

gboolean
ikrar_meaning_each_unit (IkrarStore *store,
                         IkrarUnitNameFunc func,
                         gpointer user_data,
                         GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "meaning_units", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    func (ikrar_statement_get_text (statement, 0), ikrar_statement_get_text (statement, 1),
          ikrar_statement_get_int (statement, 2) != 0, user_data);
  return step == IKRAR_STEP_DONE;
}

/* What is remembered now, NULL if nothing is. */
static gboolean
get_meaning (IkrarDb *db, const char *field, const char *written, char **meaning, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "meaning_get", error, "tt", field, written);
  IkrarStep step;

  *meaning = NULL;
  if (statement == NULL)
    return FALSE;
  step = ikrar_statement_step (statement, error);
  if (step == IKRAR_STEP_ROW)
    *meaning = g_strdup (ikrar_statement_get_text (statement, 0));
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

static char *
encode (const char *field, const char *written, const char *meaning)
{
  g_autoptr (GVariant) row = NULL;

  if (meaning == NULL)
    return g_strdup ("");
  row = g_variant_ref_sink (g_variant_new (IKRAR_MEMORY_MEANING_TYPE, field, written, meaning));
  return g_variant_print (row, FALSE);
}

gboolean
ikrar_meaning_put (IkrarChange *change,
                   const char *field,
                   const char *written,
                   const char *meaning,
                   GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autofree char *before = NULL;
  g_autofree char *image = NULL;
  g_autofree char *after = encode (field, written, meaning);

  if (!get_meaning (db, field, written, &before, error))
    return FALSE;
  if (g_strcmp0 (before, meaning) == 0)
    return TRUE;
  image = encode (field, written, before);
  return (meaning != NULL ? ikrar_db_run (db, "meaning_put", error, "ttt", field, written, meaning)
                          : ikrar_db_run (db, "meaning_delete", error, "tt", field, written)) &&
         _ikrar_change_note (change, IKRAR_MEMORY_MEANING, 0, image, after, error);
}

IkrarId
ikrar_meaning_forget (IkrarStore *store, const char *field, const char *written, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "meaning.forget", 0, 0, written, NULL, error);
  g_autofree char *known = NULL;

  if (change == NULL || !get_meaning (ikrar_change_get_db (change), field, written, &known, error))
    return 0;
  if (known == NULL)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                   _ ("Nothing is remembered of “%s”."), written);
      return 0;
    }
  return ikrar_meaning_put (change, field, written, NULL, error) &&
                 ikrar_change_commit (change, error)
             ? ikrar_change_get_id (change)
             : 0;
}

gboolean
ikrar_meaning_put_unit (IkrarChange *change, const char *written, const char *unit, GError **error)
{
  IkrarStore *store = ikrar_change_get_store (change);
  IkrarId id, holder;

  if (!ikrar_unit_ensure (change, unit, &id, error) ||
      !ikrar_unit_find (store, written, &holder, error))
    return FALSE;
  return id == 0 || holder != 0 || ikrar_unit_put_alias (change, written, id, error);
}
