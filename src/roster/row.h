/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/reason.h"
#include "roster/layout.h"
#include "store/person.h"

G_BEGIN_DECLS

/**
 * IkrarVerdict:
 * @IKRAR_VERDICT_OK: a person, nothing to say
 * @IKRAR_VERDICT_WARNING: a person; somebody should look at something
 * @IKRAR_VERDICT_ERROR: a person who cannot be imported as it stands
 * @IKRAR_VERDICT_DUPLICATE: a person who is in the file or in the event already
 * @IKRAR_VERDICT_SKIPPED: no person: a section, a total, a signature
 *
 * What becomes of a row. The first two are imported, the next two go back to the sender.
 */
typedef enum
{
  IKRAR_VERDICT_OK,
  IKRAR_VERDICT_WARNING,
  IKRAR_VERDICT_ERROR,
  IKRAR_VERDICT_DUPLICATE,
  IKRAR_VERDICT_SKIPPED,
  IKRAR_N_VERDICTS,
} IkrarVerdict;

/**
 * IkrarRosterReason:
 * @reason: the reason
 * @field: the field at fault; %IKRAR_ROSTER_FIELD_NONE for the row as a whole
 * @verdict: what it makes of the row
 * @argument: what the reason's sentence is about, ""
 * @proposals: what may have been meant, apart by lines, for somebody to choose from; ""
 * @column: the column at fault, from 0; -1 for the row as a whole
 *
 * Why a row has its verdict.
 */
typedef struct
{
  IkrarReason reason;
  IkrarRosterField field;
  IkrarVerdict verdict;
  char *argument;
  char *proposals;
  int column;
} IkrarRosterReason;

#define IKRAR_ROSTER_REASONS_MAX 12

/**
 * IkrarRosterRow:
 * @source: the row as it stands in the sheet; of a person who takes several rows, these joined
 * @verdict: what becomes of it
 * @reasons: (array length=n_reasons): why
 * @n_reasons: how many
 * @person: the person as read, without id; empty texts for rows that are none
 * @unit: name of the unit as written, "" if none
 * @kind: a word of %IKRAR_VOCABULARY_PARTICIPANT_KIND
 * @says_kind: whether the row says it
 * @seat: seat, ""
 * @group_name: group, ""
 * @note: note, ""
 * @cells: all cells as the sender wrote them, apart by tabs, each in its column, without what is
 *   private
 *
 * A row of a roster, judged. Lives until the next one.
 */
typedef struct
{
  const IkrarSheetRow *source;
  IkrarVerdict verdict;
  IkrarRosterReason reasons[IKRAR_ROSTER_REASONS_MAX];
  guint n_reasons;
  IkrarPerson person;
  char *unit;
  const char *kind;
  gboolean says_kind;
  char *seat;
  char *group_name;
  char *note;
  char *cells;
} IkrarRosterRow;

/**
 * IkrarJudge:
 *
 * Goes through the tables of a roster from top to bottom and tells people from everything else. It
 * remembers what carries down: sections and merged cells within a table, people and numbers seen
 * through all of them. One thread at a time.
 */
typedef struct _IkrarJudge IkrarJudge;

/**
 * ikrar_verdict_word:
 * @verdict: a verdict
 *
 * Any thread.
 *
 * Returns: (transfer none): `ok`, `warning`, `error`, `duplicate` or `skipped`
 */
const char *ikrar_verdict_word (IkrarVerdict verdict);

/**
 * ikrar_verdict_label:
 * @verdict: a verdict
 *
 * Any thread.
 *
 * Returns: (transfer none): what the window shows, in the user's language
 */
const char *ikrar_verdict_label (IkrarVerdict verdict);

/**
 * ikrar_judge_new:
 * @workbook: a workbook, which outlives the judge
 * @layout: its layout, which outlives the judge
 * @today: the day against which dates in numbers are judged, as YYYYMMDD
 *
 * Returns: (transfer full): a judge
 */
IkrarJudge *ikrar_judge_new (IkrarWorkbook *workbook, const IkrarLayout *layout, guint32 today);

/**
 * ikrar_judge_row:
 * @judge: a judge
 * @source: the next row of a table; tables follow each other, each whole
 * @row: (out) (nullable) (transfer none): the row, judged, until the next one; `NULL` if it is
 *   blank or above the first person
 * @error: return location for an error
 *
 * Returns: `FALSE` with an error of [func@workbook_get_merges]
 */
gboolean ikrar_judge_row (IkrarJudge *judge,
                          const IkrarSheetRow *source,
                          IkrarRosterRow **row,
                          GError **error);

/**
 * ikrar_roster_row_refuse:
 * @row: a row
 * @verdict: its new verdict
 * @reason: why
 * @argument: (nullable): what the reason's sentence is about
 *
 * Changes the verdict of a row that turned out otherwise, such as a person who takes part already.
 */
void ikrar_roster_row_refuse (IkrarRosterRow *row,
                              IkrarVerdict verdict,
                              IkrarReason reason,
                              const char *argument);

/**
 * ikrar_roster_row_codes:
 * @row: a row
 *
 * Returns: (transfer full): codes of its reasons, apart by commas
 */
char *ikrar_roster_row_codes (const IkrarRosterRow *row);

/**
 * ikrar_roster_row_problem:
 * @row: a row
 * @language: the reader's language
 *
 * Returns: (transfer full): the sentences of its reasons, "" if there are none
 */
char *ikrar_roster_row_problem (const IkrarRosterRow *row, IkrarLanguage language);

/**
 * ikrar_roster_row_suggestion:
 * @row: a row
 * @language: the reader's language
 *
 * What the sender should do (`Saran`). It proposes what may have been meant where that is known,
 * and never says that it is so.
 *
 * Returns: (transfer full): sentences, "" if there is nothing to do
 */
char *ikrar_roster_row_suggestion (const IkrarRosterRow *row, IkrarLanguage language);

/**
 * ikrar_judge_free:
 * @judge: (transfer full) (nullable): a judge
 */
void ikrar_judge_free (IkrarJudge *judge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarJudge, ikrar_judge_free)

G_END_DECLS
