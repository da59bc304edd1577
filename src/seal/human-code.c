/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/human-code.h"

#include <string.h>

#include "seal/big-endian-private.h"

#define NUMBER_SYMBOLS 6
#define CHECK_SYMBOLS 2
#define SYMBOLS (NUMBER_SYMBOLS + CHECK_SYMBOLS)
#define NUMBER_MASK ((1u << 5 * NUMBER_SYMBOLS) - 1)
#define CHECK_MASK ((1u << 5 * CHECK_SYMBOLS) - 1)
#define PAPER_SYMBOLS 12
#define GROUP_SYMBOLS 4
#define DOMAIN "IKRAR-HUMAN/1"

/* Douglas Crockford's base32: no I, L, O (read as digits) and no U. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
write_symbols (guint64 value, guint count, char *text)
{
  for (guint i = count; i > 0; i--, value >>= 5)
    text[i - 1] = alphabet[value & 31];
}

static int
value_of (char typed)
{
  char letter = g_ascii_toupper (typed);
  const char *place;

  if (letter == 'O')
    return 0;
  if (letter == 'I' || letter == 'L')
    return 1;
  place = letter == '\0' ? NULL : strchr (alphabet, letter);
  return place == NULL ? -1 : (int) (place - alphabet);
}

static gboolean
read_symbols (const char *text, guint64 *value)
{
  guint count = 0;

  *value = 0;
  for (; *text != '\0'; text++)
    {
      int symbol;

      if (*text == '-' || *text == ' ')
        continue;
      symbol = value_of (*text);
      if (symbol < 0 || ++count > SYMBOLS)
        return FALSE;
      *value = *value << 5 | (guint64) symbol;
    }
  return count == SYMBOLS;
}

/* The first ten bits of the digest, as one number. */
static guint32
make_check (guint32 event, guint32 number)
{
  guint8 bytes[sizeof DOMAIN + 8] = DOMAIN;
  IkrarDigest digest;

  ikrar_be_put (bytes + sizeof DOMAIN, 4, event);
  ikrar_be_put (bytes + sizeof DOMAIN + 4, 4, number);
  ikrar_digest_of (bytes, sizeof bytes, &digest);
  return (guint32) ikrar_be_get (digest.bytes, 2) >> 6;
}

/* An odd factor has an inverse modulo every power of two; Newton's step doubles the bits that are
 * right, beginning with three. */
static guint32
invert (guint32 factor)
{
  guint32 inverse = factor;

  for (guint bits = 3; bits < 32; bits *= 2)
    inverse *= 2 - factor * inverse;
  return inverse;
}

void
ikrar_human_code_make (guint32 event, guint32 number, char text[IKRAR_HUMAN_CODE_LENGTH + 1])
{
  guint32 mixed = (number * (event | 1) ^ event) & NUMBER_MASK;
  char symbols[SYMBOLS];

  g_return_if_fail (number <= NUMBER_MASK);
  g_return_if_fail (text != NULL);

  write_symbols ((guint64) mixed << 5 * CHECK_SYMBOLS | make_check (event, number), SYMBOLS,
                 symbols);
  memcpy (text, symbols, GROUP_SYMBOLS);
  text[GROUP_SYMBOLS] = '-';
  memcpy (text + GROUP_SYMBOLS + 1, symbols + GROUP_SYMBOLS, SYMBOLS - GROUP_SYMBOLS);
  text[IKRAR_HUMAN_CODE_LENGTH] = '\0';
}

gboolean
ikrar_human_code_read (const char *text, guint32 event, guint32 *number)
{
  guint64 value;
  guint32 mixed;
  guint32 found;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  if (!read_symbols (text, &value))
    return FALSE;
  mixed = (guint32) (value >> 5 * CHECK_SYMBOLS);
  found = ((mixed ^ event) * invert (event | 1)) & NUMBER_MASK;
  if (make_check (event, found) != (value & CHECK_MASK))
    return FALSE;
  *number = found;
  return TRUE;
}

char *
ikrar_paper_code (const IkrarDigest *digest)
{
  char symbols[PAPER_SYMBOLS];

  g_return_val_if_fail (digest != NULL, NULL);

  write_symbols (ikrar_be_get (digest->bytes, 8) >> 4, PAPER_SYMBOLS, symbols);
  return g_strdup_printf ("%.4s-%.4s-%.4s", symbols, symbols + GROUP_SYMBOLS,
                          symbols + 2 * GROUP_SYMBOLS);
}
