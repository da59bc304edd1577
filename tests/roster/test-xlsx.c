/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"
#include "roster/limits-private.h"

/* What programs write, one case a quirk met in the wild. */
static const struct
{
  const char *name;
  const char *sheet;
  const char *strings;
  const char *styles;
  const char *properties;
  const char *dump;
} quirks[] = {
  { "shared", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row></sheetData>",
    "<si><t>x</t></si><si><t>Nama</t></si>", NULL, NULL, "1 A:t:Nama\n" },
  { "inline",
    "<sheetData><row r=\"1\"><c r=\"B1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is>"
    "</c></row></sheetData>",
    NULL, NULL, NULL, "1 B:t: a \n" },
  { "rich text is joined, pronunciation left out",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><r><t>"
    "Bu</t></r><rPh><t>no</t></rPh><r><t>di</t></r></is></c></row></sheetData>",
    "<si><r><rPr><b/></rPr><t>Si</t></r><r><t>ti</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>",
    NULL, NULL, "1 A:t:Siti B:t:Budi\n" },
  { "no places",
    "<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"
    "</sheetData>",
    NULL, NULL, NULL, "1 A:n:1 C:n:3\n3 A:n:4\n" },
  { "some places",
    "<sheetData><row r=\"4\"><c r=\"C4\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    "</sheetData>",
    NULL, NULL, NULL, "4 C:n:1 D:n:2\n5 A:n:3\n" },
  { "places out of order",
    "<sheetData><row r=\"3\"><c r=\"C3\"><v>3</v></c><c r=\"A3\"><v>1</v></c></row><row r=\"2\">"
    "<c r=\"A2\"><v>2</v></c></row></sheetData>",
    NULL, NULL, NULL, "3 A:n:1 C:n:3\n4 A:n:2\n" },
  { "prefixed tags",
    "<x:sheetData xmlns:x=\"urn:x\"><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row>"
    "</x:sheetData>",
    "<x:si xmlns:x=\"urn:x\"><x:t>Nama</x:t></x:si>", NULL, NULL, "1 A:t:Nama\n" },
  { "types",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"n\"><v>198804202010011001</v></c><c r=\"B1\" t=\"b\">"
    "<v>1</v></c><c r=\"C1\" t=\"b\"><v>0</v></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c><c r=\"E1\" "
    "t=\"str\"><f>A1</f><v>hasil</v></c><c r=\"F1\" t=\"d\"><v>2024-02-06</v></c></row></sheetData>",
    NULL, NULL, NULL,
    "1 A:n:198804202010011001 B:b:TRUE C:b:FALSE D:e:#N/A E:t:hasil F:d:2024-02-06\n" },
  { "numbers as written",
    "<sheetData><row r=\"1\"><c r=\"A1\"><v>1.98804202010011E+17</v></c><c r=\"B1\"><v> 7 </v></c>"
    "</row></sheetData>",
    NULL, NULL, NULL, "1 A:n:1.98804202010011E+17 B:n:7\n" },
  { "formula without a result",
    "<sheetData><row r=\"1\"><c r=\"A1\"><f>UPPER(B5)</f><v></v></c><c r=\"B1\" t=\"str\"><f>X</f>"
    "<v></v></c><c r=\"C1\"><f>1+1</f><v>2</v></c></row></sheetData>",
    NULL, NULL, NULL, "1 A:e:=UPPER(B5) C:n:2\n" },
  { "escapes",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c "
    "r=\"C1\" t=\"s\"><v>2</v></c></row></sheetData>",
    "<si><t>a_x0041_b_x005F_x0041_</t></si><si><t>_xD83D__xDE00_</t></si><si><t>_x00g1_ _x1</t></si>",
    NULL, NULL, "1 A:t:aAb_x0041_ B:t:😀 C:t:_x00g1_ _x1\n" },
  { "a lone half of a letter",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>",
    "<si><t>a_xD83D_b_xDE00_c_x0000_d</t></si>", NULL, NULL,
    "1 A:t:a\xEF\xBF\xBD"
    "b\xEF\xBF\xBD"
    "cd\n" },
  { "only formatted",
    "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\" s=\"1\"><c r=\"A1\" s=\"1\"/></row>"
    "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
    NULL, NULL, NULL, "1048576 XFD:n:1\n" },
  { "hidden row",
    "<sheetData><row r=\"1\" hidden=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"false\"><c><v>2"
    "</v></c></row></sheetData>",
    NULL, NULL, NULL, "1* A:n:1\n2 A:n:2\n" },
  { "dates",
    "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>32253</v></c><c r=\"B1\" s=\"2\"><v>32253.5</v>"
    "</c><c r=\"C1\" s=\"0\"><v>32253</v></c><c r=\"D1\" s=\"3\"><v>32253</v></c><c r=\"E1\" s=\"9\">"
    "<v>5</v></c><c r=\"F1\" s=\"1\"><v>198804202010011001</v></c></row></sheetData>",
    NULL,
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy\"/><numFmt "
    "numFmtId=\"165\" formatCode=\"0&quot; hari&quot;\"/></numFmts><cellStyleXfs><xf "
    "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
    "numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>",
    NULL,
    "1 A:d:1988-04-20(32253) B:d:1988-04-20T12:00:00(32253.5) C:n:32253 D:n:32253 E:n:5 "
    "F:n:198804202010011001\n" },
  { "dates since 1904",
    "<sheetData><row r=\"1\"><c r=\"A1\" s=\"0\"><v>0.25</v></c><c r=\"B1\" s=\"0\"><v>30791</v></c>"
    "</row></sheetData>",
    NULL, "<cellXfs><xf numFmtId=\"22\"/></cellXfs>", "date1904=\"1\"",
    "1 A:d:06:00:00(0.25) B:d:1988-04-20(30791)\n" },
  { "foreign elements",
    "<sheetViews><sheetView/></sheetViews><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext>"
    "<t>no</t></ext></extLst></c></row></sheetData><extLst><ext><row><c><v>9</v></c></row></ext>"
    "</extLst>",
    NULL, NULL, NULL, "1 A:n:1\n" },
};

