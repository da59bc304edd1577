/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/participant-row.h"

#include "core/person-name.h"

#include "ui/common/compat.h"
#include "ui/common/pill.h"
#include "ui/roster/participant-cells.h"

struct _IkrarParticipantRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkCheckButton *check;
  GtkLabel *initials_label;
  GtkLabel *name_label;
  GtkLabel *unit_label;
  IkrarPill *state_pill;
  GtkLabel *time_label;
  GtkWidget *pledge_box;
  GtkImage *pledge_image;
  GtkLabel *pledge_label;

  gboolean selecting;
};

enum
{
  PROP_0,
  PROP_SELECTING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarParticipantRow, ikrar_participant_row, GTK_TYPE_WIDGET)

static void
ikrar_participant_row_dispose (GObject *object)
{
  ikrar_compat_unparent_children (GTK_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANT_ROW);
  G_OBJECT_CLASS (ikrar_participant_row_parent_class)->dispose (object);
}

static void
ikrar_participant_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTING)
    g_value_set_boolean (value, IKRAR_PARTICIPANT_ROW (object)->selecting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_participant_row_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_SELECTING)
    IKRAR_PARTICIPANT_ROW (object)->selecting = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/participant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, content);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, check);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, initials_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, unit_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, state_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, pledge_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, pledge_image);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantRow, pledge_label);
}

static void
ikrar_participant_row_class_init (IkrarParticipantRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_participant_row_dispose;
  object_class->get_property = ikrar_participant_row_get_property;
  object_class->set_property = ikrar_participant_row_set_property;
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (IKRAR_TYPE_PILL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
ikrar_participant_row_init (IkrarParticipantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_participant_row_new (void)
{
  return g_object_new (IKRAR_TYPE_PARTICIPANT_ROW, NULL);
}

static void
show_pledge (IkrarParticipantRow *self, const IkrarParticipantLine *line)
{
  IkrarStatus status = ikrar_status_of_pledge (line->pledge);

  gtk_widget_set_visible (self->pledge_box, line->pledge != IKRAR_PLEDGE_NONE);
  gtk_image_set_from_icon_name (self->pledge_image, status.icon_name);
  gtk_label_set_label (self->pledge_label, status.label);
}

void
ikrar_participant_row_set_line (IkrarParticipantRow *self,
                                const IkrarParticipantLine *line,
                                IkrarZone zone)
{
  IkrarStatus status = ikrar_participant_line_status (line);
  g_autofree char *initials = ikrar_person_name_initials (line->name);
  g_autofree char *clock = ikrar_participant_line_clock (line, zone);

  g_return_if_fail (IKRAR_IS_PARTICIPANT_ROW (self));

  gtk_label_set_label (self->initials_label, initials);
  gtk_label_set_label (self->name_label, line->display);
  gtk_label_set_label (self->unit_label, line->unit);
  ikrar_pill_set (self->state_pill, status.css_class, status.icon_name, status.label);
  gtk_label_set_label (self->time_label, clock);
  /* The dash of the table says nothing beside a state. */
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), g_ascii_isdigit (*clock));
  show_pledge (self, line);
}

void
ikrar_participant_row_set_selected (IkrarParticipantRow *self, gboolean selected)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANT_ROW (self));

  gtk_check_button_set_active (self->check, selected);
}
