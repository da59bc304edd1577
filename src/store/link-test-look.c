/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/link-test-private.h"
#include "store/migration.h"

/* What a question to the server is about. */
typedef struct
{
  IkrarLinkTrial *trial;
  PGconn *link;
  IkrarLinkTestStep step;
  gboolean failed; /* it could not be answered, which was noted */
} Look;

/* The first value of a query, "" if there is none. */
static char *
ask (Look *look, const char *sql)
{
  PGresult *result = PQexec (look->link, sql);
  gboolean good = PQresultStatus (result) == PGRES_TUPLES_OK;
  const char *cause = good ? NULL : PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY);
  char *value = g_strdup (good && PQntuples (result) > 0 ? PQgetvalue (result, 0, 0) : "");

  if (!good)
    _ikrar_link_trial_fail (look->trial, look->step, cause != NULL ? cause : "",
                            _ ("Ask who looks after the server what this login may do."));
  look->failed = look->failed || !good;
  PQclear (result);
  return value;
}

static gboolean
holds (Look *look, const char *sql)
{
  g_autofree char *value = ask (look, sql);

  return strcmp (value, "t") == 0;
}

static gboolean
fail (Look *look, const char *cause, const char *advice)
{
  look->failed = TRUE;
  return _ikrar_link_trial_fail (look->trial, look->step, cause, advice);
}

/* Answers are read by their types, which no privilege of tables hides. */
static gboolean
look_at_schema (Look *look, int *schema)
{
  g_autofree char *encoding = ask (look, "SHOW server_encoding");
  g_autofree char *text = NULL;

  if (!look->failed && strcmp (encoding, "UTF8") != 0)
    return fail (look, encoding, _ ("Names need UTF-8: make the database with ENCODING 'UTF8'."));
  look->trial->test->empty = !holds (look, "SELECT EXISTS (SELECT FROM pg_tables WHERE "
                                           "schemaname = 'ikrar' AND tablename = 'writer')");
  if (look->failed || look->trial->test->empty)
    return !look->failed;
  if (!holds (look, "SELECT has_schema_privilege('ikrar', 'USAGE') AND "
                    "has_table_privilege('ikrar.writer', 'SELECT')"))
    return fail (look, _ ("There are data of Ikrar, which this login may not see."),
                 _ ("Have the login made with one of the roles of Ikrar on the server."));
  text = ask (look, "SELECT schema FROM ikrar.writer WHERE id = 1");
  *schema = (int) g_ascii_strtoll (text, NULL, 10);
  if (*schema > ikrar_migration_newest ())
    return fail (look, _ ("The database was made by a newer version of Ikrar."),
                 _ ("Update Ikrar on this computer. The database was left as it is."));
  return !look->failed;
}

static gboolean
may_make (Look *look)
{
  if (holds (look, "SELECT has_database_privilege(current_database(), 'CREATE')"))
    return TRUE;
  return look->failed ? FALSE
                      : fail (look, _ ("The database is empty, and this login may not fill it."),
                              _ ("Make it ready once as its owner with: ikrarctl db init"));
}

static gboolean
look_at_rights (Look *look, int schema)
{
  if (holds (look, "SELECT pg_is_in_recovery() OR "
                   "current_setting('transaction_read_only') = 'on'"))
    return fail (look, _ ("This server only lets itself be read now: it is a standby."),
                 _ ("Enter the main server too, separated by a comma."));
  if (look->failed || look->trial->test->empty)
    return !look->failed && may_make (look);
  if (schema < ikrar_migration_newest () &&
      !holds (look, "SELECT has_schema_privilege('ikrar', 'CREATE')"))
    return look->failed
               ? FALSE
               : fail (look, _ ("The database was made by an older version of Ikrar."),
                       _ ("Its owner has to start this version once; then it is up to date."));
  look->trial->test->readable = !look->failed;
  if (schema > 0 && !holds (look, "SELECT has_table_privilege('ikrar.attendance_mark', 'INSERT')"))
    return look->failed ? FALSE
                        : fail (look, _ ("This login may look, and change nothing."),
                                _ ("To write, have the login made with another role of Ikrar on "
                                   "the server."));
  return !look->failed;
}

gboolean
_ikrar_link_trial_look (IkrarLinkTrial *trial, PGconn *link)
{
  Look look = { trial, link, IKRAR_LINK_TEST_SCHEMA, FALSE };
  int schema = 0;

  if (!_ikrar_link_trial_begin (trial, look.step) || !look_at_schema (&look, &schema))
    return FALSE;
  look.step = IKRAR_LINK_TEST_RIGHTS;
  return _ikrar_link_trial_begin (trial, look.step) && look_at_rights (&look, schema);
}
