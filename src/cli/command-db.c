/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "cli/cli.h"
#include "roster/sample.h"
#include "store/backup.h"
#include "store/copy.h"
#include "store/ledger.h"
#include "store/migration.h"
#include "store/sql.h"

static const GOptionEntry no_options[] = { { NULL } };
static const IkrarSqlMacro no_macros[] = { { NULL } };

static void
put_database (IkrarCli *cli, JsonBuilder *out)
{
  const char *path = ikrar_db_get_path (ikrar_store_get_db (cli->store));

  ikrar_out_text (out, "database", path != NULL ? path : cli->uri);
  ikrar_out_int (out, "schema", ikrar_db_get_schema (ikrar_store_get_db (cli->store)));
}

static IkrarExit
init (IkrarCli *cli, int argc, char **argv, GError **error)
{
  gboolean sample = FALSE;
  const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_CREATE, error) == NULL ||
      (sample && !ikrar_sample_fill (cli->store, &progress, error)))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  put_database (cli, out);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
migrate (IkrarCli *cli, int argc, char **argv, GError **error)
{
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  put_database (cli, out);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
check (IkrarCli *cli, int argc, char **argv, GError **error)
{
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_autoptr (IkrarLedgerReport) report = NULL;
  IkrarStore *store;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error))
    return IKRAR_EXIT_USAGE;
  store = ikrar_cli_open (cli, IKRAR_DB_READ_ONLY, error);
  if (store == NULL || !ikrar_db_check (ikrar_store_get_db (store), TRUE, error))
    return IKRAR_EXIT_NOTHING;
  report = ikrar_ledger_verify (store, &progress, error);
  if (report == NULL)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_bool (out, "ok", report->ok);
  put_database (cli, out);
  ikrar_out_int (out, "records", (gint64) report->size);
  ikrar_out_texts (out, "problems", report->problems);
  ikrar_out_record (cli, out);
  return report->ok ? IKRAR_EXIT_OK : IKRAR_EXIT_REFUSED;
}

/* From a file or the environment: never from the command line, which others can read. */
static gboolean
read_passphrase (const char *file, char **passphrase, GError **error)
{
  const char *variable = g_getenv ("IKRAR_PASSPHRASE");

  *passphrase = variable != NULL && *variable != '\0' ? g_strdup (variable) : NULL;
  if (file == NULL)
    return TRUE;
  g_clear_pointer (passphrase, g_free);
  if (!g_file_get_contents (file, passphrase, NULL, error))
    return FALSE;
  g_strchomp (*passphrase);
  return TRUE;
}

static IkrarExit
backup (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *passphrase = NULL;
  const GOptionEntry options[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  GStatBuf info = { 0 };
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !read_passphrase (file, &passphrase, error) ||
      !ikrar_cli_check_output (cli, argv[1], error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_backup_write (cli->store, argv[1], passphrase, &progress, error))
    return IKRAR_EXIT_NOTHING;
  g_stat (argv[1], &info);
  out = ikrar_out_new ();
  ikrar_out_text (out, "backup", argv[1]);
  ikrar_out_int (out, "bytes", info.st_size);
  ikrar_out_bool (out, "sealed", passphrase != NULL || ikrar_backup_has_passphrase (cli->store));
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
restore (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *passphrase = NULL;
  const GOptionEntry options[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { NULL },
  };
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !read_passphrase (file, &passphrase, error) ||
      !ikrar_backup_restore (argv[1], passphrase, cli->uri, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  put_database (cli, out);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static void
put_copy (IkrarCli *cli, const char *to, const IkrarCopy *copy)
{
  g_autofree char *root = ikrar_digest_hex (&copy->root);
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "copy", to);
  ikrar_out_int (out, "tables", copy->tables);
  ikrar_out_int (out, "rows", (gint64) copy->rows);
  ikrar_out_int (out, "records", (gint64) copy->records);
  ikrar_out_text (out, "root", root);
  ikrar_out_bool (out, "keys", copy->keys);
  ikrar_out_record (cli, out);
}

static IkrarExit
copy (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *to = NULL;
  IkrarCopy copy = { 0 };
  const GOptionEntry options[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "without-keys", 0, 0, G_OPTION_ARG_NONE, &copy.without_keys, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error))
    return IKRAR_EXIT_USAGE;
  if (to == NULL || *to == '\0')
    {
      ikrar_cli_usage (error, _ ("Say with --to where the copy goes."));
      return IKRAR_EXIT_USAGE;
    }
  if (ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_copy_run (cli->store, to, &copy, &progress, error))
    return IKRAR_EXIT_NOTHING;
  put_copy (cli, to, &copy);
  return IKRAR_EXIT_OK;
}

/* Printed, for whoever looks after the server to read and run: Ikrar never works with such rights.
 */
static IkrarExit
roles (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *script = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error))
    return IKRAR_EXIT_USAGE;
  script = ikrar_sql_script ("roles-postgres", no_macros);
  if (!cli->json)
    {
      fputs (script, stdout);
      return IKRAR_EXIT_OK;
    }
  out = ikrar_out_new ();
  ikrar_out_text (out, "script", script);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static gboolean
put_count (IkrarCli *cli, JsonBuilder *out, const char *key, const char *statement, GError **error)
{
  gint64 count;

  if (!ikrar_db_get_int (ikrar_store_get_db (cli->store), statement, &count, error, ""))
    return FALSE;
  ikrar_out_int (out, key, count);
  return TRUE;
}

static IkrarExit
info (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (IkrarLedgerState) state = { 0 };
  g_autoptr (JsonBuilder) out = ikrar_out_new ();

  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_READ_ONLY, error) == NULL ||
      !ikrar_ledger_get_state (cli->store, &state, error))
    return IKRAR_EXIT_NOTHING;
  put_database (cli, out);
  if (!put_count (cli, out, "events", "event_count", error) ||
      !put_count (cli, out, "people", "person_count", error))
    return IKRAR_EXIT_NOTHING;
  ikrar_out_int (out, "records", (gint64) state.size);
  ikrar_out_int (out, "sealed", (gint64) state.sealed);
  ikrar_out_record (cli, g_steal_pointer (&out));
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_db_commands[] = {
  { "db init", "[--sample]", N_ ("Make a database, with sample data if asked for"), init },
  { "db migrate", "", N_ ("Bring a database to the schema of this version"), migrate },
  { "db check", "", N_ ("Look for damage in file and sealed log"), check },
  { "db backup", "FILE [--passphrase-file FILE]",
    N_ ("Write a compact, verified copy; sealed if a passphrase is given or set"), backup },
  { "db restore", "FILE [--passphrase-file FILE]",
    N_ ("Verify a backup and put it in place of the database"), restore },
  { "db copy", "--to URI [--without-keys]",
    N_ ("Copy the whole database to an empty one, a file or a shared one, and verify it"), copy },
  { "db roles", "", N_ ("Print the script by which a PostgreSQL server learns who may do what"),
    roles },
  { "db info", "", N_ ("Show what is in the database"), info },
  { NULL },
};
