/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/employee-number-private.h"

#include <string.h>

#define DIGITS "0123456789"

/* Words that stand before the number in its own cell. */
static const struct
{
  const char *word;
  IkrarNumberKind kind;
} labels[] = {
  { "nip", IKRAR_NUMBER_UNKNOWN },
  { "ni", IKRAR_NUMBER_UNKNOWN },
  { "nik", IKRAR_NUMBER_UNKNOWN },
  { "pppk", IKRAR_NUMBER_UNKNOWN },
  { "p3k", IKRAR_NUMBER_UNKNOWN },
  { "nipppk", IKRAR_NUMBER_UNKNOWN },
  { "no", IKRAR_NUMBER_UNKNOWN },
  { "nomor", IKRAR_NUMBER_UNKNOWN },
  { "induk", IKRAR_NUMBER_UNKNOWN },
  { "pegawai", IKRAR_NUMBER_UNKNOWN },
  { "kependudukan", IKRAR_NUMBER_UNKNOWN },
  { "ktp", IKRAR_NUMBER_UNKNOWN },
  { "baru", IKRAR_NUMBER_UNKNOWN },
  { "lama", IKRAR_NUMBER_UNKNOWN },
  { "pns", IKRAR_NUMBER_UNKNOWN },
  { "asn", IKRAR_NUMBER_UNKNOWN },
  { "nuptk", IKRAR_NUMBER_NUPTK },
  { "nrp", IKRAR_NUMBER_NRP },
  { "nrk", IKRAR_NUMBER_NRK },
};

/* Decodes one character; bytes that are no UTF-8 give U+FFFD. */
static gunichar
read_char (const char *text, gsize *length)
{
  gunichar c = g_utf8_get_char_validated (text, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *length = 1;
      return 0xfffd;
    }

  *length = (gsize) (g_utf8_next_char (text) - text);
  return c;
}

static const char *
skip_separators (const char *text)
{
  while (*text != '\0' && !g_ascii_isalnum (*text))
    {
      gsize length;
      gunichar c = read_char (text, &length);

      if (c == 0xfffd || g_unichar_isalnum (c))
        break;
      text += length;
    }

  return text;
}

static gsize
match_label (const char *text, IkrarNumberKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gsize length = strlen (labels[i].word);

      if (g_ascii_strncasecmp (text, labels[i].word, length) != 0 || g_ascii_isalpha (text[length]))
        continue;
      if (labels[i].kind != IKRAR_NUMBER_UNKNOWN)
        *kind = labels[i].kind;
      return length;
    }

  return 0;
}

static const char *
skip_labels (const char *text, IkrarNumberKind *kind)
{
  for (;;)
    {
      const char *word = skip_separators (text);
      gsize length = g_ascii_isalpha (*word) ? match_label (word, kind) : 0;

      if (length == 0)
        return text;
      text = word + length;
    }
}

static void
add_digit (IkrarNumberScan *scan, char digit, gboolean *gap)
{
  scan->separated = scan->separated || (*gap && scan->n_digits > 0);
  *gap = FALSE;
  if (scan->n_digits < IKRAR_NUMBER_DIGITS_MAX)
    scan->digits[scan->n_digits] = digit;
  scan->n_digits++;
}

static void
add_letter (IkrarNumberScan *scan, char letter, gboolean read_lookalikes, gboolean *gap)
{
  gboolean is_zero = letter == 'O' || letter == 'o';
  gboolean is_one = letter == 'l' || letter == 'I';

  if (!is_zero && !is_one)
    {
      scan->foreign = TRUE;
      return;
    }

  scan->n_lookalikes++;
  if (read_lookalikes)
    add_digit (scan, is_zero ? '0' : '1', gap);
}

static void
add_wide (IkrarNumberScan *scan, gunichar c, gboolean *gap)
{
  if (c >= 0xff10 && c <= 0xff19)
    add_digit (scan, (char) ('0' + (c - 0xff10)), gap);
  else if (g_unichar_isalnum (c))
    scan->foreign = TRUE;
  else if (c == 0xfffd)
    scan->foreign = scan->broken = TRUE;
  else
    *gap = TRUE;
}

void
ikrar_number_scan (const char *text, gboolean read_lookalikes, IkrarNumberScan *scan)
{
  gboolean gap = FALSE;
  gsize length;

  memset (scan, 0, sizeof *scan);
  scan->label = IKRAR_NUMBER_UNKNOWN;
  scan->rest = text != NULL ? skip_labels (text, &scan->label) : "";

  for (const char *p = scan->rest; *p != '\0'; p += length)
    {
      length = 1;
      if (g_ascii_isdigit (*p))
        add_digit (scan, *p, &gap);
      else if (g_ascii_isalpha (*p))
        add_letter (scan, *p, read_lookalikes, &gap);
      else if ((guchar) *p < 0x80)
        gap = TRUE;
      else
        add_wide (scan, read_char (p, &length), &gap);
    }
}

/* "1.988E+17" still has the birth year: the first four digits. */
static guint16
read_year (const char *mantissa, const char *end)
{
  guint year = 0;
  guint n_digits = 0;

  for (const char *p = mantissa; p < end && n_digits < 4; p++)
    if (g_ascii_isdigit (*p))
      {
        year = year * 10 + (guint) (*p - '0');
        n_digits++;
      }

  return n_digits == 4 ? (guint16) year : 0;
}

gboolean
ikrar_number_is_scientific (const char *text, guint16 *birth_year)
{
  const char *mantissa = text + strspn (text, " '`\"=+-");
  const char *p = mantissa + strspn (mantissa, DIGITS);
  guint16 year;
  gsize n_exponent;

  if (p == mantissa)
    return FALSE;
  if (*p == '.' || *p == ',')
    p += 1 + strspn (p + 1, DIGITS);
  if (*p != 'E' && *p != 'e')
    return FALSE;

  year = read_year (mantissa, p);
  p += p[1] == '+' || p[1] == '-' ? 2 : 1;
  n_exponent = strspn (p, DIGITS);
  if (n_exponent < 1 || n_exponent > 3 || p[n_exponent + strspn (p + n_exponent, " \"")] != '\0')
    return FALSE;

  *birth_year = g_ascii_strtoull (p, NULL, 10) == 17 ? year : 0;
  return TRUE;
}

gboolean
ikrar_number_drop_fraction (IkrarNumberScan *scan)
{
  const char *whole = skip_separators (scan->rest);
  gsize n_whole = strspn (whole, DIGITS);
  const char *point = whole + n_whole;
  gsize n_zeros = *point == '.' || *point == ',' ? strspn (point + 1, "0") : 0;

  if (n_whole < 6 || n_zeros == 0 || n_whole + n_zeros != scan->n_digits)
    return FALSE;

  scan->n_digits = (guint) n_whole;
  scan->digits[MIN (n_whole, IKRAR_NUMBER_DIGITS_MAX)] = '\0';
  return TRUE;
}
