/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/roster/import-window-private.h"
#include "ui/roster/update-words.h"

void
_ikrar_import_window_offer_update (IkrarImportWindow *self)
{
  const IkrarRosterResult *result = self->reading != NULL ? self->reading->result : NULL;
  guint present = result != NULL ? ikrar_roster_result_get_summary (result)->present : 0;
  g_autofree char *text = ikrar_update_describe_offer (present);

  gtk_label_set_label (self->offer_label, text);
  gtk_widget_set_visible (self->offer, present > 0 && self->checked == IKRAR_IMPORT_CHECKED);
}

static void
on_compared (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;
  g_autoptr (IkrarDifferences) differences = output;

  g_clear_object (&self->cancellable);
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_IDLE, NULL);
  if (error == NULL)
    {
      ikrar_update_page_show (self->update_page, differences);
      _ikrar_import_window_show_page (self, "update");
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      ikrar_notice (self->body, error->message);
      _ikrar_import_window_read (self);
    }
  else
    ikrar_notice_error (GTK_WIDGET (self), _ ("The Roster Could Not Be Compared"), error);
}

void
_ikrar_import_window_compare (IkrarImportWindow *self)
{
  const IkrarWork work = {
    .func = ikrar_import_compare,
    .input = _ikrar_import_window_copy_wanted (self, &self->shown),
    .free_input = (GDestroyNotify) ikrar_import_wanted_free,
    .free_output = (GDestroyNotify) ikrar_differences_unref,
    .done = on_compared,
    .progress = _ikrar_import_window_progress,
  };
  IkrarImportWanted *wanted = work.input;

  g_free (wanted->state);
  wanted->state = g_strdup (self->reading->state);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_READING, _ ("Comparing with the event…"));
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
compare (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _ikrar_import_window_compare (IKRAR_IMPORT_WINDOW (widget));
}

static void
on_update_applied (IkrarImportWindow *self)
{
  _ikrar_import_window_import (self, ikrar_update_page_get (self->update_page));
}

static void
on_update_left (IkrarImportWindow *self)
{
  ikrar_update_page_show (self->update_page, NULL);
  _ikrar_import_window_show_page (self, "preview");
}

void
_ikrar_import_window_install_update (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, offer);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, offer_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportWindow, update_page);
  gtk_widget_class_bind_template_callback (widget_class, on_update_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_update_left);
  gtk_widget_class_install_action (widget_class, "import.compare", NULL, compare);
}
