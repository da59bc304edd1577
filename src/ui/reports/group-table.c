/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/group-table.h"

#include <glib/gi18n-lib.h>

#include "ui/common/compat.h"

/* Names of units are long; what does not fit is told by the tooltip. */
#define NAME_CHARS 18

struct _IkrarGroupTable
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkColumnView *view;
  GtkListBox *list;

  /* Owned */
  GListStore *groups;
  GListStore *totals; /* one item, so that it stays below whatever the order is */

  IkrarMeasure measure;
};

G_DEFINE_FINAL_TYPE (IkrarGroupTable, ikrar_group_table, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FOLDED,
};

#define COLUMN(name) (1u << IKRAR_GROUP_##name)

/* Columns of each measure. */
static const guint columns_of[IKRAR_N_MEASURES] = {
  [IKRAR_MEASURE_ATTENDANCE] = COLUMN (NAME) | COLUMN (INVITED) | COLUMN (PRESENT) |
                               COLUMN (REPRESENTED) | COLUMN (EXCUSED) | COLUMN (ABSENT) |
                               COLUMN (UNRECORDED) | COLUMN (RATE),
  [IKRAR_MEASURE_PLEDGES] = COLUMN (NAME) | COLUMN (INVITED) | COLUMN (PRESENT) | COLUMN (SIGNED) |
                            COLUMN (RECITED) | COLUMN (UNPLEDGED) | COLUMN (PLEDGE_RATE),
};

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  gboolean is_name = GPOINTER_TO_UINT (column) == IKRAR_GROUP_NAME;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  if (is_name)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
    }
  else
    gtk_widget_add_css_class (label, "num");
  gtk_list_item_set_child (list_item, label);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  IkrarGroupItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = ikrar_group_item_format (item, GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (label), text);
  if (GPOINTER_TO_UINT (column) == IKRAR_GROUP_NAME)
    gtk_widget_set_tooltip_text (label, text);
  if (ikrar_group_item_is_total (item))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  double one = ikrar_group_item_get_key ((IkrarGroupItem *) a, GPOINTER_TO_UINT (column));
  double other = ikrar_group_item_get_key ((IkrarGroupItem *) b, GPOINTER_TO_UINT (column));

  return (one > other) - (one < other);
}

/* Columns stand in the order of IkrarGroupColumn. */
static void
set_up_columns (IkrarGroupTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_factory (column, factory);
      gtk_column_view_column_set_sorter (column, sorter);
    }
}

static GListModel *
append_total (IkrarGroupTable *self, GListModel *groups)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (parts, groups);
  g_list_store_append (parts, self->totals);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static char *
describe_pledges (IkrarGroupItem *item)
{
  g_autofree char *invited = ikrar_group_item_format (item, IKRAR_GROUP_INVITED);
  g_autofree char *signed_ = ikrar_group_item_format (item, IKRAR_GROUP_SIGNED);
  g_autofree char *recited = ikrar_group_item_format (item, IKRAR_GROUP_RECITED);

  /* Translators: numbers of people. */
  return g_strdup_printf (_ ("Of %1$s invited %2$s signed and %3$s recited"), invited, signed_,
                          recited);
}

static char *
describe_attendance (IkrarGroupItem *item)
{
  g_autofree char *present = ikrar_group_item_format (item, IKRAR_GROUP_PRESENT);
  g_autofree char *invited = ikrar_group_item_format (item, IKRAR_GROUP_INVITED);
  g_autofree char *represented = ikrar_group_item_format (item, IKRAR_GROUP_REPRESENTED);
  g_autofree char *excused = ikrar_group_item_format (item, IKRAR_GROUP_EXCUSED);
  g_autofree char *absent = ikrar_group_item_format (item, IKRAR_GROUP_ABSENT);
  g_autofree char *unrecorded = ikrar_group_item_format (item, IKRAR_GROUP_UNRECORDED);

  return g_strdup_printf (
      /* Translators: numbers of people. */
      _ ("%1$s of %2$s present, %3$s represented, %4$s excused, %5$s absent, %6$s not recorded"),
      present, invited, represented, excused, absent, unrecorded);
}

