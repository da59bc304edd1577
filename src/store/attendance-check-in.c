/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/attendance-private.h"
#include "store/error.h"
#include "store/participant.h"
#include "store/scan-log-private.h"

#define REPLAYS_MAX 3

/* Where and by which rule somebody is checked in. */
typedef struct
{
  IkrarId event;
  IkrarId session;
  IkrarTime start;
  int late_after;
} Place;

static gboolean
find_place (IkrarStore *store, const IkrarCheckIn *check_in, Place *place, GError **error)
{
  g_autoptr (IkrarParticipant) participant =
      ikrar_participant_get (store, check_in->participant, error);
  IkrarStatement *statement =
      participant != NULL ? ikrar_db_query (ikrar_store_get_db (store), "attendance_session_rule",
                                            error, "ii", participant->event_id, check_in->session)
                          : NULL;
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  if (step == IKRAR_STEP_ROW)
    *place = (Place){
      .event = participant->event_id,
      .session = ikrar_statement_get_int (statement, 0),
      .start = ikrar_statement_get_int (statement, 1),
      .late_after = (int) ikrar_statement_get_int (statement, 2),
    };
  else if (step == IKRAR_STEP_DONE)
    g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                         _ ("The event has no such session."));
  ikrar_statement_reset (statement);
  return step == IKRAR_STEP_ROW;
}

/* A nonce that is there already: the same check-in, sent again after its answer was lost. */
static gboolean
recall (IkrarDb *db,
        const guint8 *nonce,
        IkrarCheckInOutcome *outcome,
        gboolean *known,
        GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_mark_by_nonce", error, "b", nonce, (gsize) IKRAR_NONCE_SIZE);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  *known = step == IKRAR_STEP_ROW;
  if (*known)
    {
      IkrarAttendance state = IKRAR_ATTENDANCE_UNRECORDED;

      ikrar_attendance_parse (ikrar_statement_get_text (statement, 4), &state, NULL);
      outcome->at = ikrar_statement_get_int (statement, 0);
      outcome->desk = g_strdup (ikrar_statement_get_text (statement, 1));
      outcome->journal = ikrar_statement_get_int (statement, 2);
      outcome->passage = _ikrar_passage_way (ikrar_statement_get_text (statement, 3));
      outcome->welcome = outcome->passage == IKRAR_WAY_NONE;
      outcome->late = state == IKRAR_ATTENDANCE_LATE;
    }
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

/* What is recorded: @mark without a source if nothing is. */
static gboolean
decide (IkrarChange *change,
        const IkrarCheckIn *check_in,
        const Place *place,
        IkrarMark *mark,
        IkrarCheckInOutcome *outcome,
        GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarTime now = ikrar_change_get_time (change);
  g_auto (IkrarStanding) standing = { 0 };
  g_autoptr (GArray) passages = NULL;
  gboolean leaves = check_in->way == IKRAR_WAY_OUT;
  gboolean present;

  if (!_ikrar_attendance_get_standing (db, check_in->participant, place->session, &standing, error))
    return FALSE;
  present = ikrar_attendance_is_present (standing.state);
  if (!present && leaves)
    return TRUE;
  if (present)
    {
      passages = _ikrar_passage_list (db, check_in->participant, place->session, error);
      if (passages == NULL)
        return FALSE;
      outcome->at = standing.at;
      outcome->desk = g_steal_pointer (&standing.desk);
      if (ikrar_presence_is_inside (standing.at, (IkrarPassage *) passages->data, passages->len) !=
          leaves)
        return TRUE;
      outcome->passage = leaves ? IKRAR_WAY_OUT : IKRAR_WAY_IN;
      mark->source = _ikrar_passage_source (outcome->passage);
      return TRUE;
    }
  outcome->welcome = TRUE;
  outcome->late = ikrar_presence_is_late (place->start, place->late_after, now);
  mark->state = outcome->late ? IKRAR_ATTENDANCE_LATE : IKRAR_ATTENDANCE_PRESENT;
  mark->source = check_in->source;
  mark->corrects = standing.mark;
  return TRUE;
}

static const char *
word_of (const IkrarCheckInOutcome *outcome)
{
  if (outcome->passage == IKRAR_WAY_NONE)
    return "welcome";
  return outcome->passage == IKRAR_WAY_OUT ? "left" : "returned";
}

static gboolean
log_scan (IkrarChange *change,
          const IkrarCheckIn *check_in,
          const Place *place,
          const IkrarCheckInOutcome *outcome,
          GError **error)
{
  const IkrarScanNote note = {
    .event = place->event,
    .session = place->session,
    .at = outcome->at,
    .source = check_in->source,
    .way = check_in->way,
    .verdict = word_of (outcome),
    .participant = check_in->participant,
    .read = check_in->read != NULL ? *check_in->read : (IkrarScanText){ 0 },
    .journal = outcome->journal,
    .nonce = check_in->nonce,
  };

  return check_in->read == NULL ||
         _ikrar_scan_log_insert (ikrar_change_get_store (change), &note, error);
}

static gboolean
record (IkrarStore *store,
        const IkrarCheckIn *check_in,
        const Place *place,
        IkrarCheckInOutcome *outcome,
        GError **error)
{
  g_autoptr (IkrarChange) change = ikrar_change_begin_beside (
      store, check_in->way == IKRAR_WAY_OUT ? "attendance.out" : "attendance.check-in",
      place->event, check_in->participant, NULL, check_in->nonce, error);
  IkrarMark mark = {
    .participant = check_in->participant,
    .session = place->session,
    .nonce = check_in->nonce,
  };

  if (change == NULL || !decide (change, check_in, place, &mark, outcome, error))
    return FALSE;
  if (mark.source == NULL)
    return TRUE;
  outcome->at = ikrar_change_get_time (change);
  g_free (outcome->desk);
  outcome->desk = g_strdup (ikrar_store_get_desk (store));
  outcome->journal = ikrar_change_get_id (change);
  return _ikrar_attendance_mark (change, &mark, error) &&
         log_scan (change, check_in, place, outcome, error) && ikrar_change_commit (change, error);
}

static gboolean
is_duplicate (const GError *error)
{
  return g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
}

static gboolean
check_in_once (IkrarStore *store,
               const IkrarCheckIn *check_in,
               IkrarCheckInOutcome *outcome,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean known = FALSE;
  Place place;

  *outcome = (IkrarCheckInOutcome){ 0 };
  if (!find_place (store, check_in, &place, error))
    return FALSE;
  if (record (store, check_in, &place, outcome, &local))
    return TRUE;
  g_clear_pointer (&outcome->desk, g_free);
  *outcome = (IkrarCheckInOutcome){ 0 };
  if (is_duplicate (local) &&
      recall (ikrar_store_get_db (store), check_in->nonce, outcome, &known, NULL) && known)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* When the link to a server breaks, the same check-in is sent again, once a server answers: its
 * nonce makes it the same. */
gboolean
ikrar_attendance_check_in (IkrarStore *store,
                           const IkrarCheckIn *check_in,
                           IkrarCheckInOutcome *outcome,
                           GError **error)
{
  for (guint replays = 0;; replays++)
    {
      g_autoptr (GError) local = NULL;

      if (check_in_once (store, check_in, outcome, &local))
        return TRUE;
      if (replays < REPLAYS_MAX &&
          g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST) &&
          ikrar_store_reconnect (store, NULL))
        continue;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
}
