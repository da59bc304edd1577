/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/match-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "roster/attendance-match.h"

#include "ui/common/line-list.h"
#include "ui/common/notice.h"
#include "ui/common/person-cell.h"
#include "ui/common/status.h"
#include "ui/common/work.h"

struct _IkrarMatchDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkWidget *record_button;
  GtkStack *stack;
  GtkLabel *summary_label;
  GtkWidget *review_box;
  GtkLabel *place_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  IkrarPersonCell *answer_cell;
  GtkLabel *doubt_label;
  GtkListBox *candidates_box;
  GtkDropDown *state_drop;
  GtkCheckButton *replace_check;
  GtkLabel *count_label;
  GtkListView *list;

  /* Owned */
  IkrarContext *context;
  GtkWidget *asker;
  GCancellable *cancellable;
  IkrarAttendanceMatches *matches;
  GArray *doubtful;     /* guint: indexes of those to look at */
  IkrarLineList *shown; /* IkrarAttendanceMatch: who is chosen, then who is unknown */

  IkrarEntered entered;
  IkrarId event;
  IkrarId session;
  IkrarZone zone;
  guint place; /* of the one that is looked at, in doubtful */
  gboolean filling;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (IkrarMatchDialog, ikrar_match_dialog, ADW_TYPE_WINDOW)

/* Which file is read. */
typedef struct
{
  IkrarImportSource *source;
  IkrarId event;
  IkrarId session;
} Wanted;

typedef struct
{
  IkrarAttendanceMatches *matches;
  IkrarZone zone;
} Loaded;

/* What is recorded; the dialog keeps the matches as they are meanwhile. */
typedef struct
{
  const IkrarAttendanceMatches *matches;
  IkrarAttendance state;
  gboolean replace;
} Recording;

/* What is recorded of who came, by the rows of the drop-down. */
static const IkrarAttendance states[] = { IKRAR_ATTENDANCE_UNRECORDED, IKRAR_ATTENDANCE_PRESENT,
                                          IKRAR_ATTENDANCE_ONLINE };

static void
wanted_free (Wanted *wanted)
{
  ikrar_import_source_unref (wanted->source);
  g_free (wanted);
}

static void
loaded_free (Loaded *loaded)
{
  ikrar_attendance_matches_free (loaded->matches);
  g_free (loaded);
}

static IkrarAttendanceMatch *
get_match (IkrarMatchDialog *self, guint index)
{
  return g_ptr_array_index (self->matches->matches, index);
}

static IkrarAttendance
chosen_state (IkrarMatchDialog *self)
{
  return states[MIN (gtk_drop_down_get_selected (self->state_drop), G_N_ELEMENTS (states) - 1)];
}

/* What would be recorded of somebody. */
static IkrarAttendance
state_of (IkrarMatchDialog *self, const IkrarAttendanceMatch *match)
{
  IkrarAttendance state = chosen_state (self);

  return state != IKRAR_ATTENDANCE_UNRECORDED && ikrar_attendance_is_present (match->answer->state)
             ? state
             : match->answer->state;
}

static gboolean
is_otherwise (IkrarMatchDialog *self, const IkrarAttendanceMatch *match)
{
  return match->recorded != IKRAR_ATTENDANCE_UNRECORDED &&
         match->recorded != state_of (self, match);
}

static gboolean
is_new (IkrarMatchDialog *self, const IkrarAttendanceMatch *match)
{
  gboolean replace = gtk_check_button_get_active (self->replace_check);

  return match->chosen != NULL && !match->known &&
         match->answer->state != IKRAR_ATTENDANCE_UNRECORDED &&
         match->recorded != state_of (self, match) && (replace || !is_otherwise (self, match));
}

/* People, not lines: somebody may have answered more than once. */
static guint
count_new (IkrarMatchDialog *self)
{
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->matches->matches->len; i++)
    if (is_new (self, get_match (self, i)))
      g_hash_table_add (people, (gpointer) get_match (self, i)->chosen);
  return g_hash_table_size (people);
}

static void
update (IkrarMatchDialog *self)
{
  guint otherwise = 0, count;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (self->matches == NULL)
    return;
  for (guint i = 0; i < self->matches->matches->len; i++)
    otherwise += get_match (self, i)->chosen != NULL && !get_match (self, i)->known &&
                 is_otherwise (self, get_match (self, i));
  count = count_new (self);
  number = ikrar_number_thousands (count);
  text = g_strdup_printf (
      ngettext ("%s person will be recorded", "%s people will be recorded", count), number);
  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->replace_check), otherwise > 0);
  gtk_widget_set_sensitive (self->record_button, count > 0 && !self->working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !self->working);
}

static void
show_chosen (IkrarMatchDialog *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < self->matches->matches->len; i++)
    if (get_match (self, i)->chosen != NULL)
      g_ptr_array_add (lines, get_match (self, i));
  for (guint i = 0; i < self->matches->matches->len; i++)
    if (get_match (self, i)->match == IKRAR_MATCH_UNKNOWN)
      g_ptr_array_add (lines, get_match (self, i));
  ikrar_line_list_show (self->shown, lines);
  update (self);
}

