/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/attendance.h"
#include "store/backup-private.h"
#include "store/backup.h"
#include "store/ballast.h"
#include "store/certificate.h"
#include "store/error.h"
#include "store/fault.h"
#include "store/fixture.h"
#include "store/import.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/pledge.h"
#include "store/signing-key.h"

#define PEOPLE 20
#define STEPS_MAX 400

static const guint8 nonce[IKRAR_NONCE_SIZE] = { 4, 2 };

typedef struct
{
  Fixture fixture;
  IkrarId event;
  IkrarId other_event;
  GArray *ids;
  IkrarId entry; /* something to undo */
  char *copy;
  gsize copy_size;
} Full;

static void
set_up (Full *full, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarSecretKey) key = NULL;

  fixture_set_up (&full->fixture, NULL);
  full->event = fixture_add_event (&full->fixture, "Sosialisasi");
  full->other_event = fixture_add_event (&full->fixture, "Apel");
  full->ids = fixture_add_participants (&full->fixture, full->event, PEOPLE, FALSE);
  full->entry = ikrar_attendance_set (full->fixture.store, (IkrarId *) full->ids->data, PEOPLE / 2,
                                      0, IKRAR_ATTENDANCE_PRESENT, NULL, &error);
  key = ikrar_signing_key_get (full->fixture.store, 0, &error);
  g_assert_nonnull (ikrar_pledge_template_list (full->fixture.store, &error));
  g_assert_no_error (error);
  fixture_close (&full->fixture);
  g_file_get_contents (full->fixture.path, &full->copy, &full->copy_size, NULL);
}

static void
tear_down (Full *full, gconstpointer unused)
{
  fixture_tear_down (&full->fixture, NULL);
  g_array_unref (full->ids);
  g_free (full->copy);
}

static IkrarId
nobody_yet (Full *full)
{
  return g_array_index (full->ids, IkrarId, PEOPLE - 1);
}

static gboolean
check_in (Full *full, GError **error)
{
  IkrarCheckIn check = { .participant = nobody_yet (full), .source = "scan", .nonce = nonce };
  IkrarCheckInOutcome outcome;

  if (!ikrar_attendance_check_in (full->fixture.store, &check, &outcome, error))
    return FALSE;
  g_free (outcome.desk);
  return outcome.welcome;
}

static gboolean
sign (Full *full, GError **error)
{
  IkrarPledgeSigning signing = { .participant = nobody_yet (full), .nonce = nonce };

  return ikrar_pledge_sign (full->fixture.store, &signing, NULL, error) != 0;
}

static gboolean
recite (Full *full, GError **error)
{
  IkrarPledgeReciting reciting = { .event = full->event, .reader = "Wayan", .nonce = nonce };
  guint pledged;

  return ikrar_pledge_recite (full->fixture.store, &reciting, &pledged, NULL, error) != 0 &&
         pledged == PEOPLE / 2;
}

static gboolean
issue (Full *full, GError **error)
{
  guint issued;

  return ikrar_certificate_issue (full->fixture.store, full->event, NULL, 0, &issued, NULL,
                                  error) != 0;
}

static gboolean
undo (Full *full, GError **error)
{
  return ikrar_journal_undo (full->fixture.store, full->entry, error) != 0;
}

