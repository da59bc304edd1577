/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "roster/layout.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_NOTE (ikrar_import_note_get_type ())

/**
 * IkrarImportNote:
 *
 * Something that was guessed about a file, and why, with a button to say otherwise.
 *
 * Signals: `corrected`, when the user wants to.
 */
G_DECLARE_FINAL_TYPE (IkrarImportNote, ikrar_import_note, IKRAR, IMPORT_NOTE, GtkBox)

/**
 * ikrar_import_note_new:
 * @clue: a clue
 * @sheet: name of its sheet, "" where that is clear
 * @verb: (nullable): what the button says, `NULL` for none
 *
 * Returns: a note
 */
GtkWidget *ikrar_import_note_new (const IkrarClue *clue, const char *sheet, const char *verb);

G_END_DECLS
