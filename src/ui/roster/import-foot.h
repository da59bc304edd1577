/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "roster/import.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_FOOT (ikrar_import_foot_get_type ())

/**
 * IkrarImportFoot:
 *
 * Says below the rows what an import would do, or what is wrong with the row that is selected.
 * Offers to save what is refused through the action `import.save-refused`.
 */
G_DECLARE_FINAL_TYPE (IkrarImportFoot, ikrar_import_foot, IKRAR, IMPORT_FOOT, GtkBox)

/**
 * ikrar_import_foot_show:
 * @foot: a foot
 * @result: what was found, with lines
 * @line: the line that is selected, -1 if none is
 */
void ikrar_import_foot_show (IkrarImportFoot *foot, const IkrarRosterResult *result, int line);

G_END_DECLS
