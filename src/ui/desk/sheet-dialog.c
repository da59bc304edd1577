/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/sheet-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "desk/paper-list.h"
#include "store/unit.h"

#include "ui/common/line-list.h"
#include "ui/common/notice.h"
#include "ui/common/person-cell.h"
#include "ui/common/status.h"
#include "ui/common/work.h"

/* More misreads than these are a wrong list, not slips. */
#define MISREADS_SHOWN 4

struct _IkrarSheetDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkWidget *record_button;
  GtkDropDown *unit_drop;
  GtkDropDown *order_drop;
  GtkTextView *text_view;
  GtkLabel *size_label;
  GtkLabel *misreads_label;
  GtkLabel *count_label;
  GtkCheckButton *replace_check;
  GtkStack *stack;
  GtkListView *list;

  /* Owned */
  IkrarContext *context;
  GtkWidget *asker;
  GCancellable *cancellable;
  GPtrArray *units; /* IkrarUnit */
  IkrarPaperList *paper;
  GArray *lines;        /* IkrarPaperLine, in the order of typing */
  IkrarLineList *shown; /* of them, the last one first */

  IkrarEntered entered;
  IkrarId event;
  IkrarId session;
  gboolean sound;
  gboolean loading;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (IkrarSheetDialog, ikrar_sheet_dialog, ADW_TYPE_WINDOW)

/* Which list is read, and what was read. */
typedef struct
{
  IkrarId event;
  IkrarId session;
  IkrarId unit;
  IkrarParticipantOrder order;
} Wanted;

typedef struct
{
  IkrarPaperList *paper;
  GPtrArray *units;
} Loaded;

/* What is recorded, for the thread that does it. The dialog keeps its list meanwhile. */
typedef struct
{
  const IkrarPaperList *paper;
  GArray *lines;
  gboolean replace;
} Recording;

/* The order of the rows in the drop-down. */
static const IkrarParticipantOrder orders[] = { IKRAR_ORDER_NUMBER, IKRAR_ORDER_NAME,
                                                IKRAR_ORDER_UNIT, IKRAR_ORDER_GRADE };

static void
loaded_free (Loaded *loaded)
{
  ikrar_paper_list_free (loaded->paper);
  g_clear_pointer (&loaded->units, g_ptr_array_unref);
  g_free (loaded);
}

static guint
count_lines (IkrarSheetDialog *self, IkrarPaperVerdict verdict)
{
  guint count = 0;

  for (guint i = 0; i < self->lines->len; i++)
    count += g_array_index (self->lines, IkrarPaperLine, i).verdict == verdict;
  return count;
}

static void
update (IkrarSheetDialog *self)
{
  guint otherwise = count_lines (self, IKRAR_PAPER_OTHERWISE);
  gboolean replace = gtk_check_button_get_active (self->replace_check);
  guint count = count_lines (self, IKRAR_PAPER_NEW) + (replace ? otherwise : 0);
  g_autofree char *number = ikrar_number_thousands (count);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s person will be recorded", "%s people will be recorded", count), number);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->replace_check), otherwise > 0);
  gtk_widget_set_sensitive (self->record_button,
                            self->sound && count > 0 && !self->loading && !self->working);
}

static void
show_misreads (IkrarSheetDialog *self, const IkrarNumberList *numbers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (numbers->misreads->len, MISREADS_SHOWN); i++)
    {
      g_autofree char *line = ikrar_list_misread_text (g_ptr_array_index (numbers->misreads, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (numbers->misreads->len > MISREADS_SHOWN)
    g_string_append (text, " …");
  gtk_label_set_label (self->misreads_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->misreads_label), text->len > 0);
}

static void
show_lines (IkrarSheetDialog *self, GArray *lines)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = lines->len; i > 0; i--)
    g_ptr_array_add (shown, &g_array_index (lines, IkrarPaperLine, i - 1));
  ikrar_line_list_show (self->shown, shown);
  g_array_unref (self->lines);
  self->lines = lines;
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "list" : "none");
}

