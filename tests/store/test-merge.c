/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/merge.h"

#include <sqlite3.h>
#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"

#define PEOPLE 4
#define REPLICAS 3
#define STEPS 60
#define ROUNDS 12

/* Marks read from a database, with what they point into. */
typedef struct
{
  GArray *marks;
  GPtrArray *entries;
  GStringChunk *texts;
} Marks;

/* A database that another one was copied to. */
typedef struct
{
  Fixture fixture;
  IkrarTime now;
} Replica;

static IkrarTime
get_now (gpointer user_data)
{
  return ((Replica *) user_data)->now;
}

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

static char *
keep (Marks *marks, sqlite3_stmt *statement, int column)
{
  return g_string_chunk_insert_len (marks->texts,
                                    (const char *) sqlite3_column_blob (statement, column),
                                    sqlite3_column_bytes (statement, column));
}

static void
read_mark (Marks *marks, sqlite3_stmt *row)
{
  IkrarMergeEntry *entry = g_new0 (IkrarMergeEntry, 1);
  IkrarMergeMark mark = {
    .id = sqlite3_column_int64 (row, 0),
    .participant = sqlite3_column_int64 (row, 1),
    .session = sqlite3_column_int64 (row, 2),
    .at = sqlite3_column_int64 (row, 4),
    .desk = keep (marks, row, 5),
    .source = keep (marks, row, 6),
    .stand_in = keep (marks, row, 7),
    .corrects = sqlite3_column_int64 (row, 8),
    .nonce = (const guint8 *) keep (marks, row, 9),
    .journal = entry,
  };

  ikrar_attendance_parse ((const char *) sqlite3_column_text (row, 3), &mark.state, NULL);
  *entry = (IkrarMergeEntry){
    .id = sqlite3_column_int64 (row, 10),
    .at = sqlite3_column_int64 (row, 11),
    .actor = keep (marks, row, 12),
    .desk = keep (marks, row, 13),
    .action = keep (marks, row, 14),
    .event = sqlite3_column_int64 (row, 15),
    .subject = sqlite3_column_int64 (row, 16),
    .detail = keep (marks, row, 17),
    .nonce = (const guint8 *) keep (marks, row, 18),
    .undo_of = sqlite3_column_int64 (row, 19),
    .undone_by = sqlite3_column_int64 (row, 20),
  };
  g_ptr_array_add (marks->entries, entry);
  g_array_append_val (marks->marks, mark);
}

static void
marks_init (Marks *marks)
{
  marks->marks = g_array_new (FALSE, FALSE, sizeof (IkrarMergeMark));
  marks->entries = g_ptr_array_new_with_free_func (g_free);
  marks->texts = g_string_chunk_new (4096);
}

