/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/desk/guest.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_GUEST_PANEL (ikrar_guest_panel_get_type ())

/**
 * IkrarGuestPanel:
 *
 * Takes the name, office and number of somebody who is not on the roster.
 *
 * Signals: `entered`, with an `IkrarGuest` that is valid while it is emitted.
 */
G_DECLARE_FINAL_TYPE (IkrarGuestPanel, ikrar_guest_panel, IKRAR, GUEST_PANEL, AdwBin)

/**
 * ikrar_guest_panel_start:
 * @panel: a panel
 *
 * Empties the fields and gives the first one the focus.
 */
void ikrar_guest_panel_start (IkrarGuestPanel *panel);

/**
 * ikrar_guest_panel_show_error:
 * @panel: a panel
 * @message: (nullable): why the guest could not be taken
 */
void ikrar_guest_panel_show_error (IkrarGuestPanel *panel, const char *message);

G_END_DECLS
