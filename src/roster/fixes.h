/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/field.h"

G_BEGIN_DECLS

/**
 * IkrarRosterFixes:
 *
 * What somebody corrected in a roster: cells, rows that are to be left out, and what words mean.
 * The file stays as it is; every check and import that is given the fixes reads it as corrected,
 * and keeps beside it what the sender wrote. One thread at a time: give a worker a copy.
 */
typedef struct _IkrarRosterFixes IkrarRosterFixes;

/**
 * IkrarRosterMeaningFunc:
 * @field: a field
 * @written: what a cell says
 * @meaning: what it means
 * @user_data: data given with it
 */
typedef void (*IkrarRosterMeaningFunc) (IkrarRosterField field,
                                        const char *written,
                                        const char *meaning,
                                        gpointer user_data);

/**
 * ikrar_roster_fixes_new:
 *
 * Returns: (transfer full): no fixes yet
 */
IkrarRosterFixes *ikrar_roster_fixes_new (void);

/**
 * ikrar_roster_fixes_copy:
 * @fixes: (nullable): fixes
 *
 * Returns: (transfer full) (nullable): fixes of their own, for another thread; `NULL` for none
 */
IkrarRosterFixes *ikrar_roster_fixes_copy (const IkrarRosterFixes *fixes);

/**
 * ikrar_roster_fixes_ref:
 * @fixes: fixes
 *
 * Any thread.
 *
 * Returns: (transfer full): the same
 */
IkrarRosterFixes *ikrar_roster_fixes_ref (IkrarRosterFixes *fixes);

/**
 * ikrar_roster_fixes_unref:
 * @fixes: (transfer full) (nullable): fixes
 *
 * Any thread.
 */
void ikrar_roster_fixes_unref (IkrarRosterFixes *fixes);

/**
 * ikrar_roster_fixes_set_cell:
 * @fixes: fixes
 * @sheet: sheet of the file, from 0
 * @row: row of the sheet, from 1
 * @column: column of the sheet, from 0
 * @text: (nullable): what the cell is to say, "" for nothing; `NULL` takes a correction back
 *
 * Corrects a cell in place: the row is judged as if the sender had written @text.
 */
void ikrar_roster_fixes_set_cell (IkrarRosterFixes *fixes,
                                  guint sheet,
                                  guint row,
                                  guint column,
                                  const char *text);

/**
 * ikrar_roster_fixes_get_cell:
 * @fixes: fixes
 * @sheet: sheet of the file, from 0
 * @row: row of the sheet, from 1
 * @column: column of the sheet, from 0
 *
 * Returns: (transfer none) (nullable): what the cell is to say, `NULL` if it is not corrected
 */
const char *
ikrar_roster_fixes_get_cell (const IkrarRosterFixes *fixes, guint sheet, guint row, guint column);

/**
 * ikrar_roster_fixes_set_skipped:
 * @fixes: fixes
 * @sheet: sheet of the file, from 0
 * @row: row of the sheet, from 1
 * @block: table of the row, from 0
 * @skipped: `TRUE` leaves the row out; `FALSE` reads it as a person, also one that would have been
 *   skipped as a total, a section or a signature
 */
void ikrar_roster_fixes_set_skipped (IkrarRosterFixes *fixes,
                                     guint sheet,
                                     guint row,
                                     guint block,
                                     gboolean skipped);

/**
 * ikrar_roster_fixes_get_skipped:
 * @fixes: fixes
 * @sheet: sheet of the file, from 0
 * @row: row of the sheet, from 1
 * @block: table of the row, from 0
 * @skipped: (out) (optional): what was said
 *
 * Returns: whether somebody said something of the row
 */
gboolean ikrar_roster_fixes_get_skipped (const IkrarRosterFixes *fixes,
                                         guint sheet,
                                         guint row,
                                         guint block,
                                         gboolean *skipped);

/**
 * ikrar_roster_fixes_set_meaning:
 * @fixes: fixes
 * @field: %IKRAR_ROSTER_FIELD_UNIT, `GRADE`, `RANK`, `STATUS`, `KIND` or `SEX`
 * @written: what cells say
 * @meaning: (nullable): what it means: the name of a unit, a grade, a word; "" for nothing. A unit
 *   that means itself is a new one, and right. `NULL` takes a meaning back
 *
 * Applies to every row whose cell says the same, also in other cases and with other points and
 * spaces. An import remembers it: of a unit as its alias, which its undo takes back.
 */
void ikrar_roster_fixes_set_meaning (IkrarRosterFixes *fixes,
                                     IkrarRosterField field,
                                     const char *written,
                                     const char *meaning);

/**
 * ikrar_roster_fixes_get_meaning:
 * @fixes: fixes
 * @field: a field
 * @written: what a cell says
 *
 * Returns: (transfer none) (nullable): what it means, `NULL` if nobody said
 */
const char *ikrar_roster_fixes_get_meaning (const IkrarRosterFixes *fixes,
                                            IkrarRosterField field,
                                            const char *written);

/**
 * ikrar_roster_fixes_each_meaning:
 * @fixes: fixes
 * @func: (scope call): takes each meaning
 * @user_data: data for @func
 */
void ikrar_roster_fixes_each_meaning (const IkrarRosterFixes *fixes,
                                      IkrarRosterMeaningFunc func,
                                      gpointer user_data);

/**
 * ikrar_roster_fixes_get_size:
 * @fixes: (nullable): fixes
 *
 * Returns: how many cells, rows and meanings there are
 */
guint ikrar_roster_fixes_get_size (const IkrarRosterFixes *fixes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarRosterFixes, ikrar_roster_fixes_unref)

G_END_DECLS
