/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/summary-view.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/columns.h"
#include "ui/common/fact-row.h"
#include "ui/common/journal-row.h"
#include "ui/common/list.h"
#include "ui/common/notice.h"
#include "ui/common/pill.h"
#include "ui/common/status.h"
#include "ui/common/tile.h"
#include "ui/events/summary-step-row.h"
#include "ui/events/summary-fact.h"

/* How many changes are shown at first, and once more are asked for. */
#define CHANGES_AT_FIRST 6
#define CHANGES_AT_MOST 200
#define STEPS_AT_MOST 8

struct _IkrarSummaryView
{
  IkrarEventView parent_instance;

  /* Template widgets */
  GtkLabel *month_label;
  GtkLabel *day_label;
  GtkLabel *weekday_label;
  GtkMenuButton *state_button;
  IkrarPill *state_pill;
  GtkLabel *title_label;
  GtkLabel *line_label;
  IkrarTile *invited_tile;
  IkrarTile *present_tile;
  IkrarTile *represented_tile;
  IkrarTile *excused_tile;
  IkrarTile *unrecorded_tile;
  IkrarTile *pledged_tile;
  GtkListBox *steps_list;
  GtkListBox *facts_list;
  GtkWidget *roles_box;
  GtkListBox *roles_list;
  GtkWidget *sessions_box;
  GtkListBox *sessions_list;
  GtkListBox *journal_list;
  GtkWidget *older_button;

  guint n_changes; /* how many are wanted */
};

/* What the summary is read for. */
typedef struct
{
  IkrarId event;
  guint n_changes;
} Request;

/* A state for an event. */
typedef struct
{
  IkrarId event;
  IkrarEventState state;
} StateChange;

G_DEFINE_FINAL_TYPE (IkrarSummaryView, ikrar_summary_view, IKRAR_TYPE_EVENT_VIEW)

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Request *request = input;

  return ikrar_summary_load (store, request->event, request->n_changes, error);
}

static void
show_day (IkrarSummaryView *self, const IkrarEvent *event)
{
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;
  g_autofree char *date = ikrar_time_format_day (event->start_at, event->zone);
  g_auto (GStrv) words = g_strsplit (date, ",", 2);
  IkrarMoment moment;

  ikrar_time_split (event->start_at, event->zone, &moment);
  month = g_strdup_printf ("%.3s %d", ikrar_month_name (moment.month), moment.year);
  day = g_strdup_printf ("%d", moment.day);
  gtk_label_set_label (self->month_label, month);
  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->weekday_label, words[0]);
}

static char *
describe_invited (const IkrarEventTally *tally)
{
  g_autofree char *invited = ikrar_number_thousands (tally->attendance.invited);
  g_autofree char *units = ikrar_number_thousands (tally->units);

  if (tally->attendance.invited == 0)
    return g_strdup (_ ("nobody invited yet"));
  /* Translators: %1$s people from %2$s offices. */
  return g_strdup_printf (_ ("%1$s invited from %2$s units"), invited, units);
}

static char *
describe (const IkrarSummary *summary)
{
  const IkrarEvent *event = summary->draft->event;
  g_autofree char *hours = ikrar_time_format_hours (event->start_at, event->end_at, event->zone);
  g_autofree char *invited = describe_invited (&summary->tally);
  const char *parts[4] = { event->place, hours, invited, NULL };

  return g_strjoinv (" · ", (char **) (*event->place != '\0' ? parts : parts + 1));
}

static void
show_head (IkrarSummaryView *self, const IkrarSummary *summary)
{
  const IkrarEvent *event = summary->draft->event;
  IkrarStatus status = ikrar_status_of_event (event->state);
  g_autofree char *line = describe (summary);
  /* Translators: %s is the state of an event, such as “Planned”. */
  g_autofree char *state = g_strdup_printf (_ ("State: %s"), status.label);

  show_day (self, event);
  ikrar_pill_set (self->state_pill, status.css_class, status.icon_name, status.label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, state, -1);
  gtk_label_set_label (self->title_label, event->title);
  gtk_label_set_label (self->line_label, line);
}

static void
show_tally (IkrarSummaryView *self, const IkrarEventTally *tally)
{
  const IkrarAttendanceCount *count = &tally->attendance;
  const struct
  {
    IkrarTile *tile;
    IkrarAttendanceGroup group;
  } tiles[] = {
    { self->present_tile, IKRAR_ATTENDANCE_GROUP_PRESENT },
    { self->represented_tile, IKRAR_ATTENDANCE_GROUP_REPRESENTED },
    { self->excused_tile, IKRAR_ATTENDANCE_GROUP_EXCUSED },
    { self->unrecorded_tile, IKRAR_ATTENDANCE_GROUP_UNRECORDED },
  };

  ikrar_tile_set_count (self->invited_tile, count->invited, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    ikrar_tile_set_count (tiles[i].tile, ikrar_attendance_count_group (count, tiles[i].group),
                          count->invited);
  ikrar_tile_set_count (self->pledged_tile,
                        tally->pledges[IKRAR_PLEDGE_RECITED] + tally->pledges[IKRAR_PLEDGE_SIGNED],
                        count->invited);
}

static void
show_steps (IkrarSummaryView *self, const IkrarSummary *summary)
{
  IkrarSummaryStep steps[STEPS_AT_MOST];
  guint n = ikrar_summary_steps (summary, steps, G_N_ELEMENTS (steps));

  ikrar_list_clear (self->steps_list);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->steps_list,
                         ikrar_summary_step_row_new (&steps[i], summary->draft->event->id));
  if (n == 0)
    gtk_list_box_append (self->steps_list, ikrar_fact_row_new_quiet (_ ("Nothing is waiting")));
}

