/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>
#include <time.h>

/* By the clock, in microseconds, and by what all threads of this process worked. */
typedef struct
{
  gint64 time;
  clock_t work;
} Stopwatch;

static inline Stopwatch
stopwatch_start (void)
{
  return (Stopwatch){ g_get_monotonic_time (), clock () };
}

/* Prints both in seconds, for bench/measure.py. */
static inline void
stopwatch_print (const Stopwatch *start)
{
  g_print ("took %.6f %.6f\n", (double) (g_get_monotonic_time () - start->time) / G_USEC_PER_SEC,
           (double) (clock () - start->work) / CLOCKS_PER_SEC);
}