static void
read_text (IkrarSheetDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *text = NULL;
  g_autoptr (IkrarNumberList) numbers = NULL;
  GtkTextIter start, end;

  if (self->paper == NULL)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  numbers = ikrar_number_list_parse (text, ikrar_paper_list_get_size (self->paper),
                                     IKRAR_ATTENDANCE_PRESENT);
  self->sound = ikrar_number_list_is_sound (numbers);
  show_misreads (self, numbers);
  show_lines (self, ikrar_paper_list_judge (self->paper, numbers->numbers));
  update (self);
}

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Wanted *wanted = input;
  Loaded *loaded = g_new0 (Loaded, 1);

  loaded->units = ikrar_unit_list (store, wanted->event, error);
  if (loaded->units != NULL)
    loaded->paper = ikrar_paper_list_load (store, wanted->event, wanted->session, wanted->unit,
                                           wanted->order, error);
  if (loaded->paper != NULL)
    return loaded;
  loaded_free (loaded);
  return NULL;
}

static void on_list_selected (IkrarSheetDialog *self);

/* Once: which units there are does not change while somebody types. */
static void
fill_units (IkrarSheetDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All Units"));
  for (guint i = 0; i < self->units->len; i++)
    gtk_string_list_append (names, ((const IkrarUnit *) g_ptr_array_index (self->units, i))->name);
  g_signal_handlers_block_by_func (self->unit_drop, on_list_selected, self);
  gtk_drop_down_set_model (self->unit_drop, G_LIST_MODEL (names));
  g_signal_handlers_unblock_by_func (self->unit_drop, on_list_selected, self);
}

static void
show_size (IkrarSheetDialog *self)
{
  guint size = ikrar_paper_list_get_size (self->paper);
  g_autofree char *number = ikrar_number_thousands (size);
  /* Translators: %s is the last number of a printed list. */
  g_autofree char *text = g_strdup_printf (_ ("The list has the numbers 1 to %s."), number);

  gtk_label_set_label (self->size_label, size > 0 ? text : _ ("Nobody is on this list."));
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarSheetDialog *self = owner;
  Loaded *loaded = output;
  IkrarPaperList *before = self->paper;

  self->loading = FALSE;
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Roster Cannot Be Read"), error);
      return;
    }
  self->paper = g_steal_pointer (&loaded->paper);
  if (self->units == NULL)
    {
      self->units = g_steal_pointer (&loaded->units);
      fill_units (self);
    }
  show_size (self);
  read_text (self);
  /* Its people are shown until then. */
  ikrar_paper_list_free (before);
  loaded_free (loaded);
}

static IkrarId
chosen_unit (IkrarSheetDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->unit_drop);

  if (self->units == NULL || selected == 0 || selected > self->units->len)
    return 0;
  return ((const IkrarUnit *) g_ptr_array_index (self->units, selected - 1))->id;
}

static void
start_loading (IkrarSheetDialog *self)
{
  guint order = MIN (gtk_drop_down_get_selected (self->order_drop), G_N_ELEMENTS (orders) - 1);
  const Wanted wanted = { self->event, self->session, chosen_unit (self), orders[order] };
  const IkrarWork work = {
    .func = load,
    .input = g_memdup2 (&wanted, sizeof wanted),
    .free_input = g_free,
    .free_output = (GDestroyNotify) loaded_free,
    .done = on_loaded,
  };

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = TRUE;
  update (self);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
on_list_selected (IkrarSheetDialog *self)
{
  if (self->context != NULL)
    start_loading (self);
}

static gpointer
record (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Recording *recording = input;
  IkrarAttendanceEntered entered;

  if (!ikrar_paper_list_record (recording->paper, store, recording->lines, recording->replace,
                                &entered, error))
    return NULL;
  return g_memdup2 (&entered, sizeof entered);
}

static void
recording_free (Recording *recording)
{
  g_array_unref (recording->lines);
  g_free (recording);
}

static void
set_working (IkrarSheetDialog *self, gboolean working)
{
  self->working = working;
  gtk_text_view_set_editable (self->text_view, !working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unit_drop), !working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_drop), !working);
  update (self);
}

