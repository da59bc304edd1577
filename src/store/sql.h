/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarSqlMacro:
 * @name: such as `{INT}`
 * @text: what an engine writes there
 */
typedef struct
{
  const char *name;
  const char *text;
} IkrarSqlMacro;

/**
 * ikrar_sql_statement:
 * @name: name of a statement (`-- name: …` in `resources/sql/`)
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): its text, `NULL` if there is none
 */
const char *ikrar_sql_statement (const char *name);

/**
 * ikrar_sql_names:
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type utf8): the names of all statements, for tests that prepare
 *   each of them
 */
GPtrArray *ikrar_sql_names (void);

/**
 * ikrar_sql_fill:
 * @sql: a statement or script
 * @macros: (array zero-terminated=1): what to fill in
 *
 * Any thread.
 *
 * Returns: (transfer full): the text as an engine understands it
 */
char *ikrar_sql_fill (const char *sql, const IkrarSqlMacro *macros);

/**
 * ikrar_sql_script:
 * @resource: name of a file in `resources/sql/` without `.sql`
 * @macros: (array zero-terminated=1): what to fill in
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the script, `NULL` if there is none
 */
char *ikrar_sql_script (const char *resource, const IkrarSqlMacro *macros);

G_END_DECLS
