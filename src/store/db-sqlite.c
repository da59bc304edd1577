/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/ballast.h"
#include "store/error.h"
#include "store/file-private.h"
#include "store/sql.h"
#include "store/sqlite-private.h"

static const IkrarSqlMacro macros[] = {
  { "{INT}", "INTEGER" },
  { "{BLOB}", "BLOB" },
  { "{KEY}", "TEXT" },
  { "{STRICT}", "STRICT" },
  { "{COMPACT}", "STRICT, WITHOUT ROWID" },
  { "{LOCK}", "" }, /* there is one writer at a time */
  { NULL },
};

static const struct
{
  int code; /* extended code, or a primary one that stands for all of its kind */
  IkrarStoreError error;
  const char *message;
} failures[] = {
  { SQLITE_CONSTRAINT_UNIQUE, IKRAR_STORE_ERROR_DUPLICATE, N_ ("It is there already.") },
  { SQLITE_CONSTRAINT_PRIMARYKEY, IKRAR_STORE_ERROR_DUPLICATE, N_ ("It is there already.") },
  { SQLITE_CONSTRAINT, IKRAR_STORE_ERROR_CONFLICT,
    N_ ("Other records depend on it, or it may not be changed any more.") },
  { SQLITE_BUSY, IKRAR_STORE_ERROR_BUSY,
    N_ ("Another program is writing to the database. Try again in a moment.") },
  { SQLITE_LOCKED, IKRAR_STORE_ERROR_BUSY,
    N_ ("Another program is writing to the database. Try again in a moment.") },
  { SQLITE_FULL, IKRAR_STORE_ERROR_FULL,
    N_ ("The disk is full. Nothing that was confirmed is lost. Make room and try again.") },
  { SQLITE_READONLY, IKRAR_STORE_ERROR_READ_ONLY,
    N_ ("The database may not be written. Check the permissions of the file and its folder.") },
  { SQLITE_CANTOPEN, IKRAR_STORE_ERROR_READ_ONLY,
    N_ ("The database cannot be opened. Check the permissions of the file and its folder.") },
  { SQLITE_CORRUPT, IKRAR_STORE_ERROR_CORRUPT,
    N_ ("The database is damaged. Close Ikrar and restore a backup.") },
  { SQLITE_NOTADB, IKRAR_STORE_ERROR_CORRUPT,
    N_ ("The database is damaged. Close Ikrar and restore a backup.") },
};

/* What the system said last about the database file, or about its journal. */
static int
last_cause (sqlite3 *handle, int which)
{
  sqlite3_file *file = NULL;
  int cause = 0;

  if (sqlite3_file_control (handle, "main", which, &file) == SQLITE_OK && file != NULL &&
      file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &cause);
  return cause;
}

static gboolean
is_lack_of_room (int cause)
{
  return cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
}

/* A quota or a file size limit stops writing as a full disk does, but SQLite does not say so. */
static int
refine (sqlite3 *handle, int code)
{
  if ((code & 0xff) == SQLITE_IOERR &&
      (is_lack_of_room (sqlite3_system_errno (handle)) ||
       is_lack_of_room (last_cause (handle, SQLITE_FCNTL_JOURNAL_POINTER)) ||
       is_lack_of_room (last_cause (handle, SQLITE_FCNTL_FILE_POINTER))))
    return SQLITE_FULL;
  return code;
}

void
_ikrar_sqlite_set_error (GError **error, IkrarSqliteDb *self, int result)
{
  int code = refine (self->handle, result);

  self->full |= (code & 0xff) == SQLITE_FULL;
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].code == code || failures[i].code == (code & 0xff))
      {
        g_set_error (error, IKRAR_STORE_ERROR, failures[i].error, "%s (%s)",
                     _ (failures[i].message), sqlite3_errmsg (self->handle));
        return;
      }
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FAILED, _ ("The database failed: %s"),
               sqlite3_errmsg (self->handle));
}

gboolean
_ikrar_sqlite_exec (IkrarSqliteDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  _ikrar_sqlite_set_error (error, self, sqlite3_extended_errcode (self->handle));
  return FALSE;
}

