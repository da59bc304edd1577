/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"
#include "roster/limits-private.h"

#define TEXT(literal) literal, sizeof literal - 1
#define HEADS "<tr><th>Nama<th>NIP"

/* Pages as programs write them, and what their first table is read as. */
static const struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *dump;
} pages[] = {
  { "plain",
    TEXT ("<table><tr><td>Nama</td><td>NIP</td></tr><tr><td>Ani</td><td>198804202010011001"
          "</td></tr></table>"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:198804202010011001\n" },
  { "nothing closed", TEXT ("\xEF\xBB\xBF\r\n<TABLE BORDER=1>" HEADS "<TR><TD>Ani<TD>1"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:1\n" },
  { "of Excel",
    TEXT (
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta "
        "http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><style><!--table {} "
        "td {mso-number-format:\"\\@\";}--></style></head><body><!--[if gte mso 9]><xml></xml>"
        "<![endif]--><table><col width=64><tr height=20><td class=xl65>Nama</td><td x:num>NIP</td>"
        "</tr><tr style='display:none'><td>Jos\xE9&nbsp;&nbsp;</td><td x:str>'1 </td></tr></table>"),
    "1 A:t:Nama B:t:NIP\n2* A:t:José B:t:'1\n" },
  { "lines, entities, blanks",
    TEXT ("<table>" HEADS
          "<tr><td> <p>Dr. <b>H.</b>\n  Bustan,&nbsp;S.E. </p><p>NIP. 1</p><br></td>"
          "<td>a<br/>b<br>&lt;c&gt; &amp; &#233; &eacute;</td></tr><tr><td>&nbsp;</td><td>x</td>"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Dr. H. Bustan,\xC2\xA0S.E.\nNIP. 1 B:t:a\nb\n<c> & é é\n3 B:t:x\n" },
  { "merged",
    TEXT ("<table>" HEADS "<tr><td rowspan=2>Dinas<td>a<tr><td>b<tr><td colspan=2>x<td>c"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Dinas B:t:a\n3 B:t:b\n4 A:t:x C:t:c\n" },
  { "tables that arrange the page",
    TEXT ("<table><tr><td>DAFTAR NAMA<tr><td><table>" HEADS "<tr><td>Ani<td>1</table></table>"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:1\n" },
  { "a table in a cell", TEXT ("<table>" HEADS "<tr><td>Ani <table><tr><td>x</table> Sari<td>1"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani Sari B:t:1\n" },
  { "one column", TEXT ("<table><tr><td>Nama<tr><td>Ani</table>"), "1 A:t:Nama\n2 A:t:Ani\n" },
  { "scripts", TEXT ("<table>" HEADS "<tr><td>Ani<script>'<td>no'</script><style>no</style><td>1"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:1\n" },
  { "parts of a table",
    TEXT ("<table><caption>X</caption><thead>" HEADS
          "</thead><tbody><tr><td>Ani<td>1</tbody><tfoot><tr><td>Jumlah<td>1"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:1\n3 A:t:Jumlah B:t:1\n" },
  { "a warning in front", TEXT ("<br />\n<b>Notice</b>: x\n<table>" HEADS "</table>"),
    "1 A:t:Nama B:t:NIP\n" },
  { "from the clipboard",
    TEXT ("Version:0.9\r\nStartHTML:00000097\r\n<html><body><!--StartFragment--><table>" HEADS
          "</table><!--EndFragment--></body></html>"),
    "1 A:t:Nama B:t:NIP\n" },
  { "a comment of LibreOffice",
    TEXT ("<table>" HEADS "<tr><td><a class='comment-indicator'></a><comment>no</comment>Ani<td>1"),
    "1 A:t:Nama B:t:NIP\n2 A:t:Ani B:t:1\n" },
  { "only rows", TEXT ("<tr><td>Nama</td><td>NIP</td></tr>"), NULL },
  { "of XML",
    TEXT ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"urn:x\"><table>" HEADS
          "<tr><td>é<td/></table></html>"),
    "1 A:t:Nama B:t:NIP\n2 A:t:é\n" },
  { "UTF-16",
    TEXT ("\xFF\xFE<\0t\0a\0b\0l\0e\0>\0<\0t\0r\0>\0<\0t\0d\0>\0\xE9\0<\0t\0d\0>\0\x19\x20"),
    "1 A:t:é B:t:’\n" },
  { "Latin 2 that says so", TEXT ("<meta charset='iso-8859-2'><table><tr><td>\xB1<td>b</table>"),
    "1 A:t:ą B:t:b\n" },
  { "UTF-8 that says something else",
    TEXT ("<meta charset=windows-1252><table><tr><td>\xC3\xA9<td>b</table>"), "1 A:t:é B:t:b\n" },
  { "broken UTF-8", TEXT ("<meta charset=utf-8><table><tr><td>\xC3\xA9\xE9<td>b</table>"),
    "1 A:t:é\xEF\xBF\xBD B:t:b\n" },
  { "NUL", TEXT ("<table><tr><td>a\0b<td>b</table>"), "1 A:t:a b B:t:b\n" },
};

static void
test_pages (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path =
          roster_file_write (fixture->folder, "a.xls", pages[i].bytes, pages[i].size);
      g_autofree char *dump = NULL;

      g_test_message ("%s", pages[i].name);
      if (pages[i].dump == NULL)
        {
          roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_NO_SHEET);
          continue;
        }
      dump = roster_file_dump_path (path);
      g_assert_cmpstr (dump, ==, pages[i].dump);
    }
}

static void
test_sheets (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_text (
      fixture->folder, "a.xls",
      "<h3>Dinas <i>Kesehatan</i></h3><table>" HEADS "<tr><td>Ani<td>1</table><table><tr><td>no"
      "</table><table><caption>Dinas Sosial</caption>" HEADS "</table><table>" HEADS "</table>");
  static const char *const names[] = { "Dinas Kesehatan", "Dinas Sosial", "Table 3" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (ikrar_workbook_get_sheet (workbook, i)->name, ==, names[i]);
  dump = roster_file_dump (workbook, 1, &error);
  g_assert_cmpstr (dump, ==, "1 A:t:Nama B:t:NIP\n");
}

static void
test_merges (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_text (
      fixture->folder, "a.xls",
      "<table><tr><td colspan=3>DAFTAR<tr><td rowspan=9>Dinas<td>a<td>b<tr><td>c<td "
      "colspan=x>d<tr><td colspan=2 rowspan=2>e</table>");
  static const IkrarMerge expected[] = { { 1, 1, 0, 2 }, { 2, 4, 0, 0 }, { 4, 4, 1, 2 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  const GArray *merges;

  g_assert_no_error (error);
  merges = ikrar_workbook_get_merges (workbook, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (merges->data, merges->len * sizeof (IkrarMerge), expected, sizeof expected);
}

/* A glance lists the tables that begin within its rows, and knows merged cells so far. */
static void
test_glance (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) page = g_string_new ("<table><tr><td>Menu</table><table>" HEADS);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autoptr (IkrarWorkbook) whole = NULL;
  g_autofree char *dump = NULL;
  guint sheet;

  for (guint i = 0; i < IKRAR_GLANCE_ROWS + 100; i++)
    g_string_append (page, i % 10 > 0 ? "<tr><td>b<td>c" : "<tr><td rowspan=10>Dinas<td>b<td>c");
  g_string_append (page, "</table><table>" HEADS "</table>");
  path = roster_file_text (fixture->folder, "a.xls", page->str);
  whole = ikrar_workbook_open (path, &error);
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (whole), ==, 2);
  g_assert_cmpuint (ikrar_workbook_get_merges (whole, 0, &error)->len, ==, 113);
  workbook = ikrar_workbook_glance (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, 1);
  g_assert_true (ikrar_workbook_is_partial (workbook));
  g_assert_cmpuint (ikrar_workbook_get_merges (workbook, 0, &error)->len, ==, 103);
  dump = roster_file_dump (workbook, 0, &error);
  g_assert_true (g_str_has_prefix (dump, "1 A:t:Nama B:t:NIP\n2 A:t:Dinas B:t:b C:t:c\n"));
  g_assert_false (ikrar_workbook_find_sheet (workbook, "1", &sheet, NULL));
  g_assert_true (ikrar_workbook_find_sheet (whole, "1", &sheet, NULL));
}

static gboolean
add_marks (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  g_string_append_c (user_data, row->marked ? 'x' : '-');
  return TRUE;
}

/* Rows that are marked, and columns that are hidden. */
static void
test_looks (RosterFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *page;
    const char *marks;
    const char *hidden;
  } cases[] = {
    { "<table><tr><td>a<td>b<tr bgcolor=yellow><td>a<td>b<tr><td bgcolor=white>a<td>b", "-x-",
      "--" },
    { "<table><tr><td style='BACKGROUND : #FFF'>a<td>b<tr><td>a<td style='background-color:red'>b",
      "-x", "--" },
    { "<table><tr><td>a<td>b<tr><td><s>a</s><td>b<tr><td>a<td><span "
      "style='text-decoration: line-through'>b</span><tr><td>a<td bgcolor=red>",
      "-xx-", "--" },
    { "<table><col><col style='display:none'><tr><td>a<td>b", "-", "-x" },
    { "<table><tr><td hidden>a<td>b<tr><td>a<td style='display:none'>b", "--", "x-" },
    { "<table><col span=1><col span=9 style='visibility: collapse'><tr><td>a<td>b", "-", "-x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = roster_file_text (fixture->folder, "a.xls", cases[i].page);
      g_autoptr (GString) marks = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);

      g_test_message ("%s", cases[i].page);
      g_assert_true (ikrar_workbook_read (workbook, 0, add_marks, marks, NULL, &error));
      g_assert_cmpstr (marks->str, ==, cases[i].marks);
      for (guint k = 0; cases[i].hidden[k] != '\0'; k++)
        g_assert_cmpint (ikrar_workbook_is_column_hidden (workbook, 0, k), ==,
                         cases[i].hidden[k] == 'x');
    }
}

/* Letters and tags lie across the pieces in which a page is read. */
static void
test_chunks (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize shift = 0; shift < 8; shift++)
    {
      g_autoptr (GString) page = g_string_new ("<table><tr><td>");
      g_autoptr (GString) expected = g_string_new ("1 A:t:");
      g_autofree char *path = NULL;
      g_autofree char *dump = NULL;

      for (gsize i = 0; i < shift; i++)
        g_string_append_c (page, 'x'), g_string_append_c (expected, 'x');
      g_string_append (page, "é<td>b"), g_string_append (expected, "é B:t:b\n");
      for (guint row = 2; row < 9000; row++)
        {
          g_string_append (page, "<tr><td>😀é<td class='x'>&eacute;");
          g_string_append_printf (expected, "%u A:t:😀é B:t:é\n", row);
        }
      path = roster_file_text (fixture->folder, "a.html", page->str);
      dump = roster_file_dump_path (path);
      g_assert_cmpstr (dump, ==, expected->str);
    }
}

/* One piece repeated so often that a limit is passed. */
static const struct
{
  const char *name;
  const char *before;
  const char *text;
  gsize times;
} swollen[] = {
  { "deep nesting", "<table><tr><td>a<td>b", "<div>", 300 },
  { "very deep nesting", "<table><tr><td>a<td>b", "<b>", 2000000 },
  { "long cell", "<table><tr><td>a<td>", "lorem ipsum ", 10000 },
  { "slightly long cell", "<table><tr><td>a<td>", "é", 32768 },
  { "many columns", "<table><tr>", "<td>x", 16385 },
  { "many merged columns", "<table><tr>", "<td colspan=1000>x", 17 },
  { "many rows", "<table><tr><td>a<td>b", "<tr>", 1048577 },
  { "many tables", "", "<table><tr><td>a<td>b</table>", 1025 },
  { "long tag", "<table><tr><td>a<td>b<td x='", "0123456789abcdef", 100000 },
  { "many attributes", "<table><tr><td>a<td>b<td", " a b c d e f g h i j k l m n o p q r s t",
    15000 },
#define HUGE "<td rowspan=65534 colspan=1000>a"
  { "merged cells without end", "<table><tr>" HUGE HUGE HUGE HUGE HUGE HUGE HUGE HUGE, "<tr><td>x",
    100000 },
};

static char *
swell (gsize index)
{
  GString *page = g_string_new (swollen[index].before);

  for (gsize i = 0; i < swollen[index].times; i++)
    g_string_append (page, swollen[index].text);
  return g_string_free (page, FALSE);
}

static void
test_swollen (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (swollen); i++)
    {
      g_autofree char *page = swell (i);
      g_autofree char *path = roster_file_text (fixture->folder, "jahat.xls", page);

      g_test_message ("%s", swollen[i].name);
      roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_TOO_LARGE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/html/pages", RosterFixture, NULL, roster_set_up, test_pages, roster_tear_down);
  g_test_add ("/html/sheets", RosterFixture, NULL, roster_set_up, test_sheets, roster_tear_down);
  g_test_add ("/html/merges", RosterFixture, NULL, roster_set_up, test_merges, roster_tear_down);
  g_test_add ("/html/looks", RosterFixture, NULL, roster_set_up, test_looks, roster_tear_down);
  g_test_add ("/html/glance", RosterFixture, NULL, roster_set_up, test_glance, roster_tear_down);
  g_test_add ("/html/chunks", RosterFixture, NULL, roster_set_up, test_chunks, roster_tear_down);
  g_test_add ("/html/swollen", RosterFixture, NULL, roster_set_up, test_swollen, roster_tear_down);
  return g_test_run ();
}
