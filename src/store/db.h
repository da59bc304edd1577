/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkrarDb:
 *
 * One connection to a database. One of two engines stands behind it (SQLite for a file, PostgreSQL
 * for a server that many desks share); nothing above this header knows which. One thread at a time.
 *
 * Statements are not written in C: each stands once, named, in `resources/sql/`, with parameters
 * `$1`, `$2`, ... and runs on every engine, but for the few words in braces that an engine fills
 * in.
 */
typedef struct _IkrarDb IkrarDb;

/**
 * IkrarStatement:
 *
 * A named statement of one connection, prepared once and kept. Owned by the connection. Asking for
 * it again starts it afresh, so a statement is never read while it is asked for a second time.
 */
typedef struct _IkrarStatement IkrarStatement;

/**
 * IkrarDbMode:
 * @IKRAR_DB_CREATE: open, or make an empty database
 * @IKRAR_DB_OPEN: open what exists
 * @IKRAR_DB_READ_ONLY: open what exists and change nothing, not even by recovery
 */
typedef enum
{
  IKRAR_DB_CREATE,
  IKRAR_DB_OPEN,
  IKRAR_DB_READ_ONLY,
} IkrarDbMode;

/**
 * IkrarStep:
 * @IKRAR_STEP_ROW: a row can be read
 * @IKRAR_STEP_DONE: no more rows
 * @IKRAR_STEP_ERROR: it failed
 */
typedef enum
{
  IKRAR_STEP_ROW,
  IKRAR_STEP_DONE,
  IKRAR_STEP_ERROR,
} IkrarStep;

/**
 * ikrar_db_uri_is_shared:
 * @uri: a path, or the address of a shared database
 *
 * Returns: whether it is an address, `postgresql://…`
 */
gboolean ikrar_db_uri_is_shared (const char *uri);

/**
 * ikrar_db_set_password:
 * @uri: the address of a shared database
 * @password: (nullable): its password; `NULL` forgets it
 *
 * Keeps the password for connections to @uri that this program makes from now on. Without one,
 * the file of `PGPASSFILE` is asked. It is never written anywhere.
 *
 * Any thread.
 */
void ikrar_db_set_password (const char *uri, const char *password);

/**
 * ikrar_db_open:
 * @uri: a path, or `postgresql://user@host:port/name`, with several hosts if a standby takes over.
 *   An address with a password in it is refused: others could read it in the list of processes.
 * @mode: how
 * @error: return location for an error
 *
 * Opens a connection and brings it to the settings that were measured to lose nothing (SQLite: WAL,
 * synchronous=FULL, foreign keys, defensive mode; PostgreSQL: a dead link is noticed within
 * seconds). Does not look at the schema: see [func@migration_run].
 *
 * Returns: (transfer full) (nullable): the connection, or `NULL` with an error of
 *   `IKRAR_STORE_ERROR`: `NOT_FOUND`, `READ_ONLY`, `FOREIGN`, `TOO_NEW`, `CORRUPT`, `BUSY`, `LOST`,
 *   `INVALID`, `FAILED`. A file that is refused is left untouched.
 */
IkrarDb *ikrar_db_open (const char *uri, IkrarDbMode mode, GError **error);

/**
 * ikrar_db_close:
 * @db: (transfer full) (nullable): a connection; an open transaction is rolled back
 */
void ikrar_db_close (IkrarDb *db);

/**
 * ikrar_db_begin:
 * @db: a connection
 * @error: return location for an error
 *
 * Begins a transaction that may write; waits up to five seconds for another writer. There is no
 * nesting.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_BUSY` or another store error
 */
gboolean ikrar_db_begin (IkrarDb *db, GError **error);

/**
 * ikrar_db_begin_beside:
 * @db: a connection
 * @error: return location for an error
 *
 * As [func@db_begin], but on a server other writers go on meanwhile: for a change that locks, by
 * statements with `{LOCK}`, whatever it decides by. On SQLite the two are the same.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_db_begin_beside (IkrarDb *db, GError **error);

/**
 * ikrar_db_begin_read:
 * @db: a connection
 * @error: return location for an error
 *
 * Begins a transaction in which all statements read the same state, whatever others write
 * meanwhile. End it with [func@db_rollback].
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_db_begin_read (IkrarDb *db, GError **error);

/**
 * ikrar_db_commit:
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Commits durably: when this returns `TRUE`, a power cut loses nothing. On failure the transaction
 * has been rolled back.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_db_commit (IkrarDb *db, GError **error);

/**
 * ikrar_db_rollback:
 * @db: a connection; without a transaction nothing happens
 */
