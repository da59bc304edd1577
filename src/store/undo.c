/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/attendance-private.h"
#include "store/certificate-private.h"
#include "store/certificate-rule.h"
#include "store/change.h"
#include "store/error.h"
#include "store/event-private.h"
#include "store/event-rule-private.h"
#include "store/import-private.h"
#include "store/institution.h"
#include "store/journal.h"
#include "store/memory-private.h"
#include "store/participant.h"
#include "store/person-merge-private.h"
#include "store/person.h"
#include "store/pledge-private.h"
#include "store/session-closing-private.h"
#include "store/undo-private.h"
#include "store/unit-tree.h"
#include "store/unit.h"

#define UNDO_PREFIX "undo:"

static const IkrarEntity *const entities[] = {
  &ikrar_institution_entity,   &ikrar_signatory_entity,
  &ikrar_unit_entity,          &ikrar_person_entity,
  &ikrar_person_number_entity, &ikrar_event_entity,
  &ikrar_event_session_entity, &ikrar_event_role_entity,
  &ikrar_participant_entity,   &ikrar_number_series_entity,
  &ikrar_unit_alias_entity,    &ikrar_person_apart_entity,
  &ikrar_person_merged_entity, &ikrar_certificate_exception_entity,
};

typedef gboolean (*UndoFunc) (IkrarChange *change, const IkrarJournalEntry *entry, GError **error);

static void
image_free (IkrarUndoImage *image)
{
  g_free (image->before);
  g_free (image->after);
  g_free (image);
}

static const IkrarEntity *
find_entity (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i]->name, name) == 0)
      return entities[i];
  return NULL;
}

GPtrArray *
_ikrar_undo_images (IkrarDb *db, IkrarId journal, GError **error)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify) image_free);
  IkrarStatement *statement =
      ikrar_db_query (db, "journal_changes_newest_first", error, "i", journal);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarUndoImage *image = g_new0 (IkrarUndoImage, 1);

      image->entity = find_entity (ikrar_statement_get_text (statement, 0));
      image->id = ikrar_statement_get_int (statement, 1);
      image->before = g_strdup (ikrar_statement_get_text (statement, 2));
      image->after = g_strdup (ikrar_statement_get_text (statement, 3));
      g_ptr_array_add (images, image);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&images) : NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT, message);
  return FALSE;
}

static gboolean
check_unchanged (IkrarDb *db, const IkrarUndoImage *image, GError **error)
{
  g_autoptr (GError) local = NULL;
  gpointer row = ikrar_entity_get (image->entity, db, image->id, &local);
  g_autofree char *now = ikrar_entity_encode (image->entity, row);

  ikrar_entity_free (image->entity, row);
  if (local != NULL && !g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return strcmp (now, image->after) == 0 ||
         refuse (error, _ ("It was changed since. Undo the later change first."));
}

static gboolean
restore (IkrarChange *change, const IkrarUndoImage *image, GError **error)
{
  gpointer row;
  gboolean ok;

  if (image->entity == NULL || (*image->before == '\0' && *image->after == '\0'))
    return refuse (error, _ ("What stood before is not kept any more."));
  if (!check_unchanged (ikrar_change_get_db (change), image, error))
    return FALSE;
  if (*image->before == '\0')
    return ikrar_change_delete (change, image->entity, image->id, error);
  row = ikrar_entity_decode (image->entity, image->before, error);
  ok = row != NULL && ikrar_change_put (change, image->entity, row, error);
  ikrar_entity_free (image->entity, row);
  return ok;
}

static gboolean
undo_rows (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) images =
      _ikrar_undo_images (ikrar_change_get_db (change), entry->id, error);

  if (images == NULL)
    return FALSE;
  if (images->len == 0)
    return refuse (error, _ ("There is nothing in this change that can be undone."));
  for (guint i = 0; i < images->len; i++)
    if (!restore (change, g_ptr_array_index (images, i), error))
      return FALSE;
  return TRUE;
}

gboolean
_ikrar_undo_rows_beside (IkrarChange *change,
                         IkrarId journal,
                         const IkrarEntity *entity,
                         GError **error)
{
  g_autoptr (GPtrArray) images = _ikrar_undo_images (ikrar_change_get_db (change), journal, error);

  for (guint i = 0; images != NULL && i < images->len; i++)
    {
      const IkrarUndoImage *image = g_ptr_array_index (images, i);
      /* Of somebody who was erased nothing comes back. */
      gboolean is_kept = *image->before != '\0' || *image->after != '\0';

      if (is_kept && image->entity != NULL && image->entity != entity &&
          !restore (change, image, error))
        return FALSE;
    }
  return images != NULL;
}

/* An event that came into being is taken out of the lists, as removing it does. */
static gboolean
undo_event (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  g_autoptr (IkrarEvent) event =
      ikrar_event_get (ikrar_change_get_store (change), entry->subject, error);

  if (event == NULL)
    return FALSE;
  event->removed_at = ikrar_change_get_time (change);
  return ikrar_change_put (change, &ikrar_event_entity, event, error);
}

