/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* What the database knows of units, words and people, and learns by an import. */

#include <string.h>

#include "roster-file.h"
#include "roster-lines.h"
#include "roster/candidates.h"
#include "store/fixture.h"
#include "store/import.h"
#include "store/institution.h"

#define A "198804202010011001"
#define B "199012052023212003"
#define C "197203151998032002"

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

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
import (Fixture *fixture, const char *text, const IkrarRosterFixes *fixes)
{
  const IkrarRosterOptions options = { .today = ROSTER_TODAY, .fixes = fixes };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, text);
  g_autoptr (GError) error = NULL;
  IkrarRosterResult *result =
      ikrar_roster_import (workbook, &options, fixture->store, event, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
undo (Fixture *fixture, const IkrarRosterResult *result)
{
  g_autoptr (GError) error = NULL;

  ikrar_import_undo (fixture->store, ikrar_roster_result_get_summary (result)->batch, &error);
  g_assert_no_error (error);
}

static IkrarRosterResult *
check (Fixture *fixture, const char *text, GString *lines)
{
  const IkrarRosterOptions options = { .today = ROSTER_TODAY, .keep_lines = TRUE };
  g_autoptr (IkrarWorkbook) workbook = open_text (fixture, text);
  g_autoptr (GError) error = NULL;
  IkrarRosterResult *result =
      ikrar_roster_check (workbook, &options, fixture->store, 0,
                          lines != NULL ? roster_lines_take : NULL, lines, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_lines (Fixture *fixture, const char *text, const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (IkrarRosterResult) result = check (fixture, text, lines);

  g_assert_nonnull (result);
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
set_government (Fixture *fixture, const char *government)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (fixture->store, &error);

  g_assert_no_error (error);
  g_free (institution->government);
  institution->government = g_strdup (government);
  ikrar_institution_save (fixture->store, institution, &error);
  g_assert_no_error (error);
}

#define UNITS                                                                      \
  "Nama;Unit Kerja\nSatu;Dinas Kesehatan Kab. Banjar\nDua;Puskesmas Martapura 1\n" \
  "Tiga;Kecamatan Astambul\nEmpat;Puskesmas Martapura 2\nLima;Dinas Pendidikan Kota Tua\n"

/* What a roster calls a unit, the unit it is read as, and what is proposed. */
static const struct
{
  const char *written;
  const char *read;
  const char *codes;
  const char *proposals;
} units[] = {
  { "Dinas Kesehatan Kab. Banjar", "Dinas Kesehatan Kab. Banjar", "", "" },
  { "DINAS KESEHATAN KABUPATEN BANJAR", "DINAS KESEHATAN KABUPATEN BANJAR", "", "" },
  { "DINKES", "Dinas Kesehatan Kab. Banjar", "unit-read-as", "" },
  { "Dinkes Kab", "Dinas Kesehatan Kab. Banjar", "unit-read-as", "" },
  { "UPTD Puskesmas Martapura 1/I", "UPTD Puskesmas Martapura 1/I", "", "" },
  { "Puskesmas Martapura", "Puskesmas Martapura", "unit-unknown", "" },
  { "Pusk. Martapura 1", "Pusk. Martapura 1", "unit-unknown", "Puskesmas Martapura 1" },
  { "Kec. Astanbul", "Kec. Astanbul", "unit-unknown", "Kecamatan Astambul" },
  { "Dinas Kesehatan Kab. Tapin", "Dinas Kesehatan Kab. Tapin", "unit-unknown",
    "Dinas Kesehatan Kab. Banjar" },
  { "Dinas Kesehatan Provinsi", "Dinas Kesehatan Provinsi", "unit-unknown",
    "Dinas Kesehatan Kab. Banjar" },
  { "Disdik", "Disdik", "unit-unknown", "Dinas Pendidikan Kota Tua" },
  { "Bagian Hukum", "Bagian Hukum", "unit-unknown", "" },
};

static void
test_units (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarRosterResult) known = NULL;

  set_government (fixture, "Pemerintah Kabupaten Banjar");
  known = import (fixture, UNITS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *text = g_strdup_printf ("Nama;Unit Kerja\nBudi;%s\n", units[i].written);
      g_autofree char *expected =
          g_strdup_printf ("2 %s ||Budi|||%s|peserta%s%s\n",
                           strcmp (units[i].codes, "unit-unknown") == 0 ? "warning" : "ok",
                           units[i].read, *units[i].codes != '\0' ? " " : "", units[i].codes);
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (IkrarRosterResult) result = check (fixture, text, lines);
      g_auto (GStrv) proposals = ikrar_roster_lines_get_proposals (
          ikrar_roster_result_get_lines (result), 0, FIELD (UNIT));

      g_test_message ("%s", units[i].written);
      g_assert_cmpstr (lines->str, ==, expected);
      g_assert_cmpstr (proposals[0] != NULL ? proposals[0] : "", ==, units[i].proposals);
    }
}

/* Nobody asks about units as long as there are none. */
static void
test_no_units (Fixture *fixture, gconstpointer unused)
{
  assert_lines (fixture, "Nama;Unit Kerja\nBudi;Dinas X\n", "2 ok ||Budi|||Dinas X|peserta\n");
}

#define WORDS "Nama;NIP;Gol;Sebagai;Unit Kerja\nBudi;" A ";gol tiga d;Pembantu;Dinas Sehat\n"
#define WORDS_AGAIN "Nama;NIP;Gol;Sebagai;Unit Kerja\nAni;" C ";GOL TIGA D;pembantu;DINAS SEHAT\n"

/* Said at one import, known at the next one, forgotten by its undo. */
static void
test_learned (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarRosterFixes) fixes = ikrar_roster_fixes_new ();
  g_autoptr (IkrarRosterResult) known =
      import (fixture, "Nama;Unit Kerja\nSatu;Dinas Kesehatan\n", NULL);
  g_autoptr (IkrarRosterResult) result = NULL;

  ikrar_roster_fixes_set_meaning (fixes, FIELD (GRADE), "gol tiga d", "III/d");
  ikrar_roster_fixes_set_meaning (fixes, FIELD (KIND), "Pembantu", "panitia");
  ikrar_roster_fixes_set_meaning (fixes, FIELD (UNIT), "Dinas Sehat", "Dinkes");
  result = import (fixture, WORDS, fixes);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit_alias"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM roster_meaning"), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM import_row WHERE written LIKE "
                                           "'%Dinas Sehat%'"),
                   ==, 1);
  assert_lines (fixture, WORDS_AGAIN,
                "2 ok " C "||Ani||III/d|Dinas Kesehatan|panitia "
                "meaning-remembered,meaning-remembered,unit-read-as\n");
  undo (fixture, result);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit_alias"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM roster_meaning"), ==, 0);
}

