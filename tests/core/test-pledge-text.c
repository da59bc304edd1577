/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/pledge-text.h"

#include <string.h>

#include "core/error.h"
#include "support.h"

/* The wording that is in use nation-wide, letter by letter. */
static const char default_text[] =
    "# PEMERINTAH KOTA CONTOH\n"
    "# IKRAR NETRALITAS PEGAWAI APARATUR SIPIL NEGARA\n"
    "# PADA PEMILU DAN PEMILIHAN TAHUN 2024\n"
    "\n"
    "Dalam rangka menyukseskan pelaksanaan Pemilu dan Pemilihan Tahun 2024 kami berikrar:\n"
    "\n"
    "1. Menjaga dan menegakkan prinsip netralitas Pegawai ASN di instansi masing-masing dalam "
    "melaksanakan fungsi pelayanan publik baik sebelum, selama, maupun sesudah pelaksanaan Pemilu "
    "dan Pemilihan Tahun 2024.\n"
    "\n"
    "2. Menghindari konflik kepentingan, tidak melakukan praktik-praktik intimidasi dan ancaman "
    "kepada Pegawai ASN dan seluruh elemen masyarakat serta tidak memihak kepada pasangan calon "
    "tertentu.\n"
    "\n"
    "3. Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita "
    "bohong.\n"
    "\n"
    "4. Menolak politik uang dan segala jenis pemberian dalam bentuk apapun.\n"
    "\n"
    "Demikian ikrar ini kami buat dan dilaksanakan dengan penuh integritas dan rasa tanggung jawab "
    "dalam rangka mewujudkan netralitas Pegawai ASN yang bermartabat, beretika dan demokratis demi "
    "terwujudnya persatuan dan kesatuan NKRI.\n";

static const struct
{
  const char *name;
  const char *value;
} values[] = {
  { "instansi", "Pemerintah Kota Contoh" },
  { "pemilihan", "Pemilu dan Pemilihan" },
  { "tahun", "2024" },
  { "lingkup", "instansi masing-masing" },
  { "nakal", "a\n# b\r\n1. c" },
  { "kosong", " " },
  { "e", "\303\251l" },
};

static GHashTable *
make_fields (void)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_hash_table_insert (fields, g_strdup (values[i].name), g_strdup (values[i].value));

  return fields;
}

static void
test_default (void)
{
  g_autoptr (GHashTable) fields = make_fields ();
  g_autoptr (GError) error = NULL;
  g_autofree char *pattern = ikrar_pledge_template_default ();
  g_autofree char *text = ikrar_pledge_template_render (pattern, fields, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, default_text);
}

static void
test_fields (void)
{
  static const struct
  {
    const char *pattern;
    const char *fields;
  } cases[] = {
    { "", "" },
    { "1. x", "" },
    { "{a} {b} {a}", "a|b" },
    { "{a}{b}\n{c}", "a|b|c" },
    { "{a", "" },
    { "a}", "" },
    { "{a\n}", "" },
    { "{{a}}", "a" },
    { "{}", "" },
    { "{nama instansi}", "nama instansi" },
  };
  g_autofree char *pattern = ikrar_pledge_template_default ();
  g_auto (GStrv) fields = ikrar_pledge_template_fields (pattern);
  g_autofree char *joined = g_strjoinv ("|", fields);

  g_assert_cmpstr (joined, ==, "instansi|pemilihan|tahun|lingkup");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) found = ikrar_pledge_template_fields (cases[i].pattern);
      g_autofree char *all = g_strjoinv ("|", found);

      g_assert_cmpstr (all, ==, cases[i].fields);
    }
}

/* Many ways to type a template, one form that is hashed. */
static const struct
{
  const char *pattern;
  const char *text;
} render_cases[] = {
  { "1. x", "1. x\n" },
  { "\n\n1. x\n\n\n", "1. x\n" },
  { "\357\273\277# A\n1. x", "# A\n\n1. x\n" },
  { "# A\r\n\r\n# B\r\nbuka:\r\n1. x\r\n2. y\r\ntutup\r\n",
    "# A\n# B\n\nbuka:\n\n1. x\n\n2. y\ntutup\n" },
  { "buka:\r1. x\r\rtutup", "buka:\n\n1. x\n\ntutup\n" },
  { "buka: \t\n \n1. x  \n\302\240\n tutup \302\240", "buka:\n\n1. x\n\ntutup\n" },
  { "# {instansi}\n1. {instansi}", "# PEMERINTAH KOTA CONTOH\n\n1. Pemerintah Kota Contoh\n" },
  { "# {e}\n1. {e}", "# \303\211L\n\n1. \303\251l\n" },
  { "1. e\314\201", "1. \303\251\n" },
  { "1. {nakal}", "1. a # b 1. c\n" },
  { "1. {tahun}{tahun}", "1. 20242024\n" },
  { "#x\n1. y", "#x\n\n1. y\n" },
  { "2024. x\n10. y", "2024. x\n\n10. y\n" },
  { "a\377\n1. x", "a\357\277\275\n\n1. x\n" },
};

