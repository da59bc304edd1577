/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/row.h"

G_BEGIN_DECLS

/**
 * IkrarRosterLines:
 *
 * The judged rows of a roster, kept for a list on the screen: verdict, cells and reasons in a few
 * blocks of memory. Immutable once the check that made it is done; any thread.
 */
typedef struct _IkrarRosterLines IkrarRosterLines;

/**
 * ikrar_roster_lines_get_size:
 * @lines: lines
 *
 * Returns: how many there are
 */
guint ikrar_roster_lines_get_size (const IkrarRosterLines *lines);

/**
 * ikrar_roster_lines_get_row:
 * @lines: lines
 * @index: from 0
 *
 * Returns: number of the row in the sheet, from 1
 */
guint ikrar_roster_lines_get_row (const IkrarRosterLines *lines, guint index);

/**
 * ikrar_roster_lines_get_sheet:
 * @lines: lines
 * @index: from 0
 *
 * Returns: the sheet of the row, from 0
 */
guint ikrar_roster_lines_get_sheet (const IkrarRosterLines *lines, guint index);

/**
 * ikrar_roster_lines_get_block:
 * @lines: lines
 * @index: from 0
 *
 * Returns: which of the tables that stand side by side the row is of, from 0
 */
guint ikrar_roster_lines_get_block (const IkrarRosterLines *lines, guint index);

/**
 * ikrar_roster_lines_get_verdict:
 * @lines: lines
 * @index: from 0
 *
 * Returns: what becomes of the row
 */
IkrarVerdict ikrar_roster_lines_get_verdict (const IkrarRosterLines *lines, guint index);

/**
 * ikrar_roster_lines_get_text:
 * @lines: lines
 * @index: from 0
 * @column: index of a column of [func@roster_result_get_header], from 0
 *
 * Returns: (transfer none): the cell as written, "" if it is empty or private
 */
const char *ikrar_roster_lines_get_text (const IkrarRosterLines *lines, guint index, guint column);

/**
 * ikrar_roster_lines_get_fault:
 * @lines: lines
 * @index: from 0
 * @field: a field
 *
 * Returns: the worst that a reason about @field makes of the row; %IKRAR_VERDICT_OK if there is
 *   none, so that a list can colour the cell at fault
 */
IkrarVerdict
ikrar_roster_lines_get_fault (const IkrarRosterLines *lines, guint index, IkrarRosterField field);

/**
 * ikrar_roster_lines_has_reasons:
 * @lines: lines
 *
 * Returns: whether there is anything to say of any line
 */
gboolean ikrar_roster_lines_has_reasons (const IkrarRosterLines *lines);

/**
 * ikrar_roster_lines_get_problem:
 * @lines: lines
 * @index: from 0
 * @language: the reader's language
 *
 * Returns: (transfer full): the sentences of its reasons, "" if there are none
 */
char *
ikrar_roster_lines_get_problem (const IkrarRosterLines *lines, guint index, IkrarLanguage language);

/**
 * ikrar_roster_lines_get_suggestion:
 * @lines: lines
 * @index: from 0
 * @language: the reader's language
 *
 * Returns: (transfer full): what [func@roster_row_suggestion] says of the row
 */
char *ikrar_roster_lines_get_suggestion (const IkrarRosterLines *lines,
                                         guint index,
                                         IkrarLanguage language);

/**
 * ikrar_roster_lines_get_argument:
 * @lines: lines
 * @index: from 0
 * @field: a field
 *
 * Gives what the first reason about @field is about, such as the unit that a section names and
 * nobody knows.
 *
 * Returns: (transfer none): the argument, "" if there is none
 */
const char *ikrar_roster_lines_get_argument (const IkrarRosterLines *lines,
                                             guint index,
                                             IkrarRosterField field);

/**
 * ikrar_roster_lines_get_proposals:
 * @lines: lines
 * @index: from 0
 * @field: a field
 *
 * Gives what may have been meant by a cell that is doubted or refused: names of known units for a
 * unit, digits for a number.
 *
 * Returns: (transfer full) (array zero-terminated=1): texts to choose from, none if nothing is
 * known
 */
GStrv ikrar_roster_lines_get_proposals (const IkrarRosterLines *lines,
                                        guint index,
                                        IkrarRosterField field);

/**
 * ikrar_roster_lines_search:
 * @lines: lines
 * @text: (nullable): what somebody typed: words, all of which must be in the row
 * @verdicts: bits (1 << IkrarVerdict) of the verdicts wanted, 0 for all
 *
 * Returns: (transfer full) (element-type guint): indexes of the lines that match, in order
 */
GArray *ikrar_roster_lines_search (const IkrarRosterLines *lines, const char *text, guint verdicts);

G_END_DECLS
