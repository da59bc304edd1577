/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/attendance.h"

#include "core/error.h"
#include "support.h"

#define PRESENT IKRAR_ATTENDANCE_GROUP_PRESENT
#define EXCUSED IKRAR_ATTENDANCE_GROUP_EXCUSED

static const struct
{
  const char *code;
  const char *word;
  const char *name;
  IkrarAttendanceGroup group;
  gboolean is_present;
} states[IKRAR_N_ATTENDANCES] = {
  { "-", "Belum tercatat", "unrecorded", IKRAR_ATTENDANCE_GROUP_UNRECORDED, FALSE },
  { "H", "Hadir", "present", PRESENT, TRUE },
  { "D", "Hadir daring", "online", PRESENT, TRUE },
  { "W", "Hadir mewakili", "standing-in", PRESENT, TRUE },
  { "R", "Diwakili", "represented", IKRAR_ATTENDANCE_GROUP_REPRESENTED, FALSE },
  { "I", "Izin", "excused", EXCUSED, FALSE },
  { "S", "Sakit", "sick", EXCUSED, FALSE },
  { "DL", "Dinas luar", "on-duty", EXCUSED, FALSE },
  { "C", "Cuti", "on-leave", EXCUSED, FALSE },
  { "TB", "Tugas belajar", "study-leave", EXCUSED, FALSE },
  { "T", "Terlambat", "late", PRESENT, TRUE },
  { "TK", "Tanpa keterangan", "unexcused", IKRAR_ATTENDANCE_GROUP_ABSENT, FALSE },
};

static void
check_parsed (const char *text, IkrarAttendance expected)
{
  g_autoptr (GError) error = NULL;
  IkrarAttendance state = IKRAR_N_ATTENDANCES;

  show_case (text);
  g_assert_true (ikrar_attendance_parse (text, &state, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, expected);
}

static void
test_states (void)
{
  for (IkrarAttendance state = 0; state < IKRAR_N_ATTENDANCES; state++)
    {
      g_autofree char *small = g_ascii_strdown (states[state].code, -1);
      g_autofree char *large = g_ascii_strup (states[state].word, -1);

      g_assert_cmpstr (ikrar_attendance_code (state), ==, states[state].code);
      g_assert_cmpstr (ikrar_attendance_word (state), ==, states[state].word);
      g_assert_cmpstr (ikrar_attendance_name (state), ==, states[state].name);
      g_assert_cmpint (ikrar_attendance_group (state), ==, states[state].group);
      g_assert_cmpint (ikrar_attendance_is_present (state), ==, states[state].is_present);
      check_parsed (states[state].code, state);
      check_parsed (states[state].word, state);
      check_parsed (states[state].name, state);
      check_parsed (small, state);
      check_parsed (large, state);
    }
}

static const struct
{
  const char *text;
  IkrarAttendance state;
} spellings[] = {
  { "HADIR", IKRAR_ATTENDANCE_PRESENT },
  { "Hadir (luring)", IKRAR_ATTENDANCE_PRESENT },
  { "HADIR/WFO", IKRAR_ATTENDANCE_PRESENT },
  { "WFO", IKRAR_ATTENDANCE_PRESENT },
  { "present", IKRAR_ATTENDANCE_PRESENT },
  { "daring", IKRAR_ATTENDANCE_ONLINE },
  { "Zoom", IKRAR_ATTENDANCE_ONLINE },
  { "mewakili", IKRAR_ATTENDANCE_STANDING_IN },
  { "DIWAKILI", IKRAR_ATTENDANCE_REPRESENTED },
  { "izin", IKRAR_ATTENDANCE_EXCUSED },
  { "ijin", IKRAR_ATTENDANCE_EXCUSED },
  { "IJIN/IZIN", IKRAR_ATTENDANCE_EXCUSED },
  { "Sakit.", IKRAR_ATTENDANCE_SICK },
  { "ISOMAN", IKRAR_ATTENDANCE_SICK },
  { "DINAS LUAR", IKRAR_ATTENDANCE_ON_DUTY },
  { "Dinas luar / Tugas luar", IKRAR_ATTENDANCE_ON_DUTY },
  { "Tugas luar", IKRAR_ATTENDANCE_ON_DUTY },
  { "TL", IKRAR_ATTENDANCE_ON_DUTY },
  { "Perjadin", IKRAR_ATTENDANCE_ON_DUTY },
  { "UNDANGAN", IKRAR_ATTENDANCE_ON_DUTY },
  { "Cuti tahunan", IKRAR_ATTENDANCE_ON_LEAVE },
  { "Cuti besar", IKRAR_ATTENDANCE_ON_LEAVE },
  { "Cuti sakit", IKRAR_ATTENDANCE_ON_LEAVE },
  { "Cuti melahirkan", IKRAR_ATTENDANCE_ON_LEAVE },
  { "Cuti bersalin", IKRAR_ATTENDANCE_ON_LEAVE },
  { "Cuti alasan penting", IKRAR_ATTENDANCE_ON_LEAVE },
  { "CLTN", IKRAR_ATTENDANCE_ON_LEAVE },
  { "leave", IKRAR_ATTENDANCE_ON_LEAVE },
  { "Tubel", IKRAR_ATTENDANCE_STUDY_LEAVE },
  { "Terlambat", IKRAR_ATTENDANCE_LATE },
  { "A", IKRAR_ATTENDANCE_UNEXCUSED },
  { "alpa", IKRAR_ATTENDANCE_UNEXCUSED },
  { "alpha", IKRAR_ATTENDANCE_UNEXCUSED },
  { "alfa", IKRAR_ATTENDANCE_UNEXCUSED },
  { "TIDAK ABSEN/ALPHA", IKRAR_ATTENDANCE_UNEXCUSED },
  { "absent", IKRAR_ATTENDANCE_UNEXCUSED },
  { "–", IKRAR_ATTENDANCE_UNRECORDED },
  { " - ", IKRAR_ATTENDANCE_UNRECORDED },
  { "\302\240dl\302\240", IKRAR_ATTENDANCE_ON_DUTY },
};

static void
test_spellings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    check_parsed (spellings[i].text, spellings[i].state);
}

