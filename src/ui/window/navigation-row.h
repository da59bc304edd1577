/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_NAVIGATION_ROW (ikrar_navigation_row_get_type ())

/**
 * IkrarNavigationRow:
 *
 * A page in the window's sidebar: icon, title, count.
 */
G_DECLARE_FINAL_TYPE (IkrarNavigationRow,
                      ikrar_navigation_row,
                      IKRAR,
                      NAVIGATION_ROW,
                      GtkListBoxRow)

/**
 * ikrar_navigation_row_new:
 * @page: name of the page in the stack
 * @icon_name: its icon
 * @title: its title
 *
 * Returns: a row
 */
GtkWidget *ikrar_navigation_row_new (const char *page, const char *icon_name, const char *title);

/**
 * ikrar_navigation_row_get_page:
 * @row: a row
 *
 * Returns: (transfer none): name of the page in the stack
 */
const char *ikrar_navigation_row_get_page (IkrarNavigationRow *row);

/**
 * ikrar_navigation_row_set_count:
 * @row: a row
 * @count: how many there are; 0 shows nothing
 */
void ikrar_navigation_row_set_count (IkrarNavigationRow *row, gint64 count);

G_END_DECLS
