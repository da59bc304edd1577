/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "seal/base64-private.h"
#include "seal/error.h"
#include "seal/exchange-file-private.h"
#include "seal/line-reader-private.h"

struct _IkrarExchangeReader
{
  IkrarLineReader *lines;
  GCancellable *cancellable;
  IkrarHasher *hasher;
  IkrarPublicKey key;
  char *key_text;
  guint64 rows;
  char *row; /* what is left of the row's line: its values; borrowed */
};

static gboolean
refuse (IkrarExchangeReader *reader, GError **error)
{
  g_set_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
               _ ("Line %" PRIu64 " of the exchange file is damaged."),
               ikrar_line_reader_get_line (reader->lines));
  return FALSE;
}

/* The next line, which must be there. */
static char *
read_line (IkrarExchangeReader *reader, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *line = ikrar_line_reader_next (reader->lines, reader->cancellable, &local);

  if (line != NULL)
    return line;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                         _ ("The exchange file is cut off."));
  return NULL;
}

static void
hash_line (IkrarExchangeReader *reader, const char *line)
{
  ikrar_hasher_update (reader->hasher, line, strlen (line));
  ikrar_hasher_update (reader->hasher, "\n", 1);
}

static gboolean
read_title (IkrarExchangeReader *reader, GError **error)
{
  const char *line = read_line (reader, error);

  if (line == NULL)
    return FALSE;
  if (strcmp (line, IKRAR_EXCHANGE_LINE_TITLE) == 0)
    {
      hash_line (reader, line);
      return TRUE;
    }
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                       g_str_has_prefix (line, "ikrar-exchange/")
                           ? _ ("The exchange file was made by a newer version of Ikrar. Update "
                                "this one.")
                           : _ ("This is not an exchange file of Ikrar."));
  return FALSE;
}

static gboolean
read_key (IkrarExchangeReader *reader, GError **error)
{
  const char *line = read_line (reader, error);
  g_autofree char *name = NULL;

  if (line == NULL)
    return FALSE;
  if (!g_str_has_prefix (line, IKRAR_EXCHANGE_LINE_KEY) ||
      !ikrar_public_key_parse (line + strlen (IKRAR_EXCHANGE_LINE_KEY), &reader->key, &name,
                               NULL) ||
      name == NULL)
    return refuse (reader, error);
  hash_line (reader, line);
  reader->key_text = g_strdup (line + strlen (IKRAR_EXCHANGE_LINE_KEY));
  return TRUE;
}

IkrarExchangeReader *
ikrar_exchange_reader_new (GInputStream *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (IkrarExchangeReader) reader = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (input), NULL);

  reader = g_new0 (IkrarExchangeReader, 1);
  reader->lines = ikrar_line_reader_new (input, IKRAR_EXCHANGE_LINE_MAX);
  reader->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  reader->hasher = ikrar_hasher_new ();
  return read_title (reader, error) && read_key (reader, error) ? g_steal_pointer (&reader) : NULL;
}

void
ikrar_exchange_reader_free (IkrarExchangeReader *reader)
{
  if (reader == NULL)
    return;
  ikrar_line_reader_free (reader->lines);
  g_clear_object (&reader->cancellable);
  ikrar_hasher_free (reader->hasher);
  g_free (reader->key_text);
  g_free (reader);
}

const IkrarPublicKey *
ikrar_exchange_reader_get_key (IkrarExchangeReader *reader, const char **text)
{
  if (text != NULL)
    *text = reader->key_text;
  return &reader->key;
}

static gboolean
check_signature (IkrarExchangeReader *reader, const char *line, GError **error)
{
  guint8 signature[IKRAR_SIGNATURE_SIZE];
  const char *base64 = line + strlen (IKRAR_EXCHANGE_LINE_SIGN);
  IkrarDigest digest;

  if (!g_str_has_prefix (line, IKRAR_EXCHANGE_LINE_SIGN) ||
      !ikrar_base64_decode_exact (base64, strlen (base64), signature, sizeof signature))
    return refuse (reader, error);
  ikrar_hasher_finish (reader->hasher, &digest);
  if (ikrar_public_key_verify (&reader->key, IKRAR_EXCHANGE_LINE_DOMAIN, digest.bytes,
                               sizeof digest.bytes, signature))
    return TRUE;
  g_set_error_literal (
      error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE,
      _ ("The exchange file is not what was signed: it was changed on its way. Ask "
         "for it again."));
  return FALSE;
}

