/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarReason:
 *
 * Why a number, a cell or a roster row is doubted or refused. Each has a stable English code for
 * machines and a sentence for people in both languages; @argument of [func@reason_text] stands for
 * `%s` in the sentence. The sentences say what is wrong and what to do. The values are stable
 * within one process only; what is kept is the code.
 */
typedef enum
{
  IKRAR_REASON_NONE,
  /* employee numbers and national ids */
  IKRAR_REASON_NUMBER_MISSING,
  IKRAR_REASON_NUMBER_SCIENTIFIC,
  IKRAR_REASON_NUMBER_ENDS_000,
  IKRAR_REASON_NUMBER_FROM_FLOAT,
  IKRAR_REASON_NUMBER_NUMERIC_CELL,
  IKRAR_REASON_NUMBER_LENGTH,
  IKRAR_REASON_NUMBER_LOOKALIKE,
  IKRAR_REASON_NUMBER_KIND,
  IKRAR_REASON_NUMBER_IS_DATE,
  IKRAR_REASON_NUMBER_BIRTH_DATE,
  IKRAR_REASON_NUMBER_BIRTH_YEAR,
  IKRAR_REASON_NUMBER_SERVICE_MONTH,
  IKRAR_REASON_NUMBER_TOO_YOUNG,
  IKRAR_REASON_NUMBER_FUTURE,
  IKRAR_REASON_NUMBER_SEX,
  IKRAR_REASON_NUMBER_SERIAL,
  IKRAR_REASON_NUMBER_PROVINCE,
  IKRAR_REASON_NUMBER_OLD_FORM,
  IKRAR_REASON_NUMBER_TWIN,
  /* grades */
  IKRAR_REASON_GRADE_UNKNOWN,
  IKRAR_REASON_GRADE_NO_ROOM,
  IKRAR_REASON_GRADE_MISMATCH,
  /* rows */
  IKRAR_REASON_ROW_BLANK,
  IKRAR_REASON_ROW_TITLE,
  IKRAR_REASON_ROW_HEADER,
  IKRAR_REASON_ROW_COLUMN_NUMBERS,
  IKRAR_REASON_ROW_SECTION,
  IKRAR_REASON_ROW_TOTAL,
  IKRAR_REASON_ROW_SIGNATURE,
  IKRAR_REASON_NAME_MISSING,
  IKRAR_REASON_NAME_IS_NUMBER,
  IKRAR_REASON_NAME_IS_DEVICE,
  IKRAR_REASON_NUMBER_OF_ANOTHER,
  IKRAR_REASON_NUMBER_TWICE,
  IKRAR_REASON_SAME_NAME,
  IKRAR_REASON_DUPLICATE_IN_FILE,
  IKRAR_REASON_DUPLICATE_IN_EVENT,
  IKRAR_REASON_DECLINED,
  IKRAR_REASON_CELL_ERROR,
  IKRAR_REASON_PHONE_UNREADABLE,
  IKRAR_REASON_UNIT_MISSING,
  IKRAR_REASON_UNIT_UNKNOWN,
  IKRAR_REASON_UNIT_READ_AS,
  IKRAR_REASON_KIND_UNKNOWN,
  IKRAR_REASON_MEANING_REMEMBERED,
  IKRAR_REASON_MEANING_GIVEN,
  IKRAR_REASON_CELL_CORRECTED,
  IKRAR_REASON_ROW_LEFT_OUT,
  IKRAR_N_REASONS,
} IkrarReason;

/**
 * IkrarLanguage:
 * @IKRAR_LANGUAGE_INDONESIAN: for official papers, workbooks that go back to a sender, and readers
 *   of Indonesian
 * @IKRAR_LANGUAGE_ENGLISH: for readers of English
 */
typedef enum
{
  IKRAR_LANGUAGE_INDONESIAN,
  IKRAR_LANGUAGE_ENGLISH,
} IkrarLanguage;

/**
 * ikrar_reason_code:
 * @reason: a reason
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word, such as `number-ends-000`
 */
const char *ikrar_reason_code (IkrarReason reason);

/**
 * ikrar_reason_text:
 * @reason: a reason
 * @language: the reader's language
 * @argument: (nullable): what the sentence is about: the cell's text, or for the duplicates,
 *   `NUMBER_OF_ANOTHER`, `NUMBER_TWICE` and `SAME_NAME` the row or name met before. It stands in
 *   brackets, which go when it is left out
 *
 * Any thread.
 *
 * Returns: (transfer full): one sentence that says what is wrong and what to do; "" for
 *   %IKRAR_REASON_NONE
 */
char *ikrar_reason_text (IkrarReason reason, IkrarLanguage language, const char *argument);

/**
 * ikrar_reason_problem:
 * @reason: a reason
 * @language: the reader's language
 * @argument: (nullable): as for [func@reason_text]
 *
 * Any thread.
 *
 * Returns: (transfer full): one sentence that says only what is wrong: `Masalah` of a workbook that
 *   goes back to its sender; "" for %IKRAR_REASON_NONE
 */
char *ikrar_reason_problem (IkrarReason reason, IkrarLanguage language, const char *argument);

/**
 * ikrar_reason_advice:
 * @reason: a reason
 * @language: the reader's language
 * @argument: (nullable): as for [func@reason_text]
 *
 * Any thread.
 *
 * Returns: (transfer full): one sentence that says what the sender of the list should do: `Saran`;
 *   "" for %IKRAR_REASON_NONE
 */
char *ikrar_reason_advice (IkrarReason reason, IkrarLanguage language, const char *argument);

G_END_DECLS
