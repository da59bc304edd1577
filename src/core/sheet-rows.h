/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarSheetRows:
 *
 * A table of texts with a line of column heads: what one floor read from a spreadsheet and another
 * writes into a workbook. Kept in one block of memory, so that hundreds of thousands of rows cost
 * little more than their letters. One thread at a time while it grows, any thread afterwards.
 */
typedef struct _IkrarSheetRows IkrarSheetRows;

/**
 * ikrar_sheet_rows_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): an empty table
 */
IkrarSheetRows *ikrar_sheet_rows_new (void);

/**
 * ikrar_sheet_rows_set_heads:
 * @rows: a table
 * @heads: (array length=n_heads): heads of the columns; `NULL` counts as ""
 * @n_heads: how many
 */
void ikrar_sheet_rows_set_heads (IkrarSheetRows *rows, const char *const *heads, guint n_heads);

/**
 * ikrar_sheet_rows_set_title:
 * @rows: a table
 * @title: what it is called, such as the sheet it came from
 */
void ikrar_sheet_rows_set_title (IkrarSheetRows *rows, const char *title);

/**
 * ikrar_sheet_rows_get_title:
 * @rows: a table
 *
 * Returns: (transfer none): what it is called, "" if nobody said
 */
const char *ikrar_sheet_rows_get_title (const IkrarSheetRows *rows);

/**
 * ikrar_sheet_rows_add:
 * @rows: a table
 * @number: number of the row in its sheet, from 1
 * @texts: (array length=n_texts): the cells; `NULL` counts as ""
 * @n_texts: how many
 */
void
ikrar_sheet_rows_add (IkrarSheetRows *rows, guint number, const char *const *texts, guint n_texts);

/**
 * ikrar_sheet_rows_get_size:
 * @rows: a table
 *
 * Returns: how many rows it has, without the heads
 */
guint ikrar_sheet_rows_get_size (const IkrarSheetRows *rows);

/**
 * ikrar_sheet_rows_get_width:
 * @rows: a table
 *
 * Returns: how many columns the heads or the longest row have
 */
guint ikrar_sheet_rows_get_width (const IkrarSheetRows *rows);

/**
 * ikrar_sheet_rows_get_head:
 * @rows: a table
 * @column: from 0
 *
 * Returns: (transfer none): head of a column, "" if it has none
 */
const char *ikrar_sheet_rows_get_head (const IkrarSheetRows *rows, guint column);

/**
 * ikrar_sheet_rows_get_number:
 * @rows: a table
 * @index: row, from 0
 *
 * Returns: number of the row in the sheet it came from, from 1
 */
guint ikrar_sheet_rows_get_number (const IkrarSheetRows *rows, guint index);

/**
 * ikrar_sheet_rows_get_text:
 * @rows: a table
 * @index: row, from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell, "" if it is empty; until the table grows or is freed
 */
const char *ikrar_sheet_rows_get_text (const IkrarSheetRows *rows, guint index, guint column);

/**
 * ikrar_sheet_rows_free:
 * @rows: (transfer full) (nullable): a table
 */
void ikrar_sheet_rows_free (IkrarSheetRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSheetRows, ikrar_sheet_rows_free)

G_END_DECLS
