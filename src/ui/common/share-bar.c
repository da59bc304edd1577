/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/share-bar.h"

#define GAP 2

struct _IkrarShareBar
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *parts[2];

  guint values[2];
  guint total;
};

G_DEFINE_FINAL_TYPE (IkrarShareBar, ikrar_share_bar, GTK_TYPE_WIDGET)

static void
ikrar_share_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (IKRAR_SHARE_BAR (widget)->parts[0], orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static int
part_width (IkrarShareBar *self, guint part, int width)
{
  if (self->total == 0)
    return 0;
  return (int) ((gint64) width * MIN (self->values[part], self->total) / self->total);
}

/* A part that is not nothing can be seen, however small it is. */
static int
visible_width (IkrarShareBar *self, guint part, int width)
{
  int minimum;

  gtk_widget_measure (self->parts[part], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  return MAX (part_width (self, part, width), MAX (minimum, 1));
}

static void
ikrar_share_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IkrarShareBar *self = IKRAR_SHARE_BAR (widget);
  int x = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    {
      int part = visible_width (self, i, width);
      GtkAllocation allocation = { MIN (x, width - part), 0, part, height };

      gtk_widget_set_child_visible (self->parts[i], self->values[i] > 0 && self->total > 0);
      gtk_widget_size_allocate (self->parts[i], &allocation, -1);
      if (self->values[i] > 0)
        x += part + GAP;
    }
}

static void
ikrar_share_bar_dispose (GObject *object)
{
  IkrarShareBar *self = IKRAR_SHARE_BAR (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ikrar_share_bar_parent_class)->dispose (object);
}

static void
ikrar_share_bar_class_init (IkrarShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_share_bar_dispose;
  widget_class->measure = ikrar_share_bar_measure;
  widget_class->size_allocate = ikrar_share_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ikrar_share_bar_init (IkrarShareBar *self)
{
  static const char *const names[] = { "first", "second" };

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    {
      self->parts[i] = g_object_new (GTK_TYPE_BOX, "css-name", "share", NULL);
      gtk_widget_add_css_class (self->parts[i], names[i]);
      gtk_widget_set_parent (self->parts[i], GTK_WIDGET (self));
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ikrar_share_bar_set (IkrarShareBar *self, guint first, guint second, guint total)
{
  g_return_if_fail (IKRAR_IS_SHARE_BAR (self));

  self->values[0] = first;
  self->values[1] = second;
  self->total = total;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
