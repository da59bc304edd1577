/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/person-name.h"
#include "core/reason.h"
#include "core/text.h"

#include "store/change-private.h"
#include "store/error.h"
#include "store/import-difference-private.h"
#include "store/import-listed-private.h"
#include "store/import-private.h"
#include "store/person-private.h"
#include "store/unit.h"

/* Somebody who is changed, as they are now and as their row has them. */
typedef struct
{
  IkrarImport *import;
  const IkrarImportRow *row;
  const IkrarDifference *item;
  IkrarParticipant *participant;
  IkrarPerson *person;
  IkrarId unit; /* as the row has it */
} Update;

static void
clear_update (Update *self)
{
  ikrar_participant_free (self->participant);
  ikrar_person_free (self->person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Update, clear_update)

static gboolean
refuse_changed (const char *name, GError **error)
{
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("%s was changed after the list was compared. Compare it again; nothing was "
                  "changed."),
               name);
  return FALSE;
}

static gboolean
load (Update *self, GError **error)
{
  IkrarStore *store = ikrar_change_get_store (self->import->change);

  self->participant = ikrar_participant_get (store, self->item->participant, error);
  if (self->participant == NULL)
    return FALSE;
  self->person = ikrar_person_get (store, self->item->person, error);
  if (self->person == NULL)
    return FALSE;
  if (self->participant->person_id != self->person->id)
    return refuse_changed (self->item->name, error);
  return _ikrar_import_get_unit (self->import, self->row->unit, &self->unit, error);
}

static gboolean
get_unit_name (Update *self, IkrarId id, GStringChunk *texts, const char **name, GError **error)
{
  g_autoptr (IkrarUnit) unit = NULL;

  *name = "";
  if (id == 0)
    return TRUE;
  unit =
      ikrar_entity_get (&ikrar_unit_entity, ikrar_change_get_db (self->import->change), id, error);
  if (unit != NULL)
    *name = g_string_chunk_insert (texts, unit->name);
  return unit != NULL;
}

static gboolean
is_as_shown (const IkrarDifference *item, const IkrarFieldChange *changes, guint n)
{
  if (n != item->n_changes)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (changes[i].field != item->changes[i].field ||
        strcmp (changes[i].before, item->changes[i].before) != 0 ||
        strcmp (changes[i].after, item->changes[i].after) != 0)
      return FALSE;
  return TRUE;
}

/* What somebody looked at is what is done. */
static gboolean
check_shown (Update *self, GError **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  IkrarListed known = _ikrar_listed_of_rows (self->person, self->participant);
  IkrarListed read = _ikrar_listed_of_row (self->row, "");
  IkrarFieldChange changes[IKRAR_N_DIFFERENCE_FIELDS];
  guint n;

  read.unit_id = self->unit;
  if (known.unit_id != read.unit_id &&
      (!get_unit_name (self, known.unit_id, texts, &known.unit, error) ||
       !get_unit_name (self, read.unit_id, texts, &read.unit, error)))
    return FALSE;
  n = _ikrar_listed_compare (&known, &read, texts, changes);
  return is_as_shown (self->item, changes, n) || refuse_changed (self->item->name, error);
}

static void
set_title (char **title, const char *read)
{
  if (read != NULL && *read != '\0')
    ikrar_text_replace (title, read);
}

static void
set_name (Update *self)
{
  const IkrarPerson *read = self->row->person;

  set_title (&self->person->prefix, read->prefix);
  set_title (&self->person->suffix, read->suffix);
  set_title (&self->person->written, read->written);
  if (_ikrar_listed_name (self->person->name, read->name) == read->name)
    ikrar_text_replace (&self->person->name, read->name);
  g_free (self->person->name_key);
  self->person->name_key = ikrar_person_name_key (self->person->name);
}

/* The register follows where it said what the roster said. */
static void
set_position (Update *self, const char *position)
{
  if (*self->person->position == '\0' ||
      strcmp (self->person->position, self->participant->position) == 0)
    ikrar_text_replace (&self->person->position, position);
  ikrar_text_replace (&self->participant->position, position);
}

static void
set_grade (Update *self)
{
  if (self->person->grade == 0 || self->person->grade == self->participant->grade)
    self->person->grade = self->row->person->grade;
  self->participant->grade = self->row->person->grade;
}

