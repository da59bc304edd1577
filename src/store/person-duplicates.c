/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/person-duplicates.h"

#include <stdlib.h>
#include <string.h>

#include "core/person-name.h"

#include "store/likeness-private.h"

/* Of many with one name in one unit, each is proposed with the first and not with all others. */
#define GROUP_MAX 8

#define NIP_DIGITS 18

/* Numbers with one digit left out, by what remains. */
typedef struct
{
  guint64 rest;
  const IkrarLikeness *who;
} Rest;

typedef struct
{
  GArray *people;   /* IkrarLikeness */
  GHashTable *seen; /* pairs that were proposed, or said to be two */
  GArray *found;    /* IkrarDuplicate */
  const IkrarProgress *progress;
} Hunt;

static const char *const kind_words[] = { "number", "digit", "twin", "name", "namesake" };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_words) == IKRAR_N_DUPLICATE_KINDS);

const char *
ikrar_duplicate_kind_word (IkrarDuplicateKind kind)
{
  return kind_words[kind];
}

guint
ikrar_person_duplicates_count (GArray *duplicates, IkrarDuplicateKind kind)
{
  guint count = 0;

  for (guint i = 0; i < duplicates->len; i++)
    count += g_array_index (duplicates, IkrarDuplicate, i).kind == kind;
  return count;
}

static void
propose (Hunt *hunt, IkrarId one, IkrarId other, IkrarDuplicateKind kind)
{
  IkrarDuplicate pair = { MIN (one, other), MAX (one, other), kind };

  if (one == other || g_hash_table_contains (hunt->seen, &pair))
    return;
  g_hash_table_add (hunt->seen, g_memdup2 (&pair, sizeof pair));
  g_array_append_val (hunt->found, pair);
}

static int
compare_rests (gconstpointer a, gconstpointer b)
{
  const Rest *first = a;
  const Rest *second = b;

  return (first->rest > second->rest) - (first->rest < second->rest);
}

/* One letter or two beside each other differ, or stand in one of them only. */
static gboolean
differ_little (const char *one, const char *other)
{
  gsize length = strlen (one);
  gsize other_length = strlen (other);
  gsize front = 0;

  while (one[front] != '\0' && one[front] == other[front])
    front++;
  while (length > front && other_length > front && one[length - 1] == other[other_length - 1])
    {
      length--;
      other_length--;
    }
  return length - front <= 2 && other_length - front <= 2 && front + strlen (one) - length >= 4;
}

