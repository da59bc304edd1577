/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/mark-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "core/text.h"
#include "store/attendance.h"
#include "store/participant-table.h"

#include "ui/common/compat.h"
#include "ui/common/id-selection.h"
#include "ui/common/notice.h"
#include "ui/common/participant-lines.h"
#include "ui/common/person-cell.h"
#include "ui/common/status.h"
#include "ui/common/work.h"

struct _IkrarMarkDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *set_button;
  GtkSearchEntry *entry;
  GtkBox *chips;
  GtkButton *all_button;
  GtkLabel *chosen_label;
  GtkStack *stack;
  GtkListView *list;
  GtkDropDown *state_drop;
  GtkWidget *stand_in_box;
  GtkLabel *stand_in_label;
  GtkEditable *stand_in_entry;

  /* Owned */
  IkrarContext *context;
  GtkWidget *asker;
  GCancellable *cancellable;
  IkrarParticipantTable *table;
  IkrarLineList *found;     /* IkrarParticipantLine */
  IkrarIdSelection *chosen; /* of them */

  IkrarMarked marked;
  IkrarId event;
  IkrarId session;
  guint groups; /* bits (1 << IkrarAttendanceGroup) wanted, 0 for all */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (IkrarMarkDialog, ikrar_mark_dialog, ADW_TYPE_WINDOW)

/* What can be set by hand, in the order people look for it. */
static const IkrarAttendance states[] = {
  IKRAR_ATTENDANCE_PRESENT,     IKRAR_ATTENDANCE_ONLINE,      IKRAR_ATTENDANCE_LATE,
  IKRAR_ATTENDANCE_REPRESENTED, IKRAR_ATTENDANCE_STANDING_IN, IKRAR_ATTENDANCE_EXCUSED,
  IKRAR_ATTENDANCE_SICK,        IKRAR_ATTENDANCE_ON_DUTY,     IKRAR_ATTENDANCE_ON_LEAVE,
  IKRAR_ATTENDANCE_STUDY_LEAVE, IKRAR_ATTENDANCE_UNEXCUSED,
};

/* What is set, for the thread that does it. */
typedef struct
{
  GArray *participants; /* IkrarId */
  IkrarId session;
  IkrarAttendance state;
  char *stand_in;
} Marks;

static void
marks_free (Marks *marks)
{
  g_array_unref (marks->participants);
  g_free (marks->stand_in);
  g_free (marks);
}

static IkrarAttendance
chosen_state (IkrarMarkDialog *self)
{
  return states[MIN (gtk_drop_down_get_selected (self->state_drop), G_N_ELEMENTS (states) - 1)];
}

/* Whose other half is asked for: who came instead, or for whom somebody came. */
static const char *
stand_in_question (IkrarAttendance state)
{
  if (state == IKRAR_ATTENDANCE_REPRESENTED)
    return _ ("_Represented by");
  if (state == IKRAR_ATTENDANCE_STANDING_IN)
    return _ ("_Standing in for");
  return NULL;
}

static void
show_chosen (IkrarMarkDialog *self)
{
  guint count = ikrar_id_selection_get_size (self->chosen);
  g_autofree char *number = ikrar_number_thousands (count);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s person chosen", "%s people chosen", count), number);

  gtk_label_set_label (self->chosen_label, text);
}

static void
update (IkrarMarkDialog *self)
{
  const char *question = stand_in_question (chosen_state (self));
  gboolean named =
      question == NULL || !ikrar_text_is_blank (gtk_editable_get_text (self->stand_in_entry));

  gtk_widget_set_visible (self->stand_in_box, question != NULL);
  gtk_label_set_label (self->stand_in_label, question != NULL ? question : "");
  gtk_widget_set_sensitive (self->set_button, ikrar_id_selection_get_size (self->chosen) > 0 &&
                                                  named && !self->working);
  show_chosen (self);
}

