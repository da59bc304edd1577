/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

#include "store/error.h"
#include "store/participant.h"

/* What is done to each of many participants. */
typedef gboolean (*Edit) (IkrarParticipant *participant, gpointer user_data, GError **error);

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* Read within the change: what somebody else edited meanwhile stays. */
static gboolean
edit_one (IkrarChange *change,
          IkrarId event,
          IkrarId id,
          Edit edit,
          gpointer user_data,
          GError **error)
{
  g_autoptr (IkrarParticipant) participant =
      ikrar_participant_get (ikrar_change_get_store (change), id, error);

  if (participant == NULL)
    return FALSE;
  if (participant->event_id != event)
    return refuse (error, _ ("Participants of one event are changed at a time."));
  return edit (participant, user_data, error) &&
         ikrar_change_put (change, &ikrar_participant_entity, participant, error);
}

static IkrarId
edit_all (IkrarStore *store,
          const char *action,
          const IkrarId *ids,
          guint n_ids,
          Edit edit,
          gpointer user_data,
          GError **error)
{
  g_autoptr (IkrarParticipant) first = ikrar_participant_get (store, ids[0], error);
  g_autoptr (IkrarChange) change = NULL;

  if (first == NULL)
    return 0;
  change = ikrar_change_begin (store, action, first->event_id, n_ids == 1 ? ids[0] : 0, NULL, NULL,
                               error);
  if (change == NULL)
    return 0;
  for (guint i = 0; i < n_ids; i++)
    if (!edit_one (change, first->event_id, ids[i], edit, user_data, error))
      return 0;
  return ikrar_change_commit (change, error) ? ikrar_change_get_id (change) : 0;
}

/* When people withdrew; 0 invites them again. */
static gboolean
set_withdrawn (IkrarParticipant *participant, gpointer user_data, GError **error)
{
  const IkrarTime *at = user_data;

  if ((participant->withdrawn_at != 0) != (*at != 0))
    participant->withdrawn_at = *at;
  return TRUE;
}

IkrarId
ikrar_participant_withdraw (IkrarStore *store,
                            const IkrarId *ids,
                            guint n_ids,
                            gboolean withdrawn,
                            GError **error)
{
  IkrarTime at = withdrawn ? ikrar_store_now (store) : 0;

  g_return_val_if_fail (n_ids > 0, 0);

  return edit_all (store, withdrawn ? "participant.withdraw" : "participant.invite", ids, n_ids,
                   set_withdrawn, &at, error);
}

static gboolean
raise_serial (IkrarParticipant *participant, gpointer unused, GError **error)
{
  if (participant->pass_serial >= G_MAXUINT16)
    return refuse (error, _ ("This participant's pass was renewed too often."));
  participant->pass_serial++;
  return TRUE;
}

IkrarId
ikrar_participant_revoke_passes (IkrarStore *store, const IkrarId *ids, guint n_ids, GError **error)
{
  g_return_val_if_fail (n_ids > 0, 0);

  return edit_all (store, "pass.revoke", ids, n_ids, raise_serial, NULL, error);
}

IkrarId
ikrar_participant_revoke_pass (IkrarStore *store, IkrarId id, GError **error)
{
  return ikrar_participant_revoke_passes (store, &id, 1, error);
}

/* Where somebody sits; NULL leaves what stands. */
typedef struct
{
  const char *seat;
  const char *group_name;
} Place;

static gboolean
set_place (IkrarParticipant *participant, gpointer user_data, GError **error)
{
  const Place *place = user_data;

  ikrar_text_replace (&participant->seat, place->seat);
  ikrar_text_replace (&participant->group_name, place->group_name);
  return TRUE;
}

IkrarId
ikrar_participant_place (IkrarStore *store,
                         const IkrarId *ids,
                         guint n_ids,
                         const char *seat,
                         const char *group_name,
                         GError **error)
{
  Place place = { seat, group_name };

  g_return_val_if_fail (n_ids > 0, 0);

  return edit_all (store, "participant.edit", ids, n_ids, set_place, &place, error);
}
