/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/sql.h"

#include <string.h>

#include "store/fixture.h"
#include "store/sqlite-private.h"

/* How SQLite goes about a statement: one line a step. */
static char *
plan_of (Fixture *fixture, const char *name)
{
  sqlite3 *handle = ((IkrarSqliteDb *) ikrar_store_get_db (fixture->store))->handle;
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", ikrar_sql_statement (name), NULL);
  sqlite3_stmt *statement = NULL;
  GString *plan = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", (const char *) sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);
  return g_string_free (plan, FALSE);
}

static void
test_print (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = ikrar_sql_names ();

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *plan = plan_of (fixture, name);

      if (strstr (plan, "SCAN") != NULL || strstr (plan, "B-TREE") || strstr (plan, "AUTOMATIC"))
        g_print ("== %s\n%s", name, plan);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/plan/print", test_print);
  return g_test_run ();
}
