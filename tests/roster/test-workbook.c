/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"

#define TEXT(literal) literal, sizeof literal - 1

/* What is sent in place of a roster, and a word that the message must have. */
static const struct
{
  const char *name;
  const char *bytes;
  gsize size;
  IkrarRosterError code;
  const char *word;
} others[] = {
  { "kosong.xlsx", TEXT (""), IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "empty" },
  { "kosong.csv", TEXT ("\xEF\xBB\xBF \r\n\r\n"), IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "empty" },
  { "daftar.xlsx", TEXT ("%PDF-1.7\n%\xE2\xE3\xCF\xD3"), IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    "PDF" },
  { "foto.xlsx", TEXT ("\xFF\xD8\xFF\xE0..JFIF"), IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "picture" },
  { "foto.csv", TEXT ("\x89PNG\r\n\x1A\n..."), IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "picture" },
  { "simpeg.xls", TEXT ("<!DOCTYPE HTML PUBLIC><html>"), IKRAR_ROSTER_ERROR_NO_SHEET,
    "without a table" },
  { "arsip.xls", TEXT ("MIME-Version: 1.0\r\nContent-Type: multipart/related; <html"),
    IKRAR_ROSTER_ERROR_FORMAT, ".mht" },
  { "daftar.gsheet", TEXT ("{\"doc_id\":\"1\",\"email\":\"a@b\"}"),
    IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "link" },
  { "tempel", TEXT ("https://docs.google.com/spreadsheets/d/1/edit#gid=0\r\n"),
    IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "Download" },
  { "daftar.url", TEXT ("[InternetShortcut]\r\nURL=https://x.id/\r\n"),
    IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "link" },
  { "foto.heic",
    "\0\0\0\x18"
    "ftypheic\0\0\0\0",
    16, IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "picture" },
  { "lembar.xls", TEXT ("<?xml version=\"1.0\"?><Workbook/>"), IKRAR_ROSTER_ERROR_FORMAT, "XML" },
  { "surat.doc", TEXT ("{\\rtf1\\ansi Nama}"), IKRAR_ROSTER_ERROR_NOT_SPREADSHEET,
    "text document" },
  { "arsip.rar", TEXT ("Rar!\x1A\x07\x00"), IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "archive" },
  { "lama.xls", TEXT ("\x09\x08\x10\x00\x00\x06\x05\x00...."), IKRAR_ROSTER_ERROR_DAMAGED,
    "old Excel" },
  { "program.csv", TEXT ("\x7F\x45\x4C\x46\x02\x01\x01\x03\x04\x05\x06\x07"),
    IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, ".csv" },
};

static void
assert_words (const GError *error, IkrarRosterError code, const char *name, const char *word)
{
  g_assert_error (error, IKRAR_ROSTER_ERROR, (int) code);
  if (strstr (error->message, word) == NULL || strstr (error->message, name) == NULL)
    g_error ("%s: %s", name, error->message);
}

static void
assert_says (const char *path, IkrarRosterError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  roster_file_assert_refused (path, (int) code);
  g_assert_null (ikrar_workbook_open (path, &error));
  assert_words (error, code, name, word);
}

static void
test_others (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path =
          roster_file_write (fixture->folder, others[i].name, others[i].bytes, others[i].size);

      assert_says (path, others[i].code, others[i].word);
    }
}

/* An encrypted .xlsx, and any other Office file, are boxes whose contents have UTF-16 names. */
static const struct
{
  const char *stream;
  IkrarRosterError code;
  const char *word;
} boxes[] = {
  { "EncryptedPackage", IKRAR_ROSTER_ERROR_ENCRYPTED, "password" },
  { "Workbook", IKRAR_ROSTER_ERROR_DAMAGED, "old Excel" },
  { "WordDocument", IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "no spreadsheet" },
};

