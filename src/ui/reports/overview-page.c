/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/overview-page.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "roster/sample.h"
#include "store/error.h"
#include "store/pledge.h"

#include "ui/common/chart-area.h"
#include "ui/common/desk-shares.h"
#include "ui/common/legend.h"
#include "ui/common/notice.h"
#include "ui/common/throttle.h"
#include "ui/common/tile.h"
#include "ui/common/wrap-layout.h"
#include "ui/reports/countdown.h"
#include "ui/reports/hero-card.h"
#include "ui/reports/overview-data.h"
#include "ui/reports/todo-row.h"

/* At most twice a second. */
#define REFRESH_PAUSE_MS 500
#define BARS_MAX 8
#define TODOS_SHOWN 4

struct _IkrarOverviewPage
{
  IkrarPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  IkrarHeroCard *hero;
  GtkWidget *numbers;
  IkrarTile *present_tile;
  IkrarTile *represented_tile;
  IkrarTile *excused_tile;
  IkrarTile *unrecorded_tile;
  GtkLabel *arrivals_label;
  GtkLabel *desks_label;
  IkrarChartArea *arrivals_chart;
  IkrarChartArea *coverage_chart;
  GtkLabel *coverage_label;
  GtkWidget *all_button;
  GtkListBox *todo_list;
  GtkWidget *nothing_label;
  GtkProgressBar *sample_bar;

  IkrarThrottle throttle;
  gboolean show_all; /* whether all that waits is shown */
};

G_DEFINE_FINAL_TYPE (IkrarOverviewPage, ikrar_overview_page, IKRAR_TYPE_PAGE)

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  return ikrar_overview_load (store, error);
}

static void
show_tiles (IkrarOverviewPage *self, const IkrarAttendanceCount *count)
{
  guint absent = ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_ABSENT);

  ikrar_tile_set_count (self->present_tile,
                        ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_PRESENT),
                        count->invited);
  ikrar_tile_set_count (self->represented_tile,
                        ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_REPRESENTED),
                        0);
  ikrar_tile_set_count (
      self->excused_tile,
      ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_EXCUSED) + absent, 0);
  ikrar_tile_set_count (self->unrecorded_tile,
                        ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_UNRECORDED), 0);
}

/* A curve goes on to the present moment as long as people may still come. */
static IkrarTime
get_chart_end (const IkrarOverview *overview)
{
  const IkrarEvent *event = overview->shown->event;
  GArray *arrivals = overview->arrivals;
  IkrarTime last =
      arrivals->len > 0 ? g_array_index (arrivals, gint64, arrivals->len - 1) : event->start_at;

  return MIN (overview->facts.now, MAX (last, event->end_at));
}

static void
show_arrivals (IkrarOverviewPage *self, const IkrarOverview *overview)
{
  const IkrarEvent *event = overview->shown->event;
  g_autofree char *invited = ikrar_number_thousands (overview->tally.attendance.invited);
  g_autofree char *came = ikrar_number_thousands (overview->arrivals->len);
  /* Translators: %s is a number of people; stands at a line of a chart. */
  g_autofree char *invited_label = g_strdup_printf (_ ("%s invited"), invited);
  /* Translators: %1$s of %2$s people have come. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s of %2$s came"), came, invited);
  const IkrarArrivalChart chart = {
    .times = (const gint64 *) overview->arrivals->data,
    .n_times = overview->arrivals->len,
    .invited = overview->tally.attendance.invited,
    .start_at = event->start_at,
    .now = get_chart_end (overview),
    .zone = event->zone,
    /* Translators: stands at a line of a chart: when the event begins. */
    .start_label = _ ("event begins"),
    .invited_label = invited_label,
  };

  gtk_label_set_label (self->arrivals_label, text);
  ikrar_chart_area_show_arrivals (self->arrivals_chart, &chart);
  ikrar_desk_shares_show (self->desks_label, overview->desks);
}

static void
show_coverage (IkrarOverviewPage *self, GPtrArray *units)
{
  IkrarCoverageBar bars[BARS_MAX];
  guint n_bars = MIN (units->len, BARS_MAX);
  g_autofree char *shown = ikrar_number_thousands (n_bars);
  g_autofree char *all = ikrar_number_thousands (units->len);
  /* Translators: the largest %1$s of %2$s units are shown. */
  g_autofree char *text = g_strdup_printf (_ ("The largest %1$s of %2$s units"), shown, all);

  for (guint i = 0; i < n_bars; i++)
    {
      const IkrarPledgeCoverage *unit = g_ptr_array_index (units, i);

      bars[i] = (IkrarCoverageBar){ *unit->unit != '\0' ? unit->unit : _ ("Without unit"),
                                    unit->signed_, unit->recited, unit->invited };
    }
  ikrar_chart_area_show_coverage (self->coverage_chart, bars, n_bars);
  gtk_label_set_label (self->coverage_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->coverage_label), units->len > n_bars);
}

static void
clear_todos (IkrarOverviewPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->todo_list, 0)) != NULL)
    gtk_list_box_remove (self->todo_list, GTK_WIDGET (row));
}

static void
show_todo_rows (IkrarOverviewPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->todo_list, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), self->show_all || i < TODOS_SHOWN);
}

