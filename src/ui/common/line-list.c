/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/line-list.h"

/* Beyond so many places that changed, a list is filled anew. */
#define RUNS_MAX 64
/* A list that grows is told of in steps, the first of which fill a screen: GTK builds 200 rows for
 * those it can see and their neighbours, which takes longer than a letter may take. */
#define STEP 20
#define STEPS_END 256
/* A list that shrinks may linger: GTK takes as long to do away with its rows. */
#define LINGERING 200

struct _IkrarLineItem
{
  GObject parent_instance;

  IkrarLineList *list; /* borrowed; NULL once it is gone */
  gconstpointer line;
  guint position;
};

struct _IkrarLineList
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *lines;
  GHashTable *items; /* those alive, which are not owned, by position */

  guint told; /* how many lines have been told of; there may be more, or fewer, for a moment */
  guint tell_source;
  gboolean lingers;
};

enum
{
  SIGNAL_CHANGED,
  N_ITEM_SIGNALS,
};

enum
{
  SIGNAL_SHOWN,
  N_LIST_SIGNALS,
};

static guint item_signals[N_ITEM_SIGNALS];
static guint list_signals[N_LIST_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (IkrarLineItem, ikrar_line_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (IkrarLineList,
                               ikrar_line_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ikrar_line_item_finalize (GObject *object)
{
  IkrarLineItem *self = IKRAR_LINE_ITEM (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->items, GUINT_TO_POINTER (self->position));
  G_OBJECT_CLASS (ikrar_line_item_parent_class)->finalize (object);
}

static void
ikrar_line_item_class_init (IkrarLineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_line_item_finalize;

  /**
   * IkrarLineItem::changed:
   *
   * Its line is another one, or has a newer state.
   */
  item_signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_line_item_init (IkrarLineItem *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return IKRAR_TYPE_LINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return IKRAR_LINE_LIST (model)->told;
}

static gconstpointer
line_at (IkrarLineList *self, guint position)
{
  return position < self->lines->len ? g_ptr_array_index (self->lines, position) : NULL;
}

static gpointer
get_item (GListModel *model, guint position)
{
  IkrarLineList *self = IKRAR_LINE_LIST (model);
  IkrarLineItem *item;

  if (position >= self->told)
    return NULL;
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (IKRAR_TYPE_LINE_ITEM, NULL);
  item->list = self;
  item->position = position;
  item->line = line_at (self, position);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
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
detach (IkrarLineItem *item)
{
  item->list = NULL;
  item->line = NULL;
}

static void
ikrar_line_list_finalize (GObject *object)
{
  IkrarLineList *self = IKRAR_LINE_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    detach (item);
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->lines);
  G_OBJECT_CLASS (ikrar_line_list_parent_class)->finalize (object);
}

static void
ikrar_line_list_class_init (IkrarLineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_line_list_finalize;

  /**
   * IkrarLineList::shown:
   *
   * What stands at a position may be another line than before, although the list model told of no
   * change.
   */
  list_signals[SIGNAL_SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_line_list_init (IkrarLineList *self)
{
  self->lines = g_ptr_array_new ();
  self->items = g_hash_table_new (NULL, NULL);
}

/* Items are told after all of them are right: what listens may ask for any line. */
static void
tell_items (IkrarLineList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    g_signal_emit (g_ptr_array_index (items, i), item_signals[SIGNAL_CHANGED], 0);
}

/* Items beyond the end are let go. */
static void
point_items (IkrarLineList *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      IkrarLineItem *item = value;

      if (item->position < self->told)
        {
          item->line = line_at (self, item->position);
          continue;
        }
      detach (item);
      g_hash_table_iter_remove (&iter);
    }
}

/* Lines of @removed go from @position and @added come: items behind it move. */
static void
move_items (IkrarLineList *self, guint position, guint removed, guint added)
{
  GHashTable *moved = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      IkrarLineItem *item = value;

      if (item->position >= position + removed)
        item->position += added - removed;
      else if (item->position >= position)
        {
          detach (item);
          continue;
        }
      g_hash_table_insert (moved, GUINT_TO_POINTER (item->position), item);
    }
  g_hash_table_unref (self->items);
  self->items = moved;
}

static void
remove_run (IkrarLineList *self, guint position, guint length)
{
  if (length == 0)
    return;
  g_ptr_array_remove_range (self->lines, position, length);
  self->told = self->lines->len;
  move_items (self, position, length, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), position, length, 0);
}

/* Room is made first, in one go, then filled. */
static void
insert_run (IkrarLineList *self, guint position, GPtrArray *source, guint length)
{
  GPtrArray *lines;

  if (length == 0)
    return;
  lines = g_ptr_array_sized_new (self->lines->len + length);
  for (guint i = 0; i < position; i++)
    g_ptr_array_add (lines, g_ptr_array_index (self->lines, i));
  for (guint i = 0; i < length; i++)
    g_ptr_array_add (lines, g_ptr_array_index (source, position + i));
  for (guint i = position; i < self->lines->len; i++)
    g_ptr_array_add (lines, g_ptr_array_index (self->lines, i));
  g_ptr_array_unref (self->lines);
  self->lines = lines;
  self->told = lines->len;
  move_items (self, position, 0, length);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, length);
}

/* A part of the list as it was, or as it is to be. */
typedef struct
{
  GPtrArray *lines;
  guint start;
  guint end;
} Part;

static gint64
key_at (GPtrArray *lines, guint position, IkrarLineKey key)
{
  return key (g_ptr_array_index (lines, position));
}

/* Leaves the parts that differ. */
static void
trim (Part *before, Part *after, IkrarLineKey key)
{
  while (before->start < before->end && after->start < after->end &&
         key_at (before->lines, before->start, key) == key_at (after->lines, after->start, key))
    {
      before->start++;
      after->start++;
    }
  while (before->start < before->end && after->start < after->end &&
         key_at (before->lines, before->end - 1, key) == key_at (after->lines, after->end - 1, key))
    {
      before->end--;
      after->end--;
    }
}

static GHashTable *
collect_keys (const Part *part, IkrarLineKey key)
{
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = part->start; i < part->end; i++)
    {
      gint64 value = key_at (part->lines, i, key);

      g_hash_table_add (keys, g_memdup2 (&value, sizeof value));
    }
  return keys;
}

/* A run of lines of one part that the other lacks. */
typedef struct
{
  guint position;
  guint length;
} Run;

/* NULL if there are too many to be worth it. */
static GArray *
find_runs (const Part *part, GHashTable *others, IkrarLineKey key)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Run *last = NULL;

  for (guint i = part->start; i < part->end; i++)
    {
      gint64 value = key_at (part->lines, i, key);

      if (g_hash_table_contains (others, &value))
        continue;
      if (last != NULL && last->position + last->length == i)
        {
          last->length++;
          continue;
        }
      if (runs->len == RUNS_MAX)
        return NULL;
      g_array_append_val (runs, ((Run){ i, 1 }));
      last = &g_array_index (runs, Run, runs->len - 1);
    }
  return g_steal_pointer (&runs);
}

