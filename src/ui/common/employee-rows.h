/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/grade.h"

#include "ui/common/entry-row.h"

G_BEGIN_DECLS

/**
 * ikrar_number_row_read:
 * @row: a field for an employee number
 * @number: (out caller-allocates): what stands in it, judged by today
 */
void ikrar_number_row_read (IkrarEntryRow *row, IkrarNumber *number);

/**
 * ikrar_number_row_tidy:
 * @row: a field for an employee number
 *
 * Writes a number that was typed in any form the way papers print it; one that is wrong stays as it
 * is.
 */
void ikrar_number_row_tidy (IkrarEntryRow *row);

/**
 * ikrar_grade_row_read:
 * @row: a field for a grade
 * @number_row: the field for the number of the same person, which tells PNS and PPPK apart
 * @grade: (out): what stands in it
 *
 * Returns: what is wrong with it, or %IKRAR_REASON_NONE
 */
IkrarReason ikrar_grade_row_read (IkrarEntryRow *row, IkrarEntryRow *number_row, IkrarGrade *grade);

/**
 * ikrar_grade_row_tidy:
 * @row: a field for a grade
 * @number_row: the field for the number of the same person
 *
 * Writes a grade that was typed in any spelling the way papers print it.
 */
void ikrar_grade_row_tidy (IkrarEntryRow *row, IkrarEntryRow *number_row);

G_END_DECLS