static void
show_all_button (IkrarMarkDialog *self, guint found)
{
  g_autofree char *number = ikrar_number_thousands (found);
  /* Translators: %s is the number of people shown. */
  g_autofree char *text = g_strdup_printf (_ ("Choose All %s"), number);

  gtk_button_set_label (self->all_button, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_button), found > 0);
}

static void
search (IkrarMarkDialog *self)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (self->table == NULL)
    return;
  found = ikrar_participant_table_search (
      self->table, gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->groups, 0);
  lines = ikrar_participant_lines_at (self->table, found, G_MAXUINT);
  ikrar_line_list_show (self->found, lines);
  show_all_button (self, found->len);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "none");
}

static void
on_chip_toggled (IkrarMarkDialog *self, GtkToggleButton *chip)
{
  guint group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "group"));

  self->groups ^= 1u << group;
  search (self);
}

static void
add_chip (IkrarMarkDialog *self, IkrarAttendanceGroup group, guint count)
{
  IkrarStatus status = ikrar_status_of_attendance_group (group);
  g_autofree char *number = ikrar_number_thousands (count);
  g_autofree char *label = g_strdup_printf ("%s %s", status.label, number);
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (chip), "group", GUINT_TO_POINTER (group));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips, chip);
}

static void
fill_chips (IkrarMarkDialog *self)
{
  static const IkrarAttendanceGroup order[] = {
    IKRAR_ATTENDANCE_GROUP_UNRECORDED,  IKRAR_ATTENDANCE_GROUP_PRESENT,
    IKRAR_ATTENDANCE_GROUP_REPRESENTED, IKRAR_ATTENDANCE_GROUP_EXCUSED,
    IKRAR_ATTENDANCE_GROUP_ABSENT,
  };
  IkrarAttendanceCount count;

  ikrar_participant_table_count (self->table, 0, &count, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (ikrar_attendance_count_group (&count, order[i]) > 0)
      add_chip (self, order[i], ikrar_attendance_count_group (&count, order[i]));
}

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  return ikrar_participant_table_load (store, *(const IkrarId *) input, 0, FALSE, IKRAR_ORDER_NAME,
                                       progress, error);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarMarkDialog *self = owner;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Roster Cannot Be Read"), error);
      return;
    }
  self->table = output;
  fill_chips (self);
  search (self);
}

/* One press chooses all that are shown, the next one none of them. */
static void
on_all_clicked (IkrarMarkDialog *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->chosen);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (model);

  if (gtk_bitset_get_size (chosen) < g_list_model_get_n_items (G_LIST_MODEL (model)))
    gtk_selection_model_select_all (model);
  else
    gtk_selection_model_unselect_all (model);
}

/* The check follows the selection, and the selection the check. */
static void
on_selected_changed (GtkListItem *item)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_list_item_get_child (item)),
                               gtk_list_item_get_selected (item));
}

static void
on_check_toggled (IkrarMarkDialog *self, GtkCheckButton *check)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->chosen);
  guint position = gtk_list_item_get_position (g_object_get_data (G_OBJECT (check), "item"));

  if (position == GTK_INVALID_LIST_POSITION ||
      gtk_selection_model_is_selected (model, position) == gtk_check_button_get_active (check))
    return;
  if (gtk_check_button_get_active (check))
    gtk_selection_model_select_item (model, position, FALSE);
  else
    gtk_selection_model_unselect_item (model, position);
}

static void
on_setup (IkrarMarkDialog *self, GtkListItem *item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *cell = ikrar_person_cell_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), cell);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_list_item_set_child (item, check);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  g_object_set_data (G_OBJECT (check), "item", item);
  g_signal_connect (item, "notify::selected", G_CALLBACK (on_selected_changed), NULL);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_row (GtkListItem *item)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_item_get_child (item));
  IkrarPersonCell *cell = IKRAR_PERSON_CELL (gtk_check_button_get_child (check));
  const IkrarParticipantLine *line = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  IkrarStatus status;

  if (line == NULL)
    return;
  status = ikrar_status_of_attendance (line->state);
  ikrar_person_cell_set (cell, line->display, line->unit);
  ikrar_person_cell_set_status (cell, &status, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->display, -1);
  on_selected_changed (item);
}

