/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/event-rule.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/merge.h"
#include "store/presence.h"

#define MINUTE ((IkrarTime) 60 * 1000)
/* As fixture_add_event() has it: half an hour from now, three and a half hours long. */
#define START (FIXTURE_NOW + 30 * MINUTE)
#define LENGTH 210
#define PEOPLE 6
#define MARKS 8

static IkrarCheckInOutcome
go (Fixture *fixture, IkrarId participant, IkrarWay way)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = participant, .source = "scan", .nonce = nonce, .way = way };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  ikrar_attendance_check_in (fixture->store, &check, &outcome, &error);
  g_assert_no_error (error);
  g_free (outcome.desk);
  return outcome;
}

static IkrarId
undo (Fixture *fixture, IkrarId journal)
{
  g_autoptr (GError) error = NULL;
  IkrarId done = ikrar_journal_undo (fixture->store, journal, &error);

  g_assert_no_error (error);
  return done;
}

static guint
minutes_of (Fixture *fixture, IkrarId event, IkrarId participant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPresence) presence = ikrar_presence_load (fixture->store, event, &error);

  g_assert_no_error (error);
  return ikrar_presence_get (presence, participant, 0);
}

static IkrarAttendance
state_of (Fixture *fixture, IkrarId participant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipantCard) card =
      ikrar_participant_card_get (fixture->store, participant, &error);

  g_assert_no_error (error);
  return card->state;
}

static void
test_out_and_in (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId participant = fixture_add_participant (fixture, event, "Wayan");
  IkrarCheckInOutcome outcome = go (fixture, participant, IKRAR_WAY_OUT);
  IkrarId out, taken_back;

  g_assert_true (!outcome.welcome && outcome.passage == IKRAR_WAY_NONE && outcome.at == 0);
  g_assert_true (go (fixture, participant, IKRAR_WAY_NONE).welcome);
  outcome = go (fixture, participant, IKRAR_WAY_IN);
  g_assert_true (!outcome.welcome && outcome.passage == IKRAR_WAY_NONE && outcome.journal == 0);
  fixture->now = START + 60 * MINUTE;
  outcome = go (fixture, participant, IKRAR_WAY_OUT);
  g_assert_cmpint (outcome.passage, ==, IKRAR_WAY_OUT);
  g_assert_cmpint (outcome.at, ==, fixture->now);
  out = outcome.journal;
  g_assert_cmpint (go (fixture, participant, IKRAR_WAY_OUT).passage, ==, IKRAR_WAY_NONE);
  fixture->now = START + 90 * MINUTE;
  g_assert_cmpuint (minutes_of (fixture, event, participant), ==, 60);
  g_assert_cmpint (go (fixture, participant, IKRAR_WAY_NONE).passage, ==, IKRAR_WAY_IN);
  fixture->now = START + 500 * MINUTE;
  g_assert_cmpuint (minutes_of (fixture, event, participant), ==, LENGTH - 30);
  g_assert_cmpint (state_of (fixture, participant), ==, IKRAR_ATTENDANCE_PRESENT);
  taken_back = undo (fixture, out);
  g_assert_cmpuint (minutes_of (fixture, event, participant), ==, LENGTH);
  undo (fixture, taken_back);
  g_assert_cmpuint (minutes_of (fixture, event, participant), ==, LENGTH - 30);
  g_assert_cmpint (state_of (fixture, participant), ==, IKRAR_ATTENDANCE_PRESENT);
}

/* The same nonce is the same passage, as it is the same arrival. */
static void
test_sent_again (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId participant = fixture_add_participant (fixture, event, "Wayan");
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = {
    .participant = participant, .source = "scan", .nonce = nonce, .way = IKRAR_WAY_OUT
  };

  fixture_check_in (fixture, participant);
  ikrar_nonce_new (nonce);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarCheckInOutcome outcome;

      ikrar_attendance_check_in (fixture->store, &check, &outcome, &error);
      g_assert_no_error (error);
      g_assert_cmpint (outcome.passage, ==, IKRAR_WAY_OUT);
      g_assert_false (outcome.welcome);
      g_assert_cmpint (outcome.journal, !=, 0);
      g_free (outcome.desk);
    }
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark WHERE source = 'out'"), ==, 1);
}