void ikrar_db_rollback (IkrarDb *db);

/**
 * ikrar_db_in_transaction:
 * @db: a connection
 *
 * Returns: whether a transaction is open
 */
gboolean ikrar_db_in_transaction (IkrarDb *db);

/**
 * ikrar_db_query:
 * @db: a connection
 * @name: name of a statement
 * @error: return location for an error
 * @types: a letter for each parameter: `i` gint64, `t` const char * (`NULL` counts as ""), `b`
 *   const void * and gsize
 * @...: the parameters, in order; text and blobs must live until the last step
 *
 * Starts a named statement. Read its rows with [func@statement_step].
 *
 * Returns: (transfer none) (nullable): the statement, or `NULL` with a store error
 */
IkrarStatement *
ikrar_db_query (IkrarDb *db, const char *name, GError **error, const char *types, ...);

/**
 * ikrar_db_run:
 * @db: a connection
 * @name: name of a statement
 * @error: return location for an error
 * @types: as for [func@db_query]
 * @...: the parameters
 *
 * Runs a statement to its end and ignores its rows.
 *
 * Returns: `FALSE` with a store error: `IKRAR_STORE_ERROR_DUPLICATE` for a unique value that is
 *   there already, `IKRAR_STORE_ERROR_CONFLICT` for a row that others depend on,
 *   `IKRAR_STORE_ERROR_INVALID` for a text that is not UTF-8 or a value beyond 16 MiB
 */
gboolean ikrar_db_run (IkrarDb *db, const char *name, GError **error, const char *types, ...);

/**
 * ikrar_db_get_int:
 * @db: a connection
 * @name: name of a statement
 * @value: (out): first column of the first row, 0 if there is no row
 * @error: return location for an error
 * @types: as for [func@db_query]
 * @...: the parameters
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_db_get_int (IkrarDb *db,
                           const char *name,
                           gint64 *value,
                           GError **error,
                           const char *types,
                           ...);

/**
 * ikrar_db_get_text:
 * @db: a connection
 * @name: name of a statement
 * @error: return location for an error
 * @types: as for [func@db_query]
 * @...: the parameters
 *
 * Returns: (transfer full) (nullable): first column of the first row, "" if there is no row;
 *   `NULL` with a store error
 */
char *ikrar_db_get_text (IkrarDb *db, const char *name, GError **error, const char *types, ...);

/**
 * ikrar_db_changes:
 * @db: a connection
 *
 * Returns: how many rows the last statement wrote or deleted
 */
gint64 ikrar_db_changes (IkrarDb *db);

/**
 * ikrar_db_prepare:
 * @db: a connection
 * @name: name of a statement
 * @error: return location for an error
 *
 * Like [func@db_query] for parameters that are bound one by one.
 *
 * Returns: (transfer none) (nullable): the statement, or `NULL` with a store error
 */
IkrarStatement *ikrar_db_prepare (IkrarDb *db, const char *name, GError **error);

/**
 * ikrar_statement_bind_int:
 * @statement: a statement
 * @parameter: 1 for `$1`
 * @value: the value
 */
void ikrar_statement_bind_int (IkrarStatement *statement, guint parameter, gint64 value);

/**
 * ikrar_statement_bind_text:
 * @statement: a statement
 * @parameter: 1 for `$1`
 * @value: (nullable): the value, which must live until the last step; `NULL` counts as ""
 */
void ikrar_statement_bind_text (IkrarStatement *statement, guint parameter, const char *value);

/**
 * ikrar_statement_bind_blob:
 * @statement: a statement
 * @parameter: 1 for `$1`
 * @data: (array length=size): the value, which must live until the last step
 * @size: how many bytes
 */
void ikrar_statement_bind_blob (IkrarStatement *statement,
                                guint parameter,
                                gconstpointer data,
                                gsize size);

/**
 * ikrar_statement_step:
 * @statement: a statement
 * @error: return location for an error
 *
 * Goes to the next row. After the last one the statement is free to be asked for again.
 *
 * Returns: what happened; %IKRAR_STEP_ERROR with a store error
 */
IkrarStep ikrar_statement_step (IkrarStatement *statement, GError **error);

/**
 * ikrar_statement_reset:
 * @statement: (nullable): a statement that is not read to its end
 *
 * Gives up the rows that are left; a statement left half-read holds back other writers.
 */
void ikrar_statement_reset (IkrarStatement *statement);

/**
 * ikrar_statement_get_int:
 * @statement: a statement at a row
 * @column: from 0
 *
 * Returns: the value
 */
gint64 ikrar_statement_get_int (IkrarStatement *statement, guint column);

