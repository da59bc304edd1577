/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/limits-private.h"
#include "roster/xlsx-scan-private.h"

/* _xHHHH_ */
#define ESCAPE_SIZE 7

/* Texts are kept in pieces of this size: they never move. */
#define PIECE_SIZE (64 * 1024)

void
_ikrar_xlsx_text_start (IkrarXlsxText *text, IkrarXml *xml, const char *name)
{
  if (strcmp (name, "rPh") == 0)
    text->pronunciation++;
  else if (text->pronunciation == 0 && strcmp (name, "t") == 0)
    _ikrar_xml_gather (xml);
}

void
_ikrar_xlsx_text_end (IkrarXlsxText *text, IkrarXml *xml, const char *name)
{
  if (strcmp (name, "rPh") == 0)
    text->pronunciation--;
  else if (strcmp (name, "t") == 0)
    _ikrar_xml_skip (xml);
}

/* Reads one escape: its UTF-16 unit, or -1. */
static int
read_escape (const char *text)
{
  int unit = 0;

  if (text[0] != '_' || text[1] != 'x')
    return -1;
  for (guint i = 2; i < ESCAPE_SIZE - 1; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (text[i]);
    }
  return text[ESCAPE_SIZE - 1] == '_' ? unit : -1;
}

/* Letters beyond U+FFFF are written as two escapes. */
static gunichar
read_letter (const char *text, gsize *size)
{
  int unit = read_escape (text);
  int low;

  *size = 0;
  if (unit < 0)
    return 0;
  *size = ESCAPE_SIZE;
  if (unit < 0xD800 || unit > 0xDFFF)
    return (gunichar) unit;
  low = unit < 0xDC00 ? read_escape (text + ESCAPE_SIZE) : -1;
  if (low < 0xDC00 || low > 0xDFFF)
    return 0xFFFD;
  *size = 2 * ESCAPE_SIZE;
  return 0x10000 + ((gunichar) (unit - 0xD800) << 10) + (gunichar) (low - 0xDC00);
}

void
_ikrar_xlsx_text_unescape (GString *text, gsize start)
{
  char *from = strstr (text->str + start, "_x");
  char *to = from;

  if (from == NULL)
    return;
  while (*from != '\0')
    {
      gsize size;
      gunichar letter = read_letter (from, &size);

      if (size == 0)
        *to++ = *from++;
      else if (letter != 0)
        to += g_unichar_to_utf8 (letter, to);
      from += size;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

static void
on_start (IkrarXml *xml, const char *name, const char **attributes)
{
  IkrarXlsxStrings *strings = _ikrar_xml_data (xml);

  if (strcmp (name, "si") == 0)
    g_string_truncate (_ikrar_xml_text (xml), 0);
  else if (strcmp (name, "sst") == 0)
    strings->in_list = TRUE;
  else
    _ikrar_xlsx_text_start (&strings->text, xml, name);
}

static void
add_string (IkrarXml *xml, IkrarXlsxStrings *strings)
{
  GString *text = _ikrar_xml_text (xml);

  if (!_ikrar_xml_check_text (xml, text, 0))
    return;
  if (strings->list->len >= IKRAR_STRINGS_MAX || strings->size > IKRAR_STRINGS_BYTES_MAX)
    {
      _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
                         _ ("There are more texts than in any roster. Split the workbook into "
                            "several files."));
      return;
    }
  _ikrar_xlsx_text_unescape (text, 0);
  strings->size += text->len + 1;
  g_ptr_array_add (strings->list, g_string_chunk_insert (strings->texts, text->str));
}

static void
on_end (IkrarXml *xml, const char *name)
{
  IkrarXlsxStrings *strings = _ikrar_xml_data (xml);

  if (strcmp (name, "si") == 0)
    add_string (xml, strings);
  else if (strcmp (name, "sst") == 0)
    strings->in_list = FALSE;
  else
    _ikrar_xlsx_text_end (&strings->text, xml, name);
}

static gboolean
is_open (IkrarXml *xml)
{
  const IkrarXlsxStrings *strings = _ikrar_xml_data (xml);

  return strings->in_list;
}

static gsize
take_string (IkrarXml *xml, const char *text, gsize size)
{
  IkrarXlsxStrings *strings = _ikrar_xml_data (xml);
  gsize taken = _ikrar_xlsx_scan_string (xml, text, size);

  if (taken > 0)
    add_string (xml, strings);
  return taken;
}

gboolean
_ikrar_xlsx_strings_read (IkrarXlsxStrings *strings,
                          IkrarPackage *package,
                          const char *part,
                          GError **error)
{
  static const IkrarXmlHandlers handlers = {
    on_start, on_end, "<si", "</si>", is_open, take_string
  };

  strings->texts = g_string_chunk_new (PIECE_SIZE);
  strings->list = g_ptr_array_new ();
  strings->reading = _ikrar_xml_begin (package, part, part, &handlers, strings, error);
  return strings->reading != NULL;
}

/* FALSE with an error; at the end there is no reading any more. */
static gboolean
advance (IkrarXlsxStrings *strings, GError **error)
{
  gsize size;
  gboolean success = _ikrar_xml_advance (strings->reading, &size, error);

  if (!success || size == 0)
    g_clear_pointer (&strings->reading, _ikrar_xml_end);
  return success;
}

const char *
_ikrar_xlsx_strings_get (IkrarXlsxStrings *strings, guint64 index, GError **error)
{
  if (strings->list == NULL)
    return NULL;
  while (index >= strings->list->len && strings->reading != NULL)
    if (!advance (strings, error))
      return NULL;
  return index < strings->list->len ? g_ptr_array_index (strings->list, index) : NULL;
}

gboolean
_ikrar_xlsx_strings_finish (IkrarXlsxStrings *strings, GError **error)
{
  while (strings->reading != NULL)
    if (!advance (strings, error))
      return FALSE;
  return TRUE;
}

void
_ikrar_xlsx_strings_clear (IkrarXlsxStrings *strings)
{
  g_clear_pointer (&strings->reading, _ikrar_xml_end);
  g_clear_pointer (&strings->texts, g_string_chunk_free);
  g_clear_pointer (&strings->list, g_ptr_array_unref);
  *strings = (IkrarXlsxStrings){ NULL };
}
