/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/bulk-private.h"
#include "store/sqlite-private.h"

typedef struct
{
  IkrarBulk parent;
  IkrarStatement *insert;
} SqliteBulk;

static char *
make_insert (const char *table, const char *columns, guint n_columns)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (%s) VALUES (", table, columns);
  for (guint i = 1; i <= n_columns; i++)
    g_string_append_printf (sql, i > 1 ? ", $%u" : "$%u", i);
  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

IkrarBulk *
_ikrar_sqlite_bulk_new (IkrarDb *db,
                        const char *table,
                        const char *columns,
                        guint n_columns,
                        GError **error)
{
  g_autofree char *sql = make_insert (table, columns, n_columns);
  IkrarStatement *insert = _ikrar_sqlite_prepare (db, table, sql, error);
  SqliteBulk *self;

  if (insert == NULL)
    return NULL;
  self = g_new0 (SqliteBulk, 1);
  self->insert = insert;
  return &self->parent;
}

gboolean
_ikrar_sqlite_bulk_int (IkrarBulk *bulk, gint64 value)
{
  return _ikrar_sqlite_bind_int (((SqliteBulk *) bulk)->insert, bulk->column + 1, value);
}

gboolean
_ikrar_sqlite_bulk_text (IkrarBulk *bulk, const char *text, gsize size)
{
  return _ikrar_sqlite_bind_text (((SqliteBulk *) bulk)->insert, bulk->column + 1, text, size);
}

gboolean
_ikrar_sqlite_bulk_blob (IkrarBulk *bulk, gconstpointer data, gsize size)
{
  return _ikrar_sqlite_bind_blob (((SqliteBulk *) bulk)->insert, bulk->column + 1, data, size);
}

gboolean
_ikrar_sqlite_bulk_end_row (IkrarBulk *bulk, GError **error)
{
  SqliteBulk *self = (SqliteBulk *) bulk;
  IkrarStep step = _ikrar_sqlite_step (self->insert, error);

  _ikrar_sqlite_reset (self->insert);
  return step == IKRAR_STEP_DONE;
}

/* A row is in its table as soon as it has ended. */
gboolean
_ikrar_sqlite_bulk_flush (IkrarBulk *bulk, GError **error)
{
  return TRUE;
}

void
_ikrar_sqlite_bulk_free (IkrarBulk *bulk)
{
  SqliteBulk *self = (SqliteBulk *) bulk;

  _ikrar_sqlite_finalize (self->insert);
  g_free (self);
}
