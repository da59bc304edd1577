/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/chip-bar.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/compat.h"

/* A filter. */
typedef struct
{
  GtkWidget *button;
  GtkWidget *count_label;
  char *label;
} Chip;

struct _IkrarChipBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkBox *box;

  /* Owned */
  GArray *chips; /* Chip */

  guint selected;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarChipBar, ikrar_chip_bar, GTK_TYPE_WIDGET)

static Chip *
chip_at (IkrarChipBar *self, guint chip)
{
  return &g_array_index (self->chips, Chip, chip);
}

static void
chip_clear (gpointer data)
{
  g_free (((Chip *) data)->label);
}

static void
on_chip_toggled (GtkToggleButton *button, IkrarChipBar *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < self->chips->len; i++)
    if (chip_at (self, i)->button == GTK_WIDGET (button) && self->selected != i)
      {
        self->selected = i;
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
      }
}

static void
ikrar_chip_bar_dispose (GObject *object)
{
  g_array_set_size (IKRAR_CHIP_BAR (object)->chips, 0);
  ikrar_compat_unparent_children (GTK_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_CHIP_BAR);
  G_OBJECT_CLASS (ikrar_chip_bar_parent_class)->dispose (object);
}

static void
ikrar_chip_bar_finalize (GObject *object)
{
  g_array_unref (IKRAR_CHIP_BAR (object)->chips);
  G_OBJECT_CLASS (ikrar_chip_bar_parent_class)->finalize (object);
}

static void
ikrar_chip_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_uint (value, IKRAR_CHIP_BAR (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_chip_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    ikrar_chip_bar_set_selected (IKRAR_CHIP_BAR (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_chip_bar_class_init (IkrarChipBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_chip_bar_dispose;
  object_class->finalize = ikrar_chip_bar_finalize;
  object_class->get_property = ikrar_chip_bar_get_property;
  object_class->set_property = ikrar_chip_bar_set_property;
  properties[PROP_SELECTED] =
      g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/chip-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarChipBar, content);
  gtk_widget_class_bind_template_child (widget_class, IkrarChipBar, box);
}

static void
ikrar_chip_bar_init (IkrarChipBar *self)
{
  self->chips = g_array_new (FALSE, TRUE, sizeof (Chip));
  g_array_set_clear_func (self->chips, chip_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_content (Chip *chip, const char *icon_name)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (content), gtk_label_new (chip->label));
  chip->count_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (chip->count_label, "count");
  gtk_box_append (GTK_BOX (content), chip->count_label);
  return content;
}

void
ikrar_chip_bar_add (IkrarChipBar *self, const char *icon_name, const char *label)
{
  Chip chip = { .button = gtk_toggle_button_new () };

  g_return_if_fail (IKRAR_IS_CHIP_BAR (self));

  chip.label = g_strdup (label);
  gtk_button_set_child (GTK_BUTTON (chip.button), make_content (&chip, icon_name));
  gtk_widget_add_css_class (chip.button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip.button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  if (self->chips->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip.button),
                                 GTK_TOGGLE_BUTTON (chip_at (self, 0)->button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip.button), self->chips->len == 0);
  g_signal_connect (chip.button, "toggled", G_CALLBACK (on_chip_toggled), self);
  gtk_box_append (self->box, chip.button);
  g_array_append_val (self->chips, chip);
}

void
ikrar_chip_bar_set_count (IkrarChipBar *self, guint chip, guint count)
{
  g_autofree char *number = ikrar_number_thousands (count);
  g_autofree char *name = NULL;

  g_return_if_fail (IKRAR_IS_CHIP_BAR (self));
  g_return_if_fail (chip < self->chips->len);

  gtk_label_set_label (GTK_LABEL (chip_at (self, chip)->count_label), number);
  /* Translators: a filter and how many it shows, as a screen reader says it. */
  name = g_strdup_printf (_ ("%1$s, %2$s"), chip_at (self, chip)->label, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip_at (self, chip)->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ikrar_chip_bar_set_shown (IkrarChipBar *self, guint chip, gboolean shown)
{
  g_return_if_fail (IKRAR_IS_CHIP_BAR (self));
  g_return_if_fail (chip < self->chips->len);

  gtk_widget_set_visible (chip_at (self, chip)->button, shown);
}

guint
ikrar_chip_bar_get_selected (IkrarChipBar *self)
{
  g_return_val_if_fail (IKRAR_IS_CHIP_BAR (self), 0);

  return self->selected;
}

void
ikrar_chip_bar_set_selected (IkrarChipBar *self, guint chip)
{
  g_return_if_fail (IKRAR_IS_CHIP_BAR (self));
  g_return_if_fail (chip < self->chips->len);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip_at (self, chip)->button), TRUE);
}
