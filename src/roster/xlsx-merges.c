/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/limits-private.h"
#include "roster/xlsx-scan-private.h"

static gboolean
read_corner (const char **text, guint *row, guint *column)
{
  int letters = ikrar_sheet_column_parse (*text, text);
  char *end;

  if (letters < 0)
    return FALSE;
  *column = (guint) letters;
  *row = (guint) MIN (g_ascii_strtoull (*text, &end, 10), IKRAR_SHEET_ROWS_MAX);
  *text = end;
  return *row > 0;
}

static gboolean
read_range (const char *reference, IkrarMerge *merge)
{
  return read_corner (&reference, &merge->first_row, &merge->first_column) && *reference++ == ':' &&
         read_corner (&reference, &merge->last_row, &merge->last_column) &&
         merge->first_row <= merge->last_row && merge->first_column <= merge->last_column;
}

typedef struct
{
  IkrarReader *reader;
  GArray *merges;
  gboolean in_data;
  guint n_rows;
} Reading;

/* Merged cells stand behind all rows: a glance goes without those of a large sheet. */
static void
count_row (Reading *reading, IkrarXml *xml)
{
  if (!reading->reader->glance || ++reading->n_rows <= IKRAR_GLANCE_ROWS)
    return;
  reading->reader->partial = TRUE;
  _ikrar_xml_stop (xml, NULL);
}

static void
on_start (IkrarXml *xml, const char *name, const char **attributes)
{
  Reading *reading = _ikrar_xml_data (xml);
  GArray *merges = reading->merges;
  const char *reference;
  IkrarMerge merge;

  reading->in_data |= strcmp (name, "sheetData") == 0;
  if (strcmp (name, "row") == 0)
    count_row (reading, xml);
  if (strcmp (name, "mergeCell") != 0)
    return;
  reference = _ikrar_xml_attribute (attributes, "ref");
  if (reference == NULL || !read_range (reference, &merge))
    return;
  if (merges->len >= IKRAR_MERGES_MAX)
    _ikrar_xml_refuse (
        xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
        _ ("There are more merged cells than in any roster. Copy the table into a new "
           "workbook."));
  else
    g_array_append_val (merges, merge);
}

static void
on_end (IkrarXml *xml, const char *name)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (strcmp (name, "sheetData") == 0)
    reading->in_data = FALSE;
}

static gboolean
is_open (IkrarXml *xml)
{
  const Reading *reading = _ikrar_xml_data (xml);

  return reading->in_data;
}

static gsize
skip_row (IkrarXml *xml, const char *text, gsize size)
{
  gsize taken = _ikrar_xlsx_scan_nothing (text, size);

  if (taken > 0)
    count_row (_ikrar_xml_data (xml), xml);
  return taken;
}

gboolean
_ikrar_xlsx_merges_read (IkrarXlsx *xlsx, guint sheet, GArray *merges, GError **error)
{
  static const IkrarXmlHandlers handlers = {
    on_start, on_end, "<row", "</row>", is_open, skip_row
  };
  const char *title = g_array_index (xlsx->reader.sheets, IkrarSheet, sheet).name;
  Reading reading = { &xlsx->reader, merges, FALSE, 0 };

  return _ikrar_xml_read (xlsx->package, xlsx->parts->pdata[sheet], title, &handlers, &reading,
                          NULL, error);
}
