/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>
#include <xlsxwriter.h>

#include "core/sheet-rows.h"
#include "roster-file.h"
#include "roster-lines.h"
#include "roster/error.h"
#include "store/fixture.h"
#include "store/import.h"

#define A "198804202010011001"
#define B "199012052023212003"
#define C "197203151998032002"

#define ROSTER                                  \
  "No;Nama;NIP;Agama;Unit Kerja\n"              \
  "DINAS KESEHATAN;;;;\n"                       \
  "1;Budi Santoso, S.E.;" A ";Islam;\n"         \
  "2;Sumarno;;Katolik;Dinas X\n"                \
  "3;Ani;198804202010011000;Islam;\n"           \
  "4;Budi S.;" A ";Islam;Dinas X\n"             \
  "5;\"Yosefa\tWenda\";" B ";Kristen;Dinas X\n" \
  "JUMLAH;;;;5\n"

#define ROSTER_LINES                                                            \
  "2 skipped row-section\n"                                                     \
  "3 ok " A "||Budi Santoso|S.E.||DINAS KESEHATAN|peserta\n"                    \
  "4 warning ||Sumarno|||Dinas X|peserta number-missing\n"                      \
  "5 error 198804202010011000||Ani|||DINAS KESEHATAN|peserta number-ends-000\n" \
  "6 duplicate " A "||Budi S.|||Dinas X|peserta duplicate-in-file\n"            \
  "7 ok " B "||Yosefa Wenda|||Dinas X|peserta\n"                                \
  "8 skipped row-total\n"

static IkrarWorkbook *
open_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = roster_file_text (fixture->folder, "roster.csv", text);
  g_autoptr (GError) error = NULL;
  IkrarWorkbook *workbook = ikrar_workbook_open (path, &error);

  g_assert_no_error (error);
  return workbook;
}

static IkrarRosterResult *
import (Fixture *fixture, IkrarWorkbook *workbook, IkrarId event, GString *lines, GError **error)
{
  IkrarRosterOptions options = { .today = ROSTER_TODAY };

  return ikrar_roster_import (workbook, &options, fixture->store, event,
                              lines != NULL ? roster_lines_take : NULL, lines, NULL, error);
}

static void
test_import (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, ROSTER);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarRosterResult) result = import (fixture, workbook, event, lines, &error);
  const IkrarRosterSummary *summary;

  g_assert_no_error (error);
  g_assert_cmpstr (lines->str, ==, ROSTER_LINES);
  summary = ikrar_roster_result_get_summary (result);
  g_assert_cmpuint (summary->rows, ==, 7);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_OK], ==, 2);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_WARNING], ==, 1);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_ERROR], ==, 1);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_DUPLICATE], ==, 1);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_SKIPPED], ==, 2);
  g_assert_cmpuint (summary->imported, ==, 3);
  g_assert_cmpint (summary->batch, !=, 0);
  g_assert_cmpint (summary->journal, !=, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM import_row"), ==, 7);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person WHERE number = '" A
                                           "' AND name = 'Budi Santoso' AND suffix = 'S.E.'"),
                   ==, 1);
}

/* What stood in the file is kept, but nothing of what is private. */
static void
test_written (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, ROSTER);
  g_autoptr (IkrarRosterResult) result = import (fixture, workbook, event, NULL, NULL);
  g_autofree char *dump = fixture_dump (fixture);

  g_assert_nonnull (result);
  g_assert_nonnull (strstr (dump, "Yosefa"));
  g_assert_null (strstr (dump, "Kristen"));
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM import_row WHERE line = 7 AND "
                                           "written = '5' || char(9) || 'Yosefa Wenda' || char(9) "
                                           "|| '" B "' || char(9) || char(9) || 'Dinas X'"),
                   ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM import_row WHERE line = 5 AND "
                                           "verdict = 'error' AND reasons = 'number-ends-000'"),
                   ==, 1);
}

