/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/sql.h"

#include <string.h>

#include "store/fixture.h"
#include "store/sqlite-private.h"

/* Statements that read a whole table, and why that is right. All others go by an index, however
 * large the database grows. */
static const struct
{
  const char *name;
  const char *why;
} scans[] = {
  { "attendance_pace", "of one session, as many as it asks for" },
  { "certificate_list", "lists them all" },
  { "checkpoint_all", "lists them all" },
  { "checkpoint_count", "few" },
  { "checkpoint_keys", "few" },
  { "checkpoint_list", "from the end, as many as asked for" },
  { "checkpoint_newest", "the last one" },
  { "event_count", "few" },
  { "event_delete", "few imports" },
  { "event_has_key", "one for each event" },
  { "event_list", "lists them all" },
  { "event_replica_entries", "a replica, of one event" },
  { "event_replica_free_people", "a replica, of one event" },
  { "event_replica_free_units", "a replica, of one event" },
  { "event_replica_keys", "one for each event" },
  { "event_replica_marks", "a replica, of one event" },
  { "event_replica_waiting", "a replica, of one event" },
  { "exchange_keys", "one for each event" },
  { "exchange_units", "those of one event" },
  { "exchange_uses", "no table but four counts by indexes" },
  { "import_batch_list", "few" },
  { "import_delete_units", "once, whatever the number of units" },
  { "import_number_count", "once an import, and no more than fit into memory" },
  { "import_standing", "few" },
  { "journal_list", "from the end, as many as asked for" },
  { "ledger_acts", "verifies them all" },
  { "ledger_closings", "verifies them all" },
  { "ledger_fields", "verifies them all" },
  { "ledger_leaves", "verifies them all" },
  { "ledger_revoked_certificates", "verifies them all" },
  { "ledger_strays", "verifies them all" },
  { "ledger_verify_records", "verifies them all" },
  { "ledger_witnesses", "verifies them all" },
  { "ledger_wordings", "verifies them all" },
  { "mapping_list", "few" },
  { "meaning_list", "lists them all" },
  { "meaning_units", "lists them all" },
  { "person_apart_list", "lists them all" },
  { "person_count", "counts them all" },
  { "person_likeness", "compares them all" },
  { "person_list", "in the order of an index, as many as asked for" },
  { "person_number_all", "lists them all" },
  { "person_same_number", "looks at all earlier numbers" },
  { "person_search", "any part of a name" },
  { "person_search_count", "any part of a name" },
  { "person_table", "lists them all" },
  { "pledge_coverage", "counts all events together" },
  { "pledge_text_list", "few" },
  { "pledge_text_newest", "the last one" },
  { "scan_log_count_waiting", "a replica, of one event" },
  { "scan_log_waiting", "a replica, of one event" },
  { "signing_key_list", "one for each event" },
  { "signing_key_newest_first", "one for each event" },
  { "unit_alias_list", "lists them all" },
  { "unit_list", "lists them all" },
  { "unit_participant_rows", "once a merge of units" },
  { "unit_participants", "counts them all" },
  { "unit_people", "counts them all" },
  { "unit_people_rows", "once a merge of units" },
};

static char *
explain (const char *name)
{
  static const IkrarSqlMacro macros[] = { { "{LOCK}", "" }, { "{INT}", "INTEGER" }, { NULL } };
  g_autofree char *sql = ikrar_sql_fill (ikrar_sql_statement (name), macros);

  return g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
}

/* How SQLite goes about a statement: one line a step. */
static char *
plan_of (Fixture *fixture, const char *name)
{
  sqlite3 *handle = ((IkrarSqliteDb *) ikrar_store_get_db (fixture->store))->handle;
  g_autofree char *sql = explain (name);
  sqlite3_stmt *statement = NULL;
  GString *plan = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", (const char *) sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);
  return g_string_free (plan, FALSE);
}

static gboolean
may_scan (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    if (strcmp (scans[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
test_indexes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = ikrar_sql_names ();
  guint scanning = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *plan = plan_of (fixture, name);
      gboolean scans_table = strstr (plan, "SCAN ") != NULL;

      if (scans_table != may_scan (name) || strstr (plan, "AUTOMATIC") != NULL)
        g_error ("%s:\n%s", name, plan);
      scanning += scans_table;
    }
  g_assert_cmpuint (scanning, ==, G_N_ELEMENTS (scans));
}

/* A row that others refer to is deleted, or kept, without reading those tables from end to end. */
static void
test_references (Fixture *fixture, gconstpointer unused)
{
  static const char *const few[] = { "import_batch", "unit_alias", "pledge_wording", "checkpoint",
                                     NULL };
  g_autofree char *sql = g_strdup (
      "SELECT m.name || '.' || f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f "
      "WHERE m.type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) i, "
      "pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f.\"from\") "
      "AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) t WHERE t.pk = 1 "
      "AND t.name = f.\"from\") AND f.\"table\" IN ('event', 'person', 'participant', "
      "'event_session', 'unit')");
  sqlite3 *handle = ((IkrarSqliteDb *) ikrar_store_get_db (fixture->store))->handle;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (statement, 0);
      g_auto (GStrv) parts = g_strsplit (column, ".", 2);

      g_test_message ("%s has no index", column);
      g_assert_true (g_strv_contains (few, parts[0]));
    }
  sqlite3_finalize (statement);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/plan/indexes", test_indexes);
  fixture_test ("/store/plan/references", test_references);
  return g_test_run ();
}
