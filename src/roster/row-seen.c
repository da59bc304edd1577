/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/person-name.h"
#include "core/unit-name.h"
#include "roster/row-private.h"

#define NAMES_SIZE (32 * 1024)

/* Numbers of 16 and 18 digits are compared by halves: if one digit differs, one half is the same.
 */
#define HALF G_GUINT64_CONSTANT (1000000000)
#define TWIN_LEAST G_GUINT64_CONSTANT (1000000000000000)
/* Chains of those with the same half begin in so many places: a hash table of its own, since every
 * row of a large roster is put in twice. */
#define CHAINS (1 << 18)
/* So many with the same half are compared, so that a file of numbers that are all alike takes no
 * longer than another. */
#define COMPARED_MAX 32

/* Somebody with a number; the number goes first, for the hash. */
typedef struct _Seen Seen;
struct _Seen
{
  guint64 number;
  const char *name;
  const char *name_key;
  guint sheet;
  guint row;
  Seen *next_front;
  Seen *next_back;
};

void
_ikrar_roster_memory_init_seen (IkrarRosterMemory *memory)
{
  memory->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  memory->seen_unnumbered = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  memory->seen_names = g_string_chunk_new (NAMES_SIZE);
}

void
_ikrar_roster_memory_clear_seen (IkrarRosterMemory *memory)
{
  g_free (memory->seen_front);
  g_free (memory->seen_back);
  g_hash_table_unref (memory->seen);
  g_hash_table_unref (memory->seen_unnumbered);
  g_string_chunk_free (memory->seen_names);
}

/* The row of somebody seen, with its sheet if that is another: "12" or "12, “DINKES”". */
static char *
write_place (const IkrarJudge *judge, guint sheet, guint row)
{
  if (sheet == judge->sheet)
    return g_strdup_printf ("%u", row);
  return g_strdup_printf ("%u, “%s”", row, ikrar_workbook_get_sheet (judge->workbook, sheet)->name);
}

/* The same person twice is one too many; two people with one number are a wrong number. */
static void
add_repeat (IkrarJudge *judge, const Seen *first)
{
  IkrarRosterRow *row = &judge->row;
  g_autofree char *place = write_place (judge, first->sheet, first->row);
  g_autofree char *both = NULL;

  if (ikrar_person_name_may_match (first->name_key, row->person.name_key))
    {
      _ikrar_row_add_reason (row, IKRAR_VERDICT_DUPLICATE, IKRAR_REASON_DUPLICATE_IN_FILE,
                             IKRAR_ROSTER_FIELD_NUMBER, place);
      return;
    }
  both = g_strdup_printf ("%s, %s", place, first->name);
  _ikrar_row_add_reason (row, IKRAR_VERDICT_ERROR, IKRAR_REASON_NUMBER_TWICE,
                         IKRAR_ROSTER_FIELD_NUMBER, both);
}

/* Whether numbers of as many digits differ in one of them. */
static gboolean
is_twin (guint64 number, guint64 other)
{
  guint64 step = number > other ? number - other : other - number;
  guint64 place = 1;

  if (step > 9 && step % 10 != 0)
    return FALSE;
  while (step >= 10 && step % 10 == 0)
    {
      step /= 10;
      place *= 10;
    }
  return step != 0 && step < 10 && number / place / 10 == other / place / 10;
}

