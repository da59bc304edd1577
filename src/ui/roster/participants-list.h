/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/roster/participants-model.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANTS_LIST (ikrar_participants_list_get_type ())

/**
 * IkrarParticipantsList:
 *
 * Participants as a list, for where a table has no room.
 *
 * Properties: `selecting`, whether a press selects instead of opening. Signals: `activated` with a
 * participant's id as int64.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantsList,
                      ikrar_participants_list,
                      IKRAR,
                      PARTICIPANTS_LIST,
                      GtkWidget)

/**
 * ikrar_participants_list_set_model:
 * @list: a list
 * @model: (nullable): whom it shows, `NULL` while it is not seen
 */
void ikrar_participants_list_set_model (IkrarParticipantsList *list, IkrarParticipantsModel *model);

/**
 * ikrar_participants_list_scroll_to_top:
 * @list: a list
 */
void ikrar_participants_list_scroll_to_top (IkrarParticipantsList *list);

G_END_DECLS
