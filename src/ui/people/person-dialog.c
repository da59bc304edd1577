/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/person-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/person-record.h"
#include "store/unit.h"

#include "ui/common/discard.h"
#include "ui/common/entry-row.h"
#include "ui/common/notice.h"
#include "ui/common/person-fields.h"
#include "ui/common/work.h"

struct _IkrarPersonDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *save_button;
  GtkWidget *form;
  IkrarPersonFields *fields;
  IkrarEntryRow *phone_row;
  IkrarEntryRow *email_row;

  /* Owned */
  GtkWidget *asker;
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when the dialog closes */
  char *before;              /* what was written at first; NULL until it is shown */

  IkrarId person;
  gboolean closing; /* whether the window may close without asking */
  gboolean saving;  /* whether the person is on the way to the database */
};

/* What the form shows at first. */
typedef struct
{
  IkrarPersonRecord *record; /* NULL for somebody new */
  GPtrArray *units;
} Particulars;

/* What is saved, and what became of it. */
typedef struct
{
  IkrarPerson *person;
  char *unit;
} Saving;

G_DEFINE_FINAL_TYPE (IkrarPersonDialog, ikrar_person_dialog, ADW_TYPE_WINDOW)

static void
particulars_free (Particulars *particulars)
{
  ikrar_person_record_free (particulars->record);
  g_clear_pointer (&particulars->units, g_ptr_array_unref);
  g_free (particulars);
}

static void
saving_free (Saving *saving)
{
  ikrar_person_free (saving->person);
  g_free (saving->unit);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Particulars, particulars_free)

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  IkrarId person = *(const IkrarId *) input;
  g_autoptr (Particulars) particulars = g_new0 (Particulars, 1);

  particulars->units = ikrar_unit_list (store, 0, error);
  if (particulars->units == NULL)
    return NULL;
  if (person != 0 &&
      (particulars->record = ikrar_person_record_load (store, person, 0, error)) == NULL)
    return NULL;
  return g_steal_pointer (&particulars);
}

static void
close_now (GtkWindow *form)
{
  IKRAR_PERSON_DIALOG (form)->closing = TRUE;
  gtk_window_close (form);
}

static char *
dup_written (IkrarPersonDialog *self)
{
  g_autofree char *fields = ikrar_person_fields_dup_written (self->fields);
  g_autofree char *phone = ikrar_entry_row_dup_text (self->phone_row);
  g_autofree char *email = ikrar_entry_row_dup_text (self->email_row);

  return g_strconcat (fields, phone, "\n", email, NULL);
}

static void
show_record (IkrarPersonDialog *self, const IkrarPersonRecord *record)
{
  ikrar_person_fields_show (self->fields, record->person, record->unit);
  ikrar_entry_row_set_text (self->phone_row, record->person->phone);
  ikrar_entry_row_set_text (self->email_row, record->person->email);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarPersonDialog *self = owner;
  g_autoptr (Particulars) particulars = output;

  if (error != NULL)
    {
      ikrar_notice_error (self->asker, _ ("This Person Cannot Be Shown"), error);
      close_now (owner);
      return;
    }
  gtk_widget_set_sensitive (self->form, TRUE);
  gtk_widget_action_set_enabled (owner, "dialog.save", TRUE);
  ikrar_person_fields_set_units (self->fields, particulars->units);
  if (particulars->record == NULL)
    ikrar_person_fields_start (self->fields, "");
  else
    show_record (self, particulars->record);
  self->before = dup_written (self);
}

