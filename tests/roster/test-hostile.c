/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Files that are broken, or made to do harm. */

#include <string.h>
#include <zip.h>

#include "roster-file.h"
#include "roster/error.h"
#include "roster/limits-private.h"

#define SEED 20240206

#define LAUGHS                                                                                       \
  "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol1 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">" \
  "<!ENTITY lol2 \"&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;\">]>"

/* Whole parts in place of a sheet. */
static const struct
{
  const char *name;
  const char *sheet;
  IkrarRosterError code;
} sheets[] = {
  { "document type", "<!DOCTYPE x><worksheet/>", IKRAR_ROSTER_ERROR_DAMAGED },
  { "billion laughs", LAUGHS "<worksheet>&lol2;</worksheet>", IKRAR_ROSTER_ERROR_DAMAGED },
  { "another file",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet>&e;</worksheet>",
    IKRAR_ROSTER_ERROR_DAMAGED },
  { "unknown entity", "<worksheet>&e;</worksheet>", IKRAR_ROSTER_ERROR_DAMAGED },
  { "cut short", "<worksheet><sheetData><row><c><v>1</v></c>", IKRAR_ROSTER_ERROR_DAMAGED },
  { "no XML", "Nama;NIP\n", IKRAR_ROSTER_ERROR_DAMAGED },
  { "empty part", "", IKRAR_ROSTER_ERROR_DAMAGED },
  { "not UTF-8", "<worksheet><sheetData>\xFF\xFE</sheetData></worksheet>",
    IKRAR_ROSTER_ERROR_DAMAGED },
  { "missing text",
    "<worksheet><sheetData><row><c t=\"s\"><v>5</v></c></row></sheetData></worksheet>",
    IKRAR_ROSTER_ERROR_DAMAGED },
  { "text of no number",
    "<worksheet><sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>",
    IKRAR_ROSTER_ERROR_DAMAGED },
  { "too many rows",
    "<worksheet><sheetData><row r=\"1048577\"><c><v>1</v></c></row></sheetData></worksheet>",
    IKRAR_ROSTER_ERROR_TOO_LARGE },
  { "far too many rows",
    "<worksheet><sheetData><row r=\"4294967297\"/><row r=\"1048576\"/><row/></sheetData>"
    "</worksheet>",
    IKRAR_ROSTER_ERROR_TOO_LARGE },
};

static char *
write_sheet (RosterFixture *fixture, const char *sheet)
{
  const RosterPart parts[] = {
    { "xl/workbook.xml",
      "<workbook><sheets><sheet name=\"Data\" r:id=\"r\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r\" Type=\"/worksheet\" Target=\"s.xml\"/>"
      "</Relationships>" },
    { "xl/s.xml", sheet },
    { NULL },
  };

  return roster_file_zip (fixture->folder, "jahat.xlsx", parts);
}

static void
test_sheets (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = write_sheet (fixture, sheets[i].sheet);

      g_test_message ("%s", sheets[i].name);
      roster_file_assert_refused (path, sheets[i].code);
    }
}

static char *
repeat (const char *before, const char *text, gsize times, const char *after)
{
  GString *all = g_string_new (before);

  for (gsize i = 0; i < times; i++)
    g_string_append (all, text);
  g_string_append (all, after);
  return g_string_free (all, FALSE);
}

/* One piece repeated so often that a limit is passed. */
static const struct
{
  const char *name;
  const char *before;
  const char *text;
  gsize times;
  const char *after;
} swollen[] = {
  { "deep nesting", "<worksheet>", "<a>", 200000, "" },
  { "long cell", "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", "lorem ipsum ", 100000,
    "</t></is></c></row></sheetData></worksheet>" },
  { "slightly long cell", "<worksheet><sheetData><row><c t=\"str\"><v>", "é", 32768,
    "</v></c></row></sheetData></worksheet>" },
  { "many columns", "<worksheet><sheetData><row>", "<c><v>1</v></c>", 16385,
    "</row></sheetData></worksheet>" },
  { "long tag", "<worksheet a=\"", "0123456789abcdef", 200000, "\"/>" },
  { "zip bomb", "<worksheet>", "                                                        ", 500000,
    "</worksheet>" },
  { "many merges", "<worksheet><mergeCells>", "<mergeCell ref=\"A1:B1\"/>", 1048577,
    "</mergeCells></worksheet>" },
};

