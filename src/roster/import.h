/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/sheet-rows.h"
#include "roster/fixes.h"
#include "roster/lines.h"
#include "store/import-difference.h"

G_BEGIN_DECLS

/**
 * IkrarRosterOptions:
 * @sheet: (nullable): name of a sheet, or its number from 1; `NULL` for all that are shown and have
 *   people, see [func@layout_find]
 * @header_row: row of the heads, from 1; 0 to find it
 * @mapping: (nullable) (array zero-terminated=1): see [func@header_find]
 * @today: the day against which dates in numbers are judged, as YYYYMMDD; 0 for the present one
 * @limit: a check stops after so many lines, for a first look; 0 for all
 * @fixes: (nullable): what somebody corrected
 * @ignore_remembered: whether what somebody said of such columns at an earlier import counts for
 *   nothing
 * @keep_lines: whether every line is kept for a list, see [func@roster_result_get_lines]
 * @update: (nullable): for an import: the differences that [func@roster_compare] found with just
 *   these options; those that are accepted are applied instead of a plain import
 *
 * How a roster is read. All zero is right for most.
 */
struct _IkrarRosterOptions
{
  const char *sheet;
  guint header_row;
  const char *const *mapping;
  guint32 today;
  guint limit;
  gboolean keep_lines;
  const IkrarRosterFixes *fixes;
  gboolean ignore_remembered;
  IkrarDifferences *update;
};

/**
 * IkrarRosterSummary:
 * @rows: rows with something in them, below the heads
 * @counts: how many of them got which verdict; together @rows
 * @imported: people who are participants now and were not before
 * @present: of a check: people who take part in the event already
 * @changed: of an update: participants who were changed
 * @withdrawn: of an update: participants who were withdrawn
 * @unchanged: of an update: participants who are just as the file says
 * @batch: id of the import, 0 after a check and where nothing was changed
 * @journal: id of its journal entry, for undo; 0 like @batch
 *
 * What a check or an import found.
 */
typedef struct
{
  guint rows;
  guint counts[IKRAR_N_VERDICTS];
  guint imported;
  guint present;
  guint changed;
  guint withdrawn;
  guint unchanged;
  IkrarId batch;
  IkrarId journal;
} IkrarRosterSummary;

/**
 * IkrarRosterResult:
 *
 * What a check or an import found, and what goes back to the sender. Immutable; any thread.
 */
typedef struct _IkrarRosterResult IkrarRosterResult;

/**
 * IkrarRosterRowFunc:
 * @row: a row with its final verdict, until the call returns
 * @user_data: data given with it
 *
 * Takes a line. Runs in the thread that checks or imports; leaves the workbook alone.
 */
typedef void (*IkrarRosterRowFunc) (const IkrarRosterRow *row, gpointer user_data);

/**
 * ikrar_roster_check:
 * @workbook: a workbook
 * @options: (nullable): how to read it
 * @store: (nullable): a store, to know whose the numbers are and who takes part in @event already
 * @event: an event, 0 for none
 * @func: (nullable) (scope call): takes a line for each row with something in it
 * @user_data: data for @func
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Judges every row of a roster as [func@roster_import] would. Nothing is written.
 *
 * Returns: (transfer full) (nullable): what was found, or `NULL` with an error of
 *   `IKRAR_ROSTER_ERROR`, a store error, or `G_IO_ERROR_CANCELLED`
 */
IkrarRosterResult *ikrar_roster_check (IkrarWorkbook *workbook,
                                       const IkrarRosterOptions *options,
                                       IkrarStore *store,
                                       IkrarId event,
                                       IkrarRosterRowFunc func,
                                       gpointer user_data,
                                       const IkrarProgress *progress,
                                       GError **error);

/**
 * ikrar_roster_import:
 * @workbook: a workbook
 * @options: (nullable): how to read it
 * @store: a store without an open change
 * @event: the event whose roster grows
 * @func: (nullable) (scope call): takes a line for each row with something in it
 * @user_data: data for @func
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Judges every row as [func@roster_check] does and imports those that are `ok` or `warning`, in one
 * transaction and with one undo. Each person of the file is imported or among the refused rows,
 * never both. If nobody can be imported, the database stays as it was.
 *
 * Returns: (transfer full) (nullable): what was done, or `NULL` with an error as
 *   [func@roster_check]; nothing was changed then
 */
