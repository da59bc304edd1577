/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/participants-filters.h"

#include <glib/gi18n-lib.h>

#include "core/vocabulary.h"

#include "ui/common/chip-bar.h"
#include "ui/common/compat.h"
#include "ui/common/unit-popover.h"
#include "ui/roster/participant-cells.h"

struct _IkrarParticipantsFilters
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkSearchEntry *search_entry;
  IkrarChipBar *chips;
  IkrarUnitPopover *unit_popover;
  GtkLabel *unit_label;
  GtkWidget *order_button;
  GMenu *kind_section;

  /* Owned */
  IkrarParticipantsModel *model;
  char *pledge; /* stable words, or ALL */
  char *kind;

  /* Borrowed */
  GtkWidget *list;

  gboolean narrow;
  gboolean selecting;
  guint search_source; /* a search that is due */
};

/* The word of a menu that leaves nobody out. */
#define ALL "all"

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SELECTING,
  PROP_PLEDGE,
  PROP_KIND,
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

static IkrarPledgeState
find_pledge (const char *word)
{
  static const char *const words[IKRAR_N_PLEDGE_STATES] = {
    [IKRAR_PLEDGE_NONE] = "none",
    [IKRAR_PLEDGE_RECITED] = "recited",
    [IKRAR_PLEDGE_SIGNED] = "signed",
  };
  guint i = 0;

  while (i < IKRAR_N_PLEDGE_STATES && !g_str_equal (words[i], word))
    i++;
  return i;
}

/* What hides in a menu shows on its button. */
static void
show_button (IkrarParticipantsFilters *self)
{
  if (g_str_equal (self->pledge, ALL) && g_str_equal (self->kind, ALL))
    gtk_widget_remove_css_class (self->order_button, "accent");
  else
    gtk_widget_add_css_class (self->order_button, "accent");
}

static void
choose_word (IkrarParticipantsFilters *self, char **word, const GValue *value)
{
  if (g_str_equal (*word, g_value_get_string (value)))
    return;
  g_free (*word);
  *word = g_value_dup_string (value);
  ikrar_participants_model_set_pledge (self->model, find_pledge (self->pledge));
  ikrar_participants_model_set_kind (self->model,
                                     g_str_equal (self->kind, ALL) ? NULL : self->kind);
  show_button (self);
  ikrar_participants_filters_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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
  ikrar_compat_unparent_children (GTK_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANTS_FILTERS);
  G_OBJECT_CLASS (ikrar_participants_filters_parent_class)->dispose (object);
}

static void
ikrar_participants_filters_finalize (GObject *object)
{
  IkrarParticipantsFilters *self = IKRAR_PARTICIPANTS_FILTERS (object);

  g_free (self->pledge);
  g_free (self->kind);
  G_OBJECT_CLASS (ikrar_participants_filters_parent_class)->finalize (object);
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
    case PROP_PLEDGE:
      g_value_set_string (value, self->pledge);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
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
    case PROP_PLEDGE:
      choose_word (self, &self->pledge, value);
      break;
    case PROP_KIND:
      choose_word (self, &self->kind, value);
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
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, content);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, unit_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, unit_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, order_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsFilters, kind_section);
  gtk_widget_class_bind_template_callback (widget_class, is_wide);
  gtk_widget_class_bind_template_callback (widget_class, get_orientation);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTING] =
      g_param_spec_boolean ("selecting", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLEDGE] =
      g_param_spec_string ("pledge", NULL, NULL, ALL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] =
      g_param_spec_string ("kind", NULL, NULL, ALL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ikrar_participants_filters_class_init (IkrarParticipantsFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_participants_filters_dispose;
  object_class->finalize = ikrar_participants_filters_finalize;
  object_class->get_property = ikrar_participants_filters_get_property;
  object_class->set_property = ikrar_participants_filters_set_property;
  install_properties (object_class);

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
  gtk_widget_class_install_property_action (widget_class, "filters.pledge", "pledge");
  gtk_widget_class_install_property_action (widget_class, "filters.kind", "kind");
}

static void
add_kinds (IkrarParticipantsFilters *self)
{
  for (guint i = 0; i < ikrar_vocabulary_size (IKRAR_VOCABULARY_PARTICIPANT_KIND); i++)
    {
      const char *word = ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND, i);
      g_autofree char *action = g_strconcat ("filters.kind::", word, NULL);

      g_menu_append (self->kind_section,
                     ikrar_vocabulary_label (IKRAR_VOCABULARY_PARTICIPANT_KIND, word), action);
    }
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
  ikrar_chip_bar_set_shown (self->chips, IKRAR_PARTICIPANTS_ABSENT, FALSE);
  ikrar_chip_bar_set_shown (self->chips, IKRAR_PARTICIPANTS_WITHDRAWN, FALSE);
}

static void
ikrar_participants_filters_init (IkrarParticipantsFilters *self)
{
  self->model = ikrar_participants_model_new ();
  self->pledge = g_strdup (ALL);
  self->kind = g_strdup (ALL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self);
  add_kinds (self);
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

/* A chip that most events never need takes room only once there is somebody behind it. */
static void
show_rare_chip (IkrarParticipantsFilters *self, IkrarParticipantsFilter chip, const guint *counts)
{
  if (counts[chip] == 0 && ikrar_chip_bar_get_selected (self->chips) == chip)
    ikrar_chip_bar_set_selected (self->chips, IKRAR_PARTICIPANTS_ALL);
  ikrar_chip_bar_set_shown (self->chips, chip, counts[chip] > 0);
}

void
ikrar_participants_filters_update (IkrarParticipantsFilters *self)
{
  guint counts[IKRAR_N_PARTICIPANTS_FILTERS];

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  ikrar_participants_model_count (self->model, counts);
  for (guint i = 0; i < IKRAR_N_PARTICIPANTS_FILTERS; i++)
    ikrar_chip_bar_set_count (self->chips, i, counts[i]);
  show_rare_chip (self, IKRAR_PARTICIPANTS_ABSENT, counts);
  show_rare_chip (self, IKRAR_PARTICIPANTS_WITHDRAWN, counts);
}

void
ikrar_participants_filters_clear (IkrarParticipantsFilters *self)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_FILTERS (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  ikrar_chip_bar_set_selected (self->chips, IKRAR_PARTICIPANTS_ALL);
  g_object_set (self, "pledge", ALL, "kind", ALL, NULL);
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
