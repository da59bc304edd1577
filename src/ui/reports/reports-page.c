/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/reports-page.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "report/group-csv.h"
#include "report/tally-workbook.h"

#include "ui/common/chart-area.h"
#include "ui/common/file-chooser.h"
#include "ui/common/legend.h"
#include "ui/common/notice.h"
#include "ui/common/throttle.h"
#include "ui/common/wrap-layout.h"
#include "ui/reports/group-item.h"
#include "ui/reports/group-table.h"
#include "ui/reports/report-data.h"

#define REFRESH_PAUSE_MS 500
#define BARS_MAX 24

struct _IkrarReportsPage
{
  IkrarPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *sentence_label;
  GtkLabel *reported_label;
  GtkDropDown *event_choice;
  GtkStringList *event_titles;
  GtkDropDown *grouping_choice;
  GtkDropDown *measure_choice;
  GtkStack *body;
  GtkLabel *chart_heading;
  GtkWidget *attendance_legend;
  GtkWidget *pledge_legend;
  IkrarChartArea *chart;
  GtkLabel *chart_label;
  IkrarGroupTable *table;

  /* Owned */
  GArray *events; /* IkrarId, as in @event_titles */
  IkrarGroupTally *tally;

  IkrarThrottle throttle;
  IkrarId event;    /* the one that is chosen, 0 for the newest with people */
  guint32 day;      /* of it, YYYYMMDD */
  gboolean showing; /* whether choices are set by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (IkrarReportsPage, ikrar_reports_page, IKRAR_TYPE_PAGE)

static char *
name_event (const IkrarEvent *event)
{
  g_autofree char *day = ikrar_time_format_date (event->start_at, event->zone);

  /* Translators: %1$s is the title of an event, %2$s its date. */
  return g_strdup_printf (_ ("%1$s, %2$s"), event->title, day);
}

/* Whether the choice lists these events already: a list that is open must not jump. */
static gboolean
lists_events (IkrarReportsPage *self, GPtrArray *events)
{
  if (self->events->len != events->len)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const IkrarEventLine *line = g_ptr_array_index (events, i);
      g_autofree char *name = name_event (line->event);

      if (g_array_index (self->events, IkrarId, i) != line->event->id ||
          g_strcmp0 (gtk_string_list_get_string (self->event_titles, i), name) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
list_events (IkrarReportsPage *self, GPtrArray *events)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_array_set_size (self->events, 0);
  for (guint i = 0; i < events->len; i++)
    {
      const IkrarEventLine *line = g_ptr_array_index (events, i);

      g_array_append_val (self->events, line->event->id);
      g_ptr_array_add (names, name_event (line->event));
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->event_titles, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->event_titles)),
                          (const char *const *) names->pdata);
}

static void
show_choice (IkrarReportsPage *self, const IkrarReport *report)
{
  self->showing = TRUE;
  if (!lists_events (self, report->events))
    list_events (self, report->events);
  for (guint i = 0; i < self->events->len; i++)
    if (g_array_index (self->events, IkrarId, i) == report->shown->event->id &&
        gtk_drop_down_get_selected (self->event_choice) != i)
      gtk_drop_down_set_selected (self->event_choice, i);
  self->showing = FALSE;
}

static IkrarMeasure
get_measure (IkrarReportsPage *self)
{
  return gtk_drop_down_get_selected (self->measure_choice);
}

static void
show_title (IkrarReportsPage *self, IkrarGrouping grouping)
{
  gtk_label_set_label (self->title_label, ikrar_report_title (get_measure (self), grouping));
}

static void
show_sentence (IkrarReportsPage *self, const IkrarGroupTally *tally)
{
  g_autofree char *text = ikrar_report_describe (&tally->total, get_measure (self));

  gtk_label_set_label (self->sentence_label, text);
}

/* Sums that others reported cannot be counted again, so they stay apart. */
static void
show_reported (IkrarReportsPage *self, int reported)
{
  g_autofree char *people = ikrar_number_thousands (reported);
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is a number of people. */
      _ ("Other offices reported %s people as a sum. They are not in these numbers."), people);

  gtk_label_set_label (self->reported_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reported_label), reported > 0);
}

