/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/person-record.h"

#include "store/journal.h"
#include "store/person-number.h"
#include "store/person-private.h"
#include "store/unit.h"
#include "store/words-private.h"

/* How many rows of lists are shown of somebody, the newest. */
#define SOURCES_MAX 50

void
ikrar_person_record_free (IkrarPersonRecord *record)
{
  if (record == NULL)
    return;
  ikrar_person_free (record->person);
  g_free (record->unit);
  g_clear_pointer (&record->numbers, g_ptr_array_unref);
  g_clear_pointer (&record->events, g_ptr_array_unref);
  g_clear_pointer (&record->sources, g_ptr_array_unref);
  g_clear_pointer (&record->journal, g_ptr_array_unref);
  g_free (record);
}

static gboolean
read_person (IkrarPersonRecord *record, IkrarStore *store, IkrarId id, GError **error)
{
  record->person = ikrar_person_get (store, id, error);
  return record->person != NULL && _ikrar_person_check_there (store, record->person, error);
}

static gboolean
read_unit (IkrarPersonRecord *record, IkrarDb *db, GError **error)
{
  g_autoptr (IkrarUnit) unit = NULL;

  if (record->person->unit_id == 0)
    record->unit = g_strdup ("");
  else if ((unit = ikrar_entity_get (&ikrar_unit_entity, db, record->person->unit_id, error)) !=
           NULL)
    record->unit = g_strdup (unit->name);
  return record->unit != NULL;
}

static void
source_free (IkrarPersonSource *source)
{
  g_free (source->title);
  g_free (source->file_name);
  g_free (source->sheet);
  g_free (source);
}

static IkrarPersonSource *
read_source (IkrarStatement *statement)
{
  IkrarPersonSource *source = g_new0 (IkrarPersonSource, 1);

  source->event_id = ikrar_statement_get_int (statement, 0);
  source->title = g_strdup (ikrar_statement_get_text (statement, 1));
  source->file_name = g_strdup (ikrar_statement_get_text (statement, 2));
  source->sheet = g_strdup (ikrar_statement_get_text (statement, 3));
  source->row = (guint) ikrar_statement_get_int (statement, 4);
  source->imported_at = ikrar_statement_get_int (statement, 5);
  return source;
}

static GPtrArray *
read_sources (IkrarDb *db, IkrarId id, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  IkrarStatement *statement =
      ikrar_db_query (db, "person_sources", error, "ii", id, (gint64) SOURCES_MAX);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (sources, read_source (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&sources) : NULL;
}

static gboolean
read_history (IkrarPersonRecord *record, IkrarStore *store, guint n_changes, GError **error)
{
  IkrarId id = record->person->id;

  record->numbers = ikrar_person_number_list (store, id, error);
  if (record->numbers == NULL)
    return FALSE;
  record->sources = read_sources (ikrar_store_get_db (store), id, error);
  if (record->sources == NULL)
    return FALSE;
  record->events = ikrar_person_events (store, id, error);
  if (record->events == NULL)
    return FALSE;
  record->journal = ikrar_journal_list_of (store, id, n_changes, error);
  return record->journal != NULL;
}

IkrarPersonRecord *
ikrar_person_record_load (IkrarStore *store, IkrarId id, guint n_changes, GError **error)
{
  g_autoptr (IkrarPersonRecord) record = g_new0 (IkrarPersonRecord, 1);

  if (!read_person (record, store, id, error) ||
      !read_unit (record, ikrar_store_get_db (store), error) ||
      !read_history (record, store, n_changes, error))
    return NULL;
  return g_steal_pointer (&record);
}

IkrarPledgeState
ikrar_person_event_get_pledge (const IkrarPersonEvent *event)
{
  return _ikrar_pledge_state_parse (event->pledge);
}
