/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/field.h"
#include "roster/workbook.h"

G_BEGIN_DECLS

/**
 * IkrarRosterColumn:
 * @column: from 0
 * @title: its head as written, "" if it has none
 * @field: what it holds
 * @block: which of the tables that stand side by side it belongs to, from 0
 *
 * A used column of a roster. Where heads stand in several rows, the title has them all, from top to
 * bottom: `PANGKAT > GOL/RUANG`.
 */
typedef struct
{
  guint column;
  char *title;
  IkrarRosterField field;
  guint block;
} IkrarRosterColumn;

/**
 * IkrarHeader:
 *
 * Where the heads of a sheet's columns stand and what each column holds. Immutable; any thread.
 */
typedef struct _IkrarHeader IkrarHeader;

/**
 * ikrar_header_find:
 * @workbook: a workbook
 * @sheet: sheet, from 0
 * @row: row of the heads, from 1, if the user says so; 0 to find it
 * @mapping: (array zero-terminated=1) (nullable): what the user says of columns, each `COL=FIELD`:
 *   a column's letters or its head, and a word of [func@roster_field_word] or a usual head
 * @error: return location for an error
 *
 * Finds the row with the heads among the first 40 rows by the heads in use (docs/rules.md, Rosters;
 * with those of the SIASN export), and what the columns hold: by their heads, and where these
 * collide or are missing, by their content. The user's word goes before every guess.
 *
 * Returns: (transfer full) (nullable): the header, or `NULL` with `IKRAR_ROSTER_ERROR_NO_HEADER` if
 *   no column of names is found, which tells what was seen, `IKRAR_ROSTER_ERROR_COLUMN` for a
 *   mapping that means nothing, or an error of [func@workbook_read]
 */
IkrarHeader *ikrar_header_find (IkrarWorkbook *workbook,
                                guint sheet,
                                guint row,
                                const char *const *mapping,
                                GError **error);

/**
 * ikrar_header_get_row:
 * @header: a header
 *
 * Returns: row of the heads, from 1; 0 if the sheet has none and begins with people
 */
guint ikrar_header_get_row (const IkrarHeader *header);

/**
 * ikrar_header_get_last_row:
 * @header: a header
 *
 * Returns: the last row of the heads, from 1, which is another one where groups of columns have
 *   heads of their own; people stand below it
 */
guint ikrar_header_get_last_row (const IkrarHeader *header);

/**
 * ikrar_header_get_n_blocks:
 * @header: a header
 *
 * Returns: how many tables with the same heads stand side by side, at least 1
 */
guint ikrar_header_get_n_blocks (const IkrarHeader *header);

/**
 * ikrar_header_get_n_columns:
 * @header: a header
 *
 * Returns: how many used columns there are
 */
guint ikrar_header_get_n_columns (const IkrarHeader *header);

/**
 * ikrar_header_get_column:
 * @header: a header
 * @index: from 0, from left to right
 *
 * Returns: (transfer none): the column
 */
const IkrarRosterColumn *ikrar_header_get_column (const IkrarHeader *header, guint index);

/**
 * ikrar_header_has_field:
 * @header: a header
 * @field: a field
 *
 * Returns: whether a column holds @field
 */
gboolean ikrar_header_has_field (const IkrarHeader *header, IkrarRosterField field);

/**
 * ikrar_header_find_column:
 * @header: a header
 * @field: a field
 * @block: a table, from 0
 *
 * Returns: index of the first column of the table that holds @field, -1 if none does
 */
int ikrar_header_find_column (const IkrarHeader *header, IkrarRosterField field, guint block);

/**
 * ikrar_header_shape:
 * @workbook: a workbook
 * @sheet: sheet, from 0
 * @error: return location for an error
 *
 * Makes the key under which files whose columns have the same heads in the same order meet, so that
 * what somebody said of the columns of one can serve for the next. It says nothing of people.
 *
 * Returns: (transfer full) (nullable): the key, "" if the sheet has no heads; `NULL` with an error
 *   of [func@workbook_read]
 */
char *ikrar_header_shape (IkrarWorkbook *workbook, guint sheet, GError **error);

/**
 * ikrar_header_free:
 * @header: (transfer full) (nullable): a header
 */
void ikrar_header_free (IkrarHeader *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarHeader, ikrar_header_free)

G_END_DECLS
