/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/grade.h"

#include "support.h"

#define PNS IKRAR_NUMBER_NIP
#define PPPK IKRAR_NUMBER_NI_PPPK
#define GUEST IKRAR_NUMBER_NONE
#define FINE IKRAR_REASON_NONE
#define UNKNOWN IKRAR_REASON_GRADE_UNKNOWN
#define NO_ROOM IKRAR_REASON_GRADE_NO_ROOM
#define MISMATCH IKRAR_REASON_GRADE_MISMATCH

/* PP 99/2000 jo. PP 12/2002. */
static const struct
{
  const char *text;
  const char *rank;
} ranks[] = {
  { "I/a", "Juru Muda" },
  { "I/b", "Juru Muda Tingkat I" },
  { "I/c", "Juru" },
  { "I/d", "Juru Tingkat I" },
  { "II/a", "Pengatur Muda" },
  { "II/b", "Pengatur Muda Tingkat I" },
  { "II/c", "Pengatur" },
  { "II/d", "Pengatur Tingkat I" },
  { "III/a", "Penata Muda" },
  { "III/b", "Penata Muda Tingkat I" },
  { "III/c", "Penata" },
  { "III/d", "Penata Tingkat I" },
  { "IV/a", "Pembina" },
  { "IV/b", "Pembina Tingkat I" },
  { "IV/c", "Pembina Utama Muda" },
  { "IV/d", "Pembina Utama Madya" },
  { "IV/e", "Pembina Utama" },
};

static const char *const numerals[] = { "I", "II", "III", "IV",   "V",   "VI", "VII", "VIII", "IX",
                                        "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII" };

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      g_assert_cmpstr (ikrar_grade_text (i + 1), ==, ranks[i].text);
      g_assert_cmpstr (ikrar_grade_rank (i + 1), ==, ranks[i].rank);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      g_assert_cmpstr (ikrar_grade_text (IKRAR_GRADE_PPPK (i + 1)), ==, numerals[i]);
      g_assert_cmpstr (ikrar_grade_rank (IKRAR_GRADE_PPPK (i + 1)), ==, "");
    }
  g_assert_cmpstr (ikrar_grade_text (IKRAR_GRADE_NONE), ==, "");
  g_assert_cmpstr (ikrar_grade_text (18), ==, "");
  g_assert_cmpstr (ikrar_grade_text (100), ==, "");
  g_assert_cmpstr (ikrar_grade_text (118), ==, "");
  g_assert_cmpstr (ikrar_grade_rank (IKRAR_GRADE_NONE), ==, "");
}

static void
check_form (char *text, guint grade)
{
  g_autofree char *owned = text;
  IkrarGrade found;

  show_case (owned);
  g_assert_cmpint (ikrar_grade_parse (owned, PNS, &found), ==, FINE);
  g_assert_cmpuint (found, ==, grade);
}

static char *
shorten (const char *rank, const char *level)
{
  GString *text = g_string_new (rank);

  g_string_replace (text, "Tingkat I", level, 0);
  return g_string_free (text, FALSE);
}

