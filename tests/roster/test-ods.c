/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"
#include "roster/limits-private.h"

#define TYPE "application/vnd.oasis.opendocument.spreadsheet"

/* A workbook whose <office:spreadsheet> holds @tables. */
static char *
write_ods (RosterFixture *fixture, const char *tables)
{
  g_autofree char *content = g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office=\"urn:o\" "
      "xmlns:table=\"urn:t\" xmlns:text=\"urn:x\" xmlns:style=\"urn:s\" xmlns:draw=\"urn:d\" "
      "xmlns:calcext=\"urn:c\"><office:automatic-styles><style:style style:name=\"ta1\"><style:"
      "table-properties table:display=\"true\"/></style:style><style:style style:name=\"ta2\">"
      "<style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
      "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
      "</office:document-content>",
      tables);
  const RosterPart parts[] = { { "mimetype", TYPE }, { "content.xml", content }, { NULL } };

  return roster_file_zip (fixture->folder, "daftar.ods", parts);
}

static char *
write_rows (RosterFixture *fixture, const char *rows)
{
  g_autofree char *table = g_strconcat ("<table:table table:name=\"Data\"><table:table-column/>",
                                        rows, "</table:table>", NULL);

  return write_ods (fixture, table);
}

#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define CELL(attributes, content) "<table:table-cell " attributes ">" content "</table:table-cell>"
#define P(text) "<text:p>" text "</text:p>"
#define TEXT_CELL(text) CELL ("office:value-type=\"string\"", P (text))

