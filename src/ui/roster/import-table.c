/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-table.h"

#include "ui/common/line-list.h"
#include "ui/roster/import-card.h"
#include "ui/roster/import-columns.h"
#include "ui/roster/import-head.h"
#include "ui/roster/import-line.h"

/* How far a notch of a wheel goes sideways. */
#define SCROLL_STEP 60

struct _IkrarImportTable
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *lead;
  GtkScrolledWindow *strip;
  GtkScrollbar *scrollbar;
  GtkBox *heads;
  GtkWidget *reason_head;
  GtkStack *stack;
  GtkScrolledWindow *wide_scroller;
  GtkListView *wide;
  GtkScrolledWindow *narrow_scroller;
  GtkListView *cards;

  /* Owned */
  IkrarLineList *list; /* of the line's index + 1 */
  GtkSingleSelection *selection;
  GPtrArray *bound; /* what is on the screen, borrowed GtkListItem */
  GArray *columns;  /* IkrarImportColumn */

  const IkrarRosterResult *result; /* borrowed */
  guint update_source;
  gboolean narrow;
  gboolean has_lines;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

enum
{
  SIGNAL_MAPPED,
  SIGNAL_LINE_SELECTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportTable, ikrar_import_table, GTK_TYPE_BOX)

/* How far the cells of all rows, and the heads above them, are scrolled sideways. */
static GtkAdjustment *
get_scroll (IkrarImportTable *self)
{
  return gtk_scrolled_window_get_hadjustment (self->strip);
}

static void
fill (IkrarImportTable *self, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  guint key = GPOINTER_TO_UINT (ikrar_line_item_get_line (gtk_list_item_get_item (item)));

  if (key == 0 || self->result == NULL)
    return;
  if (IKRAR_IS_IMPORT_LINE (child))
    ikrar_import_line_show (IKRAR_IMPORT_LINE (child), self->result, key - 1);
  else
    ikrar_import_card_show (IKRAR_IMPORT_CARD (child), self->result, key - 1);
}

static void
on_row_setup (IkrarImportTable *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ikrar_import_line_new (self->columns, get_scroll (self)));
}

static void
on_card_setup (IkrarImportTable *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ikrar_import_card_new ());
}

static void
on_bind (IkrarImportTable *self, GtkListItem *item)
{
  g_ptr_array_add (self->bound, item);
  fill (self, item);
}

static void
on_unbind (IkrarImportTable *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* Other lines stand in the same places. */
static void
on_shown (IkrarImportTable *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    fill (self, g_ptr_array_index (self->bound, i));
}

static void
on_selected (IkrarImportTable *self)
{
  g_signal_emit (self, signals[SIGNAL_LINE_SELECTED], 0);
}

static gboolean
update_scrollbar (gpointer user_data)
{
  IkrarImportTable *self = user_data;
  GtkAdjustment *scroll = get_scroll (self);

  self->update_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->scrollbar),
                          !self->narrow && gtk_adjustment_get_upper (scroll) >
                                               gtk_adjustment_get_page_size (scroll));
  return G_SOURCE_REMOVE;
}

/* Told while sizes are given out, when no size may change. */
static void
on_room_changed (IkrarImportTable *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_scrollbar, self);
}

static gboolean
on_scrolled (IkrarImportTable *self, double dx, double dy)
{
  GtkAdjustment *scroll = get_scroll (self);

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll) + dx * SCROLL_STEP);
  return dx != 0;
}

static void
scroll_sideways (IkrarImportTable *self)
{
  GtkEventController *controller =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL);

  g_signal_connect_object (controller, "scroll", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->wide), controller);
}

