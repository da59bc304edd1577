/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "core/sheet-rows.h"

G_BEGIN_DECLS

/**
 * ikrar_table_workbook_write:
 * @rows: heads and rows
 * @title: title of the file and of its sheet
 * @path: file name, of an .xlsx file
 * @error: return location for an error
 *
 * Writes a table of text as a workbook. Every cell is typed text and stays what it is: no number is
 * rounded, no text becomes a formula. Columns `Masalah` and `Saran` are set off. The file is
 * written beside @path and takes its place when it is complete.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`
 */
gboolean ikrar_table_workbook_write (const IkrarSheetRows *rows,
                                     const char *title,
                                     const char *path,
                                     GError **error);

/**
 * ikrar_table_workbook_write_all:
 * @tables: (element-type IkrarSheetRows): tables, each a sheet with its own title
 * @title: title of the file
 * @path: file name, of an .xlsx file
 * @error: return location for an error
 *
 * [func@table_workbook_write] for several tables, such as the refused rows of a roster that go back
 * to their sender. A title that no sheet can have is made one that it can.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`
 */
gboolean ikrar_table_workbook_write_all (const GPtrArray *tables,
                                         const char *title,
                                         const char *path,
                                         GError **error);

G_END_DECLS
