/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/employee-number-private.h"

#include <string.h>

/* Nobody born before works any more; the upper bound rises as time goes by. */
#define BIRTH_YEAR_MIN 1955
#define BIRTH_YEAR_MAX 2008
/* PP 11/2017, Pasal 23: nobody is appointed before this age. */
#define AGE_MIN 18

/* Digits 13 and 14: the month of appointment of a civil servant, or 2 and the count of contracts.
 */
#define PPPK_MARK_MIN 21
#define PPPK_MARK_MAX 29

/* Above, a float64 no longer holds every whole number. */
#define FLOAT_EXACT_MAX (G_GUINT64_CONSTANT (1) << 53)
/* The spacing of float64 from 2^57 to 2^58, where all numbers of 18 digits from 1441 on lie. */
#define FLOAT_SPACING 32

/* Kemendagri's codes. People keep the number they were first given, so a code unknown to this list
 * is a doubt only. */
static const guint8 provinces[] = {
  11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53,
  61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
};

/* Kinds that the number of digits alone tells. */
static const struct
{
  guint n_digits;
  IkrarNumberKind kind;
} short_kinds[] = {
  { 9, IKRAR_NUMBER_OLD_NIP },
  { 8, IKRAR_NUMBER_NRP },
  { 6, IKRAR_NUMBER_NRK },
};

/* Kinds that are believed when a label names them, whatever the digits look like. */
static const struct
{
  IkrarNumberKind kind;
  guint min_digits;
  guint max_digits;
} labelled_kinds[] = {
  { IKRAR_NUMBER_NRP, 5, 14 },
  { IKRAR_NUMBER_NUPTK, 10, 10 },
  { IKRAR_NUMBER_NUPTK, 16, 16 },
};

void
ikrar_number_doubt (IkrarNumber *number, IkrarSeverity severity, IkrarReason reason)
{
  number->severity = MAX (number->severity, severity);

  for (gsize i = 0; i < G_N_ELEMENTS (number->reasons); i++)
    if (number->reasons[i] == IKRAR_REASON_NONE)
      {
        number->reasons[i] = reason;
        return;
      }
}

static guint64
read_digits (const IkrarNumber *number, guint from, guint count)
{
  guint64 value = 0;

  for (guint i = from; i < from + count; i++)
    value = value * 10 + (guint64) (number->digits[i] - '0');

  return value;
}

static gboolean
is_date (guint year, guint month, guint day)
{
  return year > 0 && month <= 12 && day <= 31 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* The float64 that a number is rounded to; of two equally near the even one. */
static guint64
round_to_float (guint64 value)
{
  guint64 lower = value / FLOAT_SPACING;
  guint64 offset = value % FLOAT_SPACING;
  gboolean is_upper = offset > FLOAT_SPACING / 2 || (offset == FLOAT_SPACING / 2 && lower % 2 == 1);

  return (lower + (is_upper ? 1 : 0)) * FLOAT_SPACING;
}

/* Whether a program that kept the number as a float64 would have written exactly these digits: in
 * full they are a multiple of the spacing, in the shortest form as many digits as tell the float
 * from its neighbours, then zeros. */
static gboolean
is_float_print (guint64 value)
{
  guint64 nearest = round_to_float (value);
  guint64 hundreds = (nearest + 50) / 100 * 100;
  guint64 tens = (nearest + 5) / 10 * 10;

  return value == nearest || value == (round_to_float (hundreds) == nearest ? hundreds : tens);
}

/* A spreadsheet program keeps 15 significant digits and writes zeros for the others; a serial of
 * 000 is never given out (Perka BKN 22/2007), so it is a sure sign. */
static void
check_storage_18 (IkrarNumber *number, IkrarCellOrigin origin)
{
  if (number->serial == 0)
    {
      ikrar_number_doubt (number, IKRAR_SEVERITY_ERROR, IKRAR_REASON_NUMBER_ENDS_000);
    }
  else if (origin == IKRAR_CELL_NUMBER && is_float_print (read_digits (number, 0, 18)))
    {
      number->serial = 0;
      ikrar_number_doubt (number, IKRAR_SEVERITY_ERROR, IKRAR_REASON_NUMBER_FROM_FLOAT);
    }
  else if (origin == IKRAR_CELL_NUMBER)
    {
      ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_NUMERIC_CELL);
    }
}

/* A zero at the 16th place may be true, but in a numeric cell nobody can tell; nor can they from
 * 2^53 on (Papua), where only even numbers are left. */
static void
check_storage_16 (IkrarNumber *number, IkrarCellOrigin origin)
{
  guint64 value = read_digits (number, 0, 16);

  if (origin != IKRAR_CELL_NUMBER)
    return;

  if (value % 10 == 0 || (value > FLOAT_EXACT_MAX && value % 2 == 0))
    {
      number->serial = 0;
      ikrar_number_doubt (number, IKRAR_SEVERITY_ERROR, IKRAR_REASON_NUMBER_FROM_FLOAT);
    }
  else
    {
      ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_NUMERIC_CELL);
    }
}

