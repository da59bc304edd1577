/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/participant-list.h"

struct _IkrarParticipantItem
{
  GObject parent_instance;

  IkrarParticipantTable *table;
  guint index;
};

struct _IkrarParticipantList
{
  GObject parent_instance;

  IkrarParticipantTable *table;
  GArray *indexes;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (IkrarParticipantItem, ikrar_participant_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (IkrarParticipantList,
                               ikrar_participant_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ikrar_participant_item_finalize (GObject *object)
{
  ikrar_participant_table_unref (IKRAR_PARTICIPANT_ITEM (object)->table);
  G_OBJECT_CLASS (ikrar_participant_item_parent_class)->finalize (object);
}

static void
ikrar_participant_item_class_init (IkrarParticipantItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_participant_item_finalize;
}

static void
ikrar_participant_item_init (IkrarParticipantItem *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return IKRAR_TYPE_PARTICIPANT_ITEM;
}

static guint
count_items (IkrarParticipantList *self)
{
  return self->indexes != NULL ? self->indexes->len : 0;
}

static guint
get_n_items (GListModel *model)
{
  return count_items (IKRAR_PARTICIPANT_LIST (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  IkrarParticipantList *self = IKRAR_PARTICIPANT_LIST (model);
  IkrarParticipantItem *item;

  if (position >= count_items (self))
    return NULL;
  item = g_object_new (IKRAR_TYPE_PARTICIPANT_ITEM, NULL);
  item->table = ikrar_participant_table_ref (self->table);
  item->index = g_array_index (self->indexes, guint, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ikrar_participant_list_finalize (GObject *object)
{
  IkrarParticipantList *self = IKRAR_PARTICIPANT_LIST (object);

  g_clear_pointer (&self->table, ikrar_participant_table_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  G_OBJECT_CLASS (ikrar_participant_list_parent_class)->finalize (object);
}

static void
ikrar_participant_list_class_init (IkrarParticipantListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_participant_list_finalize;
}

static void
ikrar_participant_list_init (IkrarParticipantList *self)
{
}

const IkrarParticipantLine *
ikrar_participant_item_get_line (IkrarParticipantItem *self)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANT_ITEM (self), NULL);

  return ikrar_participant_table_line (self->table, self->index);
}

IkrarParticipantList *
ikrar_participant_list_new (void)
{
  return g_object_new (IKRAR_TYPE_PARTICIPANT_LIST, NULL);
}

void
ikrar_participant_list_show (IkrarParticipantList *self,
                             IkrarParticipantTable *table,
                             GArray *indexes)
{
  guint before;

  g_return_if_fail (IKRAR_IS_PARTICIPANT_LIST (self));

  before = count_items (self);
  g_clear_pointer (&self->table, ikrar_participant_table_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  if (table != NULL && indexes != NULL)
    {
      self->table = ikrar_participant_table_ref (table);
      self->indexes = g_array_ref (indexes);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, count_items (self));
}

const IkrarParticipantLine *
ikrar_participant_list_get_line (IkrarParticipantList *self, guint position)
{
  g_return_val_if_fail (IKRAR_IS_PARTICIPANT_LIST (self), NULL);

  if (position >= count_items (self))
    return NULL;
  return ikrar_participant_table_line (self->table, g_array_index (self->indexes, guint, position));
}
