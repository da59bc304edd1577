/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Old Excel workbooks, which a helper program reads. */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"
#include "roster/xls-box-private.h"
#include "roster/xls-private.h"

#define SEED 20240206
#define HELPERS "IKRAR_HELPERS"

static char *
data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "roster", "data", name, NULL);
}

/* Files of other programs, and some of what must be read of them. */
static const struct
{
  const char *name;
  const char *part;
} files[] = {
  { "old.xls", "4 A:n:1 B:t:Ratna Sari, S.E. C:t:198804202010012001 D:t:III/d E:t:Dinas Contoh "
               "F:d:2024-02-06\n" },
  { "old.xls", "7 A:n:4 B:t:Joko Susilo C:n:1.99302252023211E+17 " },
  { "libreoffice.xls", "B:t:I Wayan Suta C:t:197203151998031002 " },
  { "gnumeric-biff7.xls", "B:t:I Wayan Suta C:t:197203151998031002 " },
  { "number-none.xls", "3 A:n:2 B:t:I Wayan Suta C:n:0 " },
  { "formulas.xls", "3 A:n:2 B:t:I WAYAN SUTA C:t:197203151998031002 D:t:IV/a " },
  { "formulas.xls", "D:e:#N/A " },
  { "cell-types.xls", "2 A:t:1 B:t:Ratna Sari C:t:198804202010012001 D:t:III/d E:b:TRUE " },
  { "cell-types.xls", "E:e:#REF! " },
  { "dates-1904.xls", "D:d:2021-04-20 " },
  /* The last of its texts is empty. */
  { "dates.xls", "2 A:n:1 B:t:I Wayan Suta C:t:197203151998031002 D:t:20/04/1988 E:d:2021-04-20 " },
};

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = data_path (files[i].name);
      g_autofree char *dump = roster_file_dump_path (path);

      if (strstr (dump, files[i].part) == NULL)
        g_error ("%s: %s", files[i].name, dump);
    }
}

