/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/person-cell.h"

#include "ui/common/pill.h"

struct _IkrarPersonCell
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  GtkLabel *detail_label;
  GtkBox *state_box;
  IkrarPill *pill;
  GtkLabel *note_label;

  gboolean folded;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarPersonCell, ikrar_person_cell, GTK_TYPE_BOX)

static void
set_folded (IkrarPersonCell *self, gboolean folded)
{
  self->folded = folded;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self), folded ? 6 : 12);
}

static void
ikrar_person_cell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, IKRAR_PERSON_CELL (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_person_cell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    set_folded (IKRAR_PERSON_CELL (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_person_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PERSON_CELL);
  G_OBJECT_CLASS (ikrar_person_cell_parent_class)->dispose (object);
}

static void
ikrar_person_cell_class_init (IkrarPersonCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_person_cell_dispose;
  object_class->get_property = ikrar_person_cell_get_property;
  object_class->set_property = ikrar_person_cell_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (IKRAR_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/person-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonCell, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonCell, detail_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonCell, state_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonCell, pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonCell, note_label);
}

static void
ikrar_person_cell_init (IkrarPersonCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_folded (self, FALSE);
}

GtkWidget *
ikrar_person_cell_new (void)
{
  return g_object_new (IKRAR_TYPE_PERSON_CELL, NULL);
}

void
ikrar_person_cell_set (IkrarPersonCell *self, const char *name, const char *detail)
{
  g_return_if_fail (IKRAR_IS_PERSON_CELL (self));

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *detail != '\0');
}

void
ikrar_person_cell_set_status (IkrarPersonCell *self, const IkrarStatus *status, const char *note)
{
  g_return_if_fail (IKRAR_IS_PERSON_CELL (self));

  gtk_widget_set_visible (GTK_WIDGET (self->state_box), status != NULL);
  if (status == NULL)
    return;
  ikrar_pill_set (self->pill, status->css_class, status->icon_name, status->label);
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
}
