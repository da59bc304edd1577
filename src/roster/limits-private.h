/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

/* No roster comes near these; a file that passes one is broken or made to do harm. */

/* What a spreadsheet program allows in a sheet and in a cell. */
#define IKRAR_SHEET_ROWS_MAX 1048576
#define IKRAR_SHEET_COLUMNS_MAX 16384
#define IKRAR_CELL_LETTERS_MAX 32767

#define IKRAR_WORKBOOK_BYTES_MAX (64 * 1024 * 1024)
#define IKRAR_PART_BYTES_MAX (512 * 1024 * 1024)
#define IKRAR_PARTS_MAX 65536
/* How far a part may unpack to more than itself, once it is past a size that is worth looking. */
#define IKRAR_PART_RATIO_MAX 200
#define IKRAR_PART_RATIO_FROM (16 * 1024 * 1024)
#define IKRAR_XML_DEPTH_MAX 32
/* Pages leave many tags open that no reader needs. */
#define IKRAR_HTML_DEPTH_MAX 256
#define IKRAR_HTML_COLSPAN_MAX 1000
#define IKRAR_HTML_ROWSPAN_MAX 65534
/* Columns that may be looked at to find where the cells of a table stand. */
#define IKRAR_HTML_WORK_MAX (1 << 28)
#define IKRAR_STRINGS_MAX (1 << 22)
#define IKRAR_STRINGS_BYTES_MAX (128 * 1024 * 1024)
#define IKRAR_ROW_BYTES_MAX (16 * 1024 * 1024)
#define IKRAR_STYLES_MAX 65536
#define IKRAR_SHEETS_MAX 1024
#define IKRAR_MERGES_MAX (1 << 20)

/* Bytes of all rows that are judged in one go. */
#define IKRAR_ROSTER_BYTES_MAX (96 * 1024 * 1024)
/* Bytes that repeated cells of an OpenDocument sheet may make. */
#define IKRAR_REPEATED_BYTES_MAX (64 * 1024 * 1024)

/* How far a workbook is looked through that is opened for its first rows only. */
#define IKRAR_GLANCE_ROWS 1024

#define IKRAR_FIELD_BYTES_MAX (1024 * 1024)
