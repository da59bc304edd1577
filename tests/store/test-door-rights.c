/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* What a desk does with the rights of a door: on a server only. */

#include "store/attendance.h"
#include "store/cluster.h"
#include "store/error.h"
#include "store/event-replica.h"
#include "store/journal.h"
#include "store/raw.h"
#include "store/sealed-log.h"
#include "store/sql.h"

static IkrarStore *
open_as_door (SealedLog *log, char **uri)
{
  static const IkrarSqlMacro no_macros[] = { { NULL } };
  g_autofree char *script = ikrar_sql_script ("roles-postgres", no_macros);
  g_autofree char *own =
      g_strdup_printf ("INSERT INTO door_event VALUES ('pintu', %" IKRAR_ID_FORMAT ")", log->event);
  g_auto (GStrv) parts = g_strsplit (log->fixture.path, "ikrar@", 2);
  g_autoptr (GError) error = NULL;
  IkrarStore *store;

  raw_run (log->fixture.path, script);
  raw_run (log->fixture.path,
           "DROP ROLE IF EXISTS pintu; CREATE ROLE pintu LOGIN IN ROLE ikrar_door");
  raw_run (log->fixture.path, own);
  *uri = g_strjoinv ("pintu@", parts);
  store = ikrar_store_open (*uri, IKRAR_DB_OPEN, &error);
  g_assert_no_error (error);
  return store;
}

static void
check_in (IkrarStore *store, IkrarId participant)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check_in = { .participant = participant, .source = "scan", .nonce = nonce };
  IkrarCheckInOutcome outcome = { 0 };
  g_autoptr (GError) error = NULL;

  ikrar_nonce_new (nonce);
  ikrar_attendance_check_in (store, &check_in, &outcome, &error);
  g_assert_no_error (error);
  g_assert_true (outcome.welcome);
  g_free (outcome.desk);
}

/* The replica is filled, somebody checks in there, and it is carried back. */
static void
test_replica (SealedLog *log, gconstpointer unused)
{
  IkrarId guest = fixture_add_participant (&log->fixture, log->event, "Tamu");
  g_autofree char *uri = NULL;
  g_autofree char *count = NULL;
  g_autoptr (IkrarStore) door = open_as_door (log, &uri);
  g_autoptr (IkrarStore) replica = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  count = g_strdup_printf ("SELECT COUNT(*) FROM attendance_mark WHERE participant_id = "
                           "%" IKRAR_ID_FORMAT " AND state = 'H'",
                           guest);
  before = raw_get_int (log->fixture.path, count);
  replica = ikrar_event_replica_open (uri, log->event, IKRAR_DB_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (ikrar_event_replica_refresh (replica, door, log->event, &error));
  g_assert_no_error (error);
  check_in (replica, guest);
  g_assert_true (ikrar_event_replica_deliver (replica, door, log->event, &error));
  g_assert_no_error (error);
  g_assert_cmpint (raw_get_int (log->fixture.path, count), ==, before + 1);
}

/* To take a check-in back belongs to it. */
static void
test_undo (SealedLog *log, gconstpointer unused)
{
  g_autofree char *uri = NULL;
  g_autoptr (IkrarStore) door = open_as_door (log, &uri);
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = fixture_add_participant (&log->fixture, log->event, "Tamu"),
                         .source = "scan",
                         .nonce = nonce };
  IkrarCheckInOutcome outcome = { 0 };

  ikrar_nonce_new (nonce);
  g_assert_true (ikrar_attendance_check_in (door, &check, &outcome, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ikrar_journal_undo (door, outcome.journal, &error), !=, 0);
  g_assert_no_error (error);
  g_free (outcome.desk);
}

static void
test_other_event (SealedLog *log, gconstpointer unused)
{
  g_autofree char *uri = NULL;
  g_autoptr (IkrarStore) door = open_as_door (log, &uri);
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  event = ikrar_event_get (door, log->other_event, &error);
  g_assert_null (event);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/door-rights/replica", test_replica);
  sealed_log_test ("/door-rights/undo", test_undo);
  sealed_log_test ("/door-rights/other-event", test_other_event);
  return g_test_run ();
}
