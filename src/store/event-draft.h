/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event-rule.h"
#include "store/event.h"

G_BEGIN_DECLS

/**
 * IkrarEventDraft:
 * @event: the event
 * @sessions: (element-type IkrarEventSession): its sessions in order
 * @roles: (element-type IkrarEventRole): its roles
 * @rule: its rules
 *
 * An event with its parts, as it is entered: what belongs together is saved together.
 */
typedef struct
{
  IkrarEvent *event;
  GPtrArray *sessions;
  GPtrArray *roles;
  IkrarEventRule rule;
} IkrarEventDraft;

/**
 * ikrar_event_draft_new:
 *
 * Any thread.
 *
 * Returns: (transfer full): a draft with an empty event and no parts
 */
IkrarEventDraft *ikrar_event_draft_new (void);

/**
 * ikrar_event_draft_get:
 * @store: a store
 * @id: id of an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the event with its parts, or `NULL` with
 *   `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarEventDraft *ikrar_event_draft_get (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_event_draft_save:
 * @store: a store
 * @draft: a draft; an id of 0 in the event or a part makes a new one and is filled in
 * @error: return location for an error
 *
 * Saves an event with its parts in one change: parts that are not in @draft any more are removed,
 * the others stand in the order of the arrays. An event without sessions gets one.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_INVALID` (see [func@event_save], a
 *   session without a title, a role without a name and position), `IKRAR_STORE_ERROR_CONFLICT` if
 *   attendance was taken in a session that shall go, or another store error
 */
IkrarId ikrar_event_draft_save (IkrarStore *store, IkrarEventDraft *draft, GError **error);

/**
 * ikrar_event_draft_equal:
 * @a: a draft
 * @b: a draft
 *
 * Any thread.
 *
 * Returns: whether saving one in place of the other would change nothing
 */
gboolean ikrar_event_draft_equal (const IkrarEventDraft *a, const IkrarEventDraft *b);

/**
 * ikrar_event_draft_free:
 * @draft: (transfer full) (nullable): a draft
 */
void ikrar_event_draft_free (IkrarEventDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarEventDraft, ikrar_event_draft_free)

G_END_DECLS
