/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"
#define _GNU_SOURCE

#include "roster/xlsx-scan-private.h"

#include <string.h>

/* More than the XML parser lets through; it says so better. */
#define TEXT_BYTES_MAX 32767
#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

typedef struct
{
  const char *at;
  const char *end;
} Scan;

typedef struct
{
  const char *name;
  gsize name_size;
  IkrarXlsxValue value;
} Attribute;

static const struct
{
  const char *entity;
  gsize size;
  char letter;
} entities[] = {
  { "&amp;", 5, '&' },  { "&lt;", 4, '<' },    { "&gt;", 4, '>' },
  { "&quot;", 6, '"' }, { "&apos;", 6, '\'' },
};

static gboolean
is_control (char letter)
{
  return (guchar) letter < ' ' && letter != '\n' && letter != '\t';
}

/* Whether a byte of eight is below the space; the high bit of others does not matter. */
static gboolean
has_low (guint64 bytes)
{
  return ((bytes - EACH_BYTE (0x20)) & ~bytes & EACH_BYTE (0x80)) != 0;
}

/* Whether the XML parser would take all letters as they are: no control characters, no line ends
 * that it would change, good UTF-8. */
static gboolean
is_plain (const char *text, gsize size)
{
  guint64 all = 0;
  guint64 bytes;
  gsize i = 0;

  for (; i + sizeof bytes <= size; i += sizeof bytes)
    {
      memcpy (&bytes, text + i, sizeof bytes);
      all |= bytes;
      for (gsize k = 0; k < sizeof bytes && has_low (bytes); k++)
        if (is_control (text[i + k]))
          return FALSE;
    }
  for (; i < size; i++)
    {
      all |= (guchar) text[i];
      if (is_control (text[i]))
        return FALSE;
    }
  return (all & EACH_BYTE (0x80)) == 0 || g_utf8_validate_len (text, size, NULL);
}

static gboolean
take (Scan *scan, const char *literal)
{
  gsize size = strlen (literal);

  if ((gsize) (scan->end - scan->at) < size || memcmp (scan->at, literal, size) != 0)
    return FALSE;
  scan->at += size;
  return TRUE;
}

static gboolean
is_space (char letter)
{
  return letter == ' ' || letter == '\n' || letter == '\t';
}

static gboolean
skip_space (Scan *scan)
{
  const char *start = scan->at;

  while (scan->at < scan->end && is_space (*scan->at))
    scan->at++;
  return scan->at > start;
}

/* Takes name="value". FALSE at the end of the tag, or in doubt; then the end is not there. */
static gboolean
take_attribute (Scan *scan, Attribute *attribute)
{
  const char *close;
  char quote;

  if (!skip_space (scan) || scan->at == scan->end || !g_ascii_isalpha (*scan->at))
    return FALSE;
  attribute->name = scan->at;
  while (scan->at < scan->end && (g_ascii_isalnum (*scan->at) || *scan->at == ':'))
    scan->at++;
  attribute->name_size = (gsize) (scan->at - attribute->name);
  if (scan->end - scan->at < 3 || *scan->at++ != '=')
    return FALSE;
  quote = *scan->at++;
  close = quote == '"' || quote == '\'' ? memchr (scan->at, quote, (gsize) (scan->end - scan->at))
                                        : NULL;
  if (close == NULL)
    return FALSE;
  attribute->value.text = scan->at;
  attribute->value.size = (gsize) (close - scan->at);
  scan->at = close + 1;
  return memchr (attribute->value.text, '<', attribute->value.size) == NULL &&
         memchr (attribute->value.text, '&', attribute->value.size) == NULL;
}

static gboolean
is_named (const Attribute *attribute, const char *name)
{
  return attribute->name_size == strlen (name) &&
         memcmp (attribute->name, name, attribute->name_size) == 0;
}

/* Takes the rest of a tag behind its attributes; @empty for <v/>. */
static gboolean
take_tag_end (Scan *scan, gboolean *empty)
{
  skip_space (scan);
  *empty = take (scan, "/>");
  return *empty || take (scan, ">");
}

/* Takes a tag whose attributes say nothing here. */
static gboolean
take_tag (Scan *scan, const char *start, gboolean *empty)
{
  Attribute attribute;

  if (!take (scan, start))
    return FALSE;
  while (take_attribute (scan, &attribute))
    ;
  return take_tag_end (scan, empty);
}

static gboolean
take_entity (Scan *scan, GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (take (scan, entities[i].entity))
      {
        g_string_append_c (text, entities[i].letter);
        return TRUE;
      }
  return FALSE;
}

