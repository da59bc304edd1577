/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/sqlite-private.h"

#define PARAMETERS_MAX 24

typedef struct
{
  IkrarStatement parent;
  sqlite3_stmt *handle;
  int positions[PARAMETERS_MAX + 1]; /* of $1, $2, ... among SQLite's named parameters */
} SqliteStatement;

static void
find_positions (SqliteStatement *self)
{
  for (guint i = 1; i <= PARAMETERS_MAX; i++)
    {
      char parameter[8];

      g_snprintf (parameter, sizeof parameter, "$%u", i);
      self->positions[i] = sqlite3_bind_parameter_index (self->handle, parameter);
    }
}

IkrarStatement *
_ikrar_sqlite_prepare (IkrarDb *db, const char *name, const char *sql, GError **error)
{
  IkrarSqliteDb *self = (IkrarSqliteDb *) db;
  SqliteStatement *statement;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code != SQLITE_OK)
    {
      _ikrar_sqlite_set_error (error, self, code);
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  statement = g_new0 (SqliteStatement, 1);
  statement->parent.db = db;
  statement->parent.name = g_intern_string (name);
  statement->parent.n_parameters = (guint) sqlite3_bind_parameter_count (handle);
  statement->handle = handle;
  find_positions (statement);
  return &statement->parent;
}

void
_ikrar_sqlite_finalize (IkrarStatement *statement)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  sqlite3_finalize (self->handle);
  g_free (self);
}

static int
position_of (SqliteStatement *self, guint parameter)
{
  g_assert (parameter <= PARAMETERS_MAX && self->positions[parameter] > 0);

  return self->positions[parameter];
}

gboolean
_ikrar_sqlite_bind_int (IkrarStatement *statement, guint parameter, gint64 value)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  return sqlite3_bind_int64 (self->handle, position_of (self, parameter), value) == SQLITE_OK;
}

gboolean
_ikrar_sqlite_bind_text (IkrarStatement *statement, guint parameter, const char *text, gsize size)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  return sqlite3_bind_text64 (self->handle, position_of (self, parameter), text, size,
                              SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK;
}

gboolean
_ikrar_sqlite_bind_blob (IkrarStatement *statement, guint parameter, gconstpointer data, gsize size)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  return sqlite3_bind_blob64 (self->handle, position_of (self, parameter), size > 0 ? data : "",
                              size, SQLITE_STATIC) == SQLITE_OK;
}

/* Some errors end the whole transaction. What follows must not run on its own then. */
static gboolean
has_lost_transaction (IkrarSqliteDb *db)
{
  return db->parent.in_transaction && sqlite3_get_autocommit (db->handle);
}

IkrarStep
_ikrar_sqlite_step (IkrarStatement *statement, GError **error)
{
  SqliteStatement *self = (SqliteStatement *) statement;
  IkrarSqliteDb *db = (IkrarSqliteDb *) statement->db;
  int code;

  if (has_lost_transaction (db))
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FAILED,
                           _ ("The change was taken back after an error. Try again."));
      return IKRAR_STEP_ERROR;
    }
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return IKRAR_STEP_ROW;
  if (code == SQLITE_DONE)
    return IKRAR_STEP_DONE;
  _ikrar_sqlite_set_error (error, db, code);
  return IKRAR_STEP_ERROR;
}

void
_ikrar_sqlite_reset (IkrarStatement *statement)
{
  sqlite3_reset (((SqliteStatement *) statement)->handle);
}

gint64
_ikrar_sqlite_get_int (IkrarStatement *statement, guint column)
{
  return sqlite3_column_int64 (((SqliteStatement *) statement)->handle, (int) column);
}

const char *
_ikrar_sqlite_get_text (IkrarStatement *statement, guint column)
{
  const unsigned char *text =
      sqlite3_column_text (((SqliteStatement *) statement)->handle, (int) column);

  return text != NULL ? (const char *) text : "";
}

gconstpointer
_ikrar_sqlite_get_blob (IkrarStatement *statement, guint column, gsize *size)
{
  SqliteStatement *self = (SqliteStatement *) statement;
  gconstpointer data = sqlite3_column_blob (self->handle, (int) column);

  *size = (gsize) sqlite3_column_bytes (self->handle, (int) column);
  return data;
}
