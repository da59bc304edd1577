/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "roster-file.h"
#include "roster-lines.h"

#define A "198804202010011001"

#define ROSTER                                             \
  "No;Nama;NIP;Gol;Agama;Unit Kerja\n"                     \
  "(1);(2);(3);(4);(5);(6)\n"                              \
  "1;Budi Santoso;" A ";III/d;Islam;Dinas Kesehatan\n"     \
  "2;Ma'ruf Hidayat;-;III;Islam;Dinas Sosial\n"            \
  "3;Ani;198804202010011000;III/d;Hindu;Dinas Kesehatan\n" \
  "4;Budi;" A ";III/d;Islam;Dinas Sosial\n"

typedef struct
{
  char *folder;
  IkrarRosterResult *result;
  const IkrarRosterLines *lines;
} Fixture;

static void
check (Fixture *fixture, const IkrarRosterOptions *options)
{
  g_autofree char *path = roster_file_text (fixture->folder, "roster.csv", ROSTER);
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);

  ikrar_roster_result_free (fixture->result);
  fixture->result = ikrar_roster_check (workbook, options, NULL, 0, NULL, NULL, NULL, NULL);
  g_assert_nonnull (fixture->result);
  fixture->lines = ikrar_roster_result_get_lines (fixture->result);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  const IkrarRosterOptions options = { .today = ROSTER_TODAY, .keep_lines = TRUE };

  fixture->folder = roster_folder_new ();
  check (fixture, &options);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  ikrar_roster_result_free (fixture->result);
  roster_folder_free (fixture->folder);
}

static void
test_lines (Fixture *fixture, gconstpointer unused)
{
  static const IkrarVerdict verdicts[] = { IKRAR_VERDICT_SKIPPED, IKRAR_VERDICT_OK,
                                           IKRAR_VERDICT_WARNING, IKRAR_VERDICT_ERROR,
                                           IKRAR_VERDICT_DUPLICATE };

  g_assert_cmpuint (ikrar_roster_lines_get_size (fixture->lines), ==, G_N_ELEMENTS (verdicts));
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_assert_cmpuint (ikrar_roster_lines_get_row (fixture->lines, i), ==, i + 2);
      g_assert_cmpuint (ikrar_roster_lines_get_verdict (fixture->lines, i), ==, verdicts[i]);
    }
  g_assert_cmpstr (ikrar_roster_lines_get_text (fixture->lines, 1, 1), ==, "Budi Santoso");
  g_assert_cmpstr (ikrar_roster_lines_get_text (fixture->lines, 1, 4), ==, "");
  g_assert_cmpstr (ikrar_roster_lines_get_text (fixture->lines, 1, 5), ==, "Dinas Kesehatan");
}

static void
test_faults (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *none =
      ikrar_roster_lines_get_problem (fixture->lines, 1, IKRAR_LANGUAGE_ENGLISH);
  g_autofree char *twin =
      ikrar_roster_lines_get_problem (fixture->lines, 4, IKRAR_LANGUAGE_INDONESIAN);

  g_assert_true (ikrar_roster_lines_has_reasons (fixture->lines));
  g_assert_cmpstr (none, ==, "");
  g_assert_nonnull (strstr (twin, "baris 3"));
  g_assert_cmpuint (ikrar_roster_lines_get_fault (fixture->lines, 1, IKRAR_ROSTER_FIELD_NUMBER), ==,
                    IKRAR_VERDICT_OK);
  g_assert_cmpuint (ikrar_roster_lines_get_fault (fixture->lines, 2, IKRAR_ROSTER_FIELD_GRADE), ==,
                    IKRAR_VERDICT_WARNING);
  g_assert_cmpuint (ikrar_roster_lines_get_fault (fixture->lines, 3, IKRAR_ROSTER_FIELD_NUMBER), ==,
                    IKRAR_VERDICT_ERROR);
  g_assert_cmpuint (ikrar_roster_lines_get_fault (fixture->lines, 3, IKRAR_ROSTER_FIELD_GRADE), ==,
                    IKRAR_VERDICT_OK);
}

#define BIT(verdict) (1u << IKRAR_VERDICT_##verdict)

