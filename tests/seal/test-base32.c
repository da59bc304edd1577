/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/base32.h"

#include "fixture.h"

/* RFC 4648 section 10, without the padding. */
static const struct
{
  const char *bytes;
  const char *text;
} vectors[] = {
  { "", "" },
  { "f", "MY" },
  { "fo", "MZXQ" },
  { "foo", "MZXW6" },
  { "foob", "MZXW6YQ" },
  { "fooba", "MZXW6YTB" },
  { "foobar", "MZXW6YTBOI" },
};

static const struct
{
  const char *text;
  gsize size;
} refused[] = {
  { "my", 1 },       /* Lower case. */
  { "MZ", 1 },       /* Unused bits that are not zero: Z is Y and one bit. */
  { "MZXR", 2 },     /* The same after two bytes. */
  { "MZXW6YR", 4 },  /* The same after four bytes. */
  { "MY======", 1 }, /* Padding. */
  { "M", 1 },        /* Too short. */
  { "MYA", 1 },      /* Too long. */
  { "MZXW6", 2 },    /* Another size. */
  { "MZXW1", 3 },    /* 0, 1, 8 and 9 are no base32. */
  { "MZXW0", 3 },    { "MZXW8", 3 }, { "MZXW9", 3 },
  { "MZX W6", 3 },   { "MZXW-", 3 }, { "MZX\xc3\x84", 3 },
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      gsize size = strlen (vectors[i].bytes);
      g_autofree char *text = ikrar_base32_encode (vectors[i].bytes, size);
      char bytes[16];

      g_assert_cmpstr (text, ==, vectors[i].text);
      g_assert_true (ikrar_base32_decode (text, strlen (text), bytes, size));
      g_assert_cmpmem (bytes, size, vectors[i].bytes, size);
    }
}

static void
test_strict (void)
{
  guint8 bytes[16];

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i].text);
      g_assert_false (
          ikrar_base32_decode (refused[i].text, strlen (refused[i].text), bytes, refused[i].size));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = fixture_random (4648);

  for (gsize size = 0; size <= 200; size++)
    {
      guint8 bytes[200];
      guint8 again[200];
      g_autofree char *text = NULL;

      fixture_fill (random, bytes, size);
      text = ikrar_base32_encode (bytes, size);
      g_assert_true (ikrar_base32_decode (text, strlen (text), again, size));
      g_assert_cmpmem (bytes, size, again, size);
    }
}

/* Whatever is accepted is what encoding would have written. */
static void
test_one_text_per_value (void)
{
  g_autoptr (GRand) random = fixture_random (4649);
  guint accepted = 0;

  for (guint i = 0; i < 100000; i++)
    {
      static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ2345670189=abc";
      char text[8] = { 0 };
      guint8 bytes[4];
      g_autofree char *again = NULL;

      for (guint k = 0; k < 7; k++)
        text[k] = letters[g_rand_int_range (random, 0, 34)];
      if (!ikrar_base32_decode (text, 7, bytes, sizeof bytes))
        continue;
      again = ikrar_base32_encode (bytes, sizeof bytes);
      g_assert_cmpstr (text, ==, again);
      accepted++;
    }
  g_assert_cmpuint (accepted, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base32/vectors", test_vectors);
  g_test_add_func ("/base32/strict", test_strict);
  g_test_add_func ("/base32/round-trip", test_round_trip);
  g_test_add_func ("/base32/one-text-per-value", test_one_text_per_value);
  return g_test_run ();
}
