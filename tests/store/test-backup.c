/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "seal/error.h"
#include "store/backup-private.h"
#include "store/error.h"
#include "store/file-private.h"
#include "store/institution.h"
#include "store/process.h"
#include "store/raw.h"
#include "store/sealed-log.h"
#include "store/signing-key.h"

#define PASSPHRASE "kata sandi yang panjang"
#define DAY_MS (24 * 60 * 60 * 1000)

static char *
path_in (SealedLog *log, const char *name)
{
  return g_build_filename (log->fixture.folder, name, NULL);
}

static void
write_backup (SealedLog *log, const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  ikrar_backup_write (log->fixture.store, path, passphrase, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_private (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static void
assert_restored (SealedLog *log, const char *before)
{
  g_autofree char *after = NULL;
  g_autoptr (IkrarLedgerReport) report = NULL;

  fixture_reopen (&log->fixture);
  after = fixture_dump (&log->fixture);
  g_assert_cmpstr (before, ==, after);
  report = sealed_log_verify (log);
  g_assert_true (report->ok);
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, ".part"), ==, 0);
}

static void
test_plain (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.db");
  g_autofree char *keys = g_strconcat (log->fixture.path, ".keys", NULL);
  g_autofree char *before = fixture_dump (&log->fixture);

  write_backup (log, backup, NULL);
  assert_private (backup);
  g_assert_true (_ikrar_backup_verify (backup, NULL, &error));
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, "cadangan.db-"), ==, 0);
  fixture_close (&log->fixture);
  g_unlink (log->fixture.path);
  g_unlink (keys);
  g_assert_true (ikrar_backup_restore (backup, NULL, log->fixture.path, &error));
  g_assert_no_error (error);
  assert_restored (log, before);
  /* A plain backup never holds the keys. */
  g_assert_false (g_file_test (keys, G_FILE_TEST_EXISTS));
}

static void
test_sealed (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.ikrb");
  g_autofree char *keys = g_strconcat (log->fixture.path, ".keys", NULL);
  g_autofree char *before = fixture_dump (&log->fixture);
  g_autoptr (IkrarSecretKey) key = NULL;

  write_backup (log, backup, PASSPHRASE);
  assert_private (backup);
  g_assert_false (fixture_file_has (backup, "Peserta"));
  g_assert_false (fixture_file_has (backup, "SQLite"));
  fixture_close (&log->fixture);
  g_unlink (log->fixture.path);
  g_unlink (keys);
  g_assert_true (ikrar_backup_restore (backup, PASSPHRASE, log->fixture.path, &error));
  g_assert_no_error (error);
  assert_restored (log, before);
  /* The key came back: none is made anew. */
  key = ikrar_signing_key_get (log->fixture.store, 0, &error);
  g_assert_nonnull (key);
  g_assert_cmpint (fixture_count (&log->fixture, "SELECT COUNT(*) FROM signing_key"), ==, 1);
}

static void
test_set_passphrase (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.ikrb");

  g_assert_false (ikrar_backup_has_passphrase (log->fixture.store));
  g_assert_true (ikrar_backup_set_passphrase (log->fixture.store, PASSPHRASE, &error));
  g_assert_true (ikrar_backup_has_passphrase (log->fixture.store));
  write_backup (log, backup, NULL);
  g_assert_true (_ikrar_backup_looks_sealed (backup));
  g_assert_true (ikrar_backup_set_passphrase (log->fixture.store, NULL, &error));
  g_assert_false (ikrar_backup_has_passphrase (log->fixture.store));
  write_backup (log, backup, NULL);
  g_assert_false (_ikrar_backup_looks_sealed (backup));
  g_assert_no_error (error);
}

static void
cut (const char *path, gsize size)
{
  g_assert_cmpint (truncate (path, (off_t) size), ==, 0);
}

static void
make_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "bukan cadangan", -1, NULL));
}

static void
make_foreign (const char *path)
{
  g_unlink (path);
  raw_run (path, "CREATE TABLE lain (a); INSERT INTO lain VALUES (1)");
}

static void
make_newer (const char *path)
{
  raw_run (path, "PRAGMA user_version=9");
}

static void
make_short (const char *path)
{
  cut (path, 20000);
}

static void
make_empty (const char *path)
{
  cut (path, 0);
}