static void
show_summary (IkrarMatchDialog *self)
{
  guint counts[IKRAR_N_MATCHES] = { 0 };
  g_autofree char *sure = NULL;
  g_autofree char *doubtful = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->matches->matches->len; i++)
    counts[get_match (self, i)->match]++;
  sure = ikrar_number_thousands (counts[IKRAR_MATCH_EXACT] + counts[IKRAR_MATCH_LIKELY]);
  doubtful = ikrar_number_thousands (counts[IKRAR_MATCH_DOUBTFUL]);
  unknown = ikrar_number_thousands (counts[IKRAR_MATCH_UNKNOWN]);
  /* Translators: the three are numbers of people in a file. */
  text = g_strdup_printf (_ ("%1$s found, %2$s doubtful, %3$s not on the roster"), sure, doubtful,
                          unknown);
  gtk_label_set_label (self->summary_label, text);
}

static void
on_candidate_toggled (IkrarMatchDialog *self, GtkCheckButton *check)
{
  int candidate = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "candidate"));

  if (self->filling || !gtk_check_button_get_active (check))
    return;
  ikrar_attendance_match_choose (self->matches, g_array_index (self->doubtful, guint, self->place),
                                 candidate);
  show_chosen (self);
}

/* A row to choose; the first one begins the group. */
static void
add_candidate (IkrarMatchDialog *self,
               GtkWidget **group,
               int candidate,
               const char *name,
               const char *detail,
               gboolean active)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();

  if (*group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (*group));
  else
    *group = check;
  g_object_set_data (G_OBJECT (check), "candidate", GINT_TO_POINTER (candidate));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_candidate_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->candidates_box, row);
}

static void
show_candidates (IkrarMatchDialog *self, const IkrarAttendanceMatch *match)
{
  GtkWidget *row, *group = NULL;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->candidates_box))) != NULL)
    gtk_list_box_remove (self->candidates_box, row);
  add_candidate (self, &group, -1, _ ("None of these"), "", match->chosen == NULL);
  for (guint i = 0; i < match->candidates->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (match->candidates, i);

      add_candidate (self, &group, (int) i, line->display, line->unit, match->chosen == line);
    }
  self->filling = FALSE;
}

static void
show_review (IkrarMatchDialog *self)
{
  const IkrarAttendanceMatch *match;
  g_autofree char *place = NULL;
  g_autofree char *clock = NULL;
  IkrarStatus status;

  gtk_widget_set_visible (self->review_box, self->doubtful->len > 0);
  if (self->doubtful->len == 0)
    return;
  match = get_match (self, g_array_index (self->doubtful, guint, self->place));
  /* Translators: the place of a doubtful answer, and how many there are. */
  place = g_strdup_printf (_ ("Who is this? %1$u of %2$u"), self->place + 1, self->doubtful->len);
  clock = ikrar_time_format_clock (match->answer->at, self->zone);
  status = ikrar_status_of_attendance (match->answer->state);
  gtk_label_set_label (self->place_label, place);
  ikrar_person_cell_set (self->answer_cell, match->answer->name,
                         *match->answer->unit != '\0' ? match->answer->unit : match->answer->email);
  ikrar_person_cell_set_status (self->answer_cell, &status, clock);
  gtk_label_set_label (self->doubt_label, ikrar_match_doubt_text (match->doubt));
  gtk_widget_set_sensitive (self->previous_button, self->place > 0);
  gtk_widget_set_sensitive (self->next_button, self->place + 1 < self->doubtful->len);
  show_candidates (self, match);
}

static void
on_previous_clicked (IkrarMatchDialog *self)
{
  self->place--;
  show_review (self);
}