static void
show_attendance_bars (IkrarReportsPage *self, const IkrarGroupTally *tally, guint n_bars)
{
  IkrarAttendanceBar bars[BARS_MAX];

  for (guint i = 0; i < n_bars; i++)
    {
      const IkrarGroupLine *line = &g_array_index (tally->lines, IkrarGroupLine, i);

      bars[i].label = ikrar_group_name (tally->grouping, line->name);
      bars[i].count = line->count;
    }
  ikrar_chart_area_show_attendance (self->chart, bars, n_bars);
}

static void
show_pledge_bars (IkrarReportsPage *self, const IkrarGroupTally *tally, guint n_bars)
{
  IkrarCoverageBar bars[BARS_MAX];

  for (guint i = 0; i < n_bars; i++)
    {
      const IkrarGroupLine *line = &g_array_index (tally->lines, IkrarGroupLine, i);

      bars[i].label = ikrar_group_name (tally->grouping, line->name);
      bars[i].signed_ = line->pledges[IKRAR_PLEDGE_SIGNED];
      bars[i].recited = line->pledges[IKRAR_PLEDGE_RECITED];
      bars[i].base = line->count.invited;
    }
  ikrar_chart_area_show_coverage (self->chart, bars, n_bars);
}

static void
show_chart (IkrarReportsPage *self, const IkrarGroupTally *tally)
{
  gboolean pledges = get_measure (self) == IKRAR_MEASURE_PLEDGES;
  guint n_bars = MIN (tally->lines->len, BARS_MAX);
  g_autofree char *shown = ikrar_number_thousands (n_bars);
  g_autofree char *all = ikrar_number_thousands (tally->lines->len);
  /* Translators: of %2$s groups %1$s are in the chart. */
  g_autofree char *text =
      g_strdup_printf (_ ("The first %1$s of %2$s; all of them are in the table"), shown, all);

  if (pledges)
    show_pledge_bars (self, tally, n_bars);
  else
    show_attendance_bars (self, tally, n_bars);
  gtk_label_set_label (self->chart_heading, pledges ? _ ("Who Pledged") : _ ("Who Came"));
  gtk_widget_set_visible (self->attendance_legend, !pledges);
  gtk_widget_set_visible (self->pledge_legend, pledges);
  gtk_label_set_label (self->chart_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_label), tally->lines->len > n_bars);
}

static void
enable_saving (IkrarReportsPage *self)
{
  gboolean enabled = self->tally != NULL && self->tally->total.count.invited > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save-workbook", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save-csv", enabled);
}

static void
show_tally (IkrarReportsPage *self)
{
  show_title (self, self->tally->grouping);
  show_sentence (self, self->tally);
  show_chart (self, self->tally);
  ikrar_group_table_show (self->table, self->tally, get_measure (self));
}

static void
show_report (IkrarReportsPage *self, IkrarReport *report)
{
  const IkrarEvent *event = report->shown->event;

  g_clear_pointer (&self->tally, ikrar_group_tally_free);
  self->tally = g_steal_pointer (&report->tally);
  self->event = event->id;
  self->day = ikrar_time_today (event->start_at, event->zone);
  show_choice (self, report);
  show_reported (self, event->reported);
  show_tally (self);
  gtk_stack_set_visible_child_name (self->body,
                                    self->tally->total.count.invited > 0 ? "numbers" : "nobody");
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarReportsPage *self = owner;
  g_autoptr (IkrarReport) report = output;
  gboolean outdated = self->throttle.hurried; /* something else was chosen meanwhile */

  ikrar_throttle_finish (&self->throttle);
  if (outdated)
    return;
  if (report == NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Report Cannot Be Made"), error);
      return;
    }
  if (report->shown != NULL)
    show_report (self, report);
  else
    g_clear_pointer (&self->tally, ikrar_group_tally_free);
  gtk_stack_set_visible_child_name (self->stack, report->shown != NULL ? "report" : "empty");
  enable_saving (self);
}

/* What is asked for. */
typedef struct
{
  IkrarId event;
  IkrarGrouping grouping;
} Question;

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Question *question = input;

  return ikrar_report_load (store, question->event, question->grouping, progress, error);
}

