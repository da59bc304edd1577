/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "roster/import.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_NOTES (ikrar_import_notes_get_type ())

/**
 * IkrarImportNotes:
 *
 * What was guessed about a file, each with its reason and, where something can be done about it, a
 * button that leads there.
 *
 * Signals: `corrected`, with the clue's code and its column, %IKRAR_CLUE_NO_COLUMN for none.
 */
G_DECLARE_FINAL_TYPE (IkrarImportNotes, ikrar_import_notes, IKRAR, IMPORT_NOTES, GtkPopover)

/**
 * ikrar_import_notes_show:
 * @notes: notes
 * @result: what was found
 *
 * Shows its clues.
 */
void ikrar_import_notes_show (IkrarImportNotes *notes, const IkrarRosterResult *result);

G_END_DECLS
