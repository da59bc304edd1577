/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/bulk-private.h"
#include "store/postgres-private.h"

/* What goes to the server at once; libpq keeps as much again. */
#define PIECE_SIZE (64 * 1024)

/* The format is that of COPY BINARY (PostgreSQL 15, "COPY", File Formats). */
#define HEAD "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"
#define HEAD_SIZE 19
#define TAIL "\377\377"
#define TAIL_SIZE 2

#define COLUMNS_MAX 24

/* A link can carry one COPY at a time and nothing beside it: rows are held here until a flush.
 * Where row security holds for the login, the server takes no COPY; the rows then go as an array
 * for each column, which is nearly as fast. */
typedef struct
{
  IkrarBulk parent;
  gboolean guarded;  /* by row security */
  guint16 n_columns; /* in the byte order of the network, as is all in @rows */
  guint n_rows;
  GByteArray *rows;
  IkrarPostgresType types[COLUMNS_MAX];
} PostgresBulk;

IkrarBulk *
_ikrar_postgres_bulk_new (IkrarDb *db,
                          const char *table,
                          const char *columns,
                          guint n_columns,
                          GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT CASE WHEN row_security_active('ikrar.%s') THEN 1 ELSE 0 END", table);
  gint64 guarded = 0;
  PostgresBulk *self;

  g_assert (n_columns <= COLUMNS_MAX);

  if (!_ikrar_postgres_exec_int ((IkrarPostgresDb *) db, sql, &guarded, error))
    return NULL;
  self = g_new0 (PostgresBulk, 1);
  self->guarded = guarded != 0;
  self->n_columns = GUINT16_TO_BE ((guint16) n_columns);
  self->rows = g_byte_array_new ();
  return &self->parent;
}

static gboolean
add_value (IkrarBulk *bulk, IkrarPostgresType type, gconstpointer data, gsize size)
{
  PostgresBulk *self = (PostgresBulk *) bulk;
  guint32 length = GUINT32_TO_BE ((guint32) size);

  if (size > IKRAR_DB_VALUE_SIZE_MAX)
    return FALSE;
  self->types[bulk->column] = type;
  if (bulk->column == 0)
    g_byte_array_append (self->rows, (const guint8 *) &self->n_columns, sizeof self->n_columns);
  g_byte_array_append (self->rows, (const guint8 *) &length, sizeof length);
  g_byte_array_append (self->rows, data, (guint) size);
  return TRUE;
}

gboolean
_ikrar_postgres_bulk_int (IkrarBulk *bulk, gint64 value)
{
  guint64 number = GUINT64_TO_BE ((guint64) value);

  return add_value (bulk, IKRAR_POSTGRES_INT8, &number, sizeof number);
}

gboolean
_ikrar_postgres_bulk_text (IkrarBulk *bulk, const char *text, gsize size)
{
  return add_value (bulk, IKRAR_POSTGRES_TEXT, text, size);
}

gboolean
_ikrar_postgres_bulk_blob (IkrarBulk *bulk, gconstpointer data, gsize size)
{
  return add_value (bulk, IKRAR_POSTGRES_BYTEA, data, size);
}

gboolean
_ikrar_postgres_bulk_end_row (IkrarBulk *bulk, GError **error)
{
  ((PostgresBulk *) bulk)->n_rows++;
  return TRUE;
}

static gboolean
begin_copy (IkrarPostgresDb *db, const IkrarBulk *bulk, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("COPY %s (%s) FROM STDIN (FORMAT binary)", bulk->table, bulk->columns);
  PGresult *result = PQexec (db->link, sql);
  gboolean ok = PQresultStatus (result) == PGRES_COPY_IN;

  if (!ok)
    _ikrar_postgres_set_error (error, db, result);
  PQclear (result);
  return ok;
}

/* Whether anything was refused is told at the end. */
static void
send_rows (IkrarPostgresDb *db, const GByteArray *rows)
{
  gboolean ok = PQputCopyData (db->link, HEAD, HEAD_SIZE) == 1;

  for (gsize sent = 0; ok && sent < rows->len; sent += PIECE_SIZE)
    ok = PQputCopyData (db->link, (const char *) rows->data + sent,
                        (int) MIN (PIECE_SIZE, rows->len - sent)) == 1;
  ok = ok && PQputCopyData (db->link, TAIL, TAIL_SIZE) == 1;
  PQputCopyEnd (db->link, ok ? NULL : "");
}

