/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_STAGE_WINDOW (ikrar_stage_window_get_type ())

/**
 * IkrarStageWindow:
 *
 * Skeleton.
 */
G_DECLARE_FINAL_TYPE (IkrarStageWindow, ikrar_stage_window, IKRAR, STAGE_WINDOW, AdwWindow)

/**
 * ikrar_stage_window_present:
 * @parent: the window it belongs to
 * @context: the database
 * @event: the event
 *
 * Shows the window.
 */
void ikrar_stage_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

G_END_DECLS
