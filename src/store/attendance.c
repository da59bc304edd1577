/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/attendance.h"

#include <glib/gi18n-lib.h>

#include "core/person-name.h"

#include "store/attendance-private.h"
#include "store/error.h"
#include "store/participant.h"

static IkrarAttendance
parse_state (const char *code)
{
  IkrarAttendance state = IKRAR_ATTENDANCE_UNRECORDED;

  ikrar_attendance_parse (code, &state, NULL);
  return state;
}

gboolean
_ikrar_attendance_lock (IkrarDb *db, IkrarId participant, GError **error)
{
  gint64 event;

  return ikrar_db_get_int (db, "participant_lock", &event, error, "i", participant);
}

void
_ikrar_standing_clear (IkrarStanding *standing)
{
  g_clear_pointer (&standing->desk, g_free);
}

gboolean
_ikrar_attendance_get_standing (IkrarDb *db,
                                IkrarId participant,
                                IkrarId session,
                                IkrarStanding *standing,
                                GError **error)
{
  IkrarStatement *statement =
      _ikrar_attendance_lock (db, participant, error)
          ? ikrar_db_query (db, "attendance_get", error, "ii", participant, session)
          : NULL;
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  if (step == IKRAR_STEP_ROW)
    {
      standing->state = parse_state (ikrar_statement_get_text (statement, 0));
      standing->at = ikrar_statement_get_int (statement, 1);
      standing->desk = g_strdup (ikrar_statement_get_text (statement, 2));
      standing->mark = ikrar_statement_get_int (statement, 3);
    }
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

/* The event as a whole: present if present in any session, since the first of them; else the state
 * recorded last. */
gboolean
_ikrar_attendance_summarize (IkrarDb *db, IkrarId participant, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_of_participant", error, "i", participant);
  IkrarAttendance summary = IKRAR_ATTENDANCE_UNRECORDED;
  IkrarTime at = 0;
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarAttendance state = parse_state (ikrar_statement_get_text (statement, 0));

      if (ikrar_attendance_is_present (summary) || state == IKRAR_ATTENDANCE_UNRECORDED)
        continue;
      summary = state;
      at = ikrar_statement_get_int (statement, 1);
    }
  return step == IKRAR_STEP_DONE && ikrar_db_run (db, "attendance_summary_put", error, "iti",
                                                  participant, ikrar_attendance_code (summary), at);
}

/* A first mark stands; nothing needs to be read again to know it. */
static gboolean
settle_first (IkrarDb *db,
              const IkrarMark *mark,
              IkrarTime at,
              const char *desk,
              IkrarId id,
              GError **error)
{
  return ikrar_db_run (db, "attendance_put", error, "iititti", mark->participant, mark->session,
                       ikrar_attendance_code (mark->state), at, desk, mark->stand_in, id) &&
         _ikrar_attendance_summarize (db, mark->participant, error);
}

gboolean
_ikrar_attendance_mark (IkrarChange *change, const IkrarMark *mark, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId id = ikrar_id_new ();
  IkrarTime at = mark->at != 0 ? mark->at : ikrar_change_get_time (change);
  const char *desk =
      mark->desk != NULL ? mark->desk : ikrar_store_get_desk (ikrar_change_get_store (change));
  guint8 fresh[IKRAR_NONCE_SIZE];

  if (mark->nonce == NULL)
    ikrar_nonce_new (fresh);
  if (!ikrar_db_run (db, "attendance_mark_insert", error, "iiititttiib", id, mark->participant,
                     mark->session, ikrar_attendance_code (mark->state), at, desk, mark->source,
                     mark->stand_in, mark->corrects, ikrar_change_get_id (change),
                     mark->nonce != NULL ? mark->nonce : fresh, (gsize) IKRAR_NONCE_SIZE))
    return FALSE;
  if (_ikrar_passage_is (mark->source))
    return TRUE;
  return mark->corrects == 0
             ? settle_first (db, mark, at, desk, id, error)
             : _ikrar_attendance_settle (db, mark->participant, mark->session, error);
}

gboolean
_ikrar_attendance_find_session (IkrarDb *db, IkrarId event, IkrarId *session, GError **error)
{
  IkrarId event_of_session;

  if (*session == 0)
    return ikrar_db_get_int (db, "event_session_first", session, error, "i", event);
  if (!ikrar_db_get_int (db, "event_session_event", &event_of_session, error, "i", *session))
    return FALSE;
  if (event_of_session == event)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                       _ ("The event has no such session."));
  return FALSE;
}

gboolean
_ikrar_attendance_check_event (IkrarDb *db, IkrarId participant, IkrarId event, GError **error)
{
  IkrarId actual;

  if (!ikrar_db_get_int (db, "participant_event", &actual, error, "i", participant))
    return FALSE;
  if (actual == event)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                       _ ("Attendance is set for the participants of one event at a time."));
  return FALSE;
}

