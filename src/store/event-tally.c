/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/event-tally.h"

#include "store/words-private.h"

/* A group of participants in the same state who did the same with the pledge. */
static gboolean
add_group (IkrarEventTally *tally, IkrarStatement *statement, GError **error)
{
  guint people = ikrar_statement_get_int (statement, 2);
  IkrarAttendance state;

  if (!ikrar_attendance_parse (ikrar_statement_get_text (statement, 0), &state, error))
    return FALSE;
  ikrar_attendance_count_add (&tally->attendance, state, people);
  tally->pledges[_ikrar_pledge_state_parse (ikrar_statement_get_text (statement, 1))] += people;
  tally->certificates += ikrar_statement_get_int (statement, 3);
  return TRUE;
}

static gboolean
count_people (IkrarDb *db, IkrarId event, IkrarEventTally *tally, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "event_tally", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    if (!add_group (tally, statement, error))
      {
        ikrar_statement_reset (statement);
        return FALSE;
      }
  return step == IKRAR_STEP_DONE;
}

gboolean
ikrar_event_tally_get (IkrarStore *store, IkrarId event, IkrarEventTally *tally, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  gint64 units, keys;

  *tally = (IkrarEventTally){ 0 };
  if (!count_people (db, event, tally, error) ||
      !ikrar_db_get_int (db, "event_units", &units, error, "i", event) ||
      !ikrar_db_get_int (db, "event_has_key", &keys, error, "i", event))
    return FALSE;
  tally->units = units;
  tally->has_passes = keys > 0;
  return TRUE;
}