/* Takes letters up to the next tag. */
static gboolean
take_text (Scan *scan, GString *text)
{
  const char *end = memchr (scan->at, '<', (gsize) (scan->end - scan->at));

  if (end == NULL || end - scan->at > TEXT_BYTES_MAX ||
      memchr (scan->at, '>', (gsize) (end - scan->at)) != NULL)
    return FALSE;
  while (scan->at < end)
    {
      const char *mark = memchr (scan->at, '&', (gsize) (end - scan->at));

      g_string_append_len (text, scan->at, (mark != NULL ? mark : end) - scan->at);
      scan->at = mark != NULL ? mark : end;
      if (mark != NULL && !take_entity (scan, text))
        return FALSE;
    }
  return TRUE;
}

/* Takes <v>text</v> and the like. */
static gboolean
take_element (Scan *scan, const char *start, const char *end, GString *text)
{
  gboolean empty;

  return take_tag (scan, start, &empty) && (empty || (take_text (scan, text) && take (scan, end)));
}

static gboolean
take_inline (Scan *scan, GString *text)
{
  return take (scan, "<is>") && take_element (scan, "<t", "</t>", text) && take (scan, "</is>");
}

static gboolean
begins (const Scan *scan, const char *tag)
{
  gsize size = strlen (tag);

  return (gsize) (scan->end - scan->at) > size && memcmp (scan->at, tag, size) == 0 &&
         (scan->at[size] == '>' || scan->at[size] == '/' || is_space (scan->at[size]));
}

/* Takes what is in a cell: a formula, then a value or a text, each at most once. */
static gboolean
take_content (Scan *scan, GString *formula, GString *text)
{
  skip_space (scan);
  if (begins (scan, "<f") && !take_element (scan, "<f", "</f>", formula))
    return FALSE;
  skip_space (scan);
  if (begins (scan, "<v") && !take_element (scan, "<v", "</v>", text))
    return FALSE;
  if (begins (scan, "<is") && !take_inline (scan, text))
    return FALSE;
  skip_space (scan);
  return take (scan, "</c>");
}

static gboolean
take_cell (Scan *scan, IkrarXlsxRow *row, IkrarXml *xml)
{
  IkrarXlsxValue place = { NULL }, type = { NULL }, style = { NULL };
  Attribute attribute;
  gboolean empty;

  scan->at += strlen ("<c");
  while (take_attribute (scan, &attribute))
    if (is_named (&attribute, "r"))
      place = attribute.value;
    else if (is_named (&attribute, "t"))
      type = attribute.value;
    else if (is_named (&attribute, "s"))
      style = attribute.value;
  if (!take_tag_end (scan, &empty))
    return FALSE;
  _ikrar_xlsx_row_begin_cell (row, xml, place, type, style);
  if (!empty && !take_content (scan, row->formula, _ikrar_xml_text (xml)))
    return FALSE;
  _ikrar_xlsx_row_end_cell (row, xml);
  return TRUE;
}

static gboolean
take_row (Scan *scan, IkrarXlsxRow *row, IkrarXml *xml)
{
  IkrarXlsxValue number = { NULL }, hidden = { NULL };
  Attribute attribute;
  gboolean empty;

  if (!take (scan, "<row"))
    return FALSE;
  while (take_attribute (scan, &attribute))
    if (is_named (&attribute, "r"))
      number = attribute.value;
    else if (is_named (&attribute, "hidden"))
      hidden = attribute.value;
  if (!take_tag_end (scan, &empty))
    return FALSE;
  _ikrar_xlsx_row_begin (row, xml, number, hidden);
  while (!empty && !_ikrar_xml_is_stopped (xml))
    {
      skip_space (scan);
      if (take (scan, "</row>"))
        break;
      if (!begins (scan, "<c") || !take_cell (scan, row, xml))
        return FALSE;
    }
  _ikrar_xlsx_row_end (row, xml);
  return TRUE;
}

gsize
_ikrar_xlsx_scan_row (IkrarXlsxRow *row, IkrarXml *xml, const char *text, gsize size)
{
  Scan scan = { text, text + size };
  guint number = row->number;

  if (is_plain (text, size) && take_row (&scan, row, xml))
    return (gsize) (scan.at - text);
  row->number = number;
  return 0;
}

gsize
_ikrar_xlsx_scan_string (IkrarXml *xml, const char *text, gsize size)
{
  Scan scan = { text, text + size };

  g_string_truncate (_ikrar_xml_text (xml), 0);
  if (!is_plain (text, size))
    return 0;
  if (take (&scan, "<si/>") ||
      (take (&scan, "<si>") && take_element (&scan, "<t", "</t>", _ikrar_xml_text (xml)) &&
       take (&scan, "</si>")))
    return (gsize) (scan.at - text);
  return 0;
}

gsize
_ikrar_xlsx_scan_nothing (const char *text, gsize size)
{
  Scan scan = { text, text + size };
  gboolean empty;

  if (memmem (text, size, "<!", 2) != NULL || memmem (text, size, "<?", 2) != NULL ||
      !is_plain (text, size) || !take_tag (&scan, "<row", &empty))
    return 0;
  return empty ? (gsize) (scan.at - text) : size;
}
