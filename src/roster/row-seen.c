/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/person-name.h"
#include "core/unit-name.h"
#include "roster/row-private.h"

#define NAMES_SIZE (32 * 1024)

/* Somebody with a number; the number goes first, for the hash. */
typedef struct
{
  guint64 number;
  const char *name;
  guint row;
} Seen;

void
_ikrar_judge_init_seen (IkrarJudge *judge)
{
  judge->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  judge->seen_unnumbered = g_hash_table_new (g_str_hash, g_str_equal);
  judge->seen_names = g_string_chunk_new (NAMES_SIZE);
}

void
_ikrar_judge_clear_seen (IkrarJudge *judge)
{
  g_hash_table_unref (judge->seen);
  g_hash_table_unref (judge->seen_unnumbered);
  g_string_chunk_free (judge->seen_names);
}

/* The same person twice is one too many; two people with one number are a wrong number. */
static void
add_repeat (IkrarRosterRow *row, const Seen *first)
{
  g_autofree char *key = ikrar_person_name_key (first->name);
  g_autofree char *place = NULL;

  if (ikrar_person_name_may_match (key, row->person.name_key))
    {
      place = g_strdup_printf ("%u", first->row);
      _ikrar_row_add_reason (row, IKRAR_VERDICT_DUPLICATE, IKRAR_REASON_DUPLICATE_IN_FILE,
                             IKRAR_ROSTER_FIELD_NUMBER, place);
      return;
    }
  place = g_strdup_printf ("%u, %s", first->row, first->name);
  _ikrar_row_add_reason (row, IKRAR_VERDICT_ERROR, IKRAR_REASON_NUMBER_TWICE,
                         IKRAR_ROSTER_FIELD_NUMBER, place);
}

static void
check_number (IkrarJudge *judge, guint number, guint64 key)
{
  const Seen *first = g_hash_table_lookup (judge->seen, &key);
  const char *name = judge->row.person.name;
  Seen seen = { key, NULL, number };

  if (first != NULL)
    {
      add_repeat (&judge->row, first);
      return;
    }
  seen.name = g_string_chunk_insert (judge->seen_names, name);
  g_hash_table_add (judge->seen, g_memdup2 (&seen, sizeof seen));
}

static void
check_name (IkrarJudge *judge, guint number)
{
  IkrarRosterRow *row = &judge->row;
  g_autofree char *unit_key = ikrar_unit_key (row->unit);
  g_autofree char *key = g_strconcat (row->person.name_key, "\n", unit_key, NULL);
  gpointer first = g_hash_table_lookup (judge->seen_unnumbered, key);
  g_autofree char *place = NULL;

  if (first == NULL)
    {
      g_hash_table_insert (judge->seen_unnumbered, g_string_chunk_insert (judge->seen_names, key),
                           GUINT_TO_POINTER (number));
      return;
    }
  place = g_strdup_printf ("%u", GPOINTER_TO_UINT (first));
  _ikrar_row_add_reason (row, IKRAR_VERDICT_WARNING, IKRAR_REASON_SAME_NAME,
                         IKRAR_ROSTER_FIELD_NAME, place);
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
