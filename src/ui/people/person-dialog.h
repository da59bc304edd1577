/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "core/id.h"
#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PERSON_DIALOG (ikrar_person_dialog_get_type ())

/**
 * IkrarPersonDialog:
 *
 * Enters somebody new into the register, or edits somebody.
 *
 * Actions: `dialog.save`.
 */
G_DECLARE_FINAL_TYPE (IkrarPersonDialog, ikrar_person_dialog, IKRAR, PERSON_DIALOG, AdwWindow)

/**
 * ikrar_person_dialog_present:
 * @widget: the widget that asks; it tells what was done, and its `people.show` shows somebody new
 * @context: the database
 * @person: who is edited, 0 for somebody new
 *
 * Opens the dialog over the window of @widget.
 */
void ikrar_person_dialog_present (GtkWidget *widget, IkrarContext *context, IkrarId person);

G_END_DECLS
