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
 * @result: what was found, with lines
 * @line: which line
 *
 * Shows the cells as they were written; the one at fault in its colour.
 */
void ikrar_import_cells_show (IkrarImportCells *cells, const IkrarRosterResult *result, guint line);

G_END_DECLS
