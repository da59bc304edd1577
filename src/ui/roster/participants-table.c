/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/participants-table.h"

#include "ui/roster/participant-cells.h"

/* The columns that order the table. */
enum
{
  COLUMN_NAME,
  COLUMN_POST,
  COLUMN_TIME,
  N_ORDERING,
};

static const IkrarParticipantOrder orders[N_ORDERING] = {
  [COLUMN_NAME] = IKRAR_ORDER_NAME,
  [COLUMN_POST] = IKRAR_ORDER_UNIT,
  [COLUMN_TIME] = IKRAR_ORDER_TIME,
};

struct _IkrarParticipantsTable
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkColumnViewColumn *check_column;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *post_column;
  GtkColumnViewColumn *state_column;
  GtkColumnViewColumn *time_column;
  GtkColumnViewColumn *pledge_column;

  /* Owned */
  IkrarParticipantsModel *model;

  guint asked; /* the column that was asked to compare first */
  gboolean showing;
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_ORDERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarParticipantsTable, ikrar_participants_table, GTK_TYPE_WIDGET)

static GtkColumnViewColumn *
column_at (IkrarParticipantsTable *self, guint column)
{
  GtkColumnViewColumn *const columns[N_ORDERING] = { self->name_column, self->post_column,
                                                     self->time_column };

  return columns[column];
}

static void
on_view_activated (GtkColumnView *view, guint position, IkrarParticipantsTable *self)
{
  g_autoptr (IkrarLineItem) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);
  const IkrarParticipantLine *line = item != NULL ? ikrar_line_item_get_line (item) : NULL;

  if (line != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, line->id);
}

/* The sorters of the columns sort nothing: 180,751 rows compared one by one would freeze the
 * window. They only tell which column was pressed, by being asked first, and which way round, by
 * what becomes of their answer; GTK 4.8 has no other way to know. */
static int
answer (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GtkColumnViewColumn *column = user_data;
  IkrarParticipantsTable *self = g_object_get_data (G_OBJECT (column), "ikrar-table");

  for (guint i = 0; i < N_ORDERING; i++)
    if (self != NULL && self->asked == N_ORDERING && column_at (self, i) == column)
      self->asked = i;
  return -1;
}

static void
on_sorter_changed (GtkSorter *sorter, GtkSorterChange change, IkrarParticipantsTable *self)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) two = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  if (self->showing)
    return;
  self->asked = N_ORDERING;
  ordering = gtk_sorter_compare (sorter, one, two);
  if (self->asked < N_ORDERING)
    g_signal_emit (self, signals[SIGNAL_ORDERED], 0, orders[self->asked],
                   ordering == GTK_ORDERING_LARGER);
}

static void
set_up_sorting (IkrarParticipantsTable *self)
{
  for (guint i = 0; i < N_ORDERING; i++)
    {
      GtkColumnViewColumn *column = column_at (self, i);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (answer, column, NULL));

      g_object_set_data (G_OBJECT (column), "ikrar-table", self);
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, 0);
}

static void
set_factory (GtkColumnViewColumn *column, IkrarParticipantCell cell, IkrarParticipantsModel *model)
{
  g_autoptr (GtkListItemFactory) factory =
      model != NULL ? ikrar_participant_cell_factory_new (cell, model) : NULL;

  gtk_column_view_column_set_factory (column, factory);
}

static void
set_factories (IkrarParticipantsTable *self)
{
  set_factory (self->check_column, IKRAR_PARTICIPANT_CELL_CHECK, self->model);
  set_factory (self->name_column, IKRAR_PARTICIPANT_CELL_NAME, self->model);
  set_factory (self->post_column, IKRAR_PARTICIPANT_CELL_POST, self->model);
  set_factory (self->state_column, IKRAR_PARTICIPANT_CELL_STATE, self->model);
  set_factory (self->time_column, IKRAR_PARTICIPANT_CELL_TIME, self->model);
  set_factory (self->pledge_column, IKRAR_PARTICIPANT_CELL_PLEDGE, self->model);
}

static void
ikrar_participants_table_dispose (GObject *object)
{
  IkrarParticipantsTable *self = IKRAR_PARTICIPANTS_TABLE (object);

  if (self->view != NULL)
    ikrar_participants_table_set_model (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANTS_TABLE);
  G_OBJECT_CLASS (ikrar_participants_table_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/participants-table.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, view);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, check_column);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, name_column);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, post_column);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, state_column);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, time_column);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsTable, pledge_column);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated);
}

static void
ikrar_participants_table_class_init (IkrarParticipantsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_participants_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);

  /**
   * IkrarParticipantsTable::activated:
   * @table: the table
   * @participant: whose row was pressed twice, or chosen with Enter
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * IkrarParticipantsTable::ordered:
   * @table: the table
   * @order: an IkrarParticipantOrder
   * @descending: whether it is turned round
   */
  signals[SIGNAL_ORDERED] =
      g_signal_new ("ordered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
ikrar_participants_table_init (IkrarParticipantsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_sorting (self);
}

void
ikrar_participants_table_set_model (IkrarParticipantsTable *self, IkrarParticipantsModel *model)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_TABLE (self));

  if (self->model == model)
    return;
  gtk_column_view_set_model (self->view, NULL);
  g_set_object (&self->model, model);
  set_factories (self);
  if (model != NULL)
    gtk_column_view_set_model (
        self->view, GTK_SELECTION_MODEL (ikrar_participants_model_get_selection (model)));
}

void
ikrar_participants_table_show_order (IkrarParticipantsTable *self,
                                     IkrarParticipantOrder order,
                                     gboolean descending)
{
  GtkColumnViewColumn *column = NULL;

  g_return_if_fail (IKRAR_IS_PARTICIPANTS_TABLE (self));

  for (guint i = 0; i < N_ORDERING; i++)
    if (orders[i] == order)
      column = column_at (self, i);
  self->showing = TRUE;
  gtk_column_view_sort_by_column (self->view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->showing = FALSE;
}

void
ikrar_participants_table_scroll_to_top (IkrarParticipantsTable *self)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_TABLE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