/* Whether both parts have what they share in the same order. */
static gboolean
same_order (const Part *before,
            GHashTable *before_keys,
            const Part *after,
            GHashTable *after_keys,
            IkrarLineKey key)
{
  guint j = after->start;

  for (guint i = before->start; i < before->end; i++)
    {
      gint64 value = key_at (before->lines, i, key);
      gint64 other = 0;

      if (!g_hash_table_contains (after_keys, &value))
        continue;
      for (; j < after->end; j++)
        {
          other = key_at (after->lines, j, key);
          if (g_hash_table_contains (before_keys, &other))
            break;
        }
      if (j == after->end || other != value)
        return FALSE;
      j++;
    }
  return TRUE;
}

/* Removes what went and inserts what came; FALSE if it is not that simple. */
static gboolean
merge (IkrarLineList *self, const Part *before, const Part *after, IkrarLineKey key)
{
  g_autoptr (GHashTable) before_keys = collect_keys (before, key);
  g_autoptr (GHashTable) after_keys = collect_keys (after, key);
  g_autoptr (GArray) gone = find_runs (before, after_keys, key);
  g_autoptr (GArray) come = find_runs (after, before_keys, key);

  if (gone == NULL || come == NULL || !same_order (before, before_keys, after, after_keys, key))
    return FALSE;
  for (guint i = gone->len; i > 0; i--)
    remove_run (self, g_array_index (gone, Run, i - 1).position,
                g_array_index (gone, Run, i - 1).length);
  for (guint i = 0; i < come->len; i++)
    insert_run (self, g_array_index (come, Run, i).position, after->lines,
                g_array_index (come, Run, i).length);
  return TRUE;
}

