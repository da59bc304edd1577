/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/attendance.h"

#include <string.h>

#include "store/change.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/participant-table.h"
#include "store/process.h"

#define DESKS 8
#define PASSES 12

static IkrarId
add_session (Fixture *fixture, IkrarId event, const char *title)
{
  g_autoptr (GError) error = NULL;
  IkrarEventSession session = { .event_id = event, .title = (char *) title };

  ikrar_event_session_save (fixture->store, &session, &error);
  g_assert_no_error (error);
  return session.id;
}

static IkrarId
first_session (Fixture *fixture, IkrarId event)
{
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (fixture->store, event, NULL);

  return ((IkrarEventSession *) g_ptr_array_index (sessions, 0))->id;
}

static IkrarId
set (Fixture *fixture, IkrarId participant, IkrarId session, IkrarAttendance state, const char *who)
{
  g_autoptr (GError) error = NULL;
  IkrarId id = ikrar_attendance_set (fixture->store, &participant, 1, session, state, who, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static gboolean
check_in (Fixture *fixture,
          IkrarId participant,
          IkrarId session,
          const guint8 *nonce,
          GError **error)
{
  IkrarCheckIn check = {
    .participant = participant, .session = session, .source = "scan", .nonce = nonce
  };
  IkrarCheckInOutcome outcome;
  gboolean welcome;

  if (!ikrar_attendance_check_in (fixture->store, &check, &outcome, error))
    return FALSE;
  welcome = outcome.welcome;
  g_assert_cmpint (outcome.journal != 0, ==, welcome);
  g_assert_cmpint (outcome.at, >, 0);
  g_assert_nonnull (outcome.desk);
  g_free (outcome.desk);
  return welcome;
}

/* Two sessions, one state set in each, a minute apart; what the event as a whole says then. */
static void
test_summary_over_sessions (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    IkrarAttendance first;
    IkrarAttendance second;
    IkrarAttendance summary;
    int minute; /* of the mark whose time counts */
  } cases[] = {
    { IKRAR_ATTENDANCE_PRESENT, IKRAR_ATTENDANCE_UNEXCUSED, IKRAR_ATTENDANCE_PRESENT, 0 },
    { IKRAR_ATTENDANCE_UNEXCUSED, IKRAR_ATTENDANCE_PRESENT, IKRAR_ATTENDANCE_PRESENT, 1 },
    { IKRAR_ATTENDANCE_LATE, IKRAR_ATTENDANCE_PRESENT, IKRAR_ATTENDANCE_LATE, 0 },
    { IKRAR_ATTENDANCE_ONLINE, IKRAR_ATTENDANCE_SICK, IKRAR_ATTENDANCE_ONLINE, 0 },
    { IKRAR_ATTENDANCE_SICK, IKRAR_ATTENDANCE_ON_LEAVE, IKRAR_ATTENDANCE_ON_LEAVE, 1 },
    { IKRAR_ATTENDANCE_ON_DUTY, IKRAR_ATTENDANCE_UNRECORDED, IKRAR_ATTENDANCE_ON_DUTY, 0 },
    { IKRAR_ATTENDANCE_UNRECORDED, IKRAR_ATTENDANCE_STUDY_LEAVE, IKRAR_ATTENDANCE_STUDY_LEAVE, 1 },
    { IKRAR_ATTENDANCE_REPRESENTED, IKRAR_ATTENDANCE_STANDING_IN, IKRAR_ATTENDANCE_STANDING_IN, 1 },
    { IKRAR_ATTENDANCE_EXCUSED, IKRAR_ATTENDANCE_REPRESENTED, IKRAR_ATTENDANCE_REPRESENTED, 1 },
    { IKRAR_ATTENDANCE_UNRECORDED, IKRAR_ATTENDANCE_UNRECORDED, IKRAR_ATTENDANCE_UNRECORDED, -1 },
  };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId sessions[] = { first_session (fixture, event), add_session (fixture, event, "Sesi 2") };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("Orang %u", i);
      IkrarId participant = fixture_add_participant (fixture, event, name);
      IkrarTime start = fixture->now;
      g_autoptr (IkrarParticipantCard) card = NULL;

      set (fixture, participant, sessions[0], cases[i].first, NULL);
      fixture->now += 60000;
      set (fixture, participant, sessions[1], cases[i].second, NULL);
      card = ikrar_participant_card_get (fixture->store, participant, &error);
      g_assert_cmpint (card->state, ==, cases[i].summary);
      g_assert_cmpint (card->state_at, ==,
                       cases[i].minute >= 0 ? start + cases[i].minute * 60000 : 0);
    }
}

