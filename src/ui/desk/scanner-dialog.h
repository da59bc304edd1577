/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_SCANNER_DIALOG (ikrar_scanner_dialog_get_type ())

/**
 * IkrarScannerDialog:
 *
 * Prints the test card, watches a scan of it, and says what is set wrong and how to mend it.
 */
G_DECLARE_FINAL_TYPE (IkrarScannerDialog, ikrar_scanner_dialog, IKRAR, SCANNER_DIALOG, AdwWindow)

/**
 * ikrar_scanner_dialog_present:
 * @parent: the window that asks
 */
void ikrar_scanner_dialog_present (GtkWindow *parent);

G_END_DECLS
