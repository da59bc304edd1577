/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/date.h"

#include "core/error.h"
#include "support.h"

#define NBSP "\302\240"

static const struct
{
  const char *text;
  int year;
  int month;
  int day; /* 0 if it is no date */
} date_cases[] = {
  { "6 Februari 2024", 2024, 2, 6 },
  { "06 Februari 2024", 2024, 2, 6 },
  { "Selasa, 6 Februari 2024", 2024, 2, 6 },
  { "Selasa, 6 Pebruari 2024", 2024, 2, 6 },
  { "SELASA 6 FEBRUARI 2024", 2024, 2, 6 },
  { "Selasa, 06/02/2024", 2024, 2, 6 },
  { "tanggal 6 Februari 2024", 2024, 2, 6 },
  { "Tgl. 6 Februari 2024", 2024, 2, 6 },
  { "6" NBSP "Februari" NBSP "2024", 2024, 2, 6 },
  { "Jumat, 8 Maret 2024", 2024, 3, 8 },
  { "Jum'at, 8 Maret 2024", 2024, 3, 8 },
  { "Jum’at, 8 Maret 2024", 2024, 3, 8 },
  { "Ahad, 10 Maret 2024", 2024, 3, 10 },
  { "06/02/2024", 2024, 2, 6 },
  { "(06/02/2024)", 2024, 2, 6 },
  { "06/2/2024", 2024, 2, 6 },
  { "4/7/2024", 2024, 7, 4 },
  { "7/11/2024", 2024, 11, 7 },
  { "20/04/1988", 1988, 4, 20 },
  { "20-04-1988", 1988, 4, 20 },
  { "20.04.1988", 1988, 4, 20 },
  { "20 April 1988", 1988, 4, 20 },
  { "1988-04-20", 1988, 4, 20 },
  { "1988/04/20", 1988, 4, 20 },
  { "6-2-24", 2024, 2, 6 },
  { "6/2/29", 2029, 2, 6 },
  { "6/2/30", 1930, 2, 6 },
  { "20-Apr-88", 1988, 4, 20 },
  { "07 Nopember 2024", 2024, 11, 7 },
  { "7 Agust. 2024", 2024, 8, 7 },
  { "7 Sept 2024", 2024, 9, 7 },
  { "7 Okt 2024", 2024, 10, 7 },
  { "7 Des 2024", 2024, 12, 7 },
  { "2024-02-06 00:00:00", 2024, 2, 6 },
  { "2024-02-06T08:30:00Z", 2024, 2, 6 },
  { "29/02/2024", 2024, 2, 29 },
  /* Never month before day, never repaired. */
  { "2/20/2024", 0, 0, 0 },
  { "02/13/2024", 0, 0, 0 },
  { "29/02/2023", 0, 0, 0 },
  { "31/04/2024", 0, 0, 0 },
  { "0/2/2024", 0, 0, 0 },
  { "6/0/2024", 0, 0, 0 },
  { "6/2/0000", 0, 0, 0 },
  { "6/2/224", 0, 0, 0 },
  { "6/2", 0, 0, 0 },
  { "Februari 2024", 0, 0, 0 },
  { "Februari 6 2024", 0, 0, 0 },
  { "6 Foo 2024", 0, 0, 0 },
  { "6 2 Februari", 0, 0, 0 },
  { "2024", 0, 0, 0 },
  { "32253", 0, 0, 0 },
  { "19880420", 0, 0, 0 },
  { "08:30", 0, 0, 0 },
  { "19880420 201001 1 001", 0, 0, 0 },
  { "6/2/2024 x", 0, 0, 0 },
  { "6/2/2024 7", 0, 0, 0 },
  { "", 0, 0, 0 },
  { NULL, 0, 0, 0 },
};

static void
test_parse_date (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      int year = 0, month = 0, day = 0;

      show_case (date_cases[i].text);
      g_assert_cmpint (ikrar_date_parse (date_cases[i].text, &year, &month, &day), ==,
                       date_cases[i].day != 0);
      g_assert_cmpint (year, ==, date_cases[i].year);
      g_assert_cmpint (month, ==, date_cases[i].month);
      g_assert_cmpint (day, ==, date_cases[i].day);
    }
}