static void
make_tampered (const char *path)
{
  raw_run (path, "DROP TRIGGER ledger_record_stays; DELETE FROM ledger_record WHERE idx=4");
}

static void
flip_last_byte (const char *path)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, NULL);
  contents[size - 30] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

static void
leave (const char *path)
{
}

static void
remove_it (const char *path)
{
  g_unlink (path);
}

/* Whatever is wrong with a backup: the database stays as it is, and nothing lies beside it. */
static void
test_refusals (SealedLog *log, gconstpointer unused)
{
  const struct
  {
    gboolean sealed;
    void (*spoil) (const char *path);
    const char *passphrase;
    GQuark domain;
    int code;
  } cases[] = {
    { FALSE, make_text, NULL, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN },
    { FALSE, make_foreign, NULL, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN },
    { FALSE, make_newer, NULL, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_TOO_NEW },
    { FALSE, make_short, NULL, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT },
    { FALSE, make_empty, NULL, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN },
    { FALSE, make_tampered, NULL, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT },
    { TRUE, leave, "salah", IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE },
    { TRUE, leave, NULL, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE },
    { TRUE, make_short, PASSPHRASE, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_ALTERED },
    { TRUE, flip_last_byte, PASSPHRASE, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_ALTERED },
    { FALSE, remove_it, NULL, G_IO_ERROR, G_IO_ERROR_NOT_FOUND },
  };
  g_autofree char *before = fixture_dump (&log->fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *backup = path_in (log, "cadangan");
      g_autofree char *digest = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      write_backup (log, backup, cases[i].sealed ? PASSPHRASE : NULL);
      cases[i].spoil (backup);
      fixture_close (&log->fixture);
      digest = fixture_digest (log->fixture.path);
      g_assert_false (
          ikrar_backup_restore (backup, cases[i].passphrase, log->fixture.path, &error));
      g_assert_error (error, cases[i].domain, cases[i].code);
      if (error->domain == IKRAR_STORE_ERROR)
        g_assert_nonnull (strstr (error->message, backup));
      after = fixture_digest (log->fixture.path);
      g_assert_cmpstr (digest, ==, after);
      g_assert_cmpuint (fixture_count_files (log->fixture.folder, "before-restore"), ==, 0);
      assert_restored (log, before);
    }
}

