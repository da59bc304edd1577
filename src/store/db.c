/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/db.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/copy-private.h"
#include "store/db-private.h"
#include "store/error.h"
#include "store/sql.h"

#define RECONNECT_PAUSE_US (50 * G_TIME_SPAN_MILLISECOND)
#define RECONNECT_PAUSE_MAX_US (G_TIME_SPAN_SECOND)

G_DEFINE_QUARK (ikrar_store_error, ikrar_store_error)

gboolean
ikrar_store_error_is_refusal (const GError *error)
{
  return g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT) ||
         g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN) ||
         g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_TOO_NEW);
}

gboolean
ikrar_db_uri_is_shared (const char *uri)
{
  return g_str_has_prefix (uri, "postgresql://") || g_str_has_prefix (uri, "postgres://");
}

IkrarDb *
ikrar_db_open (const char *uri, IkrarDbMode mode, GError **error)
{
  IkrarDb *db;

  g_return_val_if_fail (uri != NULL, NULL);

  db = ikrar_db_uri_is_shared (uri) ? _ikrar_db_postgres_open (uri, mode, error)
                                    : _ikrar_db_sqlite_open (uri, mode, error);
  if (db != NULL)
    db->statements = g_hash_table_new (g_str_hash, g_str_equal);
  return db;
}

void
ikrar_db_close (IkrarDb *db)
{
  GHashTableIter iter;
  gpointer statement;

  if (db == NULL)
    return;
  ikrar_db_rollback (db);
  g_clear_error (&db->borrower_error);
  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    db->engine->finalize (statement);
  g_hash_table_unref (db->statements);
  db->engine->close (db);
}

gboolean
ikrar_db_begin (IkrarDb *db, GError **error)
{
  g_return_val_if_fail (!db->in_transaction, FALSE);

  db->in_transaction = db->engine->begin (db, error);
  return db->in_transaction;
}

gboolean
ikrar_db_begin_beside (IkrarDb *db, GError **error)
{
  g_return_val_if_fail (!db->in_transaction, FALSE);

  db->in_transaction = db->engine->begin_beside (db, error);
  return db->in_transaction;
}

gboolean
ikrar_db_begin_read (IkrarDb *db, GError **error)
{
  g_return_val_if_fail (!db->in_transaction, FALSE);

  db->in_transaction = db->engine->begin_read (db, error);
  return db->in_transaction;
}

gboolean
ikrar_db_commit (IkrarDb *db, GError **error)
{
  g_return_val_if_fail (db->in_transaction, FALSE);

  if (!_ikrar_db_take_back (db, error) || !db->engine->commit (db, error))
    {
      ikrar_db_rollback (db);
      return FALSE;
    }
  db->in_transaction = FALSE;
  return TRUE;
}

void
ikrar_db_rollback (IkrarDb *db)
{
  if (!db->in_transaction)
    return;
  _ikrar_db_settle (db);
  g_clear_error (&db->borrower_error);
  db->engine->rollback (db);
  db->in_transaction = FALSE;
}

gboolean
ikrar_db_in_transaction (IkrarDb *db)
{
  return db->in_transaction;
}

IkrarStatement *
ikrar_db_prepare (IkrarDb *db, const char *name, GError **error)
{
  IkrarStatement *statement = g_hash_table_lookup (db->statements, name);
  g_autofree char *filled = NULL;
  const char *sql;

  _ikrar_db_settle (db);
  if (statement != NULL)
    {
      ikrar_statement_reset (statement);
      return statement;
    }
  sql = ikrar_sql_statement (name);
  if (sql == NULL)
    g_error ("there is no statement %s", name);
  filled = ikrar_sql_fill (sql, db->engine->macros);
  statement = db->engine->prepare (db, name, filled, error);
  if (statement != NULL)
    g_hash_table_insert (db->statements, (char *) statement->name, statement);
  return statement;
}