/* What is not understood is never taken for an absence. */
static void
test_refused (void)
{
  static const char *const refused[] = { "",  " ",  NULL, "absen",     "tidak hadir", "x",
                                         "?", "HH", "0",  "meninggal", "pensiun" };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarAttendance state = IKRAR_N_ATTENDANCES;

      g_assert_false (ikrar_attendance_parse (refused[i], &state, &error));
      g_assert_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN);
      g_assert_cmpint (state, ==, IKRAR_N_ATTENDANCES);
    }
}

static void
test_count (void)
{
  IkrarAttendanceCount count = { { 0 } };

  g_assert_cmpfloat (ikrar_attendance_count_rate (&count), ==, -1);

  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_PRESENT, 70);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_ONLINE, 10);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_STANDING_IN, 3);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_LATE, 2);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_REPRESENTED, 3);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_SICK, 1);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_STUDY_LEAVE, 1);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_UNEXCUSED, 4);
  ikrar_attendance_count_add (&count, IKRAR_ATTENDANCE_UNRECORDED, 6);

  g_assert_cmpuint (count.invited, ==, 100);
  g_assert_cmpuint (ikrar_attendance_count_group (&count, PRESENT), ==, 85);
  g_assert_cmpuint (ikrar_attendance_count_group (&count, IKRAR_ATTENDANCE_GROUP_REPRESENTED), ==,
                    3);
  g_assert_cmpuint (ikrar_attendance_count_group (&count, EXCUSED), ==, 2);
  g_assert_cmpuint (ikrar_attendance_count_group (&count, IKRAR_ATTENDANCE_GROUP_ABSENT), ==, 4);
  g_assert_cmpuint (ikrar_attendance_count_group (&count, IKRAR_ATTENDANCE_GROUP_UNRECORDED), ==,
                    6);
  g_assert_cmpfloat (ikrar_attendance_count_rate (&count), ==, 0.85);
}

/* States and groups always add up to the base. */
static void
test_random_counts (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 200; i++)
    {
      IkrarAttendanceCount count = { { 0 } };
      guint added = 0, by_state = 0, by_group = 0;

      for (guint n = 0; n < 100; n++)
        {
          guint people = (guint) g_rand_int_range (rand, 0, 2000);

          ikrar_attendance_count_add (&count, g_rand_int_range (rand, 0, IKRAR_N_ATTENDANCES),
                                      people);
          added += people;
        }
      for (guint state = 0; state < IKRAR_N_ATTENDANCES; state++)
        by_state += count.by_state[state];
      for (guint group = 0; group < IKRAR_N_ATTENDANCE_GROUPS; group++)
        by_group += ikrar_attendance_count_group (&count, group);

      g_assert_cmpuint (count.invited, ==, added);
      g_assert_cmpuint (by_state, ==, added);
      g_assert_cmpuint (by_group, ==, added);
      g_assert_cmpfloat (ikrar_attendance_count_rate (&count), >=, 0);
      g_assert_cmpfloat (ikrar_attendance_count_rate (&count), <=, 1);
    }
}

static void
test_random_text (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = i % 2 == 0 ? random_bytes (rand, 4) : random_text (rand, 4);
      IkrarAttendance state = IKRAR_N_ATTENDANCES;

      g_assert_cmpint (ikrar_attendance_parse (text, &state, NULL), ==,
                       state != IKRAR_N_ATTENDANCES);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attendance/states", test_states);
  g_test_add_func ("/attendance/spellings", test_spellings);
  g_test_add_func ("/attendance/refused", test_refused);
  g_test_add_func ("/attendance/count", test_count);
  g_test_add_func ("/attendance/random-counts", test_random_counts);
  g_test_add_func ("/attendance/random-text", test_random_text);
  return g_test_run ();
}
