/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/closing-text.h"

#include <string.h>

static void
test_text (void)
{
  IkrarClosingText closing = { .closed = TRUE, .event = 7, .session = 8 };
  g_autofree char *text = NULL;

  ikrar_attendance_count_add (&closing.count, IKRAR_ATTENDANCE_PRESENT, 12);
  ikrar_attendance_count_add (&closing.count, IKRAR_ATTENDANCE_UNRECORDED, 3);
  text = ikrar_closing_text_encode (&closing);
  g_assert_cmpstr (text, ==,
                   "IKRAR-CLOSING/1\nact: closed\nevent: 7\nsession: 8\ntakes back: 0\n"
                   "invited: 15\n-: 3\nH: 12\nD: 0\nW: 0\nR: 0\nI: 0\nS: 0\nDL: 0\nC: 0\nTB: 0\n"
                   "T: 0\nTK: 0\n");
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);

  for (guint round = 0; round < 500; round++)
    {
      IkrarClosingText closing = { .closed = g_rand_boolean (rand),
                                   .event = ikrar_id_new (),
                                   .session = ikrar_id_new () };
      IkrarClosingText read;
      g_autofree char *text = NULL;

      closing.takes_back = closing.closed ? 0 : ikrar_id_new ();
      for (guint i = 0; i < IKRAR_N_ATTENDANCES; i++)
        ikrar_attendance_count_add (&closing.count, i, (guint) g_rand_int_range (rand, 0, 200000));
      text = ikrar_closing_text_encode (&closing);
      g_assert_true (ikrar_closing_text_decode (text, &read));
      g_assert_cmpmem (&read, sizeof read, &closing, sizeof closing);
    }
}

/* One character more, fewer or other is another text, or none. */
static void
test_strict (void)
{
  IkrarClosingText closing = { .closed = TRUE, .event = 7, .session = 8 };
  g_autofree char *text = NULL;
  IkrarClosingText read;

  ikrar_attendance_count_add (&closing.count, IKRAR_ATTENDANCE_PRESENT, 12);
  text = ikrar_closing_text_encode (&closing);
  for (gsize i = 0; text[i] != '\0'; i++)
    {
      g_autofree char *less = g_strdup_printf ("%.*s%s", (int) i, text, text + i + 1);
      g_autofree char *more = g_strdup_printf ("%.*s %s", (int) i, text, text + i);
      g_autofree char *cut = g_strndup (text, i);
      g_autofree char *again = NULL;

      g_assert_false (ikrar_closing_text_decode (more, &read));
      g_assert_false (ikrar_closing_text_decode (cut, &read));
      if (ikrar_closing_text_decode (less, &read))
        {
          again = ikrar_closing_text_encode (&read);
          g_assert_cmpstr (again, ==, less);
        }
    }
  g_assert_false (ikrar_closing_text_decode ("", &read));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/closing-text/text", test_text);
  g_test_add_func ("/core/closing-text/round-trip", test_round_trip);
  g_test_add_func ("/core/closing-text/strict", test_strict);
  return g_test_run ();
}