static GtkListItemFactory *
new_factory (IkrarImportTable *self, GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

/* Only the list that is seen has rows. */
static void
show_layout (IkrarImportTable *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_list_view_set_model (self->narrow ? self->wide : self->cards, NULL);
  gtk_list_view_set_model (self->narrow ? self->cards : self->wide, model);
  gtk_widget_set_visible (self->lead, !self->narrow);
  gtk_widget_set_visible (self->reason_head, !self->narrow);
  on_room_changed (self);
  gtk_stack_set_visible_child_name (self->stack, !self->has_lines ? "none"
                                                 : self->narrow   ? "cards"
                                                                  : "wide");
}

static void
show_lines (IkrarImportTable *self, GPtrArray *lines)
{
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  ikrar_line_list_show (self->list, lines);
  self->has_lines = lines->len > 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->wide_scroller), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->narrow_scroller), 0);
  show_layout (self);
}

static void
on_head_changed (IkrarImportTable *self, IkrarImportHead *head)
{
  guint column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->heads));
       child != NULL && child != GTK_WIDGET (head); child = gtk_widget_get_next_sibling (child))
    column++;
  g_signal_emit (self, signals[SIGNAL_MAPPED], 0,
                 g_array_index (self->columns, IkrarImportColumn, column).index,
                 (guint) ikrar_import_head_get_field (head));
}

static void
clear_heads (IkrarImportTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->heads))) != NULL)
    gtk_box_remove (self->heads, child);
}

static void
add_heads (IkrarImportTable *self, const IkrarHeader *header)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const IkrarImportColumn *column = &g_array_index (self->columns, IkrarImportColumn, i);
      GtkWidget *head =
          ikrar_import_head_new (ikrar_header_get_column (header, column->index), column->width);

      g_signal_connect_object (head, "changed", G_CALLBACK (on_head_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->heads, head);
    }
}

/* Rows have a cell for each column: other columns need other rows. */
static void
show_columns (IkrarImportTable *self, GArray *columns)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_list_view_set_model (self->wide, NULL);
  g_array_unref (self->columns);
  self->columns = columns;
  factory = new_factory (self, G_CALLBACK (on_row_setup));
  gtk_list_view_set_factory (self->wide, factory);
}

static void
ikrar_import_table_dispose (GObject *object)
{
  IkrarImportTable *self = IKRAR_IMPORT_TABLE (object);

  self->result = NULL;
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->wide != NULL)
    {
      gtk_list_view_set_model (self->wide, NULL);
      gtk_list_view_set_model (self->cards, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_TABLE);
  G_OBJECT_CLASS (ikrar_import_table_parent_class)->dispose (object);
}

static void
ikrar_import_table_finalize (GObject *object)
{
  IkrarImportTable *self = IKRAR_IMPORT_TABLE (object);

  g_object_unref (self->selection);
  g_object_unref (self->list);
  g_ptr_array_unref (self->bound);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (ikrar_import_table_parent_class)->finalize (object);
}

static void
ikrar_import_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, IKRAR_IMPORT_TABLE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_import_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IkrarImportTable *self = IKRAR_IMPORT_TABLE (object);

  if (id != PROP_NARROW)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (self->narrow != g_value_get_boolean (value))
    {
      self->narrow = g_value_get_boolean (value);
      show_layout (self);
    }
}

