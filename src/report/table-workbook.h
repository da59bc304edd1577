/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkrarTableWorkbook:
 * @title: title of the file and of its sheet, at most 31 characters of it
 * @author: the institution
 * @header: (array zero-terminated=1): titles of the columns
 * @rows: (element-type GStrv): cells of each row; what is missing at the end is empty
 * @highlight: title of the column that is set off, such as `Masalah`; `NULL` for none
 *
 * A table of text.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *const *header;
  const GPtrArray *rows;
  const char *highlight;
} IkrarTableWorkbook;

/**
 * ikrar_table_workbook_write:
 * @table: a table
 * @path: file name, of an .xlsx file
 * @error: return location for an error
 *
 * Writes a table of text as a workbook, such as the refused rows of a roster that go back to their
 * sender. Every cell is typed text and stays what it is: no number is rounded, no text becomes a
 * formula.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`
 */
gboolean
ikrar_table_workbook_write (const IkrarTableWorkbook *table, const char *path, GError **error);

G_END_DECLS