static gboolean
set_one (IkrarChange *change, IkrarId event, IkrarId participant, IkrarMark *mark, GError **error)
{
  g_auto (IkrarStanding) standing = { 0 };

  if (!_ikrar_attendance_check_event (ikrar_change_get_db (change), participant, event, error) ||
      !_ikrar_attendance_get_standing (ikrar_change_get_db (change), participant, mark->session,
                                       &standing, error))
    return FALSE;
  mark->participant = participant;
  mark->corrects = standing.mark;
  return _ikrar_attendance_mark (change, mark, error);
}

IkrarId
ikrar_attendance_set (IkrarStore *store,
                      const IkrarId *participants,
                      guint n_participants,
                      IkrarId session,
                      IkrarAttendance state,
                      const char *stand_in,
                      GError **error)
{
  g_autoptr (IkrarParticipant) first = NULL;
  g_autoptr (IkrarChange) change = NULL;
  IkrarMark mark = { .session = session, .state = state, .source = "hand", .stand_in = stand_in };

  g_return_val_if_fail (n_participants > 0, 0);

  first = ikrar_participant_get (store, participants[0], error);
  if (first == NULL || !_ikrar_attendance_find_session (ikrar_store_get_db (store), first->event_id,
                                                        &mark.session, error))
    return 0;
  change = ikrar_change_begin (store, "attendance.set", first->event_id,
                               n_participants == 1 ? participants[0] : 0,
                               ikrar_attendance_code (state), NULL, error);
  if (change == NULL)
    return 0;
  for (guint i = 0; i < n_participants; i++)
    if (!set_one (change, first->event_id, participants[i], &mark, error))
      return 0;
  return ikrar_change_commit (change, error) ? ikrar_change_get_id (change) : 0;
}

void
ikrar_scan_free (IkrarScan *scan)
{
  if (scan == NULL)
    return;
  g_free (scan->name);
  g_free (scan->unit);
  g_free (scan->desk);
  g_free (scan);
}

static IkrarScan *
read_scan (IkrarStatement *statement)
{
  IkrarScan *scan = g_new0 (IkrarScan, 1);

  scan->journal = ikrar_statement_get_int (statement, 0);
  scan->participant = ikrar_statement_get_int (statement, 1);
  scan->name = ikrar_person_name_display (ikrar_statement_get_text (statement, 2),
                                          ikrar_statement_get_text (statement, 3),
                                          ikrar_statement_get_text (statement, 4));
  scan->unit = g_strdup (ikrar_statement_get_text (statement, 5));
  scan->state = parse_state (ikrar_statement_get_text (statement, 6));
  scan->at = ikrar_statement_get_int (statement, 7);
  scan->desk = g_strdup (ikrar_statement_get_text (statement, 8));
  scan->undone = ikrar_statement_get_int (statement, 9) != 0;
  scan->after_closing = ikrar_statement_get_int (statement, 11) != 0;
  scan->way = _ikrar_passage_way (ikrar_statement_get_text (statement, 10));
  return scan;
}

GPtrArray *
ikrar_attendance_recent (IkrarStore *store, IkrarId session, guint limit, GError **error)
{
  g_autoptr (GPtrArray) scans = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_scan_free);
  IkrarStatement *statement = ikrar_db_query (ikrar_store_get_db (store), "attendance_recent",
                                              error, "ii", session, (gint64) limit);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (scans, read_scan (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&scans) : NULL;
}

gboolean
ikrar_attendance_session_count (IkrarStore *store,
                                IkrarId event,
                                IkrarId session,
                                IkrarAttendanceCount *count,
                                GError **error)
{
  IkrarStatement *statement = ikrar_db_query (
      ikrar_store_get_db (store), "attendance_session_count", error, "ii", event, session);
  IkrarStep step = IKRAR_STEP_ERROR;

  *count = (IkrarAttendanceCount){ 0 };
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    ikrar_attendance_count_add (count, parse_state (ikrar_statement_get_text (statement, 0)),
                                ikrar_statement_get_int (statement, 1));
  return step == IKRAR_STEP_DONE;
}

GArray *
ikrar_attendance_arrivals (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (gint64));
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "attendance_arrivals", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      gint64 at = ikrar_statement_get_int (statement, 0);

      g_array_append_val (arrivals, at);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&arrivals) : NULL;
}

GArray *
ikrar_attendance_unrecorded (IkrarStore *store,
                             IkrarId event,
                             IkrarId session,
                             IkrarId unit,
                             GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  IkrarStatement *statement;
  IkrarStep step = IKRAR_STEP_ERROR;

  if (!_ikrar_attendance_find_session (db, event, &session, error))
    return NULL;
  statement = ikrar_db_query (db, "attendance_unrecorded", error, "iii", event, session, unit);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);

      g_array_append_val (people, id);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&people) : NULL;
}
