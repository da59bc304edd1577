/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "store/error.h"
#include "store/postgres-private.h"

#define PARAMETERS_MAX 24
#define BINARY 1

/* A statement is sent to be prepared when it first runs: only then the types of its parameters are
 * known, and no cast has to stand in its text. Its rows are held here all at once, so that others
 * may run while they are read. */
typedef struct
{
  IkrarStatement parent;
  char *sql;
  char handle[16];
  guint generation; /* of the link that knows it, 0 for none */
  Oid types[PARAMETERS_MAX];
  const char *values[PARAMETERS_MAX];
  int sizes[PARAMETERS_MAX];
  guint64 numbers[PARAMETERS_MAX]; /* in the byte order of the network */
  PGresult *rows;                  /* NULL before the first step */
  int row;
} PostgresStatement;

static const int binary[PARAMETERS_MAX] = {
  BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY,
  BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY, BINARY,
};

/* The highest of `$1`, `$2`, ... */
static guint
count_parameters (const char *sql)
{
  guint count = 0;

  for (const char *mark = strchr (sql, '$'); mark != NULL; mark = strchr (mark + 1, '$'))
    count = MAX (count, (guint) strtoul (mark + 1, NULL, 10));
  return count;
}

IkrarStatement *
_ikrar_postgres_prepare (IkrarDb *db, const char *name, const char *sql, GError **error)
{
  PostgresStatement *self = g_new0 (PostgresStatement, 1);

  self->parent.db = db;
  self->parent.name = g_intern_string (name);
  self->parent.n_parameters = count_parameters (sql);
  g_assert (self->parent.n_parameters <= PARAMETERS_MAX);
  self->sql = g_strdup (sql);
  g_snprintf (self->handle, sizeof self->handle, "s%u", ((IkrarPostgresDb *) db)->n_statements++);
  return &self->parent;
}

void
_ikrar_postgres_finalize (IkrarStatement *statement)
{
  PostgresStatement *self = (PostgresStatement *) statement;

  PQclear (self->rows);
  g_free (self->sql);
  g_free (self);
}

static void
bind (IkrarStatement *statement, guint parameter, Oid type, gconstpointer data, gsize size)
{
  PostgresStatement *self = (PostgresStatement *) statement;
  guint place = parameter - 1;

  g_assert (parameter >= 1 && parameter <= statement->n_parameters);

  if (self->types[place] != type)
    self->generation = 0;
  self->types[place] = type;
  self->values[place] = data;
  self->sizes[place] = (int) size;
}

gboolean
_ikrar_postgres_bind_int (IkrarStatement *statement, guint parameter, gint64 value)
{
  guint64 *number = &((PostgresStatement *) statement)->numbers[parameter - 1];

  *number = GUINT64_TO_BE ((guint64) value);
  bind (statement, parameter, IKRAR_POSTGRES_INT8, number, sizeof *number);
  return TRUE;
}

gboolean
_ikrar_postgres_bind_text (IkrarStatement *statement, guint parameter, const char *text, gsize size)
{
  bind (statement, parameter, IKRAR_POSTGRES_TEXT, text, size);
  return size <= IKRAR_DB_VALUE_SIZE_MAX;
}

gboolean
_ikrar_postgres_bind_blob (IkrarStatement *statement,
                           guint parameter,
                           gconstpointer data,
                           gsize size)
{
  bind (statement, parameter, IKRAR_POSTGRES_BYTEA, size > 0 ? data : "", size);
  return size <= IKRAR_DB_VALUE_SIZE_MAX;
}

