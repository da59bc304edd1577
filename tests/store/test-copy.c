/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/copy.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/cluster.h"
#include "store/copy-private.h"
#include "store/error.h"
#include "store/migration.h"
#include "store/raw.h"
#include "store/sealed-log.h"
#include "store/sqlite-private.h"
#include "store/table.h"

static char *
path_in (SealedLog *log, const char *name)
{
  return g_build_filename (log->fixture.folder, name, NULL);
}

/* Where nothing is yet: a file, or where the tests are about a server a database of it. */
static char *
new_place (SealedLog *log, const char *name)
{
  return cluster_is_wanted () ? cluster_make_database () : path_in (log, name);
}

static void
append_row (guint n_columns, char *const *names, char *const *values, gpointer text)
{
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s=%s|", names[i], values[i]);
  g_string_append_c (text, '\n');
}

/* Both engines say bytes in their own way. */
static char *
select_all (const IkrarTable *table, gboolean server)
{
  g_auto (GStrv) columns = g_strsplit (table->columns, ", ", 0);
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      if (table->types[i] != 'b')
        g_string_append (sql, columns[i]);
      else if (server)
        g_string_append_printf (sql, "encode(%s, 'hex')", columns[i]);
      else
        g_string_append_printf (sql, "lower(hex(%s))", columns[i]);
      g_string_append_printf (sql, " AS %s", columns[i]);
    }
  g_string_append_printf (sql, " FROM %s ORDER BY %s", table->name,
                          table->n_key > 1 ? "1, 2" : "1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* The same text for the same rows, whatever engine has them. */
static char *
dump_of (const char *path)
{
  guint count;
  const IkrarTable *tables = ikrar_tables (&count);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *sql = select_all (&tables[i], ikrar_db_uri_is_shared (path));

      g_string_append_printf (text, "[%s]\n", tables[i].name);
      raw_each (path, sql, append_row, text);
    }
  return g_string_free (text, FALSE);
}

static gboolean
copy_to (SealedLog *log, const char *path, const IkrarProgress *progress, GError **error)
{
  IkrarCopy copy = { 0 };

  return ikrar_copy_run (log->fixture.store, path, &copy, progress, error);
}

static void
assert_same (SealedLog *log, const char *path)
{
  g_autofree char *here = dump_of (log->fixture.path);
  g_autofree char *there = dump_of (path);

  g_assert_cmpstr (here, ==, there);
}

static void
assert_gone (SealedLog *log, const char *name)
{
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, name), ==, 0);
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, ".part"), ==, 0);
}

static int
append_values (void *user_data, int n_columns, char **values, char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (user_data, i > 0 ? " %s" : "%s", values[i]);
  g_string_append_c (user_data, '\n');
  return 0;
}

static char *
ask (Fixture *fixture, const char *sql)
{
  IkrarSqliteDb *db = (IkrarSqliteDb *) ikrar_store_get_db (fixture->store);
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_exec (db->handle, sql, append_values, text, NULL), ==, SQLITE_OK);
  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static const char *
type_name (char type)
{
  return type == 'i' ? "INTEGER" : type == 't' ? "TEXT" : "BLOB";
}

