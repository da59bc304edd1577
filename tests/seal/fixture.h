/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

/* What the tests of this folder share: keys and bytes that are the same at every run. */

#include <glib.h>
#include <string.h>

#include "seal/key.h"

/* A key whose seed is 32 bytes that count up from @first; 0 gives the one of the test vectors. */
static inline IkrarSecretKey *
fixture_key (guint8 first)
{
  guint8 seed[32];

  for (guint i = 0; i < sizeof seed; i++)
    seed[i] = (guint8) (first + i);
  return ikrar_secret_key_new_from_seed (seed);
}

/* Random numbers of a fixed seed, which is printed. */
static inline GRand *
fixture_random (guint32 seed)
{
  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

static inline void
fixture_fill (GRand *random, gpointer data, gsize size)
{
  guint8 *bytes = data;

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
}

static inline GBytes *
fixture_hex (const char *hex)
{
  gsize size = strlen (hex) / 2;
  guint8 *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i] =
        (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  return g_bytes_new_take (bytes, size);
}

static inline void
fixture_assert_hex (gconstpointer data, gsize size, const char *hex)
{
  g_autoptr (GBytes) expected = fixture_hex (hex);

  g_assert_cmpmem (data, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}
