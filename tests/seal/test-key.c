/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/key.h"

#include "fixture.h"
#include "seal/error.h"

/* RFC 8032 section 7.1, TEST 1 to 3. */
static const struct
{
  const char *seed;
  const char *public_key;
  const char *message;
  const char *signature;
} vectors[] = {
  { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
    "6bd25bf5f0595bbe24655141438e7a100b" },
  { "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d"
    "8c387b2eaeb4302aeeb00d291612bb0c00" },
  { "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6"
    "594a7c15e9716ed28dc027beceea1ec40a" },
};

/* From the tests of the signed notes of Go's checksum database. */
#define PETER "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
/* The algorithm byte and the seed. */
#define PETER_SEED "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

static const char *const bad_texts[] = {
  "",
  "PeterNeumann",
  " " PETER,
  PETER " ",
  PETER "\n",
  /* A key of the wrong length, and another algorithm, each with its right hash. */
  "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
  "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  "GlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRN",
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GBytes) seed = fixture_hex (vectors[i].seed);
      g_autoptr (GBytes) message = fixture_hex (vectors[i].message);
      gconstpointer data = g_bytes_get_data (message, NULL);
      gsize size = g_bytes_get_size (message);
      g_autoptr (IkrarSecretKey) key =
          ikrar_secret_key_new_from_seed (g_bytes_get_data (seed, NULL));
      const IkrarPublicKey *public_key = ikrar_secret_key_get_public (key);
      guint8 signature[IKRAR_SIGNATURE_SIZE];

      fixture_assert_hex (public_key->bytes, IKRAR_PUBLIC_KEY_SIZE, vectors[i].public_key);
      ikrar_secret_key_sign (key, "", data, size, signature);
      fixture_assert_hex (signature, sizeof signature, vectors[i].signature);
      g_assert_true (ikrar_public_key_verify (public_key, "", data, size, signature));
    }
}

static void
test_seed (void)
{
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();
  g_autoptr (IkrarSecretKey) again = NULL;
  g_autoptr (IkrarSecretKey) other = ikrar_secret_key_new ();
  guint8 seed[32];

  ikrar_secret_key_get_seed (key, seed);
  again = ikrar_secret_key_new_from_seed (seed);
  g_assert_cmpmem (ikrar_secret_key_get_public (key), IKRAR_PUBLIC_KEY_SIZE,
                   ikrar_secret_key_get_public (again), IKRAR_PUBLIC_KEY_SIZE);
  g_assert_cmpint (memcmp (ikrar_secret_key_get_public (key), ikrar_secret_key_get_public (other),
                           IKRAR_PUBLIC_KEY_SIZE),
                   !=, 0);
}

/* The domain and its NUL byte stand before the data, and keep signatures apart. */
static void
test_domains (void)
{
  static const char framed[] = "IKRAR-PASS/1\0abc";
  static const char *const others[] = { "", "IKRAR-CERT/1", "IKRAR-PASS/", "IKRAR-PASS/11" };
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (key);
  guint8 signature[IKRAR_SIGNATURE_SIZE];

  ikrar_secret_key_sign (key, "IKRAR-PASS/1", "abc", 3, signature);
  g_assert_true (ikrar_public_key_verify (public_key, "IKRAR-PASS/1", "abc", 3, signature));
  g_assert_true (ikrar_public_key_verify (public_key, "", framed, sizeof framed - 1, signature));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (ikrar_public_key_verify (public_key, others[i], "abc", 3, signature));
}

static void
assert_every_bit_counts (guint8 *bytes,
                         gsize size,
                         const IkrarPublicKey *key,
                         const guint8 *message,
                         const guint8 *signature)
{
  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      bytes[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_false (ikrar_public_key_verify (key, "D", message, 16, signature));
      bytes[bit / 8] ^= (guint8) (1 << bit % 8);
    }
  g_assert_true (ikrar_public_key_verify (key, "D", message, 16, signature));
}

static void
test_every_bit (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  IkrarPublicKey public_key = *ikrar_secret_key_get_public (key);
  guint8 message[16] = "sixteen bytes...";
  guint8 signature[IKRAR_SIGNATURE_SIZE];

  ikrar_secret_key_sign (key, "D", message, sizeof message, signature);
  assert_every_bit_counts (public_key.bytes, IKRAR_PUBLIC_KEY_SIZE, &public_key, message,
                           signature);
  assert_every_bit_counts (message, sizeof message, &public_key, message, signature);
  assert_every_bit_counts (signature, sizeof signature, &public_key, message, signature);
}

