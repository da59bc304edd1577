/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

#include "ui/roster/import-source.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_WINDOW (ikrar_import_window_get_type ())

/**
 * IkrarImportWindow:
 *
 * Takes the roster of an event from a spreadsheet: a file is chosen or dropped, or cells are
 * pasted; every row is shown with its verdict and can be corrected in place, and those that are
 * ready are imported at once, to be undone at once.
 *
 * Actions: `import.choose-file`, `import.paste`, `import.import`, `import.save-refused`,
 * `import.undo`, `import.search`, `import.check`, `import.save-mapping`, `import.load-mapping`,
 * `import.forget-mapping`, and about the row that is selected `import.edit`,
 * `import.skip-row`, `import.undo-fix`, `import.redo-fix`.
 */
G_DECLARE_FINAL_TYPE (IkrarImportWindow, ikrar_import_window, IKRAR, IMPORT_WINDOW, AdwWindow)

/**
 * ikrar_import_window_present:
 * @parent: the window it belongs to
 * @context: the database
 * @event: the event whose roster grows
 * @source: (nullable): what is read at once; `NULL` lets somebody choose
 *
 * Shows the window. The views of @parent learn of an import through the context.
 */
void ikrar_import_window_present (GtkWindow *parent,
                                  IkrarContext *context,
                                  IkrarId event,
                                  IkrarImportSource *source);

G_END_DECLS
