/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/event-replica.h"

#include "store/change.h"
#include "store/error.h"
#include "store/event-replica-private.h"
#include "store/event.h"
#include "store/merge-private.h"
#include "store/participant.h"
#include "store/person.h"
#include "store/unit.h"

/* How many entries the journal had that are not about attendance: it only grows. */
#define SEEN_SETTING "replica-seen"
#define SINGLE_MARKS_MAX 500

/* What the event is made of, in the order of references. Nothing that a door does not need is on
 * its machine: no phone numbers, addresses or papers. */
static const struct
{
  const IkrarEntity *entity;
  const char *statement;
} parts[] = {
  { &ikrar_unit_entity, "unit_list_event" },
  { &ikrar_event_entity, "event_get" },
  { &ikrar_event_session_entity, "event_session_list" },
  { &ikrar_person_entity, "event_replica_people" },
  { &ikrar_participant_entity, "event_replica_participants" },
};

/* A key of any event: a pass of another one is no forgery. */
typedef struct
{
  gint64 id;
  gint64 event;
  gint64 created_at;
  GBytes *public_key;
} Key;

/* A rule of the event. */
typedef struct
{
  IkrarId id;
  gint64 late_after;
  gint64 share;
  IkrarTime at;
} Rule;

/* What was read of the shared database, all of one moment. */
typedef struct
{
  gint64 seen;
  GPtrArray *rows[G_N_ELEMENTS (parts)]; /* NULL if nothing but attendance changed */
  GPtrArray *keys;
  GArray *rules;                 /* Rule */
  IkrarEventReplicaMarks *marks; /* those that are not here */
} Picture;

static void
key_free (Key *key)
{
  g_bytes_unref (key->public_key);
  g_free (key);
}

static void
picture_clear (Picture *picture)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_clear_pointer (&picture->rows[i], g_ptr_array_unref);
  g_clear_pointer (&picture->keys, g_ptr_array_unref);
  g_clear_pointer (&picture->rules, g_array_unref);
  g_clear_pointer (&picture->marks, _ikrar_event_replica_marks_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static GPtrArray *
read_keys (IkrarDb *db, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) key_free);
  IkrarStatement *statement = ikrar_db_query (db, "event_replica_keys", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      Key *key = g_new0 (Key, 1);
      gsize size;
      gconstpointer data = ikrar_statement_get_blob (statement, 3, &size);

      key->id = ikrar_statement_get_int (statement, 0);
      key->event = ikrar_statement_get_int (statement, 1);
      key->created_at = ikrar_statement_get_int (statement, 2);
      key->public_key = g_bytes_new (data, size);
      g_ptr_array_add (keys, key);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static GArray *
read_rules (IkrarDb *db, IkrarId event, GError **error)
{
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  IkrarStatement *statement = ikrar_db_query (db, "event_rule_list", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      Rule rule = {
        .id = ikrar_statement_get_int (statement, 0),
        .late_after = ikrar_statement_get_int (statement, 1),
        .share = ikrar_statement_get_int (statement, 2),
        .at = ikrar_statement_get_int (statement, 3),
      };

      g_array_append_val (rules, rule);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&rules) : NULL;
}

static gboolean
read_rows (IkrarDb *db, IkrarId event, Picture *picture, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      picture->rows[i] = ikrar_entity_list (
          parts[i].entity, ikrar_db_query (db, parts[i].statement, error, "i", event), error);
      if (picture->rows[i] == NULL)
        return FALSE;
    }
  picture->keys = read_keys (db, error);
  if (picture->keys == NULL)
    return FALSE;
  picture->rules = read_rules (db, event, error);
  return picture->rules != NULL;
}

static GHashTable *
list_ids (IkrarDb *db, const char *statement_name, IkrarId event, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  IkrarStatement *statement = ikrar_db_query (db, statement_name, error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
read_each_mark (IkrarDb *db, GHashTable *ids, IkrarEventReplicaMarks *marks, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!_ikrar_event_replica_marks_add (
            marks, ikrar_db_query (db, "event_replica_mark_get", error, "i", *(IkrarId *) id), NULL,
            error))
      return FALSE;
  return TRUE;
}

/* Most of the time few marks are new; the first time all are. */
static gboolean
read_marks (IkrarDb *db, IkrarId event, GHashTable *here, Picture *picture, GError **error)
{
  g_autoptr (GHashTable) there = list_ids (db, "event_replica_mark_ids", event, error);
  GHashTableIter iter;
  gpointer id;

  if (there == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, there);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (here, id))
      g_hash_table_iter_remove (&iter);
  picture->marks = _ikrar_event_replica_marks_new ();
  if (g_hash_table_size (there) <= SINGLE_MARKS_MAX)
    return read_each_mark (db, there, picture->marks, error);
  return _ikrar_event_replica_marks_add (
      picture->marks, ikrar_db_query (db, "event_replica_marks_event", error, "i", event), there,
      error);
}