static const struct
{
  const char *text;
  guint verdicts;
  const char *rows;
} searches[] = {
  { NULL, 0, "2 3 4 5 6 " },
  { "", 0, "2 3 4 5 6 " },
  { "budi", 0, "3 6 " },
  { "BUDI kesehatan", 0, "3 " },
  { "maruf", 0, "4 " },
  { "1988", 0, "3 5 6 " },
  { "Islam", 0, "" },
  { "dinas", BIT (OK) | BIT (ERROR), "3 5 " },
  { NULL, BIT (SKIPPED), "2 " },
  { NULL, BIT (DUPLICATE), "6 " },
};

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GArray) found =
          ikrar_roster_lines_search (fixture->lines, searches[i].text, searches[i].verdicts);
      g_autoptr (GString) rows = g_string_new (NULL);

      for (guint k = 0; k < found->len; k++)
        g_string_append_printf (
            rows, "%u ",
            ikrar_roster_lines_get_row (fixture->lines, g_array_index (found, guint, k)));
      g_assert_cmpstr (rows->str, ==, searches[i].rows);
    }
}

/* A first look stops early; without being asked, no line is kept. */
static void
test_no_reasons (Fixture *fixture, gconstpointer unused)
{
  const IkrarRosterOptions options = { .today = ROSTER_TODAY, .keep_lines = TRUE };
  g_autofree char *path = roster_file_text (fixture->folder, "good.csv",
                                            "Nama;NIP;Unit Kerja\n"
                                            "Ani;" A ";Dinas Sosial\n");
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);
  g_autoptr (IkrarRosterResult) result =
      ikrar_roster_check (workbook, &options, NULL, 0, NULL, NULL, NULL, NULL);

  g_assert_false (ikrar_roster_lines_has_reasons (ikrar_roster_result_get_lines (result)));
}

static void
test_worst_first (Fixture *fixture, gconstpointer unused)
{
  const IkrarRosterOptions options = { .keep_lines = TRUE };
  g_autofree char *path = roster_file_text (fixture->folder, "worst.csv",
                                            "Nama;NIP;Unit Kerja\n"
                                            "Ani;" A ";Dinas Sosial\n"
                                            "Budi Santoso;" A ";\n");
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);
  g_autoptr (IkrarRosterResult) result =
      ikrar_roster_check (workbook, &options, NULL, 0, NULL, NULL, NULL, NULL);
  g_autofree char *problem = ikrar_roster_lines_get_problem (ikrar_roster_result_get_lines (result),
                                                             1, IKRAR_LANGUAGE_ENGLISH);
  const char *number = strstr (problem, "Ani");
  const char *unit = strstr (problem, "unit");

  g_assert_nonnull (number);
  g_assert_nonnull (unit);
  g_assert_true (number < unit);
}

static void
test_options (Fixture *fixture, gconstpointer unused)
{
  const IkrarRosterOptions first = { .limit = 2, .keep_lines = TRUE };

  check (fixture, &first);
  g_assert_cmpuint (ikrar_roster_lines_get_size (fixture->lines), ==, 2);
  check (fixture, NULL);
  g_assert_null (fixture->lines);
}

/* A window asks again after the user changed what columns hold. */
static void
test_mapping (Fixture *fixture, gconstpointer unused)
{
  static const char *const mapping[] = { "C=note", NULL };
  const IkrarRosterOptions options = { .mapping = mapping, .keep_lines = TRUE };
  const IkrarHeader *header;

  check (fixture, &options);
  header = ikrar_roster_result_get_header (fixture->result);
  g_assert_cmpuint (ikrar_header_get_column (header, 2)->field, ==, IKRAR_ROSTER_FIELD_NOTE);
  g_assert_cmpuint (ikrar_roster_lines_get_verdict (fixture->lines, 3), ==, IKRAR_VERDICT_OK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lines/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/lines/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/lines/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/lines/no-reasons", Fixture, NULL, set_up, test_no_reasons, tear_down);
  g_test_add ("/lines/worst-first", Fixture, NULL, set_up, test_worst_first, tear_down);
  g_test_add ("/lines/options", Fixture, NULL, set_up, test_options, tear_down);
  g_test_add ("/lines/mapping", Fixture, NULL, set_up, test_mapping, tear_down);
  return g_test_run ();
}
