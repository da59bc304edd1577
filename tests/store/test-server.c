/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* How a server's refusals and broken links look to whoever asked. */

#include <string.h>
#include <unistd.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/institution.h"
#include "store/postgres-private.h"
#include "store/process.h"
#include "store/raw.h"

#define DOORS 4
#define PEOPLE 120

static IkrarDb *
db_of (Fixture *fixture)
{
  return ikrar_store_get_db (fixture->store);
}

static void
ask (IkrarDb *db, const char *sql, GError **error)
{
  _ikrar_postgres_exec ((IkrarPostgresDb *) db, sql, error);
}

static void
put_setting (IkrarDb *db, const char *value, GError **error)
{
  ikrar_db_run (db, "setting_put", error, "tt", "uji", value);
}

static void
assert_setting (IkrarDb *db, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = ikrar_db_get_text (db, "setting_get", &error, "t", "uji");

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static void
run_unique (Fixture *fixture, GError **error)
{
  ikrar_db_run (db_of (fixture), "unit_put", error, "iitt", (gint64) 1, (gint64) 0, "A", "a");
  ikrar_db_run (db_of (fixture), "unit_put", error, "iitt", (gint64) 2, (gint64) 0, "A", "a");
}

static void
run_orphan (Fixture *fixture, GError **error)
{
  ikrar_db_run (db_of (fixture), "event_session_put", error, "iiitii", (gint64) 1, (gint64) 77,
                (gint64) 1, "Sesi", (gint64) 0, (gint64) 0);
}

static void
run_depended_on (Fixture *fixture, GError **error)
{
  ikrar_db_run (db_of (fixture), "event_delete", error, "i", fixture_add_event (fixture, "Apel"));
}

static void
run_against_guard (Fixture *fixture, GError **error)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");

  fixture_check_in (fixture, fixture_add_participant (fixture, event, "Budi"));
  ask (db_of (fixture), "DELETE FROM attendance_mark", error);
}

static void
run_truncate (Fixture *fixture, GError **error)
{
  ask (db_of (fixture), "TRUNCATE checkpoint", error);
}

static void
run_not_utf8 (Fixture *fixture, GError **error)
{
  put_setting (db_of (fixture), "\xff\xfe", error);
}

static void
run_too_large (Fixture *fixture, GError **error)
{
  g_autofree char *text = g_strnfill (17 * 1024 * 1024, 'x');

  put_setting (db_of (fixture), text, error);
}

static void
run_by_a_reader (Fixture *fixture, GError **error)
{
  ask (db_of (fixture), "SET default_transaction_read_only = on", NULL);
  put_setting (db_of (fixture), "1", error);
  ask (db_of (fixture), "SET default_transaction_read_only = off", NULL);
}

/* Whatever was refused, the connection goes on. */
static void
test_error_classes (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    void (*run) (Fixture *fixture, GError **error);
    IkrarStoreError code;
  } cases[] = {
    { run_unique, IKRAR_STORE_ERROR_DUPLICATE },
    { run_orphan, IKRAR_STORE_ERROR_CONFLICT },
    { run_depended_on, IKRAR_STORE_ERROR_CONFLICT },
    { run_against_guard, IKRAR_STORE_ERROR_CONFLICT },
    { run_truncate, IKRAR_STORE_ERROR_CONFLICT },
    { run_not_utf8, IKRAR_STORE_ERROR_INVALID },
    { run_too_large, IKRAR_STORE_ERROR_INVALID },
    { run_by_a_reader, IKRAR_STORE_ERROR_READ_ONLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      cases[i].run (fixture, &error);
      g_assert_error (error, IKRAR_STORE_ERROR, (int) cases[i].code);
      assert_setting (db_of (fixture), "");
    }
}

/* Half of a change is none, and the transaction is over. */
static void
test_error_ends_the_change (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarDb *db = db_of (fixture);

  g_assert_true (ikrar_db_begin (db, &error));
  put_setting (db, "1", &error);
  g_assert_no_error (error);
  run_unique (fixture, &error);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  ikrar_db_rollback (db);
  g_assert_false (ikrar_db_in_transaction (db));
  assert_setting (db, "");
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 0);
}

static void
test_busy (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);

  ask (other, "SET lock_timeout = '20ms'", &error);
  g_assert_true (ikrar_db_begin (db_of (fixture), &error));
  g_assert_false (ikrar_db_begin (other, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY);
  g_assert_false (ikrar_db_in_transaction (other));
  g_clear_error (&error);
  ikrar_db_rollback (db_of (fixture));
  g_assert_true (ikrar_db_begin (other, &error));
  g_assert_no_error (error);
}

typedef struct
{
  IkrarDb *db;
  int stopped;
} Interrupter;

