/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/journal.h"

#include <string.h>

#include "store/attendance.h"
#include "store/change.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/use-case.h"

#define SEQUENCES 30
#define STEPS 20

/* One use case of a sequence, and how the database looked before and after. */
typedef struct
{
  const char *name;
  IkrarId entry;
  char *before;
  char *after;
} Step;

typedef struct
{
  guint undone;
  guint redone;
  guint refused;
} Tally;

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_free (step->before);
  g_free (step->after);
}

/* Prints the lines that stand in one of two dumps only. */
static void
print_missing (const char *mark, const char *from, const char *in)
{
  g_auto (GStrv) lines = g_strsplit (from, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (in, lines[i]) == NULL)
      g_printerr ("%s %s\n", mark, lines[i]);
}

static void
assert_state (Fixture *fixture, const char *expected, const char *what)
{
  g_autofree char *state = fixture_dump_state (fixture);

  if (strcmp (state, expected) == 0)
    return;
  g_printerr ("%s leaves another state:\n", what);
  print_missing ("-", expected, state);
  print_missing ("+", state, expected);
  g_assert_not_reached ();
}

static GArray *
run_steps (UseCases *cases)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (steps, step_clear);
  while (steps->len < STEPS)
    {
      Step step = { .before = fixture_dump_state (cases->fixture) };

      cases->fixture->now += g_rand_int_range (cases->random, 0, 60000);
      step.name = use_case_run (cases);
      if (step.name == NULL)
        {
          step_clear (&step);
          continue;
        }
      step.entry = use_case_newest_entry (cases->fixture);
      step.after = fixture_dump_state (cases->fixture);
      g_array_append_val (steps, step);
    }
  return steps;
}

/* Undoes an entry; if it is refused, it is for a conflict, and nothing has changed at all. */
static IkrarId
undo (Fixture *fixture, IkrarId entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  IkrarId id = ikrar_journal_undo (fixture->store, entry, &error);

  if (id != 0)
    {
      g_assert_no_error (error);
      return id;
    }
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  return 0;
}

/* Takes it back, again forth, and back; FALSE if it cannot be taken back. */
static gboolean
go_back (Fixture *fixture, const Step *step, gboolean again, Tally *tally)
{
  IkrarId back = undo (fixture, step->entry);
  IkrarId forth;

  if (back == 0)
    return FALSE;
  tally->undone++;
  assert_state (fixture, step->before, step->name);
  g_assert_cmpint (undo (fixture, step->entry), ==, 0);
  forth = again ? undo (fixture, back) : 0;
  if (forth == 0)
    return TRUE;
  tally->redone++;
  assert_state (fixture, step->after, step->name);
  g_assert_cmpint (undo (fixture, forth), !=, 0);
  assert_state (fixture, step->before, step->name);
  return TRUE;
}

/* What cannot be taken back: revocations, and what append-only records refer to. */
static gboolean
may_be_refused (const char *name)
{
  static const char *const names[] = {
    "revoke pledge",      "revoke certificate",
    "add participant",    "add another participant",
    "import roster",      "withdraw",
    "add session",        "merge people",
    "merge other people", NULL,
  };

  return g_strv_contains (names, name);
}

static void
run_sequence (Fixture *fixture, GRand *random, Tally *tally)
{
  UseCases cases = { .fixture = fixture, .random = random };
  g_autoptr (GArray) steps = run_steps (&cases);

  for (guint i = steps->len; i > 0; i--)
    {
      const Step *step = &g_array_index (steps, Step, i - 1);

      if (go_back (fixture, step, g_rand_boolean (random), tally))
        continue;
      g_test_message ("%s stays", step->name);
      g_assert_true (may_be_refused (step->name));
      tally->refused++;
      return;
    }
}

static void
test_property (void)
{
  g_autoptr (GRand) random = fixture_rand (4117);
  Tally tally = { 0 };

  for (guint i = 0; i < SEQUENCES; i++)
    {
      g_auto (Fixture) fixture = { 0 };

      fixture_set_up (&fixture, NULL);
      run_sequence (&fixture, random, &tally);
    }
  g_test_message ("%u undone, %u done again, %u sequences ended early", tally.undone, tally.redone,
                  tally.refused);
  g_assert_cmpuint (tally.undone, >, SEQUENCES * 4);
  g_assert_cmpuint (tally.redone, >, SEQUENCES);
}

