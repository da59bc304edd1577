/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/error.h"
#include "store/pledge.h"

static void
witness_free (IkrarWitness *witness)
{
  g_free (witness->name);
  g_free (witness->position);
  g_free (witness->institution);
  g_free (witness);
}

void
ikrar_pledge_act_free (IkrarPledgeAct *act)
{
  if (act == NULL)
    return;
  g_free (act->reader);
  g_free (act->reader_position);
  g_clear_pointer (&act->witnesses, g_ptr_array_unref);
  g_free (act);
}

void
ikrar_pledge_coverage_free (IkrarPledgeCoverage *coverage)
{
  if (coverage == NULL)
    return;
  g_free (coverage->unit);
  g_free (coverage);
}

GHashTable *
ikrar_pledge_signatures (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GHashTable) signatures =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "pledge_signatures", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gint64 id = ikrar_statement_get_int (statement, 0);

      g_hash_table_insert (signatures, g_memdup2 (&id, sizeof id),
                           g_strdup (ikrar_statement_get_text (statement, 1)));
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&signatures) : NULL;
}

GHashTable *
ikrar_pledge_bindings (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GHashTable) bindings =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "pledge_bindings", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gint64 id = ikrar_statement_get_int (statement, 0);
      gint64 wording = ikrar_statement_get_int (statement, 1);

      g_hash_table_insert (bindings, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&wording, sizeof wording));
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&bindings) : NULL;
}

static IkrarPledgeWording *
read_wording (IkrarStatement *statement)
{
  IkrarPledgeWording *wording = g_new0 (IkrarPledgeWording, 1);
  gsize size = 0;
  gconstpointer digest = ikrar_statement_get_blob (statement, 4, &size);

  wording->id = ikrar_statement_get_int (statement, 0);
  wording->text_id = ikrar_statement_get_int (statement, 1);
  wording->version = (int) ikrar_statement_get_int (statement, 2);
  wording->body = g_strdup (ikrar_statement_get_text (statement, 3));
  if (size == IKRAR_DIGEST_SIZE)
    memcpy (wording->digest.bytes, digest, size);
  return wording;
}

GPtrArray *
ikrar_pledge_wording_list (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GPtrArray) wordings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_pledge_wording_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "pledge_wording_list", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (wordings, read_wording (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&wordings) : NULL;
}

static GPtrArray *
list_witnesses (IkrarDb *db, IkrarId act, GError **error)
{
  g_autoptr (GPtrArray) witnesses = g_ptr_array_new_with_free_func ((GDestroyNotify) witness_free);
  IkrarStatement *statement = ikrar_db_query (db, "pledge_witness_list", error, "i", act);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarWitness *witness = g_new0 (IkrarWitness, 1);

      witness->name = g_strdup (ikrar_statement_get_text (statement, 0));
      witness->position = g_strdup (ikrar_statement_get_text (statement, 1));
      witness->institution = g_strdup (ikrar_statement_get_text (statement, 2));
      g_ptr_array_add (witnesses, witness);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&witnesses) : NULL;
}

IkrarPledgeAct *
ikrar_pledge_act_get (IkrarStore *store, IkrarId event, IkrarId wording, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  IkrarStatement *statement = ikrar_db_query (db, "pledge_act_newest", error, "ii", event, wording);
  g_autoptr (IkrarPledgeAct) act = NULL;
  IkrarId id = 0;

  if (statement != NULL && ikrar_statement_step (statement, error) == IKRAR_STEP_ROW)
    {
      act = g_new0 (IkrarPledgeAct, 1);
      id = ikrar_statement_get_int (statement, 0);
      act->at = ikrar_statement_get_int (statement, 1);
      act->reader = g_strdup (ikrar_statement_get_text (statement, 2));
      act->reader_position = g_strdup (ikrar_statement_get_text (statement, 3));
      act->pledges = ikrar_statement_get_int (statement, 4);
    }
  ikrar_statement_reset (statement);
  if (act == NULL)
    return NULL;
  act->witnesses = list_witnesses (db, id, error);
  return act->witnesses != NULL ? g_steal_pointer (&act) : NULL;
}

GPtrArray *
ikrar_pledge_coverage (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_pledge_coverage_free);
  IkrarDb *db = ikrar_store_get_db (store);
  IkrarStatement *statement = event != 0
                                  ? ikrar_db_query (db, "pledge_coverage_event", error, "i", event)
                                  : ikrar_db_query (db, "pledge_coverage", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarPledgeCoverage *line = g_new0 (IkrarPledgeCoverage, 1);

      line->unit_id = ikrar_statement_get_int (statement, 0);
      line->unit = g_strdup (ikrar_statement_get_text (statement, 1));
      line->invited = ikrar_statement_get_int (statement, 2);
      line->present = ikrar_statement_get_int (statement, 3);
      line->recited = ikrar_statement_get_int (statement, 4);
      line->signed_ = ikrar_statement_get_int (statement, 5);
      g_ptr_array_add (lines, line);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}
