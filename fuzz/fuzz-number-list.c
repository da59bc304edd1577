/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Numbers of a printed list as somebody types or pastes them. */

#include <stdint.h>

#include "desk/number-list.h"

#define SIZE 40

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (IkrarNumberList) list = ikrar_number_list_parse (text, SIZE, IKRAR_ATTENDANCE_PRESENT);
  gboolean seen[SIZE + 1] = { FALSE };

  for (guint i = 0; i < list->numbers->len; i++)
    {
      const IkrarListNumber *number = &g_array_index (list->numbers, IkrarListNumber, i);

      g_assert_cmpuint (number->number, >=, 1);
      g_assert_cmpuint (number->number, <=, SIZE);
      g_assert_false (seen[number->number]);
      g_assert_cmpint (number->state, !=, IKRAR_ATTENDANCE_UNRECORDED);
      seen[number->number] = TRUE;
    }
  for (guint i = 0; i < list->misreads->len; i++)
    {
      g_autofree char *words = ikrar_list_misread_text (g_ptr_array_index (list->misreads, i));

      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
  return 0;
}
