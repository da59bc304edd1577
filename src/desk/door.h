/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

/**
 * IkrarDoor:
 *
 * A check-in desk that does not depend on the link. With a file it is a plain desk. With a shared
 * database it keeps a replica of its event on this machine, by a thread of its own; when the link
 * breaks, it goes on with the replica at once, and when the link is back, what was written there is
 * delivered, then the desk works on the shared database again. One thread at a time, but for
 * [func@door_get_state].
 */
typedef struct _IkrarDoor IkrarDoor;

/**
 * IkrarDoorState:
 * @offline: whether the desk works on the replica now
 * @since: when the link broke, 0 if it holds
 * @waiting: how many marks wait to be delivered
 */
typedef struct
{
  gboolean offline;
  IkrarTime since;
  guint waiting;
} IkrarDoorState;

/**
 * IkrarDoorNotify:
 * @state: how the door works from now on
 * @user_data: data given with it
 *
 * Called in any thread, and not once the door is freed. Does not call the door.
 */
typedef void (*IkrarDoorNotify) (const IkrarDoorState *state, gpointer user_data);

/**
 * IkrarDoorFunc:
 * @store: the database that the door works on now
 * @desk: its desk there
 * @user_data: data given with it
 * @error: return location for an error
 *
 * A piece of work at the door. When the link breaks meanwhile it is called again, with the replica;
 * a check-in stays the same one then, by its nonce.
 *
 * Returns: `FALSE` with an error
 */
typedef gboolean (*IkrarDoorFunc) (IkrarStore *store,
                                   IkrarDesk *desk,
                                   gpointer user_data,
                                   GError **error);

/**
 * ikrar_door_new:
 * @uri: where the database is
 * @store: (nullable): a store there, which must outlive the door; `NULL` if the shared database
 *   cannot be reached and the door shall begin with its replica
 * @event: an event
 * @session: a session of it, 0 for the first
 * @desk_name: (nullable): what the desk is called, `NULL` for the machine's name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the door, or `NULL` with `IKRAR_STORE_ERROR_LOST` if there
 * is neither link nor replica, or another store error
 */
IkrarDoor *ikrar_door_new (const char *uri,
                           IkrarStore *store,
                           IkrarId event,
                           IkrarId session,
                           const char *desk_name,
                           GError **error);

/**
 * ikrar_door_free:
 * @door: (transfer full) (nullable): a door; what waits is kept, and delivered when the program is
 *   next used with the link
 */
void ikrar_door_free (IkrarDoor *door);

/**
 * ikrar_door_set_notify:
 * @door: a door
 * @notify: (scope forever) (nullable): whom to tell
 * @user_data: data for @notify
 */
void ikrar_door_set_notify (IkrarDoor *door, IkrarDoorNotify notify, gpointer user_data);

/**
 * ikrar_door_do:
 * @door: a door
 * @func: (scope call): the work
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Returns: `FALSE` with an error of @func
 */
gboolean ikrar_door_do (IkrarDoor *door, IkrarDoorFunc func, gpointer user_data, GError **error);

/**
 * ikrar_door_get_state:
 * @door: a door
 * @state: (out): how it works now
 *
 * Any thread.
 */
void ikrar_door_get_state (IkrarDoor *door, IkrarDoorState *state);

/**
 * ikrar_door_settle:
 * @timeout_ms: how long to wait at most
 *
 * Waits for the threads of doors that were freed. Main thread, with all doors freed.
 *
 * Returns: whether no thread of a door runs any more
 */
gboolean ikrar_door_settle (guint timeout_ms);

/**
 * ikrar_door_leave:
 * @status: what the program ends with
 *
 * What a program ends by: the thread of a door that was freed may be in the midst of something, and
 * must not find the libraries torn down around it. Where a server does not answer it, the program
 * ends here, without tidying up. Main thread, with all doors freed.
 *
 * Returns: @status
 */
int ikrar_door_leave (int status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDoor, ikrar_door_free)

G_END_DECLS
