/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/merkle.h"

#include "fixture.h"

#define SIZES 64

/* The test tree of Certificate Transparency's reference implementation. */
static const char *const inputs[] = {
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
};

static const char *const roots[] = {
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

/* Consistency proofs of the same tree, as its implementation prints them. */
static const struct
{
  guint old_size;
  guint new_size;
  const char *hashes[3];
} consistency[] = {
  { 2,
    5,
    { "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b" } },
  { 6,
    7,
    { "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" } },
};

typedef struct
{
  IkrarDigest leaves[SIZES + 1];
  IkrarDigest roots[SIZES + 1];
} Tree;

static void
make_tree (Tree *tree)
{
  IkrarFrontier frontier = { 0 };

  for (guint32 i = 0; i <= SIZES; i++)
    {
      ikrar_frontier_root (&frontier, &tree->roots[i]);
      ikrar_merkle_leaf (&i, sizeof i, &tree->leaves[i]);
      ikrar_frontier_append (&frontier, &tree->leaves[i]);
    }
}

static void
make_reference (IkrarDigest leaves[G_N_ELEMENTS (inputs)])
{
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GBytes) input = fixture_hex (inputs[i]);

      ikrar_merkle_leaf (g_bytes_get_data (input, NULL), g_bytes_get_size (input), &leaves[i]);
    }
}

static void
test_reference_roots (void)
{
  IkrarDigest leaves[G_N_ELEMENTS (inputs)];
  IkrarFrontier frontier = { 0 };
  IkrarDigest root;

  make_reference (leaves);
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      ikrar_frontier_root (&frontier, &root);
      fixture_assert_hex (root.bytes, IKRAR_DIGEST_SIZE, roots[i]);
      if (i < G_N_ELEMENTS (inputs))
        ikrar_frontier_append (&frontier, &leaves[i]);
    }
}

static void
test_reference_consistency (void)
{
  IkrarDigest leaves[G_N_ELEMENTS (inputs)];

  make_reference (leaves);
  for (guint i = 0; i < G_N_ELEMENTS (consistency); i++)
    {
      g_autoptr (GArray) proof =
          ikrar_merkle_consistency (leaves, consistency[i].new_size, consistency[i].old_size);

      g_assert_cmpuint (proof->len, ==, i + 2);
      for (guint k = 0; k < proof->len; k++)
        fixture_assert_hex (&g_array_index (proof, IkrarDigest, k), IKRAR_DIGEST_SIZE,
                            consistency[i].hashes[k]);
    }
}

/* The definition of RFC 6962 2.1, word by word. */
static void
define_root (const IkrarDigest *leaves, guint count, IkrarDigest *root)
{
  IkrarDigest parts[2];
  guint8 node[1 + sizeof parts] = { 1 };
  guint split = 1;

  if (count == 0)
    {
      ikrar_digest_of (NULL, 0, root);
      return;
    }
  *root = leaves[0];
  if (count == 1)
    return;
  while (2 * split < count)
    split *= 2;
  define_root (leaves, split, &parts[0]);
  define_root (leaves + split, count - split, &parts[1]);
  memcpy (node + 1, parts, sizeof parts);
  ikrar_digest_of (node, sizeof node, root);
}

static void
test_definition (void)
{
  Tree tree;

  make_tree (&tree);
  for (guint size = 0; size <= SIZES; size++)
    {
      IkrarDigest root;

      define_root (tree.leaves, size, &root);
      g_assert_true (ikrar_digest_equal (&root, &tree.roots[size]));
    }
}

typedef gboolean (*Check) (gconstpointer data);

/* Turns every bit round, one at a time, and asks again. */
static void
assert_every_bit_counts (gpointer bytes, gsize size, Check check, gconstpointer data)
{
  guint8 *changed = bytes;

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      changed[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_false (check (data));
      changed[bit / 8] ^= (guint8) (1 << bit % 8);
    }
  g_assert_true (check (data));
}

typedef struct
{
  guint64 index;
  guint64 size;
  IkrarDigest leaf;
  IkrarDigest root;
  GArray *proof;
} Inclusion;

