/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/roster/participants-model.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANTS_BAR (ikrar_participants_bar_get_type ())

/**
 * IkrarParticipantsBar:
 *
 * How many participants are selected, and what can be done to them.
 *
 * Properties: `narrow`, whether the verbs stand below. The verbs are actions of the view.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantsBar,
                      ikrar_participants_bar,
                      IKRAR,
                      PARTICIPANTS_BAR,
                      GtkWidget)

/**
 * ikrar_participants_bar_show:
 * @bar: a bar
 * @model: of whom some are selected
 */
void ikrar_participants_bar_show (IkrarParticipantsBar *bar, IkrarParticipantsModel *model);

G_END_DECLS