static const struct
{
  const char *name;
  const char *rows;
  const char *dump;
} quirks[] = {
  { "texts", ROW (TEXT_CELL ("Nama") TEXT_CELL ("NIP")) ROW (CELL ("", "") TEXT_CELL ("1")),
    "1 A:t:Nama B:t:NIP\n2 B:t:1\n" },
  { "blank rows and cells to the end",
    ROW (TEXT_CELL (
        "a") "<table:table-cell table:number-columns-repeated=\"16383\"/>") "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell "
                                                                            "table:number-columns-repeated=\"16384\"/></table:table-row>" ROW (
                                                                                TEXT_CELL (
                                                                                    "b")) "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell/>"
                                                                                          "</table:table-row>",
    "1 A:t:a\n1048575 A:t:b\n" },
  { "equal rows and cells stand once",
    "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
    "table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p>"
    "</table:table-cell><table:table-cell/></table:table-row>" ROW (TEXT_CELL ("y")),
    "1 A:t:x B:t:x\n2 A:t:x B:t:x\n3 A:t:x B:t:x\n4 A:t:y\n" },
  { "a number counts as it is kept",
    ROW (CELL ("office:value-type=\"float\" office:value=\"198804202010011001\" "
               "calcext:value-type=\"float\"",
               P ("1.98804202010011E+17"))
             CELL ("office:value-type=\"float\" office:value=\"812\"", P ("0812"))
                 CELL ("office:value-type=\"percentage\" office:value=\"0.5\"", P ("50%"))
                     CELL ("office:value-type=\"float\" office:value=\"7\"", P ("7"))),
    "1 A:n:198804202010011001(1.98804202010011E+17) B:n:812(0812) C:n:0.5(50%) D:n:7\n" },
  { "dates and hours",
    ROW (CELL ("office:value-type=\"date\" office:date-value=\"1988-04-20\"", P ("20/04/88")) CELL (
        "office:value-type=\"date\" office:date-value=\"1988-04-20T12:30:00.5\"",
        "") CELL ("office:value-type=\"date\" office:date-value=\"1988-04-20T00:00:00\"",
                  P ("1988-04-20"))
             CELL ("office:value-type=\"time\" office:time-value=\"PT06H30M00S\"", P ("06:30"))),
    "1 A:d:1988-04-20(20/04/88) B:d:1988-04-20T12:30:00 C:d:1988-04-20 D:d:06:30:00(06:30)\n" },
  { "truths, errors, formulas",
    ROW (CELL ("office:value-type=\"boolean\" office:boolean-value=\"true\"", P ("BENAR"))
             CELL ("table:formula=\"of:=NA()\" office:value-type=\"string\" "
                   "office:string-value=\"\" calcext:value-type=\"error\"",
                   P ("#N/A")) CELL ("table:formula=\"of:=UPPER([.B5])\"", "")
                 CELL ("table:formula=\"of:=[.A1]\" office:value-type=\"string\"", P ("hasil"))
                     CELL ("office:value-type=\"string\" office:string-value=\"x\"", "")),
    "1 A:b:TRUE B:e:#N/A C:e:=UPPER([.B5]) D:t:hasil E:t:x\n" },
  { "lines and spaces",
    ROW (CELL ("",
               P (" Dr. <text:span>H.</text:span>\n  Bustan<text:s text:c=\"2\"/>S.E. ")
                   P ("NIP.<text:tab/>1<text:line-break/><text:a>2</text:a>"))),
    "1 A:t:Dr. H. Bustan  S.E.\nNIP.\t1\n2\n" },
  { "notes and pictures are no text",
    ROW (CELL ("",
               "<office:annotation><text:p>no</text:p></office:annotation>" P (
                   "a<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>no"
                   "</text:ruby-text></text:ruby>c<office:annotation><text:p>no</text:p>"
                   "</office:annotation>d") "<draw:frame><draw:text-box><text:p>no</text:p>"
                                            "</draw:text-box></draw:frame>") TEXT_CELL ("e")),
    "1 A:t:abcd B:t:e\n" },
  { "covered cells have nothing to say",
    ROW (CELL (
        "table:number-columns-spanned=\"2\"",
        P ("Dinas")) "<table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>" TEXT_CELL ("x")),
    "1 A:t:Dinas C:t:x\n" },
  { "hidden rows",
    "<table:table-row table:visibility=\"collapse\"><table:table-cell><text:p>a</text:p>"
    "</table:table-cell></table:table-row><table:table-row table:visibility=\"filter\">"
    "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
    "<table:table-row-group><table:table-row-group table:display=\"false\"><table:table-row-group>" ROW (
        TEXT_CELL (
            "c")) "</table:table-row-group>" ROW (TEXT_CELL ("d")) "</table:table-row-group>" ROW (TEXT_CELL ("e")) "</table:table-row-group>",
    "1* A:t:a\n2* A:t:b\n3* A:t:c\n4* A:t:d\n5 A:t:e\n" },
  { "rows in groups, a table in a cell, shapes",
    "<table:shapes><draw:frame><text:p>no</text:p></draw:frame></table:shapes>"
    "<table:table-header-rows>" ROW (TEXT_CELL ("a")) "</table:table-header-rows><table:table-rows>" ROW (
        CELL (
            "",
            "<table:table>" ROW (TEXT_CELL ("no")) "</table:table>" P ("b"))) "</table:table-rows>",
    "1 A:t:a\n2 A:t:b\n" },
};

static void
test_quirks (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quirks); i++)
    {
      g_autofree char *path = write_rows (fixture, quirks[i].rows);
      g_autofree char *dump = roster_file_dump_path (path);

      g_test_message ("%s", quirks[i].name);
      g_assert_cmpstr (dump, ==, quirks[i].dump);
    }
}

