/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EVENT_DIALOG (ikrar_event_dialog_get_type ())

/**
 * IkrarEventDialog:
 *
 * Enters a new event or edits one: everything is saved at once, or nothing. A new event is shown
 * afterwards.
 *
 * Actions: `dialog.save`.
 */
G_DECLARE_FINAL_TYPE (IkrarEventDialog, ikrar_event_dialog, IKRAR, EVENT_DIALOG, AdwWindow)

/**
 * ikrar_event_dialog_present:
 * @parent: the window it belongs to
 * @context: the database
 * @event: the event, 0 for a new one
 *
 * Shows the window.
 */
void ikrar_event_dialog_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

G_END_DECLS