/* Every grade in every spelling that is met. */
static void
test_spellings (void)
{
  static const char *const marks[] = { "/", "", " ", ".", "-", " / ", "/ " };
  static const char *const levels[] = { "Tingkat I", "Tk. I", "Tk.I",      "Tk I",
                                        "Tk 1",      "Tk. 1", "Tingkat 1", "TK.I",
                                        "TINGKAT I", "tk. i", "Tkt. I" };

  for (guint grade = 1; grade <= G_N_ELEMENTS (ranks); grade++)
    {
      g_auto (GStrv) halves = g_strsplit (ranks[grade - 1].text, "/", 2);
      g_autofree char *room = g_ascii_strup (halves[1], -1);
      g_autofree char *rank = g_ascii_strup (ranks[grade - 1].rank, -1);
      guint klass = MIN ((grade - 1) / 4 + 1, 4);

      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          check_form (g_strconcat (halves[0], marks[i], halves[1], NULL), grade);
          check_form (g_strconcat (halves[0], marks[i], room, NULL), grade);
          check_form (g_strconcat ("Gol. ", halves[0], marks[i], halves[1], NULL), grade);
          check_form (g_strdup_printf ("%u%s%s", klass, marks[i], halves[1]), grade);
        }
      check_form (g_strdup (rank), grade);
      for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
        {
          g_autofree char *shortened = shorten (ranks[grade - 1].rank, levels[i]);
          const char *text = ranks[grade - 1].text;

          check_form (g_strdup (shortened), grade);
          check_form (g_strdup_printf ("%s (%s)", shortened, text), grade);
          check_form (g_strdup_printf ("%s / %s", shortened, text), grade);
          check_form (g_strdup_printf ("%s/%s", shortened, text), grade);
          check_form (g_strdup_printf ("%s - %s", text, shortened), grade);
          check_form (g_strdup_printf ("%s, %s", shortened, text), grade);
          check_form (g_strdup_printf ("%s %s", shortened, text), grade);
          check_form (g_strdup_printf ("%s\n%s", shortened, text), grade);
          check_form (g_strdup_printf ("%s, %s (01-04-2021)", shortened, text), grade);
        }
      check_form (g_strconcat (ranks[grade - 1].text, " (01-04-2021)", NULL), grade);
      check_form (g_strconcat (ranks[grade - 1].text, " TMT 1 April 2021", NULL), grade);
    }
}

static const struct
{
  const char *text;
  IkrarNumberKind kind;
  guint grade;
  IkrarReason reason;
} cases[] = {
  { "IX", PPPK, 109, FINE },
  { "ix", PPPK, 109, FINE },
  { "Gol. IX", PPPK, 109, FINE },
  { "Golongan IX", GUEST, 109, FINE },
  { "PPPK IX", GUEST, 109, FINE },
  { "IX (PPPK)", PPPK, 109, FINE },
  { "9", PPPK, 109, FINE },
  { "17", PPPK, 117, FINE },
  { "18", PPPK, 0, UNKNOWN },
  { "XVII", PPPK, 117, FINE },
  { "XVIII", PPPK, 0, UNKNOWN },
  /* A bare class: PPPK, or PNS without the room. */
  { "III", PPPK, 103, FINE },
  { "IV", PPPK, 104, FINE },
  { "3", PPPK, 103, FINE },
  { "III", PNS, 0, NO_ROOM },
  { "Gol. III", PNS, 0, NO_ROOM },
  { "Golongan IV", PNS, 0, NO_ROOM },
  { "III", IKRAR_NUMBER_OLD_NIP, 0, NO_ROOM },
  { "III", GUEST, 0, NO_ROOM },
  { "III PPPK", GUEST, 103, FINE },
  { "III (P3K)", GUEST, 103, FINE },
  { "V", GUEST, 105, FINE },
  { "V", PNS, 105, MISMATCH },
  { "III/a", PPPK, 9, MISMATCH },
  { "Penata", PPPK, 11, MISMATCH },
  /* Rank and grade against each other. */
  { "Penata (III/d)", PNS, 12, MISMATCH },
  { "Penata Tk. I (III/c)", PNS, 11, MISMATCH },
  { "Penata Tk. I, III", PNS, 12, FINE },
  { "Penata Tk. I, IV", PNS, 12, MISMATCH },
  { "Penata Tk (III/d)", PNS, 12, FINE },
  { "Pembina Utama", GUEST, 17, FINE },
  /* Room e is of IV only. */
  { "IV/e", PNS, 17, FINE },
  { "III/e", PNS, 0, UNKNOWN },
  { "IIIe", PNS, 0, UNKNOWN },
  { "III/f", PNS, 0, UNKNOWN },
  { "V/a", PNS, 0, UNKNOWN },
  { "5a", PNS, 0, UNKNOWN },
  /* Something else. */
  { "Eselon II.b", PNS, 0, UNKNOWN },
  { "Esl. III/a", PNS, 0, UNKNOWN },
  { "Pembina Muda", PNS, 0, UNKNOWN },
  { "Penata Layanan Operasional", PNS, 0, UNKNOWN },
  { "Guru Ahli Madya", PNS, 0, UNKNOWN },
  { "Kelas X", PPPK, 0, UNKNOWN },
  { "01-04-2021", PNS, 0, UNKNOWN },
  { "1 April 2021", PNS, 0, UNKNOWN },
  { "44287", PNS, 0, UNKNOWN },
  { "a b c d e f g h i j k l m n o p q r s t u v w x y z", PNS, 0, UNKNOWN },
  /* The date before the grade. */
  { "1 April 2021, III/d", PNS, 12, FINE },
  { "01-04-2021 III/d", PNS, 12, FINE },
  { "III/d Guru Ahli Muda", PNS, 12, FINE },
  /* None. */
  { NULL, PNS, 0, FINE },
  { "", PNS, 0, FINE },
  { "-", GUEST, 0, FINE },
  { "–", GUEST, 0, FINE },
  { "Honorer", GUEST, 0, FINE },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarGrade grade = 99;

      show_case (cases[i].text);
      g_assert_cmpstr (ikrar_reason_code (ikrar_grade_parse (cases[i].text, cases[i].kind, &grade)),
                       ==, ikrar_reason_code (cases[i].reason));
      g_assert_cmpuint (grade, ==, cases[i].grade);
    }
}

