/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/roster/import-line.h"
#include "ui/roster/import-table-private.h"

/* How far a notch of a wheel goes sideways. */
#define SCROLL_STEP 60

/* The row on the screen that shows a line, NULL if none does. */
static IkrarImportLine *
find_row (IkrarImportTable *self, int line)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      gconstpointer key = ikrar_line_item_get_line (gtk_list_item_get_item (item));
      GtkWidget *child = gtk_list_item_get_child (item);

      if (GPOINTER_TO_INT (key) == line + 1 && IKRAR_IS_IMPORT_LINE (child))
        return IKRAR_IMPORT_LINE (child);
    }
  return NULL;
}

static char *
describe_cell (IkrarImportTable *self, guint line, guint index)
{
  const IkrarRosterResult *result = self->shown.result;
  const IkrarRosterColumn *column =
      ikrar_header_get_column (ikrar_roster_result_get_header (result), index);
  g_autofree char *letters = ikrar_sheet_column_letters (column->column);
  g_autofree char *row = ikrar_number_thousands (
      ikrar_roster_lines_get_row (ikrar_roster_result_get_lines (result), line));

  /* Translators: %1$s is the number of a row of a spreadsheet, %2$s are the letters of a column,
   * %3$s is its head. */
  return g_strdup_printf (_ ("Row %1$s, column %2$s “%3$s”"), row, letters, column->title);
}

void
ikrar_import_table_edit (IkrarImportTable *self)
{
  int line = ikrar_import_table_get_selected (self);
  int index = ikrar_import_table_get_column (self);
  g_autofree char *title = NULL;
  IkrarImportLine *row;

  if (line < 0 || index < 0)
    return;
  title = describe_cell (self, (guint) line, (guint) index);
  row = find_row (self, line);
  ikrar_import_editor_edit (
      self->editor,
      row != NULL
          ? ikrar_import_cells_get_cell (ikrar_import_line_get_cells (row), self->shown.cursor)
          : NULL,
      title, ikrar_import_columns_get_text (&self->shown, (guint) line, (guint) index, NULL));
}

static void
on_activated (IkrarImportTable *self, guint position)
{
  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
  ikrar_import_table_edit (self);
}

static gboolean
on_scrolled (IkrarImportTable *self, double dx, double dy)
{
  GtkAdjustment *scroll = _ikrar_import_table_get_scroll (self);

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll) + dx * SCROLL_STEP);
  return dx != 0;
}

/* Scrolls sideways until the cell that is pointed at is seen. */
static void
show_cursor (IkrarImportTable *self)
{
  double start = 0;

  for (guint i = 0; i < self->shown.cursor; i++)
    start += g_array_index (self->columns, IkrarImportColumn, i).width + IKRAR_IMPORT_SPACING;
  gtk_adjustment_clamp_page (
      _ikrar_import_table_get_scroll (self), start,
      start + g_array_index (self->columns, IkrarImportColumn, self->shown.cursor).width);
}

void
_ikrar_import_table_set_cursor (IkrarImportTable *self, guint cursor)
{
  if (cursor == self->shown.cursor || cursor >= self->columns->len)
    return;
  self->shown.cursor = cursor;
  show_cursor (self);
  _ikrar_import_table_fill (self);
  _ikrar_import_table_point (self);
}

static gboolean
on_key_pressed (IkrarImportTable *self, guint key, guint code, GdkModifierType state)
{
  gboolean left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Left && key != GDK_KEY_Right && key != GDK_KEY_KP_Left &&
      key != GDK_KEY_KP_Right)
    return GDK_EVENT_PROPAGATE;
  left ^= key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  if (!left)
    _ikrar_import_table_set_cursor (self, self->shown.cursor + 1);
  else if (self->shown.cursor > 0)
    _ikrar_import_table_set_cursor (self, self->shown.cursor - 1);
  return GDK_EVENT_STOP;
}

/* A click points at the cell under it; the list itself selects the row. */
static void
on_pressed (IkrarImportTable *self, int presses, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->wide), x, y, GTK_PICK_DEFAULT);
  double inner_x, inner_y;
  int cursor;

  while (at != NULL && !IKRAR_IS_IMPORT_CELLS (at))
    at = gtk_widget_get_parent (at);
  if (at == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->wide), at, x, y, &inner_x, &inner_y))
    return;
  cursor = ikrar_import_cells_find (IKRAR_IMPORT_CELLS (at), inner_x);
  if (cursor >= 0)
    _ikrar_import_table_set_cursor (self, (guint) cursor);
}

/* The next key is for the list again. */
static void
on_editor_closed (IkrarImportTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->narrow ? self->cards : self->wide));
}

static void
add_controller (IkrarImportTable *self,
                GtkEventController *controller,
                const char *signal,
                GCallback callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->wide), controller);
}

void
_ikrar_import_table_take_input (IkrarImportTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *clicks = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (clicks, GTK_PHASE_CAPTURE);
  add_controller (self, keys, "key-pressed", G_CALLBACK (on_key_pressed));
  add_controller (self, clicks, "pressed", G_CALLBACK (on_pressed));
  add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL),
                  "scroll", G_CALLBACK (on_scrolled));
  g_signal_connect_object (self->wide, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cards, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (on_editor_closed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "applied", G_CALLBACK (_ikrar_import_table_tell_edited),
                           self, G_CONNECT_SWAPPED);
}
