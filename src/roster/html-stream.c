/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "roster/html-private.h"
#include "roster/limits-private.h"

#define CHUNK_SIZE 65536
/* What the parser may hold back: a tag, a comment, or text that no tag ends. */
#define HELD_BYTES_MAX (512 * 1024)
/* Pages have a few dozens of names of elements and attributes, a tag has a handful. */
#define NAMES_MAX 65536
#define ATTRIBUTES_MAX 256
/* Where a page tells its charset. */
#define HEAD_SIZE 8192
#define CHARSET_LETTERS_MAX 32

struct _IkrarHtml
{
  htmlParserCtxtPtr parser;
  const IkrarHtmlHandlers *handlers;
  gpointer user_data;
  const char *file_name;
  const char *title;
  GError *error;
  guint depth;
  gboolean stopped;
};

/* Charsets that a page of an office claims. No others are looked for: the C library has hundreds,
 * each with code of its own. What says that it is ISO 8859-1 is Windows-1252 in truth. */
static const char *const charsets[] = { "windows-1250", "windows-1251", "windows-1254",
                                        "iso-8859-2", "iso-8859-15" };

gpointer
_ikrar_html_data (IkrarHtml *html)
{
  return html->user_data;
}

gboolean
_ikrar_html_is_stopped (IkrarHtml *html)
{
  return html->stopped;
}

void
_ikrar_html_stop (IkrarHtml *html, GError *error)
{
  if (html->stopped)
    {
      g_clear_error (&error);
      return;
    }
  html->stopped = TRUE;
  html->error = error;
}

void
_ikrar_html_refuse (IkrarHtml *html, const char *what)
{
  g_autofree char *place = html->title != NULL && *html->title != '\0'
                               ? g_strdup_printf ("%s, “%s”", html->file_name, html->title)
                               : g_strdup (html->file_name);

  _ikrar_html_stop (
      html, g_error_new (IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE, "%s: %s", place, what));
}

const char *
_ikrar_html_attribute (const char **attributes, const char *name)
{
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    if (strcmp (attributes[0], name) == 0)
      return attributes[1] != NULL ? attributes[1] : "";
  return NULL;
}

static guint
count_attributes (const xmlChar **attributes)
{
  guint n = 0;

  while (attributes != NULL && attributes[2 * n] != NULL)
    n++;
  return n;
}

static void
on_start (void *data, const xmlChar *name, const xmlChar **attributes)
{
  IkrarHtml *html = data;

  if (html->stopped)
    return;
  html->depth++;
  if (html->depth > IKRAR_HTML_DEPTH_MAX || count_attributes (attributes) > ATTRIBUTES_MAX)
    _ikrar_html_refuse (html, _ ("Tags are nested deeper, or say more, than on any page of a "
                                 "program. Copy the table into a new workbook."));
  else
    html->handlers->start (html, (const char *) name, (const char **) attributes);
}

static void
on_end (void *data, const xmlChar *name)
{
  IkrarHtml *html = data;

  if (html->stopped)
    return;
  html->depth -= html->depth > 0;
  html->handlers->end (html, (const char *) name);
}

static void
on_letters (void *data, const xmlChar *letters, int size)
{
  IkrarHtml *html = data;

  if (!html->stopped)
    html->handlers->letters (html, (const char *) letters, (gsize) size);
}

/* What scripts and styles hold is not shown. */
static void
on_hidden (void *data, const xmlChar *letters, int size)
{
}