static void
marks_clear (Marks *marks)
{
  g_array_unref (marks->marks);
  g_ptr_array_unref (marks->entries);
  g_string_chunk_free (marks->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marks, marks_clear)

static void
marks_read (Marks *marks, const char *path)
{
  static const char sql[] =
      "SELECT m.id, m.participant_id, m.session_id, m.state, m.at, m.desk, m.source, m.stand_in, "
      "m.corrects, m.nonce, j.id, j.at, j.actor, j.desk, j.action, j.event_id, j.subject_id, "
      "j.detail, j.nonce, j.undo_of, j.undone_by "
      "FROM attendance_mark m JOIN journal j ON j.id = m.journal_id";
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    read_mark (marks, statement);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

/* What stands, without anything that says how it came about. */
static char *
dump_standing (const char *path)
{
  static const char sql[] =
      "SELECT participant_id || ' ' || session_id || ' ' || state || ' ' || at || ' ' || desk || "
      "' ' || stand_in || ' ' || mark_id FROM attendance "
      "UNION ALL SELECT id || ' ' || state || ' ' || state_at FROM participant "
      "UNION ALL SELECT 'undone ' || id || ' ' || undone_by FROM journal WHERE undone_by <> 0 "
      "ORDER BY 1";
  GString *dump = g_string_new (NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (dump, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return g_string_free (dump, FALSE);
}

static void
check_in (IkrarStore *store, IkrarId participant, IkrarId session)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = {
    .participant = participant, .session = session, .source = "scan", .nonce = nonce
  };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  ikrar_attendance_check_in (store, &check, &outcome, &error);
  g_assert_no_error (error);
  g_free (outcome.desk);
}

static void
set_by_hand (IkrarStore *store, IkrarId participant, IkrarId session, GRand *rand)
{
  g_autoptr (GError) error = NULL;

  ikrar_attendance_set (store, &participant, 1, session,
                        g_rand_int_range (rand, 0, IKRAR_N_ATTENDANCES), NULL, &error);
  g_assert_no_error (error);
}

/* Undoes one of the last changes; whether it may be undone any more is not the point. */
static void
undo_something (IkrarStore *store, IkrarId event, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ikrar_journal_list (store, event, 8, &error);
  const IkrarJournalEntry *entry;

  g_assert_no_error (error);
  entry = g_ptr_array_index (entries, g_rand_int_range (rand, 0, entries->len));
  if (strstr (entry->action, "attendance.") == NULL)
    return;
  if (ikrar_journal_undo (store, entry->id, &error) == 0)
    g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
}

static void
do_something (IkrarStore *store,
              IkrarId event,
              const IkrarId *participants,
              const IkrarId *sessions,
              GRand *rand)
{
  IkrarId participant = participants[g_rand_int_range (rand, 0, PEOPLE)];
  IkrarId session = sessions[g_rand_int_range (rand, 0, 2)];

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      set_by_hand (store, participant, session, rand);
      break;
    case 1:
      undo_something (store, event, rand);
      break;
    default:
      check_in (store, participant, session);
    }
}

/* Also a clock that is set back. */
static void
let_time_pass (IkrarTime *now, GRand *rand)
{
  *now += g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_int_range (rand, -500, 3000);
}

static void
add_people (Fixture *fixture, IkrarId event, IkrarId *participants, IkrarId *sessions)
{
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Orang %u", i);

      participants[i] = fixture_add_participant (fixture, event, name);
    }
  sessions[0] = first_session (fixture, event);
  sessions[1] = add_session (fixture, event, "Sesi 2");
}

/* Where one desk works alone, the rule for databases that were apart gives what was said last. */
static void
test_one_desk (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (g_random_int ());
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participants[PEOPLE];
  IkrarId sessions[2];

  add_people (fixture, event, participants, sessions);
  for (guint i = 0; i < 4 * STEPS; i++)
    {
      do_something (fixture->store, event, participants, sessions, rand);
      let_time_pass (&fixture->now, rand);
      g_assert_cmpint (fixture_count (fixture,
                                      "SELECT COUNT(*) FROM attendance a WHERE a.mark_id <> ("
                                      "SELECT MAX(m.id) FROM attendance_mark m WHERE "
                                      "m.participant_id = a.participant_id AND "
                                      "m.session_id = a.session_id)"),
                       ==, 0);
      g_assert_cmpint (
          fixture_count (fixture, "SELECT COUNT(*) FROM attendance a JOIN attendance_mark m ON "
                                  "m.id = a.mark_id WHERE a.state <> m.state OR a.at <> m.at OR "
                                  "a.desk <> m.desk OR a.stand_in <> m.stand_in"),
          ==, 0);
    }
}

static void
replica_open (Replica *replica, Fixture *base, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *desk = g_strdup_printf ("Pintu %u", index);

  replica->now = base->now;
  replica->fixture.path =
      g_strdup_printf ("%s/replica-%u-%u.db", base->folder, index, g_random_int ());
  g_assert_true (ikrar_db_copy (ikrar_store_get_db (base->store), replica->fixture.path, &error));
  replica->fixture.store = ikrar_store_open (replica->fixture.path, IKRAR_DB_OPEN, &error);
  g_assert_no_error (error);
  ikrar_store_set_clock (replica->fixture.store, get_now, replica);
  ikrar_store_set_actor (replica->fixture.store, "penguji", desk);
}

static void
replica_close (Replica *replica)
{
  ikrar_store_close (replica->fixture.store);
  g_free (replica->fixture.path);
}

static void
shuffle (GArray *marks, GRand *rand)
{
  for (guint i = marks->len; i > 1; i--)
    {
      guint other = g_rand_int_range (rand, 0, i);
      IkrarMergeMark kept = g_array_index (marks, IkrarMergeMark, i - 1);

      g_array_index (marks, IkrarMergeMark, i - 1) = g_array_index (marks, IkrarMergeMark, other);
      g_array_index (marks, IkrarMergeMark, other) = kept;
    }
}

/* All marks, some of them more than once, in parts of any size. */
static void
deliver (IkrarStore *store, IkrarId event, Marks *marks, GRand *rand)
{
  g_autoptr (GArray) all = g_array_copy (marks->marks);
  guint size;

  g_array_append_vals (all, marks->marks->data, marks->marks->len / 3);
  shuffle (all, rand);
  for (guint i = 0; i < all->len; i += size)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) outcomes = NULL;

      size = g_rand_int_range (rand, 1, 20);
      size = MIN (all->len - i, size);
      outcomes = ikrar_merge_marks (store, event, "exchange.deliver",
                                    &g_array_index (all, IkrarMergeMark, i), size, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (outcomes->len, ==, size);
    }
}

