/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/attendance-private.h"
#include "store/error.h"
#include "store/merge-private.h"

/* One merge. */
typedef struct
{
  IkrarDb *db;
  IkrarId event;
  GHashTable *own_ids; /* borrowed; id elsewhere -> id here, where they differ */
  GHashTable *places;  /* set of Place: where something is new */
} Merge;

/* Somebody in a session. */
typedef struct
{
  IkrarId participant;
  IkrarId session;
} Place;

static guint
place_hash (gconstpointer key)
{
  const Place *place = key;

  return g_int64_hash (&place->participant) ^ (g_int64_hash (&place->session) * 31);
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Place)) == 0;
}

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->places, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

void
ikrar_merge_outcome_free (IkrarMergeOutcome *outcome)
{
  if (outcome == NULL)
    return;
  g_free (outcome->other_desk);
  g_free (outcome);
}

static gboolean
insert_entry (IkrarDb *db, const IkrarMergeEntry *entry, GError **error)
{
  return ikrar_db_run (db, "merge_journal_insert", error, "iitttiitbii", entry->id, entry->at,
                       entry->actor, entry->desk, entry->action, entry->event, entry->subject,
                       entry->detail, entry->nonce, (gsize) IKRAR_NONCE_SIZE, entry->undo_of,
                       entry->undone_by);
}

gboolean
_ikrar_merge_entry (IkrarDb *db, const IkrarMergeEntry *entry, GError **error)
{
  gboolean is_new;

  if (!insert_entry (db, entry, error))
    return FALSE;
  is_new = ikrar_db_changes (db) > 0;
  if (is_new && !ikrar_db_run (db, "merge_note_shared", error, "i", entry->id))
    return FALSE;
  if (is_new || entry->undone_by == 0)
    return TRUE;
  return ikrar_db_run (db, "merge_journal_undone", error, "ii", entry->id, entry->undone_by);
}

static gboolean
refuse_place (GError **error)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                       _ ("A mark of the attendance is of somebody, or of a session, that this "
                          "event does not have."));
  return FALSE;
}

static gboolean
check_place (Merge *merge, const IkrarMergeMark *mark, GError **error)
{
  gint64 found;

  if (!ikrar_db_get_int (merge->db, "merge_place", &found, error, "iii", merge->event,
                         mark->participant, mark->session))
    return FALSE;
  return found > 0 || refuse_place (error);
}

static IkrarId
own_id (Merge *merge, IkrarId id)
{
  const IkrarId *own = g_hash_table_lookup (merge->own_ids, &id);

  return own != NULL ? *own : id;
}

/* A mark whose answer was lost may stand here under an id of its own. */
static gboolean
find_known (Merge *merge, const IkrarMergeMark *mark, IkrarId *id, GError **error)
{
  if (!ikrar_db_get_int (merge->db, "merge_mark_by_nonce", id, error, "b", mark->nonce,
                         (gsize) IKRAR_NONCE_SIZE))
    return FALSE;
  if (*id != 0 && *id != mark->id)
    g_hash_table_insert (merge->own_ids, g_memdup2 (&mark->id, sizeof mark->id),
                         g_memdup2 (id, sizeof *id));
  return TRUE;
}

static gboolean
insert_mark (Merge *merge, const IkrarMergeMark *mark, GError **error)
{
  Place place = { mark->participant, mark->session };

  g_hash_table_add (merge->places, g_memdup2 (&place, sizeof place));
  return check_place (merge, mark, error) &&
         (mark->journal->nonce == NULL || _ikrar_merge_entry (merge->db, mark->journal, error)) &&
         ikrar_db_run (merge->db, "attendance_mark_insert", error, "iiititttiib", mark->id,
                       mark->participant, mark->session, ikrar_attendance_code (mark->state),
                       mark->at, mark->desk, mark->source, mark->stand_in,
                       own_id (merge, mark->corrects), mark->journal->id, mark->nonce,
                       (gsize) IKRAR_NONCE_SIZE);
}

static gboolean
add_mark (Merge *merge, const IkrarMergeMark *mark, IkrarMergeOutcome *outcome, GError **error)
{
  IkrarId known;

  if (!find_known (merge, mark, &known, error))
    return FALSE;
  outcome->added = known == 0;
  return outcome->added ? insert_mark (merge, mark, error)
                        : mark->journal->undone_by == 0 ||
                              ikrar_db_run (merge->db, "merge_journal_undone", error, "ii",
                                            mark->journal->id, mark->journal->undone_by);
}

