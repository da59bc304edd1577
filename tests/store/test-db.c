/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/db.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/error.h"
#include "store/fixture.h"
#include "store/process.h"
#include "store/sql.h"
#include "store/sqlite-private.h"

#define INCREMENTS 60

static IkrarDb *
db_of (Fixture *fixture)
{
  return ikrar_store_get_db (fixture->store);
}

static sqlite3 *
handle_of (IkrarDb *db)
{
  return ((IkrarSqliteDb *) db)->handle;
}

static int
on_value (void *user_data, int n_columns, char **values, char **names)
{
  g_free (*(char **) user_data);
  *(char **) user_data = g_strdup (values[0]);
  return 0;
}

static char *
ask (IkrarDb *db, const char *sql)
{
  char *value = NULL;

  g_assert_cmpint (sqlite3_exec (handle_of (db), sql, on_value, &value, NULL), ==, SQLITE_OK);
  return value;
}

static void
put_setting (IkrarDb *db, const char *name, const char *value, GError **error)
{
  ikrar_db_run (db, "setting_put", error, "tt", name, value);
}

static void
assert_setting (IkrarDb *db, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = ikrar_db_get_text (db, "setting_get", &error, "t", name);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_every_statement_prepares (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = ikrar_sql_names ();

  g_assert_cmpuint (names->len, >, 100);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;

      ikrar_db_prepare (db_of (fixture), g_ptr_array_index (names, i), &error);
      g_assert_no_error (error);
    }
}

static void
test_settings_in_force (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *sql;
    const char *expected;
  } cases[] = {
    { "PRAGMA journal_mode", "wal" }, { "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys", "1" },   { "PRAGMA trusted_schema", "0" },
    { "PRAGMA secure_delete", "1" },  { "PRAGMA cell_size_check", "1" },
    { "PRAGMA mmap_size", "0" },      { "PRAGMA busy_timeout", "5000" },
    { "PRAGMA temp_store", "2" },     { "PRAGMA application_id", "1229673009" },
    { "PRAGMA user_version", "4" },   { "PRAGMA journal_size_limit", "16777216" },
    { "PRAGMA encoding", "UTF-8" },   { "PRAGMA page_size", "4096" },
  };
  int defensive = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = ask (db_of (fixture), cases[i].sql);

      g_assert_cmpstr (value, ==, cases[i].expected);
    }
  sqlite3_db_config (handle_of (db_of (fixture)), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  g_assert_cmpint (defensive, ==, 1);
}

static void
test_tables_are_strict (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pragma_table_list "
                                           "WHERE schema = 'main' AND type = 'table' "
                                           "AND name NOT LIKE 'sqlite%'"),
                   >, 20);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pragma_table_list "
                                           "WHERE schema = 'main' AND type = 'table' "
                                           "AND name NOT LIKE 'sqlite%' AND strict = 0"),
                   ==, 0);
}

static void
test_files_are_private (Fixture *fixture, gconstpointer unused)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmphex (info.st_mode & 0777, ==, 0600);
    }
}

static void
test_transactions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);
  IkrarDb *db = db_of (fixture);

  g_assert_no_error (error);
  g_assert_true (ikrar_db_begin (db, &error));
  g_assert_true (ikrar_db_in_transaction (db));
  put_setting (db, "a", "1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (ikrar_db_changes (db), ==, 1);
  assert_setting (other, "a", "");
  ikrar_db_rollback (db);
  g_assert_false (ikrar_db_in_transaction (db));
  assert_setting (db, "a", "");
  g_assert_true (ikrar_db_begin (db, &error));
  put_setting (db, "a", "2", &error);
  g_assert_true (ikrar_db_commit (db, &error));
  assert_setting (other, "a", "2");
  ikrar_db_rollback (db);
}

static void
test_read_transaction_stands_still (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);
  IkrarDb *db = db_of (fixture);

  g_assert_true (ikrar_db_begin_read (db, &error));
  assert_setting (db, "a", "");
  put_setting (other, "a", "1", &error);
  g_assert_no_error (error);
  assert_setting (db, "a", "");
  ikrar_db_rollback (db);
  assert_setting (db, "a", "1");
}

/* What happens to a statement that is not read to its end, and is asked for again. */
static void
test_statement_reuse (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);
  IkrarDb *db = db_of (fixture);
  IkrarStatement *first, *again;

  for (int i = 0; i < 3; i++)
    fixture_add_event (fixture, "Sosialisasi");
  first = ikrar_db_query (db, "event_list", &error, "");
  g_assert_cmpint (ikrar_statement_step (first, &error), ==, IKRAR_STEP_ROW);
  again = ikrar_db_query (db, "event_list", &error, "");
  g_assert_true (first == again);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (ikrar_statement_step (again, &error), ==, IKRAR_STEP_ROW);
  g_assert_cmpint (ikrar_statement_step (again, &error), ==, IKRAR_STEP_DONE);
  g_assert_no_error (error);
  ikrar_statement_reset (NULL);
  g_assert_true (sqlite3_get_autocommit (handle_of (db)));
  g_assert_true (ikrar_db_flush (other, &error));
  g_assert_no_error (error);
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
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");

  ikrar_db_run (db_of (fixture), "event_delete", error, "i", event);
}

