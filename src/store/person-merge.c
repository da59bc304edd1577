/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/person-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

#include "store/error.h"
#include "store/participant.h"
#include "store/person-merge-private.h"

static const IkrarColumn merged_columns[] = {
  { "id", IKRAR_COLUMN_INT64, G_STRUCT_OFFSET (IkrarPersonMerged, id), NULL },
  { "into_id", IKRAR_COLUMN_INT64, G_STRUCT_OFFSET (IkrarPersonMerged, into_id), NULL },
};

const IkrarEntity ikrar_person_merged_entity = { IKRAR_ENTITY_NAMES ("person_merged"),
                                                 sizeof (IkrarPersonMerged), merged_columns,
                                                 G_N_ELEMENTS (merged_columns), g_free };

gboolean
ikrar_person_merged_into (IkrarStore *store, IkrarId id, IkrarId *into, GError **error)
{
  return ikrar_db_get_int (ikrar_store_get_db (store), "person_merged_into", into, error, "i", id);
}

static gboolean
refuse_blocked (const IkrarMergePlan *plan, GError **error)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < plan->events->len; i++)
    {
      const IkrarMergeEvent *event = g_ptr_array_index (plan->events, i);

      if (event->fate == IKRAR_MERGE_BOTH)
        g_string_append_printf (titles, titles->len > 0 ? "; %s" : "%s", event->title);
    }
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("Both have attended, pledged or received a certificate at the same event, so "
                  "they may be two people: %s. Nothing was merged."),
               titles->str);
  return FALSE;
}

/* A number of one of the two becomes an earlier number of the one who stays, unless it stands. */
static gboolean
keep_number (IkrarChange *change,
             const IkrarPerson *from,
             const IkrarPerson *result,
             GError **error)
{
  IkrarPersonNumber row = { .id = ikrar_id_new (),
                            .number = from->number,
                            .number_kind = from->number_kind,
                            .person_id = result->id };
  gint64 known;

  if (*from->number == '\0' || strcmp (from->number, result->number) == 0)
    return TRUE;
  return ikrar_db_get_int (ikrar_change_get_db (change), "person_number_known", &known, error, "t",
                           from->number) &&
         (known != 0 || ikrar_change_put (change, &ikrar_person_number_entity, &row, error));
}

