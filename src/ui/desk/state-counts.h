/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "core/attendance.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_STATE_COUNTS (ikrar_state_counts_get_type ())

/**
 * IkrarStateCounts:
 *
 * The states of those invited, each with its number, the rate with the base it is of, and a bar.
 */
G_DECLARE_FINAL_TYPE (IkrarStateCounts, ikrar_state_counts, IKRAR, STATE_COUNTS, AdwBin)

/**
 * ikrar_state_counts_set:
 * @counts: counts
 * @count: states of those invited
 */
void ikrar_state_counts_set (IkrarStateCounts *counts, const IkrarAttendanceCount *count);

/**
 * ikrar_state_counts_set_desks:
 * @counts: a card
 * @desks: (element-type IkrarDeskCount): who is present, by desk
 */
void ikrar_state_counts_set_desks (IkrarStateCounts *counts, GPtrArray *desks);

G_END_DECLS
