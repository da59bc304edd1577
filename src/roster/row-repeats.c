/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "core/grade.h"

#include <string.h>

#include "core/text.h"
#include "roster/row-private.h"

/* So many different grades or units are remembered; a roster with more is no usual one. */
#define REMEMBERED_MAX 4096
/* Longer texts are no grades that come again. */
#define KEY_SIZE 64
/* So many known units are proposed for an unknown one. */
#define PROPOSED_MAX 3

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

/* What is remembered; 0 is "nothing yet". */
static guint
recall (GHashTable *table, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

static void
remember (GHashTable *table, const char *key, guint value)
{
  if (g_hash_table_size (table) >= REMEMBERED_MAX)
    g_hash_table_remove_all (table);
  g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (value));
}

/* [func@grade_parse], but for each text only once. */
static IkrarReason
parse_grade (IkrarJudge *judge, const char *text, IkrarGrade *grade)
{
  IkrarNumberKind kind = judge->row.person.number_kind;
  char key[KEY_SIZE] = { (char) ('A' + kind) };
  IkrarReason reason;
  guint known;

  if (g_strlcpy (key + 1, text, sizeof key - 1) >= sizeof key - 1)
    return ikrar_grade_parse (text, kind, grade);
  known = recall (judge->grades, key);
  if (known == 0)
    {
      reason = ikrar_grade_parse (text, kind, grade);
      remember (judge->grades, key, 1u << 31 | (guint) reason << 8 | *grade);
      return reason;
    }
  *grade = (IkrarGrade) (known & 0xFF);
  return (IkrarReason) (known >> 8 & 0xFF);
}

/* Grade and rank say the same; where both are there, they must agree. */
void
_ikrar_row_read_grade (IkrarJudge *judge)
{
  IkrarRosterRow *row = &judge->row;
  g_autofree char *grade_text = _ikrar_row_text_of (judge, FIELD (GRADE));
  g_autofree char *rank_text = _ikrar_row_text_of (judge, FIELD (RANK));
  IkrarGrade grade, rank;
  IkrarReason reason, doubt;

  _ikrar_row_apply_meaning (judge, FIELD (GRADE), &grade_text);
  _ikrar_row_apply_meaning (judge, FIELD (RANK), &rank_text);
  reason = parse_grade (judge, grade_text, &grade);
  doubt = parse_grade (judge, rank_text, &rank);
  if (reason != IKRAR_REASON_NONE)
    _ikrar_row_add_reason (row, IKRAR_VERDICT_WARNING, reason, FIELD (GRADE), grade_text);
  else if (grade != IKRAR_GRADE_NONE && rank != IKRAR_GRADE_NONE && grade != rank)
    {
      g_autofree char *both = g_strjoin (", ", grade_text, rank_text, NULL);

      _ikrar_row_add_reason (row, IKRAR_VERDICT_WARNING, IKRAR_REASON_GRADE_MISMATCH, FIELD (RANK),
                             both);
    }
  else if (grade == IKRAR_GRADE_NONE && doubt != IKRAR_REASON_NONE)
    _ikrar_row_add_reason (row, IKRAR_VERDICT_WARNING, doubt, FIELD (RANK), rank_text);
  row->person.grade = grade != IKRAR_GRADE_NONE ? grade : rank;
}

void
_ikrar_row_apply_meaning (IkrarJudge *judge, IkrarRosterField field, char **text)
{
  g_autofree char *both = NULL;
  gboolean remembered;
  const char *meaning;

  if (**text == '\0')
    return;
  meaning = _ikrar_roster_memory_find (judge->memory, field, *text, &remembered);
  if (meaning == NULL || strcmp (meaning, *text) == 0)
    return;
  both = g_strdup_printf ("%s = %s", *text, meaning);
  _ikrar_row_add_reason (&judge->row, IKRAR_VERDICT_OK,
                         remembered ? IKRAR_REASON_MEANING_REMEMBERED : IKRAR_REASON_MEANING_GIVEN,
                         field, both);
  ikrar_text_replace (text, meaning);
}

