/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/journal.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"

void
ikrar_journal_entry_free (IkrarJournalEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->actor);
  g_free (entry->desk);
  g_free (entry->action);
  g_free (entry->detail);
  g_free (entry);
}

static IkrarJournalEntry *
read_entry (IkrarStatement *statement)
{
  IkrarJournalEntry *entry = g_new0 (IkrarJournalEntry, 1);

  entry->id = ikrar_statement_get_int (statement, 0);
  entry->at = ikrar_statement_get_int (statement, 1);
  entry->actor = g_strdup (ikrar_statement_get_text (statement, 2));
  entry->desk = g_strdup (ikrar_statement_get_text (statement, 3));
  entry->action = g_strdup (ikrar_statement_get_text (statement, 4));
  entry->event = ikrar_statement_get_int (statement, 5);
  entry->subject = ikrar_statement_get_int (statement, 6);
  entry->detail = g_strdup (ikrar_statement_get_text (statement, 7));
  entry->undo_of = ikrar_statement_get_int (statement, 8);
  entry->undone_by = ikrar_statement_get_int (statement, 9);
  return entry;
}

static GPtrArray *
read_entries (IkrarStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_journal_entry_free);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

GPtrArray *
ikrar_journal_list (IkrarStore *store, IkrarId event, guint limit, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);

  if (event == 0)
    return read_entries (ikrar_db_query (db, "journal_list", error, "i", (gint64) limit), error);
  return read_entries (
      ikrar_db_query (db, "journal_list_event", error, "ii", event, (gint64) limit), error);
}

GPtrArray *
ikrar_journal_list_of (IkrarStore *store, IkrarId subject, guint limit, GError **error)
{
  return read_entries (ikrar_db_query (ikrar_store_get_db (store), "journal_list_subject", error,
                                       "ii", subject, (gint64) limit),
                       error);
}

IkrarJournalEntry *
ikrar_journal_get (IkrarStore *store, IkrarId id, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "journal_get", error, "i", id);
  g_autoptr (GPtrArray) entries = read_entries (statement, error);

  if (entries == NULL)
    return NULL;
  if (entries->len == 0)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                   _ ("The journal has no entry with the id %lld."), (long long) id);
      return NULL;
    }
  return g_ptr_array_steal_index (entries, 0);
}
