/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/line-row.h"

#include <string.h>

#include "ui/common/line-list.h"

gconstpointer
ikrar_line_row_update (GtkListItem *item)
{
  gconstpointer line = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  GtkWidget *row = gtk_list_item_get_child (item);

  while (row != NULL && strcmp (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_widget_set_visible (row, line != NULL);
  return line;
}