static void
on_bind (IkrarMarkDialog *self, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill_row), item);
  fill_row (item);
}

static void
on_unbind (IkrarMarkDialog *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_row, item);
}

static gpointer
set_marks (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Marks *marks = input;
  IkrarId journal = ikrar_attendance_set (store, (const IkrarId *) marks->participants->data,
                                          marks->participants->len, marks->session, marks->state,
                                          marks->stand_in, error);

  return g_memdup2 (&journal, sizeof journal);
}

static void
on_set (gpointer owner, gpointer output, const GError *error)
{
  IkrarMarkDialog *self = owner;
  g_autofree IkrarId *journal = output;

  self->working = FALSE;
  update (self);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The States Could Not Be Set"), error);
      return;
    }
  self->marked (self->asker, *journal, chosen_state (self),
                ikrar_id_selection_get_size (self->chosen));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_set_clicked (IkrarMarkDialog *self)
{
  Marks *marks = g_new0 (Marks, 1);
  const IkrarWork work = {
    .func = set_marks,
    .input = marks,
    .free_input = (GDestroyNotify) marks_free,
    .free_output = g_free,
    .done = on_set,
  };

  marks->participants = ikrar_id_selection_get_ids (self->chosen);
  marks->session = self->session;
  marks->state = chosen_state (self);
  if (stand_in_question (marks->state) != NULL)
    marks->stand_in = ikrar_text_clean (gtk_editable_get_text (self->stand_in_entry));
  self->working = TRUE;
  update (self);
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
fill_states (IkrarMarkDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (labels, ikrar_status_of_attendance (states[i]).label);
  gtk_drop_down_set_model (self->state_drop, G_LIST_MODEL (labels));
}

static void
ikrar_mark_dialog_dispose (GObject *object)
{
  IkrarMarkDialog *self = IKRAR_MARK_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_MARK_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->asker);
  G_OBJECT_CLASS (ikrar_mark_dialog_parent_class)->dispose (object);
}

static void
ikrar_mark_dialog_finalize (GObject *object)
{
  IkrarMarkDialog *self = IKRAR_MARK_DIALOG (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->chosen);
  g_object_unref (self->found);
  ikrar_participant_table_unref (self->table);
  G_OBJECT_CLASS (ikrar_mark_dialog_parent_class)->finalize (object);
}

static void
ikrar_mark_dialog_class_init (IkrarMarkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_mark_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_mark_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/mark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, set_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, chips);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, list);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, state_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, stand_in_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, stand_in_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMarkDialog, stand_in_entry);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_set_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ikrar_mark_dialog_init (IkrarMarkDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->found = ikrar_line_list_new ();
  self->chosen = ikrar_id_selection_new (self->found, ikrar_participant_lines_key);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->chosen));
  g_signal_connect_object (self->chosen, "notify::n-selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  ikrar_compat_set_placeholder (self->entry, _ ("Name, number or unit"));
  fill_states (self);
  update (self);
}

void
ikrar_mark_dialog_present (GtkWidget *widget,
                           IkrarContext *context,
                           IkrarId event,
                           IkrarId session,
                           IkrarMarked marked)
{
  IkrarMarkDialog *self =
      g_object_new (IKRAR_TYPE_MARK_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  const IkrarWork work = {
    .func = load,
    .input = g_memdup2 (&event, sizeof event),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_participant_table_unref,
    .done = on_loaded,
  };

  self->context = g_object_ref (context);
  self->asker = g_object_ref (widget);
  self->event = event;
  self->session = session;
  self->marked = marked;
  ikrar_work_start (context, self, self->cancellable, &work);
  gtk_window_present (GTK_WINDOW (self));
}
