/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Numbers of a printed list as somebody types them. */

#include "desk/number-list.h"

#include <string.h>

#define ROUNDS 3000
#define SEED 20241107

static char *
show (const IkrarNumberList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->numbers->len; i++)
    {
      const IkrarListNumber *number = &g_array_index (list->numbers, IkrarListNumber, i);

      g_string_append_printf (text, "%s%s%u", i > 0 ? " " : "",
                              ikrar_attendance_code (number->state), number->number);
    }
  for (guint i = 0; i < list->misreads->len; i++)
    {
      const IkrarListMisread *misread = g_ptr_array_index (list->misreads, i);

      g_string_append_printf (text, " | %s %s %u-%u", ikrar_misread_word (misread->what),
                              misread->text, misread->first, misread->last);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *text;
  const char *shown;
  gboolean sound;
} cases[] = {
  { "", "", TRUE },
  { " \n\t ,;", "", TRUE },
  { "1-3 5 7 S9 I11-12 14", "H1 H2 H3 H5 H7 S9 I11 I12 H14", TRUE },
  { "1,2;3\n4\r\n5", "H1 H2 H3 H4 H5", TRUE },
  { "1 \u2013 3, 5\u20136 \u2014 ", "H1 H2 H3 H5 H6 | unreadable - 0-0", FALSE },
  { "s9 dl10 tK11 9TB", "DL10 TK11 | twice 9TB 9-9", FALSE },
  { "9s 10-11dl", "S9 DL10 DL11", TRUE },
  { "S9S", " | unreadable S9S 0-0", FALSE },
  { "S", " | unreadable S 0-0", FALSE },
  { "S 9", "H9 | unreadable S 0-0", FALSE },
  { "X9 9X 9_ 9.5",
    " | unreadable X9 0-0 | unreadable 9X 0-0 | unreadable 9_ 0-0 | unreadable "
    "9.5 0-0",
    FALSE },
  { "0 00 -3 3- 3--4 -",
    " | unreadable 0 0-0 | unreadable 00 0-0 | unreadable -3 0-0 | unreadable "
    "3- 0-0 | unreadable 3--4 0-0 | unreadable - 0-0",
    FALSE },
  { "5-3", " | unreadable 5-3 0-0", FALSE },
  { "007", "H7", TRUE },
  { "16 30 15-17", "H16 H15 | not-on-list 30 30-30 | again 15-17 16-16 | not-on-list 15-17 17-17",
    FALSE },
  { "14-40", "H14 H15 H16 | not-on-list 14-40 17-40", FALSE },
  { "20-30", " | not-on-list 20-30 20-30", FALSE },
  { "99999999999999999999", " | unreadable 99999999999999999999 0-0", FALSE },
  { "1-9999999",
    "H1 H2 H3 H4 H5 H6 H7 H8 H9 H10 H11 H12 H13 H14 H15 H16 | not-on-list 1-9999999 "
    "17-9999999",
    FALSE },
  { "4 4 4", "H4 | again 4 4-4 | again 4 4-4", TRUE },
  { "4 S4 H4", " | twice S4 4-4 | again H4 4-4", FALSE },
  { "1-3 1-3", "H1 H2 H3 | again 1-3 1-3", TRUE },
  { "W4 5r", " | needs-name W4 4-4 | needs-name 5r 5-5", FALSE },
  { "1\u00a02", "H1 H2", TRUE },
  { "\xff 1", "H1 | unreadable \ufffd 0-0", FALSE },
  { "H1 D2 T3 C4 TB5", "H1 D2 T3 C4 TB5", TRUE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarNumberList) list =
          ikrar_number_list_parse (cases[i].text, 16, IKRAR_ATTENDANCE_PRESENT);
      g_autofree char *shown = show (list);
      gboolean right = strcmp (shown, cases[i].shown) == 0;

      if (!right || ikrar_number_list_is_sound (list) != cases[i].sound)
        g_test_message ("“%s”: %s, not %s", cases[i].text, shown, cases[i].shown);
      g_assert_true (right);
      g_assert_cmpint (ikrar_number_list_is_sound (list), ==, cases[i].sound);
    }
}

