/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/error.h"

#include "ui/common/compat.h"
#include "ui/common/discard.h"
#include "ui/common/fold-bin.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/roster/import-columns.h"
#include "ui/roster/import-window-private.h"
#include "ui/roster/import-words.h"

/* So many rows fill every screen. */
#define FIRST_LOOK 100
/* Columns that can be said to hold the names of a sheet whose heads tell nothing. */
#define NAME_COLUMNS 26

G_DEFINE_FINAL_TYPE (IkrarImportWindow, ikrar_import_window, ADW_TYPE_WINDOW)

/* The chips: all rows, then one for each verdict in the order of the enumeration. */
static guint
get_verdicts (IkrarImportWindow *self)
{
  guint chip = ikrar_chip_bar_get_selected (self->chips);

  return chip > 0 ? 1u << (chip - 1) : 0;
}

static void
filter (IkrarImportWindow *self)
{
  ikrar_import_table_filter (self->table, gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                             get_verdicts (self));
}

static const IkrarRosterSummary *
get_summary (IkrarImportWindow *self)
{
  if (self->reading == NULL || self->reading->result == NULL)
    return NULL;
  return ikrar_roster_result_get_summary (self->reading->result);
}

static void
update (IkrarImportWindow *self)
{
  const IkrarRosterSummary *summary = get_summary (self);
  gboolean idle = self->task == IKRAR_IMPORT_IDLE && self->checked == IKRAR_IMPORT_CHECKED;
  gboolean open = self->task <= IKRAR_IMPORT_READING && self->imported == NULL;
  gboolean previewing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") == 0;
  guint importable = summary != NULL && self->checked == IKRAR_IMPORT_CHECKED
                         ? ikrar_import_importable (summary)
                         : 0;
  g_autofree char *label = ikrar_import_button_label (importable);

  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), previewing);
  gtk_widget_set_visible (self->cancel_button, self->imported == NULL);
  gtk_widget_set_visible (self->file_button, previewing);
  gtk_widget_set_visible (self->menu_button, previewing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.import", idle && importable > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save-refused",
                                 idle && self->reading != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose-file", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", open);
  _ikrar_import_window_update_fixes (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.compare", idle);
  _ikrar_import_window_offer_update (self);
  /* While a file is read anew, the focus stays where it is. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), self->task <= IKRAR_IMPORT_READING);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), self->task <= IKRAR_IMPORT_READING);
}

void
_ikrar_import_window_set_task (IkrarImportWindow *self, IkrarImportTask task, const char *text)
{
  self->task = task;
  if (text != NULL)
    ikrar_progress_strip_start (self->strip, text);
  else
    ikrar_progress_strip_stop (self->strip);
  update (self);
}

void
_ikrar_import_window_progress (gpointer owner, guint64 done, guint64 total)
{
  IkrarImportWindow *self = owner;

  if (self->task != IKRAR_IMPORT_IDLE)
    ikrar_progress_strip_set (self->strip, done, total);
}

void
_ikrar_import_window_show_page (IkrarImportWindow *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->bar),
                          self->reading != NULL && self->reading->sheets->len > 0 &&
                              self->imported == NULL && strcmp (page, "update") != 0);
  update (self);
}

static void
show_foot (IkrarImportWindow *self)
{
  if (get_summary (self) != NULL)
    ikrar_import_foot_show (self->foot, ikrar_import_table_get_shown (self->table), self->checked,
                            ikrar_import_table_get_selected (self->table),
                            ikrar_import_table_get_column (self->table));
  if (get_summary (self) != NULL)
    _ikrar_import_window_ask_candidates (self);
}

static void
show_counts (IkrarImportWindow *self, const IkrarRosterSummary *summary)
{
  gboolean all = !self->reading->partial;

  ikrar_chip_bar_set_count (self->chips, 0, summary->rows);
  for (guint i = 0; i < IKRAR_N_VERDICTS; i++)
    {
      ikrar_chip_bar_set_count (self->chips, i + 1, summary->counts[i]);
      ikrar_chip_bar_set_shown (self->chips, i + 1, all && summary->counts[i] > 0);
    }
}

static void
show_rows (IkrarImportWindow *self)
{
  gboolean all = FALSE;

  g_object_get (self->bar, "all-columns", &all, NULL);
  ikrar_import_table_show (self->table, self->reading->result, all);
  ikrar_import_bar_offer_columns (self->bar, ikrar_import_table_get_hides_columns (self->table));
  filter (self);
  show_foot (self);
}

static void
show_preview (IkrarImportWindow *self, gboolean follow)
{
  guint chip = ikrar_chip_bar_get_selected (self->chips);
  const IkrarRosterSummary *summary = get_summary (self);

  show_counts (self, summary);
  if (chip > 0 && summary->counts[chip - 1] == 0)
    ikrar_chip_bar_set_selected (self->chips, 0);
  ikrar_import_repair_set_units (ikrar_import_foot_get_repair (self->foot), self->reading->units);
  if (!follow || !ikrar_import_table_follow (self->table, self->reading->result))
    show_rows (self);
  show_foot (self);
  _ikrar_import_window_show_page (self, "preview");
}

static void
show_failure (IkrarImportWindow *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->failure_page, ikrar_import_error_title (error));
  adw_status_page_set_description (self->failure_page, escaped);
  gtk_widget_set_visible (
      self->name_box, g_error_matches (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_HEADER));
  _ikrar_import_window_show_page (self, "failure");
}

static void
show_title (IkrarImportWindow *self)
{
  adw_window_title_set_subtitle (self->window_title,
                                 self->shown.source != NULL
                                     ? ikrar_import_source_get_name (self->shown.source)
                                     : self->reading->event_title);
}

static void
show_bar (IkrarImportWindow *self)
{
  ikrar_import_bar_show (self->bar, self->reading, &self->shown);
  self->sheet = ikrar_import_bar_get_sheet (self->bar);
}

/* Takes @reading. */
static void
show_reading (IkrarImportWindow *self, IkrarImportReading *reading, gboolean follow)
{
  g_autoptr (IkrarImportReading) before = self->reading;

  self->reading = reading;
  self->asked_line = -1;
  show_title (self);
  show_bar (self);
  if (reading->result != NULL)
    {
      show_preview (self, follow);
      return;
    }
  ikrar_import_table_show (self->table, NULL, FALSE);
  if (reading->error != NULL)
    show_failure (self, reading->error);
  else
    _ikrar_import_window_show_page (self, "choose");
}

void
_ikrar_import_window_show_done (IkrarImportWindow *self)
{
  g_autofree char *title = _ikrar_import_window_describe_done (self);

  ikrar_import_result_show (self->result, title, ikrar_roster_result_get_summary (self->imported));
  ikrar_import_table_show (self->table, NULL, FALSE);
  _ikrar_import_window_show_page (self, "done");
}

static void
set_wanted (IkrarImportWanted *target, const IkrarImportWanted *source)
{
  g_autofree IkrarImportWanted *copy = ikrar_import_wanted_copy (source);

  ikrar_import_wanted_clear (target);
  *target = *copy;
}

/* Asks for what is shown again, so that what was not read is not asked for any more. */
static void
return_to_shown (IkrarImportWindow *self)
{
  set_wanted (&self->wanted, &self->shown);
  if (self->reading != NULL)
    show_bar (self);
}

/* Nothing was read: what is shown stays, as far as it was checked. A correction stays as well. */
static void
end_reading (IkrarImportWindow *self)
{
  if (self->wanted.limit > 0)
    return_to_shown (self);
  if (self->checked == IKRAR_IMPORT_CHECKING)
    self->checked = IKRAR_IMPORT_UNCHECKED;
  update (self);
  /* Heads may show what was asked for. */
  if (get_summary (self) != NULL)
    ikrar_import_table_reset_heads (self->table);
  show_foot (self);
}

static void
on_read (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;
  IkrarImportReading *reading = output;

  g_clear_object (&self->cancellable);
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_IDLE, NULL);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Roster Cannot Be Read"), error);
      end_reading (self);
      return;
    }
  set_wanted (&self->shown, &self->wanted);
  self->checked = reading->partial ? IKRAR_IMPORT_CHECKING : IKRAR_IMPORT_CHECKED;
  show_reading (self, reading, self->wanted.limit == 0);
  if (reading->partial)
    _ikrar_import_window_check (self);
}