/* A cancellation that comes before anything runs does nothing: it is said again. */
static gpointer
interrupt (gpointer data)
{
  Interrupter *self = data;

  while (!g_atomic_int_get (&self->stopped))
    {
      ikrar_db_interrupt (self->db);
      g_usleep (2000);
    }
  return NULL;
}

static void
test_interrupted (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);
  Interrupter interrupter = { .db = other };
  GThread *thread;

  g_assert_true (ikrar_db_begin (db_of (fixture), &error));
  thread = g_thread_new ("interrupter", interrupt, &interrupter);
  g_assert_false (ikrar_db_begin (other, &error));
  g_atomic_int_set (&interrupter.stopped, TRUE);
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every desk is thrown out. */
static void
break_links (const char *uri)
{
  raw_run (uri, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND application_name = 'ikrar'");
}

/* A link that broke in a change takes the change with it; one that broke in between is not missed.
 */
static void
test_broken_link (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarDb *db = db_of (fixture);

  g_assert_true (ikrar_db_begin (db, &error));
  put_setting (db, "1", &error);
  g_assert_no_error (error);
  break_links (fixture->path);
  put_setting (db, "2", &error);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST);
  g_clear_error (&error);
  g_assert_false (ikrar_db_commit (db, &error));
  g_assert_nonnull (error);
  g_assert_false (ikrar_db_in_transaction (db));
  assert_setting (db, "");
  break_links (fixture->path);
  g_clear_error (&error);
  g_assert_true (ikrar_setting_set (fixture->store, "uji", "3", &error));
  g_assert_no_error (error);
  assert_setting (db, "3");
}

static int
play_door (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;

  fprintf (out, "siap\n");
  for (guint i = number; i < ids->len; i += DOORS)
    {
      IkrarId participant = g_array_index (ids, IkrarId, i);
      guint8 nonce[IKRAR_NONCE_SIZE];
      IkrarCheckIn check = { .participant = participant, .source = "scan", .nonce = nonce };
      IkrarCheckInOutcome outcome;

      ikrar_nonce_new (nonce);
      if (ikrar_attendance_check_in (fixture->store, &check, &outcome, NULL))
        fprintf (out, "%s %" G_GINT64_FORMAT "\n", outcome.welcome ? "selamat" : "sudah",
                 participant);
      g_free (outcome.desk);
    }
  return 0;
}

/* Nobody was there before, so that "already in" would be the answer of a door to itself. */
static guint
check_acknowledged (Fixture *fixture, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint i = 0;

  for (; lines[i][0] != '\0'; i++)
    {
      g_autofree char *sql = NULL;

      g_assert_true (g_str_has_prefix (lines[i], "selamat "));
      sql = g_strdup_printf ("SELECT COUNT(*) FROM attendance_mark WHERE participant_id = %s",
                             lines[i] + strlen ("selamat "));
      g_assert_cmpint (fixture_count (fixture, sql), ==, 1);
    }
  return i;
}

/* Breaks every link now and then, until it is killed. */
static int
play_breaker (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (4711);

  for (;;)
    {
      break_links (fixture->path);
      g_usleep (g_rand_int_range (random, 0, 40000));
    }
  return 0;
}

static void
wait_until_open (int out)
{
  char byte;

  while (read (out, &byte, 1) == 1 && byte != '\n')
    ;
}

static void
test_links_break_all_the_time (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  pid_t pids[DOORS + 1];
  int outs[DOORS + 1];
  guint acknowledged = 0;

  for (guint i = 0; i < DOORS; i++)
    pids[i] = process_start (fixture, play_door, i, ids, &outs[i]);
  for (guint i = 0; i < DOORS; i++)
    wait_until_open (outs[i]);
  pids[DOORS] = process_start (fixture, play_breaker, 0, NULL, &outs[DOORS]);
  for (guint i = 0; i < DOORS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      process_finish (pids[i], outs[i], text);
      acknowledged += check_acknowledged (fixture, text->str);
    }
  process_kill (pids[DOORS], outs[DOORS]);
  g_test_message ("%u of %u were acknowledged", acknowledged, PEOPLE);
  g_assert_cmpuint (acknowledged, >, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) - COUNT(DISTINCT participant_id) "
                                           "FROM attendance_mark"),
                   ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/server/error-classes", test_error_classes);
  fixture_test ("/store/server/error-ends-the-change", test_error_ends_the_change);
  fixture_test ("/store/server/busy", test_busy);
  fixture_test ("/store/server/interrupted", test_interrupted);
  fixture_test ("/store/server/broken-link", test_broken_link);
  fixture_test ("/store/server/links-break-all-the-time", test_links_break_all_the_time);
  return g_test_run ();
}
