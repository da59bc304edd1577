/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/participants-view.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/fold-bin.h"
#include "ui/common/notice.h"
#include "ui/roster/participants-bar.h"
#include "ui/roster/participants-filters.h"
#include "ui/roster/participants-list.h"
#include "ui/roster/participants-roster.h"
#include "ui/roster/participants-table.h"
#include "ui/roster/participants-view-private.h"

struct _IkrarParticipantsView
{
  IkrarEventView parent_instance;

  /* Template widgets */
  IkrarFoldBin *fold;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *passes_button;
  IkrarParticipantsFilters *filters;
  GtkStack *stack;
  IkrarParticipantsTable *table;
  IkrarParticipantsList *list;
  IkrarProgressStrip *progress;
  GtkRevealer *bar_revealer;
  IkrarParticipantsBar *bar;

  /* Owned */
  IkrarParticipantsModel *model;
  IkrarEvent *event;         /* NULL before it is loaded */
  GCancellable *cancellable; /* of what the progress strip shows; NULL for nothing */

  IkrarParticipantOrder order;
  gboolean descending;
  gboolean loading;
  gboolean stale; /* whether something changed while it was loading */
};

enum
{
  PROP_0,
  PROP_ORDER,
  PROP_DESCENDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IkrarParticipantsView, ikrar_participants_view, IKRAR_TYPE_EVENT_VIEW)

static const char *const order_words[] = {
  [IKRAR_ORDER_NUMBER] = "number", [IKRAR_ORDER_NAME] = "name", [IKRAR_ORDER_UNIT] = "unit",
  [IKRAR_ORDER_GRADE] = "grade",   [IKRAR_ORDER_TIME] = "time",
};

static gboolean
is_narrow (IkrarParticipantsView *self)
{
  return ikrar_fold_bin_get_narrow (self->fold);
}

static const char *
choose_page (IkrarParticipantsView *self)
{
  IkrarParticipantTable *table = ikrar_participants_model_get_roster (self->model);

  if (table == NULL)
    return "loading";
  if (ikrar_participant_table_size (table) == 0)
    return "empty";
  if (ikrar_participants_model_count_shown (self->model) == 0)
    return "no-results";
  return is_narrow (self) ? "list" : "table";
}

/* Only what is seen is bound to the roster. */
static void
update_page (IkrarParticipantsView *self)
{
  const char *page = choose_page (self);

  gtk_widget_set_visible (self->passes_button, !g_str_equal (page, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->filters), !g_str_equal (page, "empty"));
  ikrar_participants_table_set_model (self->table, is_narrow (self) ? NULL : self->model);
  ikrar_participants_list_set_model (self->list, is_narrow (self) ? self->model : NULL);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
update_bar (IkrarParticipantsView *self)
{
  guint size = ikrar_id_selection_get_size (ikrar_participants_model_get_selection (self->model));
  gboolean has_people = size > 0 || ikrar_participants_model_count_shown (self->model) > 0;

  if (size > 0 && is_narrow (self))
    ikrar_participants_filters_set_selecting (self->filters, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.print", has_people);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.save-passes", has_people);
  gtk_revealer_set_reveal_child (
      self->bar_revealer, size > 0 || ikrar_participants_filters_get_selecting (self->filters));
  if (gtk_revealer_get_reveal_child (self->bar_revealer))
    ikrar_participants_bar_show (self->bar, self->model);
}

static void
update_list (IkrarParticipantsView *self)
{
  update_page (self);
  update_bar (self);
}

static guint
count_invited (IkrarParticipantTable *table)
{
  IkrarAttendanceCount count;

  ikrar_participant_table_count (table, 0, &count, NULL);
  return count.invited;
}

static void
show_event (IkrarParticipantsView *self, const IkrarRoster *roster)
{
  const IkrarEvent *event = roster->event;
  guint invited = count_invited (roster->table);
  g_autofree char *days = ikrar_time_format_days (event->start_at, event->end_at, event->zone);
  g_autofree char *people = ikrar_number_thousands (invited);
  g_autofree char *units = ikrar_number_thousands (roster->units->len);
  g_autofree char *counts = g_strdup_printf (
      /* Translators: numbers of people and of units. */
      ngettext ("%1$s participant of %2$s units", "%1$s participants of %2$s units", invited),
      people, units);
  g_autofree char *text = *event->place != '\0'
                              ? g_strdup_printf ("%s · %s · %s", days, event->place, counts)
                              : g_strdup_printf ("%s · %s", days, counts);

  gtk_label_set_label (self->title_label, event->title);
  gtk_label_set_label (self->subtitle_label, text);
}

static void apply_order (IkrarParticipantsView *self);

static gboolean
is_in_order (IkrarParticipantsView *self, const IkrarRoster *roster)
{
  return roster->by == self->order && roster->descending == self->descending;
}

static void
take_roster (IkrarParticipantsView *self, IkrarRoster *roster)
{
  show_event (self, roster);
  g_clear_pointer (&self->event, ikrar_event_free);
  self->event = g_steal_pointer (&roster->event);
  ikrar_participants_filters_set_units (self->filters, roster->units);
  ikrar_participants_model_set_roster (self->model, roster->table, roster->order,
                                       self->event->zone);
  ikrar_participants_filters_update (self->filters);
  update_list (self);
  if (!is_in_order (self, roster))
    apply_order (self);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarParticipantsView *self = owner;
  g_autoptr (IkrarRoster) roster = output;

  self->loading = FALSE;
  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Participants Cannot Be Read"), error);
  else if (roster->event_id == ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self)))
    take_roster (self, roster);
  else
    self->stale = TRUE;
  if (self->stale)
    ikrar_page_refresh (IKRAR_PAGE (self));
}

