/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_ADD_DIALOG (ikrar_add_dialog_get_type ())

/**
 * IkrarAddDialog:
 *
 * Adds people to an event one by one: found in the register by name or number, or new.
 */
G_DECLARE_FINAL_TYPE (IkrarAddDialog, ikrar_add_dialog, IKRAR, ADD_DIALOG, AdwWindow)

/**
 * ikrar_add_dialog_present:
 * @widget: the widget that asks
 * @context: the database
 * @event: the event
 *
 * Shows the dialog.
 */
void ikrar_add_dialog_present (GtkWidget *widget, IkrarContext *context, IkrarId event);

G_END_DECLS
