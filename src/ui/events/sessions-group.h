/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event-draft.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SESSIONS_GROUP (ikrar_sessions_group_get_type ())

/**
 * IkrarSessionsGroup:
 *
 * The part of the event form with the sessions.
 */
G_DECLARE_FINAL_TYPE (IkrarSessionsGroup,
                      ikrar_sessions_group,
                      IKRAR,
                      SESSIONS_GROUP,
                      AdwPreferencesGroup)

/**
 * ikrar_sessions_group_show:
 * @group: a part of the form
 * @draft: what to show
 */
void ikrar_sessions_group_show (IkrarSessionsGroup *group, const IkrarEventDraft *draft);

/**
 * ikrar_sessions_group_collect:
 * @group: a part of the form
 * @draft: gets the sessions entered; its event has the times entered
 * @problems: (nullable): gets what is wrong
 */
void
ikrar_sessions_group_collect (IkrarSessionsGroup *group, IkrarEventDraft *draft, GArray *problems);

/**
 * ikrar_sessions_group_set_event:
 * @group: a part of the form
 * @event: the event, with the times entered
 *
 * Shows the hours again after those of the event changed.
 */
void ikrar_sessions_group_set_event (IkrarSessionsGroup *group, const IkrarEvent *event);

G_END_DECLS