static void
on_ordered_anew (gpointer owner, gpointer output, const GError *error)
{
  IkrarParticipantsView *self = owner;
  g_autoptr (IkrarRoster) roster = output;

  /* A roster that was read meanwhile is in order already; another order is on its way. */
  if (roster == NULL || roster->table != ikrar_participants_model_get_roster (self->model) ||
      !is_in_order (self, roster))
    return;
  ikrar_participants_model_set_order (self->model, roster->order);
  ikrar_participants_table_scroll_to_top (self->table);
  ikrar_participants_list_scroll_to_top (self->list);
}

/* Reads the roster, or orders the one that is there. */
static void
run (IkrarParticipantsView *self, IkrarParticipantTable *table)
{
  const IkrarWork work = {
    .func = ikrar_roster_load,
    .input = ikrar_roster_request_new (ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self)), table,
                                       self->order, self->descending),
    .free_input = (GDestroyNotify) ikrar_roster_request_free,
    .free_output = (GDestroyNotify) ikrar_roster_free,
    .done = table != NULL ? on_ordered_anew : on_loaded,
  };

  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
ikrar_participants_view_refresh (IkrarPage *page)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (page);

  self->stale = self->loading;
  if (self->loading || ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self)) == 0)
    return;
  self->loading = TRUE;
  run (self, NULL);
}

static void
ikrar_participants_view_event_changed (IkrarEventView *view)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (view);

  g_clear_pointer (&self->event, ikrar_event_free);
  ikrar_participants_model_clear (self->model);
  ikrar_participants_filters_clear (self->filters);
  ikrar_participants_filters_set_selecting (self->filters, FALSE);
  gtk_label_set_label (self->title_label, "");
  gtk_label_set_label (self->subtitle_label, "");
  update_list (self);
}

static void
on_filters_changed (IkrarParticipantsView *self)
{
  ikrar_participants_table_scroll_to_top (self->table);
  ikrar_participants_list_scroll_to_top (self->list);
  update_list (self);
}

static void
on_ordered (IkrarParticipantsTable *table,
            guint order,
            gboolean descending,
            IkrarParticipantsView *self)
{
  self->order = order;
  self->descending = descending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
  apply_order (self);
}

static void
on_activated (GtkWidget *widget, gint64 participant, IkrarParticipantsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "view.open", "x", participant);
}

static void
on_selecting_changed (IkrarParticipantsView *self)
{
  if (!ikrar_participants_filters_get_selecting (self->filters))
    ikrar_id_selection_clear (ikrar_participants_model_get_selection (self->model));
  update_bar (self);
}

static void
on_progress_cancelled (IkrarParticipantsView *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* Where a table becomes a list, a press no longer selects. */
static void
on_narrow_changed (IkrarParticipantsView *self)
{
  update_page (self);
}

static gboolean
is_wide (gpointer unused, gboolean narrow)
{
  return !narrow;
}

static void
start_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_participants_filters_start_search (IKRAR_PARTICIPANTS_VIEW (widget)->filters);
}

static void
clear_filters (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_participants_filters_clear (IKRAR_PARTICIPANTS_VIEW (widget)->filters);
}