/* Every month in every spelling. */
static void
test_parse_months (void)
{
  static const char *const spellings[12] = {
    "Januari Jan January",
    "Februari Pebruari Feb Peb February",
    "Maret Mar March",
    "April Apr",
    "Mei May",
    "Juni Jun June",
    "Juli Jul July",
    "Agustus Agust Agu Ags Agt Aug August",
    "September Sept Sep",
    "Oktober Okt Oct October",
    "November Nopember Nov Nop",
    "Desember Des Dec December",
  };

  for (int month = 1; month <= 12; month++)
    {
      g_auto (GStrv) words = g_strsplit (spellings[month - 1], " ", -1);

      g_assert_cmpstr (ikrar_month_name (month), ==, words[0]);
      for (guint i = 0; words[i] != NULL; i++)
        {
          g_autofree char *upper = g_ascii_strup (words[i], -1);
          g_autofree char *text = g_strdup_printf ("17 %s 1945", i % 2 == 0 ? words[i] : upper);
          int year, found, day;

          g_assert_true (ikrar_date_parse (text, &year, &found, &day));
          g_assert_cmpint (found, ==, month);
        }
    }
}

static void
test_zones (void)
{
  static const struct
  {
    const char *word;
    IkrarZone zone;
    const char *known;
  } zones[] = {
    { "WIB", IKRAR_ZONE_WIB, "WIB" },
    { "wib", IKRAR_ZONE_WIB, "WIB" },
    { "WITA", IKRAR_ZONE_WITA, "WITA" },
    { "Wita", IKRAR_ZONE_WITA, "WITA" },
    { "WIT", IKRAR_ZONE_WIT, "WIT" },
    { "UTC", 0, NULL },
    { "WITAA", 0, NULL },
    { "", 0, NULL },
    { NULL, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarZone zone;

      g_assert_cmpint (ikrar_zone_parse (zones[i].word, &zone, &error), ==, zones[i].known != NULL);
      if (zones[i].known == NULL)
        {
          g_assert_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN);
          continue;
        }
      g_assert_cmpint (zone, ==, zones[i].zone);
      g_assert_cmpstr (ikrar_zone_word (zone), ==, zones[i].known);
    }
}

/* Days of real events, and one of each weekday. */
static const struct
{
  int year;
  int month;
  int day;
  const char *printed;
} day_cases[] = {
  { 2024, 2, 6, "Selasa, 6" NBSP "Februari" NBSP "2024" },
  { 2024, 7, 4, "Kamis, 4" NBSP "Juli" NBSP "2024" },
  { 2023, 12, 7, "Kamis, 7" NBSP "Desember" NBSP "2023" },
  { 2024, 11, 7, "Kamis, 7" NBSP "November" NBSP "2024" },
  { 2023, 12, 27, "Rabu, 27" NBSP "Desember" NBSP "2023" },
  { 2024, 11, 27, "Rabu, 27" NBSP "November" NBSP "2024" },
  { 2024, 3, 8, "Jumat, 8" NBSP "Maret" NBSP "2024" },
  { 2024, 3, 9, "Sabtu, 9" NBSP "Maret" NBSP "2024" },
  { 2024, 3, 10, "Minggu, 10" NBSP "Maret" NBSP "2024" },
  { 2024, 3, 11, "Senin, 11" NBSP "Maret" NBSP "2024" },
  { 1945, 8, 17, "Jumat, 17" NBSP "Agustus" NBSP "1945" },
};

static void
test_format_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_cases); i++)
    for (IkrarZone zone = IKRAR_ZONE_WIB; zone <= IKRAR_ZONE_WIT; zone++)
      {
        IkrarTime early =
            ikrar_time_join (zone, day_cases[i].year, day_cases[i].month, day_cases[i].day, 0, 0);
        IkrarTime late =
            ikrar_time_join (zone, day_cases[i].year, day_cases[i].month, day_cases[i].day, 23, 59);
        g_autofree char *first = ikrar_time_format_day (early, zone);
        g_autofree char *last = ikrar_time_format_day (late, zone);
        g_autofree char *date = ikrar_time_format_date (early, zone);

        g_assert_cmpstr (first, ==, day_cases[i].printed);
        g_assert_cmpstr (last, ==, day_cases[i].printed);
        g_assert_true (g_str_has_suffix (first, date));
      }
}

