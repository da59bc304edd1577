/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/person-name.h"

#include <string.h>

#include "core/text.h"
#include "core/title-table-private.h"
#include "support.h"

static const struct
{
  const char *text;
  const char *prefix;
  const char *name;
  const char *suffix;
} cases[] = {
  /* Each title before a name. */
  { "Dr. Bustan", "Dr.", "Bustan", "" },
  { "dr. Bustan", "dr.", "Bustan", "" },
  { "DR. BUSTAN", "Dr.", "BUSTAN", "" },
  { "drg. Ani", "drg.", "Ani", "" },
  { "Drg. Ani", "drg.", "Ani", "" },
  { "drh. Ani", "drh.", "Ani", "" },
  { "Drs. Bustan", "Drs.", "Bustan", "" },
  { "Dra. Ani", "Dra.", "Ani", "" },
  { "Ir. Bustan", "Ir.", "Bustan", "" },
  { "Prof. Bustan", "Prof.", "Bustan", "" },
  { "H. Bustan", "H.", "Bustan", "" },
  { "Hj. Ani", "Hj.", "Ani", "" },
  { "KH. Bustan", "KH.", "Bustan", "" },
  { "K.H. Bustan", "K.H.", "Bustan", "" },
  { "R. Bustan", "R.", "Bustan", "" },
  { "R. Ayu", "R.", "Ayu", "" },
  { "Rr. Ani", "Rr.", "Ani", "" },
  { "RR. ANI", "Rr.", "ANI", "" },
  { "Tb. Bustan", "Tb.", "Bustan", "" },
  { "Ust. Bustan", "Ust.", "Bustan", "" },
  { "Apt. Ani", "Apt.", "Ani", "" },
  { "apt. Ani", "apt.", "Ani", "" },
  { "Ns. Ani", "Ns.", "Ani", "" },
  { "Bd. Ani", "Bd.", "Ani", "" },
  { "Pdt. Bustan", "Pdt.", "Bustan", "" },
  { "Kol. (Purn.) Bustan", "Kol. (Purn.)", "Bustan", "" },
  { "Kol. (Purn) Bustan", "Kol. (Purn.)", "Bustan", "" },
  { "Kol. Inf. (Purn.) H. Bustan", "Kol. Inf. (Purn.) H.", "Bustan", "" },
  { "AKBP Bustan", "AKBP", "Bustan", "" },
  /* Several, run together, without points. */
  { "Dr. dr. Siti Aminah", "Dr. dr.", "Siti Aminah", "" },
  { "Prof. Dr. Ir. H. Bustan", "Prof. Dr. Ir. H.", "Bustan", "" },
  { "Drs.H.Bustan", "Drs. H.", "Bustan", "" },
  { "Dr.H.Bustan", "Dr. H.", "Bustan", "" },
  { "Drs H Bustan", "Drs. H.", "Bustan", "" },
  { "Hj Siti Aminah", "Hj.", "Siti Aminah", "" },
  { "Drs.. Bustan", "Drs.", "Bustan", "" },
  /* Parts of the name that look like titles. */
  { "M. Yusuf", "", "M. Yusuf", "" },
  { "H. M. Yusuf", "H.", "M. Yusuf", "" },
  { "H.M. Yusuf", "H.", "M. Yusuf", "" },
  { "HM Riza Dauly", "", "HM Riza Dauly", "" },
  { "R Ayu", "", "R Ayu", "" },
  { "Muh. Ali", "", "Muh. Ali", "" },
  { "Abd. Rahman", "", "Abd. Rahman", "" },
  { "A.A. Gede Agung", "", "A.A. Gede Agung", "" },
  { "I Made Suartha", "", "I Made Suartha", "" },
  { "Ni Luh Putu Sari, S.Pd", "", "Ni Luh Putu Sari", "S.Pd." },
  { "Ida Ayu Mars", "", "Ida Ayu Mars", "" },
  { "IDA AYU MARS", "", "IDA AYU MARS", "" },
  { "Sumarno", "", "Sumarno", "" },
  { "Ahmad bin Ali", "", "Ahmad bin Ali", "" },
  { "Ma'ruf", "", "Ma'ruf", "" },
  { "Yusuf, Muhammad", "", "Yusuf, Muhammad", "" },
  { "Tono (Plt)", "", "Tono (Plt)", "" },
  /* A name is always left. */
  { "Dr", "", "Dr", "" },
  { "Dr.", "", "Dr.", "" },
  { "Dr. dr.", "Dr.", "dr.", "" },
  { "S.E.", "", "S.E.", "" },
  { "SE, MM", "", "SE", "M.M." },
  { "", "", "", "" },
  { NULL, "", "", "" },
  { ", ,", "", ", ,", "" },
  /* Each title behind a name. */
  { "Bustan, S.E., M.Si", "", "Bustan", "S.E., M.Si." },
  { "Bustan, S.STP", "", "Bustan", "S.STP." },
  { "Prof. Dr. Raden Mas, S.H., M.H., ASEAN Eng.", "Prof. Dr.", "Raden Mas",
    "S.H., M.H., ASEAN Eng." },
  { "Ir. Bustan Hadi, S.T., IPU., ASEAN Eng", "Ir.", "Bustan Hadi", "S.T., IPU., ASEAN Eng." },
  { "Bustan Hadi Apec Eng., S.T.", "", "Bustan Hadi", "APEC Eng., S.T." },
  { "Asean Eng", "", "Asean Eng", "" },
  { "Ani, A.Md.Keb", "", "Ani", "A.Md.Keb." },
  { "Bustan, S.Tr.IP", "", "Bustan", "S.Tr.IP." },
  { "Bustan, M.A.P", "", "Bustan", "M.A.P." },
  { "Bustan, Ph.D", "", "Bustan", "Ph.D." },
  { "dr. Budi Santoso, Sp.A(K)", "dr.", "Budi Santoso", "Sp.A(K)" },
  { "Siti Aminah, Sp.PD", "", "Siti Aminah", "Sp.PD." },
  { "Dewi, S.Kep., Ns", "", "Dewi", "S.Kep., Ns." },
  { "Rina, S.Farm., Apt", "", "Rina", "S.Farm., Apt." },
  { "Sri, SE, MSi, Ak, CA", "", "Sri", "S.E., M.Si., Ak., CA" },
  { "Umar, Lc., M.A.", "", "Umar", "Lc., M.A." },
  /* Slips. */
  { "Dr. Bustan., M.Si", "Dr.", "Bustan", "M.Si." },
  { "Drs. H. Bustan., M.Si", "Drs. H.", "Bustan", "M.Si." },
  { "Eko Wulandaru, SE.,MAP", "", "Eko Wulandaru", "S.E., M.A.P." },
  { "Eko Wulandaru, SE., MAP", "", "Eko Wulandaru", "S.E., M.A.P." },
  { "Bustan S.E.M.Si", "", "Bustan", "S.E., M.Si." },
  { "Bustan, S.E.M.Si.", "", "Bustan", "S.E., M.Si." },
  { "Bambang ST.MT", "", "Bambang", "S.T., M.T." },
  { "Dewi S.Kep.Ns", "", "Dewi", "S.Kep., Ns." },
  { "Asnawi SE MM", "", "Asnawi", "S.E., M.M." },
  { "ASNAWI SE MM", "", "ASNAWI", "S.E., M.M." },
  { "asnawi, se, mm", "", "asnawi", "S.E., M.M." },
  { "asnawi se mm", "", "asnawi se mm", "" },
  { "Siti Aminah S. Pd. I", "", "Siti Aminah", "S.Pd.I." },
  { "Siti Aminah S. Pd", "", "Siti Aminah", "S.Pd." },
  { "Siti Aminah S.Pd M.Pd", "", "Siti Aminah", "S.Pd., M.Pd." },
  { "Budi.,S.Sos.,M.Si.", "", "Budi", "S.Sos., M.Si." },
  { "Nur'aini,S.Pd.I.,M.Pd.I", "", "Nur'aini", "S.Pd.I., M.Pd.I." },
  { "Rina Amd", "", "Rina", "A.Md." },
  { "Rina AMd.Keb", "", "Rina", "A.Md.Keb." },
  { "Budi spd", "", "Budi", "S.Pd." },
  { "Ali M. Si", "", "Ali", "M.Si." },
  { "Ahmad M. SE", "", "Ahmad M.", "S.E." },
  { "Muh., S.E.", "", "Muh.", "S.E." },
  { "SITI HAJAR, S.ST., M.KEB", "", "SITI HAJAR", "S.ST., M.Keb." },
  { "Yusuf, Muhammad SE", "", "Yusuf, Muhammad", "S.E." },
  { "Bustan, Drs., M.Si", "Drs.", "Bustan", "M.Si." },
  { "Prof. Bustan, H., Drs., M.Si", "Prof. H. Drs.", "Bustan", "M.Si." },
  { "  Dr.\302\240Bustan ,  M.Si ", "Dr.", "Bustan", "M.Si." },
  /* Points that tell one title from another stay. */
  { "Bustan, S.IP", "", "Bustan", "S.IP." },
  { "Bustan, S.I.P", "", "Bustan", "S.I.P." },
  { "Bustan, SIP", "", "Bustan", "S.I.P." },
  { "Bustan, M.AP", "", "Bustan", "M.AP." },
  { "Ani, A.Md.AK", "", "Ani", "A.Md.AK." },
  { "Ani, A.Md.Ak", "", "Ani", "A.Md.Ak." },
  { "Bustan, MSI", "", "Bustan", "M.Si." },
  { "Bustan, M.S.I.", "", "Bustan", "M.S.I." },
  { "Bustan, M.SI", "", "Bustan", "M.Si." },
  /* Titles that no list has. */
  { "Ani, A.Md.TLM", "", "Ani", "A.Md.TLM." },
  { "Ani S.Tr.Akun", "", "Ani", "S.Tr.Akun." },
  { "Tono, S.Xyz", "", "Tono", "S.Xyz." },
  { "Tono, (K)", "", "Tono", "(K)" },
  { "Tono, QRMP", "", "Tono", "QRMP" },
  { "TONO, ALI", "", "TONO, ALI", "" },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (cases[i].text);

      show_case (cases[i].text);
      g_assert_cmpstr (name->prefix, ==, cases[i].prefix);
      g_assert_cmpstr (name->name, ==, cases[i].name);
      g_assert_cmpstr (name->suffix, ==, cases[i].suffix);
    }
}

