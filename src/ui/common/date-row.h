/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/entry-row.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DATE_ROW (ikrar_date_row_get_type ())

/**
 * IkrarDateRow:
 *
 * A field for a day: typed as `7 November 2026` or `7/11/2026`, or chosen from a calendar.
 */
G_DECLARE_FINAL_TYPE (IkrarDateRow, ikrar_date_row, IKRAR, DATE_ROW, IkrarEntryRow)

/**
 * ikrar_date_row_get:
 * @row: a field
 * @year: (out): year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * Returns: whether a day stands in it
 */
gboolean ikrar_date_row_get (IkrarDateRow *row, int *year, int *month, int *day);

/**
 * ikrar_date_row_set:
 * @row: a field
 * @year: year, 0 to empty the field
 * @month: 1 to 12
 * @day: 1 to 31
 */
void ikrar_date_row_set (IkrarDateRow *row, int year, int month, int day);

G_END_DECLS
