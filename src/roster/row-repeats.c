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
  IkrarReason reason = parse_grade (judge, grade_text, &grade);
  IkrarReason doubt = parse_grade (judge, rank_text, &rank);

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

gboolean
_ikrar_row_is_none (IkrarJudge *judge, const char *unit)
{
  enum
  {
    NONE = 1,
    NAMED,
  };
  guint known = recall (judge->units, unit);

  if (known == 0)
    {
      known = ikrar_text_is_none (unit) ? NONE : NAMED;
      remember (judge->units, unit, known);
    }
  return known == NONE;
}