static gint64
get_pragma (IkrarSqliteDb *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 value = 0;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

/* Under WAL a full disk cannot even be tidied up: the ballast makes the room that the next try
 * needs. */
static void
relieve (IkrarSqliteDb *self)
{
  if (self->full && ikrar_ballast_drop (self->path))
    sqlite3_exec (self->handle, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
  self->full = FALSE;
}

static gboolean
sqlite_begin (IkrarDb *db, GError **error)
{
  IkrarSqliteDb *self = (IkrarSqliteDb *) db;

  if (_ikrar_sqlite_exec (self, "BEGIN IMMEDIATE", error))
    return TRUE;
  relieve (self);
  return FALSE;
}

static gboolean
sqlite_begin_read (IkrarDb *db, GError **error)
{
  return _ikrar_sqlite_exec ((IkrarSqliteDb *) db, "BEGIN", error);
}

static gboolean
sqlite_commit (IkrarDb *db, GError **error)
{
  return _ikrar_sqlite_exec ((IkrarSqliteDb *) db, "COMMIT", error);
}

static void
sqlite_rollback (IkrarDb *db)
{
  IkrarSqliteDb *self = (IkrarSqliteDb *) db;

  /* A full disk may have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  relieve (self);
}

static gint64
sqlite_changes (IkrarDb *db)
{
  return sqlite3_changes64 (((IkrarSqliteDb *) db)->handle);
}

static gboolean
sqlite_execute (IkrarDb *db, const char *resource, GError **error)
{
  g_autofree char *script = ikrar_sql_script (resource, macros);

  g_assert (script != NULL);

  return _ikrar_sqlite_exec ((IkrarSqliteDb *) db, script, error);
}

static int
sqlite_get_schema (IkrarDb *db)
{
  return (int) get_pragma ((IkrarSqliteDb *) db, "PRAGMA user_version");
}

static gboolean
sqlite_set_schema (IkrarDb *db, int schema, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version=%d", schema);

  if (schema == 1 && !sqlite_execute (db, "guard-sqlite", error))
    return FALSE;
  if (schema == 4 && !sqlite_execute (db, "guard-door-sqlite", error))
    return FALSE;
  return _ikrar_sqlite_exec ((IkrarSqliteDb *) db, sql, error);
}

/* The first line of what a check says: `ok`, or what is damaged. NULL if it could not be made. */
static char *
run_check (IkrarSqliteDb *self, const char *sql, int *code)
{
  sqlite3_stmt *statement = NULL;
  char *result = NULL;

  *code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (*code == SQLITE_OK)
    *code = sqlite3_step (statement);
  if (*code == SQLITE_ROW)
    result = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return result;
}

static gboolean
is_damage (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

static gboolean
sqlite_check (IkrarDb *db, gboolean thorough, GError **error)
{
  IkrarSqliteDb *self = (IkrarSqliteDb *) db;
  int code;
  g_autofree char *result =
      run_check (self, thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", &code);

  if (g_strcmp0 (result, "ok") == 0)
    return TRUE;
  if (result == NULL && !is_damage (code))
    {
      _ikrar_sqlite_set_error (error, self, code);
      return FALSE;
    }
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT,
               _ ("The database %s is damaged (%s). It was left as it is; restore a backup."),
               self->path, result != NULL ? result : sqlite3_errmsg (self->handle));
  return FALSE;
}

static gboolean
vacuum_into (IkrarSqliteDb *self, const char *path, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->handle, "VACUUM INTO ?1", -1, &statement, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
      code = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (code == SQLITE_DONE)
    return TRUE;
  _ikrar_sqlite_set_error (error, self, sqlite3_extended_errcode (self->handle));
  return FALSE;
}

/* SQLite fills an empty file as well; made before, nobody else can read it at any moment. */
static gboolean
sqlite_copy (IkrarDb *db, const char *path, GError **error)
{
  if (!_ikrar_file_create (path, error))
    return FALSE;
  if (vacuum_into ((IkrarSqliteDb *) db, path, error))
    return TRUE;
  _ikrar_file_remove_database (path);
  return FALSE;
}

static gboolean
sqlite_flush (IkrarDb *db, GError **error)
{
  return _ikrar_sqlite_exec ((IkrarSqliteDb *) db, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}

/* Leaving WAL needs the file for oneself alone. */
static gboolean
sqlite_claim (IkrarDb *db, GError **error)
{
  IkrarSqliteDb *self = (IkrarSqliteDb *) db;

  sqlite3_busy_timeout (self->handle, 0);
  return _ikrar_sqlite_exec (self, "PRAGMA journal_mode=DELETE", error);
}

static gint64
sqlite_version (IkrarDb *db)
{
  return get_pragma ((IkrarSqliteDb *) db, "PRAGMA data_version");
}

/* Nobody tells that a file was changed: it is looked at again after a while. */
static gboolean
sqlite_wait (IkrarDb *db, int wake, guint timeout_ms, GError **error)
{
  GPollFD poll = { .fd = wake, .events = G_IO_IN };

  g_poll (&poll, 1, (int) timeout_ms);
  return TRUE;
}

/* A file is never gone. */
static gboolean
sqlite_reconnect (IkrarDb *db, GError **error)
{
  return TRUE;
}

static void
sqlite_interrupt (IkrarDb *db)
{
  sqlite3_interrupt (((IkrarSqliteDb *) db)->handle);
}

static const char *
sqlite_get_path (IkrarDb *db)
{
  return ((IkrarSqliteDb *) db)->path;
}

static void
sqlite_close (IkrarDb *db)
{
  IkrarSqliteDb *self = (IkrarSqliteDb *) db;

  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

static const IkrarDbEngine engine = {
  .macros = macros,
  .begin = sqlite_begin,
  .begin_beside = sqlite_begin,
  .begin_read = sqlite_begin_read,
  .commit = sqlite_commit,
  .rollback = sqlite_rollback,
  .prepare = _ikrar_sqlite_prepare,
  .finalize = _ikrar_sqlite_finalize,
  .bind_int = _ikrar_sqlite_bind_int,
  .bind_text = _ikrar_sqlite_bind_text,
  .bind_blob = _ikrar_sqlite_bind_blob,
  .step = _ikrar_sqlite_step,
  .reset = _ikrar_sqlite_reset,
  .get_int = _ikrar_sqlite_get_int,
  .get_text = _ikrar_sqlite_get_text,
  .get_blob = _ikrar_sqlite_get_blob,
  .changes = sqlite_changes,
  .bulk_new = _ikrar_sqlite_bulk_new,
  .bulk_int = _ikrar_sqlite_bulk_int,
  .bulk_text = _ikrar_sqlite_bulk_text,
  .bulk_blob = _ikrar_sqlite_bulk_blob,
  .bulk_end_row = _ikrar_sqlite_bulk_end_row,
  .bulk_flush = _ikrar_sqlite_bulk_flush,
  .bulk_free = _ikrar_sqlite_bulk_free,
  .execute = sqlite_execute,
  .get_schema = sqlite_get_schema,
  .set_schema = sqlite_set_schema,
  .check = sqlite_check,
  .copy = sqlite_copy,
  .flush = sqlite_flush,
  .claim = sqlite_claim,
  .version = sqlite_version,
  .wait = sqlite_wait,
  .reconnect = sqlite_reconnect,
  .interrupt = sqlite_interrupt,
  .get_path = sqlite_get_path,
  .close = sqlite_close,
};

IkrarDb *
_ikrar_db_sqlite_open (const char *path, IkrarDbMode mode, GError **error)
{
  IkrarSqliteDb *self = g_new0 (IkrarSqliteDb, 1);

  self->parent.engine = &engine;
  self->path = g_canonicalize_filename (path, NULL);
  if (_ikrar_sqlite_open (self, mode, error))
    return &self->parent;
  sqlite_close (&self->parent);
  return NULL;
}
