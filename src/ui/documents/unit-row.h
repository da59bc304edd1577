/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UNIT_ROW (ikrar_unit_row_get_type ())

/**
 * IkrarUnitRow:
 *
 * A row to choose one unit, or all of them. There may be hundreds: they can be searched.
 *
 * Emits `chosen` when the user chose another one.
 */
G_DECLARE_FINAL_TYPE (IkrarUnitRow, ikrar_unit_row, IKRAR, UNIT_ROW, AdwActionRow)

/**
 * ikrar_unit_row_set_units:
 * @row: a row
 * @units: (element-type IkrarUnit): the units; if the one that is chosen is not among them, all are
 */
void ikrar_unit_row_set_units (IkrarUnitRow *row, GPtrArray *units);

/**
 * ikrar_unit_row_get_unit:
 * @row: a row
 *
 * Returns: the unit that is chosen, 0 for all
 */
IkrarId ikrar_unit_row_get_unit (IkrarUnitRow *row);

/**
 * ikrar_unit_row_set_unit:
 * @row: a row
 * @unit: one of the units, 0 for all
 */
void ikrar_unit_row_set_unit (IkrarUnitRow *row, IkrarId unit);

G_END_DECLS
