/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/event.h"
#include "store/exchange.h"
#include "store/merge.h"

static IkrarExchangeConflict *
read_conflict (IkrarStatement *statement)
{
  IkrarExchangeConflict *conflict = g_new0 (IkrarExchangeConflict, 1);

  conflict->subject = ikrar_statement_get_int (statement, 0);
  conflict->at = ikrar_statement_get_int (statement, 1);
  conflict->what = g_strdup (ikrar_statement_get_text (statement, 2));
  conflict->who = g_strdup (ikrar_statement_get_text (statement, 3));
  conflict->field = g_strdup (ikrar_statement_get_text (statement, 4));
  conflict->ours = g_strdup (ikrar_statement_get_text (statement, 5));
  conflict->theirs = g_strdup (ikrar_statement_get_text (statement, 6));
  conflict->stands = g_strdup (ikrar_statement_get_text (statement, 7));
  return conflict;
}

/* To the second: desks beside each other seldom differ by more. */
static char *
format_arrival (const char *desk, IkrarTime at, IkrarZone zone)
{
  g_autofree char *date = ikrar_time_format_date (at, zone);
  g_autofree char *clock = ikrar_time_format_clock (at, zone);

  return g_strdup_printf ("%s, %s %s.%02d", desk, date, clock, (int) (at / 1000 % 60));
}

static IkrarExchangeConflict *
make_conflict (const IkrarDoubleArrival *arrival, IkrarZone zone)
{
  IkrarExchangeConflict *conflict = g_new0 (IkrarExchangeConflict, 1);

  conflict->subject = arrival->participant;
  conflict->at = MAX (arrival->first_at, arrival->other_at);
  conflict->what = g_strdup ("arrival");
  conflict->who = g_strdup (arrival->name);
  conflict->field = g_strdup ("arrival");
  conflict->ours = format_arrival (arrival->first_desk, arrival->first_at, zone);
  conflict->theirs = format_arrival (arrival->other_desk, arrival->other_at, zone);
  conflict->stands = g_strdup ("ours");
  return conflict;
}

/* Arrivals as they stand now, not as they were told: an offline desk's come without a file. */
static gboolean
add_arrivals (IkrarStore *store, IkrarId event, GPtrArray *conflicts, GError **error)
{
  g_autoptr (IkrarEvent) row = ikrar_event_get (store, event, error);
  g_autoptr (GPtrArray) arrivals =
      row != NULL ? ikrar_merge_double_arrivals (store, event, error) : NULL;

  if (arrivals == NULL)
    return FALSE;
  for (guint i = 0; i < arrivals->len; i++)
    g_ptr_array_add (conflicts, make_conflict (g_ptr_array_index (arrivals, i), row->zone));
  return TRUE;
}

GPtrArray *
ikrar_exchange_conflicts (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_exchange_conflict_free);
  IkrarStatement *statement;
  IkrarStep step = IKRAR_STEP_ERROR;

  if (!add_arrivals (store, event, conflicts, error))
    return NULL;
  statement =
      ikrar_db_query (ikrar_store_get_db (store), "exchange_conflict_list", error, "i", event);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (conflicts, read_conflict (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&conflicts) : NULL;
}
