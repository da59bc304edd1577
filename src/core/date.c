/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "config.h"

#include "core/date.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

#define SECOND_MS G_GINT64_CONSTANT (1000)
#define MINUTE_MS (60 * SECOND_MS)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

/* GDate counts from 0001-01-01, which is day 1. */
#define JULIAN_1970 719163
#define JULIAN_2020 737425
#define JULIAN_LAST 3652059 /* 9999-12-31 */
#define TIME_MIN ((1 - JULIAN_1970) * DAY_MS)
#define TIME_MAX ((JULIAN_LAST + 1 - JULIAN_1970) * DAY_MS - 1)

/* Spaces inside a date do not break. */
#define NBSP "\302\240"

static const struct
{
  const char *word;
  int hours;
} zones[] = {
  [IKRAR_ZONE_WIB] = { "WIB", 7 },
  [IKRAR_ZONE_WITA] = { "WITA", 8 },
  [IKRAR_ZONE_WIT] = { "WIT", 9 },
};

static const char *const weekdays[] = {
  "", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
};

static const char *const months[] = {
  "",     "Januari", "Februari",  "Maret",   "April",    "Mei",      "Juni",
  "Juli", "Agustus", "September", "Oktober", "November", "Desember",
};

IkrarTime
ikrar_time_now (void)
{
  return g_get_real_time () / 1000;
}

const char *
ikrar_zone_word (IkrarZone zone)
{
  g_return_val_if_fail ((guint) zone < G_N_ELEMENTS (zones), "");

  return zones[zone].word;
}

gboolean
ikrar_zone_parse (const char *word, IkrarZone *zone, GError **error)
{
  g_return_val_if_fail (zone != NULL, FALSE);

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (zones); i++)
    if (g_ascii_strcasecmp (word, zones[i].word) == 0)
      {
        *zone = (IkrarZone) i;
        return TRUE;
      }

  g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN,
               _ ("“%s” is no time zone of Indonesia; write WIB, WITA or WIT"),
               word != NULL ? word : "");
  return FALSE;
}

static gint64
offset_of (IkrarZone zone)
{
  g_return_val_if_fail ((guint) zone < G_N_ELEMENTS (zones), 0);

  return zones[zone].hours * HOUR_MS;
}

/* The day of a moment in a zone, as GDate counts them. */
static gint64
day_of (IkrarTime time, IkrarZone zone, gint64 *rest)
{
  gint64 local = CLAMP (time, TIME_MIN, TIME_MAX) + offset_of (zone) - TIME_MIN;

  *rest = local % DAY_MS;
  return MIN (local / DAY_MS + 1, JULIAN_LAST);
}

void
ikrar_time_split (IkrarTime time, IkrarZone zone, IkrarMoment *moment)
{
  GDate date;
  gint64 rest;

  g_return_if_fail (moment != NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day_of (time, zone, &rest));
  *moment = (IkrarMoment){
    .year = g_date_get_year (&date),
    .month = g_date_get_month (&date),
    .day = g_date_get_day (&date),
    .weekday = g_date_get_weekday (&date),
    .hour = (int) (rest / HOUR_MS),
    .minute = (int) (rest % HOUR_MS / MINUTE_MS),
    .second = (int) (rest % MINUTE_MS / SECOND_MS),
  };
}

static gboolean
is_moment (const IkrarMoment *moment)
{
  return moment->year >= 1 && moment->year <= 9999 && moment->month >= 1 && moment->month <= 12 &&
         moment->day >= 1 && moment->day <= 31 && moment->hour >= 0 && moment->hour <= 23 &&
         moment->minute >= 0 && moment->minute <= 59 && moment->second >= 0 &&
         moment->second <= 59 &&
         g_date_valid_dmy ((GDateDay) moment->day, (GDateMonth) moment->month,
                           (GDateYear) moment->year);
}

/* 0 if the parts are no moment. */
static IkrarTime
join_moment (const IkrarMoment *moment, gint64 offset)
{
  GDate date;

  if (!is_moment (moment))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) moment->day, (GDateMonth) moment->month,
                  (GDateYear) moment->year);
  return ((gint64) g_date_get_julian (&date) - JULIAN_1970) * DAY_MS + moment->hour * HOUR_MS +
         moment->minute * MINUTE_MS + moment->second * SECOND_MS - offset;
}

IkrarTime
ikrar_time_join (IkrarZone zone, int year, int month, int day, int hour, int minute)
{
  IkrarMoment moment = { .year = year, .month = month, .day = day, .hour = hour, .minute = minute };

  return join_moment (&moment, offset_of (zone));
}

/* Reads exactly so many digits. */
static gboolean
read_field (const char **cursor, int digits, int *value)
{
  *value = 0;
  for (int i = 0; i < digits; i++, (*cursor)++)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *value = *value * 10 + (**cursor - '0');
    }

  return TRUE;
}

static gboolean
read_mark (const char **cursor, char mark)
{
  if (**cursor != mark)
    return FALSE;

  (*cursor)++;
  return TRUE;
}

static gboolean
read_iso_date (const char **cursor, IkrarMoment *moment)
{
  return read_field (cursor, 4, &moment->year) && read_mark (cursor, '-') &&
         read_field (cursor, 2, &moment->month) && read_mark (cursor, '-') &&
         read_field (cursor, 2, &moment->day);
}