static IkrarStatement *
query_valist (IkrarDb *db, const char *name, GError **error, const char *types, va_list args)
{
  IkrarStatement *statement = ikrar_db_prepare (db, name, error);

  if (statement == NULL)
    return NULL;
  /* One left out would keep the value of the last time. */
  g_assert (strlen (types) == statement->n_parameters);
  for (guint i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        ikrar_statement_bind_int (statement, i + 1, va_arg (args, gint64));
      else if (types[i] == 't')
        ikrar_statement_bind_text (statement, i + 1, va_arg (args, const char *));
      else if (types[i] == 'b')
        {
          gconstpointer data = va_arg (args, gconstpointer);

          ikrar_statement_bind_blob (statement, i + 1, data, va_arg (args, gsize));
        }
      else
        g_assert_not_reached ();
    }
  return statement;
}

IkrarStatement *
ikrar_db_query (IkrarDb *db, const char *name, GError **error, const char *types, ...)
{
  IkrarStatement *statement;
  va_list args;

  va_start (args, types);
  statement = query_valist (db, name, error, types, args);
  va_end (args);
  return statement;
}

gboolean
ikrar_db_run (IkrarDb *db, const char *name, GError **error, const char *types, ...)
{
  IkrarStatement *statement;
  IkrarStep step = IKRAR_STEP_ERROR;
  va_list args;

  va_start (args, types);
  statement = query_valist (db, name, error, types, args);
  va_end (args);
  if (statement == NULL)
    return FALSE;
  do
    step = ikrar_statement_step (statement, error);
  while (step == IKRAR_STEP_ROW);
  return step == IKRAR_STEP_DONE;
}

