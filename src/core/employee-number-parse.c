/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/employee-number-private.h"

#include <stdio.h>
#include <string.h>

#include "core/date.h"
#include "core/text.h"

/* Fewer digits than this among letters are no mistyped number. */
#define LOOKALIKE_DIGITS_MIN 6
/* A date, even with a time, has no more digits. */
#define DATE_DIGITS_MAX 14

static void
refuse (IkrarNumber *number, IkrarReason reason)
{
  number->kind = IKRAR_NUMBER_UNKNOWN;
  ikrar_number_doubt (number, IKRAR_SEVERITY_ERROR, reason);
}

/* "04/20/1988", as a spreadsheet set to English writes it: no date to be read, but surely one. */
static gboolean
is_month_first (const char *text)
{
  guint month, day, year;
  char end;

  return sscanf (text, "%2u%*1[/-]%2u%*1[/-]%4u%c", &month, &day, &year, &end) == 3 && month >= 1 &&
         month <= 12 && day >= 1 && day <= 31;
}

static gboolean
is_date (const char *text)
{
  int year, month, day;

  return ikrar_date_parse (text, &year, &month, &day) || is_month_first (text);
}

/* The navy writes the sex behind the number, "12345/P". */
static gboolean
is_navy_number (const IkrarNumberScan *scan)
{
  const char *slash = strchr (scan->rest, '/');

  return scan->n_digits >= 4 && scan->n_digits <= 8 && slash != NULL &&
         (slash[1] == 'P' || slash[1] == 'W') && slash[2 + strspn (slash + 2, " ")] == '\0';
}

static void
copy_digits (IkrarNumber *number, const IkrarNumberScan *scan)
{
  memcpy (number->digits, scan->digits, sizeof number->digits);
}

/* A cell that is blank or has a label only was forgotten; a dash or a word such as "honorer" is an
 * answer. */
static void
read_nothing (IkrarNumber *number, const char *text)
{
  number->kind = IKRAR_NUMBER_NONE;
  if (text[strspn (text, " .:")] == '\0')
    ikrar_number_doubt (number, IKRAR_SEVERITY_WARNING, IKRAR_REASON_NUMBER_MISSING);
}

static void
judge_words (IkrarNumber *number, const IkrarNumberScan *scan)
{
  g_autofree char *clean = ikrar_text_clean (scan->rest);

  if (!scan->broken && ikrar_text_is_none (clean))
    read_nothing (number, clean);
  else if (ikrar_number_is_scientific (clean, &number->birth_year))
    refuse (number, IKRAR_REASON_NUMBER_SCIENTIFIC);
  else if (is_date (clean))
    refuse (number, IKRAR_REASON_NUMBER_IS_DATE);
  else if (is_navy_number (scan))
    {
      number->kind = IKRAR_NUMBER_NRP;
      copy_digits (number, scan);
    }
  else if (!scan->foreign && scan->n_digits >= LOOKALIKE_DIGITS_MIN)
    refuse (number, IKRAR_REASON_NUMBER_LOOKALIKE);
  else
    refuse (number, IKRAR_REASON_NUMBER_KIND);
}

static gboolean
are_all_zero (const IkrarNumberScan *scan)
{
  return scan->digits[strspn (scan->digits, "0")] == '\0';
}

static void
judge_digits (IkrarNumber *number, IkrarNumberScan *scan, IkrarCellOrigin origin, guint32 today)
{
  if (ikrar_number_drop_fraction (scan))
    origin = IKRAR_CELL_NUMBER;

  if (are_all_zero (scan))
    {
      number->kind = IKRAR_NUMBER_NONE;
      return;
    }
  if (scan->separated && scan->n_digits <= DATE_DIGITS_MAX && is_date (scan->rest))
    {
      refuse (number, IKRAR_REASON_NUMBER_IS_DATE);
      return;
    }

  copy_digits (number, scan);
  ikrar_number_judge (number, scan->n_digits, scan->label, origin, today);
}

void
ikrar_number_parse (const char *text, IkrarCellOrigin origin, guint32 today, IkrarNumber *number)
{
  IkrarNumberScan scan;

  g_return_if_fail (number != NULL);

  memset (number, 0, sizeof *number);
  ikrar_number_scan (text, FALSE, &scan);
  if (scan.n_digits == 0 || scan.foreign || scan.n_lookalikes > 0)
    judge_words (number, &scan);
  else
    judge_digits (number, &scan, origin, today);
}

static gboolean
reads_as_person (const char *digits, IkrarSeverity worst)
{
  IkrarNumber number;

  ikrar_number_parse (digits, IKRAR_CELL_TEXT, 0, &number);
  return number.severity <= worst &&
         (number.kind == IKRAR_NUMBER_NIP || number.kind == IKRAR_NUMBER_NI_PPPK ||
          number.kind == IKRAR_NUMBER_NIK);
}

char *
ikrar_number_suggest (const char *text)
{
  IkrarNumberScan scan;
  g_autofree char *longer = NULL;

  ikrar_number_scan (text, TRUE, &scan);
  if (scan.foreign)
    return NULL;
  if (scan.n_lookalikes > 0 && scan.n_digits <= IKRAR_NUMBER_DIGITS_MAX &&
      reads_as_person (scan.digits, IKRAR_SEVERITY_WARNING))
    return g_strdup (scan.digits);
  if (scan.n_digits != 17)
    return NULL;

  longer = g_strdup_printf ("%.15s0%s", scan.digits, scan.digits + 15);
  return reads_as_person (longer, IKRAR_SEVERITY_OK) ? g_steal_pointer (&longer) : NULL;
}
