/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "desk/desk.h"
#include "desk/scan-text.h"

#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/pass-issuer.h"

#define NUMBER "198501012005011001"
#define UNKNOWN_NUMBER "199002022010012002"
#define FLIPS 600

typedef struct
{
  Fixture fixture;
  IkrarId event;
  IkrarId other_event;
  IkrarId participant; /* has NUMBER, is number 1 */
  IkrarId other;       /* of the other event */
  IkrarDesk *desk;
  char pass[IKRAR_PASS_TEXT_LENGTH + 1];
  char human[IKRAR_HUMAN_CODE_LENGTH + 1];
} Door;

static void
make_pass (Fixture *fixture, IkrarId event, guint32 number, guint16 serial, char *pass)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPassIssuer) issuer = ikrar_pass_issuer_new (fixture->store, event, &error);

  g_assert_no_error (error);
  ikrar_pass_issuer_code (issuer, number, serial, pass);
}

static void
make_human_code (Fixture *fixture, IkrarId event, guint32 number, char *code)
{
  g_autoptr (IkrarPassIssuer) issuer = ikrar_pass_issuer_new (fixture->store, event, NULL);

  ikrar_pass_issuer_human_code (issuer, number, code);
}

static IkrarDesk *
open_desk (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  IkrarDesk *desk = ikrar_desk_new (fixture->store, event, 0, &error);

  g_assert_no_error (error);
  return desk;
}

static IkrarId
invite (Fixture *fixture, IkrarId event, IkrarId person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  participant->event_id = event;
  participant->person_id = person;
  ikrar_participant_add (fixture->store, participant, &error);
  g_assert_no_error (error);
  return participant->id;
}

static void
set_up (Door *door, gconstpointer unused)
{
  Fixture *fixture = &door->fixture;

  fixture_set_up (fixture, NULL);
  door->event = fixture_add_event (fixture, "Sosialisasi");
  door->other_event = fixture_add_event (fixture, "Apel");
  door->participant =
      invite (fixture, door->event, fixture_add_person (fixture, NUMBER, "Budi Santoso"));
  door->other = fixture_add_participant (fixture, door->other_event, "Siti");
  make_pass (fixture, door->event, 1, 1, door->pass);
  make_human_code (fixture, door->event, 1, door->human);
  door->desk = open_desk (fixture, door->event);
}

static void
tear_down (Door *door, gconstpointer unused)
{
  ikrar_desk_free (door->desk);
  fixture_tear_down (&door->fixture, NULL);
}

#define door_test(path, function) g_test_add (path, Door, NULL, set_up, function, tear_down)

static IkrarDeskVerdict
scan (Door *door, const char *line, IkrarDeskResult *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ikrar_desk_scan (door->desk, line, result, &error));
  g_assert_no_error (error);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (door->fixture.store)));
  return result->verdict;
}

static void
assert_verdict (Door *door, const char *line, IkrarDeskVerdict verdict)
{
  g_auto (IkrarDeskResult) result = { 0 };

  g_assert_cmpstr (ikrar_desk_verdict_word (scan (door, line, &result)), ==,
                   ikrar_desk_verdict_word (verdict));
}

static gint64
marks (Door *door)
{
  return fixture_count (&door->fixture, "SELECT COUNT(*) FROM attendance_mark");
}

static void
test_welcome_then_already (Door *door, gconstpointer unused)
{
  g_auto (IkrarDeskResult) first = { 0 };
  g_auto (IkrarDeskResult) second = { 0 };

  g_assert_cmpint (scan (door, door->pass, &first), ==, IKRAR_DESK_WELCOME);
  g_assert_cmpstr (first.card->name, ==, "Budi Santoso");
  g_assert_cmpint (first.at, ==, FIXTURE_NOW);
  g_assert_cmpstr (first.desk, ==, "Meja A");
  g_assert_cmpint (first.journal, !=, 0);
  door->fixture.now += 60000;
  ikrar_store_set_actor (door->fixture.store, "penguji", "Meja B");
  g_assert_cmpint (scan (door, door->pass, &second), ==, IKRAR_DESK_ALREADY);
  g_assert_cmpint (second.at, ==, FIXTURE_NOW);
  g_assert_cmpstr (second.desk, ==, "Meja A");
  g_assert_cmpint (second.journal, ==, 0);
  g_assert_cmpint (marks (door), ==, 1);
  g_assert_cmpint (ikrar_journal_undo (door->fixture.store, first.journal, NULL), !=, 0);
  assert_verdict (door, door->pass, IKRAR_DESK_WELCOME);
}

