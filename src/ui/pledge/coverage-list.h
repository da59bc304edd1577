/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/pledge.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_COVERAGE_LIST (ikrar_coverage_list_get_type ())

/**
 * IkrarCoverageList:
 *
 * How much of each unit has pledged: a bar of those who signed and those who recited, the rate, and
 * the number of people it is of.
 */
G_DECLARE_FINAL_TYPE (IkrarCoverageList, ikrar_coverage_list, IKRAR, COVERAGE_LIST, AdwBin)

/**
 * ikrar_coverage_list_fill:
 * @list: a list
 * @coverage: (element-type IkrarPledgeCoverage): by unit, the largest first
 *
 * Shows these instead of those before.
 */
void ikrar_coverage_list_fill (IkrarCoverageList *list, GPtrArray *coverage);

G_END_DECLS