/* Several marks in one millisecond: the one recorded last counts. */
static void
test_summary_in_one_moment (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId second = add_session (fixture, event, "Sesi 2");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  g_autoptr (IkrarParticipantCard) card = NULL;

  set (fixture, participant, second, IKRAR_ATTENDANCE_SICK, NULL);
  set (fixture, participant, first_session (fixture, event), IKRAR_ATTENDANCE_ON_LEAVE, NULL);
  card = ikrar_participant_card_get (fixture->store, participant, NULL);
  g_assert_cmpint (card->state, ==, IKRAR_ATTENDANCE_ON_LEAVE);
}

static void
test_corrections_append (Fixture *fixture, gconstpointer unused)
{
  static const IkrarAttendance states[] = { IKRAR_ATTENDANCE_EXCUSED, IKRAR_ATTENDANCE_PRESENT,
                                            IKRAR_ATTENDANCE_LATE, IKRAR_ATTENDANCE_UNRECORDED };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      set (fixture, participant, 0, states[i], NULL);
      g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, i + 1);
    }
  /* Each names the one before; the last one stands. */
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark a "
                                           "JOIN attendance_mark b ON a.corrects = b.id "
                                           "WHERE b.id < a.id"),
                   ==, G_N_ELEMENTS (states) - 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(DISTINCT corrects) FROM attendance_mark"),
                   ==, G_N_ELEMENTS (states));
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance a "
                                           "JOIN attendance_mark m ON m.id = a.mark_id "
                                           "WHERE m.id = (SELECT MAX(id) FROM attendance_mark)"),
                   ==, 1);
}

static void
test_standing_in (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId head = fixture_add_participant (fixture, event, "Kepala");
  IkrarId deputy = fixture_add_participant (fixture, event, "Sekretaris");
  g_autoptr (IkrarParticipantTable) table = NULL;
  IkrarAttendanceCount count;

  set (fixture, head, 0, IKRAR_ATTENDANCE_REPRESENTED, "Sekretaris");
  set (fixture, deputy, 0, IKRAR_ATTENDANCE_STANDING_IN, "Kepala");
  table = ikrar_participant_table_load (fixture->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL,
                                        &error);
  g_assert_cmpstr (ikrar_participant_table_line (table, 0)->stand_in, ==, "Sekretaris");
  g_assert_cmpstr (ikrar_participant_table_line (table, 1)->stand_in, ==, "Kepala");
  ikrar_participant_table_count (table, 0, &count, NULL);
  g_assert_cmpuint (ikrar_attendance_count_group (&count, IKRAR_ATTENDANCE_GROUP_PRESENT), ==, 1);
  g_assert_cmpuint (ikrar_attendance_count_group (&count, IKRAR_ATTENDANCE_GROUP_REPRESENTED), ==,
                    1);
  /* Somebody who comes after all is no longer represented. */
  fixture_check_in (fixture, head);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance WHERE stand_in <> ''"),
                   ==, 1);
}

