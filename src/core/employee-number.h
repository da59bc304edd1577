/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

#include "core/reason.h"

G_BEGIN_DECLS

/**
 * IkrarNumberKind:
 * @IKRAR_NUMBER_NONE: no number at all (blank, "-", "honorer", "belum ada", ...)
 * @IKRAR_NUMBER_NIP: civil servant, 18 digits (Perka BKN 22/2007)
 * @IKRAR_NUMBER_NI_PPPK: contract government employee, 18 digits
 * @IKRAR_NUMBER_NIK: national id, 16 digits
 * @IKRAR_NUMBER_NUPTK: teacher's number, 16 digits without a date
 * @IKRAR_NUMBER_OLD_NIP: civil servant before 2009, 9 digits
 * @IKRAR_NUMBER_NRP: police or army, 8 digits
 * @IKRAR_NUMBER_NRK: DKI Jakarta staff, 6 digits
 * @IKRAR_NUMBER_UNKNOWN: digits that fit no kind
 */
typedef enum
{
  IKRAR_NUMBER_NONE,
  IKRAR_NUMBER_NIP,
  IKRAR_NUMBER_NI_PPPK,
  IKRAR_NUMBER_NIK,
  IKRAR_NUMBER_NUPTK,
  IKRAR_NUMBER_OLD_NIP,
  IKRAR_NUMBER_NRP,
  IKRAR_NUMBER_NRK,
  IKRAR_NUMBER_UNKNOWN,
} IkrarNumberKind;

/**
 * IkrarSeverity:
 * @IKRAR_SEVERITY_OK: nothing to say
 * @IKRAR_SEVERITY_WARNING: usable, but a person should look (real numbers with a wrong birth date
 * exist)
 * @IKRAR_SEVERITY_ERROR: not usable; never repaired by guessing
 */
typedef enum
{
  IKRAR_SEVERITY_OK,
  IKRAR_SEVERITY_WARNING,
  IKRAR_SEVERITY_ERROR,
} IkrarSeverity;

#define IKRAR_NUMBER_DIGITS_MAX 24
#define IKRAR_NUMBER_REASONS_MAX 4

/**
 * IkrarNumber:
 * @kind: what the digits are
 * @severity: worst of @reasons
 * @digits: bare digits as they stand in the text, NUL-terminated, cut at 24; "" for
 *   %IKRAR_NUMBER_NONE and where the text is no plain number (scientific notation, a date, letters)
 * @reasons: what is doubted, first the worst, %IKRAR_REASON_NONE-filled
 * @birth_year: 0 if unknown; for a NIK the likelier century; kept as a hint where scientific
 *   notation left four digits
 * @birth_month: 1 to 12
 * @birth_day: 1 to 31
 * @sex: 'L' male, 'P' female, 0 unknown
 * @service_year: year of appointment, 0 if the kind has none
 * @service_month: 1 to 12, 0 for PPPK
 * @serial: last three (NIP, NI PPPK) or four (NIK) digits, 0 where they are lost
 *
 * An identity number taken apart. Plain value, no ownership.
 */
typedef struct
{
  IkrarNumberKind kind;
  IkrarSeverity severity;
  char digits[IKRAR_NUMBER_DIGITS_MAX + 1];
  IkrarReason reasons[IKRAR_NUMBER_REASONS_MAX];
  guint16 birth_year;
  guint8 birth_month;
  guint8 birth_day;
  char sex;
  guint16 service_year;
  guint8 service_month;
  guint16 serial;
} IkrarNumber;

/**
 * IkrarCellOrigin:
 * @IKRAR_CELL_TEXT: the number was text; its digits are the sender's
 * @IKRAR_CELL_NUMBER: the number was a numeric cell, @text being the raw text of the file; beyond
 *   15 significant digits a spreadsheet program has not kept it
 *
 * Where a number was read. It decides what can be trusted.
 */
typedef enum
{
  IKRAR_CELL_TEXT,
  IKRAR_CELL_NUMBER,
} IkrarCellOrigin;

