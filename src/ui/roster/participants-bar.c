/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/participants-bar.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/compat.h"

struct _IkrarParticipantsBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *selected_label;
  GtkWidget *select_more_button;
  GtkLabel *select_more_label;
  AdwButtonContent *passes_content;
  GtkWidget *withdraw_button;
  AdwButtonContent *withdraw_content;

  gboolean narrow;
  gboolean inviting; /* whether those shown are invited again */
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarParticipantsBar, ikrar_participants_bar, GTK_TYPE_WIDGET)

static GtkOrientation
get_orientation (gpointer unused, gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

/* Where there is little room, icons have to do; their tooltips say the words. */
static void
update_labels (IkrarParticipantsBar *self)
{
  const char *withdraw = self->inviting ? _ ("_Invite Again") : _ ("_Withdraw");

  adw_button_content_set_label (self->passes_content, self->narrow ? "" : _ ("_Passes"));
  adw_button_content_set_label (self->withdraw_content, self->narrow ? "" : withdraw);
  adw_button_content_set_icon_name (self->withdraw_content, self->inviting
                                                                ? "edit-undo-symbolic"
                                                                : "action-unavailable-symbolic");
  gtk_widget_set_tooltip_text (self->withdraw_button,
                               self->inviting ? _ ("Invite Again") : _ ("Let Them Withdraw"));
}

static void
ikrar_participants_bar_dispose (GObject *object)
{
  ikrar_compat_unparent_children (GTK_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANTS_BAR);
  G_OBJECT_CLASS (ikrar_participants_bar_parent_class)->dispose (object);
}

static void
ikrar_participants_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, IKRAR_PARTICIPANTS_BAR (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_participants_bar_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  IkrarParticipantsBar *self = IKRAR_PARTICIPANTS_BAR (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  update_labels (self);
}

static void
ikrar_participants_bar_class_init (IkrarParticipantsBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_participants_bar_dispose;
  object_class->get_property = ikrar_participants_bar_get_property;
  object_class->set_property = ikrar_participants_bar_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/participants-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsBar, content);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsBar, selected_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsBar, select_more_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsBar, select_more_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsBar, passes_content);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsBar, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsBar, withdraw_content);
  gtk_widget_class_bind_template_callback (widget_class, get_orientation);
}

static void
ikrar_participants_bar_init (IkrarParticipantsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_labels (self);
}

static char *
describe_size (IkrarParticipantsModel *model)
{
  IkrarParticipantTable *table = ikrar_participants_model_get_roster (model);
  guint hidden = ikrar_participants_model_count_hidden (model);
  g_autofree char *selected = ikrar_number_thousands (
      ikrar_id_selection_get_size (ikrar_participants_model_get_selection (model)));
  g_autofree char *all =
      ikrar_number_thousands (table != NULL ? ikrar_participant_table_size (table) : 0);
  g_autofree char *not_shown = ikrar_number_thousands (hidden);

  if (hidden > 0)
    /* Translators: numbers of people: selected, in all, selected but left out by a filter. */
    return g_strdup_printf (_ ("%1$s of %2$s selected, %3$s of them not shown"), selected, all,
                            not_shown);
  /* Translators: numbers of people: selected, in all. */
  return g_strdup_printf (_ ("%1$s of %2$s selected"), selected, all);
}

/* How many there are with whom the selection could go on: those not recorded, or, once the list is
 * narrowed, those it shows. */
static guint
count_more (IkrarParticipantsModel *model)
{
  guint counts[IKRAR_N_PARTICIPANTS_FILTERS];

  if (ikrar_participants_model_is_narrowed (model))
    return g_list_model_get_n_items (G_LIST_MODEL (ikrar_participants_model_get_selection (model)));
  ikrar_participants_model_count (model, counts);
  return counts[IKRAR_PARTICIPANTS_UNRECORDED];
}

static void
show_more (IkrarParticipantsBar *self, IkrarParticipantsModel *model)
{
  guint more = count_more (model);
  g_autofree char *number = ikrar_number_thousands (more);
  g_autofree char *text = g_strdup_printf (ikrar_participants_model_is_narrowed (model)
                                               /* Translators: %s is a number of people. */
                                               ? _ ("Select all %s shown")
                                               /* Translators: %s is a number of people. */
                                               : _ ("Select all %s not recorded"),
                                           number);

  gtk_label_set_label (self->select_more_label, text);
  gtk_widget_set_visible (self->select_more_button,
                          more > 0 && more != ikrar_id_selection_get_size (
                                                  ikrar_participants_model_get_selection (model)));
}

void
ikrar_participants_bar_show (IkrarParticipantsBar *self, IkrarParticipantsModel *model)
{
  g_autofree char *size = describe_size (model);

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_BAR (self));

  gtk_label_set_label (self->selected_label, size);
  show_more (self, model);
  self->inviting = ikrar_participants_model_get_filter (model) == IKRAR_PARTICIPANTS_WITHDRAWN;
  update_labels (self);
}