/* What was made of the name of a unit. */
typedef struct
{
  gboolean none;
  gboolean met;
  /* NULL for the name as written. */
  char *name;
  IkrarVerdict verdict;
  IkrarReason reason;
  char *argument;
  char *proposals;
} UnitReading;

void
_ikrar_row_free_unit (gpointer unit)
{
  UnitReading *reading = unit;

  g_free (reading->name);
  g_free (reading->argument);
  g_free (reading->proposals);
  g_free (reading);
}

static UnitReading *
recall_unit (IkrarJudge *judge, const char *unit)
{
  gpointer key, value;
  UnitReading *reading;

  if (judge->last_unit != NULL && strcmp (judge->last_unit, unit) == 0)
    return judge->last_reading;
  if (!g_hash_table_lookup_extended (judge->units, unit, &key, &value))
    {
      if (g_hash_table_size (judge->units) >= REMEMBERED_MAX)
        g_hash_table_remove_all (judge->units);
      reading = g_new0 (UnitReading, 1);
      reading->none = ikrar_text_is_none (unit);
      key = g_strdup (unit);
      value = reading;
      g_hash_table_insert (judge->units, key, value);
    }
  judge->last_unit = key;
  judge->last_reading = value;
  return value;
}

gboolean
_ikrar_row_is_none (IkrarJudge *judge, const char *unit)
{
  return recall_unit (judge, unit)->none;
}

static void
read_as (UnitReading *reading, IkrarReason reason, const char *unit, const char *name)
{
  if (strcmp (unit, name) == 0)
    return;
  reading->name = g_strdup (name);
  reading->reason = reason;
  reading->argument = g_strdup_printf ("%s = %s", unit, name);
}

static void
propose (UnitReading *reading, IkrarUnitIndex *units, const char *unit)
{
  g_autoptr (GPtrArray) names = ikrar_unit_index_nearest (units, unit, PROPOSED_MAX);

  reading->verdict = IKRAR_VERDICT_WARNING;
  reading->reason = IKRAR_REASON_UNIT_UNKNOWN;
  reading->argument = g_strdup (unit);
  g_ptr_array_add (names, NULL);
  reading->proposals = g_strjoinv ("\n", (char **) names->pdata);
}

/* What somebody said goes first, then the names that the register has. A spelling that the key
 * brings together is the unit without a word. */
static void
meet_unit (IkrarJudge *judge, const char *unit, UnitReading *reading)
{
  IkrarRosterMemory *memory = judge->memory;
  gboolean remembered;
  const char *name = _ikrar_roster_memory_find (memory, FIELD (UNIT), unit, &remembered);
  IkrarUnitMatch match;

  reading->met = TRUE;
  if (name != NULL)
    {
      read_as (reading, remembered ? IKRAR_REASON_UNIT_READ_AS : IKRAR_REASON_MEANING_GIVEN, unit,
               name);
      return;
    }
  if (memory->units == NULL)
    return;
  name = ikrar_unit_index_find (memory->units, unit, &match);
  if (name == NULL)
    propose (reading, memory->units, unit);
  else if (match != IKRAR_UNIT_MATCH_NAME)
    read_as (reading, IKRAR_REASON_UNIT_READ_AS, unit, name);
}

void
_ikrar_row_meet_unit (IkrarJudge *judge)
{
  IkrarRosterRow *row = &judge->row;
  UnitReading *reading;

  if (*row->unit == '\0')
    return;
  reading = recall_unit (judge, row->unit);
  if (!reading->met)
    meet_unit (judge, row->unit, reading);
  if (reading->reason != IKRAR_REASON_NONE)
    {
      _ikrar_row_add_reason (row, reading->verdict, reading->reason, FIELD (UNIT),
                             reading->argument);
      _ikrar_row_add_proposals (row, reading->proposals);
    }
  if (reading->name != NULL)
    ikrar_text_replace (&row->unit, reading->name);
}
