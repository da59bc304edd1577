/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/legend.h"

struct _IkrarLegend
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *swatch;
  GtkLabel *label;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_STATUS,
};

G_DEFINE_FINAL_TYPE (IkrarLegend, ikrar_legend, GTK_TYPE_BOX)

static void
ikrar_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarLegend *self = IKRAR_LEGEND (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_label (self->label, g_value_get_string (value));
      break;
    case PROP_STATUS:
      gtk_widget_set_css_classes (self->swatch,
                                  (const char *[]){ "swatch", g_value_get_string (value), NULL });
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_legend_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_LEGEND);
  G_OBJECT_CLASS (ikrar_legend_parent_class)->dispose (object);
}

static void
ikrar_legend_class_init (IkrarLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_legend_dispose;
  object_class->set_property = ikrar_legend_set_property;
  g_object_class_install_property (
      object_class, PROP_LABEL,
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_STATUS,
      g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/legend.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarLegend, swatch);
  gtk_widget_class_bind_template_child (widget_class, IkrarLegend, label);
}

static void
ikrar_legend_init (IkrarLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
