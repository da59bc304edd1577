/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"
#include "roster/text-private.h"

#define SEED 20231207

#define TEXT(literal) literal, sizeof literal - 1

static const struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *dump;
} files[] = {
  { "comma", TEXT ("No,Nama\r\n1,Budi\r\n"), "1 A:t:No B:t:Nama\n2 A:t:1 B:t:Budi\n" },
  { "semicolon with commas in names", TEXT ("No;Nama\n1;Bustan, S.E., M.Si.\n2;Ratna, S.H.\n"),
    "1 A:t:No B:t:Nama\n2 A:t:1 B:t:Bustan, S.E., M.Si.\n3 A:t:2 B:t:Ratna, S.H.\n" },
  { "tab", TEXT ("No\tNama\n1\tBudi, S.E.\n"), "1 A:t:No B:t:Nama\n2 A:t:1 B:t:Budi, S.E.\n" },
  { "bar", TEXT ("No|Nama\n1|Budi\n"), "1 A:t:No B:t:Nama\n2 A:t:1 B:t:Budi\n" },
  { "titles above", TEXT ("DAFTAR NAMA\nTAHUN 2024\n\nNo;Nama;NIP\n1;Budi, S.E.;9\n2;Ani;8\n"),
    "1 A:t:DAFTAR NAMA\n2 A:t:TAHUN 2024\n4 A:t:No B:t:Nama C:t:NIP\n5 A:t:1 B:t:Budi, S.E. C:t:9\n6 "
    "A:t:2 B:t:Ani C:t:8\n" },
  { "named separator", TEXT ("sep=,\r\nNama\r\na,b\r\n"), "1 A:t:Nama\n2 A:t:a B:t:b\n" },
  { "quotes", TEXT ("\"a;b\";\"c\"\"d\";\"e\nf\";\"\"\nx;\"y\"z;w\"\n"),
    "1 A:t:a;b B:t:c\"d C:t:e\nf\n2 A:t:x B:t:yz C:t:w\"\n" },
  { "no line end", TEXT ("a;b\nc;d"), "1 A:t:a B:t:b\n2 A:t:c B:t:d\n" },
  { "lines end in CR", TEXT ("a;b\rc;\"d\re\"\r\rf;g\r"),
    "1 A:t:a B:t:b\n2 A:t:c B:t:d\re\n4 A:t:f B:t:g\n" },
  { "byte order mark", TEXT ("\xEF\xBB\xBFNama;NIP\n\xC3\xA9;1\n"),
    "1 A:t:Nama B:t:NIP\n2 A:t:é B:t:1\n" },
  { "mark before broken UTF-8", TEXT ("\xEF\xBB\xBFNama;NIP\n\xE9;1\n"),
    "1 A:t:Nama B:t:NIP\n2 A:t:\xEF\xBF\xBD B:t:1\n" },
  { "Windows-1252", TEXT ("Nama;NIP\nJos\xE9 \x93N\x94;1\n"),
    "1 A:t:Nama B:t:NIP\n2 A:t:José “N” B:t:1\n" },
  { "UTF-16LE", TEXT ("\xFF\xFEN\0a\0m\0a\0\t\0N\0I\0P\0\r\0\n\0\xE9\0\t\0\x19\x20\r\0\n\0"),
    "1 A:t:Nama B:t:NIP\n2 A:t:é B:t:’\n" },
  { "UTF-16BE without a mark", TEXT ("\0N\0a\0m\0a\0;\0N\0I\0P\0\n\0A\0n\0i\0;\0001\0\n"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:1\n" },
  { "NUL bytes", TEXT ("Na\0ma;NIP lengkap sekali\nA\0ni;1\n\x1A"),
    "1 A:t:Nama B:t:NIP lengkap sekali\n2 A:t:Ani B:t:1\n" },
  { "kept as text", TEXT ("Nama;NIP\nAni;=\"0198\"\n"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:0198\n" },
  { "one column", TEXT ("Nama\nAni\nBudi\n"), "1 A:t:Nama\n2 A:t:Ani\n3 A:t:Budi\n" },
};

static void
test_files (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path =
          roster_file_write (fixture->folder, "a.xlsx", files[i].bytes, files[i].size);
      g_autofree char *dump = roster_file_dump_path (path);

      g_test_message ("%s", files[i].name);
      g_assert_cmpstr (dump, ==, files[i].dump);
    }
}

static void
test_one_sheet (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_text (fixture->folder, "a.csv", "Nama\nAni\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, 1);
  g_assert_cmpstr (ikrar_workbook_get_sheet (workbook, 0)->name, ==, "");
  g_assert_false (ikrar_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_cmpuint (ikrar_workbook_get_merges (workbook, 0, &error)->len, ==, 0);
}

/* A letter of UTF-8 lies across the pieces in which a file is read. */
static void
test_chunks (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize shift = 0; shift < 5; shift++)
    {
      g_autoptr (GString) text = g_string_new ("Nama;NIP\n");
      g_autofree char *path = NULL;
      g_autofree char *dump = NULL;

      for (gsize i = 0; i < shift; i++)
        g_string_append_c (text, 'x');
      while (text->len < 200000)
        g_string_append (text, "😀é");
      path = roster_file_text (fixture->folder, "a.csv", text->str);
      dump = roster_file_dump_path (path);
      g_assert_cmpuint (strlen (dump), ==, strlen ("1 A:t: B:t:\n2 A:t:\n") + text->len - 2);
    }
}

static void
test_refused (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *long_text = g_strnfill (1100000, 'x');
  g_autofree char *many = g_strnfill (17000, ';');
  g_autofree char *open_long = g_strconcat ("Nama;NIP\n\"Ani;1\n", long_text, NULL);
  g_autofree char *open_path =
      roster_file_text (fixture->folder, "buka.csv", "Nama;NIP\n\"Ani;1\n");
  g_autofree char *long_path = roster_file_text (fixture->folder, "panjang.csv", open_long);
  g_autofree char *many_path = roster_file_text (fixture->folder, "lebar.csv", many);

  roster_file_assert_refused (open_path, IKRAR_ROSTER_ERROR_DAMAGED);
  roster_file_assert_refused (long_path, IKRAR_ROSTER_ERROR_TOO_LARGE);
  roster_file_assert_refused (many_path, IKRAR_ROSTER_ERROR_TOO_LARGE);
}

/* A random table, written in a random separator and encoding, is read as it was. */
typedef struct
{
  GPtrArray *records;
  guint width;
} Table;

static const char *const pieces[] = { "a",  "Budi", " ", ";", ",", "\t",   "|",   "\"",
                                      "\n", "\r",   "é", "’", "'", "1988", "S.E." };

static char *
make_field (GRand *rand)
{
  GString *field = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (field, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (field, FALSE);
}

static void
write_field (GString *text, const char *field)
{
  g_auto (GStrv) parts = g_strsplit (field, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (text, "\"%s\"", doubled);
}

/* Writes the table, and what it must be read as. */
static void
make_table (GRand *rand, char separator, const char *line_end, GString *text, GString *dump)
{
  guint width = (guint) g_rand_int_range (rand, 2, 7);
  guint height = (guint) g_rand_int_range (rand, 3, 30);

  for (guint row = 1; row <= height; row++)
    {
      g_autoptr (GString) cells = g_string_new (NULL);

      for (guint column = 0; column < width; column++)
        {
          g_autofree char *field = make_field (rand);
          g_autofree char *letters = ikrar_sheet_column_letters (column);

          if (column > 0)
            g_string_append_c (text, separator);
          write_field (text, field);
          if (*field != '\0')
            g_string_append_printf (cells, " %s:t:%s", letters, field);
        }
      g_string_append (text, line_end);
      if (cells->len > 0)
        g_string_append_printf (dump, "%u%s\n", row, cells->str);
    }
}

static const struct
{
  const char *charset;
  const char *mark;
  gsize mark_size;
} encodings[] = {
  { "UTF-8", "", 0 },
  { "UTF-8", "\xEF\xBB\xBF", 3 },
  { "UTF-16LE", "\xFF\xFE", 2 },
  { "UTF-16BE", "\xFE\xFF", 2 },
  { "WINDOWS-1252", "", 0 },
};

static void
test_round_trip (RosterFixture *fixture, gconstpointer unused)
{
  static const char separators[] = ";,\t|";
  static const char *const line_ends[] = { "\n", "\r\n", "\r" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 1200; round++)
    {
      guint encoding = round % G_N_ELEMENTS (encodings);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = NULL;
      g_autofree char *path = NULL;
      g_autofree char *dump = NULL;
      gsize size;

      make_table (rand, separators[round % 4], line_ends[round % 3], text, expected);
      bytes = g_convert (text->str, (gssize) text->len, encodings[encoding].charset, "UTF-8", NULL,
                         &size, &error);
      g_assert_no_error (error);
      g_string_truncate (text, 0);
      g_string_append_len (text, encodings[encoding].mark, (gssize) encodings[encoding].mark_size);
      g_string_append_len (text, bytes, (gssize) size);
      path = roster_file_write (fixture->folder, "a.csv", text->str, text->len);
      dump = roster_file_dump_path (path);
      g_assert_cmpstr (dump, ==, expected->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  g_test_add ("/text/files", RosterFixture, NULL, roster_set_up, test_files, roster_tear_down);
  g_test_add ("/text/one-sheet", RosterFixture, NULL, roster_set_up, test_one_sheet,
              roster_tear_down);
  g_test_add ("/text/chunks", RosterFixture, NULL, roster_set_up, test_chunks, roster_tear_down);
  g_test_add ("/text/refused", RosterFixture, NULL, roster_set_up, test_refused, roster_tear_down);
  g_test_add ("/text/round-trip", RosterFixture, NULL, roster_set_up, test_round_trip,
              roster_tear_down);
  return g_test_run ();
}
