/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/entity.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * IkrarChange:
 *
 * One use case that writes: a transaction, and the journal entry that says who did what when, with
 * every row before and after. Free it without committing to take everything back.
 *
 *     g_autoptr (IkrarChange) change = ikrar_change_begin (store, "event.edit", ...);
 *     return change != NULL && ikrar_change_put (change, &ikrar_event_entity, event, error)
 *            && ikrar_change_commit (change, error);
 */
typedef struct _IkrarChange IkrarChange;

/**
 * ikrar_change_begin:
 * @store: a store without an open change
 * @action: stable word for what is done, such as `event.edit`; [func@journal_undo] goes by it
 * @event: the event concerned, 0 if none
 * @subject: id of what is changed, 0 if several
 * @detail: (nullable): what the journal shows of it, such as a title; no NIP or NIK
 * @nonce: (array fixed-size=16) (nullable): the client's nonce, `NULL` for a fresh one
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the change, or `NULL` with `IKRAR_STORE_ERROR_DUPLICATE` if
 *   this nonce was committed before, `IKRAR_STORE_ERROR_BUSY` or another store error
 */
IkrarChange *ikrar_change_begin (IkrarStore *store,
                                 const char *action,
                                 IkrarId event,
                                 IkrarId subject,
                                 const char *detail,
                                 const guint8 *nonce,
                                 GError **error);

/**
 * ikrar_change_begin_beside:
 * @store: a store without an open change
 * @action: as for [func@change_begin], and so what follows
 * @event: the event concerned
 * @subject: id of what is changed
 * @detail: (nullable): what the journal shows of it
 * @nonce: (array fixed-size=16) (nullable): the client's nonce
 * @error: return location for an error
 *
 * [func@change_begin] for what many desks do at once: on a server others write meanwhile, so the
 * change locks what it decides by.
 *
 * Returns: (transfer full) (nullable): as [func@change_begin]
 */
IkrarChange *ikrar_change_begin_beside (IkrarStore *store,
                                        const char *action,
                                        IkrarId event,
                                        IkrarId subject,
                                        const char *detail,
                                        const guint8 *nonce,
                                        GError **error);

/**
 * ikrar_change_put:
 * @change: a change
 * @entity: what @row is
 * @row: the new state
 * @error: return location for an error
 *
 * Writes a row and what stood there before. A row that is already so is not written.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_change_put (IkrarChange *change,
                           const IkrarEntity *entity,
                           gconstpointer row,
                           GError **error);

/**
 * ikrar_change_replace:
 * @change: a change
 * @entity: what @row is
 * @row: the new state of a row that is there
 * @error: return location for an error
 *
 * [func@change_put] for an edit: what another window took away meanwhile does not come back.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
gboolean ikrar_change_replace (IkrarChange *change,
                               const IkrarEntity *entity,
                               gconstpointer row,
                               GError **error);

/**
 * ikrar_change_delete:
 * @change: a change
 * @entity: what the row is
 * @id: its id
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_NOT_FOUND`, `IKRAR_STORE_ERROR_CONFLICT` or another
 *   store error
 */
gboolean
ikrar_change_delete (IkrarChange *change, const IkrarEntity *entity, IkrarId id, GError **error);

/**
 * ikrar_change_commit:
 * @change: a change
 * @error: return location for an error
 *
 * Commits durably and tells the store's listener. If the link to a server breaks meanwhile, it is
 * made anew, for some seconds, to ask whether the change was saved.
 *
 * Returns: `FALSE` with a store error; nothing was changed then, unless it is
 *   `IKRAR_STORE_ERROR_LOST` and the server could not be asked
 */
gboolean ikrar_change_commit (IkrarChange *change, GError **error);

/**
 * ikrar_change_free:
 * @change: (transfer full) (nullable): a change; what was not committed is taken back
 */
void ikrar_change_free (IkrarChange *change);

/**
 * ikrar_change_get_store:
 * @change: a change
 *
 * Returns: (transfer none): its store
 */
IkrarStore *ikrar_change_get_store (IkrarChange *change);

/**
 * ikrar_change_get_db:
 * @change: a change
 *
 * Returns: (transfer none): the connection, within the change's transaction
 */
IkrarDb *ikrar_change_get_db (IkrarChange *change);

/**
 * ikrar_change_get_id:
 * @change: a change
 *
 * Returns: id of the journal entry
 */
IkrarId ikrar_change_get_id (IkrarChange *change);

/**
 * ikrar_change_get_time:
 * @change: a change
 *
 * Returns: when it is made: one moment for everything in it
 */
IkrarTime ikrar_change_get_time (IkrarChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarChange, ikrar_change_free)

G_END_DECLS
