/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <sqlite3.h>

#include "store/db-private.h"

G_BEGIN_DECLS

/* "IKR1" */
#define IKRAR_SQLITE_APPLICATION_ID 0x494B5231

typedef struct
{
  IkrarDb parent;
  sqlite3 *handle;
  char *path;
  gboolean full; /* the disk was full in this transaction */
} IkrarSqliteDb;

/* Sets the error that a result code stands for. */
void _ikrar_sqlite_set_error (GError **error, IkrarSqliteDb *db, int code);

/* Runs plain SQL. */
gboolean _ikrar_sqlite_exec (IkrarSqliteDb *db, const char *sql, GError **error);

/* Opens the file and brings the connection to its settings; sqlite-file.c. */
gboolean _ikrar_sqlite_open (IkrarSqliteDb *db, IkrarDbMode mode, GError **error);

/* How a commit becomes durable on a file system of this kind (f_type of statfs). */
const char *_ikrar_sqlite_journal_pragma (guint32 file_system);

/* The engine's half that is about statements; sqlite-statement.c. */
IkrarStatement *
_ikrar_sqlite_prepare (IkrarDb *db, const char *name, const char *sql, GError **error);
void _ikrar_sqlite_finalize (IkrarStatement *statement);
gboolean _ikrar_sqlite_bind_int (IkrarStatement *statement, guint parameter, gint64 value);
gboolean
_ikrar_sqlite_bind_text (IkrarStatement *statement, guint parameter, const char *text, gsize size);
gboolean _ikrar_sqlite_bind_blob (IkrarStatement *statement,
                                  guint parameter,
                                  gconstpointer data,
                                  gsize size);
IkrarStep _ikrar_sqlite_step (IkrarStatement *statement, GError **error);
void _ikrar_sqlite_reset (IkrarStatement *statement);
gint64 _ikrar_sqlite_get_int (IkrarStatement *statement, guint column);
const char *_ikrar_sqlite_get_text (IkrarStatement *statement, guint column);
gconstpointer _ikrar_sqlite_get_blob (IkrarStatement *statement, guint column, gsize *size);

/* The engine's part that loads many rows; sqlite-bulk.c. */
IkrarBulk *_ikrar_sqlite_bulk_new (IkrarDb *db,
                                   const char *table,
                                   const char *columns,
                                   guint n_columns,
                                   GError **error);
gboolean _ikrar_sqlite_bulk_int (IkrarBulk *bulk, gint64 value);
gboolean _ikrar_sqlite_bulk_text (IkrarBulk *bulk, const char *text, gsize size);
gboolean _ikrar_sqlite_bulk_blob (IkrarBulk *bulk, gconstpointer data, gsize size);
gboolean _ikrar_sqlite_bulk_end_row (IkrarBulk *bulk, GError **error);
gboolean _ikrar_sqlite_bulk_flush (IkrarBulk *bulk, GError **error);
void _ikrar_sqlite_bulk_free (IkrarBulk *bulk);

G_END_DECLS