static void
on_next_clicked (IkrarMatchDialog *self)
{
  self->place++;
  show_review (self);
}

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Wanted *wanted = input;
  g_autoptr (IkrarWorkbook) workbook = ikrar_import_source_open (wanted->source, FALSE, error);
  g_autoptr (IkrarEvent) event = NULL;
  IkrarAttendanceMatches *matches;
  Loaded *loaded;

  if (workbook == NULL)
    return NULL;
  event = ikrar_event_get (store, wanted->event, error);
  if (event == NULL)
    return NULL;
  matches = ikrar_attendance_match_load (store, workbook, wanted->event, wanted->session,
                                         IKRAR_SOURCE_GUESS, progress, error);
  if (matches == NULL)
    return NULL;
  loaded = g_new0 (Loaded, 1);
  loaded->matches = matches;
  loaded->zone = event->zone;
  return loaded;
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarMatchDialog *self = owner;
  g_autofree Loaded *loaded = output;

  if (error != NULL)
    {
      ikrar_notice_error (self->asker, _ ("The File Cannot Be Read"), error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->matches = loaded->matches;
  self->zone = loaded->zone;
  for (guint i = 0; i < self->matches->matches->len; i++)
    if (get_match (self, i)->match == IKRAR_MATCH_DOUBTFUL && !get_match (self, i)->known)
      g_array_append_val (self->doubtful, i);
  show_summary (self);
  show_review (self);
  show_chosen (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static gpointer
record (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Recording *recording = input;
  IkrarAttendanceEntered entered;

  if (!ikrar_attendance_match_record (recording->matches, store, recording->state,
                                      recording->replace, &entered, error))
    return NULL;
  return g_memdup2 (&entered, sizeof entered);
}

static void
on_recorded (gpointer owner, gpointer output, const GError *error)
{
  IkrarMatchDialog *self = owner;
  g_autofree IkrarAttendanceEntered *entered = output;

  self->working = FALSE;
  update (self);
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Attendance Could Not Be Recorded"), error);
      return;
    }
  if (entered->journal != 0)
    self->entered (self->asker, entered->journal, entered->recorded);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_record_clicked (IkrarMatchDialog *self)
{
  const Recording recording = { self->matches, chosen_state (self),
                                gtk_check_button_get_active (self->replace_check) };
  const IkrarWork work = {
    .func = record,
    .input = g_memdup2 (&recording, sizeof recording),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_recorded,
  };

  self->working = TRUE;
  update (self);
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
on_setup (IkrarMatchDialog *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ikrar_person_cell_new ());
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  g_object_set_data (G_OBJECT (item), "dialog", self);
}

static char *
describe (IkrarMatchDialog *self, const IkrarAttendanceMatch *match)
{
  if (match->known || match->recorded == state_of (self, match))
    return g_strdup (_ ("recorded already"));
  if (is_otherwise (self, match))
    /* Translators: %s is a state such as Sick. */
    return g_strdup_printf (_ ("recorded as: %s"),
                            ikrar_status_of_attendance (match->recorded).label);
  return ikrar_time_format_clock (match->answer->at, self->zone);
}

static void
fill_row (GtkListItem *item)
{
  IkrarMatchDialog *self = g_object_get_data (G_OBJECT (item), "dialog");
  IkrarPersonCell *cell = IKRAR_PERSON_CELL (gtk_list_item_get_child (item));
  const IkrarAttendanceMatch *match = ikrar_line_item_get_line (gtk_list_item_get_item (item));
  g_autofree char *note = NULL;
  IkrarStatus status;

  if (match == NULL)
    return;
  if (match->chosen == NULL)
    {
      status = ikrar_status_of_attendance (IKRAR_ATTENDANCE_UNRECORDED);
      ikrar_person_cell_set (cell, match->answer->name, match->answer->unit);
      ikrar_person_cell_set_status (cell, &status, _ ("not on the roster"));
      return;
    }
  note = describe (self, match);
  status = ikrar_status_of_attendance (state_of (self, match));
  ikrar_person_cell_set (cell, match->chosen->display, match->chosen->unit);
  ikrar_person_cell_set_status (cell, &status, note);
}

static void
on_bind (IkrarMatchDialog *self, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill_row), item);
  fill_row (item);
}

static void
on_unbind (IkrarMatchDialog *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_row, item);
}

/* All rows say another state then. */
static void
on_state_selected (IkrarMatchDialog *self)
{
  if (self->matches == NULL)
    return;
  show_chosen (self);
}

static void
ikrar_match_dialog_dispose (GObject *object)
{
  IkrarMatchDialog *self = IKRAR_MATCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_MATCH_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->asker);
  G_OBJECT_CLASS (ikrar_match_dialog_parent_class)->dispose (object);
}

static void
ikrar_match_dialog_finalize (GObject *object)
{
  IkrarMatchDialog *self = IKRAR_MATCH_DIALOG (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->shown);
  g_array_unref (self->doubtful);
  ikrar_attendance_matches_free (self->matches);
  G_OBJECT_CLASS (ikrar_match_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/match-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, title);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, record_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, review_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, previous_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, answer_cell);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, candidates_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, state_drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, replace_check);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMatchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_state_selected);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
ikrar_match_dialog_class_init (IkrarMatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_match_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_match_dialog_finalize;
  g_type_ensure (IKRAR_TYPE_PERSON_CELL);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ikrar_match_dialog_init (IkrarMatchDialog *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->doubtful = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown = ikrar_line_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

void
ikrar_match_dialog_present (GtkWidget *widget,
                            IkrarContext *context,
                            IkrarId event,
                            IkrarId session,
                            const char *title,
                            IkrarImportSource *source,
                            IkrarEntered entered)
{
  IkrarMatchDialog *self =
      g_object_new (IKRAR_TYPE_MATCH_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  Wanted *wanted = g_new0 (Wanted, 1);
  const IkrarWork work = {
    .func = load,
    .input = wanted,
    .free_input = (GDestroyNotify) wanted_free,
    .free_output = (GDestroyNotify) loaded_free,
    .done = on_loaded,
  };

  self->context = g_object_ref (context);
  self->asker = g_object_ref (widget);
  self->event = event;
  self->session = session;
  self->entered = entered;
  adw_window_title_set_subtitle (self->title, title);
  wanted->source = source;
  wanted->event = event;
  wanted->session = session;
  ikrar_work_start (context, self, self->cancellable, &work);
  gtk_window_present (GTK_WINDOW (self));
}
