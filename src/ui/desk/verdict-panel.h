/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "desk/desk.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_VERDICT_PANEL (ikrar_verdict_panel_get_type ())

/**
 * IkrarVerdictPanel:
 *
 * The large panel of the check-in desk: it waits for a scan, or says what became of it so that it
 * can be read from three metres away. A verdict gives way to the next one at once, and after four
 * seconds to the waiting state.
 *
 * CSS nodes: `widget.verdict` with one of the classes `welcome`, `already`, `unknown`,
 * `refused` while a verdict is shown.
 */
G_DECLARE_FINAL_TYPE (IkrarVerdictPanel, ikrar_verdict_panel, IKRAR, VERDICT_PANEL, AdwBin)

/**
 * IkrarVerdictShown:
 * @result: the answer of the desk
 * @at: when it was given
 * @zone: zone of the event
 * @present: how many are present, with this one
 * @has_pledge: whether people pledge at the event
 * @hint: (nullable): what to do, in place of what the organiser's own people read
 */
typedef struct
{
  const IkrarDeskResult *result;
  IkrarTime at;
  IkrarZone zone;
  guint present;
  gboolean has_pledge;
  const char *hint;
} IkrarVerdictShown;

/**
 * ikrar_verdict_panel_show:
 * @panel: a panel
 * @shown: what to show
 */
void ikrar_verdict_panel_show (IkrarVerdictPanel *panel, const IkrarVerdictShown *shown);

/**
 * ikrar_verdict_panel_show_error:
 * @panel: a panel
 * @message: why nothing was recorded
 *
 * Says that somebody could not be recorded; it stays until the next scan.
 */
void ikrar_verdict_panel_show_error (IkrarVerdictPanel *panel, const char *message);

/**
 * ikrar_verdict_panel_reset:
 * @panel: a panel
 *
 * Waits for the next scan.
 *
 * Returns: whether a verdict was shown
 */
gboolean ikrar_verdict_panel_reset (IkrarVerdictPanel *panel);

/**
 * ikrar_verdict_panel_set_for_guests:
 * @panel: a panel
 * @for_guests: whether guests are alone with it
 *
 * Tells guests what to do, keeps the organiser's notes from them and shows everything a little
 * longer; what could not be recorded goes by itself, too.
 */
void ikrar_verdict_panel_set_for_guests (IkrarVerdictPanel *panel, gboolean for_guests);

/**
 * ikrar_verdict_panel_set_narrow:
 * @panel: a panel
 * @narrow: whether what comes next stands below the boxes instead of beside them
 */
void ikrar_verdict_panel_set_narrow (IkrarVerdictPanel *panel, gboolean narrow);

G_END_DECLS