static void
on_recorded (gpointer owner, gpointer output, const GError *error)
{
  IkrarSheetDialog *self = owner;
  g_autofree IkrarAttendanceEntered *entered = output;

  set_working (self, FALSE);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The List Could Not Be Recorded"), error);
      return;
    }
  if (entered->journal != 0)
    self->entered (self->asker, entered->journal, entered->recorded);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_record_clicked (IkrarSheetDialog *self)
{
  Recording *recording;
  IkrarWork work = { .func = record,
                     .free_input = (GDestroyNotify) recording_free,
                     .free_output = g_free,
                     .done = on_recorded };

  if (!gtk_widget_is_sensitive (self->record_button))
    return;
  recording = g_new0 (Recording, 1);
  recording->paper = self->paper;
  recording->lines = g_array_ref (self->lines);
  recording->replace = gtk_check_button_get_active (self->replace_check);
  work.input = recording;
  set_working (self, TRUE);
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
on_setup (IkrarSheetDialog *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ikrar_person_cell_new ());
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static char *
describe_verdict (const IkrarPaperLine *line)
{
  if (line->verdict == IKRAR_PAPER_NEW)
    return g_strdup ("");
  if (line->verdict == IKRAR_PAPER_SAME)
    return g_strdup (_ ("recorded already"));
  /* Translators: %s is a state such as Sick. */
  return g_strdup_printf (_ ("recorded as: %s"), ikrar_status_of_attendance (line->recorded).label);
}

static void
fill_row (GtkListItem *item)
{
  IkrarPersonCell *cell = IKRAR_PERSON_CELL (gtk_list_item_get_child (item));
  const IkrarPaperLine *line = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;
  IkrarStatus status;

  if (line == NULL)
    return;
  name = g_strdup_printf ("%u · %s", line->number, line->person->display);
  note = describe_verdict (line);
  status = ikrar_status_of_attendance (line->state);
  ikrar_person_cell_set (cell, name, line->person->unit);
  ikrar_person_cell_set_status (cell, &status, note);
}

static void
on_bind (IkrarSheetDialog *self, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill_row), item);
  fill_row (item);
}

static void
on_unbind (IkrarSheetDialog *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_row, item);
}

static gboolean
record_by_key (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  on_record_clicked (IKRAR_SHEET_DIALOG (widget));
  return TRUE;
}

static void
ikrar_sheet_dialog_dispose (GObject *object)
{
  IkrarSheetDialog *self = IKRAR_SHEET_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SHEET_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->asker);
  G_OBJECT_CLASS (ikrar_sheet_dialog_parent_class)->dispose (object);
}

static void
ikrar_sheet_dialog_finalize (GObject *object)
{
  IkrarSheetDialog *self = IKRAR_SHEET_DIALOG (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->shown);
  g_array_unref (self->lines);
  ikrar_paper_list_free (self->paper);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (ikrar_sheet_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/sheet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, title);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, record_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, unit_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, order_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, size_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, misreads_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, replace_check);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarSheetDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_list_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ikrar_sheet_dialog_class_init (IkrarSheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_sheet_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_sheet_dialog_finalize;
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, record_by_key,
                                NULL);
}

static void
ikrar_sheet_dialog_init (IkrarSheetDialog *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (IkrarPaperLine));
  self->shown = ikrar_line_list_new ();
  self->sound = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (read_text), self, G_CONNECT_SWAPPED);
  update (self);
}

void
ikrar_sheet_dialog_present (GtkWidget *widget,
                            IkrarContext *context,
                            IkrarId event,
                            IkrarId session,
                            const char *title,
                            IkrarEntered entered)
{
  IkrarSheetDialog *self =
      g_object_new (IKRAR_TYPE_SHEET_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->context = g_object_ref (context);
  self->asker = g_object_ref (widget);
  self->event = event;
  self->session = session;
  self->entered = entered;
  adw_window_title_set_subtitle (self->title, title);
  start_loading (self);
  gtk_window_present (GTK_WINDOW (self));
}
