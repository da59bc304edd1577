/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/merkle.h"

#include <string.h>

#include "seal/big-endian-private.h"

/* RFC 6962 2.1: leaves and inner nodes are hashed apart, so that neither passes for the other. */
#define LEAF_PREFIX 0x00
#define NODE_PREFIX 0x01

#define SIZE_BYTES 8

static void
join (const IkrarDigest *left, const IkrarDigest *right, IkrarDigest *node)
{
  guint8 bytes[1 + 2 * IKRAR_DIGEST_SIZE] = { NODE_PREFIX };

  memcpy (bytes + 1, left->bytes, IKRAR_DIGEST_SIZE);
  memcpy (bytes + 1 + IKRAR_DIGEST_SIZE, right->bytes, IKRAR_DIGEST_SIZE);
  ikrar_digest_of (bytes, sizeof bytes, node);
}

void
ikrar_merkle_leaf (gconstpointer record, gsize size, IkrarDigest *leaf)
{
  static const guint8 prefix = LEAF_PREFIX;
  g_autoptr (IkrarHasher) hasher = NULL;

  g_return_if_fail (record != NULL || size == 0);
  g_return_if_fail (leaf != NULL);

  hasher = ikrar_hasher_new ();
  ikrar_hasher_update (hasher, &prefix, 1);
  ikrar_hasher_update (hasher, record, size);
  ikrar_hasher_finish (hasher, leaf);
}

void
ikrar_frontier_append (IkrarFrontier *frontier, const IkrarDigest *leaf)
{
  IkrarDigest node;

  g_return_if_fail (frontier != NULL);
  g_return_if_fail (leaf != NULL);
  g_return_if_fail (frontier->size < G_MAXINT64);

  /* As in a binary counter: every trailing one bit of the size is a full subtree to carry. */
  node = *leaf;
  for (guint64 size = frontier->size; (size & 1) != 0; size >>= 1)
    join (&frontier->nodes[--frontier->count], &node, &node);
  frontier->nodes[frontier->count++] = node;
  frontier->size++;
}

void
ikrar_frontier_root (const IkrarFrontier *frontier, IkrarDigest *root)
{
  g_return_if_fail (frontier != NULL);
  g_return_if_fail (root != NULL);

  if (frontier->count == 0)
    {
      ikrar_digest_of (NULL, 0, root);
      return;
    }
  *root = frontier->nodes[frontier->count - 1];
  for (guint i = frontier->count - 1; i > 0; i--)
    join (&frontier->nodes[i - 1], root, root);
}

GBytes *
ikrar_frontier_encode (const IkrarFrontier *frontier)
{
  gsize nodes;
  guint8 *bytes;

  g_return_val_if_fail (frontier != NULL, NULL);

  nodes = frontier->count * sizeof (IkrarDigest);
  bytes = g_malloc (SIZE_BYTES + nodes);
  ikrar_be_put (bytes, SIZE_BYTES, frontier->size);
  memcpy (bytes + SIZE_BYTES, frontier->nodes, nodes);
  return g_bytes_new_take (bytes, SIZE_BYTES + nodes);
}

gboolean
ikrar_frontier_decode (gconstpointer data, gsize length, IkrarFrontier *frontier)
{
  guint64 size;
  guint count = 0;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (frontier != NULL, FALSE);

  if (length < SIZE_BYTES)
    return FALSE;
  size = ikrar_be_get (data, SIZE_BYTES);
  for (guint64 bits = size; bits != 0; bits &= bits - 1)
    count++;
  if (size > G_MAXINT64 || length != SIZE_BYTES + count * sizeof (IkrarDigest))
    return FALSE;
  memset (frontier, 0, sizeof *frontier);
  frontier->size = size;
  frontier->count = count;
  memcpy (frontier->nodes, (const guint8 *) data + SIZE_BYTES, length - SIZE_BYTES);
  return TRUE;
}

/* Proofs are found from the root down and written from the leaf up. */
static GArray *
reverse (GArray *proof)
{
  for (guint i = 0; i < proof->len / 2; i++)
    {
      IkrarDigest *low = &g_array_index (proof, IkrarDigest, i);
      IkrarDigest *high = &g_array_index (proof, IkrarDigest, proof->len - 1 - i);
      IkrarDigest kept = *low;

      *low = *high;
      *high = kept;
    }
  return proof;
}

static void
add_subtree (GArray *proof, const IkrarDigest *leaves, guint64 count)
{
  IkrarFrontier frontier = { 0 };
  IkrarDigest root;

  for (guint64 i = 0; i < count; i++)
    ikrar_frontier_append (&frontier, &leaves[i]);
  ikrar_frontier_root (&frontier, &root);
  g_array_append_val (proof, root);
}

/* The largest power of two below @count, where RFC 6962 splits a tree. */
static guint64
split_point (guint64 count)
{
  guint64 split = 1;

  while (split < count - split)
    split *= 2;
  return split;
}

