/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "core/person-name.h"

#include "store/attendance-private.h"
#include "store/merge.h"

/* Somebody of whom more than one desk has a mark in a session. */
typedef struct
{
  IkrarId participant;
  IkrarId session;
  int number;
  char *name;
} Candidate;

static void
candidate_clear (Candidate *candidate)
{
  g_free (candidate->name);
}

void
ikrar_double_arrival_free (IkrarDoubleArrival *arrival)
{
  if (arrival == NULL)
    return;
  g_free (arrival->name);
  g_free (arrival->first_desk);
  g_free (arrival->other_desk);
  g_free (arrival);
}

static GArray *
list_candidates (IkrarDb *db, IkrarId event, GError **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  IkrarStatement *statement = ikrar_db_query (db, "merge_many_desks", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  g_array_set_clear_func (candidates, (GDestroyNotify) candidate_clear);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      Candidate candidate = {
        .participant = ikrar_statement_get_int (statement, 0),
        .session = ikrar_statement_get_int (statement, 1),
        .number = (int) ikrar_statement_get_int (statement, 2),
        .name = ikrar_person_name_display (ikrar_statement_get_text (statement, 3),
                                           ikrar_statement_get_text (statement, 4),
                                           ikrar_statement_get_text (statement, 5)),
      };

      g_array_append_val (candidates, candidate);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&candidates) : NULL;
}

static void
add (GPtrArray *arrivals,
     const Candidate *candidate,
     const IkrarMarkRow *first,
     const IkrarMarkRow *other)
{
  IkrarDoubleArrival *arrival = g_new0 (IkrarDoubleArrival, 1);

  arrival->participant = candidate->participant;
  arrival->session = candidate->session;
  arrival->name = g_strdup (candidate->name);
  arrival->number = candidate->number;
  arrival->first_desk = g_strdup (first->desk);
  arrival->first_at = first->at;
  arrival->other_desk = g_strdup (other->desk);
  arrival->other_at = other->at;
  g_ptr_array_add (arrivals, arrival);
}

static gboolean
add_all (IkrarDb *db, const Candidate *candidate, GPtrArray *arrivals, GError **error)
{
  g_autoptr (GArray) marks =
      _ikrar_attendance_marks (db, candidate->participant, candidate->session, error);
  const IkrarMarkRow *first;

  if (marks == NULL)
    return FALSE;
  first = _ikrar_attendance_stands ((IkrarMarkRow *) marks->data, marks->len);
  for (guint i = 0; i < marks->len; i++)
    {
      const IkrarMarkRow *mark = &g_array_index (marks, IkrarMarkRow, i);

      if (mark != first && !mark->superseded && ikrar_attendance_is_present (mark->state) &&
          strcmp (mark->desk, first->desk) != 0)
        add (arrivals, candidate, first, mark);
    }
  return TRUE;
}

GPtrArray *
ikrar_merge_double_arrivals (IkrarStore *store, IkrarId event, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GPtrArray) arrivals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_double_arrival_free);
  g_autoptr (GArray) candidates = list_candidates (db, event, error);

  if (candidates == NULL)
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    if (!add_all (db, &g_array_index (candidates, Candidate, i), arrivals, error))
      return NULL;
  return g_steal_pointer (&arrivals);
}
