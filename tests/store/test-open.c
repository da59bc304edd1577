/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define _GNU_SOURCE /* setresuid */

#include "store/store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/error.h"
#include "store/file-private.h"
#include "store/fixture.h"
#include "store/institution.h"
#include "store/migration.h"
#include "store/process.h"
#include "store/raw.h"

#define NOBODY 65534
#define FLIPS 400

/* A closed database with something in it, its journal in the file. */
static void
fill (Fixture *fixture)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) participants = fixture_add_participants (fixture, event, 40, TRUE);

  fixture_close (fixture);
}

static void
replace_file (Fixture *fixture, gconstpointer contents, gsize size)
{
  g_assert_true (g_file_set_contents (fixture->path, contents, size, NULL));
}

static void
make_text (Fixture *fixture)
{
  static const char text[] = "Nama;NIP\nBudi;198501012005011001\n";

  replace_file (fixture, text, strlen (text));
}

static void
make_empty (Fixture *fixture)
{
  replace_file (fixture, "", 0);
}

static void
make_short (Fixture *fixture)
{
  replace_file (fixture, "SQLite format 3", 16);
}

static void
make_folder (Fixture *fixture)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
}

static void
make_missing (Fixture *fixture)
{
  g_unlink (fixture->path);
}

static void
make_missing_folder (Fixture *fixture)
{
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "tidak-ada", "ikrar.db", NULL);
}

static void
make_foreign (Fixture *fixture)
{
  g_unlink (fixture->path);
  raw_run (fixture->path, "CREATE TABLE note (text); INSERT INTO note VALUES ('milik lain')");
}

static void
make_foreign_wal (Fixture *fixture)
{
  make_foreign (fixture);
  raw_run (fixture->path, "PRAGMA journal_mode=WAL; INSERT INTO note VALUES ('lagi')");
}

/* Somebody else's database in the midst of a change: its journal must not be played by us. */
static void
make_foreign_hot (Fixture *fixture)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  make_foreign (fixture);
  g_assert_true (g_file_set_contents (journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8, NULL));
}

static void
make_newer (Fixture *fixture)
{
  raw_run (fixture->path, "PRAGMA user_version=9; PRAGMA wal_checkpoint(TRUNCATE)");
}

static void
cut_to (Fixture *fixture, gsize size)
{
  g_assert_cmpint (truncate (fixture->path, (off_t) size), ==, 0);
}

static void
make_truncated (Fixture *fixture)
{
  cut_to (fixture, 40000);
}

static void
make_cut_at_page (Fixture *fixture)
{
  cut_to (fixture, 4096 * 12);
}

/* Zeroes over the root of a table. */
static void
make_wiped (Fixture *fixture)
{
  static const guint8 zeroes[4096];
  int fd = g_open (fixture->path, O_WRONLY, 0);

  g_assert_cmpint (pwrite (fd, zeroes, sizeof zeroes, 4096 * 10), ==, sizeof zeroes);
  close (fd);
}

static void
test_refusals (void)
{
  static const struct
  {
    void (*make) (Fixture *fixture);
    IkrarDbMode mode;
    IkrarStoreError code;
    const char *says;
  } cases[] = {
    { make_text, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_text, IKRAR_DB_CREATE, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_text, IKRAR_DB_READ_ONLY, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_empty, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_empty, IKRAR_DB_READ_ONLY, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_short, IKRAR_DB_CREATE, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_folder, IKRAR_DB_CREATE, IKRAR_STORE_ERROR_FOREIGN, "is a folder" },
    { make_folder, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_FOREIGN, "is a folder" },
    { make_missing, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_NOT_FOUND, "There is no database" },
    { make_missing, IKRAR_DB_READ_ONLY, IKRAR_STORE_ERROR_NOT_FOUND, "There is no database" },
    { make_missing_folder, IKRAR_DB_CREATE, IKRAR_STORE_ERROR_NOT_FOUND, "none can be made" },
    { make_foreign, IKRAR_DB_CREATE, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_foreign_wal, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_foreign_hot, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_FOREIGN, "choose another file" },
    { make_newer, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_TOO_NEW, "update Ikrar" },
    { make_truncated, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_CORRUPT, "restore a backup" },
    { make_cut_at_page, IKRAR_DB_CREATE, IKRAR_STORE_ERROR_CORRUPT, "restore a backup" },
    { make_wiped, IKRAR_DB_OPEN, IKRAR_STORE_ERROR_CORRUPT, "restore a backup" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) each = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_test_message ("case %u", i);
      fixture_set_up_on_disk (&each, NULL);
      fill (&each);
      cases[i].make (&each);
      before = fixture_digest (each.path);
      g_assert_null (ikrar_store_open (each.path, cases[i].mode, &error));
      g_assert_error (error, IKRAR_STORE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      after = fixture_digest (each.path);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (fixture_count_files (each.folder, ".part"), ==, 0);
    }
}

/* The newer schema stands in the journal only; the file's header is still an older one's. */
static void
test_newer_in_the_journal (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (ikrar_db_flush (ikrar_store_get_db (fixture->store), &error));
  raw_run (fixture->path, "PRAGMA user_version=9");
  before = fixture_digest (wal);
  g_assert_cmpstr (before, !=, "");
  g_assert_null (ikrar_store_open (fixture->path, IKRAR_DB_OPEN, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_TOO_NEW);
  after = fixture_digest (wal);
  g_assert_cmpstr (before, ==, after);
}

/* A flipped bit is refused with the right code and the file untouched, or does no harm. */
static void
copy_file (const char *from, const char *to, const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (source, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (target, contents, (gssize) size, NULL));
}

/* Deletes everything through a rollback journal, and leaves files as a power cut in the middle of
 * it would. */
static void
cut_off (Fixture *fixture, const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "PRAGMA journal_mode=DELETE; PRAGMA cache_size=1; BEGIN;"
                                 "UPDATE person SET name = name || hex (randomblob (9999))",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  copy_file (fixture->path, path, "");
  copy_file (fixture->path, path, "-journal");
  sqlite3_close (handle);
}

/* What a killed program left half made is taken back by who opens the database next. */
static void
test_cut_off (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_strconcat (fixture->path, ".copy", NULL);

  for (guint mode = IKRAR_DB_CREATE; mode < IKRAR_DB_READ_ONLY; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarStore) store = NULL;
      gint64 count;

      fixture_reopen (fixture);
      fill (fixture);
      cut_off (fixture, path);
      store = ikrar_store_open (path, (IkrarDbMode) mode, &error);
      g_assert_no_error (error);
      g_assert_true (
          ikrar_db_get_int (ikrar_store_get_db (store), "person_count", &count, &error, ""));
      g_assert_cmpint (count, ==, 40 * (mode + 1));
      _ikrar_file_remove_database (path);
    }
}

static void
test_flipped_bits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (20241107);
  g_autofree char *contents = NULL;
  guint refused = 0;
  gsize size;

  fill (fixture);
  g_file_get_contents (fixture->path, &contents, &size, NULL);
  for (guint i = 0; i < FLIPS; i++)
    {
      gsize place = (gsize) g_rand_int_range (random, 0, i % 2 == 0 ? 100 : (gint32) size);
      char bit = (char) (1 << g_rand_int_range (random, 0, 8));
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarStore) store = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      contents[place] ^= bit;
      replace_file (fixture, contents, size);
      before = fixture_digest (fixture->path);
      store = ikrar_store_open (fixture->path, IKRAR_DB_READ_ONLY, &error);
      after = fixture_digest (fixture->path);
      g_assert_cmpstr (before, ==, after);
      contents[place] ^= bit;
      if (store != NULL)
        continue;
      refused++;
      g_test_message ("bit %02x at %" G_GSIZE_FORMAT ": %s", (guint8) bit, place, error->message);
      g_assert_true (g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT) ||
                     g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN) ||
                     g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_TOO_NEW));
    }
  g_test_message ("%u of %u refused", refused, FLIPS);
  g_assert_cmpuint (refused, >, FLIPS / 8);
}

