/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/session-closing.h"

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/ledger.h"

typedef struct
{
  Fixture fixture;
  IkrarId event;
  IkrarId session;
  IkrarId people[3];
} Session;

static void
set_up (Session *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) sessions = NULL;

  fixture_set_up (&self->fixture, NULL);
  self->event = fixture_add_event (&self->fixture, "Bimtek");
  sessions = ikrar_event_sessions (self->fixture.store, self->event, NULL);
  self->session = ((IkrarEventSession *) g_ptr_array_index (sessions, 0))->id;
  for (guint i = 0; i < G_N_ELEMENTS (self->people); i++)
    {
      g_autofree char *name = g_strdup_printf ("Orang %u", i);

      self->people[i] = fixture_add_participant (&self->fixture, self->event, name);
    }
  fixture_check_in (&self->fixture, self->people[0]);
  self->fixture.now += 1000;
}

static void
tear_down (Session *self, gconstpointer unused)
{
  fixture_tear_down (&self->fixture, NULL);
}

#define session_test(path, function) g_test_add (path, Session, NULL, set_up, function, tear_down)

static IkrarId
close_session (Session *self)
{
  g_autoptr (GError) error = NULL;
  gboolean sealed;
  IkrarId journal = ikrar_session_close (self->fixture.store, self->session, &sealed, &error);

  g_assert_no_error (error);
  g_assert_true (sealed);
  self->fixture.now += 1000;
  return journal;
}

static GPtrArray *
list (Session *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *closings = ikrar_session_closings (self->fixture.store, self->event, &error);

  g_assert_no_error (error);
  return closings;
}

static gboolean
is_closed (Session *self)
{
  g_autoptr (GPtrArray) closings = list (self);

  return ikrar_session_closing_find (closings, self->session) != NULL;
}

static void
assert_ledger (Session *self, gboolean ok, gint64 altered)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarLedgerReport) report = ikrar_ledger_verify (self->fixture.store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (report->problems, i));
  g_assert_cmpint (report->ok, ==, ok);
  g_assert_cmpint (report->first_altered, ==, altered);
}

static void
test_close (Session *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) closings = NULL;
  const IkrarSessionClosing *closing;
  g_auto (IkrarLedgerState) state = { 0 };

  g_assert_false (is_closed (self));
  close_session (self);
  closings = list (self);
  g_assert_cmpuint (closings->len, ==, 1);
  closing = ikrar_session_closing_find (closings, self->session);
  g_assert_true (closing->closed);
  g_assert_cmpint (closing->at, ==, FIXTURE_NOW + 1000);
  g_assert_cmpstr (closing->actor, ==, "penguji");
  g_assert_cmpuint (closing->count.invited, ==, 3);
  g_assert_cmpuint (closing->count.by_state[IKRAR_ATTENDANCE_PRESENT], ==, 1);
  g_assert_cmpuint (closing->count.by_state[IKRAR_ATTENDANCE_UNRECORDED], ==, 2);
  g_assert_cmpuint (closing->count.by_state[IKRAR_ATTENDANCE_UNEXCUSED], ==, 0);
  ikrar_ledger_get_state (self->fixture.store, &state, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (state.size, ==, 1);
  g_assert_cmpuint (state.sealed, ==, 1);
  assert_ledger (self, TRUE, -1);
  g_assert_cmpint (ikrar_session_close (self->fixture.store, self->session, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
}

static void
test_nothing_to_open (Session *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ikrar_session_reopen (self->fixture.store, self->session, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_session_close (self->fixture.store, 77, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

/* Opening again, by hand or by undo, is a record of its own; so is closing anew. */
static void
test_reopen (Session *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId first = close_session (self);
  IkrarId opened, closed;
  g_autoptr (GPtrArray) closings = NULL;

  g_assert_cmpint (ikrar_session_reopen (self->fixture.store, self->session, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_false (is_closed (self));
  g_assert_cmpint (ikrar_journal_undo (self->fixture.store, first, NULL), ==, 0);
  closed = close_session (self);
  g_assert_true (is_closed (self));
  opened = ikrar_journal_undo (self->fixture.store, closed, &error);
  g_assert_no_error (error);
  g_assert_false (is_closed (self));
  ikrar_journal_undo (self->fixture.store, opened, &error);
  g_assert_no_error (error);
  g_assert_true (is_closed (self));
  closings = list (self);
  g_assert_cmpuint (closings->len, ==, 5);
  for (guint i = 0; i < closings->len; i++)
    g_assert_cmpuint (((IkrarSessionClosing *) closings->pdata[i])->ledger_index, ==, 4 - i);
  assert_ledger (self, TRUE, -1);
}

/* What comes late is recorded, and told from what stood when the session was closed. */
static void
test_after_closing (Session *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) closings = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) recent = NULL;

  close_session (self);
  fixture_check_in (&self->fixture, self->people[1]);
  before = ikrar_attendance_history (self->fixture.store, self->people[0], &error);
  g_assert_no_error (error);
  after = ikrar_attendance_history (self->fixture.store, self->people[1], &error);
  g_assert_no_error (error);
  recent = ikrar_attendance_recent (self->fixture.store, self->session, 5, &error);
  g_assert_no_error (error);
  g_assert_false (((IkrarAttendanceMark *) before->pdata[0])->after_closing);
  g_assert_true (((IkrarAttendanceMark *) after->pdata[0])->after_closing);
  g_assert_true (((IkrarScan *) recent->pdata[0])->after_closing);
  g_assert_false (((IkrarScan *) recent->pdata[1])->after_closing);
  closings = list (self);
  g_assert_cmpuint (ikrar_session_closing_find (closings, self->session)
                        ->count.by_state[IKRAR_ATTENDANCE_PRESENT],
                    ==, 1);
  self->fixture.now += 1000;
  ikrar_session_reopen (self->fixture.store, self->session, &error);
  g_assert_no_error (error);
  self->fixture.now += 1000;
  fixture_check_in (&self->fixture, self->people[2]);
  g_clear_pointer (&after, g_ptr_array_unref);
  after = ikrar_attendance_history (self->fixture.store, self->people[2], &error);
  g_assert_no_error (error);
  g_assert_false (((IkrarAttendanceMark *) after->pdata[0])->after_closing);
  assert_ledger (self, TRUE, -1);
}

static void
test_tampered (Session *self, gconstpointer unused)
{
  static const char *const tricks[] = {
    "UPDATE session_closing SET record = replace(record, 'H: 1', 'H: 3')",
    "UPDATE session_closing SET act = 'reopened'",
    "UPDATE session_closing SET at = at + 1",
    "UPDATE session_closing SET session_id = (SELECT MAX(id) FROM event_session)",
    "DELETE FROM session_closing",
  };
  g_autofree char *kept = NULL;

  fixture_add_event (&self->fixture, "Rakor");
  close_session (self);
  assert_ledger (self, TRUE, -1);
  kept = fixture_keep (&self->fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (tricks); i++)
    {
      fixture_put_back (&self->fixture, kept);
      fixture_close (&self->fixture);
      fixture_tamper (&self->fixture, tricks[i]);
      fixture_reopen (&self->fixture);
      assert_ledger (self, FALSE, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  session_test ("/store/session-closing/close", test_close);
  session_test ("/store/session-closing/nothing-to-open", test_nothing_to_open);
  session_test ("/store/session-closing/reopen", test_reopen);
  session_test ("/store/session-closing/after-closing", test_after_closing);
  session_test ("/store/session-closing/tampered", test_tampered);
  return g_test_run ();
}
