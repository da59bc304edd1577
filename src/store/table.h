/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarTable:
 * @name: name of the table
 * @columns: names of its columns in the order of the schema, apart by ", "
 * @types: a letter for each column, as [func@db_query] has them
 * @n_key: how many of them, from the first, are the primary key
 * @page: how many rows may be held in memory at once
 * @since: the schema that made it
 * @n_first: how many columns it had before schema @widened
 * @widened: the schema that added the rest of them; 0 if it has them all from the first
 *
 * A table of the schema.
 */
typedef struct
{
  const char *name;
  const char *columns;
  const char *types;
  guint n_key;
  guint page;
  int since;
  guint n_first;
  int widened;
} IkrarTable;

/**
 * ikrar_tables:
 * @count: (out): how many
 *
 * Every table that both engines have, those that others refer to before them. A migration that
 * adds a table or a column adds it here.
 *
 * Any thread.
 *
 * Returns: (transfer none) (array length=count): the tables
 */
const IkrarTable *ikrar_tables (guint *count);

/**
 * ikrar_table_n_columns:
 * @table: a table
 * @schema: a schema that has it
 *
 * Any thread.
 *
 * Returns: how many columns it has there
 */
guint ikrar_table_n_columns (const IkrarTable *table, int schema);

/**
 * ikrar_table_columns:
 * @table: a table
 * @schema: a schema that has it
 *
 * Any thread.
 *
 * Returns: (transfer full): names of the columns it has there, apart by ", "
 */
char *ikrar_table_columns (const IkrarTable *table, int schema);

G_END_DECLS
