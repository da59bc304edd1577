/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"
#include "store/participant-table.h"

G_BEGIN_DECLS

/**
 * IkrarRosterRequest:
 * @event: the event
 * @table: (nullable): its roster, `NULL` to read it
 * @order: how it is ordered
 * @descending: whether that is turned round
 *
 * What is to be read and ordered.
 */
typedef struct
{
  IkrarId event;
  IkrarParticipantTable *table;
  IkrarParticipantOrder order;
  gboolean descending;
} IkrarRosterRequest;

/**
 * IkrarRoster:
 * @event_id: the event
 * @event: (nullable): the event, `NULL` if nothing was read
 * @units: (element-type IkrarUnit) (nullable): units of its participants, `NULL` if nothing was
 *   read
 * @table: its roster, with those who withdrew
 * @order: (element-type guint): the index of every line, in order
 * @by: how they are ordered
 * @descending: whether that is turned round
 *
 * The roster of an event, read and ordered.
 */
typedef struct
{
  IkrarId event_id;
  IkrarEvent *event;
  GPtrArray *units;
  IkrarParticipantTable *table;
  GArray *order;
  IkrarParticipantOrder by;
  gboolean descending;
} IkrarRoster;

/**
 * ikrar_roster_request_new:
 * @event: an event
 * @table: (nullable): its roster, `NULL` to read it
 * @order: how it is ordered
 * @descending: whether that is turned round
 *
 * Returns: (transfer full): a request
 */
IkrarRosterRequest *ikrar_roster_request_new (IkrarId event,
                                              IkrarParticipantTable *table,
                                              IkrarParticipantOrder order,
                                              gboolean descending);

/**
 * ikrar_roster_request_free:
 * @request: (transfer full): a request
 */
void ikrar_roster_request_free (IkrarRosterRequest *request);

/**
 * ikrar_roster_load:
 * @store: a store
 * @input: an IkrarRosterRequest
 * @progress: who watches
 * @error: return location for an error
 *
 * Work for a thread: reads the roster, unless the request has one, and orders it.
 *
 * Returns: (transfer full) (nullable): an IkrarRoster, or `NULL` with a store error
 */
gpointer ikrar_roster_load (IkrarStore *store,
                            gpointer input,
                            const IkrarProgress *progress,
                            GError **error);

/**
 * ikrar_roster_free:
 * @roster: (transfer full) (nullable): a roster
 */
void ikrar_roster_free (IkrarRoster *roster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarRoster, ikrar_roster_free)

G_END_DECLS
