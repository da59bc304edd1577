/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"
#include "roster/layout-private.h"

/* A column is taken for what most of its cells are. */
#define MOST_PERCENT 60
/* A column of numbers with fewer of them holds something else. */
#define FEW_PERCENT 10

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

typedef struct
{
  const IkrarSheetRows *sample;
  guint sheet;
  IkrarHeader *header;
  /* Rank of each column's field. */
  guint *ranks;
  /* The table that is looked at. */
  guint block;
  GArray *clues;
} Guessing;

typedef gboolean (*Test) (const char *text);

/* Heads whose columns often hold something else: what they become if their content says so, and
 * nothing else has that field. @untitled: only columns without a head. */
static const struct
{
  IkrarRosterField from;
  IkrarRosterField to;
  Test test;
  gboolean untitled;
} contents[] = {
  { FIELD (LIST_NUMBER), FIELD (NUMBER), _ikrar_content_is_number },
  { FIELD (NONE), FIELD (NUMBER), _ikrar_content_is_number },
  { FIELD (NAME), FIELD (UNIT), _ikrar_content_is_unit },
  { FIELD (POSITION), FIELD (UNIT), _ikrar_content_is_unit },
  { FIELD (NONE), FIELD (UNIT), _ikrar_content_is_unit },
  { FIELD (NOTE), FIELD (STATUS), _ikrar_content_is_status },
  { FIELD (NONE), FIELD (STATUS), _ikrar_content_is_status },
  { FIELD (NONE), FIELD (GRADE), _ikrar_content_is_grade, TRUE },
};

static IkrarRosterColumn *
column_at (const Guessing *guessing, guint index)
{
  return &g_array_index (guessing->header->columns, IkrarRosterColumn, index);
}

/* Whether a column of the table that is looked at holds the field. */
static gboolean
holds (const Guessing *guessing, guint index, IkrarRosterField field)
{
  return column_at (guessing, index)->block == guessing->block &&
         column_at (guessing, index)->field == field;
}

static gboolean
has_field (const Guessing *guessing, IkrarRosterField field)
{
  return ikrar_header_find_column (guessing->header, field, guessing->block) >= 0;
}

static gboolean
column_is (const Guessing *guessing, guint index, Test test, guint percent)
{
  return _ikrar_content_of_column (guessing->sample, guessing->header->last_row,
                                   column_at (guessing, index)->column, test, percent);
}

static void
add_clue (const Guessing *guessing, IkrarClueCode code, guint index)
{
  const IkrarRosterColumn *column = column_at (guessing, index);

  if (guessing->clues != NULL)
    _ikrar_clues_add (guessing->clues, code, guessing->sheet, guessing->header->row, column->column,
                      column->field, column->title);
}

static void
guess_by_heads (Guessing *guessing)
{
  for (guint i = 0; i < guessing->header->columns->len; i++)
    {
      IkrarRosterColumn *column = column_at (guessing, i);
      IkrarHeadGuess guess;

      if (!_ikrar_head_guess_title (column->title, &guess))
        continue;
      column->field = guess.field;
      guessing->ranks[i] = guess.rank;
    }
}

static void
take_for (Guessing *guessing, guint index, IkrarRosterField field)
{
  column_at (guessing, index)->field = field;
  guessing->ranks[index] = IKRAR_HEAD_VAGUE;
  add_clue (guessing, IKRAR_CLUE_COLUMN_BY_CONTENT, index);
}

static void
guess_by_content (Guessing *guessing, guint rule)
{
  IkrarRosterField to = contents[rule].to;

  for (guint i = 0; i < guessing->header->columns->len && !has_field (guessing, to); i++)
    if (holds (guessing, i, contents[rule].from) &&
        (!contents[rule].untitled || *column_at (guessing, i)->title == '\0') &&
        column_is (guessing, i, contents[rule].test, MOST_PERCENT))
      take_for (guessing, i, to);
}

static gboolean
is_no_number (const char *text)
{
  return strpbrk (text, "0123456789") == NULL || _ikrar_content_is_date (text);
}

/* The column of numbers may hold hardly any, and another one may: heads that were moved. A date
 * there asks for somebody to look. */
static void
check_numbers (Guessing *guessing)
{
  int column = ikrar_header_find_column (guessing->header, FIELD (NUMBER), guessing->block);
  int other = -1;

  if (column < 0 || !column_is (guessing, (guint) column, is_no_number, 100 - FEW_PERCENT))
    return;
  for (guint i = 0; i < guessing->header->columns->len && other < 0; i++)
    if (column_at (guessing, i)->block == guessing->block &&
        column_is (guessing, i, _ikrar_content_is_number, MOST_PERCENT))
      other = (int) i;
  if (other >= 0)
    {
      column_at (guessing, (guint) column)->field = FIELD (NONE);
      take_for (guessing, (guint) other, FIELD (NUMBER));
    }
  if (other >= 0 || column_is (guessing, (guint) column, _ikrar_content_is_date, MOST_PERCENT))
    add_clue (guessing, IKRAR_CLUE_COLUMNS_SHIFTED, (guint) column);
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
    if (holds (guessing, i, field) && is_better (guessing, i, best))
      best = (int) i;
  for (guint i = 0; i < guessing->header->columns->len; i++)
    if (holds (guessing, i, field) && (int) i != best)
      {
        if (guessing->ranks[i] == guessing->ranks[best])
          add_clue (guessing, IKRAR_CLUE_COLUMN_TWICE, i);
        column_at (guessing, i)->field = FIELD (NONE);
      }
}

