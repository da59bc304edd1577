/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarPresence:
 *
 * How long the people of an event were present, as the database had it at one moment.
 */
typedef struct _IkrarPresence IkrarPresence;

/**
 * ikrar_presence_load:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Counts the minutes of everybody in every session, see [func@presence_minutes]. Somebody whom a
 * desk let in counts from then on, somebody whose presence was set by hand from the start. A
 * session that goes on counts until now; one without an end lasts as long as the event.
 *
 * Returns: (transfer full) (nullable): the counts, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error
 */
IkrarPresence *ikrar_presence_load (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_presence_get:
 * @presence: the counts
 * @participant: a participant
 * @session: a session, 0 for all of them together
 *
 * Returns: minutes present, 0 for somebody who was not
 */
guint ikrar_presence_get (IkrarPresence *presence, IkrarId participant, IkrarId session);

/**
 * ikrar_presence_get_possible:
 * @presence: the counts
 * @session: a session, 0 for all of them together
 *
 * Returns: minutes that somebody could have been present, from the first to the last
 */
guint ikrar_presence_get_possible (IkrarPresence *presence, IkrarId session);

/**
 * ikrar_presence_free:
 * @presence: (transfer full) (nullable): the counts
 */
void ikrar_presence_free (IkrarPresence *presence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPresence, ikrar_presence_free)

G_END_DECLS
