/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/unit-tree.h"

/* Deeper than any agency: what a damaged database may say goes no further. */
#define DEPTH_MAX 32

/* What is known while the tree is put in order. */
typedef struct
{
  GPtrArray *nodes;     /* in the order of the tree; owned by the caller */
  GHashTable *children; /* id of a unit -> its nodes, in order */
  GHashTable *by_id;    /* id -> node */
} Tree;

void
ikrar_unit_node_free (IkrarUnitNode *node)
{
  if (node == NULL)
    return;
  ikrar_unit_free (node->unit);
  g_ptr_array_unref (node->aliases);
  g_free (node);
}

static IkrarUnitNode *
new_node (IkrarUnit *unit)
{
  IkrarUnitNode *node = g_new0 (IkrarUnitNode, 1);

  node->unit = unit;
  node->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_unit_alias_free);
  return node;
}

static void
tree_init (Tree *tree)
{
  tree->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_unit_node_free);
  tree->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  tree->children =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
tree_clear (Tree *tree)
{
  g_clear_pointer (&tree->nodes, g_ptr_array_unref);
  g_hash_table_unref (tree->by_id);
  g_hash_table_unref (tree->children);
}

static gboolean
read_aliases (Tree *tree, IkrarDb *db, GError **error)
{
  g_autoptr (GPtrArray) aliases = ikrar_entity_list (
      &ikrar_unit_alias_entity, ikrar_db_query (db, "unit_alias_list", error, ""), error);

  if (aliases == NULL)
    return FALSE;
  g_ptr_array_set_free_func (aliases, NULL);
  for (guint i = 0; i < aliases->len; i++)
    {
      IkrarUnitAlias *alias = g_ptr_array_index (aliases, i);
      IkrarUnitNode *node = g_hash_table_lookup (tree->by_id, &alias->unit_id);

      if (node != NULL)
        g_ptr_array_add (node->aliases, alias);
      else
        ikrar_unit_alias_free (alias);
    }
  return TRUE;
}

static gboolean
read_counts (Tree *tree, IkrarDb *db, const char *statement, gsize offset, GError **error)
{
  IkrarStatement *counts = ikrar_db_query (db, statement, error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (counts != NULL && (step = ikrar_statement_step (counts, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (counts, 0);
      IkrarUnitNode *node = g_hash_table_lookup (tree->by_id, &id);

      if (node != NULL)
        G_STRUCT_MEMBER (guint, node, offset) = (guint) ikrar_statement_get_int (counts, 1);
    }
  return step == IKRAR_STEP_DONE;
}

/* A unit whose parent is gone stands at the top. */
static void
hang (Tree *tree, IkrarUnitNode *node)
{
  static const IkrarId top = 0;
  const IkrarId *parent =
      g_hash_table_contains (tree->by_id, &node->unit->parent_id) ? &node->unit->parent_id : &top;
  GPtrArray *children = g_hash_table_lookup (tree->children, parent);

  if (children == NULL)
    {
      children = g_ptr_array_new ();
      g_hash_table_insert (tree->children, (gpointer) parent, children);
    }
  g_ptr_array_add (children, node);
}

static guint
take (Tree *tree, const IkrarId *parent, guint depth)
{
  GPtrArray *children = g_hash_table_lookup (tree->children, parent);
  guint people = 0;

  for (guint i = 0; children != NULL && depth < DEPTH_MAX && i < children->len; i++)
    {
      IkrarUnitNode *node = g_ptr_array_index (children, i);
      GPtrArray *below = g_hash_table_lookup (tree->children, &node->unit->id);

      node->depth = depth;
      node->children = below != NULL ? below->len : 0;
      g_hash_table_remove (tree->by_id, &node->unit->id);
      g_ptr_array_add (tree->nodes, node);
      node->people_below = node->people + take (tree, &node->unit->id, depth + 1);
      people += node->people_below;
    }
  return people;
}

static void
add_rest (gpointer key, gpointer node, gpointer tree)
{
  g_ptr_array_add (((Tree *) tree)->nodes, node);
}

/* Units of a ring, which only another program can have made, come last. */
static void
order (Tree *tree, GPtrArray *units)
{
  static const IkrarId top = 0;

  for (guint i = 0; i < units->len; i++)
    {
      IkrarUnit *unit = g_ptr_array_index (units, i);

      hang (tree, g_hash_table_lookup (tree->by_id, &unit->id));
    }
  take (tree, &top, 0);
  g_hash_table_foreach (tree->by_id, add_rest, tree);
}

static void
keep_nodes (Tree *tree, GPtrArray *units)
{
  g_ptr_array_set_free_func (units, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      IkrarUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (tree->by_id, &unit->id, new_node (unit));
    }
}

GPtrArray *
ikrar_unit_tree_load (IkrarStore *store, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autoptr (GPtrArray) units = ikrar_unit_list (store, 0, error);
  GPtrArray *nodes = NULL;
  gboolean ok;
  Tree tree;

  if (units == NULL)
    return NULL;
  tree_init (&tree);
  keep_nodes (&tree, units);
  ok = read_aliases (&tree, db, error) &&
       read_counts (&tree, db, "unit_people", G_STRUCT_OFFSET (IkrarUnitNode, people), error) &&
       read_counts (&tree, db, "unit_participants", G_STRUCT_OFFSET (IkrarUnitNode, participants),
                    error);
  order (&tree, units);
  if (ok)
    nodes = g_steal_pointer (&tree.nodes);
  tree_clear (&tree);
  return nodes;
}
