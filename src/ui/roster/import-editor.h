/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_EDITOR (ikrar_import_editor_get_type ())

/**
 * IkrarImportEditor:
 *
 * An entry over a cell of a roster, to write into it.
 *
 * Signals: `applied`, with the text, when the user presses Enter and it is another one.
 */
G_DECLARE_FINAL_TYPE (IkrarImportEditor, ikrar_import_editor, IKRAR, IMPORT_EDITOR, GtkPopover)

/**
 * ikrar_import_editor_new:
 * @parent: the widget whose cells are edited; it unparents the editor when it goes
 *
 * Returns: (transfer none): an editor
 */
IkrarImportEditor *ikrar_import_editor_new (GtkWidget *parent);

/**
 * ikrar_import_editor_edit:
 * @editor: an editor
 * @cell: (nullable): the cell, `NULL` if it is not on the screen
 * @title: which cell it is
 * @text: what it says
 *
 * Opens over @cell.
 */
void ikrar_import_editor_edit (IkrarImportEditor *editor,
                               GtkWidget *cell,
                               const char *title,
                               const char *text);

G_END_DECLS