static void
test_swollen (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (swollen); i++)
    {
      g_autofree char *sheet =
          repeat (swollen[i].before, swollen[i].text, swollen[i].times, swollen[i].after);
      g_autofree char *path = write_sheet (fixture, sheet);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
      g_autofree char *dump = NULL;

      g_test_message ("%s", swollen[i].name);
      g_assert_no_error (error);
      dump = roster_file_dump (workbook, 0, &error);
      if (error == NULL)
        g_assert_null (ikrar_workbook_get_merges (workbook, 0, &error));
      g_assert_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE);
    }
}

/* The longest cell that a spreadsheet allows is read. */
static void
test_longest_cell (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *sheet =
      repeat ("<worksheet><sheetData><row><c t=\"str\"><v>", "é", IKRAR_CELL_LETTERS_MAX,
              "</v></c></row></sheetData></worksheet>");
  g_autofree char *path = write_sheet (fixture, sheet);
  g_autofree char *dump = roster_file_dump_path (path);

  g_assert_cmpuint (strlen (dump), ==, strlen ("1 A:t:\n") + 2 * IKRAR_CELL_LETTERS_MAX);
}

static void
test_many_texts (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *texts = repeat ("", "<si/>", IKRAR_STRINGS_MAX + 1, "");
  g_autofree char *path = roster_file_xlsx (fixture->folder, "<sheetData/>", texts, NULL, NULL);

  roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_TOO_LARGE);
}

static void
test_large_file (RosterFixture *fixture, gconstpointer unused)
{
  gsize size = IKRAR_WORKBOOK_BYTES_MAX + 1;
  g_autofree char *bytes = g_malloc0 (size);
  g_autofree char *path = NULL;

  memcpy (bytes, "PK\003\004", 4);
  path = roster_file_write (fixture->folder, "besar.xlsx", bytes, size);
  roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_TOO_LARGE);
}

static void
write_le32 (char *at, guint32 value)
{
  value = GUINT32_TO_LE (value);
  memcpy (at, &value, sizeof value);
}

/* A part that says itself that it unpacks to 4 GiB. */
static void
test_claimed_size (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = write_sheet (fixture, "<worksheet/>");
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *patched = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i + 46 < size; i++)
    if (memcmp (bytes + i, "PK\001\002", 4) == 0)
      write_le32 (bytes + i + 24, 0xFFFFFFF0);
  patched = roster_file_write (fixture->folder, "klaim.xlsx", bytes, size);
  roster_file_assert_refused (patched, IKRAR_ROSTER_ERROR_TOO_LARGE);
}

static void
test_password (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sandi.xlsx", NULL);
  zip_t *zip = zip_open (path, ZIP_CREATE, NULL);
  zip_int64_t index =
      zip_file_add (zip, "xl/workbook.xml", zip_source_buffer (zip, "<x/>", 4, 0), 0);

  g_assert_cmpint (zip_file_set_encryption (zip, (zip_uint64_t) index, ZIP_EM_AES_256, "rahasia"),
                   ==, 0);
  index =
      zip_file_add (zip, "xl/_rels/workbook.xml.rels", zip_source_buffer (zip, "<x/>", 4, 0), 0);
  g_assert_cmpint (zip_file_set_encryption (zip, (zip_uint64_t) index, ZIP_EM_AES_256, "rahasia"),
                   ==, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
  roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_ENCRYPTED);
}

static char *
fixture_bytes (gsize *size)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "roster", "data", "openpyxl.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return bytes;
}

/* A download that broke off, at every 37th byte. */
static void
test_truncated (RosterFixture *fixture, gconstpointer unused)
{
  gsize size;
  g_autofree char *bytes = fixture_bytes (&size);

  for (gsize cut = 4; cut < size; cut += 37)
    {
      g_autofree char *path = roster_file_write (fixture->folder, "putus.xlsx", bytes, cut);

      roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_DAMAGED);
    }
}

/* Whatever is in a file, it is read or refused with words, and nothing crashes. */
static void
read_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);

  for (guint i = 0; workbook != NULL && i < ikrar_workbook_get_n_sheets (workbook); i++)
    {
      g_autofree char *dump = roster_file_dump (workbook, i, &error);

      g_assert_true ((dump == NULL) == (error != NULL));
      g_assert_true (dump == NULL || g_utf8_validate (dump, -1, NULL));
      g_clear_error (&error);
      ikrar_workbook_get_merges (workbook, i, NULL);
    }
  if (workbook == NULL)
    g_assert_cmpuint (error->domain, ==, IKRAR_ROSTER_ERROR);
}