/* Every misread has words that name what was typed. */
static void
test_words (void)
{
  for (guint i = 0; i < IKRAR_N_MISREADS; i++)
    {
      IkrarListMisread one = { i, (char *) "X-17", 17, 17 };
      IkrarListMisread several = { i, (char *) "X-17", 17, 23 };
      g_autofree char *text = ikrar_list_misread_text (&one);
      g_autofree char *range = ikrar_list_misread_text (&several);

      g_assert_nonnull (strstr (text, "X-17"));
      g_assert_nonnull (strstr (range, "X-17"));
      g_assert_cmpstr (ikrar_misread_word (i), !=, "");
    }
}

/* What a list says when it is written in any form is what was meant, and nobody else is in it. */
static void
test_round (GRand *random)
{
  guint size = (guint) g_rand_int_range (random, 1, 60);
  g_autofree IkrarAttendance *meant = g_new0 (IkrarAttendance, size + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (IkrarNumberList) list = NULL;

  for (guint i = 1; i <= size; i++)
    {
      static const IkrarAttendance states[] = { IKRAR_ATTENDANCE_UNRECORDED,
                                                IKRAR_ATTENDANCE_PRESENT, IKRAR_ATTENDANCE_SICK,
                                                IKRAR_ATTENDANCE_ON_DUTY };
      guint end = i + (guint) g_rand_int_range (random, 0, 4);
      guint last = MIN (size, end);
      IkrarAttendance state = states[g_rand_int_range (random, 0, G_N_ELEMENTS (states))];
      gboolean before = g_rand_boolean (random);
      const char *code = state == IKRAR_ATTENDANCE_PRESENT ? "" : ikrar_attendance_code (state);

      if (state == IKRAR_ATTENDANCE_UNRECORDED)
        continue;
      g_string_append_printf (text, "%s%u", before ? code : "", i);
      if (last > i)
        g_string_append_printf (text, "-%u", last);
      g_string_append_printf (text, "%s%s", before ? "" : code,
                              g_rand_boolean (random) ? "\n" : ", ");
      for (; i < last; i++)
        meant[i] = state;
      meant[i] = state;
    }
  list = ikrar_number_list_parse (text->str, size, IKRAR_ATTENDANCE_PRESENT);
  g_assert_cmpuint (list->misreads->len, ==, 0);
  for (guint i = 0; i < list->numbers->len; i++)
    {
      const IkrarListNumber *number = &g_array_index (list->numbers, IkrarListNumber, i);

      g_assert_cmpint (meant[number->number], ==, number->state);
      meant[number->number] = IKRAR_ATTENDANCE_UNRECORDED;
    }
  for (guint i = 1; i <= size; i++)
    g_assert_cmpint (meant[i], ==, IKRAR_ATTENDANCE_UNRECORDED);
}

/* Whatever is typed: each number once, on the list, with a state that says something. */
static void
test_rubbish (GRand *random)
{
  static const char letters[] = "0123456789 -,\nSIDLTKHWRx\xe2\x80\x93";
  guint length = (guint) g_rand_int_range (random, 0, 60);
  guint size = (guint) g_rand_int_range (random, 0, 40);
  g_autofree char *text = g_malloc0 (length + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, size + 1);
  g_autoptr (IkrarNumberList) list = NULL;

  for (guint i = 0; i < length; i++)
    text[i] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
  list = ikrar_number_list_parse (text, size, IKRAR_ATTENDANCE_PRESENT);
  for (guint i = 0; i < list->numbers->len; i++)
    {
      const IkrarListNumber *number = &g_array_index (list->numbers, IkrarListNumber, i);

      g_assert_cmpuint (number->number, >=, 1);
      g_assert_cmpuint (number->number, <=, size);
      g_assert_false (seen[number->number]);
      g_assert_cmpint (number->state, !=, IKRAR_ATTENDANCE_UNRECORDED);
      seen[number->number] = TRUE;
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  g_test_message ("seed %u", (guint) SEED);
  for (guint i = 0; i < ROUNDS; i++)
    {
      test_round (random);
      test_rubbish (random);
    }
}

/* A text that says the whole list over and over is refused before it costs anything. */
static void
test_flood (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (IkrarNumberList) list = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, "1-180751\n");
  list = ikrar_number_list_parse (text->str, 180751, IKRAR_ATTENDANCE_PRESENT);
  g_assert_cmpuint (list->numbers->len, ==, 180751);
  g_assert_false (ikrar_number_list_is_sound (list));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-list/cases", test_cases);
  g_test_add_func ("/number-list/words", test_words);
  g_test_add_func ("/number-list/properties", test_properties);
  g_test_add_func ("/number-list/flood", test_flood);
  return g_test_run ();
}