static void
show_todos (IkrarOverviewPage *self, const IkrarOverview *overview)
{
  guint n_todos = overview->todos->len;
  /* Translators: shows all %u things that wait. */
  g_autofree char *label = g_strdup_printf (_ ("Show _All (%u)"), n_todos);

  clear_todos (self);
  for (guint i = 0; i < n_todos; i++)
    gtk_list_box_append (
        self->todo_list,
        ikrar_todo_row_new (&overview->facts, &g_array_index (overview->todos, IkrarTodo, i)));
  show_todo_rows (self);
  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_widget_set_visible (self->all_button, n_todos > TODOS_SHOWN && !self->show_all);
  gtk_widget_set_visible (GTK_WIDGET (self->todo_list), n_todos > 0);
  gtk_widget_set_visible (self->nothing_label, n_todos == 0);
}

static void
show_event (IkrarOverviewPage *self, const IkrarOverview *overview)
{
  gboolean has_people = overview->shown != NULL && overview->tally.attendance.invited > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->hero), overview->shown != NULL);
  gtk_widget_set_visible (self->numbers, has_people);
  if (overview->shown != NULL)
    ikrar_hero_card_show (self->hero, overview->shown->event, &overview->tally,
                          ikrar_overview_get_pace (overview->arrivals, overview->facts.now));
  if (!has_people)
    return;
  show_tiles (self, &overview->tally.attendance);
  show_arrivals (self, overview);
  show_coverage (self, overview->coverage);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarOverviewPage *self = owner;
  g_autoptr (IkrarOverview) overview = output;

  ikrar_throttle_finish (&self->throttle);
  if (overview == NULL)
    {
      /* That the database is refused or not reached is said by the window. */
      if (!ikrar_store_error_is_refusal (error) &&
          !g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
        ikrar_notice_error (GTK_WIDGET (self), _ ("The Overview Cannot Be Read"), error);
      return;
    }
  show_event (self, overview);
  show_todos (self, overview);
  gtk_stack_set_visible_child_name (self->stack,
                                    overview->events->len > 0 ? "overview" : "welcome");
}

static void
start_refresh (gpointer user_data)
{
  IkrarPage *page = user_data;
  const IkrarWork work = {
    .func = load,
    .free_output = (GDestroyNotify) ikrar_overview_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_page_run (page, &work);
}

static void
ikrar_overview_page_refresh (IkrarPage *page)
{
  IkrarOverviewPage *self = IKRAR_OVERVIEW_PAGE (page);

  /* Sample data comes in hundreds of steps, of which nobody wants to see each. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sample") != 0)
    ikrar_throttle_request (&self->throttle);
}

static void
on_all_clicked (IkrarOverviewPage *self)
{
  self->show_all = TRUE;
  show_todo_rows (self);
  gtk_widget_set_visible (self->all_button, FALSE);
}

static gpointer
fill_sample (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  ikrar_sample_fill (store, progress, error);
  return NULL;
}

static void
on_sample_progress (gpointer owner, guint64 done, guint64 total)
{
  gtk_progress_bar_pulse (IKRAR_OVERVIEW_PAGE (owner)->sample_bar);
}

static void
on_sample_filled (gpointer owner, gpointer output, const GError *error)
{
  IkrarOverviewPage *self = owner;

  gtk_stack_set_visible_child_name (self->stack, "blank");
  ikrar_page_refresh (IKRAR_PAGE (self));
  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (self), _ ("The Sample Could Not Be Made"), error);
}

static void
on_fill_confirmed (IkrarOverviewPage *self)
{
  const IkrarWork work = {
    .func = fill_sample,
    .done = on_sample_filled,
    .progress = on_sample_progress,
  };

  gtk_stack_set_visible_child_name (self->stack, "sample");
  ikrar_page_run (IKRAR_PAGE (self), &work);
}

/* What is sealed cannot be undone. */
static void
fill (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Fill This Database with Sample Data?"),
      _ ("Four events with invented people are added, with sealed pledges and certificates. Use a "
         "new database for real work."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "fill",
                                    _ ("_Fill"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "fill",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response::fill", G_CALLBACK (on_fill_confirmed), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ikrar_overview_page_dispose (GObject *object)
{
  ikrar_throttle_reset (&IKRAR_OVERVIEW_PAGE (object)->throttle);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (ikrar_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_CHART_AREA);
  g_type_ensure (IKRAR_TYPE_HERO_CARD);
  g_type_ensure (IKRAR_TYPE_LEGEND);
  g_type_ensure (IKRAR_TYPE_TILE);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, hero);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, present_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, represented_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, excused_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, unrecorded_tile);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, arrivals_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, desks_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, arrivals_chart);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, coverage_chart);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, coverage_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, todo_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarOverviewPage, sample_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
}

static void
ikrar_overview_page_class_init (IkrarOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_overview_page_dispose;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_overview_page_refresh;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.fill-sample", NULL, fill);
}

static void
ikrar_overview_page_init (IkrarOverviewPage *self)
{
  ikrar_throttle_init (&self->throttle, REFRESH_PAUSE_MS, start_refresh, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