static void
install_signals (IkrarImportTableClass *klass)
{
  /**
   * IkrarImportTable::mapped:
   * @table: the table
   * @index: index of a column of the header
   * @field: what it holds
   */
  signals[SIGNAL_MAPPED] =
      g_signal_new ("mapped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * IkrarImportTable::line-selected:
   *
   * Another line is selected, or none.
   */
  signals[SIGNAL_LINE_SELECTED] =
      g_signal_new ("line-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-table.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, strip);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, lead);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, heads);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, reason_head);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, wide_scroller);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, wide);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, narrow_scroller);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportTable, cards);
}

static void
ikrar_import_table_class_init (IkrarImportTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ikrar_import_table_dispose;
  object_class->finalize = ikrar_import_table_finalize;
  object_class->get_property = ikrar_import_table_get_property;
  object_class->set_property = ikrar_import_table_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (klass);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_import_table_init (IkrarImportTable *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->bound = g_ptr_array_new ();
  self->columns = g_array_new (FALSE, FALSE, sizeof (IkrarImportColumn));
  self->list = ikrar_line_list_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "shown", G_CALLBACK (on_shown), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  factory = new_factory (self, G_CALLBACK (on_card_setup));
  gtk_list_view_set_factory (self->cards, factory);
  gtk_scrollbar_set_adjustment (self->scrollbar, get_scroll (self));
  g_signal_connect_object (get_scroll (self), "changed", G_CALLBACK (on_room_changed), self,
                           G_CONNECT_SWAPPED);
  scroll_sideways (self);
}

/* Whether another reading of the same table is shown: heads stay, and the focus within them. */
static gboolean
same_heads (IkrarImportTable *self, const IkrarRosterResult *result, GArray *columns)
{
  const IkrarHeader *before = ikrar_roster_result_get_header (self->result);
  const IkrarHeader *after = ikrar_roster_result_get_header (result);

  if (columns->len != self->columns->len)
    return FALSE;
  for (guint i = 0; i < columns->len; i++)
    {
      const IkrarImportColumn *one = &g_array_index (self->columns, IkrarImportColumn, i);
      const IkrarImportColumn *other = &g_array_index (columns, IkrarImportColumn, i);

      if (one->index != other->index || one->width != other->width ||
          !g_str_equal (ikrar_header_get_column (before, one->index)->title,
                        ikrar_header_get_column (after, other->index)->title))
        return FALSE;
    }
  return TRUE;
}

void
ikrar_import_table_reset_heads (IkrarImportTable *self)
{
  GtkWidget *head;
  guint i = 0;

  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  for (head = gtk_widget_get_first_child (GTK_WIDGET (self->heads)); head != NULL;
       head = gtk_widget_get_next_sibling (head), i++)
    {
      guint index = g_array_index (self->columns, IkrarImportColumn, i).index;

      ikrar_import_head_set_field (
          IKRAR_IMPORT_HEAD (head),
          ikrar_header_get_column (ikrar_roster_result_get_header (self->result), index)->field);
    }
}

void
ikrar_import_table_show (IkrarImportTable *self,
                         const IkrarRosterResult *result,
                         gboolean all_columns)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GArray) columns = NULL;
  gboolean same;

  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  columns = result != NULL ? ikrar_import_columns_choose (result, all_columns) : NULL;
  same = result != NULL && self->result != NULL && same_heads (self, result, columns);
  show_lines (self, none);
  self->result = result;
  if (!same)
    clear_heads (self);
  if (result == NULL)
    return;
  if (same)
    ikrar_import_table_reset_heads (self);
  else
    {
      show_columns (self, g_array_ref (columns));
      add_heads (self, ikrar_roster_result_get_header (result));
    }
  ikrar_import_table_filter (self, "", 0);
}

void
ikrar_import_table_filter (IkrarImportTable *self, const char *text, guint verdicts)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  if (self->result == NULL)
    return;
  found = ikrar_roster_lines_search (ikrar_roster_result_get_lines (self->result), text, verdicts);
  lines = g_ptr_array_sized_new (found->len);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (lines, GUINT_TO_POINTER (g_array_index (found, guint, i) + 1));
  show_lines (self, lines);
}

int
ikrar_import_table_get_selected (IkrarImportTable *self)
{
  guint position;

  g_return_val_if_fail (IKRAR_IS_IMPORT_TABLE (self), -1);

  position = gtk_single_selection_get_selected (self->selection);
  return GPOINTER_TO_INT (ikrar_line_list_get_line (self->list, position)) - 1;
}

gboolean
ikrar_import_table_get_hides_columns (IkrarImportTable *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_TABLE (self), FALSE);

  return self->result != NULL &&
         self->columns->len <
             ikrar_header_get_n_columns (ikrar_roster_result_get_header (self->result));
}
