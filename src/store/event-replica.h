/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/id.h"

#include "store/store.h"

G_BEGIN_DECLS

/*
 * A replica is an Ikrar database of its own, a file on this machine, that has one event of a shared
 * database: a door goes on with it when the link is gone. What is written into it is carried back
 * by the same rules that let two databases exchange an event, so that order and repetition do not
 * matter (docs/shared-database.md).
 */

/**
 * ikrar_event_replica_path:
 * @uri: address of the shared database
 * @event: an event of it
 *
 * Any thread.
 *
 * Returns: (transfer full): where the replica of the event is, or would be
 */
char *ikrar_event_replica_path (const char *uri, IkrarId event);

/**
 * ikrar_event_replica_open:
 * @uri: address of the shared database
 * @event: an event of it
 * @mode: whether to make it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the replica, or `NULL` with a store error
 */
IkrarStore *
ikrar_event_replica_open (const char *uri, IkrarId event, IkrarDbMode mode, GError **error);

/**
 * ikrar_event_replica_list:
 * @uri: address of a shared database
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarId): the events that have a replica here
 */
GArray *ikrar_event_replica_list (const char *uri);

/**
 * ikrar_event_replica_refresh:
 * @replica: a replica
 * @shared: the shared database
 * @event: the event
 * @error: return location for an error
 *
 * Brings the replica to what the shared database has now.
 *
 * Returns: `FALSE` with a store error of either
 */
gboolean ikrar_event_replica_refresh (IkrarStore *replica,
                                      IkrarStore *shared,
                                      IkrarId event,
                                      GError **error);

/**
 * ikrar_event_replica_deliver:
 * @replica: a replica
 * @shared: the shared database
 * @event: the event
 * @error: return location for an error
 *
 * Carries to the shared database what was written into the replica. What was carried before and
 * whose answer was lost is not there twice.
 *
 * Returns: `FALSE` with a store error of either; everything waits on then
 */
gboolean ikrar_event_replica_deliver (IkrarStore *replica,
                                      IkrarStore *shared,
                                      IkrarId event,
                                      GError **error);

/**
 * ikrar_event_replica_deliver_all:
 * @uri: address of the shared database
 * @shared: the shared database
 * @error: return location for an error
 *
 * [func@event_replica_deliver] for every replica of this machine: what a program left behind that
 * was closed, or killed, while the link was gone.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_event_replica_deliver_all (const char *uri, IkrarStore *shared, GError **error);

/**
 * ikrar_event_replica_count_waiting:
 * @replica: a replica
 * @waiting: (out): how many marks of the attendance wait to be delivered
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_event_replica_count_waiting (IkrarStore *replica, guint *waiting, GError **error);

/**
 * ikrar_event_replica_count_scans:
 * @replica: a replica
 * @waiting: (out): how many scans its log has that were not delivered, refused ones too
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_event_replica_count_scans (IkrarStore *replica, guint *waiting, GError **error);

G_END_DECLS