static void
test_boxes (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (GString) bytes = g_string_new_len ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
      g_autofree char *path = NULL;

      g_string_append_len (bytes, "\0\0\0\0\0\0\0\0", 8);
      for (const char *at = boxes[i].stream; *at != '\0'; at++)
        {
          g_string_append_c (bytes, *at);
          g_string_append_c (bytes, '\0');
        }
      path = roster_file_write (fixture->folder, "kotak.xlsx", bytes->str, bytes->len);
      assert_says (path, boxes[i].code, boxes[i].word);
    }
}

/* Zip files that are no workbook. */
static const struct
{
  const char *part;
  IkrarRosterError code;
  const char *word;
} zips[] = {
  { "word/document.xml", IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "document" },
  { "ppt/presentation.xml", IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "presentation" },
  { "xl/workbook.bin", IKRAR_ROSTER_ERROR_FORMAT, ".xlsb" },
  { "content.xml", IKRAR_ROSTER_ERROR_FORMAT, "LibreOffice" },
  { "Index/Document.iwa", IKRAR_ROSTER_ERROR_FORMAT, "Export To" },
  { "foto/1.jpg", IKRAR_ROSTER_ERROR_NOT_SPREADSHEET, "Unpack" },
};

static void
test_zips (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zips); i++)
    {
      const RosterPart parts[] = { { zips[i].part, "<x/>" }, { NULL } };
      g_autofree char *path = roster_file_zip (fixture->folder, "arsip.xlsx", parts);

      assert_says (path, zips[i].code, zips[i].word);
    }
}

static void
test_no_sheet (RosterFixture *fixture, gconstpointer unused)
{
  static const RosterPart parts[] = { { "xl/workbook.xml", "<workbook><sheets/></workbook>" },
                                      { "xl/_rels/workbook.xml.rels", "<Relationships/>" },
                                      { NULL } };
  g_autofree char *path = roster_file_zip (fixture->folder, "tanpa.xlsx", parts);

  assert_says (path, IKRAR_ROSTER_ERROR_NO_SHEET, "no sheet");
}

static void
test_unreadable (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "tidak-ada.xlsx", NULL);

  const char *paths[] = { missing, fixture->folder };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (ikrar_workbook_open (paths[i], &error));
      assert_words (error, IKRAR_ROSTER_ERROR_UNREADABLE, name, "cannot be read");
    }
}

static const struct
{
  guint column;
  const char *letters;
} columns[] = { { 0, "A" },   { 25, "Z" },   { 26, "AA" },   { 51, "AZ" },
                { 52, "BA" }, { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };

static void
test_columns (void)
{
  const char *end;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *letters = ikrar_sheet_column_letters (columns[i].column);

      g_assert_cmpstr (letters, ==, columns[i].letters);
      g_assert_cmpint (ikrar_sheet_column_parse (columns[i].letters, NULL), ==,
                       (int) columns[i].column);
    }
  g_assert_cmpint (ikrar_sheet_column_parse ("aa12", &end), ==, 26);
  g_assert_cmpstr (end, ==, "12");
  g_assert_cmpint (ikrar_sheet_column_parse ("12", NULL), ==, -1);
  g_assert_cmpint (ikrar_sheet_column_parse ("", NULL), ==, -1);
  g_assert_cmpint (ikrar_sheet_column_parse ("XFE", NULL), ==, -1);
  g_assert_cmpint (ikrar_sheet_column_parse ("ZZZZZZZZZZZZZZZZZZZZZ", NULL), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workbook/others", RosterFixture, NULL, roster_set_up, test_others,
              roster_tear_down);
  g_test_add ("/workbook/boxes", RosterFixture, NULL, roster_set_up, test_boxes, roster_tear_down);
  g_test_add ("/workbook/zips", RosterFixture, NULL, roster_set_up, test_zips, roster_tear_down);
  g_test_add ("/workbook/no-sheet", RosterFixture, NULL, roster_set_up, test_no_sheet,
              roster_tear_down);
  g_test_add ("/workbook/unreadable", RosterFixture, NULL, roster_set_up, test_unreadable,
              roster_tear_down);
  g_test_add_func ("/workbook/columns", test_columns);
  return g_test_run ();
}
