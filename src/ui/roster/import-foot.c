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
  IkrarImportRepair *repair;
  GtkWidget *check_button;
  GtkButton *save_button;

  const char *status; /* class of the badge */
};

enum
{
  SIGNAL_APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportFoot, ikrar_import_foot, GTK_TYPE_BOX)

static void
on_applied (IkrarImportFoot *self, const char *text, gboolean all)
{
  g_signal_emit (self, signals[SIGNAL_APPLIED], 0, text, all);
}

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
  g_type_ensure (IKRAR_TYPE_IMPORT_REPAIR);

  /**
   * IkrarImportFoot::applied:
   * @foot: the foot
   * @text: what the cell that is pointed at should say
   * @all: whether all rows that say the same mean it
   */
  signals[SIGNAL_APPLIED] =
      g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, badge);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, text_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, repair);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, check_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportFoot, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_applied);
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
  g_autofree char *place = ikrar_import_describe_place (result, line);
  /* Translators: %1$s is a place such as Row 12, %2$s a verdict such as Error. */
  g_autofree char *title = g_strdup_printf (_ ("%1$s: %2$s"), place, status.label);
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

static void
show_unfinished (IkrarImportFoot *self, IkrarImportChecked checked)
{
  set_status (self, "excused", "content-loading-symbolic");
  gtk_label_set_label (self->title_label, checked == IKRAR_IMPORT_CHECKING
                                              ? _ ("The rows are being checked")
                                              : _ ("Not all rows were checked"));
  gtk_label_set_label (self->text_label,
                       checked == IKRAR_IMPORT_CHECKING
                           ? _ ("You can already look through the first ones and say what the "
                                "columns hold.")
                           : _ ("Check them before the import."));
}

static void
show_state (IkrarImportFoot *self, const IkrarRosterResult *result, IkrarImportChecked checked)
{
  guint lost = ikrar_import_find_lost_numbers (result);

  if (checked != IKRAR_IMPORT_CHECKED)
    show_unfinished (self, checked);
  else if (lost > 0)
    show_lost_numbers (self, lost);
  else
    show_outlook (self, ikrar_roster_result_get_summary (result));
}

void
ikrar_import_foot_show (IkrarImportFoot *self,
                        const IkrarImportShown *shown,
                        IkrarImportChecked checked,
                        int line,
                        int column)
{
  guint refused = ikrar_import_refused (ikrar_roster_result_get_summary (shown->result));
  g_autofree char *label = ikrar_import_save_label (refused);

  g_return_if_fail (IKRAR_IS_IMPORT_FOOT (self));

  if (line >= 0)
    show_line (self, shown->result, (guint) line);
  else
    show_state (self, shown->result, checked);
  if (line >= 0 && column >= 0)
    ikrar_import_repair_show (self->repair, shown, (guint) line, (guint) column);
  gtk_widget_set_visible (GTK_WIDGET (self->repair), line >= 0 && column >= 0);
  gtk_widget_set_visible (self->check_button, checked == IKRAR_IMPORT_UNCHECKED);
  gtk_button_set_label (self->save_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button),
                          refused > 0 && line < 0 && checked == IKRAR_IMPORT_CHECKED);
}

IkrarImportRepair *
ikrar_import_foot_get_repair (IkrarImportFoot *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_FOOT (self), NULL);

  return self->repair;
}
