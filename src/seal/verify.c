/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/verify.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "seal/certificate-code.h"
#include "seal/ledger-file.h"
#include "seal/pass-code.h"
#include "seal/pdf-metadata-private.h"

#define PDF_MAGIC "%PDF-"
#define LEDGER_MAGIC "ikrar-ledger "
#define PDF_SIZE_MAX (64 * 1024 * 1024)
#define READ_SIZE (256 * 1024)

static IkrarVerification *
make_verdict (const char *what)
{
  IkrarVerification *verdict = g_new0 (IkrarVerification, 1);

  verdict->what = what;
  verdict->facts = g_ptr_array_new_with_free_func (g_free);
  verdict->reasons = g_ptr_array_new_with_free_func (g_free);
  return verdict;
}

void
ikrar_verification_free (IkrarVerification *verdict)
{
  if (verdict == NULL)
    return;
  g_ptr_array_unref (verdict->facts);
  g_ptr_array_unref (verdict->reasons);
  g_free (verdict);
}

static void G_GNUC_PRINTF (2, 3) add_line (GPtrArray *lines, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* A day number of the codes, as YYYY-MM-DD. */
static char *
format_day (guint16 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2020);
  g_date_add_days (&date, day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static gboolean
is_pass (const char *code)
{
  IkrarPass pass;

  return ikrar_pass_read (code, &pass);
}

static void
describe_pass (IkrarVerification *verdict, const char *code)
{
  g_autofree char *day = NULL;
  IkrarPass pass;

  if (!ikrar_pass_read (code, &pass))
    return;
  day = format_day (pass.last_day);
  add_line (verdict->facts, _ ("It is the pass of participant number %u for event number %u."),
            pass.number, pass.event);
  add_line (verdict->facts, _ ("Its serial number is %u, its last valid day %s."), pass.serial,
            day);
  add_line (verdict->reasons,
            _ ("Whose pass it is, and whether a newer one replaced it, only the event's desk can "
               "tell."));
}

static gboolean
is_certificate (const char *code)
{
  IkrarCertificateCode certificate;

  return ikrar_certificate_code_read (code, &certificate);
}

static void
describe_certificate (IkrarVerification *verdict, const char *code)
{
  g_autofree char *day = NULL;
  IkrarCertificateCode certificate;

  if (!ikrar_certificate_code_read (code, &certificate))
    return;
  day = format_day (certificate.day);
  add_line (verdict->facts, _ ("It is the certificate with the id %" PRIu64 ", issued on %s."),
            certificate.id, day);
  add_line (verdict->reasons,
            _ ("Whether it was revoked later, only the office that issued it can tell."));
}

typedef struct
{
  const char *what;
  const char *prefix;
  guint length;
  gboolean (*is_readable) (const char *code);
  gboolean (*verify) (const char *code, const IkrarPublicKey *key);
  void (*describe) (IkrarVerification *verdict, const char *code);
} CodeKind;

static const CodeKind pass_kind = {
  "pass", IKRAR_PASS_PREFIX, IKRAR_PASS_TEXT_LENGTH, is_pass, ikrar_pass_verify, describe_pass,
};

static const CodeKind certificate_kind = {
  "certificate",  IKRAR_CERTIFICATE_PREFIX,      IKRAR_CERTIFICATE_TEXT_LENGTH,
  is_certificate, ikrar_certificate_code_verify, describe_certificate,
};

static const CodeKind *const kinds[] = { &pass_kind, &certificate_kind };

static const CodeKind *
find_kind (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (code, kinds[i]->prefix))
      return kinds[i];
  return NULL;
}

static const IkrarPublicKey *
find_signer (const CodeKind *kind, const char *code, const IkrarPublicKey *keys, guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    if (kind->verify (code, &keys[i]))
      return &keys[i];
  return NULL;
}

static void
judge_code (IkrarVerification *verdict,
            const CodeKind *kind,
            const char *code,
            const IkrarPublicKey *keys,
            guint n_keys)
{
  const IkrarPublicKey *signer = find_signer (kind, code, keys, n_keys);

  verdict->genuine = signer != NULL;
  if (signer != NULL)
    {
      g_autofree char *base64 = g_base64_encode (signer->bytes, sizeof signer->bytes);

      kind->describe (verdict, code);
      add_line (verdict->facts, _ ("It was signed with the key %s."), base64);
    }
  else if (!kind->is_readable (code))
    add_line (verdict->reasons,
              _ ("The code was cut off or misread: it must have %u characters in one given form. "
                 "Scan it again."),
              kind->length);
  else if (n_keys == 0)
    add_line (verdict->reasons, _ ("Without a public key of the office nothing can be proven. Give "
                                   "one."));
  else
    add_line (verdict->reasons, _ ("None of the given keys made this code: it is forged, or of an "
                                   "office whose key was not given."));
}

IkrarVerification *
ikrar_verify_code (const char *code, const IkrarPublicKey *keys, guint n_keys)
{
  const CodeKind *kind;
  IkrarVerification *verdict;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (keys != NULL || n_keys == 0, NULL);

  kind = find_kind (code);
  verdict = make_verdict (kind == NULL ? "unknown" : kind->what);
  if (kind != NULL)
    judge_code (verdict, kind, code, keys, n_keys);
  else
    add_line (verdict->reasons, _ ("This is no code of Ikrar: passes begin with IK1, certificates "
                                   "with IC1."));
  return verdict;
}

static void
describe_seal (IkrarVerification *verdict, const IkrarLedgerVerdict *ledger)
{
  g_autofree char *root = ikrar_digest_hex (&ledger->root);

  add_line (verdict->facts, _ ("The log “%s” has %" PRIu64 " records, none of which was changed."),
            ledger->origin, ledger->records);
  add_line (verdict->facts, _ ("Its root is %s."), root);
  add_line (verdict->facts, _ ("It was sealed with the key %s."), ledger->key);
  if (!ledger->key_trusted)
    add_line (verdict->reasons,
              _ ("The key is the file's own claim. Compare it with one that the office gave you."));
  add_line (verdict->reasons,
            _ ("Whoever holds both the database and the secret key could have sealed another log. "
               "Compare the root with a checkpoint that left the office earlier."));
}

static IkrarVerification *
verify_ledger (GInputStream *input,
               const IkrarPublicKey *trusted,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (IkrarLedgerVerdict) ledger =
      ikrar_ledger_file_verify (input, trusted, cancellable, error);
  IkrarVerification *verdict;

  if (ledger == NULL)
    return NULL;
  verdict = make_verdict ("ledger");
  verdict->genuine = ledger->genuine;
  if (ledger->genuine)
    describe_seal (verdict, ledger);
  for (guint i = 0; i < ledger->problems->len; i++)
    add_line (verdict->reasons, "%s", (const char *) ledger->problems->pdata[i]);
  return verdict;
}

/* The whole stream; NULL without an error if it is longer than a certificate can be. */
static GByteArray *
read_whole (GInputStream *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize size;

  do
    {
      guint start = bytes->len;

      g_byte_array_set_size (bytes, start + READ_SIZE);
      if (!g_input_stream_read_all (input, bytes->data + start, READ_SIZE, &size, cancellable,
                                    error))
        return NULL;
      g_byte_array_set_size (bytes, start + (guint) size);
    }
  while (size == READ_SIZE && bytes->len <= PDF_SIZE_MAX);
  return bytes->len <= PDF_SIZE_MAX ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
face_matches (const char *face, const IkrarCertificateCode *code)
{
  IkrarDigest digest;

  ikrar_digest_of (face, strlen (face), &digest);
  return g_str_has_prefix (face, IKRAR_CERTIFICATE_FACE_TITLE "\n") &&
         memcmp (digest.bytes, code->face, sizeof code->face) == 0;
}

static void
describe_face (IkrarVerification *verdict, const char *face)
{
  g_auto (GStrv) lines = g_strsplit (face, "\n", -1);

  /* The title is no statement, and behind the last line end stands nothing. */
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    add_line (verdict->facts, _ ("The certificate says “%s”."), lines[i]);
  add_line (verdict->reasons,
            _ ("Only these statements are proven. Compare them with what the page shows."));
}

static void
judge_certificate (IkrarVerification *verdict,
                   const char *code,
                   const char *face,
                   const IkrarPublicKey *keys,
                   guint n_keys)
{
  IkrarCertificateCode certificate;

  judge_code (verdict, &certificate_kind, code, keys, n_keys);
  if (!verdict->genuine || !ikrar_certificate_code_read (code, &certificate))
    return;
  if (face_matches (face, &certificate))
    {
      describe_face (verdict, face);
      return;
    }
  verdict->genuine = FALSE;
  g_ptr_array_set_size (verdict->facts, 0);
  add_line (verdict->reasons, _ ("The statements in the file are not those that the office signed: "
                                 "the certificate was altered."));
}

static void
judge_pdf (IkrarVerification *verdict,
           const GByteArray *pdf,
           const IkrarPublicKey *keys,
           guint n_keys)
{
  g_autofree char *code = NULL;
  g_autofree char *face = NULL;
  IkrarPdfResult code_result = ikrar_pdf_find_text (pdf->data, pdf->len, "/Keywords", &code);
  IkrarPdfResult face_result = ikrar_pdf_find_text (pdf->data, pdf->len, "/Subject", &face);

  if (code_result == IKRAR_PDF_FOUND && face_result == IKRAR_PDF_FOUND &&
      find_kind (code) == &certificate_kind)
    {
      verdict->what = "certificate";
      judge_certificate (verdict, code, face, keys, n_keys);
    }
  else if (code_result == IKRAR_PDF_SEVERAL || face_result == IKRAR_PDF_SEVERAL)
    add_line (verdict->reasons,
              _ ("The file names its code or its statements more than once: it was changed after "
                 "Ikrar made it."));
  else
    add_line (verdict->reasons,
              _ ("The file has no code and statements of one certificate. A file with several "
                 "certificates cannot be checked as a whole: scan the code on each page."));
}

static IkrarVerification *
verify_pdf (GInputStream *input,
            const IkrarPublicKey *keys,
            guint n_keys,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GByteArray) pdf = read_whole (input, cancellable, &failure);
  IkrarVerification *verdict;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  verdict = make_verdict ("unknown");
  if (pdf != NULL)
    judge_pdf (verdict, pdf, keys, n_keys);
  else
    add_line (verdict->reasons, _ ("The file is larger than 64 MiB: it is no certificate."));
  return verdict;
}

static gboolean
begins_with (GBufferedInputStream *input, const char *magic)
{
  gsize size;
  const char *begin = g_buffered_input_stream_peek_buffer (input, &size);

  return size >= strlen (magic) && memcmp (begin, magic, strlen (magic)) == 0;
}

static IkrarVerification *
refuse_file (void)
{
  IkrarVerification *verdict = make_verdict ("unknown");

  add_line (verdict->reasons,
            _ ("This file is neither a ledger export nor a certificate made by Ikrar."));
  return verdict;
}

IkrarVerification *
ikrar_verify_file (GFile *file,
                   const IkrarPublicKey *keys,
                   guint n_keys,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GFileInputStream) opened = NULL;
  g_autoptr (GInputStream) input = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (keys != NULL || n_keys == 0, NULL);

  opened = g_file_read (file, cancellable, error);
  if (opened == NULL)
    return NULL;
  input = g_buffered_input_stream_new (G_INPUT_STREAM (opened));
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (input), -1, cancellable, error) < 0)
    return NULL;
  if (begins_with (G_BUFFERED_INPUT_STREAM (input), PDF_MAGIC))
    return verify_pdf (input, keys, n_keys, cancellable, error);
  if (begins_with (G_BUFFERED_INPUT_STREAM (input), LEDGER_MAGIC))
    return verify_ledger (input, n_keys > 0 ? keys : NULL, cancellable, error);
  return refuse_file ();
}