/* The states add up to those invited, in every session and over the event, whatever happened. */
static void
test_counts_add_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (515);
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId sessions[] = { first_session (fixture, event), add_session (fixture, event, "Sesi 2") };
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 60, FALSE);

  for (guint i = 0; i < 120; i++)
    {
      IkrarId id = g_array_index (ids, IkrarId, g_rand_int_range (random, 0, 60));
      IkrarAttendanceCount count;
      gint64 invited;

      set (fixture, id, sessions[g_rand_int_range (random, 0, 2)],
           g_rand_int_range (random, 0, IKRAR_N_ATTENDANCES), NULL);
      if (i % 10 == 0)
        ikrar_participant_withdraw (fixture->store, &id, 1, g_rand_boolean (random), &error);
      g_assert_no_error (error);
      invited = fixture_count (fixture, "SELECT COUNT(*) FROM participant WHERE withdrawn_at = 0");
      for (guint s = 0; s < G_N_ELEMENTS (sessions); s++)
        {
          guint sum = 0;

          ikrar_attendance_session_count (fixture->store, event, sessions[s], &count, &error);
          g_assert_no_error (error);
          for (guint state = 0; state < IKRAR_N_ATTENDANCES; state++)
            sum += count.by_state[state];
          g_assert_cmpuint (sum, ==, count.invited);
          g_assert_cmpint (count.invited, ==, invited);
        }
    }
}

static void
test_check_in_again (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId second = add_session (fixture, event, "Sesi 2");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  const guint8 nonces[3][IKRAR_NONCE_SIZE] = { { 1 }, { 2 }, { 3 } };

  g_assert_true (check_in (fixture, participant, 0, nonces[0], &error));
  g_assert_true (check_in (fixture, participant, 0, nonces[0], &error));
  g_assert_false (check_in (fixture, participant, 0, nonces[1], &error));
  g_assert_true (check_in (fixture, participant, second, nonces[2], &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, 2);
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM journal WHERE action = 'attendance.check-in'"),
      ==, 2);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (fixture->store)));
}

/* A nonce of another write is no check-in, and nobody is welcomed by it. */
static void
test_foreign_nonce (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  const guint8 nonce[IKRAR_NONCE_SIZE] = { 9 };
  IkrarChange *change = ikrar_change_begin (fixture->store, "uji", 0, 0, NULL, nonce, &error);

  g_assert_true (ikrar_change_commit (change, &error));
  ikrar_change_free (change);
  g_assert_false (check_in (fixture, participant, 0, nonce, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, 0);
}

static void
test_wrong_session_or_event (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_event (fixture, "Apel");
  IkrarId ids[] = { fixture_add_participant (fixture, event, "Budi"),
                    fixture_add_participant (fixture, other, "Siti") };
  const guint8 nonce[IKRAR_NONCE_SIZE] = { 1 };

  check_in (fixture, ids[0], first_session (fixture, other), nonce, &error);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  check_in (fixture, 77, 0, nonce, &error);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (
      ikrar_attendance_set (fixture->store, ids, 2, 0, IKRAR_ATTENDANCE_SICK, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, 0);
}

/* Every process tries every pass, in an order of its own. */
static int
play_desk (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    {
      guint place = (i * 7 + number * 5) % ids->len;
      IkrarId id = g_array_index (ids, IkrarId, place);
      guint8 nonce[IKRAR_NONCE_SIZE];
      g_autoptr (GError) error = NULL;

      ikrar_nonce_new (nonce);
      if (check_in (fixture, id, 0, nonce, &error))
        fprintf (out, "%" IKRAR_ID_FORMAT "\n", id);
      if (error != NULL)
        return 1;
    }
  return 0;
}

static void
test_one_welcome_for_each (Fixture *fixture, gconstpointer unused)
{
  static const guint crowds[] = { 2, 3, DESKS };

  for (guint i = 0; i < G_N_ELEMENTS (crowds); i++)
    {
      IkrarId event = fixture_add_event (fixture, "Sosialisasi");
      g_autoptr (GArray) ids = fixture_add_participants (fixture, event, PASSES, FALSE);
      g_autoptr (GPtrArray) texts = process_crowd (fixture, crowds[i], play_desk, ids);
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint t = 0; t < texts->len; t++)
        g_string_append (all, g_ptr_array_index (texts, t));
      for (guint p = 0; p < ids->len; p++)
        {
          g_autofree char *line =
              g_strdup_printf ("%" IKRAR_ID_FORMAT "\n", g_array_index (ids, IkrarId, p));
          const char *found = strstr (all->str, line);

          g_assert_nonnull (found);
          g_assert_null (strstr (found + 1, line));
        }
      g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==,
                       (i + 1) * PASSES);
    }
}

