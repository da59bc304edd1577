/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/event-replica.h"

#include <string.h>

#include "store/error.h"
#include "store/event-replica-private.h"
#include "store/scan-log-private.h"

#define PREFIX "event-"
#define SUFFIX ".replica"

char *
ikrar_event_replica_path (const char *uri, IkrarId event)
{
  g_autofree char *base = ikrar_store_base (uri);
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *name = g_strdup_printf (PREFIX "%" G_GINT64_FORMAT SUFFIX, event);

  return g_build_filename (folder, name, NULL);
}

IkrarStore *
ikrar_event_replica_open (const char *uri, IkrarId event, IkrarDbMode mode, GError **error)
{
  g_autofree char *path = ikrar_event_replica_path (uri, event);

  ikrar_store_make_folder (uri);
  return ikrar_store_open (path, mode, error);
}

static gboolean
parse_name (const char *name, IkrarId *event)
{
  g_autofree char *number = NULL;

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX))
    return FALSE;
  number = g_strndup (name + strlen (PREFIX), strlen (name) - strlen (PREFIX SUFFIX));
  return ikrar_id_parse (number, event, NULL);
}

GArray *
ikrar_event_replica_list (const char *uri)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  g_autofree char *base = ikrar_store_base (uri);
  g_autofree char *folder = g_path_get_dirname (base);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  IkrarId event;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (parse_name (name, &event))
      g_array_append_val (events, event);
  return events;
}

gboolean
ikrar_event_replica_count_waiting (IkrarStore *replica, guint *waiting, GError **error)
{
  gint64 count;

  if (!ikrar_db_get_int (ikrar_store_get_db (replica), "event_replica_waiting", &count, error, ""))
    return FALSE;
  *waiting = (guint) count;
  return TRUE;
}

gboolean
ikrar_event_replica_count_scans (IkrarStore *replica, guint *waiting, GError **error)
{
  gint64 count;

  if (!ikrar_db_get_int (ikrar_store_get_db (replica), "scan_log_count_waiting", &count, error, ""))
    return FALSE;
  *waiting = (guint) count;
  return TRUE;
}

/* What waits: ids of journal entries, and the participants who were added by some of them. */
static GArray *
list_entries (IkrarDb *db, GArray *guests, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  IkrarStatement *statement = ikrar_db_query (db, "event_replica_entries", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);
      IkrarId subject = ikrar_statement_get_int (statement, 2);

      if (strcmp (ikrar_statement_get_text (statement, 1), "participant.add") == 0)
        g_array_append_val (guests, subject);
      g_array_append_val (ids, id);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
note_all (IkrarDb *db, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!ikrar_db_run (db, "merge_note_shared", error, "i", g_array_index (ids, IkrarId, i)))
      return FALSE;
  return TRUE;
}

static gboolean
note_delivered (IkrarDb *db, GArray *ids, GError **error)
{
  if (ids->len == 0)
    return TRUE;
  if (!ikrar_db_begin (db, error))
    return FALSE;
  if (note_all (db, ids, error))
    return ikrar_db_commit (db, error);
  ikrar_db_rollback (db);
  return FALSE;
}

/* @theirs: who of here is somebody else there */
static gboolean
deliver_marks (IkrarStore *replica,
               IkrarStore *shared,
               IkrarId event,
               GHashTable *theirs,
               GError **error)
{
  g_autoptr (IkrarEventReplicaMarks) waiting = _ikrar_event_replica_marks_new ();
  GArray *marks = waiting->marks;
  g_autoptr (GPtrArray) outcomes = NULL;

  if (!_ikrar_event_replica_marks_add (
          waiting, ikrar_db_query (ikrar_store_get_db (replica), "event_replica_marks", error, ""),
          NULL, error))
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      IkrarMergeMark *mark = &g_array_index (marks, IkrarMergeMark, i);
      const IkrarId *other = g_hash_table_lookup (theirs, &mark->participant);

      mark->participant = other != NULL ? *other : mark->participant;
    }
  if (marks->len > 0)
    outcomes = ikrar_merge_marks (shared, event, "exchange.deliver",
                                  (const IkrarMergeMark *) marks->data, marks->len, error);
  return marks->len == 0 || outcomes != NULL;
}

/* What is written into the replica meanwhile waits for the next time. */
gboolean
ikrar_event_replica_deliver (IkrarStore *replica, IkrarStore *shared, IkrarId event, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (replica);
  g_autoptr (GArray) guests = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  g_autoptr (GHashTable) theirs =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) ids = list_entries (db, guests, error);

  return ids != NULL &&
         _ikrar_event_replica_deliver_guests (replica, shared, guests, theirs, error) &&
         deliver_marks (replica, shared, event, theirs, error) &&
         _ikrar_scan_log_deliver (replica, shared, theirs, error) &&
         note_delivered (db, ids, error);
}

static gboolean
deliver_one (const char *uri, IkrarStore *shared, IkrarId event, GError **error)
{
  g_autoptr (IkrarStore) replica = ikrar_event_replica_open (uri, event, IKRAR_DB_OPEN, error);
  guint waiting, scans;

  return replica != NULL && ikrar_event_replica_count_waiting (replica, &waiting, error) &&
         ikrar_event_replica_count_scans (replica, &scans, error) &&
         (waiting + scans == 0 || ikrar_event_replica_deliver (replica, shared, event, error));
}

gboolean
ikrar_event_replica_deliver_all (const char *uri, IkrarStore *shared, GError **error)
{
  g_autoptr (GArray) events = ikrar_event_replica_list (uri);

  for (guint i = 0; i < events->len; i++)
    if (!deliver_one (uri, shared, g_array_index (events, IkrarId, i), error))
      return FALSE;
  return TRUE;
}
