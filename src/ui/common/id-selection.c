/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/id-selection.h"

struct _IkrarIdSelection
{
  GObject parent_instance;

  IkrarLineList *list;
  GHashTable *ids; /* what is selected */
  IkrarLineKey key;
};

enum
{
  PROP_0,
  PROP_N_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IkrarIdSelection,
                               ikrar_id_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

/* Of these it can be told whether they are selected. */
static guint
count_items (IkrarIdSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/* Items that linger without a line are never selected. */
static guint
count_lines (IkrarIdSelection *self)
{
  return MIN (count_items (self), ikrar_line_list_get_size (self->list));
}

/* What is seen at these positions may be selected or not. */
static void
tell (IkrarIdSelection *self, guint position, guint n_items)
{
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n_items);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
tell_all (IkrarIdSelection *self)
{
  tell (self, 0, count_items (self));
}

static IkrarId
id_at (IkrarIdSelection *self, guint position)
{
  return self->key (ikrar_line_list_get_line (self->list, position));
}

static void
set_selected (IkrarIdSelection *self, IkrarId id, gboolean selected)
{
  if (!selected)
    g_hash_table_remove (self->ids, &id);
  else if (!g_hash_table_contains (self->ids, &id))
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
}

static GType
get_item_type (GListModel *model)
{
  return IKRAR_TYPE_LINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return count_items (IKRAR_ID_SELECTION (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (IKRAR_ID_SELECTION (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);
  IkrarId id;

  if (position >= count_lines (self))
    return FALSE;
  id = id_at (self, position);
  return g_hash_table_contains (self->ids, &id);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint end = MIN (position + n_items, count_lines (self));

  if (g_hash_table_size (self->ids) == 0)
    return selected;
  for (guint i = position; i < end; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selected, i);
  return selected;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);
  GtkBitsetIter iter;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, mask, &position))
    return TRUE;
  do
    if (position < count_lines (self))
      set_selected (self, id_at (self, position), gtk_bitset_contains (selected, position));
  while (gtk_bitset_iter_next (&iter, &position));
  tell_all (self);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);

  for (guint i = 0; i < ikrar_line_list_get_size (self->list); i++)
    set_selected (self, id_at (self, i), TRUE);
  tell_all (self);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  ikrar_id_selection_clear (IKRAR_ID_SELECTION (model));
  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);

  if (position >= count_lines (self))
    return FALSE;
  if (unselect_rest)
    g_hash_table_remove_all (self->ids);
  set_selected (self, id_at (self, position), TRUE);
  if (unselect_rest)
    tell_all (self);
  else
    tell (self, position, 1);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);

  if (position >= count_lines (self))
    return FALSE;
  set_selected (self, id_at (self, position), FALSE);
  tell (self, position, 1);
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);
  guint end = MIN (position + n_items, count_lines (self));

  if (unselect_rest)
    g_hash_table_remove_all (self->ids);
  for (guint i = position; i < end; i++)
    set_selected (self, id_at (self, i), TRUE);
  tell_all (self);
  return TRUE;
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (model);
  guint end = MIN (position + n_items, count_lines (self));

  for (guint i = position; i < end; i++)
    set_selected (self, id_at (self, i), FALSE);
  tell_all (self);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
}

static void
on_items_changed (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  IkrarIdSelection *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
ikrar_id_selection_finalize (GObject *object)
{
  IkrarIdSelection *self = IKRAR_ID_SELECTION (object);

  g_object_unref (self->list);
  g_hash_table_unref (self->ids);
  G_OBJECT_CLASS (ikrar_id_selection_parent_class)->finalize (object);
}

static void
ikrar_id_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_N_SELECTED)
    g_value_set_uint (value, g_hash_table_size (IKRAR_ID_SELECTION (object)->ids));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_id_selection_class_init (IkrarIdSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ikrar_id_selection_finalize;
  object_class->get_property = ikrar_id_selection_get_property;
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ikrar_id_selection_init (IkrarIdSelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

IkrarIdSelection *
ikrar_id_selection_new (IkrarLineList *list, IkrarLineKey key)
{
  IkrarIdSelection *self = g_object_new (IKRAR_TYPE_ID_SELECTION, NULL);

  self->list = g_object_ref (list);
  self->key = key;
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  g_signal_connect_object (list, "shown", G_CALLBACK (tell_all), self, G_CONNECT_SWAPPED);
  return self;
}

guint
ikrar_id_selection_count_shown (IkrarIdSelection *self)
{
  guint shown = 0;

  g_return_val_if_fail (IKRAR_IS_ID_SELECTION (self), 0);

  if (g_hash_table_size (self->ids) == 0)
    return 0;
  for (guint i = 0; i < ikrar_line_list_get_size (self->list); i++)
    {
      IkrarId id = id_at (self, i);

      shown += g_hash_table_contains (self->ids, &id) ? 1 : 0;
    }
  return shown;
}

guint
ikrar_id_selection_get_size (IkrarIdSelection *self)
{
  g_return_val_if_fail (IKRAR_IS_ID_SELECTION (self), 0);

  return g_hash_table_size (self->ids);
}

gboolean
ikrar_id_selection_contains (IkrarIdSelection *self, IkrarId id)
{
  g_return_val_if_fail (IKRAR_IS_ID_SELECTION (self), FALSE);

  return g_hash_table_contains (self->ids, &id);
}

GArray *
ikrar_id_selection_get_ids (IkrarIdSelection *self)
{
  GHashTableIter iter;
  gpointer id;
  GArray *ids;

  g_return_val_if_fail (IKRAR_IS_ID_SELECTION (self), NULL);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (IkrarId), g_hash_table_size (self->ids));
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  return ids;
}

void
ikrar_id_selection_add (IkrarIdSelection *self, const IkrarId *ids, guint n_ids)
{
  g_return_if_fail (IKRAR_IS_ID_SELECTION (self));

  for (guint i = 0; i < n_ids; i++)
    set_selected (self, ids[i], TRUE);
  tell_all (self);
}

void
ikrar_id_selection_clear (IkrarIdSelection *self)
{
  g_return_if_fail (IKRAR_IS_ID_SELECTION (self));

  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  tell_all (self);
}

/* Who is asked. */
typedef struct
{
  IkrarIdFunc exists;
  gpointer user_data;
} Question;

static gboolean
is_gone (gpointer id, gpointer unused, gpointer user_data)
{
  const Question *question = user_data;

  return !question->exists (*(const IkrarId *) id, question->user_data);
}

void
ikrar_id_selection_keep (IkrarIdSelection *self, IkrarIdFunc exists, gpointer user_data)
{
  Question question = { exists, user_data };

  g_return_if_fail (IKRAR_IS_ID_SELECTION (self));

  if (g_hash_table_foreach_remove (self->ids, is_gone, &question) > 0)
    tell_all (self);
}
