/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/notice.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* How long something can be pressed: who reads slowly needs longer than the usual five seconds. */
#define SECONDS_TO_DECIDE 10

/* The title of a toast is read as markup in libadwaita 1.2. */
static AdwToast *
new_toast (const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  return adw_toast_new (escaped);
}

/* The overlay a widget stands in; that of a window is its content. */
static GtkWidget *
find_overlay (GtkWidget *widget)
{
  GtkWidget *content = widget;

  if (ADW_IS_APPLICATION_WINDOW (widget))
    content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget));
  else if (ADW_IS_WINDOW (widget))
    content = adw_window_get_content (ADW_WINDOW (widget));
  return gtk_widget_get_ancestor (content, ADW_TYPE_TOAST_OVERLAY);
}

static void
add_toast (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = find_overlay (widget);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

void
ikrar_notice (GtkWidget *widget, const char *message)
{
  add_toast (widget, new_toast (message));
}

void
ikrar_notice_undo (GtkWidget *widget, const char *message, IkrarId journal)
{
  ikrar_notice_undo_by (widget, message, "win.undo-change", g_variant_new_int64 (journal));
}

void
ikrar_notice_undo_by (GtkWidget *widget, const char *message, const char *action, GVariant *target)
{
  AdwToast *toast = new_toast (message);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, SECONDS_TO_DECIDE);
  add_toast (widget, toast);
}

void
ikrar_notice_file (GtkWidget *widget, const char *message, GFile *file)
{
  AdwToast *toast = new_toast (message);
  g_autofree char *uri = g_file_get_uri (file);

  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "app.open-uri");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_set_timeout (toast, SECONDS_TO_DECIDE);
  add_toast (widget, toast);
}

void
ikrar_notice_error (GtkWidget *widget, const char *heading, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                   error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
