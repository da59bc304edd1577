/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "roster/limits-private.h"
#include "roster/xlsx-private.h"

#define DAY_SECONDS 86400
/* Excel's calendar has a 29 February 1900, which never was, for the sake of an older program. */
#define PHANTOM_DAY 60
/* The day after 31 December 9999. */
#define SERIAL_END 2958466.0

/* Number formats with these ids are dates or times without being spelt out (ECMA-376 part 1,
 * 18.8.30). */
static const struct
{
  guint first;
  guint last;
} date_ids[] = { { 14, 22 }, { 27, 36 }, { 45, 47 }, { 50, 58 } };

typedef struct
{
  GArray *styles;
  /* Ids of the workbook's own formats that show dates. */
  GHashTable *own;
  /* The fonts with a stroke and the fills with a colour, by their place. */
  GHashTable *strokes;
  GHashTable *colours;
  guint n_fonts;
  guint n_fills;
  gboolean in_formats;
} Reading;

/* Steps over what a format shows as it stands: quoted text, brackets, escaped letters. */
static const char *
skip_literal (const char *at)
{
  const char *end;

  if (*at == '"' || *at == '[')
    {
      end = strchr (at + 1, *at == '"' ? '"' : ']');
      return end != NULL ? end + 1 : at + strlen (at);
    }
  if (strchr ("\\_*", *at) != NULL && at[1] != '\0')
    return g_utf8_next_char (at + 1);
  return at + 1;
}

/* [h] and [mm] count hours and minutes beyond a day. */
static gboolean
is_elapsed (const char *at)
{
  return *at == '[' && at[1] != '\0' && strchr ("hHmMsS", at[1]) != NULL &&
         (at[2] == at[1] || at[2] == ']');
}

gboolean
_ikrar_xlsx_format_is_date (const char *format)
{
  if (g_ascii_strncasecmp (format, "general", 7) == 0)
    return FALSE;
  for (const char *at = format; *at != '\0' && *at != ';'; at = skip_literal (at))
    if (is_elapsed (at) || strchr ("yYmMdDhHsS", *at) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_date_id (Reading *reading, guint id)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_ids); i++)
    if (id >= date_ids[i].first && id <= date_ids[i].last)
      return TRUE;
  return g_hash_table_contains (reading->own, GUINT_TO_POINTER (id));
}

static guint
read_id (const char **attributes, const char *name)
{
  const char *id = _ikrar_xml_attribute (attributes, name);
  guint64 value = 0;

  if (id != NULL)
    g_ascii_string_to_unsigned (id, 10, 0, G_MAXUINT16, &value, NULL);
  return (guint) value;
}

static void
add_format (Reading *reading, const char **attributes)
{
  const char *code = _ikrar_xml_attribute (attributes, "formatCode");

  if (code != NULL && _ikrar_xlsx_format_is_date (code))
    g_hash_table_add (reading->own, GUINT_TO_POINTER (read_id (attributes, "numFmtId")));
}

/* A stroke may be spelt out as none. */
static void
add_stroke (Reading *reading, const char **attributes)
{
  const char *value = _ikrar_xml_attribute (attributes, "val");

  if (value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0))
    g_hash_table_add (reading->strokes, GUINT_TO_POINTER (reading->n_fonts));
}

/* The two fills that every workbook begins with are none. */
static void
add_fill (Reading *reading, const char **attributes)
{
  const char *pattern = _ikrar_xml_attribute (attributes, "patternType");

  if (pattern != NULL && strcmp (pattern, "none") != 0 && strcmp (pattern, "gray125") != 0)
    g_hash_table_add (reading->colours, GUINT_TO_POINTER (reading->n_fills));
}