/* What is printed reads back the same. */
static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (cases[i].text);
      g_autofree char *full = ikrar_person_name_display (name->prefix, name->name, name->suffix);
      g_autoptr (IkrarPersonName) again = ikrar_person_name_parse (full);

      g_assert_cmpstr (again->prefix, ==, name->prefix);
      g_assert_cmpstr (again->name, ==, name->name);
      g_assert_cmpstr (again->suffix, ==, name->suffix);
    }
}

static void
make_key (const char *form, char key[IKRAR_TITLE_KEY_SIZE])
{
  show_case (form);
  g_assert_true (ikrar_title_key (form, strlen (form), key));
}

/* The tables are searched by halves, so they have to be in order. */
static void
test_tables (void)
{
  char before[IKRAR_TITLE_KEY_SIZE] = "", key[IKRAR_TITLE_KEY_SIZE];

  for (gsize i = 0; i < ikrar_n_titles_before; i++, memcpy (before, key, sizeof key))
    {
      const char *form = ikrar_titles_before[i].form;

      make_key (form, key);
      g_assert_cmpstr (before, <=, key);
      g_assert_true (ikrar_title_find_before (key, form, strlen (form)) == &ikrar_titles_before[i]);
    }

  *before = '\0';
  for (gsize i = 0; i < ikrar_n_titles_after; i++, memcpy (before, key, sizeof key))
    {
      const char *form = ikrar_titles_after[i];

      make_key (form, key);
      g_assert_cmpstr (before, <=, key);
      g_assert_true (ikrar_title_is_after (key));
      g_assert_cmpstr (ikrar_title_find_after (key, form, strlen (form)), ==, form);
    }
}

