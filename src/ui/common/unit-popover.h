/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UNIT_POPOVER (ikrar_unit_popover_get_type ())

/**
 * IkrarUnitPopover:
 *
 * Units to choose from, searched by any part of their name.
 *
 * Properties: `offers-all`, whether all units together can be chosen. Emits `chosen` with a unit,
 * 0 for all, and its name.
 */
G_DECLARE_FINAL_TYPE (IkrarUnitPopover, ikrar_unit_popover, IKRAR, UNIT_POPOVER, GtkPopover)

/**
 * ikrar_unit_popover_set_units:
 * @popover: a popover
 * @units: (element-type IkrarUnit): the units
 */
void ikrar_unit_popover_set_units (IkrarUnitPopover *popover, GPtrArray *units);

/**
 * ikrar_unit_popover_get_name:
 * @popover: a popover
 * @unit: a unit, 0 for all
 *
 * Returns: (transfer none) (nullable): its name, `NULL` if it is not among them
 */
const char *ikrar_unit_popover_get_name (IkrarUnitPopover *popover, IkrarId unit);

G_END_DECLS
