/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_TWO_LINE_CELL (ikrar_two_line_cell_get_type ())

/**
 * IkrarTwoLineCell:
 *
 * A cell of a table: a line, and a smaller one below it. Asks for the same room whatever it says,
 * so that a table is not measured anew while it scrolls; what does not fit is in its tooltip.
 *
 * CSS nodes: `twolines` with two `label`.
 */
G_DECLARE_FINAL_TYPE (IkrarTwoLineCell, ikrar_two_line_cell, IKRAR, TWO_LINE_CELL, GtkWidget)

/**
 * ikrar_two_line_cell_new:
 * @min_chars: how narrow it may become, in characters
 *
 * Returns: a cell
 */
GtkWidget *ikrar_two_line_cell_new (guint min_chars);

/**
 * ikrar_two_line_cell_set:
 * @cell: a cell
 * @title: the line
 * @subtitle: the smaller line, "" for none
 */
void ikrar_two_line_cell_set (IkrarTwoLineCell *cell, const char *title, const char *subtitle);

G_END_DECLS
