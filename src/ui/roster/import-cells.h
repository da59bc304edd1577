/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-columns.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_CELLS (ikrar_import_cells_get_type ())

/**
 * IkrarImportCells:
 *
 * The cells of a row of a roster. They scroll sideways together with those of all rows, between
 * what stands still at both sides.
 *
 * CSS nodes: `importcells`.
 */
G_DECLARE_FINAL_TYPE (IkrarImportCells, ikrar_import_cells, IKRAR, IMPORT_CELLS, GtkWidget)

/**
 * ikrar_import_cell_new:
 * @width: its width in pixels
 *
 * Returns: a cell of two lines, which cuts off what does not fit
 */
GtkInscription *ikrar_import_cell_new (int width);

/**
 * ikrar_import_cells_new:
 * @columns: (element-type IkrarImportColumn): the columns
 * @scroll: how far all rows are scrolled
 *
 * Returns: empty cells
 */
GtkWidget *ikrar_import_cells_new (GArray *columns, GtkAdjustment *scroll);

/**
 * ikrar_import_cells_show:
 * @cells: cells
 * @shown: what is shown
 * @line: which line
 *
 * Shows the cells as they were written; the one at fault in its colour, those that the user wrote
 * with a mark, and the one that the user points at.
 */
void ikrar_import_cells_show (IkrarImportCells *cells, const IkrarImportShown *shown, guint line);

/**
 * ikrar_import_cells_find:
 * @cells: cells
 * @x: a place within them
 *
 * Returns: index of the shown column at that place, -1 if there is none
 */
int ikrar_import_cells_find (IkrarImportCells *cells, double x);

/**
 * ikrar_import_cells_get_cell:
 * @cells: cells
 * @index: index of a shown column
 *
 * Returns: (transfer none): its cell
 */
GtkWidget *ikrar_import_cells_get_cell (IkrarImportCells *cells, guint index);

G_END_DECLS
