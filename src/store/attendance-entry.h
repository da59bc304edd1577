/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/attendance.h"
#include "core/id.h"
#include "core/presence.h"

G_BEGIN_DECLS

/**
 * IkrarAttendanceEntry:
 * @participant: whom it is of
 * @state: what is to be recorded; never %IKRAR_ATTENDANCE_UNRECORDED
 * @replaces: the state that somebody saw and said may be replaced; where something else is recorded
 *   it stays. %IKRAR_ATTENDANCE_UNRECORDED if only who was not recorded is
 * @at: when, 0 for the start of the session, or now if that is not fixed or still to come
 * @nonce: (array fixed-size=16) (nullable): nonce of what it was read from, so that reading it
 *   again records nothing; after an undo it counts anew
 * @passages: (array length=n_passages) (nullable): when they went out and came back after @at
 * @n_passages: how many
 *
 * Attendance of somebody as another source has it.
 */
typedef struct
{
  IkrarId participant;
  IkrarAttendance state;
  IkrarAttendance replaces;
  IkrarTime at;
  const guint8 *nonce;
  const IkrarPassage *passages;
  guint n_passages;
} IkrarAttendanceEntry;

/**
 * IkrarAttendanceEntries:
 * @event: the event
 * @session: a session of it, 0 for the first
 * @action: `attendance.sheet` or `attendance.file`
 * @detail: (nullable): what the journal shows of it, such as the name of a file
 * @source: where they come from: `sheet`, `form`, `zoom` or `e-presensi`
 * @entries: (array length=n_entries): one for each participant
 * @n_entries: how many
 *
 * Entries that are recorded together.
 */
typedef struct
{
  IkrarId event;
  IkrarId session;
  const char *action;
  const char *detail;
  const char *source;
  const IkrarAttendanceEntry *entries;
  guint n_entries;
} IkrarAttendanceEntries;

/**
 * IkrarAttendanceEntered:
 * @recorded: how many were recorded now
 * @same: of how many the same was recorded already
 * @kept: of how many something else is recorded, and stays
 * @known: how many were read before
 * @journal: the journal entry, for undo; 0 if nothing was recorded
 *
 * What became of entries.
 */
typedef struct
{
  guint recorded;
  guint same;
  guint kept;
  guint known;
  IkrarId journal;
} IkrarAttendanceEntered;

/**
 * IkrarAttendanceStands:
 * @state: what is recorded
 * @at: when
 *
 * What stands for somebody in a session.
 */
typedef struct
{
  IkrarAttendance state;
  IkrarTime at;
} IkrarAttendanceStands;

/**
 * ikrar_attendance_enter:
 * @store: a store
 * @entries: what is to be recorded
 * @entered: (out): what became of it
 * @error: return location for an error
 *
 * Records attendance from a paper sheet or a file of another program: new marks that name the ones
 * they correct, one change for all, one undo. What stands is looked at within the change, so that
 * nothing is replaced that nobody saw.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_NOT_FOUND`, `IKRAR_STORE_ERROR_INVALID` if somebody is
 *   not of the event, or another store error; nothing was changed then
 */
gboolean ikrar_attendance_enter (IkrarStore *store,
                                 const IkrarAttendanceEntries *entries,
                                 IkrarAttendanceEntered *entered,
                                 GError **error);

/**
 * ikrar_attendance_states:
 * @store: a store
 * @event: an event
 * @session: (inout): a session of it, 0 for the first, which is filled in
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarId IkrarAttendanceStands) (nullable): what stands in
 *   the session, by participant; who is not in it is not recorded. `NULL` with
 *   `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
GHashTable *
ikrar_attendance_states (IkrarStore *store, IkrarId event, IkrarId *session, GError **error);

/**
 * ikrar_attendance_is_known:
 * @store: a store
 * @nonce: (array fixed-size=16): nonce of what an entry was read from
 * @known: (out): whether it was recorded, and that was not undone
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_attendance_is_known (IkrarStore *store, const guint8 *nonce, gboolean *known, GError **error);

G_END_DECLS
