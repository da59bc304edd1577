/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/progress-dialog.h"

#include <glib/gi18n-lib.h>

#define PULSE_MS 120

struct _IkrarProgressDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  GtkProgressBar *bar;

  GCancellable *cancellable; /* owned; NULL if it cannot be ended */
  guint pulse_source;        /* until it is known how far the work is */
};

G_DEFINE_FINAL_TYPE (IkrarProgressDialog, ikrar_progress_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
pulse (gpointer user_data)
{
  gtk_progress_bar_pulse (IKRAR_PROGRESS_DIALOG (user_data)->bar);
  return G_SOURCE_CONTINUE;
}

/* It goes when the work ends, not before. */
static gboolean
ikrar_progress_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (IKRAR_PROGRESS_DIALOG (window)->cancellable);
  return TRUE;
}

static void
ikrar_progress_dialog_dispose (GObject *object)
{
  IkrarProgressDialog *self = IKRAR_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PROGRESS_DIALOG);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ikrar_progress_dialog_parent_class)->dispose (object);
}

static void
ikrar_progress_dialog_class_init (IkrarProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_progress_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ikrar_progress_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarProgressDialog, bar);
}

static void
ikrar_progress_dialog_init (IkrarProgressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pulse_source = g_timeout_add (PULSE_MS, pulse, self);
}

IkrarProgressDialog *
ikrar_progress_dialog_present (GtkWindow *parent, const char *heading, GCancellable *cancellable)
{
  IkrarProgressDialog *self =
      g_object_new (IKRAR_TYPE_PROGRESS_DIALOG, "transient-for", parent, "heading", heading, NULL);

  if (cancellable != NULL)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), "cancel", _ ("_Cancel"));
  g_set_object (&self->cancellable, cancellable);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
ikrar_progress_dialog_update (IkrarProgressDialog *self, guint64 done, guint64 total)
{
  g_return_if_fail (IKRAR_IS_PROGRESS_DIALOG (self));

  if (total == 0)
    return;
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, (double) done / (double) total);
}

void
ikrar_progress_dialog_finish (IkrarProgressDialog *self)
{
  g_return_if_fail (IKRAR_IS_PROGRESS_DIALOG (self));

  gtk_window_destroy (GTK_WINDOW (self));
}