static void
start_refresh (gpointer user_data)
{
  IkrarReportsPage *self = user_data;
  const Question question = { self->event, gtk_drop_down_get_selected (self->grouping_choice) };
  const IkrarWork work = {
    .func = load,
    .input = g_memdup2 (&question, sizeof question),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_report_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
ikrar_reports_page_refresh (IkrarPage *page)
{
  ikrar_throttle_request (&IKRAR_REPORTS_PAGE (page)->throttle);
}

static void
on_chosen (IkrarReportsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->event_choice);

  if (self->showing || selected >= self->events->len)
    return;
  self->event = g_array_index (self->events, IkrarId, selected);
  ikrar_throttle_hurry (&self->throttle);
}

/* The numbers are there already. */
static void
on_measure_chosen (IkrarReportsPage *self)
{
  if (self->tally != NULL)
    show_tally (self);
}

/* A file that is to be written, of what was shown when it was asked for. */
typedef struct
{
  IkrarId event;
  IkrarGrouping grouping;
  gboolean workbook;
  char *path;
} Save;

static void
save_free (Save *save)
{
  g_free (save->path);
  g_free (save);
}

static gpointer
run_save (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Save *save = input;
  g_autoptr (IkrarParticipantTable) table = NULL;
  g_autoptr (IkrarGroupTally) tally = NULL;

  if (save->workbook)
    {
      ikrar_tally_workbook_write (store, save->event, 0, save->path, progress, error);
      return g_strdup (save->path);
    }
  table = ikrar_participant_table_load (store, save->event, 0, FALSE, IKRAR_ORDER_NUMBER, progress,
                                        error);
  if (table == NULL)
    return NULL;
  tally = ikrar_group_tally_new (table, save->grouping);
  ikrar_group_csv_write (tally, save->path, error);
  return g_strdup (save->path);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  g_autofree char *path = output;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GFile) file = NULL;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("This Could Not Be Saved"), error);
      return;
    }
  file = g_file_new_for_path (path);
  name = g_path_get_basename (path);
  message = g_strdup_printf (_ ("Saved: %s"), name);
  ikrar_notice_file (owner, message, file);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer workbook)
{
  IkrarReportsPage *self = IKRAR_REPORTS_PAGE (widget);
  Save *save = g_new0 (Save, 1);
  const IkrarWork work = {
    .func = run_save,
    .input = save,
    .free_input = (GDestroyNotify) save_free,
    .free_output = g_free,
    .done = on_saved,
  };

  save->event = self->event;
  save->grouping = gtk_drop_down_get_selected (self->grouping_choice);
  save->workbook = GPOINTER_TO_INT (workbook);
  save->path = g_file_get_path (file);
  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarReportsPage *self = IKRAR_REPORTS_PAGE (widget);
  gboolean workbook = g_str_equal (action, "page.save-workbook");
  g_autofree char *name =
      g_strdup_printf ("rekap-kehadiran-%u.%s", self->day, workbook ? "xlsx" : "csv");

  ikrar_file_chooser_save (widget, workbook ? _ ("Save Workbook") : _ ("Save CSV"), name,
                           on_file_chosen, GINT_TO_POINTER (workbook));
}

static void
ikrar_reports_page_dispose (GObject *object)
{
  ikrar_throttle_reset (&IKRAR_REPORTS_PAGE (object)->throttle);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (ikrar_reports_page_parent_class)->dispose (object);
}

static void
ikrar_reports_page_finalize (GObject *object)
{
  IkrarReportsPage *self = IKRAR_REPORTS_PAGE (object);

  g_array_unref (self->events);
  g_clear_pointer (&self->tally, ikrar_group_tally_free);
  G_OBJECT_CLASS (ikrar_reports_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_CHART_AREA);
  g_type_ensure (IKRAR_TYPE_GROUP_TABLE);
  g_type_ensure (IKRAR_TYPE_LEGEND);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, reported_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, event_choice);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, event_titles);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, grouping_choice);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, measure_choice);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, body);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, chart_heading);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, attendance_legend);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, pledge_legend);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, chart_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarReportsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_measure_chosen);
}

static void
ikrar_reports_page_class_init (IkrarReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_reports_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_reports_page_finalize;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_reports_page_refresh;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.save-workbook", NULL, save);
  gtk_widget_class_install_action (widget_class, "page.save-csv", NULL, save);
}

static void
ikrar_reports_page_init (IkrarReportsPage *self)
{
  self->events = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  ikrar_throttle_init (&self->throttle, REFRESH_PAUSE_MS, start_refresh, self);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
  enable_saving (self);
}
