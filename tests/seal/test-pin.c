/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/pin.h"

#include <string.h>

static void
test_what_is_a_pin (void)
{
  static const struct
  {
    const char *typed;
    gboolean usable;
  } cases[] = {
    { "1234", TRUE },   { "123456789012", TRUE },   { "0000", TRUE },    { "", FALSE },
    { "123", FALSE },   { "1234567890123", FALSE }, { "12 34", FALSE },  { "12a4", FALSE },
    { "-1234", FALSE }, { "１２３４", FALSE },      { "1234\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ikrar_pin_is_usable (cases[i].typed), ==, cases[i].usable);
}

static void
test_only_the_pin_fits_its_hash (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = ikrar_pin_hash ("240817", &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = ikrar_pin_hash ("240817", &error);
  g_assert_no_error (error);
  g_assert_true (ikrar_pin_fits ("240817", hash));
  g_assert_true (ikrar_pin_fits ("240817", again));
  g_assert_false (ikrar_pin_fits ("240818", hash));
  g_assert_false (ikrar_pin_fits ("24081", hash));
  g_assert_false (ikrar_pin_fits ("2408170", hash));
  g_assert_false (ikrar_pin_fits ("", hash));
  /* The same PIN is another text each time, and none holds it. */
  g_assert_cmpstr (hash, !=, again);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$"));
  g_assert_null (strstr (hash, "240817"));
}

static void
test_nothing_fits_what_is_no_hash (void)
{
  g_autofree char *long_text = g_strnfill (500, '$');
  const char *hashes[] = { "", "1234", "$argon2id$", "$argon2id$v=19$m=65536,t=2,p=1$x$x",
                           long_text };

  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    g_assert_false (ikrar_pin_fits ("1234", hashes[i]));
}

static void
test_the_wait_grows_to_its_end (void)
{
  static const guint waits[] = { 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    g_assert_cmpuint (ikrar_pin_wait (i), ==, waits[i]);
  for (guint wrong = 1; wrong < 100; wrong++)
    g_assert_cmpuint (ikrar_pin_wait (wrong), >=, ikrar_pin_wait (wrong - 1));
  g_assert_cmpuint (ikrar_pin_wait (G_MAXUINT), ==, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pin/what-is-a-pin", test_what_is_a_pin);
  g_test_add_func ("/pin/only-the-pin-fits-its-hash", test_only_the_pin_fits_its_hash);
  g_test_add_func ("/pin/nothing-fits-what-is-no-hash", test_nothing_fits_what_is_no_hash);
  g_test_add_func ("/pin/the-wait-grows-to-its-end", test_the_wait_grows_to_its_end);
  return g_test_run ();
}
