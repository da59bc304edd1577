/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/keyring-file-private.h"

#include "fixture.h"
#include "seal/error.h"

/* A sealed file of two keys, and what it was sealed with: a lock that took no passphrase, since
 * argon2id would take half a second for each of many hundred changes. */
typedef struct
{
  IkrarKeyLock lock;
  char *text;
  gsize length;
} Sample;

static void
make_sample (Sample *sample)
{
  g_autoptr (GPtrArray) keys =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_secret_key_unref);
  g_autoptr (IkrarSecretBytes) text = NULL;

  g_ptr_array_add (keys, fixture_key (0));
  g_ptr_array_add (keys, fixture_key (1));
  memset (sample->lock.salt, 7, sizeof sample->lock.salt);
  sample->lock.key = ikrar_secret_bytes_new (IKRAR_PASSPHRASE_KEY_SIZE);
  memset (sample->lock.key, 9, IKRAR_PASSPHRASE_KEY_SIZE);
  text = ikrar_key_file_write (keys, &sample->lock);
  sample->text = g_strdup ((const char *) text);
  sample->length = strlen (sample->text);
}

static void
clear_sample (Sample *sample)
{
  sodium_free (sample->lock.key);
  g_free (sample->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, clear_sample)

/* Number of keys, or minus an error's code and one. */
static int
read_keys (const Sample *sample, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = ikrar_key_file_read (text, length, &sample->lock, &error);

  return keys != NULL ? (int) keys->len : -error->code - 1;
}

static void
test_round_trip (void)
{
  g_auto (Sample) sample = { 0 };
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (IkrarSecretKey) first = fixture_key (0);
  guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE];
  gboolean sealed;

  make_sample (&sample);
  g_assert_true (ikrar_key_file_read_salt (sample.text, &sealed, salt));
  g_assert_true (sealed);
  g_assert_cmpmem (salt, sizeof salt, sample.lock.salt, sizeof salt);
  keys = ikrar_key_file_read (sample.text, sample.length, &sample.lock, NULL);
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_nonnull (ikrar_keys_find (keys, ikrar_secret_key_get_public (first)));
}

static void
test_every_bit (void)
{
  g_auto (Sample) sample = { 0 };

  make_sample (&sample);
  for (gsize bit = 0; bit < 8 * sample.length; bit++)
    {
      sample.text[bit / 8] ^= (char) (1 << bit % 8);
      g_assert_cmpint (read_keys (&sample, sample.text, sample.length), <, 0);
      sample.text[bit / 8] ^= (char) (1 << bit % 8);
    }
  g_assert_cmpint (read_keys (&sample, sample.text, sample.length), ==, 2);
}

static void
test_every_length (void)
{
  g_auto (Sample) sample = { 0 };
  guint whole = 0;

  make_sample (&sample);
  for (gsize length = 0; length < sample.length; length++)
    {
      g_autofree char *text = g_strndup (sample.text, length);

      whole += read_keys (&sample, text, length) >= 0 ? 1 : 0;
    }
  /* The header alone, and the header with one key, are whole files too. */
  g_assert_cmpuint (whole, ==, 2);
}

/* Sealed seeds cannot be exchanged between keys, nor keys between files. */
static void
test_exchanged (void)
{
  g_auto (Sample) sample = { 0 };
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  make_sample (&sample);
  lines = g_strsplit (sample.text, "\n", -1);
  text = g_strdup_printf ("%s\n%.44s%s\n%.44s%s\n", lines[0], lines[1], lines[2] + 44, lines[2],
                          lines[1] + 44);
  g_assert_cmpint (read_keys (&sample, text, strlen (text)), ==, -IKRAR_SEAL_ERROR_SYNTAX - 1);
}

static void
test_other_lock (void)
{
  g_auto (Sample) sample = { 0 };

  make_sample (&sample);
  sodium_mprotect_readwrite (sample.lock.key);
  sample.lock.key[0] ^= 1;
  g_assert_cmpint (read_keys (&sample, sample.text, sample.length), ==,
                   -IKRAR_SEAL_ERROR_PASSPHRASE - 1);
  sample.lock.key[0] ^= 1;
  sample.lock.salt[0] ^= 1;
  g_assert_cmpint (read_keys (&sample, sample.text, sample.length), ==,
                   -IKRAR_SEAL_ERROR_PASSPHRASE - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring-file/round-trip", test_round_trip);
  g_test_add_func ("/keyring-file/every-bit", test_every_bit);
  g_test_add_func ("/keyring-file/every-length", test_every_length);
  g_test_add_func ("/keyring-file/exchanged", test_exchanged);
  g_test_add_func ("/keyring-file/other-lock", test_other_lock);
  return g_test_run ();
}