/**
 * ikrar_number_parse:
 * @text: (nullable): the cell or entry
 * @origin: whether the cell was text or numeric
 * @today: day against which "in the future" and ages are judged, as YYYYMMDD; 0 judges neither
 * @number: (out): the verdict
 *
 * Reads an employee number, national id or one of its relatives, telling the kinds apart by length
 * and structure and accepting the stylings met in the field (spaces, dots, labels before it).
 * Doubts about dates, age, sex and serial are warnings; numbers destroyed by a spreadsheet
 * (scientific notation, ends in 000, numeric cell of more than 15 digits that a spreadsheet
 * rounded) are errors and are never repaired.
 *
 * In a numeric cell, or before a `.0` that betrays one: 18 digits that a float64 would print (in
 * full a multiple of 32, the spacing of floats there; or the shortest form of one) are refused with
 * %IKRAR_REASON_NUMBER_FROM_FLOAT; other integers were written by a program that never counted with
 * them and are accepted with %IKRAR_REASON_NUMBER_NUMERIC_CELL. Of 16 digits those that end in 0
 * are refused, since a spreadsheet puts a zero at the 16th place, and above 2^53 (Papua) all even
 * ones. In text a multiple of 32 means nothing: one true NIP in 32 is one.
 *
 * A cell that is blank or has a label only is %IKRAR_NUMBER_NONE with a warning, a dash or a word
 * such as `honorer` %IKRAR_NUMBER_NONE without one. Digits 13 and 14 that are neither a month nor
 * 21 to 29 leave the kind open and are an error; letters that look like digits are an error, see
 * [func@number_suggest]. Sixteen digits that hold no birth date are taken for a NUPTK with a
 * warning, without one if the text says `NUPTK`.
 *
 * Sources: Perka BKN 22/2007 and 43/2007 (NIP), BKN Kanreg I (NI PPPK), Kemendagri province codes
 * (NIK); docs/rules.md, Employee numbers.
 *
 * Any thread. Does not allocate on the common path.
 */
void
ikrar_number_parse (const char *text, IkrarCellOrigin origin, guint32 today, IkrarNumber *number);

/**
 * ikrar_number_suggest:
 * @text: (nullable): a cell or entry that was refused
 *
 * Proposes what a refused number may have been: letters read as the digits they resemble (O, l, I),
 * or a 0 put in as the 16th of 17 digits (`01` typed for `001`), where that gives a plausible NIP,
 * NI PPPK or NIK. It is shown to a person and never used by itself.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): bare digits, `NULL` if there is nothing to propose
 */
char *ikrar_number_suggest (const char *text);

/**
 * ikrar_number_kind_word:
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: (transfer none): stable word for the database and JSON: `none`, `nip`, `ni-pppk`, `nik`,
 *   `nuptk`, `old-nip`, `nrp`, `nrk`, `unknown`
 */
const char *ikrar_number_kind_word (IkrarNumberKind kind);

/**
 * ikrar_number_kind_from_word:
 * @word: (nullable): a stable word
 *
 * Any thread.
 *
 * Returns: the kind, %IKRAR_NUMBER_UNKNOWN if @word is not known
 */
IkrarNumberKind ikrar_number_kind_from_word (const char *word);

/**
 * ikrar_number_label:
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: (transfer none): the label official papers print before the number, such as `NIP` or
 *   `NI PPPK`; `Nomor` for %IKRAR_NUMBER_UNKNOWN, "" for %IKRAR_NUMBER_NONE
 */
const char *ikrar_number_label (IkrarNumberKind kind);

/**
 * ikrar_number_format:
 * @digits: bare digits
 *
 * Writes 18 digits as papers print them, `19860926 201505 1 001`; other lengths stay as they are.
 *
 * Any thread.
 *
 * Returns: (transfer full): the printed form
 */
char *ikrar_number_format (const char *digits);

/**
 * ikrar_number_mask:
 * @digits: bare digits
 *
 * Hides all but the last four digits: the front of a NIP or NIK holds birth date and sex
 * (UU 27/2022).
 *
 * Any thread.
 *
 * Returns: (transfer full): such as `••••••••••••••1001`
 */
char *ikrar_number_mask (const char *digits);

G_END_DECLS