/* Nothing may stand behind the signature. */
static gboolean
check_end (IkrarExchangeReader *reader, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ikrar_line_reader_next (reader->lines, reader->cancellable, &local) != NULL)
    return refuse (reader, error);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
finish (IkrarExchangeReader *reader, const char *line, GError **error)
{
  g_autofree char *expected =
      g_strdup_printf (IKRAR_EXCHANGE_LINE_END "%" G_GUINT64_FORMAT, reader->rows);

  if (strcmp (line, expected) != 0)
    return refuse (reader, error);
  hash_line (reader, line);
  line = read_line (reader, error);
  return line != NULL && check_signature (reader, line, error) && check_end (reader, error);
}

gboolean
ikrar_exchange_reader_next (IkrarExchangeReader *reader, const char **word, GError **error)
{
  char *line;
  char *tab;

  g_return_val_if_fail (reader != NULL && word != NULL, FALSE);

  *word = NULL;
  reader->row = NULL;
  line = read_line (reader, error);
  if (line == NULL)
    return FALSE;
  if (g_str_has_prefix (line, IKRAR_EXCHANGE_LINE_END))
    return finish (reader, line, error);
  hash_line (reader, line);
  tab = strchr (line, '\t');
  if (tab == NULL || !g_utf8_validate (line, -1, NULL))
    return refuse (reader, error);
  *tab = '\0';
  reader->rows++;
  reader->row = tab + 1;
  *word = line;
  return TRUE;
}

static gboolean
read_number (const char *field, gint64 *number)
{
  guint64 value;

  if (!g_ascii_isdigit (*field) || (*field == '0' && field[1] != '\0') ||
      !g_ascii_string_to_unsigned (field, 10, 0, G_MAXINT64, &value, NULL))
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

/* In place: what is meant is never longer than what is written. */
static gboolean
read_text (char *field)
{
  static const char codes[] = "\\tn";
  static const char meant[] = "\\\t\n";
  char *to = field;

  for (const char *from = field; *from != '\0'; from++)
    {
      const char *code = from[0] == '\\' && from[1] != '\0' ? strchr (codes, from[1]) : NULL;

      if (*from == '\\' && code == NULL)
        return FALSE;
      *to++ = code != NULL ? meant[code - codes] : *from;
      from += code != NULL;
    }
  *to = '\0';
  return TRUE;
}

/* In place as well. */
static gboolean
read_bytes (char *field, gsize *size)
{
  gsize length = strlen (field);
  g_autofree guint8 *bytes = g_malloc (length + 1);

  if (!ikrar_base64_decode (field, length, bytes, length, size))
    return FALSE;
  memcpy (field, bytes, *size);
  return TRUE;
}

static gboolean
read_value (char *field, char type, IkrarExchangeValue *value)
{
  *value = (IkrarExchangeValue){ 0 };
  if (type == 'i')
    return read_number (field, &value->number);
  if (type == 't')
    {
      value->text = field;
      return read_text (field);
    }
  value->data = field;
  return *field == '\0' || read_bytes (field, &value->size);
}

gboolean
ikrar_exchange_reader_get_values (IkrarExchangeReader *reader,
                                  const char *types,
                                  IkrarExchangeValue *values,
                                  GError **error)
{
  char *field;

  g_return_val_if_fail (reader != NULL && reader->row != NULL, FALSE);

  field = g_steal_pointer (&reader->row);
  for (guint i = 0; types[i] != '\0'; i++)
    {
      char *tab = field != NULL ? strchr (field, '\t') : NULL;

      if (field == NULL)
        return refuse (reader, error);
      if (tab != NULL)
        *tab = '\0';
      if (!read_value (field, types[i], &values[i]))
        return refuse (reader, error);
      field = tab != NULL ? tab + 1 : NULL;
    }
  return field == NULL || refuse (reader, error);
}
