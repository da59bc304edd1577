/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/roster/import-intake.h"
#include "ui/roster/import-window-private.h"
#include "ui/roster/import-words.h"

/* What can be chosen; what a file is, is found by looking into it. */
static const char *const suffixes[] = { "xlsx", "xlsm", "xls",  "ods", "csv",
                                        "tsv",  "txt",  "html", "htm", NULL };

void
_ikrar_import_window_take (IkrarImportWindow *self, IkrarImportSource *source)
{
  ikrar_import_wanted_clear (&self->wanted);
  self->wanted.header_row = 0;
  self->wanted.forget = FALSE;
  self->wanted.source = ikrar_import_source_ref (source);
  ikrar_import_table_set_fixes (self->table, NULL);
  ikrar_import_fixes_free (self->fixes);
  self->fixes = ikrar_import_fixes_new ();
  ikrar_import_table_set_fixes (self->table, self->fixes);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  ikrar_chip_bar_set_selected (self->chips, 0);
  _ikrar_import_window_read (self);
}

/* What was dropped or pasted; nothing while something is written, or was. */
static void
take_source (GtkWidget *widget, IkrarImportSource *source)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);

  if (self->task <= IKRAR_IMPORT_READING && self->imported == NULL)
    _ikrar_import_window_take (self, source);
}

static void
take_file (GtkWidget *widget, GFile *file, gpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarImportSource) source = ikrar_import_source_new_for_file (file, &error);

  if (source != NULL)
    _ikrar_import_window_take (IKRAR_IMPORT_WINDOW (widget), source);
  else
    ikrar_notice_error (widget, ikrar_import_error_title (error), error);
}

static void
choose_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_open (widget, _ ("Choose a Roster"), _ ("Spreadsheets"), suffixes, take_file,
                           NULL);
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_import_intake_paste (widget, take_source);
}

void
_ikrar_import_window_install_sources (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "import.choose-file", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste",
                                       NULL);
}

void
_ikrar_import_window_accept_drops (IkrarImportWindow *self)
{
  ikrar_import_intake_accept (GTK_WIDGET (self), take_source);
}
