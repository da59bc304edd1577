/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>

#include "store/error.h"
#include "store/postgres-private.h"

#define BOOTSTRAP_TRIES 20
#define BOOTSTRAP_PAUSE_US 50000
#define SLOTS 64 /* rows of change_counter, see bootstrap-postgres.sql */

/* A dead link is noticed within seconds, whether something is on its way (tcp_user_timeout) or an
 * answer is awaited (keepalives). What stands in the address goes before. */
static const struct
{
  const char *name;
  const char *value;
} parameters[] = {
  { "connect_timeout", "3" },     { "keepalives", "1" },           { "keepalives_idle", "3" },
  { "keepalives_interval", "2" }, { "keepalives_count", "2" },     { "tcp_user_timeout", "6000" },
  { "client_encoding", "UTF8" },  { "application_name", "ikrar" },
};

#define PATIENT_TIMEOUT_MS 6000
#define HASTY_TIMEOUT_MS 1500

#define SETTINGS \
  "SET search_path = ikrar, pg_catalog; SET lock_timeout = '5s'; SET client_min_messages = error"
#define READ_ONLY_SETTINGS SETTINGS "; SET default_transaction_read_only = on"

G_LOCK_DEFINE_STATIC (passwords);
static GHashTable *passwords; /* address -> password, in memory only */

void
ikrar_db_set_password (const char *uri, const char *password)
{
  G_LOCK (passwords);
  if (passwords == NULL)
    passwords = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (password != NULL)
    g_hash_table_insert (passwords, g_strdup (uri), g_strdup (password));
  else
    g_hash_table_remove (passwords, uri);
  G_UNLOCK (passwords);
}

char *
_ikrar_postgres_password (const char *uri)
{
  char *password;

  G_LOCK (passwords);
  password = passwords != NULL ? g_strdup (g_hash_table_lookup (passwords, uri)) : NULL;
  G_UNLOCK (passwords);
  return password;
}

const char *
_ikrar_postgres_option (PQconninfoOption *options, const char *name)
{
  for (PQconninfoOption *option = options; option->keyword != NULL; option++)
    if (strcmp (option->keyword, name) == 0 && option->val != NULL)
      return option->val;
  return "";
}

char *
_ikrar_postgres_identity (const char *uri)
{
  PQconninfoOption *options = PQconninfoParse (uri, NULL);
  char *identity;

  if (options == NULL)
    return g_strdup (uri);
  identity = g_strdup_printf ("%s:%s/%s", _ikrar_postgres_option (options, "host"),
                              _ikrar_postgres_option (options, "port"),
                              _ikrar_postgres_option (options, "dbname"));
  PQconninfoFree (options);
  return identity;
}

gboolean
_ikrar_postgres_check_uri (const char *uri, GError **error)
{
  char *message = NULL;
  PQconninfoOption *options = PQconninfoParse (uri, &message);
  gboolean has_password;

  if (options == NULL)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                   _ ("The address of the shared database cannot be read: %s"),
                   message != NULL ? g_strchomp (message) : "");
      PQfreemem (message);
      return FALSE;
    }
  has_password = *_ikrar_postgres_option (options, "password") != '\0';
  PQconninfoFree (options);
  if (has_password)
    g_set_error_literal (
        error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
        _ ("Leave the password out of the address: others could read it there. "
           "Keep it in the file that PGPASSFILE names, or enter it in Preferences, "
           "Database."));
  return !has_password;
}

static PGconn *
open_link (const IkrarPostgresDb *db)
{
  const char *names[G_N_ELEMENTS (parameters) + 4] = { 0 };
  const char *values[G_N_ELEMENTS (parameters) + 4] = { 0 };
  g_autofree char *password = _ikrar_postgres_password (db->uri);
  guint n = 0;

  for (; n < G_N_ELEMENTS (parameters); n++)
    {
      names[n] = parameters[n].name;
      values[n] = parameters[n].value;
    }
  names[n] = "target_session_attrs";
  values[n++] = db->mode == IKRAR_DB_READ_ONLY ? "any" : "read-write";
  names[n] = "dbname";
  values[n++] = db->uri;
  names[n] = "password";
  values[n++] = password;
  return PQconnectdbParams (names, values, TRUE);
}