static gboolean
end_copy (IkrarPostgresDb *db, GError **error)
{
  PGresult *result = PQgetResult (db->link);
  ExecStatusType status = PQresultStatus (result);

  if (status != PGRES_COMMAND_OK)
    _ikrar_postgres_set_error (error, db, result);
  PQclear (result);
  /* A link that is gone would say forever that it waits for rows. */
  while (status != PGRES_COPY_IN && (result = PQgetResult (db->link)) != NULL)
    PQclear (result);
  return status == PGRES_COMMAND_OK;
}

static gboolean
copy_rows (IkrarPostgresDb *db, const PostgresBulk *self, GError **error)
{
  if (!begin_copy (db, &self->parent, error))
    return FALSE;
  send_rows (db, self->rows);
  return end_copy (db, error);
}

static Oid
array_type (IkrarPostgresType type)
{
  return type == IKRAR_POSTGRES_INT8   ? IKRAR_POSTGRES_INT8_ARRAY
         : type == IKRAR_POSTGRES_TEXT ? IKRAR_POSTGRES_TEXT_ARRAY
                                       : IKRAR_POSTGRES_BYTEA_ARRAY;
}

/* One dimension, no NULL, counted from 1 (array_recv() of the server). */
static GByteArray *
begin_array (IkrarPostgresType type, guint n_rows)
{
  const guint32 head[] = { GUINT32_TO_BE (1), 0, GUINT32_TO_BE (type), GUINT32_TO_BE (n_rows),
                           GUINT32_TO_BE (1) };

  return g_byte_array_append (g_byte_array_new (), (const guint8 *) head, sizeof head);
}

static guint32
value_size (const guint8 *value)
{
  guint32 length;

  memcpy (&length, value, sizeof length);
  return sizeof length + GUINT32_FROM_BE (length);
}

/* Values have the same form in an array as in a row of COPY. */
static void
fill_arrays (const PostgresBulk *self, GByteArray **arrays)
{
  const guint8 *p = self->rows->data;

  for (guint i = 0; i < self->parent.n_columns; i++)
    arrays[i] = begin_array (self->types[i], self->n_rows);
  for (guint row = 0; row < self->n_rows; row++)
    {
      p += sizeof self->n_columns;
      for (guint i = 0; i < self->parent.n_columns; i++)
        {
          guint32 size = value_size (p);

          g_byte_array_append (arrays[i], p, size);
          p += size;
        }
    }
}

static char *
make_insert (const IkrarBulk *bulk)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (%s) SELECT * FROM unnest(", bulk->table, bulk->columns);
  for (guint i = 1; i <= bulk->n_columns; i++)
    g_string_append_printf (sql, i > 1 ? ", $%u" : "$%u", i);
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

static gboolean
run_insert (IkrarPostgresDb *db, const PostgresBulk *self, GByteArray **arrays, GError **error)
{
  g_autofree char *sql = make_insert (&self->parent);
  Oid types[COLUMNS_MAX];
  const char *values[COLUMNS_MAX];
  int sizes[COLUMNS_MAX], formats[COLUMNS_MAX];
  PGresult *result;
  gboolean ok;

  for (guint i = 0; i < self->parent.n_columns; i++)
    {
      types[i] = array_type (self->types[i]);
      values[i] = (const char *) arrays[i]->data;
      sizes[i] = (int) arrays[i]->len;
      formats[i] = 1;
    }
  result =
      PQexecParams (db->link, sql, (int) self->parent.n_columns, types, values, sizes, formats, 1);
  ok = PQresultStatus (result) == PGRES_COMMAND_OK;
  if (!ok)
    _ikrar_postgres_set_error (error, db, result);
  PQclear (result);
  return ok;
}

static gboolean
insert_rows (IkrarPostgresDb *db, const PostgresBulk *self, GError **error)
{
  GByteArray *arrays[COLUMNS_MAX];
  gboolean ok;

  fill_arrays (self, arrays);
  ok = run_insert (db, self, arrays, error);
  for (guint i = 0; i < self->parent.n_columns; i++)
    g_byte_array_unref (arrays[i]);
  return ok;
}

gboolean
_ikrar_postgres_bulk_flush (IkrarBulk *bulk, GError **error)
{
  PostgresBulk *self = (PostgresBulk *) bulk;
  IkrarPostgresDb *db = (IkrarPostgresDb *) bulk->db;
  gboolean ok;

  if (self->n_rows == 0)
    return TRUE;
  ok = self->guarded ? insert_rows (db, self, error) : copy_rows (db, self, error);
  g_byte_array_set_size (self->rows, 0);
  self->n_rows = 0;
  return ok;
}

void
_ikrar_postgres_bulk_free (IkrarBulk *bulk)
{
  PostgresBulk *self = (PostgresBulk *) bulk;

  g_byte_array_unref (self->rows);
  g_free (self);
}
