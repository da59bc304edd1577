/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* A signed attendance list, typed in. */

#include "desk/paper-list.h"

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"

#define PEOPLE 12

static void
type (Fixture *fixture,
      IkrarId event,
      const char *text,
      gboolean replace,
      IkrarAttendanceEntered *entered)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPaperList) list =
      ikrar_paper_list_load (fixture->store, event, 0, 0, IKRAR_ORDER_NUMBER, &error);
  g_autoptr (IkrarNumberList) numbers = NULL;
  g_autoptr (GArray) lines = NULL;

  g_assert_no_error (error);
  numbers =
      ikrar_number_list_parse (text, ikrar_paper_list_get_size (list), IKRAR_ATTENDANCE_PRESENT);
  g_assert_true (ikrar_number_list_is_sound (numbers));
  lines = ikrar_paper_list_judge (list, numbers->numbers);
  g_assert_true (ikrar_paper_list_record (list, fixture->store, lines, replace, entered, &error));
  g_assert_no_error (error);
}

/* The codes of all on the list, in its order. */
static char *
states (Fixture *fixture, IkrarId event)
{
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      fixture->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ikrar_attendance_code (ikrar_participant_table_line (table, i)->state));
  return g_string_free (text, FALSE);
}

static void
assert_states (Fixture *fixture, IkrarId event, const char *expected)
{
  g_autofree char *text = states (fixture, event);

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (Fixture *fixture, IkrarId journal)
{
  g_autoptr (GError) error = NULL;

  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
}

static void
test_one_change (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  IkrarAttendanceEntered entered, again;

  g_assert_cmpuint (people->len, ==, PEOPLE);
  type (fixture, event, "1-4 S6 I7-8", FALSE, &entered);
  g_assert_cmpuint (entered.recorded, ==, 7);
  g_assert_cmpint (entered.journal, !=, 0);
  /* Who is not typed is not recorded, and not absent. */
  assert_states (fixture, event, "H H H H - S I I - - - -");
  type (fixture, event, "1-4 S6 I7-8", TRUE, &again);
  g_assert_cmpuint (again.recorded, ==, 0);
  g_assert_cmpuint (again.same, ==, 7);
  g_assert_cmpint (again.journal, ==, 0);
  undo (fixture, entered.journal);
  assert_states (fixture, event, "- - - - - - - - - - - -");
}

static void
test_recorded_otherwise (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  IkrarAttendanceEntered entered;

  fixture_check_in (fixture, g_array_index (people, IkrarId, 2));
  type (fixture, event, "S3-4", FALSE, &entered);
  g_assert_cmpuint (entered.recorded, ==, 1);
  g_assert_cmpuint (entered.kept, ==, 1);
  assert_states (fixture, event, "- - H S - - - - - - - -");
  type (fixture, event, "S3", TRUE, &entered);
  g_assert_cmpuint (entered.recorded, ==, 1);
  assert_states (fixture, event, "- - S S - - - - - - - -");
  undo (fixture, entered.journal);
  assert_states (fixture, event, "- - H S - - - - - - - -");
}

/* What somebody recorded while the sheet was open is not replaced, for nobody saw it. */
static void
test_meanwhile (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  g_autoptr (IkrarPaperList) list =
      ikrar_paper_list_load (fixture->store, event, 0, 0, IKRAR_ORDER_NUMBER, NULL);
  g_autoptr (IkrarNumberList) numbers =
      ikrar_number_list_parse ("TK5", PEOPLE, IKRAR_ATTENDANCE_PRESENT);
  g_autoptr (GArray) lines = ikrar_paper_list_judge (list, numbers->numbers);
  IkrarAttendanceEntered entered;

  fixture_check_in (fixture, g_array_index (people, IkrarId, 4));
  g_assert_true (ikrar_paper_list_record (list, fixture->store, lines, TRUE, &entered, NULL));
  g_assert_cmpuint (entered.kept, ==, 1);
  assert_states (fixture, event, "- - - - H - - - - - - -");
}

/* Numbers are those of the sheet in hand: who withdrew is not on it. */
static void
test_withdrawn (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, 4, FALSE);
  IkrarAttendanceEntered entered;

  g_assert_cmpint (ikrar_participant_withdraw (fixture->store, &g_array_index (people, IkrarId, 1),
                                               1, TRUE, NULL),
                   !=, 0);
  type (fixture, event, "2", FALSE, &entered);
  assert_states (fixture, event, "- H -");
}

/* A mark says where it comes from, and counts from the start of the session, which it cannot know
 * better, if that is over. */
static void
test_mark (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, 2, FALSE);
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (fixture->store, event, NULL);
  IkrarEventSession *session = g_ptr_array_index (sessions, 0);
  g_autoptr (GPtrArray) marks = NULL;
  IkrarAttendanceEntered entered;
  const IkrarAttendanceMark *mark;

  session->start_at = FIXTURE_NOW - 1000;
  g_assert_true (ikrar_event_session_save (fixture->store, session, NULL));
  type (fixture, event, "1", FALSE, &entered);
  marks = ikrar_attendance_history (fixture->store, g_array_index (people, IkrarId, 0), NULL);
  mark = g_ptr_array_index (marks, 0);
  g_assert_cmpstr (mark->source, ==, "sheet");
  g_assert_cmpint (mark->at, ==, session->start_at);
}

static void
test_other_event (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  IkrarId other = fixture_add_event (fixture, "Apel");
  IkrarId stranger = fixture_add_participant (fixture, other, "Siti");
  const IkrarAttendanceEntry entry = { .participant = stranger, .state = IKRAR_ATTENDANCE_PRESENT };
  const IkrarAttendanceEntries entries = { .event = event,
                                           .action = "attendance.sheet",
                                           .source = "sheet",
                                           .entries = &entry,
                                           .n_entries = 1 };
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  IkrarAttendanceEntered entered;

  g_assert_false (ikrar_attendance_enter (fixture->store, &entries, &entered, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/paper-list/one-change", test_one_change);
  fixture_test ("/paper-list/recorded-otherwise", test_recorded_otherwise);
  fixture_test ("/paper-list/meanwhile", test_meanwhile);
  fixture_test ("/paper-list/withdrawn", test_withdrawn);
  fixture_test ("/paper-list/mark", test_mark);
  fixture_test ("/paper-list/other-event", test_other_event);
  return g_test_run ();
}
