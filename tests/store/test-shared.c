/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* What many desks do with one database of a server at the same time. */

#include <string.h>

#include "store/attendance.h"
#include "store/cluster.h"
#include "store/error.h"
#include "store/institution.h"
#include "store/ledger.h"
#include "store/migration.h"
#include "store/process.h"
#include "store/raw.h"
#include "store/sealed-log.h"

#define STARTERS 10
#define DESKS 16
#define PEOPLE 60
#define SIGNINGS 6

static int
play_starter (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  g_autofree char *name = g_strdup_printf ("proses-%u", number);

  return ikrar_setting_set (fixture->store, name, "ada", NULL) ? 0 : 1;
}

/* Whoever comes first makes the tables, once; a second time would fail, as they are there. */
static void
test_starting_together (Fixture *fixture, gconstpointer unused)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GPtrArray) texts = NULL;

      fixture_close (fixture);
      cluster_drop_database (fixture->path);
      g_free (fixture->path);
      fixture->path = cluster_make_empty_database ();
      texts = process_crowd (fixture, STARTERS, play_starter, NULL);
      g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM setting WHERE value = 'ada'"),
                       ==, STARTERS);
      g_assert_cmpint (ikrar_db_get_schema (ikrar_store_get_db (fixture->store)), ==,
                       ikrar_migration_newest ());
    }
}

static void
sit_down_at (Fixture *fixture, guint number)
{
  g_autofree char *desk = g_strdup_printf ("Meja-%u", number);

  ikrar_store_set_actor (fixture->store, "penguji", desk);
  fixture->now += number;
}

/* Everybody of the list, in the same order at every desk. */
static int
play_door (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;

  sit_down_at (fixture, number);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) error = NULL;
      guint8 nonce[IKRAR_NONCE_SIZE];
      IkrarCheckIn check_in = { .participant = g_array_index (ids, IkrarId, i),
                                .source = "scan",
                                .nonce = nonce };
      IkrarCheckInOutcome outcome;

      ikrar_nonce_new (nonce);
      ikrar_attendance_check_in (fixture->store, &check_in, &outcome, &error);
      g_assert_no_error (error);
      fprintf (out, "%s %s %" G_GINT64_FORMAT "\n", outcome.welcome ? "selamat" : "sudah",
               outcome.desk, outcome.at);
      g_free (outcome.desk);
    }
  return 0;
}

/* One desk said welcome, with its own name and time; the others told just these. */
static void
check_person (char ***lines, guint place)
{
  const char *told = NULL;
  guint welcomes = 0;

  for (guint desk = 0; desk < DESKS; desk++)
    {
      const char *line = lines[desk][place];
      const char *rest = strchr (line, ' ');
      g_autofree char *own = g_strdup_printf (" Meja-%u ", desk);

      g_assert_nonnull (rest);
      if (g_str_has_prefix (line, "selamat"))
        {
          welcomes++;
          g_assert_true (g_str_has_prefix (rest, own));
        }
      if (told != NULL)
        g_assert_cmpstr (rest, ==, told);
      told = rest;
    }
  g_assert_cmpuint (welcomes, ==, 1);
}

static void
test_one_welcome (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  g_autoptr (GPtrArray) texts = process_crowd (fixture, DESKS, play_door, ids);
  char **lines[DESKS];

  for (guint desk = 0; desk < DESKS; desk++)
    lines[desk] = g_strsplit (g_ptr_array_index (texts, desk), "\n", -1);
  for (guint place = 0; place < PEOPLE; place++)
    check_person (lines, place);
  for (guint desk = 0; desk < DESKS; desk++)
    g_strfreev (lines[desk]);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, PEOPLE);
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM journal WHERE action = 'attendance.check-in'"),
      ==, PEOPLE);
}

/* What one retries is known by its nonce, at whatever desk it arrives first. */
static int
play_repeater (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;

  sit_down_at (fixture, number);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) error = NULL;
      guint8 nonce[IKRAR_NONCE_SIZE] = { (guint8) (i + 1) };
      IkrarCheckIn check_in = { .participant = g_array_index (ids, IkrarId, i),
                                .source = "scan",
                                .nonce = nonce };
      IkrarCheckInOutcome outcome;

      ikrar_attendance_check_in (fixture->store, &check_in, &outcome, &error);
      g_assert_no_error (error);
      g_free (outcome.desk);
    }
  return 0;
}

static void
test_same_nonce (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  g_autoptr (GPtrArray) texts = process_crowd (fixture, 4, play_repeater, ids);

  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, PEOPLE);
}

static int
play_signer (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;

  sit_down_at (fixture, number);
  for (guint i = 0; i < SIGNINGS; i++)
    sealed_log_sign (fixture, g_array_index (ids, IkrarId, number * SIGNINGS + i));
  return 0;
}

static void
test_sealed_log (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, DESKS * SIGNINGS, TRUE);
  g_autoptr (GPtrArray) texts = process_crowd (fixture, DESKS, play_signer, ids);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarLedgerReport) report = ikrar_ledger_verify (fixture->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (report->ok);
  g_assert_cmpuint (report->size, ==, DESKS * SIGNINGS);
  g_assert_cmpint (fixture_count (fixture, "SELECT MAX(idx) - MIN(idx) + 1 FROM ledger_record"), ==,
                   DESKS * SIGNINGS);
  /* The server noted when each of them came to be. */
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM (SELECT pg_xact_commit_timestamp(xmin) AS at, "
                              "LAG(pg_xact_commit_timestamp(xmin)) OVER (ORDER BY idx) AS before "
                              "FROM ledger_record) t WHERE at < before"),
      ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/shared/starting-together", test_starting_together);
  fixture_test ("/store/shared/one-welcome", test_one_welcome);
  fixture_test ("/store/shared/same-nonce", test_same_nonce);
  fixture_test ("/store/shared/sealed-log", test_sealed_log);
  return g_test_run ();
}
