/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/pledge.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_COVERAGE_ROW (ikrar_coverage_row_get_type ())

/**
 * IkrarCoverageRow:
 *
 * How much of a unit has pledged.
 */
G_DECLARE_FINAL_TYPE (IkrarCoverageRow, ikrar_coverage_row, IKRAR, COVERAGE_ROW, GtkListBoxRow)

/**
 * ikrar_coverage_row_new:
 * @coverage: a unit
 *
 * Returns: a row
 */
GtkWidget *ikrar_coverage_row_new (const IkrarPledgeCoverage *coverage);

G_END_DECLS
