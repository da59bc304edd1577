/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

#include "seal/digest.h"

G_BEGIN_DECLS

/* The Merkle tree of RFC 6962 2.1, SHA-256. */

#define IKRAR_MERKLE_LEVELS 63

/**
 * IkrarFrontier:
 * @size: leaves so far
 * @nodes: roots of the perfect subtrees of @size, largest first
 * @count: how many, the number of one bits in @size
 *
 * All that must be kept to append to a tree and to know its root. Plain value; zero-initialise for
 * the empty tree.
 */
typedef struct
{
  guint64 size;
  guint count;
  IkrarDigest nodes[IKRAR_MERKLE_LEVELS];
} IkrarFrontier;

/**
 * ikrar_merkle_leaf:
 * @record: (array length=size): canonical bytes of a record
 * @size: how many
 * @leaf: (out): SHA-256(0x00 || record)
 *
 * Any thread.
 */
void ikrar_merkle_leaf (gconstpointer record, gsize size, IkrarDigest *leaf);

/**
 * ikrar_frontier_append:
 * @frontier: a frontier
 * @leaf: the next leaf's hash
 *
 * One thread at a time for one frontier.
 */
void ikrar_frontier_append (IkrarFrontier *frontier, const IkrarDigest *leaf);

/**
 * ikrar_frontier_root:
 * @frontier: a frontier
 * @root: (out): the tree's root; SHA-256 of nothing for the empty tree
 *
 * Any thread.
 */
void ikrar_frontier_root (const IkrarFrontier *frontier, IkrarDigest *root);

/**
 * ikrar_frontier_encode:
 * @frontier: a frontier
 *
 * Any thread.
 *
 * Returns: (transfer full): size u64 big-endian, then the nodes
 */
GBytes *ikrar_frontier_encode (const IkrarFrontier *frontier);

/**
 * ikrar_frontier_decode:
 * @data: (array length=length): what [func@frontier_encode] gave
 * @length: how many bytes
 * @frontier: (out): the frontier
 *
 * Any thread.
 *
 * Returns: whether @data is a frontier: below 2^63 leaves and exactly as many nodes as its size has
 *   one bits
 */
gboolean ikrar_frontier_decode (gconstpointer data, gsize length, IkrarFrontier *frontier);

/**
 * ikrar_merkle_inclusion:
 * @leaves: (array length=count): all leaf hashes
 * @count: how many
 * @index: which leaf, below @count
 *
 * Hashes every leaf's branch once: time grows with @count. Any thread.
 *
 * Returns: (transfer full) (element-type IkrarDigest): the inclusion proof of RFC 6962 2.1.1, an
 *   array of IkrarDigest values
 */
GArray *ikrar_merkle_inclusion (const IkrarDigest *leaves, guint64 count, guint64 index);

/**
 * ikrar_merkle_inclusion_verify:
 * @leaf: a leaf's hash
 * @index: its index
 * @size: size of the tree
 * @proof: (array length=count): the proof
 * @count: how many hashes
 * @root: the tree's root
 *
 * Any thread.
 *
 * Returns: whether the leaf is in the tree at @index (RFC 9162 2.1.3.2)
 */
gboolean ikrar_merkle_inclusion_verify (const IkrarDigest *leaf,
                                        guint64 index,
                                        guint64 size,
                                        const IkrarDigest *proof,
                                        guint count,
                                        const IkrarDigest *root);

/**
 * ikrar_merkle_consistency:
 * @leaves: (array length=count): all leaf hashes of the newer tree
 * @count: how many
 * @old_size: size of the older tree, 1 to @count
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarDigest): the consistency proof of RFC 6962 2.1.2
 */
GArray *ikrar_merkle_consistency (const IkrarDigest *leaves, guint64 count, guint64 old_size);

/**
 * ikrar_merkle_consistency_verify:
 * @old_size: size of the older tree
 * @old_root: its root
 * @new_size: size of the newer tree
 * @new_root: its root
 * @proof: (array length=count): the proof
 * @count: how many hashes
 *
 * An older tree of the same size needs an empty proof and the same root, an empty older tree an
 * empty proof and the root of nothing.
 *
 * Any thread.
 *
 * Returns: whether the newer tree extends the older one (RFC 9162 2.1.4.2)
 */
gboolean ikrar_merkle_consistency_verify (guint64 old_size,
                                          const IkrarDigest *old_root,
                                          guint64 new_size,
                                          const IkrarDigest *new_root,
                                          const IkrarDigest *proof,
                                          guint count);

G_END_DECLS