static void
test_open_elsewhere (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.db");
  g_autofree char *before = fixture_dump (&log->fixture);

  write_backup (log, backup, NULL);
  g_assert_false (ikrar_backup_restore (backup, NULL, log->fixture.path, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY);
  assert_restored (log, before);
}

static int
play_holder (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  fprintf (out, "terbuka\n");
  g_usleep (30 * G_USEC_PER_SEC);
  return 0;
}

static void
test_open_in_another_process (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.db");
  char byte;
  pid_t pid;
  int out;

  write_backup (log, backup, NULL);
  pid = process_start (&log->fixture, play_holder, 0, NULL, &out);
  g_assert_cmpint (read (out, &byte, 1), ==, 1);
  g_assert_false (ikrar_backup_restore (backup, NULL, log->fixture.path, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY);
  process_kill (pid, out);
  g_clear_error (&error);
  g_assert_true (ikrar_backup_restore (backup, NULL, log->fixture.path, &error));
  g_assert_no_error (error);
}

static void
test_keeps_what_was_there (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.db");
  g_autofree char *kept = g_strconcat (log->fixture.path, ".before-restore", NULL);
  g_autofree char *first = fixture_dump (&log->fixture);
  g_autofree char *second = NULL;

  write_backup (log, backup, NULL);
  fixture_add_event (&log->fixture, "Sesudah cadangan");
  second = fixture_dump (&log->fixture);
  fixture_close (&log->fixture);
  g_assert_true (ikrar_backup_restore (backup, NULL, log->fixture.path, &error));
  assert_restored (log, first);
  fixture_close (&log->fixture);
  /* What was kept is a backup itself. */
  g_assert_true (ikrar_backup_restore (kept, NULL, log->fixture.path, &error));
  g_assert_no_error (error);
  assert_restored (log, second);
}

/* The database is gone or damaged, its journal is not: it must not be played into the new one. */
static void
test_stale_journals (SealedLog *log, gconstpointer unused)
{
  static const char *const suffixes[] = { "-wal", "-journal", "-shm" };
  g_autofree char *backup = path_in (log, "cadangan.db");
  g_autofree char *before = fixture_dump (&log->fixture);
  g_autofree char *wal = g_strconcat (log->fixture.path, "-wal", NULL);
  g_autofree char *frames = NULL;
  gsize size;

  write_backup (log, backup, NULL);
  fixture_add_event (&log->fixture, "Belum dipindahkan");
  g_assert_true (g_file_get_contents (wal, &frames, &size, NULL));
  g_assert_cmpuint (size, >, 0);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *stale = g_strconcat (log->fixture.path, suffixes[i / 2], NULL);

      fixture_close (&log->fixture);
      if (i % 2 == 0)
        g_unlink (log->fixture.path);
      else
        make_text (log->fixture.path);
      g_assert_true (g_file_set_contents (stale, frames, (gssize) size, NULL));
      g_assert_true (ikrar_backup_restore (backup, NULL, log->fixture.path, &error));
      g_assert_no_error (error);
      g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
      assert_restored (log, before);
    }
}

static void
on_progress (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IkrarProgress progress = { on_progress, cancellable, cancellable };
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_backup (log, backup, NULL);
  before = fixture_digest (backup);
  fixture_add_event (&log->fixture, "Sesudah cadangan");
  g_assert_false (ikrar_backup_write (log->fixture.store, backup, NULL, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_digest (backup);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, ".part"), ==, 0);
}

static GDate *
day_of_name (const char *name)
{
  guint day = 0;

  if (strlen (name) != strlen ("ikrar-20241107.db") || sscanf (name, "ikrar-%8u.db", &day) != 1)
    return NULL;
  return g_date_new_dmy (day % 100, day / 100 % 100, day / 10000);
}

/* The days that have a backup, as distances from @today. */
static guint64
kept_days (const char *folder, IkrarTime today)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (today / 1000);
  g_autoptr (GDate) last = g_date_new_dmy (g_date_time_get_day_of_month (now),
                                           g_date_time_get_month (now), g_date_time_get_year (now));
  guint64 days = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GDate) day = day_of_name (name);

      if (day != NULL)
        days |= G_GUINT64_CONSTANT (1) << g_date_days_between (day, last);
    }
  return days;
}

static guint
count_bits (guint64 bits)
{
  guint count = 0;

  for (; bits != 0; bits &= bits - 1)
    count++;
  return count;
}

static void
test_rotation (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = ikrar_backup_folder (fixture->path);
  g_autofree char *own = g_build_filename (folder, "ikrar-20240101 penting.db", NULL);

  for (guint day = 0; day < 60; day++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *made = NULL;
      g_autofree char *again = NULL;
      guint64 days;

      ikrar_backup_rotate (fixture->store, &made, &error);
      g_assert_no_error (error);
      g_assert_nonnull (made);
      g_assert_true (ikrar_backup_rotate (fixture->store, &again, &error));
      g_assert_null (again);
      if (day == 0)
        g_assert_true (g_file_set_contents (own, "milik pengguna", -1, NULL));
      days = kept_days (folder, fixture->now);
      /* All of the last seven days. */
      g_assert_cmphex (days & 0x7f, ==, day >= 6 ? 0x7f : (1u << (day + 1)) - 1);
      g_test_message ("day %u: %016" G_GINT64_MODIFIER "x", day, days);
      g_assert_cmpuint (count_bits (days >> 7), <=, 4);
      /* One week apart, so the oldest is at least three weeks older than the dailies. */
      if (day >= 40)
        {
          g_assert_cmpuint (count_bits (days), ==, 11);
          g_assert_cmpuint (64 - (guint) __builtin_clzll (days), >=, 7 + 3 * 7);
        }
      fixture->now += DAY_MS;
    }
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
}

