/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Doors on a shared database whose server goes away and comes back. */

#include "desk/door.h"

#include <string.h>

#include "seal/human-code.h"
#include "store/event-rule.h"
#include "store/attendance.h"
#include "store/cluster.h"
#include "store/event-replica.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/merge.h"
#include "store/raw.h"

#define QUEUE 1000
#define TIMEOUT_US (60 * G_TIME_SPAN_SECOND)

/* A shared database of a cluster of its own. */
typedef struct
{
  Fixture fixture;
  char *name; /* of the cluster */
  char *other_uri;
  IkrarId event;
  gint32 code; /* of the event, for short codes */
} Hall;

/* Somebody who comes to a door. */
typedef struct
{
  char line[IKRAR_HUMAN_CODE_LENGTH + 1];
  IkrarDeskResult result;
  IkrarWay way;
} Visit;

static void
set_up (Hall *hall, gconstpointer unused)
{
  static guint number;
  g_auto (GStrv) words = NULL;
  g_autoptr (IkrarEvent) event = NULL;

  hall->name = g_strdup_printf ("hall-%u", number++);
  words = cluster_tell ("start %s", hall->name);
  hall->fixture.path = g_strdup_printf ("postgresql://ikrar@%s:%s/postgres", words[0], words[1]);
  /* A second machine, as far as files go: they go by the address. */
  hall->other_uri = g_strdup_printf ("postgresql://ikrar@localhost:%s/postgres", words[1]);
  hall->fixture.folder = g_dir_make_tmp ("ikrar-door-XXXXXX", NULL);
  hall->fixture.now = FIXTURE_NOW;
  fixture_reopen (&hall->fixture);
  hall->event = fixture_add_event (&hall->fixture, "Rakor");
  event = ikrar_event_get (hall->fixture.store, hall->event, NULL);
  hall->code = (gint32) event->code;
}

static void
tear_down (Hall *hall, gconstpointer unused)
{
  fixture_tear_down (&hall->fixture, NULL);
  raw_forget ();
  g_strfreev (cluster_tell ("stop %s", hall->name));
  g_free (hall->other_uri);
  g_free (hall->name);
}

/* A cluster that is stopped, or started again with all its data. */
static void
cut_link (Hall *hall)
{
  fixture_close (&hall->fixture);
  raw_forget ();
  g_strfreev (cluster_tell ("stop %s", hall->name));
}

static void
mend_link (Hall *hall)
{
  g_strfreev (cluster_tell ("again %s", hall->name));
  fixture_reopen (&hall->fixture);
}

static void
pause_until_later (gint64 deadline, const char *what)
{
  if (g_get_monotonic_time () > deadline)
    g_error ("timed out: %s", what);
  g_usleep (20000);
}

static gboolean
has_replica_of (const char *uri, IkrarId event, guint people)
{
  g_autoptr (IkrarStore) replica = ikrar_event_replica_open (uri, event, IKRAR_DB_OPEN, NULL);
  gint64 count = 0;

  return replica != NULL &&
         ikrar_db_get_int (ikrar_store_get_db (replica), "participant_count", &count, NULL, "i",
                           event) &&
         count == (gint64) people;
}

/* A door with its store, as a desk's thread has them. */
typedef struct
{
  IkrarStore *store;
  IkrarDoor *door;
} Entrance;

static void
open_entrance (Entrance *entrance, Hall *hall, const char *uri, const char *name)
{
  g_autoptr (GError) error = NULL;

  entrance->store = ikrar_store_open_checked (uri, NULL);
  if (entrance->store != NULL)
    ikrar_store_set_actor (entrance->store, "penguji", name);
  entrance->door = ikrar_door_new (uri, entrance->store, hall->event, 0, name, &error);
  g_assert_no_error (error);
}

static void
close_entrance (Entrance *entrance)
{
  g_clear_pointer (&entrance->door, ikrar_door_free);
  g_clear_pointer (&entrance->store, ikrar_store_close);
}

