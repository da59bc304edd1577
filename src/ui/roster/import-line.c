/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-line.h"

#include "core/number-word.h"

#include "ui/common/language.h"
#include "ui/common/pill.h"
#include "ui/roster/import-words.h"

struct _IkrarImportLine
{
  GtkBox parent_instance;

  /* Borrowed: children */
  GtkInscription *number;
  IkrarPill *pill;
  IkrarImportCells *cells;
  GtkInscription *reason;
};

G_DEFINE_FINAL_TYPE (IkrarImportLine, ikrar_import_line, GTK_TYPE_BOX)

static GtkInscription *
add_cell (IkrarImportLine *self, int width, const char *css_class)
{
  GtkInscription *cell = ikrar_import_cell_new (width);

  gtk_widget_add_css_class (GTK_WIDGET (cell), css_class);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (cell));
  return cell;
}

static void
add_pill (IkrarImportLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->pill = IKRAR_PILL (ikrar_pill_new ());
  gtk_widget_set_size_request (box, IKRAR_IMPORT_VERDICT_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pill));
  gtk_box_append (GTK_BOX (self), box);
}

static void
ikrar_import_line_class_init (IkrarImportLineClass *klass)
{
}

static void
ikrar_import_line_init (IkrarImportLine *self)
{
  gtk_box_set_spacing (GTK_BOX (self), IKRAR_IMPORT_SPACING);
  gtk_widget_add_css_class (GTK_WIDGET (self), "import-line");
}

GtkWidget *
ikrar_import_line_new (GArray *columns, GtkAdjustment *scroll)
{
  IkrarImportLine *self = g_object_new (IKRAR_TYPE_IMPORT_LINE, NULL);

  self->number = add_cell (self, IKRAR_IMPORT_ROW_WIDTH, "line-number");
  add_pill (self);
  self->cells = IKRAR_IMPORT_CELLS (ikrar_import_cells_new (columns, scroll));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->cells));
  self->reason = add_cell (self, IKRAR_IMPORT_REASON_WIDTH, "reason");
  return GTK_WIDGET (self);
}

void
ikrar_import_line_show (IkrarImportLine *self, const IkrarImportShown *shown, guint line)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (shown->result);
  IkrarVerdict verdict = ikrar_roster_lines_get_verdict (lines, line);
  IkrarStatus status = ikrar_import_status (verdict);
  g_autofree char *number = ikrar_number_thousands (ikrar_roster_lines_get_row (lines, line));
  const char *sheet = ikrar_import_get_sheet_name (shown->result, line);
  g_autofree char *place = g_strconcat (number, *sheet != '\0' ? "\n" : NULL, sheet, NULL);
  g_autofree char *reason = ikrar_roster_lines_get_problem (lines, line, ikrar_language_get ());

  g_return_if_fail (IKRAR_IS_IMPORT_LINE (self));

  gtk_inscription_set_text (self->number, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->number), *sheet != '\0' ? sheet : NULL);
  ikrar_pill_set (self->pill, status.css_class, status.icon_name, status.label);
  ikrar_import_cells_show (self->cells, shown, line);
  gtk_inscription_set_text (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), ikrar_roster_lines_has_reasons (lines));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), *reason != '\0' ? reason : NULL);
  if (verdict == IKRAR_VERDICT_SKIPPED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "skipped");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "skipped");
}

IkrarImportCells *
ikrar_import_line_get_cells (IkrarImportLine *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_LINE (self), NULL);

  return self->cells;
}
