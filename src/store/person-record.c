/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/person-record.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/journal.h"
#include "store/unit.h"
#include "store/words-private.h"

void
ikrar_person_record_free (IkrarPersonRecord *record)
{
  if (record == NULL)
    return;
  ikrar_person_free (record->person);
  g_free (record->unit);
  g_clear_pointer (&record->numbers, g_ptr_array_unref);
  g_clear_pointer (&record->events, g_ptr_array_unref);
  g_clear_pointer (&record->journal, g_ptr_array_unref);
  g_free (record);
}

static gboolean
read_person (IkrarPersonRecord *record, IkrarStore *store, IkrarId id, GError **error)
{
  record->person = ikrar_person_get (store, id, error);
  if (record->person == NULL)
    return FALSE;
  if (record->person->removed_at == 0)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                       _ ("This person was erased."));
  return FALSE;
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

static gboolean
read_history (IkrarPersonRecord *record, IkrarStore *store, guint n_changes, GError **error)
{
  IkrarId id = record->person->id;
  IkrarDb *db = ikrar_store_get_db (store);

  record->numbers =
      ikrar_entity_list (&ikrar_person_number_entity,
                         ikrar_db_query (db, "person_number_list", error, "i", id), error);
  if (record->numbers == NULL)
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
