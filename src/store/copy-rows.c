/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/merkle.h"

#include "store/bulk.h"
#include "store/copy-private.h"
#include "store/db-private.h"
#include "store/error.h"
#include "store/table.h"

/* Of two tables with the same rows it is the same, in whatever order an engine gives them: the sum
 * of the rows' hashes. */
typedef struct
{
  guint64 rows;
  guint64 sum[IKRAR_DIGEST_SIZE / sizeof (guint64)];
} Fingerprint;

typedef struct
{
  const IkrarTable *table;
  guint n_columns; /* of it, by the schema that both have */
  IkrarDb *db;
  IkrarBulk *bulk; /* where the rows go; NULL if they are only looked at */
  GByteArray *row; /* the row's values, each with its length before it */
  Fingerprint print;
} Scan;

typedef struct
{
  guint64 done;
  guint64 total;
  const IkrarProgress *progress;
} Course;

/* The names of the primary key's columns, apart by ", ". */
static char *
key_of (const IkrarTable *table)
{
  const char *end = table->columns;

  for (guint i = 0; i < table->n_key && end != NULL; i++)
    end = strchr (i > 0 ? end + 1 : end, ',');
  return end != NULL ? g_strndup (table->columns, end - table->columns) : g_strdup (table->columns);
}

/* Pages, so that a table of millions is never in memory as a whole. */
static char *
make_select (const IkrarTable *table, int schema, gboolean first)
{
  g_autofree char *key = key_of (table);
  g_autofree char *columns = ikrar_table_columns (table, schema);
  g_autofree char *after =
      g_strdup_printf (" WHERE (%s) > (%s)", key, table->n_key > 1 ? "$1, $2" : "$1");

  g_assert (table->n_key <= 2);

  return g_strdup_printf ("SELECT %s FROM %s%s ORDER BY %s LIMIT %u", columns, table->name,
                          first ? "" : after, key, table->page);
}

static IkrarStatement *
prepare (Scan *self, gboolean first, GError **error)
{
  g_autofree char *sql = make_select (self->table, ikrar_db_get_schema (self->db), first);
  g_autofree char *name =
      g_strconcat ("copy_", self->table->name, first ? "_first" : "_next", NULL);

  return self->db->engine->prepare (self->db, name, sql, error);
}

static void
add_bytes (Scan *self, gconstpointer data, gsize size)
{
  guint64 length = GUINT64_TO_BE (size);

  g_byte_array_append (self->row, (const guint8 *) &length, sizeof length);
  g_byte_array_append (self->row, data, (guint) size);
}

static void
take_int (Scan *self, gint64 value)
{
  gint64 bytes = GINT64_TO_BE (value);

  add_bytes (self, &bytes, sizeof bytes);
  if (self->bulk != NULL)
    ikrar_bulk_int (self->bulk, value);
}

static void
take_text (Scan *self, const char *value)
{
  add_bytes (self, value, strlen (value));
  if (self->bulk != NULL)
    ikrar_bulk_text (self->bulk, value);
}

static void
take_blob (Scan *self, gconstpointer data, gsize size)
{
  add_bytes (self, data, size);
  if (self->bulk != NULL)
    ikrar_bulk_blob (self->bulk, data, size);
}