static void
test_format_clock (void)
{
  IkrarTime start = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 8, 30);
  IkrarTime end = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 12, 0);
  g_autofree char *clock = ikrar_time_format_clock (start, IKRAR_ZONE_WITA);
  g_autofree char *west = ikrar_time_format_clock (start, IKRAR_ZONE_WIB);
  g_autofree char *east = ikrar_time_format_clock (start, IKRAR_ZONE_WIT);
  g_autofree char *closed = ikrar_time_format_hours (start, end, IKRAR_ZONE_WITA);
  g_autofree char *open = ikrar_time_format_hours (start, 0, IKRAR_ZONE_WITA);

  g_assert_cmpstr (clock, ==, "08.30");
  g_assert_cmpstr (west, ==, "07.30");
  g_assert_cmpstr (east, ==, "09.30");
  g_assert_cmpstr (closed, ==, "08.30 s.d. 12.00 WITA");
  g_assert_cmpstr (open, ==, "08.30 WITA s.d. selesai");
}

static void
test_format_days (void)
{
  IkrarTime start = ikrar_time_join (IKRAR_ZONE_WIB, 2024, 2, 6, 8, 30);
  IkrarTime same = ikrar_time_join (IKRAR_ZONE_WIB, 2024, 2, 6, 23, 59);
  IkrarTime later = ikrar_time_join (IKRAR_ZONE_WIB, 2024, 2, 8, 0, 0);
  g_autofree char *one = ikrar_time_format_days (start, same, IKRAR_ZONE_WIB);
  g_autofree char *open = ikrar_time_format_days (start, 0, IKRAR_ZONE_WIB);
  g_autofree char *reversed = ikrar_time_format_days (later, start, IKRAR_ZONE_WIB);
  g_autofree char *several = ikrar_time_format_days (start, later, IKRAR_ZONE_WIB);

  g_assert_cmpstr (one, ==, "Selasa, 6" NBSP "Februari" NBSP "2024");
  g_assert_cmpstr (open, ==, one);
  g_assert_cmpstr (reversed, ==, "Kamis, 8" NBSP "Februari" NBSP "2024");
  g_assert_cmpstr (several, ==,
                   "Selasa, 6" NBSP "Februari" NBSP "2024 s.d. Kamis, 8" NBSP "Februari" NBSP
                   "2024");
}

/* 0 is no moment. */
static void
test_none (void)
{
  g_autofree char *iso = ikrar_time_format_iso (0, IKRAR_ZONE_WIB);
  g_autofree char *date = ikrar_time_format_date (0, IKRAR_ZONE_WIB);
  g_autofree char *day = ikrar_time_format_day (0, IKRAR_ZONE_WIB);
  g_autofree char *clock = ikrar_time_format_clock (0, IKRAR_ZONE_WIB);
  g_autofree char *hours = ikrar_time_format_hours (0, 0, IKRAR_ZONE_WIB);
  g_autofree char *days = ikrar_time_format_days (0, 0, IKRAR_ZONE_WIB);
  g_autofree char *all = g_strconcat (iso, date, day, clock, hours, days, NULL);

  g_assert_cmpstr (all, ==, "");
}