static void
test_any_order_once (Fixture *base,
                     IkrarId event,
                     const IkrarId *participants,
                     const IkrarId *sessions,
                     GRand *rand)
{
  Replica replicas[REPLICAS] = { 0 };
  g_auto (Marks) marks;
  g_autofree char *expected = NULL;

  marks_init (&marks);
  for (guint i = 0; i < REPLICAS; i++)
    {
      replica_open (&replicas[i], base, i);
      for (guint step = 0; step < STEPS; step++)
        {
          do_something (replicas[i].fixture.store, event, participants, sessions, rand);
          let_time_pass (&replicas[i].now, rand);
        }
      marks_read (&marks, replicas[i].fixture.path);
    }
  for (guint i = 0; i < REPLICAS; i++)
    {
      g_autofree char *dump = NULL;

      deliver (replicas[i].fixture.store, event, &marks, rand);
      dump = dump_standing (replicas[i].fixture.path);
      if (expected == NULL)
        expected = g_strdup (dump);
      g_assert_cmpstr (dump, ==, expected);
      replica_close (&replicas[i]);
    }
}

static void
test_any_order (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (g_random_int ());
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participants[PEOPLE];
  IkrarId sessions[2];

  add_people (fixture, event, participants, sessions);
  for (guint i = 0; i < ROUNDS; i++)
    test_any_order_once (fixture, event, participants, sessions, rand);
}

/* A mark of a door that was cut off. */
static IkrarMergeMark
make_mark (IkrarMergeEntry *entry,
           guint8 *nonce,
           IkrarId event,
           IkrarId participant,
           IkrarId session)
{
  IkrarMergeMark mark = {
    .id = ikrar_id_new (),
    .participant = participant,
    .session = session,
    .state = IKRAR_ATTENDANCE_PRESENT,
    .at = FIXTURE_NOW + 5000,
    .desk = "Pintu Timur",
    .source = "scan",
    .nonce = nonce,
    .journal = entry,
  };

  ikrar_nonce_new (nonce);
  *entry = (IkrarMergeEntry){
    .id = ikrar_id_new (),
    .at = mark.at,
    .actor = "penguji",
    .desk = mark.desk,
    .action = "attendance.check-in",
    .event = event,
    .subject = participant,
    .detail = "",
    .nonce = nonce,
  };
  return mark;
}

static IkrarMergeOutcome *
merge_one (Fixture *fixture, IkrarId event, const IkrarMergeMark *mark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outcomes =
      ikrar_merge_marks (fixture->store, event, "exchange.deliver", mark, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, 1);
  return g_ptr_array_steal_index (outcomes, 0);
}

/* The door cannot know that the pass was used at another one; both marks stay, one counts. */
static void
test_conflict (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    int later; /* the door's mark, in milliseconds */
    gboolean stands;
  } cases[] = { { 5000, FALSE }, { -5000, TRUE } };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarId participant = fixture_add_participant (fixture, event, "Budi");
      guint8 nonce[IKRAR_NONCE_SIZE];
      IkrarMergeEntry entry;
      IkrarMergeMark mark =
          make_mark (&entry, nonce, event, participant, first_session (fixture, event));
      g_autoptr (GPtrArray) arrivals = NULL;
      const IkrarDoubleArrival *arrival;

      mark.at = fixture->now + cases[i].later;
      fixture_check_in (fixture, participant);
      for (guint time = 0; time < 2; time++)
        {
          g_autoptr (IkrarMergeOutcome) outcome = merge_one (fixture, event, &mark);

          g_assert_cmpint (outcome->added, ==, time == 0);
          g_assert_true (outcome->conflict);
          g_assert_cmpint (outcome->stands, ==, cases[i].stands);
          g_assert_cmpstr (outcome->other_desk, ==, "Meja A");
          g_assert_cmpint (outcome->other_at, ==, fixture->now);
        }
      arrivals = ikrar_merge_double_arrivals (fixture->store, event, NULL);
      g_assert_cmpuint (arrivals->len, ==, i + 1);
      arrival = g_ptr_array_index (arrivals, i);
      g_assert_cmpstr (arrival->name, ==, "Budi");
      g_assert_cmpint (arrival->participant, ==, participant);
      g_assert_cmpstr (arrival->first_desk, ==, cases[i].stands ? "Pintu Timur" : "Meja A");
      g_assert_cmpstr (arrival->other_desk, ==, cases[i].stands ? "Meja A" : "Pintu Timur");
    }
}