static gboolean
undo_session (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return undo_rows (change, entry, error) &&
         _ikrar_event_check_has_session (ikrar_change_get_db (change), entry->event, error);
}

static gboolean
undo_attendance (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_attendance_undo (change, entry->id, error);
}

/* The rules of an event are said in the same change as the event. */
static gboolean
undo_edit (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId rule;

  if (!ikrar_db_get_int (db, "event_rule_of_journal", &rule, error, "i", entry->id))
    return FALSE;
  if (rule == 0)
    return undo_rows (change, entry, error);
  return _ikrar_event_rule_undo (change, entry->event, entry->id, error) &&
         _ikrar_undo_rows_beside (change, entry->id, NULL, error);
}

static gboolean
undo_closing (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_closing_undo (change, entry->id, error);
}

static gboolean
undo_rule (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_event_rule_undo (change, entry->event, entry->id, error);
}

static gboolean
undo_pledge (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_pledge_undo (change, entry->id, error);
}

static gboolean
undo_certificates (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_certificate_undo (change, entry->id, error);
}

static gboolean
undo_import (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_import_undo (change, entry->subject, error);
}

static gboolean
undo_merge (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_person_merge_check_undo (ikrar_change_get_db (change), entry->id, error) &&
         _ikrar_undo_fields (change, entry, error);
}

static gboolean
undo_memory (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return _ikrar_memory_undo (change, entry->id, error);
}

static gboolean
undo_never (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  return refuse (error, _ ("This cannot be undone."));
}

/* The first rule whose prefix fits; without one, rows get the state before. */
static const struct
{
  const char *prefix;
  UndoFunc undo;
} rules[] = {
  { "attendance.", undo_attendance },
  { UNDO_PREFIX "attendance.", undo_attendance },
  { "rule.set", undo_rule },
  { UNDO_PREFIX "rule.set", undo_rule },
  { "pledge.revoke", undo_never },
  { "pledge.", undo_pledge },
  { "certificate.issue", undo_certificates },
  { "certificate.", undo_never },
  { "roster.import", undo_import },
  { "roster.update", undo_import },
  { "event.add", undo_event },
  { "event.copy", undo_event },
  { "event.edit", undo_edit },
  { UNDO_PREFIX "event.edit", undo_edit },
  { "person.erase", undo_never },
  { "person.merge", undo_merge },
  { "unit.", _ikrar_undo_fields },
  { "exchange.add", undo_event },
  { "exchange.import", undo_rows },
  { "exchange.", undo_never },
  { "session.close", undo_closing },
  { "session.reopen", undo_closing },
  { UNDO_PREFIX "session.close", undo_closing },
  { UNDO_PREFIX "session.reopen", undo_closing },
  { "session.", undo_session },
  { "mapping.", undo_memory },
  { UNDO_PREFIX "mapping.", undo_never },
  { "meaning.", undo_memory },
  { UNDO_PREFIX "meaning.", undo_never },
  { UNDO_PREFIX "session.", undo_session },
  { "setting.", undo_never },
  { "key.", undo_never },
  { "ledger.", undo_never },
  { "pledge-text.", undo_never },
  { UNDO_PREFIX "pledge.", undo_never },
  { UNDO_PREFIX "certificate.", undo_never },
  { UNDO_PREFIX "roster.import", undo_never },
  { UNDO_PREFIX "roster.update", undo_never },
};

static UndoFunc
find_rule (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_has_prefix (action, rules[i].prefix))
      return rules[i].undo;
  return undo_rows;
}

gboolean
ikrar_journal_can_undo (const IkrarJournalEntry *entry)
{
  return entry->undone_by == 0 && find_rule (entry->action) != undo_never;
}

static gboolean
mark_undone (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId id = ikrar_change_get_id (change);

  if (!ikrar_db_run (db, "journal_mark_undone", error, "ii", entry->id, id))
    return FALSE;
  if (ikrar_db_changes (db) == 0)
    return refuse (error, _ ("It was undone already."));
  return ikrar_db_run (db, "journal_mark_undo", error, "ii", id, entry->id);
}

/* What is done, undone and done again keeps its own name. */
static char *
undo_action (const char *action)
{
  if (g_str_has_prefix (action, UNDO_PREFIX))
    return g_strdup (action + strlen (UNDO_PREFIX));
  return g_strconcat (UNDO_PREFIX, action, NULL);
}

IkrarId
ikrar_journal_undo (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarJournalEntry) entry = ikrar_journal_get (store, id, error);
  g_autoptr (IkrarChange) change = NULL;
  g_autofree char *action = NULL;

  if (entry == NULL)
    return 0;
  action = undo_action (entry->action);
  change =
      ikrar_change_begin (store, action, entry->event, entry->subject, entry->detail, NULL, error);
  if (change == NULL || !mark_undone (change, entry, error) ||
      !find_rule (entry->action) (change, entry, error) || !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}