/* A public key of small order would accept one signature for every message. */
static void
test_small_order (void)
{
  IkrarPublicKey identity = { { 1 } };
  guint8 signature[IKRAR_SIGNATURE_SIZE] = { 1 };

  g_assert_false (ikrar_public_key_verify (&identity, "", "abc", 3, signature));
}

static void
test_verifier_key (void)
{
  g_autoptr (IkrarSecretKey) secret = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree guchar *seed = NULL;
  gsize size;
  IkrarPublicKey key;
  g_autoptr (GError) error = NULL;

  seed = g_base64_decode (PETER_SEED, &size);
  secret = ikrar_secret_key_new_from_seed (seed + 1);
  text = ikrar_public_key_format (ikrar_secret_key_get_public (secret), "PeterNeumann");
  g_assert_cmpstr (text, ==, PETER);
  g_assert_true (ikrar_public_key_parse (text, &key, &name, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "PeterNeumann");
  g_assert_cmpmem (&key, sizeof key, ikrar_secret_key_get_public (secret), sizeof key);
  g_assert_true (ikrar_public_key_parse (text, &key, NULL, NULL));
}

static void
test_bare (void)
{
  g_autoptr (IkrarSecretKey) secret = fixture_key (0);
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (secret);
  g_autofree char *text = g_base64_encode (public_key->bytes, IKRAR_PUBLIC_KEY_SIZE);
  char *name = text;
  IkrarPublicKey key;

  g_assert_true (ikrar_public_key_parse (text, &key, &name, NULL));
  g_assert_null (name);
  g_assert_cmpmem (&key, sizeof key, public_key, sizeof key);
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  IkrarPublicKey key;
  char *name = NULL;

  g_assert_false (ikrar_public_key_parse (text, &key, &name, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
  g_assert_null (name);
}

static void
test_refused (void)
{
  char text[] = PETER;

  for (guint i = 0; i < G_N_ELEMENTS (bad_texts); i++)
    assert_refused (bad_texts[i]);
  for (guint i = 0; text[i] != '\0'; i++)
    {
      text[i]++;
      assert_refused (text);
      text[i]--;
      assert_refused (text + i + 1);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean valid;
  } cases[] = {
    { "bkpsdm.example.go.id/ikrar", TRUE },
    { "BKPSDM-Kab.Éé", TRUE },
    { "", FALSE },
    { "a b", FALSE },
    { "a+b", FALSE },
    { "a\tb", FALSE },
    { "a\nb", FALSE },
    { "a\vb", FALSE },
    { "a\xc2\xa0"
      "b",
      FALSE },
    { "a\xe2\x80\xa8"
      "b",
      FALSE },
    { "a\xc2\x85"
      "b",
      FALSE },
    { "a\xff", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ikrar_key_name_is_valid (cases[i].name), ==, cases[i].valid);
}

/* First two bytes of the digest of the public key. */
static void
test_key_id (void)
{
  g_autoptr (IkrarSecretKey) secret = fixture_key (0);
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (secret);
  IkrarDigest digest;

  ikrar_digest_of (public_key->bytes, IKRAR_PUBLIC_KEY_SIZE, &digest);
  g_assert_cmpuint (ikrar_public_key_id (public_key), ==, digest.bytes[0] << 8 | digest.bytes[1]);
}

static gpointer
ref_and_unref (gpointer data)
{
  for (guint i = 0; i < 1000; i++)
    ikrar_secret_key_unref (ikrar_secret_key_ref (data));
  return NULL;
}

static void
test_references (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  GThread *threads[4];
  guint8 seed[32];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ref", ref_and_unref, key);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  ikrar_secret_key_get_seed (key, seed);
  g_assert_cmpuint (seed[31], ==, 31);
  ikrar_secret_key_unref (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key/vectors", test_vectors);
  g_test_add_func ("/key/seed", test_seed);
  g_test_add_func ("/key/domains", test_domains);
  g_test_add_func ("/key/every-bit", test_every_bit);
  g_test_add_func ("/key/small-order", test_small_order);
  g_test_add_func ("/key/verifier-key", test_verifier_key);
  g_test_add_func ("/key/bare", test_bare);
  g_test_add_func ("/key/refused", test_refused);
  g_test_add_func ("/key/names", test_names);
  g_test_add_func ("/key/key-id", test_key_id);
  g_test_add_func ("/key/references", test_references);
  return g_test_run ();
}
