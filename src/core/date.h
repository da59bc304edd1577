/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarTime:
 *
 * A moment: milliseconds since 1970-01-01 UTC. 0 is "none".
 */
typedef gint64 IkrarTime;

/**
 * IkrarZone:
 * @IKRAR_ZONE_WIB: western Indonesia, UTC+7
 * @IKRAR_ZONE_WITA: central Indonesia, UTC+8
 * @IKRAR_ZONE_WIT: eastern Indonesia, UTC+9
 *
 * The three zones (Keppres 41/1987); none has summer time. An event has one, and its papers print
 * it.
 */
typedef enum
{
  IKRAR_ZONE_WIB,
  IKRAR_ZONE_WITA,
  IKRAR_ZONE_WIT,
} IkrarZone;

/**
 * IkrarMoment:
 *
 * A moment taken apart in one zone. @weekday is 1 (Senin) to 7 (Minggu).
 */
typedef struct
{
  int year;
  int month;
  int day;
  int weekday;
  int hour;
  int minute;
  int second;
} IkrarMoment;

/**
 * ikrar_time_now:
 *
 * Any thread.
 *
 * Returns: the present moment by the system's clock
 */
IkrarTime ikrar_time_now (void);

/**
 * ikrar_zone_word:
 * @zone: a zone
 *
 * Any thread.
 *
 * Returns: (transfer none): `WIB`, `WITA` or `WIT`
 */
const char *ikrar_zone_word (IkrarZone zone);

/**
 * ikrar_zone_parse:
 * @word: (nullable): `WIB`, `WITA` or `WIT` in any case
 * @zone: (out): the zone
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_CORE_ERROR_UNKNOWN` for any other word
 */
gboolean ikrar_zone_parse (const char *word, IkrarZone *zone, GError **error);

/**
 * ikrar_time_split:
 * @time: a moment
 * @zone: the zone to see it in
 * @moment: (out): its parts
 *
 * Any thread.
 */
void ikrar_time_split (IkrarTime time, IkrarZone zone, IkrarMoment *moment);

/**
 * ikrar_time_join:
 * @zone: the zone of the parts
 * @year: year
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 *
 * Any thread.
 *
 * Returns: the moment, 0 if the parts are no date or time
 */
IkrarTime ikrar_time_join (IkrarZone zone, int year, int month, int day, int hour, int minute);

/**
 * ikrar_time_parse_iso:
 * @text: `2024-11-07T08:30`, `2024-11-07 08:30`, `2024-11-07T08:30:00+08:00` or a bare date
 * @zone: the zone of a text that names none
 * @time: (out): the moment
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_CORE_ERROR_SYNTAX`, or `IKRAR_CORE_ERROR_RANGE` for what no calendar
 *   has, and for the first moment of 1970, which is "none"
 */
gboolean ikrar_time_parse_iso (const char *text, IkrarZone zone, IkrarTime *time, GError **error);

/**
 * ikrar_time_format_iso:
 * @time: a moment
 * @zone: the zone to write it in
 *
 * Any thread.
 *
 * Returns: (transfer full): such as `2024-11-07T08:30:00+08:00`, "" for 0
 */
char *ikrar_time_format_iso (IkrarTime time, IkrarZone zone);

/**
 * ikrar_date_parse:
 * @text: (nullable): a date as rosters and officials write it: `6 Februari 2024`, `Selasa, 6
 *   Pebruari 2024`, `06/02/2024`, `6-2-24`, `2024-02-06`
 * @year: (out): year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * Always day before month; never the other way round (docs/rules.md, Dates). Two-digit years
 * are 19xx from 30 up, else 20xx. Months may be spelt and shortened as in English, which
 * spreadsheets do; a time behind the date is left out.
 *
 * Any thread.
 *
 * Returns: whether @text is a date
 */
gboolean ikrar_date_parse (const char *text, int *year, int *month, int *day);

/**
 * ikrar_time_format_date:
 * @time: a moment
 * @zone: its zone
 *
 * Any thread.
 *
 * Returns: (transfer full): `6 Februari 2024`, with no-break spaces; "" for 0
 */
char *ikrar_time_format_date (IkrarTime time, IkrarZone zone);

/**
 * ikrar_time_format_day:
 * @time: a moment
 * @zone: its zone
 *
 * Any thread.
 *
 * Returns: (transfer full): `Selasa, 6 Februari 2024`, with no-break spaces in the date; "" for 0
 */
char *ikrar_time_format_day (IkrarTime time, IkrarZone zone);

/**
 * ikrar_time_format_clock:
 * @time: a moment
 * @zone: its zone
 *
 * Any thread.
 *
 * Returns: (transfer full): `08.50` (point, 24 hours; EYD); "" for 0
 */
char *ikrar_time_format_clock (IkrarTime time, IkrarZone zone);

/**
 * ikrar_time_format_hours:
 * @start: start of an event
 * @end: its end, 0 for an open end
 * @zone: its zone
 *
 * Any thread.
 *
 * Returns: (transfer full): `08.30 s.d. 12.00 WITA`, or `08.30 WITA s.d. selesai`; "" without start
 */
char *ikrar_time_format_hours (IkrarTime start, IkrarTime end, IkrarZone zone);

/**
 * ikrar_time_format_days:
 * @start: start of an event
 * @end: its end, 0 for an open end
 * @zone: its zone
 *
 * Any thread.
 *
 * Returns: (transfer full): one day as [func@time_format_day], several as `Selasa, 6 Februari 2024
 *   s.d. Kamis, 8 Februari 2024`; "" without start
 */
char *ikrar_time_format_days (IkrarTime start, IkrarTime end, IkrarZone zone);

/**
 * ikrar_month_name:
 * @month: 1 to 12
 *
 * Any thread.
 *
 * Returns: (transfer none): `Januari` to `Desember`
 */
const char *ikrar_month_name (int month);

/**
 * ikrar_time_day_number:
 * @time: a moment
 * @zone: its zone
 *
 * Any thread.
 *
 * Returns: days since 2020-01-01 in @zone, as pass codes carry them; 0 before that day, at most
 * 65535
 */
guint16 ikrar_time_day_number (IkrarTime time, IkrarZone zone);

/**
 * ikrar_time_today:
 * @time: a moment
 * @zone: its zone
 *
 * Any thread.
 *
 * Returns: the day as YYYYMMDD
 */
guint32 ikrar_time_today (IkrarTime time, IkrarZone zone);

G_END_DECLS
