/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/participant-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/person-name.h"
#include "core/text.h"
#include "core/vocabulary.h"
#include "store/attendance.h"

#include "ui/common/entry-row.h"
#include "ui/common/notice.h"
#include "ui/common/pill.h"
#include "ui/common/status.h"
#include "ui/common/unit-popover.h"
#include "ui/common/work.h"
#include "ui/roster/participant-details.h"

struct _IkrarParticipantDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *save_button;
  GtkLabel *initials_label;
  GtkLabel *name_label;
  GtkLabel *number_label;
  AdwComboRow *kind_row;
  IkrarEntryRow *position_row;
  IkrarEntryRow *unit_row;
  IkrarUnitPopover *unit_popover;
  IkrarEntryRow *seat_row;
  IkrarEntryRow *group_row;
  IkrarEntryRow *note_row;
  AdwPreferencesGroup *attendance_group;
  AdwActionRow *attendance_row;
  IkrarPill *state_pill;
  IkrarPill *pledge_pill;
  AdwActionRow *pledge_row;
  AdwActionRow *certificate_row;
  AdwActionRow *code_row;

  /* Owned */
  GtkWidget *asker;
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the dialog closes */

  IkrarId participant;
  IkrarId person;
};

/* What stands in the fields. */
typedef struct
{
  IkrarId id;
  const char *kind;
  char *position;
  char *unit;
  char *seat;
  char *group_name;
  char *note;
} Fields;

G_DEFINE_FINAL_TYPE (IkrarParticipantDialog, ikrar_participant_dialog, ADW_TYPE_WINDOW)

static void
fields_free (gpointer data)
{
  Fields *fields = data;

  g_free (fields->position);
  g_free (fields->unit);
  g_free (fields->seat);
  g_free (fields->group_name);
  g_free (fields->note);
  g_free (fields);
}

static gpointer
save (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Fields *fields = input;
  g_autoptr (IkrarParticipant) participant = ikrar_participant_get (store, fields->id, error);
  IkrarId journal;

  if (participant == NULL)
    return NULL;
  ikrar_text_replace (&participant->kind, fields->kind);
  ikrar_text_replace (&participant->position, fields->position);
  ikrar_text_replace (&participant->seat, fields->seat);
  ikrar_text_replace (&participant->group_name, fields->group_name);
  ikrar_text_replace (&participant->note, fields->note);
  journal = ikrar_participant_edit (store, participant, fields->unit, error);
  return journal != 0 ? g_memdup2 (&journal, sizeof journal) : NULL;
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  IkrarParticipantDialog *self = owner;
  g_autofree IkrarId *journal = output;

  if (error != NULL)
    {
      gtk_widget_set_sensitive (self->save_button, TRUE);
      ikrar_notice_error (owner, _ ("The Participant Could Not Be Changed"), error);
      return;
    }
  ikrar_notice_undo (self->asker, _ ("Participant changed"), *journal);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_save_clicked (IkrarParticipantDialog *self)
{
  Fields *fields = g_new0 (Fields, 1);
  const IkrarWork work = {
    .func = save,
    .input = fields,
    .free_input = fields_free,
    .free_output = g_free,
    .done = on_saved,
  };

  fields->id = self->participant;
  fields->kind = ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND,
                                        adw_combo_row_get_selected (self->kind_row));
  fields->position = ikrar_entry_row_dup_text (self->position_row);
  fields->unit = ikrar_entry_row_dup_text (self->unit_row);
  fields->seat = ikrar_entry_row_dup_text (self->seat_row);
  fields->group_name = ikrar_entry_row_dup_text (self->group_row);
  fields->note = ikrar_entry_row_dup_text (self->note_row);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
on_changed (IkrarParticipantDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
on_unit_chosen (IkrarUnitPopover *popover,
                gint64 unit,
                const char *name,
                IkrarParticipantDialog *self)
{
  ikrar_entry_row_set_text (self->unit_row, name);
}

/* The register opens in the window behind. */
static void
on_person_clicked (IkrarParticipantDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (!gtk_widget_activate_action (window, "win.show-person", "x", self->person))
    gtk_widget_activate_action (window, "win.show-page", "s", "people");
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_copy_clicked (IkrarParticipantDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          adw_action_row_get_subtitle (self->code_row));
}

static char *
format_moment (IkrarTime at, IkrarZone zone)
{
  g_autofree char *day = ikrar_time_format_date (at, zone);
  g_autofree char *clock = ikrar_time_format_clock (at, zone);

  /* Translators: %1$s is a date, %2$s a time. */
  return at != 0 ? g_strdup_printf (_ ("%1$s, %2$s"), day, clock) : g_strdup ("");
}

static const char *
describe_source (const char *source)
{
  static const struct
  {
    const char *source;
    const char *label;
  } sources[] = {
    { "scan", N_ ("pass scanned") },          { "typed", N_ ("code typed") },
    { "name", N_ ("found by name") },         { "hand", N_ ("set by hand") },
    { "undo", N_ ("change undone") },         { "sheet", N_ ("typed in from a signed list") },
    { "form", N_ ("from a form") },           { "zoom", N_ ("from a meeting's report") },
    { "e-presensi", N_ ("from e-presensi") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].source, source))
      return _ (sources[i].label);
  return source;
}

static GtkWidget *
make_mark_row (const IkrarAttendanceMark *mark, IkrarZone zone)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = format_moment (mark->at, zone);
  IkrarStatus status = ikrar_status_of_attendance (mark->state);
  g_autofree char *title =
      *mark->stand_in != '\0' ? g_strdup_printf ("%s: %s", status.label, mark->stand_in) : NULL;
  g_autofree char *subtitle = g_strdup_printf (
      "%s · %s · %s · %s", moment, describe_source (mark->source), mark->desk, mark->actor);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : status.label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
show_attendance (IkrarParticipantDialog *self, const IkrarParticipantDetails *details)
{
  IkrarStatus status = ikrar_status_of_attendance (details->card->state);
  g_autofree char *moment = format_moment (details->card->state_at, details->zone);

  ikrar_pill_set (self->state_pill, status.css_class, status.icon_name, status.label);
  adw_action_row_set_subtitle (self->attendance_row, moment);
  for (guint i = 0; i < details->marks->len; i++)
    adw_preferences_group_add (
        self->attendance_group,
        make_mark_row (g_ptr_array_index (details->marks, i), details->zone));
}

static void
show_papers (IkrarParticipantDialog *self, const IkrarParticipantDetails *details)
{
  IkrarStatus status = ikrar_status_of_pledge (details->card->pledge);
  g_autofree char *moment = format_moment (details->pledge_at, details->zone);

  ikrar_pill_set (self->pledge_pill, status.css_class, status.icon_name, status.label);
  adw_action_row_set_subtitle (self->pledge_row, moment);
  adw_action_row_set_subtitle (self->certificate_row, details->certificate);
  gtk_widget_set_visible (GTK_WIDGET (self->certificate_row),
                          details->certificate != NULL && *details->certificate != '\0');
  adw_action_row_set_subtitle (self->code_row, details->code);
  gtk_widget_set_visible (GTK_WIDGET (self->code_row), *details->code != '\0');
}

static void
show_person (IkrarParticipantDialog *self, const IkrarParticipantCard *card)
{
  g_autofree char *initials = ikrar_person_name_initials (card->bare_name);
  g_autofree char *number = ikrar_number_format (card->employee_number);
  const char *grade = ikrar_grade_text (card->participant->grade);
  g_autofree char *text =
      g_strconcat (number, *number != '\0' && *grade != '\0' ? " · " : "", grade, NULL);

  gtk_label_set_label (self->initials_label, initials);
  gtk_label_set_label (self->name_label, card->name);
  gtk_label_set_label (self->number_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), *text != '\0');
}

