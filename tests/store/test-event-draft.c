/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/event-draft.h"

#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"

#define HOUR G_GINT64_CONSTANT (3600000)

static IkrarEventSession *
new_session (const char *title, IkrarTime start)
{
  IkrarEventSession *session = g_new0 (IkrarEventSession, 1);

  session->title = g_strdup (title);
  session->start_at = start;
  return session;
}

static IkrarEventRole *
new_role (IkrarRoleKind kind, const char *name)
{
  IkrarEventRole *role = g_new0 (IkrarEventRole, 1);

  role->kind = kind;
  role->name = g_strdup (name);
  return role;
}

static IkrarEventDraft *
new_draft (Fixture *fixture)
{
  IkrarEventDraft *draft = ikrar_event_draft_new ();

  draft->event->title = g_strdup ("Sosialisasi");
  draft->event->start_at = fixture->now;
  return draft;
}

static IkrarEventDraft *
get (Fixture *fixture, IkrarId id)
{
  g_autoptr (GError) error = NULL;
  IkrarEventDraft *draft = ikrar_event_draft_get (fixture->store, id, &error);

  g_assert_no_error (error);
  return draft;
}

static IkrarId
save (Fixture *fixture, IkrarEventDraft *draft)
{
  g_autoptr (GError) error = NULL;
  IkrarId journal = ikrar_event_draft_save (fixture->store, draft, &error);

  g_assert_no_error (error);
  g_assert_cmpint (journal, !=, 0);
  return journal;
}

static void
test_new_event_gets_a_session (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarEventDraft) draft = new_draft (fixture);
  g_autoptr (IkrarEventDraft) kept = NULL;

  save (fixture, draft);
  kept = get (fixture, draft->event->id);
  g_assert_cmpuint (kept->sessions->len, ==, 1);
  g_assert_cmpuint (kept->roles->len, ==, 0);
  g_assert_true (ikrar_event_draft_equal (draft, kept));
}

static void
test_parts_are_saved_in_one_change (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarEventDraft) draft = new_draft (fixture);
  g_autoptr (IkrarEventDraft) kept = NULL;
  gint64 before = fixture_count (fixture, "SELECT COUNT(*) FROM journal");

  g_ptr_array_add (draft->sessions, new_session ("Pagi", fixture->now));
  g_ptr_array_add (draft->sessions, new_session ("Siang", fixture->now + 4 * HOUR));
  g_ptr_array_add (draft->roles, new_role (IKRAR_ROLE_SPEAKER, "Wulan"));
  g_ptr_array_add (draft->roles, new_role (IKRAR_ROLE_SPEAKER, "Bagus"));
  save (fixture, draft);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM journal"), ==, before + 1);
  kept = get (fixture, draft->event->id);
  g_assert_true (ikrar_event_draft_equal (draft, kept));
  g_assert_cmpstr (((IkrarEventSession *) kept->sessions->pdata[1])->title, ==, "Siang");
}

static void
test_missing_parts_go_and_come_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEventDraft) draft = new_draft (fixture);
  g_autoptr (IkrarEventDraft) first = NULL;
  g_autoptr (IkrarEventDraft) kept = NULL;
  IkrarId journal;

  g_ptr_array_add (draft->sessions, new_session ("Pagi", fixture->now));
  g_ptr_array_add (draft->sessions, new_session ("Siang", fixture->now));
  g_ptr_array_add (draft->roles, new_role (IKRAR_ROLE_WITNESS, "Wulan"));
  save (fixture, draft);
  first = get (fixture, draft->event->id);
  g_ptr_array_remove_index (draft->sessions, 0);
  g_ptr_array_set_size (draft->roles, 0);
  journal = save (fixture, draft);
  kept = get (fixture, draft->event->id);
  g_assert_true (ikrar_event_draft_equal (draft, kept));
  g_assert_cmpint (ikrar_journal_undo (fixture->store, journal, &error), !=, 0);
  g_assert_no_error (error);
  g_clear_pointer (&kept, ikrar_event_draft_free);
  kept = get (fixture, draft->event->id);
  g_assert_true (ikrar_event_draft_equal (first, kept));
}

