/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "seal/error.h"
#include "seal/exchange-file-private.h"

/* Lines are collected up to this size before the stream sees them. */
#define COLLECTED (64 * 1024)

struct _IkrarExchangeWriter
{
  GOutputStream *output;
  GString *collected;
  IkrarHasher *hasher; /* of everything collected */
  gsize hashed;        /* how much of what is collected it has seen */
  guint64 rows;
};

static void
append_text (GString *line, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '\\':
        g_string_append (line, "\\\\");
        break;
      case '\t':
        g_string_append (line, "\\t");
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      default:
        g_string_append_c (line, *text);
      }
}

static void
append_value (GString *line, char type, const IkrarExchangeValue *value)
{
  g_autofree char *base64 = NULL;

  g_string_append_c (line, '\t');
  if (type == 'i')
    g_string_append_printf (line, "%" G_GINT64_FORMAT, value->number);
  else if (type == 't' && value->text != NULL)
    append_text (line, value->text);
  else if (type == 'b' && value->size > 0)
    {
      base64 = g_base64_encode (value->data, value->size);
      g_string_append (line, base64);
    }
}

void
_ikrar_exchange_append_row (GString *line,
                            const char *word,
                            const char *types,
                            const IkrarExchangeValue *values)
{
  g_string_append (line, word);
  for (guint i = 0; types[i] != '\0'; i++)
    append_value (line, types[i], &values[i]);
  g_string_append_c (line, '\n');
}

IkrarExchangeWriter *
ikrar_exchange_writer_new (GOutputStream *output, const IkrarPublicKey *key, const char *name)
{
  IkrarExchangeWriter *writer;
  g_autofree char *text = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), NULL);
  g_return_val_if_fail (name != NULL && ikrar_key_name_is_valid (name), NULL);

  writer = g_new0 (IkrarExchangeWriter, 1);
  writer->output = g_object_ref (output);
  writer->collected = g_string_sized_new (COLLECTED);
  writer->hasher = ikrar_hasher_new ();
  text = ikrar_public_key_format (key, name);
  g_string_append_printf (writer->collected,
                          IKRAR_EXCHANGE_LINE_TITLE "\n" IKRAR_EXCHANGE_LINE_KEY "%s\n", text);
  return writer;
}

void
ikrar_exchange_writer_free (IkrarExchangeWriter *writer)
{
  if (writer == NULL)
    return;
  g_object_unref (writer->output);
  g_string_free (writer->collected, TRUE);
  ikrar_hasher_free (writer->hasher);
  g_free (writer);
}

static void
hash (IkrarExchangeWriter *writer)
{
  ikrar_hasher_update (writer->hasher, writer->collected->str + writer->hashed,
                       writer->collected->len - writer->hashed);
  writer->hashed = writer->collected->len;
}

static gboolean
flush (IkrarExchangeWriter *writer, GCancellable *cancellable, GError **error)
{
  gboolean ok = g_output_stream_write_all (writer->output, writer->collected->str,
                                           writer->collected->len, NULL, cancellable, error);

  g_string_truncate (writer->collected, 0);
  writer->hashed = 0;
  return ok;
}

gboolean
ikrar_exchange_writer_add (IkrarExchangeWriter *writer,
                           const char *word,
                           const char *types,
                           const IkrarExchangeValue *values,
                           GError **error)
{
  gsize before;

  g_return_val_if_fail (writer != NULL, FALSE);

  before = writer->collected->len;
  _ikrar_exchange_append_row (writer->collected, word, types, values);
  if (writer->collected->len - before > IKRAR_EXCHANGE_LINE_MAX)
    {
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED,
                           _ ("A text is too long to be exchanged."));
      return FALSE;
    }
  writer->rows++;
  if (writer->collected->len < COLLECTED)
    return TRUE;
  hash (writer);
  return flush (writer, NULL, error);
}

gboolean
ikrar_exchange_writer_finish (IkrarExchangeWriter *writer,
                              IkrarSecretKey *key,
                              GCancellable *cancellable,
                              GError **error)
{
  guint8 signature[IKRAR_SIGNATURE_SIZE];
  g_autofree char *base64 = NULL;
  IkrarDigest digest;

  g_return_val_if_fail (writer != NULL, FALSE);

  g_string_append_printf (writer->collected, IKRAR_EXCHANGE_LINE_END "%" G_GUINT64_FORMAT "\n",
                          writer->rows);
  hash (writer);
  ikrar_hasher_finish (writer->hasher, &digest);
  ikrar_secret_key_sign (key, IKRAR_EXCHANGE_LINE_DOMAIN, digest.bytes, sizeof digest.bytes,
                         signature);
  base64 = g_base64_encode (signature, sizeof signature);
  g_string_append_printf (writer->collected, IKRAR_EXCHANGE_LINE_SIGN "%s\n", base64);
  return flush (writer, cancellable, error) &&
         g_output_stream_flush (writer->output, cancellable, error);
}
