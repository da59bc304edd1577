/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/passphrase-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/common/compat.h"

#define LENGTH_MIN 8

struct _IkrarPassphraseDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  GtkEditable *entry;
  GtkEditable *repeat;

  IkrarPassphraseFunc func;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (IkrarPassphraseDialog, ikrar_passphrase_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* A new one is typed twice: what nobody can type again opens nothing. */
static void
on_changed (IkrarPassphraseDialog *self)
{
  const char *passphrase = gtk_editable_get_text (self->entry);
  gboolean is_new = gtk_widget_get_visible (GTK_WIDGET (self->repeat));

  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (self), "ok",
      is_new ? g_utf8_strlen (passphrase, -1) >= LENGTH_MIN &&
                   g_str_equal (passphrase, gtk_editable_get_text (self->repeat))
             : *passphrase != '\0');
}

static void
ikrar_passphrase_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  IkrarPassphraseDialog *self = IKRAR_PASSPHRASE_DIALOG (dialog);
  gboolean accepted = g_str_equal (response, "ok");

  ikrar_compat_let_focus_go (GTK_WINDOW (dialog));
  self->func (gtk_window_get_transient_for (GTK_WINDOW (dialog)),
              accepted ? gtk_editable_get_text (self->entry) : NULL, self->user_data);
}

static void
ikrar_passphrase_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PASSPHRASE_DIALOG);
  G_OBJECT_CLASS (ikrar_passphrase_dialog_parent_class)->dispose (object);
}

static void
ikrar_passphrase_dialog_class_init (IkrarPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_passphrase_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ikrar_passphrase_dialog_response;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPassphraseDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarPassphraseDialog, repeat);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
ikrar_passphrase_dialog_init (IkrarPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
ask (GtkWindow *parent,
     const char *heading,
     const char *body,
     IkrarPassphraseFunc func,
     gpointer user_data)
{
  IkrarPassphraseDialog *self = g_object_new (IKRAR_TYPE_PASSPHRASE_DIALOG, "transient-for", parent,
                                              "heading", heading, "body", body, NULL);

  self->func = func;
  self->user_data = user_data;
  gtk_widget_set_visible (GTK_WIDGET (self->repeat), *body != '\0');
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
ikrar_passphrase_dialog_ask (GtkWindow *parent,
                             const char *heading,
                             IkrarPassphraseFunc func,
                             gpointer user_data)
{
  ask (parent, heading, "", func, user_data);
}

void
ikrar_passphrase_dialog_ask_new (GtkWindow *parent,
                                 const char *heading,
                                 IkrarPassphraseFunc func,
                                 gpointer user_data)
{
  ask (parent, heading,
       _ ("At least 8 characters. Nobody can open the backup without it, and nobody can bring it "
          "back: write it down and keep it apart from this computer."),
       func, user_data);
}
