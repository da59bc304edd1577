/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/reason.h"
#include "roster/header.h"

G_BEGIN_DECLS

typedef struct _IkrarRosterOptions IkrarRosterOptions;

/**
 * IkrarLayout:
 *
 * What a whole workbook was taken for: which of its sheets are read, where their heads stand, what
 * their columns hold, and why. Immutable; any thread. It keeps what it needs of the workbook.
 */
typedef struct _IkrarLayout IkrarLayout;

/**
 * IkrarSheetUse:
 * @IKRAR_SHEET_READ: its people are read
 * @IKRAR_SHEET_NOT_CHOSEN: another sheet was asked for
 * @IKRAR_SHEET_HIDDEN: the workbook hides it, and nobody asked for it
 * @IKRAR_SHEET_EMPTY: there is nothing in it
 * @IKRAR_SHEET_SUMMARY: it counts people by unit and names none, or repeats those of other sheets
 * @IKRAR_SHEET_NO_NAMES: no column of names was found
 *
 * Whether a sheet is read, and why not.
 */
typedef enum
{
  IKRAR_SHEET_READ,
  IKRAR_SHEET_NOT_CHOSEN,
  IKRAR_SHEET_HIDDEN,
  IKRAR_SHEET_EMPTY,
  IKRAR_SHEET_SUMMARY,
  IKRAR_SHEET_NO_NAMES,
  IKRAR_N_SHEET_USES,
} IkrarSheetUse;

/**
 * IkrarClueCode:
 * @IKRAR_CLUE_HEAD_ROWS: heads stand in several rows; the argument has them
 * @IKRAR_CLUE_NO_HEADS: there are no heads; columns go by what they hold
 * @IKRAR_CLUE_HEADS_OF_SHEET: the heads are those of another sheet, the argument
 * @IKRAR_CLUE_COLUMN_BY_CONTENT: a column goes by what it holds, not by its head, the argument
 * @IKRAR_CLUE_COLUMN_TWICE: two columns have heads of one field; the argument is not read
 * @IKRAR_CLUE_COLUMNS_SHIFTED: the column of numbers holds something else
 * @IKRAR_CLUE_PRIVATE_DROPPED: heads of columns that are dropped
 * @IKRAR_CLUE_NATIONAL_ID: the national id is the only number and is read
 * @IKRAR_CLUE_SEX_TICKS: a mark in one of two columns says the sex
 * @IKRAR_CLUE_SIDE_BY_SIDE: so many tables stand beside each other
 * @IKRAR_CLUE_RECORD_ROWS: each person takes several rows
 * @IKRAR_CLUE_NUMBER_IN_NAME: name and number stand in one cell
 * @IKRAR_CLUE_UNIT_OF_SHEET: the name of the sheet is the unit
 * @IKRAR_CLUE_UNIT_CUT: the name of the sheet is the unit, and may be cut at 31 letters
 * @IKRAR_CLUE_UNIT_FILLED_DOWN: a unit that stands once counts for the rows below
 * @IKRAR_CLUE_SHEET_HIDDEN: a hidden sheet is not read
 * @IKRAR_CLUE_SHEET_SUMMARY: a summary is not read
 * @IKRAR_CLUE_SHEET_NO_NAMES: a sheet without a column of names is not read
 * @IKRAR_CLUE_HIDDEN_ROWS: so many rows are hidden, and imported
 * @IKRAR_CLUE_HIDDEN_COLUMNS: the columns with these heads are hidden, and imported
 * @IKRAR_CLUE_MARKED_ROWS: so many people have a colour or are struck through, which carries no
 * data
 * @IKRAR_CLUE_NO_RESULTS: so many formulas have no result in the file
 * @IKRAR_CLUE_FORM: answers of an online form
 * @IKRAR_CLUE_MEETING: a report of an online meeting
 * @IKRAR_CLUE_REMEMBERED: columns are read as somebody said at an import, on a day, the argument
 *
 * What was guessed, or what should be known about a file.
 */
typedef enum
{
  IKRAR_CLUE_HEAD_ROWS,
  IKRAR_CLUE_NO_HEADS,
  IKRAR_CLUE_HEADS_OF_SHEET,
  IKRAR_CLUE_COLUMN_BY_CONTENT,
  IKRAR_CLUE_COLUMN_TWICE,
  IKRAR_CLUE_COLUMNS_SHIFTED,
  IKRAR_CLUE_PRIVATE_DROPPED,
  IKRAR_CLUE_NATIONAL_ID,
  IKRAR_CLUE_SEX_TICKS,
  IKRAR_CLUE_SIDE_BY_SIDE,
  IKRAR_CLUE_RECORD_ROWS,
  IKRAR_CLUE_NUMBER_IN_NAME,
  IKRAR_CLUE_UNIT_OF_SHEET,
  IKRAR_CLUE_UNIT_CUT,
  IKRAR_CLUE_UNIT_FILLED_DOWN,
  IKRAR_CLUE_SHEET_HIDDEN,
  IKRAR_CLUE_SHEET_SUMMARY,
  IKRAR_CLUE_SHEET_NO_NAMES,
  IKRAR_CLUE_HIDDEN_ROWS,
  IKRAR_CLUE_HIDDEN_COLUMNS,
  IKRAR_CLUE_MARKED_ROWS,
  IKRAR_CLUE_NO_RESULTS,
  IKRAR_CLUE_FORM,
  IKRAR_CLUE_MEETING,
  IKRAR_CLUE_REMEMBERED,
  IKRAR_N_CLUES,
} IkrarClueCode;