/* A meaning that was there before is there again after the undo of one that took its place. */
static void
test_learned_anew (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarRosterFixes) fixes = ikrar_roster_fixes_new ();
  g_autoptr (IkrarRosterResult) first = NULL;
  g_autoptr (IkrarRosterResult) second = NULL;

  ikrar_roster_fixes_set_meaning (fixes, FIELD (KIND), "Pembantu", "panitia");
  first = import (fixture, "Nama;Sebagai\nBudi;Pembantu\n", fixes);
  ikrar_roster_fixes_set_meaning (fixes, FIELD (KIND), "Pembantu", "tamu");
  second = import (fixture, "Nama;Sebagai\nAni;Pembantu\n", fixes);
  assert_lines (fixture, "Nama;Sebagai\nX;pembantu\n", "2 ok ||X||||tamu meaning-remembered\n");
  undo (fixture, second);
  assert_lines (fixture, "Nama;Sebagai\nX;pembantu\n", "2 ok ||X||||panitia meaning-remembered\n");
}

/* A unit that means itself is a new one. */
static void
test_new_unit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarRosterFixes) fixes = ikrar_roster_fixes_new ();
  g_autoptr (IkrarRosterResult) known = import (fixture, "Nama;Unit Kerja\nSatu;Dinas X\n", NULL);
  g_autoptr (IkrarRosterResult) result = NULL;

  ikrar_roster_fixes_set_meaning (fixes, FIELD (UNIT), "Dinas Y", "Dinas Y");
  result = import (fixture, "Nama;Unit Kerja\nBudi;Dinas Y\n", fixes);
  g_assert_cmpuint (ikrar_roster_result_get_summary (result)->counts[IKRAR_VERDICT_OK], ==, 1);
  assert_lines (fixture, "Nama;Unit Kerja\nAni;DINAS Y\n", "2 ok ||Ani|||DINAS Y|peserta\n");
}

