/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/participant-details.h"

#include "store/attendance.h"
#include "store/event.h"
#include "store/pass-issuer.h"
#include "store/unit.h"

void
ikrar_participant_details_free (IkrarParticipantDetails *details)
{
  if (details == NULL)
    return;
  ikrar_participant_card_free (details->card);
  g_clear_pointer (&details->units, g_ptr_array_unref);
  g_clear_pointer (&details->marks, g_ptr_array_unref);
  g_free (details->certificate);
  g_free (details->code);
  g_free (details);
}

/* Pledge and certificate stand in the person's record. */
static gboolean
read_record (IkrarParticipantDetails *details, IkrarStore *store, GError **error)
{
  const IkrarParticipant *participant = details->card->participant;
  g_autoptr (GPtrArray) events = ikrar_person_events (store, participant->person_id, error);

  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const IkrarPersonEvent *event = g_ptr_array_index (events, i);

      if (event->participant_id != participant->id)
        continue;
      details->pledge_at = event->pledge_at;
      details->certificate = g_strdup (event->certificate);
    }
  return TRUE;
}

/* A code that cannot be made is left out: that a key is missing is told where passes are made. */
static char *
make_code (IkrarStore *store, const IkrarParticipant *participant)
{
  g_autoptr (IkrarPassIssuer) issuer = ikrar_pass_issuer_new (store, participant->event_id, NULL);
  char code[IKRAR_HUMAN_CODE_LENGTH + 1] = "";

  if (issuer != NULL)
    ikrar_pass_issuer_human_code (issuer, participant->number, code);
  return g_strdup (code);
}

gpointer
ikrar_participant_details_load (IkrarStore *store,
                                gpointer input,
                                const IkrarProgress *progress,
                                GError **error)
{
  g_autoptr (IkrarParticipantDetails) details = g_new0 (IkrarParticipantDetails, 1);
  g_autoptr (IkrarEvent) event = NULL;
  IkrarId id = *(const IkrarId *) input;

  details->card = ikrar_participant_card_get (store, id, error);
  if (details->card == NULL)
    return NULL;
  event = ikrar_event_get (store, details->card->participant->event_id, error);
  details->units = event != NULL ? ikrar_unit_list (store, 0, error) : NULL;
  details->marks = details->units != NULL ? ikrar_attendance_history (store, id, error) : NULL;
  if (details->marks == NULL || !read_record (details, store, error))
    return NULL;
  details->zone = event->zone;
  details->code = make_code (store, details->card->participant);
  return g_steal_pointer (&details);
}
