/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

/* Names the case that is tested, on one line and in plain letters whatever it holds. */
static inline void
show_case (const char *text)
{
  g_autofree char *escaped = g_strescape (text != NULL ? text : "(null)", NULL);

  g_test_message ("%s", escaped);
}

/* Random input for properties: always the same, and the seed is printed to be changed by hand. */
#define RANDOM_SEED 20240206u

static inline GRand *
random_start (void)
{
  g_test_message ("random input with seed %u", RANDOM_SEED);
  return g_rand_new_with_seed (RANDOM_SEED);
}

/* Bytes of any kind but NUL: what a damaged file holds. */
static inline char *
random_bytes (GRand *rand, guint max)
{
  guint length = (guint) g_rand_int_range (rand, 0, (gint32) max + 1);
  char *bytes = g_malloc0 (length + 1);

  for (guint i = 0; i < length; i++)
    bytes[i] = (char) g_rand_int_range (rand, 1, 256);

  return bytes;
}

static inline gunichar
random_char (GRand *rand)
{
  static const char likely[] = "aAbdeiIlMmnoOPsSTtxVC0123456789  ..,,//--'`()+E{}#\n\t";
  gunichar c;

  if (g_rand_int_range (rand, 0, 4) > 0)
    return (gunichar) likely[g_rand_int_range (rand, 0, sizeof likely - 1)];
  if (g_rand_boolean (rand))
    return (gunichar) g_rand_int_range (rand, 1, 0x2100);

  do
    c = (gunichar) g_rand_int_range (rand, 1, 0x11000);
  while (!g_unichar_validate (c));

  return c;
}

/* Valid text: mostly what such texts are made of, in between characters from all over Unicode. */
static inline char *
random_text (GRand *rand, guint max)
{
  GString *text = g_string_new (NULL);
  guint length = (guint) g_rand_int_range (rand, 0, (gint32) max + 1);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (text, random_char (rand));

  return g_string_free (text, FALSE);
}
