/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "seal/backup-box.h"
#include "seal/error.h"
#include "store/backup.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/passphrase-dialog.h"
#include "ui/common/work.h"
#include "ui/window/window-private.h"

typedef struct
{
  char *backup;
  char *passphrase;
  char *database;
} Restore;

static void
restore_free (Restore *restore)
{
  g_free (restore->backup);
  g_free (restore->passphrase);
  g_free (restore->database);
  g_free (restore);
}

static gpointer
write_backup (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  ikrar_backup_write (store, input, NULL, progress, error);
  return g_strdup (input);
}

static void
on_backup_written (gpointer owner, gpointer output, const GError *error)
{
  GtkWidget *page = ikrar_window_get_page (IKRAR_WINDOW (owner));
  g_autofree char *path = output;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Backup Could Not Be Written"), error);
      return;
    }
  name = g_path_get_basename (path);
  message = g_strdup_printf (_ ("Backed up and verified: %s"), name);
  ikrar_notice (page, message);
}

static void
on_back_up_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  const IkrarWork work = {
    .func = write_backup,
    .input = g_file_get_path (file),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_backup_written,
  };

  ikrar_work_start (ikrar_window_get_context (IKRAR_WINDOW (widget)), widget, NULL, &work);
}

void
_ikrar_window_back_up (IkrarWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "ikrar-%Y%m%d.db");

  ikrar_file_chooser_save (GTK_WIDGET (self), _ ("Back Up"), name, on_back_up_chosen, NULL);
}

static void
run_restore (GTask *task, gpointer owner, gpointer task_data, GCancellable *cancellable)
{
  Restore *restore = task_data;
  GError *error = NULL;

  if (ikrar_backup_restore (restore->backup, restore->passphrase, restore->database, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject *object, GAsyncResult *result, gpointer unused)
{
  IkrarWindow *self = IKRAR_WINDOW (object);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Backup Could Not Be Restored"), error);
      return;
    }
  ikrar_window_reload (self);
  ikrar_notice (ikrar_window_get_page (self),
                _ ("Restored. What was there before is kept beside the database."));
}

/* The database is closed first: it is about to be replaced. */
static void
start_restore (IkrarWindow *self, const char *path, const char *passphrase)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_restored, NULL);
  Restore *restore = g_new0 (Restore, 1);

  restore->backup = g_strdup (path);
  restore->passphrase = g_strdup (passphrase);
  restore->database = g_strdup (ikrar_context_get_uri (ikrar_window_get_context (self)));
  ikrar_context_close (ikrar_window_get_context (self));
  g_task_set_task_data (task, restore, (GDestroyNotify) restore_free);
  g_task_run_in_thread (task, run_restore);
}

static gboolean
is_sealed (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  char head[8] = { 0 };
  gsize size = 0;

  return input != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (input), head, sizeof head, &size, NULL, NULL) &&
         size == sizeof head && ikrar_backup_is_sealed (head, size);
}

static void
on_passphrase (GtkWindow *window, const char *passphrase, gpointer user_data)
{
  g_autofree char *path = user_data;

  if (passphrase != NULL)
    start_restore (IKRAR_WINDOW (window), path, passphrase);
}

void
_ikrar_window_restore_file (IkrarWindow *self, const char *path)
{
  if (is_sealed (path))
    ikrar_passphrase_dialog_ask (GTK_WINDOW (self), _ ("Passphrase of the Backup"), on_passphrase,
                                 g_strdup (path));
  else
    start_restore (self, path, NULL);
}

static void
on_restore_confirmed (AdwMessageDialog *dialog, const char *response, IkrarWindow *self)
{
  _ikrar_window_restore_file (self, g_object_get_data (G_OBJECT (dialog), "path"));
}

static void
on_restore_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (widget), _ ("Restore This Backup?"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("The present data is replaced by %s. It is kept beside the database, in case you want it "
         "back."),
      name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore",
                                    _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_file_get_path (file), g_free);
  g_signal_connect_object (dialog, "response::restore", G_CALLBACK (on_restore_confirmed), widget,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_ikrar_window_restore (IkrarWindow *self)
{
  static const char *const suffixes[] = { "db", "ikrb", NULL };

  ikrar_file_chooser_open (GTK_WIDGET (self), _ ("Restore Backup"), _ ("Backups of Ikrar"),
                           suffixes, on_restore_chosen, NULL);
}
