/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/postgres-private.h"

/* Everybody who listens reads again; a hint that is not sent is made up for by their polling. */
#define NOTIFY_INTERVAL_US (100 * G_TIME_SPAN_MILLISECOND)

static const IkrarSqlMacro macros[] = {
  { "{INT}", "BIGINT" },
  { "{BLOB}", "BYTEA" },
  { "{KEY}", "TEXT COLLATE \"C\"" },
  { "{STRICT}", "" },
  { "{COMPACT}", "" },
  { "{LOCK}", "FOR NO KEY UPDATE" },
  { NULL },
};

static gboolean
is_good (const PGresult *result)
{
  ExecStatusType status = PQresultStatus (result);

  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

gboolean
_ikrar_postgres_exec (IkrarPostgresDb *db, const char *sql, GError **error)
{
  PGresult *result = PQexec (db->link, sql);
  gboolean ok = is_good (result);

  if (!ok)
    _ikrar_postgres_set_error (error, db, result);
  PQclear (result);
  return ok;
}

gboolean
_ikrar_postgres_exec_int (IkrarPostgresDb *db, const char *sql, gint64 *value, GError **error)
{
  PGresult *result = PQexec (db->link, sql);
  gboolean ok = is_good (result);

  if (!ok)
    _ikrar_postgres_set_error (error, db, result);
  else if (PQntuples (result) > 0)
    *value = g_ascii_strtoll (PQgetvalue (result, 0, 0), NULL, 10);
  PQclear (result);
  return ok;
}

static gboolean
begin_with (IkrarDb *db, const char *sql, GError **error)
{
  IkrarPostgresDb *self = (IkrarPostgresDb *) db;
  g_autoptr (GError) local = NULL;

  gboolean was_lost = _ikrar_postgres_is_lost (self);

  if (!was_lost && _ikrar_postgres_exec (self, sql, &local))
    return TRUE;
  if (was_lost || (!db->hasty && _ikrar_postgres_is_lost (self)))
    return _ikrar_postgres_connect (self, error) && _ikrar_postgres_exec (self, sql, error);
  if (!_ikrar_postgres_is_lost (self))
    _ikrar_postgres_exec (self, "ROLLBACK", NULL);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* One writer at a time, as in a file: what a change read stays true until it is committed. */
static gboolean
postgres_begin (IkrarDb *db, GError **error)
{
  return begin_with (db, "BEGIN; SELECT schema FROM writer WHERE id = 1 FOR UPDATE", error);
}

static gboolean
postgres_begin_beside (IkrarDb *db, GError **error)
{
  return begin_with (db, "BEGIN", error);
}

static gboolean
postgres_begin_read (IkrarDb *db, GError **error)
{
  return begin_with (db, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", error);
}

/* After the commit: within it a NOTIFY would make all who commit wait for each other. */
static void
notify (IkrarPostgresDb *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->notified_at < NOTIFY_INTERVAL_US)
    return;
  self->notified_at = now;
  _ikrar_postgres_exec (self, "NOTIFY ikrar", NULL);
}

/* The counter moves with the commit, in one of many rows, so that writers seldom meet there. */
static gboolean
postgres_commit (IkrarDb *db, GError **error)
{
  IkrarPostgresDb *self = (IkrarPostgresDb *) db;
  char sql[96];

  g_snprintf (sql, sizeof sql,
              "UPDATE change_counter SET commits = commits + 1 WHERE slot = %u; COMMIT",
              self->slot);
  if (!_ikrar_postgres_exec (self, sql, error))
    return FALSE;
  notify (self);
  return TRUE;
}

static void
postgres_rollback (IkrarDb *db)
{
  IkrarPostgresDb *self = (IkrarPostgresDb *) db;

  if (!_ikrar_postgres_is_lost (self))
    _ikrar_postgres_exec (self, "ROLLBACK", NULL);
}

static gint64
postgres_changes (IkrarDb *db)
{
  return ((IkrarPostgresDb *) db)->changes;
}

static gboolean
postgres_execute (IkrarDb *db, const char *resource, GError **error)
{
  g_autofree char *script = ikrar_sql_script (resource, macros);

  g_assert (script != NULL);

  return _ikrar_postgres_exec ((IkrarPostgresDb *) db, script, error);
}

static int
postgres_get_schema (IkrarDb *db)
{
  gint64 schema = 0;

  _ikrar_postgres_exec_int ((IkrarPostgresDb *) db, "SELECT schema FROM writer WHERE id = 1",
                            &schema, NULL);
  return (int) schema;
}

static gboolean
postgres_set_schema (IkrarDb *db, int schema, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE writer SET schema = %d WHERE id = 1", schema);

  if (schema == 1 && !postgres_execute (db, "guard-postgres", error))
    return FALSE;
  if (schema == 4 && !postgres_execute (db, "guard-door-postgres", error))
    return FALSE;
  return _ikrar_postgres_exec ((IkrarPostgresDb *) db, sql, error);
}

/* Damage is the server's to look for (data checksums); here it only has to answer. */
static gboolean
postgres_check (IkrarDb *db, gboolean thorough, GError **error)
{
  return _ikrar_postgres_exec ((IkrarPostgresDb *) db, "SELECT 1", error);
}

/* The server sees to its own journal. */
static gboolean
postgres_flush (IkrarDb *db, GError **error)
{
  return TRUE;
}

static gboolean
postgres_claim (IkrarDb *db, GError **error)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY,
                       _ ("A shared database is not replaced by a backup while others use it. "
                          "Restore the backup as a file, and copy it into an empty database with: "
                          "ikrarctl db copy"));
  return FALSE;
}

