/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/import-private.h"
#include "store/journal.h"
#include "store/memory-private.h"
#include "store/undo-private.h"
#include "store/unit.h"

void
ikrar_import_batch_free (IkrarImportBatch *batch)
{
  if (batch == NULL)
    return;
  g_free (batch->file_name);
  g_free (batch->sheet);
  g_free (batch->actor);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarImportBatch, ikrar_import_batch_free)

static IkrarImportBatch *
read_batch (IkrarStatement *statement)
{
  IkrarImportBatch *batch = g_new0 (IkrarImportBatch, 1);

  batch->id = ikrar_statement_get_int (statement, 0);
  batch->event_id = ikrar_statement_get_int (statement, 1);
  batch->journal_id = ikrar_statement_get_int (statement, 2);
  batch->file_name = g_strdup (ikrar_statement_get_text (statement, 3));
  batch->sheet = g_strdup (ikrar_statement_get_text (statement, 4));
  batch->imported_at = ikrar_statement_get_int (statement, 5);
  batch->rows = ikrar_statement_get_int (statement, 6);
  batch->imported = ikrar_statement_get_int (statement, 7);
  batch->refused = ikrar_statement_get_int (statement, 8);
  batch->undone_at = ikrar_statement_get_int (statement, 9);
  batch->actor = g_strdup (ikrar_statement_get_text (statement, 10));
  batch->update = ikrar_statement_get_int (statement, 11) != 0;
  batch->changed = ikrar_statement_get_int (statement, 12);
  batch->withdrawn = ikrar_statement_get_int (statement, 13);
  ikrar_zone_parse (ikrar_statement_get_text (statement, 14), &batch->zone, NULL);
  return batch;
}

static GPtrArray *
read_batches (IkrarStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) batches =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_import_batch_free);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (batches, read_batch (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&batches) : NULL;
}

GPtrArray *
ikrar_import_list (IkrarStore *store, IkrarId event, GError **error)
{
  return read_batches (
      ikrar_db_query (ikrar_store_get_db (store), "import_batch_list", error, "i", event), error);
}

static IkrarImportBatch *
get_batch (IkrarDb *db, IkrarId id, GError **error)
{
  g_autoptr (GPtrArray) batches =
      read_batches (ikrar_db_query (db, "import_batch_get", error, "i", id), error);

  if (batches == NULL)
    return NULL;
  if (batches->len > 0)
    return g_ptr_array_steal_index (batches, 0);
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
               _ ("There is no import with the id %lld."), (long long) id);
  return NULL;
}

static gboolean
list_dependents (IkrarDb *db,
                 const IkrarImportBatch *batch,
                 GPtrArray **people,
                 GPtrArray **later,
                 GError **error)
{
  g_autoptr (GPtrArray) listed =
      _ikrar_import_list_people (db, batch->id, batch->journal_id, error);

  *people = *later = NULL;
  if (listed == NULL)
    return FALSE;
  *later = read_batches (ikrar_db_query (db, "import_batch_later", error, "i", batch->id), error);
  if (*later == NULL)
    return FALSE;
  *people = g_steal_pointer (&listed);
  return TRUE;
}

gboolean
ikrar_import_list_dependents (IkrarStore *store,
                              IkrarId id,
                              GPtrArray **people,
                              GPtrArray **later,
                              GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (IkrarImportBatch) batch = get_batch (db, id, error);

  return batch != NULL && list_dependents (db, batch, people, later, error);
}

static gboolean
check_free (IkrarDb *db, const IkrarImportBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autofree char *text = NULL;

  if (!list_dependents (db, batch, &people, &later, error))
    return FALSE;
  if (people->len + later->len == 0)
    return TRUE;
  text = ikrar_import_describe_dependents (people, later);
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT, text);
  return FALSE;
}

/* Puts back rows as the import found them. */
static gboolean
restore (IkrarDb *db, const IkrarEntity *entity, const char *name, IkrarId batch, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, name, error, "i", batch);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gpointer row = ikrar_entity_decode (entity, ikrar_statement_get_text (statement, 0), error);
      gboolean ok = row != NULL && ikrar_entity_put (entity, db, row, error);

      ikrar_entity_free (entity, row);
      if (!ok)
        {
          ikrar_statement_reset (statement);
          return FALSE;
        }
    }
  return step == IKRAR_STEP_DONE;
}

static gboolean
undo (IkrarChange *change, const IkrarImportBatch *batch, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId id = batch->id;

  return check_free (db, batch, error) &&
         _ikrar_undo_rows_beside (change, batch->journal_id, &ikrar_unit_entity, error) &&
         ikrar_db_run (db, "import_delete_participants", error, "i", id) &&
         restore (db, &ikrar_participant_entity, "import_changed_participants", id, error) &&
         _ikrar_memory_undo (change, batch->journal_id, error) &&
         restore (db, &ikrar_person_entity, "import_changed_people", id, error) &&
         ikrar_db_run (db, "import_batch_undone", error, "ii", id,
                       ikrar_change_get_time (change)) &&
         ikrar_db_run (db, "import_delete_people", error, "i", id) &&
         ikrar_db_run (db, "import_delete_units", error, "");
}

gboolean
_ikrar_import_undo (IkrarChange *change, IkrarId id, GError **error)
{
  g_autoptr (IkrarImportBatch) batch = get_batch (ikrar_change_get_db (change), id, error);

  return batch != NULL && undo (change, batch, error);
}

IkrarId
ikrar_import_undo (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarImportBatch) batch = get_batch (ikrar_store_get_db (store), id, error);

  return batch != NULL ? ikrar_journal_undo (store, batch->journal_id, error) : 0;
}
