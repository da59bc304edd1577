/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"

/* Heads stand within the first rows of a sheet. */
#define HEADER_ROWS 40
/* What a head adds to the standing of a row. */
#define WEIGHT_SURE 4
#define WEIGHT_VAGUE 1
/* A column is taken for what most of its cells are. */
#define MOST_PERCENT 60
#define NUMBER_DIGITS 18

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

typedef struct
{
  const IkrarSheetRows *sample;
  IkrarHeader *header;
  /* Rank of each column's field. */
  guint *ranks;
} Guessing;

static guint
rate_row (const IkrarSheetRows *sample, guint index, gboolean any)
{
  gboolean seen[IKRAR_N_ROSTER_FIELDS] = { FALSE };
  guint rate = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_width (sample); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (sample, index, i);
      IkrarHeadGuess guess;

      if (*text == '\0' || !_ikrar_head_guess (text, &guess) || seen[guess.field])
        continue;
      seen[guess.field] = TRUE;
      rate += guess.rank == IKRAR_HEAD_VAGUE ? WEIGHT_VAGUE : WEIGHT_SURE;
    }
  return any || seen[IKRAR_ROSTER_FIELD_NAME] ? rate : 0;
}

int
_ikrar_header_guess_row (const IkrarSheetRows *sample, gboolean any)
{
  guint best_rate = 0;
  int best = -1;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    {
      guint rate = rate_row (sample, i, any);

      if (ikrar_sheet_rows_get_number (sample, i) <= HEADER_ROWS && rate > best_rate)
        {
          best_rate = rate;
          best = (int) i;
        }
    }
  return best;
}

/* What a cell may be, by its content. */
typedef gboolean (*Test) (const char *text);

static gboolean
is_number (const char *text)
{
  g_autofree char *digits = ikrar_text_digits (text);

  return strlen (digits) == NUMBER_DIGITS;
}

static gboolean
is_status (const char *text)
{
  static const char *const words[] = { "pns",     "cpns",    "pppk", "p3k", "pppk paruh waktu",
                                       "honorer", "non asn", "ptt",  "thl" };
  g_autofree char *folded = ikrar_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether most cells below the heads are of a kind. */
static gboolean
column_is (const Guessing *guessing, guint column, Test test)
{
  guint n_texts = 0;
  guint n_passed = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (guessing->sample); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (guessing->sample, i, column);

      if (ikrar_sheet_rows_get_number (guessing->sample, i) <= guessing->header->row ||
          ikrar_text_is_blank (text))
        continue;
      n_texts++;
      n_passed += test (text);
    }
  return n_texts > 0 && n_passed * 100 >= n_texts * MOST_PERCENT;
}

/* Heads whose columns often hold something else: what they become if their content says so, and
 * nothing else has that field. */
static const struct
{
  IkrarRosterField from;
  IkrarRosterField to;
  Test test;
} contents[] = {
  { FIELD (LIST_NUMBER), FIELD (NUMBER), is_number },
  { FIELD (NONE), FIELD (NUMBER), is_number },
  { FIELD (NAME), FIELD (UNIT), _ikrar_unit_word_begins },
  { FIELD (POSITION), FIELD (UNIT), _ikrar_unit_word_begins },
  { FIELD (NONE), FIELD (UNIT), _ikrar_unit_word_begins },
  { FIELD (NOTE), FIELD (STATUS), is_status },
};

static IkrarRosterColumn *
column_at (const Guessing *guessing, guint index)
{
  return &g_array_index (guessing->header->columns, IkrarRosterColumn, index);
}

static void
guess_by_heads (Guessing *guessing)
{
  for (guint i = 0; i < guessing->header->columns->len; i++)
    {
      IkrarRosterColumn *column = column_at (guessing, i);
      IkrarHeadGuess guess;

      if (!_ikrar_head_guess (column->title, &guess))
        continue;
      column->field = guess.field;
      guessing->ranks[i] = guess.rank;
    }
}

static void
guess_by_content (Guessing *guessing, IkrarRosterField from, IkrarRosterField to, Test test)
{
  for (guint i = 0; i < guessing->header->columns->len; i++)
    {
      IkrarRosterColumn *column = column_at (guessing, i);

      if (ikrar_header_has_field (guessing->header, to))
        return;
      if (column->field != from || !column_is (guessing, column->column, test))
        continue;
      column->field = to;
      guessing->ranks[i] = IKRAR_HEAD_VAGUE;
    }
}

static gboolean
is_better (const Guessing *guessing, guint index, int than)
{
  return than < 0 || guessing->ranks[index] < guessing->ranks[than];
}

/* A field is held by one column. Only employee numbers may stand in two, one for PNS and one for
 * PPPK. */
static void
keep_best (Guessing *guessing, IkrarRosterField field)
{
  int best = -1;

  for (guint i = 0; i < guessing->header->columns->len; i++)
    if (column_at (guessing, i)->field == field && is_better (guessing, i, best))
      best = (int) i;
  for (guint i = 0; i < guessing->header->columns->len; i++)
    if (column_at (guessing, i)->field == field && (int) i != best)
      column_at (guessing, i)->field = FIELD (NONE);
}

/* A national id is read where it is the only number, and private beside another. */
static void
settle_numbers (Guessing *guessing)
{
  gboolean other = FALSE;

  for (guint i = 0; i < guessing->header->columns->len; i++)
    other |= column_at (guessing, i)->field == FIELD (NUMBER) &&
             guessing->ranks[i] < IKRAR_HEAD_NATIONAL_ID;
  for (guint i = 0; i < guessing->header->columns->len && other; i++)
    if (column_at (guessing, i)->field == FIELD (NUMBER) &&
        guessing->ranks[i] == IKRAR_HEAD_NATIONAL_ID)
      column_at (guessing, i)->field = FIELD (PRIVATE);
}

static gboolean
is_shared (IkrarRosterField field)
{
  return field == FIELD (NONE) || field == FIELD (PRIVATE) || field == FIELD (NUMBER);
}

void
_ikrar_header_guess_fields (IkrarHeader *header, const IkrarSheetRows *sample)
{
  Guessing guessing = { sample, header, g_new0 (guint, header->columns->len + 1) };

  guess_by_heads (&guessing);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    guess_by_content (&guessing, contents[i].from, contents[i].to, contents[i].test);
  settle_numbers (&guessing);
  for (guint i = 0; i < IKRAR_N_ROSTER_FIELDS; i++)
    if (!is_shared ((IkrarRosterField) i))
      keep_best (&guessing, (IkrarRosterField) i);
  g_free (guessing.ranks);
}
