/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/pass-code.h"

#include "fixture.h"
#include "seal/certificate-code.h"

static const IkrarPass sample = { 0, 0x01020304, 180751, 3, 1772 };

static void
make_sample (char text[IKRAR_PASS_TEXT_LENGTH + 1])
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);

  ikrar_pass_sign (&sample, key, text);
}

/* Whether a door with the sample's key would let the text in. */
static gboolean
is_accepted (const char *text)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  IkrarPass pass;

  return ikrar_pass_read (text, &pass) &&
         ikrar_pass_verify (text, ikrar_secret_key_get_public (key));
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = fixture_random (79);
  g_autoptr (IkrarSecretKey) key = fixture_key (0);

  for (guint i = 0; i < 500; i++)
    {
      IkrarPass pass = { (guint16) i, g_rand_int (random), g_rand_int (random),
                         (guint16) g_rand_int (random), (guint16) g_rand_int (random) };
      IkrarPass again;
      char text[IKRAR_PASS_TEXT_LENGTH + 1];

      ikrar_pass_sign (&pass, key, text);
      g_assert_cmpuint (strlen (text), ==, IKRAR_PASS_TEXT_LENGTH);
      g_assert_true (ikrar_pass_read (text, &again));
      g_assert_cmpuint (again.key_id, ==, ikrar_public_key_id (ikrar_secret_key_get_public (key)));
      g_assert_cmpuint (again.event, ==, pass.event);
      g_assert_cmpuint (again.number, ==, pass.number);
      g_assert_cmpuint (again.serial, ==, pass.serial);
      g_assert_cmpuint (again.last_day, ==, pass.last_day);
      g_assert_true (ikrar_pass_verify (text, ikrar_secret_key_get_public (key)));
    }
}

/* Only characters of a QR code's alphanumeric mode, none that a keyboard layout moves. */
static void
test_alphabet (void)
{
  char text[IKRAR_PASS_TEXT_LENGTH + 1];

  make_sample (text);
  g_assert_cmpuint (strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567"), ==, IKRAR_PASS_TEXT_LENGTH);
}

static void
test_strict (void)
{
  char text[IKRAR_PASS_TEXT_LENGTH + 1];
  g_autofree char *lower = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *spaced = NULL;
  IkrarPass pass;

  make_sample (text);
  g_assert_true (ikrar_pass_read (text, &pass));
  lower = g_ascii_strdown (text, -1);
  longer = g_strconcat (text, "A", NULL);
  spaced = g_strconcat (" ", text, NULL);
  g_assert_false (ikrar_pass_read (lower, &pass));
  g_assert_false (ikrar_pass_read (longer, &pass));
  g_assert_false (ikrar_pass_read (spaced, &pass));
  for (guint length = 0; length < IKRAR_PASS_TEXT_LENGTH; length++)
    {
      g_autofree char *shorter = g_strndup (text, length);

      g_assert_false (ikrar_pass_read (shorter, &pass));
    }
}

/* The last character holds two bits of the signature and three that must be zero. */
static void
test_unused_bits (void)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  char text[IKRAR_PASS_TEXT_LENGTH + 1];
  guint readable = 0;
  IkrarPass pass;

  make_sample (text);
  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      text[IKRAR_PASS_TEXT_LENGTH - 1] = *letter;
      readable += ikrar_pass_read (text, &pass) ? 1 : 0;
    }
  g_assert_cmpuint (readable, ==, 4);
}

static void
test_every_change (void)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:a";
  char text[IKRAR_PASS_TEXT_LENGTH + 1];

  make_sample (text);
  for (guint place = 0; place < IKRAR_PASS_TEXT_LENGTH; place++)
    {
      char kept = text[place];

      for (const char *letter = letters; *letter != '\0'; letter++)
        {
          text[place] = *letter;
          g_assert_cmpint (is_accepted (text), ==, *letter == kept);
        }
      text[place] = kept;
    }
}

static void
mutate (GRand *random, char *text)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  gint changes = g_rand_int_range (random, 1, 4);

  for (gint i = 0; i < changes; i++)
    text[g_rand_int_range (random, 3, IKRAR_PASS_TEXT_LENGTH)] =
        letters[g_rand_int_range (random, 0, 32)];
}

static void
randomize (GRand *random, char *text)
{
  for (guint i = 0; i < IKRAR_PASS_TEXT_LENGTH; i++)
    text[i] = (char) g_rand_int_range (random, 1, 256);
}

static void
test_hundred_thousand (void)
{
  g_autoptr (GRand) random = fixture_random (100000);
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  char original[IKRAR_PASS_TEXT_LENGTH + 1];

  make_sample (original);
  for (guint i = 0; i < 100000; i++)
    {
      char text[IKRAR_PASS_TEXT_LENGTH + 1];

      memcpy (text, original, sizeof text);
      if (i % 2 == 0)
        mutate (random, text);
      else
        randomize (random, text);
      if (strcmp (text, original) != 0)
        g_assert_false (ikrar_pass_verify (text, ikrar_secret_key_get_public (key)));
    }
}

static void
test_other_keys (void)
{
  char text[IKRAR_PASS_TEXT_LENGTH + 1];

  make_sample (text);
  for (guint8 first = 1; first < 50; first++)
    {
      g_autoptr (IkrarSecretKey) other = fixture_key (first);

      g_assert_false (ikrar_pass_verify (text, ikrar_secret_key_get_public (other)));
    }
}

/* A certificate code is no pass, though the same key may have made it. */
static void
test_certificate_is_no_pass (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  IkrarCertificateCode code = { 0, 1, 2, { 3 } };
  char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  IkrarPass pass;

  ikrar_certificate_code_sign (&code, key, text);
  g_assert_false (ikrar_pass_read (text, &pass));
  memcpy (text, IKRAR_PASS_PREFIX, 3);
  g_assert_false (ikrar_pass_read (text, &pass));
  text[IKRAR_PASS_TEXT_LENGTH] = '\0';
  g_assert_false (ikrar_pass_verify (text, ikrar_secret_key_get_public (key)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pass-code/round-trip", test_round_trip);
  g_test_add_func ("/pass-code/alphabet", test_alphabet);
  g_test_add_func ("/pass-code/strict", test_strict);
  g_test_add_func ("/pass-code/unused-bits", test_unused_bits);
  g_test_add_func ("/pass-code/every-change", test_every_change);
  g_test_add_func ("/pass-code/hundred-thousand", test_hundred_thousand);
  g_test_add_func ("/pass-code/other-keys", test_other_keys);
  g_test_add_func ("/pass-code/certificate-is-no-pass", test_certificate_is_no_pass);
  return g_test_run ();
}
