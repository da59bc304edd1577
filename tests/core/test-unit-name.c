/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/unit-name.h"

#include "support.h"

/* Spellings in one row meet; the first is the key. */
static const char *const same[][6] = {
  { "dinas kesehatan", "Dinas Kesehatan", "DINKES", " dinkes. ", "Dinas  kesehatan" },
  { "dinas kesehatan kabupaten banjar", "Dinas Kesehatan Kab. Banjar",
    "DINAS KESEHATAN KABUPATEN BANJAR", "Dinkes Kab Banjar" },
  { "dinas pendidikan kebudayaan", "Dinas Pendidikan dan Kebudayaan",
    "Dinas Pendidikan & Kebudayaan", "DISDIKBUD" },
  { "kecamatan martapura", "Kec. Martapura", "KECAMATAN MARTAPURA", "Kec Martapura" },
  { "kelurahan keraton", "Kel. Keraton", "Kelurahan Keraton" },
  { "puskesmas martapura 1", "UPTD Puskesmas Martapura 1", "Puskesmas Martapura I",
    "UPT. PKM Martapura I", "UPTD Puskesmas Martapura 1/I" },
  { "rumah sakit umum daerah ratu zalecha", "RSUD Ratu Zalecha", "RS Umum Daerah Ratu Zalecha",
    "UOBK RSUD Ratu Zalecha" },
  { "sekretariat daerah", "Setda", "SEKRETARIAT DAERAH" },
  { "sekretariat dprd", "Setwan", "Sekretariat DPRD" },
  { "satuan polisi pamong praja", "Satpol PP", "SATUAN POLISI PAMONG PRAJA" },
  { "badan kepegawaian pengembangan sumber daya manusia", "BKPSDM",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia" },
  { "sd negeri 1 martapura", "SDN 1 Martapura", "SD Negeri 1 Martapura" },
  { "pemerintah provinsi jawa tengah", "Pemprov Jawa Tengah", "Pemerintah Prov. Jawa Tengah",
    "Pemerintah Propinsi Jawa Tengah" },
  { "uptd", "UPTD", "uptd." },
  { "", "", " ", "-" },
};

static void
test_key (void)
{
  g_autofree char *of_null = ikrar_unit_key (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    for (guint j = 0; j < G_N_ELEMENTS (same[i]) && same[i][j] != NULL; j++)
      {
        g_autofree char *key = ikrar_unit_key (same[i][j]);

        g_assert_cmpstr (key, ==, same[i][0]);
      }
  g_assert_cmpstr (of_null, ==, "");
}

/* Names that must not meet. */
static void
test_distinct (void)
{
  static const char *const pairs[][2] = {
    { "Kabupaten Bogor", "Kota Bogor" },
    { "Puskesmas Martapura 1", "Puskesmas Martapura 2" },
    { "Kecamatan Martapura", "Kelurahan Martapura" },
    { "Dinas Kesehatan Kab. Banjar", "Dinas Kesehatan Kab. Tapin" },
    { "BKD", "BKPSDM" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *one = ikrar_unit_key (pairs[i][0]);
      g_autofree char *two = ikrar_unit_key (pairs[i][1]);

      g_assert_cmpstr (one, !=, two);
    }
}

static void
test_local_key (void)
{
  static const struct
  {
    const char *name;
    const char *key;
  } names[] = {
    { "DINKES", "dinas kesehatan" },
    { "Dinkes Kab", "dinas kesehatan" },
    { "Dinas Kesehatan Kab. Banjar", "dinas kesehatan" },
    { "DINAS KESEHATAN KABUPATEN BANJAR", "dinas kesehatan" },
    { "Sekretariat Daerah Provinsi Jawa Tengah", "sekretariat daerah" },
    { "Inspektorat Kota Tarakan", "inspektorat" },
    { "Kecamatan Kota Kudus", "kecamatan kota kudus" },
    { "Puskesmas Kota Timur", "puskesmas kota timur" },
    { "Dinas Kotabaru", "dinas kotabaru" },
    { "Dinasti Kota", "dinasti kota" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = ikrar_unit_key_local (names[i].name);

      g_assert_cmpstr (key, ==, names[i].key);
    }
}

static const struct
{
  const char *name;
  gboolean is_health;
  gboolean is_subdistrict;
} groups[] = {
  { "Dinas Kesehatan Kab. Banjar", TRUE, FALSE },
  { "DINKES", TRUE, FALSE },
  { "RSUD Ratu Zalecha", TRUE, FALSE },
  { "UPTD Puskesmas Martapura 1", TRUE, FALSE },
  { "Puskesmas Kecamatan Tebet", TRUE, FALSE },
  { "Kecamatan Martapura", FALSE, TRUE },
  { "Kec. Martapura", FALSE, TRUE },
  { "Kantor Camat Martapura", FALSE, TRUE },
  { "Seksi Pemerintahan Kecamatan Martapura", FALSE, TRUE },
  { "Kelurahan Keraton", FALSE, TRUE },
  { "Kemantren Keraton", FALSE, TRUE },
  { "Kapanewon Depok", FALSE, TRUE },
  { "Distrik Abepura", FALSE, TRUE },
  { "Gampong Lampulo", FALSE, TRUE },
  { "Nagari Sungai Pua", FALSE, TRUE },
  { "SDN 1 Kecamatan Martapura", FALSE, FALSE },
  { "Korwil Pendidikan Kecamatan Martapura", FALSE, FALSE },
  { "Dinas Pemberdayaan Masyarakat dan Kelurahan", FALSE, FALSE },
  { "Dinas Pendidikan", FALSE, FALSE },
  { "BKPSDM", FALSE, FALSE },
  { "", FALSE, FALSE },
};

static void
test_groups (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      show_case (groups[i].name);
      g_assert_cmpint (ikrar_unit_is_health (groups[i].name), ==, groups[i].is_health);
      g_assert_cmpint (ikrar_unit_is_subdistrict (groups[i].name), ==, groups[i].is_subdistrict);
    }
}

/* The key of a key is itself. */
static void
test_random (void)
{
  static const char *const pieces[] = { "Dinkes", "Kab.",      "Kec",    "UPTD", "Puskesmas",
                                        "I",      "dan",       "Satpol", "PP",   "Kota",
                                        "Setda",  "Martapura", "SDN",    "BKD" };
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *wild = random_bytes (rand, 20);
      g_autofree char *key = NULL;
      g_autofree char *again = NULL;

      for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
        g_string_append_printf (name, " %s",
                                pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (i % 4 == 0)
        g_string_append (name, wild);

      key = ikrar_unit_key (name->str);
      again = ikrar_unit_key (key);
      g_assert_cmpstr (key, ==, again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-name/key", test_key);
  g_test_add_func ("/unit-name/distinct", test_distinct);
  g_test_add_func ("/unit-name/local-key", test_local_key);
  g_test_add_func ("/unit-name/groups", test_groups);
  g_test_add_func ("/unit-name/random", test_random);
  return g_test_run ();
}
