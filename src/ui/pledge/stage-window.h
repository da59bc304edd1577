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
 * The pledge on the projector: the whole exact text, the part lit that is read now, and below how
 * many are present and have pledged. In full screen its controls hide until the pointer moves.
 *
 * Keys: Right, Space, Page Down (also of presenters) go on, Left and Page Up go back, Home begins
 * again, F11 is full screen, Ctrl+R records a recital.
 *
 * Actions: `stage.next`, `stage.previous`, `stage.first`, `stage.full-screen`,
 * `stage.back`, `stage.recite`, `win.undo-change(x)`.
 */
G_DECLARE_FINAL_TYPE (IkrarStageWindow, ikrar_stage_window, IKRAR, STAGE_WINDOW, AdwWindow)

/**
 * ikrar_stage_window_present:
 * @parent: the window it was opened from
 * @context: the database
 * @event: the event
 *
 * Shows the stage of an event; the one that is open, if there is one.
 */
void ikrar_stage_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

G_END_DECLS
