/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/document.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reader.h"
#include "stored-sample.h"

#include "report/attendance-list.h"
#include "report/error.h"
#include "report/passes.h"

static IkrarDocument *
make_list (Fixture *fixture, guint n_people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (n_people, SAMPLE_USUAL, 1);
  IkrarId event = stored_sample_add (fixture, sample);
  IkrarDocument *list = ikrar_attendance_list_new (fixture->store, event, NULL, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_metadata (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarDocument) list = make_list (fixture, 30);
  g_autofree char *path = reader_write (list, fixture->folder);
  g_autofree char *title = reader_get_info (path, "Title");
  g_autofree char *author = reader_get_info (path, "Author");
  g_autofree char *creator = reader_get_info (path, "Creator");
  g_autofree char *pages = reader_get_info (path, "Pages");
  g_autofree char *size = reader_get_info (path, "Page size");
  g_autofree char *count = g_strdup_printf ("%u", ikrar_document_get_n_pages (list));

  g_assert_cmpstr (title, ==, ikrar_document_get_title (list));
  g_assert_cmpstr (author, ==, "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia");
  g_assert_cmpstr (creator, ==, "Ikrar");
  g_assert_cmpstr (pages, ==, count);
  g_assert_true (g_str_has_prefix (size, "609.449 x 935.433"));
  g_assert_null (reader_get_info (path, "Subject"));
  g_assert_null (reader_get_info (path, "Keywords"));
  reader_check_sound (path);
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (IkrarDocument) list = make_list (fixture, 30);
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "daftar.pdf", NULL);
  const IkrarProgress progress = { on_progress, cancellable, cancellable };
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *content = NULL;

  g_mkdir (folder, 0700);
  g_file_set_contents (path, "yang lama", -1, NULL);
  g_assert_false (ikrar_document_write_pdf (list, path, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = reader_list (folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "yang lama");
}

static void
test_no_folder (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDocument) list = make_list (fixture, 2);
  g_autofree char *path = g_build_filename (fixture->folder, "tidak-ada", "daftar.pdf", NULL);

  g_assert_false (ikrar_document_write_pdf (list, path, NULL, &error));
  g_assert_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "daftar.pdf"));
}

static void
test_replaces (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDocument) list = make_list (fixture, 2);
  g_autofree char *folder = g_build_filename (fixture->folder, "out", NULL);
  g_autofree char *path = g_build_filename (folder, "daftar.pdf", NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *content = NULL;

  g_mkdir (folder, 0700);
  g_file_set_contents (path, "yang lama", -1, NULL);
  g_assert_true (ikrar_document_write_pdf (list, path, NULL, &error));
  g_assert_no_error (error);
  left = reader_list (folder);
  g_assert_cmpuint (left->len, ==, 1);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_true (g_str_has_prefix (content, "%PDF-1.5"));
}

/* The screen shows what the paper shows: the same function draws both. */
static void
test_preview (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarDocument) list = make_list (fixture, 30);
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint dark = 0;

  ikrar_document_get_page_size (list, 0, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ikrar_document_draw_page (list, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < (int) height; y++)
    for (int x = 0; x < (int) width; x++)
      dark += cairo_image_surface_get_data (
                  surface)[y * cairo_image_surface_get_stride (surface) + 4 * x] < 128;
  g_assert_cmpuint (dark, >, 5000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

typedef struct
{
  IkrarDocument *document;
  char *path;
} Job;

static gpointer
run_job (gpointer data)
{
  Job *job = data;

  g_assert_true (ikrar_document_write_pdf (job->document, job->path, NULL, NULL));
  return NULL;
}

/* A preview is drawn while two files are written: nobody gets another's codes. */
static void
test_at_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (40, SAMPLE_USUAL, 2);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (IkrarDocument) passes = ikrar_passes_new (fixture->store, event, NULL, NULL, &error);
  g_autofree char *alone = reader_write (passes, fixture->folder);
  Job jobs[2];
  GThread *threads[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("sekaligus-%u.pdf", i);

      jobs[i] = (Job){ passes, g_build_filename (fixture->folder, name, NULL) };
      threads[i] = g_thread_new ("job", run_job, &jobs[i]);
    }
  for (guint i = 0; i < 20; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 400);
      cairo_t *cr = cairo_create (surface);

      ikrar_document_draw_page (passes, i % ikrar_document_get_n_pages (passes), cr);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_thread_join (threads[i]);
      for (guint page = 1; page <= ikrar_document_get_n_pages (passes); page++)
        {
          g_autoptr (GPtrArray) wanted = reader_get_codes (alone, page, 100);
          g_autoptr (GPtrArray) found = reader_get_codes (jobs[i].path, page, 100);

          g_assert_cmpuint (found->len, ==, wanted->len);
          for (guint j = 0; j < found->len; j++)
            g_assert_cmpstr (g_ptr_array_index (found, j), ==, g_ptr_array_index (wanted, j));
        }
      g_free (jobs[i].path);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/report/document/metadata", test_metadata);
  fixture_test ("/report/document/cancelled", test_cancelled);
  fixture_test ("/report/document/no-folder", test_no_folder);
  fixture_test ("/report/document/replaces", test_replaces);
  fixture_test ("/report/document/preview", test_preview);
  fixture_test ("/report/document/at-once", test_at_once);
  return g_test_run ();
}
