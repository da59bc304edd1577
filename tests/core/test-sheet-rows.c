/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/sheet-rows.h"

static void
test_empty (void)
{
  g_autoptr (IkrarSheetRows) rows = ikrar_sheet_rows_new ();

  g_assert_cmpuint (ikrar_sheet_rows_get_size (rows), ==, 0);
  g_assert_cmpuint (ikrar_sheet_rows_get_width (rows), ==, 0);
  g_assert_cmpstr (ikrar_sheet_rows_get_head (rows, 0), ==, "");
}

static void
test_rows (void)
{
  g_autoptr (IkrarSheetRows) rows = ikrar_sheet_rows_new ();
  const char *const heads[] = { "No", NULL, "Nama" };
  const char *const first[] = { "1", "", "Budi", "lebih" };
  const char *const second[] = { NULL, "x" };

  ikrar_sheet_rows_add (rows, 7, first, G_N_ELEMENTS (first));
  ikrar_sheet_rows_set_heads (rows, heads, G_N_ELEMENTS (heads));
  ikrar_sheet_rows_add (rows, 9, second, G_N_ELEMENTS (second));
  ikrar_sheet_rows_add (rows, 10, NULL, 0);

  g_assert_cmpuint (ikrar_sheet_rows_get_size (rows), ==, 3);
  g_assert_cmpuint (ikrar_sheet_rows_get_width (rows), ==, 4);
  g_assert_cmpstr (ikrar_sheet_rows_get_head (rows, 1), ==, "");
  g_assert_cmpstr (ikrar_sheet_rows_get_head (rows, 2), ==, "Nama");
  g_assert_cmpuint (ikrar_sheet_rows_get_number (rows, 0), ==, 7);
  g_assert_cmpstr (ikrar_sheet_rows_get_text (rows, 0, 2), ==, "Budi");
  g_assert_cmpstr (ikrar_sheet_rows_get_text (rows, 0, 3), ==, "lebih");
  g_assert_cmpuint (ikrar_sheet_rows_get_number (rows, 1), ==, 9);
  g_assert_cmpstr (ikrar_sheet_rows_get_text (rows, 1, 0), ==, "");
  g_assert_cmpstr (ikrar_sheet_rows_get_text (rows, 1, 1), ==, "x");
  g_assert_cmpstr (ikrar_sheet_rows_get_text (rows, 1, 2), ==, "");
  g_assert_cmpstr (ikrar_sheet_rows_get_text (rows, 2, 0), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-rows/empty", test_empty);
  g_test_add_func ("/sheet-rows/rows", test_rows);
  return g_test_run ();
}
