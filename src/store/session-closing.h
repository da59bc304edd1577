/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/attendance.h"
#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarSessionClosing:
 * @id: its id
 * @session: the session
 * @closed: whether it was closed; else opened again
 * @at: when
 * @desk: at which computer
 * @actor: by whom
 * @count: the states of those invited at that moment, as sealed
 * @ledger_index: its place in the sealed log
 *
 * That a session's attendance was closed, or opened again.
 */
typedef struct
{
  IkrarId id;
  IkrarId session;
  gboolean closed;
  IkrarTime at;
  char *desk;
  char *actor;
  IkrarAttendanceCount count;
  guint64 ledger_index;
} IkrarSessionClosing;

/**
 * ikrar_session_close:
 * @store: a store
 * @session: a session
 * @sealed: (out) (optional): whether a checkpoint was signed over it at once
 * @error: return location for an error
 *
 * Seals the counts of a session in the log, then signs a checkpoint, if the key can be used. What
 * is recorded afterwards is recorded as before, and shown as after the closing. Undo opens the
 * session again, by a record of its own.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` (it is closed),
 *   `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarId ikrar_session_close (IkrarStore *store, IkrarId session, gboolean *sealed, GError **error);

/**
 * ikrar_session_reopen:
 * @store: a store
 * @session: a session
 * @error: return location for an error
 *
 * Opens a closed session again, by a record of the sealed log that names the one it takes back.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` (it is not closed),
 *   `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarId ikrar_session_reopen (IkrarStore *store, IkrarId session, GError **error);

/**
 * ikrar_session_closings:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarSessionClosing) (nullable): every closing and opening
 *   of its sessions, the newest first, or `NULL` with a store error
 */
GPtrArray *ikrar_session_closings (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_session_closing_find:
 * @closings: (element-type IkrarSessionClosing): closings of an event
 * @session: a session of it
 *
 * Returns: (transfer none) (nullable): the closing that holds, `NULL` for a session that is open
 */
const IkrarSessionClosing *ikrar_session_closing_find (GPtrArray *closings, IkrarId session);

/**
 * ikrar_session_closing_free:
 * @closing: (transfer full) (nullable): a closing
 */
void ikrar_session_closing_free (IkrarSessionClosing *closing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSessionClosing, ikrar_session_closing_free)

G_END_DECLS
