/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_COLUMNS (ikrar_columns_get_type ())

/**
 * IkrarColumns:
 *
 * Stands its children side by side, equally wide, where there is room, and below each other where
 * there is not.
 *
 * Properties: `column-width`, what a column needs at least to stand beside another.
 */
G_DECLARE_FINAL_TYPE (IkrarColumns, ikrar_columns, IKRAR, COLUMNS, GtkWidget)

G_END_DECLS