static void
stop_reading (IkrarImportWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start_reading (IkrarImportWindow *self, guint limit)
{
  IkrarWork work = {
    .func = ikrar_import_read,
    .free_input = (GDestroyNotify) ikrar_import_wanted_free,
    .free_output = (GDestroyNotify) ikrar_import_reading_free,
    .done = on_read,
    .progress = _ikrar_import_window_progress,
  };

  stop_reading (self);
  self->wanted.limit = limit;
  work.input = _ikrar_import_window_copy_wanted (self, &self->wanted);
  self->cancellable = g_cancellable_new ();
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_READING, _ ("Reading the roster…"));
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

IkrarImportWanted *
_ikrar_import_window_copy_wanted (IkrarImportWindow *self, const IkrarImportWanted *wanted)
{
  IkrarImportWanted *copy = ikrar_import_wanted_copy (wanted);

  g_clear_pointer (&copy->fixes, ikrar_import_fixes_free);
  copy->fixes = ikrar_import_fixes_copy (self->fixes);
  return copy;
}

void
_ikrar_import_window_read (IkrarImportWindow *self)
{
  start_reading (self, FIRST_LOOK);
}

void
_ikrar_import_window_check (IkrarImportWindow *self)
{
  self->checked = IKRAR_IMPORT_CHECKING;
  start_reading (self, 0);
  show_foot (self);
}

static void
on_cancelled (IkrarImportWindow *self)
{
  if (self->task == IKRAR_IMPORT_WRITING)
    g_cancellable_cancel (self->wanted.stop);
  if (self->task != IKRAR_IMPORT_READING)
    return;
  stop_reading (self);
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_IDLE, NULL);
  end_reading (self);
}

