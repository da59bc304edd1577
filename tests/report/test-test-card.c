/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/test-card.h"

#include <glib/gstdio.h>

#include "core/scan-card.h"
#include "report/reader.h"
#include "store/fixture.h"

#define DPI 200

/* What other programs read from the file is what the doctor expects. */
static void
test_codes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ikrar-XXXXXX", NULL);
  g_autoptr (IkrarDocument) card = ikrar_test_card_new ();
  g_autofree char *path = reader_write (card, folder);
  g_autoptr (GPtrArray) codes = reader_get_codes (path, 1, DPI);

  g_assert_cmpuint (codes->len, ==, IKRAR_N_SCAN_CARD_SIZES);
  /* They are sorted, and differ in the number of the symbol first. */
  for (guint size = 0; size < IKRAR_N_SCAN_CARD_SIZES; size++)
    g_assert_cmpstr (g_ptr_array_index (codes, size), ==, ikrar_scan_card_text (size));
  reader_check_sound (path);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/test-card/codes", test_codes);
  return g_test_run ();
}