static void
set_up (IkrarHtml *html)
{
  htmlSAXHandler handlers = { .startElement = on_start,
                              .endElement = on_end,
                              .characters = on_letters,
                              .ignorableWhitespace = on_letters,
                              .cdataBlock = on_hidden };

  html->parser = htmlCreatePushParserCtxt (&handlers, html, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions (html->parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                        HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
  xmlSwitchEncoding (html->parser, XML_CHAR_ENCODING_UTF8);
}

/* The charset that a page claims, or NULL. */
static char *
read_claim (const char *head)
{
  static const char signs[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *claim = strstr (lower, "charset=");

  if (claim == NULL)
    return NULL;
  claim += strlen ("charset=");
  claim += strspn (claim, " \"'");
  return g_strndup (claim, MIN (strspn (claim, signs), CHARSET_LETTERS_MAX));
}

/* Letters that are no UTF-8 are taken for what the page claims them to be. */
static void
believe (IkrarTextEncoding *encoding, const char *claim)
{
  if (g_str_equal (claim, "utf-8") || g_str_equal (claim, "utf8"))
    {
      encoding->charset = NULL;
      encoding->broken = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (g_str_equal (claim, charsets[i]))
      encoding->charset = charsets[i];
}

gboolean
_ikrar_html_encoding_find (const IkrarSource *source, IkrarTextEncoding *encoding, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *head = g_malloc0 (HEAD_SIZE + 1);
  g_autofree char *claim = NULL;
  gsize size;

  if (!_ikrar_text_encoding_find (source, encoding, error))
    return FALSE;
  if (encoding->charset == NULL || !g_str_equal (encoding->charset, "WINDOWS-1252"))
    return TRUE;
  stream = _ikrar_source_open (source, error);
  if (stream == NULL || !g_input_stream_read_all (stream, head, HEAD_SIZE, &size, NULL, error))
    return FALSE;
  claim = read_claim (head);
  if (claim != NULL)
    believe (encoding, claim);
  return TRUE;
}

/* The bytes up to a letter that is cut at the end. */
static gsize
measure_whole (const GString *bytes)
{
  for (gsize back = 1; back < 4 && back <= bytes->len; back++)
    {
      guchar lead = (guchar) bytes->str[bytes->len - back];
      gsize size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;

      if (lead < 0x80 || lead >= 0xC0)
        return size > back ? bytes->len - back : bytes->len;
    }
  return bytes->len;
}

/* Makes UTF-8 without NUL of what should be; a cut letter stays in @rest for the next piece. */
static char *
mend (GString *rest, const char *bytes, gsize size)
{
  gsize whole;
  char *text;

  g_string_append_len (rest, bytes, (gssize) size);
  whole = size > 0 ? measure_whole (rest) : rest->len;
  for (gsize i = 0; i < whole; i++)
    if (rest->str[i] == '\0')
      rest->str[i] = ' ';
  text = g_utf8_make_valid (rest->str, (gssize) whole);
  g_string_erase (rest, 0, (gssize) whole);
  return text;
}

static void
check_held (IkrarHtml *html)
{
  const xmlParserInput *input = html->parser->input;

  if (html->stopped || input == NULL)
    return;
  if (input->end - input->cur > HELD_BYTES_MAX || xmlDictSize (html->parser->dict) > NAMES_MAX)
    _ikrar_html_refuse (html,
                        _ ("A tag or a text is longer than on any page of a program. Copy the "
                           "table into a new workbook."));
}

static gboolean
feed_all (IkrarHtml *html,
          GInputStream *stream,
          GInputStream *bytes,
          const IkrarProgress *progress,
          GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  g_autoptr (GString) rest = g_string_new (NULL);
  guint64 total = (guint64) _ikrar_source_measure (bytes);
  gssize size = 1;

  while (size > 0 && !html->stopped)
    {
      g_autofree char *text = NULL;

      size = g_input_stream_read (stream, chunk, CHUNK_SIZE, NULL, error);
      if (size < 0)
        return FALSE;
      text = mend (rest, chunk, (gsize) size);
      htmlParseChunk (html->parser, text, (int) strlen (text), size == 0);
      check_held (html);
      if (!ikrar_progress_step (
              progress, (guint64) g_seekable_tell (G_SEEKABLE (bytes)) & ~G_GUINT64_CONSTANT (255),
              total, error))
        return FALSE;
    }
  if (html->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&html->error));
  return FALSE;
}

gboolean
_ikrar_html_read (const IkrarSource *source,
                  const IkrarTextEncoding *encoding,
                  const char *title,
                  const IkrarHtmlHandlers *handlers,
                  gpointer user_data,
                  const IkrarProgress *progress,
                  GError **error)
{
  IkrarHtml html = {
    .handlers = handlers, .user_data = user_data, .file_name = source->name, .title = title
  };
  GError *reason = NULL;
  GInputStream *bytes;
  g_autoptr (GInputStream) stream = _ikrar_text_encoding_open (source, encoding, &bytes, &reason);

  if (stream != NULL)
    {
      set_up (&html);
      feed_all (&html, stream, bytes, progress, &reason);
      htmlFreeParserCtxt (html.parser);
      g_clear_error (&html.error);
    }
  return reason == NULL || _ikrar_source_fail (source, reason, error);
}
