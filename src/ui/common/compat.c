/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/compat.h"

#include <adwaita.h>
#include <gmodule.h>

void
ikrar_compat_set_placeholder (GtkSearchEntry *entry, const char *text)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (entry), "placeholder-text") != NULL)
    g_object_set (entry, "placeholder-text", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
names_itself (GtkMenuButton *button)
{
  return gtk_menu_button_get_label (button) != NULL ||
         ADW_IS_BUTTON_CONTENT (gtk_menu_button_get_child (button));
}

/* The button that a menu button shows, and that gets the focus, is a child of it. */
static GtkWidget *
find_tooltip_owner (GtkWidget *button)
{
  GtkWidget *parent = gtk_widget_get_parent (button);

  if (GTK_IS_MENU_BUTTON (parent))
    return names_itself (GTK_MENU_BUTTON (parent)) ? NULL : parent;
  return gtk_button_get_icon_name (GTK_BUTTON (button)) != NULL ? button : NULL;
}

static void
name_button (GtkWidget *button)
{
  GtkWidget *owner = find_tooltip_owner (button);
  const char *tooltip = owner != NULL ? gtk_widget_get_tooltip_text (owner) : NULL;

  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                    -1);
}

static gboolean
on_widget_realized (GSignalInvocationHint *hint,
                    guint n_values,
                    const GValue *values,
                    gpointer unused)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget))
    name_button (widget);
  return G_SOURCE_CONTINUE;
}

void
ikrar_compat_name_buttons (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_widget_realized,
                              NULL, NULL);
}

void
ikrar_compat_show_uri (GtkWindow *parent, const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

void
ikrar_compat_announce (GtkWidget *widget, const char *message)
{
  typedef void (*Announce) (GtkAccessible *, const char *, int);
  static const int priority_medium = 1;
  GModule *program = g_module_open (NULL, 0);
  gpointer announce = NULL;

  if (program == NULL)
    return;
  if (g_module_symbol (program, "gtk_accessible_announce", &announce))
    ((Announce) announce) (GTK_ACCESSIBLE (widget), message, priority_medium);
  g_module_close (program);
}

/* A header has a child for each column, in order; a title is a box of a label and an arrow. */
static void
align_titles (GtkWidget *view, gpointer first)
{
  GtkWidget *header = gtk_widget_get_first_child (view);
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (i < GPOINTER_TO_UINT (first) || box == NULL)
        continue;
      gtk_widget_set_hexpand (box, TRUE);
      gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

void
ikrar_compat_align_titles (GtkColumnView *view, guint first)
{
  g_signal_connect (view, "realize", G_CALLBACK (align_titles), GUINT_TO_POINTER (first));
}

void
ikrar_compat_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

void
ikrar_compat_let_focus_go (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
}
