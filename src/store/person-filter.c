/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/person-filter.h"

#include "store/unit-tree.h"

/* PNS grades I/a to IV/e by their number: four of each group, five of the last. */
#define GRADES_OF_GROUP 4

static gboolean
has_kind (const IkrarPersonEntry *entry, IkrarPersonKind kind)
{
  gboolean numbered = *entry->number != '\0';

  switch (kind)
    {
    case IKRAR_PEOPLE_PNS:
      return numbered && entry->number_kind == IKRAR_NUMBER_NIP;
    case IKRAR_PEOPLE_PPPK:
      return numbered && entry->number_kind == IKRAR_NUMBER_NI_PPPK;
    case IKRAR_PEOPLE_NIK:
      return numbered && entry->number_kind == IKRAR_NUMBER_NIK;
    case IKRAR_PEOPLE_OTHER:
      return numbered && entry->number_kind > IKRAR_NUMBER_NIK;
    case IKRAR_PEOPLE_NUMBERED:
      return numbered;
    case IKRAR_PEOPLE_UNNUMBERED:
      return !numbered;
    case IKRAR_PEOPLE_ALL:
    default:
      return TRUE;
    }
}

static IkrarPersonGrades
grades_of (guint8 grade)
{
  if (grade == IKRAR_GRADE_NONE)
    return IKRAR_GRADES_NONE;
  if (grade > IKRAR_GRADE_PPPK (0))
    return IKRAR_GRADES_PPPK;
  return IKRAR_GRADES_1 - MIN ((grade - 1) / GRADES_OF_GROUP, IKRAR_GRADES_1 - IKRAR_GRADES_4);
}

static gboolean
passes (const IkrarPersonFilter *filter, const IkrarPersonEntry *entry)
{
  return has_kind (entry, filter->kind) &&
         (filter->grades == IKRAR_GRADES_ALL || grades_of (entry->grade) == filter->grades) &&
         (filter->units == NULL || g_hash_table_contains (filter->units, &entry->unit_id)) &&
         (filter->people == NULL || g_hash_table_contains (filter->people, &entry->id));
}

gboolean
ikrar_person_filter_is_open (const IkrarPersonFilter *filter)
{
  return filter->kind == IKRAR_PEOPLE_ALL && filter->grades == IKRAR_GRADES_ALL &&
         filter->units == NULL && filter->people == NULL;
}

GPtrArray *
ikrar_person_filter_apply (const IkrarPersonFilter *filter, GPtrArray *entries)
{
  GPtrArray *found;

  if (ikrar_person_filter_is_open (filter))
    return g_ptr_array_ref (entries);
  found = g_ptr_array_new ();
  for (guint i = 0; i < entries->len; i++)
    if (passes (filter, g_ptr_array_index (entries, i)))
      g_ptr_array_add (found, g_ptr_array_index (entries, i));
  return found;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add (GHashTable *set, IkrarId id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* The units below stand behind it, further in. */
GHashTable *
ikrar_person_filter_units (GPtrArray *nodes, IkrarId unit)
{
  GHashTable *units = new_set ();
  const IkrarUnitNode *top = NULL;

  add (units, unit);
  for (guint i = 0; i < nodes->len; i++)
    {
      const IkrarUnitNode *node = g_ptr_array_index (nodes, i);

      if (top != NULL && node->depth <= top->depth)
        break;
      if (top != NULL)
        add (units, node->unit->id);
      else if (node->unit->id == unit)
        top = node;
    }
  return units;
}

GHashTable *
ikrar_person_filter_event (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GHashTable) people = new_set ();
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "person_of_event", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    add (people, ikrar_statement_get_int (statement, 0));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&people) : NULL;
}