static void
test_by_hand (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId late = fixture_add_participant (fixture, event, "Wayan");
  IkrarId listed = fixture_add_participant (fixture, event, "Made");
  IkrarId sick = fixture_add_participant (fixture, event, "Nyoman");
  IkrarId set;

  fixture->now = START + 100 * MINUTE;
  go (fixture, late, IKRAR_WAY_IN);
  set =
      ikrar_attendance_set (fixture->store, &listed, 1, 0, IKRAR_ATTENDANCE_PRESENT, NULL, &error);
  g_assert_no_error (error);
  ikrar_attendance_set (fixture->store, &sick, 1, 0, IKRAR_ATTENDANCE_SICK, NULL, &error);
  g_assert_no_error (error);
  fixture->now = START + 300 * MINUTE;
  g_assert_cmpuint (minutes_of (fixture, event, late), ==, LENGTH - 100);
  g_assert_cmpuint (minutes_of (fixture, event, listed), ==, LENGTH);
  g_assert_cmpuint (minutes_of (fixture, event, sick), ==, 0);
  undo (fixture, undo (fixture, set));
  g_assert_cmpuint (minutes_of (fixture, event, listed), ==, LENGTH);
  set = ikrar_attendance_set (fixture->store, &late, 1, 0, IKRAR_ATTENDANCE_SICK, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (minutes_of (fixture, event, late), ==, 0);
  undo (fixture, set);
  g_assert_cmpuint (minutes_of (fixture, event, late), ==, LENGTH - 100);
}

/* Several days: each session counts by itself, and all of them together. */
static void
test_sessions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId participant = fixture_add_participant (fixture, event, "Wayan");
  IkrarEventSession second = {
    .event_id = event,
    .title = (char *) "Hari kedua",
    .start_at = START + 24 * 60 * MINUTE,
    .end_at = START + 25 * 60 * MINUTE,
  };
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = participant, .source = "scan", .nonce = nonce };
  IkrarCheckInOutcome outcome;
  g_autoptr (IkrarPresence) presence = NULL;

  ikrar_event_session_save (fixture->store, &second, &error);
  g_assert_no_error (error);
  go (fixture, participant, IKRAR_WAY_IN);
  fixture->now = second.start_at + 15 * MINUTE;
  check.session = second.id;
  ikrar_nonce_new (nonce);
  ikrar_attendance_check_in (fixture->store, &check, &outcome, &error);
  g_assert_no_error (error);
  g_free (outcome.desk);
  fixture->now = second.end_at;
  presence = ikrar_presence_load (fixture->store, event, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_presence_get (presence, participant, second.id), ==, 45);
  g_assert_cmpuint (ikrar_presence_get (presence, participant, 0), ==, LENGTH + 45);
  g_assert_cmpuint (ikrar_presence_get_possible (presence, second.id), ==, 60);
  g_assert_cmpuint (ikrar_presence_get_possible (presence, 0), ==, LENGTH + 60);
}

static void
set_rule (Fixture *fixture, IkrarId event, int late_after, int share, IkrarId *journal)
{
  g_autoptr (GError) error = NULL;
  const IkrarEventRule rule = { late_after, share };

  ikrar_event_rule_set (fixture->store, event, &rule, journal, &error);
  g_assert_no_error (error);
}

static void
assert_rule (Fixture *fixture, IkrarId event, int late_after, int share)
{
  g_autoptr (GError) error = NULL;
  IkrarEventRule rule;

  ikrar_event_rule_get (fixture->store, event, &rule, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rule.late_after, ==, late_after);
  g_assert_cmpint (rule.share, ==, share);
}

static void
test_rules (Fixture *fixture, gconstpointer unused)
{
  static const IkrarEventRule wrong[] = {
    { -2, 0 }, { IKRAR_LATE_AFTER_MAX + 1, 0 }, { 0, 101 }, { 0, -1 }
  };
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId other = fixture_add_event (fixture, "Rakor");
  IkrarId first, second, same, back;

  assert_rule (fixture, event, IKRAR_LATE_NEVER, 0);
  set_rule (fixture, event, 15, 80, &first);
  set_rule (fixture, event, 15, 80, &same);
  g_assert_cmpint (same, ==, 0);
  set_rule (fixture, event, 30, 0, &second);
  assert_rule (fixture, event, 30, 0);
  assert_rule (fixture, other, IKRAR_LATE_NEVER, 0);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, first, NULL), ==, 0);
  back = undo (fixture, second);
  assert_rule (fixture, event, 15, 80);
  undo (fixture, back);
  assert_rule (fixture, event, 30, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ikrar_event_rule_set (fixture->store, event, &wrong[i], NULL, &error));
      g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
    }
  assert_rule (fixture, event, 30, 0);
}

