/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/employee-number.h"

G_BEGIN_DECLS

/**
 * IkrarGrade:
 *
 * A grade (golongan): 0 none, 1 to 17 the PNS grades I/a to IV/e, 101 to 117 the PPPK grades I to
 * XVII. Stored as this number.
 */
typedef guint8 IkrarGrade;

#define IKRAR_GRADE_NONE ((IkrarGrade) 0)
#define IKRAR_GRADE_PPPK(n) ((IkrarGrade) (100 + (n)))

/**
 * ikrar_grade_parse:
 * @text: (nullable): a grade, a rank, or both in any of their spellings
 * @kind: kind of the person's number; decides a bare `III`, which is a PPPK grade or a PNS grade
 *   whose room was left out
 * @grade: (out): the grade, %IKRAR_GRADE_NONE if blank or refused
 *
 * Reads `III/d`, `IIId`, `III d`, `3d`, `Gol. III/d`, `Penata Tk. I`, `Penata Tingkat I (III/d)`,
 * `III/d (01-04-2021)`, `IX` and their like. Sources: PP 99/2000 jo. PP 12/2002 (ranks),
 * Perpres 98/2020 and 11/2024 (PPPK); docs/rules.md, Grades.
 *
 * Any thread.
 *
 * Returns: %IKRAR_REASON_NONE, or why the text is doubted or refused
 */
IkrarReason ikrar_grade_parse (const char *text, IkrarNumberKind kind, IkrarGrade *grade);

/**
 * ikrar_grade_text:
 * @grade: a grade
 *
 * Any thread.
 *
 * Returns: (transfer none): `III/d`, `IX`, or "" for none
 */
const char *ikrar_grade_text (IkrarGrade grade);

/**
 * ikrar_grade_rank:
 * @grade: a grade
 *
 * Any thread.
 *
 * Returns: (transfer none): the rank (pangkat), such as `Penata Tingkat I`; "" for PPPK, who have
 *   none, and for no grade
 */
const char *ikrar_grade_rank (IkrarGrade grade);

/**
 * ikrar_grade_order:
 * @grade: a grade
 *
 * Any thread.
 *
 * Returns: a key that sorts highest first the way attendance lists do: PNS IV/e to I/a, then PPPK
 *   XVII to I, then those without grade
 */
int ikrar_grade_order (IkrarGrade grade);

G_END_DECLS
