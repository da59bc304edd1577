/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SIGNING_WINDOW (ikrar_signing_window_get_type ())

/**
 * IkrarSigningWindow:
 *
 * The signing desk: one person after the other reads the whole text, signs, and is sealed. Who
 * comes next is found by pass, by name, or in the queue of those who are present.
 *
 * Actions: `signing.sign`, `signing.skip`, `signing.clear`, `signing.undo-stroke`,
 * `signing.witnesses`, `signing.full-screen`, `signing.back`, `win.undo-change(x)`.
 */
G_DECLARE_FINAL_TYPE (IkrarSigningWindow, ikrar_signing_window, IKRAR, SIGNING_WINDOW, AdwWindow)

/**
 * ikrar_signing_window_present:
 * @parent: the window it was opened from
 * @context: the database
 * @event: the event
 *
 * Shows the signing desk of an event; the one that is open, if there is one.
 */
void ikrar_signing_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

G_END_DECLS