static void
test_late (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId on_time = fixture_add_participant (fixture, event, "Wayan");
  IkrarId late = fixture_add_participant (fixture, event, "Made");
  IkrarId forgiven = fixture_add_participant (fixture, event, "Nyoman");
  IkrarCheckInOutcome outcome;

  set_rule (fixture, event, 15, 0, NULL);
  fixture->now = START + 15 * MINUTE;
  g_assert_false (go (fixture, on_time, IKRAR_WAY_IN).late);
  fixture->now += 1;
  outcome = go (fixture, late, IKRAR_WAY_IN);
  g_assert_true (outcome.welcome && outcome.late);
  set_rule (fixture, event, IKRAR_LATE_NEVER, 0, NULL);
  g_assert_false (go (fixture, forgiven, IKRAR_WAY_IN).late);
  g_assert_cmpint (state_of (fixture, on_time), ==, IKRAR_ATTENDANCE_PRESENT);
  g_assert_cmpint (state_of (fixture, late), ==, IKRAR_ATTENDANCE_LATE);
  g_assert_cmpint (state_of (fixture, forgiven), ==, IKRAR_ATTENDANCE_PRESENT);
}

/* What happened at the door and was not taken back: minutes after the start. */
typedef struct
{
  IkrarId journal;
  int at;
  gboolean is_arrival;
  gboolean in;
} Step;

static guint
model (GArray *steps, int now)
{
  guint minutes = 0;

  for (int minute = 0; minute < MIN (now, LENGTH); minute++)
    {
      gboolean inside = FALSE;

      for (guint i = 0; i < steps->len; i++)
        if (g_array_index (steps, Step, i).at <= minute)
          inside = g_array_index (steps, Step, i).in;
      minutes += inside;
    }
  return minutes;
}

static gboolean
is_inside (GArray *steps)
{
  return steps->len > 0 && g_array_index (steps, Step, steps->len - 1).in;
}

/* Any sequence of coming, leaving and taking back, against who was inside minute by minute. */
static void
test_any_sequence (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (4711);
  IkrarId event = fixture_add_event (fixture, "Bimtek");

  for (guint person = 0; person < 25; person++)
    {
      g_autofree char *name = g_strdup_printf ("Orang %u", person);
      IkrarId participant = fixture_add_participant (fixture, event, name);
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
      int now = g_rand_int_range (rand, -20, 20);

      for (guint i = 0; i < 15; i++)
        {
          gboolean in = g_rand_boolean (rand);

          fixture->now = START + now * MINUTE;
          if (steps->len > 0 && g_rand_int_range (rand, 0, 4) == 0)
            {
              undo (fixture, g_array_index (steps, Step, steps->len - 1).journal);
              g_array_set_size (steps, steps->len - 1);
            }
          else
            {
              IkrarCheckInOutcome outcome =
                  go (fixture, participant, in ? IKRAR_WAY_IN : IKRAR_WAY_OUT);
              gboolean wanted = in != is_inside (steps) && (in || steps->len > 0);
              Step step = { outcome.journal, now, steps->len == 0, in };

              g_assert_cmpint (outcome.journal != 0, ==, wanted);
              if (wanted)
                {
                  g_assert_cmpint (outcome.welcome, ==, step.is_arrival);
                  g_array_append_val (steps, step);
                }
            }
          now += g_rand_int_range (rand, 1, 25);
        }
      fixture->now = START + now * MINUTE;
      g_assert_cmpuint (minutes_of (fixture, event, participant), ==, model (steps, now));
    }
}

