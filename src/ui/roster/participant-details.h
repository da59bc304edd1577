/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"
#include "store/participant.h"

G_BEGIN_DECLS

/**
 * IkrarParticipantDetails:
 * @card: the participant
 * @zone: zone of the event
 * @units: (element-type IkrarUnit): all units
 * @marks: (element-type IkrarAttendanceMark): what was recorded, newest first
 * @pledge_at: when the pledge was made, 0 if it was not
 * @certificate: number of the certificate, "" if there is none
 * @code: code of the pass, for typing; "" if passes cannot be made on this computer
 *
 * Everything that the window of a participant shows.
 */
typedef struct
{
  IkrarParticipantCard *card;
  IkrarZone zone;
  GPtrArray *units;
  GPtrArray *marks;
  IkrarTime pledge_at;
  char *certificate;
  char *code;
} IkrarParticipantDetails;

/**
 * ikrar_participant_details_load:
 * @store: a store
 * @input: id of a participant, an `IkrarId *`
 * @progress: who watches
 * @error: return location for an error
 *
 * Work for a thread.
 *
 * Returns: (transfer full) (nullable): an IkrarParticipantDetails, or `NULL` with a store error
 */
gpointer ikrar_participant_details_load (IkrarStore *store,
                                         gpointer input,
                                         const IkrarProgress *progress,
                                         GError **error);

/**
 * ikrar_participant_details_free:
 * @details: (transfer full) (nullable): details
 */
void ikrar_participant_details_free (IkrarParticipantDetails *details);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarParticipantDetails, ikrar_participant_details_free)

G_END_DECLS
