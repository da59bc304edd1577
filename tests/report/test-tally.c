/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/tally-csv.h"
#include "report/tally-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reader.h"
#include "stored-sample.h"

#include "report/error.h"
#include "report/tally-csv-private.h"

#define PEOPLE 40

static void
test_cells (void)
{
  static const struct
  {
    const char *cell;
    const char *written;
  } cases[] = {
    { "", "" },
    { "Siti", "Siti" },
    { "Siti, S.E.", "\"Siti, S.E.\"" },
    { "a;b", "\"a;b\"" },
    { "say \"ya\"", "\"say \"\"ya\"\"\"" },
    { "satu\ndua", "\"satu\ndua\"" },
    { "=1+1", "'=1+1" },
    { "+62", "'+62" },
    { "-", "'-" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "\nx", "\"'\nx\"" },
    { "＝1", "'＝1" },
    { "＋1", "'＋1" },
    { "－1", "'－1" },
    { "＠a", "'＠a" },
    { "=A1;B1", "\"'=A1;B1\"" },
    { "196908171994031004", "196908171994031004" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      ikrar_tally_csv_append (text, cases[i].cell);
      g_assert_cmpstr (text->str, ==, cases[i].written);
    }
}

static void
test_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 22);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autofree char *path = g_build_filename (fixture->folder, "rekap.csv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *people = sample_get_lines (sample);

  ikrar_tally_csv_write (fixture->store, event, 0, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "\xef\xbb\xbfNo;Gelar depan;Nama;"));
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, PEOPLE + 2);
  for (guint i = 0; i < people->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (people, i);

      g_assert_nonnull (strstr (lines[i + 1], line->name));
      g_assert_nonnull (strstr (lines[i + 1], line->employee_number));
      g_assert_nonnull (strstr (lines[i + 1], line->unit));
    }
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (4, SAMPLE_USUAL, 23);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *book = g_build_filename (folder, "rekap.xlsx", NULL);
  g_autofree char *text = g_build_filename (folder, "rekap.csv", NULL);
  g_autoptr (GPtrArray) left = NULL;

  g_mkdir (folder, 0700);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      const IkrarProgress progress = { on_progress, cancellable, cancellable };

      g_assert_false (
          i == 0 ? ikrar_tally_workbook_write (fixture->store, event, 0, book, &progress, &error)
                 : ikrar_tally_csv_write (fixture->store, event, 0, text, &progress, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  left = reader_list (folder);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_no_folder (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = stored_sample_add_bare (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "tidak-ada", "rekap.xlsx", NULL);

  g_assert_false (ikrar_tally_workbook_write (fixture->store, event, 0, path, NULL, &error));
  g_assert_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_WRITE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/tally/cells", test_cells);
  fixture_test ("/report/tally/file", test_file);
  fixture_test ("/report/tally/cancelled", test_cancelled);
  fixture_test ("/report/tally/no-folder", test_no_folder);
  return g_test_run ();
}
