/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Old Excel workbooks are read by a library that was not written for hostile files. It runs in a
 * program of its own, ikrar-xls, which gets the file as its standard input, limits itself, and
 * writes records to its standard output:
 *
 *   ikrar-xls list            a SHEET for each sheet, END
 *   ikrar-xls rows SHEET      a ROW and its CELLs for each used row of that sheet (from 0), END
 *   ikrar-xls merges SHEET    a MERGE for each merged cell of that sheet, END
 *
 * A record is a letter and its fields: numbers of 32 bits as this machine writes them, and texts as
 * their size and bytes. FAILED may come in place of any record and ends them. */
typedef enum
{
  IKRAR_XLS_SHEET = 'S', /* whether it is hidden, its name */
  IKRAR_XLS_ROW = 'R',   /* number from 1, whether it is hidden */
  IKRAR_XLS_CELL = 'C',  /* column from 0, IkrarValueType, text */
  IKRAR_XLS_MERGE = 'M', /* first and last row, first and last column, all from 0 */
  IKRAR_XLS_END = 'E',
  IKRAR_XLS_FAILED = 'F', /* IkrarRosterError */
} IkrarXlsRecord;

#define IKRAR_XLS_MEMORY_MAX (512 * 1024 * 1024)
#define IKRAR_XLS_SECONDS_MAX 20
/* So many rows come before the library reads the others. */
#define IKRAR_XLS_FIRST_ROWS 1024
/* What the old format allows. */
#define IKRAR_XLS_ROWS_MAX 65536
#define IKRAR_XLS_COLUMNS_MAX 256

G_END_DECLS
