/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/import-difference.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UPDATE_ROW (ikrar_update_row_get_type ())

/**
 * IkrarUpdateRow:
 *
 * Somebody of a list that came again: a check box, who it is, and what is otherwise; or the head of
 * such rows, with a check box for all of them.
 *
 * Signals: `toggled`, when somebody pressed the check box; the row shows what it is told next.
 */
G_DECLARE_FINAL_TYPE (IkrarUpdateRow, ikrar_update_row, IKRAR, UPDATE_ROW, GtkWidget)

/**
 * ikrar_update_row_new:
 *
 * Returns: a row
 */
GtkWidget *ikrar_update_row_new (void);

/**
 * ikrar_update_row_show:
 * @row: a row
 * @item: a difference
 */
void ikrar_update_row_show (IkrarUpdateRow *row, const IkrarDifference *item);

/**
 * ikrar_update_row_show_head:
 * @row: a row
 * @kind: the rows below it
 * @total: how many they are
 * @accepted: how many of them are chosen
 */
void ikrar_update_row_show_head (IkrarUpdateRow *row,
                                 IkrarDifferenceKind kind,
                                 guint total,
                                 guint accepted);

G_END_DECLS