/* Of a clue about no column. */
#define IKRAR_CLUE_NO_COLUMN G_MAXUINT

/**
 * IkrarClue:
 * @code: what it is about
 * @sheet: its sheet, from 0
 * @row: row, from 1; 0 for none
 * @column: column, from 0; %IKRAR_CLUE_NO_COLUMN for none
 * @field: what the column was taken for, %IKRAR_ROSTER_FIELD_NONE where that does not matter
 * @argument: what its sentence is about, "" for nothing; never of a person
 *
 * Something that was guessed and why, or that somebody should know.
 */
typedef struct
{
  IkrarClueCode code;
  guint sheet;
  guint row;
  guint column;
  IkrarRosterField field;
  char *argument;
} IkrarClue;

/**
 * ikrar_clue_word:
 * @clue: a clue
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word of its code, such as `side-by-side`
 */
const char *ikrar_clue_word (const IkrarClue *clue);

/**
 * ikrar_clue_text:
 * @clue: a clue
 * @language: the reader's language
 *
 * Any thread.
 *
 * Returns: (transfer full): what was guessed and why, or what to do, in one or two sentences that
 *   do not name the sheet
 */
char *ikrar_clue_text (const IkrarClue *clue, IkrarLanguage language);

/**
 * ikrar_clue_is_question:
 * @clue: a clue
 *
 * Any thread.
 *
 * Returns: whether somebody should look before importing; other clues only tell
 */
gboolean ikrar_clue_is_question (const IkrarClue *clue);

/**
 * ikrar_sheet_use_word:
 * @use: a use
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word: `read`, `not-chosen`, `hidden`, `empty`,
 *   `summary` or `no-names`
 */
const char *ikrar_sheet_use_word (IkrarSheetUse use);

/**
 * ikrar_layout_find:
 * @workbook: a workbook
 * @options: (nullable): how to read it; of these `sheet`, `header_row` and `mapping` count
 * @error: return location for an error
 *
 * Looks at the first rows of each sheet. Unless one is asked for, all sheets that are shown and
 * have a column of names are read, but for summaries. The user's word goes before every guess; a
 * sheet that explains itself goes before one that only the user's mapping makes a roster, and a
 * mapping counts in each sheet that has its column.
 *
 * Returns: (transfer full) (nullable): the layout, with at least one sheet that is read; or `NULL`
 *   with `NO_SHEET`, `NO_HEADER` or `COLUMN` of %IkrarRosterError, or an error of
 *   [func@workbook_read]
 */
IkrarLayout *
ikrar_layout_find (IkrarWorkbook *workbook, const IkrarRosterOptions *options, GError **error);

/**
 * ikrar_layout_get_n_sheets:
 * @layout: a layout
 *
 * Returns: how many sheets the workbook has
 */
guint ikrar_layout_get_n_sheets (const IkrarLayout *layout);

/**
 * ikrar_layout_get_sheet_name:
 * @layout: a layout
 * @sheet: sheet, from 0
 *
 * Returns: (transfer none): its name, "" for the only sheet of a text file
 */
const char *ikrar_layout_get_sheet_name (const IkrarLayout *layout, guint sheet);

/**
 * ikrar_layout_get_use:
 * @layout: a layout
 * @sheet: sheet, from 0
 *
 * Returns: whether the sheet is read, and why not
 */
IkrarSheetUse ikrar_layout_get_use (const IkrarLayout *layout, guint sheet);

/**
 * ikrar_layout_get_first_sheet:
 * @layout: a layout
 *
 * Returns: the first sheet that is read, from 0
 */
guint ikrar_layout_get_first_sheet (const IkrarLayout *layout);

/**
 * ikrar_layout_get_header:
 * @layout: a layout
 * @sheet: sheet, from 0
 *
 * Returns: (transfer none) (nullable): its heads; `NULL` unless it is read
 */
const IkrarHeader *ikrar_layout_get_header (const IkrarLayout *layout, guint sheet);

/**
 * ikrar_layout_get_record_rows:
 * @layout: a layout
 * @sheet: sheet, from 0
 *
 * Returns: how many rows a person takes: 1, but 2 or 3 where name, rank and number stand below each
 *   other
 */
guint ikrar_layout_get_record_rows (const IkrarLayout *layout, guint sheet);

/**
 * ikrar_layout_get_unit:
 * @layout: a layout
 * @sheet: sheet, from 0
 *
 * Returns: (transfer none): the unit that the sheet's name gives, "" if it gives none. A row's own
 *   cell, a section and a label above the table go before it
 */
const char *ikrar_layout_get_unit (const IkrarLayout *layout, guint sheet);

/**
 * ikrar_layout_get_n_clues:
 * @layout: a layout
 *
 * Returns: how many clues the first rows gave; see also [func@roster_result_get_n_clues]
 */
guint ikrar_layout_get_n_clues (const IkrarLayout *layout);

/**
 * ikrar_layout_get_clue:
 * @layout: a layout
 * @index: from 0, by sheet
 *
 * Returns: (transfer none): the clue
 */
const IkrarClue *ikrar_layout_get_clue (const IkrarLayout *layout, guint index);

/**
 * ikrar_layout_shape:
 * @layout: a layout
 * @sheet: a sheet that is read, from 0
 *
 * Returns: (transfer full) (nullable): see [func@header_shape]
 */
char *ikrar_layout_shape (const IkrarLayout *layout, guint sheet);

/**
 * ikrar_layout_free:
 * @layout: (transfer full) (nullable): a layout
 */
void ikrar_layout_free (IkrarLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarLayout, ikrar_layout_free)

G_END_DECLS
