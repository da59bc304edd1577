/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/reader-private.h"
#include "roster/text-private.h"

#define CHUNK_SIZE 65536

typedef struct
{
  IkrarReader reader;
  IkrarSource source;
  IkrarTextEncoding encoding;
  char separator;
  /* Bytes of a first line that only names the separator. */
  gsize skip;
} TextReader;

typedef struct
{
  TextReader *reader;
  IkrarSheetRowFunc func;
  gpointer user_data;
  GArray *cells;
  /* Repaired copies of broken fields, until the next record. */
  GPtrArray *repaired;
} Reading;

static const char *
repair (Reading *reading, const char *field)
{
  char *copy;

  if (!reading->reader->encoding.broken || g_utf8_validate (field, -1, NULL))
    return field;
  copy = g_utf8_make_valid (field, -1);
  g_ptr_array_add (reading->repaired, copy);
  return copy;
}

static gboolean
on_record (guint number,
           const char *const *fields,
           guint n_fields,
           gpointer user_data,
           GError **error)
{
  Reading *reading = user_data;
  IkrarSheetRow row = { .number = number };

  g_array_set_size (reading->cells, 0);
  g_ptr_array_set_size (reading->repaired, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      const char *text = repair (reading, fields[i]);
      IkrarSheetCell cell = { i, IKRAR_VALUE_TEXT, text, text };

      if (*text != '\0')
        g_array_append_val (reading->cells, cell);
    }
  row.n_cells = reading->cells->len;
  row.cells = (const IkrarSheetCell *) (gpointer) reading->cells->data;
  return row.n_cells == 0 || reading->func (&row, reading->user_data, error);
}

static gboolean
skip_directive (TextReader *reader, GInputStream *stream, GError **error)
{
  return reader->skip == 0 || g_input_stream_skip (stream, reader->skip, NULL, error) >= 0;
}

static gboolean
feed_all (IkrarSplitter *splitter,
          GInputStream *stream,
          GInputStream *bytes,
          const IkrarProgress *progress,
          GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  guint64 total = (guint64) _ikrar_source_measure (bytes);
  gssize size;

  while (!splitter->stopped)
    {
      size = g_input_stream_read (stream, chunk, CHUNK_SIZE, NULL, error);
      if (size < 0)
        return FALSE;
      if (size == 0)
        return _ikrar_splitter_finish (splitter, error);
      if (!_ikrar_splitter_feed (splitter, chunk, (gsize) size, error) ||
          !ikrar_progress_step (
              progress, (guint64) g_seekable_tell (G_SEEKABLE (bytes)) & ~G_GUINT64_CONSTANT (255),
              total, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_text (IkrarReader *base,
           guint sheet,
           IkrarSheetRowFunc func,
           gpointer user_data,
           const IkrarProgress *progress,
           GError **error)
{
  TextReader *reader = (TextReader *) base;
  Reading reading = { reader, func, user_data };
  GError *reason = NULL;
  GInputStream *bytes = NULL;
  g_autoptr (GInputStream) stream =
      _ikrar_text_encoding_open (&reader->source, &reader->encoding, &bytes, &reason);
  IkrarSplitter splitter;

  if (stream == NULL || !skip_directive (reader, stream, &reason))
    return _ikrar_source_fail (&reader->source, reason, error);
  reading.cells = g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell));
  reading.repaired = g_ptr_array_new_with_free_func (g_free);
  _ikrar_splitter_init (&splitter, reader->source.name, reader->separator, on_record, &reading);
  feed_all (&splitter, stream, bytes, progress, &reason);
  _ikrar_splitter_clear (&splitter);
  g_array_unref (reading.cells);
  g_ptr_array_unref (reading.repaired);
  return reason == NULL || _ikrar_source_fail (&reader->source, reason, error);
}

static void
free_text (IkrarReader *base)
{
  TextReader *reader = (TextReader *) base;

  _ikrar_reader_clear (base);
  _ikrar_source_clear (&reader->source);
  g_free (reader);
}

static gboolean
guess_separator (TextReader *reader, GError **error)
{
  GInputStream *bytes;
  g_autoptr (GInputStream) stream =
      _ikrar_text_encoding_open (&reader->source, &reader->encoding, &bytes, error);
  g_autofree char *head = g_malloc (CHUNK_SIZE);
  gsize size;

  if (stream == NULL || !g_input_stream_read_all (stream, head, CHUNK_SIZE, &size, NULL, error))
    return FALSE;
  reader->separator = _ikrar_splitter_guess (head, size, &reader->skip);
  return TRUE;
}

IkrarReader *
_ikrar_text_open (const IkrarSource *source, GError **error)
{
  static const IkrarReaderFormat format = { read_text, NULL, free_text };
  TextReader *reader = g_new0 (TextReader, 1);
  GError *reason = NULL;

  _ikrar_reader_init (&reader->reader, &format);
  _ikrar_reader_add_sheet (&reader->reader, "", FALSE);
  _ikrar_source_init (&reader->source, source);
  if (_ikrar_text_encoding_find (source, &reader->encoding, &reason) &&
      guess_separator (reader, &reason))
    return &reader->reader;
  _ikrar_source_fail (source, reason, error);
  free_text (&reader->reader);
  return NULL;
}