static void
wait_for_replica (Hall *hall, const char *uri, guint people)
{
  gint64 deadline = g_get_monotonic_time () + TIMEOUT_US;

  while (!has_replica_of (uri, hall->event, people))
    pause_until_later (deadline, "the door has no replica");
}

static void
wait_for_state (Entrance *entrance, gboolean offline, guint waiting)
{
  gint64 deadline = g_get_monotonic_time () + TIMEOUT_US;
  IkrarDoorState state;

  for (ikrar_door_get_state (entrance->door, &state);
       state.offline != offline || state.waiting != waiting;
       ikrar_door_get_state (entrance->door, &state))
    pause_until_later (deadline,
                       offline ? "the door is not offline" : "the queue is not delivered");
  g_assert_true ((state.since != 0) == offline);
}

static gboolean
judge (IkrarStore *store, IkrarDesk *desk, gpointer user_data, GError **error)
{
  Visit *visit = user_data;

  ikrar_desk_result_clear (&visit->result);
  ikrar_desk_set_way (desk, visit->way);
  return ikrar_desk_scan (desk, visit->line, &visit->result, error);
}

/* The participant with this number of the list comes; the journal entry of a welcome is returned.
 */
static IkrarId
come (Hall *hall, Entrance *entrance, guint32 number, IkrarDeskVerdict verdict, const char *desk)
{
  g_autoptr (GError) error = NULL;
  Visit visit = { { 0 } };
  IkrarId journal;

  ikrar_human_code_make ((guint32) hall->code, number, visit.line);
  ikrar_door_do (entrance->door, judge, &visit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ikrar_desk_verdict_word (visit.result.verdict), ==,
                   ikrar_desk_verdict_word (verdict));
  g_assert_cmpstr (visit.result.desk, ==, desk);
  journal = visit.result.journal;
  ikrar_desk_result_clear (&visit.result);
  return journal;
}

static void
come_all (Hall *hall, Entrance *entrance, guint first, guint last, const char *desk)
{
  for (guint32 number = first; number <= last; number++)
    come (hall, entrance, number, IKRAR_DESK_WELCOME, desk);
}

static gint64
count (Hall *hall, const char *what)
{
  return fixture_count (&hall->fixture, what);
}

static void
check_kept (Hall *hall, gint64 marks, gint64 present)
{
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM attendance_mark"), ==, marks);
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM participant WHERE state = 'H'"), ==, present);
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM attendance WHERE state = 'H'"), ==, present);
}

static void
invite (Hall *hall, guint people)
{
  g_array_unref (fixture_add_participants (&hall->fixture, hall->event, people, FALSE));
}

static void
test_a_thousand_wait (Hall *hall, gconstpointer unused)
{
  Entrance door;

  invite (hall, QUEUE + 20);
  open_entrance (&door, hall, hall->fixture.path, "Pintu 1");
  wait_for_replica (hall, hall->fixture.path, QUEUE + 20);
  come_all (hall, &door, 1, 10, "Pintu 1");
  cut_link (hall);
  come_all (hall, &door, 11, QUEUE + 10, "Pintu 1");
  come (hall, &door, 11, IKRAR_DESK_ALREADY, "Pintu 1");
  wait_for_state (&door, TRUE, QUEUE);
  mend_link (hall);
  wait_for_state (&door, FALSE, 0);
  check_kept (hall, QUEUE + 10, QUEUE + 10);
  come (hall, &door, 500, IKRAR_DESK_ALREADY, "Pintu 1");
  come (hall, &door, QUEUE + 11, IKRAR_DESK_WELCOME, "Pintu 1");
  check_kept (hall, QUEUE + 11, QUEUE + 11);
  close_entrance (&door);
}

