/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/group-tally.h"

#include "core/grade.h"
#include "store/attendance.h"
#include "store/fixture.h"
#include "store/pledge.h"
#include "store/unit.h"

/* Somebody of the roster before anything happens. */
typedef struct
{
  const char *unit;
  const char *kind;
  const char *grade;
} Seat;

static const Seat seats[] = {
  { "Dinas Kesehatan", "peserta", "III/a" }, { "Dinas Kesehatan", "peserta", "IV/b" },
  { "Dinas Kesehatan", "panitia", "III/a" }, { "Bapenda", "peserta", "IX" },
  { "Bapenda", "narasumber", "IV/b" },       { "", "tamu", "" },
  { "Satpol PP", "peserta", "II/c" },        { "Satpol PP", "Pengamat", "" },
};

static IkrarId
ensure_unit (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (fixture->store, "unit.add", 0, 0, NULL, NULL, &error);
  IkrarId id = 0;

  g_assert_true (ikrar_unit_ensure (change, name, &id, &error));
  g_assert_true (ikrar_change_commit (change, &error));
  return id;
}

static IkrarGrade
parse_grade (const char *text)
{
  IkrarGrade grade = IKRAR_GRADE_NONE;

  ikrar_grade_parse (text, IKRAR_NUMBER_NIP, &grade);
  return grade;
}

static void
sit (Fixture *fixture, IkrarId participant, const Seat *seat)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) row = ikrar_participant_get (fixture->store, participant, &error);

  g_assert_no_error (error);
  g_free (row->kind);
  row->kind = g_strdup (seat->kind);
  row->unit_id = ensure_unit (fixture, seat->unit);
  row->grade = parse_grade (seat->grade);
  g_assert_true (ikrar_participant_save (fixture->store, row, &error));
}

/* Four are there and recited, one is sick, one is represented, one withdrew, one is not recorded.
 */
static IkrarId
hold_event (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Apel");
  g_autoptr (GArray) people =
      fixture_add_participants (fixture, event, G_N_ELEMENTS (seats), FALSE);
  const IkrarId *ids = (const IkrarId *) people->data;
  guint8 nonce[IKRAR_NONCE_SIZE];
  const IkrarPledgeReciting reciting = {
    .event = event, .reader = "Wulan", .reader_position = "Sekda", .nonce = nonce
  };
  guint pledged;

  ikrar_nonce_new (nonce);
  for (guint i = 0; i < G_N_ELEMENTS (seats); i++)
    sit (fixture, ids[i], &seats[i]);
  for (guint i = 0; i < 4; i++)
    fixture_check_in (fixture, ids[i]);
  ikrar_attendance_set (fixture->store, ids + 4, 1, 0, IKRAR_ATTENDANCE_SICK, NULL, &error);
  ikrar_attendance_set (fixture->store, ids + 5, 1, 0, IKRAR_ATTENDANCE_REPRESENTED, "Tono",
                        &error);
  ikrar_participant_withdraw (fixture->store, ids + 6, 1, TRUE, &error);
  ikrar_pledge_recite (fixture->store, &reciting, &pledged, NULL, &error);
  g_assert_no_error (error);
  return event;
}

static IkrarGroupTally *
count (Fixture *fixture, IkrarId event, IkrarGrouping grouping)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      fixture->store, event, 0, TRUE, IKRAR_ORDER_NUMBER, NULL, &error);

  g_assert_no_error (error);
  return ikrar_group_tally_new (table, grouping);
}

static void
assert_names (const IkrarGroupTally *tally, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < tally->lines->len; i++)
    g_string_append_printf (names, "%s%s %u", i > 0 ? ", " : "",
                            g_array_index (tally->lines, IkrarGroupLine, i).name,
                            g_array_index (tally->lines, IkrarGroupLine, i).count.invited);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_groups_and_their_order (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    IkrarGrouping grouping;
    const char *names;
  } cases[] = {
    { IKRAR_GROUPING_UNIT, "Bapenda 2, Dinas Kesehatan 3, Satpol PP 1,  1" },
    { IKRAR_GROUPING_GRADE, "IV/b 2, III/a 2, IX 1,  2" },
    { IKRAR_GROUPING_KIND, "peserta 3, narasumber 1, panitia 1, tamu 1, Pengamat 1" },
  };
  IkrarId event = hold_event (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarGroupTally) tally = count (fixture, event, cases[i].grouping);

      assert_names (tally, cases[i].names);
    }
}

static void
test_lines_add_up (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = hold_event (fixture);

  for (guint grouping = 0; grouping < IKRAR_N_GROUPINGS; grouping++)
    {
      g_autoptr (IkrarGroupTally) tally = count (fixture, event, grouping);
      IkrarGroupLine sum = { 0 };

      for (guint i = 0; i < tally->lines->len; i++)
        {
          const IkrarGroupLine *line = &g_array_index (tally->lines, IkrarGroupLine, i);

          for (guint state = 0; state < IKRAR_N_ATTENDANCES; state++)
            ikrar_attendance_count_add (&sum.count, state, line->count.by_state[state]);
          for (guint state = 0; state < IKRAR_N_PLEDGE_STATES; state++)
            sum.pledges[state] += line->pledges[state];
        }
      g_assert_cmpmem (&sum.count, sizeof sum.count, &tally->total.count, sizeof sum.count);
      g_assert_cmpmem (sum.pledges, sizeof sum.pledges, tally->total.pledges, sizeof sum.pledges);
      g_assert_cmpuint (tally->total.count.invited, ==, 7);
      g_assert_cmpuint (tally->total.pledges[IKRAR_PLEDGE_RECITED], ==, 4);
    }
}

static void
test_rates_of_a_group (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarGroupTally) tally = count (fixture, hold_event (fixture), IKRAR_GROUPING_UNIT);
  const IkrarGroupLine *bapenda = &g_array_index (tally->lines, IkrarGroupLine, 0);
  const IkrarGroupLine nobody = { 0 };

  g_assert_cmpuint (bapenda->count.by_state[IKRAR_ATTENDANCE_PRESENT], ==, 1);
  g_assert_cmpuint (bapenda->count.by_state[IKRAR_ATTENDANCE_SICK], ==, 1);
  g_assert_cmpfloat (ikrar_attendance_count_rate (&bapenda->count), ==, 0.5);
  g_assert_cmpfloat (ikrar_group_line_get_pledge_rate (bapenda), ==, 0.5);
  g_assert_cmpfloat (ikrar_group_line_get_pledge_rate (&nobody), ==, -1);
}

static void
test_an_empty_roster (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarGroupTally) tally =
      count (fixture, fixture_add_event (fixture, "Apel"), IKRAR_GROUPING_UNIT);

  g_assert_cmpuint (tally->lines->len, ==, 0);
  g_assert_cmpuint (tally->total.count.invited, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/group-tally/order", test_groups_and_their_order);
  fixture_test ("/store/group-tally/sums", test_lines_add_up);
  fixture_test ("/store/group-tally/rates", test_rates_of_a_group);
  fixture_test ("/store/group-tally/empty", test_an_empty_roster);
  return g_test_run ();
}