gboolean
ikrar_db_get_int (IkrarDb *db,
                  const char *name,
                  gint64 *value,
                  GError **error,
                  const char *types,
                  ...)
{
  IkrarStatement *statement;
  IkrarStep step;
  va_list args;

  va_start (args, types);
  statement = query_valist (db, name, error, types, args);
  va_end (args);
  *value = 0;
  if (statement == NULL)
    return FALSE;
  step = ikrar_statement_step (statement, error);
  if (step == IKRAR_STEP_ROW)
    *value = ikrar_statement_get_int (statement, 0);
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

char *
ikrar_db_get_text (IkrarDb *db, const char *name, GError **error, const char *types, ...)
{
  IkrarStatement *statement;
  IkrarStep step;
  char *value = NULL;
  va_list args;

  va_start (args, types);
  statement = query_valist (db, name, error, types, args);
  va_end (args);
  if (statement == NULL)
    return NULL;
  step = ikrar_statement_step (statement, error);
  if (step != IKRAR_STEP_ERROR)
    value = g_strdup (step == IKRAR_STEP_ROW ? ikrar_statement_get_text (statement, 0) : "");
  ikrar_statement_reset (statement);
  return value;
}

gint64
ikrar_db_changes (IkrarDb *db)
{
  _ikrar_db_settle (db);
  return db->engine->changes (db);
}

void
ikrar_statement_bind_int (IkrarStatement *statement, guint parameter, gint64 value)
{
  if (!statement->db->engine->bind_int (statement, parameter, value))
    statement->refused = TRUE;
}

/* Almost all text is ASCII, which shows eight bytes at a time. */
static gboolean
is_ascii (const char *text, gsize size)
{
  gsize i = 0;
  guint64 bits = 0, eight;

  for (; i + sizeof eight <= size; i += sizeof eight)
    {
      memcpy (&eight, text + i, sizeof eight);
      bits |= eight;
    }
  for (; i < size; i++)
    bits |= (guint8) text[i];
  return (bits & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

gboolean
_ikrar_db_is_text (const char *text, gsize size)
{
  return is_ascii (text, size) || g_utf8_validate_len (text, size, NULL);
}

void
ikrar_statement_bind_text (IkrarStatement *statement, guint parameter, const char *value)
{
  const char *text = value != NULL ? value : "";
  gsize size = strlen (text);

  if (!_ikrar_db_is_text (text, size) ||
      !statement->db->engine->bind_text (statement, parameter, text, size))
    statement->refused = TRUE;
}

void
ikrar_statement_bind_blob (IkrarStatement *statement,
                           guint parameter,
                           gconstpointer data,
                           gsize size)
{
  if (!statement->db->engine->bind_blob (statement, parameter, data, size))
    statement->refused = TRUE;
}

/* Starts afresh: the values of the last time are all bound anew. */
static void
reset (IkrarStatement *statement)
{
  _ikrar_db_settle (statement->db);
  statement->db->engine->reset (statement);
  statement->refused = FALSE;
}

void
_ikrar_db_refuse (GError **error)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                       _ ("A text is not valid UTF-8, or a value is too large to be kept."));
}

IkrarStep
ikrar_statement_step (IkrarStatement *statement, GError **error)
{
  IkrarStep step = IKRAR_STEP_ERROR;

  _ikrar_db_settle (statement->db);
  if (statement->refused)
    _ikrar_db_refuse (error);
  else
    step = statement->db->engine->step (statement, error);
  if (step != IKRAR_STEP_ROW)
    reset (statement);
  return step;
}

void
ikrar_statement_reset (IkrarStatement *statement)
{
  if (statement != NULL)
    reset (statement);
}

gint64
ikrar_statement_get_int (IkrarStatement *statement, guint column)
{
  return statement->db->engine->get_int (statement, column);
}

const char *
ikrar_statement_get_text (IkrarStatement *statement, guint column)
{
  return statement->db->engine->get_text (statement, column);
}

gconstpointer
ikrar_statement_get_blob (IkrarStatement *statement, guint column, gsize *size)
{
  return statement->db->engine->get_blob (statement, column, size);
}

gboolean
ikrar_db_execute (IkrarDb *db, const char *resource, GError **error)
{
  _ikrar_db_settle (db);
  return db->engine->execute (db, resource, error);
}

int
ikrar_db_get_schema (IkrarDb *db)
{
  _ikrar_db_settle (db);
  return db->engine->get_schema (db);
}

gboolean
ikrar_db_set_schema (IkrarDb *db, int schema, GError **error)
{
  _ikrar_db_settle (db);
  return db->engine->set_schema (db, schema, error);
}

gboolean
ikrar_db_check (IkrarDb *db, gboolean thorough, GError **error)
{
  _ikrar_db_settle (db);
  return db->engine->check (db, thorough, error);
}

gboolean
ikrar_db_copy (IkrarDb *db, const char *path, GError **error)
{
  _ikrar_db_settle (db);
  return db->engine->copy != NULL ? db->engine->copy (db, path, error)
                                  : _ikrar_copy_to_file (db, path, error);
}

gboolean
ikrar_db_flush (IkrarDb *db, GError **error)
{
  _ikrar_db_settle (db);
  return db->engine->flush (db, error);
}

gboolean
ikrar_db_claim (IkrarDb *db, GError **error)
{
  return db->engine->claim (db, error);
}

gint64
ikrar_db_version (IkrarDb *db)
{
  _ikrar_db_settle (db);
  return db->engine->version (db);
}

gboolean
ikrar_db_wait (IkrarDb *db, int wake, guint timeout_ms, GError **error)
{
  return db->engine->wait (db, wake, timeout_ms, error);
}

void
ikrar_db_set_hasty (IkrarDb *db, gboolean hasty)
{
  if (db->hasty == hasty)
    return;
  db->hasty = hasty;
  if (db->engine->hurry != NULL)
    db->engine->hurry (db);
}

gboolean
ikrar_db_reconnect (IkrarDb *db, guint patience_ms, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + patience_ms * G_TIME_SPAN_MILLISECOND;
  gint64 pause = RECONNECT_PAUSE_US;

  g_return_val_if_fail (!db->in_transaction, FALSE);

  while (!db->engine->reconnect (db, error))
    {
      if (g_get_monotonic_time () + pause > deadline)
        return FALSE;
      g_clear_error (error);
      g_usleep (pause);
      pause = MIN (pause * 2, RECONNECT_PAUSE_MAX_US);
    }
  return TRUE;
}

void
ikrar_db_interrupt (IkrarDb *db)
{
  db->engine->interrupt (db);
}

const char *
ikrar_db_get_path (IkrarDb *db)
{
  return db->engine->get_path (db);
}
