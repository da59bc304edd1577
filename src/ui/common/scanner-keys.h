/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_SCANNER_KEYS (ikrar_scanner_keys_get_type ())

/**
 * IkrarScannerKeys:
 *
 * Takes what a scanner or a person types anywhere in a window. A USB scanner is a keyboard: its
 * line is caught at the window, wherever the focus is, and shown in an entry; Enter or Tab ends it.
 * In other text fields, and in dialogs over the window, a person types as usual. A pass is taken
 * with its last character, wherever it was scanned: what was typed of it is taken out of the field,
 * and what the scanner sends after it (a suffix, Enter, Tab) is dropped. Another line that came as
 * no person types is over after a short silence.
 *
 * Signals: `scanned`, with the line, or several readings of it, a line each.
 */
G_DECLARE_FINAL_TYPE (IkrarScannerKeys, ikrar_scanner_keys, IKRAR, SCANNER_KEYS, GObject)

/**
 * ikrar_scanner_keys_new:
 * @window: the window whose keys are caught
 * @entry: the entry within it that shows what is typed; outlives the object
 *
 * Returns: (transfer full): an object that works as long as it is kept
 */
IkrarScannerKeys *ikrar_scanner_keys_new (GtkWidget *window, GtkEditable *entry);

/**
 * ikrar_scanner_keys_exempt:
 * @window: a dialog that may stand over a window with scanner keys
 *
 * Leaves the keys of the dialog to itself, as one that watches a scanner needs.
 */
void ikrar_scanner_keys_exempt (GtkWindow *window);

/**
 * ikrar_scanner_keys_clear:
 * @keys: scanner keys
 *
 * Forgets what was typed.
 *
 * Returns: whether there was anything
 */
gboolean ikrar_scanner_keys_clear (IkrarScannerKeys *keys);

/**
 * ikrar_scanner_keys_submit:
 * @keys: scanner keys
 *
 * Ends the line as Enter does, for a button beside the entry.
 */
void ikrar_scanner_keys_submit (IkrarScannerKeys *keys);

G_END_DECLS
