/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/moment-private.h"

#include <string.h>

#include "core/text.h"

#define FIELDS_MAX 6
#define DIGITS_MAX 4
/* A day and a time have so many numbers at least. */
#define DATED 5
#define NOON 12
#define SECOND 1000
#define HOUR (60 * 60 * SECOND)
#define WIB_HOURS 7
#define CENTURY 2000

/* The numbers of a moment, and what stands behind them. */
typedef struct
{
  int fields[FIELDS_MAX];
  guint n_fields;
  gboolean year_first;
  gboolean has_date;
  gboolean pm;
  gboolean am;
  gboolean has_offset;
  int offset; /* hours from UTC */
} Parts;

static void
read_words (Parts *parts, const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  const char *zone = strstr (folded, "gmt");

  zone = zone != NULL ? zone : strstr (folded, "utc");
  parts->pm = strstr (folded, "pm") != NULL;
  parts->am = strstr (folded, "am") != NULL;
  if (zone == NULL || (zone[3] != '+' && zone[3] != '-') || !g_ascii_isdigit (zone[4]))
    return;
  parts->has_offset = TRUE;
  parts->offset = (int) g_ascii_strtoll (zone + 3, NULL, 10);
}

/* Returns whether @text begins with numbers as moments have them. */
static gboolean
read_fields (Parts *parts, const char *text)
{
  char separator = '\0';

  while (parts->n_fields < FIELDS_MAX && g_ascii_isdigit (*text))
    {
      gsize digits = strspn (text, "0123456789");

      if (digits > DIGITS_MAX)
        return FALSE;
      if (parts->n_fields == 0)
        parts->year_first = digits == DIGITS_MAX;
      parts->fields[parts->n_fields++] = (int) g_ascii_strtoll (text, NULL, 10);
      text += digits;
      if (parts->n_fields == 1)
        separator = *text;
      if (*text == '\0' || (g_ascii_isalpha (*text) && *text != 'T'))
        break;
      text += strspn (text, "/-.:, T");
    }
  parts->has_date =
      separator == '/' || separator == '-' || (separator == '.' && parts->n_fields >= DATED);
  read_words (parts, text);
  return TRUE;
}

/* Where the hour stands, with everything before it put into @year, @month, @day. */
static guint
take_date (const Parts *parts, gboolean month_first, int *year, int *month, int *day)
{
  const int *fields = parts->fields;

  if (parts->year_first)
    {
      *year = fields[0];
      *month = fields[1];
      *day = fields[2];
      return 3;
    }
  *day = fields[month_first ? 1 : 0];
  *month = fields[month_first ? 0 : 1];
  *year = fields[2] < 100 ? CENTURY + fields[2] : fields[2];
  return 3;
}

IkrarTime
_ikrar_moment_parse (const char *text, IkrarZone zone, IkrarTime day, gboolean month_first)
{
  g_autofree char *clean = ikrar_text_clean (text);
  Parts parts = { 0 };
  IkrarMoment date;
  guint first = 0;
  int hour, minute;
  IkrarTime time;

  if (strchr (clean, ':') != NULL && ikrar_time_parse_iso (clean, zone, &time, NULL))
    return time;
  if (!read_fields (&parts, clean) || parts.n_fields < 2)
    return 0;
  ikrar_time_split (day, zone, &date);
  if (parts.has_date && parts.n_fields < DATED)
    return 0;
  if (parts.has_date)
    first = take_date (&parts, month_first, &date.year, &date.month, &date.day);
  hour = parts.fields[first];
  minute = parts.fields[first + 1];
  if ((parts.pm || parts.am) && (hour < 1 || hour > NOON))
    parts.pm = parts.am = FALSE;
  if (parts.pm && hour < NOON)
    hour += NOON;
  else if (parts.am && hour == NOON)
    hour = 0;
  time = ikrar_time_join (zone, date.year, date.month, date.day, hour, minute);
  if (time == 0)
    return 0;
  if (first + 2 < parts.n_fields && parts.fields[first + 2] < 60)
    time += parts.fields[first + 2] * SECOND;
  if (parts.has_offset)
    time += (gint64) (WIB_HOURS + (int) zone - parts.offset) * HOUR;
  return time;
}
