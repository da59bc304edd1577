/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/employee-rows.h"

#include "core/date.h"

void
ikrar_number_row_read (IkrarEntryRow *row, IkrarNumber *number)
{
  g_autofree char *text = ikrar_entry_row_dup_text (row);

  ikrar_number_parse (text, IKRAR_CELL_TEXT, ikrar_time_today (ikrar_time_now (), IKRAR_ZONE_WIB),
                      number);
}

void
ikrar_number_row_tidy (IkrarEntryRow *row)
{
  g_autofree char *text = NULL;
  IkrarNumber number;

  ikrar_number_row_read (row, &number);
  if (*number.digits == '\0' || number.severity == IKRAR_SEVERITY_ERROR)
    return;
  text = ikrar_number_format (number.digits);
  ikrar_entry_row_set_text (row, text);
}

IkrarReason
ikrar_grade_row_read (IkrarEntryRow *row, IkrarEntryRow *number_row, IkrarGrade *grade)
{
  g_autofree char *text = ikrar_entry_row_dup_text (row);
  IkrarNumber number;

  *grade = IKRAR_GRADE_NONE;
  if (*text == '\0')
    return IKRAR_REASON_NONE;
  ikrar_number_row_read (number_row, &number);
  return ikrar_grade_parse (text, number.kind, grade);
}

void
ikrar_grade_row_tidy (IkrarEntryRow *row, IkrarEntryRow *number_row)
{
  IkrarGrade grade;

  ikrar_grade_row_read (row, number_row, &grade);
  if (grade != IKRAR_GRADE_NONE)
    ikrar_entry_row_set_text (row, ikrar_grade_text (grade));
}
