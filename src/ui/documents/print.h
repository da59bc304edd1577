/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "report/document.h"

G_BEGIN_DECLS

/**
 * ikrar_print_operation_new:
 * @document: a document
 *
 * Prepares printing: every page is drawn by the function that shows it, on paper of its own size
 * (F4 is no standard size anywhere), not scaled, one on a sheet.
 *
 * Returns: (transfer full): an operation that is not started yet
 */
GtkPrintOperation *ikrar_print_operation_new (IkrarDocument *document);

/**
 * ikrar_print_document:
 * @parent: the window that asks
 * @document: a document
 *
 * Asks for a printer and prints. Printer and its settings are remembered. What goes wrong is told
 * in @parent.
 */
void ikrar_print_document (GtkWindow *parent, IkrarDocument *document);

G_END_DECLS
