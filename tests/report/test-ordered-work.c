/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/ordered-work-private.h"

#define ITEMS 5000

static int n_alive;

static gpointer
on_work (guint index, gpointer user_data)
{
  guint *result = g_new (guint, 1);

  /* Some items take longer, so that threads finish out of order. */
  for (volatile guint i = 0; i < index % 7 * 500; i++)
    ;
  *result = index * 3;
  g_atomic_int_inc (&n_alive);
  return result;
}

static void
on_free (gpointer result)
{
  g_atomic_int_dec_and_test (&n_alive);
  g_free (result);
}

static void
test_order (void)
{
  IkrarOrderedWork *work = ikrar_ordered_work_new (ITEMS, on_work, NULL, on_free);

  for (guint i = 0; i < ITEMS; i++)
    {
      guint *result = ikrar_ordered_work_take (work, i);

      g_assert_cmpuint (*result, ==, i * 3);
      on_free (result);
    }
  ikrar_ordered_work_free (work);
  g_assert_cmpint (g_atomic_int_get (&n_alive), ==, 0);
}

/* A job that is cancelled takes only some; nothing is left behind. */
static void
test_stopped (void)
{
  for (guint n = 0; n < 200; n += 40)
    {
      IkrarOrderedWork *work = ikrar_ordered_work_new (ITEMS, on_work, NULL, on_free);

      for (guint i = 0; i < n; i++)
        on_free (ikrar_ordered_work_take (work, i));
      ikrar_ordered_work_free (work);
      g_assert_cmpint (g_atomic_int_get (&n_alive), ==, 0);
    }
}

static void
test_nothing (void)
{
  ikrar_ordered_work_free (ikrar_ordered_work_new (0, on_work, NULL, on_free));
  ikrar_ordered_work_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/ordered-work/order", test_order);
  g_test_add_func ("/report/ordered-work/stopped", test_stopped);
  g_test_add_func ("/report/ordered-work/nothing", test_nothing);
  return g_test_run ();
}