static gboolean
prepare_at_server (IkrarPostgresDb *db, PostgresStatement *self, GError **error)
{
  PGresult *result;
  gboolean ok;

  if (self->generation == db->generation)
    return TRUE;
  /* One of other types, or of a link that is gone, leaves its name alone. */
  g_snprintf (self->handle, sizeof self->handle, "s%u", db->n_statements++);
  result =
      PQprepare (db->link, self->handle, self->sql, (int) self->parent.n_parameters, self->types);
  ok = PQresultStatus (result) == PGRES_COMMAND_OK;
  if (ok)
    self->generation = db->generation;
  else
    {
      _ikrar_postgres_set_error (error, db, result);
      g_prefix_error (error, "%s: ", self->parent.name);
    }
  PQclear (result);
  return ok;
}

static gboolean
run (IkrarPostgresDb *db, PostgresStatement *self, GError **error)
{
  ExecStatusType status;

  if (!prepare_at_server (db, self, error))
    return FALSE;
  self->rows = PQexecPrepared (db->link, self->handle, (int) self->parent.n_parameters,
                               self->values, self->sizes, binary, BINARY);
  self->row = -1;
  status = PQresultStatus (self->rows);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
    {
      db->changes = g_ascii_strtoll (PQcmdTuples (self->rows), NULL, 10);
      return TRUE;
    }
  _ikrar_postgres_set_error (error, db, self->rows);
  g_clear_pointer (&self->rows, PQclear);
  return FALSE;
}

static gboolean
is_read (const PostgresStatement *self)
{
  return g_str_has_prefix (self->sql, "SELECT");
}

/* A link that broke while nobody used it is made anew. What only reads is asked again; whether a
 * write was done before the link broke is not known here. */
static gboolean
run_or_reconnect (IkrarPostgresDb *db, PostgresStatement *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (db->parent.in_transaction)
    return run (db, self, error);
  if (_ikrar_postgres_is_lost (db) && !_ikrar_postgres_connect (db, error))
    return FALSE;
  if (run (db, self, &local))
    return TRUE;
  if (!db->parent.hasty && _ikrar_postgres_is_lost (db) && is_read (self))
    return _ikrar_postgres_connect (db, error) && run (db, self, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

IkrarStep
_ikrar_postgres_step (IkrarStatement *statement, GError **error)
{
  PostgresStatement *self = (PostgresStatement *) statement;

  if (self->rows == NULL && !run_or_reconnect ((IkrarPostgresDb *) statement->db, self, error))
    return IKRAR_STEP_ERROR;
  return ++self->row < PQntuples (self->rows) ? IKRAR_STEP_ROW : IKRAR_STEP_DONE;
}

void
_ikrar_postgres_reset (IkrarStatement *statement)
{
  g_clear_pointer (&((PostgresStatement *) statement)->rows, PQclear);
}

gint64
_ikrar_postgres_get_int (IkrarStatement *statement, guint column)
{
  PostgresStatement *self = (PostgresStatement *) statement;
  const guint8 *value = (const guint8 *) PQgetvalue (self->rows, self->row, (int) column);
  int size = PQgetlength (self->rows, self->row, (int) column);
  guint64 bits;

  if (size == 0)
    return 0;
  g_assert (size <= 8 && PQftype (self->rows, (int) column) <= IKRAR_POSTGRES_INT4);
  bits = (*value & 0x80) != 0 ? G_MAXUINT64 : 0;
  for (int i = 0; i < size; i++)
    bits = bits << 8 | value[i];
  return (gint64) bits;
}

const char *
_ikrar_postgres_get_text (IkrarStatement *statement, guint column)
{
  PostgresStatement *self = (PostgresStatement *) statement;

  g_assert (PQftype (self->rows, (int) column) == IKRAR_POSTGRES_TEXT);

  return PQgetvalue (self->rows, self->row, (int) column);
}

gconstpointer
_ikrar_postgres_get_blob (IkrarStatement *statement, guint column, gsize *size)
{
  PostgresStatement *self = (PostgresStatement *) statement;

  *size = (gsize) PQgetlength (self->rows, self->row, (int) column);
  return PQgetisnull (self->rows, self->row, (int) column)
             ? NULL
             : PQgetvalue (self->rows, self->row, (int) column);
}