static gboolean
check_inclusion (gconstpointer data)
{
  const Inclusion *claim = data;

  return ikrar_merkle_inclusion_verify (&claim->leaf, claim->index, claim->size,
                                        (const IkrarDigest *) claim->proof->data, claim->proof->len,
                                        &claim->root);
}

static void
check_inclusion_lengths (Inclusion *claim)
{
  IkrarDigest extra = claim->leaf;
  guint length = claim->proof->len;

  g_array_append_val (claim->proof, extra);
  g_assert_false (check_inclusion (claim));
  g_array_set_size (claim->proof, length);
  for (guint64 index = 0; index <= claim->size; index++)
    {
      Inclusion other = *claim;

      other.index = index;
      g_assert_cmpint (check_inclusion (&other), ==, index == claim->index);
    }
  if (length > 0)
    {
      g_array_set_size (claim->proof, length - 1);
      g_assert_false (check_inclusion (claim));
    }
}

static void
test_inclusion (void)
{
  Tree tree;

  make_tree (&tree);
  for (guint size = 1; size <= SIZES; size++)
    for (guint index = 0; index < size; index++)
      {
        g_autoptr (GArray) proof = ikrar_merkle_inclusion (tree.leaves, size, index);
        Inclusion claim = { index, size, tree.leaves[index], tree.roots[size], proof };

        assert_every_bit_counts (&claim.leaf, sizeof claim.leaf, check_inclusion, &claim);
        assert_every_bit_counts (&claim.root, sizeof claim.root, check_inclusion, &claim);
        assert_every_bit_counts (proof->data, proof->len * sizeof (IkrarDigest), check_inclusion,
                                 &claim);
        check_inclusion_lengths (&claim);
      }
}

typedef struct
{
  guint64 old_size;
  guint64 new_size;
  IkrarDigest old_root;
  IkrarDigest new_root;
  GArray *proof;
} Consistency;

static gboolean
check_consistency (gconstpointer data)
{
  const Consistency *claim = data;

  return ikrar_merkle_consistency_verify (
      claim->old_size, &claim->old_root, claim->new_size, &claim->new_root,
      (const IkrarDigest *) claim->proof->data, claim->proof->len);
}

static void
check_consistency_lengths (Consistency *claim)
{
  IkrarDigest extra = claim->new_root;
  guint length = claim->proof->len;

  g_array_append_val (claim->proof, extra);
  g_assert_false (check_consistency (claim));
  g_array_set_size (claim->proof, length);
  if (length == 0)
    return;
  g_array_set_size (claim->proof, length - 1);
  g_assert_false (check_consistency (claim));
}

static void
test_consistency (void)
{
  Tree tree;

  make_tree (&tree);
  for (guint size = 1; size <= SIZES; size++)
    for (guint old = 1; old <= size; old++)
      {
        g_autoptr (GArray) proof = ikrar_merkle_consistency (tree.leaves, size, old);
        Consistency claim = { old, size, tree.roots[old], tree.roots[size], proof };

        assert_every_bit_counts (&claim.old_root, sizeof claim.old_root, check_consistency, &claim);
        assert_every_bit_counts (&claim.new_root, sizeof claim.new_root, check_consistency, &claim);
        assert_every_bit_counts (proof->data, proof->len * sizeof (IkrarDigest), check_consistency,
                                 &claim);
        check_consistency_lengths (&claim);
      }
}

static void
test_consistency_edges (void)
{
  Tree tree;
  const IkrarDigest *all;

  make_tree (&tree);
  all = tree.roots;
  g_assert_true (ikrar_merkle_consistency_verify (0, &all[0], 0, &all[0], NULL, 0));
  g_assert_true (ikrar_merkle_consistency_verify (0, &all[0], 9, &all[9], NULL, 0));
  g_assert_false (ikrar_merkle_consistency_verify (0, &all[1], 9, &all[9], NULL, 0));
  g_assert_false (ikrar_merkle_consistency_verify (0, &all[0], 9, &all[9], all, 1));
  g_assert_false (ikrar_merkle_consistency_verify (9, &all[9], 8, &all[8], NULL, 0));
  g_assert_false (ikrar_merkle_consistency_verify (8, &all[8], 9, &all[9], NULL, 0));
  g_assert_false (ikrar_merkle_consistency_verify (7, &all[7], 9, &all[9], NULL, 0));
}