static void
test_refused_rows (Fixture *fixture, gconstpointer unused)
{
  static const char *const heads[] = { "No",         "Nama",    "NIP",  "Unit Kerja",
                                       "Baris Asal", "Masalah", "Saran" };
  static const char *const cells[] = { "3", "Ani", "198804202010011000", "DINAS KESEHATAN" };
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, ROSTER);
  g_autoptr (IkrarRosterResult) result =
      ikrar_roster_check (workbook, NULL, NULL, 0, NULL, NULL, NULL, NULL);
  const IkrarSheetRows *refused = ikrar_roster_result_get_refused (result)->pdata[0];

  g_assert_cmpuint (ikrar_sheet_rows_get_size (refused), ==, 2);
  g_assert_cmpuint (ikrar_sheet_rows_get_width (refused), ==, G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_cmpstr (ikrar_sheet_rows_get_head (refused, i), ==, heads[i]);
  g_assert_cmpuint (ikrar_sheet_rows_get_number (refused, 0), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (ikrar_sheet_rows_get_text (refused, 0, i), ==, cells[i]);
  g_assert_nonnull (strstr (ikrar_sheet_rows_get_text (refused, 0, 5), "000"));
  g_assert_nonnull (strstr (ikrar_sheet_rows_get_text (refused, 1, 5), "baris 3"));
}

/* A roster without a column of units gets one, for the section that a row stood in. */
static void
test_refused_section (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarWorkbook) workbook =
      open_text (fixture, "No;Nama;NIP\nDINAS X;;\n1;Ani;198804202010011000\n");
  g_autoptr (IkrarRosterResult) result =
      ikrar_roster_check (workbook, NULL, NULL, 0, NULL, NULL, NULL, NULL);
  const IkrarSheetRows *refused = ikrar_roster_result_get_refused (result)->pdata[0];

  g_assert_cmpstr (ikrar_sheet_rows_get_head (refused, 3), ==, "Unit Kerja");
  g_assert_cmpstr (ikrar_sheet_rows_get_text (refused, 0, 3), ==, "DINAS X");
  g_assert_cmpstr (ikrar_sheet_rows_get_head (refused, 4), ==, "Baris Asal");
  g_assert_cmpstr (ikrar_sheet_rows_get_head (refused, 6), ==, "Saran");
}

static void
test_check (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, ROSTER);
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  IkrarRosterOptions options = { .today = ROSTER_TODAY };
  g_autoptr (IkrarRosterResult) result = ikrar_roster_check (
      workbook, &options, fixture->store, event, roster_lines_take, lines, NULL, NULL);

  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (lines->str, ==, ROSTER_LINES);
  g_assert_cmpuint (ikrar_roster_result_get_summary (result)->imported, ==, 0);
  g_assert_cmpint (ikrar_roster_result_get_summary (result)->batch, ==, 0);
}

static void
test_again (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_event (fixture, "Ikrar");
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, "Nama;NIP\nBudi;" A "\nAni;" B "\n");
  g_autoptr (IkrarRosterResult) first = import (fixture, workbook, event, NULL, NULL);
  g_autoptr (GString) checked = g_string_new (NULL);
  g_autoptr (GString) imported = g_string_new (NULL);
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (IkrarRosterResult) check = ikrar_roster_check (workbook, NULL, fixture->store, event,
                                                            roster_lines_take, checked, NULL, NULL);
  g_autoptr (IkrarRosterResult) second = import (fixture, workbook, event, imported, NULL);
  g_autoptr (IkrarRosterResult) elsewhere = NULL;

  g_assert_cmpuint (ikrar_roster_result_get_summary (first)->imported, ==, 2);
  g_assert_cmpstr (checked->str, ==,
                   "2 duplicate " A "||Budi||||peserta duplicate-in-event\n"
                   "3 duplicate " B "||Ani||||peserta duplicate-in-event\n");
  g_assert_cmpstr (imported->str, ==, checked->str);
  g_assert_cmpuint (ikrar_sheet_rows_get_size (ikrar_roster_result_get_refused (second)->pdata[0]),
                    ==, 2);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  elsewhere = import (fixture, workbook, other, NULL, NULL);
  g_assert_cmpuint (ikrar_roster_result_get_summary (elsewhere)->imported, ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 2);
}

