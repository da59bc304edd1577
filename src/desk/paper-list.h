/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/attendance-entry.h"
#include "store/participant-table.h"

#include "desk/number-list.h"

G_BEGIN_DECLS

/**
 * IkrarPaperList:
 *
 * An attendance list as it was printed, with what is recorded in a session of those on it. Its
 * numbers are those of the list's first column. Immutable; any thread.
 */
typedef struct _IkrarPaperList IkrarPaperList;

/**
 * IkrarPaperVerdict:
 * @IKRAR_PAPER_NEW: nothing is recorded yet
 * @IKRAR_PAPER_SAME: just that is recorded already
 * @IKRAR_PAPER_OTHERWISE: something else is recorded
 *
 * What a number would do.
 */
typedef enum
{
  IKRAR_PAPER_NEW,
  IKRAR_PAPER_SAME,
  IKRAR_PAPER_OTHERWISE,
  IKRAR_N_PAPER_VERDICTS,
} IkrarPaperVerdict;

/**
 * IkrarPaperLine:
 * @number: number on the list
 * @person: who stands there; belongs to the list
 * @state: what was typed
 * @recorded: what is recorded
 * @verdict: what becomes of it
 *
 * A number with the person behind it.
 */
typedef struct
{
  guint number;
  const IkrarParticipantLine *person;
  IkrarAttendance state;
  IkrarAttendance recorded;
  IkrarPaperVerdict verdict;
} IkrarPaperLine;

/**
 * ikrar_paper_list_load:
 * @store: a store
 * @event: an event
 * @session: a session of it, 0 for the first
 * @unit: the unit whose sheet it is, 0 if the list has all
 * @order: how the list is ordered
 * @error: return location for an error
 *
 * Reads a list as it is printed now: who was invited or withdrew after the printing moves those
 * behind, so the names have to be looked at.
 *
 * Returns: (transfer full) (nullable): the list, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error
 */
IkrarPaperList *ikrar_paper_list_load (IkrarStore *store,
                                       IkrarId event,
                                       IkrarId session,
                                       IkrarId unit,
                                       IkrarParticipantOrder order,
                                       GError **error);

/**
 * ikrar_paper_list_get_size:
 * @list: a list
 *
 * Returns: how many numbers it has
 */
guint ikrar_paper_list_get_size (const IkrarPaperList *list);

/**
 * ikrar_paper_list_judge:
 * @list: a list
 * @numbers: (element-type IkrarListNumber): numbers that it has
 *
 * Returns: (transfer full) (element-type IkrarPaperLine): who is meant and what becomes of it, in
 *   the order of @numbers
 */
GArray *ikrar_paper_list_judge (const IkrarPaperList *list, const GArray *numbers);

/**
 * ikrar_paper_list_record:
 * @list: a list
 * @store: a store
 * @lines: (element-type IkrarPaperLine): what is to be recorded
 * @replace: whether what is recorded otherwise is replaced; else it stays
 * @entered: (out): what was done
 * @error: return location for an error
 *
 * Records all of it as one change with one undo, see [func@attendance_enter]. Who is not in @lines
 * stays as they are.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_paper_list_record (const IkrarPaperList *list,
                                  IkrarStore *store,
                                  const GArray *lines,
                                  gboolean replace,
                                  IkrarAttendanceEntered *entered,
                                  GError **error);

/**
 * ikrar_paper_verdict_word:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the stable English word: `new`, `same` or `otherwise`
 */
const char *ikrar_paper_verdict_word (IkrarPaperVerdict verdict);

/**
 * ikrar_paper_list_free:
 * @list: (transfer full) (nullable): a list
 */
void ikrar_paper_list_free (IkrarPaperList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPaperList, ikrar_paper_list_free)

G_END_DECLS