static void
show_parts (IkrarSummaryView *self, const IkrarEventDraft *draft)
{
  ikrar_list_clear (self->facts_list);
  ikrar_summary_fact_list (self->facts_list, draft->event);
  ikrar_list_clear (self->roles_list);
  for (guint i = 0; i < draft->roles->len; i++)
    gtk_list_box_append (self->roles_list,
                         ikrar_summary_fact_role (g_ptr_array_index (draft->roles, i)));
  gtk_widget_set_visible (self->roles_box, draft->roles->len > 0);
  ikrar_list_clear (self->sessions_list);
  for (guint i = 0; i < draft->sessions->len; i++)
    gtk_list_box_append (
        self->sessions_list,
        ikrar_summary_fact_session (g_ptr_array_index (draft->sessions, i), draft->event->zone));
  gtk_widget_set_visible (self->sessions_box, draft->sessions->len > 1);
}

static void
show_journal (IkrarSummaryView *self, const IkrarSummary *summary)
{
  ikrar_list_clear (self->journal_list);
  for (guint i = 0; i < summary->journal->len; i++)
    gtk_list_box_append (self->journal_list,
                         ikrar_journal_row_new (g_ptr_array_index (summary->journal, i),
                                                summary->draft->event->zone));
  gtk_widget_set_visible (self->older_button,
                          summary->has_older && self->n_changes < CHANGES_AT_MOST);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarSummaryView *self = owner;
  g_autoptr (IkrarSummary) summary = output;

  /* An event that is gone is the page's to leave. */
  if (summary == NULL)
    return;
  show_head (self, summary);
  show_tally (self, &summary->tally);
  show_steps (self, summary);
  show_parts (self, summary->draft);
  show_journal (self, summary);
}

static void
ikrar_summary_view_refresh (IkrarPage *page)
{
  IkrarSummaryView *self = IKRAR_SUMMARY_VIEW (page);
  const Request request = { ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self)), self->n_changes };
  const IkrarWork work = {
    .func = load,
    .input = g_memdup2 (&request, sizeof request),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_summary_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  if (request.event != 0)
    ikrar_page_run (page, &work);
}

static void
ikrar_summary_view_event_changed (IkrarEventView *view)
{
  IKRAR_SUMMARY_VIEW (view)->n_changes = CHANGES_AT_FIRST;
}

static void
on_older_clicked (IkrarSummaryView *self)
{
  self->n_changes = CHANGES_AT_MOST;
  ikrar_page_refresh (IKRAR_PAGE (self));
}

static gpointer
save_state (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const StateChange *wanted = input;
  g_autoptr (IkrarEventDraft) draft = ikrar_event_draft_get (store, wanted->event, error);
  IkrarId journal = 0;

  if (draft == NULL)
    return NULL;
  draft->event->state = wanted->state;
  journal = ikrar_event_draft_save (store, draft, error);
  return g_memdup2 (&journal, sizeof journal);
}

static void
on_state_saved (gpointer owner, gpointer output, const GError *error)
{
  g_autofree IkrarId *journal = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The State Could Not Be Changed"), error);
  else
    ikrar_notice_undo (owner, _ ("State changed"), *journal);
}

static void
set_state (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const StateChange wanted = {
    ikrar_event_view_get_event (IKRAR_EVENT_VIEW (widget)),
    ikrar_vocabulary_find (IKRAR_VOCABULARY_EVENT_STATE, g_variant_get_string (parameter, NULL),
                           NULL),
  };
  const IkrarWork work = {
    .func = save_state,
    .input = g_memdup2 (&wanted, sizeof wanted),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_state_saved,
  };

  ikrar_page_run (IKRAR_PAGE (widget), &work);
}

static void
ikrar_summary_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SUMMARY_VIEW);
  G_OBJECT_CLASS (ikrar_summary_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_COLUMNS);
  g_type_ensure (IKRAR_TYPE_PILL);
  g_type_ensure (IKRAR_TYPE_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/summary-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, month_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, day_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, weekday_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, state_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, state_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, line_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, invited_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, present_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, represented_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, excused_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, unrecorded_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, pledged_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, steps_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, facts_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, roles_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, roles_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, sessions_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, sessions_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, journal_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryView, older_button);
  gtk_widget_class_bind_template_callback (widget_class, on_older_clicked);
}

static void
ikrar_summary_view_class_init (IkrarSummaryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_summary_view_dispose;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_summary_view_refresh;
  IKRAR_EVENT_VIEW_CLASS (klass)->event_changed = ikrar_summary_view_event_changed;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "view.set-state", "s", set_state);
}

static GMenuModel *
make_state_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (int state = 0; state < IKRAR_N_EVENT_STATES; state++)
    {
      const char *word = ikrar_vocabulary_word (IKRAR_VOCABULARY_EVENT_STATE, state);
      g_autoptr (GMenuItem) item =
          g_menu_item_new (ikrar_vocabulary_label (IKRAR_VOCABULARY_EVENT_STATE, word), NULL);

      g_menu_item_set_action_and_target (item, "view.set-state", "s", word);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
ikrar_summary_view_init (IkrarSummaryView *self)
{
  g_autoptr (GMenuModel) menu = make_state_menu ();

  self->n_changes = CHANGES_AT_FIRST;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->state_button, menu);
}
