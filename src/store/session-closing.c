/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/event.h"
#include "store/ledger.h"
#include "store/session-closing-private.h"

/* What was said of a session last. */
typedef struct
{
  IkrarId id; /* 0 if nothing was */
  gboolean closed;
  IkrarTime at;
  gint64 ledger_index;
  IkrarId journal;
} Last;

static const char *
word_of (gboolean closed)
{
  return closed ? "closed" : "reopened";
}

gboolean
_ikrar_closing_record (IkrarChange *change, const IkrarClosingEntry *entry, GError **error)
{
  IkrarStore *store = ikrar_change_get_store (change);
  IkrarRecord record = {
    .kind = IKRAR_RECORD_ATTENDANCE_CLOSED,
    .at = entry->at != 0 ? entry->at : ikrar_change_get_time (change),
    .event = entry->said.event,
    .subject = entry->said.session,
    .desk = entry->desk != NULL ? entry->desk : ikrar_store_get_desk (store),
    .refers_to = entry->refers_to,
  };

  ikrar_digest_of (entry->text, strlen (entry->text), &record.content);
  if (entry->nonce != NULL)
    memcpy (record.nonce, entry->nonce, IKRAR_NONCE_SIZE);
  else
    ikrar_nonce_new (record.nonce);
  return ikrar_ledger_append (change, &record, NULL, 0, error) &&
         ikrar_db_run (ikrar_change_get_db (change), "session_closing_insert", error, "iiititttiib",
                       entry->id != 0 ? entry->id : ikrar_id_new (), record.event, record.subject,
                       word_of (entry->said.closed), record.at, record.desk,
                       entry->actor != NULL ? entry->actor : ikrar_store_get_actor (store),
                       entry->text, (gint64) record.index,
                       entry->journal != 0 ? entry->journal : ikrar_change_get_id (change),
                       record.nonce, (gsize) IKRAR_NONCE_SIZE);
}

static gboolean
read_last (IkrarDb *db, IkrarId session, Last *last, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "session_closing_last", error, "i", session);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  *last = (Last){ 0 };
  if (step == IKRAR_STEP_ROW)
    *last = (Last){
      .id = ikrar_statement_get_int (statement, 0),
      .closed = strcmp (ikrar_statement_get_text (statement, 1), word_of (TRUE)) == 0,
      .at = ikrar_statement_get_int (statement, 2),
      .ledger_index = ikrar_statement_get_int (statement, 3),
      .journal = ikrar_statement_get_int (statement, 4),
    };
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

/* The last word holds, whatever the clock did meanwhile. */
static gboolean
say (IkrarChange *change,
     IkrarId event,
     IkrarId session,
     gboolean closed,
     const Last *last,
     GError **error)
{
  g_autofree char *text = NULL;
  IkrarClosingEntry entry = {
    .at = MAX (ikrar_change_get_time (change), last->at + 1),
    .said = { .closed = closed,
              .event = event,
              .session = session,
              .takes_back = closed ? 0 : last->id },
    .refers_to = closed ? -1 : last->ledger_index,
  };

  if (!ikrar_attendance_session_count (ikrar_change_get_store (change), event, session,
                                       &entry.said.count, error))
    return FALSE;
  text = ikrar_closing_text_encode (&entry.said);
  entry.text = text;
  return _ikrar_closing_record (change, &entry, error);
}

static gboolean
check_last (const Last *last, gboolean close, GError **error)
{
  if (last->closed != close)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                       close ? _ ("The session is closed already.")
                             : _ ("The session is not closed."));
  return FALSE;
}

static IkrarId
act (IkrarStore *store, IkrarId id, gboolean close, GError **error)
{
  g_autoptr (IkrarEventSession) session =
      ikrar_entity_get (&ikrar_event_session_entity, ikrar_store_get_db (store), id, error);
  g_autoptr (IkrarChange) change = NULL;
  Last last;

  if (session == NULL)
    return 0;
  change = ikrar_change_begin (store, close ? "session.close" : "session.reopen", session->event_id,
                               id, session->title, NULL, error);
  if (change == NULL || !read_last (ikrar_change_get_db (change), id, &last, error) ||
      !check_last (&last, close, error) ||
      !say (change, session->event_id, id, close, &last, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}

/* The closing holds without a checkpoint as well: the next one covers it. */
IkrarId
ikrar_session_close (IkrarStore *store, IkrarId session, gboolean *sealed, GError **error)
{
  IkrarId journal = act (store, session, TRUE, error);
  g_autoptr (GError) local = NULL;
  gboolean done = journal != 0 && ikrar_ledger_checkpoint (store, NULL, &local);

  if (local != NULL)
    g_message ("no checkpoint was signed over the closing: %s", local->message);
  if (sealed != NULL)
    *sealed = done;
  return journal;
}

IkrarId
ikrar_session_reopen (IkrarStore *store, IkrarId session, GError **error)
{
  return act (store, session, FALSE, error);
}

gboolean
_ikrar_closing_undo (IkrarChange *change, IkrarId journal, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId session, event;
  Last last;

  if (!ikrar_db_get_int (db, "session_closing_of_journal", &session, error, "i", journal) ||
      !ikrar_db_get_int (db, "event_session_event", &event, error, "i", session) ||
      !read_last (db, session, &last, error))
    return FALSE;
  if (last.journal == journal)
    return say (change, event, session, !last.closed, &last, error);
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                       _ ("It was changed since. Undo the later change first."));
  return FALSE;
}

void
ikrar_session_closing_free (IkrarSessionClosing *closing)
{
  if (closing == NULL)
    return;
  g_free (closing->desk);
  g_free (closing->actor);
  g_free (closing);
}

static IkrarSessionClosing *
read_closing (IkrarStatement *statement)
{
  IkrarSessionClosing *closing = g_new0 (IkrarSessionClosing, 1);
  IkrarClosingText said;

  closing->id = ikrar_statement_get_int (statement, 0);
  closing->session = ikrar_statement_get_int (statement, 1);
  closing->closed = strcmp (ikrar_statement_get_text (statement, 2), word_of (TRUE)) == 0;
  closing->at = ikrar_statement_get_int (statement, 3);
  closing->desk = g_strdup (ikrar_statement_get_text (statement, 4));
  closing->actor = g_strdup (ikrar_statement_get_text (statement, 5));
  if (ikrar_closing_text_decode (ikrar_statement_get_text (statement, 6), &said))
    closing->count = said.count;
  closing->ledger_index = (guint64) ikrar_statement_get_int (statement, 7);
  return closing;
}

GPtrArray *
ikrar_session_closings (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GPtrArray) closings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_session_closing_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "session_closing_list", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (closings, read_closing (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&closings) : NULL;
}

const IkrarSessionClosing *
ikrar_session_closing_find (GPtrArray *closings, IkrarId session)
{
  for (guint i = 0; i < closings->len; i++)
    {
      const IkrarSessionClosing *closing = g_ptr_array_index (closings, i);

      if (closing->session == session)
        return closing->closed ? closing : NULL;
    }
  return NULL;
}
