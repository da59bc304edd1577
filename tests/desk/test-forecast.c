/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "desk/forecast.h"

#include "store/fixture.h"

#define NOW FIXTURE_NOW
#define MINUTE (60 * G_GINT64_CONSTANT (1000))
#define ROUNDS 20000

static void
test_cases (void)
{
  static const struct
  {
    guint missing;
    guint people;
    guint desks;
    gint64 ago; /* minutes since the first of them */
    guint minutes;
    guint more;
  } cases[] = {
    { 420, 150, 3, 5, 14, 11 }, /* 30 a minute, then 40 */
    { 280, 100, 1, 5, 14, 7 },  /* a second desk halves it */
    { 0, 50, 2, 5, 0, 0 },      { 1, 5, 1, 0, 1, 1 }, { 50, 10, 1, 0, 5, 3 },
    { 50, 10, 1, 9, 25, 13 }, /* longer ago than the window counts as the window */
    { 50, 10, 1, -3, 5, 3 },  /* the clock of another desk is ahead */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const IkrarAttendancePace pace = { cases[i].people, cases[i].desks,
                                         NOW - cases[i].ago * MINUTE };
      IkrarForecast forecast;

      ikrar_forecast_make (cases[i].missing, &pace, NOW, &forecast);
      g_assert_true (forecast.known);
      g_assert_cmpuint (forecast.desks, ==, cases[i].desks);
      g_assert_cmpuint (forecast.minutes, ==, cases[i].minutes);
      g_assert_cmpuint (forecast.minutes_more, ==, cases[i].more);
    }
}

static void
test_nobody (void)
{
  const IkrarAttendancePace pace = { 0 };
  IkrarForecast forecast;

  ikrar_forecast_make (300, &pace, NOW, &forecast);
  g_assert_false (forecast.known);
  g_assert_cmpfloat (forecast.per_minute, ==, 0);
  g_assert_cmpuint (forecast.minutes, ==, 0);
}

static void
test_few (void)
{
  for (guint people = 1; people < 10; people++)
    {
      const IkrarAttendancePace pace = { people, 1, NOW };
      IkrarForecast forecast;

      ikrar_forecast_make (300, &pace, NOW, &forecast);
      g_assert_cmpint (forecast.known, ==, people >= IKRAR_FORECAST_PEOPLE_MIN);
      g_assert_cmpfloat (forecast.per_minute, ==, people);
    }
}

/* Whatever the numbers are: the minutes suffice, one fewer does not, and help never harms. */
static void
test_properties (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      const IkrarAttendancePace pace = { (guint) g_test_rand_int_range (1, 5000),
                                         (guint) g_test_rand_int_range (1, 60),
                                         NOW - g_test_rand_int_range (-1000, 700000) };
      guint missing = (guint) g_test_rand_int_range (0, 200000);
      IkrarAttendancePace faster = pace;
      IkrarForecast forecast, other, fewer;

      ikrar_forecast_make (missing, &pace, NOW, &forecast);
      g_assert_cmpfloat (forecast.per_minute, >, 0);
      g_assert_cmpfloat (forecast.minutes * forecast.per_minute, >=, missing - 1e-6);
      if (forecast.minutes > 0)
        g_assert_cmpfloat ((forecast.minutes - 1) * forecast.per_minute, <, missing + 1e-6);
      g_assert_cmpuint (forecast.minutes_more, <=, forecast.minutes);
      g_assert_cmpuint (forecast.minutes, <=, forecast.minutes_more * 2);
      faster.people++;
      ikrar_forecast_make (missing, &faster, NOW, &other);
      g_assert_cmpuint (other.minutes, <=, forecast.minutes);
      ikrar_forecast_make (missing / 2, &pace, NOW, &fewer);
      g_assert_cmpuint (fewer.minutes, <=, forecast.minutes);
    }
}

static void
test_extremes (void)
{
  const IkrarAttendancePace slow = { 1, G_MAXUINT, 0 };
  const IkrarAttendancePace quick = { G_MAXUINT, 1, NOW };
  IkrarForecast forecast;

  ikrar_forecast_make (G_MAXUINT, &slow, NOW, &forecast);
  g_assert_cmpuint (forecast.minutes, ==, G_MAXUINT);
  g_assert_cmpuint (forecast.minutes_more, ==, G_MAXUINT);
  ikrar_forecast_make (G_MAXUINT, &quick, NOW, &forecast);
  g_assert_cmpuint (forecast.minutes, ==, 1);
}

static void
expect_pace (Fixture *fixture, IkrarTime since, guint people, guint desks, IkrarTime first)
{
  g_autoptr (GError) error = NULL;
  IkrarAttendancePace pace;
  IkrarId session = fixture_count (fixture, "SELECT id FROM event_session");

  ikrar_attendance_pace (fixture->store, session, since, &pace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pace.people, ==, people);
  g_assert_cmpuint (pace.desks, ==, desks);
  g_assert_cmpint (pace.first_at, ==, first);
}

/* What is counted: whoever was let in at a door since then, and nobody whose state a hand set. */
static void
test_pace (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, 12, FALSE);
  g_autoptr (GError) error = NULL;
  const IkrarId *ids = (const IkrarId *) (gconstpointer) people->data;

  expect_pace (fixture, FIXTURE_NOW, 0, 0, 0);
  for (guint i = 0; i < 9; i++)
    {
      ikrar_store_set_actor (fixture->store, "penguji", i % 3 == 0 ? "Meja A" : "Meja B");
      fixture->now += MINUTE;
      fixture_check_in (fixture, ids[i]);
    }
  ikrar_attendance_set (fixture->store, &ids[9], 3, 0, IKRAR_ATTENDANCE_PRESENT, NULL, &error);
  g_assert_no_error (error);
  fixture_check_in (fixture, ids[0]);
  expect_pace (fixture, FIXTURE_NOW, 9, 2, FIXTURE_NOW + MINUTE);
  expect_pace (fixture, FIXTURE_NOW + 8 * MINUTE, 2, 1, FIXTURE_NOW + 8 * MINUTE);
  expect_pace (fixture, FIXTURE_NOW + 10 * MINUTE, 0, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/cases", test_cases);
  g_test_add_func ("/forecast/nobody", test_nobody);
  g_test_add_func ("/forecast/few", test_few);
  g_test_add_func ("/forecast/properties", test_properties);
  g_test_add_func ("/forecast/extremes", test_extremes);
  fixture_test ("/forecast/pace", test_pace);
  return g_test_run ();
}