static void
test_join (void)
{
  static const int wrong[][5] = {
    { 2024, 13, 1, 0, 0 }, { 2024, 0, 1, 0, 0 },  { 2024, 1, 0, 0, 0 },  { 2024, 2, 30, 0, 0 },
    { 2023, 2, 29, 0, 0 }, { 2024, 1, 1, 24, 0 }, { 2024, 1, 1, -1, 0 }, { 2024, 1, 1, 0, 60 },
    { 0, 1, 1, 0, 0 },     { 10000, 1, 1, 0, 0 }, { -1, 1, 1, 0, 0 },    { 2024, 1, 257, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (ikrar_time_join (IKRAR_ZONE_WIB, wrong[i][0], wrong[i][1], wrong[i][2],
                                      wrong[i][3], wrong[i][4]),
                     ==, 0);

  g_assert_cmpint (ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 8, 30), ==,
                   G_GINT64_CONSTANT (1730939400000));
}

static const struct
{
  const char *text;
  const char *iso; /* in WITA; NULL if refused */
  IkrarCoreError code;
} iso_cases[] = {
  { "2024-11-07T08:30", "2024-11-07T08:30:00+08:00", 0 },
  { "2024-11-07 08:30", "2024-11-07T08:30:00+08:00", 0 },
  { "2024-11-07T08:30:15", "2024-11-07T08:30:15+08:00", 0 },
  { "2024-11-07T08:30:15.250", "2024-11-07T08:30:15+08:00", 0 },
  { "2024-11-07T08:30:00+08:00", "2024-11-07T08:30:00+08:00", 0 },
  { "2024-11-07T07:30:00+07:00", "2024-11-07T08:30:00+08:00", 0 },
  { "2024-11-07T09:30+09:00", "2024-11-07T08:30:00+08:00", 0 },
  { "2024-11-07T00:30:00Z", "2024-11-07T08:30:00+08:00", 0 },
  { "2024-11-06T19:30:00-05:00", "2024-11-07T08:30:00+08:00", 0 },
  { "2024-11-07", "2024-11-07T00:00:00+08:00", 0 },
  { "2024-02-30", NULL, IKRAR_CORE_ERROR_RANGE },
  { "2024-13-01", NULL, IKRAR_CORE_ERROR_RANGE },
  { "2024-11-07T24:00", NULL, IKRAR_CORE_ERROR_RANGE },
  { "2024-11-07T08:60", NULL, IKRAR_CORE_ERROR_RANGE },
  { "0000-01-01", NULL, IKRAR_CORE_ERROR_RANGE },
  { "1970-01-01T00:00:00Z", NULL, IKRAR_CORE_ERROR_RANGE },
  { "", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "7/11/2024", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "2024-11-7", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "2024-11-07T", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "2024-11-07T8:30", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "2024-11-07T08:30x", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "2024-11-07T08:30+8", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "2024-11-07T08:30+15:00", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { "2024-11-07T08:30 WITA", NULL, IKRAR_CORE_ERROR_SYNTAX },
  { " 2024-11-07", NULL, IKRAR_CORE_ERROR_SYNTAX },
};

static void
test_iso (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (iso_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      IkrarTime time = 0;

      g_assert_cmpint (ikrar_time_parse_iso (iso_cases[i].text, IKRAR_ZONE_WITA, &time, &error), ==,
                       iso_cases[i].iso != NULL);
      if (iso_cases[i].iso == NULL)
        {
          g_assert_error (error, IKRAR_CORE_ERROR, (int) iso_cases[i].code);
          continue;
        }
      iso = ikrar_time_format_iso (time, IKRAR_ZONE_WITA);
      g_assert_cmpstr (iso, ==, iso_cases[i].iso);
    }
}

static void
test_day_number (void)
{
  IkrarTime first = ikrar_time_join (IKRAR_ZONE_WIT, 2020, 1, 1, 0, 0);

  g_assert_cmpuint (ikrar_time_day_number (first, IKRAR_ZONE_WIT), ==, 0);
  g_assert_cmpuint (ikrar_time_day_number (first - 1, IKRAR_ZONE_WIT), ==, 0);
  g_assert_cmpuint (ikrar_time_day_number (0, IKRAR_ZONE_WIT), ==, 0);
  g_assert_cmpuint (
      ikrar_time_day_number (ikrar_time_join (IKRAR_ZONE_WIB, 2020, 1, 2, 0, 0), IKRAR_ZONE_WIB),
      ==, 1);
  g_assert_cmpuint (
      ikrar_time_day_number (ikrar_time_join (IKRAR_ZONE_WIB, 2024, 11, 7, 23, 59), IKRAR_ZONE_WIB),
      ==, 1772);
  g_assert_cmpuint (ikrar_time_day_number (G_MAXINT64, IKRAR_ZONE_WIB), ==, 65535);
}

/* The day is the zone's, not the world's. */
static void
test_today (void)
{
  IkrarTime evening = ikrar_time_join (IKRAR_ZONE_WIB, 2024, 12, 31, 22, 30);

  g_assert_cmpuint (ikrar_time_today (evening, IKRAR_ZONE_WIB), ==, 20241231);
  g_assert_cmpuint (ikrar_time_today (evening, IKRAR_ZONE_WITA), ==, 20241231);
  g_assert_cmpuint (ikrar_time_today (evening, IKRAR_ZONE_WIT), ==, 20250101);
}

static void
test_now (void)
{
  gint64 before = g_get_real_time () / 1000;
  IkrarTime now = ikrar_time_now ();

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
}

/* Every day of the years that matter, in order, there and back, and as weekdays. */
static void
test_every_day (void)
{
  IkrarTime time = ikrar_time_join (IKRAR_ZONE_WIB, 1899, 12, 31, 13, 45);
  IkrarMoment before, at;

  ikrar_time_split (time, IKRAR_ZONE_WIB, &before);
  for (int days = 0; days < 80000; days++, before = at)
    {
      g_autofree char *text = NULL;
      int year, month, day;

      time += 24 * 60 * 60 * 1000;
      ikrar_time_split (time, IKRAR_ZONE_WIB, &at);
      text = ikrar_time_format_day (time, IKRAR_ZONE_WIB);
      g_assert_cmpint (at.weekday, ==, before.weekday % 7 + 1);
      g_assert_true (at.day == before.day + 1 || at.day == 1);
      g_assert_cmpint (ikrar_time_join (IKRAR_ZONE_WIB, at.year, at.month, at.day, 13, 45), ==,
                       time);
      g_assert_true (ikrar_date_parse (text, &year, &month, &day));
      g_assert_cmpint (year * 10000 + month * 100 + day, ==,
                       at.year * 10000 + at.month * 100 + at.day);
    }
}

static void
test_random_times (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 20000; i++)
    {
      /* From 1653 to 2286, whole seconds. */
      IkrarTime time = (gint64) g_rand_double_range (rand, -1e10, 1e10) * 1000, again;
      g_autofree char *iso = ikrar_time_format_iso (time, IKRAR_ZONE_WIT);

      g_assert_true (ikrar_time_parse_iso (iso, IKRAR_ZONE_WIB, &again, NULL));
      g_assert_cmpint (time, ==, again);
    }
}

static void
test_random_text (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = i % 2 == 0 ? random_text (rand, 20) : random_bytes (rand, 20);
      int year, month, day;
      IkrarTime time = 0;

      if (ikrar_date_parse (text, &year, &month, &day))
        g_assert_true (g_date_valid_dmy (day, month, year));
      g_assert_cmpint (ikrar_time_parse_iso (text, IKRAR_ZONE_WIB, &time, NULL), ==, time != 0);
    }
}

/* Moments that no calendar has are seen at its ends. */
static void
test_extremes (void)
{
  IkrarMoment moment;

  ikrar_time_split (G_MININT64, IKRAR_ZONE_WIB, &moment);
  g_assert_cmpint (moment.year * 10000 + moment.month * 100 + moment.day, ==, 10101);
  ikrar_time_split (G_MAXINT64, IKRAR_ZONE_WIT, &moment);
  g_assert_cmpint (moment.year * 10000 + moment.month * 100 + moment.day, ==, 99991231);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse-date", test_parse_date);
  g_test_add_func ("/date/parse-months", test_parse_months);
  g_test_add_func ("/date/zones", test_zones);
  g_test_add_func ("/date/format-day", test_format_day);
  g_test_add_func ("/date/format-clock", test_format_clock);
  g_test_add_func ("/date/format-days", test_format_days);
  g_test_add_func ("/date/none", test_none);
  g_test_add_func ("/date/join", test_join);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/day-number", test_day_number);
  g_test_add_func ("/date/today", test_today);
  g_test_add_func ("/date/now", test_now);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/random-times", test_random_times);
  g_test_add_func ("/date/random-text", test_random_text);
  g_test_add_func ("/date/extremes", test_extremes);
  return g_test_run ();
}