GArray *
ikrar_merkle_inclusion (const IkrarDigest *leaves, guint64 count, guint64 index)
{
  GArray *proof;

  g_return_val_if_fail (leaves != NULL, NULL);
  g_return_val_if_fail (index < count, NULL);

  proof = g_array_new (FALSE, FALSE, sizeof (IkrarDigest));
  while (count > 1)
    {
      guint64 split = split_point (count);

      if (index < split)
        {
          add_subtree (proof, leaves + split, count - split);
          count = split;
        }
      else
        {
          add_subtree (proof, leaves, split);
          leaves += split;
          index -= split;
          count -= split;
        }
    }
  return reverse (proof);
}

GArray *
ikrar_merkle_consistency (const IkrarDigest *leaves, guint64 count, guint64 old_size)
{
  GArray *proof;
  gboolean old_root_is_node = TRUE;

  g_return_val_if_fail (leaves != NULL, NULL);
  g_return_val_if_fail (old_size >= 1 && old_size <= count, NULL);

  proof = g_array_new (FALSE, FALSE, sizeof (IkrarDigest));
  while (old_size < count)
    {
      guint64 split = split_point (count);

      if (old_size <= split)
        {
          add_subtree (proof, leaves + split, count - split);
          count = split;
        }
      else
        {
          add_subtree (proof, leaves, split);
          leaves += split;
          old_size -= split;
          count -= split;
          old_root_is_node = FALSE;
        }
    }
  if (!old_root_is_node)
    add_subtree (proof, leaves, count);
  return reverse (proof);
}

/* Climbs one level, and on past the levels at which the path has no sibling on the right. */
static void
climb (guint64 *index, guint64 *last, gboolean was_left_edge)
{
  if (was_left_edge)
    while ((*index & 1) == 0 && *index != 0)
      {
        *index >>= 1;
        *last >>= 1;
      }
  *index >>= 1;
  *last >>= 1;
}

gboolean
ikrar_merkle_inclusion_verify (const IkrarDigest *leaf,
                               guint64 index,
                               guint64 size,
                               const IkrarDigest *proof,
                               guint count,
                               const IkrarDigest *root)
{
  guint64 last = size - 1;
  IkrarDigest node;

  g_return_val_if_fail (leaf != NULL, FALSE);
  g_return_val_if_fail (proof != NULL || count == 0, FALSE);
  g_return_val_if_fail (root != NULL, FALSE);

  if (index >= size)
    return FALSE;
  node = *leaf;
  for (guint i = 0; i < count; i++)
    {
      gboolean is_right = (index & 1) != 0 || index == last;

      if (last == 0)
        return FALSE;
      if (is_right)
        join (&proof[i], &node, &node);
      else
        join (&node, &proof[i], &node);
      climb (&index, &last, is_right);
    }
  return last == 0 && ikrar_digest_equal (&node, root);
}

/* The climb of RFC 9162 2.1.4.2, from the node of the older tree with which the proof begins. */
static gboolean
climb_both (guint64 old_size,
            guint64 new_size,
            const IkrarDigest *first,
            const IkrarDigest *proof,
            guint count,
            IkrarDigest *old_root,
            IkrarDigest *new_root)
{
  guint64 index = old_size - 1;
  guint64 last = new_size - 1;

  while ((index & 1) != 0)
    {
      index >>= 1;
      last >>= 1;
    }
  *old_root = *new_root = *first;
  for (guint i = 0; i < count; i++)
    {
      gboolean is_right = (index & 1) != 0 || index == last;

      if (last == 0)
        return FALSE;
      if (is_right)
        {
          join (&proof[i], old_root, old_root);
          join (&proof[i], new_root, new_root);
        }
      else
        join (new_root, &proof[i], new_root);
      climb (&index, &last, is_right);
    }
  return last == 0;
}

static gboolean
is_root_of_nothing (const IkrarDigest *root)
{
  IkrarDigest nothing;

  ikrar_digest_of (NULL, 0, &nothing);
  return ikrar_digest_equal (root, &nothing);
}

gboolean
ikrar_merkle_consistency_verify (guint64 old_size,
                                 const IkrarDigest *old_root,
                                 guint64 new_size,
                                 const IkrarDigest *new_root,
                                 const IkrarDigest *proof,
                                 guint count)
{
  gboolean is_power = (old_size & (old_size - 1)) == 0;
  IkrarDigest old_found;
  IkrarDigest new_found;

  g_return_val_if_fail (old_root != NULL && new_root != NULL, FALSE);
  g_return_val_if_fail (proof != NULL || count == 0, FALSE);

  if (old_size > new_size)
    return FALSE;
  if (old_size == new_size)
    return count == 0 && ikrar_digest_equal (old_root, new_root);
  if (old_size == 0)
    return count == 0 && is_root_of_nothing (old_root);
  /* The root of a tree of 2^n leaves is a node of every larger tree, so the proof leaves it out. */
  if (!is_power && count == 0)
    return FALSE;
  if (!climb_both (old_size, new_size, is_power ? old_root : &proof[0],
                   is_power ? proof : proof + 1, is_power ? count : count - 1, &old_found,
                   &new_found))
    return FALSE;
  return ikrar_digest_equal (&old_found, old_root) && ikrar_digest_equal (&new_found, new_root);
}
