/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/ledger.h"

#include <glib/gstdio.h>
#include <string.h>

#include "seal/checkpoint.h"
#include "seal/ledger-file.h"
#include "store/error.h"
#include "store/process.h"
#include "store/sealed-log.h"
#include "store/signing-key.h"

#define WRITERS 5
#define SIGNINGS 8

static void
checkpoint (Fixture *fixture, char **note)
{
  g_autoptr (GError) error = NULL;

  ikrar_ledger_checkpoint (fixture->store, note, &error);
  g_assert_no_error (error);
}

static void
export_to (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  ikrar_ledger_export (fixture->store, file, NULL, &error);
  g_assert_no_error (error);
}

static IkrarLedgerVerdict *
verify_file (const char *path, const IkrarPublicKey *trusted)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  g_autoptr (GError) error = NULL;
  IkrarLedgerVerdict *verdict =
      ikrar_ledger_file_verify (G_INPUT_STREAM (input), trusted, NULL, &error);

  g_assert_no_error (error);
  return verdict;
}

static IkrarPublicKey
institution_key (Fixture *fixture)
{
  g_autoptr (GArray) keys = ikrar_signing_key_list (fixture->store, NULL);

  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, IkrarPublicKeyLine, i).event == 0)
      return g_array_index (keys, IkrarPublicKeyLine, i).public_key;
  g_assert_not_reached ();
}