/* Earlier numbers follow; one that stands again is no earlier one any more. */
static gboolean
move_numbers (IkrarChange *change, GPtrArray *numbers, const IkrarPerson *result, GError **error)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      IkrarPersonNumber *number = g_ptr_array_index (numbers, i);

      number->person_id = result->id;
      if (!(strcmp (number->number, result->number) == 0
                ? ikrar_change_delete (change, &ikrar_person_number_entity, number->id, error)
                : ikrar_change_put (change, &ikrar_person_number_entity, number, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_away (IkrarChange *change, const IkrarPerson *other, GError **error)
{
  g_autoptr (IkrarPerson) gone = ikrar_entity_copy (&ikrar_person_entity, other);

  ikrar_text_replace (&gone->number, "");
  gone->number_kind = IKRAR_NUMBER_NONE;
  gone->removed_at = ikrar_change_get_time (change);
  return ikrar_change_put (change, &ikrar_person_entity, gone, error);
}

/* Who goes gives the number up before the other one takes it. */
static gboolean
merge_people (IkrarChange *change,
              const IkrarMergePlan *plan,
              const IkrarPerson *result,
              GError **error)
{
  const IkrarPerson *keep = plan->keep->person;
  const IkrarPerson *other = plan->other->person;

  return move_numbers (change, plan->keep->numbers, result, error) &&
         move_numbers (change, plan->other->numbers, result, error) &&
         put_away (change, other, error) &&
         ikrar_change_put (change, &ikrar_person_entity, result, error) &&
         keep_number (change, keep, result, error) && keep_number (change, other, result, error);
}

static void
fill (char **text, const char *value)
{
  if (**text == '\0')
    ikrar_text_replace (text, value);
}

/* What was said of the place that goes is not lost, and whoever was invited stays invited. */
static gboolean
complete_place (IkrarChange *change,
                IkrarParticipant *stays,
                const IkrarParticipant *goes,
                GError **error)
{
  fill (&stays->seat, goes->seat);
  fill (&stays->group_name, goes->group_name);
  fill (&stays->note, goes->note);
  fill (&stays->position, goes->position);
  if (goes->withdrawn_at == 0)
    stays->withdrawn_at = 0;
  return ikrar_change_put (change, &ikrar_participant_entity, stays, error);
}

static gboolean
merge_places (IkrarChange *change,
              IkrarId person,
              IkrarId stays_id,
              IkrarId goes_id,
              GError **error)
{
  IkrarStore *store = ikrar_change_get_store (change);
  g_autoptr (IkrarParticipant) stays = ikrar_participant_get (store, stays_id, error);
  g_autoptr (IkrarParticipant) goes =
      stays != NULL ? ikrar_participant_get (store, goes_id, error) : NULL;

  if (goes == NULL || !ikrar_change_delete (change, &ikrar_participant_entity, goes->id, error))
    return FALSE;
  stays->person_id = person;
  return complete_place (change, stays, goes, error);
}

static gboolean
move_place (IkrarChange *change, IkrarId person, const IkrarMergeEvent *event, GError **error)
{
  g_autoptr (IkrarParticipant) place = NULL;

  switch (event->fate)
    {
    case IKRAR_MERGE_OTHER_GOES:
      return merge_places (change, person, event->keep, event->other, error);
    case IKRAR_MERGE_KEPT_GOES:
      return merge_places (change, person, event->other, event->keep, error);
    case IKRAR_MERGE_FOLLOWS:
      place = ikrar_participant_get (ikrar_change_get_store (change), event->other, error);
      if (place == NULL)
        return FALSE;
      place->person_id = person;
      return ikrar_change_put (change, &ikrar_participant_entity, place, error);
    case IKRAR_MERGE_BOTH:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Those who were merged into the one who goes are the one who stays as well. */
static gboolean
note_merged (IkrarChange *change, IkrarId keep, IkrarId other, GError **error)
{
  const IkrarPersonMerged row = { other, keep };
  g_autoptr (GPtrArray) before = ikrar_entity_list (
      &ikrar_person_merged_entity,
      ikrar_db_query (ikrar_change_get_db (change), "person_merged_list", error, "i", other),
      error);

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      IkrarPersonMerged *merged = g_ptr_array_index (before, i);

      merged->into_id = keep;
      if (!ikrar_change_put (change, &ikrar_person_merged_entity, merged, error))
        return FALSE;
    }
  return before != NULL && ikrar_change_put (change, &ikrar_person_merged_entity, &row, error);
}

static gboolean
apply (IkrarChange *change,
       const IkrarMergePlan *plan,
       const IkrarMergeChoice *choice,
       GError **error)
{
  g_autoptr (IkrarPerson) result =
      ikrar_person_merge_plan_result (plan, choice != NULL ? choice : &plan->choice);

  if (!merge_people (change, plan, result, error))
    return FALSE;
  for (guint i = 0; i < plan->events->len; i++)
    if (!move_place (change, result->id, g_ptr_array_index (plan->events, i), error))
      return FALSE;
  return note_merged (change, result->id, plan->other->person->id, error);
}

static gboolean
plan_and_apply (IkrarChange *change,
                const IkrarId people[2],
                const IkrarMergeChoice *choice,
                GError **error)
{
  g_autoptr (IkrarMergePlan) plan =
      ikrar_person_merge_plan (ikrar_change_get_store (change), people[0], people[1], error);

  if (plan == NULL)
    return FALSE;
  return plan->blocked ? refuse_blocked (plan, error) : apply (change, plan, choice, error);
}

IkrarId
ikrar_person_merge (IkrarStore *store,
                    IkrarId keep,
                    IkrarId other,
                    const IkrarMergeChoice *choice,
                    GError **error)
{
  const IkrarId people[2] = { keep, other };
  g_autoptr (IkrarPerson) goes = ikrar_person_get (store, other, error);
  g_autoptr (IkrarChange) change = NULL;

  if (goes == NULL)
    return 0;
  change = ikrar_change_begin (store, "person.merge", 0, keep, goes->name, NULL, error);
  return change != NULL && plan_and_apply (change, people, choice, error) &&
                 ikrar_change_commit (change, error)
             ? ikrar_change_get_id (change)
             : 0;
}

gboolean
_ikrar_person_merge_check_undo (IkrarDb *db, IkrarId journal, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *title = ikrar_db_get_text (db, "person_merge_later", &local, "i", journal);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (title == NULL || *title == '\0')
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("Since the two were merged, a pledge or a certificate of “%s” was recorded in "
                  "the name of the one person. The merge stays."),
               title);
  return FALSE;
}
