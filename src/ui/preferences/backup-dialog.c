/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/backup-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/backup.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/passphrase-dialog.h"
#include "ui/common/progress-dialog.h"
#include "ui/common/work.h"

#define IKRAR_TYPE_BACKUP_JOB (ikrar_backup_job_get_type ())
G_DECLARE_FINAL_TYPE (IkrarBackupJob, ikrar_backup_job, IKRAR, BACKUP_JOB, GObject)

/* A backup from the first question to its end. The window that asks keeps it until it asks anew. */
struct _IkrarBackupJob
{
  GObject parent_instance;

  GtkWindow *window; /* the one that asks; NULL when it is gone */
  IkrarProgressDialog *dialog;

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable;
  char *passphrase; /* NULL for the one that is set, or none */
  char *path;
};

G_DEFINE_FINAL_TYPE (IkrarBackupJob, ikrar_backup_job, G_TYPE_OBJECT)

static void
ikrar_backup_job_finalize (GObject *object)
{
  IkrarBackupJob *self = IKRAR_BACKUP_JOB (object);

  g_clear_weak_pointer (&self->window);
  g_object_unref (self->context);
  g_object_unref (self->cancellable);
  g_free (self->passphrase);
  g_free (self->path);
  G_OBJECT_CLASS (ikrar_backup_job_parent_class)->finalize (object);
}

static void
ikrar_backup_job_class_init (IkrarBackupJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_backup_job_finalize;
}

static void
ikrar_backup_job_init (IkrarBackupJob *self)
{
  self->cancellable = g_cancellable_new ();
}

static gpointer
write_backup (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarBackupJob *self = input;
  /* That it was cancelled is told like every other end: the dialog waits for it. */
  const IkrarProgress ending = { progress->report, progress->user_data, self->cancellable };

  ikrar_backup_write (store, self->path, self->passphrase, &ending, error);
  return NULL;
}

static void
tell_written (IkrarBackupJob *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  /* Translators: %s is the name of a file. */
  g_autofree char *message = g_strdup_printf (_ ("Backed up and verified: %s"), name);

  ikrar_notice_file (GTK_WIDGET (self->window), message, folder);
}

static void
on_written (gpointer owner, gpointer output, const GError *error)
{
  IkrarBackupJob *self = owner;

  if (self->window == NULL)
    return;
  ikrar_progress_dialog_finish (self->dialog);
  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (self->window), _ ("The Backup Could Not Be Written"), error);
  else
    tell_written (self);
}

static void
on_progress (gpointer owner, guint64 done, guint64 total)
{
  IkrarBackupJob *self = owner;

  if (self->window != NULL)
    ikrar_progress_dialog_update (self->dialog, done, total);
}

static void
on_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IkrarBackupJob *self = user_data;
  const IkrarWork work = {
    .func = write_backup,
    .input = g_object_ref (self),
    .free_input = g_object_unref,
    .done = on_written,
    .progress = on_progress,
  };

  self->path = g_file_get_path (file);
  self->dialog = ikrar_progress_dialog_present (self->window, _ ("Backing Up"), self->cancellable);
  ikrar_work_start (self->context, self, NULL, &work);
}

/* A backup with this name never counts as today's automatic one. */
static void
choose_file (IkrarBackupJob *self, gboolean sealed)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name =
      g_date_time_format (now, sealed ? "ikrar-%Y%m%d-%H%M.ikrb" : "ikrar-%Y%m%d-%H%M.db");

  ikrar_file_chooser_save (GTK_WIDGET (self->window), _ ("Back Up"), name, on_chosen, self);
}

static void
on_passphrase (GtkWindow *parent, const char *passphrase, gpointer user_data)
{
  IkrarBackupJob *self = user_data;

  if (passphrase == NULL)
    return;
  self->passphrase = g_strdup (passphrase);
  choose_file (self, TRUE);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, IkrarBackupJob *self)
{
  if (g_str_equal (response, "plain"))
    choose_file (self, FALSE);
  else if (g_str_equal (response, "set"))
    choose_file (self, TRUE);
  else if (g_str_equal (response, "seal"))
    ikrar_passphrase_dialog_ask_new (self->window, _ ("Passphrase of the Backup"), on_passphrase,
                                     self);
}

static void
add_responses (AdwMessageDialog *dialog, gboolean is_set)
{
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  if (!is_set)
    adw_message_dialog_add_responses (dialog, "plain", _ ("_Without Passphrase…"), "seal",
                                      _ ("With _Passphrase…"), NULL);
  else
    adw_message_dialog_add_response (dialog, "set", _ ("_Back Up…"));
  adw_message_dialog_set_response_appearance (dialog, is_set ? "set" : "seal",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, is_set ? "set" : "seal");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

static gpointer
look (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  return GINT_TO_POINTER (ikrar_backup_has_passphrase (store));
}

static void
on_looked (gpointer owner, gpointer output, const GError *error)
{
  IkrarBackupJob *self = owner;
  gboolean is_set = GPOINTER_TO_INT (output);
  GtkWidget *dialog;

  if (self->window == NULL)
    return;
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self->window), _ ("The Backup Could Not Be Written"), error);
      return;
    }
  dialog = adw_message_dialog_new (
      self->window, _ ("Back Up"),
      is_set ? _ ("The backup is compact and verified, and sealed with the passphrase that is set "
                  "in the preferences. It holds everything, the signing keys too.")
             : _ ("The backup is compact and verified. With a passphrase only who knows it can "
                  "read the backup, and it holds the signing keys too. Without one everybody can "
                  "read the names and numbers in it, and the keys are left out."));
  add_responses (ADW_MESSAGE_DIALOG (dialog), is_set);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ikrar_backup_dialog_present (GtkWindow *parent, IkrarContext *context)
{
  const IkrarWork work = { .func = look, .done = on_looked };
  IkrarBackupJob *self = g_object_new (IKRAR_TYPE_BACKUP_JOB, NULL);

  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->window, parent);
  g_object_set_data_full (G_OBJECT (parent), "ikrar-backup", self, g_object_unref);
  ikrar_work_start (context, self, NULL, &work);
}
