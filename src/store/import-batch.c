/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/import-private.h"
#include "store/journal.h"

void
ikrar_import_batch_free (IkrarImportBatch *batch)
{
  if (batch == NULL)
    return;
  g_free (batch->file_name);
  g_free (batch->sheet);
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
check_free (IkrarDb *db, IkrarId batch, GError **error)
{
  gint64 dependents;

  if (!ikrar_db_get_int (db, "import_dependents", &dependents, error, "i", batch))
    return FALSE;
  if (dependents == 0)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               g_dngettext (GETTEXT_PACKAGE,
                            "%d person of this import has attended, pledged or received a "
                            "certificate. Let them withdraw instead.",
                            "%d people of this import have attended, pledged or received a "
                            "certificate. Let them withdraw instead.",
                            (gulong) dependents),
               (int) dependents);
  return FALSE;
}

static gboolean
restore_people (IkrarDb *db, IkrarId batch, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "import_changed_people", error, "i", batch);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      g_autoptr (IkrarPerson) person = ikrar_entity_decode (
          &ikrar_person_entity, ikrar_statement_get_text (statement, 0), error);

      if (person == NULL || !ikrar_entity_put (&ikrar_person_entity, db, person, error))
        {
          ikrar_statement_reset (statement);
          return FALSE;
        }
    }
  return step == IKRAR_STEP_DONE;
}

gboolean
_ikrar_import_undo (IkrarChange *change, IkrarId batch, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);

  return check_free (db, batch, error) &&
         ikrar_db_run (db, "import_delete_participants", error, "i", batch) &&
         restore_people (db, batch, error) &&
         ikrar_db_run (db, "import_delete_people", error, "i", batch) &&
         ikrar_db_run (db, "import_delete_units", error, "i", batch) &&
         ikrar_db_run (db, "import_batch_undone", error, "ii", batch,
                       ikrar_change_get_time (change));
}

IkrarId
ikrar_import_undo (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarImportBatch) batch = get_batch (ikrar_store_get_db (store), id, error);

  return batch != NULL ? ikrar_journal_undo (store, batch->journal_id, error) : 0;
}
