/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Employee numbers and grades, as text and as numeric cells. */

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "core/employee-number.h"
#include "core/grade.h"

#define TODAY 20241107

static void
assert_number (const char *text, IkrarCellOrigin origin)
{
  IkrarNumber number;
  g_autofree char *shown = NULL;
  g_autofree char *masked = NULL;
  IkrarGrade grade;

  ikrar_number_parse (text, origin, TODAY, &number);
  g_assert_cmpuint (strlen (number.digits), <=, IKRAR_NUMBER_DIGITS_MAX);
  g_assert_cmpuint (strspn (number.digits, "0123456789"), ==, strlen (number.digits));
  g_assert_cmpuint (number.birth_month, <=, 12);
  g_assert_cmpuint (number.birth_day, <=, 31);
  g_assert_true ((number.severity == IKRAR_SEVERITY_OK) ==
                 (number.reasons[0] == IKRAR_REASON_NONE));
  shown = ikrar_number_format (number.digits);
  masked = ikrar_number_mask (number.digits);
  g_assert_nonnull (shown);
  g_assert_nonnull (masked);
  ikrar_grade_parse (text, number.kind, &grade);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autofree char *suggested = ikrar_number_suggest (text);

  assert_number (text, IKRAR_CELL_TEXT);
  assert_number (text, IKRAR_CELL_NUMBER);
  return 0;
}
