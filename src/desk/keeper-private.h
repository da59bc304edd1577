/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/door.h"

G_BEGIN_DECLS

/* The thread behind a door: it keeps the replica near to the shared database, notices when the link
 * breaks or is back, and delivers what waits. It has connections of its own to both. */
typedef struct _IkrarKeeper IkrarKeeper;

/* @linked says whether the link holds now. */
IkrarKeeper *_ikrar_keeper_new (const char *uri, IkrarId event, gboolean linked);

/* @notify is called in any thread, until the end. */
void _ikrar_keeper_set_notify (IkrarKeeper *keeper, IkrarDoorNotify notify, gpointer user_data);

/* Ends the thread; whatever it waits for, it tells nobody any more. */
void _ikrar_keeper_stop (IkrarKeeper *keeper);

/* Waits until the threads of all keepers that were stopped have ended, but not longer; FALSE if one
 * still runs. */
gboolean _ikrar_keeper_settle (guint timeout_ms);

/* How often the link came back, or 0 if the door may not work on the shared database now. Any
 * thread. */
guint _ikrar_keeper_get_link (IkrarKeeper *keeper);

/* The door noticed that the link is broken. */
void _ikrar_keeper_lose (IkrarKeeper *keeper);

/* Something was written into the replica. */
void _ikrar_keeper_poke (IkrarKeeper *keeper);

/* Any thread. */
void _ikrar_keeper_get_state (IkrarKeeper *keeper, IkrarDoorState *state);

G_END_DECLS
