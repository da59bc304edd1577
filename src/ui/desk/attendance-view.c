/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/attendance-view.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "core/text.h"

#include "ui/common/compat.h"
#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/person-cell.h"
#include "ui/common/status.h"
#include "ui/desk/attendance-data.h"
#include "ui/desk/desk-words.h"
#include "ui/desk/mark-dialog.h"
#include "ui/desk/match-dialog.h"
#include "ui/desk/scan-item.h"
#include "ui/desk/scan-log-window.h"
#include "ui/desk/session-drop.h"
#include "ui/desk/sheet-dialog.h"
#include "ui/desk/state-counts.h"

struct _IkrarAttendanceView
{
  IkrarEventView parent_instance;

  /* Template widgets */
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkDropDown *session_drop;
  GtkLabel *closing_label;
  GtkButton *closing_button;
  IkrarStateCounts *counts;
  GtkStack *list_stack;
  GtkListView *list;
  GtkLabel *more_label;

  /* Owned */
  IkrarAttendanceData *data;
  GListStore *marks; /* IkrarScanItem */
  GtkFilter *filter;
  GStrv words; /* what is searched, folded */

  IkrarId session; /* 0 for the first */
};

G_DEFINE_FINAL_TYPE (IkrarAttendanceView, ikrar_attendance_view, IKRAR_TYPE_EVENT_VIEW)

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  IkrarAttendanceView *self = user_data;

  return self->words == NULL || ikrar_scan_item_matches (item, self->words);
}

static void
show_list (IkrarAttendanceView *self)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  gtk_stack_set_visible_child_name (self->list_stack,
                                    g_list_model_get_n_items (shown) > 0 ? "list" : "none");
}

static void
fill_marks (IkrarAttendanceView *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *marks = self->data->marks;

  g_ptr_array_set_free_func (marks, NULL);
  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (items, ikrar_scan_item_new (g_ptr_array_index (marks, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), marks->len == IKRAR_ATTENDANCE_MARKS_MAX);
  g_ptr_array_set_size (marks, 0);
  g_list_store_splice (self->marks, 0, g_list_model_get_n_items (G_LIST_MODEL (self->marks)),
                       items->pdata, items->len);
  show_list (self);
}

static void on_session_selected (IkrarAttendanceView *self);

/* What was sealed stays beside what stands now: late marks change the one and not the other. */
static void
show_closing (IkrarAttendanceView *self)
{
  const IkrarSessionClosing *closing =
      ikrar_session_closing_find (self->data->closings, self->session);
  g_autofree char *text = NULL;

  if (closing != NULL)
    {
      g_autofree char *clock = ikrar_time_format_clock (closing->at, self->data->event->zone);
      g_autofree char *present = ikrar_number_thousands (
          ikrar_attendance_count_group (&closing->count, IKRAR_ATTENDANCE_GROUP_PRESENT));
      g_autofree char *invited = ikrar_number_thousands (closing->count.invited);

      /* Translators: %1$s is a time, %2$s and %3$s are numbers of people, %4$s who closed it. */
      text = g_strdup_printf (_ ("Closed %1$s by %4$s: %2$s of %3$s present were sealed."), clock,
                              present, invited, closing->actor);
    }
  gtk_label_set_label (self->closing_label, text != NULL ? text : _ ("This session is open."));
  gtk_button_set_label (self->closing_button,
                        closing != NULL ? _ ("_Open Again") : _ ("_Close Session"));
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarAttendanceView *self = owner;
  gboolean is_empty;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Attendance Cannot Be Read"), error);
      return;
    }
  ikrar_attendance_data_free (self->data);
  self->data = output;
  self->session = self->data->session;
  is_empty = self->data->marks->len == 0 && self->data->sessions->len == 1;
  ikrar_session_drop_fill (self->session_drop, self->data->sessions, self->session,
                           on_session_selected, self);
  ikrar_state_counts_set (self->counts, &self->data->count);
  ikrar_state_counts_set_desks (self->counts, self->data->desks);
  fill_marks (self);
  show_closing (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "content");
}

static void
ikrar_attendance_view_refresh (IkrarPage *page)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (page);
  const IkrarDeskWanted wanted = { ikrar_event_view_get_event (IKRAR_EVENT_VIEW (page)),
                                   self->session };
  const IkrarWork work = {
    .func = ikrar_attendance_data_load,
    .input = g_memdup2 (&wanted, sizeof wanted),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_attendance_data_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  if (wanted.event != 0)
    ikrar_page_run (page, &work);
  else
    g_free (work.input);
}

static void
ikrar_attendance_view_event_changed (IkrarEventView *view)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (view);

  self->session = 0;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
on_session_selected (IkrarAttendanceView *self)
{
  IkrarId session =
      self->data != NULL ? ikrar_session_drop_get (self->session_drop, self->data->sessions) : 0;

  if (session == 0 || session == self->session)
    return;
  self->session = session;
  ikrar_page_refresh (IKRAR_PAGE (self));
}

