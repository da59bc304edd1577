/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/reports/group-item.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_GROUP_TABLE (ikrar_group_table_get_type ())

/**
 * IkrarGroupTable:
 *
 * Counts by group as a table that can be sorted, with the total as its last row; as a list where
 * there is no room for a table.
 *
 * Properties: `folded`.
 */
G_DECLARE_FINAL_TYPE (IkrarGroupTable, ikrar_group_table, IKRAR, GROUP_TABLE, AdwBin)

/**
 * ikrar_group_table_show:
 * @table: a table
 * @tally: the counts
 * @measure: which of them
 */
void
ikrar_group_table_show (IkrarGroupTable *table, const IkrarGroupTally *tally, IkrarMeasure measure);

G_END_DECLS
