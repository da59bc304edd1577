/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/base64-private.h"

#include "fixture.h"

static const struct
{
  const char *text;
  gsize size;
} accepted[] = {
  { "", 0 }, { "Zg==", 1 }, { "Zm8=", 2 }, { "Zm9v", 3 }, { "Zm9vYg==", 4 }, { "++//", 3 },
};

static const char *const refused[] = {
  "Zg",                        /* No padding. */
  "Zg=",      "Zg===", "Zh==", /* Unused bits that are not zero. */
  "Zm9=",     "Z",     "Zm9v=",    " Zm9v",
  "Zm9v\n",   "Zm 9v", "Zm9v\r\n", "--__", /* The alphabet of URLs. */
  "Zg==Zg==",                              /* Something behind the end. */
};

static void
test_strict (void)
{
  guint8 bytes[16];
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      const char *text = accepted[i].text;

      g_assert_true (ikrar_base64_decode (text, strlen (text), bytes, sizeof bytes, &size));
      g_assert_cmpuint (size, ==, accepted[i].size);
      g_assert_true (ikrar_base64_decode_exact (text, strlen (text), bytes, size));
      g_assert_false (ikrar_base64_decode_exact (text, strlen (text), bytes, size + 1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_false (
          ikrar_base64_decode (refused[i], strlen (refused[i]), bytes, sizeof bytes, &size));
    }
}

/* Every byte in every place of a group: the 64 letters and no other. */
static void
test_alphabet (void)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  guint8 bytes[4];

  for (guint place = 0; place < 4; place++)
    for (guint byte = 0; byte < 256; byte++)
      {
        char text[5] = "AAAA";
        gboolean is_letter = byte != 0 && strchr (letters, (int) byte) != NULL;

        text[place] = (char) byte;
        g_assert_cmpint (ikrar_base64_decode_exact (text, 4, bytes, 3), ==, is_letter);
      }
}

static void
test_room (void)
{
  guint8 bytes[4] = { 0, 0, 0, 0xee };
  gsize size;

  g_assert_false (ikrar_base64_decode ("Zm9vYg==", 8, bytes, 3, &size));
  g_assert_cmpuint (bytes[3], ==, 0xee);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = fixture_random (64);

  for (gsize size = 1; size <= 200; size++)
    {
      guint8 bytes[200];
      guint8 again[200];
      g_autofree char *text = NULL;

      fixture_fill (random, bytes, size);
      text = g_base64_encode (bytes, size);
      g_assert_true (ikrar_base64_decode_exact (text, strlen (text), again, size));
      g_assert_cmpmem (bytes, size, again, size);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base64/strict", test_strict);
  g_test_add_func ("/base64/alphabet", test_alphabet);
  g_test_add_func ("/base64/room", test_room);
  g_test_add_func ("/base64/round-trip", test_round_trip);
  return g_test_run ();
}
