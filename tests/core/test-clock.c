/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/clock.h"

static const struct
{
  const char *text;
  const char *time; /* NULL if it is none */
} cases[] = {
  { "08.30", "08.30" },
  { "8.30", "08.30" },
  { "8:30", "08.30" },
  { "08:30", "08.30" },
  { "0830", "08.30" },
  { "830", "08.30" },
  { "8", "08.00" },
  { "08", "08.00" },
  { "8 30", "08.30" },
  { " 23.59 ", "23.59" },
  { "0", "00.00" },
  { "00.00", "00.00" },
  { "pukul 08.30 WITA", "08.30" },
  { "Pkl. 13.00 WIB", "13.00" },
  { "jam 7", "07.00" },
  { "", NULL },
  { NULL, NULL },
  { "selesai", NULL },
  { "24.00", NULL },
  { "08.60", NULL },
  { "8.3", NULL },
  { "08.30.15", NULL },
  { "0830.15", NULL },
  { "08.30 s.d. 12.00", NULL },
  { "12345", NULL },
  { "7 November", NULL },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int hour = 0, minute = 0;
      gboolean ok = ikrar_clock_parse (cases[i].text, &hour, &minute);
      g_autofree char *time = ok ? ikrar_clock_format (hour, minute) : NULL;

      g_assert_cmpstr (time, ==, cases[i].time);
    }
}

static void
test_every_minute_comes_back (void)
{
  for (int i = 0; i < 24 * 60; i++)
    {
      g_autofree char *text = ikrar_clock_format (i / 60, i % 60);
      int hour = 0, minute = 0;

      g_assert_true (ikrar_clock_parse (text, &hour, &minute));
      g_assert_cmpint (hour * 60 + minute, ==, i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/clock/parse", test_parse);
  g_test_add_func ("/core/clock/every-minute-comes-back", test_every_minute_comes_back);
  return g_test_run ();
}
