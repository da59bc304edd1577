/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/wrap-layout.h"

struct _IkrarWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean homogeneous;
};

G_DEFINE_FINAL_TYPE (IkrarWrapLayout, ikrar_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_HOMOGENEOUS,
};

/* A child and where it goes. */
typedef struct
{
  GtkWidget *widget;
  int minimum; /* width */
  int natural;
  int width;
  int x;
  int y;
} Item;

/* A line of children. */
typedef struct
{
  guint first;
  guint n_items;
  int height;
} Line;

guint
ikrar_wrap_layout_choose_columns (guint n_children, int natural, int spacing, int width)
{
  for (guint columns = n_children; columns > 1; columns--)
    if (n_children % columns == 0 &&
        (int) columns * natural + ((int) columns - 1) * spacing <= width)
      return columns;
  return 1;
}

static GArray *
collect (GtkWidget *widget)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Item item = { .widget = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &item.minimum, &item.natural, NULL,
                          NULL);
      g_array_append_val (items, item);
    }
  return items;
}

static int
get_largest (GArray *items)
{
  int largest = 0;

  for (guint i = 0; i < items->len; i++)
    largest = MAX (largest, g_array_index (items, Item, i).natural);
  return largest;
}

/* How many children from @first on stand in one line. */
static guint
fill_line (const IkrarWrapLayout *self, GArray *items, guint first, int width)
{
  int used = 0;
  guint count = 0;

  for (guint i = first; i < items->len; i++, count++)
    {
      int wanted = g_array_index (items, Item, i).natural + (count > 0 ? self->spacing : 0);

      if (count > 0 && used + wanted > width)
        break;
      used += wanted;
    }
  return count;
}

static void
share_width (const IkrarWrapLayout *self, GArray *items, const Line *line, int width)
{
  Item *item = &g_array_index (items, Item, line->first);
  int rest = width - ((int) line->n_items - 1) * self->spacing;
  int expanding = 0;
  int x = 0;

  for (guint i = 0; i < line->n_items; i++)
    {
      rest -= item[i].natural;
      expanding += gtk_widget_compute_expand (item[i].widget, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
    }
  for (guint i = 0; i < line->n_items; i++)
    {
      item[i].width = item[i].natural;
      if (rest < 0)
        item[i].width = MAX (item[i].minimum, item[i].natural + rest);
      else if (gtk_widget_compute_expand (item[i].widget, GTK_ORIENTATION_HORIZONTAL))
        {
          item[i].width += rest / expanding;
          rest -= rest / expanding;
          expanding--;
        }
      item[i].x = x;
      x += item[i].width + self->spacing;
    }
}

static void
share_evenly (const IkrarWrapLayout *self,
              GArray *items,
              const Line *line,
              guint columns,
              int width)
{
  Item *item = &g_array_index (items, Item, line->first);
  int room = width - ((int) columns - 1) * self->spacing;

  for (guint i = 0; i < line->n_items; i++)
    {
      int start = room * (int) i / (int) columns;

      item[i].width = room * ((int) i + 1) / (int) columns - start;
      item[i].x = start + (int) i * self->spacing;
    }
}

static int
measure_line (GArray *items, const Line *line)
{
  int height = 0;

  for (guint i = line->first; i < line->first + line->n_items; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      int natural;

      gtk_widget_measure (item->widget, GTK_ORIENTATION_VERTICAL, item->width, NULL, &natural, NULL,
                          NULL);
      height = MAX (height, natural);
    }
  return height;
}

/* Places the items and gives the lines; @height is what they take together. */
static GArray *
arrange (const IkrarWrapLayout *self, GArray *items, int width, int *height)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  guint columns = ikrar_wrap_layout_choose_columns (MAX (items->len, 1), get_largest (items),
                                                    self->spacing, width);

  *height = 0;
  for (guint first = 0; first < items->len;)
    {
      Line line = { .first = first };

      line.n_items = self->homogeneous ? MIN (columns, items->len - first)
                                       : fill_line (self, items, first, width);
      if (self->homogeneous)
        share_evenly (self, items, &line, columns, width);
      else
        share_width (self, items, &line, width);
      line.height = measure_line (items, &line);
      *height += (first > 0 ? self->spacing : 0) + line.height;
      g_array_append_val (lines, line);
      first += line.n_items;
    }
  return lines;
}

static GtkSizeRequestMode
ikrar_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (const IkrarWrapLayout *self, GArray *items, int *minimum, int *natural)
{
  int largest = get_largest (items);

  *minimum = 0;
  *natural = items->len > 0 ? ((int) items->len - 1) * self->spacing : 0;
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      *minimum = MAX (*minimum, item->minimum);
      *natural += self->homogeneous ? largest : item->natural;
    }
}

static void
ikrar_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  const IkrarWrapLayout *self = IKRAR_WRAP_LAYOUT (manager);
  g_autoptr (GArray) items = collect (widget);
  g_autoptr (GArray) lines = NULL;
  int smallest, wished;

  measure_width (self, items, &smallest, &wished);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = smallest;
      *natural = wished;
      return;
    }
  lines = arrange (self, items, for_size < 0 ? wished : MAX (for_size, smallest), minimum);
  *natural = *minimum;
}

static void
ikrar_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  const IkrarWrapLayout *self = IKRAR_WRAP_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) items = collect (widget);
  int total;
  g_autoptr (GArray) lines = arrange (self, items, width, &total);
  int y = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      for (guint j = line->first; j < line->first + line->n_items; j++)
        {
          const Item *item = &g_array_index (items, Item, j);
          int x = mirrored ? width - item->x - item->width : item->x;

          gtk_widget_size_allocate (item->widget,
                                    &(GtkAllocation){ x, y, item->width, line->height }, -1);
        }
      y += line->height + self->spacing;
    }
}

static void
ikrar_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarWrapLayout *self = IKRAR_WRAP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_HOMOGENEOUS:
      self->homogeneous = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
ikrar_wrap_layout_class_init (IkrarWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = ikrar_wrap_layout_set_property;
  manager_class->get_request_mode = ikrar_wrap_layout_get_request_mode;
  manager_class->measure = ikrar_wrap_layout_measure;
  manager_class->allocate = ikrar_wrap_layout_allocate;
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_HOMOGENEOUS,
      g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
ikrar_wrap_layout_init (IkrarWrapLayout *self)
{
}