static GtkWidget *
make_row (gpointer group, gpointer table)
{
  IkrarGroupItem *item = group;
  gboolean pledges = IKRAR_GROUP_TABLE (table)->measure == IKRAR_MEASURE_PLEDGES;
  g_autofree char *name = ikrar_group_item_format (item, IKRAR_GROUP_NAME);
  g_autofree char *rate =
      ikrar_group_item_format (item, pledges ? IKRAR_GROUP_PLEDGE_RATE : IKRAR_GROUP_RATE);
  g_autofree char *text = pledges ? describe_pledges (item) : describe_attendance (item);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", text, "title-lines", 2, NULL);
  GtkWidget *label = gtk_label_new (rate);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "num");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
ikrar_group_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    gtk_stack_set_visible_child_name (IKRAR_GROUP_TABLE (object)->stack,
                                      g_value_get_boolean (value) ? "list" : "table");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_group_table_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_GROUP_TABLE);
  G_OBJECT_CLASS (ikrar_group_table_parent_class)->dispose (object);
}

static void
ikrar_group_table_finalize (GObject *object)
{
  g_object_unref (IKRAR_GROUP_TABLE (object)->groups);
  g_object_unref (IKRAR_GROUP_TABLE (object)->totals);
  G_OBJECT_CLASS (ikrar_group_table_parent_class)->finalize (object);
}

static void
ikrar_group_table_class_init (IkrarGroupTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ikrar_group_table_dispose;
  object_class->finalize = ikrar_group_table_finalize;
  object_class->set_property = ikrar_group_table_set_property;
  g_object_class_install_property (
      object_class, PROP_FOLDED,
      g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/group-table.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarGroupTable, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarGroupTable, view);
  gtk_widget_class_bind_template_child (widget_class, IkrarGroupTable, list);
}

static void
ikrar_group_table_init (IkrarGroupTable *self)
{
  g_autoptr (GtkSortListModel) sorted = NULL;
  g_autoptr (GtkSelectionModel) shown = NULL;
  g_autoptr (GListModel) listed = NULL;

  self->groups = g_list_store_new (IKRAR_TYPE_GROUP_ITEM);
  self->totals = g_list_store_new (IKRAR_TYPE_GROUP_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_columns (self);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->groups)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  shown = GTK_SELECTION_MODEL (gtk_no_selection_new (append_total (self, G_LIST_MODEL (sorted))));
  gtk_column_view_set_model (self->view, shown);
  listed = append_total (self, G_LIST_MODEL (self->groups));
  gtk_list_box_bind_model (self->list, listed, make_row, self, NULL);
  ikrar_compat_align_titles (self->view, IKRAR_GROUP_INVITED);
}

static void
show_columns (IkrarGroupTable *self, IkrarGrouping grouping, IkrarMeasure measure)
{
  static const char *const titles[IKRAR_N_GROUPINGS] = {
    [IKRAR_GROUPING_UNIT] = NC_ ("column", "Unit"),
    [IKRAR_GROUPING_GRADE] = NC_ ("column", "Grade"),
    [IKRAR_GROUPING_KIND] = NC_ ("column", "Role"),
  };
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, (columns_of[measure] & (1u << i)) != 0);
      if (i == IKRAR_GROUP_NAME)
        gtk_column_view_column_set_title (
            column, g_dpgettext2 (GETTEXT_PACKAGE, "column", titles[grouping]));
    }
}

void
ikrar_group_table_show (IkrarGroupTable *self, const IkrarGroupTally *tally, IkrarMeasure measure)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (IkrarGroupItem) total = ikrar_group_item_new_total (&tally->total);
  gpointer first = total;

  g_return_if_fail (IKRAR_IS_GROUP_TABLE (self));

  self->measure = measure;
  show_columns (self, tally->grouping, measure);
  for (guint i = 0; i < tally->lines->len; i++)
    g_ptr_array_add (items,
                     ikrar_group_item_new (tally->grouping,
                                           &g_array_index (tally->lines, IkrarGroupLine, i), i));
  g_list_store_splice (self->groups, 0, g_list_model_get_n_items (G_LIST_MODEL (self->groups)),
                       items->pdata, items->len);
  g_list_store_splice (self->totals, 0, g_list_model_get_n_items (G_LIST_MODEL (self->totals)),
                       &first, 1);
}