/* Removal and addition are told apart: told as one, GTK asks for every added item to see whether
 * the one it looks at came back. */
static void
replace (IkrarLineList *self, const Part *before, const Part *after)
{
  remove_run (self, before->start, before->end - before->start);
  insert_run (self, after->start, after->lines, after->end - after->start);
}

/* Tells of more or of fewer lines than before. */
static void
tell_until (IkrarLineList *self, guint end)
{
  guint before = self->told;

  self->told = end;
  point_items (self);
  if (end > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, end - before);
  else if (end < before)
    g_list_model_items_changed (G_LIST_MODEL (self), end, before - end, 0);
}

static gboolean
on_tell (gpointer user_data)
{
  IkrarLineList *self = user_data;
  guint size = self->lines->len;

  if (self->told > size)
    tell_until (self, MAX (self->told - MIN (self->told, STEP), size));
  else
    tell_until (self, self->told < STEPS_END ? MIN (self->told + STEP, size) : size);
  if (self->told != size)
    return G_SOURCE_CONTINUE;
  self->tell_source = 0;
  return G_SOURCE_REMOVE;
}

/* What fills the screen at once, the rest when there is nothing else to do. */
static void
tell_first (IkrarLineList *self)
{
  guint size = self->lines->len;
  guint lingering = self->lingers ? LINGERING : 0;

  tell_until (self, CLAMP (self->told, MIN (size, STEP), size + lingering));
  if (self->told != size && self->tell_source == 0)
    self->tell_source = g_idle_add (on_tell, self);
}

static void
take_lines (IkrarLineList *self, GPtrArray *lines)
{
  g_ptr_array_ref (lines);
  g_ptr_array_unref (self->lines);
  self->lines = lines;
}

/* A copy that owns no line. */
static GPtrArray *
borrow_lines (GPtrArray *lines)
{
  GPtrArray *copy = g_ptr_array_sized_new (lines->len);

  g_ptr_array_extend (copy, lines, NULL, NULL);
  return copy;
}

gconstpointer
ikrar_line_item_get_line (IkrarLineItem *self)
{
  g_return_val_if_fail (IKRAR_IS_LINE_ITEM (self), NULL);

  return self->line;
}

IkrarLineList *
ikrar_line_list_new (void)
{
  return g_object_new (IKRAR_TYPE_LINE_LIST, NULL);
}

gconstpointer
ikrar_line_list_get_line (IkrarLineList *self, guint position)
{
  g_return_val_if_fail (IKRAR_IS_LINE_LIST (self), NULL);

  return line_at (self, position);
}

void
ikrar_line_list_set_lingers (IkrarLineList *self, gboolean lingers)
{
  g_return_if_fail (IKRAR_IS_LINE_LIST (self));

  self->lingers = lingers;
}

guint
ikrar_line_list_get_size (IkrarLineList *self)
{
  g_return_val_if_fail (IKRAR_IS_LINE_LIST (self), 0);

  return self->lines->len;
}

void
ikrar_line_list_show (IkrarLineList *self, GPtrArray *lines)
{
  g_return_if_fail (IKRAR_IS_LINE_LIST (self));

  take_lines (self, lines);
  tell_first (self);
  tell_items (self);
  g_signal_emit (self, list_signals[SIGNAL_SHOWN], 0);
}

void
ikrar_line_list_follow (IkrarLineList *self, GPtrArray *lines, IkrarLineKey key)
{
  g_autoptr (GPtrArray) old = NULL;
  Part before, after;

  g_return_if_fail (IKRAR_IS_LINE_LIST (self));

  if (self->told != self->lines->len || self->told == 0)
    {
      ikrar_line_list_show (self, lines);
      return;
    }
  /* The array before may be its owner's still. */
  old = self->lines;
  self->lines = borrow_lines (old);
  before = (Part){ old, 0, old->len };
  after = (Part){ lines, 0, lines->len };
  trim (&before, &after, key);
  if ((before.start < before.end || after.start < after.end) && !merge (self, &before, &after, key))
    replace (self, &before, &after);
  take_lines (self, lines);
  point_items (self);
  tell_items (self);
  g_signal_emit (self, list_signals[SIGNAL_SHOWN], 0);
}