static guint
mix (guint64 half, guint name)
{
  return (guint) (((half ^ (guint64) name << 32) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 40) %
         CHAINS;
}

/* The chain of those with the same first half and first letters, and that of those with the same
 * second half and name. */
static Seen **
front_of (IkrarRosterMemory *memory, const Seen *seen)
{
  const char *key = seen->name_key;
  guint letters = *key == '\0' ? 0 : (guint) ((guint8) key[0] << 8 | (guint8) key[1]);

  return (Seen **) memory->seen_front + mix (seen->number / HALF, letters);
}

static Seen **
back_of (IkrarRosterMemory *memory, const Seen *seen)
{
  return (Seen **) memory->seen_back + mix (seen->number % HALF, g_str_hash (seen->name_key));
}

static const Seen *
find_twin (const Seen *front, const Seen *back, const Seen *seen)
{
  const Seen *other = front;

  for (guint n = 0; other != NULL && n < COMPARED_MAX; n++, other = other->next_front)
    if (is_twin (seen->number, other->number) &&
        ikrar_person_name_may_match (seen->name_key, other->name_key))
      return other;
  other = back;
  for (guint n = 0; other != NULL && n < COMPARED_MAX; n++, other = other->next_back)
    if (is_twin (seen->number, other->number) && strcmp (seen->name_key, other->name_key) == 0)
      return other;
  return NULL;
}

/* One digit apart, and a name that may be the same: most likely one person, typed twice. */
static void
check_twin (IkrarJudge *judge, Seen *seen)
{
  IkrarRosterMemory *memory = judge->memory;
  Seen **front, **back;
  const Seen *twin;
  g_autofree char *place = NULL;
  g_autofree char *both = NULL;

  if (memory->seen_front == NULL)
    {
      memory->seen_front = g_new0 (Seen *, CHAINS);
      memory->seen_back = g_new0 (Seen *, CHAINS);
    }
  front = front_of (memory, seen);
  back = back_of (memory, seen);
  twin = find_twin (*front, *back, seen);
  if (twin != NULL)
    {
      place = write_place (judge, twin->sheet, twin->row);
      both = g_strdup_printf ("%s, %s", place, twin->name);
      _ikrar_row_add_reason (&judge->row, IKRAR_VERDICT_WARNING, IKRAR_REASON_NUMBER_TWIN,
                             IKRAR_ROSTER_FIELD_NUMBER, both);
    }
  seen->next_front = *front;
  seen->next_back = *back;
  *front = *back = seen;
}

static void
check_number (IkrarJudge *judge, guint number, guint64 key)
{
  IkrarRosterMemory *memory = judge->memory;
  const Seen *first = g_hash_table_lookup (memory->seen, &key);
  const IkrarPerson *person = &judge->row.person;
  Seen *seen;

  if (first != NULL)
    {
      add_repeat (judge, first);
      return;
    }
  seen = g_new0 (Seen, 1);
  seen->number = key;
  seen->name = g_string_chunk_insert (memory->seen_names, person->name);
  seen->name_key = g_string_chunk_insert (memory->seen_names, person->name_key);
  seen->sheet = judge->sheet;
  seen->row = number;
  g_hash_table_add (memory->seen, seen);
  if (key >= TWIN_LEAST)
    check_twin (judge, seen);
}

/* Who comes and goes in an online meeting is one and the same; in a roster somebody must look. */
static void
check_name (IkrarJudge *judge, guint number)
{
  IkrarRosterMemory *memory = judge->memory;
  IkrarRosterRow *row = &judge->row;
  g_autofree char *unit_key = ikrar_unit_key (row->unit);
  g_autofree char *key = g_strconcat (row->person.name_key, "\n", unit_key, NULL);
  const guint *first = g_hash_table_lookup (memory->seen_unnumbered, key);
  gboolean is_meeting = judge->plan->origin == IKRAR_ORIGIN_MEETING;
  const guint place[] = { judge->sheet, number };
  g_autofree char *text = NULL;

  if (first == NULL)
    {
      g_hash_table_insert (memory->seen_unnumbered, g_string_chunk_insert (memory->seen_names, key),
                           g_memdup2 (place, sizeof place));
      return;
    }
  text = write_place (judge, first[0], first[1]);
  _ikrar_row_add_reason (row, is_meeting ? IKRAR_VERDICT_DUPLICATE : IKRAR_VERDICT_WARNING,
                         is_meeting ? IKRAR_REASON_DUPLICATE_IN_FILE : IKRAR_REASON_SAME_NAME,
                         IKRAR_ROSTER_FIELD_NAME, text);
}

void
_ikrar_row_check_seen (IkrarJudge *judge, guint number)
{
  const char *digits = judge->row.person.number;
  guint64 key = g_ascii_strtoull (digits, NULL, 10);

  if (judge->row.verdict == IKRAR_VERDICT_ERROR)
    return;
  if (key != 0)
    check_number (judge, number, key);
  else if (*digits == '\0')
    check_name (judge, number);
}