/* Root may write everywhere; the test must fail for anybody. */
static void
become_ordinary (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
}

static int
try_to_open (Fixture *fixture, IkrarDbMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarStore) store = NULL;

  become_ordinary ();
  store = ikrar_store_open (fixture->path, mode, &error);
  if (store == NULL && g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_READ_ONLY) &&
      strstr (error->message, "permissions") != NULL)
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "it was opened");
  return 1;
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer unused)
{
  static const IkrarDbMode modes[] = { IKRAR_DB_OPEN, IKRAR_DB_CREATE };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture);
  before = fixture_digest (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      pid_t pid = fork ();
      int status;

      if (pid == 0)
        _exit (try_to_open (fixture, modes[i]));
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  after = fixture_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static int
play_starter (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  g_autofree char *name = g_strdup_printf ("proses-%u", number);

  return ikrar_setting_set (fixture->store, name, "ada", NULL) ? 0 : 1;
}

static void
assert_all_started (Fixture *fixture, guint count)
{
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM setting WHERE value = 'ada'"), ==,
                   count);
  g_assert_cmpint (fixture_count (fixture, "PRAGMA user_version"), ==, ikrar_migration_newest ());
  g_assert_cmpint (fixture_count (fixture, "PRAGMA application_id"), ==, 0x494b5231);
  g_assert_cmpuint (fixture_count_files (fixture->folder, ".part"), ==, 0);
}

static void
test_starting_together (Fixture *fixture, gconstpointer unused)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (GPtrArray) texts = NULL;

      fixture_close (fixture);
      g_unlink (fixture->path);
      /* A file that was made empty, such as by mktemp, is filled in its place. */
      if (round % 2 == 1)
        make_empty (fixture);
      texts = process_crowd (fixture, 6, play_starter, NULL);
      assert_all_started (fixture, 6);
    }
}

static void
test_default_state (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *long_name = g_strnfill (300, 'x');

  g_assert_cmpint (ikrar_db_get_schema (ikrar_store_get_db (fixture->store)), ==,
                   ikrar_migration_newest ());
  ikrar_store_set_actor (fixture->store, "ani\xff", NULL);
  g_assert_true (g_utf8_validate (ikrar_store_get_actor (fixture->store), -1, NULL));
  g_assert_cmpstr (ikrar_store_get_desk (fixture->store), ==, g_get_host_name ());
  ikrar_store_set_actor (fixture->store, "ani", long_name);
  g_assert_cmpuint (strlen (ikrar_store_get_desk (fixture->store)), ==, 255);
  memcpy (long_name + 254, "\xe2\x80\x94", 3);
  ikrar_store_set_actor (fixture->store, "ani", long_name);
  g_assert_cmpuint (strlen (ikrar_store_get_desk (fixture->store)), ==, 254);
  g_assert_true (g_utf8_validate (ikrar_store_get_desk (fixture->store), -1, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/refusals", test_refusals);
  fixture_add_disk_test ("/store/open/newer-in-the-journal", test_newer_in_the_journal);
  fixture_add_disk_test ("/store/open/cut-off", test_cut_off);
  fixture_add_disk_test ("/store/open/flipped-bits", test_flipped_bits);
  fixture_add_disk_test ("/store/open/read-only-folder", test_read_only_folder);
  fixture_add_disk_test ("/store/open/starting-together", test_starting_together);
  fixture_add_disk_test ("/store/open/default-state", test_default_state);
  return g_test_run ();
}
