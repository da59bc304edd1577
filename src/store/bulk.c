/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/bulk-private.h"
#include "store/db-private.h"

static guint
count_columns (const char *columns)
{
  guint count = 1;

  for (const char *p = strchr (columns, ','); p != NULL; p = strchr (p + 1, ','))
    count++;
  return count;
}

IkrarBulk *
ikrar_bulk_new (IkrarDb *db, const char *table, const char *columns, GError **error)
{
  IkrarBulk *bulk;

  g_return_val_if_fail (db->in_transaction, NULL);

  bulk = db->engine->bulk_new (db, table, columns, count_columns (columns), error);
  if (bulk == NULL)
    return NULL;
  bulk->db = db;
  bulk->table = g_strdup (table);
  bulk->columns = g_strdup (columns);
  bulk->n_columns = count_columns (columns);
  return bulk;
}

void
ikrar_bulk_int (IkrarBulk *bulk, gint64 value)
{
  g_assert (bulk->column < bulk->n_columns);
  bulk->refused |= !bulk->db->engine->bulk_int (bulk, value);
  bulk->column++;
}

void
ikrar_bulk_text (IkrarBulk *bulk, const char *value)
{
  const char *text = value != NULL ? value : "";
  gsize size = strlen (text);

  g_assert (bulk->column < bulk->n_columns);
  bulk->refused |=
      !_ikrar_db_is_text (text, size) || !bulk->db->engine->bulk_text (bulk, text, size);
  bulk->column++;
}

void
ikrar_bulk_blob (IkrarBulk *bulk, gconstpointer data, gsize size)
{
  g_assert (bulk->column < bulk->n_columns);
  bulk->refused |= !bulk->db->engine->bulk_blob (bulk, data, size);
  bulk->column++;
}

gboolean
ikrar_bulk_end_row (IkrarBulk *bulk, GError **error)
{
  g_assert (bulk->column == bulk->n_columns);
  bulk->column = 0;
  if (bulk->refused)
    {
      _ikrar_db_refuse (error);
      return FALSE;
    }
  return bulk->db->engine->bulk_end_row (bulk, error);
}

gboolean
ikrar_bulk_flush (IkrarBulk *bulk, GError **error)
{
  g_assert (bulk->column == 0);

  return bulk->db->engine->bulk_flush (bulk, error);
}

void
ikrar_bulk_free (IkrarBulk *bulk)
{
  if (bulk == NULL)
    return;
  g_free (bulk->table);
  g_free (bulk->columns);
  bulk->db->engine->bulk_free (bulk);
}
