/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/person-view.h"

#include <glib/gi18n-lib.h>

#include "core/attendance.h"
#include "core/person-name.h"

#include "ui/common/fact-row.h"
#include "ui/common/journal-row.h"
#include "ui/common/list.h"
#include "ui/common/pill.h"
#include "ui/common/status.h"

struct _IkrarPersonView
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *initials_label;
  GtkLabel *name_label;
  GtkLabel *post_label;
  GtkListBox *numbers_list;
  GtkToggleButton *reveal_button;
  GtkListBox *facts_list;
  GtkListBox *events_list;
  GtkWidget *sources_box;
  GtkListBox *sources_list;
  GtkListBox *journal_list;

  /* Owned */
  GPtrArray *number_rows; /* borrowed AdwActionRow */
  GPtrArray *numbers;     /* bare digits of each */

  IkrarId person; /* who is shown, 0 for nobody */
};

G_DEFINE_FINAL_TYPE (IkrarPersonView, ikrar_person_view, ADW_TYPE_BIN)

/* The front of a number holds birth date and sex: others may look on. */
static void
show_digits (IkrarPersonView *self)
{
  gboolean revealed = gtk_toggle_button_get_active (self->reveal_button);

  for (guint i = 0; i < self->numbers->len; i++)
    {
      const char *digits = g_ptr_array_index (self->numbers, i);
      g_autofree char *text = revealed ? ikrar_number_format (digits) : ikrar_number_mask (digits);

      adw_action_row_set_subtitle (g_ptr_array_index (self->number_rows, i), text);
    }
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal_button),
                            revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

static void
add_number (IkrarPersonView *self, const char *name, const char *digits)
{
  GtkWidget *row = ikrar_fact_row_new (name, "");

  gtk_list_box_append (self->numbers_list, row);
  g_ptr_array_add (self->number_rows, row);
  g_ptr_array_add (self->numbers, g_strdup (digits));
}

static void
show_numbers (IkrarPersonView *self, const IkrarPersonRecord *record)
{
  const IkrarPerson *person = record->person;

  ikrar_list_clear (self->numbers_list);
  g_ptr_array_set_size (self->number_rows, 0);
  g_ptr_array_set_size (self->numbers, 0);
  if (*person->number != '\0')
    add_number (self, ikrar_number_label (person->number_kind), person->number);
  else
    gtk_list_box_append (self->numbers_list, ikrar_fact_row_new_quiet (_ ("No number")));
  for (guint i = 0; i < record->numbers->len; i++)
    {
      const IkrarPersonNumber *earlier = g_ptr_array_index (record->numbers, i);
      /* Translators: %s is a kind of number, such as NIP. */
      g_autofree char *name =
          g_strdup_printf (_ ("%s before"), ikrar_number_label (earlier->number_kind));

      add_number (self, name, earlier->number);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button), self->numbers->len > 0);
  show_digits (self);
}

static void
show_facts (IkrarPersonView *self, const IkrarPersonRecord *record)
{
  const IkrarPerson *person = record->person;
  const char *rank = ikrar_grade_rank (person->grade);
  g_autofree char *grade =
      g_strconcat (rank, *rank != '\0' ? ", " : "", ikrar_grade_text (person->grade), NULL);

  ikrar_list_clear (self->facts_list);
  ikrar_fact_row_add (self->facts_list, _ ("Grade"), grade);
  ikrar_fact_row_add (self->facts_list, _ ("Position"), person->position);
  ikrar_fact_row_add (self->facts_list, _ ("Unit"), record->unit);
  ikrar_fact_row_add (self->facts_list, _ ("Telephone"), person->phone);
  ikrar_fact_row_add (self->facts_list, _ ("E-Mail"), person->email);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_list),
                          gtk_list_box_get_row_at_index (self->facts_list, 0) != NULL);
}

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "\n%s", line);
  g_free (line);
}

/* When it was, what was pledged, which certificate there is. */
static char *
describe_event (const IkrarPersonEvent *event)
{
  g_autofree char *day = ikrar_time_format_day (event->start_at, event->zone);
  IkrarPledgeState pledge = ikrar_person_event_get_pledge (event);
  GString *text = g_string_new (day);

  if (pledge != IKRAR_PLEDGE_NONE)
    /* Translators: %s is what was done with the pledge, such as “Signed”. */
    add_line (text, g_strdup_printf (_ ("Pledge: %s"), ikrar_status_of_pledge (pledge).label));
  if (*event->certificate != '\0')
    /* Translators: %s is the number of a certificate. */
    add_line (text, g_strdup_printf (_ ("Certificate: %s"), event->certificate));
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_event_row (const IkrarPersonEvent *event)
{
  g_autofree char *text = describe_event (event);
  IkrarAttendance state = IKRAR_ATTENDANCE_UNRECORDED;
  GtkWidget *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", event->title, "subtitle",
                    text, "title-lines", 3, "subtitle-lines", 0, "activatable", TRUE, NULL);
  GtkWidget *pill = ikrar_pill_new ();
  IkrarStatus status;

  ikrar_attendance_parse (event->state, &state, NULL);
  status = ikrar_status_of_attendance (state);
  ikrar_pill_set (IKRAR_PILL (pill), status.css_class, status.icon_name, status.label);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-event");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xs)", event->event_id, "participants");
  return row;
}

