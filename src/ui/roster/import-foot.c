/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-foot.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/language.h"
#include "ui/common/wrap-layout.h"
#include "ui/roster/import-words.h"

struct _IkrarImportFoot
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *badge;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkButton *save_button;

  const char *status; /* class of the badge */
};

G_DEFINE_FINAL_TYPE (IkrarImportFoot, ikrar_import_foot, GTK_TYPE_BOX)

static void
ikrar_import_foot_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_FOOT);
  G_OBJECT_CLASS (ikrar_import_foot_parent_class)->dispose (object);
}

static void
ikrar_import_foot_class_init (IkrarImportFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_foot_dispose;
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, badge);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, text_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, save_button);
}

static void
ikrar_import_foot_init (IkrarImportFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_status (IkrarImportFoot *self, const char *status, const char *icon_name)
{
  if (self->status != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), self->status);
  self->status = status;
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), status);
  gtk_image_set_from_icon_name (self->badge, icon_name);
}

static void
show_line (IkrarImportFoot *self, const IkrarRosterResult *result, guint line)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (result);
  IkrarStatus status = ikrar_import_status (ikrar_roster_lines_get_verdict (lines, line));
  g_autofree char *number = ikrar_number_thousands (ikrar_roster_lines_get_row (lines, line));
  /* Translators: %1$s is the number of a row of a spreadsheet, %2$s a verdict such as Error. */
  g_autofree char *title = g_strdup_printf (_ ("Row %1$s: %2$s"), number, status.label);
  g_autofree char *problem = ikrar_roster_lines_get_problem (lines, line, ikrar_language_get ());

  set_status (self, status.css_class, status.icon_name);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label,
                       *problem != '\0' ? problem : _ ("Nothing is wrong with this row."));
}

/* A whole column of broken numbers is a flaw of the file, and no row can be mended by itself. */
static void
show_lost_numbers (IkrarImportFoot *self, guint lost)
{
  g_autofree char *number = ikrar_number_thousands (lost);
  /* Translators: %s is a number of rows. */
  g_autofree char *title = g_strdup_printf (ngettext ("%s row has a broken employee number",
                                                      "%s rows have broken employee numbers", lost),
                                            number);

  set_status (self, "absent", "dialog-error-symbolic");
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label,
                       _ ("Most likely their column holds numbers, of which Excel keeps 15 digits. "
                          "Ask the sender for a file in which this column is text."));
}

static void
show_outlook (IkrarImportFoot *self, const IkrarRosterSummary *summary)
{
  g_autofree char *outlook = ikrar_import_describe_outlook (summary);
  gboolean some = ikrar_import_importable (summary) > 0;

  set_status (self, some ? "present" : "absent",
              some ? "object-select-symbolic" : "dialog-error-symbolic");
  gtk_label_set_label (self->title_label, outlook);
  gtk_label_set_label (self->text_label, _ ("Nothing is written before you import. Select a row to "
                                            "read what is wrong with it."));
}

void
ikrar_import_foot_show (IkrarImportFoot *self, const IkrarRosterResult *result, int line)
{
  const IkrarRosterSummary *summary = ikrar_roster_result_get_summary (result);
  guint refused = ikrar_import_refused (summary);
  g_autofree char *label = ikrar_import_save_label (refused);
  guint lost = line < 0 ? ikrar_import_find_lost_numbers (result) : 0;

  g_return_if_fail (IKRAR_IS_IMPORT_FOOT (self));

  if (line >= 0)
    show_line (self, result, (guint) line);
  else if (lost > 0)
    show_lost_numbers (self, lost);
  else
    show_outlook (self, summary);
  gtk_button_set_label (self->save_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), refused > 0);
}
