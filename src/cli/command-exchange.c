/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "report/conflict-csv.h"
#include "report/conflict-list.h"
#include "store/event.h"
#include "store/exchange.h"

static IkrarExit export(IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_autoptr (GFile) file = NULL;
  JsonBuilder *out;
  IkrarId event;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      !ikrar_cli_check_output (cli, path, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  file = g_file_new_for_path (path);
  if (!ikrar_exchange_export (cli->store, event, file, &progress, error))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", path);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static void
put_conflict (IkrarCli *cli, const IkrarExchangeConflict *conflict)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "what", conflict->what);
  ikrar_out_id (out, "subject", conflict->subject);
  ikrar_out_text (out, "who", conflict->who);
  ikrar_out_text (out, "field", conflict->field);
  ikrar_out_text (out, "ours", conflict->ours);
  ikrar_out_text (out, "theirs", conflict->theirs);
  ikrar_out_text (out, "stands", conflict->stands);
  ikrar_out_row (cli, out);
}

static void
put_conflicts (IkrarCli *cli, GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    put_conflict (cli, g_ptr_array_index (conflicts, i));
}

/* The counts stand last, as of a roster. */
static void
put_summary (IkrarCli *cli, const IkrarExchangeReport *report)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "event", report->event);
  ikrar_out_text (out, "title", report->title);
  ikrar_out_int (out, "people", report->people);
  ikrar_out_int (out, "participants", report->participants);
  ikrar_out_int (out, "marks", report->marks);
  ikrar_out_int (out, "pledges", report->pledges);
  ikrar_out_int (out, "certificates", report->certificates);
  ikrar_out_int (out, "changed", report->changed);
  ikrar_out_int (out, "conflicts", report->conflicts->len);
  ikrar_out_bool (out, "written", report->written);
  ikrar_out_id (out, "journal", report->journal);
  ikrar_out_record (cli, out);
}

static IkrarExit
import (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *trusted = NULL;
  g_autofree char *path = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry options[] = {
    { "trust", 0, 0, G_OPTION_ARG_STRING, &trusted, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "conflicts", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_autoptr (GFile) file = NULL;
  g_autoptr (IkrarExchangeReport) report = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      (path != NULL && !ikrar_cli_check_output (cli, path, error)) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  file = g_file_new_for_commandline_arg (argv[1]);
  report = ikrar_exchange_import (
      cli->store, file,
      &(IkrarExchangeImport){ .trusted = trusted, .dry_run = dry_run, .progress = &progress },
      error);
  if (report == NULL)
    return IKRAR_EXIT_NOTHING;
  if (path != NULL && !ikrar_conflict_csv_write (report->conflicts, path, error))
    return IKRAR_EXIT_NOTHING;
  put_conflicts (cli, report->conflicts);
  put_summary (cli, report);
  return report->conflicts->len == 0 ? IKRAR_EXIT_OK : IKRAR_EXIT_REFUSED;
}

/* What the name of the file asks for. */
static gboolean
write_conflicts (IkrarCli *cli, IkrarId event, GPtrArray *found, const char *path, GError **error)
{
  g_autoptr (IkrarDocument) document = NULL;

  if (!g_str_has_suffix (path, ".pdf"))
    return ikrar_conflict_csv_write (found, path, error);
  document = ikrar_conflict_list_new (cli->store, event, error);
  return document != NULL && ikrar_document_write_pdf (document, path, NULL, error);
}

static IkrarExit
conflicts (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) found = NULL;
  JsonBuilder *out;
  IkrarId event;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      (path != NULL && !ikrar_cli_check_output (cli, path, error)) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  found = ikrar_exchange_conflicts (cli->store, event, error);
  if (found == NULL || (path != NULL && !write_conflicts (cli, event, found, path, error)))
    return IKRAR_EXIT_NOTHING;
  if (path == NULL)
    {
      put_conflicts (cli, found);
      return IKRAR_EXIT_OK;
    }
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", path);
  ikrar_out_int (out, "conflicts", found->len);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_exchange_commands[] = {
  { "exchange export", "--event ID -o FILE",
    N_ ("Write an event into a signed file for another database"), export },
  { "exchange import", "FILE [--trust KEY] [--dry-run] [--conflicts OUT.csv]",
    N_ ("Take an event in from such a file, as often as you like"), import },
  { "exchange conflicts", "--event ID [-o FILE.{csv,pdf}]",
    N_ ("List what two databases said differently, and who came to two desks"), conflicts },
  { NULL },
};
