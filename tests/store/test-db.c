/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/db.h"

#include "store/error.h"
#include "store/fixture.h"
#include "store/sql.h"

static void
test_every_statement_prepares (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = ikrar_sql_names ();

  g_assert_cmpuint (names->len, >, 100);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;

      ikrar_db_prepare (ikrar_store_get_db (fixture->store), g_ptr_array_index (names, i), &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/db/every-statement-prepares", test_every_statement_prepares);
  return g_test_run ();
}
