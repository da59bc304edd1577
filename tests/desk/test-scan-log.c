/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "desk/desk.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/pass-issuer.h"
#include "store/raw.h"
#include "store/scan-log.h"

#define NUMBER "199003152015041002"
#define STRANGER "198501012010011003"
#define MINUTE ((IkrarTime) 60 * 1000)

/* A desk, somebody with a number and a pass, and somebody without. */
typedef struct
{
  Fixture fixture;
  IkrarId event;
  IkrarId participant;
  IkrarId other;
  IkrarDesk *desk;
  char pass[IKRAR_PASS_TEXT_LENGTH + 1];
} Door;

static void
set_up (Door *door, gconstpointer unused)
{
  Fixture *fixture = &door->fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPassIssuer) issuer = NULL;
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  fixture_set_up (fixture, NULL);
  door->event = fixture_add_event (fixture, "Sosialisasi");
  participant->event_id = door->event;
  participant->person_id = fixture_add_person (fixture, NUMBER, "Budi Santoso");
  ikrar_participant_add (fixture->store, participant, &error);
  g_assert_no_error (error);
  door->participant = participant->id;
  door->other = fixture_add_participant (fixture, door->event, "Siti Aminah");
  issuer = ikrar_pass_issuer_new (fixture->store, door->event, &error);
  g_assert_no_error (error);
  ikrar_pass_issuer_code (issuer, 1, 1, door->pass);
  door->desk = ikrar_desk_new (fixture->store, door->event, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Door *door, gconstpointer unused)
{
  ikrar_desk_free (door->desk);
  fixture_tear_down (&door->fixture, NULL);
}

#define door_test(path, function) g_test_add (path, Door, NULL, set_up, function, tear_down)

static IkrarId
scan (Door *door, const char *line, IkrarDeskVerdict verdict)
{
  g_autoptr (GError) error = NULL;
  g_auto (IkrarDeskResult) result = { 0 };

  ikrar_desk_scan (door->desk, line, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ikrar_desk_verdict_word (result.verdict), ==, ikrar_desk_verdict_word (verdict));
  door->fixture.now += MINUTE;
  return result.journal;
}

static GPtrArray *
list (Door *door, const IkrarScanFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = ikrar_scan_log_list (door->fixture.store, filter, 100, &error);

  g_assert_no_error (error);
  return lines;
}

static void
test_every_verdict (Door *door, gconstpointer unused)
{
  g_autofree char *forged = g_strdup (door->pass);
  const struct
  {
    const char *line;
    IkrarWay way;
    IkrarDeskVerdict verdict;
    gboolean known;
    const char *kind;
    const char *source;
  } cases[] = {
    { door->pass, IKRAR_WAY_OUT, IKRAR_DESK_NOT_INSIDE, TRUE, "pass", "scan" },
    { door->pass, IKRAR_WAY_IN, IKRAR_DESK_WELCOME, TRUE, "pass", "scan" },
    { NUMBER, IKRAR_WAY_IN, IKRAR_DESK_ALREADY, TRUE, "number", "typed" },
    { door->pass, IKRAR_WAY_OUT, IKRAR_DESK_LEFT, TRUE, "pass", "scan" },
    { door->pass, IKRAR_WAY_IN, IKRAR_DESK_RETURNED, TRUE, "pass", "scan" },
    { forged, IKRAR_WAY_IN, IKRAR_DESK_FORGED, FALSE, "pass", "scan" },
    { STRANGER, IKRAR_WAY_IN, IKRAR_DESK_NOT_IN_EVENT, FALSE, "number", "typed" },
    { "halo", IKRAR_WAY_IN, IKRAR_DESK_UNREADABLE, FALSE, "other", "typed" },
  };
  const IkrarScanFilter filter = { .event = door->event };
  g_autoptr (GPtrArray) lines = NULL;

  forged[120] = forged[120] == 'A' ? 'B' : 'A';
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ikrar_desk_set_way (door->desk, cases[i].way);
      scan (door, cases[i].line, cases[i].verdict);
    }
  lines = list (door, &filter);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const IkrarScanLine *line = g_ptr_array_index (lines, lines->len - 1 - i);

      g_assert_cmpstr (line->verdict, ==, ikrar_desk_verdict_word (cases[i].verdict));
      g_assert_cmpstr (line->kind, ==, cases[i].kind);
      g_assert_cmpstr (line->source, ==, cases[i].source);
      g_assert_cmpstr (line->way, ==, cases[i].way == IKRAR_WAY_OUT ? "out" : "in");
      g_assert_cmpstr (line->name, ==, cases[i].known ? "Budi Santoso" : "");
      g_assert_cmpint (line->participant, ==, cases[i].known ? door->participant : 0);
      g_assert_cmpint (line->at, ==, FIXTURE_NOW + (IkrarTime) i * MINUTE);
      g_assert_cmpstr (line->desk, ==, "Meja A");
    }
}

static void
note_texts (guint n_columns, char *const *names, char *const *values, gpointer text)
{
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, " %s", values[i] != NULL ? values[i] : "");
}