/* Every title behind a name is found after a comma, as the table writes it and in capitals. */
static void
test_every_title (void)
{
  for (gsize i = 0; i < ikrar_n_titles_after; i++)
    {
      g_autofree char *text = g_strdup_printf ("Siti Aminah, %s", ikrar_titles_after[i]);
      g_autofree char *large = g_ascii_strup (text, -1);
      g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (text);
      g_autoptr (IkrarPersonName) capitals = ikrar_person_name_parse (large);

      g_assert_cmpstr (name->name, ==, "Siti Aminah");
      g_assert_cmpstr (name->suffix, ==, ikrar_titles_after[i]);
      g_assert_cmpstr (capitals->name, ==, "SITI AMINAH");
      g_assert_cmpstr (capitals->suffix, !=, "");
    }
}

static void
test_display (void)
{
  g_autofree char *full = ikrar_person_name_display ("Dr. H.", "Bustan", "S.E., M.Si.");
  g_autofree char *before = ikrar_person_name_display ("Dr.", "Bustan", "");
  g_autofree char *after = ikrar_person_name_display (NULL, "Bustan", "M.Si.");
  g_autofree char *bare = ikrar_person_name_display ("", "Bustan", NULL);

  g_assert_cmpstr (full, ==, "Dr. H. Bustan, S.E., M.Si.");
  g_assert_cmpstr (before, ==, "Dr. Bustan");
  g_assert_cmpstr (after, ==, "Bustan, M.Si.");
  g_assert_cmpstr (bare, ==, "Bustan");
}