static void
test_pppk (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      g_autofree char *small = g_ascii_strdown (numerals[i], -1);
      IkrarGrade grade;

      g_assert_cmpint (ikrar_grade_parse (numerals[i], PPPK, &grade), ==, FINE);
      g_assert_cmpuint (grade, ==, IKRAR_GRADE_PPPK (i + 1));
      g_assert_cmpint (ikrar_grade_parse (small, PPPK, &grade), ==, FINE);
      g_assert_cmpuint (grade, ==, IKRAR_GRADE_PPPK (i + 1));
    }
}

/* PNS from the highest, then PPPK from the highest, then nobody's grade. */
static void
test_order (void)
{
  int last = -1;

  for (guint grade = 17; grade >= 1; grade--)
    {
      g_assert_cmpint (ikrar_grade_order (grade), >, last);
      last = ikrar_grade_order (grade);
    }
  for (guint grade = 117; grade >= 101; grade--)
    {
      g_assert_cmpint (ikrar_grade_order (grade), >, last);
      last = ikrar_grade_order (grade);
    }
  g_assert_cmpint (ikrar_grade_order (IKRAR_GRADE_NONE), >, last);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 40000; i++)
    {
      g_autofree char *text = i % 2 == 0 ? random_bytes (rand, 16) : random_text (rand, 12);
      IkrarGrade grade, again;
      IkrarReason reason = ikrar_grade_parse (text, i % 3 == 0 ? PNS : PPPK, &grade);

      g_assert_true (reason == FINE || reason == UNKNOWN || reason == NO_ROOM ||
                     reason == MISMATCH);
      g_assert_true (grade == IKRAR_GRADE_NONE || *ikrar_grade_text (grade) != '\0');
      g_assert_true (grade == IKRAR_GRADE_NONE || reason == FINE || reason == MISMATCH);
      ikrar_grade_parse (ikrar_grade_text (grade), grade > 100 ? PPPK : PNS, &again);
      g_assert_cmpuint (again, ==, grade);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grade/tables", test_tables);
  g_test_add_func ("/grade/spellings", test_spellings);
  g_test_add_func ("/grade/parse", test_parse);
  g_test_add_func ("/grade/pppk", test_pppk);
  g_test_add_func ("/grade/order", test_order);
  g_test_add_func ("/grade/random", test_random);
  return g_test_run ();
}