/* Neither a number nor a pass can be read out of the log, and no number found by trying. */
static void
test_holds_no_number (Door *door, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clue = ikrar_scan_clue ("number", NUMBER);
  g_autofree char *other = ikrar_scan_clue ("number", STRANGER);
  g_autofree char *pass = ikrar_scan_clue ("pass", door->pass);
  g_autofree char *typing = ikrar_scan_clue ("other", NUMBER "9");

  scan (door, NUMBER, IKRAR_DESK_WELCOME);
  scan (door, STRANGER, IKRAR_DESK_NOT_IN_EVENT);
  scan (door, NUMBER "9", IKRAR_DESK_UNREADABLE);
  scan (door, door->pass, IKRAR_DESK_ALREADY);
  raw_each (door->fixture.path,
            "SELECT desk, actor, source, way, verdict, kind, clue FROM scan_log", note_texts, text);
  g_assert_null (strstr (text->str, "19900315"));
  g_assert_null (strstr (text->str, "19850101"));
  g_assert_null (strstr (text->str, door->pass + 3));
  g_assert_nonnull (strstr (text->str, clue));
  g_assert_cmpuint (strlen (clue), ==, 4);
  g_assert_cmpuint (strlen (typing), ==, 4);
  g_assert_cmpuint (strlen (pass), ==, 12);
  g_assert_cmpstr (clue, !=, other);
}

static void
test_filters (Door *door, gconstpointer unused)
{
  const struct
  {
    IkrarScanFilter filter;
    guint found;
  } cases[] = {
    { { .event = door->event }, 5 },
    { { .event = door->event + 1 }, 0 },
    { { .event = door->event, .session = ikrar_desk_get_session (door->desk) }, 5 },
    { { .event = door->event, .session = 7 }, 0 },
    { { .event = door->event, .participant = door->participant }, 2 },
    { { .event = door->event, .desk = "Meja A" }, 4 },
    { { .event = door->event, .desk = "Meja B" }, 1 },
    { { .event = door->event, .verdict = "welcome" }, 2 },
    { { .event = door->event, .verdict = "already" }, 1 },
    { { .event = door->event, .verdict = "refused" }, 2 },
    { { .event = door->event, .text = "santoso BUDI" }, 2 },
    { { .event = door->event, .text = "siti" }, 1 },
    { { .event = door->event, .text = "siti budi" }, 0 },
    { { .event = door->event, .from = FIXTURE_NOW + MINUTE }, 4 },
    { { .event = door->event, .until = FIXTURE_NOW + MINUTE }, 1 },
    { { .event = door->event, .verdict = "refused", .desk = "Meja B" }, 1 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) desks = NULL;
  g_autoptr (GPtrArray) few = NULL;
  g_auto (IkrarDeskResult) result = { 0 };

  scan (door, door->pass, IKRAR_DESK_WELCOME);
  scan (door, NUMBER, IKRAR_DESK_ALREADY);
  scan (door, "halo", IKRAR_DESK_UNREADABLE);
  ikrar_desk_admit (door->desk, door->other, &result, &error);
  g_assert_no_error (error);
  ikrar_store_set_actor (door->fixture.store, "penguji", "Meja B");
  scan (door, STRANGER, IKRAR_DESK_NOT_IN_EVENT);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) lines = list (door, &cases[i].filter);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (lines->len, ==, cases[i].found);
    }
  few = ikrar_scan_log_list (door->fixture.store, &cases[0].filter, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_cmpstr (((IkrarScanLine *) few->pdata[0])->verdict, ==, "not-in-event");
  desks = ikrar_scan_log_desks (door->fixture.store, door->event, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desks->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (desks, 1), ==, "Meja B");
}

/* One nonce is one scan; looking only logs nothing; what was taken back is said to be. */
static void
test_once_and_undone (Door *door, gconstpointer unused)
{
  const IkrarScanFilter filter = { .event = door->event };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_auto (IkrarDeskResult) result = { 0 };
  guint8 nonce[IKRAR_NONCE_SIZE] = { 7 };
  IkrarId journal;

  for (guint i = 0; i < 3; i++)
    {
      ikrar_desk_set_nonce (door->desk, nonce);
      scan (door, "halo", IKRAR_DESK_UNREADABLE);
    }
  ikrar_desk_identify (door->desk, door->pass, &result, &error);
  g_assert_no_error (error);
  journal = scan (door, door->pass, IKRAR_DESK_WELCOME);
  ikrar_journal_undo (door->fixture.store, journal, &error);
  g_assert_no_error (error);
  lines = list (door, &filter);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_true (((IkrarScanLine *) lines->pdata[0])->undone);
  g_assert_false (((IkrarScanLine *) lines->pdata[1])->undone);
}

static void
test_reader (Door *door, gconstpointer unused)
{
  const IkrarScanFilter filter = { .event = door->event };
  g_autoptr (GPtrArray) lines = NULL;

  ikrar_desk_set_reader (door->desk, "camera");
  scan (door, door->pass, IKRAR_DESK_WELCOME);
  ikrar_desk_set_reader (door->desk, NULL);
  scan (door, door->pass, IKRAR_DESK_ALREADY);
  lines = list (door, &filter);
  g_assert_cmpstr (((IkrarScanLine *) lines->pdata[1])->source, ==, "camera");
  g_assert_cmpstr (((IkrarScanLine *) lines->pdata[0])->source, ==, "scan");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  door_test ("/desk/scan-log/every-verdict", test_every_verdict);
  door_test ("/desk/scan-log/holds-no-number", test_holds_no_number);
  door_test ("/desk/scan-log/filters", test_filters);
  door_test ("/desk/scan-log/once-and-undone", test_once_and_undone);
  door_test ("/desk/scan-log/reader", test_reader);
  return g_test_run ();
}
