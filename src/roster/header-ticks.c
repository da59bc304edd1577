/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Two columns for men and women, one of which has a mark in each row. */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"

/* So many of the rows with a mark have just one. */
#define ONE_MARK_PERCENT 90

static const struct
{
  const char *word;
  const char *sex;
} sexes[] = {
  { "l", "L" },      { "lk", "L" },   { "laki", "L" }, { "laki laki", "L" }, { "pria", "L" },
  { "m", "L" },      { "male", "L" }, { "p", "P" },    { "pr", "P" },        { "perempuan", "P" },
  { "wanita", "P" }, { "w", "P" },    { "f", "P" },    { "female", "P" },
};

/* Marks, and what those of a font for symbols look like in another one. */
static const char *const marks[] = { "v", "√", "✓", "✔", "☑", "x", "1", "ya",
                                     "y", "*", "•", "●", "■", "ü", "þ" };
/* What stands where there is no mark. */
static const char *const blanks[] = { "-", "–", "—", "0", "." };

static gboolean
is_one_of (const char *text, const char *const *words, gsize n_words)
{
  g_autofree char *clean = ikrar_text_clean (text);
  g_autofree char *lower = g_utf8_strdown (clean, -1);

  for (gsize i = 0; i < n_words; i++)
    if (strcmp (lower, words[i]) == 0)
      return TRUE;
  return FALSE;
}

const char *
_ikrar_sex_of_word (const char *text)
{
  g_autofree char *folded = ikrar_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    if (strcmp (sexes[i].word, folded) == 0)
      return sexes[i].sex;
  return NULL;
}

/* The sex that the lowest head of a column names, or NULL. */
static const char *
sex_of_column (const IkrarHeader *header, guint index)
{
  const char *title = ikrar_header_get_column (header, index)->title;
  const char *last = g_strrstr (title, IKRAR_HEAD_SEPARATOR);

  return _ikrar_sex_of_word (last != NULL ? last + strlen (IKRAR_HEAD_SEPARATOR) : title);
}

static gboolean
is_filled (const char *text)
{
  return !ikrar_text_is_blank (text) && !is_one_of (text, blanks, G_N_ELEMENTS (blanks));
}

/* A mark, or the letter of the head again. */
static gboolean
is_mark (const char *text, const char *sex)
{
  return is_one_of (text, marks, G_N_ELEMENTS (marks)) ||
         g_strcmp0 (_ikrar_sex_of_word (text), sex) == 0;
}

/* Whether two columns have one mark a row. */
static gboolean
have_marks (const IkrarHeader *header, const IkrarSheetRows *sample, guint index)
{
  guint n_rows = 0, n_single = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    {
      guint n_filled = 0;

      for (guint k = index; k < index + 2; k++)
        {
          const char *text =
              ikrar_sheet_rows_get_text (sample, i, ikrar_header_get_column (header, k)->column);

          if (ikrar_sheet_rows_get_number (sample, i) <= header->last_row || !is_filled (text))
            continue;
          if (!is_mark (text, sex_of_column (header, k)))
            return FALSE;
          n_filled++;
        }
      n_rows += n_filled > 0;
      n_single += n_filled == 1;
    }
  return n_rows > 0 && n_single * 100 >= n_rows * ONE_MARK_PERCENT;
}

int
_ikrar_header_find_ticks (const IkrarHeader *header, const IkrarSheetRows *sample, guint block)
{
  for (guint i = 0; i + 1 < header->columns->len; i++)
    {
      const char *sex = sex_of_column (header, i);
      const char *next = sex_of_column (header, i + 1);

      if (ikrar_header_get_column (header, i)->block == block &&
          ikrar_header_get_column (header, i + 1)->block == block && sex != NULL && next != NULL &&
          strcmp (sex, next) != 0 && have_marks (header, sample, i))
        return (int) i;
    }
  return -1;
}

/* Somebody may have said since that one of the columns is something else. */
static guint
count_sexes (const IkrarHeader *header, guint block)
{
  guint count = 0;

  for (guint i = 0; i < header->columns->len; i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      count += column->block == block && column->field == IKRAR_ROSTER_FIELD_SEX;
    }
  return count;
}

const char *
_ikrar_header_ticked_sex (const IkrarHeader *header, const IkrarSheetRow *row)
{
  const char *found = NULL;

  if (!header->has_ticks || count_sexes (header, row->block) != 2)
    return NULL;
  for (guint i = 0; i < header->columns->len; i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      if (column->block != row->block || column->field != IKRAR_ROSTER_FIELD_SEX ||
          !is_filled (ikrar_sheet_row_get_text (row, column->column)))
        continue;
      if (found != NULL)
        return "";
      found = sex_of_column (header, i);
    }
  return found != NULL ? found : "";
}
