/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/entry-row.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_CLOCK_ROW (ikrar_clock_row_get_type ())

/**
 * IkrarClockRow:
 *
 * A field for a time of day: `08.30`, `8:30`, `0830` or `8`.
 */
G_DECLARE_FINAL_TYPE (IkrarClockRow, ikrar_clock_row, IKRAR, CLOCK_ROW, IkrarEntryRow)

/**
 * ikrar_clock_row_get:
 * @row: a field
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * Returns: whether a time stands in it
 */
gboolean ikrar_clock_row_get (IkrarClockRow *row, int *hour, int *minute);

/**
 * ikrar_clock_row_set:
 * @row: a field
 * @hour: 0 to 23, -1 to empty the field
 * @minute: 0 to 59
 */
void ikrar_clock_row_set (IkrarClockRow *row, int hour, int minute);

G_END_DECLS