static void
test_recent_and_arrivals (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId session = first_session (fixture, event);
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 5, FALSE);
  g_autoptr (GPtrArray) scans = NULL;
  g_autoptr (GArray) arrivals = NULL;
  const IkrarScan *newest;
  IkrarId entry = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      fixture->now += 1000;
      fixture_check_in (fixture, g_array_index (ids, IkrarId, i));
    }
  entry = fixture_count (fixture, "SELECT MAX(id) FROM journal");
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), !=, 0);
  scans = ikrar_attendance_recent (fixture->store, session, 3, &error);
  g_assert_cmpuint (scans->len, ==, 3);
  newest = g_ptr_array_index (scans, 0);
  g_assert_cmpstr (newest->name, ==, "Peserta 5");
  g_assert_cmpstr (newest->desk, ==, "Meja A");
  g_assert_cmpint (newest->journal, ==, entry);
  g_assert_true (newest->undone);
  g_assert_false (((IkrarScan *) g_ptr_array_index (scans, 1))->undone);
  arrivals = ikrar_attendance_arrivals (fixture->store, event, &error);
  g_assert_cmpuint (arrivals->len, ==, 4);
  for (guint i = 0; i < arrivals->len; i++)
    g_assert_cmpint (g_array_index (arrivals, gint64, i), ==, FIXTURE_NOW + (i + 1) * 1000);
}

static void
check_desk (GPtrArray *desks, guint place, const char *desk, guint people)
{
  const IkrarDeskCount *count = g_ptr_array_index (desks, place);

  g_assert_cmpstr (count->desk, ==, desk);
  g_assert_cmpuint (count->people, ==, people);
}

static void
test_desks (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, 6, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) whole = NULL;
  g_autoptr (GPtrArray) first = NULL;
  IkrarId session;

  for (guint i = 0; i < 5; i++)
    {
      ikrar_store_set_actor (fixture->store, "penguji", i < 2 ? "Meja A" : "Meja B");
      fixture->now += 1000;
      fixture_check_in (fixture, g_array_index (people, IkrarId, i));
    }
  /* Who withdrew is not counted, nor somebody who is refused at a second desk. */
  fixture_check_in (fixture, g_array_index (people, IkrarId, 0));
  ikrar_participant_withdraw (fixture->store, &g_array_index (people, IkrarId, 4), 1, TRUE, &error);
  g_assert_no_error (error);
  whole = ikrar_attendance_desks (fixture->store, event, 0, &error);
  g_assert_no_error (error);
  session = fixture_count (fixture, "SELECT id FROM event_session");
  first = ikrar_attendance_desks (fixture->store, event, session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (whole->len, ==, 2);
  g_assert_cmpuint (first->len, ==, 2);
  check_desk (whole, 0, "Meja A", 2);
  check_desk (whole, 1, "Meja B", 2);
  check_desk (first, 0, "Meja A", 2);
  check_desk (first, 1, "Meja B", 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/attendance/summary-over-sessions", test_summary_over_sessions);
  fixture_test ("/store/attendance/summary-in-one-moment", test_summary_in_one_moment);
  fixture_test ("/store/attendance/corrections-append", test_corrections_append);
  fixture_test ("/store/attendance/standing-in", test_standing_in);
  fixture_test ("/store/attendance/counts-add-up", test_counts_add_up);
  fixture_test ("/store/attendance/check-in-again", test_check_in_again);
  fixture_test ("/store/attendance/foreign-nonce", test_foreign_nonce);
  fixture_test ("/store/attendance/wrong-session-or-event", test_wrong_session_or_event);
  fixture_test ("/store/attendance/one-welcome-for-each", test_one_welcome_for_each);
  fixture_test ("/store/attendance/recent-and-arrivals", test_recent_and_arrivals);
  fixture_test ("/store/attendance/desks", test_desks);
  return g_test_run ();
}
