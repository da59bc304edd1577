/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/text.h"

#include "support.h"

static const struct
{
  const char *text;
  const char *clean;
} clean_cases[] = {
  { NULL, "" },
  { "", "" },
  { "Siti Aminah", "Siti Aminah" },
  { "  Siti   Aminah ", "Siti Aminah" },
  { "Siti\tAminah\r\nPutri", "Siti Aminah Putri" },
  { "Siti\302\240Aminah", "Siti Aminah" },
  { "Siti\342\200\257Aminah", "Siti Aminah" },
  { "19880420\342\200\213201001", "19880420201001" },
  { "\357\273\277Nama", "Nama" },
  { "Si\302\255ti", "Siti" },
  { "Siti\001\177 Aminah", "Siti Aminah" },
  { "a\302\205b\vc\342\200\250d", "a b c d" },
  { "'198804202010011001", "198804202010011001" },
  { "`198804202010011001", "198804202010011001" },
  { "\342\200\231198804202010011001", "198804202010011001" },
  { " ''' x", "x" },
  { "'", "" },
  { "Ma'ruf", "Ma'ruf" },
  { "e\314\201", "\303\251" },
  { "e\342\200\213\314\201", "\303\251" },
  { "\341\277\257x", "x" },
  { "a\377b", "a\357\277\275b" },
  { " \342\200\213\302\240\n", "" },
};

static void
test_clean (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (clean_cases); i++)
    {
      g_autofree char *clean = ikrar_text_clean (clean_cases[i].text);

      g_assert_cmpstr (clean, ==, clean_cases[i].clean);
      g_assert_cmpint (ikrar_text_is_blank (clean_cases[i].text), ==, *clean == '\0');
    }
}

static const struct
{
  const char *text;
  const char *key;
} fold_cases[] = {
  { NULL, "" },
  { "", "" },
  { "Dinas Kesehatan", "dinas kesehatan" },
  { "  DINAS--Kesehatan. ", "dinas kesehatan" },
  { "Ma'ruf", "maruf" },
  { "Ma’ruf", "maruf" },
  { "Ma`ruf", "maruf" },
  { "Ma´ruf", "maruf" },
  { "Nurʼaini", "nuraini" },
  { "É l o d i e", "e l o d i e" },
  { "III/d", "iii d" },
  { "S.E., M.Si", "s e m si" },
  { "A\302\240B", "a b" },
  { "a\342\200\213b", "ab" },
  { "a\001b\tc", "ab c" },
  { "\357\274\241\357\274\221", "a1" },
  { "Ⅲ/d", "iii d" },
  { "- . ,", "" },
  { "a\377b", "a b" },
};

static void
test_fold (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *key = ikrar_text_fold (fold_cases[i].text);

      g_assert_cmpstr (key, ==, fold_cases[i].key);
    }
}

static const struct
{
  const char *text;
  const char *digits;
} digit_cases[] = {
  { NULL, "" },          { "", "" },
  { "abc", "" },         { "19880420 201001 1 001", "198804202010011001" },
  { "１９８8", "1988" }, { "\357\274", "" },
  { "\357", "" },        { "０９９Ａ", "099" },
};

static void
test_digits (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (digit_cases); i++)
    {
      g_autofree char *digits = ikrar_text_digits (digit_cases[i].text);

      g_assert_cmpstr (digits, ==, digit_cases[i].digits);
    }
}

static void
test_none (void)
{
  static const char *const none[] = {
    "-",   "0",       "–",        "belum ada", "proses",    "Non ASN",   "PTT",
    "THL", "honorer", "GTT",      "Non-ASN",   " HONORER ", "TIDAK ADA", "—",
    "...", "",        "\302\240", "belum",     NULL,
  };
  static const char *const some[] = { "1", "III/d", "Guru Honorer", "00", "Sumarno" };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_true (ikrar_text_is_none (none[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (some); i++)
    g_assert_false (ikrar_text_is_none (some[i]));
}

static void
test_replace (void)
{
  g_autofree char *text = NULL;

  ikrar_text_replace (&text, NULL);
  g_assert_null (text);
  ikrar_text_replace (&text, "Dinas Kesehatan");
  g_assert_cmpstr (text, ==, "Dinas Kesehatan");
  ikrar_text_replace (&text, NULL);
  g_assert_cmpstr (text, ==, "Dinas Kesehatan");
  ikrar_text_replace (&text, text + strlen ("Dinas "));
  g_assert_cmpstr (text, ==, "Kesehatan");
}

static void
check_once (const char *text)
{
  g_autofree char *clean = ikrar_text_clean (text);
  g_autofree char *cleaner = ikrar_text_clean (clean);
  g_autofree char *key = ikrar_text_fold (text);
  g_autofree char *key_of_key = ikrar_text_fold (key);
  g_autofree char *key_of_clean = ikrar_text_fold (clean);

  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_cmpstr (clean, ==, cleaner);
  g_assert_cmpstr (key, ==, key_of_key);
  g_assert_cmpstr (key, ==, key_of_clean);
  g_assert_cmpint (ikrar_text_is_blank (text), ==, *clean == '\0');
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *bytes = random_bytes (rand, 24);
      g_autofree char *text = random_text (rand, 24);

      check_once (bytes);
      check_once (text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/digits", test_digits);
  g_test_add_func ("/text/none", test_none);
  g_test_add_func ("/text/replace", test_replace);
  g_test_add_func ("/text/random", test_random);
  return g_test_run ();
}