static void
test_flipped (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  gsize size;
  g_autofree char *bytes = fixture_bytes (&size);

  for (guint round = 0; round < 1500; round++)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);
      g_autofree char *path = NULL;

      for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (gint32) size)] = (char) g_rand_int (rand);
      path = roster_file_write (fixture->folder, "rusak.xlsx", copy, size);
      read_whole (path);
    }
}

/* Sheets put together from pieces of sheets in any order. */
static void
test_shuffled_xml (RosterFixture *fixture, gconstpointer unused)
{
  static const char *const pieces[] = { "<sheetData>",
                                        "</sheetData>",
                                        "<row>",
                                        "<row r=\"9\">",
                                        "</row>",
                                        "<c>",
                                        "<c t=\"s\">",
                                        "</c>",
                                        "<v>",
                                        "</v>",
                                        "<is>",
                                        "</is>",
                                        "<t>",
                                        "</t>",
                                        "<f>",
                                        "</f>",
                                        "0",
                                        "Budi",
                                        "<rPh>",
                                        "</rPh>",
                                        "<c r=\"ZZZZ9\">",
                                        "&#10;",
                                        "<mergeCell ref=\"A1:B\"/>" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 1500; round++)
    {
      g_autoptr (GString) sheet = g_string_new ("<worksheet>");
      g_autofree char *path = NULL;

      for (int n = g_rand_int_range (rand, 1, 40); n > 0; n--)
        g_string_append (sheet, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_string_append (sheet, "</worksheet>");
      path = write_sheet (fixture, sheet->str);
      read_whole (path);
    }
}

static void
test_random_bytes (RosterFixture *fixture, gconstpointer unused)
{
  static const char *const heads[] = {
    "",          "PK\003\004",   "\xFF\xFE",
    "\xFE\xFF",  "\xEF\xBB\xBF", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    "Nama;NIP\n"
  };
  static const char letters[] = "\";,\t|\r\n\n\"\"ab1= ";
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) bytes = g_string_new (heads[round % G_N_ELEMENTS (heads)]);
      g_autofree char *path = NULL;
      gboolean wild = g_rand_boolean (rand);

      for (int n = g_rand_int_range (rand, 0, 300); n > 0; n--)
        g_string_append_c (bytes, wild ? (char) g_rand_int (rand)
                                       : letters[g_rand_int_range (rand, 0, sizeof letters - 1)]);
      path = roster_file_write (fixture->folder, "acak", bytes->str, bytes->len);
      read_whole (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  g_test_add ("/hostile/sheets", RosterFixture, NULL, roster_set_up, test_sheets, roster_tear_down);
  g_test_add ("/hostile/swollen", RosterFixture, NULL, roster_set_up, test_swollen,
              roster_tear_down);
  g_test_add ("/hostile/longest-cell", RosterFixture, NULL, roster_set_up, test_longest_cell,
              roster_tear_down);
  g_test_add ("/hostile/many-texts", RosterFixture, NULL, roster_set_up, test_many_texts,
              roster_tear_down);
  g_test_add ("/hostile/large-file", RosterFixture, NULL, roster_set_up, test_large_file,
              roster_tear_down);
  g_test_add ("/hostile/claimed-size", RosterFixture, NULL, roster_set_up, test_claimed_size,
              roster_tear_down);
  g_test_add ("/hostile/password", RosterFixture, NULL, roster_set_up, test_password,
              roster_tear_down);
  g_test_add ("/hostile/truncated", RosterFixture, NULL, roster_set_up, test_truncated,
              roster_tear_down);
  g_test_add ("/hostile/flipped", RosterFixture, NULL, roster_set_up, test_flipped,
              roster_tear_down);
  g_test_add ("/hostile/shuffled-xml", RosterFixture, NULL, roster_set_up, test_shuffled_xml,
              roster_tear_down);
  g_test_add ("/hostile/random-bytes", RosterFixture, NULL, roster_set_up, test_random_bytes,
              roster_tear_down);
  return g_test_run ();
}
