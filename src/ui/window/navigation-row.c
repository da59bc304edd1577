/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/window/navigation-row.h"

#include "core/number-word.h"

struct _IkrarNavigationRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *image;
  GtkLabel *title_label;
  GtkLabel *count_label;

  /* Owned */
  char *page;
};

G_DEFINE_FINAL_TYPE (IkrarNavigationRow, ikrar_navigation_row, GTK_TYPE_LIST_BOX_ROW)

static void
ikrar_navigation_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_NAVIGATION_ROW);
  G_OBJECT_CLASS (ikrar_navigation_row_parent_class)->dispose (object);
}

static void
ikrar_navigation_row_finalize (GObject *object)
{
  g_free (IKRAR_NAVIGATION_ROW (object)->page);
  G_OBJECT_CLASS (ikrar_navigation_row_parent_class)->finalize (object);
}

static void
ikrar_navigation_row_class_init (IkrarNavigationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_navigation_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_navigation_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/navigation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarNavigationRow, image);
  gtk_widget_class_bind_template_child (widget_class, IkrarNavigationRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarNavigationRow, count_label);
}

static void
ikrar_navigation_row_init (IkrarNavigationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_navigation_row_new (const char *page, const char *icon_name, const char *title)
{
  IkrarNavigationRow *self = g_object_new (IKRAR_TYPE_NAVIGATION_ROW, NULL);

  self->page = g_strdup (page);
  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_label_set_label (self->title_label, title);
  return GTK_WIDGET (self);
}

const char *
ikrar_navigation_row_get_page (IkrarNavigationRow *self)
{
  g_return_val_if_fail (IKRAR_IS_NAVIGATION_ROW (self), NULL);

  return self->page;
}

void
ikrar_navigation_row_set_count (IkrarNavigationRow *self, gint64 count)
{
  g_autofree char *text = count > 0 ? ikrar_number_thousands (count) : g_strdup ("");

  g_return_if_fail (IKRAR_IS_NAVIGATION_ROW (self));

  gtk_label_set_label (self->count_label, text);
}
