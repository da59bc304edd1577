/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/row-private.h"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"

/* What the cells of most rows have room in. */
#define WRITTEN_SIZE 512

static gboolean
is_used (const IkrarSheetCell *cell)
{
  return g_ascii_isalnum (*cell->text) || !ikrar_text_is_blank (cell->text);
}

gboolean
_ikrar_row_has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

guint
_ikrar_row_count_digits (const char *text)
{
  guint n_digits = 0;

  for (; *text != '\0'; text++)
    n_digits += g_ascii_isdigit (*text) != 0;
  return n_digits;
}

/* Columns for signatures have "1." on the left, "2." on the right, and nothing of a person. */
static gboolean
is_place (const char *text)
{
  gsize size;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  size = strspn (text, "0123456789");
  return text[size] == '.' && text[size + strspn (text + size, " ._\t…")] == '\0';
}

static void
take_cell (IkrarRowCells *cells, const IkrarSheetCell *cell, IkrarRosterField field)
{
  if (field == IKRAR_ROSTER_FIELD_PRIVATE || !is_used (cell))
    return;
  if (field == IKRAR_ROSTER_FIELD_NONE && is_place (cell->text))
    return;
  cells->n_used++;
  cells->n_errors += cell->type == IKRAR_VALUE_ERROR;
  if (cells->first == NULL)
    cells->first = cell;
  if (cells->first_text == NULL && _ikrar_row_has_letters (cell->text))
    cells->first_text = cell;
  if (cells->by_field[field] == NULL)
    cells->by_field[field] = cell;
}

void
_ikrar_row_gather (const IkrarJudge *judge, const IkrarSheetRow *source, IkrarRowCells *cells)
{
  guint next = 0;

  *cells = (IkrarRowCells){ { NULL } };
  for (guint i = 0; i < source->n_cells; i++)
    {
      const IkrarSheetCell *cell = &source->cells[i];
      take_cell (cells, cell, _ikrar_header_field_at (judge->header, cell->column, &next));
    }
}

char *
_ikrar_row_write_cells (const IkrarJudge *judge, const IkrarSheetRow *source)
{
  GString *written = g_string_sized_new (WRITTEN_SIZE);
  guint column = 0;
  guint next = 0;

  for (guint i = 0; i < source->n_cells; i++)
    {
      gsize start;

      for (; column < source->cells[i].column; column++)
        g_string_append_c (written, '\t');
      start = written->len;
      if (_ikrar_header_field_at (judge->header, column, &next) != IKRAR_ROSTER_FIELD_PRIVATE)
        g_string_append (written, source->cells[i].raw);
      for (; start < written->len; start++)
        if (written->str[start] == '\t')
          written->str[start] = ' ';
    }
  return g_string_free (written, FALSE);
}

/* Only a correction makes a text of something else. */
void
_ikrar_row_tell_corrected (IkrarJudge *judge, const IkrarSheetRow *source)
{
  guint next = 0;

  if (judge->memory->fixes == NULL)
    return;
  for (guint i = 0; i < source->n_cells; i++)
    {
      const IkrarSheetCell *cell = &source->cells[i];
      IkrarRosterField field = _ikrar_header_field_at (judge->header, cell->column, &next);

      if (cell->type == IKRAR_VALUE_TEXT && strcmp (cell->raw, cell->text) != 0 &&
          field != IKRAR_ROSTER_FIELD_PRIVATE)
        _ikrar_row_add_reason (&judge->row, IKRAR_VERDICT_OK, IKRAR_REASON_CELL_CORRECTED, field,
                               cell->raw);
    }
}

const IkrarSheetCell *
_ikrar_row_cell_of (IkrarJudge *judge, IkrarRosterField field, IkrarVerdict verdict)
{
  const IkrarSheetCell *cell = judge->cells.by_field[field];

  if (cell == NULL || cell->type != IKRAR_VALUE_ERROR)
    return cell;
  _ikrar_row_add_reason (&judge->row, verdict, IKRAR_REASON_CELL_ERROR, field, cell->text);
  return NULL;
}

char *
_ikrar_row_text_of (IkrarJudge *judge, IkrarRosterField field)
{
  const IkrarSheetCell *cell = _ikrar_row_cell_of (judge, field, IKRAR_VERDICT_WARNING);

  return ikrar_text_clean (cell != NULL ? cell->text : NULL);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const IkrarMerge *one = a;
  const IkrarMerge *two = b;

  if (one->first_row != two->first_row)
    return one->first_row < two->first_row ? -1 : 1;
  return one->first_column < two->first_column ? -1 : one->first_column > two->first_column;
}

gboolean
_ikrar_judge_find_merge (IkrarJudge *judge,
                         guint row,
                         guint column,
                         const IkrarMerge **merge,
                         GError **error)
{
  IkrarMerge place = { row, row, column, column };
  guint index;

  *merge = NULL;
  if (judge->merges == NULL)
    {
      const GArray *merges = ikrar_workbook_get_merges (judge->workbook, judge->sheet, error);

      if (merges == NULL)
        return FALSE;
      judge->merges = g_array_copy ((GArray *) merges);
      g_array_sort (judge->merges, compare_places);
    }
  if (g_array_binary_search (judge->merges, &place, compare_places, &index))
    *merge = &g_array_index (judge->merges, IkrarMerge, index);
  return TRUE;
}