static void
test_sheets (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = write_ods (
      fixture, "<table:tracked-changes><table:table-cell><text:p>no</text:p></table:table-cell>"
               "</table:tracked-changes><table:table table:name=\"Dinas &amp; Badan\" "
               "table:style-name=\"ta1\">" ROW (
                   TEXT_CELL ("a")) "</table:table><table:table "
                                    "table:name=\"Lain\" table:style-name=\"ta2\">" ROW (
                                        TEXT_CELL ("b")) "</table:table>");
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (ikrar_workbook_get_sheet (workbook, 0)->name, ==, "Dinas & Badan");
  g_assert_false (ikrar_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_true (ikrar_workbook_get_sheet (workbook, 1)->hidden);
  one = roster_file_dump (workbook, 0, &error);
  two = roster_file_dump (workbook, 1, &error);
  g_assert_cmpstr (one, ==, "1 A:t:a\n");
  g_assert_cmpstr (two, ==, "1 A:t:b\n");
}

static void
test_merges (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = write_rows (
      fixture,
      ROW (
          CELL ("table:number-columns-spanned=\"3\" table:number-rows-spanned=\"1\"", P ("a")) "<table:covered-table-cell table:number-columns-repeated=\"2\"/>" CELL (
              "table:number-rows-spanned=\"99999999\"",
              "")) "<table:table-row table:number-rows-repeated=\"4\"><table:table-cell/>"
                   "</table:table-row>" ROW ("<table:table-cell/>" CELL (
                       "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"",
                       P ("b"))));
  static const IkrarMerge expected[] = { { 1, 1, 0, 2 }, { 1, 1048576, 3, 3 }, { 6, 7, 1, 2 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  const GArray *merges;

  g_assert_no_error (error);
  merges = ikrar_workbook_get_merges (workbook, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (merges->data, merges->len * sizeof (IkrarMerge), expected, sizeof expected);
}

/* A glance lists the sheets that begin within its rows; those of hidden ones do not count. */
static void
test_glance (RosterFixture *fixture, gconstpointer unused)
{
  static const char row[] = ROW (TEXT_CELL ("Ani"));
  static const struct
  {
    const char *style;
    guint rows;
    guint n_sheets;
  } cases[] = { { "ta1", 3, 3 }, { "ta1", IKRAR_GLANCE_ROWS + 1, 2 }, { "ta2", 2000, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) tables =
          g_string_new ("<table:table table:name=\"A\">" ROW (TEXT_CELL ("Nama")) "</table:table>");
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = NULL;

      g_string_append_printf (tables, "<table:table table:name=\"B\" table:style-name=\"%s\">",
                              cases[i].style);
      for (guint k = 1; k < cases[i].rows; k++)
        g_string_append (tables, row);
      g_string_append (tables, "</table:table><table:table table:name=\"C\">");
      g_string_append_printf (tables, "%s</table:table>", row);
      path = write_ods (fixture, tables->str);
      workbook = ikrar_workbook_glance (path, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, cases[i].n_sheets);
      g_assert_cmpint (ikrar_workbook_is_partial (workbook), ==, cases[i].n_sheets < 3);
      ikrar_workbook_free (workbook);
      workbook = ikrar_workbook_open (path, &error);
      g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, 3);
      g_assert_false (ikrar_workbook_is_partial (workbook));
    }
}

/* Merged cells far below are not looked for. */
static void
test_glance_merges (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autoptr (IkrarWorkbook) whole = NULL;

  for (guint i = 0; i < IKRAR_GLANCE_ROWS + 100; i++)
    g_string_append (rows, i % 10 > 0
                               ? ROW (TEXT_CELL ("x"))
                               : ROW (CELL ("table:number-rows-spanned=\"10\"", P ("Dinas"))));
  path = write_rows (fixture, rows->str);
  whole = ikrar_workbook_open (path, &error);
  g_assert_cmpuint (ikrar_workbook_get_merges (whole, 0, &error)->len, ==, 113);
  workbook = ikrar_workbook_glance (path, &error);
  g_assert_cmpuint (ikrar_workbook_get_merges (workbook, 0, &error)->len, ==, 103);
  g_assert_true (ikrar_workbook_is_partial (workbook));
}

/* What is no spreadsheet, or cannot be read. */
static const struct
{
  const char *type;
  const char *manifest;
  const char *content;
  IkrarRosterError code;
} others[] = {
  { TYPE,
    "<manifest:manifest xmlns:manifest=\"urn:m\"><manifest:file-entry><manifest:encryption-data/>"
    "</manifest:file-entry></manifest:manifest>",
    "\x01\x02\x03", IKRAR_ROSTER_ERROR_ENCRYPTED },
  { "application/vnd.oasis.opendocument.text", "<x/>", "<x/>", IKRAR_ROSTER_ERROR_NOT_SPREADSHEET },
  { "application/vnd.sun.xml.calc", "<x/>", "<x/>", IKRAR_ROSTER_ERROR_FORMAT },
  { TYPE, "<x/>", "<document-content/>", IKRAR_ROSTER_ERROR_NO_SHEET },
  { TYPE, "<x/>", "<!DOCTYPE x><document-content/>", IKRAR_ROSTER_ERROR_DAMAGED },
  { TYPE, "<x/>", "<document-content><body>", IKRAR_ROSTER_ERROR_DAMAGED },
  { TYPE, "<x/>", "", IKRAR_ROSTER_ERROR_DAMAGED },
};

static void
test_others (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const RosterPart parts[] = { { "mimetype", others[i].type },
                                   { "META-INF/manifest.xml", others[i].manifest },
                                   { "content.xml", others[i].content },
                                   { NULL } };
      g_autofree char *path = roster_file_zip (fixture->folder, "lain.ods", parts);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      roster_file_assert_refused (path, (int) others[i].code);
    }
}

/* Small files that say that their cells are repeated. */
static const struct
{
  const char *name;
  const char *row;
  const char *cell;
  guint letters;
} bombs[] = {
  { "rows", "table:number-rows-repeated=\"1048577\"", "", 1000 },
  { "cells", "table:number-rows-repeated=\"1048576\"", "table:number-columns-repeated=\"16384\"",
    1 },
  { "long cells", "", "table:number-columns-repeated=\"16384\"", 32767 },
  { "too long a cell", "", "", 32768 },
  { "too many columns", "", "table:number-columns-repeated=\"99999\"", 1 },
};

static void
test_bombs (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *text = g_strnfill (bombs[i].letters, 'x');
      g_autofree char *rows = g_strdup_printf (
          "<table:table-row %s><table:table-cell/><table:table-cell %s><text:p>%s</text:p>"
          "</table:table-cell></table:table-row>",
          bombs[i].row, bombs[i].cell, text);
      g_autofree char *path = write_rows (fixture, rows);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);

      g_test_message ("%s", bombs[i].name);
      g_assert_no_error (error);
      g_assert_false (
          ikrar_workbook_read (workbook, 0, roster_file_take_nothing, NULL, NULL, &error));
      g_assert_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE);
    }
}

