/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/scan-log-window.h"

#include <glib/gi18n-lib.h>

#include "store/event.h"

#include "ui/common/actions.h"
#include "ui/common/chip-bar.h"
#include "ui/common/compat.h"
#include "ui/common/file-chooser.h"
#include "ui/common/fold-bin.h"
#include "ui/common/line-list.h"
#include "ui/common/notice.h"
#include "ui/common/person-cell.h"
#include "ui/common/throttle.h"
#include "ui/desk/desk-words.h"
#include "ui/desk/scan-log-data.h"
#include "ui/desk/scan-log-words.h"
#include "ui/desk/session-drop.h"

/* Between two looks at the log while people stream in. */
#define PAUSE_MS 500

struct _IkrarScanLogWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkDropDown *session_drop;
  GtkDropDown *desk_drop;
  GtkSearchEntry *entry;
  IkrarChipBar *chips;
  GtkStack *stack;
  IkrarFoldBin *fold;
  GtkListView *list;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable;
  IkrarScanLogData *data;
  IkrarLineList *shown; /* IkrarScanLine */
  char *desk;           /* NULL for all */
  IkrarThrottle throttle;

  IkrarId event;
  IkrarId session; /* 0 for all */
};

G_DEFINE_FINAL_TYPE (IkrarScanLogWindow, ikrar_scan_log_window, ADW_TYPE_WINDOW)

static void on_filter_changed (IkrarScanLogWindow *self);

static void
fill_row (GtkListItem *item)
{
  IkrarPersonCell *cell = IKRAR_PERSON_CELL (gtk_list_item_get_child (item));
  IkrarScanLogWindow *self = g_object_get_data (G_OBJECT (cell), "window");
  const IkrarScanLine *line = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  g_autofree char *detail = NULL;
  g_autofree char *moment = NULL;
  IkrarStatus status;

  if (line == NULL)
    return;
  detail = ikrar_scan_log_detail (line);
  moment = ikrar_scan_log_moment (line, self->data->zone, self->data->days);
  status = ikrar_scan_log_status (line);
  ikrar_person_cell_set (cell, *line->name != '\0' ? line->name : _ ("Unknown code"), detail);
  ikrar_person_cell_set_status (cell, &status, moment);
}

static void
on_setup (IkrarScanLogWindow *self, GtkListItem *item)
{
  GtkWidget *cell = ikrar_person_cell_new ();

  g_object_bind_property (self->fold, "narrow", cell, "folded", G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (cell), "window", self);
  gtk_list_item_set_child (item, cell);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (IkrarScanLogWindow *self, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill_row), item);
  fill_row (item);
}

static void
on_unbind (IkrarScanLogWindow *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_row, item);
}

static gint64
line_key (gconstpointer line)
{
  return ((const IkrarScanLine *) line)->id;
}

static void
show_lines (IkrarScanLogWindow *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  IkrarScanChip chip = ikrar_chip_bar_get_selected (self->chips);

  for (guint i = 0; i < self->data->lines->len; i++)
    if (ikrar_scan_chip_has (chip, g_ptr_array_index (self->data->lines, i)))
      g_ptr_array_add (lines, g_ptr_array_index (self->data->lines, i));
  ikrar_line_list_follow (self->shown, lines, line_key);
  gtk_stack_set_visible_child_name (self->stack, self->data->desks->len == 0 ? "empty"
                                                 : lines->len == 0           ? "none"
                                                                             : "list");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.save", lines->len > 0);
}

static void
show_counts (IkrarScanLogWindow *self)
{
  guint selected = ikrar_chip_bar_get_selected (self->chips);

  for (guint i = 0; i < IKRAR_N_SCAN_CHIPS; i++)
    {
      ikrar_chip_bar_set_count (self->chips, i, self->data->counts[i]);
      ikrar_chip_bar_set_shown (self->chips, i,
                                i < IKRAR_SCAN_CHIP_VERDICT || i == selected ||
                                    self->data->counts[i] > 0);
    }
}

/* A list that is as it was stays, and with it a menu that is open. */
static void
fill_drop (IkrarScanLogWindow *self, GtkDropDown *drop, GtkStringList *titles, guint selected)
{
  GListModel *before = gtk_drop_down_get_model (drop);
  guint count = g_list_model_get_n_items (G_LIST_MODEL (titles));

  gtk_widget_set_visible (GTK_WIDGET (drop), count > 2);
  if (before != NULL && g_list_model_get_n_items (before) == count)
    return;
  g_signal_handlers_block_by_func (drop, on_filter_changed, self);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (drop, selected);
  g_signal_handlers_unblock_by_func (drop, on_filter_changed, self);
}

static void
fill_sessions (IkrarScanLogWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (titles, _ ("All Sessions"));
  for (guint i = 0; i < self->data->sessions->len; i++)
    {
      const IkrarEventSession *session = g_ptr_array_index (self->data->sessions, i);

      gtk_string_list_take (titles, ikrar_session_title (self->data->sessions, session->id));
      if (session->id == self->session)
        selected = i + 1;
    }
  fill_drop (self, self->session_drop, titles, selected);
}

static void
fill_desks (IkrarScanLogWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("All Desks"));
  for (guint i = 0; i < self->data->desks->len; i++)
    {
      const char *desk = g_ptr_array_index (self->data->desks, i);

      gtk_string_list_append (names, desk);
      if (g_strcmp0 (desk, self->desk) == 0)
        selected = i + 1;
    }
  fill_drop (self, self->desk_drop, names, selected);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarScanLogWindow *self = owner;
  g_autoptr (IkrarScanLogData) before = NULL;

  ikrar_throttle_finish (&self->throttle);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Log Cannot Be Read"), error);
      return;
    }
  before = self->data;
  self->data = output;
  fill_sessions (self);
  fill_desks (self);
  show_counts (self);
  show_lines (self);
}

