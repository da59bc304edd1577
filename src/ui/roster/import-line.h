/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-cells.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_LINE (ikrar_import_line_get_type ())

/**
 * IkrarImportLine:
 *
 * A row of a roster beside its verdict: number, verdict, cells as they were written, and the reason
 * in words.
 */
G_DECLARE_FINAL_TYPE (IkrarImportLine, ikrar_import_line, IKRAR, IMPORT_LINE, GtkBox)

/**
 * ikrar_import_line_new:
 * @columns: (element-type IkrarImportColumn): the columns
 * @scroll: how far the cells of all rows are scrolled
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *ikrar_import_line_new (GArray *columns, GtkAdjustment *scroll);

/**
 * ikrar_import_line_show:
 * @row: a row
 * @shown: what is shown
 * @line: which line
 */
void ikrar_import_line_show (IkrarImportLine *row, const IkrarImportShown *shown, guint line);

/**
 * ikrar_import_line_get_cells:
 * @row: a row
 *
 * Returns: (transfer none): its cells
 */
IkrarImportCells *ikrar_import_line_get_cells (IkrarImportLine *row);

G_END_DECLS
