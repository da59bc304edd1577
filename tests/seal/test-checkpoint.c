/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/checkpoint.h"

#include "fixture.h"
#include "seal/error.h"
#include "seal/note-private.h"

#define NAME "bkpsdm.example.go.id/ikrar"
#define ROOT "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

static const char *const good[] = {
  "origin\n0\n" ROOT "\n",
  "Badan Kepegawaian Kabupaten Contoh\n180751\n" ROOT "\n",
  "+\n9223372036854775807\n" ROOT "\n",
};

/* Signed well, and still no checkpoint of ours. */
static const char *const bad[] = {
  "\n0\n" ROOT "\n",
  "origin\n00\n" ROOT "\n",
  "origin\n01\n" ROOT "\n",
  "origin\n+1\n" ROOT "\n",
  "origin\n-1\n" ROOT "\n",
  "origin\n 1\n" ROOT "\n",
  "origin\n1 \n" ROOT "\n",
  "origin\n0x1\n" ROOT "\n",
  "origin\n\n" ROOT "\n",
  "origin\n9223372036854775808\n" ROOT "\n",
  "origin\n99999999999999999999999\n" ROOT "\n",
  "origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
  "origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
  "origin\n0\n47DEQpj8HBSa\n",
  "origin\n0\n" ROOT "\nextension\n",
  "origin\n0\n" ROOT "\n\n",
  "origin\n0\n",
  "origin\n",
  "origin\xc2\x85\n0\n" ROOT "\n",
};

static char *
make_note (guint64 size)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  IkrarCheckpoint checkpoint = { (char *) NAME, size, { { 0 } } };

  ikrar_digest_of (NULL, 0, &checkpoint.root);
  return ikrar_checkpoint_sign (&checkpoint, key, NAME);
}

static void
test_round_trip (void)
{
  static const guint64 sizes[] = { 0, 1, 10, 180751, G_MAXINT64 };
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  IkrarDigest empty;

  ikrar_digest_of (NULL, 0, &empty);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *note = make_note (sizes[i]);
      g_auto (IkrarCheckpoint) again = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (
          ikrar_checkpoint_open (note, ikrar_secret_key_get_public (key), NAME, &again, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (again.origin, ==, NAME);
      g_assert_cmpuint (again.size, ==, sizes[i]);
      g_assert_true (ikrar_digest_equal (&again.root, &empty));
    }
}

static void
test_text (void)
{
  g_autofree char *note = make_note (180751);

  g_assert_true (g_str_has_prefix (note, NAME "\n180751\n" ROOT "\n\n— " NAME " "));
  g_assert_true (g_str_has_suffix (note, "=\n"));
}

static void
test_other_key (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  g_autoptr (IkrarSecretKey) other = fixture_key (1);
  g_autofree char *note = make_note (1);
  g_autoptr (GError) error = NULL;
  IkrarCheckpoint checkpoint = { 0 };

  g_assert_false (
      ikrar_checkpoint_open (note, ikrar_secret_key_get_public (other), NULL, &checkpoint, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE);
  g_clear_error (&error);
  g_assert_false (ikrar_checkpoint_open (note, ikrar_secret_key_get_public (key), "other",
                                         &checkpoint, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE);
  g_assert_null (checkpoint.origin);
}

static void
test_strict (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (key);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *note = ikrar_note_sign (good[i], key, NAME);
      g_auto (IkrarCheckpoint) checkpoint = { 0 };

      g_assert_true (ikrar_checkpoint_open (note, public_key, NAME, &checkpoint, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *note = ikrar_note_sign (bad[i], key, NAME);
      g_autoptr (GError) error = NULL;
      IkrarCheckpoint checkpoint = { 0 };

      g_test_message ("text %u", i);
      g_assert_false (ikrar_checkpoint_open (note, public_key, NAME, &checkpoint, &error));
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
    }
}

static void
test_every_bit (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  g_autofree char *note = make_note (180751);
  gsize length = strlen (note);
  IkrarCheckpoint checkpoint = { 0 };

  for (gsize bit = 0; bit < 8 * length; bit++)
    {
      note[bit / 8] ^= (char) (1 << bit % 8);
      g_assert_false (
          ikrar_checkpoint_open (note, ikrar_secret_key_get_public (key), NULL, &checkpoint, NULL));
      note[bit / 8] ^= (char) (1 << bit % 8);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checkpoint/round-trip", test_round_trip);
  g_test_add_func ("/checkpoint/text", test_text);
  g_test_add_func ("/checkpoint/other-key", test_other_key);
  g_test_add_func ("/checkpoint/strict", test_strict);
  g_test_add_func ("/checkpoint/every-bit", test_every_bit);
  return g_test_run ();
}