/* Hours and minutes; seconds may follow, and a fraction of them that is dropped. */
static gboolean
read_iso_clock (const char **cursor, IkrarMoment *moment)
{
  if (!read_field (cursor, 2, &moment->hour) || !read_mark (cursor, ':') ||
      !read_field (cursor, 2, &moment->minute))
    return FALSE;
  if (!read_mark (cursor, ':'))
    return TRUE;
  if (!read_field (cursor, 2, &moment->second))
    return FALSE;
  if (read_mark (cursor, '.'))
    while (g_ascii_isdigit (**cursor))
      (*cursor)++;

  return TRUE;
}

static gboolean
read_iso_offset (const char **cursor, gint64 *offset)
{
  int sign = **cursor == '-' ? -1 : 1;
  int hours, minutes;

  if (**cursor == '\0')
    return TRUE;
  if (read_mark (cursor, 'Z'))
    {
      *offset = 0;
      return TRUE;
    }
  if (!read_mark (cursor, sign < 0 ? '-' : '+') || !read_field (cursor, 2, &hours) ||
      !read_mark (cursor, ':') || !read_field (cursor, 2, &minutes) || hours > 14 || minutes > 59)
    return FALSE;

  *offset = sign * (hours * HOUR_MS + minutes * MINUTE_MS);
  return TRUE;
}

gboolean
ikrar_time_parse_iso (const char *text, IkrarZone zone, IkrarTime *time, GError **error)
{
  const char *cursor = text;
  gint64 offset = offset_of (zone);
  IkrarMoment moment = { 0 };
  gboolean read;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  read = read_iso_date (&cursor, &moment);
  if (read && (read_mark (&cursor, 'T') || read_mark (&cursor, ' ')))
    read = read_iso_clock (&cursor, &moment) && read_iso_offset (&cursor, &offset);
  if (!read || *cursor != '\0')
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX,
                   _ ("“%s” is no date and time; write it like 2024-11-07T08:30"), text);
      return FALSE;
    }

  *time = join_moment (&moment, offset);
  if (*time != 0)
    return TRUE;

  g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_RANGE,
               _ ("“%s” is not in the calendar; check the day, the month and the hour"), text);
  return FALSE;
}

char *
ikrar_time_format_iso (IkrarTime time, IkrarZone zone)
{
  IkrarMoment at;

  if (time == 0)
    return g_strdup ("");

  ikrar_time_split (time, zone, &at);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d+%02d:00", at.year, at.month, at.day,
                          at.hour, at.minute, at.second, (int) (offset_of (zone) / HOUR_MS));
}

char *
ikrar_time_format_date (IkrarTime time, IkrarZone zone)
{
  IkrarMoment at;

  if (time == 0)
    return g_strdup ("");

  ikrar_time_split (time, zone, &at);
  return g_strdup_printf ("%d" NBSP "%s" NBSP "%d", at.day, months[at.month], at.year);
}

char *
ikrar_time_format_day (IkrarTime time, IkrarZone zone)
{
  g_autofree char *date = ikrar_time_format_date (time, zone);
  IkrarMoment at;

  if (time == 0)
    return g_strdup ("");

  ikrar_time_split (time, zone, &at);
  return g_strdup_printf ("%s, %s", weekdays[at.weekday], date);
}

char *
ikrar_time_format_clock (IkrarTime time, IkrarZone zone)
{
  IkrarMoment at;

  if (time == 0)
    return g_strdup ("");

  ikrar_time_split (time, zone, &at);
  return g_strdup_printf ("%02d.%02d", at.hour, at.minute);
}

char *
ikrar_time_format_hours (IkrarTime start, IkrarTime end, IkrarZone zone)
{
  g_autofree char *from = ikrar_time_format_clock (start, zone);
  g_autofree char *to = ikrar_time_format_clock (end, zone);

  if (start == 0)
    return g_strdup ("");
  if (end == 0)
    return g_strdup_printf ("%s %s s.d. selesai", from, ikrar_zone_word (zone));

  return g_strdup_printf ("%s s.d. %s %s", from, to, ikrar_zone_word (zone));
}

char *
ikrar_time_format_days (IkrarTime start, IkrarTime end, IkrarZone zone)
{
  g_autofree char *first = ikrar_time_format_day (start, zone);
  g_autofree char *last = ikrar_time_format_day (end, zone);

  if (end <= start || ikrar_time_today (start, zone) == ikrar_time_today (end, zone))
    return g_steal_pointer (&first);

  return g_strdup_printf ("%s s.d. %s", first, last);
}

const char *
ikrar_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return months[month];
}

guint16
ikrar_time_day_number (IkrarTime time, IkrarZone zone)
{
  gint64 rest;

  return (guint16) CLAMP (day_of (time, zone, &rest) - JULIAN_2020, 0, G_MAXUINT16);
}

guint32
ikrar_time_today (IkrarTime time, IkrarZone zone)
{
  IkrarMoment at;

  ikrar_time_split (time, zone, &at);
  return (guint32) (at.year * 10000 + at.month * 100 + at.day);
}