static void
set_theme (Fixture *fixture, IkrarId event, const char *theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEvent) row = ikrar_event_get (fixture->store, event, &error);

  g_free (row->theme);
  row->theme = g_strdup (theme);
  ikrar_event_save (fixture->store, row, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, IkrarId entry, IkrarStoreError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_changed_since (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId first, second;

  set_theme (fixture, event, "satu");
  first = use_case_newest_entry (fixture);
  set_theme (fixture, event, "dua");
  second = use_case_newest_entry (fixture);
  assert_refused (fixture, first, IKRAR_STORE_ERROR_CONFLICT, "changed since");
  g_assert_cmpint (undo (fixture, second), !=, 0);
  g_assert_cmpint (undo (fixture, first), !=, 0);
  assert_refused (fixture, first, IKRAR_STORE_ERROR_CONFLICT, "undone already");
  assert_refused (fixture, 77, IKRAR_STORE_ERROR_NOT_FOUND, "no entry");
}

static void
test_attendance_changed_since (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  IkrarId first, second;

  fixture_check_in (fixture, participant);
  first = use_case_newest_entry (fixture);
  fixture->now += 1000;
  second = ikrar_attendance_set (fixture->store, &participant, 1, 0, IKRAR_ATTENDANCE_SICK, NULL,
                                 &error);
  g_assert_no_error (error);
  assert_refused (fixture, first, IKRAR_STORE_ERROR_CONFLICT, "changed since");
  g_assert_cmpint (undo (fixture, second), !=, 0);
  g_assert_cmpint (undo (fixture, first), !=, 0);
}

/* Undo must not take an event's only session away. */
static void
test_last_session_stays (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (fixture->store, event, &error);
  IkrarEventSession *first = g_ptr_array_index (sessions, 0);
  IkrarEventSession second = { .event_id = event, .title = (char *) "Sesi 2" };
  IkrarId added;

  g_assert_false (ikrar_event_session_remove (fixture->store, first->id, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  ikrar_event_session_save (fixture->store, &second, &error);
  added = use_case_newest_entry (fixture);
  g_assert_true (ikrar_event_session_remove (fixture->store, first->id, &error));
  g_assert_no_error (error);
  assert_refused (fixture, added, IKRAR_STORE_ERROR_CONFLICT, "at least one session");
}

/* A change that is freed after its commit leaves a later one alone. */
static void
test_freed_late (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarDb *db = ikrar_store_get_db (fixture->store);
  IkrarChange *first = ikrar_change_begin (fixture->store, "uji", 0, 0, NULL, NULL, &error);
  IkrarChange *second;

  g_assert_true (ikrar_change_commit (first, &error));
  second = ikrar_change_begin (fixture->store, "uji", 0, 0, NULL, NULL, &error);
  ikrar_change_free (first);
  g_assert_true (ikrar_db_in_transaction (db));
  g_assert_true (ikrar_change_commit (second, &error));
  ikrar_change_free (second);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM journal WHERE action = 'uji'"), ==,
                   2);
}

static void
test_nonce_is_used_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE] = { 1, 2, 3 };
  IkrarChange *change = ikrar_change_begin (fixture->store, "uji", 0, 0, NULL, nonce, &error);

  ikrar_change_free (change);
  change = ikrar_change_begin (fixture->store, "uji", 0, 0, NULL, nonce, &error);
  g_assert_no_error (error);
  g_assert_true (ikrar_change_commit (change, &error));
  ikrar_change_free (change);
  g_assert_null (ikrar_change_begin (fixture->store, "uji", 0, 0, NULL, nonce, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (fixture->store)));
}

/* A window that still shows what another one took away does not bring it back by saving. */
static void
test_edit_of_what_is_gone (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId id = fixture_add_participant (fixture, event, "Budi");
  g_autoptr (IkrarParticipant) participant = ikrar_participant_get (fixture->store, id, &error);

  g_assert_cmpint (undo (fixture, use_case_newest_entry (fixture)), !=, 0);
  g_assert_false (ikrar_participant_save (fixture->store, participant, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/property", test_property);
  fixture_test ("/store/undo/changed-since", test_changed_since);
  fixture_test ("/store/undo/attendance-changed-since", test_attendance_changed_since);
  fixture_test ("/store/undo/last-session-stays", test_last_session_stays);
  fixture_test ("/store/undo/freed-late", test_freed_late);
  fixture_test ("/store/undo/nonce-is-used-once", test_nonce_is_used_once);
  fixture_test ("/store/undo/edit-of-what-is-gone", test_edit_of_what_is_gone);
  return g_test_run ();
}