static void
run_not_utf8 (Fixture *fixture, GError **error)
{
  put_setting (db_of (fixture), "a", "\xff\xfe", error);
}

static void
run_too_large (Fixture *fixture, GError **error)
{
  g_autofree char *text = g_strnfill (17 * 1024 * 1024, 'x');

  put_setting (db_of (fixture), "a", text, error);
}

static int
on_progress (void *db)
{
  ikrar_db_interrupt (db);
  return 0;
}

static void
run_interrupted (Fixture *fixture, GError **error)
{
  sqlite3 *handle = handle_of (db_of (fixture));

  fixture_add_event (fixture, "Sosialisasi");
  fixture_add_event (fixture, "Apel");
  sqlite3_progress_handler (handle, 1, on_progress, db_of (fixture));
  ikrar_db_run (db_of (fixture), "event_list", error, "");
  sqlite3_progress_handler (handle, 0, NULL, NULL);
}

static void
run_against_guard (Fixture *fixture, GError **error)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  int code;

  fixture_check_in (fixture, participant);
  code =
      sqlite3_exec (handle_of (db_of (fixture)), "DELETE FROM attendance_mark", NULL, NULL, NULL);
  _ikrar_sqlite_set_error (error, (IkrarSqliteDb *) db_of (fixture), code);
}

static void
run_page_limit (Fixture *fixture, GError **error)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autofree char *pages = ask (db_of (fixture), "PRAGMA page_count");
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count=%s", pages);
  g_autofree char *set = ask (db_of (fixture), sql);

  put_setting (db_of (fixture), "a", text, error);
}

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
    { run_not_utf8, IKRAR_STORE_ERROR_INVALID },
    { run_too_large, IKRAR_STORE_ERROR_INVALID },
    { run_page_limit, IKRAR_STORE_ERROR_FULL },
  };
  g_autoptr (GError) cancelled = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cases[i].run (fixture, &error);
      g_assert_error (error, IKRAR_STORE_ERROR, (int) cases[i].code);
    }
  run_interrupted (fixture, &cancelled);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_setting (db_of (fixture), "a", "");
}

/* A value that was refused does not leave the statement with the value of the time before. */
static void
test_refused_value_is_not_replaced (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  put_setting (db_of (fixture), "a", "1", &error);
  g_assert_no_error (error);
  put_setting (db_of (fixture), "b", "\xc3\x28", &error);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_clear_error (&error);
  assert_setting (db_of (fixture), "b", "");
  put_setting (db_of (fixture), "b", "2", &error);
  g_assert_no_error (error);
  assert_setting (db_of (fixture), "b", "2");
}

/* After an error that ends the transaction nothing is written on its own. */
static void
test_lost_transaction_writes_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarDb *db = db_of (fixture);

  g_assert_true (ikrar_db_begin (db, &error));
  put_setting (db, "a", "1", &error);
  g_assert_no_error (error);
  sqlite3_exec (handle_of (db), "ROLLBACK", NULL, NULL, NULL);
  put_setting (db, "b", "2", &error);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (ikrar_db_commit (db, &error));
  g_assert_nonnull (error);
  g_assert_false (ikrar_db_in_transaction (db));
  assert_setting (db, "a", "");
  assert_setting (db, "b", "");
}

static void
test_busy_after_the_time_out (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);

  sqlite3_busy_timeout (handle_of (other), 20);
  g_assert_true (ikrar_db_begin (db_of (fixture), &error));
  g_assert_false (ikrar_db_begin (other, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY);
  g_assert_false (ikrar_db_in_transaction (other));
  g_clear_error (&error);
  ikrar_db_rollback (db_of (fixture));
  g_assert_true (ikrar_db_begin (other, &error));
  g_assert_no_error (error);
}

static gpointer
let_go (gpointer db)
{
  g_usleep (300 * 1000);
  ikrar_db_rollback (db);
  return NULL;
}

/* The other one is waited for. The store is used by one thread at a time: first this, then that. */
static void
test_begin_waits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);
  GThread *thread;

  g_assert_true (ikrar_db_begin (db_of (fixture), &error));
  thread = g_thread_new ("holder", let_go, db_of (fixture));
  g_assert_true (ikrar_db_begin (other, &error));
  g_assert_no_error (error);
  g_thread_join (thread);
}

