/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/attendance-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/digest.h"

#include "store/attendance-private.h"
#include "store/error.h"
#include "store/event.h"

/* The mark that stands for somebody in a session; mark is 0 if there is none. */
typedef struct
{
  IkrarAttendance state;
  IkrarId mark;
} Standing;

static gboolean
get_standing (IkrarDb *db, IkrarId participant, IkrarId session, Standing *standing, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_get", error, "ii", participant, session);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  *standing = (Standing){ .state = IKRAR_ATTENDANCE_UNRECORDED };
  if (step == IKRAR_STEP_ROW)
    {
      ikrar_attendance_parse (ikrar_statement_get_text (statement, 0), &standing->state, NULL);
      standing->mark = ikrar_statement_get_int (statement, 3);
    }
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

/* Whether there is a mark with this nonce, and whether what it came with was undone. */
static gboolean
find_nonce (IkrarDb *db, const guint8 *nonce, gboolean *found, gboolean *undone, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (db, "attendance_nonce_standing", error, "b", nonce, (gsize) IKRAR_NONCE_SIZE);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  *found = step == IKRAR_STEP_ROW;
  *undone = *found && ikrar_statement_get_int (statement, 0) != 0;
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

/* Marks are never removed, so that a source which is read again after an undo needs another nonce:
 * the digest of the one before. Leaves in @nonce the first that is free or was not undone. */
static gboolean
settle_nonce (IkrarDb *db, guint8 *nonce, gboolean *known, GError **error)
{
  gboolean found, undone;

  for (;;)
    {
      IkrarDigest next;

      if (!find_nonce (db, nonce, &found, &undone, error))
        return FALSE;
      *known = found && !undone;
      if (!undone)
        return TRUE;
      ikrar_digest_of (nonce, IKRAR_NONCE_SIZE, &next);
      memcpy (nonce, &next, IKRAR_NONCE_SIZE);
    }
}

/* What entries are recorded with. */
typedef struct
{
  IkrarChange *change;
  const IkrarAttendanceEntries *entries;
  IkrarId session;
  IkrarTime at; /* of those that have no time */
  IkrarAttendanceEntered *entered;
} Recording;

static gboolean
append_passages (Recording *recording, const IkrarAttendanceEntry *entry, GError **error)
{
  for (guint i = 0; i < entry->n_passages; i++)
    if (!_ikrar_attendance_mark (
            recording->change,
            &(IkrarMark){ .participant = entry->participant,
                          .session = recording->session,
                          .state = IKRAR_ATTENDANCE_UNRECORDED,
                          .at = entry->passages[i].at,
                          .source = _ikrar_passage_source (entry->passages[i].way) },
            error))
      return FALSE;
  return TRUE;
}

static gboolean
append (Recording *recording,
        const IkrarAttendanceEntry *entry,
        const Standing *standing,
        const guint8 *nonce,
        GError **error)
{
  recording->entered->recorded++;
  return _ikrar_attendance_mark (recording->change,
                                 &(IkrarMark){ .participant = entry->participant,
                                               .session = recording->session,
                                               .state = entry->state,
                                               .at = entry->at != 0 ? entry->at : recording->at,
                                               .source = recording->entries->source,
                                               .corrects = standing->mark,
                                               .nonce = nonce },
                                 error) &&
         append_passages (recording, entry, error);
}

static gboolean
enter_one (Recording *recording, const IkrarAttendanceEntry *entry, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (recording->change);
  guint8 nonce[IKRAR_NONCE_SIZE];
  gboolean known = FALSE;
  Standing standing;

  if (!_ikrar_attendance_check_event (db, entry->participant, recording->entries->event, error) ||
      !_ikrar_attendance_lock (db, entry->participant, error) ||
      !get_standing (db, entry->participant, recording->session, &standing, error))
    return FALSE;
  if (entry->nonce != NULL)
    {
      memcpy (nonce, entry->nonce, IKRAR_NONCE_SIZE);
      if (!settle_nonce (db, nonce, &known, error))
        return FALSE;
    }
  if (known)
    recording->entered->known++;
  else if (standing.state == entry->state)
    recording->entered->same++;
  else if (standing.state != IKRAR_ATTENDANCE_UNRECORDED && standing.state != entry->replaces)
    recording->entered->kept++;
  else
    return append (recording, entry, &standing, entry->nonce != NULL ? nonce : NULL, error);
  return TRUE;
}

/* When somebody came whose time nobody wrote down. */
static gboolean
find_time (IkrarStore *store, Recording *recording, GError **error)
{
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (store, recording->entries->event, error);
  IkrarTime now = ikrar_change_get_time (recording->change);

  if (sessions == NULL)
    return FALSE;
  recording->at = now;
  for (guint i = 0; i < sessions->len; i++)
    {
      const IkrarEventSession *session = g_ptr_array_index (sessions, i);

      if (session->id == recording->session && session->start_at != 0)
        recording->at = MIN (now, session->start_at);
    }
  return TRUE;
}

gboolean
ikrar_attendance_enter (IkrarStore *store,
                        const IkrarAttendanceEntries *entries,
                        IkrarAttendanceEntered *entered,
                        GError **error)
{
  g_autoptr (IkrarChange) change = NULL;
  Recording recording = { .entries = entries, .session = entries->session, .entered = entered };

  *entered = (IkrarAttendanceEntered){ 0 };
  if (!_ikrar_attendance_find_session (ikrar_store_get_db (store), entries->event,
                                       &recording.session, error))
    return FALSE;
  change =
      ikrar_change_begin (store, entries->action, entries->event, 0, entries->detail, NULL, error);
  recording.change = change;
  if (change == NULL || !find_time (store, &recording, error))
    return FALSE;
  for (guint i = 0; i < entries->n_entries; i++)
    if (!enter_one (&recording, &entries->entries[i], error))
      return FALSE;
  if (entered->recorded == 0)
    return TRUE;
  entered->journal = ikrar_change_get_id (change);
  return ikrar_change_commit (change, error);
}

static void
read_state (IkrarStatement *statement, GHashTable *states)
{
  IkrarId id = ikrar_statement_get_int (statement, 0);
  IkrarAttendanceStands *stands = g_new0 (IkrarAttendanceStands, 1);

  ikrar_attendance_parse (ikrar_statement_get_text (statement, 1), &stands->state, NULL);
  stands->at = ikrar_statement_get_int (statement, 2);
  g_hash_table_insert (states, g_memdup2 (&id, sizeof id), stands);
}

GHashTable *
ikrar_attendance_states (IkrarStore *store, IkrarId event, IkrarId *session, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GHashTable) states =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  IkrarStatement *statement =
      _ikrar_attendance_find_session (db, event, session, error)
          ? ikrar_db_query (db, "attendance_session_states", error, "i", *session)
          : NULL;
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    read_state (statement, states);
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&states) : NULL;
}

gboolean
ikrar_attendance_is_known (IkrarStore *store, const guint8 *nonce, gboolean *known, GError **error)
{
  guint8 settled[IKRAR_NONCE_SIZE];

  memcpy (settled, nonce, IKRAR_NONCE_SIZE);
  return settle_nonce (ikrar_store_get_db (store), settled, known, error);
}
