/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/attendance-list.h"

#include <string.h>

#include "reader.h"
#include "stored-sample.h"

#include "report/attendance-list-private.h"

#define PEOPLE 61

static IkrarDocument *
make (Fixture *fixture, IkrarId event, const IkrarAttendanceListOptions *options)
{
  g_autoptr (GError) error = NULL;
  IkrarDocument *list = ikrar_attendance_list_new (fixture->store, event, options, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static char *
read_all (IkrarDocument *list, Fixture *fixture)
{
  g_autofree char *path = reader_write (list, fixture->folder);

  reader_check_sound (path);
  return reader_get_text (path, 1, 0);
}

static void
test_text (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 7);
  IkrarId event = stored_sample_add (fixture, sample);
  const IkrarAttendanceListOptions options = { .times = TRUE };
  g_autoptr (IkrarDocument) list = make (fixture, event, &options);
  g_autofree char *text = read_all (list, fixture);
  GPtrArray *lines = sample_get_lines (sample);

  g_assert_nonnull (strstr (text, "PEMERINTAH KABUPATEN CONTOH"));
  g_assert_nonnull (strstr (text, "DAFTAR HADIR"));
  g_assert_nonnull (strstr (text, "Rabu, 13 November 2024"));
  g_assert_nonnull (strstr (text, "PUKUL"));
  g_assert_nonnull (strstr (text, "Mengetahui,"));
  g_assert_nonnull (strstr (text, "Dr. HENDRA WIJAYAKUSUMA, S.H., M.Si."));
  g_assert_nonnull (strstr (text, "NIP 19690817 199403 1 004"));
  g_assert_nonnull (strstr (text, "Petugas daftar hadir,"));
  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = ikrar_number_format (line->employee_number);

      g_assert_nonnull (strstr (text, line->display));
      g_assert_nonnull (strstr (text, number));
    }
}

/* The page says what the roster says: states add up to those invited. */
static void
test_recapitulation (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 8);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (IkrarDocument) list = make (fixture, event, NULL);
  g_autofree char *text = read_all (list, fixture);
  GPtrArray *lines = sample_get_lines (sample);
  g_autofree char *rate = NULL, *free_rows = NULL;
  guint present = 0, sick = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (lines, i);

      present += ikrar_attendance_is_present (line->state);
      sick += line->state == IKRAR_ATTENDANCE_SICK;
    }
  rate = g_strdup_printf ("Kehadiran %u dari %u yang diundang", present, PEOPLE);
  free_rows = g_strdup_printf ("Nomor %u s.d. %u: peserta tambahan", PEOPLE + 1, PEOPLE + 5);
  g_assert_nonnull (strstr (text, rate));
  g_assert_nonnull (strstr (text, free_rows));
  g_assert_cmpuint (reader_count (text, "Sakit"), ==, sick + 1);
}

/* What each page adds up to, the next one goes on from. */
static void
test_running_totals (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 9);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (IkrarDocument) list = make (fixture, event, NULL);
  g_autofree char *path = reader_write (list, fixture->folder);
  guint n_pages = ikrar_document_get_n_pages (list), sum = 0, names = 0;

  g_assert_cmpuint (n_pages, ==, 3);
  for (guint page = 1; page < n_pages; page++)
    {
      g_autofree char *text = reader_get_text (path, page, page);
      const char *here = strstr (text, "Halaman ini ");
      const char *present = strstr (text, "nama: hadir ");
      g_autofree char *so_far = NULL;

      g_assert_nonnull (here);
      names += (guint) g_ascii_strtoull (here + strlen ("Halaman ini "), NULL, 10);
      sum += (guint) g_ascii_strtoull (present + strlen ("nama: hadir "), NULL, 10);
      so_far = g_strdup_printf ("Sampai halaman ini: %u hadir dari %u nama", sum, names);
      g_assert_nonnull (strstr (text, so_far));
    }
}

/* Nothing that the law protects stands on a notice board. */
static void
test_public_version (Fixture *fixture, gconstpointer unused)
{
  static const char *const hidden[] = { "Sakit", "Izin", "Tanpa keterangan", "Dinas luar",
                                        "NIP 1", "III/", "mewakili" };
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 10);
  IkrarId event = stored_sample_add (fixture, sample);
  const IkrarAttendanceListOptions options = { .public_version = TRUE, .times = TRUE };
  g_autoptr (IkrarDocument) list = make (fixture, event, &options);
  g_autofree char *text = read_all (list, fixture);
  GPtrArray *lines = sample_get_lines (sample);

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (strstr (text, hidden[i]) != NULL)
      g_error ("“%s” stands on a public list", hidden[i]);
  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = ikrar_number_format (line->employee_number);

      g_assert_nonnull (strstr (text, line->display));
      g_assert_true (*number == '\0' || strstr (text, number) == NULL);
    }
}

