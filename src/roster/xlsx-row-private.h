/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/cells-private.h"
#include "roster/xlsx-private.h"

G_BEGIN_DECLS

/* The value of an attribute, which need not end with NUL; no text if it is missing. */
typedef struct
{
  const char *text;
  gsize size;
} IkrarXlsxValue;

/* Puts a row together from what its elements say, whoever read them. The text of a cell is gathered
 * in the text of the IkrarXml, that of its formula here. */
typedef struct
{
  IkrarXlsx *xlsx;
  guint sheet;
  IkrarSheetRowFunc func;
  gpointer user_data;
  /* Whether no more rows are wanted. */
  gboolean enough;

  IkrarCells cells;
  GString *formula;

  guint number;
  guint column;
  guint style;
  guint type;
  gboolean hidden;
  gboolean marked;
} IkrarXlsxRow;

void _ikrar_xlsx_row_init (IkrarXlsxRow *row,
                           IkrarXlsx *xlsx,
                           guint sheet,
                           IkrarSheetRowFunc func,
                           gpointer user_data);
void _ikrar_xlsx_row_clear (IkrarXlsxRow *row);

/* The attributes r and hidden of a row; r, t and s of a cell. */
void _ikrar_xlsx_row_begin (IkrarXlsxRow *row,
                            IkrarXml *xml,
                            IkrarXlsxValue number,
                            IkrarXlsxValue hidden);
void _ikrar_xlsx_row_begin_cell (IkrarXlsxRow *row,
                                 IkrarXml *xml,
                                 IkrarXlsxValue place,
                                 IkrarXlsxValue type,
                                 IkrarXlsxValue style);
void _ikrar_xlsx_row_end_cell (IkrarXlsxRow *row, IkrarXml *xml);
/* Hands the row over, if there is something in it. */
void _ikrar_xlsx_row_end (IkrarXlsxRow *row, IkrarXml *xml);

G_END_DECLS