static void
start_load (IkrarPersonDialog *self)
{
  const IkrarWork work = {
    .func = load,
    .input = g_memdup2 (&self->person, sizeof self->person),
    .free_input = g_free,
    .free_output = (GDestroyNotify) particulars_free,
    .done = on_loaded,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
move_text (char **to, char **from)
{
  g_free (*to);
  *to = g_steal_pointer (from);
}

/* What the form does not show stays as it is by now. */
static gboolean
merge (IkrarStore *store, IkrarPerson *entered, GError **error)
{
  g_autoptr (IkrarPerson) there = ikrar_person_get (store, entered->id, error);

  if (there == NULL)
    return FALSE;
  move_text (&entered->sex, &there->sex);
  if (entered->name != NULL)
    return TRUE;
  move_text (&entered->prefix, &there->prefix);
  move_text (&entered->name, &there->name);
  move_text (&entered->suffix, &there->suffix);
  move_text (&entered->written, &there->written);
  return TRUE;
}

/* Gives the person and the journal entry. */
static gpointer
save_person (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Saving *saving = input;
  IkrarId ids[2] = { 0 };

  if (saving->person->id != 0 && !merge (store, saving->person, error))
    return NULL;
  ids[1] = ikrar_person_save_in_unit (store, saving->person, saving->unit, error);
  ids[0] = saving->person->id;
  return g_memdup2 (ids, sizeof ids);
}

static void
show_saved (IkrarPersonDialog *self, IkrarId person, IkrarId journal)
{
  if (self->person == 0)
    gtk_widget_activate_action (self->asker, "people.show", "x", person);
  ikrar_notice_undo (self->asker, self->person == 0 ? _ ("Person added") : _ ("Person saved"),
                     journal);
}

static void
set_saving (IkrarPersonDialog *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", !saving);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  IkrarPersonDialog *self = owner;
  g_autofree IkrarId *ids = output;

  set_saving (self, FALSE);
  if (error == NULL)
    {
      show_saved (self, ids[0], ids[1]);
      close_now (owner);
    }
  else if (g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE))
    ikrar_person_fields_refuse_number (self->fields, _ ("Somebody else has this number"));
  else
    ikrar_notice_error (owner, _ ("The Person Could Not Be Saved"), error);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarPersonDialog *self = IKRAR_PERSON_DIALOG (widget);
  Saving *saving = g_new0 (Saving, 1);
  const IkrarWork work = {
    .func = save_person,
    .input = saving,
    .free_input = (GDestroyNotify) saving_free,
    .free_output = g_free,
    .done = on_saved,
  };

  saving->person = g_new0 (IkrarPerson, 1);
  saving->person->id = self->person;
  if (!ikrar_person_fields_read (self->fields, saving->person, &saving->unit))
    {
      saving_free (saving);
      return;
    }
  saving->person->phone = ikrar_entry_row_dup_text (self->phone_row);
  saving->person->email = ikrar_entry_row_dup_text (self->email_row);
  set_saving (self, TRUE);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static gboolean
is_changed (IkrarPersonDialog *self)
{
  g_autofree char *written = dup_written (self);

  return self->before != NULL && strcmp (written, self->before) != 0;
}

static gboolean
ikrar_person_dialog_close_request (GtkWindow *window)
{
  IkrarPersonDialog *self = IKRAR_PERSON_DIALOG (window);

  if (self->saving)
    return TRUE;
  if (!self->closing && is_changed (self))
    {
      ikrar_discard_ask (
          window, _ ("The person has not been saved. What you entered will be lost."), close_now);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ikrar_person_dialog_parent_class)->close_request (window);
}

static void
ikrar_person_dialog_dispose (GObject *object)
{
  IkrarPersonDialog *self = IKRAR_PERSON_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PERSON_DIALOG);
  g_clear_object (&self->asker);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (ikrar_person_dialog_parent_class)->dispose (object);
}

static void
ikrar_person_dialog_finalize (GObject *object)
{
  IkrarPersonDialog *self = IKRAR_PERSON_DIALOG (object);

  g_object_unref (self->cancellable);
  g_free (self->before);
  G_OBJECT_CLASS (ikrar_person_dialog_parent_class)->finalize (object);
}

static void
ikrar_person_dialog_class_init (IkrarPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_person_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_person_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ikrar_person_dialog_close_request;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_PERSON_FIELDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonDialog, form);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonDialog, email_row);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save);
}

static void
ikrar_person_dialog_init (IkrarPersonDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
}

void
ikrar_person_dialog_present (GtkWidget *widget, IkrarContext *context, IkrarId person)
{
  IkrarPersonDialog *self =
      g_object_new (IKRAR_TYPE_PERSON_DIALOG, "transient-for", gtk_widget_get_root (widget),
                    "title", person != 0 ? _ ("Edit Person") : _ ("New Person"), NULL);

  self->asker = g_object_ref (widget);
  self->context = g_object_ref (context);
  self->person = person;
  if (person == 0)
    gtk_button_set_label (self->save_button, _ ("_Add"));
  start_load (self);
  gtk_window_present (GTK_WINDOW (self));
}