static gboolean
take_picture (IkrarDb *db,
              IkrarId event,
              gint64 seen,
              GHashTable *marks_here,
              Picture *picture,
              GError **error)
{
  gboolean ok;

  if (!ikrar_db_begin_read (db, error))
    return FALSE;
  ok = ikrar_db_get_int (db, "event_replica_seen", &picture->seen, error, "i", event) &&
       (picture->seen == seen || read_rows (db, event, picture, error)) &&
       read_marks (db, event, marks_here, picture, error);
  ikrar_db_rollback (db);
  return ok;
}

static gboolean
put_rows (IkrarDb *db, guint part, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!ikrar_entity_put (parts[part].entity, db, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
put_keys (IkrarDb *db, GPtrArray *keys, GError **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = g_ptr_array_index (keys, i);
      gsize size;
      gconstpointer data = g_bytes_get_data (key->public_key, &size);

      if (!ikrar_db_run (db, "event_replica_key_put", error, "itibi", key->id,
                         key->event != 0 ? "event" : "institution", key->event, data, size,
                         key->created_at))
        return FALSE;
    }
  return TRUE;
}

/* The journal's entry of a rule is not here; this change stands for it. */
static gboolean
put_rules (IkrarChange *change, IkrarId event, GArray *rules, GError **error)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *rule = &g_array_index (rules, Rule, i);

      if (!ikrar_db_run (ikrar_change_get_db (change), "event_rule_insert", error, "iiiiii",
                         rule->id, event, rule->late_after, rule->share, rule->at,
                         ikrar_change_get_id (change)))
        return FALSE;
    }
  return TRUE;
}

/* Who is not on the roster any more is refused, not unknown: a pass may be in somebody's hand. */
static gboolean
withdraw_missing (IkrarChange *change, IkrarId event, GPtrArray *participants, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (GHashTable) here = list_ids (db, "event_replica_invited", event, error);
  GHashTableIter iter;
  gpointer id;

  if (here == NULL)
    return FALSE;
  for (guint i = 0; i < participants->len; i++)
    g_hash_table_remove (here, &((IkrarParticipant *) g_ptr_array_index (participants, i))->id);
  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!ikrar_db_run (db, "event_replica_withdraw", error, "ii", *(IkrarId *) id,
                       ikrar_change_get_time (change)))
      return FALSE;
  return TRUE;
}

static gboolean
free_unique (IkrarDb *db, IkrarId event, GError **error)
{
  return ikrar_db_run (db, "event_replica_free_participants", error, "i", event) &&
         ikrar_db_run (db, "event_replica_free_people", error, "") &&
         ikrar_db_run (db, "event_replica_free_units", error, "");
}

static gboolean
put_all_rows (IkrarChange *change, IkrarId event, const Picture *picture, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autofree char *seen = g_strdup_printf ("%" G_GINT64_FORMAT, picture->seen);

  if (picture->rows[0] == NULL)
    return TRUE;
  if (!free_unique (db, event, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!put_rows (db, i, picture->rows[i], error))
      return FALSE;
  return withdraw_missing (change, event, picture->rows[G_N_ELEMENTS (parts) - 1], error) &&
         put_keys (db, picture->keys, error) && put_rules (change, event, picture->rules, error) &&
         ikrar_db_run (db, "setting_put", error, "tt", SEEN_SETTING, seen);
}

static gboolean
put_marks (IkrarChange *change, IkrarId event, const Picture *picture, GError **error)
{
  g_autoptr (GHashTable) own_ids =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GArray *marks = picture->marks->marks;
  guint added;
  g_autoptr (GPtrArray) outcomes = _ikrar_merge_marks (
      change, event, (const IkrarMergeMark *) marks->data, marks->len, own_ids, &added, error);

  return outcomes != NULL;
}

static gboolean
write_down (IkrarStore *replica, IkrarId event, const Picture *picture, GError **error)
{
  g_autoptr (IkrarChange) change = NULL;

  if (picture->rows[0] == NULL && picture->marks->marks->len == 0)
    return TRUE;
  change = ikrar_change_begin (replica, "exchange.refresh", event, 0, NULL, NULL, error);
  return change != NULL && put_all_rows (change, event, picture, error) &&
         put_marks (change, event, picture, error) && ikrar_change_commit (change, error);
}

gboolean
ikrar_event_replica_refresh (IkrarStore *replica, IkrarStore *shared, IkrarId event, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (replica);
  g_autofree char *seen = ikrar_db_get_text (db, "setting_get", error, "t", SEEN_SETTING);
  g_autoptr (GHashTable) here =
      seen != NULL ? list_ids (db, "event_replica_mark_ids", event, error) : NULL;
  g_auto (Picture) picture = { 0 };

  return here != NULL &&
         take_picture (ikrar_store_get_db (shared), event,
                       *seen != '\0' ? g_ascii_strtoll (seen, NULL, 10) : -1, here, &picture,
                       error) &&
         write_down (replica, event, &picture, error);
}