static gboolean
add_rows (IkrarImport *import, GError **error)
{
  for (guint i = 1; i <= 200; i++)
    {
      g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
      IkrarImportRow row = { .row = i, .verdict = "ok", .unit = "Dinas", .person = person };

      person->name = g_strdup_printf ("Orang %u", i);
      if (ikrar_import_add (import, &row, error) == IKRAR_IMPORT_FAILED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
import (Full *full, GError **error)
{
  g_autoptr (IkrarImport) roster =
      ikrar_import_begin (full->fixture.store, full->other_event, "a.xlsx", "", error);

  return roster != NULL && add_rows (roster, error) && ikrar_import_commit (roster, error) != 0;
}

/* With a query that tells whether it was done: 0 or 1, and never 2. */
static const struct
{
  const char *name;
  gboolean (*run) (Full *full, GError **error);
  const char *done;
} deeds[] = {
  { "check in", check_in,
    "SELECT COUNT(*) FROM attendance_mark m JOIN journal j ON j.id = m.journal_id "
    "WHERE j.action = 'attendance.check-in'" },
  { "sign", sign, "SELECT COUNT(*) FROM ledger_record" },
  { "recite", recite, "SELECT COUNT(*) / 10 FROM ledger_record" },
  { "issue", issue, "SELECT COUNT(*) / 10 FROM certificate" },
  { "undo", undo, "SELECT COUNT(*) / 10 FROM attendance_mark WHERE source = 'undo'" },
  { "import", import,
    "SELECT COUNT(*) / 200 FROM participant WHERE event_id <> (SELECT event_id "
    "FROM participant ORDER BY id LIMIT 1)" },
};

static void
start_afresh (Full *full)
{
  fixture_close (&full->fixture);
  g_assert_true (
      g_file_set_contents (full->fixture.path, full->copy, (gssize) full->copy_size, NULL));
  fixture_reopen (&full->fixture);
}

static void
assert_sound (Full *full)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarLedgerReport) report = NULL;

  g_assert_true (ikrar_db_check (ikrar_store_get_db (full->fixture.store), TRUE, &error));
  report = ikrar_ledger_verify (full->fixture.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->ok);
}

static void
assert_expected (const GError *error, FaultKind kind)
{
  if (kind == FAULT_GROW)
    g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FULL);
  else
    g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FAILED);
}

/* Fails the deed at its n-th operation. Returns whether there was one. */
static gboolean
fail_at (Full *full, guint deed, FaultKind kind, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gboolean done;

  start_afresh (full);
  before = fixture_dump (&full->fixture);
  fault_arm (kind, n);
  done = deeds[deed].run (full, &error);
  fault_clear ();
  g_assert_cmpint (done, ==, error == NULL);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (full->fixture.store)));
  if (done)
    g_assert_cmpint (fixture_count (&full->fixture, deeds[deed].done), ==, 1);
  else
    {
      g_autofree char *after = fixture_dump (&full->fixture);

      assert_expected (error, kind);
      g_assert_cmpstr (before, ==, after);
      /* There is room again: the program goes on, and the same write is done once. */
      g_clear_error (&error);
      g_assert_true (deeds[deed].run (full, &error));
      g_assert_cmpint (fixture_count (&full->fixture, deeds[deed].done), ==, 1);
    }
  fixture_reopen (&full->fixture);
  assert_sound (full);
  g_assert_cmpint (fixture_count (&full->fixture, deeds[deed].done), ==, 1);
  return fault_has_struck ();
}

static void
test_at_every_operation (Full *full, gconstpointer kind)
{
  for (guint deed = 0; deed < G_N_ELEMENTS (deeds); deed++)
    {
      guint steps = 0;

      while (steps < STEPS_MAX && fail_at (full, deed, GPOINTER_TO_UINT (kind), steps))
        steps += 1 + steps / 8;
      g_test_message ("%s: up to operation %u", deeds[deed].name, steps);
      g_assert_cmpuint (steps, >, 0);
      g_assert_cmpuint (steps, <, STEPS_MAX);
    }
}

static guint64
bytes_on_disk (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_blocks * 512 : 0;
}

static void
test_ballast_file (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = ikrar_ballast_path (fixture->path);

  g_assert_cmpuint (bytes_on_disk (path), >=, IKRAR_BALLAST_SIZE);
  ikrar_ballast_keep (fixture->path);
  g_assert_true (ikrar_ballast_drop (fixture->path));
  g_assert_false (ikrar_ballast_drop (fixture->path));
  g_assert_cmpuint (bytes_on_disk (path), ==, 0);
  ikrar_ballast_keep ("/tidak/ada/ikrar.db");
  fixture_reopen (fixture);
  g_assert_cmpuint (bytes_on_disk (path), >=, IKRAR_BALLAST_SIZE);
}