static void
set_unit (Update *self)
{
  if (self->person->unit_id == 0 || self->person->unit_id == self->participant->unit_id)
    self->person->unit_id = self->unit;
  self->participant->unit_id = self->unit;
}

static void
set_number (Update *self)
{
  ikrar_text_replace (&self->person->number, self->row->person->number);
  self->person->number_kind = self->row->person->number_kind;
  _ikrar_import_register_add (self->import->numbers, self->person->number, self->person->id);
}

static void
set_field (Update *self, const IkrarFieldChange *change)
{
  switch (change->field)
    {
    case IKRAR_DIFFERENCE_NAME:
      set_name (self);
      break;
    case IKRAR_DIFFERENCE_NUMBER:
      set_number (self);
      break;
    case IKRAR_DIFFERENCE_GRADE:
      set_grade (self);
      break;
    case IKRAR_DIFFERENCE_POSITION:
      set_position (self, change->after);
      break;
    case IKRAR_DIFFERENCE_UNIT:
      set_unit (self);
      break;
    case IKRAR_DIFFERENCE_PARTICIPANT_KIND:
      ikrar_text_replace (&self->participant->kind, change->after);
      break;
    case IKRAR_DIFFERENCE_SEAT:
      ikrar_text_replace (&self->participant->seat, change->after);
      break;
    case IKRAR_DIFFERENCE_GROUP:
      ikrar_text_replace (&self->participant->group_name, change->after);
      break;
    case IKRAR_DIFFERENCE_PHONE:
      ikrar_text_replace (&self->person->phone, change->after);
      break;
    case IKRAR_DIFFERENCE_EMAIL:
      ikrar_text_replace (&self->person->email, change->after);
      break;
    case IKRAR_DIFFERENCE_NOTE:
      ikrar_text_replace (&self->participant->note, change->after);
      break;
    case IKRAR_DIFFERENCE_INVITATION:
      self->participant->withdrawn_at = 0;
      break;
    case IKRAR_N_DIFFERENCE_FIELDS:
      break;
    }
}

static gboolean
has_change (const IkrarDifference *item, IkrarDifferenceField field)
{
  for (guint i = 0; i < item->n_changes; i++)
    if (item->changes[i].field == field)
      return TRUE;
  return FALSE;
}

static gboolean
put_person (Update *self, IkrarImportEffect *effect, GError **error)
{
  g_autofree char *after = ikrar_entity_encode (&ikrar_person_entity, self->person);

  if (strcmp (effect->before, after) == 0)
    {
      g_clear_pointer (&effect->before, g_free);
      return TRUE;
    }
  return (!has_change (self->item, IKRAR_DIFFERENCE_NUMBER) ||
          _ikrar_person_keep_number (self->import->change, self->person, error)) &&
         _ikrar_change_put_encoded (self->import->change, &ikrar_person_entity, self->person,
                                    effect->before, after, error);
}

static gboolean
put_participant (Update *self, const IkrarImportEffect *effect, GError **error)
{
  g_autofree char *after = ikrar_entity_encode (&ikrar_participant_entity, self->participant);

  return strcmp (effect->participant_before, after) == 0 ||
         _ikrar_change_put_encoded (self->import->change, &ikrar_participant_entity,
                                    self->participant, effect->participant_before, after, error);
}

static gboolean
apply (Update *self, IkrarImportEffect *effect, GError **error)
{
  effect->person = self->person->id;
  effect->participant = self->participant->id;
  effect->before = ikrar_entity_encode (&ikrar_person_entity, self->person);
  effect->participant_before = ikrar_entity_encode (&ikrar_participant_entity, self->participant);
  for (guint i = 0; i < self->item->n_changes; i++)
    set_field (self, &self->item->changes[i]);
  return put_person (self, effect, error) && put_participant (self, effect, error);
}

static IkrarImportOutcome
change_somebody (IkrarImport *import,
                 const IkrarImportRow *row,
                 const IkrarDifference *item,
                 IkrarImportEffect *effect,
                 GError **error)
{
  g_auto (Update) self = { .import = import, .row = row, .item = item };

  if (!load (&self, error) || !check_shown (&self, error) || !apply (&self, effect, error) ||
      !_ikrar_import_note (import, row, row->verdict, effect, error))
    return IKRAR_IMPORT_FAILED;
  import->changed++;
  return IKRAR_IMPORT_CHANGED;
}

