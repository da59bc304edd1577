/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/forecast.h"

#include <math.h>

#define MINUTE_MS (60 * G_GINT64_CONSTANT (1000))

/* At the beginning one person is no pace; clocks of desks may differ, too. */
static gint64
elapsed (const IkrarAttendancePace *pace, IkrarTime now)
{
  return CLAMP (now - pace->first_at, MINUTE_MS, IKRAR_FORECAST_WINDOW_MS);
}

static guint
minutes_at (guint missing, double per_minute)
{
  double minutes = ceil (missing / per_minute);

  return minutes < G_MAXUINT ? (guint) minutes : G_MAXUINT;
}

void
ikrar_forecast_make (guint missing,
                     const IkrarAttendancePace *pace,
                     IkrarTime now,
                     IkrarForecast *forecast)
{
  *forecast = (IkrarForecast){ .desks = pace->desks };
  if (pace->people == 0 || pace->desks == 0)
    return;
  forecast->known = pace->people >= IKRAR_FORECAST_PEOPLE_MIN;
  forecast->per_minute = pace->people * (double) MINUTE_MS / (double) elapsed (pace, now);
  forecast->minutes = minutes_at (missing, forecast->per_minute);
  forecast->minutes_more =
      minutes_at (missing, forecast->per_minute * (pace->desks + 1.0) / pace->desks);
}
