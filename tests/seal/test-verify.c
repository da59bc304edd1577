/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/verify.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#include "ledger-fixture.h"
#include "seal/certificate-code.h"
#include "seal/pass-code.h"

/* Two offices, and a folder for files. */
typedef struct
{
  char *folder;
  char *path;
  IkrarSecretKey *key;
  IkrarPublicKey keys[2];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarSecretKey) other = fixture_key (50);

  fixture->folder = g_dir_make_tmp ("ikrar-verify-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
  fixture->key = fixture_key (0);
  fixture->keys[0] = *ikrar_secret_key_get_public (other);
  fixture->keys[1] = *ikrar_secret_key_get_public (fixture->key);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  ikrar_secret_key_unref (fixture->key);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_verdict (const IkrarVerification *verdict, gboolean genuine, const char *what)
{
  g_assert_nonnull (verdict);
  g_assert_cmpint (verdict->genuine, ==, genuine);
  g_assert_cmpstr (verdict->what, ==, what);
  g_assert_cmpint (verdict->facts->len > 0, ==, genuine);
  g_assert_cmpuint (verdict->reasons->len, >, 0);
}

static gboolean
says (GPtrArray *lines, const char *words)
{
  for (guint i = 0; i < lines->len; i++)
    if (strstr (lines->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_pass (Fixture *fixture, gconstpointer unused)
{
  IkrarPass pass = { 0, 4711, 42, 3, 1772 };
  char code[IKRAR_PASS_TEXT_LENGTH + 1];
  g_autoptr (IkrarVerification) good = NULL;
  g_autoptr (IkrarVerification) forged = NULL;
  g_autoptr (IkrarVerification) keyless = NULL;
  g_autoptr (IkrarVerification) cut = NULL;

  ikrar_pass_sign (&pass, fixture->key, code);
  good = ikrar_verify_code (code, fixture->keys, 2);
  assert_verdict (good, TRUE, "pass");
  g_assert_true (says (good->facts, "4711") && says (good->facts, "42"));
  g_assert_true (says (good->facts, "2024-11-07"));
  g_assert_true (says (good->facts, "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg="));
  forged = ikrar_verify_code (code, fixture->keys, 1);
  assert_verdict (forged, FALSE, "pass");
  keyless = ikrar_verify_code (code, NULL, 0);
  assert_verdict (keyless, FALSE, "pass");
  code[100] = '\0';
  cut = ikrar_verify_code (code, fixture->keys, 2);
  assert_verdict (cut, FALSE, "pass");
}

static void
test_certificate (Fixture *fixture, gconstpointer unused)
{
  IkrarCertificateCode certificate = { 0, 640000000001, 0, { 1, 2, 3 } };
  char code[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  g_autoptr (IkrarVerification) good = NULL;
  g_autoptr (IkrarVerification) forged = NULL;

  ikrar_certificate_code_sign (&certificate, fixture->key, code);
  good = ikrar_verify_code (code, fixture->keys, 2);
  assert_verdict (good, TRUE, "certificate");
  g_assert_true (says (good->facts, "640000000001") && says (good->facts, "2020-01-01"));
  code[20] = code[20] == 'A' ? 'B' : 'A';
  forged = ikrar_verify_code (code, fixture->keys, 2);
  assert_verdict (forged, FALSE, "certificate");
}

static void
test_unknown_codes (Fixture *fixture, gconstpointer unused)
{
  static const char *const codes[] = { "", "I", "ik1abc", "HC1:6BFOXN", "https://example.com/IK1" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (IkrarVerification) verdict = ikrar_verify_code (codes[i], fixture->keys, 2);

      assert_verdict (verdict, FALSE, "unknown");
    }
}

static IkrarVerification *
verify_path (Fixture *fixture, guint n_keys)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  /* The office's key is the second one: the last n keys. */
  IkrarVerification *verdict =
      ikrar_verify_file (file, fixture->keys + 2 - n_keys, n_keys, NULL, &error);

  g_assert_no_error (error);
  return verdict;
}

static void
write_file (Fixture *fixture, gconstpointer data, gsize size)
{
  g_assert_true (g_file_set_contents_full (fixture->path, data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
test_ledger (Fixture *fixture, gconstpointer unused)
{
  LedgerFixture ledger;
  g_autofree char *text = NULL;
  g_autoptr (IkrarVerification) trusted = NULL;
  g_autoptr (IkrarVerification) claimed = NULL;
  g_autoptr (IkrarVerification) foreign = NULL;
  g_autoptr (IkrarVerification) altered = NULL;

  ledger_fixture_begin (&ledger, 0);
  ledger_fixture_add (&ledger, 7);
  ledger_fixture_seal (&ledger);
  text = ledger_fixture_end (&ledger);
  write_file (fixture, text, strlen (text));
  trusted = verify_path (fixture, 1);
  assert_verdict (trusted, TRUE, "ledger");
  claimed = verify_path (fixture, 0);
  assert_verdict (claimed, TRUE, "ledger");
  g_assert_cmpuint (claimed->reasons->len, ==, trusted->reasons->len + 1);
  foreign = verify_path (fixture, 2);
  assert_verdict (foreign, FALSE, "ledger");
  text[strlen (text) / 2] ^= 1;
  write_file (fixture, text, strlen (text));
  altered = verify_path (fixture, 1);
  assert_verdict (altered, FALSE, "ledger");
}

static void
test_other_files (Fixture *fixture, gconstpointer unused)
{
  static const char *const texts[] = { "", "%PD", "hello\n", "ikrar-ledge", "PK\3\4" };
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/file");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (IkrarVerification) verdict = NULL;

      write_file (fixture, texts[i], strlen (texts[i]));
      verdict = verify_path (fixture, 1);
      assert_verdict (verdict, FALSE, "unknown");
    }
  g_assert_null (ikrar_verify_file (missing, NULL, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A page with Info entries, drawn as the reports do. */
static void
draw_pdf (Fixture *fixture, const char *subject, const char *keywords)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (fixture->path, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Sertifikat");
  if (subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  if (keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  cairo_rectangle (cr, 72, 72, 100, 100);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static char *
make_certificate (Fixture *fixture, const IkrarCertificateFace *face)
{
  IkrarCertificateCode certificate = { 0, 640000000001, 1772, { 0 } };
  char code[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  char *text = ikrar_certificate_face_encode (face);
  IkrarDigest digest;

  ikrar_digest_of (text, strlen (text), &digest);
  memcpy (certificate.face, digest.bytes, sizeof certificate.face);
  ikrar_certificate_code_sign (&certificate, fixture->key, code);
  draw_pdf (fixture, text, code);
  return text;
}

static const IkrarCertificateFace sample_face = {
  "800/12/BKPSDM/2024",
  "Dra. Siti Am\xc3\xadnah (\xe2\x80\x9cIti\xe2\x80\x9d), M.Si.",
  "Peserta",
  "Ikrar \\ Netralitas",
  "6 Februari 2024",
  "BKPSDM \xf0\x9f\x8f\x9b",
};

static void
test_pdf (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *face = make_certificate (fixture, &sample_face);
  g_autoptr (IkrarVerification) good = verify_path (fixture, 2);
  g_autoptr (IkrarVerification) foreign = NULL;

  assert_verdict (good, TRUE, "certificate");
  g_assert_true (says (good->facts, "name: Dra. Siti Am\xc3\xadnah (\xe2\x80\x9cIti\xe2\x80\x9d)"));
  g_assert_true (says (good->facts, "number: 800/12/BKPSDM/2024"));
  g_assert_true (says (good->facts, "issuer: BKPSDM"));
  fixture->keys[1] = fixture->keys[0];
  foreign = verify_path (fixture, 2);
  assert_verdict (foreign, FALSE, "certificate");
}

/* The signed code of one certificate with the statements of another. */
static void
test_pdf_other_face (Fixture *fixture, gconstpointer unused)
{
  IkrarCertificateFace other = sample_face;
  IkrarCertificateCode certificate = { 0, 1, 2, { 3 } };
  char code[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  g_autofree char *face = NULL;
  g_autoptr (IkrarVerification) verdict = NULL;

  other.name = "Palsu";
  face = ikrar_certificate_face_encode (&other);
  ikrar_certificate_code_sign (&certificate, fixture->key, code);
  draw_pdf (fixture, face, code);
  verdict = verify_path (fixture, 1);
  assert_verdict (verdict, FALSE, "certificate");
}

/* The office's key on a digest of something that is no face. */
static void
test_pdf_no_face (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = "anything";
  IkrarCertificateCode certificate = { 0, 1, 2, { 0 } };
  char code[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  IkrarDigest digest;
  g_autoptr (IkrarVerification) verdict = NULL;

  ikrar_digest_of (text, strlen (text), &digest);
  memcpy (certificate.face, digest.bytes, sizeof certificate.face);
  ikrar_certificate_code_sign (&certificate, fixture->key, code);
  draw_pdf (fixture, text, code);
  verdict = verify_path (fixture, 1);
  assert_verdict (verdict, FALSE, "certificate");
}

static void
test_pdf_without (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *subject;
    const char *keywords;
    const char *what;
  } cases[] = {
    { NULL, NULL, "unknown" },
    { "IKRAR-FACE/1\n", NULL, "unknown" },
    { NULL, "IC1", "unknown" },
    { "IKRAR-FACE/1\n", "IC1", "certificate" },
    { "A report", "pegawai, laporan", "unknown" },
    { "IKRAR-FACE/1\n", "IK1", "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarVerification) verdict = NULL;

      draw_pdf (fixture, cases[i].subject, cases[i].keywords);
      verdict = verify_path (fixture, 1);
      assert_verdict (verdict, FALSE, cases[i].what);
    }
}

/* What an incremental update appends makes the metadata ambiguous. */
static void
test_pdf_appended (Fixture *fixture, gconstpointer unused)
{
  static const char *const appended[] = {
    "99 0 obj << /Subject (IKRAR-FACE/1) >> endobj\n%%EOF\n",
    "99 0 obj << /Keywords (IC1) >> endobj\n%%EOF\n",
    "99 0 obj << /Subject 5 0 R >> endobj\n%%EOF\n",
  };
  g_autofree char *face = make_certificate (fixture, &sample_face);
  g_autofree char *pdf = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &pdf, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (appended); i++)
    {
      g_autoptr (GString) longer = g_string_new_len (pdf, (gssize) size);
      g_autoptr (IkrarVerification) verdict = NULL;

      g_string_append (longer, appended[i]);
      write_file (fixture, longer->str, longer->len);
      verdict = verify_path (fixture, 1);
      assert_verdict (verdict, FALSE, "unknown");
    }
}

/* Where the string behind a key of the Info dictionary begins. */
static gsize
find_string (const char *pdf, gsize size, const char *key)
{
  gsize length = strlen (key);

  for (gsize i = 0; i + length < size; i++)
    if (memcmp (pdf + i, key, length) == 0)
      return i + length;
  g_assert_not_reached ();
}

/* Every letter and digit of face and code that is changed in the file is noticed. */
static void
test_pdf_every_byte (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *key;
    char end;
  } strings[] = { { "/Subject <", '>' }, { "/Keywords (", ')' } };
  g_autofree char *face = make_certificate (fixture, &sample_face);
  g_autofree char *pdf = NULL;
  guint changed = 0;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &pdf, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    for (gsize k = find_string (pdf, size, strings[i].key); pdf[k] != strings[i].end; k++)
      {
        g_autoptr (IkrarVerification) verdict = NULL;

        pdf[k] ^= 1;
        write_file (fixture, pdf, size);
        verdict = verify_path (fixture, 1);
        g_assert_false (verdict->genuine);
        pdf[k] ^= 1;
        changed++;
      }
  g_assert_cmpuint (changed, >, 4 * strlen (face) / 2 + IKRAR_CERTIFICATE_TEXT_LENGTH);
}

static void
test_pdf_too_large (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (IkrarVerification) verdict = NULL;
  g_autoptr (GFileIOStream) stream = NULL;

  write_file (fixture, "%PDF-1.5\n", 9);
  stream = g_file_open_readwrite (file, NULL, NULL);
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), 65 * 1024 * 1024, NULL, NULL));
  verdict = verify_path (fixture, 1);
  assert_verdict (verdict, FALSE, "unknown");
  g_assert_true (says (verdict->reasons, "64 MiB"));
}

#define ADD(name, function) g_test_add ("/verify/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pass", test_pass);
  ADD ("certificate", test_certificate);
  ADD ("unknown-codes", test_unknown_codes);
  ADD ("ledger", test_ledger);
  ADD ("other-files", test_other_files);
  ADD ("pdf", test_pdf);
  ADD ("pdf-other-face", test_pdf_other_face);
  ADD ("pdf-no-face", test_pdf_no_face);
  ADD ("pdf-without", test_pdf_without);
  ADD ("pdf-appended", test_pdf_appended);
  ADD ("pdf-every-byte", test_pdf_every_byte);
  ADD ("pdf-too-large", test_pdf_too_large);
  return g_test_run ();
}
