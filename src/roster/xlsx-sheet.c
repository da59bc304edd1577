/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "roster/limits-private.h"
#include "roster/xlsx-scan-private.h"

typedef struct
{
  IkrarXlsxRow row;
  IkrarXlsxText text;
  /* How deep an element is within its cell. */
  guint depth;
  gboolean in_data;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_inline;
  IkrarReader *reader;
  guint sheet;
} Reading;

static gboolean
is_letter (const char *name, char letter)
{
  return name[0] == letter && name[1] == '\0';
}

static IkrarXlsxValue
value_of (const char **attributes, const char *name)
{
  const char *text = _ikrar_xml_attribute (attributes, name);

  return (IkrarXlsxValue){ text, text != NULL ? strlen (text) : 0 };
}

/* A value and a formula stand right below their cell; extensions may hold what is called alike. */
static void
start_content (IkrarXml *xml, Reading *reading, const char *name)
{
  reading->depth++;
  if (reading->depth == 1 && (is_letter (name, 'v') || is_letter (name, 'f')))
    _ikrar_xml_gather (xml);
  else if (reading->depth == 1 && strcmp (name, "is") == 0)
    reading->in_inline = TRUE;
  else if (reading->in_inline)
    _ikrar_xlsx_text_start (&reading->text, xml, name);
}

static guint
read_place (const char **attributes, const char *name)
{
  const char *value = _ikrar_xml_attribute (attributes, name);

  return value != NULL ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), IKRAR_SHEET_COLUMNS_MAX)
                       : 0;
}

/* Columns count from 1 there. */
static void
take_columns (Reading *reading, const char **attributes)
{
  guint first = read_place (attributes, "min");
  guint last = read_place (attributes, "max");

  if (_ikrar_xml_flag (attributes, "hidden") && first > 0 && last > 0)
    _ikrar_reader_hide_columns (reading->reader, reading->sheet, first - 1, last - 1);
}

static void
on_start (IkrarXml *xml, const char *name, const char **attributes)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (reading->in_cell)
    start_content (xml, reading, name);
  else if (reading->in_row && is_letter (name, 'c'))
    {
      reading->in_cell = TRUE;
      _ikrar_xlsx_row_begin_cell (&reading->row, xml, value_of (attributes, "r"),
                                  value_of (attributes, "t"), value_of (attributes, "s"));
    }
  else if (reading->in_data && strcmp (name, "row") == 0)
    {
      reading->in_row = TRUE;
      _ikrar_xlsx_row_begin (&reading->row, xml, value_of (attributes, "r"),
                             value_of (attributes, "hidden"));
    }
  else if (strcmp (name, "sheetData") == 0)
    reading->in_data = TRUE;
  else if (!reading->in_data && strcmp (name, "col") == 0)
    take_columns (reading, attributes);
}

static void
end_formula (IkrarXml *xml, Reading *reading)
{
  GString *text = _ikrar_xml_text (xml);

  _ikrar_xml_skip (xml);
  g_string_append_len (reading->row.formula, text->str, (gssize) text->len);
  g_string_truncate (text, 0);
}

static void
end_content (IkrarXml *xml, Reading *reading, const char *name)
{
  if (reading->depth == 1 && is_letter (name, 'f'))
    end_formula (xml, reading);
  else if (reading->depth == 1)
    {
      reading->in_inline = FALSE;
      _ikrar_xml_skip (xml);
    }
  else if (reading->in_inline)
    _ikrar_xlsx_text_end (&reading->text, xml, name);
  reading->depth--;
}

static void
on_end (IkrarXml *xml, const char *name)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (reading->depth > 0)
    end_content (xml, reading, name);
  else if (reading->in_cell)
    {
      reading->in_cell = FALSE;
      _ikrar_xlsx_row_end_cell (&reading->row, xml);
    }
  else if (reading->in_row && strcmp (name, "row") == 0)
    {
      reading->in_row = FALSE;
      _ikrar_xlsx_row_end (&reading->row, xml);
    }
  else if (strcmp (name, "sheetData") == 0)
    reading->in_data = FALSE;
}

static gboolean
is_open (IkrarXml *xml)
{
  const Reading *reading = _ikrar_xml_data (xml);

  return reading->in_data;
}

static gsize
take_row (IkrarXml *xml, const char *text, gsize size)
{
  Reading *reading = _ikrar_xml_data (xml);

  return _ikrar_xlsx_scan_row (&reading->row, xml, text, size);
}

gboolean
_ikrar_xlsx_sheet_read (IkrarXlsx *xlsx,
                        guint sheet,
                        IkrarSheetRowFunc func,
                        gpointer user_data,
                        const IkrarProgress *progress,
                        GError **error)
{
  static const IkrarXmlHandlers handlers = {
    on_start, on_end, "<row", "</row>", is_open, take_row
  };
  const char *title = g_array_index (xlsx->reader.sheets, IkrarSheet, sheet).name;
  Reading reading = { .reader = &xlsx->reader, .sheet = sheet };
  gboolean success;

  _ikrar_xlsx_row_init (&reading.row, xlsx, sheet, func, user_data);
  success = _ikrar_xml_read (xlsx->package, xlsx->parts->pdata[sheet], title, &handlers, &reading,
                             progress, error) &&
            (reading.row.enough || _ikrar_xlsx_strings_finish (&xlsx->strings, error));
  _ikrar_xlsx_row_clear (&reading.row);
  return success;
}
