/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/presence.h"

#include "store/event.h"
#include "store/passage-private.h"

#define MINUTE_MS (60 * 1000)

/* When a session is. */
typedef struct
{
  IkrarTime start;
  IkrarTime end;
} Span;

/* Somebody in a session; session 0 for all of them together. */
typedef struct
{
  IkrarId participant;
  IkrarId session;
} Key;

struct _IkrarPresence
{
  IkrarTime now;
  GHashTable *spans;    /* session -> Span */
  GHashTable *passages; /* Key -> IkrarPassages, while it is loaded */
  GHashTable *minutes;  /* Key -> minutes */
  guint possible;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_int64_hash (&key->participant) ^ (g_int64_hash (&key->session) * 31);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a;
  const Key *two = b;

  return one->participant == two->participant && one->session == two->session;
}

static void
passages_free (IkrarPassages *passages)
{
  _ikrar_passages_clear (passages);
  g_free (passages);
}

void
ikrar_presence_free (IkrarPresence *presence)
{
  if (presence == NULL)
    return;
  g_hash_table_unref (presence->spans);
  g_hash_table_unref (presence->passages);
  g_hash_table_unref (presence->minutes);
  g_free (presence);
}

static guint
length_of (const Span *span)
{
  return (guint) (MAX (span->end - span->start, 0) / MINUTE_MS);
}

static gboolean
load_spans (IkrarPresence *self, IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, id, error);
  g_autoptr (GPtrArray) sessions = event != NULL ? ikrar_event_sessions (store, id, error) : NULL;

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const IkrarEventSession *session = g_ptr_array_index (sessions, i);
      Span span = {
        .start = session->start_at != 0 ? session->start_at : event->start_at,
        .end = session->end_at != 0 ? session->end_at : ikrar_event_get_end (event),
      };

      g_hash_table_insert (self->spans, g_memdup2 (&session->id, sizeof session->id),
                           g_memdup2 (&span, sizeof span));
      self->possible += length_of (&span);
    }
  return sessions != NULL;
}

static gboolean
load_passages (IkrarPresence *self, IkrarDb *db, IkrarId event, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "attendance_passages_event", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      Key key = { ikrar_statement_get_int (statement, 4), ikrar_statement_get_int (statement, 5) };
      IkrarPassages *passages = g_hash_table_lookup (self->passages, &key);

      if (passages == NULL)
        {
          passages = g_new0 (IkrarPassages, 1);
          _ikrar_passages_init (passages);
          g_hash_table_insert (self->passages, g_memdup2 (&key, sizeof key), passages);
        }
      _ikrar_passages_read (passages, statement);
    }
  return step == IKRAR_STEP_DONE;
}

static void
add_minutes (IkrarPresence *self, const Key *key, guint minutes)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->minutes, key));

  g_hash_table_insert (self->minutes, g_memdup2 (key, sizeof *key),
                       GUINT_TO_POINTER (before + minutes));
}

static void
count (IkrarPresence *self, const Key *key, IkrarTime at, gboolean at_desk)
{
  const Key whole = { key->participant, 0 };
  const Span *span = g_hash_table_lookup (self->spans, &key->session);
  IkrarPassages *passages = g_hash_table_lookup (self->passages, key);
  g_autoptr (GArray) standing = passages != NULL ? _ikrar_passages_finish (passages) : NULL;
  guint minutes;

  if (span == NULL)
    return;
  minutes = ikrar_presence_minutes (span->start, MIN (span->end, self->now),
                                    at_desk ? at : MAX (span->start, 1),
                                    standing != NULL ? (IkrarPassage *) standing->data : NULL,
                                    standing != NULL ? standing->len : 0);
  add_minutes (self, key, minutes);
  add_minutes (self, &whole, minutes);
}

static gboolean
load_minutes (IkrarPresence *self, IkrarDb *db, IkrarId event, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "attendance_presences", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      const Key key = { ikrar_statement_get_int (statement, 0),
                        ikrar_statement_get_int (statement, 1) };

      count (self, &key, ikrar_statement_get_int (statement, 2),
             ikrar_statement_get_int (statement, 3) != 0);
    }
  return step == IKRAR_STEP_DONE;
}

IkrarPresence *
ikrar_presence_load (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (IkrarPresence) self = g_new0 (IkrarPresence, 1);
  IkrarDb *db = ikrar_store_get_db (store);

  self->now = ikrar_store_now (store);
  self->spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->passages =
      g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) passages_free);
  self->minutes = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  if (!load_spans (self, store, event, error) || !load_passages (self, db, event, error) ||
      !load_minutes (self, db, event, error))
    return NULL;
  g_hash_table_remove_all (self->passages);
  return g_steal_pointer (&self);
}

guint
ikrar_presence_get (IkrarPresence *presence, IkrarId participant, IkrarId session)
{
  const Key key = { participant, session };

  return GPOINTER_TO_UINT (g_hash_table_lookup (presence->minutes, &key));
}

guint
ikrar_presence_get_possible (IkrarPresence *presence, IkrarId session)
{
  const Span *span = session != 0 ? g_hash_table_lookup (presence->spans, &session) : NULL;

  if (session == 0)
    return presence->possible;
  return span != NULL ? length_of (span) : 0;
}