static void
swap_letters (char *text, char one, char other)
{
  for (; *text != '\0'; text++)
    if (*text == one || *text == other)
      *text = *text == one ? other : one;
}

static char *
add_spaces (const char *text)
{
  return g_strdup_printf (" \t%s \r\n", text);
}

static char *
add_mark (const char *text)
{
  return g_strconcat ("\xef\xbb\xbf'", text, NULL);
}

static char *
lower (const char *text)
{
  return g_ascii_strdown (text, -1);
}

static char *
same (const char *text)
{
  return g_strdup (text);
}

static char *
put_blanks_between (const char *text)
{
  return g_strdup_printf ("%.4s %s", text, text + 4);
}

static char *
put_dots_between (const char *text)
{
  return g_strdup_printf ("%.8s.%.6s.%.1s.%s", text, text + 8, text + 14, text + 15);
}

/* Everything that a scanner or a person may make of the three ways to say who one is. */
static void
test_spellings (Door *door, gconstpointer unused)
{
  const struct
  {
    const char *text;
    char *(*spell) (const char *text);
  } cases[] = {
    { door->pass, same },
    { door->pass, lower },
    { door->pass, add_spaces },
    { door->pass, add_mark },
    { door->human, same },
    { door->human, lower },
    { door->human, add_spaces },
    { door->human, put_blanks_between },
    { NUMBER, same },
    { NUMBER, add_spaces },
    { NUMBER, put_blanks_between },
    { NUMBER, put_dots_between },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = cases[i].spell (cases[i].text);

      g_test_message ("%s", line);
      assert_verdict (door, line, i == 0 ? IKRAR_DESK_WELCOME : IKRAR_DESK_ALREADY);
    }
  g_assert_cmpint (marks (door), ==, 1);
}

/* Two readings of which one is genuine, as the window sends them; a pass with what a scanner is set
 * to send around it; a pass, a code and a number through wrong keyboards. */
static void
test_readings (Door *door, gconstpointer unused)
{
  g_autofree char *swapped = g_strdup (door->pass);
  g_autofree char *both = NULL;
  g_autofree char *around = g_strdup_printf ("\002]Q3%s\003", door->pass);
  g_auto (IkrarDeskResult) result = { 0 };

  swap_letters (swapped, 'Y', 'Z');
  both = g_strdup_printf ("%s\n%s", swapped, door->pass);
  g_assert_cmpint (scan (door, both, &result), ==, IKRAR_DESK_WELCOME);
  g_assert_cmpint (result.card->participant->id, ==, door->participant);
  assert_verdict (door, swapped, IKRAR_DESK_ALREADY);
  assert_verdict (door, around, IKRAR_DESK_ALREADY);
  /* French digits without Shift. */
  assert_verdict (
      door, "&\303\247_(\303\240&\303\240&\303\251\303\240\303\240(\303\240&&\303\240\303\240&",
      IKRAR_DESK_ALREADY);
  g_assert_cmpint (marks (door), ==, 1);
}