static const struct
{
  const char *name;
  const char *key;
} keys[] = {
  { "Siti Aminah", "siti aminah" },
  { "SITI  AMINAH", "siti aminah" },
  { "Ma'ruf", "maruf" },
  { "Ma’ruf", "maruf" },
  { "Nur'aini", "nuraini" },
  { "M. Yusuf", "muhammad yusuf" },
  { "M Yusuf", "muhammad yusuf" },
  { "Muh. Yusuf", "muhammad yusuf" },
  { "Moh. Yusuf", "muhammad yusuf" },
  { "Mochammad Yusuf", "muhammad yusuf" },
  { "Muhamad Yusuf", "muhammad yusuf" },
  { "Mohd. Yusuf", "muhammad yusuf" },
  { "Muhammad Yusuf", "muhammad yusuf" },
  { "Abd. Rahman", "abdul rahman" },
  { "Abdul Rahman", "abdul rahman" },
  { "Abdur Rahman", "abdul rahman" },
  { "Yusuf M", "yusuf m" },
  { "M", "m" },
  { "", "" },
  { NULL, "" },
};

static void
test_key (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = ikrar_person_name_key (keys[i].name);

      g_assert_cmpstr (key, ==, keys[i].key);
    }
}

/* Two names with one number: of one person, or of two? */
static const struct
{
  const char *name;
  const char *other;
  gboolean may_match;
} matches[] = {
  { "Budi Santoso", "BUDI SANTOSO", TRUE },
  { "Budi", "Budi Santoso", TRUE },
  { "Budi S.", "Budi Santoso", TRUE },
  { "B. Santoso", "Budi S.", TRUE },
  { "B. S.", "Budi Santoso", TRUE },
  { "Santoso Budi", "Budi Santoso", TRUE },
  { "M. Yusuf", "Muhammad Yusuf", TRUE },
  { "Muh. Y.", "Moh. Yusuf", TRUE },
  { "Yusuf M", "Muhammad Yusuf", TRUE },
  { "Yusup", "M. Yusuf", TRUE },
  { "Abdurrahman", "Abd. Rahman", TRUE },
  { "Nurhayati", "Nur Hayati", TRUE },
  { "Noorhayati", "Nur Hayati", TRUE },
  { "Zul", "Zulkarnain", TRUE },
  { "Soeharto", "Suharto", TRUE },
  { "Achmad", "Ahmad", TRUE },
  { "Sitti Aminah", "Siti Aminah", TRUE },
  { "Siti Nurbaya", "Siti Aminah", TRUE },
  { "Ma'ruf", "Maruf", TRUE },
  { "A", "Ani", TRUE },
  { "", "Ani", TRUE },
  { "", "", TRUE },
  { "Budi", "Zulkarnain Sama Sekali Lain", FALSE },
  { "Budi", "Rudi", FALSE },
  { "Budi", "Bima", FALSE },
  { "Budi S.", "Ani S.", FALSE },
  { "Ani", "Ana", FALSE },
  { "B. S.", "Siti Bahar", FALSE },
  { "I Wayan", "I Made", FALSE },
  { "Siti Aminah", "Joko Susilo", FALSE },
  { "Ratna Sari", "Yosefa Wenda", FALSE },
  { "Muhammad Yusuf", "Abdul Rahman", FALSE },
};

static void
test_may_match (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *key = ikrar_person_name_key (matches[i].name);
      g_autofree char *other = ikrar_person_name_key (matches[i].other);

      show_case (matches[i].name);
      g_assert_true (ikrar_person_name_may_match (key, key));
      g_assert_cmpint (ikrar_person_name_may_match (key, other), ==, matches[i].may_match);
      g_assert_cmpint (ikrar_person_name_may_match (other, key), ==, matches[i].may_match);
    }
}

