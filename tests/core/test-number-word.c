/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/number-word.h"

#include <string.h>

static const struct
{
  guint64 number;
  const char *words;
} word_cases[] = {
  { 0, "nol" },
  { 1, "satu" },
  { 2, "dua" },
  { 9, "sembilan" },
  { 10, "sepuluh" },
  { 11, "sebelas" },
  { 12, "dua belas" },
  { 15, "lima belas" },
  { 19, "sembilan belas" },
  { 20, "dua puluh" },
  { 21, "dua puluh satu" },
  { 49, "empat puluh sembilan" },
  { 99, "sembilan puluh sembilan" },
  { 100, "seratus" },
  { 101, "seratus satu" },
  { 110, "seratus sepuluh" },
  { 111, "seratus sebelas" },
  { 119, "seratus sembilan belas" },
  { 200, "dua ratus" },
  { 999, "sembilan ratus sembilan puluh sembilan" },
  { 1000, "seribu" },
  { 1001, "seribu satu" },
  { 1100, "seribu seratus" },
  { 2000, "dua ribu" },
  { 2024, "dua ribu dua puluh empat" },
  { 11000, "sebelas ribu" },
  { 21000, "dua puluh satu ribu" },
  { 100000, "seratus ribu" },
  { 101000, "seratus satu ribu" },
  { 180751, "seratus delapan puluh ribu tujuh ratus lima puluh satu" },
  { 1000000, "satu juta" },
  { 1001000, "satu juta seribu" },
  { 4046187, "empat juta empat puluh enam ribu seratus delapan puluh tujuh" },
  { 1000000000, "satu miliar" },
  { G_GUINT64_CONSTANT (1000000000000), "satu triliun" },
  { G_GUINT64_CONSTANT (999000000000000000), "sembilan ratus sembilan puluh sembilan kuadriliun" },
  { G_MAXUINT64, "delapan belas kuintiliun empat ratus empat puluh enam kuadriliun tujuh ratus "
                 "empat puluh empat triliun tujuh puluh tiga miliar tujuh ratus sembilan juta lima "
                 "ratus lima puluh satu ribu enam ratus lima belas" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_autofree char *words = ikrar_number_words (word_cases[i].number);

      g_assert_cmpstr (words, ==, word_cases[i].words);
    }
}

static guint
value_of (const char *word)
{
  static const char *const units[] = { "",     "satu", "dua",   "tiga",    "empat",
                                       "lima", "enam", "tujuh", "delapan", "sembilan" };

  for (guint i = 1; i < G_N_ELEMENTS (units); i++)
    if (strcmp (word, units[i]) == 0)
      return i;

  g_assert_not_reached ();
}

/* Reads words back by the rules of the language: an independent check of every number. */
static guint64
read_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint64 total = 0, group = 0, unit = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (strcmp (word, "sepuluh") == 0 || strcmp (word, "sebelas") == 0)
        group += word[3] == 'u' ? 10 : 11;
      else if (strcmp (word, "seratus") == 0)
        group += 100;
      else if (strcmp (word, "seribu") == 0)
        total += 1000;
      else if (strcmp (word, "belas") == 0 || strcmp (word, "puluh") == 0)
        group = group - unit + (word[0] == 'b' ? 10 + unit : 10 * unit);
      else if (strcmp (word, "ratus") == 0)
        group = group - unit + 100 * unit;
      else if (strcmp (word, "ribu") == 0)
        {
          total += group * 1000;
          group = 0;
        }
      else
        {
          unit = value_of (word);
          group += unit;
        }
    }

  return total + group;
}

static void
test_words_exhaustive (void)
{
  for (guint64 number = 1; number < 20000; number++)
    {
      g_autofree char *words = ikrar_number_words (number);

      g_assert_cmpuint (read_words (words), ==, number);
    }
}

static void
test_with_words (void)
{
  g_autofree char *small = ikrar_number_with_words (49);
  g_autofree char *large = ikrar_number_with_words (2034);

  g_assert_cmpstr (small, ==, "49 (empat puluh sembilan)");
  g_assert_cmpstr (large, ==, "2.034 (dua ribu tiga puluh empat)");
}

static void
test_thousands (void)
{
  static const struct
  {
    gint64 number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 7, "7" },
    { 999, "999" },
    { 1000, "1.000" },
    { 10000, "10.000" },
    { 180751, "180.751" },
    { 4046187, "4.046.187" },
    { -1, "-1" },
    { -1234, "-1.234" },
    { G_MAXINT64, "9.223.372.036.854.775.807" },
    { G_MININT64, "-9.223.372.036.854.775.808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ikrar_number_thousands (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_percent (void)
{
  static const struct
  {
    double rate;
    const char *text;
  } cases[] = {
    { 0.865, "86,5%" },   { 0, "0,0%" },        { 1, "100,0%" }, { 0.304, "30,4%" },
    { 1.0 / 3, "33,3%" }, { 2.0 / 3, "66,7%" }, { -1, "–" },     { -0.001, "–" },
  };
  g_autofree char *not_a_number = ikrar_number_percent (0.0 / g_ascii_strtod ("0", NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ikrar_number_percent (cases[i].rate);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpstr (not_a_number, ==, "–");
}

static guint
read_roman (const char *numeral)
{
  static const char letters[] = "IVXLCDM";
  static const guint values[] = { 1, 5, 10, 50, 100, 500, 1000 };
  guint total = 0;

  for (; *numeral != '\0'; numeral++)
    {
      guint value = values[strchr (letters, numeral[0]) - letters];
      guint next = numeral[1] != '\0' ? values[strchr (letters, numeral[1]) - letters] : 0;

      total += value < next ? -value : value;
    }

  return total;
}

static void
test_roman (void)
{
  static const char *const months[] = { "I",   "II",   "III", "IV", "V",  "VI",
                                        "VII", "VIII", "IX",  "X",  "XI", "XII" };
  g_autofree char *zero = ikrar_number_roman (0);
  g_autofree char *large = ikrar_number_roman (4000);
  g_autofree char *year = ikrar_number_roman (2024);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *numeral = ikrar_number_roman (i + 1);

      g_assert_cmpstr (numeral, ==, months[i]);
    }
  for (guint number = 1; number <= 3999; number++)
    {
      g_autofree char *numeral = ikrar_number_roman (number);

      g_assert_cmpuint (read_roman (numeral), ==, number);
      g_assert_cmpuint (strlen (numeral), <=, 15);
    }
  g_assert_cmpstr (zero, ==, "");
  g_assert_cmpstr (large, ==, "");
  g_assert_cmpstr (year, ==, "MMXXIV");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-word/words", test_words);
  g_test_add_func ("/number-word/words-exhaustive", test_words_exhaustive);
  g_test_add_func ("/number-word/with-words", test_with_words);
  g_test_add_func ("/number-word/thousands", test_thousands);
  g_test_add_func ("/number-word/percent", test_percent);
  g_test_add_func ("/number-word/roman", test_roman);
  return g_test_run ();
}
