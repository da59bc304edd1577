/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

#include "store/error.h"
#include "store/person-merge.h"

static const char *const field_words[] = { "name", "number", "grade", "position",
                                           "unit", "sex",    "phone", "email" };

G_STATIC_ASSERT (G_N_ELEMENTS (field_words) == IKRAR_N_PERSON_FIELDS);

const char *
ikrar_person_field_word (IkrarPersonField field)
{
  return field_words[field];
}

gboolean
ikrar_person_field_parse (const char *word, IkrarPersonField *field)
{
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    if (strcmp (field_words[i], word) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

static void
merge_event_free (IkrarMergeEvent *event)
{
  g_free (event->title);
  g_free (event);
}

void
ikrar_merge_plan_free (IkrarMergePlan *plan)
{
  if (plan == NULL)
    return;
  ikrar_person_record_free (plan->keep);
  ikrar_person_record_free (plan->other);
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    {
      g_free (plan->texts[i][0]);
      g_free (plan->texts[i][1]);
    }
  g_clear_pointer (&plan->events, g_ptr_array_unref);
  g_free (plan);
}

/* What both have on record decides; whoever has nothing gives way. */
static IkrarMergeFate
decide (const IkrarMergeEvent *event, gint64 keep_records, gint64 other_records)
{
  if (event->keep == 0)
    return IKRAR_MERGE_FOLLOWS;
  if (other_records == 0)
    return IKRAR_MERGE_OTHER_GOES;
  return keep_records == 0 ? IKRAR_MERGE_KEPT_GOES : IKRAR_MERGE_BOTH;
}

static gboolean
read_events (IkrarMergePlan *plan, IkrarDb *db, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "person_merge_events", error, "ii",
                                              plan->keep->person->id, plan->other->person->id);
  IkrarStep step = IKRAR_STEP_ERROR;

  plan->events = g_ptr_array_new_with_free_func ((GDestroyNotify) merge_event_free);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarMergeEvent *event = g_new0 (IkrarMergeEvent, 1);

      event->event = ikrar_statement_get_int (statement, 0);
      event->title = g_strdup (ikrar_statement_get_text (statement, 1));
      event->keep = ikrar_statement_get_int (statement, 2);
      event->other = ikrar_statement_get_int (statement, 3);
      event->fate = decide (event, ikrar_statement_get_int (statement, 4),
                            ikrar_statement_get_int (statement, 5));
      plan->blocked |= event->fate == IKRAR_MERGE_BOTH;
      g_ptr_array_add (plan->events, event);
    }
  return step == IKRAR_STEP_DONE;
}

static void
describe (IkrarMergePlan *plan, const IkrarPersonRecord *record, guint side)
{
  const IkrarPerson *person = record->person;

  plan->texts[IKRAR_PERSON_NAME][side] = ikrar_person_display (person);
  plan->texts[IKRAR_PERSON_NUMBER][side] = g_strdup (person->number);
  plan->texts[IKRAR_PERSON_GRADE][side] = g_strdup (ikrar_grade_text (person->grade));
  plan->texts[IKRAR_PERSON_POSITION][side] = g_strdup (person->position);
  plan->texts[IKRAR_PERSON_UNIT][side] = g_strdup (record->unit);
  plan->texts[IKRAR_PERSON_SEX][side] = g_strdup (person->sex);
  plan->texts[IKRAR_PERSON_PHONE][side] = g_strdup (person->phone);
  plan->texts[IKRAR_PERSON_EMAIL][side] = g_strdup (person->email);
}

/* An employee number stands before a national id, and that before any other. */
static int
rank (const IkrarPerson *person)
{
  if (*person->number == '\0')
    return 0;
  if (person->number_kind == IKRAR_NUMBER_NIP || person->number_kind == IKRAR_NUMBER_NI_PPPK)
    return 3;
  return person->number_kind == IKRAR_NUMBER_NIK ? 2 : 1;
}

static void
choose (IkrarMergePlan *plan)
{
  const IkrarPerson *keep = plan->keep->person;
  const IkrarPerson *other = plan->other->person;

  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    plan->choice.other[i] = *plan->texts[i][0] == '\0' && *plan->texts[i][1] != '\0';
  plan->choice.other[IKRAR_PERSON_NUMBER] = rank (other) > rank (keep);
  /* The same name with its titles says more than without. */
  plan->choice.other[IKRAR_PERSON_NAME] = strcmp (keep->name_key, other->name_key) == 0 &&
                                          *keep->prefix == '\0' && *keep->suffix == '\0' &&
                                          (*other->prefix != '\0' || *other->suffix != '\0');
}

static gboolean
read_apart (IkrarMergePlan *plan, IkrarDb *db, GError **error)
{
  IkrarId keep = plan->keep->person->id;
  IkrarId other = plan->other->person->id;
  gint64 id;

  if (!ikrar_db_get_int (db, "person_apart_find", &id, error, "ii", MIN (keep, other),
                         MAX (keep, other)))
    return FALSE;
  plan->apart = id != 0;
  return TRUE;
}

IkrarMergePlan *
ikrar_person_merge_plan (IkrarStore *store, IkrarId keep, IkrarId other, GError **error)
{
  g_autoptr (IkrarMergePlan) plan = g_new0 (IkrarMergePlan, 1);
  IkrarDb *db = ikrar_store_get_db (store);

  if (keep == other)
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                           _ ("These are one person already."));
      return NULL;
    }
  plan->keep = ikrar_person_record_load (store, keep, 0, error);
  if (plan->keep == NULL ||
      (plan->other = ikrar_person_record_load (store, other, 0, error)) == NULL)
    return NULL;
  describe (plan, plan->keep, 0);
  describe (plan, plan->other, 1);
  choose (plan);
  return read_events (plan, db, error) && read_apart (plan, db, error) ? g_steal_pointer (&plan)
                                                                       : NULL;
}

static void
take_name (IkrarPerson *result, const IkrarPerson *from)
{
  ikrar_text_replace (&result->prefix, from->prefix);
  ikrar_text_replace (&result->name, from->name);
  ikrar_text_replace (&result->suffix, from->suffix);
  ikrar_text_replace (&result->name_key, from->name_key);
  ikrar_text_replace (&result->written, from->written);
}

IkrarPerson *
ikrar_person_merge_plan_result (const IkrarMergePlan *plan, const IkrarMergeChoice *choice)
{
  IkrarPerson *result = ikrar_entity_copy (&ikrar_person_entity, plan->keep->person);
  const IkrarPerson *other = plan->other->person;
  const gboolean *from_other = choice->other;

  if (from_other[IKRAR_PERSON_NAME])
    take_name (result, other);
  if (from_other[IKRAR_PERSON_NUMBER])
    {
      ikrar_text_replace (&result->number, other->number);
      result->number_kind = other->number_kind;
    }
  if (from_other[IKRAR_PERSON_GRADE])
    result->grade = other->grade;
  if (from_other[IKRAR_PERSON_UNIT])
    result->unit_id = other->unit_id;
  ikrar_text_replace (&result->position,
                      from_other[IKRAR_PERSON_POSITION] ? other->position : NULL);
  ikrar_text_replace (&result->sex, from_other[IKRAR_PERSON_SEX] ? other->sex : NULL);
  ikrar_text_replace (&result->phone, from_other[IKRAR_PERSON_PHONE] ? other->phone : NULL);
  ikrar_text_replace (&result->email, from_other[IKRAR_PERSON_EMAIL] ? other->email : NULL);
  return result;
}