/**
 * ikrar_statement_get_text:
 * @statement: a statement at a row
 * @column: from 0
 *
 * Returns: (transfer none): the value, never `NULL`, until the next step
 */
const char *ikrar_statement_get_text (IkrarStatement *statement, guint column);

/**
 * ikrar_statement_get_blob:
 * @statement: a statement at a row
 * @column: from 0
 * @size: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): the value, until the next step
 */
gconstpointer ikrar_statement_get_blob (IkrarStatement *statement, guint column, gsize *size);

/**
 * ikrar_db_execute:
 * @db: a connection
 * @resource: name of a file in `resources/sql/` without `.sql`
 * @error: return location for an error
 *
 * Runs a script of statements, such as a migration.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_db_execute (IkrarDb *db, const char *resource, GError **error);

/**
 * ikrar_db_get_schema:
 * @db: a connection
 *
 * Returns: number of the newest migration the database has, 0 for an empty one
 */
int ikrar_db_get_schema (IkrarDb *db);

/**
 * ikrar_db_set_schema:
 * @db: a connection in a transaction
 * @schema: number of a migration
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_db_set_schema (IkrarDb *db, int schema, GError **error);

/**
 * ikrar_db_check:
 * @db: a connection
 * @thorough: also compare every index with its table
 * @error: return location for an error
 *
 * Looks for damage in the file.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CORRUPT`, naming what is damaged, or another store error
 *   if it could not be looked at
 */
gboolean ikrar_db_check (IkrarDb *db, gboolean thorough, GError **error);

/**
 * ikrar_db_copy:
 * @db: a connection
 * @path: a file that does not exist yet
 * @error: return location for an error
 *
 * Writes a compact, consistent copy as an SQLite file while others go on writing. Only its owner
 * may read it.
 *
 * Returns: `FALSE` with a store error or an error of writing; then there is no file
 */
gboolean ikrar_db_copy (IkrarDb *db, const char *path, GError **error);

/**
 * ikrar_db_flush:
 * @db: a connection without a transaction
 * @error: return location for an error
 *
 * Brings the journal into the database file and empties it, as far as others who read let it. After
 * something was erased, it is in neither of them then.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_db_flush (IkrarDb *db, GError **error);

/**
 * ikrar_db_claim:
 * @db: a connection
 * @error: return location for an error
 *
 * Makes sure that nobody else has the database open, before it is replaced. Close the connection
 * afterwards.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_BUSY` if somebody has
 */
gboolean ikrar_db_claim (IkrarDb *db, GError **error);

/**
 * ikrar_db_version:
 * @db: a connection
 *
 * Returns: a number that changes when another connection, in this or any other process, committed
 */
gint64 ikrar_db_version (IkrarDb *db);

/**
 * ikrar_db_wait:
 * @db: a connection without a transaction
 * @wake: a file descriptor that ends the wait when it can be read
 * @timeout_ms: how long
 * @error: return location for an error
 *
 * Waits until somebody may have committed. A hint comes at once from a server, and never from a
 * file; [func@db_version] tells the truth. Does not read from @wake.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_LOST` when the link is gone
 */
gboolean ikrar_db_wait (IkrarDb *db, int wake, guint timeout_ms, GError **error);

/**
 * ikrar_db_set_hasty:
 * @db: a connection
 * @hasty: whether its user goes on elsewhere when the link breaks
 *
 * A hasty connection to a server gives up within two or three seconds when a cable is cut, six
 * otherwise, and says so at once: it does not try to reach the server anew before the next use. A
 * file takes no notice.
 */
void ikrar_db_set_hasty (IkrarDb *db, gboolean hasty);

/**
 * ikrar_db_reconnect:
 * @db: a connection without a transaction
 * @patience_ms: how long to try, with pauses that grow; 0 tries once
 * @error: return location for an error
 *
 * Connects anew after `IKRAR_STORE_ERROR_LOST`, to whichever of the hosts takes writes now.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_LOST` or another store error
 */
gboolean ikrar_db_reconnect (IkrarDb *db, guint patience_ms, GError **error);

/**
 * ikrar_db_interrupt:
 * @db: a connection
 *
 * Makes the statement that runs fail soon with `G_IO_ERROR_CANCELLED`. The only call that is right
 * from another thread.
 */
void ikrar_db_interrupt (IkrarDb *db);

/**
 * ikrar_db_get_path:
 * @db: a connection
 *
 * Returns: (transfer none) (nullable): the file, `NULL` if the database is a server's
 */
const char *ikrar_db_get_path (IkrarDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDb, ikrar_db_close)

G_END_DECLS
