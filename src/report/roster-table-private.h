/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/text-block.h"

G_BEGIN_DECLS

/* A table of people. If they sign in it, the last column is zig-zag: two rows share one undivided
 * cell, the odd one signs upper left, the even one lower right, so that a pen has a row and a
 * half. */

#define IKRAR_ROSTER_COLUMNS_MAX 8

typedef struct
{
  const char *title;
  double width; /* millimetres */
  double share; /* of the width that is left over */
  IkrarAlign align;
} IkrarRosterColumn;

typedef struct
{
  IkrarTypeface typeface;
  double head_size;   /* points */
  double head_height; /* millimetres */
  double row_height;
  gboolean zigzag;
} IkrarRosterLook;

typedef struct
{
  IkrarTypesetter *type;
  const IkrarRosterLook *look;
  guint n_columns;
  int places[IKRAR_ROSTER_COLUMNS_MAX]; /* of the columns that were offered; -1 if not chosen */
  const char *titles[IKRAR_ROSTER_COLUMNS_MAX];
  IkrarAlign aligns[IKRAR_ROSTER_COLUMNS_MAX];
  double edges[IKRAR_ROSTER_COLUMNS_MAX + 1]; /* points */
} IkrarRosterTable;

/* Only the columns whose bit is set in @chosen are taken; room they leave is shared out. */
void ikrar_roster_table_init (IkrarRosterTable *table,
                              IkrarTypesetter *type,
                              const IkrarRosterLook *look,
                              const IkrarRosterColumn *columns,
                              guint n_columns,
                              guint chosen,
                              double left,
                              double right);

double ikrar_roster_table_get_head (const IkrarRosterTable *table);
double ikrar_roster_table_get_row (const IkrarRosterTable *table);

/* Head, frame and lines for so many rows from @y down. */
void
ikrar_roster_table_draw_grid (const IkrarRosterTable *table, cairo_t *cr, double y, guint n_rows);

/* A text in a cell of the row that begins at @y; columns are counted as they were offered, and one
 * that was not chosen takes nothing. */
void ikrar_roster_table_draw_cell (const IkrarRosterTable *table,
                                   cairo_t *cr,
                                   guint column,
                                   double y,
                                   const IkrarTextStyle *style,
                                   const IkrarFit *fit,
                                   const char *text);

/* A text and a smaller one below it in the same cell. */
void ikrar_roster_table_draw_pair (const IkrarRosterTable *table,
                                   cairo_t *cr,
                                   guint column,
                                   double y,
                                   const IkrarTextStyle *style,
                                   const IkrarFit *fit,
                                   const char *text,
                                   const IkrarTextStyle *below_style,
                                   const char *below);

/* The place to sign of row @number, from 1; @y is where the row begins. A signature or, in its
 * place, a word; both may be NULL. */
void ikrar_roster_table_draw_signature (const IkrarRosterTable *table,
                                        cairo_t *cr,
                                        double y,
                                        guint number,
                                        const char *signature,
                                        const char *word);

G_END_DECLS
