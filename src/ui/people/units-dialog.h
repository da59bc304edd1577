/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UNITS_DIALOG (ikrar_units_dialog_get_type ())

/**
 * IkrarUnitsDialog:
 *
 * The units as a tree, each with its other names; a unit is renamed, moved, given other names and
 * merged with another one, and every change is taken back by its notice.
 */
G_DECLARE_FINAL_TYPE (IkrarUnitsDialog, ikrar_units_dialog, IKRAR, UNITS_DIALOG, AdwWindow)

/**
 * ikrar_units_dialog_present:
 * @widget: a widget of the window it belongs to
 * @context: the database
 *
 * Shows the units.
 */
void ikrar_units_dialog_present (GtkWidget *widget, IkrarContext *context);

G_END_DECLS
