/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UPDATE_BATCHES (ikrar_update_batches_get_type ())

/**
 * IkrarUpdateBatches:
 *
 * The imports of an event, each of which can be taken back whole, also days later, unless something
 * depends on it; then it says what.
 */
G_DECLARE_FINAL_TYPE (IkrarUpdateBatches, ikrar_update_batches, IKRAR, UPDATE_BATCHES, AdwWindow)

/**
 * ikrar_update_batches_present:
 * @parent: the window in front of which it opens
 * @context: the database
 * @event: an event
 *
 * Opens the window.
 */
void ikrar_update_batches_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

G_END_DECLS
