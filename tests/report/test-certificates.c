/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/certificates.h"

#include <glib/gstdio.h>
#include <string.h>

#include "reader.h"
#include "stored-sample.h"

#include "report/certificates-private.h"
#include "report/error.h"
#include "seal/verify.h"
#include "store/signing-key.h"

#define PEOPLE 24

static guint
issue (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  guint issued = 0;

  ikrar_certificate_issue (fixture->store, event, NULL, 0, &issued, NULL, &error);
  g_assert_no_error (error);
  return issued;
}

static IkrarDocument *
make (Fixture *fixture, IkrarId event, const IkrarCertificatesOptions *options)
{
  g_autoptr (GError) error = NULL;
  IkrarDocument *certificates =
      ikrar_certificates_new (fixture->store, event, options, NULL, &error);

  g_assert_no_error (error);
  return certificates;
}

static char *
make_folder (Fixture *fixture)
{
  char *folder = g_build_filename (fixture->folder, "sertifikat", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

static void
check_page (const char *path, guint page, const IkrarCertificate *certificate)
{
  g_autofree char *text = reader_get_text (path, page, page);
  g_autoptr (GPtrArray) codes = reader_get_codes (path, page, 150);
  g_auto (GStrv) lines = NULL;
  IkrarCertificateFace face;

  g_assert_true (ikrar_certificate_face_split (certificate->face, &lines, &face));
  g_assert_nonnull (strstr (text, face.number));
  g_assert_nonnull (strstr (text, face.name));
  g_assert_nonnull (strstr (text, face.event));
  g_assert_nonnull (strstr (text, face.issuer));
  g_assert_nonnull (strstr (text, "HENDRA WIJAYAKUSUMA"));
  g_assert_null (strstr (text, "Dr. HENDRA"));
  g_assert_nonnull (strstr (text, "Bukan tanda tangan elektronik."));
  g_assert_cmpuint (codes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (codes, 0), ==, certificate->code);
}

static void
test_pages (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 17);
  IkrarId event = stored_sample_add (fixture, sample);
  guint issued = issue (fixture, event);
  g_autoptr (IkrarDocument) certificates = make (fixture, event, NULL);
  g_autofree char *path = reader_write (certificates, fixture->folder);
  g_autoptr (GPtrArray) list = ikrar_certificate_list (fixture->store, event, &error);

  g_assert_cmpuint (issued, >, 5);
  g_assert_cmpuint (ikrar_document_get_n_pages (certificates), ==, issued);
  for (guint i = 0; i < list->len; i++)
    check_page (path, i + 1, g_ptr_array_index (list, i));
  g_assert_null (reader_get_info (path, "Keywords"));
  reader_check_sound (path);
}

/* A stranger with the public key alone learns that the file is genuine. */
static void
check_genuine (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarSecretKey) key = ikrar_signing_key_get (fixture->store, 0, &error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  IkrarVerification *verdict =
      ikrar_verify_file (file, ikrar_secret_key_get_public (key), 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (verdict->genuine);
  g_assert_cmpstr (verdict->what, ==, "certificate");
  ikrar_verification_free (verdict);
}

static void
test_each (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 18);
  IkrarId event = stored_sample_add (fixture, sample);
  guint issued = issue (fixture, event), written = 0;
  g_autoptr (IkrarDocument) certificates = make (fixture, event, NULL);
  g_autofree char *folder = make_folder (fixture);
  g_autoptr (GPtrArray) names = NULL;
  GPtrArray *lines = sample_get_lines (sample);

  ikrar_certificates_write_each (certificates, folder, &written, NULL, &error);
  g_assert_no_error (error);
  names = reader_list (folder);
  g_assert_cmpuint (written, ==, issued);
  g_assert_cmpuint (names->len, ==, issued);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *pages = reader_get_info (path, "Pages");

      g_assert_cmpstr (pages, ==, "1");
      check_genuine (fixture, path);
      for (guint j = 0; j < lines->len; j++)
        {
          const IkrarParticipantLine *line = g_ptr_array_index (lines, j);

          g_assert_true (*line->employee_number == '\0' ||
                         strstr (path, line->employee_number) == NULL);
        }
    }
}