static void
test_per_unit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 11);
  IkrarId event = stored_sample_add (fixture, sample);
  const IkrarAttendanceListOptions options = { .per_unit = TRUE, .paper = IKRAR_PAPER_A4 };
  g_autoptr (IkrarDocument) list = make (fixture, event, &options);
  g_autofree char *text = read_all (list, fixture);
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *lines = sample_get_lines (sample);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (
        units, (gpointer) ((const IkrarParticipantLine *) g_ptr_array_index (lines, i))->unit);
  g_assert_cmpuint (reader_count (text, "DAFTAR HADIR"), ==, g_hash_table_size (units));
  g_assert_cmpuint (reader_count (text, "Halaman 1 dari"), ==, g_hash_table_size (units));
  g_assert_cmpuint (reader_count (text, "Rekapitulasi"), ==, g_hash_table_size (units));
}

/* The footer's code is that of the record: it changes with what the list says, and not otherwise.
 */
static void
test_footer (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (5, SAMPLE_USUAL, 12);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (IkrarDocument) first = make (fixture, event, NULL);
  g_autoptr (IkrarDocument) again = make (fixture, event, NULL);
  g_autofree char *path = reader_write (first, fixture->folder);
  g_autofree char *text = reader_get_text (path, 1, 0);
  g_autofree char *same = read_all (again, fixture);
  g_autoptr (GPtrArray) codes = reader_get_codes (path, 1, 200);
  g_autoptr (IkrarDocument) changed = NULL;
  g_autofree char *other = NULL, *code = NULL;

  g_assert_cmpstr (text, ==, same);
  g_assert_cmpuint (codes->len, ==, 1);
  code = g_strdup_printf ("Kode verifikasi dokumen %s. Bukan tanda tangan elektronik.",
                          (const char *) g_ptr_array_index (codes, 0));
  g_assert_nonnull (strstr (text, code));
  fixture_add_participant (fixture, event, "Peserta Baru");
  changed = make (fixture, event, NULL);
  other = read_all (changed, fixture);
  g_assert_null (strstr (other, code));
}

static void
test_bare (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = stored_sample_add_bare (fixture);
  g_autoptr (IkrarDocument) list = make (fixture, event, NULL);
  g_autofree char *text = read_all (list, fixture);

  g_assert_cmpuint (ikrar_document_get_n_pages (list), ==, 1);
  g_assert_nonnull (strstr (text, "Belum ada peserta pada daftar ini."));
  g_assert_nonnull (strstr (text, "Belum ada yang diundang."));
  g_assert_nonnull (strstr (text, "Mengetahui,"));
}

/* More people never make fewer pages, and the last page always holds somebody. */
static void
test_pages (void)
{
  static const IkrarPaper papers[] = { IKRAR_PAPER_A4, IKRAR_PAPER_F4 };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      guint before = 1;

      for (guint n = 0; n <= 140; n++)
        {
          g_autoptr (Sample) sample = sample_new (n, SAMPLE_USUAL, n);
          const IkrarAttendanceListOptions options = { .paper = papers[i] };
          IkrarAttendanceRecord record = { .occasion = sample_make_occasion (TRUE),
                                           .lines = g_ptr_array_ref (sample_get_lines (sample)) };
          g_autoptr (IkrarDocument) list =
              ikrar_attendance_list_new_from_record (&record, &options);
          guint n_pages = ikrar_document_get_n_pages (list);

          g_assert_cmpuint (n_pages, >=, before);
          g_assert_cmpuint (n_pages, <=, before + 1);
          before = n_pages;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/report/attendance-list/text", test_text);
  fixture_test ("/report/attendance-list/recapitulation", test_recapitulation);
  fixture_test ("/report/attendance-list/running-totals", test_running_totals);
  fixture_test ("/report/attendance-list/public-version", test_public_version);
  fixture_test ("/report/attendance-list/per-unit", test_per_unit);
  fixture_test ("/report/attendance-list/footer", test_footer);
  fixture_test ("/report/attendance-list/bare", test_bare);
  g_test_add_func ("/report/attendance-list/pages", test_pages);
  return g_test_run ();
}
