/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "store/ledger.h"

static const GOptionEntry no_options[] = { { NULL } };

static IkrarExit
verify (IkrarCli *cli, int argc, char **argv, GError **error)
{
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_autoptr (IkrarLedgerReport) report = NULL;
  g_autofree char *root = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_READ_ONLY, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  report = ikrar_ledger_verify (cli->store, &progress, error);
  if (report == NULL)
    return IKRAR_EXIT_NOTHING;
  root = ikrar_digest_hex (&report->root);
  out = ikrar_out_new ();
  ikrar_out_bool (out, "ok", report->ok);
  ikrar_out_int (out, "size", (gint64) report->size);
  ikrar_out_text (out, "root", root);
  if (!report->ok)
    ikrar_out_int (out, "first_altered", report->first_altered);
  ikrar_out_int (out, "erased", (gint64) report->erased);
  ikrar_out_texts (out, "problems", report->problems);
  ikrar_out_record (cli, out);
  return report->ok ? IKRAR_EXIT_OK : IKRAR_EXIT_REFUSED;
}

static IkrarExit
checkpoint (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *note = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_ledger_checkpoint (cli->store, &note, error))
    return IKRAR_EXIT_NOTHING;
  if (!cli->json)
    {
      g_print ("%s", note != NULL ? note : "");
      return IKRAR_EXIT_OK;
    }
  out = ikrar_out_new ();
  ikrar_out_text (out, "checkpoint", note);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit export(IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_auto (IkrarLedgerState) state = { 0 };
  g_autoptr (GFile) file = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_check_output (cli, path, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  file = g_file_new_for_path (path);
  if (!ikrar_ledger_export (cli->store, file, &progress, error) ||
      !ikrar_ledger_get_state (cli->store, &state, error))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", path);
  ikrar_out_int (out, "records", (gint64) state.size);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
show_key (IkrarCli *cli, int argc, char **argv, GError **error)
{
  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  return ikrar_out_key (cli, 0, error);
}

const IkrarCommand ikrar_ledger_commands[] = {
  { "ledger verify", "", N_ ("Check that nothing sealed was altered"), verify },
  { "ledger checkpoint", "", N_ ("Sign the sealed log as it stands"), checkpoint },
  { "ledger export", "-o FILE", N_ ("Write the sealed log without personal data, to keep outside"),
    export },
  { "ledger key", "", N_ ("Show the public key that others verify with"), show_key },
  { NULL },
};