static void
test_quirks (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quirks); i++)
    {
      g_autofree char *path = roster_file_xlsx (fixture->folder, quirks[i].sheet, quirks[i].strings,
                                                quirks[i].styles, quirks[i].properties);
      g_autofree char *dump = roster_file_dump_path (path);

      g_test_message ("%s", quirks[i].name);
      g_assert_cmpstr (dump, ==, quirks[i].dump);
    }
}

static gboolean
take_sheet (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  guint *sheet = user_data;

  *sheet = row->sheet;
  return TRUE;
}

/* Part names as other programs write them: other folders, absolute, other case, backslashes, the
 * strict namespace, no styles and no shared texts. */
static void
test_part_names (RosterFixture *fixture, gconstpointer unused)
{
  static const RosterPart parts[] = {
    { "_rels\\.rels", "<Relationships><Relationship Id=\"a\" "
                      "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
                      "officeDocument\" Target=\"/Data/Book.xml\"/></Relationships>" },
    { "data/_rels/book.xml.rels",
      "<Relationships><Relationship Id=\"s2\" "
      "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
      "Target=\"..\\Sheets\\Two.xml\"/><Relationship Id=\"s1\" "
      "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
      "Target=\"/sheets/./one.XML\"/><Relationship Id=\"c\" "
      "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/chartsheet\" "
      "Target=\"chart.xml\"/></Relationships>" },
    { "Data/Book.xml",
      "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"urn:q\">"
      "<x:sheets><x:sheet name=\"Satu\" sheetId=\"5\" q:id=\"s1\"/><x:sheet name=\"Bagan\" "
      "sheetId=\"6\" q:id=\"c\"/><x:sheet name=\"Dua\" sheetId=\"7\" state=\"hidden\" q:id=\"s2\"/>"
      "</x:sheets></x:workbook>" },
    { "Sheets\\One.xml",
      "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>" },
    { "sheets/two.xml",
      "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>" },
    { NULL },
  };
  g_autofree char *path = roster_file_zip (fixture->folder, "odd.xlsx", parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  guint sheet = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (ikrar_workbook_get_name (workbook), ==, "odd.xlsx");
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (ikrar_workbook_get_sheet (workbook, 0)->name, ==, "Satu");
  g_assert_false (ikrar_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_true (ikrar_workbook_get_sheet (workbook, 1)->hidden);
  one = roster_file_dump (workbook, 0, &error);
  two = roster_file_dump (workbook, 1, &error);
  g_assert_cmpstr (one, ==, "1 A:n:1\n");
  g_assert_cmpstr (two, ==, "1 A:n:2\n");
  g_assert_true (ikrar_workbook_read (workbook, 1, take_sheet, &sheet, NULL, &error));
  g_assert_cmpuint (sheet, ==, 1);
}

static void
test_find_sheet (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_xlsx (fixture->folder, "<sheetData/>", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  static const char *const names[] = { "Data", "dATA", "1" };
  guint index = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (ikrar_workbook_find_sheet (workbook, names[i], &index, &error));
      g_assert_cmpuint (index, ==, 0);
    }
  g_assert_false (ikrar_workbook_find_sheet (workbook, "2", &index, &error));
  g_assert_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET);
  g_assert_nonnull (strstr (error->message, "Data"));
}

static gboolean
read_merges_within (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  return ikrar_workbook_get_merges (user_data, 0, error) != NULL;
}

static void
test_merges (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_xlsx (
      fixture->folder,
      "<sheetData><row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row></sheetData>"
      "<mergeCells count=\"9\"><mergeCell ref=\"A1:H1\"/><mergeCell ref=\"F7:F12\"/><mergeCell "
      "ref=\"A1\"/><mergeCell ref=\"B2:A1\"/><mergeCell ref=\"garbage\"/><mergeCell/></mergeCells>",
      NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  const GArray *merges;

  g_assert_true (ikrar_workbook_read (workbook, 0, read_merges_within, workbook, NULL, &error));
  merges = ikrar_workbook_get_merges (workbook, 0, &error);
  g_assert_cmpuint (merges->len, ==, 2);
  g_assert_cmpuint (g_array_index (merges, IkrarMerge, 0).last_column, ==, 7);
  g_assert_cmpuint (g_array_index (merges, IkrarMerge, 1).first_row, ==, 7);
  g_assert_cmpuint (g_array_index (merges, IkrarMerge, 1).last_row, ==, 12);
  g_assert_cmpuint (g_array_index (merges, IkrarMerge, 1).first_column, ==, 5);
}

/* They stand behind all rows: of a large sheet a glance has none. */
static void
test_glance (RosterFixture *fixture, gconstpointer unused)
{
  static const guint n_rows[] = { 3, IKRAR_GLANCE_ROWS + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (n_rows); i++)
    {
      g_autoptr (GString) sheet = g_string_new ("<sheetData>");
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = NULL;

      for (guint k = 1; k <= n_rows[i]; k++)
        g_string_append_printf (sheet, "<row r=\"%u\"><c r=\"A%u\"><v>1</v></c></row>", k, k);
      g_string_append (sheet, "</sheetData><mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>");
      path = roster_file_xlsx (fixture->folder, sheet->str, NULL, NULL, NULL);
      workbook = ikrar_workbook_glance (path, &error);
      g_assert_cmpuint (ikrar_workbook_get_merges (workbook, 0, &error)->len, ==, 1 - i);
      g_assert_cmpint (ikrar_workbook_is_partial (workbook), ==, (int) i);
      ikrar_workbook_free (workbook);
      workbook = ikrar_workbook_open (path, &error);
      g_assert_cmpuint (ikrar_workbook_get_merges (workbook, 0, &error)->len, ==, 1);
    }
}

static gboolean
stop_at_two (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  guint *last = user_data;

  *last = row->number;
  return row->number < 2;
}

static gboolean
fail_at_two (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  if (row->number < 2)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "two");
  return FALSE;
}

static void
test_stops (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_xlsx (
      fixture->folder,
      "<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>"
      "</sheetData>",
      NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IkrarProgress progress = { NULL, NULL, cancellable };
  guint last = 0;

  g_assert_true (ikrar_workbook_read (workbook, 0, stop_at_two, &last, NULL, &error));
  g_assert_cmpuint (last, ==, 2);
  g_assert_false (ikrar_workbook_read (workbook, 0, fail_at_two, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (ikrar_workbook_read (workbook, 0, stop_at_two, &last, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/xlsx/quirks", RosterFixture, NULL, roster_set_up, test_quirks, roster_tear_down);
  g_test_add ("/xlsx/part-names", RosterFixture, NULL, roster_set_up, test_part_names,
              roster_tear_down);
  g_test_add ("/xlsx/find-sheet", RosterFixture, NULL, roster_set_up, test_find_sheet,
              roster_tear_down);
  g_test_add ("/xlsx/merges", RosterFixture, NULL, roster_set_up, test_merges, roster_tear_down);
  g_test_add ("/xlsx/glance", RosterFixture, NULL, roster_set_up, test_glance, roster_tear_down);
  g_test_add ("/xlsx/stops", RosterFixture, NULL, roster_set_up, test_stops, roster_tear_down);
  return g_test_run ();
}
