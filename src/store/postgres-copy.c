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

/* A link can carry one COPY at a time and nothing beside it: rows are held here until a flush. */
typedef struct
{
  IkrarBulk parent;
  guint16 n_columns; /* in the byte order of the network, as is all that follows */
  GByteArray *rows;
} PostgresBulk;

IkrarBulk *
_ikrar_postgres_bulk_new (IkrarDb *db,
                          const char *table,
                          const char *columns,
                          guint n_columns,
                          GError **error)
{
  PostgresBulk *self = g_new0 (PostgresBulk, 1);

  self->n_columns = GUINT16_TO_BE ((guint16) n_columns);
  self->rows = g_byte_array_new ();
  return &self->parent;
}

static gboolean
add_value (IkrarBulk *bulk, gconstpointer data, gsize size)
{
  PostgresBulk *self = (PostgresBulk *) bulk;
  guint32 length = GUINT32_TO_BE ((guint32) size);

  if (size > IKRAR_DB_VALUE_SIZE_MAX)
    return FALSE;
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

  return add_value (bulk, &number, sizeof number);
}

gboolean
_ikrar_postgres_bulk_text (IkrarBulk *bulk, const char *text, gsize size)
{
  return add_value (bulk, text, size);
}

gboolean
_ikrar_postgres_bulk_blob (IkrarBulk *bulk, gconstpointer data, gsize size)
{
  return add_value (bulk, data, size);
}

gboolean
_ikrar_postgres_bulk_end_row (IkrarBulk *bulk, GError **error)
{
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

gboolean
_ikrar_postgres_bulk_flush (IkrarBulk *bulk, GError **error)
{
  PostgresBulk *self = (PostgresBulk *) bulk;
  IkrarPostgresDb *db = (IkrarPostgresDb *) bulk->db;

  if (self->rows->len == 0)
    return TRUE;
  if (!begin_copy (db, bulk, error))
    return FALSE;
  send_rows (db, self->rows);
  g_byte_array_set_size (self->rows, 0);
  return end_copy (db, error);
}

void
_ikrar_postgres_bulk_free (IkrarBulk *bulk)
{
  PostgresBulk *self = (PostgresBulk *) bulk;

  g_byte_array_unref (self->rows);
  g_free (self);
}
