/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/discard.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The message must not outlive the window it stands over: GTK 4.8 looks for it once more. */
static void
on_discard (GtkWindow *message, const char *response, IkrarDiscardFunc discard)
{
  GtkWindow *form = gtk_window_get_transient_for (message);

  gtk_window_set_transient_for (message, NULL);
  if (form != NULL)
    discard (form);
}

void
ikrar_discard_ask (GtkWindow *form, const char *body, IkrarDiscardFunc discard)
{
  GtkWidget *dialog;
  AdwMessageDialog *message;

  g_return_if_fail (GTK_IS_WINDOW (form));

  dialog = adw_message_dialog_new (form, _ ("Discard What Was Entered?"), body);
  message = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (message, "keep", _ ("_Keep Editing"), "discard", _ ("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "keep");
  adw_message_dialog_set_close_response (message, "keep");
  g_signal_connect (dialog, "response::discard", G_CALLBACK (on_discard), discard);
  gtk_window_present (GTK_WINDOW (dialog));
}