/* Whatever stands there, both ways round it is the same, and a name matches a part of itself. */
static void
test_may_match_random (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = random_text (rand, 90);
      g_autofree char *more = random_text (rand, 90);
      g_autofree char *key = ikrar_person_name_key (text);
      g_autofree char *other = ikrar_person_name_key (more);
      g_autofree char *longer = g_strconcat (key, " ", other, NULL);

      g_assert_cmpint (ikrar_person_name_may_match (key, other), ==,
                       ikrar_person_name_may_match (other, key));
      g_assert_true (ikrar_person_name_may_match (key, longer));
    }
}

/* Every spelling is found, wherever it stands in the order that the search relies on. */
static void
test_key_of_spellings (void)
{
  static const char *const spellings[][2] = {
    { "abdul", "Abd Abdl Abdoel Abdu Abdul Abdur Abdus" },
    { "muhammad", "Md Mhd Moch Mochamad Mochammad Moh Mohamad Mohamed Mohammad Mohammed Mohd Much "
                  "Muchamad Muchammad Muh Muhamad Muhamed Muhammad Muhammed Muhd Mukhamad "
                  "Mukhammad" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_auto (GStrv) words = g_strsplit (spellings[i][1], " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autofree char *key = ikrar_person_name_key (words[j]);

          g_assert_cmpstr (key, ==, spellings[i][0]);
        }
    }
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } names[] = {
    { "Siti Aminah", "SA" },
    { "Haryomo Dwi Putranto", "HP" },
    { "sumarno", "S" },
    { "M. Yusuf", "MY" },
    { "  Siti  ", "S" },
    { "(Élodie) öz", "ÉÖ" },
    { "123", "" },
    { "", "" },
    { "Siti 2", "S" },
    { "2 Siti", "S" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *initials = ikrar_person_name_initials (names[i].name);

      g_assert_cmpstr (initials, ==, names[i].initials);
    }
}

/* Counts the letters and digits, capitals as small ones. */
static void
count_letters (const char *text, int counts[128], int step)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      counts[(guchar) g_ascii_tolower (*text)] += step;
}

/* However wild the text, no letter of it is lost or made up. */
static void
check_letters (const char *text)
{
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (text);
  g_autofree char *clean = ikrar_text_clean (text);
  g_autofree char *key = ikrar_person_name_key (text);
  g_autofree char *initials = ikrar_person_name_initials (text);
  int counts[128] = { 0 };

  count_letters (clean, counts, 1);
  count_letters (name->prefix, counts, -1);
  count_letters (name->name, counts, -1);
  count_letters (name->suffix, counts, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (counts[i], ==, 0);

  g_assert_cmpint (*name->name == '\0', ==, *clean == '\0');
  g_assert_true (g_utf8_validate (name->name, -1, NULL));
  g_assert_true (g_utf8_validate (key, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (initials, -1), <=, 2);
}

static void
test_random_text (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *bytes = random_bytes (rand, 40);
      g_autofree char *text = random_text (rand, 40);

      check_letters (bytes);
      check_letters (text);
    }
}

/* Titles, names and marks in any order and number. */
static void
test_random_titles (void)
{
  static const char *const pieces[] = { "Dr.", "dr.",  "Drs",     "H.",   "M.",   "Si",
                                        "S.E", "SE",   "MM",      "M.Si", ".",    ",",
                                        "., ", " ",    " ",       " ",    "Budi", "SITI",
                                        "(K)", "S.Pd", "Sp.A(K)", "A.Md", "R.",   "Ns" };
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, i % 100 == 0 ? 200 : 14); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      check_letters (text->str);
    }
}

/* A run of short degrees could be cut in very many ways; it is left alone when it is too long. */
static void
test_long_run (void)
{
  g_autoptr (GString) text = g_string_new ("Budi, ");

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "S.E.");
  g_string_append (text, "x");
  check_letters (text->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-name/parse", test_parse);
  g_test_add_func ("/person-name/round-trip", test_round_trip);
  g_test_add_func ("/person-name/tables", test_tables);
  g_test_add_func ("/person-name/every-title", test_every_title);
  g_test_add_func ("/person-name/display", test_display);
  g_test_add_func ("/person-name/key", test_key);
  g_test_add_func ("/person-name/key-of-spellings", test_key_of_spellings);
  g_test_add_func ("/person-name/may-match", test_may_match);
  g_test_add_func ("/person-name/may-match-random", test_may_match_random);
  g_test_add_func ("/person-name/initials", test_initials);
  g_test_add_func ("/person-name/random-text", test_random_text);
  g_test_add_func ("/person-name/random-titles", test_random_titles);
  g_test_add_func ("/person-name/long-run", test_long_run);
  return g_test_run ();
}