static char *
path_in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
test_state (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (IkrarLedgerState) state = { 0 };
  g_autoptr (IkrarLedgerReport) report = sealed_log_verify (log);
  g_autoptr (GPtrArray) lines = NULL;

  ikrar_ledger_get_state (log->fixture.store, &state, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (state.size, ==, SEALED_LOG_SIZE);
  g_assert_cmpuint (state.sealed, ==, SEALED_LOG_CHECKPOINT);
  g_assert_cmpuint (state.checkpoints, ==, 1);
  g_assert_true (ikrar_digest_equal (&state.root, &report->root));
  g_assert_true (g_str_has_prefix (state.origin, "ikrar.local/"));
  lines = ikrar_ledger_checkpoints (log->fixture.store, 10, &error);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpuint (((IkrarCheckpointLine *) g_ptr_array_index (lines, 0))->size, ==,
                    SEALED_LOG_CHECKPOINT);
}

static void
test_checkpoint_once (SealedLog *log, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_auto (IkrarCheckpoint) opened = { 0 };
  IkrarPublicKey key = institution_key (&log->fixture);

  checkpoint (&log->fixture, &first);
  checkpoint (&log->fixture, &second);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (fixture_count (&log->fixture, "SELECT COUNT(*) FROM checkpoint"), ==, 2);
  g_assert_true (ikrar_checkpoint_open (first, &key, NULL, &opened, NULL));
  g_assert_cmpuint (opened.size, ==, SEALED_LOG_SIZE);
}

static void
test_empty_log (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = path_in (fixture, "ekspor.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (IkrarLedgerState) state = { 0 };
  g_autoptr (IkrarLedgerReport) report = ikrar_ledger_verify (fixture->store, NULL, &error);
  char *note = (char *) "";

  g_assert_true (report->ok);
  g_assert_cmpuint (report->size, ==, 0);
  ikrar_ledger_get_state (fixture->store, &state, &error);
  g_assert_cmpuint (state.size, ==, 0);
  checkpoint (fixture, &note);
  g_assert_null (note);
  g_assert_no_error (error);
  g_assert_false (ikrar_ledger_export (fixture->store, file, NULL, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_export (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (&log->fixture, "ekspor.txt");
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;
  IkrarPublicKey key = institution_key (&log->fixture);
  IkrarPublicKey other = { { 1 } };

  export_to (&log->fixture, path);
  verdict = verify_file (path, &key);
  g_assert_true (verdict->genuine);
  g_assert_true (verdict->key_trusted);
  g_assert_cmpuint (verdict->records, ==, SEALED_LOG_SIZE);
  g_assert_cmpuint (verdict->sealed, ==, SEALED_LOG_SIZE);
  g_assert_false (fixture_file_has (path, "Peserta"));
  g_clear_pointer (&verdict, ikrar_ledger_verdict_free);
  verdict = verify_file (path, &other);
  g_assert_false (verdict->genuine);
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, ".part"), ==, 0);
}

static void
on_progress (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* What stood at the place stays if the export ends early. */
static void
test_export_cancelled (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (&log->fixture, "ekspor.txt");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  IkrarProgress progress = { .report = on_progress,
                             .user_data = cancellable,
                             .cancellable = cancellable };

  export_to (&log->fixture, path);
  before = fixture_digest (path);
  sealed_log_sign (&log->fixture, g_array_index (log->participants, IkrarId, 2));
  g_assert_false (ikrar_ledger_export (log->fixture.store, file, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, ".part"), ==, 0);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (log->fixture.store)));
}

/* An older copy of the database is put back: it fits itself, but not what was kept outside. */
static void
test_rolled_back (SealedLog *log, gconstpointer unused)
{
  Fixture *fixture = &log->fixture;
  g_autofree char *old_copy = fixture_keep (fixture);
  g_autofree char *kept = path_in (fixture, "ekspor-1.txt");
  g_autofree char *later = path_in (fixture, "ekspor-2.txt");
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;
  g_autoptr (IkrarLedgerReport) report = NULL;
  IkrarPublicKey key;

  fixture_reopen (fixture);
  key = institution_key (fixture);
  sealed_log_sign (fixture, g_array_index (log->participants, IkrarId, 2));
  sealed_log_sign (fixture, g_array_index (log->participants, IkrarId, 3));
  checkpoint (fixture, &note);
  export_to (fixture, kept);
  g_assert_true (ikrar_ledger_check_note (fixture->store, note, &error));
  fixture_put_back (fixture, old_copy);
  report = sealed_log_verify (log);
  g_assert_true (report->ok);
  g_assert_false (ikrar_ledger_check_note (fixture->store, note, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  /* Growing beyond it again does not help: the records are others. */
  for (guint i = 4; i < 7; i++)
    sealed_log_sign (fixture, g_array_index (log->participants, IkrarId, i));
  export_to (fixture, later);
  g_assert_false (ikrar_ledger_check_note (fixture->store, note, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT);
  verdict = verify_file (kept, &key);
  g_assert_true (verdict->genuine);
  g_assert_cmpuint (verdict->sealed, ==, SEALED_LOG_SIZE + 2);
}

static void
test_foreign_note (SealedLog *log, gconstpointer unused)
{
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();
  IkrarCheckpoint claim = { .origin = (char *) "kantor.lain", .size = 3 };
  g_autofree char *note = ikrar_checkpoint_sign (&claim, key, "kantor.lain");
  g_autoptr (GError) error = NULL;

  g_assert_false (ikrar_ledger_check_note (log->fixture.store, note, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ikrar_ledger_check_note (log->fixture.store, "", &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
}

/* Half of the processes sign pledges, the others seal and export meanwhile. */
static int
play_writer (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;
  g_autofree char *name = g_strdup_printf ("ekspor-%u.txt", number);
  g_autofree char *path = path_in (fixture, name);

  for (guint i = 0; i < SIGNINGS; i++)
    {
      sealed_log_sign (fixture, g_array_index (ids, IkrarId, number * SIGNINGS + i));
      if (number % 2 == 0)
        checkpoint (fixture, NULL);
      else
        export_to (fixture, path);
    }
  return 0;
}

static void
test_processes_append (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, WRITERS * SIGNINGS, TRUE);
  g_autoptr (GPtrArray) texts = process_crowd (fixture, WRITERS, play_writer, ids);
  g_autoptr (IkrarLedgerReport) report = ikrar_ledger_verify (fixture->store, NULL, NULL);
  g_autoptr (GArray) keys = ikrar_signing_key_list (fixture->store, NULL);

  g_assert_true (report->ok);
  g_assert_cmpuint (report->size, ==, WRITERS * SIGNINGS);
  g_assert_cmpint (fixture_count (fixture, "SELECT MAX(idx) - MIN(idx) + 1 FROM ledger_record"), ==,
                   WRITERS * SIGNINGS);
  /* One key for all, one wording, one template. */
  g_assert_cmpuint (keys->len, ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pledge_wording"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pledge_text"), ==, 1);
  for (guint i = 1; i < WRITERS; i += 2)
    {
      g_autofree char *name = g_strdup_printf ("ekspor-%u.txt", i);
      g_autofree char *path = path_in (fixture, name);
      g_autoptr (IkrarLedgerVerdict) verdict =
          verify_file (path, &g_array_index (keys, IkrarPublicKeyLine, 0).public_key);

      g_assert_true (verdict->genuine);
    }
}

/* Two connections of one process, each with its own view of the key file. */
static void
test_one_key_for_all (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarStore) other = ikrar_store_open_checked (fixture->path, &error);
  g_autoptr (IkrarSecretKey) first = NULL;
  g_autoptr (IkrarSecretKey) second = NULL;

  g_assert_nonnull (ikrar_store_get_keyring (other, &error));
  first = ikrar_signing_key_get (fixture->store, 0, &error);
  second = ikrar_signing_key_get (other, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (ikrar_secret_key_get_public (first)->bytes, IKRAR_PUBLIC_KEY_SIZE,
                   ikrar_secret_key_get_public (second)->bytes, IKRAR_PUBLIC_KEY_SIZE);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM signing_key"), ==, 1);
}

static void
test_damaged_key_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ikrar_store_own_file (fixture->store, ".keys");
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "bukan kunci\n", -1, NULL));
  g_assert_null (ikrar_signing_key_get (fixture->store, 0, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NO_KEY);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (fixture->store)));
}

/* A value that cannot be sealed ends the whole change. */
static void
test_refused_value (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarRecord record = { .kind = IKRAR_RECORD_PLEDGE_REVOKED, .subject = 1, .refers_to = -1 };
  const IkrarLedgerField field = { IKRAR_FIELD_REASON, "\xff" };
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (log->fixture.store, "uji", 0, 0, NULL, NULL, &error);

  g_assert_false (ikrar_ledger_append (change, &record, &field, 1, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
}

static void
test_verify_cancelled (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  IkrarProgress progress = { .report = on_progress,
                             .user_data = cancellable,
                             .cancellable = cancellable };

  g_assert_null (ikrar_ledger_verify (log->fixture.store, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (log->fixture.store)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/store/ledger/state", test_state);
  sealed_log_test ("/store/ledger/checkpoint-once", test_checkpoint_once);
  fixture_test ("/store/ledger/empty-log", test_empty_log);
  sealed_log_test ("/store/ledger/export", test_export);
  sealed_log_test ("/store/ledger/export-cancelled", test_export_cancelled);
  sealed_log_test ("/store/ledger/rolled-back", test_rolled_back);
  sealed_log_test ("/store/ledger/foreign-note", test_foreign_note);
  fixture_test ("/store/ledger/processes-append", test_processes_append);
  fixture_test ("/store/ledger/one-key-for-all", test_one_key_for_all);
  fixture_test ("/store/ledger/damaged-key-file", test_damaged_key_file);
  sealed_log_test ("/store/ledger/refused-value", test_refused_value);
  sealed_log_test ("/store/ledger/verify-cancelled", test_verify_cancelled);
  return g_test_run ();
}
