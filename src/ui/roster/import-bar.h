/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-reading.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_BAR (ikrar_import_bar_get_type ())

/**
 * IkrarImportBar:
 *
 * Which sheets of a file are read and in which row the heads stand, both found by looking and both
 * to be changed, how many of the columns were understood, and what else was guessed.
 *
 * Properties: `all-columns`: whether those that are not read are shown, too.
 *
 * Signals: `changed`, when the user chose another sheet or row; `forgotten`, when the user does not
 * want what is known of such columns; `column-doubted`, with a column of the file, when the user
 * looks for it.
 */
G_DECLARE_FINAL_TYPE (IkrarImportBar, ikrar_import_bar, IKRAR, IMPORT_BAR, GtkBox)

/**
 * ikrar_import_bar_show:
 * @bar: a bar
 * @reading: what was read
 * @wanted: what was to be read
 *
 * Shows what was found, without a signal.
 */
void ikrar_import_bar_show (IkrarImportBar *bar,
                            const IkrarImportReading *reading,
                            const IkrarImportWanted *wanted);

/**
 * ikrar_import_bar_offer_columns:
 * @bar: a bar
 * @offered: whether there are columns that are not shown
 */
void ikrar_import_bar_offer_columns (IkrarImportBar *bar, gboolean offered);

/**
 * ikrar_import_bar_get_sheet:
 * @bar: a bar
 *
 * Returns: index of the sheet that is chosen, -1 for all that have people
 */
int ikrar_import_bar_get_sheet (IkrarImportBar *bar);

/**
 * ikrar_import_bar_get_row:
 * @bar: a bar
 *
 * Returns: the row that is chosen, 0 to find it
 */
guint ikrar_import_bar_get_row (IkrarImportBar *bar);

G_END_DECLS
