/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-cells.h"

struct _IkrarImportCells
{
  GtkWidget parent_instance;

  /* Owned */
  GArray *columns;  /* IkrarImportColumn */
  GPtrArray *cells; /* borrowed GtkInscription, one a column */
  GtkAdjustment *scroll;
};

G_DEFINE_FINAL_TYPE (IkrarImportCells, ikrar_import_cells, GTK_TYPE_WIDGET)

static void
ikrar_import_cells_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  IkrarImportCells *self = IKRAR_IMPORT_CELLS (widget);

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < self->cells->len && orientation == GTK_ORIENTATION_VERTICAL; i++)
    {
      int cell_minimum, cell_natural;

      gtk_widget_measure (g_ptr_array_index (self->cells, i), orientation, -1, &cell_minimum,
                          &cell_natural, NULL, NULL);
      *minimum = MAX (*minimum, cell_minimum);
      *natural = MAX (*natural, cell_natural);
    }
}

static void
ikrar_import_cells_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IkrarImportCells *self = IKRAR_IMPORT_CELLS (widget);
  int x = -(int) gtk_adjustment_get_value (self->scroll);

  for (guint i = 0; i < self->cells->len; i++)
    {
      int cell_width = g_array_index (self->columns, IkrarImportColumn, i).width;
      GtkAllocation place = { x, 0, cell_width, height };

      gtk_widget_set_child_visible (g_ptr_array_index (self->cells, i),
                                    x < width && x + cell_width > 0);
      gtk_widget_size_allocate (g_ptr_array_index (self->cells, i), &place, -1);
      x += cell_width + IKRAR_IMPORT_SPACING;
    }
}

static void
ikrar_import_cells_dispose (GObject *object)
{
  IkrarImportCells *self = IKRAR_IMPORT_CELLS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ikrar_import_cells_parent_class)->dispose (object);
}

static void
ikrar_import_cells_finalize (GObject *object)
{
  IkrarImportCells *self = IKRAR_IMPORT_CELLS (object);

  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_object_unref (self->scroll);
  G_OBJECT_CLASS (ikrar_import_cells_parent_class)->finalize (object);
}

static void
ikrar_import_cells_class_init (IkrarImportCellsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_cells_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_import_cells_finalize;
  widget_class->measure = ikrar_import_cells_measure;
  widget_class->size_allocate = ikrar_import_cells_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "importcells");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ikrar_import_cells_init (IkrarImportCells *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/* A class for each verdict that a cell can cause. */
static void
show_fault (GtkWidget *cell, IkrarVerdict fault)
{
  static const char *const classes[IKRAR_N_VERDICTS] = {
    [IKRAR_VERDICT_WARNING] = "fault-warning",
    [IKRAR_VERDICT_ERROR] = "fault-error",
    [IKRAR_VERDICT_DUPLICATE] = "fault-duplicate",
  };

  for (guint i = 0; i < IKRAR_N_VERDICTS; i++)
    if (classes[i] != NULL && i != fault)
      gtk_widget_remove_css_class (cell, classes[i]);
  if (classes[fault] != NULL)
    gtk_widget_add_css_class (cell, classes[fault]);
}

GtkInscription *
ikrar_import_cell_new (int width)
{
  GtkInscription *cell = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_xalign (cell, 0);
  gtk_inscription_set_min_lines (cell, 2);
  gtk_inscription_set_min_chars (cell, 0);
  gtk_inscription_set_text_overflow (cell, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (cell, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (GTK_WIDGET (cell), width, -1);
  return cell;
}

GtkWidget *
ikrar_import_cells_new (GArray *columns, GtkAdjustment *scroll)
{
  IkrarImportCells *self = g_object_new (IKRAR_TYPE_IMPORT_CELLS, NULL);

  self->columns = g_array_ref (columns);
  self->scroll = g_object_ref (scroll);
  for (guint i = 0; i < columns->len; i++)
    {
      GtkInscription *cell =
          ikrar_import_cell_new (g_array_index (columns, IkrarImportColumn, i).width);

      gtk_widget_set_parent (GTK_WIDGET (cell), GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static IkrarVerdict
get_fault (const IkrarRosterResult *result, guint line, guint index)
{
  IkrarRosterField field =
      ikrar_header_get_column (ikrar_roster_result_get_header (result), index)->field;

  if (field == IKRAR_ROSTER_FIELD_NONE)
    return IKRAR_VERDICT_OK;
  return ikrar_roster_lines_get_fault (ikrar_roster_result_get_lines (result), line, field);
}

void
ikrar_import_cells_show (IkrarImportCells *self, const IkrarImportShown *shown, guint line)
{
  g_return_if_fail (IKRAR_IS_IMPORT_CELLS (self));

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      guint index = g_array_index (self->columns, IkrarImportColumn, i).index;
      gboolean edited;

      gtk_inscription_set_text (GTK_INSCRIPTION (cell),
                                ikrar_import_columns_get_text (shown, line, index, &edited));
      show_fault (cell, get_fault (shown->result, line, index));
      set_class (cell, "edited", edited);
      set_class (cell, "cursor", i == shown->cursor);
    }
}

int
ikrar_import_cells_find (IkrarImportCells *self, double x)
{
  double end = -gtk_adjustment_get_value (self->scroll);

  g_return_val_if_fail (IKRAR_IS_IMPORT_CELLS (self), -1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      end += g_array_index (self->columns, IkrarImportColumn, i).width + IKRAR_IMPORT_SPACING;
      if (x < end)
        return (int) i;
    }
  return -1;
}

GtkWidget *
ikrar_import_cells_get_cell (IkrarImportCells *self, guint index)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_CELLS (self), NULL);
  g_return_val_if_fail (index < self->cells->len, NULL);

  return g_ptr_array_index (self->cells, index);
}