static void
check_birth_18 (IkrarNumber *number, guint32 today)
{
  guint year = (guint) read_digits (number, 0, 4);
  guint month = (guint) read_digits (number, 4, 2);
  guint day = (guint) read_digits (number, 6, 2);
  guint max_year = MAX (BIRTH_YEAR_MAX, today > 0 ? today / 10000 - AGE_MIN : 0);

  if (!is_date (year, month, day))
    {
      ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_BIRTH_DATE);
      return;
    }

  number->birth_year = (guint16) year;
  number->birth_month = (guint8) month;
  number->birth_day = (guint8) day;
  if (year < BIRTH_YEAR_MIN || year > max_year)
    ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_BIRTH_YEAR);
}

static void
check_service (IkrarNumber *number, guint32 today)
{
  guint service = number->service_year * 100u + number->service_month;
  guint present = number->service_month > 0 ? today / 100 : today / 10000 * 100;

  if (number->birth_year > 0 && number->service_year < number->birth_year + AGE_MIN)
    ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_TOO_YOUNG);
  if (today > 0 && service > present)
    ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_FUTURE);
}

static void
check_sex (IkrarNumber *number)
{
  switch (number->digits[14])
    {
    case '1':
      number->sex = 'L';
      break;

    case '2':
      number->sex = 'P';
      break;

    default:
      ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_SEX);
      break;
    }
}

/* Perka BKN 22/2007 and its like for PPPK: birth date, appointment, sex, serial. */
static void
judge_18 (IkrarNumber *number, IkrarCellOrigin origin, guint32 today)
{
  guint mark = (guint) read_digits (number, 12, 2);

  number->service_year = (guint16) read_digits (number, 8, 4);
  number->serial = (guint16) read_digits (number, 15, 3);
  if (mark >= 1 && mark <= 12)
    {
      number->kind = IKRAR_NUMBER_NIP;
      number->service_month = (guint8) mark;
    }
  else if (mark >= PPPK_MARK_MIN && mark <= PPPK_MARK_MAX)
    number->kind = IKRAR_NUMBER_NI_PPPK;
  else
    ikrar_number_doubt (number, IKRAR_SEVERITY_ERROR, IKRAR_REASON_NUMBER_SERVICE_MONTH);

  check_storage_18 (number, origin);
  check_birth_18 (number, today);
  check_service (number, today);
  check_sex (number);
}

/* The likelier century: a guest of an event was born, and seldom more than a century ago. */
static guint
complete_year (guint year, guint month, guint day, guint32 today)
{
  guint32 present = today > 0 ? today : 20301231;

  return (2000 + year) * 10000 + month * 100 + day <= present ? 2000 + year : 1900 + year;
}

/* Reads the birth date of a NIK, in which 40 are added to the day for women. */
static gboolean
read_birth_16 (IkrarNumber *number, guint32 today)
{
  guint day = (guint) read_digits (number, 6, 2);
  guint month = (guint) read_digits (number, 8, 2);
  gboolean is_woman = day > 40;
  guint year;

  if (is_woman)
    day -= 40;
  year = complete_year ((guint) read_digits (number, 10, 2), month, day, today);
  if (number->digits[0] == '0' || !is_date (year, month, day))
    return FALSE;

  number->birth_year = (guint16) year;
  number->birth_month = (guint8) month;
  number->birth_day = (guint8) day;
  number->sex = is_woman ? 'P' : 'L';
  return TRUE;
}

static gboolean
is_province (guint code)
{
  return memchr (provinces, (int) code, sizeof provinces) != NULL;
}

static void
judge_16 (IkrarNumber *number, IkrarCellOrigin origin, guint32 today)
{
  if (!read_birth_16 (number, today))
    {
      number->kind = IKRAR_NUMBER_NUPTK;
      check_storage_16 (number, origin);
      ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_BIRTH_DATE);
      return;
    }

  number->kind = IKRAR_NUMBER_NIK;
  number->serial = (guint16) read_digits (number, 12, 4);
  if (number->serial == 0 && origin == IKRAR_CELL_TEXT)
    ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_SERIAL);
  check_storage_16 (number, origin);
  if (!is_province ((guint) read_digits (number, 0, 2)))
    ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_PROVINCE);
}

static gboolean
judge_labelled (IkrarNumber *number, guint n_digits, IkrarNumberKind label, IkrarCellOrigin origin)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labelled_kinds); i++)
    {
      if (labelled_kinds[i].kind != label || n_digits < labelled_kinds[i].min_digits ||
          n_digits > labelled_kinds[i].max_digits)
        continue;

      number->kind = label;
      if (n_digits == 16)
        check_storage_16 (number, origin);
      return TRUE;
    }

  return FALSE;
}

static void
judge_short (IkrarNumber *number, guint n_digits)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_kinds); i++)
    if (n_digits == short_kinds[i].n_digits)
      number->kind = short_kinds[i].kind;

  if (number->kind == IKRAR_NUMBER_UNKNOWN)
    ikrar_number_doubt (number, IKRAR_SEVERITY_ERROR, IKRAR_REASON_NUMBER_LENGTH);
  else if (number->kind == IKRAR_NUMBER_OLD_NIP)
    ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_OLD_FORM);
}

void
ikrar_number_judge (IkrarNumber *number,
                    guint n_digits,
                    IkrarNumberKind label,
                    IkrarCellOrigin origin,
                    guint32 today)
{
  number->kind = IKRAR_NUMBER_UNKNOWN;

  if (judge_labelled (number, n_digits, label, origin))
    return;

  if (n_digits == 18)
    judge_18 (number, origin, today);
  else if (n_digits == 16)
    judge_16 (number, origin, today);
  else
    judge_short (number, n_digits);
}
