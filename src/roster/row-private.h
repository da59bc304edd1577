/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/layout-private.h"
#include "roster/memory-private.h"
#include "roster/row.h"

G_BEGIN_DECLS

/* The used cells of a row by what their columns hold. Private columns are left out. */
typedef struct
{
  const IkrarSheetCell *by_field[IKRAR_N_ROSTER_FIELDS];
  /* The first used cell, and the first with letters. */
  const IkrarSheetCell *first;
  const IkrarSheetCell *first_text;
  guint n_used;
  guint n_errors;
} IkrarRowCells;

/* A value that may stand for the rows below, if its cell is merged with theirs; of no row, 0, if
 * there is none. */
typedef struct
{
  guint row;
  IkrarSheetCell cell;
  GString *text;
} IkrarCarried;

/* How many fields are carried down. */
#define IKRAR_N_CARRIED 5

/* What is counted through a sheet. */
typedef struct
{
  guint n_hidden;
  guint n_people;
  guint n_marked; /* of the people */
  guint n_no_results;
} IkrarSheetCounts;

struct _IkrarJudge
{
  IkrarWorkbook *workbook;
  const IkrarLayout *layout;
  guint32 today;
  /* The table that the last row was of. */
  guint sheet;
  guint block;
  const IkrarSheetLayout *plan;
  const IkrarHeader *header;
  guint name_column;

  /* Given, or its own. */
  IkrarRosterMemory *memory;
  gboolean owns_memory;
  /* What was made of grades and units before: rosters repeat few of them many times. */
  GHashTable *grades;
  GHashTable *units;
  /* The unit that was asked for last, with what was made of it; rows that follow often have the
   * same. */
  const char *last_unit;
  gpointer last_reading;
  /* IkrarMerge by row and column; NULL until it is needed. */
  GArray *merges;
  IkrarCarried carried[IKRAR_N_CARRIED];
  /* Parts of a cell that holds more than a name, as cells of their own. */
  IkrarSheetCell parts[IKRAR_N_ROSTER_FIELDS];
  char *part_texts[IKRAR_N_ROSTER_FIELDS];
  /* The unit that the last section row named, NULL if there was none, and that of the sections
   * around it. */
  char *section;
  char *around;
  /* Whether a signature was met: below it, only what is plainly a person is one. */
  gboolean in_tail;

  /* GArray of IkrarSheetCounts, one a sheet. */
  GArray *counts;

  IkrarRowCells cells;
  IkrarRosterRow row;
};

/* Whether a text has a letter of any script, and how many of the digits 0 to 9. */
gboolean _ikrar_row_has_letters (const char *text);
guint _ikrar_row_count_digits (const char *text);

void _ikrar_row_gather (const IkrarJudge *judge, const IkrarSheetRow *source, IkrarRowCells *cells);
/* The row's cells apart by tabs, each in its column, without what is private. */
char *_ikrar_row_write_cells (const IkrarJudge *judge, const IkrarSheetRow *source);
/* Whether the cell at this place is shown as one with others; FALSE with an error of reading. */
gboolean _ikrar_judge_find_merge (IkrarJudge *judge,
                                  guint row,
                                  guint column,
                                  const IkrarMerge **merge,
                                  GError **error);

/* Whether a text is a number with or without its label, or a name with a number behind it. */
gboolean _ikrar_name_part_is_number (const char *text);
gboolean _ikrar_name_has_number (const char *text);
/* Whether a name is that of a telephone, a computer or an office. */
gboolean _ikrar_name_is_account (const char *name);
/* Takes a cell that holds name, rank or number apart. */
void _ikrar_row_split_name (IkrarJudge *judge);
/* Gives the row the values that stand above it and count for it. */
gboolean _ikrar_row_fill_down (IkrarJudge *judge, const IkrarSheetRow *source, GError **error);
void _ikrar_judge_forget_carried (IkrarJudge *judge);

/* Why a row is no person, and what about it; IKRAR_REASON_NONE for a person. */
gboolean _ikrar_row_find_shape (IkrarJudge *judge,
                                const IkrarSheetRow *source,
                                IkrarReason *reason,
                                GError **error);
/* Notes which cells somebody corrected. */
void _ikrar_row_tell_corrected (IkrarJudge *judge, const IkrarSheetRow *source);
/* Whether a row names the unit of those below it, which is kept then. */
gboolean _ikrar_row_find_section (IkrarJudge *judge,
                                  const IkrarSheetRow *source,
                                  gboolean *is_section,
                                  GError **error);
/* Looks for "Unit kerja: …" in a row above the heads. */
void _ikrar_row_read_above (IkrarJudge *judge, const IkrarSheetRow *source);
/* Whether a row holds nothing, or only its number in the list. */
gboolean _ikrar_row_is_blank (const IkrarRowCells *cells);

/* The cell of a field. An error value holds nothing and gives the row this verdict. */
const IkrarSheetCell *
_ikrar_row_cell_of (IkrarJudge *judge, IkrarRosterField field, IkrarVerdict verdict);
/* Its clean text, "" if there is none. */
char *_ikrar_row_text_of (IkrarJudge *judge, IkrarRosterField field);
/* What a cell of the field means by what somebody said, its own text otherwise; @text is replaced.
 * Tells the row when it did. */
void _ikrar_row_apply_meaning (IkrarJudge *judge, IkrarRosterField field, char **text);
/* Whether the name of a unit says that there is none. */
gboolean _ikrar_row_is_none (IkrarJudge *judge, const char *unit);
/* Brings the name of the row's unit to that of a known one, and doubts it if there is none. */
void _ikrar_row_meet_unit (IkrarJudge *judge);
void _ikrar_row_free_unit (gpointer unit);
/* Reads grade and rank; the kind of the number must be known. */
void _ikrar_row_read_grade (IkrarJudge *judge);
/* Reads the person of a row. */
void _ikrar_row_read_person (IkrarJudge *judge, const IkrarSheetRow *source);

/* Whether the person of the row, or the number, stood in a row above. */
void _ikrar_row_check_seen (IkrarJudge *judge, guint number);
void _ikrar_roster_memory_init_seen (IkrarRosterMemory *memory);
void _ikrar_roster_memory_clear_seen (IkrarRosterMemory *memory);

/* A judge that knows what is given. */
IkrarJudge *_ikrar_judge_new (IkrarWorkbook *workbook,
                              const IkrarLayout *layout,
                              guint32 today,
                              IkrarRosterMemory *memory);

/* Appends the sentence of a reason to others. */
void _ikrar_row_append_sentence (GString *problem,
                                 IkrarReason reason,
                                 const char *argument,
                                 IkrarLanguage language);
/* Appends what is to be done about a reason, if anything, to other advice. */
void
_ikrar_row_append_advice (GString *advice, const IkrarRosterReason *reason, IkrarLanguage language);
/* Moves a row out of its judge, its texts into a chunk; the source stays behind. What is left for
 * its new owner to free are the reasons. */
void _ikrar_roster_row_move (IkrarRosterRow *from, IkrarRosterRow *to, GStringChunk *chunk);
void _ikrar_roster_row_clear_reasons (IkrarRosterRow *row);

/* What may have been meant, apart by lines, belongs to the reason added last. */
void _ikrar_row_add_proposals (IkrarRosterRow *row, const char *proposals);
void _ikrar_row_add_reason (IkrarRosterRow *row,
                            IkrarVerdict verdict,
                            IkrarReason reason,
                            IkrarRosterField field,
                            const char *argument);

G_END_DECLS