/* A national id is read where it is the only number, and private beside another. */
static void
settle_numbers (Guessing *guessing)
{
  gboolean other = FALSE;

  for (guint i = 0; i < guessing->header->columns->len; i++)
    other |= holds (guessing, i, FIELD (NUMBER)) && guessing->ranks[i] < IKRAR_HEAD_NATIONAL_ID;
  for (guint i = 0; i < guessing->header->columns->len; i++)
    if (holds (guessing, i, FIELD (NUMBER)) && guessing->ranks[i] == IKRAR_HEAD_NATIONAL_ID)
      {
        if (other)
          column_at (guessing, i)->field = FIELD (PRIVATE);
        else
          add_clue (guessing, IKRAR_CLUE_NATIONAL_ID, i);
      }
}

/* A mark below L or P says what a letter says elsewhere. */
static gboolean
guess_ticks (Guessing *guessing)
{
  int first = _ikrar_header_find_ticks (guessing->header, guessing->sample, guessing->block);

  if (first < 0)
    return FALSE;
  for (guint i = 0; i < guessing->header->columns->len; i++)
    if (holds (guessing, i, FIELD (SEX)))
      column_at (guessing, i)->field = FIELD (NONE);
  for (guint i = (guint) first; i < (guint) first + 2; i++)
    column_at (guessing, i)->field = FIELD (SEX);
  guessing->header->has_ticks = TRUE;
  add_clue (guessing, IKRAR_CLUE_SEX_TICKS, (guint) first);
  return TRUE;
}

static gboolean
is_shared (IkrarRosterField field)
{
  return field == FIELD (NONE) || field == FIELD (PRIVATE) || field == FIELD (NUMBER);
}

/* Where nobody wrote what is what, numbers of 18 digits give a roster away, and names are the
 * column of texts that is nearest to them. */
static void
guess_names (Guessing *guessing)
{
  int number = ikrar_header_find_column (guessing->header, FIELD (NUMBER), guessing->block);
  int best = -1;

  if (has_field (guessing, FIELD (NAME)) || number < 0 ||
      !column_is (guessing, (guint) number, _ikrar_content_is_number, MOST_PERCENT))
    return;
  for (guint i = 0; i < guessing->header->columns->len; i++)
    if (holds (guessing, i, FIELD (NONE)) && *column_at (guessing, i)->title == '\0' &&
        column_is (guessing, i, _ikrar_content_is_name, MOST_PERCENT) &&
        (best < 0 || ABS ((int) i - number) < ABS (best - number)))
      best = (int) i;
  if (best >= 0)
    take_for (guessing, (guint) best, FIELD (NAME));
}

static void
guess_block (Guessing *guessing)
{
  gboolean ticks;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    guess_by_content (guessing, i);
  settle_numbers (guessing);
  check_numbers (guessing);
  guess_names (guessing);
  ticks = guess_ticks (guessing);
  for (guint i = 0; i < IKRAR_N_ROSTER_FIELDS; i++)
    if (!is_shared ((IkrarRosterField) i) && (i != FIELD (SEX) || !ticks))
      keep_best (guessing, (IkrarRosterField) i);
}

void
_ikrar_header_guess_fields (IkrarHeader *header,
                            const IkrarSheetRows *sample,
                            guint sheet,
                            GArray *clues)
{
  Guessing guessing = { sample, sheet, header, g_new0 (guint, header->columns->len + 1), 0, clues };

  guess_by_heads (&guessing);
  for (guessing.block = 0; guessing.block < header->n_blocks; guessing.block++)
    guess_block (&guessing);
  g_free (guessing.ranks);
}

/* Columns of a sheet without heads hold what those of another sheet do, if numbers and names are
 * where they are there. */
IkrarHeader *
_ikrar_header_adopt (const IkrarHeader *other, const IkrarSheetRows *sample)
{
  int number = ikrar_header_find_column (other, FIELD (NUMBER), 0);
  int name = ikrar_header_find_column (other, FIELD (NAME), 0);
  IkrarHeader *header;

  if (other->n_blocks > 1 || number < 0 || name < 0 ||
      !_ikrar_content_of_column (sample, 0, ikrar_header_get_column (other, (guint) number)->column,
                                 _ikrar_content_is_number, MOST_PERCENT) ||
      !_ikrar_content_of_column (sample, 0, ikrar_header_get_column (other, (guint) name)->column,
                                 _ikrar_content_is_name, MOST_PERCENT))
    return NULL;
  header = _ikrar_header_new (0, 0);
  header->has_ticks = other->has_ticks;
  for (guint i = 0; i < other->columns->len; i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (other, i);

      _ikrar_header_add_column (header, column->column, column->title, column->field, 0);
    }
  return header;
}