/* Every word of @fewer, or what it is short for, is among those of @more. */
static gboolean
has_words (const char *more, const char *fewer)
{
  g_auto (GStrv) there = g_strsplit (more, " ", -1);
  g_auto (GStrv) words = g_strsplit (fewer, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; there[j] != NULL && !found; j++)
        found = g_str_has_prefix (there[j], words[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* Closer than for a name beside the same number: whoever was born a day apart has such numbers. */
static gboolean
may_be_one (const IkrarLikeness *one, const IkrarLikeness *other)
{
  return ikrar_person_name_may_match (one->name_key, other->name_key) &&
         (differ_little (one->name_key, other->name_key) ||
          has_words (one->name_key, other->name_key) || has_words (other->name_key, one->name_key));
}

/* Those whose numbers agree but for one place stand side by side once that place is left out. */
static void
pair_rests (Hunt *hunt, GArray *rests)
{
  g_array_sort (rests, compare_rests);
  for (guint i = 0; i < rests->len; i++)
    for (guint j = i + 1; j < rests->len && g_array_index (rests, Rest, j).rest ==
                                                g_array_index (rests, Rest, i).rest;
         j++)
      {
        const IkrarLikeness *one = g_array_index (rests, Rest, i).who;
        const IkrarLikeness *other = g_array_index (rests, Rest, j).who;

        if (may_be_one (one, other))
          propose (hunt, one->id, other->id, IKRAR_DUPLICATE_DIGIT);
      }
}

/* Numbers of @digits digits, without the one at @place; @shorter as they are, which have lost it.
 */
static void
take_rests (Hunt *hunt, GArray *rests, guint digits, guint64 place, gboolean shorter)
{
  g_array_set_size (rests, 0);
  for (guint i = 0; i < hunt->people->len; i++)
    {
      const IkrarLikeness *who = &g_array_index (hunt->people, IkrarLikeness, i);
      Rest rest = { who->digits, who };

      if (who->n_digits == digits)
        rest.rest = who->digits / (place * 10) * place + who->digits % place;
      else if (!shorter || who->n_digits != digits - 1)
        continue;
      g_array_append_val (rests, rest);
    }
}

/* Told each time: a step takes milliseconds. */
static gboolean
hunt_goes_on (Hunt *hunt, guint64 *done, GError **error)
{
  (*done)++;
  return ikrar_progress_step (hunt->progress, *done, *done, error);
}

static gboolean
hunt_digits (Hunt *hunt, guint digits, gboolean shorter, guint64 *done, GError **error)
{
  g_autoptr (GArray) rests = g_array_new (FALSE, FALSE, sizeof (Rest));
  guint64 place = 1;

  for (guint i = 0; i < digits; i++, place *= 10)
    {
      take_rests (hunt, rests, digits, place, shorter);
      pair_rests (hunt, rests);
      if (!hunt_goes_on (hunt, done, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_length (const Hunt *hunt, guint digits)
{
  for (guint i = 0; i < hunt->people->len; i++)
    if (g_array_index (hunt->people, IkrarLikeness, i).n_digits == digits)
      return TRUE;
  return FALSE;
}

/* Employee numbers, also with a digit too few or too many, and national ids. */
static gboolean
hunt_numbers (Hunt *hunt, guint64 *done, GError **error)
{
  return hunt_digits (hunt, NIP_DIGITS, has_length (hunt, NIP_DIGITS - 1), done, error) &&
         hunt_digits (hunt, 16, FALSE, done, error) &&
         (!has_length (hunt, NIP_DIGITS + 1) ||
          hunt_digits (hunt, NIP_DIGITS + 1, TRUE, done, error));
}

static int
compare_births (gconstpointer a, gconstpointer b)
{
  const IkrarLikeness *first = a;
  const IkrarLikeness *second = b;
  int order = strcmp (first->name_key, second->name_key);

  if (order == 0)
    order = (first->birth > second->birth) - (first->birth < second->birth);
  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static gboolean
are_twins (const IkrarLikeness *one, const IkrarLikeness *other)
{
  return one->is_nik != other->is_nik && one->birth == other->birth && one->birth != 0 &&
         (one->sex == other->sex || one->sex == 0 || other->sex == 0);
}

static void
hunt_twins (Hunt *hunt)
{
  const IkrarLikeness *people = (const IkrarLikeness *) hunt->people->data;

  g_array_sort (hunt->people, compare_births);
  people = (const IkrarLikeness *) hunt->people->data;
  for (guint i = 0; i < hunt->people->len; i++)
    for (guint j = i + 1;
         j < hunt->people->len && *people[i].name_key != '\0' &&
         people[i].birth == people[j].birth && strcmp (people[i].name_key, people[j].name_key) == 0;
         j++)
      if (are_twins (&people[i], &people[j]))
        propose (hunt, people[i].id, people[j].id, IKRAR_DUPLICATE_TWIN);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const IkrarLikeness *first = a;
  const IkrarLikeness *second = b;
  int order = strcmp (first->name_key, second->name_key);

  if (order == 0)
    order = (first->unit > second->unit) - (first->unit < second->unit);
  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static IkrarDuplicateKind
kind_of (const IkrarLikeness *one, const IkrarLikeness *other)
{
  gboolean births = one->birth != 0 && other->birth != 0 && one->birth != other->birth;
  gboolean sexes = one->sex != 0 && other->sex != 0 && one->sex != other->sex;

  return births || sexes ? IKRAR_DUPLICATE_NAMESAKE : IKRAR_DUPLICATE_NAME;
}

/* @people from @start to before @end have one name in one unit. */
static void
pair_group (Hunt *hunt, const IkrarLikeness *people, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    for (guint j = end - start > GROUP_MAX && i > start ? end : i + 1; j < end; j++)
      propose (hunt, people[i].id, people[j].id, kind_of (&people[i], &people[j]));
}

static void
hunt_names (Hunt *hunt)
{
  const IkrarLikeness *people;
  guint start = 0;

  g_array_sort (hunt->people, compare_places);
  people = (const IkrarLikeness *) hunt->people->data;
  for (guint i = 1; i <= hunt->people->len; i++)
    {
      if (i < hunt->people->len && people[i].unit == people[start].unit &&
          strcmp (people[i].name_key, people[start].name_key) == 0)
        continue;
      if (people[start].unit != 0 && *people[start].name_key != '\0')
        pair_group (hunt, people, start, i);
      start = i;
    }
}

/* An earlier number of one that the other one has: only another program can have made them. */
static gboolean
hunt_same (Hunt *hunt, IkrarDb *db, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "person_same_number", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    propose (hunt, ikrar_statement_get_int (statement, 0), ikrar_statement_get_int (statement, 1),
             IKRAR_DUPLICATE_NUMBER);
  return step == IKRAR_STEP_DONE;
}

static gboolean
read_apart (Hunt *hunt, IkrarDb *db, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "person_apart_list", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarDuplicate pair = { ikrar_statement_get_int (statement, 0),
                              ikrar_statement_get_int (statement, 1), 0 };

      g_hash_table_add (hunt->seen, g_memdup2 (&pair, sizeof pair));
    }
  return step == IKRAR_STEP_DONE;
}

static guint
hash_pair (gconstpointer key)
{
  const IkrarDuplicate *pair = key;

  return g_int64_hash (&pair->first) * 31 + g_int64_hash (&pair->second);
}

static gboolean
equal_pairs (gconstpointer a, gconstpointer b)
{
  const IkrarDuplicate *first = a;
  const IkrarDuplicate *second = b;

  return first->first == second->first && first->second == second->second;
}

static gboolean
hunt_all (Hunt *hunt, IkrarDb *db, GError **error)
{
  guint64 done = hunt->people->len;

  if (!read_apart (hunt, db, error) || !hunt_same (hunt, db, error) ||
      !hunt_numbers (hunt, &done, error))
    return FALSE;
  hunt_twins (hunt);
  if (!hunt_goes_on (hunt, &done, error))
    return FALSE;
  hunt_names (hunt);
  return TRUE;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const IkrarDuplicate *first = a;
  const IkrarDuplicate *second = b;

  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return (first->second > second->second) - (first->second < second->second);
}

static gboolean
hunt_within (Hunt *hunt, IkrarDb *db, GStringChunk *names, GError **error)
{
  hunt->people = _ikrar_likeness_read (db, names, hunt->progress, error);
  return hunt->people != NULL && hunt_all (hunt, db, error);
}

GArray *
ikrar_person_duplicates (IkrarStore *store, const IkrarProgress *progress, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_pair, equal_pairs, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (IkrarDuplicate));
  GStringChunk *names = g_string_chunk_new (64 * 1024);
  Hunt hunt = { .seen = seen, .found = found, .progress = progress };
  gboolean ok = ikrar_db_begin_read (db, error) && hunt_within (&hunt, db, names, error);

  ikrar_db_rollback (db);
  g_clear_pointer (&hunt.people, g_array_unref);
  g_string_chunk_free (names);
  if (!ok)
    return NULL;
  g_array_sort (found, compare_pairs);
  return g_steal_pointer (&found);
}