static IkrarImportOutcome
keep (IkrarImport *import,
      const IkrarImportRow *row,
      IkrarId person,
      IkrarImportEffect *effect,
      GError **error)
{
  effect->person = person;
  return _ikrar_import_note (import, row, row->verdict, effect, error) ? IKRAR_IMPORT_KEPT
                                                                       : IKRAR_IMPORT_FAILED;
}

static IkrarImportOutcome
decline (IkrarImport *import,
         const IkrarImportRow *row,
         const IkrarDifference *item,
         IkrarImportEffect *effect,
         GError **error)
{
  effect->person = item->person;
  return _ikrar_import_note_refused (import, row, "skipped",
                                     ikrar_reason_code (IKRAR_REASON_DECLINED), effect, error)
             ? IKRAR_IMPORT_DECLINED
             : IKRAR_IMPORT_FAILED;
}

static IkrarImportOutcome
add (IkrarImport *import,
     const IkrarImportRow *row,
     const IkrarDifference *item,
     IkrarImportEffect *effect,
     GError **error)
{
  g_autofree char *name = ikrar_person_display (row->person);

  if (strcmp (name, item->name) != 0 ||
      g_strcmp0 (row->person->number != NULL ? row->person->number : "", item->number) != 0)
    {
      refuse_changed (item->name, error);
      return IKRAR_IMPORT_FAILED;
    }
  effect->surely_new = TRUE;
  return _ikrar_import_add_person (import, row, effect, error);
}

IkrarImportOutcome
_ikrar_import_update_row (IkrarImport *import,
                          const IkrarImportRow *row,
                          IkrarImportEffect *effect,
                          GError **error)
{
  const GArray *lines = import->differences->lines;
  const IkrarFileLine *line = NULL;
  const IkrarDifference *item;

  if (import->n_rows <= lines->len)
    line = &g_array_index (lines, IkrarFileLine, import->n_rows - 1);
  if (line == NULL || line->item == IKRAR_LINE_PLAIN)
    return _ikrar_import_add_person (import, row, effect, error);
  if (line->item == IKRAR_LINE_SAME)
    return keep (import, row, line->person, effect, error);
  item = ikrar_differences_get (import->differences, (guint) line->item);
  if (!item->accepted)
    return decline (import, row, item, effect, error);
  return item->kind == IKRAR_DIFFERENCE_NEW ? add (import, row, item, effect, error)
                                            : change_somebody (import, row, item, effect, error);
}

/* Who attended since the comparison is not withdrawn unseen. */
static gboolean
check_holds (IkrarImport *import, const IkrarDifference *item, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (ikrar_change_get_db (import->change), "import_holds",
                                              error, "i", item->participant);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  guint holds;

  if (step != IKRAR_STEP_ROW)
    return step == IKRAR_STEP_DONE && refuse_changed (item->name, error);
  holds = _ikrar_listed_read_holds (statement, 0);
  ikrar_statement_reset (statement);
  return holds == item->holds || refuse_changed (item->name, error);
}

static gboolean
withdraw (IkrarImport *import, const IkrarDifference *item, GError **error)
{
  static const IkrarImportRow nowhere = { .verdict = "withdrawn" };
  g_autoptr (IkrarParticipant) participant =
      ikrar_participant_get (ikrar_change_get_store (import->change), item->participant, error);
  g_autofree char *before = ikrar_entity_encode (&ikrar_participant_entity, participant);
  IkrarImportEffect effect = { .participant = item->participant,
                               .person = item->person,
                               .participant_before = before };

  if (participant == NULL)
    return FALSE;
  if (participant->withdrawn_at != 0 || participant->person_id != item->person)
    return refuse_changed (item->name, error);
  participant->withdrawn_at = ikrar_change_get_time (import->change);
  import->withdrawn++;
  return check_holds (import, item, error) &&
         ikrar_change_put (import->change, &ikrar_participant_entity, participant, error) &&
         _ikrar_import_rows_note (import->rows, import->batch, import->n_rows + import->withdrawn,
                                  &nowhere, nowhere.verdict, &effect, error);
}

gboolean
_ikrar_import_update_finish (IkrarImport *import, GError **error)
{
  for (guint i = 0; i < ikrar_differences_get_size (import->differences); i++)
    {
      const IkrarDifference *item = ikrar_differences_get (import->differences, i);

      if (item->kind == IKRAR_DIFFERENCE_WITHDRAWN && item->accepted &&
          !withdraw (import, item, error))
        return FALSE;
    }
  return TRUE;
}
