/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/presence.h"

#include <string.h>

#define MINUTE ((IkrarTime) 60 * 1000)
#define START (1000 * MINUTE)
#define LENGTH 120
#define PASSAGES_MAX 12

static void
test_late (void)
{
  static const struct
  {
    IkrarTime start;
    int late_after;
    IkrarTime at;
    gboolean late;
  } cases[] = {
    { START, 15, START - MINUTE, FALSE },
    { START, 15, START + 15 * MINUTE, FALSE },
    { START, 15, START + 15 * MINUTE + 1, TRUE },
    { START, 0, START, FALSE },
    { START, 0, START + 1, TRUE },
    { START, IKRAR_LATE_NEVER, START + 500 * MINUTE, FALSE },
    { 0, 15, START, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ikrar_presence_is_late (cases[i].start, cases[i].late_after, cases[i].at), ==,
                     cases[i].late);
}

static void
test_share (void)
{
  static const struct
  {
    guint minutes;
    guint of;
    int share;
    gboolean reaches;
  } cases[] = {
    { 96, 120, 80, TRUE }, { 95, 120, 80, FALSE },          { 0, 120, 0, TRUE },
    { 0, 0, 80, TRUE },    { 120, 120, 100, TRUE },         { 119, 120, 100, FALSE },
    { 1, 120, 1, FALSE },  { 4000000, 4000000, 100, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ikrar_presence_reaches (cases[i].minutes, cases[i].of, cases[i].share), ==,
                     cases[i].reaches);
}

static void
test_minutes (void)
{
  static const struct
  {
    int arrived;
    int passages[4]; /* minutes; below zero: out */
    guint minutes;
    gboolean inside;
  } cases[] = {
    { -10, { 0 }, 120, TRUE },
    { 30, { 0 }, 90, TRUE },
    { -10, { -60 }, 60, FALSE },
    { -10, { -60, 90 }, 90, TRUE },
    { -10, { -60, -70, 80, 90 }, 100, TRUE },
    { 30, { -10 }, 90, TRUE },
    { 30, { 10 }, 110, TRUE },
    { 150, { 0 }, 0, TRUE },
    { 10, { -300 }, 110, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarPassage passages[4];
      guint n = 0;

      for (; n < 4 && cases[i].passages[n] != 0; n++)
        passages[n] = (IkrarPassage){
          .way = cases[i].passages[n] < 0 ? IKRAR_WAY_OUT : IKRAR_WAY_IN,
          .at = START + ABS (cases[i].passages[n]) * MINUTE,
          .id = n,
        };
      g_assert_cmpuint (ikrar_presence_minutes (START, START + LENGTH * MINUTE,
                                                START + cases[i].arrived * MINUTE, passages, n),
                        ==, cases[i].minutes);
      g_assert_cmpint (ikrar_presence_is_inside (START + cases[i].arrived * MINUTE, passages, n),
                       ==, cases[i].inside);
    }
  g_assert_cmpuint (ikrar_presence_minutes (START, START + MINUTE, 0, NULL, 0), ==, 0);
  g_assert_cmpuint (ikrar_presence_minutes (START, START, START, NULL, 0), ==, 0);
  g_assert_false (ikrar_presence_is_inside (0, NULL, 0));
}

/* Minute by minute: who is inside at its beginning, after all that happened until then. */
static guint
model (IkrarTime arrived, const IkrarPassage *passages, guint n)
{
  guint minutes = 0;

  for (guint minute = 0; minute < LENGTH; minute++)
    {
      IkrarTime at = START + minute * MINUTE;
      IkrarTime last = -1;
      IkrarId last_id = -1;
      gboolean inside = FALSE;

      if (arrived <= at)
        {
          last = arrived;
          inside = TRUE;
        }
      for (guint i = 0; i < n; i++)
        if (passages[i].at <= at &&
            (passages[i].at > last || (passages[i].at == last && passages[i].id > last_id)))
          {
            last = passages[i].at;
            last_id = passages[i].id;
            inside = passages[i].way == IKRAR_WAY_IN;
          }
      minutes += inside;
    }
  return minutes;
}

/* Whole minutes, so that the model is exact; the order of the passages is any. */
static void
test_model (void)
{
  const guint32 seed = 20261122;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 5000; round++)
    {
      IkrarPassage passages[PASSAGES_MAX], shuffled[PASSAGES_MAX];
      guint n = (guint) g_rand_int_range (rand, 0, PASSAGES_MAX + 1);
      IkrarTime arrived = START + g_rand_int_range (rand, -30, LENGTH + 30) * MINUTE;
      guint expected;

      for (guint i = 0; i < n; i++)
        passages[i] = (IkrarPassage){
          .way = g_rand_boolean (rand) ? IKRAR_WAY_IN : IKRAR_WAY_OUT,
          .at = START + g_rand_int_range (rand, -30, LENGTH + 30) * MINUTE,
          .id = i,
        };
      expected = model (arrived, passages, n);
      memcpy (shuffled, passages, sizeof shuffled);
      for (guint i = n; i > 1; i--)
        {
          guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
          IkrarPassage other = shuffled[i - 1];

          shuffled[i - 1] = shuffled[j];
          shuffled[j] = other;
        }
      g_assert_cmpuint (
          ikrar_presence_minutes (START, START + LENGTH * MINUTE, arrived, shuffled, n), ==,
          expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/presence/late", test_late);
  g_test_add_func ("/core/presence/share", test_share);
  g_test_add_func ("/core/presence/minutes", test_minutes);
  g_test_add_func ("/core/presence/model", test_model);
  return g_test_run ();
}
