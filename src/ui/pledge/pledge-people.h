/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/participant-table.h"

#include "core/date.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PLEDGE_PEOPLE (ikrar_pledge_people_get_type ())

/**
 * IkrarPledgePeople:
 *
 * Who signed, who recited, and who did neither, with search. Uses `view.revoke(x)`.
 *
 * Properties: `folded`.
 */
G_DECLARE_FINAL_TYPE (IkrarPledgePeople, ikrar_pledge_people, IKRAR, PLEDGE_PEOPLE, AdwBin)

/**
 * ikrar_pledge_people_show:
 * @people: a list
 * @table: the roster
 * @zone: zone of the event
 */
void
ikrar_pledge_people_show (IkrarPledgePeople *people, IkrarParticipantTable *table, IkrarZone zone);

/**
 * ikrar_pledge_people_start_search:
 * @people: a list
 */
void ikrar_pledge_people_start_search (IkrarPledgePeople *people);

G_END_DECLS
