/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"
#include "report/paper.h"

#include "store/participant-table.h"

G_BEGIN_DECLS

/**
 * IkrarAttendanceListOptions:
 * @paper: what it is printed on
 * @order: how people are ordered
 * @unit: only this unit, 0 for all
 * @per_unit: a sheet for each unit, with pages, counts and signatures of its own
 * @public_version: for a notice board (UU 27/2022): name and unit, who was there, and nothing of
 * why somebody was not; no numbers, grades or signatures
 * @times: whether a column says when people came
 * @plain: without captured signatures: everybody signs on paper
 *
 * How an attendance list is made. All zero is a good list.
 */
typedef struct
{
  IkrarPaper paper;
  IkrarParticipantOrder order;
  IkrarId unit;
  gboolean per_unit;
  gboolean public_version;
  gboolean times;
  gboolean plain;
} IkrarAttendanceListOptions;

/**
 * ikrar_attendance_list_new:
 * @store: a store
 * @event: id of an event
 * @options: (nullable): how it is made
 * @progress: (nullable): who watches the reading
 * @error: return location for an error
 *
 * Makes the attendance list (daftar hadir) of an event: signatures zig-zag, states in words in
 * their place, totals on every page, a recapitulation that adds up to those invited, four rows for
 * people who were not.
 *
 * The footer's fingerprint is the SHA-256 of the record the list shows: `IKRAR-LIST/1`, the event's
 * title, its day and the unit (or nothing), a line each; then for every person a line of number,
 * name with titles, employee number, grade, unit and state code, apart by tabs (number, grade and
 * state empty in the public version); LF at the end of every line.
 *
 * A thread that may wait for the disk.
 *
 * Returns: (transfer full) (nullable): the list, or `NULL` with a store error or
 *   `G_IO_ERROR_CANCELLED`
 */
IkrarDocument *ikrar_attendance_list_new (IkrarStore *store,
                                          IkrarId event,
                                          const IkrarAttendanceListOptions *options,
                                          const IkrarProgress *progress,
                                          GError **error);

G_END_DECLS
