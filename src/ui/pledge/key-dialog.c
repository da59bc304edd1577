/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/key-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/common/notice.h"

struct _IkrarKeyDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  GtkLabel *key_label;

  GtkWidget *asker; /* owned */
};

G_DEFINE_FINAL_TYPE (IkrarKeyDialog, ikrar_key_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
ikrar_key_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  IkrarKeyDialog *self = IKRAR_KEY_DIALOG (dialog);

  if (!g_str_equal (response, "copy"))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->asker),
                          gtk_label_get_label (self->key_label));
  ikrar_notice (self->asker, _ ("Public key copied"));
}

static void
ikrar_key_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_KEY_DIALOG);
  g_clear_object (&IKRAR_KEY_DIALOG (object)->asker);
  G_OBJECT_CLASS (ikrar_key_dialog_parent_class)->dispose (object);
}

static void
ikrar_key_dialog_class_init (IkrarKeyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_key_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ikrar_key_dialog_response;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/key-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarKeyDialog, key_label);
}

static void
ikrar_key_dialog_init (IkrarKeyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_key_dialog_present (GtkWidget *widget, const char *key)
{
  IkrarKeyDialog *self =
      g_object_new (IKRAR_TYPE_KEY_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->asker = g_object_ref (widget);
  gtk_label_set_label (self->key_label,
                       *key != '\0' ? key
                                    : _ ("No key yet. It is made with the first checkpoint."));
  if (*key == '\0')
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->key_label), "hash");
      gtk_label_set_wrap_mode (self->key_label, PANGO_WRAP_WORD_CHAR);
    }
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "copy", *key != '\0');
  gtk_window_present (GTK_WINDOW (self));
}