/* What was said of columns was said of another table. */
static void
on_bar_changed (IkrarImportWindow *self)
{
  int sheet = ikrar_import_bar_get_sheet (self->bar);
  const char *name = NULL;

  if (self->reading == NULL || sheet >= (int) self->reading->sheets->len)
    return;
  if (sheet >= 0)
    name = g_ptr_array_index (self->reading->sheets, (guint) sheet);
  g_clear_pointer (&self->wanted.mapping, g_strfreev);
  /* The row of another sheet says nothing of this one. */
  self->wanted.header_row = sheet == self->sheet ? ikrar_import_bar_get_row (self->bar) : 0;
  self->sheet = sheet;
  g_free (self->wanted.sheet);
  self->wanted.sheet = name != NULL && *name != '\0' ? g_strdup (name) : NULL;
  _ikrar_import_window_read (self);
}

static void
on_forgotten (IkrarImportWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "import.forget-mapping", NULL);
}

static void
on_all_columns (IkrarImportWindow *self)
{
  if (get_summary (self) != NULL)
    show_rows (self);
}

/* The drop-down above the column. */
static void
on_column_doubted (IkrarImportWindow *self, guint column)
{
  if (get_summary (self) != NULL)
    ikrar_import_table_focus_head (self->table, column);
}

static void
on_mapped (IkrarImportWindow *self, guint column, guint field)
{
  const IkrarHeader *header = ikrar_roster_result_get_header (self->reading->result);
  GStrv mapping =
      ikrar_import_columns_map (header, (const char *const *) self->wanted.mapping, column, field);

  g_strfreev (self->wanted.mapping);
  self->wanted.mapping = mapping;
  _ikrar_import_window_read (self);
}

static void
on_name_column_clicked (IkrarImportWindow *self)
{
  g_autofree char *letters =
      ikrar_sheet_column_letters (gtk_drop_down_get_selected (self->name_drop));
  g_autofree char *entry = g_strconcat (letters, "=name", NULL);

  g_strfreev (self->wanted.mapping);
  self->wanted.mapping = g_strdupv ((char *[]){ entry, NULL });
  _ikrar_import_window_read (self);
}

static void
start_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (IKRAR_IMPORT_WINDOW (widget)->entry));
}

