/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/migration.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"

/* Scripts in resources/sql/; the n-th one leads to schema n. Never edited after a release. */
static const char *const steps[] = { "0001-schema", "0002-exchange", "0003-roster", "0004-door" };

int
ikrar_migration_newest (void)
{
  return G_N_ELEMENTS (steps);
}

/* Looks again inside the transaction: another program may have done the step meanwhile. */
static gboolean
run_step (IkrarDb *db, int schema, GError **error)
{
  if (!ikrar_db_begin (db, error))
    return FALSE;
  if (ikrar_db_get_schema (db) < schema &&
      !(ikrar_db_execute (db, steps[schema - 1], error) && ikrar_db_set_schema (db, schema, error)))
    {
      ikrar_db_rollback (db);
      return FALSE;
    }
  return ikrar_db_commit (db, error);
}

gboolean
ikrar_migration_check (IkrarDb *db, GError **error)
{
  int schema = ikrar_db_get_schema (db);

  if (schema <= ikrar_migration_newest ())
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_TOO_NEW,
               _ ("The database was made by a newer version of Ikrar (schema %d, this program "
                  "knows %d). It was left as it is; update Ikrar."),
               schema, ikrar_migration_newest ());
  return FALSE;
}

gboolean
ikrar_migration_run_to (IkrarDb *db, int schema, GError **error)
{
  if (!ikrar_migration_check (db, error))
    return FALSE;
  for (int step = ikrar_db_get_schema (db) + 1; step <= schema; step++)
    if (!run_step (db, step, error))
      return FALSE;
  return TRUE;
}

gboolean
ikrar_migration_run (IkrarDb *db, GError **error)
{
  return ikrar_migration_run_to (db, ikrar_migration_newest (), error);
}