static void
test_render (void)
{
  g_autoptr (GHashTable) fields = make_fields ();

  for (gsize i = 0; i < G_N_ELEMENTS (render_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text =
          ikrar_pledge_template_render (render_cases[i].pattern, fields, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, render_cases[i].text);
      again = ikrar_pledge_template_render (text, fields, &error);
      g_assert_cmpstr (again, ==, text);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *pattern;
    IkrarCoreError code;
    const char *named;
  } cases[] = {
    { "1. {bupati}", IKRAR_CORE_ERROR_UNKNOWN, "bupati" },
    { "# {Instansi}\n1. x", IKRAR_CORE_ERROR_UNKNOWN, "Instansi" },
    { "1. {kosong}", IKRAR_CORE_ERROR_UNKNOWN, "kosong" },
    { "1. {tahun", IKRAR_CORE_ERROR_SYNTAX, "{tahun" },
    { "1. tahun}", IKRAR_CORE_ERROR_SYNTAX, "}" },
    { "1. {{tahun}}", IKRAR_CORE_ERROR_SYNTAX, "{{tahun}}" },
    { "1. {tahun\n}", IKRAR_CORE_ERROR_SYNTAX, "{tahun" },
    { "1. {}", IKRAR_CORE_ERROR_SYNTAX, "{}" },
    { "", IKRAR_CORE_ERROR_SYNTAX, "1. " },
    { "# A\nbuka\n\ntutup", IKRAR_CORE_ERROR_SYNTAX, "1. " },
    { "1.x", IKRAR_CORE_ERROR_SYNTAX, "1. " },
    { "123. x", IKRAR_CORE_ERROR_SYNTAX, "1. " },
  };
  g_autoptr (GHashTable) fields = make_fields ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ikrar_pledge_template_render (cases[i].pattern, fields, &error));
      g_assert_error (error, IKRAR_CORE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

static void
test_parse (void)
{
  g_autoptr (IkrarPledgeText) parts = ikrar_pledge_text_parse (default_text);

  g_assert_cmpuint (g_strv_length (parts->headings), ==, 3);
  g_assert_cmpstr (parts->headings[0], ==, "PEMERINTAH KOTA CONTOH");
  g_assert_cmpstr (parts->headings[2], ==, "PADA PEMILU DAN PEMILIHAN TAHUN 2024");
  g_assert_cmpstr (
      parts->opening, ==,
      "Dalam rangka menyukseskan pelaksanaan Pemilu dan Pemilihan Tahun 2024 kami berikrar:");
  g_assert_cmpuint (g_strv_length (parts->points), ==, 4);
  g_assert_true (g_str_has_prefix (parts->points[0], "Menjaga dan menegakkan"));
  g_assert_cmpstr (parts->points[3], ==,
                   "Menolak politik uang dan segala jenis pemberian dalam bentuk apapun.");
  g_assert_true (g_str_has_prefix (parts->closing, "Demikian ikrar ini"));
  g_assert_true (g_str_has_suffix (parts->closing, "NKRI."));
}

static const struct
{
  const char *text;
  const char *headings;
  const char *opening;
  const char *points;
  const char *closing;
} parse_cases[] = {
  { "", "", "", "", "" },
  { "1. x\n", "", "", "x", "" },
  { "# A\n\n1. x\n", "A", "", "x", "" },
  { "a\nb\n\n1. x\ny\n\n2. z\n\nc\nd\n", "", "a b", "x y|z", "c d" },
  { "a\n\nb\n\n1. x\n\nc\n\nd\n", "", "a\n\nb", "x", "c\n\nd" },
  { "1. x\ny\nz\n", "", "", "x y z", "" },
  { "a\n", "", "a", "", "" },
};

static void
test_parse_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autoptr (IkrarPledgeText) parts = ikrar_pledge_text_parse (parse_cases[i].text);
      g_autofree char *headings = g_strjoinv ("|", parts->headings);
      g_autofree char *points = g_strjoinv ("|", parts->points);

      g_assert_cmpstr (headings, ==, parse_cases[i].headings);
      g_assert_cmpstr (parts->opening, ==, parse_cases[i].opening);
      g_assert_cmpstr (points, ==, parse_cases[i].points);
      g_assert_cmpstr (parts->closing, ==, parse_cases[i].closing);
    }
}

static void
check_form (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "\n"));
  g_assert_false (g_str_has_suffix (text, "\n\n"));
  g_assert_null (strstr (text, "\n\n\n"));
  g_assert_null (strstr (text, " \n"));
  g_assert_null (strchr (text, '\r'));
  g_assert_false (*text == '\n');
}

/* Any template either is refused or gives the one form, which renders to itself. */
static void
test_random (void)
{
  static const char *const pieces[] = { "# ",         "1. ", "2. ",          "a",  "{tahun}",
                                        "{instansi}", "\n",  "\n\n",         "\r", "\t",
                                        "e\314\201",  " ",   "\342\200\213", "." };
  g_autoptr (GHashTable) fields = make_fields ();
  g_autoptr (GRand) rand = random_start ();
  guint n_rendered = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) pattern = g_string_new (NULL);
      g_autofree char *wild = random_bytes (rand, 10);
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      g_autoptr (IkrarPledgeText) parts = NULL;

      for (int n = g_rand_int_range (rand, 0, 16); n > 0; n--)
        g_string_append (pattern, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (i % 3 == 0)
        g_string_append (pattern, wild);

      text = ikrar_pledge_template_render (pattern->str, fields, NULL);
      if (text == NULL)
        continue;
      n_rendered++;
      check_form (text);
      again = ikrar_pledge_template_render (text, fields, NULL);
      g_assert_cmpstr (again, ==, text);
      parts = ikrar_pledge_text_parse (text);
      g_assert_cmpuint (g_strv_length (parts->points), >=, 1);
    }
  g_assert_cmpuint (n_rendered, >, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pledge-text/default", test_default);
  g_test_add_func ("/pledge-text/fields", test_fields);
  g_test_add_func ("/pledge-text/render", test_render);
  g_test_add_func ("/pledge-text/refused", test_refused);
  g_test_add_func ("/pledge-text/parse", test_parse);
  g_test_add_func ("/pledge-text/parse-parts", test_parse_parts);
  g_test_add_func ("/pledge-text/random", test_random);
  return g_test_run ();
}
