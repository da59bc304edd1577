/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/restore-dialog.h"

#include <glib/gi18n-lib.h>

#include "seal/error.h"
#include "store/backup.h"
#include "store/error.h"

#include "ui/common/compat.h"
#include "ui/common/errand.h"
#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/progress-dialog.h"
#include "ui/preferences/backup-content.h"

#define PATIENCE_US (5 * G_USEC_PER_SEC)
#define PAUSE_US (100 * 1000)

struct _IkrarRestoreDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  AdwActionRow *backup_row;
  AdwActionRow *present_row;
  GtkEditable *passphrase_row;
  GtkLabel *problem_label;

  /* Owned */
  IkrarContext *context;
  char *path;
  IkrarProgressDialog *progress; /* borrowed; while it is being restored */
  GtkWindow *window;             /* owned; the one that asked, while it is being restored */

  gboolean usable; /* whether the backup may be restored as far as is known */
};

G_DEFINE_FINAL_TYPE (IkrarRestoreDialog, ikrar_restore_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* What both hold. */
typedef struct
{
  char *backup_path;
  char *present_path;
  IkrarBackupContent *backup;
  IkrarBackupContent *present;
} Contents;

/* What a thread does. */
typedef struct
{
  char *backup;
  char *passphrase;
  char *database;
} Order;

static void
contents_free (Contents *contents)
{
  g_free (contents->backup_path);
  g_free (contents->present_path);
  ikrar_backup_content_free (contents->backup);
  ikrar_backup_content_free (contents->present);
  g_free (contents);
}

static void
order_free (Order *order)
{
  g_free (order->backup);
  g_free (order->passphrase);
  g_free (order->database);
  g_free (order);
}

static void
load_contents (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  Contents *contents = data;

  contents->backup = ikrar_backup_content_load (contents->backup_path);
  contents->present = ikrar_backup_content_load (contents->present_path);
  g_task_return_boolean (task, TRUE);
}

static void
update_response (IkrarRestoreDialog *self)
{
  gboolean needs_passphrase = gtk_widget_get_visible (GTK_WIDGET (self->passphrase_row));

  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (self), "restore",
      self->usable && (!needs_passphrase || *gtk_editable_get_text (self->passphrase_row) != '\0'));
}

static void
on_contents_loaded (gpointer owner, GTask *task)
{
  IkrarRestoreDialog *self = owner;
  const Contents *contents = g_task_get_task_data (task);
  g_autofree char *backup = ikrar_backup_content_describe (contents->backup);
  g_autofree char *present = ikrar_backup_content_describe (contents->present);

  if (self->context == NULL)
    return;
  adw_action_row_set_subtitle (self->backup_row, backup);
  adw_action_row_set_subtitle (self->present_row, present);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase_row), contents->backup->sealed);
  if (contents->backup->sealed)
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
  self->usable = contents->backup->exists && contents->backup->problem == NULL;
  update_response (self);
}

static void
start_load (IkrarRestoreDialog *self)
{
  Contents *contents = g_new0 (Contents, 1);

  contents->backup_path = g_strdup (self->path);
  contents->present_path = g_strdup (ikrar_context_get_uri (self->context));
  ikrar_errand_run (self, NULL, load_contents, contents, (GDestroyNotify) contents_free,
                    on_contents_loaded);
}

static void
present (GtkWindow *parent, IkrarContext *context, const char *path, const char *problem)
{
  IkrarRestoreDialog *self =
      g_object_new (IKRAR_TYPE_RESTORE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_path_get_basename (path);

  self->context = g_object_ref (context);
  self->path = g_strdup (path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->backup_row), name);
  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), *problem != '\0');
  update_response (self);
  start_load (self);
  gtk_window_present (GTK_WINDOW (self));
}

/* What this program still reads or writes comes to its end first; another program stays. */
static gboolean
restore_patiently (const Order *order, GError **error)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  for (;;)
    {
      g_autoptr (GError) local = NULL;

      if (ikrar_backup_restore (order->backup, order->passphrase, order->database, &local))
        return TRUE;
      if (!g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY) ||
          g_get_monotonic_time () > end)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_usleep (PAUSE_US);
    }
}

static void
restore (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;

  if (restore_patiently (order, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GtkWindow *
find_main_window (GtkWindow *window)
{
  GtkWindow *parent;

  while ((parent = gtk_window_get_transient_for (window)) != NULL)
    window = parent;
  return window;
}

/* An event that was shown may not be in the backup. */
static void
tell_restored (IkrarRestoreDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (find_main_window (self->window)), "win.show-page", "s",
                              "overview");
  g_signal_emit_by_name (self->context, "changed");
  ikrar_notice (GTK_WIDGET (self->window),
                _ ("Restored. What was there before is kept beside the database."));
}

static void
on_restored (gpointer owner, GTask *task)
{
  IkrarRestoreDialog *self = owner;
  g_autoptr (GError) error = NULL;

  ikrar_progress_dialog_finish (self->progress);
  if (g_task_propagate_boolean (task, &error))
    tell_restored (self);
  else if (g_error_matches (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE))
    present (self->window, self->context, self->path, error->message);
  else
    ikrar_notice_error (GTK_WIDGET (self->window), _ ("The Backup Could Not Be Restored"), error);
  g_clear_object (&self->context);
  g_clear_object (&self->window);
}

/* The database is closed first: it is about to be replaced. */
static void
ikrar_restore_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  IkrarRestoreDialog *self = IKRAR_RESTORE_DIALOG (dialog);
  Order *order;

  ikrar_compat_let_focus_go (GTK_WINDOW (dialog));
  if (!g_str_equal (response, "restore"))
    {
      g_clear_object (&self->context);
      return;
    }
  order = g_new0 (Order, 1);
  order->backup = g_strdup (self->path);
  order->passphrase = g_strdup (gtk_editable_get_text (self->passphrase_row));
  order->database = g_strdup (ikrar_context_get_uri (self->context));
  self->window = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  self->progress = ikrar_progress_dialog_present (self->window, _ ("Restoring"), NULL);
  ikrar_context_close (self->context);
  ikrar_errand_run (self, NULL, restore, order, (GDestroyNotify) order_free, on_restored);
}

static void
ikrar_restore_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_RESTORE_DIALOG);
  G_OBJECT_CLASS (ikrar_restore_dialog_parent_class)->dispose (object);
}

static void
ikrar_restore_dialog_finalize (GObject *object)
{
  IkrarRestoreDialog *self = IKRAR_RESTORE_DIALOG (object);

  g_clear_object (&self->context);
  g_free (self->path);
  G_OBJECT_CLASS (ikrar_restore_dialog_parent_class)->finalize (object);
}

static void
ikrar_restore_dialog_class_init (IkrarRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_restore_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_restore_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ikrar_restore_dialog_response;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarRestoreDialog, backup_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRestoreDialog, present_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRestoreDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarRestoreDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, update_response);
}

static void
ikrar_restore_dialog_init (IkrarRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_restore_dialog_present (GtkWindow *parent, IkrarContext *context, const char *path)
{
  g_return_if_fail (path != NULL);

  present (parent, context, path, "");
}

static void
on_chosen (GtkWidget *widget, GFile *file, gpointer context)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    present (GTK_WINDOW (widget), context, path, "");
}

void
ikrar_restore_dialog_choose (GtkWindow *parent, IkrarContext *context)
{
  static const char *const suffixes[] = { "db", "ikrb", NULL };

  ikrar_file_chooser_open (GTK_WIDGET (parent), _ ("Restore Backup"), _ ("Backups of Ikrar"),
                           suffixes, on_chosen, context);
}