/* Numbers 1 to 60 come to one door, 41 to 100 to the other. */
static void
test_two_doors_apart (Hall *hall, gconstpointer unused)
{
  Entrance one, other;
  g_autoptr (GPtrArray) twice = NULL;
  g_autoptr (GError) error = NULL;

  invite (hall, 100);
  open_entrance (&one, hall, hall->fixture.path, "Pintu 1");
  open_entrance (&other, hall, hall->other_uri, "Pintu 2");
  wait_for_replica (hall, hall->fixture.path, 100);
  wait_for_replica (hall, hall->other_uri, 100);
  cut_link (hall);
  come_all (hall, &one, 1, 60, "Pintu 1");
  come_all (hall, &other, 41, 100, "Pintu 2");
  mend_link (hall);
  wait_for_state (&one, FALSE, 0);
  wait_for_state (&other, FALSE, 0);
  check_kept (hall, 120, 100);
  twice = ikrar_merge_double_arrivals (hall->fixture.store, hall->event, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (twice->len, ==, 20);
  for (guint i = 0; i < twice->len; i++)
    {
      const IkrarDoubleArrival *arrival = g_ptr_array_index (twice, i);

      g_assert_cmpint (arrival->number, ==, 41 + i);
      g_assert_cmpstr (arrival->first_desk, ==, "Pintu 1");
      g_assert_cmpstr (arrival->other_desk, ==, "Pintu 2");
      g_assert_cmpint (arrival->first_at, <=, arrival->other_at);
    }
  come (hall, &other, 1, IKRAR_DESK_ALREADY, "Pintu 1");
  close_entrance (&one);
  close_entrance (&other);
}

/* The door is closed while it waits, and opened again before the link is back. */
static void
test_closed_and_opened_without_link (Hall *hall, gconstpointer unused)
{
  Entrance door;

  invite (hall, 10);
  open_entrance (&door, hall, hall->fixture.path, "Pintu 1");
  wait_for_replica (hall, hall->fixture.path, 10);
  come_all (hall, &door, 1, 2, "Pintu 1");
  cut_link (hall);
  come_all (hall, &door, 3, 5, "Pintu 1");
  close_entrance (&door);
  open_entrance (&door, hall, hall->fixture.path, "Pintu 1");
  g_assert_null (door.store);
  come (hall, &door, 4, IKRAR_DESK_ALREADY, "Pintu 1");
  come_all (hall, &door, 6, 7, "Pintu 1");
  wait_for_state (&door, TRUE, 5);
  mend_link (hall);
  wait_for_state (&door, FALSE, 0);
  check_kept (hall, 7, 7);
  come (hall, &door, 8, IKRAR_DESK_WELCOME, "Pintu 1");
  check_kept (hall, 8, 8);
  close_entrance (&door);
}

/* What was left behind is delivered by whatever program next has the link. */
static void
test_left_behind (Hall *hall, gconstpointer unused)
{
  Entrance door;
  g_autoptr (GError) error = NULL;

  invite (hall, 5);
  open_entrance (&door, hall, hall->fixture.path, "Pintu 1");
  wait_for_replica (hall, hall->fixture.path, 5);
  cut_link (hall);
  come_all (hall, &door, 1, 3, "Pintu 1");
  close_entrance (&door);
  mend_link (hall);
  for (guint i = 0; i < 2; i++)
    {
      ikrar_event_replica_deliver_all (hall->fixture.path, hall->fixture.store, &error);
      g_assert_no_error (error);
      check_kept (hall, 3, 3);
    }
}

static gboolean
take_back (IkrarStore *store, IkrarDesk *desk, gpointer journal, GError **error)
{
  return ikrar_journal_undo (store, *(IkrarId *) journal, error) != 0;
}

/* A presence that is taken back without the link is taken back everywhere, and stays undone in the
 * journal. */
static void
test_taken_back_without_link (Hall *hall, gconstpointer unused)
{
  Entrance door;
  g_autoptr (GError) error = NULL;
  IkrarId journal;

  invite (hall, 5);
  open_entrance (&door, hall, hall->fixture.path, "Pintu 1");
  wait_for_replica (hall, hall->fixture.path, 5);
  cut_link (hall);
  come (hall, &door, 1, IKRAR_DESK_WELCOME, "Pintu 1");
  journal = come (hall, &door, 2, IKRAR_DESK_WELCOME, "Pintu 1");
  ikrar_door_do (door.door, take_back, &journal, &error);
  g_assert_no_error (error);
  wait_for_state (&door, TRUE, 3);
  mend_link (hall);
  wait_for_state (&door, FALSE, 0);
  check_kept (hall, 3, 1);
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM journal WHERE undone_by <> 0"), ==, 1);
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM journal WHERE undo_of <> 0"), ==, 1);
  close_entrance (&door);
}

/* A guest who is typed in at a door. */
typedef struct
{
  IkrarId event;
  const char *name;
  const char *number;
} Walker;

static gboolean
add_guest (IkrarStore *store, IkrarDesk *desk, gpointer user_data, GError **error)
{
  const Walker *walker = user_data;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  g_autoptr (IkrarParticipant) guest = g_new0 (IkrarParticipant, 1);
  g_auto (IkrarDeskResult) result = { 0 };

  person->name = g_strdup (walker->name);
  person->number = g_strdup (walker->number);
  person->number_kind = *walker->number != '\0' ? IKRAR_NUMBER_NIP : IKRAR_NUMBER_NONE;
  guest->event_id = walker->event;
  guest->kind = g_strdup ("tamu");
  return ikrar_participant_invite (store, guest, person, "Universitas Contoh", error) != 0 &&
         ikrar_desk_admit (desk, guest->id, &result, error);
}

static void
walk_in (Hall *hall, Entrance *entrance, const char *name, const char *number)
{
  g_autoptr (GError) error = NULL;
  Walker walker = { hall->event, name, number };

  ikrar_door_do (entrance->door, add_guest, &walker, &error);
  g_assert_no_error (error);
}

/* The same guest, with a number, comes to both doors, and another one to each: both doors gave the
 * same places on the list. */
static void
test_guests_without_link (Hall *hall, gconstpointer unused)
{
  Entrance one, other;

  invite (hall, 5);
  open_entrance (&one, hall, hall->fixture.path, "Pintu 1");
  open_entrance (&other, hall, hall->other_uri, "Pintu 2");
  wait_for_replica (hall, hall->fixture.path, 5);
  wait_for_replica (hall, hall->other_uri, 5);
  cut_link (hall);
  walk_in (hall, &one, "Maria Elisabeth", "198501012005011001");
  walk_in (hall, &one, "Tamu Satu", "");
  walk_in (hall, &other, "Tamu Dua", "");
  walk_in (hall, &other, "Maria Elisabeth", "198501012005011001");
  come (hall, &other, 1, IKRAR_DESK_WELCOME, "Pintu 2");
  wait_for_state (&one, TRUE, 2);
  wait_for_state (&other, TRUE, 3);
  for (guint i = 0; i < 2; i++)
    {
      mend_link (hall);
      wait_for_state (&one, FALSE, 0);
      wait_for_state (&other, FALSE, 0);
      check_kept (hall, 5, 4);
      g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM participant WHERE kind = 'tamu'"), ==, 3);
      g_assert_cmpint (count (hall, "SELECT COUNT(DISTINCT number) FROM participant"), ==, 8);
      g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM person WHERE number <> ''"), ==, 1);
      g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM unit"), ==, 1);
      cut_link (hall);
    }
  mend_link (hall);
  close_entrance (&one);
  close_entrance (&other);
}

/* A pass that was revoked, and somebody who withdrew, are refused without the link as well. */
static void
test_refusals_reach_the_replica (Hall *hall, gconstpointer unused)
{
  Entrance door;
  g_autoptr (GArray) people = fixture_add_participants (&hall->fixture, hall->event, 3, FALSE);
  g_autoptr (GError) error = NULL;

  ikrar_participant_withdraw (hall->fixture.store, &g_array_index (people, IkrarId, 1), 1, TRUE,
                              &error);
  g_assert_no_error (error);
  open_entrance (&door, hall, hall->fixture.path, "Pintu 1");
  wait_for_replica (hall, hall->fixture.path, 3);
  cut_link (hall);
  come (hall, &door, 1, IKRAR_DESK_WELCOME, "Pintu 1");
  come (hall, &door, 2, IKRAR_DESK_REVOKED, NULL);
  come (hall, &door, 4, IKRAR_DESK_NOT_IN_EVENT, NULL);
  close_entrance (&door);
  mend_link (hall);
}

/* The rules of the event hold without the link, and the log of scans follows, refused ones too. */
static void
test_leaving_and_log_without_link (Hall *hall, gconstpointer unused)
{
  const IkrarEventRule rule = { .late_after = 15 };
  gint64 deadline = g_get_monotonic_time () + TIMEOUT_US;
  g_autoptr (GError) error = NULL;
  Visit leaving = { .way = IKRAR_WAY_OUT };
  Entrance door;

  invite (hall, 3);
  ikrar_event_rule_set (hall->fixture.store, hall->event, &rule, NULL, &error);
  g_assert_no_error (error);
  open_entrance (&door, hall, hall->fixture.path, "Pintu 1");
  wait_for_replica (hall, hall->fixture.path, 3);
  cut_link (hall);
  come (hall, &door, 4, IKRAR_DESK_NOT_IN_EVENT, NULL);
  come (hall, &door, 1, IKRAR_DESK_WELCOME, "Pintu 1");
  ikrar_human_code_make ((guint32) hall->code, 1, leaving.line);
  ikrar_door_do (door.door, judge, &leaving, &error);
  g_assert_no_error (error);
  g_assert_cmpint (leaving.result.verdict, ==, IKRAR_DESK_LEFT);
  ikrar_desk_result_clear (&leaving.result);
  wait_for_state (&door, TRUE, 2);
  mend_link (hall);
  wait_for_state (&door, FALSE, 0);
  while (count (hall, "SELECT COUNT(*) FROM scan_log") < 3)
    pause_until_later (deadline, "the log is not delivered");
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM attendance WHERE state = 'T'"), ==, 1);
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM attendance_mark WHERE source = 'out'"), ==,
                   1);
  come (hall, &door, 4, IKRAR_DESK_NOT_IN_EVENT, NULL);
  come (hall, &door, 1, IKRAR_DESK_RETURNED, "Pintu 1");
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM scan_log"), ==, 5);
  g_assert_cmpint (count (hall, "SELECT COUNT(*) FROM scan_log l JOIN journal j "
                                "ON j.id = l.journal_id AND l.journal_id <> 0"),
                   ==, 3);
  close_entrance (&door);
}

