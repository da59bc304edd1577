/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DESK_WINDOW (ikrar_desk_window_get_type ())

/**
 * IkrarDeskWindow:
 *
 * The check-in desk: a scanner or a person types, the large panel answers. It needs no pointer and
 * no network, and what it shows is committed.
 *
 * Actions: `desk.find`, `desk.guest`, `desk.full-screen`, `desk.mute`, `desk.back`,
 * `desk.undo-scan(x)`, `win.undo`.
 */
G_DECLARE_FINAL_TYPE (IkrarDeskWindow, ikrar_desk_window, IKRAR, DESK_WINDOW, AdwWindow)

/**
 * ikrar_desk_window_present:
 * @parent: the window it was opened from
 * @context: the database
 * @event: the event
 *
 * Shows the desk of an event; the one that is open, if there is one.
 */
void ikrar_desk_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

/**
 * ikrar_desk_window_present_locked:
 * @application: the program
 *
 * While a desk is locked, nothing else of the program is shown.
 *
 * Returns: whether there is a locked desk; it is in front then
 */
gboolean ikrar_desk_window_present_locked (GtkApplication *application);

/**
 * ikrar_desk_window_resume:
 * @application: the program
 * @context: the database
 *
 * Opens the desk that was locked when the program ended, or the computer lost its power.
 *
 * Returns: whether there was one
 */
gboolean ikrar_desk_window_resume (GtkApplication *application, IkrarContext *context);

G_END_DECLS
