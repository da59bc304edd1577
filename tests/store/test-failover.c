/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* The server dies under load and its standby takes over, as an office's would. */

#include <string.h>

#include "store/attendance.h"
#include "store/cluster.h"
#include "store/ledger.h"
#include "store/pledge.h"
#include "store/process.h"
#include "store/raw.h"
#include "store/sealed-log.h"

#define DOORS 6
#define PEOPLE 240
#define SIGNERS 40
#define BEFORE_THE_KILL 60

typedef struct
{
  GArray *people;  /* whom the doors check in */
  GArray *signers; /* who pledges */
} Roster;

/* Whoever is told that something is done finds it done for ever. */
static void
check_in (Fixture *fixture, IkrarId participant, FILE *out)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = participant, .source = "scan", .nonce = nonce };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  if (ikrar_attendance_check_in (fixture->store, &check, &outcome, &error))
    fprintf (out, "hadir %" G_GINT64_FORMAT " %s\n", participant, outcome.desk);
  else
    fprintf (out, "gagal %" G_GINT64_FORMAT " %s\n", participant, error->message);
  g_free (outcome.desk);
}

static void
sign (Fixture *fixture, IkrarId participant, FILE *out)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeSigning signing = { .participant = participant,
                                 .signature = "M0 0L9 9",
                                 .nonce = nonce };

  ikrar_nonce_new (nonce);
  if (ikrar_pledge_sign (fixture->store, &signing, NULL, &error) != 0)
    fprintf (out, "ikrar %" G_GINT64_FORMAT "\n", participant);
  else
    fprintf (out, "gagal %" G_GINT64_FORMAT " %s\n", participant, error->message);
}

/* Every participant comes to two doors; the last desk takes pledges. */
static int
play_desk (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  Roster *roster = data;
  g_autofree char *desk = g_strdup_printf ("Meja-%u", number);

  ikrar_store_set_actor (fixture->store, "penguji", desk);
  for (guint i = 0; number < DOORS && i < PEOPLE; i++)
    if (i % (DOORS / 2) == number % (DOORS / 2))
      check_in (fixture, g_array_index (roster->people, IkrarId, i), out);
  for (guint i = 0; number == DOORS && i < SIGNERS; i++)
    sign (fixture, g_array_index (roster->signers, IkrarId, i), out);
  return 0;
}

static void
fill (Fixture *fixture, Roster *roster)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_event (fixture, "Ikrar");

  roster->people = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  roster->signers = fixture_add_participants (fixture, other, SIGNERS, TRUE);
}

/* A primary with an office's database, a standby that has every acknowledged change too, and the
 * address that names both. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_auto (GStrv) first = cluster_tell ("start primary durable");
  g_auto (GStrv) second = NULL;
  g_autofree char *errands = NULL;

  errands = g_strdup_printf ("postgresql://ikrar@%s:%s/postgres", first[0], first[1]);
  raw_run (errands, "CREATE DATABASE kantor");
  raw_forget ();
  second = cluster_tell ("standby second primary");
  fixture->path = g_strdup_printf ("postgresql://ikrar@%s:%s,%s:%s/kantor"
                                   "?target_session_attrs=read-write",
                                   first[0], first[1], second[0], second[1]);
  fixture->folder = g_strdup (second[2]);
  fixture->now = FIXTURE_NOW;
  fixture_reopen (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  fixture_close (fixture);
  raw_forget ();
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Nobody waits for a clock: the doors are in the middle of their work when so much of it is done.
 */
static void
kill_under_load (Fixture *fixture)
{
  while (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark WHERE source = 'scan'") <
         BEFORE_THE_KILL)
    g_usleep (1000);
  raw_forget ();
  g_strfreev (cluster_tell ("kill primary"));
  g_strfreev (cluster_tell ("promote second"));
}

static gint64
count_of (Fixture *fixture, const char *what, const char *participant)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT COUNT(*) FROM %s WHERE participant_id = %s",
                       g_str_equal (what, "ikrar") ? "pledge" : "attendance_mark", participant);

  return fixture_count (fixture, sql);
}

static guint
check_lines (Fixture *fixture, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint failures = 0;

  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

      if (g_str_equal (words[0], "gagal"))
        {
          g_test_message ("%s", lines[i]);
          failures++;
        }
      else
        g_assert_cmpint (count_of (fixture, words[0], words[1]), ==, 1);
    }
  return failures;
}

static void
check_all (Fixture *fixture, GPtrArray *texts)
{
  g_autoptr (IkrarLedgerReport) report = NULL;
  g_autoptr (GError) error = NULL;
  guint failures = 0;

  for (guint i = 0; i < DOORS; i++)
    failures += check_lines (fixture, ((GString *) g_ptr_array_index (texts, i))->str);
  /* A door sends its check-in again until the standby has taken over. */
  g_assert_cmpuint (failures, ==, 0);
  failures = check_lines (fixture, ((GString *) g_ptr_array_index (texts, DOORS))->str);
  g_test_message ("%u pledges were not acknowledged", failures);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark "
                                           "WHERE source = 'scan'"),
                   ==, PEOPLE);
  /* What was not acknowledged is there at most once. */
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM (SELECT participant_id FROM attendance_mark "
                              "GROUP BY participant_id HAVING COUNT(*) > 1) t"),
      ==, 0);
  g_assert_cmpint (fixture_count (fixture,
                                  "SELECT COUNT(*) FROM (SELECT participant_id FROM pledge "
                                  "GROUP BY participant_id HAVING COUNT(*) > 1) t"),
                   ==, 0);
  report = ikrar_ledger_verify (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->ok);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static void
test_acknowledged_is_there_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  Roster roster;
  pid_t pids[DOORS + 1];
  int outs[DOORS + 1];

  fill (fixture, &roster);
  for (guint i = 0; i <= DOORS; i++)
    pids[i] = process_start (fixture, play_desk, i, &roster, &outs[i]);
  kill_under_load (fixture);
  for (guint i = 0; i <= DOORS; i++)
    {
      GString *text = g_string_new (NULL);

      process_finish (pids[i], outs[i], text);
      g_ptr_array_add (texts, text);
    }
  fixture_reopen (fixture);
  check_all (fixture, texts);
  g_array_unref (roster.people);
  g_array_unref (roster.signers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/failover/acknowledged-is-there-once", Fixture, NULL, set_up,
              test_acknowledged_is_there_once, tear_down);
  return g_test_run ();
}