static gint64
postgres_version (IkrarDb *db)
{
  gint64 commits = 0;

  _ikrar_postgres_exec_int ((IkrarPostgresDb *) db,
                            "SELECT CAST(SUM(commits) AS BIGINT) FROM change_counter", &commits,
                            NULL);
  return commits;
}

static gboolean
take_hints (IkrarPostgresDb *self, GError **error)
{
  PGnotify *hint;

  if (!PQconsumeInput (self->link))
    {
      _ikrar_postgres_set_error (error, self, NULL);
      return FALSE;
    }
  while ((hint = PQnotifies (self->link)) != NULL)
    PQfreemem (hint);
  return TRUE;
}

static gboolean
postgres_wait (IkrarDb *db, int wake, guint timeout_ms, GError **error)
{
  IkrarPostgresDb *self = (IkrarPostgresDb *) db;
  GPollFD polls[2] = { { .fd = wake, .events = G_IO_IN }, { .events = G_IO_IN } };

  if (!self->listens && !_ikrar_postgres_exec (self, "LISTEN ikrar", error))
    return FALSE;
  self->listens = TRUE;
  /* A link that broke under a query has no socket any more that could tell. */
  if (_ikrar_postgres_is_lost (self))
    {
      _ikrar_postgres_set_error (error, self, NULL);
      return FALSE;
    }
  polls[1].fd = PQsocket (self->link);
  g_poll (polls, G_N_ELEMENTS (polls), (int) timeout_ms);
  return polls[1].revents == 0 || take_hints (self, error);
}

static gboolean
postgres_reconnect (IkrarDb *db, GError **error)
{
  return _ikrar_postgres_connect ((IkrarPostgresDb *) db, error);
}

static void
postgres_hurry (IkrarDb *db)
{
  _ikrar_postgres_hurry ((IkrarPostgresDb *) db);
}

/* To cancel needs a connection of its own, for which nobody should wait. */
static gpointer
cancel_query (gpointer data)
{
  IkrarPostgresCancel *cancel = data;
  char message[256];

  PQcancel (cancel->handle, message, sizeof message);
  _ikrar_postgres_cancel_unref (cancel);
  return NULL;
}

static void
postgres_interrupt (IkrarDb *db)
{
  IkrarPostgresDb *self = (IkrarPostgresDb *) db;
  IkrarPostgresCancel *cancel;

  g_mutex_lock (&self->lock);
  cancel = self->cancel != NULL ? g_atomic_rc_box_acquire (self->cancel) : NULL;
  g_mutex_unlock (&self->lock);
  if (cancel != NULL)
    g_thread_unref (g_thread_new ("ikrar-cancel", cancel_query, cancel));
}

static const char *
postgres_get_path (IkrarDb *db)
{
  return NULL;
}

static void
postgres_close (IkrarDb *db)
{
  IkrarPostgresDb *self = (IkrarPostgresDb *) db;

  _ikrar_postgres_disconnect (self);
  g_mutex_clear (&self->lock);
  g_free (self->uri);
  g_free (self);
}

static const IkrarDbEngine engine = {
  .macros = macros,
  .begin = postgres_begin,
  .begin_beside = postgres_begin_beside,
  .begin_read = postgres_begin_read,
  .commit = postgres_commit,
  .rollback = postgres_rollback,
  .prepare = _ikrar_postgres_prepare,
  .finalize = _ikrar_postgres_finalize,
  .bind_int = _ikrar_postgres_bind_int,
  .bind_text = _ikrar_postgres_bind_text,
  .bind_blob = _ikrar_postgres_bind_blob,
  .step = _ikrar_postgres_step,
  .reset = _ikrar_postgres_reset,
  .get_int = _ikrar_postgres_get_int,
  .get_text = _ikrar_postgres_get_text,
  .get_blob = _ikrar_postgres_get_blob,
  .changes = postgres_changes,
  .bulk_new = _ikrar_postgres_bulk_new,
  .bulk_int = _ikrar_postgres_bulk_int,
  .bulk_text = _ikrar_postgres_bulk_text,
  .bulk_blob = _ikrar_postgres_bulk_blob,
  .bulk_end_row = _ikrar_postgres_bulk_end_row,
  .bulk_flush = _ikrar_postgres_bulk_flush,
  .bulk_free = _ikrar_postgres_bulk_free,
  .execute = postgres_execute,
  .get_schema = postgres_get_schema,
  .set_schema = postgres_set_schema,
  .check = postgres_check,
  .flush = postgres_flush,
  .claim = postgres_claim,
  .version = postgres_version,
  .wait = postgres_wait,
  .reconnect = postgres_reconnect,
  .hurry = postgres_hurry,
  .interrupt = postgres_interrupt,
  .get_path = postgres_get_path,
  .close = postgres_close,
};

IkrarDb *
_ikrar_db_postgres_open (const char *uri, IkrarDbMode mode, GError **error)
{
  IkrarPostgresDb *self = g_new0 (IkrarPostgresDb, 1);

  self->parent.engine = &engine;
  self->uri = g_strdup (uri);
  self->mode = mode;
  g_mutex_init (&self->lock);
  if (_ikrar_postgres_open (self, error))
    return &self->parent;
  postgres_close (&self->parent);
  return NULL;
}