/* The disk is full until the ballast is gone: one change fails and is told, the next one works. */
static void
test_ballast_makes_room (Full *full, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ikrar_ballast_path (full->fixture.path);

  start_afresh (full);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  fault_full_while (path);
  g_assert_false (check_in (full, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (check_in (full, &error));
  g_assert_no_error (error);
  fault_full_while (NULL);
  assert_sound (full);
}

/* Files: what stands there stays, and nothing half written is left. */
static int
write_with_little_room (Full *full, const char *backup, const char *exported)
{
  g_autoptr (GFile) file = g_file_new_for_path (exported);
  struct rlimit limit;
  guint failures = 0;

  fixture_reopen (&full->fixture);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  for (guint size = 0; size < 400 * 1024; size += 24 * 1024)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) other = NULL;

      limit.rlim_cur = size;
      setrlimit (RLIMIT_FSIZE, &limit);
      failures += !ikrar_backup_write (full->fixture.store, backup, NULL, NULL, &error);
      failures += !ikrar_ledger_export (full->fixture.store, file, NULL, &other);
      if ((error != NULL && !g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FULL)) ||
          fixture_count_files (full->fixture.folder, ".part") > 0)
        return 1;
    }
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_FSIZE, &limit);
  return failures > 3 && ikrar_backup_write (full->fixture.store, backup, NULL, NULL, NULL) ? 0 : 2;
}

static void
test_files (Full *full, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = g_build_filename (full->fixture.folder, "cadangan.db", NULL);
  g_autofree char *exported = g_build_filename (full->fixture.folder, "ekspor.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (exported);
  pid_t pid;
  int status;

  start_afresh (full);
  g_assert_true (sign (full, &error) && issue (full, &error));
  g_assert_true (ikrar_backup_write (full->fixture.store, backup, NULL, NULL, &error));
  g_assert_true (ikrar_ledger_export (full->fixture.store, file, NULL, &error));
  g_assert_no_error (error);
  fixture_close (&full->fixture);
  pid = fork ();
  if (pid == 0)
    _exit (write_with_little_room (full, backup, exported));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (_ikrar_backup_verify (backup, NULL, &error));
  fixture_reopen (&full->fixture);
  assert_sound (full);
}

/* The database itself under a limit, as under a quota: told as a full disk. */
static int
write_under_a_limit (Full *full)
{
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  fixture_reopen (&full->fixture);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = 8192;
  setrlimit (RLIMIT_FSIZE, &limit);
  if (import (full, &error) || !g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FULL))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "it was imported");
      return 1;
    }
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_FSIZE, &limit);
  ok = import (full, NULL);
  fixture_close (&full->fixture);
  return ok ? 0 : 2;
}

static void
test_quota (Full *full, gconstpointer unused)
{
  pid_t pid;
  int status;

  start_afresh (full);
  fixture_close (&full->fixture);
  pid = fork ();
  if (pid == 0)
    _exit (write_under_a_limit (full));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);
  fixture_reopen (&full->fixture);
  assert_sound (full);
}

#define full_test(path, data, function) g_test_add (path, Full, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_install ();
  full_test ("/store/full/disk", GUINT_TO_POINTER (FAULT_GROW), test_at_every_operation);
  full_test ("/store/full/failing-writes", GUINT_TO_POINTER (FAULT_WRITE), test_at_every_operation);
  full_test ("/store/full/failing-syncs", GUINT_TO_POINTER (FAULT_SYNC), test_at_every_operation);
  fixture_test ("/store/full/ballast-file", test_ballast_file);
  full_test ("/store/full/ballast-makes-room", NULL, test_ballast_makes_room);
  full_test ("/store/full/files", NULL, test_files);
  full_test ("/store/full/quota", NULL, test_quota);
  return g_test_run ();
}
