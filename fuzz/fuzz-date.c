/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Dates as people write them, and moments as programs do. */

#include <glib.h>
#include <stdint.h>

#include "core/date.h"

/* In a second, which is as exact as moments are written. */
#define MILLISECONDS 1000

static void
assert_date (const char *text)
{
  int year, month, day;

  if (!ikrar_date_parse (text, &year, &month, &day))
    return;
  g_assert_true (g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year));
}

static void
assert_moment (const char *text, IkrarZone zone)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;
  IkrarTime time, again;

  if (!ikrar_time_parse_iso (text, zone, &time, &error))
    {
      g_assert_nonnull (error);
      return;
    }
  shown = ikrar_time_format_iso (time, zone);
  words = ikrar_time_format_date (time, zone);
  g_assert_nonnull (words);
  g_assert_true (ikrar_time_parse_iso (shown, zone, &again, &error));
  g_assert_cmpint (again / MILLISECONDS, ==, time / MILLISECONDS);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);

  assert_date (text);
  assert_moment (text, IKRAR_ZONE_WIB);
  assert_moment (text, IKRAR_ZONE_WIT);
  return 0;
}