static void
increment (IkrarDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  g_autofree char *next = NULL;

  g_assert_true (ikrar_db_begin (db, &error));
  value = ikrar_db_get_text (db, "setting_get", &error, "t", "counter");
  next = g_strdup_printf ("%d", (int) g_ascii_strtoll (value, NULL, 10) + 1);
  put_setting (db, "counter", next, &error);
  ikrar_db_commit (db, &error);
  g_assert_no_error (error);
}

static int
play_incrementer (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  for (int i = 0; i < INCREMENTS; i++)
    increment (db_of (fixture));
  return 0;
}

static void
test_processes_lose_no_update (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) texts = process_crowd (fixture, 4, play_incrementer, NULL);
  g_autofree char *expected = g_strdup_printf ("%d", 4 * INCREMENTS);

  assert_setting (db_of (fixture), "counter", expected);
}

static void
test_version_tells_of_others (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) other = ikrar_db_open (fixture->path, IKRAR_DB_OPEN, &error);
  gint64 before = ikrar_db_version (db_of (fixture));

  g_assert_cmpint (ikrar_db_version (db_of (fixture)), ==, before);
  g_assert_true (ikrar_db_begin (other, &error));
  put_setting (other, "a", "2", &error);
  g_assert_cmpint (ikrar_db_version (db_of (fixture)), ==, before);
  g_assert_true (ikrar_db_commit (other, &error));
  g_assert_cmpint (ikrar_db_version (db_of (fixture)), !=, before);
  g_assert_no_error (error);
}

/* Erased text is neither in the file nor in its journal after a flush. */
static void
test_flush_leaves_nothing_behind (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  put_setting (db_of (fixture), "a", "rahasia-sekali", &error);
  g_assert_true (fixture_file_has (wal, "rahasia-sekali"));
  put_setting (db_of (fixture), "a", "", &error);
  g_assert_true (ikrar_db_flush (db_of (fixture), &error));
  g_assert_no_error (error);
  g_assert_false (fixture_file_has (wal, "rahasia-sekali"));
  g_assert_false (fixture_file_has (fixture->path, "rahasia-sekali"));
}

static void
test_journal_by_file_system (void)
{
  static const struct
  {
    guint32 type;
    const char *pragma;
  } cases[] = {
    { 0xef53, "PRAGMA journal_mode=WAL" },        /* ext4 */
    { 0x01021994, "PRAGMA journal_mode=WAL" },    /* tmpfs */
    { 0x9123683e, "PRAGMA journal_mode=WAL" },    /* btrfs */
    { 0x6969, "PRAGMA journal_mode=DELETE" },     /* NFS */
    { 0xff534d42, "PRAGMA journal_mode=DELETE" }, /* CIFS */
    { 0xfe534d42, "PRAGMA journal_mode=DELETE" }, /* SMB2 */
    { 0x65735546, "PRAGMA journal_mode=DELETE" }, /* FUSE */
    { 0x01021997, "PRAGMA journal_mode=DELETE" }, /* 9P */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (_ikrar_sqlite_journal_pragma (cases[i].type), ==, cases[i].pragma);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/db/every-statement-prepares", test_every_statement_prepares);
  fixture_add_disk_test ("/store/db/settings-in-force", test_settings_in_force);
  fixture_add_disk_test ("/store/db/tables-are-strict", test_tables_are_strict);
  fixture_add_disk_test ("/store/db/files-are-private", test_files_are_private);
  fixture_test ("/store/db/transactions", test_transactions);
  fixture_test ("/store/db/read-transaction-stands-still", test_read_transaction_stands_still);
  fixture_add_disk_test ("/store/db/statement-reuse", test_statement_reuse);
  fixture_add_disk_test ("/store/db/error-classes", test_error_classes);
  fixture_test ("/store/db/refused-value-is-not-replaced", test_refused_value_is_not_replaced);
  fixture_add_disk_test ("/store/db/lost-transaction-writes-nothing",
                         test_lost_transaction_writes_nothing);
  fixture_add_disk_test ("/store/db/busy-after-the-time-out", test_busy_after_the_time_out);
  fixture_test ("/store/db/begin-waits", test_begin_waits);
  fixture_test ("/store/db/processes-lose-no-update", test_processes_lose_no_update);
  fixture_test ("/store/db/version-tells-of-others", test_version_tells_of_others);
  fixture_add_disk_test ("/store/db/flush-leaves-nothing-behind", test_flush_leaves_nothing_behind);
  g_test_add_func ("/store/db/journal-by-file-system", test_journal_by_file_system);
  return g_test_run ();
}
