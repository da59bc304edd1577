/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_CHOICES (ikrar_import_choices_get_type ())

/**
 * IkrarImportChoices:
 *
 * A few texts to choose from for a cell of a roster, each with what it is about. Nothing is chosen
 * by itself.
 *
 * Signals: `chosen`, with the text.
 */
G_DECLARE_FINAL_TYPE (IkrarImportChoices, ikrar_import_choices, IKRAR, IMPORT_CHOICES, GtkPopover)

/**
 * ikrar_import_choices_clear:
 * @choices: choices
 *
 * Removes all of them.
 */
void ikrar_import_choices_clear (IkrarImportChoices *choices);

/**
 * ikrar_import_choices_add:
 * @choices: choices
 * @text: what the cell would say
 * @title: how it is shown
 * @subtitle: what it is about, "" for nothing
 */
void ikrar_import_choices_add (IkrarImportChoices *choices,
                               const char *text,
                               const char *title,
                               const char *subtitle);

/**
 * ikrar_import_choices_get_size:
 * @choices: choices
 *
 * Returns: how many there are
 */
guint ikrar_import_choices_get_size (IkrarImportChoices *choices);

G_END_DECLS