/* What a mark corrects is looked up by its id here: those that are known go first. */
static gboolean
note_known (Merge *merge, const IkrarMergeMark *marks, guint n_marks, GError **error)
{
  for (guint i = 0; i < n_marks; i++)
    {
      IkrarId known;

      if (!find_known (merge, &marks[i], &known, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
settle (Merge *merge, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, merge->places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Place *place = key;

      if (!_ikrar_attendance_settle (merge->db, place->participant, place->session, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_arrival (const IkrarMarkRow *mark)
{
  return !mark->superseded && ikrar_attendance_is_present (mark->state);
}

static void
find_conflict (const IkrarMarkRow *marks,
               guint n_marks,
               const IkrarMarkRow *stands,
               const IkrarMarkRow *mark,
               IkrarMergeOutcome *outcome)
{
  const IkrarMarkRow *other = NULL;

  for (guint i = 0; i < n_marks; i++)
    if (is_arrival (&marks[i]) && strcmp (marks[i].desk, mark->desk) != 0 &&
        (other == NULL || &marks[i] == stands || (other != stands && marks[i].at < other->at)))
      other = &marks[i];
  if (other == NULL)
    return;
  outcome->conflict = TRUE;
  outcome->stands = mark == stands;
  outcome->other_desk = g_strdup (other->desk);
  outcome->other_at = other->at;
}

static gboolean
judge (IkrarDb *db, const IkrarMergeMark *mark, IkrarMergeOutcome *outcome, GError **error)
{
  g_autoptr (GArray) marks = NULL;
  const IkrarMarkRow *stands;

  if (!ikrar_attendance_is_present (mark->state))
    return TRUE;
  marks = _ikrar_attendance_marks (db, mark->participant, mark->session, error);
  if (marks == NULL)
    return FALSE;
  stands = _ikrar_attendance_stands ((IkrarMarkRow *) marks->data, marks->len);
  for (guint i = 0; i < marks->len; i++)
    {
      const IkrarMarkRow *row = &g_array_index (marks, IkrarMarkRow, i);

      if (memcmp (row->nonce, mark->nonce, IKRAR_NONCE_SIZE) == 0 && is_arrival (row))
        find_conflict ((IkrarMarkRow *) marks->data, marks->len, stands, row, outcome);
    }
  return TRUE;
}

GPtrArray *
_ikrar_merge_marks (IkrarChange *change,
                    IkrarId event,
                    const IkrarMergeMark *marks,
                    guint n_marks,
                    GHashTable *own_ids,
                    guint *added,
                    GError **error)
{
  g_autoptr (GPtrArray) outcomes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_merge_outcome_free);
  g_auto (Merge) merge = {
    .db = ikrar_change_get_db (change),
    .event = event,
    .own_ids = own_ids,
    .places = g_hash_table_new_full (place_hash, place_equal, g_free, NULL),
  };

  *added = 0;
  if (!note_known (&merge, marks, n_marks, error))
    return NULL;
  for (guint i = 0; i < n_marks; i++)
    {
      IkrarMergeOutcome *outcome = g_new0 (IkrarMergeOutcome, 1);

      g_ptr_array_add (outcomes, outcome);
      if (!add_mark (&merge, &marks[i], outcome, error))
        return NULL;
      *added += outcome->added;
    }
  if (!settle (&merge, error))
    return NULL;
  for (guint i = 0; i < n_marks; i++)
    if (!judge (merge.db, &marks[i], g_ptr_array_index (outcomes, i), error))
      return NULL;
  return g_steal_pointer (&outcomes);
}

GPtrArray *
ikrar_merge_marks (IkrarStore *store,
                   IkrarId event,
                   const char *action,
                   const IkrarMergeMark *marks,
                   guint n_marks,
                   GError **error)
{
  g_autoptr (IkrarChange) change = ikrar_change_begin (store, action, event, 0, NULL, NULL, error);
  g_autoptr (GHashTable) own_ids =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) outcomes = NULL;
  guint added;

  if (change == NULL)
    return NULL;
  outcomes = _ikrar_merge_marks (change, event, marks, n_marks, own_ids, &added, error);
  if (outcomes == NULL || (added > 0 && !ikrar_change_commit (change, error)))
    return NULL;
  return g_steal_pointer (&outcomes);
}