static void
test_source (Door *door, gconstpointer unused)
{
  const struct
  {
    const char *line;
    const char *source;
  } cases[] = { { door->pass, "scan" }, { door->human, "typed" }, { NUMBER, "typed" } };
  g_auto (IkrarDeskResult) by_name = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT COUNT(*) FROM attendance_mark WHERE source = '%s' AND id = "
                           "(SELECT MAX(id) FROM attendance_mark)",
                           cases[i].source);
      g_auto (IkrarDeskResult) result = { 0 };

      g_assert_cmpint (scan (door, cases[i].line, &result), ==, IKRAR_DESK_WELCOME);
      g_assert_cmpint (fixture_count (&door->fixture, sql), ==, 1);
      ikrar_journal_undo (door->fixture.store, result.journal, &error);
    }
  g_assert_true (ikrar_desk_admit (door->desk, door->participant, &by_name, &error));
  g_assert_cmpint (by_name.verdict, ==, IKRAR_DESK_WELCOME);
  g_assert_cmpint (
      fixture_count (&door->fixture, "SELECT COUNT(*) FROM attendance_mark WHERE source = 'name'"),
      ==, 1);
}

/* Where nobody looks on, what anybody can type lets nobody in and tells no name. */
static void
test_passes_only (Door *door, gconstpointer unused)
{
  const char *typed[] = { door->human, NUMBER, UNKNOWN_NUMBER, "hello" };
  g_auto (IkrarDeskResult) result = { 0 };

  ikrar_desk_set_reader (door->desk, "kiosk");
  ikrar_desk_set_passes_only (door->desk, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_auto (IkrarDeskResult) refused = { 0 };

      g_assert_cmpint (scan (door, typed[i], &refused), ==, IKRAR_DESK_UNREADABLE);
      g_assert_null (refused.card);
    }
  g_assert_cmpint (marks (door), ==, 0);
  g_assert_cmpint (scan (door, door->pass, &result), ==, IKRAR_DESK_WELCOME);
  g_assert_cmpint (
      fixture_count (&door->fixture, "SELECT COUNT(*) FROM attendance_mark WHERE source = 'kiosk'"),
      ==, 1);
  ikrar_desk_set_passes_only (door->desk, FALSE);
  assert_verdict (door, NUMBER, IKRAR_DESK_ALREADY);
}

static void
test_not_in_event (Door *door, gconstpointer unused)
{
  char other_pass[IKRAR_PASS_TEXT_LENGTH + 1];
  char nobody[IKRAR_PASS_TEXT_LENGTH + 1];
  char nobody_human[IKRAR_HUMAN_CODE_LENGTH + 1];
  g_auto (IkrarDeskResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  make_pass (&door->fixture, door->other_event, 1, 1, other_pass);
  make_pass (&door->fixture, door->event, 99, 1, nobody);
  make_human_code (&door->fixture, door->event, 99, nobody_human);
  assert_verdict (door, other_pass, IKRAR_DESK_NOT_IN_EVENT);
  assert_verdict (door, nobody, IKRAR_DESK_NOT_IN_EVENT);
  assert_verdict (door, nobody_human, IKRAR_DESK_NOT_IN_EVENT);
  assert_verdict (door, UNKNOWN_NUMBER, IKRAR_DESK_NOT_IN_EVENT);
  fixture_add_person (&door->fixture, UNKNOWN_NUMBER, "Tuti");
  assert_verdict (door, UNKNOWN_NUMBER, IKRAR_DESK_NOT_IN_EVENT);
  g_assert_true (ikrar_desk_admit (door->desk, door->other, &result, &error));
  g_assert_cmpint (result.verdict, ==, IKRAR_DESK_NOT_IN_EVENT);
  g_assert_cmpint (marks (door), ==, 0);
}

static void
test_revoked (Door *door, gconstpointer unused)
{
  char renewed[IKRAR_PASS_TEXT_LENGTH + 1];
  g_autoptr (GError) error = NULL;
  g_auto (IkrarDeskResult) result = { 0 };

  ikrar_participant_revoke_pass (door->fixture.store, door->participant, &error);
  g_assert_no_error (error);
  make_pass (&door->fixture, door->event, 1, 2, renewed);
  g_assert_cmpint (scan (door, door->pass, &result), ==, IKRAR_DESK_REVOKED);
  g_assert_cmpstr (result.card->name, ==, "Budi Santoso");
  assert_verdict (door, renewed, IKRAR_DESK_WELCOME);
  assert_verdict (door, door->pass, IKRAR_DESK_REVOKED);
}

static void
test_withdrawn (Door *door, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const char *const lines[] = { door->pass, door->human, NUMBER };

  ikrar_participant_withdraw (door->fixture.store, &door->participant, 1, TRUE, &error);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_verdict (door, lines[i], IKRAR_DESK_REVOKED);
  ikrar_participant_withdraw (door->fixture.store, &door->participant, 1, FALSE, &error);
  assert_verdict (door, door->human, IKRAR_DESK_WELCOME);
  g_assert_no_error (error);
}

/* The last day counts to its end in the event's zone: 24.00 WITA is 16.00 UTC. */
static void
test_expired (Door *door, gconstpointer unused)
{
  g_auto (IkrarDeskResult) result = { 0 };
  IkrarTime midnight = FIXTURE_NOW + 16 * 60 * 60 * 1000;

  door->fixture.now = midnight;
  g_assert_cmpint (scan (door, door->pass, &result), ==, IKRAR_DESK_EXPIRED);
  g_assert_cmpstr (result.card->name, ==, "Budi Santoso");
  /* A name or a number does not expire. */
  door->fixture.now = midnight - 1;
  assert_verdict (door, door->pass, IKRAR_DESK_WELCOME);
  door->fixture.now = midnight;
  assert_verdict (door, NUMBER, IKRAR_DESK_ALREADY);
}

/* Passes that were printed before an event was moved to a later day open the door on that day. */
static void
test_moved (Door *door, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEvent) event = ikrar_event_get (door->fixture.store, door->event, &error);
  IkrarTime week = G_GINT64_CONSTANT (7) * 24 * 60 * 60 * 1000;

  event->start_at += week;
  event->end_at += week;
  ikrar_event_save (door->fixture.store, event, &error);
  g_assert_no_error (error);
  ikrar_desk_free (door->desk);
  door->desk = open_desk (&door->fixture, door->event);
  door->fixture.now += week;
  assert_verdict (door, door->pass, IKRAR_DESK_WELCOME);
}

