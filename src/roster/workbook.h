/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "core/progress.h"
#include "roster/sheet-row.h"

G_BEGIN_DECLS

/**
 * IkrarWorkbook:
 *
 * An open spreadsheet file. Rows are read one at a time straight from the file, so that memory does
 * not grow with it. One thread at a time.
 */
typedef struct _IkrarWorkbook IkrarWorkbook;

/**
 * IkrarSheet:
 * @name: as its tab shows it; "" for the only sheet of a text file
 * @hidden: whether the workbook hides it
 *
 * A sheet of a workbook.
 */
typedef struct
{
  char *name;
  gboolean hidden;
} IkrarSheet;

/**
 * IkrarMerge:
 * @first_row: from 1
 * @last_row: from 1
 * @first_column: from 0
 * @last_column: from 0
 *
 * Cells that are shown as one. Only the first of them has a value.
 */
typedef struct
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
} IkrarMerge;

/**
 * IkrarSheetRowFunc:
 * @row: a row with something in it, until the call returns
 * @user_data: data given with it
 * @error: return location for an error
 *
 * Takes a row. Runs in the thread that reads.
 *
 * Returns: `TRUE` to go on, `FALSE` to stop: with @error set the reading fails, without it it is
 *   done
 */
typedef gboolean (*IkrarSheetRowFunc) (const IkrarSheetRow *row,
                                       gpointer user_data,
                                       GError **error);

/**
 * ikrar_workbook_open:
 * @path: a file
 * @error: return location for an error
 *
 * Opens a spreadsheet. What a file is, is found out from its content, never from its name: an Excel
 * workbook (.xlsx, .xlsm), an old one (.xls), one of LibreOffice (.ods), the tables of a web page
 * (as many programs export under the name .xls), or text with separated fields in any usual
 * encoding.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the workbook, or `NULL` with `UNREADABLE`,
 *   `NOT_SPREADSHEET`, `FORMAT`, `ENCRYPTED`, `DAMAGED` or `TOO_LARGE` of %IkrarRosterError; the
 *   message names what the file is and what to do
 */
IkrarWorkbook *ikrar_workbook_open (const char *path, GError **error);

/**
 * ikrar_workbook_open_bytes:
 * @bytes: what was pasted or dropped: the whole of a spreadsheet file, or text with tabs, or HTML
 * @name: what it is called in messages and in the record of an import, such as “Clipboard”
 * @error: return location for an error
 *
 * Opens a spreadsheet that is no file. What it is, is found out from its content as of a file; a
 * reference to @bytes is kept while the workbook is open.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the workbook, or `NULL` with an error as
 *   [func@workbook_open]
 */
IkrarWorkbook *ikrar_workbook_open_bytes (GBytes *bytes, const char *name, GError **error);

/**
 * ikrar_workbook_glance:
 * @path: a file
 * @error: return location for an error
 *
 * Opens a spreadsheet as [func@workbook_open] does, for a look at its first rows: whatever takes a
 * pass through the whole of a large file is left out. Then only the sheets are listed that begin
 * within the first thousand rows, and merged cells further down are not known; see
 * [func@workbook_is_partial]. Who finds nothing in them has to open the file in full.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the workbook, or `NULL` with an error as
 *   [func@workbook_open]
 */
IkrarWorkbook *ikrar_workbook_glance (const char *path, GError **error);

/**
 * ikrar_workbook_glance_bytes:
 * @bytes: see [func@workbook_open_bytes]
 * @name: see there
 * @error: return location for an error
 *
 * Does for what was pasted what [func@workbook_glance] does for a file.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the workbook, or `NULL` with an error as
 *   [func@workbook_open]
 */
IkrarWorkbook *ikrar_workbook_glance_bytes (GBytes *bytes, const char *name, GError **error);

/**
 * ikrar_workbook_is_partial:
 * @workbook: a workbook
 *
 * Returns: whether a glance left something out so far: sheets that may follow, or merged cells
 */
gboolean ikrar_workbook_is_partial (IkrarWorkbook *workbook);

/**
 * ikrar_workbook_get_name:
 * @workbook: a workbook
 *
 * Returns: (transfer none): name of the file, without folders, or what was given with its bytes
 */
const char *ikrar_workbook_get_name (IkrarWorkbook *workbook);

/**
 * ikrar_workbook_get_n_sheets:
 * @workbook: a workbook
 *
 * Returns: how many sheets of cells it has, at least 1
 */
guint ikrar_workbook_get_n_sheets (IkrarWorkbook *workbook);

/**
 * ikrar_workbook_get_sheet:
 * @workbook: a workbook
 * @index: from 0
 *
 * Returns: (transfer none): the sheet
 */
const IkrarSheet *ikrar_workbook_get_sheet (IkrarWorkbook *workbook, guint index);

/**
 * ikrar_workbook_find_sheet:
 * @workbook: a workbook
 * @sheet: name of a sheet in any case, or its number from 1
 * @index: (out): the sheet, from 0
 * @error: return location for an error
 *
 * A name goes before a number.
 *
 * Returns: `FALSE` with `IKRAR_ROSTER_ERROR_NO_SHEET`, naming those that there are
 */
gboolean ikrar_workbook_find_sheet (IkrarWorkbook *workbook,
                                    const char *sheet,
                                    guint *index,
                                    GError **error);

/**
 * ikrar_workbook_is_column_hidden:
 * @workbook: a workbook
 * @index: a sheet whose first row was read, from 0
 * @column: a column, from 0
 *
 * Returns: whether the sheet hides the column, where the format tells
 */
gboolean ikrar_workbook_is_column_hidden (IkrarWorkbook *workbook, guint index, guint column);

/**
 * ikrar_workbook_read:
 * @workbook: a workbook
 * @index: sheet, from 0
 * @func: (scope call): takes each row with something in it
 * @user_data: data for @func
 * @progress: (nullable): who watches; told the bytes read
 * @error: return location for an error
 *
 * Reads a sheet from its beginning. Within @func other sheets and merges may be read.
 *
 * Returns: `FALSE` with `DAMAGED` or `TOO_LARGE` of %IkrarRosterError, which name sheet and place,
 *   with `G_IO_ERROR_CANCELLED`, or with an error of @func
 */
gboolean ikrar_workbook_read (IkrarWorkbook *workbook,
                              guint index,
                              IkrarSheetRowFunc func,
                              gpointer user_data,
                              const IkrarProgress *progress,
                              GError **error);

/**
 * ikrar_workbook_get_merges:
 * @workbook: a workbook
 * @index: sheet, from 0
 * @error: return location for an error
 *
 * Reads which cells of a sheet are merged. They stand behind all rows in the file, so this goes
 * through it once more; ask only when it matters. The result is kept.
 *
 * Returns: (transfer none) (element-type IkrarMerge) (nullable): the merges, or `NULL` with an
 *   error as [func@workbook_read]
 */
const GArray *ikrar_workbook_get_merges (IkrarWorkbook *workbook, guint index, GError **error);

/**
 * ikrar_workbook_free:
 * @workbook: (transfer full) (nullable): a workbook
 */
void ikrar_workbook_free (IkrarWorkbook *workbook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarWorkbook, ikrar_workbook_free)

G_END_DECLS