/* Real files of Gnumeric and LibreOffice. */
static void
test_programs (RosterFixture *fixture, gconstpointer unused)
{
  static const char *const names[] = { "sheet.ods" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "roster", "data", names[i], NULL);
      g_autofree char *dump = roster_file_dump_path (path);

      g_test_message ("%s", dump);
      g_assert_nonnull (strstr (dump, "A:t:"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ods/quirks", RosterFixture, NULL, roster_set_up, test_quirks, roster_tear_down);
  g_test_add ("/ods/sheets", RosterFixture, NULL, roster_set_up, test_sheets, roster_tear_down);
  g_test_add ("/ods/merges", RosterFixture, NULL, roster_set_up, test_merges, roster_tear_down);
  g_test_add ("/ods/glance", RosterFixture, NULL, roster_set_up, test_glance, roster_tear_down);
  g_test_add ("/ods/glance/merges", RosterFixture, NULL, roster_set_up, test_glance_merges,
              roster_tear_down);
  g_test_add ("/ods/others", RosterFixture, NULL, roster_set_up, test_others, roster_tear_down);
  g_test_add ("/ods/bombs", RosterFixture, NULL, roster_set_up, test_bombs, roster_tear_down);
  g_test_add ("/ods/programs", RosterFixture, NULL, roster_set_up, test_programs, roster_tear_down);
  return g_test_run ();
}
