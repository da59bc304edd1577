/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/participant.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PERSON_PANEL (ikrar_person_panel_get_type ())

/**
 * IkrarPersonPanel:
 *
 * Corrects the name of somebody who stands at the desk, or prints the pass again.
 *
 * Signals: `corrected` with the participant and the name as it was typed; `print` with the
 * participant.
 */
G_DECLARE_FINAL_TYPE (IkrarPersonPanel, ikrar_person_panel, IKRAR, PERSON_PANEL, AdwBin)

/**
 * ikrar_person_panel_start:
 * @panel: a panel
 * @card: somebody
 *
 * Shows somebody, and takes the focus.
 */
void ikrar_person_panel_start (IkrarPersonPanel *panel, const IkrarParticipantCard *card);

/**
 * ikrar_person_panel_show_error:
 * @panel: a panel
 * @message: (nullable): why the name could not be saved
 */
void ikrar_person_panel_show_error (IkrarPersonPanel *panel, const char *message);

G_END_DECLS
