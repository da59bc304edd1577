/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/columns.h"

#include "ui/common/compat.h"

#define COLUMN_SPACING 12
#define ROW_SPACING 24

struct _IkrarColumns
{
  GtkWidget parent_instance;

  int column_width;
};

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
};

G_DEFINE_FINAL_TYPE (IkrarColumns, ikrar_columns, GTK_TYPE_WIDGET)

static int
count_children (IkrarColumns *self)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

/* The width of each column; the whole width if they stand below each other. */
static int
find_column_width (IkrarColumns *self, int width)
{
  int n = count_children (self);
  int column = n > 0 ? (width - (n - 1) * COLUMN_SPACING) / n : width;

  return column >= self->column_width ? column : width;
}

static GtkSizeRequestMode
ikrar_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (IkrarColumns *self, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                            NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* The height of all children for one width: of the tallest, or of all together. */
static void
measure_height (IkrarColumns *self, int width, int *minimum, int *natural)
{
  int column = find_column_width (self, width);
  gboolean below = column == width;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;
      int spacing = below && *natural > 0 ? ROW_SPACING : 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = below ? *minimum + spacing + child_minimum : MAX (*minimum, child_minimum);
      *natural = below ? *natural + spacing + child_natural : MAX (*natural, child_natural);
    }
}

static void
ikrar_columns_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (IKRAR_COLUMNS (widget), minimum, natural);
  else
    measure_height (IKRAR_COLUMNS (widget), for_size, minimum, natural);
}

static void
ikrar_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int column = find_column_width (IKRAR_COLUMNS (widget), width);
  GtkAllocation place = { 0, 0, column, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &place.height, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      if (column == width)
        place.y += place.height + ROW_SPACING;
      else
        place.x += column + COLUMN_SPACING;
    }
}

static void
ikrar_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLUMN_WIDTH)
    IKRAR_COLUMNS (object)->column_width = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_columns_dispose (GObject *object)
{
  ikrar_compat_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (ikrar_columns_parent_class)->dispose (object);
}

static void
ikrar_columns_class_init (IkrarColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_columns_dispose;
  object_class->set_property = ikrar_columns_set_property;
  widget_class->get_request_mode = ikrar_columns_get_request_mode;
  widget_class->measure = ikrar_columns_measure;
  widget_class->size_allocate = ikrar_columns_size_allocate;
  g_object_class_install_property (
      object_class, PROP_COLUMN_WIDTH,
      g_param_spec_int ("column-width", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
ikrar_columns_init (IkrarColumns *self)
{
}