/* One certificate alone is as verifiable as a file of its own. */
static void
test_one (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_LONGEST, 19);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (GPtrArray) list = NULL;
  const IkrarCertificate *certificate;

  issue (fixture, event);
  list = ikrar_certificate_list (fixture->store, event, &error);
  certificate = g_ptr_array_index (list, 2);
  {
    const IkrarCertificatesOptions options = { .participants = &certificate->participant_id,
                                               .n_participants = 1 };
    g_autoptr (IkrarDocument) one = make (fixture, event, &options);
    g_autofree char *path = reader_write (one, fixture->folder);
    g_autofree char *keywords = reader_get_info (path, "Keywords");

    g_assert_cmpuint (ikrar_document_get_n_pages (one), ==, 1);
    g_assert_cmpstr (keywords, ==, certificate->code);
    check_page (path, 1, certificate);
    check_genuine (fixture, path);
  }
}

static void
test_revoked (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 20);
  IkrarId event = stored_sample_add (fixture, sample);
  guint issued = issue (fixture, event);
  g_autoptr (GPtrArray) list = ikrar_certificate_list (fixture->store, event, &error);
  const IkrarCertificate *certificate = g_ptr_array_index (list, 0);
  g_autoptr (IkrarDocument) certificates = NULL;

  ikrar_certificate_revoke (fixture->store, certificate->id, "salah nama", &error);
  g_assert_no_error (error);
  certificates = make (fixture, event, NULL);
  g_assert_cmpuint (ikrar_document_get_n_pages (certificates), ==, issued - 1);
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  if (done == total)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const IkrarProgress progress = { on_progress, cancellable, cancellable };
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 21);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autofree char *folder = make_folder (fixture);
  g_autoptr (IkrarDocument) certificates = NULL;
  g_autoptr (GPtrArray) names = NULL;

  issue (fixture, event);
  certificates = make (fixture, event, NULL);
  g_assert_false (ikrar_certificates_write_each (certificates, folder, NULL, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  names = reader_list (folder);
  g_assert_cmpuint (names->len, ==, 0);
}

static void
test_none (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = stored_sample_add_bare (fixture);
  g_autoptr (IkrarDocument) certificates = make (fixture, event, NULL);
  g_autofree char *path = reader_write (certificates, fixture->folder);
  g_autofree char *text = reader_get_text (path, 1, 0);

  g_assert_nonnull (strstr (text, "Belum ada sertifikat"));
  g_assert_false (
      ikrar_certificates_write_each (certificates, fixture->folder, NULL, NULL, &error));
  g_assert_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_EMPTY);
}

static void
test_face (void)
{
  const IkrarCertificateFace face = { .number = "800/1",
                                      .name = "Siti: a\nb",
                                      .role = "Peserta",
                                      .event = "Apel",
                                      .date = "",
                                      .issuer = "BKPSDM" };
  g_autofree char *text = ikrar_certificate_face_encode (&face);
  g_auto (GStrv) lines = NULL, none = NULL;
  IkrarCertificateFace read;

  g_assert_true (ikrar_certificate_face_split (text, &lines, &read));
  g_assert_cmpstr (read.number, ==, "800/1");
  g_assert_cmpstr (read.name, ==, "Siti: a b");
  g_assert_cmpstr (read.date, ==, "");
  g_assert_cmpstr (read.issuer, ==, "BKPSDM");
  g_assert_false (ikrar_certificate_face_split ("", &none, &read));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/report/certificates/pages", test_pages);
  fixture_test ("/report/certificates/each", test_each);
  fixture_test ("/report/certificates/one", test_one);
  fixture_test ("/report/certificates/revoked", test_revoked);
  fixture_test ("/report/certificates/cancelled", test_cancelled);
  fixture_test ("/report/certificates/none", test_none);
  g_test_add_func ("/report/certificates/face", test_face);
  return g_test_run ();
}
