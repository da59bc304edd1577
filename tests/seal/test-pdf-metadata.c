/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/pdf-metadata-private.h"

#include "fixture.h"

static const struct
{
  const char *pdf;
  IkrarPdfResult result;
  const char *text;
} cases[] = {
  { "", IKRAR_PDF_NONE, NULL },
  { "/Sub", IKRAR_PDF_NONE, NULL },
  { "Subject (a)", IKRAR_PDF_NONE, NULL },
  { "/SubjectX (a)", IKRAR_PDF_NONE, NULL },
  { "/Subject#20 (a)", IKRAR_PDF_NONE, NULL },
  { "//Subject(a)", IKRAR_PDF_FOUND, "a" },
  /* Literal strings. */
  { "<< /Subject (abc) >>", IKRAR_PDF_FOUND, "abc" },
  { "/Subject(abc)", IKRAR_PDF_FOUND, "abc" },
  { "/Subject \r\n\t\f(abc)", IKRAR_PDF_FOUND, "abc" },
  { "/Subject ()", IKRAR_PDF_FOUND, "" },
  { "/Subject (a(b)c)", IKRAR_PDF_FOUND, "a(b)c" },
  { "/Subject (a\\(b)", IKRAR_PDF_FOUND, "a(b" },
  { "/Subject (a\\)b\\\\)", IKRAR_PDF_FOUND, "a)b\\" },
  { "/Subject (a\\nb)", IKRAR_PDF_FOUND, "a\nb" },
  { "/Subject (a\nb\rc\r\nd)", IKRAR_PDF_FOUND, "a\nb\nc\nd" },
  { "/Subject (a\\\nb\\\r\nc\\\rd)", IKRAR_PDF_FOUND, "abcd" },
  { "/Subject (\\101\\1012\\60\\x)", IKRAR_PDF_FOUND, "AA20x" },
  { "/Subject (\\376\\377\\000A\\000\\012)", IKRAR_PDF_FOUND, "A\n" },
  { "/Subject (abc", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject (abc\\", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject (a(b)", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject (\\000)", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject (\\t)", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject (\xe9)", IKRAR_PDF_UNREADABLE, NULL },
  /* Hexadecimal strings. */
  { "/Subject <616263>", IKRAR_PDF_FOUND, "abc" },
  { "/Subject<61 62\n63>", IKRAR_PDF_FOUND, "abc" },
  { "/Subject <61626>", IKRAR_PDF_FOUND, "ab`" },
  { "/Subject <>", IKRAR_PDF_FOUND, "" },
  { "/Subject <FEFF00410042000A>", IKRAR_PDF_FOUND, "AB\n" },
  { "/Subject <feff00e9>", IKRAR_PDF_FOUND, "\xc3\xa9" },
  { "/Subject <FEFFD83DDE00>", IKRAR_PDF_FOUND, "\xf0\x9f\x98\x80" },
  { "/Subject <FEFF>", IKRAR_PDF_FOUND, "" },
  { "/Subject <FEFF00>", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject <FEFF0000>", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject <FEFF00410000>", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject <FEFFD83D>", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject <FEFFDE00D83D>", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject <FFFE4100>", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject <61", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject <6x>", IKRAR_PDF_UNREADABLE, NULL },
  /* No string at all. */
  { "/Subject", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject ", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject 12 0 R", IKRAR_PDF_UNREADABLE, NULL },
  { "/Subject << /A (b) >>", IKRAR_PDF_UNREADABLE, NULL },
  /* Nobody can say which one counts. */
  { "/Subject (a) /Subject (a)", IKRAR_PDF_SEVERAL, NULL },
  { "/Subject (a) /Subject (b)", IKRAR_PDF_SEVERAL, NULL },
  { "/Subject (/Subject (a))", IKRAR_PDF_SEVERAL, NULL },
  { "/Subject 1 0 R /Subject (b)", IKRAR_PDF_SEVERAL, NULL },
  { "/Subject/Subject(b)", IKRAR_PDF_SEVERAL, NULL },
  { "/SubjectX (a) /Subject (b)", IKRAR_PDF_FOUND, "b" },
};

static void
assert_found (const char *pdf, gsize size, IkrarPdfResult expected, const char *expected_text)
{
  /* A copy without a NUL byte behind, so that reading too far is noticed. */
  g_autofree guint8 *copy = g_memdup2 (pdf, size);
  g_autofree char *text = NULL;

  g_assert_cmpint (ikrar_pdf_find_text (copy, size, "/Subject", &text), ==, expected);
  g_assert_cmpstr (text, ==, expected_text);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      assert_found (cases[i].pdf, strlen (cases[i].pdf), cases[i].result, cases[i].text);
    }
}

static void
test_binary (void)
{
  static const char pdf[] = "%PDF-1.5\n\0\xff/Sub\0/Subject\0(ok)\0endobj";

  assert_found (pdf, sizeof pdf - 1, IKRAR_PDF_FOUND, "ok");
}

static void
test_endless (void)
{
  g_autoptr (GString) pdf = g_string_new ("/Subject (");

  while (pdf->len < 1024 * 1024)
    g_string_append (pdf, "0123456789");
  g_string_append_c (pdf, ')');
  assert_found (pdf->str, pdf->len, IKRAR_PDF_UNREADABLE, NULL);
}

/* Random bytes of the grammar's own alphabet neither crash nor give text that is not UTF-8. */
static void
test_random (void)
{
  static const char letters[] = "()<>\\/0123456789ABCDEFfeff \n\r\xff";
  g_autoptr (GRand) random = fixture_random (32000);
  guint found = 0;

  for (guint i = 0; i < 200000; i++)
    {
      char pdf[60] = "/Subject";
      gint length = g_rand_int_range (random, 8, (gint32) sizeof pdf);
      g_autofree guint8 *copy = NULL;
      g_autofree char *text = NULL;

      for (gint k = 8; k < length; k++)
        pdf[k] = letters[g_rand_int_range (random, 0, (gint32) sizeof letters - 1)];
      copy = g_memdup2 (pdf, (gsize) length);
      found += ikrar_pdf_find_text (copy, (gsize) length, "/Subject", &text) == IKRAR_PDF_FOUND;
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
  g_assert_cmpuint (found, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-metadata/cases", test_cases);
  g_test_add_func ("/pdf-metadata/binary", test_binary);
  g_test_add_func ("/pdf-metadata/endless", test_endless);
  g_test_add_func ("/pdf-metadata/random", test_random);
  return g_test_run ();
}
