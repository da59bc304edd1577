/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/base32.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

static int
value_of (char letter)
{
  if (letter >= 'A' && letter <= 'Z')
    return letter - 'A';
  if (letter >= '2' && letter <= '7')
    return letter - '2' + 26;
  return -1;
}

static gsize
text_length (gsize size)
{
  return (size * 8 + 4) / 5;
}

char *
ikrar_base32_encode (gconstpointer data, gsize size)
{
  const guint8 *bytes = data;
  gsize length = text_length (size);
  char *text = g_malloc (length + 1);
  gsize used = 0;
  guint32 held = 0;
  guint bits = 0;

  g_return_val_if_fail (data != NULL || size == 0, NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (bits < 5)
        {
          /* Past the last byte the unused bits are zero. */
          held = held << 8 | (used < size ? bytes[used] : 0);
          used++;
          bits += 8;
        }
      bits -= 5;
      text[i] = alphabet[held >> bits & 31];
    }
  text[length] = '\0';
  return text;
}

gboolean
ikrar_base32_decode (const char *text, gsize length, gpointer data, gsize size)
{
  guint8 *bytes = data;
  guint32 held = 0;
  guint bits = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);

  if (length != text_length (size))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      int value = value_of (text[i]);

      if (value < 0)
        return FALSE;
      held = (held << 5 | (guint32) value) & 0xfff;
      bits += 5;
      if (bits >= 8)
        {
          bits -= 8;
          *bytes++ = held >> bits & 0xff;
        }
    }
  return (held & ((1u << bits) - 1)) == 0;
}
