/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/text-private.h"

#include <string.h>

#define CHUNK_SIZE 65536
/* No letter takes more bytes in UTF-8. */
#define LETTER_BYTES_MAX 4

static const struct
{
  const char *mark;
  gsize size;
  const char *charset;
} marks[] = {
  { "\xEF\xBB\xBF", 3, NULL },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

static gboolean
find_mark (const guint8 *bytes, gsize size, IkrarTextEncoding *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (bytes, marks[i].mark, marks[i].size) == 0)
      {
        encoding->charset = marks[i].charset;
        encoding->mark = marks[i].size;
        return TRUE;
      }
  return FALSE;
}

/* Without a mark, UTF-16 gives itself away: every other byte of a roster is NUL. */
static gboolean
find_nuls (const guint8 *bytes, gsize size, IkrarTextEncoding *encoding)
{
  gsize nuls[2] = { 0, 0 };

  for (gsize i = 0; i < size; i++)
    nuls[i % 2] += bytes[i] == '\0';
  if ((nuls[0] + nuls[1]) * 5 < size || MAX (nuls[0], nuls[1]) < 10 * MIN (nuls[0], nuls[1]))
    return FALSE;
  encoding->charset = nuls[1] > nuls[0] ? "UTF-16LE" : "UTF-16BE";
  return TRUE;
}

static gboolean
is_control (guint letter)
{
  return letter != 0 && letter < ' ' && strchr ("\t\n\v\f\r\x1A", (int) letter) == NULL;
}

/* Text has hardly any control characters. NUL is met in broken exports. */
gboolean
_ikrar_text_encoding_is_text (const guint8 *bytes, gsize size)
{
  IkrarTextEncoding encoding = { NULL };
  gboolean wide = (find_mark (bytes, size, &encoding) || find_nuls (bytes, size, &encoding)) &&
                  encoding.charset != NULL;
  gsize big = wide && g_str_has_suffix (encoding.charset, "BE") ? 1 : 0;
  gsize controls = 0;

  for (gsize i = 0; wide && i + 1 < size; i += 2)
    controls += bytes[i + 1 - big] == 0 && is_control (bytes[i + big]);
  for (gsize i = 0; !wide && i < size; i++)
    controls += is_control (bytes[i]);
  return controls * 100 <= size;
}

static void
blank_nuls (char *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (bytes[i] == '\0')
      bytes[i] = ' ';
}

/* Looks whether the rest of a stream is UTF-8. @bytes has room for a chunk behind the @size bytes
 * that were read before; a letter may be cut between two chunks. */
static gboolean
check_utf8 (GInputStream *stream, char *bytes, gsize size, gboolean *valid, GError **error)
{
  gssize n_read = (gssize) size;

  *valid = TRUE;
  for (gsize left = 0; n_read > 0 && *valid;)
    {
      const char *end;

      size = left + (gsize) n_read;
      blank_nuls (bytes + left, (gsize) n_read);
      if (!g_utf8_validate_len (bytes, size, &end))
        *valid = size - (gsize) (end - bytes) < LETTER_BYTES_MAX;
      left = size - (gsize) (end - bytes);
      memmove (bytes, end, left);
      n_read = *valid ? g_input_stream_read (stream, bytes + left, CHUNK_SIZE, NULL, error) : 0;
      if (n_read == 0 && left > 0)
        *valid = FALSE;
    }
  return n_read >= 0;
}

gboolean
_ikrar_text_encoding_find (const IkrarSource *source, IkrarTextEncoding *encoding, GError **error)
{
  g_autoptr (GInputStream) stream = _ikrar_source_open (source, error);
  g_autofree char *bytes = g_malloc (CHUNK_SIZE + LETTER_BYTES_MAX);
  gboolean marked, valid;
  gsize size;

  memset (encoding, 0, sizeof *encoding);
  if (stream == NULL || !g_input_stream_read_all (stream, bytes, CHUNK_SIZE, &size, NULL, error))
    return FALSE;
  marked = find_mark ((const guint8 *) bytes, size, encoding);
  if ((marked && encoding->charset != NULL) ||
      (!marked && find_nuls ((const guint8 *) bytes, size, encoding)))
    return TRUE;
  if (!check_utf8 (stream, bytes, size, &valid, error))
    return FALSE;
  encoding->broken = marked && !valid;
  if (!marked && !valid)
    encoding->charset = "WINDOWS-1252";
  return TRUE;
}

static GInputStream *
convert (GInputStream *stream, const char *charset, GError **error)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", charset, error);

  if (converter == NULL)
    return NULL;
  g_charset_converter_set_use_fallback (converter, TRUE);
  return g_converter_input_stream_new (stream, G_CONVERTER (converter));
}

GInputStream *
_ikrar_text_encoding_open (const IkrarSource *source,
                           const IkrarTextEncoding *encoding,
                           GInputStream **bytes,
                           GError **error)
{
  g_autoptr (GInputStream) stream = _ikrar_source_open (source, error);

  if (stream == NULL ||
      !g_seekable_seek (G_SEEKABLE (stream), (goffset) encoding->mark, G_SEEK_SET, NULL, error))
    return NULL;
  *bytes = stream;
  if (encoding->charset == NULL)
    return g_steal_pointer (&stream);
  return convert (stream, encoding->charset, error);
}