static void
on_search_changed (IkrarAttendanceView *self)
{
  g_autofree char *folded =
      ikrar_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
on_setup (IkrarAttendanceView *self, GtkListItem *item)
{
  GtkWidget *cell = ikrar_person_cell_new ();

  g_object_bind_property (self, "folded", cell, "folded", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (IkrarAttendanceView *self, GtkListItem *item)
{
  IkrarPersonCell *cell = IKRAR_PERSON_CELL (gtk_list_item_get_child (item));
  const IkrarScan *scan = ikrar_scan_item_get (gtk_list_item_get_item (item));
  IkrarStatus status = ikrar_desk_scan_status (scan);
  g_autofree char *clock = ikrar_time_format_clock (scan->at, self->data->event->zone);
  g_autofree char *note =
      scan->undone          ? g_strdup (_ ("taken back"))
      : scan->after_closing ? g_strdup_printf (_ ("%s · %s · after the closing"), clock, scan->desk)
                            : g_strdup_printf ("%s · %s", clock, scan->desk);

  if (scan->undone)
    status = ikrar_status_of_attendance (IKRAR_ATTENDANCE_UNRECORDED);
  ikrar_person_cell_set (cell, scan->name, scan->unit);
  ikrar_person_cell_set_status (cell, &status, note);
}

static void
on_marked (GtkWidget *widget, IkrarId journal, IkrarAttendance state, guint count)
{
  g_autofree char *number = ikrar_number_thousands (count);
  /* Translators: %1$s is a number of people, %2$s a state such as Sick. */
  g_autofree char *message =
      g_strdup_printf (ngettext ("%1$s person set to %2$s", "%1$s people set to %2$s", count),
                       number, ikrar_status_of_attendance (state).label);

  ikrar_notice_undo (widget, message, journal);
}

static void
set_states (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (widget);

  ikrar_mark_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (self)),
                             ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self)), self->session,
                             on_marked);
}

/* A session to be closed, or to be opened again. */
typedef struct
{
  IkrarId session;
  gboolean close;
  IkrarId journal; /* of what was done */
} Closing;

static gpointer
close_or_open (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  Closing done = *(const Closing *) input;

  done.journal = done.close ? ikrar_session_close (store, done.session, NULL, error)
                            : ikrar_session_reopen (store, done.session, error);
  return done.journal != 0 ? g_memdup2 (&done, sizeof done) : NULL;
}

static void
on_closed_or_opened (gpointer owner, gpointer output, const GError *error)
{
  g_autofree Closing *done = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Session Is as It Was"), error);
  else
    ikrar_notice_undo (owner, done->close ? _ ("Session closed") : _ ("Session opened again"),
                       done->journal);
}

static void
close_session (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (widget);
  Closing closing = { .session = self->session };
  const IkrarWork work = {
    .func = close_or_open,
    .input = g_memdup2 (&closing, sizeof closing),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_closed_or_opened,
  };

  if (self->data == NULL)
    {
      g_free (work.input);
      return;
    }
  ((Closing *) work.input)->close =
      ikrar_session_closing_find (self->data->closings, self->session) == NULL;
  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
on_entered (GtkWidget *widget, IkrarId journal, guint recorded)
{
  g_autofree char *number = ikrar_number_thousands (recorded);
  g_autofree char *message =
      g_strdup_printf (ngettext ("%s person recorded", "%s people recorded", recorded), number);

  ikrar_notice_undo (widget, message, journal);
}

static void
type_sheet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (widget);
  g_autofree char *title =
      self->data != NULL ? ikrar_session_title (self->data->sessions, self->session) : NULL;

  ikrar_sheet_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (self)),
                              ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self)), self->session,
                              title, on_entered);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (widget);
  g_autofree char *title =
      self->data != NULL ? ikrar_session_title (self->data->sessions, self->session) : NULL;
  g_autoptr (GError) error = NULL;
  IkrarImportSource *source = ikrar_import_source_new_for_file (file, &error);

  if (source == NULL)
    {
      ikrar_notice_error (widget, _ ("The File Cannot Be Read"), error);
      return;
    }
  ikrar_match_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (self)),
                              ikrar_event_view_get_event (IKRAR_EVENT_VIEW (self)), self->session,
                              title, source, on_entered);
}

static void
match_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "csv", "xlsx", "xls", "ods", "tsv", "html", NULL };

  ikrar_file_chooser_open (widget, _ ("Choose a File with Attendance"), _ ("Spreadsheets"),
                           suffixes, on_file_chosen, NULL);
}

static void
show_log (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_scan_log_window_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                                 ikrar_page_get_context (IKRAR_PAGE (widget)),
                                 ikrar_event_view_get_event (IKRAR_EVENT_VIEW (widget)));
}

static void
start_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
ikrar_attendance_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_ATTENDANCE_VIEW);
  G_OBJECT_CLASS (ikrar_attendance_view_parent_class)->dispose (object);
}

static void
ikrar_attendance_view_finalize (GObject *object)
{
  IkrarAttendanceView *self = IKRAR_ATTENDANCE_VIEW (object);

  ikrar_attendance_data_free (self->data);
  g_object_unref (self->marks);
  g_object_unref (self->filter);
  g_strfreev (self->words);
  G_OBJECT_CLASS (ikrar_attendance_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/attendance-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, session_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, closing_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, closing_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, counts);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarAttendanceView, more_label);
  gtk_widget_class_bind_template_callback (widget_class, on_session_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
ikrar_attendance_view_class_init (IkrarAttendanceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_attendance_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_attendance_view_finalize;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_attendance_view_refresh;
  IKRAR_EVENT_VIEW_CLASS (klass)->event_changed = ikrar_attendance_view_event_changed;
  g_type_ensure (IKRAR_TYPE_STATE_COUNTS);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "view.set-states", NULL, set_states);
  gtk_widget_class_install_action (widget_class, "view.type-sheet", NULL, type_sheet);
  gtk_widget_class_install_action (widget_class, "view.close-session", NULL, close_session);
  gtk_widget_class_install_action (widget_class, "view.match-file", NULL, match_file);
  gtk_widget_class_install_action (widget_class, "view.scan-log", NULL, show_log);
}

static void
ikrar_attendance_view_init (IkrarAttendanceView *self)
{
  g_autoptr (GtkFilterListModel) shown = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  self->marks = g_list_store_new (IKRAR_TYPE_SCAN_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->marks)),
                                     g_object_ref (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  ikrar_compat_set_placeholder (self->search_entry, _ ("Name or unit"));
}
