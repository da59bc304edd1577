/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/letter-number.h"

#include <string.h>

#include "core/error.h"
#include "core/number-word.h"
#include "support.h"

/* Numbers as offices write them. */
static const struct
{
  const char *pattern;
  IkrarLetterNumber number;
  const char *text;
} format_cases[] = {
  { "{kode}/{nomor:4}/{unit}/{bulan_romawi}/{tahun}",
    { "800.2.4", 188, NULL, "BKPSDM", 11, 2024 },
    "800.2.4/0188/BKPSDM/XI/2024" },
  { "{kode}/{nomor}{unit}", { "800.1.6.2", 6728, NULL, "BKD", 1, 2024 }, "800.1.6.2/6728BKD" },
  { "P-{nomor}/{unit}/{kode}/{bulan}/{tahun}",
    { "800.1.10", 20, NULL, "PKAP", 10, 2024 },
    "P-20/PKAP/800.1.10/10/2024" },
  { "{kode}/{nomor}/SE/{tahun}",
    { "200.1.5.9", 4611, NULL, "", 1, 2023 },
    "200.1.5.9/4611/SE/2023" },
  { "KP.07.1/{nomor}/418.50/{bulan_romawi}/{tahun}",
    { "", 3, NULL, "", 6, 2023 },
    "KP.07.1/3/418.50/VI/2023" },
  { "{kode}/{nomor:3}/{unit}/{bulan_romawi}/{tahun}",
    { "800.1.6", 45, NULL, "BKPSDMD-TTU", 5, 2026 },
    "800.1.6/045/BKPSDMD-TTU/V/2026" },
  { "{kode}/{unit}/SK/{nomor}/{tahun}",
    { "800.1.11.13", 5428, NULL, "BKPSDM", 1, 2024 },
    "800.1.11.13/BKPSDM/SK/5428/2024" },
  { "B/{nomor}/{kode}/{unit}/{tahun}",
    { "800.1.11.1", 1, NULL, "UM", 1, 2026 },
    "B/1/800.1.11.1/UM/2026" },
  { "{kode}/{nomor}/{tahun}", { "800.2.4", 0, NULL, "", 1, 2026 }, "800.2.4/___/2026" },
  { "{nomor}", { "", 123, "a", "", 1, 2024 }, "123.a" },
  { "{nomor:5}", { "", 123, "a", "", 1, 2024 }, "00123.a" },
  { "{nomor}", { "", 123, "", "", 1, 2024 }, "123" },
  { "{nomor:0}", { "", 7, NULL, "", 1, 2024 }, "7" },
  { "{nomor:1}", { "", 77, NULL, "", 1, 2024 }, "77" },
  { "{nomor}/{bulan}", { NULL, 7, NULL, NULL, 2, 2024 }, "7/02" },
  { "{kode}{unit}{nomor}", { NULL, 7, NULL, NULL, 2, 2024 }, "7" },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text =
          ikrar_letter_number_format (format_cases[i].pattern, &format_cases[i].number);

      g_assert_cmpstr (text, ==, format_cases[i].text);
      g_assert_true (ikrar_letter_number_check (format_cases[i].pattern, &error));
      g_assert_no_error (error);
    }
}

static const struct
{
  const char *pattern;
  IkrarCoreError code;
  const char *named;
} refused[] = {
  { "", IKRAR_CORE_ERROR_SYNTAX, "{nomor}" },
  { "{kode}/{tahun}", IKRAR_CORE_ERROR_SYNTAX, "{nomor}" },
  { "nomor", IKRAR_CORE_ERROR_SYNTAX, "{nomor}" },
  { "{nomor", IKRAR_CORE_ERROR_SYNTAX, "{nomor" },
  { "nomor}", IKRAR_CORE_ERROR_SYNTAX, "}" },
  { "{nomor}}", IKRAR_CORE_ERROR_SYNTAX, "}" },
  { "{{nomor}}", IKRAR_CORE_ERROR_SYNTAX, "{{nomor}}" },
  { "{nomor}/{", IKRAR_CORE_ERROR_SYNTAX, "{" },
  { "{nomor}/{}", IKRAR_CORE_ERROR_UNKNOWN, "{}" },
  { "{nomor}/{hari}", IKRAR_CORE_ERROR_UNKNOWN, "{hari}" },
  { "{Nomor}", IKRAR_CORE_ERROR_UNKNOWN, "{Nomor}" },
  { "{nomor:6}", IKRAR_CORE_ERROR_UNKNOWN, "{nomor:6}" },
  { "{nomor:}", IKRAR_CORE_ERROR_UNKNOWN, "{nomor:}" },
  { "{nomor:12}", IKRAR_CORE_ERROR_UNKNOWN, "{nomor:12}" },
  { "{nomor}/{kode:3}", IKRAR_CORE_ERROR_UNKNOWN, "{kode:3}" },
  { "{nomor }", IKRAR_CORE_ERROR_UNKNOWN, "{nomor }" },
  { "{bulan_roma}/{nomor}", IKRAR_CORE_ERROR_UNKNOWN, "{bulan_roma}" },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      show_case (refused[i].pattern);
      g_assert_false (ikrar_letter_number_check (refused[i].pattern, &error));
      g_assert_error (error, IKRAR_CORE_ERROR, (int) refused[i].code);
      g_assert_nonnull (strstr (error->message, refused[i].named));
    }
}

static void
test_months (void)
{
  for (int month = 1; month <= 12; month++)
    {
      IkrarLetterNumber number = { "", 1, NULL, "", month, 2024 };
      g_autofree char *text =
          ikrar_letter_number_format ("{nomor}/{bulan_romawi}/{bulan}", &number);
      g_autofree char *roman = ikrar_number_roman ((guint) month);
      g_autofree char *expected = g_strdup_printf ("1/%s/%02d", roman, month);

      g_assert_cmpstr (text, ==, expected);
    }
}

/* A pattern that passed the check never shows a brace, and two numbers never look alike. */
static void
test_random (void)
{
  static const char *const pieces[] = { "{nomor}", "{nomor:3}", "{kode}", "{unit}",
                                        "{bulan}", "{tahun}",   "/",      "-",
                                        "{",       "}",         "{x}",    "SE" };
  g_autoptr (GRand) rand = random_start ();
  guint n_passed = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) pattern = g_string_new (NULL);
      IkrarLetterNumber first = { "800", 1, NULL, "U", 1, 2024 }, second = first;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
        g_string_append (pattern, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (!ikrar_letter_number_check (pattern->str, NULL))
        continue;

      n_passed++;
      second.number = 2;
      one = ikrar_letter_number_format (pattern->str, &first);
      two = ikrar_letter_number_format (pattern->str, &second);
      g_assert_null (strpbrk (one, "{}"));
      g_assert_cmpstr (one, !=, two);
    }
  g_assert_cmpuint (n_passed, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-number/format", test_format);
  g_test_add_func ("/letter-number/check", test_check);
  g_test_add_func ("/letter-number/months", test_months);
  g_test_add_func ("/letter-number/random", test_random);
  return g_test_run ();
}
