/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/line-reader-private.h"

#include "fixture.h"
#include "seal/error.h"

#define LIMIT 16

/* A stream that gives one byte at a time, as a slow pipe may. */
typedef GFilterInputStream DripStream;
typedef GFilterInputStreamClass DripStreamClass;

static GType drip_stream_get_type (void);
G_DEFINE_TYPE (DripStream, drip_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
read_one (GInputStream *stream,
          void *buffer,
          gsize count,
          GCancellable *cancellable,
          GError **error)
{
  return g_input_stream_read (
      g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream)), buffer,
      MIN (count, 1), cancellable, error);
}

static void
drip_stream_class_init (DripStreamClass *class)
{
  G_INPUT_STREAM_CLASS (class)->read_fn = read_one;
}

static void
drip_stream_init (DripStream *stream)
{
}

static GInputStream *
open_text (const char *text, gsize size, gboolean drip)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (text, (gssize) size, NULL);

  if (!drip)
    return g_steal_pointer (&memory);
  return g_object_new (drip_stream_get_type (), "base-stream", memory, NULL);
}

/* The lines with a bar behind each, and an exclamation mark for an error. */
static char *
read_all (const char *text, gsize size, gboolean drip)
{
  g_autoptr (GInputStream) input = open_text (text, size, drip);
  g_autoptr (IkrarLineReader) reader = ikrar_line_reader_new (input, LIMIT);
  g_autoptr (GError) error = NULL;
  GString *found = g_string_new (NULL);
  guint64 lines = 0;
  const char *line;

  while ((line = ikrar_line_reader_next (reader, NULL, &error)) != NULL)
    {
      g_string_append_printf (found, "%s|", line);
      g_assert_cmpuint (ikrar_line_reader_get_line (reader), ==, ++lines);
    }
  if (error != NULL)
    {
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
      g_string_append_c (found, '!');
    }
  return g_string_free (found, FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    gsize size;
    const char *lines;
  } cases[] = {
    { "", 0, "" },
    { "\n", 1, "|" },
    { "a\n", 2, "a|" },
    { "a\n\nbc\n", 6, "a||bc|" },
    { "a", 1, "!" },
    { "a\nb", 3, "a|!" },
    { "a\0b\n", 4, "!" },
    { "a\n\0\n", 4, "a|!" },
    { "a\r\n", 3, "a\r|" },
    { "fifteen letters\n", 16, "fifteen letters|" },
    { "a\nfifteen letters\nb\n", 20, "a|fifteen letters|b|" },
    { "sixteen  letters\n", 17, "!" },
    { "a\nsixteen  letters\n", 19, "a|!" },
    { "sixteen  letters", 16, "!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint drip = 0; drip < 2; drip++)
      {
        g_autofree char *lines = read_all (cases[i].text, cases[i].size, drip);

        g_assert_cmpstr (lines, ==, cases[i].lines);
      }
}

/* Many lines of all lengths, so that their ends fall on every place of the buffer. */
static void
test_every_place (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    {
      guint length = i * 7 % LIMIT;

      g_string_append_printf (text, "%.*s\n", (int) length, "abcdefghijklmnop");
      g_string_append_printf (expected, "%.*s|", (int) length, "abcdefghijklmnop");
    }
  for (guint drip = 0; drip < 2; drip++)
    {
      g_autofree char *lines = read_all (text->str, text->len, drip);

      g_assert_cmpstr (lines, ==, expected->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-reader/lines", test_lines);
  g_test_add_func ("/line-reader/every-place", test_every_place);
  return g_test_run ();
}