#define REGISTER                                                \
  "Nama;NIP;Unit Kerja\n\"Budi Santoso, S.E.\";" A ";Dinas X\n" \
  "Siti Aminah;198804202010011002;Dinas Y\nBudi Santoso;" C ";\n"

/* What is left of a number, the name beside it, and whose numbers are offered. */
static const struct
{
  const char *number;
  const char *name;
  const char *candidates;
} lookups[] = {
  { "198804202010011000", "Dr. Budi Santoso", A " 198804202010011002 " C },
  { "1.98804202010011E+17", "SITI AMINAH, S.H.", "198804202010011002 " A },
  { "1,98804E+17", "Budi Santoso", C " " A },
  { "1,98804E+17", "Zulkarnain", "" },
  { "19880420201001101", "Zulkarnain", A " 198804202010011002" },
  { "20/04/1988", "Budi Santoso", C " " A },
  { NULL, NULL, "" },
};

static void
test_candidates (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarRosterResult) known = import (fixture, REGISTER, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lookups); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) candidates =
          ikrar_roster_candidates (fixture->store, lookups[i].number, lookups[i].name, &error);
      g_autoptr (GString) numbers = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint k = 0; k < candidates->len; k++)
        g_string_append_printf (numbers, "%s%s", k > 0 ? " " : "",
                                ((IkrarCandidate *) candidates->pdata[k])->number);
      g_assert_cmpstr (numbers->str, ==, lookups[i].candidates);
    }
}

typedef struct
{
  IkrarStore *store;
  guint n_found;
} Counting;

static void
count_candidates (const IkrarRosterRow *row, gpointer user_data)
{
  Counting *counting = user_data;
  g_autoptr (GPtrArray) candidates = ikrar_roster_row_candidates (row, counting->store, NULL);

  counting->n_found += candidates->len;
  if (row->source->number == 2)
    {
      const IkrarCandidate *first = candidates->pdata[0];

      g_assert_cmpstr (first->name, ==, "Budi Santoso, S.E.");
      g_assert_cmpstr (first->unit, ==, "Dinas X");
      g_assert_true (first->same_digits && first->same_name);
    }
}

/* Only a refused number makes anybody look. */
static void
test_row_candidates (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarRosterResult) known = import (fixture, REGISTER, NULL);
  g_autoptr (IkrarWorkbook) workbook = open_text (
      fixture, "Nama;NIP\nBudi Santoso;198804202010011000\nBudi Santoso;" B "\nBudi Santoso;-\n");
  Counting counting = { fixture->store, 0 };
  g_autoptr (IkrarRosterResult) result = ikrar_roster_check (
      workbook, NULL, fixture->store, 0, count_candidates, &counting, NULL, NULL);

  g_assert_nonnull (result);
  g_assert_cmpuint (counting.n_found, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/memory/units", test_units);
  fixture_test ("/memory/no-units", test_no_units);
  fixture_test ("/memory/learned", test_learned);
  fixture_test ("/memory/learned-anew", test_learned_anew);
  fixture_test ("/memory/new-unit", test_new_unit);
  fixture_test ("/memory/candidates", test_candidates);
  fixture_test ("/memory/row-candidates", test_row_candidates);
  return g_test_run ();
}
