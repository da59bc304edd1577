/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/sheet-row.h"

G_BEGIN_DECLS

/* The compound file ("box") that an old Excel workbook is packed in, and what freexl does not tell
 * of it. Only ikrar-xls uses this. */

/* Takes the workbook out of a box; NULL if it is none or is broken. */
GByteArray *_ikrar_xls_box_open (const guint8 *bytes, gsize size);
/* Packs it into a box of the plainest kind: freexl does not understand all that programs write. */
GByteArray *_ikrar_xls_box_make (const GByteArray *book);

typedef struct
{
  guint16 first_row;
  guint16 last_row;
  guint16 first_column;
  guint16 last_column;
} IkrarXlsMerge;

gboolean _ikrar_xls_book_is_encrypted (const GByteArray *book);
/* The sheets of cells: where each begins, and whether it is hidden, as pairs of guint32. */
GArray *_ikrar_xls_book_list_sheets (const GByteArray *book);
/* A result of a formula, or a cell that is true, false or an error. */
typedef struct
{
  IkrarValueType type;
  char text[];
} IkrarXlsResult;

typedef struct
{
  /* By place. */
  GHashTable *all;
  /* The cell whose text comes in a record of its own. */
  gpointer place;
  /* Whether the workbook is older than 1997. */
  gboolean old;
} IkrarXlsResults;

gpointer _ikrar_xls_place (guint row, guint column);
void _ikrar_xls_results_take (IkrarXlsResults *results, guint kind, const guint8 *at, guint size);
void _ikrar_xls_format_number (char *text, gsize size, double number);

/* What is found in a sheet; members that are NULL are not looked for. */
typedef struct
{
  GArray *merges;
  /* A byte for each row. */
  guint8 *hidden_rows;
  IkrarXlsResults results;
} IkrarXlsLook;

/* Looks through the sheet that begins there. */
void _ikrar_xls_book_look (const GByteArray *book, guint32 start, IkrarXlsLook *look);
/* A workbook with so many rows of each of these sheets, and all of one of them (-1 for none); @cut
 * says whether that leaves something out. Without any rows there are no texts either. */
GByteArray *_ikrar_xls_book_cut (const GByteArray *book,
                                 const GArray *sheets,
                                 int whole,
                                 guint rows,
                                 gboolean *cut);

G_END_DECLS
