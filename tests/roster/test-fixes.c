/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "roster-file.h"
#include "roster-lines.h"

#define A "198804202010011001"
#define B "199012052023212003"

#define ROSTER                                 \
  "Nama;NIP;Gol;Sebagai;Status;Unit Kerja\n"   \
  "Budi;198804202010011000;3d;entah;;Dinkes\n" \
  "Ani;" B ";G9;ENTAH;;DINAS KESEHATAN\n"      \
  "JUMLAH;;;;;\n"                              \
  "Joko;;;;Tenaga Titipan;Dinas X\n"

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

typedef struct
{
  char *path;
  char *folder;
  IkrarRosterFixes *fixes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = roster_folder_new ();
  fixture->path = roster_file_text (fixture->folder, "roster.csv", ROSTER);
  fixture->fixes = ikrar_roster_fixes_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  ikrar_roster_fixes_unref (fixture->fixes);
  g_free (fixture->path);
  roster_folder_free (fixture->folder);
}

/* The line of a row of the file, as the fixes make it. */
static void
assert_line (Fixture *fixture, guint row, const char *expected)
{
  const IkrarRosterOptions options = { .fixes = fixture->fixes };
  g_autofree char *lines = roster_lines_check (fixture->path, &options);
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);

  g_assert_cmpstr (list[row - 2], ==, expected);
}

static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  assert_line (fixture, 2,
               "2 error 198804202010011000||Budi||III/d|Dinkes|peserta "
               "number-ends-000,kind-unknown");
  assert_line (fixture, 3,
               "3 warning " B "||Ani|||DINAS KESEHATAN|peserta grade-unknown,kind-unknown");
  assert_line (fixture, 4, "4 skipped row-total");
  assert_line (fixture, 5, "5 warning ||Joko|||Dinas X|peserta number-missing");
  g_assert_cmpuint (ikrar_roster_fixes_get_size (fixture->fixes), ==, 0);
}

/* The new text is judged as any other, and may be as wrong. */
static void
test_cell (Fixture *fixture, gconstpointer unused)
{
  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 2, 1, A);
  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 2, 3, "");
  assert_line (fixture, 2, "2 ok " A "||Budi||III/d|Dinkes|peserta cell-corrected,cell-corrected");
  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 2, 1, "apa");
  assert_line (fixture, 2,
               "2 error ||Budi||III/d|Dinkes|peserta number-kind,cell-corrected,cell-corrected");
  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 2, 1, NULL);
  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 2, 3, NULL);
  test_nothing (fixture, NULL);
}

/* A cell that was empty has a place, too; a corrected number meets those of other rows. */
static void
test_cell_filled (Fixture *fixture, gconstpointer unused)
{
  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 5, 1, B);
  assert_line (fixture, 5, "5 error " B "||Joko|||Dinas X|peserta number-twice,cell-corrected");
  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 5, 0, "Ani");
  assert_line (fixture, 5,
               "5 duplicate " B
               "||Ani|||Dinas X|peserta duplicate-in-file,cell-corrected,cell-corrected");
}

static void
test_skipped (Fixture *fixture, gconstpointer unused)
{
  gboolean skipped;

  g_assert_false (ikrar_roster_fixes_get_skipped (fixture->fixes, 0, 2, 0, &skipped));
  ikrar_roster_fixes_set_skipped (fixture->fixes, 0, 2, 0, TRUE);
  g_assert_true (ikrar_roster_fixes_get_skipped (fixture->fixes, 0, 2, 0, &skipped));
  g_assert_true (skipped);
  assert_line (fixture, 2, "2 skipped row-left-out");
  ikrar_roster_fixes_set_skipped (fixture->fixes, 0, 2, 0, FALSE);
  ikrar_roster_fixes_set_skipped (fixture->fixes, 0, 4, 0, FALSE);
  assert_line (fixture, 2,
               "2 error 198804202010011000||Budi||III/d|Dinkes|peserta "
               "number-ends-000,kind-unknown");
  assert_line (fixture, 4, "4 warning ||JUMLAH||||peserta number-missing,unit-missing");
}

/* Said once, for all cells that say the same. */
static void
test_meanings (Fixture *fixture, gconstpointer unused)
{
  IkrarRosterFixes *fixes = fixture->fixes;

  ikrar_roster_fixes_set_meaning (fixes, FIELD (KIND), "Entah", "panitia");
  ikrar_roster_fixes_set_meaning (fixes, FIELD (GRADE), "g9", "IX");
  ikrar_roster_fixes_set_meaning (fixes, FIELD (UNIT), "Dinas Kesehatan", "Dinkes Kab. Banjar");
  ikrar_roster_fixes_set_meaning (fixes, FIELD (STATUS), "tenaga titipan", "honorer");
  assert_line (fixture, 2,
               "2 error 198804202010011000||Budi||III/d|Dinkes Kab. Banjar|panitia "
               "number-ends-000,meaning-given,meaning-given");
  assert_line (fixture, 3,
               "3 ok " B "||Ani||IX|Dinkes Kab. Banjar|panitia "
               "meaning-given,meaning-given,meaning-given");
  assert_line (fixture, 5, "5 ok ||Joko|||Dinas X|peserta meaning-given");
  g_assert_cmpuint (ikrar_roster_fixes_get_size (fixes), ==, 4);
  g_assert_cmpstr (ikrar_roster_fixes_get_meaning (fixes, FIELD (UNIT), "DINKES"), ==,
                   "Dinkes Kab. Banjar");
  ikrar_roster_fixes_set_meaning (fixes, FIELD (KIND), "ENTAH", NULL);
  g_assert_null (ikrar_roster_fixes_get_meaning (fixes, FIELD (KIND), "entah"));
}

/* What is changed in a copy stays there. */
static void
test_copy (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarRosterFixes) copy = NULL;

  ikrar_roster_fixes_set_cell (fixture->fixes, 0, 2, 1, A);
  ikrar_roster_fixes_set_skipped (fixture->fixes, 0, 4, 0, TRUE);
  ikrar_roster_fixes_set_meaning (fixture->fixes, FIELD (KIND), "entah", "tamu");
  copy = ikrar_roster_fixes_copy (fixture->fixes);
  ikrar_roster_fixes_set_cell (copy, 0, 2, 1, B);
  ikrar_roster_fixes_set_cell (copy, 0, 3, 1, B);
  g_assert_cmpuint (ikrar_roster_fixes_get_size (copy), ==, 4);
  g_assert_cmpuint (ikrar_roster_fixes_get_size (fixture->fixes), ==, 3);
  g_assert_cmpstr (ikrar_roster_fixes_get_cell (fixture->fixes, 0, 2, 1), ==, A);
  assert_line (fixture, 2, "2 ok " A "||Budi||III/d|Dinkes|tamu meaning-given,cell-corrected");
  ikrar_roster_fixes_unref (ikrar_roster_fixes_ref (copy));
  g_assert_null (ikrar_roster_fixes_copy (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/fixes/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/fixes/cell", Fixture, NULL, set_up, test_cell, tear_down);
  g_test_add ("/fixes/cell-filled", Fixture, NULL, set_up, test_cell_filled, tear_down);
  g_test_add ("/fixes/skipped", Fixture, NULL, set_up, test_skipped, tear_down);
  g_test_add ("/fixes/meanings", Fixture, NULL, set_up, test_meanings, tear_down);
  g_test_add ("/fixes/copy", Fixture, NULL, set_up, test_copy, tear_down);
  return g_test_run ();
}
