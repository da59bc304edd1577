/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/fold-bin.h"

struct _IkrarFoldBin
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *child;

  int threshold;
  int wide_minimum; /* what the child needed when it was last wide */
  gboolean narrow;
  gboolean wanted; /* what narrow becomes before the next frame */
  guint update_source;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarFoldBin, ikrar_fold_bin, GTK_TYPE_WIDGET)

static gboolean
on_update (gpointer user_data)
{
  IkrarFoldBin *self = user_data;

  self->update_source = 0;
  if (self->narrow != self->wanted)
    {
      self->narrow = self->wanted;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  return G_SOURCE_REMOVE;
}

static int
measure_child (IkrarFoldBin *self)
{
  int minimum = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* While places are given out, nobody may ask for another size: what does not fit is cut off until
 * the next frame. */
static void
ikrar_fold_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IkrarFoldBin *self = IKRAR_FOLD_BIN (widget);
  int minimum = measure_child (self);

  if (!self->narrow)
    self->wide_minimum = minimum;
  self->wanted = width < MAX (self->threshold, self->wide_minimum);
  if (self->wanted != self->narrow && self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH, on_update, self, NULL);
  if (self->child != NULL)
    gtk_widget_allocate (self->child, MAX (width, minimum), height, baseline, NULL);
}

static void
ikrar_fold_bin_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  IkrarFoldBin *self = IKRAR_FOLD_BIN (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline,
                        natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->narrow)
    *minimum = 0;
}

static GtkSizeRequestMode
ikrar_fold_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
set_child (IkrarFoldBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
ikrar_fold_bin_dispose (GObject *object)
{
  IkrarFoldBin *self = IKRAR_FOLD_BIN (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  set_child (self, NULL);
  G_OBJECT_CLASS (ikrar_fold_bin_parent_class)->dispose (object);
}

static void
ikrar_fold_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IkrarFoldBin *self = IKRAR_FOLD_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_fold_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarFoldBin *self = IKRAR_FOLD_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_fold_bin_class_init (IkrarFoldBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_fold_bin_dispose;
  object_class->get_property = ikrar_fold_bin_get_property;
  object_class->set_property = ikrar_fold_bin_set_property;
  widget_class->size_allocate = ikrar_fold_bin_size_allocate;
  widget_class->measure = ikrar_fold_bin_measure;
  widget_class->get_request_mode = ikrar_fold_bin_get_request_mode;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ikrar_fold_bin_init (IkrarFoldBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

gboolean
ikrar_fold_bin_get_narrow (IkrarFoldBin *self)
{
  g_return_val_if_fail (IKRAR_IS_FOLD_BIN (self), FALSE);

  return self->narrow;
}