static gboolean
on_close_request (IkrarImportWindow *self)
{
  if (_ikrar_import_window_delay_close (self))
    return GDK_EVENT_STOP;
  if (self->imported == NULL && ikrar_import_fixes_get_size (self->fixes) > 0)
    {
      ikrar_discard_ask (GTK_WINDOW (self),
                         _ ("The roster has not been imported. What you corrected will be lost."),
                         gtk_window_destroy);
      return GDK_EVENT_STOP;
    }
  _ikrar_import_window_hand_over (self);
  return GDK_EVENT_PROPAGATE;
}

static void
ikrar_import_window_dispose (GObject *object)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_import_window_parent_class)->dispose (object);
}

static void
ikrar_import_window_finalize (GObject *object)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (object);

  ikrar_import_wanted_clear (&self->wanted);
  ikrar_import_wanted_clear (&self->shown);
  ikrar_import_reading_free (self->reading);
  ikrar_roster_result_free (self->imported);
  ikrar_import_fixes_free (self->fixes);
  G_OBJECT_CLASS (ikrar_import_window_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (IKRAR_TYPE_CHIP_BAR);
  g_type_ensure (IKRAR_TYPE_FOLD_BIN);
  g_type_ensure (IKRAR_TYPE_PROGRESS_STRIP);
  g_type_ensure (IKRAR_TYPE_IMPORT_BAR);
  g_type_ensure (IKRAR_TYPE_IMPORT_TABLE);
  g_type_ensure (IKRAR_TYPE_IMPORT_FOOT);
  g_type_ensure (IKRAR_TYPE_IMPORT_RESULT);
  g_type_ensure (IKRAR_TYPE_UPDATE_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, file_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, body);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, table);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, failure_page);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, name_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, name_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, result);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, strip);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, show_foot);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_columns);
  gtk_widget_class_bind_template_callback (widget_class, on_forgotten);
  gtk_widget_class_bind_template_callback (widget_class, on_column_doubted);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
  gtk_widget_class_bind_template_callback (widget_class, _ikrar_import_window_write_cell);
  gtk_widget_class_bind_template_callback (widget_class, _ikrar_import_window_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, on_name_column_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
ikrar_import_window_class_init (IkrarImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_import_window_finalize;
  ensure_types ();
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.search", NULL, start_search);
  _ikrar_import_window_install_deeds (widget_class);
  _ikrar_import_window_install_update (widget_class);
  _ikrar_import_window_install_sources (widget_class);
  _ikrar_import_window_install_fixes (widget_class);
  _ikrar_import_window_install_memory (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "import.search",
                                       NULL);
}

static void
fill_chips (IkrarImportWindow *self)
{
  ikrar_chip_bar_add (self->chips, NULL, C_ ("rows", "All"));
  for (guint i = 0; i < IKRAR_N_VERDICTS; i++)
    {
      IkrarStatus status = ikrar_import_status (i);

      ikrar_chip_bar_add (self->chips, status.icon_name, status.label);
    }
}

static void
fill_name_columns (IkrarImportWindow *self)
{
  g_autoptr (GtkStringList) letters = gtk_string_list_new (NULL);

  for (guint i = 0; i < NAME_COLUMNS; i++)
    gtk_string_list_take (letters, ikrar_sheet_column_letters (i));
  gtk_drop_down_set_model (self->name_drop, G_LIST_MODEL (letters));
  gtk_drop_down_set_selected (self->name_drop, 1);
}

static void
ikrar_import_window_init (IkrarImportWindow *self)
{
  self->fixes = ikrar_import_fixes_new ();
  self->asked_line = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_chips (self);
  fill_name_columns (self);
  _ikrar_import_window_accept_drops (self);
  ikrar_compat_set_placeholder (self->entry, _ ("Search these rows"));
  update (self);
}

void
ikrar_import_window_present (GtkWindow *parent,
                             IkrarContext *context,
                             IkrarId event,
                             IkrarImportSource *source)
{
  IkrarImportWindow *self = g_object_new (IKRAR_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->wanted.event = event;
  if (source != NULL)
    _ikrar_import_window_take (self, source);
  else
    _ikrar_import_window_read (self);
  gtk_window_present (GTK_WINDOW (self));
}
