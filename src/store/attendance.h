/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/scan-log.h"
#include "store/store.h"

#include "core/attendance.h"
#include "core/id.h"
#include "core/presence.h"

G_BEGIN_DECLS

/**
 * IkrarCheckIn:
 * @participant: who came
 * @session: where to; 0 for the event's first session
 * @source: `scan`, `typed`, `name`, `camera` or `kiosk`
 * @nonce: (array fixed-size=16): the client's nonce; a retry is the same check-in
 * @way: %IKRAR_WAY_OUT for somebody who leaves; else somebody who comes, first or again
 * @read: (nullable): what was read, for the log of scans; without it nothing is logged
 */
typedef struct
{
  IkrarId participant;
  IkrarId session;
  const char *source;
  const guint8 *nonce;
  IkrarWay way;
  const IkrarScanText *read;
} IkrarCheckIn;

/**
 * IkrarCheckInOutcome:
 * @welcome: whether this call recorded the presence; else it was there
 * @late: of a welcome: whether the event's rule calls it late
 * @passage: the passage that this call recorded: somebody left, or came back
 * @at: when the presence was first recorded, or the passage; 0 if nobody is present
 * @desk: at which desk; free with g_free()
 * @journal: the journal entry of what was recorded, for undo; else 0
 */
typedef struct
{
  gboolean welcome;
  gboolean late;
  IkrarWay passage;
  IkrarTime at;
  char *desk;
  IkrarId journal;
} IkrarCheckInOutcome;

/**
 * IkrarScan:
 * @way: which way somebody went, if the mark is a passage and no state
 * @after_closing: whether it was recorded after the session had been closed
 *
 * A mark of the last ones, as the desk shows them.
 */
typedef struct
{
  IkrarId journal;
  IkrarId participant;
  char *name;
  char *unit;
  IkrarAttendance state;
  IkrarWay way;
  IkrarTime at;
  char *desk;
  gboolean undone;
  gboolean after_closing;
} IkrarScan;

/**
 * IkrarAttendanceMark:
 * @state: what was recorded
 * @at: when
 * @desk: at which desk
 * @source: `scan`, `typed`, `name`, `camera`, `kiosk`, `hand` or `undo`; `in`, `out` or `void` of a
 *   passage
 * @stand_in: who came instead, or for whom the person came; ""
 * @session: title of the session
 * @actor: who recorded it
 * @after_closing: whether it was recorded after the session had been closed
 *
 * One of the marks of a participant, also one that was corrected since.
 */
typedef struct
{
  IkrarAttendance state;
  IkrarTime at;
  char *desk;
  char *source;
  char *stand_in;
  char *session;
  char *actor;
  gboolean after_closing;
} IkrarAttendanceMark;

/**
 * ikrar_attendance_check_in:
 * @store: a store
 * @check_in: who, where
 * @outcome: (out): what happened
 * @error: return location for an error
 *
 * Records a presence unless it is recorded, in one durable transaction: of two desks at the same
 * instant exactly one gets a welcome. Who comes later than the event's rule allows is recorded as
 * late. Somebody who is present and left comes back; somebody who is present and inside leaves,
 * with %IKRAR_WAY_OUT. Only what was recorded is logged here, in the same transaction.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_NOT_FOUND` (no such participant, or the session is not
 * of their event) or another store error
 */
gboolean ikrar_attendance_check_in (IkrarStore *store,
                                    const IkrarCheckIn *check_in,
                                    IkrarCheckInOutcome *outcome,
                                    GError **error);

/**
 * ikrar_attendance_set:
 * @store: a store
 * @participants: (array length=n_participants): participants of one event
 * @n_participants: how many
 * @session: the session, 0 for the event's first
 * @state: the state
 * @stand_in: (nullable): who came instead, for %IKRAR_ATTENDANCE_REPRESENTED, or for whom the
 * person came, for %IKRAR_ATTENDANCE_STANDING_IN
 * @error: return location for an error
 *
 * Sets a state by hand: new marks that name the ones they correct, one change for all.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND`,
 *   `IKRAR_STORE_ERROR_INVALID` if they are not of one event, or another store error
 */
IkrarId ikrar_attendance_set (IkrarStore *store,
                              const IkrarId *participants,
                              guint n_participants,
                              IkrarId session,
                              IkrarAttendance state,
                              const char *stand_in,
                              GError **error);

/**
 * ikrar_attendance_unrecorded:
 * @store: a store
 * @event: an event
 * @session: a session of it, 0 for the first
 * @unit: only of this unit, 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids of those invited of whom nothing
 * is recorded in the session, by number, or `NULL` with a store error
 */
GArray *ikrar_attendance_unrecorded (IkrarStore *store,
                                     IkrarId event,
                                     IkrarId session,
                                     IkrarId unit,
                                     GError **error);

/**
 * ikrar_attendance_recent:
 * @store: a store
 * @session: a session
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarScan) (nullable): the newest marks first, or `NULL`
 *   with a store error
 */
GPtrArray *
ikrar_attendance_recent (IkrarStore *store, IkrarId session, guint limit, GError **error);

/**
 * ikrar_attendance_session_count:
 * @store: a store
 * @event: an event
 * @session: a session of it
 * @count: (out): states of those invited
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_attendance_session_count (IkrarStore *store,
                                         IkrarId event,
                                         IkrarId session,
                                         IkrarAttendanceCount *count,
                                         GError **error);

/**
 * IkrarDeskCount:
 * @desk: name of a desk
 * @people: how many it let in
 */
typedef struct
{
  char *desk;
  guint people;
} IkrarDeskCount;

/**
 * ikrar_attendance_desks:
 * @store: a store
 * @event: an event
 * @session: a session of it, 0 for the event: where each person came in first
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarDeskCount) (nullable): who is present, by the desk
 *   that let them in, the busiest first; `NULL` with a store error
 */
GPtrArray *
ikrar_attendance_desks (IkrarStore *store, IkrarId event, IkrarId session, GError **error);

/**
 * IkrarAttendancePace:
 * @people: how many were let in
 * @desks: at how many desks
 * @first_at: when the first of them came, 0 if nobody did
 *
 * What a door did in the last minutes.
 */
typedef struct
{
  guint people;
  guint desks;
  IkrarTime first_at;
} IkrarAttendancePace;

/**
 * ikrar_attendance_pace:
 * @store: a store
 * @session: a session
 * @since: the beginning of the last minutes
 * @pace: (out): who was let in at the door since then; states set by hand do not count
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_attendance_pace (IkrarStore *store,
                                IkrarId session,
                                IkrarTime since,
                                IkrarAttendancePace *pace,
                                GError **error);

/**
 * ikrar_attendance_arrivals:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64) (nullable): when each present person was recorded
 *   first, ascending, or `NULL` with a store error
 */
GArray *ikrar_attendance_arrivals (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_attendance_history:
 * @store: a store
 * @participant: a participant
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarAttendanceMark) (nullable): everything that was ever
 *   recorded of the participant, newest first, or `NULL` with a store error
 */
GPtrArray *ikrar_attendance_history (IkrarStore *store, IkrarId participant, GError **error);

/**
 * ikrar_attendance_mark_free:
 * @mark: (transfer full) (nullable): a mark
 */
void ikrar_attendance_mark_free (IkrarAttendanceMark *mark);

/**
 * ikrar_scan_free:
 * @scan: (transfer full) (nullable): a mark
 */
void ikrar_scan_free (IkrarScan *scan);

G_END_DECLS
