/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/participants-roster.h"

#include "store/unit.h"

IkrarRosterRequest *
ikrar_roster_request_new (IkrarId event,
                          IkrarParticipantTable *table,
                          IkrarParticipantOrder order,
                          gboolean descending)
{
  IkrarRosterRequest *request = g_new0 (IkrarRosterRequest, 1);

  request->event = event;
  request->table = table != NULL ? ikrar_participant_table_ref (table) : NULL;
  request->order = order;
  request->descending = descending;
  return request;
}

void
ikrar_roster_request_free (IkrarRosterRequest *request)
{
  ikrar_participant_table_unref (request->table);
  g_free (request);
}

void
ikrar_roster_free (IkrarRoster *roster)
{
  if (roster == NULL)
    return;
  ikrar_event_free (roster->event);
  g_clear_pointer (&roster->units, g_ptr_array_unref);
  ikrar_participant_table_unref (roster->table);
  g_clear_pointer (&roster->order, g_array_unref);
  g_free (roster);
}

static gboolean
read_roster (IkrarRoster *roster, IkrarStore *store, const IkrarProgress *progress, GError **error)
{
  roster->event = ikrar_event_get (store, roster->event_id, error);
  if (roster->event == NULL)
    return FALSE;
  roster->units = ikrar_unit_list (store, roster->event_id, error);
  if (roster->units == NULL)
    return FALSE;
  roster->table = ikrar_participant_table_load (store, roster->event_id, 0, TRUE,
                                                IKRAR_ORDER_NUMBER, progress, error);
  return roster->table != NULL;
}

gpointer
ikrar_roster_load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarRosterRequest *request = input;
  g_autoptr (IkrarRoster) roster = g_new0 (IkrarRoster, 1);

  roster->event_id = request->event;
  roster->by = request->order;
  roster->descending = request->descending;
  if (request->table != NULL)
    roster->table = ikrar_participant_table_ref (request->table);
  else if (!read_roster (roster, store, progress, error))
    return NULL;
  roster->order =
      ikrar_participant_table_order (roster->table, request->order, request->descending);
  return g_steal_pointer (&roster);
}
