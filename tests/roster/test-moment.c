/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Moments as other programs write them. */

#include "roster/moment-private.h"

#define SEED 20241107
#define ROUNDS 2000

/* 7 November 2024, 08.30 WITA. */
static IkrarTime
day (void)
{
  return ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 8, 30);
}

static const struct
{
  const char *text;
  gboolean month_first;
  const char *iso; /* "" for none */
} cases[] = {
  { "2024/11/07 8:05:12 AM GMT+8", FALSE, "2024-11-07T08:05:12+08:00" },
  { "2024/11/07 7:05:12 AM GMT+7", FALSE, "2024-11-07T08:05:12+08:00" },
  { "2024/11/07 12:05:00 AM GMT+8", FALSE, "2024-11-07T00:05:00+08:00" },
  { "2024/11/07 12:05:00 PM GMT+8", FALSE, "2024-11-07T12:05:00+08:00" },
  { "07/11/2024 8:05:12", FALSE, "2024-11-07T08:05:12+08:00" },
  { "07/11/2024 08.05.12", FALSE, "2024-11-07T08:05:12+08:00" },
  { "07.11.2024 08.05", FALSE, "2024-11-07T08:05:00+08:00" },
  { "7-11-24 08:05", FALSE, "2024-11-07T08:05:00+08:00" },
  { "11/07/2024 08:05:00 AM", TRUE, "2024-11-07T08:05:00+08:00" },
  { "11/07/2024 08:05:00 PM", TRUE, "2024-11-07T20:05:00+08:00" },
  { "11/07/2024 13:05:00 PM", TRUE, "2024-11-07T13:05:00+08:00" },
  { "2024-11-07 08:05:12", FALSE, "2024-11-07T08:05:12+08:00" },
  { "2024-11-07T08:05:12", FALSE, "2024-11-07T08:05:12+08:00" },
  { "2024-11-07T00:05:12+00:00", FALSE, "2024-11-07T08:05:12+08:00" },
  { "08:05", FALSE, "2024-11-07T08:05:00+08:00" },
  { "08.05.30", FALSE, "2024-11-07T08:05:30+08:00" },
  { "07.45 WITA", FALSE, "2024-11-07T07:45:00+08:00" },
  { "31/02/2024 08:05", FALSE, "" },
  { "11/13/2024 08:05", FALSE, "" },
  { "11/13/2024 08:05", TRUE, "2024-11-13T08:05:00+08:00" },
  { "2024-11-07", FALSE, "" },
  { "07/11/2024", FALSE, "" },
  { "25:05", FALSE, "" },
  { "-", FALSE, "" },
  { "", FALSE, "" },
  { "Ya", FALSE, "" },
  { "198804202010011001", FALSE, "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarTime time =
          _ikrar_moment_parse (cases[i].text, IKRAR_ZONE_WITA, day (), cases[i].month_first);
      g_autofree char *iso = ikrar_time_format_iso (time, IKRAR_ZONE_WITA);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* Whatever moment is written the way of a form or a meeting is read again as that. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  g_test_message ("seed %u", (guint) SEED);
  for (guint i = 0; i < ROUNDS; i++)
    {
      int month = g_rand_int_range (random, 1, 13), date = g_rand_int_range (random, 1, 29);
      int hour = g_rand_int_range (random, 0, 24), minute = g_rand_int_range (random, 0, 60);
      int twelve = hour % 12 == 0 ? 12 : hour % 12;
      IkrarTime time = ikrar_time_join (IKRAR_ZONE_WIB, 2024, month, date, hour, minute);
      g_autofree char *form = g_strdup_printf ("2024/%02d/%02d %d:%02d:00 %s GMT+7", month, date,
                                               twelve, minute, hour < 12 ? "AM" : "PM");
      g_autofree char *sheet =
          g_strdup_printf ("%02d/%02d/2024 %d.%02d.00", date, month, hour, minute);
      g_autofree char *meeting = g_strdup_printf ("%02d/%02d/2024 %02d:%02d:00 %s", month, date,
                                                  twelve, minute, hour < 12 ? "AM" : "PM");

      g_assert_cmpint (_ikrar_moment_parse (form, IKRAR_ZONE_WIB, day (), FALSE), ==, time);
      g_assert_cmpint (_ikrar_moment_parse (sheet, IKRAR_ZONE_WIB, day (), FALSE), ==, time);
      g_assert_cmpint (_ikrar_moment_parse (meeting, IKRAR_ZONE_WIB, day (), TRUE), ==, time);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/cases", test_cases);
  g_test_add_func ("/moment/round-trip", test_round_trip);
  return g_test_run ();
}
