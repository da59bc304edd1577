/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-card.h"
#include "ui/roster/import-head.h"
#include "ui/roster/import-line.h"
#include "ui/roster/import-table-private.h"

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
  SIGNAL_EDITED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportTable, ikrar_import_table, GTK_TYPE_BOX)

GtkAdjustment *
_ikrar_import_table_get_scroll (IkrarImportTable *self)
{
  return gtk_scrolled_window_get_hadjustment (self->strip);
}

static void
fill (IkrarImportTable *self, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  guint key = GPOINTER_TO_UINT (ikrar_line_item_get_line (gtk_list_item_get_item (item)));

  if (key == 0 || self->shown.result == NULL)
    return;
  if (IKRAR_IS_IMPORT_LINE (child))
    ikrar_import_line_show (IKRAR_IMPORT_LINE (child), &self->shown, key - 1);
  else
    ikrar_import_card_show (IKRAR_IMPORT_CARD (child), &self->shown, key - 1);
}

static void
on_row_setup (IkrarImportTable *self, GtkListItem *item)
{
  gtk_list_item_set_child (
      item, ikrar_import_line_new (self->columns, _ikrar_import_table_get_scroll (self)));
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

void
_ikrar_import_table_fill (IkrarImportTable *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    fill (self, g_ptr_array_index (self->bound, i));
}

/* The cell that makes the row what it is, if it is shown. */
static void
point_at_fault (IkrarImportTable *self, guint line)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (self->shown.result);
  const IkrarHeader *header = ikrar_roster_result_get_header (self->shown.result);
  IkrarVerdict worst = IKRAR_VERDICT_OK;

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint index = g_array_index (self->columns, IkrarImportColumn, i).index;
      IkrarRosterField field = ikrar_header_get_column (header, index)->field;
      IkrarVerdict fault = field != IKRAR_ROSTER_FIELD_NONE
                               ? ikrar_roster_lines_get_fault (lines, line, field)
                               : IKRAR_VERDICT_OK;

      if (fault <= worst)
        continue;
      worst = fault;
      _ikrar_import_table_set_cursor (self, i);
    }
}

static void
on_selected (IkrarImportTable *self)
{
  int line = ikrar_import_table_get_selected (self);

  if (line >= 0 && self->shown.result != NULL)
    point_at_fault (self, (guint) line);
  _ikrar_import_table_point (self);
}

void
_ikrar_import_table_point (IkrarImportTable *self)
{
  g_signal_emit (self, signals[SIGNAL_LINE_SELECTED], 0);
}

void
_ikrar_import_table_tell_edited (IkrarImportTable *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, text);
}

static gboolean
update_scrollbar (gpointer user_data)
{
  IkrarImportTable *self = user_data;
  GtkAdjustment *scroll = _ikrar_import_table_get_scroll (self);

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

static GtkListItemFactory *
new_factory (IkrarImportTable *self, GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

/* A column that says nothing takes no room from the others. */
static gboolean
says_reasons (IkrarImportTable *self)
{
  return self->shown.result == NULL ||
         ikrar_roster_lines_has_reasons (ikrar_roster_result_get_lines (self->shown.result));
}

void
_ikrar_import_table_show_layout (IkrarImportTable *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_list_view_set_model (self->narrow ? self->wide : self->cards, NULL);
  gtk_list_view_set_model (self->narrow ? self->cards : self->wide, model);
  gtk_widget_set_visible (self->lead, !self->narrow);
  gtk_widget_set_visible (self->reason_head, !self->narrow && says_reasons (self));
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
  _ikrar_import_table_show_layout (self);
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
  self->shown.cursor = 0;
  factory = new_factory (self, G_CALLBACK (on_row_setup));
  gtk_list_view_set_factory (self->wide, factory);
}

static void
ikrar_import_table_dispose (GObject *object)
{
  IkrarImportTable *self = IKRAR_IMPORT_TABLE (object);

  self->shown = (IkrarImportShown){ 0 };
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;
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
  g_free (self->text);
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
      _ikrar_import_table_show_layout (self);
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
   * IkrarImportTable::edited:
   * @table: the table
   * @text: what the cell that is pointed at should say
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * IkrarImportTable::line-selected:
   *
   * Another line is selected, or none, or another of its cells is pointed at.
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
  self->text = g_strdup ("");
  self->list = ikrar_line_list_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "shown", G_CALLBACK (_ikrar_import_table_fill), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  factory = new_factory (self, G_CALLBACK (on_card_setup));
  gtk_list_view_set_factory (self->cards, factory);
  gtk_scrollbar_set_adjustment (self->scrollbar, _ikrar_import_table_get_scroll (self));
  g_signal_connect_object (_ikrar_import_table_get_scroll (self), "changed",
                           G_CALLBACK (on_room_changed), self, G_CONNECT_SWAPPED);
  self->editor = ikrar_import_editor_new (GTK_WIDGET (self));
  _ikrar_import_table_take_input (self);
}

/* Whether another reading of the same table is shown: heads stay, and the focus within them. */
static gboolean
same_heads (IkrarImportTable *self, const IkrarRosterResult *result, GArray *columns)
{
  const IkrarHeader *before = ikrar_roster_result_get_header (self->shown.result);
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
          ikrar_header_get_column (ikrar_roster_result_get_header (self->shown.result), index)
              ->field);
    }
}