static void
show_fields (IkrarParticipantDialog *self, const IkrarParticipantCard *card)
{
  const IkrarParticipant *participant = card->participant;
  int kind = ikrar_vocabulary_find (IKRAR_VOCABULARY_PARTICIPANT_KIND, participant->kind, NULL);

  adw_combo_row_set_selected (self->kind_row, MAX (kind, 0));
  ikrar_entry_row_set_text (self->position_row, participant->position);
  ikrar_entry_row_set_text (self->unit_row, card->unit);
  ikrar_entry_row_set_text (self->seat_row, participant->seat);
  ikrar_entry_row_set_text (self->group_row, participant->group_name);
  ikrar_entry_row_set_text (self->note_row, participant->note);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarParticipantDialog *self = owner;
  g_autoptr (IkrarParticipantDetails) details = output;

  if (error != NULL)
    {
      ikrar_notice_error (self->asker, _ ("The Participant Cannot Be Read"), error);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->person = details->card->participant->person_id;
  ikrar_unit_popover_set_units (self->unit_popover, details->units);
  show_person (self, details->card);
  show_fields (self, details->card);
  show_attendance (self, details);
  show_papers (self, details);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "form");
}

static void
load (IkrarParticipantDialog *self)
{
  const IkrarWork work = {
    .func = ikrar_participant_details_load,
    .input = g_memdup2 (&self->participant, sizeof self->participant),
    .free_input = g_free,
    .free_output = (GDestroyNotify) ikrar_participant_details_free,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
ikrar_participant_dialog_dispose (GObject *object)
{
  IkrarParticipantDialog *self = IKRAR_PARTICIPANT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->asker);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANT_DIALOG);
  G_OBJECT_CLASS (ikrar_participant_dialog_parent_class)->dispose (object);
}

static void
ikrar_participant_dialog_finalize (GObject *object)
{
  g_object_unref (IKRAR_PARTICIPANT_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (ikrar_participant_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/participant-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, initials_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, number_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, position_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, unit_popover);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, seat_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, attendance_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, attendance_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, state_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, pledge_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, pledge_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, certificate_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantDialog, code_row);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_person_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
ikrar_participant_dialog_class_init (IkrarParticipantDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_participant_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_participant_dialog_finalize;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_PILL);
  g_type_ensure (IKRAR_TYPE_UNIT_POPOVER);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_kinds (IkrarParticipantDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < ikrar_vocabulary_size (IKRAR_VOCABULARY_PARTICIPANT_KIND); i++)
    gtk_string_list_append (
        kinds,
        ikrar_vocabulary_label (IKRAR_VOCABULARY_PARTICIPANT_KIND,
                                ikrar_vocabulary_word (IKRAR_VOCABULARY_PARTICIPANT_KIND, i)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

static void
ikrar_participant_dialog_init (IkrarParticipantDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
}

void
ikrar_participant_dialog_present (GtkWidget *widget, IkrarContext *context, IkrarId participant)
{
  IkrarParticipantDialog *self = g_object_new (IKRAR_TYPE_PARTICIPANT_DIALOG, "transient-for",
                                               gtk_widget_get_root (widget), NULL);

  self->asker = g_object_ref (widget);
  self->context = g_object_ref (context);
  self->participant = participant;
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