/* What a killed program left is tidied up, but not what one is writing now. */
static void
test_stale_scratch_files (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *old = g_build_filename (fixture->folder, ".ikrar-5.part", NULL);
  g_autofree char *journal = g_build_filename (fixture->folder, ".ikrar-5.part-journal", NULL);
  g_autofree char *young = g_build_filename (fixture->folder, ".ikrar-6.part", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (old);
  g_autoptr (GFile) other = g_file_new_for_path (journal);
  guint64 yesterday = (guint64) (g_get_real_time () / G_USEC_PER_SEC) - 25 * 60 * 60;

  g_file_set_contents (old, "x", 1, NULL);
  g_file_set_contents (journal, "x", 1, NULL);
  g_file_set_contents (young, "x", 1, NULL);
  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, yesterday, 0, NULL, NULL);
  g_file_set_attribute_uint64 (other, G_FILE_ATTRIBUTE_TIME_MODIFIED, yesterday, 0, NULL, NULL);
  _ikrar_file_remove_stale (fixture->folder);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
set_time (const char *path, guint64 seconds)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (
      g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, seconds, 0, NULL, NULL));
}

static void
test_newest_good (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sealed = NULL;
  g_autofree char *last = NULL;

  g_assert_null (ikrar_backup_newest_good (fixture->path));
  for (guint i = 0; i < 4; i++)
    {
      char *path = NULL;

      g_assert_true (ikrar_backup_rotate (fixture->store, &path, NULL));
      set_time (path, 1700000000 + i * 1000);
      g_ptr_array_add (made, path);
      fixture->now += DAY_MS;
    }
  for (guint i = made->len; i > 1; i--)
    {
      g_autofree char *good = ikrar_backup_newest_good (fixture->path);

      g_assert_cmpstr (good, ==, g_ptr_array_index (made, i - 1));
      if (i % 2 == 0)
        cut (good, 5000);
      else
        make_text (good);
      set_time (good, 1700000000 + i * 1000);
    }
  /* A sealed one is taken on trust, if it is one at all. */
  sealed = g_build_filename (fixture->folder, "backups", "ikrar-20250101.ikrb", NULL);
  make_text (sealed);
  set_time (sealed, 1800000000);
  last = ikrar_backup_newest_good (fixture->path);
  g_assert_cmpstr (last, ==, g_ptr_array_index (made, 0));
}

static void
test_list (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_in (log, "cadangan.db");
  g_autofree char *made = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const IkrarBackupLine *line;

  write_backup (log, backup, NULL);
  ikrar_backup_set_passphrase (log->fixture.store, PASSPHRASE, &error);
  ikrar_backup_rotate (log->fixture.store, &made, &error);
  set_time (made, 1900000000);
  fixture_close (&log->fixture);
  ikrar_backup_restore (backup, NULL, log->fixture.path, &error);
  g_assert_no_error (error);
  lines = ikrar_backup_list (log->fixture.path);
  g_assert_cmpuint (lines->len, ==, 2);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->path, ==, made);
  g_assert_true (line->sealed);
  g_assert_cmpint (line->at, ==, G_GINT64_CONSTANT (1900000000000));
  g_assert_cmpuint (line->size, >, 10000);
  line = g_ptr_array_index (lines, 1);
  g_assert_true (g_str_has_suffix (line->path, ".before-restore"));
  g_assert_false (line->sealed);
}

static void
test_copy_before_a_migration (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strconcat (log->fixture.path, ".before-schema-2", NULL);

  g_assert_true (_ikrar_backup_copy (ikrar_store_get_db (log->fixture.store), copy, &error));
  g_assert_no_error (error);
  g_assert_true (_ikrar_backup_verify (copy, NULL, &error));
  assert_private (copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/store/backup/plain", test_plain);
  sealed_log_test ("/store/backup/sealed", test_sealed);
  sealed_log_test ("/store/backup/set-passphrase", test_set_passphrase);
  sealed_log_test ("/store/backup/refusals", test_refusals);
  sealed_log_test ("/store/backup/open-elsewhere", test_open_elsewhere);
  sealed_log_test ("/store/backup/open-in-another-process", test_open_in_another_process);
  sealed_log_test ("/store/backup/keeps-what-was-there", test_keeps_what_was_there);
  sealed_log_test ("/store/backup/stale-journals", test_stale_journals);
  sealed_log_test ("/store/backup/cancelled", test_cancelled);
  fixture_test ("/store/backup/rotation", test_rotation);
  fixture_test ("/store/backup/stale-scratch-files", test_stale_scratch_files);
  fixture_test ("/store/backup/newest-good", test_newest_good);
  sealed_log_test ("/store/backup/list", test_list);
  sealed_log_test ("/store/backup/copy-before-a-migration", test_copy_before_a_migration);
  return g_test_run ();
}
