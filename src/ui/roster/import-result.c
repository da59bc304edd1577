/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-result.h"

#include <glib/gi18n-lib.h>

#include "ui/common/compat.h"
#include "ui/common/reveal.h"
#include "ui/roster/import-words.h"

struct _IkrarImportResult
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkButton *save_button;
  GtkWidget *saved_box;
  GtkWidget *open_button;

  GFile *file; /* NULL until the refused rows were saved */
};

G_DEFINE_FINAL_TYPE (IkrarImportResult, ikrar_import_result, ADW_TYPE_BIN)

static AdwStatusPage *
get_page (IkrarImportResult *self)
{
  return ADW_STATUS_PAGE (adw_bin_get_child (ADW_BIN (self)));
}

static GtkWindow *
get_window (IkrarImportResult *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
open_workbook (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportResult *self = IKRAR_IMPORT_RESULT (widget);
  g_autofree char *uri = g_file_get_uri (self->file);

  ikrar_compat_show_uri (get_window (self), uri);
}

static void
show_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportResult *self = IKRAR_IMPORT_RESULT (widget);

  ikrar_reveal_file (get_window (self), self->file);
}

static void
take_file (IkrarImportResult *self, GFile *file)
{
  g_set_object (&self->file, file);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), file == NULL);
  gtk_widget_set_visible (self->saved_box, file != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.open", file != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result.show-folder", file != NULL);
}

static void
describe (IkrarImportResult *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (get_page (self), escaped);
}

static void
ikrar_import_result_dispose (GObject *object)
{
  IkrarImportResult *self = IKRAR_IMPORT_RESULT (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_RESULT);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (ikrar_import_result_parent_class)->dispose (object);
}

static void
ikrar_import_result_class_init (IkrarImportResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_result_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-result.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportResult, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportResult, saved_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportResult, open_button);
  gtk_widget_class_install_action (widget_class, "result.open", NULL, open_workbook);
  gtk_widget_class_install_action (widget_class, "result.show-folder", NULL, show_folder);
}

static void
ikrar_import_result_init (IkrarImportResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  take_file (self, NULL);
}

void
ikrar_import_result_show (IkrarImportResult *self,
                          const char *title,
                          const IkrarRosterSummary *summary)
{
  g_autofree char *text = ikrar_import_describe_refused (summary);
  g_autofree char *label = ikrar_import_save_label (ikrar_import_refused (summary));

  g_return_if_fail (IKRAR_IS_IMPORT_RESULT (self));

  adw_status_page_set_title (get_page (self), title);
  describe (self, text);
  gtk_button_set_label (self->save_button, label);
  take_file (self, NULL);
}

void
ikrar_import_result_set_file (IkrarImportResult *self, GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (IKRAR_IS_IMPORT_RESULT (self));
  g_return_if_fail (G_IS_FILE (file));

  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  /* Translators: %s is the name of a file; Masalah is the head of a column. */
  text =
      g_strdup_printf (_ ("The refused rows are in “%s”. Send it back: its column “Masalah” says "
                          "what is wrong with each row."),
                       name);
  describe (self, text);
  take_file (self, file);
  gtk_widget_grab_focus (self->open_button);
}