IkrarRosterResult *ikrar_roster_import (IkrarWorkbook *workbook,
                                        const IkrarRosterOptions *options,
                                        IkrarStore *store,
                                        IkrarId event,
                                        IkrarRosterRowFunc func,
                                        gpointer user_data,
                                        const IkrarProgress *progress,
                                        GError **error);

/**
 * ikrar_roster_compare:
 * @workbook: a workbook
 * @options: (nullable): how to read it
 * @store: a store without an open change
 * @event: the event on whose roster people of the file are already
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Tells how a roster that comes again differs from the event's: who is new, changed or missing.
 * Nothing is written. Who is accepted can be chosen, and [func@roster_import] applies it: see
 * `update` of [struct@RosterOptions].
 *
 * Returns: (transfer full) (nullable): the differences, or `NULL` with an error as
 *   [func@roster_check]
 */
IkrarDifferences *ikrar_roster_compare (IkrarWorkbook *workbook,
                                        const IkrarRosterOptions *options,
                                        IkrarStore *store,
                                        IkrarId event,
                                        const IkrarProgress *progress,
                                        GError **error);

/**
 * ikrar_roster_result_get_summary:
 * @result: a result
 *
 * Returns: (transfer none): counts
 */
const IkrarRosterSummary *ikrar_roster_result_get_summary (const IkrarRosterResult *result);

/**
 * ikrar_roster_result_get_layout:
 * @result: a result
 *
 * Returns: (transfer none): what the workbook was taken for, sheet by sheet
 */
const IkrarLayout *ikrar_roster_result_get_layout (const IkrarRosterResult *result);

/**
 * ikrar_roster_result_get_sheet_summary:
 * @result: a result
 * @sheet: a sheet, from 0
 *
 * Returns: (transfer none): rows and counts of one sheet; the other members are 0
 */
const IkrarRosterSummary *
ikrar_roster_result_get_sheet_summary (const IkrarRosterResult *result, guint sheet);

/**
 * ikrar_roster_result_get_n_clues:
 * @result: a result
 *
 * Returns: how many clues there are: those of the layout, and what only reading all rows shows
 */
guint ikrar_roster_result_get_n_clues (const IkrarRosterResult *result);

/**
 * ikrar_roster_result_get_clue:
 * @result: a result
 * @index: from 0, by sheet
 *
 * Returns: (transfer none): the clue
 */
const IkrarClue *ikrar_roster_result_get_clue (const IkrarRosterResult *result, guint index);

/**
 * ikrar_roster_result_get_sheet:
 * @result: a result
 *
 * Returns: the first sheet that was read, from 0
 */
guint ikrar_roster_result_get_sheet (const IkrarRosterResult *result);

/**
 * ikrar_roster_result_get_header:
 * @result: a result
 *
 * Gives the columns of lines and refused rows. Of several tables with different columns they are
 * those of the first, and what the others have beside; columns of one field or one head are one.
 *
 * Returns: (transfer none): the header, with what each column was taken for
 */
const IkrarHeader *ikrar_roster_result_get_header (const IkrarRosterResult *result);

/**
 * ikrar_roster_result_get_refused:
 * @result: a result
 *
 * Gives what goes back to the sender: the rows that are errors or duplicates, as they were written
 * but without private columns, a table for each sheet (and each of the tables that stand side by
 * side in it), with the sender's columns and beside them `Baris Asal`, the row of the file,
 * `Masalah` and `Saran`, which say in Indonesian what is wrong and what to do. A unit that was
 * carried down from a section or a merged cell is filled in, so that the rows can be corrected and
 * imported by themselves; those columns are left alone then.
 *
 * Returns: (transfer none) (element-type IkrarSheetRows): tables by sheet, with its name; at least
 *   one
 */
const GPtrArray *ikrar_roster_result_get_refused (const IkrarRosterResult *result);

/**
 * ikrar_roster_result_get_lines:
 * @result: a result
 *
 * Returns: (transfer none) (nullable): all lines, `NULL` if they were not to be kept
 */
const IkrarRosterLines *ikrar_roster_result_get_lines (const IkrarRosterResult *result);

/**
 * ikrar_roster_result_free:
 * @result: (transfer full) (nullable): a result
 */
void ikrar_roster_result_free (IkrarRosterResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarRosterResult, ikrar_roster_result_free)

G_END_DECLS