/* What stands in the register, then a row, its verdict in check and import alike, and what the
 * sender is told. */
static const struct
{
  const char *known;
  const char *row;
  const char *codes;
  const char *problem;
} meetings[] = {
  { "Budi;" A ";Dinas X", "\"Zulkarnain Sama Sekali Lain, S.H.\";" A ";Bagian Hukum",
    "2 error " A "||Zulkarnain Sama Sekali Lain|S.H.||Bagian Hukum|peserta "
    "unit-unknown,number-of-another\n",
    "atas nama orang lain (Budi)." },
  { "Budi A;" A ";Dinas X", "Budi;" A ";Dinas X",
    "2 duplicate " A "||Budi|||Dinas X|peserta duplicate-in-event\n", "kegiatan (Budi A)." },
  { "\"Siti, S.E.\";-;Dinkes", "SITI;-;Dinas Kesehatan",
    "2 duplicate ||SITI|||Dinas Kesehatan|peserta duplicate-in-event\n", "kegiatan (Siti, S.E.)." },
  { "Siti;-;Dinas X", "Siti;-;Dinas Y", "2 warning ||Siti|||Dinas Y|peserta unit-unknown\n", NULL },
  { "Siti;" A ";Dinas X", "Siti;-;Dinas X", "2 ok ||Siti|||Dinas X|peserta\n", NULL },
};

static void
assert_meeting (Fixture *fixture, IkrarId event, gsize i)
{
  IkrarRosterOptions options = { .today = ROSTER_TODAY };
  g_autofree char *text = g_strconcat ("Nama;NIP;Unit Kerja\n", meetings[i].row, "\n", NULL);
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, text);
  g_autoptr (GString) checked = g_string_new (NULL);
  g_autoptr (GString) imported = g_string_new (NULL);
  g_autoptr (IkrarRosterResult) check = ikrar_roster_check (
      workbook, &options, fixture->store, event, roster_lines_take, checked, NULL, NULL);
  g_autoptr (IkrarRosterResult) result = import (fixture, workbook, event, imported, NULL);
  const IkrarSheetRows *refused = ikrar_roster_result_get_refused (result)->pdata[0];

  g_assert_cmpstr (checked->str, ==, meetings[i].codes);
  g_assert_cmpstr (imported->str, ==, meetings[i].codes);
  if (meetings[i].problem == NULL)
    return;
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_nonnull (strstr (ikrar_sheet_rows_get_text (refused, 0, 4), meetings[i].problem));
}

static void
test_meetings (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      IkrarId event = fixture_add_event (fixture, "Sosialisasi");
      g_autofree char *text = g_strconcat ("Nama;NIP;Unit Kerja\n", meetings[i].known, "\n", NULL);
      g_autoptr (IkrarWorkbook) workbook = open_text (fixture, text);
      g_autoptr (IkrarRosterResult) first = import (fixture, workbook, event, NULL, NULL);

      assert_meeting (fixture, event, i);
      ikrar_import_undo (fixture->store, ikrar_roster_result_get_summary (first)->batch, NULL);
    }
}

/* Whom the file itself names twice, the second name learns where the first stands. */
static void
test_number_twice (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarWorkbook) workbook =
      open_text (fixture, "Nama;NIP\nBudi Santoso;" A "\nZulkarnain;" A "\n");
  g_autoptr (IkrarRosterResult) result =
      ikrar_roster_check (workbook, NULL, NULL, 0, NULL, NULL, NULL, NULL);
  const IkrarSheetRows *refused = ikrar_roster_result_get_refused (result)->pdata[0];

  g_assert_cmpuint (ikrar_sheet_rows_get_size (refused), ==, 1);
  g_assert_nonnull (
      strstr (ikrar_sheet_rows_get_text (refused, 0, 3), "nama lain (baris 2, Budi Santoso)"));
}