static void
test_sheets (void)
{
  static const IkrarMerge expected[] = { { 4, 5, 4, 4 }, { 1, 1, 0, 5 } };
  g_autofree char *path = data_path ("old.xls");
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autofree char *second = NULL;
  const GArray *merges;

  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (ikrar_workbook_get_sheet (workbook, 0)->name, ==, "Peserta");
  g_assert_false (ikrar_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_true (ikrar_workbook_get_sheet (workbook, 1)->hidden);
  second = roster_file_dump (workbook, 1, &error);
  g_assert_cmpstr (second, ==, "1 A:t:Nama\n2 A:t:Tidak Dibaca\n");
  merges = ikrar_workbook_get_merges (workbook, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (merges->data, merges->len * sizeof (IkrarMerge), expected, sizeof expected);
}

static void
test_password (void)
{
  g_autofree char *path = data_path ("locked.xls");

  roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_ENCRYPTED);
}

static gboolean
stop_at_once (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  guint *n_rows = user_data;

  *n_rows += 1;
  return FALSE;
}

static void
test_stops (void)
{
  g_autofree char *path = data_path ("old.xls");
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const IkrarProgress progress = { NULL, NULL, cancellable };
  guint n_rows = 0;

  g_assert_true (ikrar_workbook_read (workbook, 0, stop_at_once, &n_rows, NULL, &error));
  g_assert_cmpuint (n_rows, ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (ikrar_workbook_read (workbook, 0, stop_at_once, &n_rows, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_helper (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = data_path ("old.xls");
  g_autofree char *helpers = g_strdup (g_getenv (HELPERS));

  g_setenv (HELPERS, fixture->folder, TRUE);
  roster_file_assert_refused (path, IKRAR_ROSTER_ERROR_FORMAT);
  g_setenv (HELPERS, helpers, TRUE);
}

/* A helper that was taken over, or ends in any way, is not believed. */
static const struct
{
  const char *script;
  IkrarRosterError code;
} helpers[] = {
  { "exit 0", IKRAR_ROSTER_ERROR_DAMAGED },
  { "exit 1", IKRAR_ROSTER_ERROR_DAMAGED },
  { "printf xxxxxxxxxxxxxxxxxx", IKRAR_ROSTER_ERROR_DAMAGED },
  { "printf 'S\\0\\0\\0\\0\\377\\377\\377\\377'", IKRAR_ROSTER_ERROR_DAMAGED },
  { "printf 'S\\0\\0\\0\\0\\1\\0\\0\\0\\377E'", IKRAR_ROSTER_ERROR_DAMAGED },
  { "printf 'E'", IKRAR_ROSTER_ERROR_NO_SHEET },
  { "kill -SEGV $$", IKRAR_ROSTER_ERROR_DAMAGED },
  { "kill -XCPU $$", IKRAR_ROSTER_ERROR_TOO_LARGE },
  { "printf 'F\\5\\0\\0\\0'", IKRAR_ROSTER_ERROR_TOO_LARGE },
  { "printf 'F\\3\\0\\0\\0'", IKRAR_ROSTER_ERROR_ENCRYPTED },
  { "[ $1 = list ] && printf 'S\\0\\0\\0\\0\\1\\0\\0\\0AE' && exit; printf 'C\\377\\377\\0\\0'",
    IKRAR_ROSTER_ERROR_DAMAGED },
  { "[ $1 = list ] && printf 'S\\0\\0\\0\\0\\1\\0\\0\\0AE' && exit; printf 'R\\0\\0\\0\\0\\0\\0\\0\\0E'",
    IKRAR_ROSTER_ERROR_DAMAGED },
};

static void
test_false_helpers (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = data_path ("old.xls");
  g_autofree char *real = g_strdup (g_getenv (HELPERS));

  for (gsize i = 0; i < G_N_ELEMENTS (helpers); i++)
    {
      g_autofree char *script = g_strdup_printf ("#!/bin/sh\n%s\n", helpers[i].script);
      g_autofree char *program = g_build_filename (fixture->folder, "ikrar-xls", NULL);
      g_autoptr (GError) error = NULL;

      g_file_set_contents_full (program, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
      g_assert_no_error (error);
      g_test_message ("%s", helpers[i].script);
      g_setenv (HELPERS, fixture->folder, TRUE);
      roster_file_assert_refused (path, (int) helpers[i].code);
    }
  g_setenv (HELPERS, real, TRUE);
}

/* Whatever is in a file, it is read or refused with words. */
static void
test_flipped (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autofree char *path = data_path ("old.xls");
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint round = 0; round < 150; round++)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);
      g_autofree char *name = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = NULL;

      for (int n = g_rand_int_range (rand, 1, 20); n > 0; n--)
        copy[g_rand_int_range (rand, 8, (gint32) size)] = (char) g_rand_int (rand);
      name = roster_file_write (fixture->folder, "rusak.xls", copy,
                                round % 3 > 0 ? size : (gsize) g_rand_int_range (rand, 8, size));
      workbook = ikrar_workbook_open (name, &error);
      if (workbook != NULL &&
          ikrar_workbook_read (workbook, 0, roster_file_take_nothing, NULL, NULL, &error))
        ikrar_workbook_get_merges (workbook, 0, &error);
      g_assert_true (error == NULL || error->domain == IKRAR_ROSTER_ERROR);
    }
}

/* Found by the fuzzer: a workbook of no bytes, and a sheet beyond its end. */
static void
test_broken_boxes (void)
{
  g_autofree char *path = data_path ("old.xls");
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (IkrarXlsMerge));
  IkrarXlsLook look = { merges, NULL, { NULL, NULL, FALSE } };
  g_autoptr (GByteArray) book = NULL;
  g_autoptr (GByteArray) box = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  book = _ikrar_xls_box_open ((const guint8 *) bytes, size);
  g_assert_nonnull (book);
  _ikrar_xls_book_look (book, 0xFFFFFFF0, &look);
  _ikrar_xls_book_look (book, book->len - 3, &look);
  g_assert_cmpuint (merges->len, ==, 0);
  g_byte_array_set_size (book, 4096);
  box = _ikrar_xls_box_make (book);
  /* The second entry of the folder, which is the ninth sector, says how large the workbook is. */
  memset (box->data + 9 * 512 + 128 + 0x78, 0, 4);
  g_assert_null (_ikrar_xls_box_open (box->data, box->len));
}

static gboolean
count_row (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  guint *last = user_data;

  g_assert_cmpuint (row->number, ==, *last + 1);
  *last = row->number;
  return TRUE;
}

/* The first rows come by themselves and are kept: nothing is given twice or left out. */
static void
test_long (void)
{
  g_autofree char *path = data_path ("long.xls");
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);

  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *dump = NULL;
      guint last = 0;

      g_assert_true (ikrar_workbook_read (workbook, 0, count_row, &last, NULL, &error));
      g_assert_cmpuint (last, ==, 1500);
      dump = roster_file_dump (workbook, 0, &error);
      for (guint i = 2; i <= last; i++)
        {
          g_autofree char *line = g_strdup_printf ("\n%u A:t:Orang %u B:n:%u\n", i, i, 7 * i);

          g_assert_nonnull (strstr (dump, line));
        }
    }
}

