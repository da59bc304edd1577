/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/attendance.h"

G_BEGIN_DECLS

/**
 * IKRAR_FORECAST_WINDOW_MS:
 *
 * The last minutes, by which a forecast goes.
 */
#define IKRAR_FORECAST_WINDOW_MS (5 * 60 * G_GINT64_CONSTANT (1000))

/**
 * IKRAR_FORECAST_PEOPLE_MIN:
 *
 * Fewer people are no pace to go by.
 */
#define IKRAR_FORECAST_PEOPLE_MIN 5

/**
 * IkrarForecast:
 * @per_minute: how many people a minute come in, 0 if nobody did lately
 * @desks: how many desks let them in
 * @minutes: in how many minutes those who are missing are in, 0 if nobody is missing
 * @minutes_more: the same with one more desk
 * @known: whether enough people came in lately for the minutes to mean something
 *
 * When a queue will be gone.
 */
typedef struct
{
  double per_minute;
  guint desks;
  guint minutes;
  guint minutes_more;
  gboolean known;
} IkrarForecast;

/**
 * ikrar_forecast_make:
 * @missing: how many are invited and not in yet
 * @pace: what the door did within %IKRAR_FORECAST_WINDOW_MS before @now
 * @now: the present moment
 * @forecast: (out): the forecast
 *
 * Each desk is taken to let in as many as it did, and everybody who is missing to come. Minutes are
 * rounded up. Any thread.
 */
void ikrar_forecast_make (guint missing,
                          const IkrarAttendancePace *pace,
                          IkrarTime now,
                          IkrarForecast *forecast);

G_END_DECLS