/* From which row of which list somebody came. */
static GtkWidget *
new_source_row (const IkrarPersonSource *source, IkrarZone zone)
{
  g_autofree char *day = ikrar_time_format_date (source->imported_at, zone);
  /* Translators: %1$s is the name of a sheet, %2$u the number of a row in it. */
  g_autofree char *place = g_strdup_printf (_ ("Sheet %1$s, row %2$u"), source->sheet, source->row);
  /* Translators: %u is the number of a row. */
  g_autofree char *row = g_strdup_printf (_ ("Row %u"), source->row);
  g_autofree char *text =
      g_strdup_printf ("%s · %s\n%s", *source->sheet != '\0' ? place : row, day, source->title);

  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", source->file_name,
                       "subtitle", text, "title-lines", 2, "subtitle-lines", 0, NULL);
}

static void
show_sources (IkrarPersonView *self, const IkrarPersonRecord *record, IkrarZone zone)
{
  ikrar_list_clear (self->sources_list);
  for (guint i = 0; i < record->sources->len; i++)
    gtk_list_box_append (self->sources_list,
                         new_source_row (g_ptr_array_index (record->sources, i), zone));
  gtk_widget_set_visible (self->sources_box, record->sources->len > 0);
}

static void
show_history (IkrarPersonView *self, const IkrarPersonRecord *record, IkrarZone zone)
{
  ikrar_list_clear (self->events_list);
  for (guint i = 0; i < record->events->len; i++)
    gtk_list_box_append (self->events_list, new_event_row (g_ptr_array_index (record->events, i)));
  if (record->events->len == 0)
    gtk_list_box_append (self->events_list, ikrar_fact_row_new_quiet (_ ("On no roster yet")));
  ikrar_list_clear (self->journal_list);
  for (guint i = 0; i < record->journal->len; i++)
    gtk_list_box_append (self->journal_list,
                         ikrar_journal_row_new (g_ptr_array_index (record->journal, i), zone));
  if (record->journal->len == 0)
    gtk_list_box_append (self->journal_list, ikrar_fact_row_new_quiet (_ ("Nothing was changed")));
}

static void
show_head (IkrarPersonView *self, const IkrarPersonRecord *record)
{
  g_autofree char *initials = ikrar_person_name_initials (record->person->name);
  g_autofree char *name = ikrar_person_display (record->person);
  const char *position = record->person->position;
  g_autofree char *post = g_strconcat (
      position, *position != '\0' && *record->unit != '\0' ? "\n" : "", record->unit, NULL);

  gtk_label_set_label (self->initials_label, initials);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->post_label, post);
  gtk_widget_set_visible (GTK_WIDGET (self->post_label), *post != '\0');
}

/* Nothing of somebody stays in a widget: whoever was shown may have been erased. */
static void
show_nobody (IkrarPersonView *self)
{
  GtkListBox *lists[] = { self->numbers_list, self->facts_list, self->events_list,
                          self->sources_list, self->journal_list };

  gtk_label_set_label (self->initials_label, "");
  gtk_label_set_label (self->name_label, "");
  gtk_label_set_label (self->post_label, "");
  g_ptr_array_set_size (self->number_rows, 0);
  g_ptr_array_set_size (self->numbers, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    ikrar_list_clear (lists[i]);
}

static void
show_person (IkrarPersonView *self, const IkrarPersonRecord *record, IkrarZone zone)
{
  show_head (self, record);
  show_numbers (self, record);
  show_facts (self, record);
  show_sources (self, record, zone);
  show_history (self, record, zone);
}

static void
ikrar_person_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PERSON_VIEW);
  G_OBJECT_CLASS (ikrar_person_view_parent_class)->dispose (object);
}

static void
ikrar_person_view_finalize (GObject *object)
{
  IkrarPersonView *self = IKRAR_PERSON_VIEW (object);

  g_ptr_array_unref (self->number_rows);
  g_ptr_array_unref (self->numbers);
  G_OBJECT_CLASS (ikrar_person_view_parent_class)->finalize (object);
}

static void
ikrar_person_view_class_init (IkrarPersonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_person_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_person_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/person-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, initials_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, post_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, numbers_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, facts_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, events_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, sources_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, sources_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonView, journal_list);
  gtk_widget_class_bind_template_callback (widget_class, show_digits);
}

static void
ikrar_person_view_init (IkrarPersonView *self)
{
  self->number_rows = g_ptr_array_new ();
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
ikrar_person_view_get_name (IkrarPersonView *self)
{
  g_return_val_if_fail (IKRAR_IS_PERSON_VIEW (self), NULL);

  return gtk_label_get_label (self->name_label);
}

void
ikrar_person_view_show (IkrarPersonView *self, const IkrarPersonRecord *record, IkrarZone zone)
{
  g_return_if_fail (IKRAR_IS_PERSON_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "person" : "nobody");
  if (record == NULL || record->person->id != self->person)
    {
      gtk_toggle_button_set_active (self->reveal_button, FALSE);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  self->person = record != NULL ? record->person->id : 0;
  if (record == NULL)
    show_nobody (self);
  else
    show_person (self, record, zone);
}