GPtrArray *
_ikrar_import_table_find_lines (IkrarImportTable *self)
{
  g_autoptr (GArray) found = ikrar_roster_lines_search (
      ikrar_roster_result_get_lines (self->shown.result), self->text, self->verdicts);
  GPtrArray *lines = g_ptr_array_sized_new (found->len);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (lines, GUINT_TO_POINTER (g_array_index (found, guint, i) + 1));
  return lines;
}

/* Where the user looks first: at the names. */
static void
reset_cursor (IkrarImportTable *self)
{
  int name = ikrar_import_columns_find (ikrar_roster_result_get_header (self->shown.result),
                                        IKRAR_ROSTER_FIELD_NAME);

  self->shown.cursor = 0;
  for (guint i = 0; i < self->columns->len; i++)
    if ((int) g_array_index (self->columns, IkrarImportColumn, i).index == name)
      self->shown.cursor = i;
}

void
ikrar_import_table_show (IkrarImportTable *self,
                         const IkrarRosterResult *result,
                         gboolean all_columns)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) columns = NULL;
  gboolean same;

  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  columns = result != NULL ? ikrar_import_columns_choose (result, all_columns) : NULL;
  same = result != NULL && self->shown.result != NULL && same_heads (self, result, columns);
  show_lines (self, none);
  self->shown.result = result;
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
      reset_cursor (self);
    }
  lines = _ikrar_import_table_find_lines (self);
  show_lines (self, lines);
}

void
ikrar_import_table_set_fixes (IkrarImportTable *self, const IkrarImportFixes *fixes)
{
  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  self->shown.fixes = fixes;
  _ikrar_import_table_fill (self);
}

void
ikrar_import_table_focus_head (IkrarImportTable *self, guint column)
{
  GtkWidget *head;
  guint i = 0;

  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  for (head = gtk_widget_get_first_child (GTK_WIDGET (self->heads)); head != NULL;
       head = gtk_widget_get_next_sibling (head), i++)
    {
      guint index = g_array_index (self->columns, IkrarImportColumn, i).index;

      if (ikrar_header_get_column (ikrar_roster_result_get_header (self->shown.result), index)
              ->column == column)
        gtk_widget_child_focus (head, GTK_DIR_TAB_FORWARD);
    }
}

const IkrarImportShown *
ikrar_import_table_get_shown (IkrarImportTable *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_TABLE (self), NULL);

  return &self->shown;
}

void
ikrar_import_table_filter (IkrarImportTable *self, const char *text, guint verdicts)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  if (g_str_equal (text, self->text) && verdicts == self->verdicts)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  self->verdicts = verdicts;
  if (self->shown.result == NULL)
    return;
  lines = _ikrar_import_table_find_lines (self);
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

int
ikrar_import_table_get_column (IkrarImportTable *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_TABLE (self), -1);

  if (self->shown.cursor >= self->columns->len)
    return -1;
  return (int) g_array_index (self->columns, IkrarImportColumn, self->shown.cursor).index;
}

void
ikrar_import_table_set_column (IkrarImportTable *self, guint index)
{
  g_return_if_fail (IKRAR_IS_IMPORT_TABLE (self));

  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, IkrarImportColumn, i).index == index)
      _ikrar_import_table_set_cursor (self, i);
}

gboolean
ikrar_import_table_get_hides_columns (IkrarImportTable *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_TABLE (self), FALSE);

  return self->shown.result != NULL &&
         self->columns->len <
             ikrar_header_get_n_columns (ikrar_roster_result_get_header (self->shown.result));
}
