/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-repair.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_FOOT (ikrar_import_foot_get_type ())

/**
 * IkrarImportFoot:
 *
 * Says below the rows what an import would do, or what is wrong with the row that is selected, and
 * there what can be done about it. Offers to save what is refused through the action
 * `import.save-refused`, and to check what was not checked through `import.check`.
 *
 * Signals: `applied`, see [class@ImportRepair].
 */
G_DECLARE_FINAL_TYPE (IkrarImportFoot, ikrar_import_foot, IKRAR, IMPORT_FOOT, GtkBox)

/**
 * IkrarImportChecked:
 * @IKRAR_IMPORT_CHECKED: all rows are judged as they stand now
 * @IKRAR_IMPORT_CHECKING: they will be in a moment
 * @IKRAR_IMPORT_UNCHECKED: somebody stopped that
 *
 * How far what is shown can be relied on.
 */
typedef enum
{
  IKRAR_IMPORT_CHECKED,
  IKRAR_IMPORT_CHECKING,
  IKRAR_IMPORT_UNCHECKED,
} IkrarImportChecked;

/**
 * ikrar_import_foot_show:
 * @foot: a foot
 * @shown: what is shown
 * @checked: how far that can be relied on
 * @line: the line that is selected, -1 if none is
 * @column: index of the header's column that the user points at, -1 if there is none
 */
void ikrar_import_foot_show (IkrarImportFoot *foot,
                             const IkrarImportShown *shown,
                             IkrarImportChecked checked,
                             int line,
                             int column);

/**
 * ikrar_import_foot_get_repair:
 * @foot: a foot
 *
 * Returns: (transfer none): what can be done about the row that is selected
 */
IkrarImportRepair *ikrar_import_foot_get_repair (IkrarImportFoot *foot);

G_END_DECLS
