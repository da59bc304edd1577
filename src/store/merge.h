/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

#include "core/attendance.h"

G_BEGIN_DECLS

/**
 * IkrarMergeEntry:
 * @id: its id, made where it was written
 * @at: when
 * @actor: who
 * @desk: at which desk
 * @action: what was done, such as `attendance.check-in`
 * @event: the event
 * @subject: what was changed, 0 if several
 * @detail: what the journal shows of it
 * @nonce: (array fixed-size=16): the client's nonce
 * @undo_of: the entry that it undid, 0 if none
 * @undone_by: the entry that undid it, 0 if none
 *
 * A journal entry that was made elsewhere.
 */
typedef struct
{
  IkrarId id;
  IkrarTime at;
  const char *actor;
  const char *desk;
  const char *action;
  IkrarId event;
  IkrarId subject;
  const char *detail;
  const guint8 *nonce;
  IkrarId undo_of;
  IkrarId undone_by;
} IkrarMergeEntry;

/**
 * IkrarMergeMark:
 * @id: its id, made where it was recorded
 * @participant: whose
 * @session: in which session
 * @state: what was recorded
 * @at: when
 * @desk: at which desk
 * @source: `scan`, `typed`, `name`, `hand` or `undo`
 * @stand_in: (nullable): who came instead, or for whom the person came
 * @corrects: the mark that it corrects, 0 if none
 * @nonce: (array fixed-size=16): the client's nonce; one nonce is one mark
 * @journal: (transfer none): the journal entry that it belongs to; several may share one
 *
 * A mark of the attendance that was made elsewhere.
 */
typedef struct
{
  IkrarId id;
  IkrarId participant;
  IkrarId session;
  IkrarAttendance state;
  IkrarTime at;
  const char *desk;
  const char *source;
  const char *stand_in;
  IkrarId corrects;
  const guint8 *nonce;
  const IkrarMergeEntry *journal;
} IkrarMergeMark;

/**
 * IkrarMergeOutcome:
 * @added: whether the mark is new here; else it was known by its nonce
 * @conflict: whether it is an arrival and there is another one of the same person in the same
 *   session at another desk
 * @stands: of a conflict: whether this mark is the one that counts
 * @other_desk: (nullable): of a conflict: the other desk; free with g_free()
 * @other_at: of a conflict: when the other desk recorded the person
 *
 * What became of a mark.
 */
typedef struct
{
  gboolean added;
  gboolean conflict;
  gboolean stands;
  char *other_desk;
  IkrarTime other_at;
} IkrarMergeOutcome;

/**
 * IkrarDoubleArrival:
 * @participant: who
 * @session: in which session
 * @name: the person, with titles
 * @number: the participant's number
 * @first_desk: where the arrival was recorded that counts
 * @first_at: when
 * @other_desk: at which other desk the person was recorded, too
 * @other_at: when
 *
 * Two desks that did not see each other both let a pass in. Both marks are kept; the first counts.
 */
typedef struct
{
  IkrarId participant;
  IkrarId session;
  char *name;
  int number;
  char *first_desk;
  IkrarTime first_at;
  char *other_desk;
  IkrarTime other_at;
} IkrarDoubleArrival;

/**
 * ikrar_merge_marks:
 * @store: a store without an open change
 * @event: the event that all marks belong to
 * @action: what the merge itself is called in the journal, such as `exchange.deliver`
 * @marks: (array length=n_marks): marks in any order
 * @n_marks: how many
 * @error: return location for an error
 *
 * Adds marks that were made elsewhere, in one durable transaction: a desk's queue after its link
 * was gone, or those of another database. Each goes in with its own id, nonce, time and desk and
 * with its journal entry; none is ever dropped. What stands afterwards depends only on which marks
 * are there, not on their order, so that the same marks may come any number of times and in any
 * parts.
 *
 * If every mark is known, nothing is written at all.
 *
 * Returns: (transfer full) (element-type IkrarMergeOutcome) (nullable): what became of each mark,
 * in their order, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` (a participant or a session is not
 * of the event), `IKRAR_STORE_ERROR_DUPLICATE` (an id is taken by something else) or another store
 *   error; nothing was changed then
 */
GPtrArray *ikrar_merge_marks (IkrarStore *store,
                              IkrarId event,
                              const char *action,
                              const IkrarMergeMark *marks,
                              guint n_marks,
                              GError **error);

/**
 * ikrar_merge_outcome_free:
 * @outcome: (transfer full) (nullable): an outcome
 */
void ikrar_merge_outcome_free (IkrarMergeOutcome *outcome);

/**
 * ikrar_merge_double_arrivals:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarDoubleArrival) (nullable): everybody who was let in
 * at more than one desk, a line for each further desk, by session and number; or `NULL` with a
 * store error
 */
GPtrArray *ikrar_merge_double_arrivals (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_double_arrival_free:
 * @arrival: (transfer full) (nullable): a double arrival
 */
void ikrar_double_arrival_free (IkrarDoubleArrival *arrival);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarMergeOutcome, ikrar_merge_outcome_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDoubleArrival, ikrar_double_arrival_free)

G_END_DECLS