/* White behind a text is no colour. */
static void
drop_white (Reading *reading, const char **attributes)
{
  const char *rgb = _ikrar_xml_attribute (attributes, "rgb");
  const char *theme = _ikrar_xml_attribute (attributes, "theme");

  if ((rgb != NULL && g_ascii_strcasecmp (rgb, "FFFFFFFF") == 0) ||
      (theme != NULL && strcmp (theme, "0") == 0 &&
       _ikrar_xml_attribute (attributes, "tint") == NULL))
    g_hash_table_remove (reading->colours, GUINT_TO_POINTER (reading->n_fills));
}

static gboolean
is_marked (Reading *reading, const char **attributes)
{
  return g_hash_table_contains (reading->strokes,
                                GUINT_TO_POINTER (read_id (attributes, "fontId"))) ||
         g_hash_table_contains (reading->colours,
                                GUINT_TO_POINTER (read_id (attributes, "fillId")));
}

static void
add_style (Reading *reading, IkrarXml *xml, const char **attributes)
{
  gboolean is_date = is_date_id (reading, read_id (attributes, "numFmtId"));
  guint8 style = (guint8) ((is_date ? IKRAR_XLSX_DATE : 0) |
                           (is_marked (reading, attributes) ? IKRAR_XLSX_MARKED : 0));

  if (reading->styles->len >= IKRAR_STYLES_MAX)
    _ikrar_xml_refuse (
        xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
        _ ("There are more cell styles than a spreadsheet allows. Copy the table into "
           "a new workbook."));
  else
    g_array_append_val (reading->styles, style);
}

static void
on_start (IkrarXml *xml, const char *name, const char **attributes)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (strcmp (name, "cellXfs") == 0)
    reading->in_formats = TRUE;
  else if (strcmp (name, "numFmt") == 0)
    add_format (reading, attributes);
  else if (strcmp (name, "strike") == 0)
    add_stroke (reading, attributes);
  else if (strcmp (name, "patternFill") == 0)
    add_fill (reading, attributes);
  else if (strcmp (name, "fgColor") == 0)
    drop_white (reading, attributes);
  else if (reading->in_formats && strcmp (name, "xf") == 0)
    add_style (reading, xml, attributes);
}

static void
on_end (IkrarXml *xml, const char *name)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (strcmp (name, "cellXfs") == 0)
    reading->in_formats = FALSE;
  else if (strcmp (name, "font") == 0)
    reading->n_fonts++;
  else if (strcmp (name, "fill") == 0)
    reading->n_fills++;
}

gboolean
_ikrar_xlsx_styles_read (GArray *styles, IkrarPackage *package, const char *part, GError **error)
{
  static const IkrarXmlHandlers handlers = { on_start, on_end };
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) strokes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  Reading reading = { styles, own, strokes, colours };

  return _ikrar_xml_read (package, part, part, &handlers, &reading, NULL, error);
}

static char *
format_day (int day, gboolean since_1904)
{
  GDate date;
  guint32 first;

  if (!since_1904 && day == PHANTOM_DAY)
    return g_strdup ("1900-02-29");
  g_date_set_dmy (&date, since_1904 ? 1 : 31, since_1904 ? 1 : 12, since_1904 ? 1904 : 1899);
  first = g_date_get_julian (&date);
  if (!since_1904 && day > PHANTOM_DAY)
    day--;
  g_date_set_julian (&date, first + (guint32) day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

char *
_ikrar_xlsx_serial_to_iso (const char *serial, gboolean since_1904)
{
  char *end;
  double value = g_ascii_strtod (serial, &end);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  int days, seconds;

  if (end == serial || *end != '\0' || !(value >= 0 && value < SERIAL_END))
    return NULL;
  days = (int) floor (value);
  seconds = (int) lround ((value - days) * DAY_SECONDS);
  days += seconds / DAY_SECONDS;
  seconds %= DAY_SECONDS;
  day = format_day (days, since_1904);
  if (seconds == 0 && days > 0)
    return g_steal_pointer (&day);
  clock = g_strdup_printf ("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return days == 0 ? g_steal_pointer (&clock) : g_strconcat (day, "T", clock, NULL);
}