/* A program may end right after it let its door go: nothing of the door runs on. */
static void
test_ends_with_its_program (Hall *hall, gconstpointer unused)
{
  invite (hall, 5);
  for (guint i = 0; i < 20; i++)
    {
      Entrance door;

      open_entrance (&door, hall, i % 2 == 0 ? hall->fixture.path : hall->other_uri, "Pintu 1");
      if (i > 10)
        come (hall, &door, 1, i == 11 ? IKRAR_DESK_WELCOME : IKRAR_DESK_ALREADY, "Pintu 1");
      close_entrance (&door);
      g_assert_true (ikrar_door_settle (TIMEOUT_US / 1000));
    }
}

#define hall_test(path, function) g_test_add (path, Hall, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("ikrar-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  hall_test ("/desk/door/a-thousand-wait", test_a_thousand_wait);
  hall_test ("/desk/door/two-doors-apart", test_two_doors_apart);
  hall_test ("/desk/door/closed-and-opened-without-link", test_closed_and_opened_without_link);
  hall_test ("/desk/door/left-behind", test_left_behind);
  hall_test ("/desk/door/ends-with-its-program", test_ends_with_its_program);
  hall_test ("/desk/door/taken-back-without-link", test_taken_back_without_link);
  hall_test ("/desk/door/guests-without-link", test_guests_without_link);
  hall_test ("/desk/door/refusals-reach-the-replica", test_refusals_reach_the_replica);
  hall_test ("/desk/door/leaving-and-log-without-link", test_leaving_and_log_without_link);
  status = g_test_run ();
  fixture_remove_tree (home);
  return status;
}