static gboolean
is_reading_of (const char *line, const char *pass)
{
  g_auto (GStrv) readings = ikrar_scan_text_readings (line);

  return g_strv_contains ((const char *const *) readings, pass);
}

static void
test_flipped_bits (Door *door, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (131);
  guint forged = 0;

  for (guint i = 0; i < FLIPS; i++)
    {
      g_autofree char *line = g_strdup (door->pass);
      g_auto (IkrarDeskResult) result = { 0 };
      IkrarDeskVerdict verdict;

      line[g_rand_int_range (random, 0, IKRAR_PASS_TEXT_LENGTH)] ^=
          (char) (1 << g_rand_int_range (random, 0, 7));
      /* What another keyboard makes of the same pass is no change. */
      if (is_reading_of (line, door->pass))
        continue;
      verdict = scan (door, line, &result);
      g_assert_true (verdict == IKRAR_DESK_FORGED || verdict == IKRAR_DESK_UNREADABLE);
      g_assert_null (result.card);
      forged += verdict == IKRAR_DESK_FORGED;
    }
  g_assert_cmpuint (forged, >, FLIPS / 20);
  g_assert_cmpint (marks (door), ==, 0);
}

static void
test_other_database (Door *door, gconstpointer unused)
{
  g_auto (Fixture) other = { 0 };
  char pass[IKRAR_PASS_TEXT_LENGTH + 1];
  IkrarId event;

  fixture_set_up (&other, NULL);
  event = fixture_add_event (&other, "Sosialisasi");
  fixture_add_participant (&other, event, "Orang lain");
  make_pass (&other, event, 1, 1, pass);
  assert_verdict (door, pass, IKRAR_DESK_FORGED);
  g_assert_cmpint (marks (door), ==, 0);
}