static void
take_column (Scan *self, IkrarStatement *statement, guint column)
{
  gconstpointer data;
  gsize size;

  switch (self->table->types[column])
    {
    case 'i':
      take_int (self, ikrar_statement_get_int (statement, column));
      break;
    case 't':
      take_text (self, ikrar_statement_get_text (statement, column));
      break;
    case 'b':
      data = ikrar_statement_get_blob (statement, column, &size);
      take_blob (self, data, size);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
count_row (Scan *self)
{
  IkrarDigest digest;
  guint64 part;

  ikrar_merkle_leaf (self->row->data, self->row->len, &digest);
  for (guint i = 0; i < G_N_ELEMENTS (self->print.sum); i++)
    {
      memcpy (&part, digest.bytes + i * sizeof part, sizeof part);
      self->print.sum[i] += part;
    }
  self->print.rows++;
}

static gboolean
take_row (Scan *self, IkrarStatement *statement, GError **error)
{
  g_byte_array_set_size (self->row, 0);
  for (guint i = 0; i < self->n_columns; i++)
    take_column (self, statement, i);
  count_row (self);
  return self->bulk == NULL || ikrar_bulk_end_row (self->bulk, error);
}

/* Where a page ended: no table goes by bytes. */
typedef struct
{
  gint64 number;
  char *text;
} Key;

static void
keep_key (Scan *self, IkrarStatement *statement, Key *keys)
{
  for (guint i = 0; i < self->table->n_key; i++)
    {
      g_clear_pointer (&keys[i].text, g_free);
      if (self->table->types[i] == 'i')
        keys[i].number = ikrar_statement_get_int (statement, i);
      else
        keys[i].text = g_strdup (ikrar_statement_get_text (statement, i));
    }
}

static void
bind_key (Scan *self, IkrarStatement *statement, const Key *keys)
{
  for (guint i = 0; i < self->table->n_key; i++)
    if (self->table->types[i] == 'i')
      ikrar_statement_bind_int (statement, i + 1, keys[i].number);
    else
      ikrar_statement_bind_text (statement, i + 1, keys[i].text);
}

/* @rows: of this page. */
static gboolean
take_page (Scan *self,
           IkrarStatement *statement,
           Key *keys,
           guint *rows,
           Course *course,
           GError **error)
{
  IkrarStep step;

  *rows = 0;
  while ((step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      course->done++;
      if (!take_row (self, statement, error) ||
          !ikrar_progress_step (course->progress, course->done, course->total, error))
        {
          ikrar_statement_reset (statement);
          return FALSE;
        }
      if (++*rows == self->table->page)
        keep_key (self, statement, keys);
    }
  return step == IKRAR_STEP_DONE && (self->bulk == NULL || ikrar_bulk_flush (self->bulk, error));
}

static gboolean
take_pages (Scan *self, IkrarStatement *first, IkrarStatement *next, Course *course, GError **error)
{
  Key keys[2] = { { 0 } };
  guint rows;
  gboolean ok = take_page (self, first, keys, &rows, course, error);

  while (ok && rows == self->table->page)
    {
      bind_key (self, next, keys);
      ok = take_page (self, next, keys, &rows, course, error);
    }
  g_free (keys[0].text);
  g_free (keys[1].text);
  return ok;
}

static gboolean
scan (Scan *self, Course *course, GError **error)
{
  IkrarStatement *first = prepare (self, TRUE, error);
  IkrarStatement *next = first != NULL ? prepare (self, FALSE, error) : NULL;
  gboolean ok;

  self->row = g_byte_array_new ();
  ok = next != NULL && take_pages (self, first, next, course, error);
  g_byte_array_unref (self->row);
  if (first != NULL)
    self->db->engine->finalize (first);
  if (next != NULL)
    self->db->engine->finalize (next);
  return ok;
}

static gboolean
count_rows (IkrarDb *db, const IkrarTable *table, guint64 *rows, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM %s", table->name);
  g_autofree char *name = g_strconcat ("copy_", table->name, "_count", NULL);
  IkrarStatement *statement = db->engine->prepare (db, name, sql, error);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  if (step == IKRAR_STEP_ROW)
    *rows += (guint64) ikrar_statement_get_int (statement, 0);
  if (statement != NULL)
    db->engine->finalize (statement);
  return step == IKRAR_STEP_ROW;
}

/* An older database does not have them all. */
static gboolean
has_table (IkrarDb *db, const IkrarTable *table)
{
  return table->since <= ikrar_db_get_schema (db);
}

static gboolean
count_all (IkrarDb *db, guint64 *rows, GError **error)
{
  guint count;
  const IkrarTable *tables = ikrar_tables (&count);

  *rows = 0;
  for (guint i = 0; i < count; i++)
    if (has_table (db, &tables[i]) && !count_rows (db, &tables[i], rows, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_empty (IkrarDb *to, GError **error)
{
  guint64 rows;

  if (!count_all (to, &rows, error))
    return FALSE;
  if (rows == 0)
    return TRUE;
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                       _ ("There is data already where the copy was to go. It was left as it is; "
                          "choose a database that is empty or does not exist yet."));
  return FALSE;
}

static gboolean
check_schema (IkrarDb *from, IkrarDb *to, GError **error)
{
  int source = ikrar_db_get_schema (from);
  int target = ikrar_db_get_schema (to);

  if (source == target)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
               _ ("The database has schema %d, and where the copy was to go there is schema %d. "
                  "Bring both to one version with: ikrarctl db migrate"),
               source, target);
  return FALSE;
}

static gboolean
compare (const Scan *source, const Scan *target, GError **error)
{
  if (memcmp (&source->print, &target->print, sizeof source->print) == 0)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT,
               _ ("The copy is not what was copied: table %1$s has %2$llu rows there, %3$llu here, "
                  "or other contents. Nothing was kept of it."),
               source->table->name, (unsigned long long) target->print.rows,
               (unsigned long long) source->print.rows);
  return FALSE;
}

static gboolean
copy_table (IkrarDb *from, IkrarDb *to, const IkrarTable *table, Course *course, GError **error)
{
  int schema = ikrar_db_get_schema (from);
  guint n_columns = ikrar_table_n_columns (table, schema);
  g_autofree char *columns = ikrar_table_columns (table, schema);
  g_autoptr (IkrarBulk) bulk = ikrar_bulk_new (to, table->name, columns, error);
  Scan source = { .table = table, .n_columns = n_columns, .db = from, .bulk = bulk };
  Scan target = { .table = table, .n_columns = n_columns, .db = to };

  return bulk != NULL && scan (&source, course, error) && scan (&target, course, error) &&
         compare (&source, &target, error);
}

gboolean
_ikrar_copy_rows (IkrarDb *from,
                  IkrarDb *to,
                  IkrarCopy *copy,
                  const IkrarProgress *progress,
                  GError **error)
{
  guint count;
  const IkrarTable *tables = ikrar_tables (&count);
  Course course = { .progress = progress };

  if (!check_schema (from, to, error) || !check_empty (to, error) ||
      !count_all (from, &copy->rows, error))
    return FALSE;
  course.total = 2 * copy->rows; /* written, and read again */
  for (guint i = 0; i < count; i++)
    if (has_table (from, &tables[i]))
      {
        if (!copy_table (from, to, &tables[i], &course, error))
          return FALSE;
        copy->tables++;
      }
  return TRUE;
}
