/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/fact-row.h"

GtkWidget *
ikrar_fact_row_new (const char *name, const char *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", value, "subtitle-lines", 0, "title-lines", 0, NULL);

  gtk_widget_add_css_class (row, "fact");
  return row;
}

void
ikrar_fact_row_add (GtkListBox *list, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_list_box_append (list, ikrar_fact_row_new (name, value));
}

GtkWidget *
ikrar_fact_row_new_quiet (const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", text, NULL);

  gtk_widget_add_css_class (row, "dim-label");
  return row;
}
