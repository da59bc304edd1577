/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/number-word.h"

#include <string.h>

static const char *const units[] = {
  "",     "satu",  "dua",     "tiga",     "empat",   "lima",
  "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
};

static const struct
{
  guint64 value;
  const char *word;
} scales[] = {
  { G_GUINT64_CONSTANT (1000000000000000000), "kuintiliun" },
  { G_GUINT64_CONSTANT (1000000000000000), "kuadriliun" },
  { G_GUINT64_CONSTANT (1000000000000), "triliun" },
  { G_GUINT64_CONSTANT (1000000000), "miliar" },
  { G_GUINT64_CONSTANT (1000000), "juta" },
  { G_GUINT64_CONSTANT (1000), "ribu" },
};

static const struct
{
  guint value;
  const char *numeral;
} romans[] = {
  { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
  { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
  { 5, "V" },    { 4, "IV" },   { 1, "I" },
};

static void
add_word (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

/* 1 to 99: sepuluh and sebelas are words of their own, 12 to 19 are "belas". */
static void
add_tens (GString *words, guint number)
{
  if (number < G_N_ELEMENTS (units))
    {
      add_word (words, units[number]);
      return;
    }

  add_word (words, units[number < 20 ? number - 10 : number / 10]);
  add_word (words, number < 20 ? "belas" : "puluh");
  if (number >= 20 && number % 10 > 0)
    add_word (words, units[number % 10]);
}

/* 1 to 999: one hundred is "seratus", not "satu ratus". */
static void
add_hundreds (GString *words, guint number)
{
  guint hundreds = number / 100;

  if (hundreds == 1)
    add_word (words, "seratus");
  else if (hundreds > 1)
    {
      add_word (words, units[hundreds]);
      add_word (words, "ratus");
    }
  if (number % 100 > 0)
    add_tens (words, number % 100);
}

/* One thousand is "seribu", but one million is "satu juta". */
static void
add_scale (GString *words, guint number, const char *scale)
{
  if (number == 1 && strcmp (scale, "ribu") == 0)
    {
      add_word (words, "seribu");
      return;
    }

  add_hundreds (words, number);
  add_word (words, scale);
}

char *
ikrar_number_words (guint64 number)
{
  GString *words = g_string_new (number == 0 ? "nol" : NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (number >= scales[i].value)
        add_scale (words, (guint) (number / scales[i].value), scales[i].word);
      number %= scales[i].value;
    }
  if (number > 0)
    add_hundreds (words, (guint) number);

  return g_string_free (words, FALSE);
}

static char *
group_digits (guint64 number, const char *sign)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize length = strlen (digits);
  GString *grouped = g_string_new (sign);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (grouped, '.');
      g_string_append_c (grouped, digits[i]);
    }

  return g_string_free (grouped, FALSE);
}

char *
ikrar_number_with_words (guint64 number)
{
  g_autofree char *digits = group_digits (number, "");
  g_autofree char *words = ikrar_number_words (number);

  return g_strdup_printf ("%s (%s)", digits, words);
}

char *
ikrar_number_thousands (gint64 number)
{
  /* The smallest number has no positive twin in its own type, so the sign is taken off unsigned. */
  guint64 size = number < 0 ? -(guint64) number : (guint64) number;

  return group_digits (size, number < 0 ? "-" : "");
}

char *
ikrar_number_percent (double rate)
{
  char figure[G_ASCII_DTOSTR_BUF_SIZE];

  if (!(rate >= 0))
    return g_strdup ("–");

  g_ascii_formatd (figure, sizeof figure, "%.1f", rate * 100);
  return g_strconcat (g_strdelimit (figure, ".", ','), "%", NULL);
}

char *
ikrar_number_roman (guint number)
{
  GString *numeral = g_string_new (NULL);

  if (number > 3999)
    number = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (romans); i++)
    for (; number >= romans[i].value; number -= romans[i].value)
      g_string_append (numeral, romans[i].numeral);

  return g_string_free (numeral, FALSE);
}
