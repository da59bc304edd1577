/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/base64-private.h"

#include <sodium.h>

/* libsodium 1.0.18 takes some bytes above 0x7F for letters. */
static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((text[i] & 0x80) != 0)
      return FALSE;
  return TRUE;
}

gboolean
ikrar_base64_decode (const char *text, gsize length, gpointer data, gsize room, gsize *size)
{
  /* Without an end pointer libsodium refuses whatever follows the last whole group. */
  return is_ascii (text, length) && sodium_base642bin (data, room, text, length, NULL, size, NULL,
                                                       sodium_base64_VARIANT_ORIGINAL) == 0;
}

gboolean
ikrar_base64_decode_exact (const char *text, gsize length, gpointer data, gsize size)
{
  gsize found = 0;

  return ikrar_base64_decode (text, length, data, size, &found) && found == size;
}