static void
ignore_notice (void *unused, const PGresult *result)
{
}

static void
set_cancel (IkrarPostgresDb *db, IkrarPostgresCancel *cancel)
{
  IkrarPostgresCancel *old;

  g_mutex_lock (&db->lock);
  old = g_steal_pointer (&db->cancel);
  db->cancel = cancel;
  g_mutex_unlock (&db->lock);
  if (old != NULL)
    _ikrar_postgres_cancel_unref (old);
}

static void
cancel_clear (IkrarPostgresCancel *cancel)
{
  PQfreeCancel (cancel->handle);
}

void
_ikrar_postgres_cancel_unref (IkrarPostgresCancel *cancel)
{
  g_atomic_rc_box_release_full (cancel, (GDestroyNotify) cancel_clear);
}

void
_ikrar_postgres_disconnect (IkrarPostgresDb *db)
{
  set_cancel (db, NULL);
  g_clear_pointer (&db->link, PQfinish);
  db->listens = FALSE;
}

static gboolean
explain_unreachable (IkrarPostgresDb *db, GError **error)
{
  g_autofree char *cause = g_strdup (db->link != NULL ? PQerrorMessage (db->link) : "");

  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST,
               _ ("The shared database cannot be reached: %s"),
               g_strdelimit (g_strstrip (cause), "\n", ' '));
  return FALSE;
}

/* What was sent and not acknowledged for so long breaks the link; tcp(7), milliseconds. A link that
 * is no TCP link, through a socket file, cannot be cut. */
void
_ikrar_postgres_hurry (IkrarPostgresDb *db)
{
  int limit = db->parent.hasty ? HASTY_TIMEOUT_MS : PATIENT_TIMEOUT_MS;

  if (db->link != NULL && PQsocket (db->link) >= 0)
    setsockopt (PQsocket (db->link), IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
}

gboolean
_ikrar_postgres_connect (IkrarPostgresDb *db, GError **error)
{
  IkrarPostgresCancel *cancel;

  _ikrar_postgres_disconnect (db);
  db->link = open_link (db);
  if (PQstatus (db->link) != CONNECTION_OK)
    return explain_unreachable (db, error);
  PQsetNoticeReceiver (db->link, ignore_notice, NULL);
  cancel = g_atomic_rc_box_new0 (IkrarPostgresCancel);
  cancel->handle = PQgetCancel (db->link);
  set_cancel (db, cancel);
  if (db->parent.hasty)
    _ikrar_postgres_hurry (db);
  db->generation++;
  db->slot = g_random_int_range (0, SLOTS);
  return _ikrar_postgres_exec (db, db->mode == IKRAR_DB_READ_ONLY ? READ_ONLY_SETTINGS : SETTINGS,
                               error);
}

static gboolean
has_schema (IkrarPostgresDb *db, gboolean *found, GError **error)
{
  gint64 count = 0;

  if (!_ikrar_postgres_exec_int (
          db, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'ikrar' AND tablename = 'writer'",
          &count, error))
    return FALSE;
  *found = count > 0;
  return TRUE;
}

/* Of programs that start together on an empty database one makes the schema; the server refuses
 * the others, who find it made when they look again. */
static gboolean
make_schema (IkrarPostgresDb *db, GError **error)
{
  g_autofree char *script = ikrar_sql_script ("bootstrap-postgres", db->parent.engine->macros);
  gboolean found = FALSE;

  for (guint i = 1; i < BOOTSTRAP_TRIES; i++)
    {
      if (_ikrar_postgres_exec (db, script, NULL) || (has_schema (db, &found, NULL) && found))
        return TRUE;
      g_usleep (BOOTSTRAP_PAUSE_US);
    }
  return _ikrar_postgres_exec (db, script, error);
}

gboolean
_ikrar_postgres_open (IkrarPostgresDb *db, GError **error)
{
  gboolean found;

  if (!_ikrar_postgres_check_uri (db->uri, error) || !_ikrar_postgres_connect (db, error) ||
      !has_schema (db, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  if (db->mode == IKRAR_DB_CREATE)
    return make_schema (db, error);
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                       _ ("The shared database has no data of Ikrar yet. Make it ready with: "
                          "ikrarctl db init"));
  return FALSE;
}
