/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANT_DIALOG (ikrar_participant_dialog_get_type ())

/**
 * IkrarParticipantDialog:
 *
 * One participant of an event: what is known for this event, which can be changed, and what was
 * recorded.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantDialog,
                      ikrar_participant_dialog,
                      IKRAR,
                      PARTICIPANT_DIALOG,
                      AdwWindow)

/**
 * ikrar_participant_dialog_present:
 * @widget: the widget that asks, in whose window the change is told
 * @context: the database
 * @participant: a participant
 *
 * Shows the dialog.
 */
void
ikrar_participant_dialog_present (GtkWidget *widget, IkrarContext *context, IkrarId participant);

G_END_DECLS
