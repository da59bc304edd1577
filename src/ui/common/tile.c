/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/tile.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

struct _IkrarTile
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkImage *image;
  GtkLabel *count_label;
  GtkLabel *caption_label;
  GtkLabel *share_label;

  /* Owned */
  char *status;
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_CAPTION,
  PROP_STATUS,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (IkrarTile, ikrar_tile, ADW_TYPE_BIN)

static void
set_status (IkrarTile *self, const char *status)
{
  if (self->status != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->image), self->status);
  g_free (self->status);
  self->status = g_strdup (status);
  if (status != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->image), status);
}

static void
ikrar_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarTile *self = IKRAR_TILE (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;
    case PROP_CAPTION:
      gtk_label_set_label (self->caption_label, g_value_get_string (value));
      break;
    case PROP_STATUS:
      set_status (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_tile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_TILE);
  G_OBJECT_CLASS (ikrar_tile_parent_class)->dispose (object);
}

static void
ikrar_tile_finalize (GObject *object)
{
  g_free (IKRAR_TILE (object)->status);
  G_OBJECT_CLASS (ikrar_tile_parent_class)->finalize (object);
}

static void
ikrar_tile_class_init (IkrarTileClass *klass)
{
  static const struct
  {
    guint id;
    const char *name;
  } strings[] = {
    { PROP_ICON_NAME, "icon-name" },
    { PROP_CAPTION, "caption" },
    { PROP_STATUS, "status" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_tile_dispose;
  object_class->finalize = ikrar_tile_finalize;
  object_class->set_property = ikrar_tile_set_property;
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_object_class_install_property (
        object_class, strings[i].id,
        g_param_spec_string (strings[i].name, NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/tile.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarTile, image);
  gtk_widget_class_bind_template_child (widget_class, IkrarTile, count_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarTile, caption_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarTile, share_label);
}

static void
ikrar_tile_init (IkrarTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_tile_set_count (IkrarTile *self, guint count, guint base)
{
  g_autofree char *number = ikrar_number_thousands (count);
  g_autofree char *share = ikrar_number_percent (base != 0 ? (double) count / base : -1);
  g_autofree char *name = NULL;

  g_return_if_fail (IKRAR_IS_TILE (self));

  gtk_label_set_label (self->count_label, number);
  gtk_label_set_label (self->share_label, base != 0 ? share : "");
  /* Translators: a count for screen readers, such as “12 Present”. */
  name = g_strdup_printf (_ ("%1$s %2$s"), number, gtk_label_get_label (self->caption_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