/* A workbook without cells further down stays one: its sheets begin where it says. */
static void
test_cut (void)
{
  static const char *const names[] = { "old.xls", "libreoffice.xls", "long.xls", "formulas.xls",
                                       "gnumeric-biff7.xls" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = data_path (names[i]);
      g_autoptr (GByteArray) book = NULL, same = NULL, none = NULL;
      g_autoptr (GArray) sheets = NULL, moved = NULL;
      g_autofree char *bytes = NULL;
      gboolean cut;
      gsize size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      book = _ikrar_xls_box_open ((const guint8 *) bytes, size);
      sheets = _ikrar_xls_book_list_sheets (book);
      same = _ikrar_xls_book_cut (book, sheets, -1, IKRAR_XLS_ROWS_MAX, &cut);
      g_assert_false (cut);
      g_assert_cmpmem (same->data, same->len, book->data, book->len);
      none = _ikrar_xls_book_cut (book, sheets, -1, 0, &cut);
      g_assert_true (cut);
      g_assert_cmpuint (none->len, <, book->len);
      moved = _ikrar_xls_book_list_sheets (none);
      g_assert_cmpuint (moved->len, ==, sheets->len);
      for (guint k = 0; k < moved->len; k++)
        {
          const guint32 *start = (const guint32 *) (gpointer) moved->data + 2 * k;

          g_assert_cmphex (none->data[start[0]] | none->data[start[0] + 1] << 8, ==, 0x0809);
        }
    }
}

/* A large workbook has its table of sectors in more places than the header lists. */
static void
test_large_box (void)
{
  static const guint sizes[] = { 4096, 7000000, 7030000, 15300000, 40000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GByteArray) book = g_byte_array_new ();
      g_autoptr (GByteArray) box = NULL, again = NULL;

      g_byte_array_set_size (book, sizes[i]);
      for (guint k = 0; k < book->len; k++)
        book->data[k] = (guint8) (k * 2654435761u >> 24);
      box = _ikrar_xls_box_make (book);
      again = _ikrar_xls_box_open (box->data, box->len);
      g_assert_nonnull (again);
      g_assert_cmpmem (again->data, again->len, book->data, book->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  g_test_add_func ("/xls/files", test_files);
  g_test_add_func ("/xls/sheets", test_sheets);
  g_test_add_func ("/xls/long", test_long);
  g_test_add_func ("/xls/cut", test_cut);
  g_test_add_func ("/xls/box/large", test_large_box);
  g_test_add_func ("/xls/password", test_password);
  g_test_add_func ("/xls/stops", test_stops);
  g_test_add ("/xls/no-helper", RosterFixture, NULL, roster_set_up, test_no_helper,
              roster_tear_down);
  g_test_add ("/xls/false-helpers", RosterFixture, NULL, roster_set_up, test_false_helpers,
              roster_tear_down);
  g_test_add_func ("/xls/broken-boxes", test_broken_boxes);
  g_test_add ("/xls/flipped", RosterFixture, NULL, roster_set_up, test_flipped, roster_tear_down);
  return g_test_run ();
}
