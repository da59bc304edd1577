/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-columns.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_REPAIR (ikrar_import_repair_get_type ())

/**
 * IkrarImportRepair:
 *
 * What can be done about a row of a roster: an entry for the cell that the user points at, what
 * there is to choose from for it, whether that holds for all rows that say the same, and whether
 * the row is left out. The latter goes through the action `import.skip-row`.
 *
 * Signals: `applied`, with the text and whether it is meant for all rows that say the same.
 */
G_DECLARE_FINAL_TYPE (IkrarImportRepair, ikrar_import_repair, IKRAR, IMPORT_REPAIR, GtkBox)

/**
 * ikrar_import_repair_show:
 * @repair: a repair
 * @shown: what is shown
 * @line: which line
 * @index: index of the header's column that the user points at
 *
 * What somebody is just writing stays as long as line and cell are the same.
 */
void ikrar_import_repair_show (IkrarImportRepair *repair,
                               const IkrarImportShown *shown,
                               guint line,
                               guint index);

/**
 * ikrar_import_repair_set_units:
 * @repair: a repair
 * @units: (element-type IkrarUnit): the units that are known
 */
void ikrar_import_repair_set_units (IkrarImportRepair *repair, GPtrArray *units);

/**
 * ikrar_import_repair_set_candidates:
 * @repair: a repair
 * @candidates: (element-type IkrarCandidate): who may be meant by the row that is shown
 */
void ikrar_import_repair_set_candidates (IkrarImportRepair *repair, GPtrArray *candidates);

/**
 * ikrar_import_repair_get_field:
 * @repair: a repair
 *
 * Returns: what the text is that can be corrected
 */
IkrarRosterField ikrar_import_repair_get_field (IkrarImportRepair *repair);

/**
 * ikrar_import_repair_get_written:
 * @repair: a repair
 *
 * Returns: (transfer none) (nullable): the text before the correction
 */
const char *ikrar_import_repair_get_written (IkrarImportRepair *repair);

G_END_DECLS
