/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/digest.h"

#include "fixture.h"

/* FIPS 180-4 examples. */
static const struct
{
  const char *text;
  const char *hex;
} vectors[] = {
  { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

static void
test_vectors (void)
{
  g_autoptr (IkrarHasher) hasher = ikrar_hasher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      const char *text = vectors[i].text;
      IkrarDigest whole;
      IkrarDigest parts;
      g_autofree char *hex = NULL;

      ikrar_digest_of (text, strlen (text), &whole);
      hex = ikrar_digest_hex (&whole);
      g_assert_cmpstr (hex, ==, vectors[i].hex);
      /* One hasher serves all, and the pieces do not matter. */
      for (const char *p = text; *p != '\0'; p++)
        ikrar_hasher_update (hasher, p, 1);
      ikrar_hasher_finish (hasher, &parts);
      g_assert_true (ikrar_digest_equal (&whole, &parts));
    }
}

static void
test_million (void)
{
  g_autoptr (IkrarHasher) hasher = ikrar_hasher_new ();
  g_autofree char *piece = g_strnfill (1000, 'a');
  g_autofree char *hex = NULL;
  IkrarDigest digest;

  for (guint i = 0; i < 1000; i++)
    ikrar_hasher_update (hasher, piece, 1000);
  ikrar_hasher_finish (hasher, &digest);
  hex = ikrar_digest_hex (&digest);
  g_assert_cmpstr (hex, ==, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void
test_grouped (void)
{
  static const char *const groups[] = { "", "BA78", "BA78 16BF", "BA78 16BF 8F01" };
  g_autofree char *all = NULL;
  IkrarDigest digest;

  ikrar_digest_of ("abc", 3, &digest);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *text = ikrar_digest_grouped (&digest, i);

      g_assert_cmpstr (text, ==, groups[i]);
    }
  all = ikrar_digest_grouped (&digest, 16);
  g_assert_cmpuint (strlen (all), ==, 16 * 4 + 15);
  g_assert_true (g_str_has_suffix (all, " F200 15AD"));
}

static void
test_equal (void)
{
  IkrarDigest a;
  IkrarDigest b;

  ikrar_digest_of ("abc", 3, &a);
  for (guint bit = 0; bit < 8 * IKRAR_DIGEST_SIZE; bit++)
    {
      b = a;
      g_assert_true (ikrar_digest_equal (&a, &b));
      b.bytes[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_false (ikrar_digest_equal (&a, &b));
    }
}

static gpointer
hash_many (gpointer data)
{
  for (guint i = 0; i < 2000; i++)
    {
      IkrarDigest digest;

      ikrar_digest_of ("abc", 3, &digest);
      g_assert_true (ikrar_digest_equal (&digest, data));
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];
  IkrarDigest digest;

  ikrar_digest_of ("abc", 3, &digest);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hash", hash_many, &digest);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/vectors", test_vectors);
  g_test_add_func ("/digest/million", test_million);
  g_test_add_func ("/digest/grouped", test_grouped);
  g_test_add_func ("/digest/equal", test_equal);
  g_test_add_func ("/digest/threads", test_threads);
  return g_test_run ();
}
