/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Plain rows are read straight from their bytes, all others by the XML parser. Both must read the
 * same. A comment in a row, which says nothing, sends it to the parser. */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"

#define SEED 20241123
#define ROUNDS 2500
#define COMMENT "<!-- -->"

/* The rows of a workbook, or the code of the error. */
static char *
read_parts (RosterFixture *fixture, const char *sheet, const char *strings)
{
  const RosterPart parts[] = {
    { "xl/workbook.xml",
      "<workbook><sheets><sheet name=\"Data\" r:id=\"r\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r\" Type=\"/worksheet\" Target=\"s.xml\"/><Relationship "
      "Id=\"t\" Type=\"/sharedStrings\" Target=\"t.xml\"/></Relationships>" },
    { "xl/s.xml", sheet },
    { "xl/t.xml", strings },
    { NULL },
  };
  g_autofree char *path = roster_file_zip (fixture->folder, "roster.xlsx", parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  char *dump;

  g_assert_no_error (error);
  dump = roster_file_dump (workbook, 0, &error);
  if (dump != NULL)
    return dump;
  g_assert_cmpuint (error->domain, ==, IKRAR_ROSTER_ERROR);
  return g_strdup_printf ("error %d", error->code);
}

#define ROWS(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define TEXTS \
  "<sst><si><t>satu</t></si><si><t xml:space=\"preserve\"> dua &amp; </t></si><si/></sst>"

static const struct
{
  const char *name;
  const char *sheet;
  const char *dump;
} sheets[] = {
  { "pretty printed",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet>\n <sheetData >\n  <row r=\"1\" >\n"
    "   <c r=\"A1\" t=\"s\" >\n<v>0</v>\n</c>\n   <c r=\"B1\"\n/>\n  </row>\n  <row\n/>\n <row><c "
    "t='s'><v>1</v></c></row></sheetData>\n</worksheet>\n",
    "1 A:t:satu\n3 A:t: dua & \n" },
  { "comments with the end of a row",
    ROWS ("<row><!-- </row> --><c><v>1</v></c></row><row><c><v>2</v></c></row>"),
    "1 A:n:1\n2 A:n:2\n" },
  { "a comment with rows", ROWS ("<!-- <row><c><v>9</v></c></row> --><row><c><v>1</v></c></row>"),
    "1 A:n:1\n" },
  { "a comment with the element of the rows",
    "<!-- <sheetData><row><c><v>9</v></c></row></sheetData> -->" ROWS (
        "<row><c><v>1</v></c></row>"),
    "1 A:n:1\n" },
  { "CDATA",
    ROWS ("<row><c t=\"str\"><v><![CDATA[</row>]]></v></c></row><row><c><v>2</v></c></row>"),
    "1 A:t:</row>\n2 A:n:2\n" },
  { "an instruction", ROWS ("<row><?x </row> ?><c><v>1</v></c></row>"), "1 A:n:1\n" },
  { "entities by number", ROWS ("<row><c t=\"str\"><v>&#233;&lt;</v></c></row>"), "1 A:t:é<\n" },
  { "nothing", "<worksheet><sheetData/></worksheet>", "" },
  { "rows that are none", "<worksheet><row><c><v>1</v></c></row></worksheet>", "" },
  { "rows behind the rows",
    "<worksheet><sheetData></sheetData><x><row><c><v>1</v></c></row></x></worksheet>", "" },
  { "another encoding",
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" ROWS (
        "<row><c t=\"str\"><v>Jos\xE9</v></c></row>"),
    "1 A:t:José\n" },
  { "line ends of Windows", ROWS ("<row>\r\n<c t=\"str\"><v>a\r\nb</v></c>\r\n</row>"),
    "1 A:t:a\nb\n" },
  { "a control character", ROWS ("<row><c t=\"str\"><v>a\001</v></c></row>"), "error 4" },
  { "broken UTF-8", ROWS ("<row><c t=\"str\"><v>\xE9</v></c></row>"), "error 4" },
  { "wrong order of tags", ROWS ("<row><c><v>1</c></v></row>"), "error 4" },
  { "missing quotes", ROWS ("<row><c r=A1><v>1</v></c></row>"), "error 4" },
  { "lone ampersand", ROWS ("<row><c t=\"str\"><v>a & b</v></c></row>"), "error 4" },
  { "cut in a row", "<worksheet><sheetData><row><c><v>1</v></c></row><row><c>", "error 4" },
  { "cut behind a row", "<worksheet><sheetData><row><c><v>1</v></c></row>", "error 4" },
};

static void
test_sheets (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *dump = read_parts (fixture, sheets[i].sheet, TEXTS);

      g_test_message ("%s", sheets[i].name);
      g_assert_cmpstr (dump, ==, sheets[i].dump);
    }
}

/* What a random cell is put together from; every other is odd in some way. */
static const char *const attributes[] = {
  "",       " r=\"C9\"",          " t=\"s\"",   " t=\"str\"",  " t=\"b\"",   " s=\"1\"",
  " t='e'", "  t=\"inlineStr\" ", " x:y=\"z\"", " r=\"&lt;\"", " t=\"n\"\n", " cm=\"1\""
};
static const char *const contents[] = { "<v>0</v>",
                                        "<v>1</v>",
                                        "",
                                        "<v/>",
                                        "<v></v>",
                                        " <v> 7 </v> ",
                                        "<f>A1&lt;2</f><v>3</v>",
                                        "<f t=\"shared\" si=\"0\"/><v>4</v>",
                                        "<f>A1</f>",
                                        "<is><t>isi</t></is>",
                                        "<is><t xml:space=\"preserve\"> b </t></is>",
                                        "<is><r><t>ka</t></r><r><t>ya</t></r></is>",
                                        "<is><t/></is>",
                                        "<v>a&amp;b&quot;c&apos;d&gt;e</v>",
                                        "<v>&#65;</v>",
                                        "<v>_x0041_</v>",
                                        "<v>x>y</v>",
                                        "<v>é’😀</v>",
                                        "<v>1</v><v>2</v>",
                                        "<v>1</v><f>A1</f>",
                                        "<extLst><v>9</v></extLst>",
                                        "<x:v>5</x:v>",
                                        "<v>a\tb\nc</v>",
                                        "<v><b>1</b></v>" };
