/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * IkrarBulk:
 *
 * New rows on their way into one table, by the fastest way that the engine has: a prepared INSERT
 * in SQLite, COPY in PostgreSQL. Belongs to a transaction of its connection; several may stand open
 * beside each other. A row may be held back until [func@bulk_flush], so nothing of it is read
 * before; nor is a row flushed before those that it refers to. One thread at a time.
 */
typedef struct _IkrarBulk IkrarBulk;

/**
 * ikrar_bulk_new:
 * @db: a connection in a transaction that may write
 * @table: name of a table; never from input
 * @columns: names of its columns, apart by ", "; those left out get their default; never from input
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bulk, or `NULL` with a store error
 */
IkrarBulk *ikrar_bulk_new (IkrarDb *db, const char *table, const char *columns, GError **error);

/**
 * ikrar_bulk_int:
 * @bulk: a bulk
 * @value: the value of the row's next column
 */
void ikrar_bulk_int (IkrarBulk *bulk, gint64 value);

/**
 * ikrar_bulk_text:
 * @bulk: a bulk
 * @value: (nullable): the value of the row's next column, which must live until the row ends;
 *   `NULL` counts as ""
 */
void ikrar_bulk_text (IkrarBulk *bulk, const char *value);

/**
 * ikrar_bulk_blob:
 * @bulk: a bulk
 * @data: (array length=size) (nullable): the value of the row's next column, which must live until
 *   the row ends
 * @size: how many bytes
 */
void ikrar_bulk_blob (IkrarBulk *bulk, gconstpointer data, gsize size);

/**
 * ikrar_bulk_end_row:
 * @bulk: a bulk whose row has a value for every column
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error, as [func@db_run] has them; the transaction is to be rolled
 *   back then
 */
gboolean ikrar_bulk_end_row (IkrarBulk *bulk, GError **error);

/**
 * ikrar_bulk_flush:
 * @bulk: a bulk between two rows
 * @error: return location for an error
 *
 * Brings the rows so far into the table, where statements of this connection see them.
 *
 * Returns: `FALSE` with a store error, as [func@db_run] has them; the transaction is to be rolled
 *   back then
 */
gboolean ikrar_bulk_flush (IkrarBulk *bulk, GError **error);

/**
 * ikrar_bulk_free:
 * @bulk: (transfer full) (nullable): a bulk; what was not flushed is dropped
 */
void ikrar_bulk_free (IkrarBulk *bulk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarBulk, ikrar_bulk_free)

G_END_DECLS