/* The marks of one person: an arrival, passages, and some of them taken back. */
static void
make_marks (GRand *rand,
            IkrarId participant,
            IkrarId session,
            IkrarMergeMark *marks,
            IkrarMergeEntry *entries,
            guint8 (*nonces)[2][IKRAR_NONCE_SIZE],
            const IkrarTime *times,
            const char *const *sources,
            const int *voids)
{
  for (guint i = 0; i < MARKS; i++)
    {
      ikrar_nonce_new (nonces[i][0]);
      ikrar_nonce_new (nonces[i][1]);
      entries[i] = (IkrarMergeEntry){
        .id = ikrar_id_new (),
        .at = times[i],
        .actor = "penguji",
        .desk = "Meja B",
        .action = "attendance.check-in",
        .subject = participant,
        .detail = "",
        .nonce = nonces[i][1],
      };
      marks[i] = (IkrarMergeMark){
        .id = ikrar_id_new (),
        .participant = participant,
        .session = session,
        .state = i == 0 ? IKRAR_ATTENDANCE_PRESENT : IKRAR_ATTENDANCE_UNRECORDED,
        .at = times[i],
        .desk = "Meja B",
        .source = sources[i],
        .corrects = voids[i] >= 0 ? marks[voids[i]].id : 0,
        .nonce = nonces[i][0],
        .journal = &entries[i],
      };
    }
}

static void
shuffle (GRand *rand, IkrarMergeMark *marks, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      IkrarMergeMark other = marks[i - 1];

      marks[i - 1] = marks[j];
      marks[j] = other;
    }
}

static void
merge (Fixture *fixture, IkrarId event, const IkrarMergeMark *marks, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outcomes =
      ikrar_merge_marks (fixture->store, event, "exchange.deliver", marks, n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, n);
}

/* The same marks, for each person in another order, in parts and some of them twice. */
static void
test_any_delivery (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (815);
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (fixture->store, event, &error);
  IkrarId session = ((IkrarEventSession *) g_ptr_array_index (sessions, 0))->id;

  for (guint round = 0; round < 10; round++)
    {
      IkrarTime times[MARKS];
      const char *sources[MARKS];
      int voids[MARKS];
      guint expected = 0;

      for (guint i = 0; i < MARKS; i++)
        {
          gboolean takes_back = i > 1 && g_rand_int_range (rand, 0, 4) == 0;

          times[i] = START + g_rand_int_range (rand, 0, LENGTH) * MINUTE;
          sources[i] = takes_back ? "void" : g_rand_boolean (rand) ? "in" : "out";
          voids[i] = takes_back ? g_rand_int_range (rand, 1, (gint32) i) : -1;
        }
      sources[0] = "scan";
      voids[0] = -1;
      for (guint person = 0; person < PEOPLE; person++)
        {
          g_autofree char *name = g_strdup_printf ("Orang %u %u", round, person);
          IkrarId participant = fixture_add_participant (fixture, event, name);
          IkrarMergeMark marks[MARKS];
          IkrarMergeEntry entries[MARKS];
          guint8 nonces[MARKS][2][IKRAR_NONCE_SIZE];
          guint cut = (guint) g_rand_int_range (rand, 0, MARKS);
          guint minutes;

          make_marks (rand, participant, session, marks, entries, nonces, times, sources, voids);
          for (guint i = 0; i < MARKS; i++)
            entries[i].event = event;
          if (person > 0)
            shuffle (rand, marks, MARKS);
          merge (fixture, event, marks, cut + 1);
          merge (fixture, event, marks + cut, MARKS - cut);
          fixture->now = START + 300 * MINUTE;
          minutes = minutes_of (fixture, event, participant);
          g_assert_cmpint (state_of (fixture, participant), ==, IKRAR_ATTENDANCE_PRESENT);
          if (person > 0)
            g_assert_cmpuint (minutes, ==, expected);
          expected = minutes;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/passage/out-and-in", test_out_and_in);
  fixture_test ("/store/passage/sent-again", test_sent_again);
  fixture_test ("/store/passage/by-hand", test_by_hand);
  fixture_test ("/store/passage/sessions", test_sessions);
  fixture_test ("/store/passage/rules", test_rules);
  fixture_test ("/store/passage/late", test_late);
  fixture_test ("/store/passage/any-sequence", test_any_sequence);
  fixture_test ("/store/passage/any-delivery", test_any_delivery);
  return g_test_run ();
}