static void
test_a_session_with_attendance_stays (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Apel");
  g_autoptr (IkrarEventDraft) draft = get (fixture, event);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_check_in (fixture, fixture_add_participant (fixture, event, "Wulan"));
  before = fixture_dump (fixture);
  g_ptr_array_set_size (draft->sessions, 0);
  g_ptr_array_add (draft->sessions, new_session ("Lain", fixture->now));
  g_assert_cmpint (ikrar_event_draft_save (fixture->store, draft, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (((IkrarEventSession *) draft->sessions->pdata[0])->id, ==, 0);
  g_assert_cmpint (draft->event->id, ==, event);
}

static void
test_what_is_refused (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *title;
    IkrarTime end;
    const char *session;
    const char *role;
  } cases[] = {
    { " ", 0, "Sesi", "Wulan" },
    { "Apel", 1, "Sesi", "Wulan" },
    { "Apel", 0, "", "Wulan" },
    { "Apel", 0, "Sesi", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarEventDraft) draft = new_draft (fixture);

      g_free (draft->event->title);
      draft->event->title = g_strdup (cases[i].title);
      draft->event->end_at = cases[i].end;
      g_ptr_array_add (draft->sessions, new_session (cases[i].session, fixture->now));
      g_ptr_array_add (draft->roles, new_role (IKRAR_ROLE_OPENER, cases[i].role));
      g_assert_cmpint (ikrar_event_draft_save (fixture->store, draft, &error), ==, 0);
      g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
      g_assert_cmpint (draft->event->id, ==, 0);
    }
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM event"), ==, 0);
}

/* Rules are said in the change of the event, alone too, and go back with it. */
static void
test_rules_come_and_go (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEventDraft) draft = new_draft (fixture);
  g_autoptr (IkrarEventDraft) first = NULL;
  g_autoptr (IkrarEventDraft) kept = NULL;
  IkrarId journal, back;

  save (fixture, draft);
  g_assert_cmpint (draft->rule.late_after, ==, IKRAR_LATE_NEVER);
  first = get (fixture, draft->event->id);
  draft->rule = (IkrarEventRule){ 15, 80 };
  g_assert_false (ikrar_event_draft_equal (draft, first));
  journal = save (fixture, draft);
  kept = get (fixture, draft->event->id);
  g_assert_true (ikrar_event_draft_equal (draft, kept));
  back = ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  g_clear_pointer (&kept, ikrar_event_draft_free);
  kept = get (fixture, draft->event->id);
  g_assert_true (ikrar_event_draft_equal (first, kept));
  ikrar_journal_undo (fixture->store, back, &error);
  g_assert_no_error (error);
  g_clear_pointer (&kept, ikrar_event_draft_free);
  kept = get (fixture, draft->event->id);
  g_assert_true (ikrar_event_draft_equal (draft, kept));
  g_free (draft->event->theme);
  draft->event->theme = g_strdup ("Netral");
  draft->rule.share = 50;
  journal = save (fixture, draft);
  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  g_clear_pointer (&draft, ikrar_event_draft_free);
  draft = get (fixture, kept->event->id);
  g_assert_true (ikrar_event_draft_equal (draft, kept));
  draft->rule.share = 101;
  g_assert_cmpint (ikrar_event_draft_save (fixture->store, draft, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/event-draft/new-event-gets-a-session", test_new_event_gets_a_session);
  fixture_test ("/store/event-draft/parts-in-one-change", test_parts_are_saved_in_one_change);
  fixture_test ("/store/event-draft/missing-parts-go-and-come-back",
                test_missing_parts_go_and_come_back);
  fixture_test ("/store/event-draft/session-with-attendance-stays",
                test_a_session_with_attendance_stays);
  fixture_test ("/store/event-draft/what-is-refused", test_what_is_refused);
  fixture_test ("/store/event-draft/rules-come-and-go", test_rules_come_and_go);
  return g_test_run ();
}
