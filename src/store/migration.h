/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * ikrar_migration_newest:
 *
 * Any thread.
 *
 * Returns: the schema this program makes and knows
 */
int ikrar_migration_newest (void);

/**
 * ikrar_migration_check:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_TOO_NEW` if a newer version of Ikrar made the database
 */
gboolean ikrar_migration_check (IkrarDb *db, GError **error);

/**
 * ikrar_migration_run:
 * @db: a connection
 * @error: return location for an error
 *
 * Brings a database to the newest schema, each step N to N+1 in a transaction of its own. Programs
 * that start together upgrade once: the one that waited finds the work done.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_TOO_NEW`, or the error of the step that failed; the
 *   steps before it stand
 */
gboolean ikrar_migration_run (IkrarDb *db, GError **error);

/**
 * ikrar_migration_run_to:
 * @db: a connection
 * @schema: a schema that this program knows
 * @error: return location for an error
 *
 * As [func@migration_run], but no further than to a schema: for a copy of a database as it is.
 *
 * Returns: `FALSE` with the errors of [func@migration_run]
 */
gboolean ikrar_migration_run_to (IkrarDb *db, int schema, GError **error);

G_END_DECLS