/* A line for each column of the catalogue, as the schema's own tables tell them. */
static char *
describe_catalogue (void)
{
  guint count;
  const IkrarTable *tables = ikrar_tables (&count);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < count; i++)
    {
      g_auto (GStrv) columns = g_strsplit (tables[i].columns, ", ", 0);

      g_assert_cmpuint (g_strv_length (columns), ==, strlen (tables[i].types));
      for (guint j = 0; columns[j] != NULL; j++)
        g_ptr_array_add (lines, g_strdup_printf ("%s %02u %s %s %u\n", tables[i].name, j,
                                                 columns[j], type_name (tables[i].types[j]),
                                                 j < tables[i].n_key ? j + 1 : 0));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

static void
test_catalogue_is_schema (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *catalogue = describe_catalogue ();
  g_autofree char *schema =
      ask (fixture, "SELECT m.name, format ('%02d', c.cid), c.name, c.type, c.pk "
                    "FROM sqlite_master m JOIN pragma_table_info (m.name) c "
                    "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid");

  g_assert_cmpstr (catalogue, ==, schema);
}

static void
append_line (guint n_columns, char *const *names, char *const *values, gpointer text)
{
  g_string_append_printf (text, "%s\n", values[0]);
}

/* Of what a server has besides, nothing belongs into a copy. */
static void
test_catalogue_is_server_schema (Fixture *fixture, gconstpointer unused)
{
  guint count;
  const IkrarTable *tables = ikrar_tables (&count);
  g_autoptr (GString) there = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *here = NULL;

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (names, (char *) tables[i].name);
  g_ptr_array_sort (names, compare_lines);
  g_ptr_array_add (names, (char *) "");
  g_ptr_array_add (names, NULL);
  here = g_strjoinv ("\n", (char **) names->pdata);
  raw_each (fixture->path,
            "SELECT tablename COLLATE \"C\" FROM pg_tables WHERE schemaname = 'ikrar' AND "
            "tablename NOT IN ('writer', 'change_counter') ORDER BY 1",
            append_line, there);
  g_assert_cmpstr (here, ==, there->str);
}

static void
test_referred_first (Fixture *fixture, gconstpointer unused)
{
  guint count;
  const IkrarTable *tables = ikrar_tables (&count);
  g_autoptr (GString) seen = g_string_new ("\n");

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list ('%s')", tables[i].name);
      g_autofree char *referred = ask (fixture, sql);
      g_auto (GStrv) names = g_strsplit (referred, "\n", 0);

      for (guint j = 0; names[j] != NULL && *names[j] != '\0'; j++)
        {
          g_autofree char *line = g_strconcat ("\n", names[j], "\n", NULL);

          g_assert_nonnull (strstr (seen->str, line));
        }
      g_string_append_printf (seen, "%s\n", tables[i].name);
    }
}

static char *
keys_of (const char *path)
{
  g_autofree char *base = ikrar_store_base (path);

  return g_strconcat (base, ".keys", NULL);
}

