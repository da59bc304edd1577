/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/line-reader-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "seal/error.h"

struct _IkrarLineReader
{
  GInputStream *input;
  gsize limit;
  guint64 line;
  gsize start; /* First byte that was not handed out. */
  gsize end;   /* First byte that was not filled. */
  char buffer[];
};

IkrarLineReader *
ikrar_line_reader_new (GInputStream *input, gsize limit)
{
  IkrarLineReader *reader = g_malloc0 (sizeof (IkrarLineReader) + limit);

  reader->input = g_object_ref (input);
  reader->limit = limit;
  return reader;
}

void
ikrar_line_reader_free (IkrarLineReader *reader)
{
  if (reader == NULL)
    return;
  g_object_unref (reader->input);
  g_free (reader);
}

guint64
ikrar_line_reader_get_line (IkrarLineReader *reader)
{
  return reader->line;
}

/* Moves the begun line to the front and reads behind it; 0 at the end of the stream. */
static gssize
fill (IkrarLineReader *reader, GCancellable *cancellable, GError **error)
{
  gssize count;

  /* Not every stream asks. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  memmove (reader->buffer, reader->buffer + reader->start, reader->end - reader->start);
  reader->end -= reader->start;
  reader->start = 0;
  count = g_input_stream_read (reader->input, reader->buffer + reader->end,
                               reader->limit - reader->end, cancellable, error);
  if (count > 0)
    reader->end += (gsize) count;
  return count;
}

static char *
refuse (IkrarLineReader *reader, GError **error)
{
  g_set_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
               _ ("Line %" PRIu64 " is too long, is cut off or is not text."), reader->line);
  return NULL;
}

static char *
hand_out (IkrarLineReader *reader, char *end, GError **error)
{
  char *line = reader->buffer + reader->start;

  *end = '\0';
  reader->start = (gsize) (end + 1 - reader->buffer);
  return strlen (line) == (gsize) (end - line) ? line : refuse (reader, error);
}

char *
ikrar_line_reader_next (IkrarLineReader *reader, GCancellable *cancellable, GError **error)
{
  gsize searched = reader->start;

  reader->line++;
  for (;;)
    {
      char *end = memchr (reader->buffer + searched, '\n', reader->end - searched);
      gsize begun = reader->end - reader->start;
      gssize count;

      if (end != NULL)
        return hand_out (reader, end, error);
      if (begun == reader->limit)
        return refuse (reader, error);
      count = fill (reader, cancellable, error);
      if (count == 0 && begun > 0)
        return refuse (reader, error);
      if (count <= 0)
        return NULL;
      searched = begun;
    }
}
