/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/revoke-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

struct _IkrarRevokeDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  GtkEditable *reason_row;

  GtkWidget *asker; /* owned */
  IkrarRevokeFunc func;
};

G_DEFINE_FINAL_TYPE (IkrarRevokeDialog, ikrar_revoke_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
on_reason_changed (IkrarRevokeDialog *self)
{
  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (self), "revoke",
      !ikrar_text_is_blank (gtk_editable_get_text (self->reason_row)));
}

static void
ikrar_revoke_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  IkrarRevokeDialog *self = IKRAR_REVOKE_DIALOG (dialog);
  g_autofree char *reason = ikrar_text_clean (gtk_editable_get_text (self->reason_row));

  if (g_str_equal (response, "revoke"))
    self->func (self->asker, reason);
}

static void
ikrar_revoke_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_REVOKE_DIALOG);
  g_clear_object (&IKRAR_REVOKE_DIALOG (object)->asker);
  G_OBJECT_CLASS (ikrar_revoke_dialog_parent_class)->dispose (object);
}

static void
ikrar_revoke_dialog_class_init (IkrarRevokeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_revoke_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ikrar_revoke_dialog_response;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/revoke-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarRevokeDialog, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
}

static void
ikrar_revoke_dialog_init (IkrarRevokeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_revoke_dialog_present (GtkWidget *widget, const char *name, IkrarRevokeFunc func)
{
  IkrarRevokeDialog *self =
      g_object_new (IKRAR_TYPE_REVOKE_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  /* Translators: %s is the name of a person. */
  g_autofree char *heading = g_strdup_printf (_ ("Revoke the Pledge of %s?"), name);

  self->asker = g_object_ref (widget);
  self->func = func;
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  on_reason_changed (self);
  gtk_window_present (GTK_WINDOW (self));
}
