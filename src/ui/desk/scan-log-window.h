/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "core/id.h"
#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SCAN_LOG_WINDOW (ikrar_scan_log_window_get_type ())

/**
 * IkrarScanLogWindow:
 *
 * Every scan of an event, also those that let nobody in, the newest first: filtered by session,
 * desk, verdict and person, and saved for a spreadsheet. It follows the database while it is open.
 */
G_DECLARE_FINAL_TYPE (IkrarScanLogWindow, ikrar_scan_log_window, IKRAR, SCAN_LOG_WINDOW, AdwWindow)

/**
 * ikrar_scan_log_window_present:
 * @parent: the window it belongs to, with which it closes
 * @context: the context that gives the store
 * @event: the event
 *
 * Shows the log; the one that @parent has open already, if there is one.
 */
void ikrar_scan_log_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

G_END_DECLS
