/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Which sheet of a workbook is taken for the roster. */

#include <string.h>
#include <xlsxwriter.h>

#include "roster-file.h"
#include "roster-lines.h"
#include "roster/error.h"

/* Sheets as "name:head:head", hidden with a star before the name. Each has one row of "x". */
static char *
write_sheets (RosterFixture *fixture, const char *const *sheets)
{
  char *path = g_build_filename (fixture->folder, "roster.xlsx", NULL);
  lxw_workbook *workbook = workbook_new (path);

  for (; *sheets != NULL; sheets++)
    {
      g_auto (GStrv) parts = g_strsplit (*sheets, ":", -1);
      gboolean hidden = *parts[0] == '*';
      lxw_worksheet *sheet = workbook_add_worksheet (workbook, parts[0] + hidden);

      if (hidden)
        worksheet_hide (sheet);
      else
        worksheet_activate (sheet);
      for (guint i = 1; parts[i] != NULL; i++)
        {
          worksheet_write_string (sheet, 0, (lxw_col_t) (i - 1), parts[i], NULL);
          worksheet_write_string (sheet, 1, (lxw_col_t) (i - 1), "x", NULL);
        }
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return path;
}

#define SHEETS_MAX 4

static const struct
{
  const char *name;
  const char *sheets[SHEETS_MAX + 1];
  const char *sheet;
  const char *mapping[2];
  int chosen;
  IkrarRosterError code;
  const char *word;
} choices[] = {
  { "the first with a header",
    { "REKAP:OPD:Jumlah", "Kosong", "Data:No:Nama", "Lain:Nama" },
    NULL,
    { NULL },
    2 },
  { "never a hidden one", { "*Arsip:Nama:NIP", "Data:Nama:NIP" }, NULL, { NULL }, 1 },
  { "hidden if asked by name", { "*Arsip:Nama:NIP", "Data:Nama:NIP" }, "arsip", { NULL }, 0 },
  { "by number", { "Satu:Nama", "Dua:Nama" }, "2", { NULL }, 1 },
  { "a name goes before a number", { "2:Nama", "Dua:Nama" }, "2", { NULL }, 0 },
  { "hidden ones only",
    { "Depan", "*Arsip:Nama:NIP" },
    NULL,
    { NULL },
    -1,
    IKRAR_ROSTER_ERROR_NO_HEADER,
    "Depan" },
  { "no such sheet",
    { "Satu:Nama", "Dua:Nama" },
    "Tiga",
    { NULL },
    -1,
    IKRAR_ROSTER_ERROR_NO_SHEET,
    "1 Satu, 2 Dua" },
  { "no header anywhere",
    { "Satu:a:b", "Dua:c:d" },
    NULL,
    { NULL },
    -1,
    IKRAR_ROSTER_ERROR_NO_HEADER,
    "Satu" },
  { "the user's mapping makes a roster", { "Satu:a:b", "Dua:Isi:d" }, NULL, { "Isi=name" }, 1 },
  { "a mapping is looked up where the names are",
    { "REKAP:OPD:Jumlah", "Data:Nama:NIP" },
    NULL,
    { "Lain=unit" },
    -1,
    IKRAR_ROSTER_ERROR_COLUMN,
    "A “Nama”, B “NIP”" },
};

static void
test_choices (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = write_sheets (fixture, choices[i].sheets);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
      IkrarRosterOptions options = { .sheet = choices[i].sheet, .mapping = choices[i].mapping };
      g_autoptr (IkrarRosterResult) result = NULL;

      g_test_message ("%s", choices[i].name);
      g_assert_no_error (error);
      result = ikrar_roster_check (workbook, &options, NULL, 0, NULL, NULL, NULL, &error);
      if (choices[i].chosen >= 0)
        {
          g_assert_no_error (error);
          g_assert_cmpint ((int) ikrar_roster_result_get_sheet (result), ==, choices[i].chosen);
        }
      else
        {
          g_assert_error (error, IKRAR_ROSTER_ERROR, (int) choices[i].code);
          if (strstr (error->message, choices[i].word) == NULL)
            g_error ("%s", error->message);
        }
    }
}

/* A workbook that hides all it has is refused with the name of what it hides. */
static void
test_all_hidden (RosterFixture *fixture, gconstpointer unused)
{
  static const RosterPart parts[] = {
    { "xl/workbook.xml", "<workbook><sheets><sheet name=\"Arsip\" state=\"veryHidden\" r:id=\"r\"/>"
                         "</sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r\" Type=\"/worksheet\" Target=\"s.xml\"/>"
      "</Relationships>" },
    { "xl/s.xml", "<worksheet/>" },
    { NULL },
  };
  g_autofree char *path = roster_file_zip (fixture->folder, "roster.xlsx", parts);
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ikrar_roster_check (workbook, NULL, NULL, 0, NULL, NULL, NULL, &error));
  g_assert_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET);
  g_assert_nonnull (strstr (error->message, "Arsip"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import-sheets/choices", RosterFixture, NULL, roster_set_up, test_choices,
              roster_tear_down);
  g_test_add ("/import-sheets/all-hidden", RosterFixture, NULL, roster_set_up, test_all_hidden,
              roster_tear_down);
  return g_test_run ();
}
