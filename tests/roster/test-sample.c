/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* The sample roster, as the program carries it with it. */

#include "ikrar-roster-resources.h"
#include "roster-file.h"
#include "roster-lines.h"
#include "store/fixture.h"
#include "store/unit.h"

#define PEOPLE 292
#define OFFICES 12

static IkrarWorkbook *
open_sample (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (ikrar_roster_get_resource (), "/id/ikrar/roster/sample/roster.xlsx",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *path = NULL;
  IkrarWorkbook *workbook;

  g_assert_no_error (error);
  path = roster_file_write (fixture->folder, "roster.xlsx", g_bytes_get_data (bytes, NULL),
                            g_bytes_get_size (bytes));
  workbook = ikrar_workbook_open (path, &error);
  g_assert_no_error (error);
  return workbook;
}

static void
test_sample (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarWorkbook) workbook = open_sample (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarRosterResult) result =
      ikrar_roster_import (workbook, NULL, fixture->store, event, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) units = NULL;
  const IkrarRosterSummary *summary;

  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, 3);
  g_assert_cmpuint (ikrar_roster_result_get_sheet (result), ==, 1);
  g_assert_cmpuint (ikrar_header_get_row (ikrar_roster_result_get_header (result)), ==, 6);
  summary = ikrar_roster_result_get_summary (result);
  g_assert_cmpuint (summary->rows - summary->counts[IKRAR_VERDICT_SKIPPED], ==, PEOPLE);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_WARNING], ==, 4);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_ERROR], ==, 6);
  g_assert_cmpuint (summary->counts[IKRAR_VERDICT_DUPLICATE], ==, 2);
  g_assert_cmpuint (summary->imported, ==, PEOPLE - 8);
  units = ikrar_unit_list (fixture->store, event, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (units->len, ==, OFFICES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/sample/sample", test_sample);
  return g_test_run ();
}
