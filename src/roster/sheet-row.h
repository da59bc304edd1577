/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarValueType:
 * @IKRAR_VALUE_TEXT: text
 * @IKRAR_VALUE_NUMBER: a number; the text is what the file holds, digit for digit
 * @IKRAR_VALUE_DATE: a number shown as a date or time; the text is its ISO form
 * @IKRAR_VALUE_BOOLEAN: `TRUE` or `FALSE`
 * @IKRAR_VALUE_ERROR: an error value such as `#N/A`, or a formula whose result the file lacks
 *
 * What a spreadsheet program takes a cell for.
 */
typedef enum
{
  IKRAR_VALUE_TEXT,
  IKRAR_VALUE_NUMBER,
  IKRAR_VALUE_DATE,
  IKRAR_VALUE_BOOLEAN,
  IKRAR_VALUE_ERROR,
} IkrarValueType;

/**
 * IkrarSheetCell:
 * @column: from 0
 * @type: what it is
 * @text: its text as the sender wrote it, valid UTF-8, never empty
 * @raw: what stands in the file; differs from @text for dates, for numbers of an OpenDocument file,
 *   where it is what is shown, and for cells that somebody corrected
 *
 * A used cell.
 */
typedef struct
{
  guint column;
  IkrarValueType type;
  const char *text;
  const char *raw;
} IkrarSheetCell;

/**
 * IkrarSheetRow:
 * @sheet: its sheet, from 0
 * @number: number of the row in the sheet, from 1
 * @hidden: whether a filter or a person hides it
 * @marked: whether a cell of it is coloured or struck through, where the format tells
 * @n_cells: how many used cells there are
 * @cells: (array length=n_cells): the used cells by column
 * @block: which of the tables that stand side by side it belongs to, from 0; a row as the file has
 *   it is 0
 *
 * A row with something in it. Lives until the next row.
 */
typedef struct
{
  guint sheet;
  guint number;
  gboolean hidden;
  gboolean marked;
  guint n_cells;
  const IkrarSheetCell *cells;
  guint block;
} IkrarSheetRow;

/**
 * ikrar_sheet_row_get_cell:
 * @row: a row
 * @column: from 0
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the cell, `NULL` if it is empty
 */
const IkrarSheetCell *ikrar_sheet_row_get_cell (const IkrarSheetRow *row, guint column);

/**
 * ikrar_sheet_row_get_text:
 * @row: a row
 * @column: from 0
 *
 * Any thread.
 *
 * Returns: (transfer none): the cell's text, "" if it is empty
 */
const char *ikrar_sheet_row_get_text (const IkrarSheetRow *row, guint column);

/**
 * ikrar_sheet_column_letters:
 * @column: from 0
 *
 * Any thread.
 *
 * Returns: (transfer full): the column's name in spreadsheets: `A`, `AA`, ...
 */
char *ikrar_sheet_column_letters (guint column);

/**
 * ikrar_sheet_column_parse:
 * @text: text that begins with a column's letters, in any case
 * @end: (out) (optional): the first character behind the letters
 *
 * Any thread.
 *
 * Returns: the column, from 0; -1 if there are no letters, or more than a sheet has columns for
 */
int ikrar_sheet_column_parse (const char *text, const char **end);

G_END_DECLS