/* An altered, removed or moved leaf anywhere changes the root. */
static void
test_every_leaf_counts (void)
{
  Tree tree;

  make_tree (&tree);
  for (guint i = 0; i < SIZES; i++)
    {
      IkrarDigest root;

      tree.leaves[i].bytes[i % IKRAR_DIGEST_SIZE] ^= 1;
      define_root (tree.leaves, SIZES, &root);
      g_assert_false (ikrar_digest_equal (&root, &tree.roots[SIZES]));
      tree.leaves[i].bytes[i % IKRAR_DIGEST_SIZE] ^= 1;
    }
}

static void
test_frontier_encode (void)
{
  IkrarFrontier frontier = { 0 };
  Tree tree;

  make_tree (&tree);
  for (guint size = 0; size <= SIZES; size++)
    {
      g_autoptr (GBytes) bytes = ikrar_frontier_encode (&frontier);
      g_autoptr (GBytes) after = NULL;
      g_autoptr (GBytes) after_again = NULL;
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);
      IkrarFrontier again;
      IkrarDigest root;

      g_assert_cmpuint (length, ==, 8 + 32 * frontier.count);
      g_assert_true (ikrar_frontier_decode (data, length, &again));
      ikrar_frontier_root (&again, &root);
      g_assert_true (ikrar_digest_equal (&root, &tree.roots[size]));
      ikrar_frontier_append (&again, &tree.leaves[size]);
      ikrar_frontier_append (&frontier, &tree.leaves[size]);
      after = ikrar_frontier_encode (&frontier);
      after_again = ikrar_frontier_encode (&again);
      g_assert_true (g_bytes_equal (after, after_again));
      for (gsize shorter = 0; shorter < length; shorter++)
        g_assert_false (ikrar_frontier_decode (data, shorter, &again));
    }
}

static void
test_frontier_refused (void)
{
  guint8 bytes[8 + 65 * IKRAR_DIGEST_SIZE] = { 0 };
  IkrarFrontier frontier;

  g_assert_false (ikrar_frontier_decode (NULL, 0, &frontier));
  g_assert_false (ikrar_frontier_decode (bytes, 8 + 32, &frontier));
  bytes[7] = 3;
  g_assert_false (ikrar_frontier_decode (bytes, 8 + 32, &frontier));
  g_assert_true (ikrar_frontier_decode (bytes, 8 + 64, &frontier));
  /* 2^63 leaves are too many, one less is the most. */
  memset (bytes, 0, 8);
  bytes[0] = 0x80;
  g_assert_false (ikrar_frontier_decode (bytes, 8 + 32, &frontier));
  memset (bytes, 0xff, 8);
  g_assert_false (ikrar_frontier_decode (bytes, 8 + 64 * 32, &frontier));
  bytes[0] = 0x7f;
  g_assert_true (ikrar_frontier_decode (bytes, 8 + 63 * 32, &frontier));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merkle/reference-roots", test_reference_roots);
  g_test_add_func ("/merkle/reference-consistency", test_reference_consistency);
  g_test_add_func ("/merkle/definition", test_definition);
  g_test_add_func ("/merkle/inclusion", test_inclusion);
  g_test_add_func ("/merkle/consistency", test_consistency);
  g_test_add_func ("/merkle/consistency-edges", test_consistency_edges);
  g_test_add_func ("/merkle/every-leaf-counts", test_every_leaf_counts);
  g_test_add_func ("/merkle/frontier-encode", test_frontier_encode);
  g_test_add_func ("/merkle/frontier-refused", test_frontier_refused);
  return g_test_run ();
}