static void
test_nothing_new (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarMergeEntry entry;
  IkrarMergeMark mark =
      make_mark (&entry, nonce, event, participant, first_session (fixture, event));
  g_autoptr (IkrarMergeOutcome) first = merge_one (fixture, event, &mark);
  g_autofree char *before = fixture_dump (fixture);
  g_autoptr (IkrarMergeOutcome) again = merge_one (fixture, event, &mark);
  g_autofree char *after = fixture_dump (fixture);

  g_assert_true (first->added);
  g_assert_false (first->conflict);
  g_assert_false (again->added);
  g_assert_cmpstr (before, ==, after);
}

/* The check-in was committed, its answer was lost, and the door queued it: the same nonce under
 * other ids. What the door says of it later still finds it. */
static void
test_lost_answer (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  IkrarId session = first_session (fixture, event);
  guint8 nonces[2][IKRAR_NONCE_SIZE];
  IkrarMergeEntry entries[2];
  IkrarMergeMark marks[2];
  IkrarCheckIn check = { .participant = participant, .source = "scan", .nonce = nonces[0] };
  IkrarCheckInOutcome outcome;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;

  for (guint i = 0; i < 2; i++)
    marks[i] = make_mark (&entries[i], nonces[i], event, participant, session);
  marks[1].corrects = marks[0].id;
  marks[1].state = IKRAR_ATTENDANCE_UNRECORDED;
  marks[1].source = "undo";
  g_assert_true (ikrar_attendance_check_in (fixture->store, &check, &outcome, &error));
  g_free (outcome.desk);
  outcomes = ikrar_merge_marks (fixture->store, event, "exchange.deliver", marks, 2, &error);
  g_assert_no_error (error);
  g_assert_false (((IkrarMergeOutcome *) outcomes->pdata[0])->added);
  g_assert_true (((IkrarMergeOutcome *) outcomes->pdata[1])->added);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant WHERE state = '-'"),
                   ==, 1);
}

/* Nothing of a delivery goes in if one mark does not belong there. */
static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_event (fixture, "Lain");
  IkrarId mine = fixture_add_participant (fixture, event, "Budi");
  IkrarId stranger = fixture_add_participant (fixture, other, "Siti");
  const struct
  {
    IkrarId participant;
    IkrarId session;
  } cases[] = {
    { stranger, first_session (fixture, event) },
    { mine, first_session (fixture, other) },
    { stranger, first_session (fixture, other) },
    { 42, first_session (fixture, event) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = fixture_dump (fixture);
      g_autofree char *after = NULL;
      guint8 nonces[2][IKRAR_NONCE_SIZE];
      IkrarMergeEntry entries[2];
      IkrarMergeMark marks[] = {
        make_mark (&entries[0], nonces[0], event, mine, first_session (fixture, event)),
        make_mark (&entries[1], nonces[1], event, cases[i].participant, cases[i].session),
      };
      g_autoptr (GError) error = NULL;

      g_assert_null (
          ikrar_merge_marks (fixture->store, event, "exchange.deliver", marks, 2, &error));
      g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
      after = fixture_dump (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/merge/one-desk", test_one_desk);
  fixture_test ("/store/merge/any-order", test_any_order);
  fixture_test ("/store/merge/conflict", test_conflict);
  fixture_test ("/store/merge/nothing-new", test_nothing_new);
  fixture_test ("/store/merge/lost-answer", test_lost_answer);
  fixture_test ("/store/merge/refused", test_refused);
  return g_test_run ();
}