static void
select_more (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (widget);

  if (ikrar_participants_model_is_narrowed (self->model))
    gtk_selection_model_select_all (
        GTK_SELECTION_MODEL (ikrar_participants_model_get_selection (self->model)));
  else
    ikrar_participants_model_select (self->model, IKRAR_PARTICIPANTS_UNRECORDED);
}

static void
clear_selection (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (widget);

  ikrar_participants_filters_set_selecting (self->filters, FALSE);
  ikrar_id_selection_clear (ikrar_participants_model_get_selection (self->model));
}

static void
set_order (IkrarParticipantsView *self, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_words); i++)
    if (g_strcmp0 (order_words[i], word) == 0)
      self->order = i;
}

static void
apply_order (IkrarParticipantsView *self)
{
  IkrarParticipantTable *table = ikrar_participants_model_get_roster (self->model);

  ikrar_participants_table_show_order (self->table, self->order, self->descending);
  if (table != NULL)
    run (self, table);
}

static void
ikrar_participants_view_dispose (GObject *object)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANTS_VIEW);
  G_OBJECT_CLASS (ikrar_participants_view_parent_class)->dispose (object);
}

static void
ikrar_participants_view_finalize (GObject *object)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (object);

  g_object_unref (self->model);
  ikrar_event_free (self->event);
  G_OBJECT_CLASS (ikrar_participants_view_parent_class)->finalize (object);
}

static void
ikrar_participants_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (object);

  switch (id)
    {
    case PROP_ORDER:
      g_value_set_static_string (value, order_words[self->order]);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ikrar_participants_view_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  IkrarParticipantsView *self = IKRAR_PARTICIPANTS_VIEW (object);

  switch (id)
    {
    case PROP_ORDER:
      set_order (self, g_value_get_string (value));
      break;
    case PROP_DESCENDING:
      self->descending = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  apply_order (self);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, fold);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, passes_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, filters);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, table);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, progress);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, bar_revealer);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsView, bar);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, is_wide);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_ordered);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selecting_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_progress_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_start);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_stop);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.search", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "view.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "view.select-more", NULL, select_more);
  gtk_widget_class_install_action (widget_class, "view.clear-selection", NULL, clear_selection);
  gtk_widget_class_install_property_action (widget_class, "view.order", "order");
  gtk_widget_class_install_property_action (widget_class, "view.descending", "descending");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "view.clear-selection",
                                       NULL);
  _ikrar_participants_verbs_install (widget_class);
  _ikrar_participants_passes_install (widget_class);
}

static void
ensure_types (void)
{
  g_type_ensure (IKRAR_TYPE_FOLD_BIN);
  g_type_ensure (IKRAR_TYPE_PARTICIPANTS_BAR);
  g_type_ensure (IKRAR_TYPE_PARTICIPANTS_FILTERS);
  g_type_ensure (IKRAR_TYPE_PARTICIPANTS_LIST);
  g_type_ensure (IKRAR_TYPE_PARTICIPANTS_TABLE);
  g_type_ensure (IKRAR_TYPE_PROGRESS_STRIP);
}

static void
ikrar_participants_view_class_init (IkrarParticipantsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_participants_view_dispose;
  object_class->finalize = ikrar_participants_view_finalize;
  object_class->get_property = ikrar_participants_view_get_property;
  object_class->set_property = ikrar_participants_view_set_property;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_participants_view_refresh;
  IKRAR_EVENT_VIEW_CLASS (klass)->event_changed = ikrar_participants_view_event_changed;

  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "number",
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/participants-view.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  install_actions (widget_class);
}

static void
ikrar_participants_view_init (IkrarParticipantsView *self)
{
  self->model = ikrar_participants_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ikrar_participants_filters_set_model (self->filters, self->model, GTK_WIDGET (self->stack));
  g_signal_connect_object (self->fold, "notify::narrow", G_CALLBACK (on_narrow_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ikrar_participants_model_get_selection (self->model),
                           "notify::n-selected", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  update_list (self);
}

IkrarParticipantsModel *
_ikrar_participants_view_get_model (IkrarParticipantsView *self)
{
  return self->model;
}

IkrarProgressStrip *
_ikrar_participants_view_get_progress (IkrarParticipantsView *self)
{
  return self->progress;
}

GCancellable *
_ikrar_participants_view_begin (IkrarParticipantsView *self, const char *text)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ikrar_progress_strip_start (self->progress, text);
  return self->cancellable;
}

void
_ikrar_participants_view_end (IkrarParticipantsView *self)
{
  g_clear_object (&self->cancellable);
  ikrar_progress_strip_stop (self->progress);
}
