/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/raw.h"

#include <libpq-fe.h>
#include <sqlite3.h>
#include <unistd.h>

#define SCHEMA "ikrar"

/* A connection is kept for the next call; not across a fork, where it is the parent's. */
static struct
{
  PGconn *link;
  char *uri;
  pid_t owner;
} kept;

static gboolean
is_server (const char *uri)
{
  return g_str_has_prefix (uri, "postgresql:");
}

void
raw_forget (void)
{
  if (kept.owner == getpid ())
    PQfinish (kept.link);
  kept.link = NULL;
  g_clear_pointer (&kept.uri, g_free);
}

static PGconn *
connect_to (const char *uri)
{
  if (kept.link != NULL && kept.owner == getpid () && g_str_equal (kept.uri, uri))
    return kept.link;
  raw_forget ();
  kept.link = PQconnectdb (uri);
  if (PQstatus (kept.link) != CONNECTION_OK)
    g_error ("%s: %s", uri, PQerrorMessage (kept.link));
  kept.uri = g_strdup (uri);
  kept.owner = getpid ();
  PQclear (PQexec (kept.link, "SET client_min_messages = warning; "
                              "SET search_path = " SCHEMA ", public"));
  return kept.link;
}

/* SQLite's way to write bytes, in PostgreSQL's. */
static char *
translate (const char *sql)
{
  g_autoptr (GRegex) bytes = g_regex_new ("\\bx'([0-9a-f]*)'", 0, 0, NULL);
  g_autoptr (GRegex) type = g_regex_new ("\\bAS BLOB\\b", 0, 0, NULL);
  g_autofree char *half = g_regex_replace (bytes, sql, -1, 0, "CAST('\\\\x\\1' AS BYTEA)", 0, NULL);

  return g_regex_replace_literal (type, half, -1, 0, "AS BYTEA", 0, NULL);
}

static void
each_on_server (const char *uri, const char *sql, RawRow row, gpointer data)
{
  g_autofree char *text = translate (sql);
  PGresult *result = PQexec (connect_to (uri), text);
  ExecStatusType status = PQresultStatus (result);
  guint columns = (guint) PQnfields (result);
  g_autofree char **names = g_new0 (char *, columns + 1);
  g_autofree char **values = g_new0 (char *, columns + 1);

  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
    g_error ("%s: %s", sql, PQresultErrorMessage (result));
  for (int i = 0; row != NULL && i < PQntuples (result); i++)
    {
      for (int j = 0; j < (int) columns; j++)
        {
          names[j] = PQfname (result, j);
          values[j] = PQgetisnull (result, i, j) ? NULL : PQgetvalue (result, i, j);
        }
      row (columns, names, values, data);
    }
  PQclear (result);
}

typedef struct
{
  RawRow row;
  gpointer data;
} Each;

static int
on_row (void *user_data, int n_columns, char **values, char **names)
{
  Each *each = user_data;

  if (each->row != NULL)
    each->row ((guint) n_columns, names, values, each->data);
  return 0;
}

static void
each_in_file (const char *path, const char *sql, RawRow row, gpointer data)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  sqlite3_exec (handle, sql, on_row, &(Each){ row, data }, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

void
raw_each (const char *uri, const char *sql, RawRow row, gpointer data)
{
  (is_server (uri) ? each_on_server : each_in_file) (uri, sql, row, data);
}

void
raw_run (const char *uri, const char *sql)
{
  raw_each (uri, sql, NULL, NULL);
}

static void
take_first (guint n_columns, char *const *names, char *const *values, gpointer data)
{
  char **first = data;

  if (*first == NULL)
    *first = g_strdup (values[0] != NULL ? values[0] : "");
}

gint64
raw_get_int (const char *uri, const char *sql)
{
  g_autofree char *first = NULL;

  raw_each (uri, sql, take_first, &first);
  if (first == NULL)
    g_error ("no row: %s", sql);
  return g_str_equal (first, "t") ? 1 : g_ascii_strtoll (first, NULL, 10);
}

static void
drop_trigger (guint n_columns, char *const *names, char *const *values, gpointer script)
{
  g_string_append_printf (script, "DROP TRIGGER %s;", values[0]);
}

void
raw_tamper (const char *uri, const char *sql)
{
  g_autoptr (GString) script = g_string_new (NULL);

  if (is_server (uri))
    g_string_append (script, "SET LOCAL session_replication_role = replica;");
  else
    raw_each (uri, "SELECT name FROM sqlite_master WHERE type = 'trigger'", drop_trigger, script);
  g_string_append (script, sql);
  raw_run (uri, script->str);
}

static void
add_table (guint n_columns, char *const *names, char *const *values, gpointer tables)
{
  g_ptr_array_add (tables, g_strdup (values[0]));
}

GPtrArray *
raw_tables (const char *uri)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);

  raw_each (uri,
            is_server (uri) ? "SELECT tablename FROM pg_tables WHERE schemaname = '" SCHEMA
                              "' ORDER BY 1"
                            : "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
            add_table, tables);
  return tables;
}