static IkrarScanWanted *
wanted_new (IkrarScanLogWindow *self)
{
  IkrarScanWanted *wanted = g_new0 (IkrarScanWanted, 1);

  wanted->event = self->event;
  wanted->session = self->session;
  wanted->desk = g_strdup (self->desk);
  wanted->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  wanted->chip = ikrar_chip_bar_get_selected (self->chips);
  return wanted;
}

static void
load (gpointer user_data)
{
  IkrarScanLogWindow *self = user_data;
  const IkrarWork work = {
    .func = ikrar_scan_log_data_load,
    .input = wanted_new (self),
    .free_input = (GDestroyNotify) ikrar_scan_wanted_free,
    .free_output = (GDestroyNotify) ikrar_scan_log_data_free,
    .done = on_loaded,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
on_context_changed (IkrarScanLogWindow *self)
{
  ikrar_throttle_request (&self->throttle);
}

static void
on_filter_changed (IkrarScanLogWindow *self)
{
  guint session = gtk_drop_down_get_selected (self->session_drop);
  guint desk = gtk_drop_down_get_selected (self->desk_drop);

  if (self->data == NULL)
    return;
  g_clear_pointer (&self->desk, g_free);
  if (desk > 0 && desk <= self->data->desks->len)
    self->desk = g_strdup (g_ptr_array_index (self->data->desks, desk - 1));
  self->session = 0;
  if (session > 0 && session <= self->data->sessions->len)
    self->session =
        ((const IkrarEventSession *) g_ptr_array_index (self->data->sessions, session - 1))->id;
  ikrar_throttle_hurry (&self->throttle);
}

static void
on_chip_selected (IkrarScanLogWindow *self)
{
  if (self->data != NULL)
    show_lines (self);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (GFile) file = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Log Could Not Be Saved"), error);
  else
    ikrar_notice_file (owner, _ ("Log saved. It holds personal data."), file);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  IkrarScanLogWindow *self = IKRAR_SCAN_LOG_WINDOW (widget);
  IkrarScanWanted *wanted = wanted_new (self);
  const IkrarWork work = {
    .func = ikrar_scan_log_data_save,
    .input = wanted,
    .free_input = (GDestroyNotify) ikrar_scan_wanted_free,
    .free_output = g_object_unref,
    .done = on_saved,
  };

  wanted->file = g_object_ref (file);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_save (widget, _ ("Save Log as XLSX or CSV"), "catatan-pindai.xlsx",
                           on_file_chosen, NULL);
}

static void
ikrar_scan_log_window_dispose (GObject *object)
{
  IkrarScanLogWindow *self = IKRAR_SCAN_LOG_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  ikrar_throttle_reset (&self->throttle);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SCAN_LOG_WINDOW);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_scan_log_window_parent_class)->dispose (object);
}

static void
ikrar_scan_log_window_finalize (GObject *object)
{
  IkrarScanLogWindow *self = IKRAR_SCAN_LOG_WINDOW (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->shown);
  ikrar_scan_log_data_free (self->data);
  g_free (self->desk);
  G_OBJECT_CLASS (ikrar_scan_log_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/scan-log-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarScanLogWindow, session_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanLogWindow, desk_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanLogWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanLogWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanLogWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanLogWindow, fold);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanLogWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ikrar_scan_log_window_class_init (IkrarScanLogWindowClass *klass)
{
  static const IkrarAction actions[] = { { "log.save", NULL, save } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_scan_log_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_scan_log_window_finalize;
  g_type_ensure (IKRAR_TYPE_CHIP_BAR);
  g_type_ensure (IKRAR_TYPE_FOLD_BIN);
  bind_template (widget_class);
  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_chips (IkrarScanLogWindow *self)
{
  ikrar_chip_bar_add (self->chips, NULL, _ ("All"));
  ikrar_chip_bar_add (self->chips, NULL, _ ("Refused"));
  for (guint i = 0; i < IKRAR_N_DESK_VERDICTS; i++)
    {
      IkrarDeskLook look = ikrar_desk_look (i);

      ikrar_chip_bar_add (self->chips, look.icon_name, look.word);
      ikrar_chip_bar_set_shown (self->chips, IKRAR_SCAN_CHIP_VERDICT + i, FALSE);
    }
}

static void
ikrar_scan_log_window_init (IkrarScanLogWindow *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->shown = ikrar_line_list_new ();
  ikrar_throttle_init (&self->throttle, PAUSE_MS, load, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  ikrar_compat_set_placeholder (self->entry, _ ("Name or unit"));
  add_chips (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.save", FALSE);
}

static GtkWindow *
find_open (GtkWindow *parent, IkrarId event)
{
  GtkApplication *application = gtk_window_get_application (parent);

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (IKRAR_IS_SCAN_LOG_WINDOW (link->data) &&
        IKRAR_SCAN_LOG_WINDOW (link->data)->event == event &&
        gtk_window_get_transient_for (link->data) == parent)
      return link->data;
  return NULL;
}

static GtkWindow *
open_window (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  IkrarScanLogWindow *self =
      g_object_new (IKRAR_TYPE_SCAN_LOG_WINDOW, "transient-for", parent, "application",
                    gtk_window_get_application (parent), NULL);

  self->context = g_object_ref (context);
  self->event = event;
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed), self,
                           G_CONNECT_SWAPPED);
  ikrar_throttle_hurry (&self->throttle);
  return GTK_WINDOW (self);
}

void
ikrar_scan_log_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  GtkWindow *open;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  open = find_open (parent, event);
  gtk_window_present (open != NULL ? open : open_window (parent, context, event));
}
