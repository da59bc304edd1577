/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/participants-filters.h"

#include <glib/gi18n-lib.h>

#include "ui/common/chip-bar.h"
#include "ui/common/compat.h"
#include "ui/common/unit-popover.h"
#include "ui/roster/participant-cells.h"

struct _IkrarParticipantsFilters
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  IkrarChipBar *chips;
  IkrarUnitPopover *unit_popover;
  GtkLabel *unit_label;

  /* Owned */
  IkrarParticipantsModel *model;

  /* Borrowed */
  GtkWidget *list;

  gboolean narrow;
  gboolean selecting;
  guint search_source; /* a search that is due */
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SELECTING,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarParticipantsFilters, ikrar_participants_filters, GTK_TYPE_WIDGET)

static gboolean
on_search_due (gpointer user_data)
{
  IkrarParticipantsFilters *self = user_data;

  self->search_source = 0;
  ikrar_participants_model_set_search (self->model,
                                       gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Typing over a text empties it first; only what stands when the next frame is drawn is searched.
 */
static void
on_search_changed (IkrarParticipantsFilters *self)
{
  if (self->search_source == 0)
    self->search_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_search_due, self, NULL);
}

static void
on_search_stopped (IkrarParticipantsFilters *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Enter goes from what was typed to who was found. */
static void
on_search_activated (IkrarParticipantsFilters *self)
{
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
on_chip_selected (IkrarParticipantsFilters *self)
{
  ikrar_participants_model_set_filter (self->model, ikrar_chip_bar_get_selected (self->chips));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choose_unit (IkrarParticipantsFilters *self, IkrarId unit, const char *name)
{
  gtk_label_set_label (self->unit_label, name);
  ikrar_participants_model_set_unit (self->model, unit);
  ikrar_participants_filters_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_unit_chosen (IkrarUnitPopover *popover,
                gint64 unit,
                const char *name,
                IkrarParticipantsFilters *self)
{
  choose_unit (self, unit, name);
}

static gboolean
is_wide (gpointer unused, gboolean narrow)
{
  return !narrow;
}

static GtkOrientation
get_orientation (gpointer unused, gboolean narrow)
{
  return narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static void
ikrar_participants_filters_dispose (GObject *object)
{
  IkrarParticipantsFilters *self = IKRAR_PARTICIPANTS_FILTERS (object);

  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANTS_FILTERS);
  G_OBJECT_CLASS (ikrar_participants_filters_parent_class)->dispose (object);
}

static void
ikrar_participants_filters_get_property (GObject *object,
                                         guint id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  IkrarParticipantsFilters *self = IKRAR_PARTICIPANTS_FILTERS (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_participants_filters_set_property (GObject *object,
                                         guint id,
                                         const GValue *value,
                                         GParamSpec *pspec)
{
  IkrarParticipantsFilters *self = IKRAR_PARTICIPANTS_FILTERS (object);

  switch (id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_SELECTING:
      if (self->selecting == g_value_get_boolean (value))
        break;
      self->selecting = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/participants-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, unit_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, unit_label);
  gtk_widget_class_bind_template_callback (widget_class, is_wide);
  gtk_widget_class_bind_template_callback (widget_class, get_orientation);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
}

static void
ikrar_participants_filters_class_init (IkrarParticipantsFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_participants_filters_dispose;
  object_class->get_property = ikrar_participants_filters_get_property;
  object_class->set_property = ikrar_participants_filters_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTING] =
      g_param_spec_boolean ("selecting", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * IkrarParticipantsFilters::changed:
   *
   * The list shows others.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (IKRAR_TYPE_CHIP_BAR);
  g_type_ensure (IKRAR_TYPE_UNIT_POPOVER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
add_chips (IkrarParticipantsFilters *self)
{
  static const IkrarAttendanceGroup groups[] = {
    [IKRAR_PARTICIPANTS_PRESENT] = IKRAR_ATTENDANCE_GROUP_PRESENT,
    [IKRAR_PARTICIPANTS_REPRESENTED] = IKRAR_ATTENDANCE_GROUP_REPRESENTED,
    [IKRAR_PARTICIPANTS_EXCUSED] = IKRAR_ATTENDANCE_GROUP_EXCUSED,
    [IKRAR_PARTICIPANTS_ABSENT] = IKRAR_ATTENDANCE_GROUP_ABSENT,
    [IKRAR_PARTICIPANTS_UNRECORDED] = IKRAR_ATTENDANCE_GROUP_UNRECORDED,
  };
  static const IkrarParticipantLine withdrawn = { .withdrawn = TRUE };
  IkrarStatus status = ikrar_participant_line_status (&withdrawn);

  ikrar_chip_bar_add (self->chips, NULL, C_ ("participants", "All"));
  for (guint i = IKRAR_PARTICIPANTS_PRESENT; i < G_N_ELEMENTS (groups); i++)
    {
      IkrarStatus look = ikrar_status_of_attendance_group (groups[i]);

      ikrar_chip_bar_add (self->chips, look.icon_name, look.label);
    }
  ikrar_chip_bar_add (self->chips, status.icon_name, status.label);
  ikrar_chip_bar_set_shown (self->chips, IKRAR_PARTICIPANTS_WITHDRAWN, FALSE);
}

static void
ikrar_participants_filters_init (IkrarParticipantsFilters *self)
{
  self->model = ikrar_participants_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);
  ikrar_compat_set_placeholder (self->search_entry, _ ("Name, number or unit"));
}

void
ikrar_participants_filters_set_model (IkrarParticipantsFilters *self,
                                      IkrarParticipantsModel *model,
                                      GtkWidget *list)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  g_set_object (&self->model, model);
  self->list = list;
  gtk_search_entry_set_key_capture_widget (self->search_entry, list);
}

void
ikrar_participants_filters_set_units (IkrarParticipantsFilters *self, GPtrArray *units)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  ikrar_unit_popover_set_units (self->unit_popover, units);
}

void
ikrar_participants_filters_update (IkrarParticipantsFilters *self)
{
  guint counts[IKRAR_N_PARTICIPANTS_FILTERS];

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  ikrar_participants_model_count (self->model, counts);
  for (guint i = 0; i < IKRAR_N_PARTICIPANTS_FILTERS; i++)
    ikrar_chip_bar_set_count (self->chips, i, counts[i]);
  ikrar_chip_bar_set_shown (self->chips, IKRAR_PARTICIPANTS_WITHDRAWN,
                            counts[IKRAR_PARTICIPANTS_WITHDRAWN] > 0);
  if (counts[IKRAR_PARTICIPANTS_WITHDRAWN] == 0 &&
      ikrar_chip_bar_get_selected (self->chips) == IKRAR_PARTICIPANTS_WITHDRAWN)
    ikrar_chip_bar_set_selected (self->chips, IKRAR_PARTICIPANTS_ALL);
}

void
ikrar_participants_filters_clear (IkrarParticipantsFilters *self)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  ikrar_chip_bar_set_selected (self->chips, IKRAR_PARTICIPANTS_ALL);
  choose_unit (self, 0, _ ("All Units"));
}

void
ikrar_participants_filters_start_search (IkrarParticipantsFilters *self)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

gboolean
ikrar_participants_filters_get_selecting (IkrarParticipantsFilters *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self), FALSE);

  return self->selecting;
}

void
ikrar_participants_filters_set_selecting (IkrarParticipantsFilters *self, gboolean selecting)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  g_object_set (self, "selecting", selecting, NULL);
}