static void
assert_same_keys (const char *path, const char *other)
{
  g_autofree char *keys = keys_of (path);
  g_autofree char *other_keys = keys_of (other);
  g_autofree char *digest = fixture_digest (keys);
  g_autofree char *other_digest = fixture_digest (other_keys);
  GStatBuf info;

  g_assert_cmpstr (digest, !=, "");
  g_assert_cmpstr (digest, ==, other_digest);
  g_assert_cmpint (g_stat (other_keys, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

/* By way of a file, and back to a database of the same kind. */
static void
test_same_there_and_back (SealedLog *log, gconstpointer unused)
{
  g_autofree char *there = path_in (log, "there.db");
  g_autofree char *back = new_place (log, "back.db");
  g_autoptr (GError) error = NULL;
  IkrarStore *store;
  IkrarCopy copy = { 0 };

  g_assert_true (ikrar_copy_run (log->fixture.store, there, &copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (copy.records, ==, SEALED_LOG_SIZE);
  g_assert_true (copy.keys);
  assert_same (log, there);
  assert_same_keys (log->fixture.path, there);
  store = ikrar_store_open (there, IKRAR_DB_OPEN, &error);
  g_assert_no_error (error);
  g_assert_true (ikrar_copy_run (store, back, &copy, NULL, &error));
  g_assert_no_error (error);
  ikrar_store_close (store);
  assert_same (log, back);
  assert_same_keys (log->fixture.path, back);
}

static void
test_work_goes_on_in_copy (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = new_place (log, "there.db");
  g_autofree char *source = log->fixture.path;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarLedgerReport) report = NULL;

  g_assert_true (copy_to (log, path, NULL, &error));
  g_assert_no_error (error);
  log->fixture.path = g_steal_pointer (&path);
  fixture_reopen (&log->fixture);
  ikrar_ledger_checkpoint (log->fixture.store, NULL, &error);
  g_assert_no_error (error);
  report = sealed_log_verify (log);
  g_assert_true (report->ok);
}

static void
test_without_keys (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (log, "there.db");
  g_autoptr (GError) error = NULL;
  IkrarCopy copy = { .without_keys = TRUE };

  g_assert_true (ikrar_copy_run (log->fixture.store, path, &copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (copy.keys);
  assert_gone (log, "there.db.keys");
}

static void
test_pages (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (log, "there.db");
  g_autofree char *other = new_place (log, "other.db");
  g_autoptr (GArray) ids = fixture_add_participants (&log->fixture, log->other_event, 4001, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_true (copy_to (log, path, NULL, &error));
  g_assert_no_error (error);
  assert_same (log, path);
  g_assert_true (copy_to (log, other, NULL, &error));
  g_assert_no_error (error);
  assert_same (log, other);
}

/* Pages that end at a number, and at a text behind a number. */
static void
test_pages_by_text (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = new_place (log, "there.db");
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4001; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "INSERT INTO trusted_key VALUES ");
      g_string_append_printf (sql, "(%u, x'%02x00%06x', 'a', %u, 1)", i, i % 251, i, i);
    }
  raw_run (log->fixture.path, sql->str);
  g_string_assign (sql, "INSERT INTO exchange_version VALUES ");
  for (guint i = 0; i < 4001; i++)
    g_string_append_printf (sql, "%s(%u, '%02x', %u)", i > 0 ? ", " : "", i / 200, i % 200, i);
  raw_run (log->fixture.path, sql->str);
  g_assert_true (copy_to (log, path, NULL, &error));
  g_assert_no_error (error);
  assert_same (log, path);
}

static void
test_data_is_not_touched (SealedLog *log, gconstpointer unused)
{
  Fixture other = { .now = FIXTURE_NOW };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *keys = NULL;
  g_autoptr (GError) error = NULL;

  other.path = new_place (log, "there.db");
  fixture_reopen (&other);
  fixture_add_person (&other, "", "Budi");
  fixture_close (&other);
  before = dump_of (other.path);
  g_assert_false (copy_to (log, other.path, NULL, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  after = dump_of (other.path);
  g_assert_cmpstr (before, ==, after);
  keys = keys_of (other.path);
  g_assert_false (g_file_test (keys, G_FILE_TEST_EXISTS));
  g_free (other.path);
}

static void
test_keys_are_not_overwritten (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (log, "there.db");
  g_autofree char *keys = path_in (log, "there.db.keys");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (keys, "kunci lain", -1, NULL));
  g_assert_false (copy_to (log, path, NULL, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_assert_true (g_file_get_contents (keys, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "kunci lain");
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, "there.db"), ==, 1);
}

typedef struct
{
  GCancellable *cancellable;
  guint64 at;
  guint64 total;
} Stop;

static void
stop_at (guint64 done, guint64 total, gpointer user_data)
{
  Stop *stop = user_data;

  stop->total = total;
  if (done >= stop->at)
    g_cancellable_cancel (stop->cancellable);
}

static void
cancel_at (SealedLog *log, const char *path, guint64 at)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Stop stop = { cancellable, at, 0 };
  const IkrarProgress progress = { stop_at, &stop, cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (copy_to (log, path, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static guint64
count_steps (SealedLog *log)
{
  g_autofree char *path = path_in (log, "counted.db");
  Stop stop = { NULL, G_MAXUINT64, 0 };
  const IkrarProgress progress = { stop_at, &stop, NULL };

  g_assert_true (copy_to (log, path, &progress, NULL));
  return stop.total;
}

/* At the first row, amid the rows, and with the last one. */
static void
test_cancelled (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GArray) ids = fixture_add_participants (&log->fixture, log->other_event, 1000, TRUE);
  const guint64 total = count_steps (log);
  const guint64 places[] = { 0, total / 3, total / 2, total };
  g_autofree char *none = path_in (log, "none.db");
  g_autofree char *empty = new_place (log, "empty.db");
  g_autofree char *keys = keys_of (empty);
  g_autofree char *before = NULL;

  ikrar_store_close (ikrar_store_open (empty, IKRAR_DB_CREATE, NULL));
  before = dump_of (empty);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *after = NULL;

      cancel_at (log, none, places[i]);
      assert_gone (log, "none.db");
      cancel_at (log, empty, places[i]);
      after = dump_of (empty);
      g_assert_cmpstr (before, ==, after);
      g_assert_false (g_file_test (keys, G_FILE_TEST_EXISTS));
    }
}

static void
write_meanwhile (guint64 done, guint64 total, gpointer user_data)
{
  Fixture *other = user_data;

  fixture_add_person (other, "", "Yang datang kemudian");
}

static void
test_one_moment (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = new_place (log, "there.db");
  g_autofree char *before = dump_of (log->fixture.path);
  g_autofree char *after = NULL;
  Fixture other = { .path = log->fixture.path, .now = FIXTURE_NOW };
  const IkrarProgress progress = { write_meanwhile, &other, NULL };
  g_autoptr (GError) error = NULL;

  fixture_reopen (&other);
  g_assert_true (copy_to (log, path, &progress, &error));
  g_assert_no_error (error);
  fixture_close (&other);
  after = dump_of (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_altered_log_is_refused (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (log, "there.db");
  g_autoptr (GError) error = NULL;

  fixture_tamper (&log->fixture, "UPDATE ledger_field SET value = 'Orang lain' WHERE idx = 3");
  g_assert_false (copy_to (log, path, NULL, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT);
  assert_gone (log, "there.db");
}

static void
test_to_file (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (log, "there.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (_ikrar_copy_to_file (ikrar_store_get_db (log->fixture.store), path, &error));
  g_assert_no_error (error);
  assert_same (log, path);
  g_assert_cmpuint (fixture_count_files (log->fixture.folder, "there.db"), ==, 1);
}

/* A step to a newer schema leaves a file with the older one, of a server's database too. */
static void
test_before_a_step (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path =
      cluster_is_wanted () ? cluster_make_empty_database () : path_in (log, "older.db");
  g_autofree char *base = ikrar_store_base (path);
  g_autofree char *copy = g_strconcat (base, ".before-schema-2", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDb) kept = NULL;
  IkrarDb *db = ikrar_db_open (path, IKRAR_DB_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (ikrar_migration_run_to (db, 1, &error));
  ikrar_db_close (db);
  raw_run (path, "INSERT INTO setting VALUES ('satu', '1')");
  ikrar_store_close (ikrar_store_open (path, IKRAR_DB_OPEN, &error));
  g_assert_no_error (error);
  kept = ikrar_db_open (copy, IKRAR_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ikrar_db_get_schema (kept), ==, 1);
  g_assert_cmpint (raw_get_int (copy, "SELECT COUNT(*) FROM setting WHERE value = '1'"), ==, 1);
}

static void
test_other_schema_is_refused (SealedLog *log, gconstpointer unused)
{
  g_autofree char *path = path_in (log, "older.db");
  g_autofree char *there = path_in (log, "there.db");
  g_autoptr (GError) error = NULL;
  IkrarDb *db = ikrar_db_open (path, IKRAR_DB_CREATE, &error);
  g_autoptr (IkrarStore) older = NULL;
  IkrarCopy copy = { 0 };

  g_assert_no_error (error);
  g_assert_true (ikrar_migration_run_to (db, 1, &error));
  ikrar_db_close (db);
  older = ikrar_store_open (path, IKRAR_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (ikrar_copy_run (older, there, &copy, NULL, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  assert_gone (log, "there.db");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (cluster_is_wanted ())
    fixture_test ("/copy/catalogue-is-server-schema", test_catalogue_is_server_schema);
  fixture_add_file_test ("/copy/catalogue-is-schema", test_catalogue_is_schema);
  fixture_add_file_test ("/copy/referred-first", test_referred_first);
  sealed_log_test ("/copy/same-there-and-back", test_same_there_and_back);
  sealed_log_test ("/copy/work-goes-on-in-copy", test_work_goes_on_in_copy);
  sealed_log_test ("/copy/without-keys", test_without_keys);
  sealed_log_test ("/copy/pages", test_pages);
  sealed_log_test ("/copy/pages-by-text", test_pages_by_text);
  sealed_log_test ("/copy/data-is-not-touched", test_data_is_not_touched);
  sealed_log_test ("/copy/keys-are-not-overwritten", test_keys_are_not_overwritten);
  sealed_log_test ("/copy/cancelled", test_cancelled);
  sealed_log_test ("/copy/one-moment", test_one_moment);
  sealed_log_test ("/copy/altered-log-is-refused", test_altered_log_is_refused);
  sealed_log_test ("/copy/to-file", test_to_file);
  sealed_log_test ("/copy/before-a-step", test_before_a_step);
  sealed_log_test ("/copy/other-schema-is-refused", test_other_schema_is_refused);
  return g_test_run ();
}
