/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_WRAP_LAYOUT (ikrar_wrap_layout_get_type ())

/**
 * IkrarWrapLayout:
 *
 * Children side by side as long as there is room for their natural widths, else in several lines.
 * What is left of a line goes to the children that expand.
 *
 * Properties: `spacing`, and `homogeneous`: every line has as many children, all of one width.
 */
G_DECLARE_FINAL_TYPE (IkrarWrapLayout, ikrar_wrap_layout, IKRAR, WRAP_LAYOUT, GtkLayoutManager)

/**
 * ikrar_wrap_layout_choose_columns:
 * @n_children: how many children
 * @natural: the largest natural width of them
 * @spacing: room between them
 * @width: room for a line
 *
 * Chooses how many children of one width stand in a line, so that no line but perhaps a shorter
 * last one looks left over: four become two and two, never three and one.
 *
 * Returns: how many, at least one
 */
guint ikrar_wrap_layout_choose_columns (guint n_children, int natural, int spacing, int width);

G_END_DECLS
