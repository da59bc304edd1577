/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/sheet-row.h"

#include "roster/limits-private.h"

#define LETTERS 26

const IkrarSheetCell *
ikrar_sheet_row_get_cell (const IkrarSheetRow *row, guint column)
{
  guint first = 0;
  guint end = row->n_cells;

  /* Most rows have no gap before a column. */
  if (column < row->n_cells && row->cells[column].column == column)
    return &row->cells[column];
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (row->cells[middle].column < column)
        first = middle + 1;
      else
        end = middle;
    }
  return first < row->n_cells && row->cells[first].column == column ? &row->cells[first] : NULL;
}

const char *
ikrar_sheet_row_get_text (const IkrarSheetRow *row, guint column)
{
  const IkrarSheetCell *cell = ikrar_sheet_row_get_cell (row, column);

  return cell != NULL ? cell->text : "";
}

char *
ikrar_sheet_column_letters (guint column)
{
  char letters[8];
  guint at = sizeof letters - 1;

  letters[at] = '\0';
  do
    {
      letters[--at] = 'A' + column % LETTERS;
      column = column / LETTERS;
    }
  while (column-- > 0);
  return g_strdup (letters + at);
}

int
ikrar_sheet_column_parse (const char *text, const char **end)
{
  guint column = 0;

  g_return_val_if_fail (text != NULL, -1);

  for (; g_ascii_isalpha (*text) && column <= IKRAR_SHEET_COLUMNS_MAX; text++)
    column = column * LETTERS + (guint) (g_ascii_toupper (*text) - 'A') + 1;
  if (end != NULL)
    *end = text;
  return column <= IKRAR_SHEET_COLUMNS_MAX ? (int) column - 1 : -1;
}