static void
test_garbage (Door *door, gconstpointer unused)
{
  static const char *const lines[] = {
    "",
    " ",
    "\n",
    "https://contoh.go.id/abc",
    "IK1",
    "IK1AAAA",
    "halo",
    "12345",
    "0000-0000",
    "\xff\xfe\xfd",
    "000000000000000000",
    "'; DROP TABLE participant; --",
    "9999999999999999999999999999999999999999",
  };
  g_autofree char *long_line = g_strnfill (1024 * 1024, 'A');
  g_autoptr (GRand) random = fixture_rand (132);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_verdict (door, lines[i], IKRAR_DESK_UNREADABLE);
  assert_verdict (door, long_line, IKRAR_DESK_UNREADABLE);
  for (guint i = 0; i < 500; i++)
    {
      char line[64] = { 0 };
      g_auto (IkrarDeskResult) result = { 0 };

      for (gint32 c = g_rand_int_range (random, 0, 63); c > 0; c--)
        line[c - 1] = (char) g_rand_int_range (random, 1, 256);
      g_assert_cmpint (scan (door, line, &result), !=, IKRAR_DESK_WELCOME);
    }
  g_assert_cmpint (marks (door), ==, 0);
}

/* The desk is open; then the first passes of its event are printed, with a key made for them. */
static void
test_new_key (Door *door, gconstpointer unused)
{
  IkrarId event = fixture_add_event (&door->fixture, "Pelantikan");
  IkrarId participant = fixture_add_participant (&door->fixture, event, "Wayan");
  g_autoptr (IkrarDesk) desk = open_desk (&door->fixture, event);
  char pass[IKRAR_PASS_TEXT_LENGTH + 1];
  g_auto (IkrarDeskResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  make_pass (&door->fixture, event, 1, 1, pass);
  g_assert_true (ikrar_desk_scan (desk, pass, &result, &error));
  g_assert_cmpint (result.verdict, ==, IKRAR_DESK_WELCOME);
  g_assert_cmpint (result.card->participant->id, ==, participant);
}

static void
test_sessions (Door *door, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarEventSession second = { .event_id = door->event, .title = (char *) "Siang" };
  g_autoptr (IkrarDesk) desk = NULL;
  g_auto (IkrarDeskResult) result = { 0 };

  ikrar_event_session_save (door->fixture.store, &second, &error);
  desk = ikrar_desk_new (door->fixture.store, door->event, second.id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ikrar_desk_get_session (desk), ==, second.id);
  g_assert_cmpint (ikrar_desk_get_session (door->desk), !=, second.id);
  assert_verdict (door, door->pass, IKRAR_DESK_WELCOME);
  g_assert_true (ikrar_desk_scan (desk, door->pass, &result, &error));
  g_assert_cmpint (result.verdict, ==, IKRAR_DESK_WELCOME);
  g_assert_cmpint (marks (door), ==, 2);
}

static void
test_no_such_desk (Door *door, gconstpointer unused)
{
  g_autoptr (GPtrArray) sessions =
      ikrar_event_sessions (door->fixture.store, door->other_event, NULL);
  const struct
  {
    IkrarId event;
    IkrarId session;
  } cases[] = {
    { 77, 0 },
    { door->event, 77 },
    { door->event, ((IkrarEventSession *) g_ptr_array_index (sessions, 0))->id },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          ikrar_desk_new (door->fixture.store, cases[i].event, cases[i].session, &error));
      g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  door_test ("/desk/desk/welcome-then-already", test_welcome_then_already);
  door_test ("/desk/desk/spellings", test_spellings);
  door_test ("/desk/desk/readings", test_readings);
  door_test ("/desk/desk/source", test_source);
  door_test ("/desk/desk/passes-only", test_passes_only);
  door_test ("/desk/desk/not-in-event", test_not_in_event);
  door_test ("/desk/desk/revoked", test_revoked);
  door_test ("/desk/desk/withdrawn", test_withdrawn);
  door_test ("/desk/desk/expired", test_expired);
  door_test ("/desk/desk/moved", test_moved);
  door_test ("/desk/desk/flipped-bits", test_flipped_bits);
  door_test ("/desk/desk/other-database", test_other_database);
  door_test ("/desk/desk/garbage", test_garbage);
  door_test ("/desk/desk/new-key", test_new_key);
  door_test ("/desk/desk/sessions", test_sessions);
  door_test ("/desk/desk/no-such-desk", test_no_such_desk);
  return g_test_run ();
}
