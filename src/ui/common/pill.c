/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/pill.h"

struct _IkrarPill
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *image;
  GtkWidget *label;
  char *status;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_ICON_NAME,
  PROP_STATUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarPill, ikrar_pill, GTK_TYPE_WIDGET)

static void
set_status (IkrarPill *self, const char *status)
{
  if (g_strcmp0 (self->status, status) == 0)
    return;
  if (self->status != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->status);
  g_free (self->status);
  self->status = g_strdup (status);
  if (self->status != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), self->status);
}

static void
ikrar_pill_dispose (GObject *object)
{
  IkrarPill *self = IKRAR_PILL (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (ikrar_pill_parent_class)->dispose (object);
}

static void
ikrar_pill_finalize (GObject *object)
{
  g_free (IKRAR_PILL (object)->status);
  G_OBJECT_CLASS (ikrar_pill_parent_class)->finalize (object);
}

static void
ikrar_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IkrarPill *self = IKRAR_PILL (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (GTK_IMAGE (self->image)));
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_pill_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarPill *self = IKRAR_PILL (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_label (GTK_LABEL (self->label), g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (GTK_IMAGE (self->image), g_value_get_string (value));
      break;
    case PROP_STATUS:
      set_status (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_pill_class_init (IkrarPillClass *klass)
{
  static const struct
  {
    guint id;
    const char *name;
  } strings[] = {
    { PROP_LABEL, "label" },
    { PROP_ICON_NAME, "icon-name" },
    { PROP_STATUS, "status" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_pill_dispose;
  object_class->finalize = ikrar_pill_finalize;
  object_class->get_property = ikrar_pill_get_property;
  object_class->set_property = ikrar_pill_set_property;
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[strings[i].id] = g_param_spec_string (strings[i].name, NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ikrar_pill_init (IkrarPill *self)
{
  self->image = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->image), 14);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->image), GTK_ACCESSIBLE_PROPERTY_LABEL, "",
                                  -1);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
ikrar_pill_new (void)
{
  return g_object_new (IKRAR_TYPE_PILL, NULL);
}

void
ikrar_pill_set (IkrarPill *self, const char *status, const char *icon_name, const char *label)
{
  g_return_if_fail (IKRAR_IS_PILL (self));

  set_status (self, status);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon_name);
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_widget_set_visible (self->label, *label != '\0');
}
