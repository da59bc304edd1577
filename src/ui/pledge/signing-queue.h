/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant-table.h"

#include "core/progress.h"

#include "ui/pledge/pledge-info.h"

G_BEGIN_DECLS

/**
 * IkrarSigningQueue:
 * @info: the event
 * @table: its roster
 * @waiting: (element-type guint): lines of @table: present without a signed pledge, who came first
 *   first
 *
 * Who is expected at a signing desk.
 */
typedef struct
{
  IkrarPledgeInfo *info;
  IkrarParticipantTable *table;
  GArray *waiting;
} IkrarSigningQueue;

/**
 * ikrar_signing_queue_load:
 * @store: a store
 * @input: id of an event, an `IkrarId *`
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Work for [func@work_start].
 *
 * Returns: (transfer full) (nullable): an `IkrarSigningQueue`, or `NULL` with a store error
 */
gpointer ikrar_signing_queue_load (IkrarStore *store,
                                   gpointer input,
                                   const IkrarProgress *progress,
                                   GError **error);

/**
 * ikrar_signing_queue_free:
 * @queue: (transfer full) (nullable): a queue
 */
void ikrar_signing_queue_free (IkrarSigningQueue *queue);

/**
 * ikrar_signing_queue_next:
 * @queue: a queue
 * @skipped: (element-type gint64): ids of participants who were skipped
 *
 * Returns: id of who is next, 0 if nobody waits
 */
IkrarId ikrar_signing_queue_next (const IkrarSigningQueue *queue, GHashTable *skipped);

/**
 * ikrar_signing_queue_find:
 * @queue: a queue
 * @participant: id of a participant
 *
 * Returns: (transfer none) (nullable): the line of the roster, `NULL` if there is none
 */
const IkrarParticipantLine *
ikrar_signing_queue_find (const IkrarSigningQueue *queue, IkrarId participant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSigningQueue, ikrar_signing_queue_free)

G_END_DECLS
