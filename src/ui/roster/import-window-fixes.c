/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-window-private.h"

/* Whether rows can be corrected, of which one is selected. */
static gboolean
has_line (IkrarImportWindow *self)
{
  return self->task <= IKRAR_IMPORT_READING && self->imported == NULL && self->reading != NULL &&
         self->reading->result != NULL && ikrar_import_table_get_selected (self->table) >= 0;
}

static guint
get_line (IkrarImportWindow *self)
{
  return (guint) ikrar_import_table_get_selected (self->table);
}

/* The cell that is pointed at: the column of the file, -1 if the row has none there. */
static int
get_column (IkrarImportWindow *self)
{
  int index = ikrar_import_table_get_column (self->table);

  if (index < 0)
    return -1;
  return ikrar_import_columns_get_column (self->reading->result, get_line (self), (guint) index);
}

static IkrarImportPlace
get_place (IkrarImportWindow *self)
{
  return ikrar_import_columns_get_place (self->reading->result, get_line (self));
}

/* What was corrected is seen at once, and what it means in a moment. */
static void
check_fixes (IkrarImportWindow *self)
{
  ikrar_import_table_set_fixes (self->table, self->fixes);
  _ikrar_import_window_check (self);
}

void
_ikrar_import_window_write_cell (IkrarImportWindow *self, const char *text)
{
  if (!has_line (self) || get_column (self) < 0)
    return;
  ikrar_import_fixes_add_cell (self->fixes, get_place (self), (guint) get_column (self), text);
  check_fixes (self);
}

void
_ikrar_import_window_apply (IkrarImportWindow *self, const char *text, gboolean all)
{
  IkrarImportRepair *repair = ikrar_import_foot_get_repair (self->foot);

  if (!has_line (self))
    return;
  if (!all)
    {
      _ikrar_import_window_write_cell (self, text);
      return;
    }
  ikrar_import_fixes_add_meaning (self->fixes, ikrar_import_repair_get_field (repair),
                                  ikrar_import_repair_get_written (repair), text);
  check_fixes (self);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);

  if (has_line (self))
    ikrar_import_table_edit (self->table);
}

static void
skip_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);
  const IkrarRosterLines *lines;

  if (!has_line (self))
    return;
  lines = ikrar_roster_result_get_lines (self->reading->result);
  ikrar_import_fixes_add_skipped (self->fixes, get_place (self),
                                  ikrar_roster_lines_get_verdict (lines, get_line (self)) !=
                                      IKRAR_VERDICT_SKIPPED);
  check_fixes (self);
}

static void
undo_fix (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);

  if (ikrar_import_fixes_undo (self->fixes))
    check_fixes (self);
}

static void
redo_fix (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);

  if (ikrar_import_fixes_redo (self->fixes))
    check_fixes (self);
}

static void
check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _ikrar_import_window_check (IKRAR_IMPORT_WINDOW (widget));
}

void
_ikrar_import_window_update_fixes (IkrarImportWindow *self)
{
  gboolean open = self->task <= IKRAR_IMPORT_READING && self->imported == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.undo-fix",
                                 open && ikrar_import_fixes_get_size (self->fixes) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.redo-fix",
                                 open && ikrar_import_fixes_can_redo (self->fixes));
  gtk_widget_set_visible (self->undo_button, open && ikrar_import_fixes_get_size (self->fixes) > 0);
}

void
_ikrar_import_window_install_fixes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "import.skip-row", NULL, skip_row);
  gtk_widget_class_install_action (widget_class, "import.undo-fix", NULL, undo_fix);
  gtk_widget_class_install_action (widget_class, "import.redo-fix", NULL, redo_fix);
  gtk_widget_class_install_action (widget_class, "import.check", NULL, check);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "import.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "import.skip-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "import.undo-fix",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "import.redo-fix", NULL);
}
