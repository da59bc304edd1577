/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/sheet-row.h"

G_BEGIN_DECLS

/* The used cells of one row while it is read, in any order. Their texts are kept in one block,
 * which moves while it grows. */
typedef struct
{
  GArray *pending;
  GArray *cells;
  GString *texts;
  gboolean unsorted;
} IkrarCells;

void _ikrar_cells_init (IkrarCells *cells);
void _ikrar_cells_clear (IkrarCells *cells);
/* Forgets the cells for the next row. */
void _ikrar_cells_begin (IkrarCells *cells);
/* Whether the texts of a row are more than any row has. */
gboolean _ikrar_cells_are_full (const IkrarCells *cells);
/* Adds a cell, with copies of its texts; none if the text is empty. */
void _ikrar_cells_add (IkrarCells *cells,
                       guint column,
                       IkrarValueType type,
                       const char *text,
                       const char *raw);
/* Adds a cell whose text stays where it is until the row is done. */
void _ikrar_cells_add_kept (IkrarCells *cells, guint column, const char *text);
/* Puts the cells in order into a row, until the next begins. */
void _ikrar_cells_settle (IkrarCells *cells, IkrarSheetRow *row);

G_END_DECLS
