/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Attendance from sheets and files: one change, nothing twice, nothing replaced that nobody saw. */

#include "store/attendance-entry.h"

#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"

#define PEOPLE 6

static const guint8 nonces[PEOPLE][IKRAR_NONCE_SIZE] = { { 1 }, { 2 }, { 3 }, { 4 }, { 5 }, { 6 } };

static IkrarAttendanceEntered
enter (Fixture *fixture, IkrarId event, const IkrarAttendanceEntry *entries, guint n_entries)
{
  const IkrarAttendanceEntries all = { .event = event,
                                       .action = "attendance.file",
                                       .detail = "zoom.csv",
                                       .source = "zoom",
                                       .entries = entries,
                                       .n_entries = n_entries };
  g_autoptr (GError) error = NULL;
  IkrarAttendanceEntered entered;

  g_assert_true (ikrar_attendance_enter (fixture->store, &all, &entered, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (entered.recorded + entered.same + entered.kept + entered.known, ==, n_entries);
  g_assert_cmpint (entered.journal != 0, ==, entered.recorded > 0);
  return entered;
}

static IkrarAttendance
state_of (Fixture *fixture, IkrarId event, IkrarId participant)
{
  IkrarId session = 0;
  g_autoptr (GHashTable) states = ikrar_attendance_states (fixture->store, event, &session, NULL);
  const IkrarAttendanceStands *stands = g_hash_table_lookup (states, &participant);

  g_assert_cmpint (session, !=, 0);
  return stands != NULL ? stands->state : IKRAR_ATTENDANCE_UNRECORDED;
}

/* What stands, what is entered, what may be replaced, and what stands then. */
static void
test_states (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    IkrarAttendance before;
    IkrarAttendance state;
    IkrarAttendance replaces;
    IkrarAttendance after;
  } cases[] = {
    { IKRAR_ATTENDANCE_UNRECORDED, IKRAR_ATTENDANCE_SICK, 0, IKRAR_ATTENDANCE_SICK },
    { IKRAR_ATTENDANCE_SICK, IKRAR_ATTENDANCE_SICK, 0, IKRAR_ATTENDANCE_SICK },
    { IKRAR_ATTENDANCE_SICK, IKRAR_ATTENDANCE_ONLINE, 0, IKRAR_ATTENDANCE_SICK },
    { IKRAR_ATTENDANCE_SICK, IKRAR_ATTENDANCE_ONLINE, IKRAR_ATTENDANCE_SICK,
      IKRAR_ATTENDANCE_ONLINE },
    { IKRAR_ATTENDANCE_PRESENT, IKRAR_ATTENDANCE_ONLINE, IKRAR_ATTENDANCE_SICK,
      IKRAR_ATTENDANCE_PRESENT },
    { IKRAR_ATTENDANCE_PRESENT, IKRAR_ATTENDANCE_SICK, IKRAR_ATTENDANCE_PRESENT,
      IKRAR_ATTENDANCE_SICK },
  };
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people =
      fixture_add_participants (fixture, event, G_N_ELEMENTS (cases), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarId id = g_array_index (people, IkrarId, i);
      const IkrarAttendanceEntry entry = { .participant = id,
                                           .state = cases[i].state,
                                           .replaces = cases[i].replaces };
      IkrarAttendanceEntered entered;

      if (cases[i].before != IKRAR_ATTENDANCE_UNRECORDED)
        g_assert_cmpint (
            ikrar_attendance_set (fixture->store, &id, 1, 0, cases[i].before, NULL, NULL), !=, 0);
      entered = enter (fixture, event, &entry, 1);
      g_assert_cmpint (state_of (fixture, event, id), ==, cases[i].after);
      if (entered.journal == 0)
        continue;
      g_assert_cmpint (ikrar_journal_undo (fixture->store, entered.journal, NULL), !=, 0);
      g_assert_cmpint (state_of (fixture, event, id), ==, cases[i].before);
    }
}

static void
fill (IkrarAttendanceEntry *entries, GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    entries[i] = (IkrarAttendanceEntry){ .participant = g_array_index (people, IkrarId, i),
                                         .state = IKRAR_ATTENDANCE_ONLINE,
                                         .at = FIXTURE_NOW + i,
                                         .nonce = nonces[i] };
}

/* A file that is read again changes nothing, even where somebody corrected it since; taken back and
 * read again, as often as one likes, it counts each time. */
static void
test_again (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  IkrarAttendanceEntry entries[PEOPLE];
  IkrarAttendanceEntered entered;
  IkrarId corrected = g_array_index (people, IkrarId, 0);

  fill (entries, people);
  for (guint i = 0; i < 3; i++)
    {
      entered = enter (fixture, event, entries, PEOPLE);
      g_assert_cmpuint (entered.recorded, ==, PEOPLE);
      g_assert_cmpint (ikrar_journal_undo (fixture->store, entered.journal, NULL), !=, 0);
    }
  enter (fixture, event, entries, PEOPLE);
  g_assert_cmpint (ikrar_attendance_set (fixture->store, &corrected, 1, 0,
                                         IKRAR_ATTENDANCE_UNEXCUSED, NULL, NULL),
                   !=, 0);
  before = fixture_dump (fixture);
  entries[0].replaces = IKRAR_ATTENDANCE_UNEXCUSED;
  entered = enter (fixture, event, entries, PEOPLE);
  g_assert_cmpuint (entered.known, ==, PEOPLE);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_known (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  IkrarAttendanceEntry entries[PEOPLE];
  IkrarAttendanceEntered entered;
  gboolean known;

  fill (entries, people);
  g_assert_true (ikrar_attendance_is_known (fixture->store, nonces[0], &known, NULL));
  g_assert_false (known);
  entered = enter (fixture, event, entries, 1);
  g_assert_true (ikrar_attendance_is_known (fixture->store, nonces[0], &known, NULL));
  g_assert_true (known);
  g_assert_true (ikrar_attendance_is_known (fixture->store, nonces[1], &known, NULL));
  g_assert_false (known);
  ikrar_journal_undo (fixture->store, entered.journal, NULL);
  g_assert_true (ikrar_attendance_is_known (fixture->store, nonces[0], &known, NULL));
  g_assert_false (known);
}

/* The time of the source stands, with the source itself. */
static void
test_mark (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  g_autoptr (GPtrArray) marks = NULL;
  IkrarAttendanceEntry entries[PEOPLE];
  const IkrarAttendanceMark *mark;

  fill (entries, people);
  enter (fixture, event, entries, PEOPLE);
  marks = ikrar_attendance_history (fixture->store, g_array_index (people, IkrarId, 3), NULL);
  g_assert_cmpuint (marks->len, ==, 1);
  mark = g_ptr_array_index (marks, 0);
  g_assert_cmpstr (mark->source, ==, "zoom");
  g_assert_cmpint (mark->at, ==, FIXTURE_NOW + 3);
  g_assert_cmpint (mark->state, ==, IKRAR_ATTENDANCE_ONLINE);
}

/* One who is not of the event, and nothing of the others is done. */
static void
test_whole_or_not (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  IkrarId other = fixture_add_event (fixture, "Apel");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  IkrarAttendanceEntry entries[PEOPLE];
  const IkrarAttendanceEntries all = { .event = event,
                                       .action = "attendance.file",
                                       .source = "form",
                                       .entries = entries,
                                       .n_entries = PEOPLE };
  IkrarAttendanceEntered entered;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (entries, people);
  entries[PEOPLE - 1].participant = fixture_add_participant (fixture, other, "Siti");
  before = fixture_dump (fixture);
  g_assert_false (ikrar_attendance_enter (fixture->store, &all, &entered, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/attendance-entry/states", test_states);
  fixture_test ("/attendance-entry/again", test_again);
  fixture_test ("/attendance-entry/known", test_known);
  fixture_test ("/attendance-entry/mark", test_mark);
  fixture_test ("/attendance-entry/whole-or-not", test_whole_or_not);
  return g_test_run ();
}
