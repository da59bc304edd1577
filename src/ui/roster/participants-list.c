/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/participants-list.h"

#include "ui/common/line-row.h"
#include "ui/roster/participant-row.h"

struct _IkrarParticipantsList
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkListView *view;

  /* Owned */
  IkrarParticipantsModel *model;
  GPtrArray *bound; /* the rows on the screen, borrowed GtkListItem */

  gulong selection_handler;
  gboolean selecting;
};

enum
{
  PROP_0,
  PROP_SELECTING,
  N_PROPS,
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarParticipantsList, ikrar_participants_list, GTK_TYPE_WIDGET)

static GtkSelectionModel *
get_selection (IkrarParticipantsList *self)
{
  return GTK_SELECTION_MODEL (ikrar_participants_model_get_selection (self->model));
}

static void
fill (IkrarParticipantsList *self, GtkListItem *item)
{
  IkrarParticipantRow *row = IKRAR_PARTICIPANT_ROW (gtk_list_item_get_child (item));
  const IkrarParticipantLine *line = ikrar_line_row_update (item);

  if (line == NULL || self->model == NULL)
    return;
  ikrar_participant_row_set_line (row, line, ikrar_participants_model_get_zone (self->model));
  ikrar_participant_row_set_selected (
      row,
      gtk_selection_model_is_selected (get_selection (self), gtk_list_item_get_position (item)));
}

/* Told when lines or what is selected of them changed; either way all rows are right again. */
static void
on_selection_changed (GtkSelectionModel *selection,
                      guint position,
                      guint n_items,
                      IkrarParticipantsList *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    fill (self, g_ptr_array_index (self->bound, i));
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarParticipantsList *self)
{
  GtkWidget *row = ikrar_participant_row_new ();

  g_object_bind_property (self, "selecting", row, "selecting", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarParticipantsList *self)
{
  g_ptr_array_add (self->bound, item);
  fill (self, item);
}

static void
on_row_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, IkrarParticipantsList *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
toggle (IkrarParticipantsList *self, guint position)
{
  GtkSelectionModel *selection = get_selection (self);

  if (gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_unselect_item (selection, position);
  else
    gtk_selection_model_select_item (selection, position, FALSE);
}

static void
on_view_activated (GtkListView *view, guint position, IkrarParticipantsList *self)
{
  g_autoptr (IkrarLineItem) item =
      g_list_model_get_item (G_LIST_MODEL (get_selection (self)), position);
  const IkrarParticipantLine *line = item != NULL ? ikrar_line_item_get_line (item) : NULL;

  if (line == NULL)
    return;
  if (self->selecting)
    toggle (self, position);
  else
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, line->id);
}

static void
ikrar_participants_list_dispose (GObject *object)
{
  IkrarParticipantsList *self = IKRAR_PARTICIPANTS_LIST (object);

  if (self->view != NULL)
    ikrar_participants_list_set_model (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PARTICIPANTS_LIST);
  G_OBJECT_CLASS (ikrar_participants_list_parent_class)->dispose (object);
}

static void
ikrar_participants_list_finalize (GObject *object)
{
  g_ptr_array_unref (IKRAR_PARTICIPANTS_LIST (object)->bound);
  G_OBJECT_CLASS (ikrar_participants_list_parent_class)->finalize (object);
}

static void
ikrar_participants_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTING)
    g_value_set_boolean (value, IKRAR_PARTICIPANTS_LIST (object)->selecting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_participants_list_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  if (id == PROP_SELECTING)
    IKRAR_PARTICIPANTS_LIST (object)->selecting = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/participants-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsList, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkrarParticipantsList, view);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated);
}

static void
ikrar_participants_list_class_init (IkrarParticipantsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ikrar_participants_list_dispose;
  object_class->finalize = ikrar_participants_list_finalize;
  object_class->get_property = ikrar_participants_list_get_property;
  object_class->set_property = ikrar_participants_list_set_property;
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * IkrarParticipantsList::activated:
   * @list: the list
   * @participant: whose row was pressed
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
ikrar_participants_list_init (IkrarParticipantsList *self)
{
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A press selects nothing by itself: what is selected is shown by check boxes. */
static void
show_model (IkrarParticipantsList *self)
{
  GtkSelectionModel *selection = get_selection (self);
  g_autoptr (GtkSelectionModel) rows =
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (selection))));

  self->selection_handler =
      g_signal_connect (selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  gtk_list_view_set_model (self->view, rows);
}

void
ikrar_participants_list_set_model (IkrarParticipantsList *self, IkrarParticipantsModel *model)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_LIST (self));

  if (self->model == model)
    return;
  gtk_list_view_set_model (self->view, NULL);
  if (self->model != NULL)
    g_clear_signal_handler (&self->selection_handler, get_selection (self));
  g_set_object (&self->model, model);
  if (model != NULL)
    show_model (self);
}

void
ikrar_participants_list_scroll_to_top (IkrarParticipantsList *self)
{
  g_return_if_fail (IKRAR_IS_PARTICIPANTS_LIST (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
