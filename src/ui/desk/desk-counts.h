/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "core/attendance.h"
#include "desk/forecast.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DESK_COUNTS (ikrar_desk_counts_get_type ())

/**
 * IkrarDeskCounts:
 *
 * How many came to the session of a desk, of how many invited.
 */
G_DECLARE_FINAL_TYPE (IkrarDeskCounts, ikrar_desk_counts, IKRAR, DESK_COUNTS, AdwBin)

/**
 * ikrar_desk_counts_set:
 * @counts: counts
 * @count: states of those invited
 */
void ikrar_desk_counts_set (IkrarDeskCounts *counts, const IkrarAttendanceCount *count);

/**
 * ikrar_desk_counts_set_forecast:
 * @counts: the counts
 * @forecast: when the queue will be gone
 */
void ikrar_desk_counts_set_forecast (IkrarDeskCounts *counts, const IkrarForecast *forecast);

G_END_DECLS
