/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ikrar_line_row_update:
 * @item: what is bound to an item of an [class@LineList], with a child
 *
 * Hides the row of an item that lingers, and shows the row of one that has a line. Called when the
 * item is bound and when it changes, for one column of a table.
 *
 * Returns: (transfer none) (nullable): the line
 */
gconstpointer ikrar_line_row_update (GtkListItem *item);

G_END_DECLS