/* The same roster once more adds nobody, whether they have numbers or not. */
static void
test_again_unnumbered (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarWorkbook) workbook =
      open_text (fixture, "Nama;Unit Kerja\nSiti;Dinas X\nSiti;Dinas X\nAni;\nBudi;Dinas X\n");
  g_autoptr (IkrarRosterResult) first = import (fixture, workbook, event, NULL, NULL);
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (IkrarRosterResult) second = import (fixture, workbook, event, NULL, NULL);

  g_assert_cmpuint (ikrar_roster_result_get_summary (first)->imported, ==, 4);
  g_assert_cmpuint (ikrar_roster_result_get_summary (second)->imported, ==, 0);
  g_assert_cmpuint (ikrar_roster_result_get_summary (second)->counts[IKRAR_VERDICT_DUPLICATE], ==,
                    4);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, ROSTER);
  g_autoptr (IkrarRosterResult) result = import (fixture, workbook, event, NULL, NULL);
  g_autoptr (GError) error = NULL;

  ikrar_import_undo (fixture->store, ikrar_roster_result_get_summary (result)->batch, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 0);
}

/* Files that cannot be imported, or not whole, change nothing. */
static void
assert_unchanged (Fixture *fixture, IkrarId event, const char *path)
{
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (IkrarRosterResult) result = NULL;

  if (workbook != NULL)
    result = import (fixture, workbook, event, NULL, &error);
  g_assert_true ((result == NULL) == (error != NULL));
  if (result != NULL)
    g_assert_cmpuint (ikrar_roster_result_get_summary (result)->imported, ==, 0);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static const char *const bad_texts[] = {
  "",
  "%PDF-1.7",
  "<html><table>",
  "PK\003\004 broken off",
  "Rapat hari ini",
  "No;NIP\n1;" A "\n",
  "Nama;NIP\nBudi;1.98804E+17\nAni;198804202010011000\n",
  "Nama;NIP\nBudi;" A "\n\"Ani;" B "\n",
};

static void
test_bad_texts (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");

  for (gsize i = 0; i < G_N_ELEMENTS (bad_texts); i++)
    {
      g_autofree char *path = roster_file_text (fixture->folder, "roster.xlsx", bad_texts[i]);

      assert_unchanged (fixture, event, path);
    }
}

#define PEOPLE                                                                    \
  "<sheetData><row><c t=\"str\"><v>Nama</v></c><c t=\"str\"><v>NIP</v></c></row>" \
  "<row><c t=\"str\"><v>Budi</v></c><c t=\"str\"><v>" A "</v></c></row>"

static const char *const bad_sheets[] = {
  PEOPLE,
  PEOPLE "<row><c t=\"s\"><v>99</v></c></row></sheetData>",
  PEOPLE "<row r=\"2000000\"/></sheetData>",
  PEOPLE "</sheetData><!DOCTYPE x>",
  PEOPLE
  "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
  "<a><a><a></sheetData>",
  "<sheetData><row><c t=\"str\"><v>Nama</v></c><c t=\"str\"><v>NIP</v></c></row>"
  "<row><c t=\"str\"><v>Budi</v></c><c><v>198804202010011008</v></c></row>"
  "<row><c t=\"str\"><v>Ani</v></c><c><v>1.98804202010011E+17</v></c></row></sheetData>",
};

static void
test_bad_sheets (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");

  for (gsize i = 0; i < G_N_ELEMENTS (bad_sheets); i++)
    {
      g_autofree char *path = roster_file_xlsx (fixture->folder, bad_sheets[i], NULL, NULL, NULL);

      assert_unchanged (fixture, event, path);
    }
}

typedef struct
{
  GCancellable *cancellable;
  guint n_lines;
} Cancelling;

static void
cancel_at_line (const IkrarRosterRow *row, gpointer user_data)
{
  Cancelling *cancelling = user_data;

  if (++cancelling->n_lines == 700)
    g_cancellable_cancel (cancelling->cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GString) text = g_string_new ("Nama;Unit\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IkrarProgress progress = { NULL, NULL, cancellable };
  Cancelling cancelling = { cancellable, 0 };
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "Peserta %u;Dinas X\n", i);
  workbook = open_text (fixture, text->str);
  g_assert_null (ikrar_roster_import (workbook, NULL, fixture->store, event, cancel_at_line,
                                      &cancelling, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cancelling.n_lines, <, 20000);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
count_report (guint64 done, guint64 total, gpointer user_data)
{
  guint *n_reports = user_data;

  g_assert_cmpuint (done, <=, total);
  ++*n_reports;
}

static void
test_progress (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("Nama;Unit\n");
  guint n_reports = 0;
  IkrarProgress progress = { count_report, &n_reports, NULL };
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autoptr (IkrarRosterResult) result = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "Peserta %u;Dinas X\n", i);
  workbook = open_text (fixture, text->str);
  result = ikrar_roster_check (workbook, NULL, NULL, 0, NULL, NULL, &progress, NULL);
  g_assert_cmpuint (ikrar_roster_result_get_summary (result)->rows, ==, 20000);
  g_assert_cmpuint (n_reports, >, 3);
}

static void
write_xlsxwriter (const char *path, gboolean constant_memory)
{
  lxw_workbook_options options = { .constant_memory = constant_memory };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Data ASN");
  static const char *const cells[][3] = { { "Nama", "NIP", "Unit Kerja" },
                                          { "Budi, S.E.", A, "Dinas é <X> & Y" },
                                          { "Ani", "", "" } };

  for (guint row = 0; row < G_N_ELEMENTS (cells); row++)
    for (guint column = 0; column < 3; column++)
      worksheet_write_string (sheet, row, (lxw_col_t) column, cells[row][column], NULL);
  worksheet_write_number (sheet, 2, 1, 198804202010011001.0, NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
test_xlsxwriter (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "roster.xlsx", NULL);

  for (guint constant_memory = 0; constant_memory < 2; constant_memory++)
    {
      g_autofree char *lines = NULL;

      write_xlsxwriter (path, constant_memory == 1);
      lines = roster_lines_check (path, NULL);
      g_assert_cmpstr (lines, ==,
                       "2 ok " A "||Budi|S.E.||Dinas é <X> & Y|peserta\n"
                       "3 error ||Ani||||peserta number-scientific,unit-missing\n");
    }
}

/* The same roster from other programs; see data/make-fixtures.py. */
static const struct
{
  const char *name;
  const char *last;
} programs[] = {
  { "openpyxl.xlsx", "7 error ||Joko Susilo||IX|Kecamatan Contoh|peserta number-scientific\n" },
  /* Gnumeric does not write that a sheet is hidden. */
  { "gnumeric.xlsx",
    "7 error 199302252023211000||Joko Susilo||IX|Kecamatan Contoh|peserta number-ends-000\n"
    "2 ok ||Tidak Dibaca||||peserta\n" },
};

static void
test_programs (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "roster", "data", programs[i].name, NULL);
      g_autofree char *lines = roster_lines_check (path, NULL);
      g_autofree char *expected =
          g_strconcat ("4 ok 198804202010012001||Ratna Sari|S.E.|III/d|Dinas Contoh|peserta\n"
                       "5 ok 197203151998031002||I Wayan Suta||IV/a|Dinas Contoh|peserta\n"
                       "6 ok 199012052023212003||Yosefa Wenda||IX|Kecamatan Contoh|peserta\n",
                       programs[i].last, NULL);

      g_assert_cmpstr (lines, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/import/import", test_import);
  fixture_test ("/import/written", test_written);
  fixture_test ("/import/refused-rows", test_refused_rows);
  fixture_test ("/import/refused-section", test_refused_section);
  fixture_test ("/import/check", test_check);
  fixture_test ("/import/again", test_again);
  fixture_test ("/import/again-unnumbered", test_again_unnumbered);
  fixture_test ("/import/meetings", test_meetings);
  fixture_test ("/import/number-twice", test_number_twice);
  fixture_test ("/import/undo", test_undo);
  fixture_test ("/import/bad-texts", test_bad_texts);
  fixture_test ("/import/bad-sheets", test_bad_sheets);
  fixture_test ("/import/cancel", test_cancel);
  fixture_test ("/import/progress", test_progress);
  fixture_test ("/import/xlsxwriter", test_xlsxwriter);
  fixture_test ("/import/programs", test_programs);
  return g_test_run ();
}