static const char *const rows[] = { "<row>", "<row r=\"5\">", "<row hidden=\"1\" spans='1:3'>",
                                    "<row  r=\"900\"\n>", "<row x:z=\"&amp;\">" };

#define PICK(rand, list) (list[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))])

static void
add_row (GRand *rand, GString *plain, GString *commented)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  const char *start = PICK (rand, rows);

  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      const char *attribute = PICK (rand, attributes);

      if (g_rand_int_range (rand, 0, 8) == 0)
        g_string_append_printf (cells, "<c%s/>", attribute);
      else
        g_string_append_printf (cells, "<c%s>%s</c>", attribute, PICK (rand, contents));
    }
  g_string_append_printf (plain, "%s%s</row>", start, cells->str);
  g_string_append_printf (commented, "%s" COMMENT "%s</row>", start, cells->str);
}

static void
test_same_rows (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) plain = g_string_new ("<worksheet><sheetData>");
      g_autoptr (GString) commented = g_string_new (plain->str);
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
        add_row (rand, plain, commented);
      g_string_append (plain, "</sheetData></worksheet>");
      g_string_append (commented, "</sheetData></worksheet>");
      one = read_parts (fixture, plain->str, TEXTS);
      two = read_parts (fixture, commented->str, TEXTS);
      if (strcmp (one, two) != 0)
        g_error ("%s\n%s\n%s", plain->str, one, two);
    }
}

static const char *const texts[] = { "<t>a</t>",
                                     "<t xml:space=\"preserve\"> b </t>",
                                     "<t/>",
                                     "",
                                     "<r><t>c</t></r><r><t>d</t></r>",
                                     "<t>&amp;&#65;</t>",
                                     "<t>_x000D_</t>",
                                     "<t>é</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>",
                                     "<t>a>b</t>" };

static void
test_same_texts (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < ROUNDS / 5; round++)
    {
      g_autoptr (GString) plain = g_string_new ("<sst count=\"9\">");
      g_autoptr (GString) commented = g_string_new (plain->str);
      g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData><row>");
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      for (guint i = 0; i < 6; i++)
        {
          const char *text = PICK (rand, texts);

          g_string_append_printf (plain, "<si>%s</si>", text);
          g_string_append_printf (commented, "<si>" COMMENT "%s</si>", text);
          g_string_append_printf (sheet, "<c t=\"s\"><v>%u</v></c>", i);
        }
      g_string_append (plain, "</sst>");
      g_string_append (commented, "</sst>");
      g_string_append (sheet, "</row></sheetData></worksheet>");
      one = read_parts (fixture, sheet->str, plain->str);
      two = read_parts (fixture, sheet->str, commented->str);
      g_assert_cmpstr (one, ==, two);
    }
}

/* Rows lie across the pieces in which a part is read, plain ones and others. */
static void
test_long_sheet (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *dump = NULL;

  for (guint i = 1; i <= 20000; i++)
    {
      g_string_append_printf (sheet, "<row r=\"%u\">%s<c t=\"str\"><v>Peserta %u</v></c></row>", i,
                              i % 7 == 0 ? COMMENT : "", i);
      g_string_append_printf (expected, "%u A:t:Peserta %u\n", i, i);
    }
  g_string_append (sheet, "</sheetData></worksheet>");
  dump = read_parts (fixture, sheet->str, TEXTS);
  g_assert_true (strcmp (dump, expected->str) == 0);
}

/* Merged cells behind many rows are found by stepping over the rows. */
static void
test_merges (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_xlsx (
      fixture->folder,
      "<sheetData><row/><row><c><v>1</v></c></row><row>" COMMENT "<c t=\"str\"><v>"
      "<![CDATA[</row><mergeCell ref=\"A9:B9\"/>]]></v></c></row></sheetData>"
      "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
      NULL, NULL, NULL);
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);
  const GArray *merges = ikrar_workbook_get_merges (workbook, 0, NULL);

  g_assert_cmpuint (merges->len, ==, 1);
  g_assert_cmpuint (g_array_index (merges, IkrarMerge, 0).first_row, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  g_test_add ("/xlsx-scan/sheets", RosterFixture, NULL, roster_set_up, test_sheets,
              roster_tear_down);
  g_test_add ("/xlsx-scan/same-rows", RosterFixture, NULL, roster_set_up, test_same_rows,
              roster_tear_down);
  g_test_add ("/xlsx-scan/same-texts", RosterFixture, NULL, roster_set_up, test_same_texts,
              roster_tear_down);
  g_test_add ("/xlsx-scan/long-sheet", RosterFixture, NULL, roster_set_up, test_long_sheet,
              roster_tear_down);
  g_test_add ("/xlsx-scan/merges", RosterFixture, NULL, roster_set_up, test_merges,
              roster_tear_down);
  return g_test_run ();
}
