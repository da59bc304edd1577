/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/copy-job.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/copy.h"

#include "ui/common/notice.h"
#include "ui/common/progress-dialog.h"
#include "ui/common/work.h"

#define IKRAR_TYPE_COPY_JOB (ikrar_copy_job_get_type ())
G_DECLARE_FINAL_TYPE (IkrarCopyJob, ikrar_copy_job, IKRAR, COPY_JOB, GObject)

/* A copy from its beginning to the last question. */
struct _IkrarCopyJob
{
  GObject parent_instance;

  GtkWindow *window; /* NULL when it is gone */
  IkrarProgressDialog *dialog;
  IkrarCopyUse use;

  /* Owned */
  GObject *owner;
  GCancellable *cancellable;
  char *uri;
  IkrarCopy copy;
};

G_DEFINE_FINAL_TYPE (IkrarCopyJob, ikrar_copy_job, G_TYPE_OBJECT)

static void
ikrar_copy_job_finalize (GObject *object)
{
  IkrarCopyJob *self = IKRAR_COPY_JOB (object);

  g_clear_weak_pointer (&self->window);
  g_object_unref (self->owner);
  g_object_unref (self->cancellable);
  g_free (self->uri);
  G_OBJECT_CLASS (ikrar_copy_job_parent_class)->finalize (object);
}

static void
ikrar_copy_job_class_init (IkrarCopyJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_copy_job_finalize;
}

static void
ikrar_copy_job_init (IkrarCopyJob *self)
{
  self->cancellable = g_cancellable_new ();
}

static gpointer
copy_all (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  IkrarCopyJob *self = input;
  /* That it was cancelled is told like every other end: the dialog waits for it. */
  const IkrarProgress ending = { progress->report, progress->user_data, self->cancellable };

  ikrar_store_make_folder (self->uri);
  ikrar_copy_run (store, self->uri, &self->copy, &ending, error);
  return NULL;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, IkrarCopyJob *self)
{
  if (g_str_equal (response, "use") && self->window != NULL)
    self->use (self->owner, self->uri);
}

static void
tell_copied (IkrarCopyJob *self)
{
  /* Translators: %1$llu counts rows of all tables, %2$llu records of the sealed log. */
  g_autofree char *body = g_strdup_printf (
      _ ("%1$llu rows were copied and compared with the original. The sealed log is whole: %2$llu "
         "records were verified. The original stays where it is; what is changed there from now on "
         "is not in the copy."),
      (unsigned long long) self->copy.rows, (unsigned long long) self->copy.records);
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->window, _ ("The Data Were Copied"), body));

  adw_message_dialog_add_responses (dialog, "later", _ ("_Later"), "use", _ ("_Use the Copy"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "use");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  g_object_set_data_full (G_OBJECT (dialog), "ikrar-copy", g_object_ref (self), g_object_unref);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_copied (gpointer owner, gpointer output, const GError *error)
{
  IkrarCopyJob *self = owner;

  if (self->window == NULL)
    return;
  ikrar_progress_dialog_finish (self->dialog);
  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (self->window), _ ("The Data Could Not Be Copied"), error);
  else
    tell_copied (self);
}

static void
on_progress (gpointer owner, guint64 done, guint64 total)
{
  IkrarCopyJob *self = owner;

  if (self->window != NULL)
    ikrar_progress_dialog_update (self->dialog, done, total);
}

void
ikrar_copy_job_start (GtkWindow *window,
                      IkrarContext *context,
                      const char *uri,
                      IkrarCopyUse use,
                      gpointer owner)
{
  g_autoptr (IkrarCopyJob) self = g_object_new (IKRAR_TYPE_COPY_JOB, NULL);
  const IkrarWork work = {
    .func = copy_all,
    .input = g_object_ref (self),
    .free_input = g_object_unref,
    .done = on_copied,
    .progress = on_progress,
  };

  g_set_weak_pointer (&self->window, window);
  self->use = use;
  self->owner = g_object_ref (owner);
  self->uri = g_strdup (uri);
  self->dialog = ikrar_progress_dialog_present (window, _ ("Copying the Data"), self->cancellable);
  ikrar_work_start (context, self, NULL, &work);
}
