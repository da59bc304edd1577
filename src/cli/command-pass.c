/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "report/passes.h"
#include "report/test-card.h"
#include "store/event.h"
#include "store/participant-table.h"
#include "store/pass-issuer.h"

static IkrarExit
print (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *unit_text = NULL;
  g_autofree char *layout = NULL;
  g_autofree char *file = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit_text, NULL, NULL },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &layout, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  IkrarPassesOptions passes = { 0 };
  g_autoptr (IkrarDocument) document = NULL;
  IkrarId event;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      !ikrar_cli_check_output (cli, file, error) ||
      (layout != NULL && !ikrar_pass_layout_parse (layout, &passes.layout, error)) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      (layout == NULL && !ikrar_pass_layout_get_usual (cli->store, &passes.layout, error)) ||
      !ikrar_cli_find_unit (cli->store, unit_text, &passes.unit, error))
    return IKRAR_EXIT_NOTHING;
  document = ikrar_passes_new (cli->store, event, &passes, &progress, error);
  if (document == NULL || !ikrar_document_write_pdf (document, file, &progress, error))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", file);
  ikrar_out_int (out, "pages", ikrar_document_get_n_pages (document));
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
code (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarPassIssuer) issuer = NULL;
  g_autoptr (IkrarParticipantTable) table = NULL;
  IkrarId event;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  issuer = ikrar_pass_issuer_new (cli->store, event, error);
  if (issuer == NULL)
    return IKRAR_EXIT_NOTHING;
  table =
      ikrar_participant_table_load (cli->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, error);
  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);
      char pass[IKRAR_PASS_TEXT_LENGTH + 1];
      char human[IKRAR_HUMAN_CODE_LENGTH + 1];
      JsonBuilder *out = ikrar_out_new ();

      ikrar_pass_issuer_code (issuer, line->number, line->pass_serial, pass);
      ikrar_pass_issuer_human_code (issuer, line->number, human);
      ikrar_out_id (out, "participant", line->id);
      ikrar_out_text (out, "code", pass);
      ikrar_out_text (out, "short", human);
      ikrar_out_row (cli, out);
    }
  return IKRAR_EXIT_OK;
}

static IkrarExit
show_key (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  IkrarId id;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  event = ikrar_event_get (cli->store, id, error);
  return event != NULL ? ikrar_out_key (cli, event->id, error) : IKRAR_EXIT_NOTHING;
}

static IkrarExit
print_test_card (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *file = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarDocument) card = NULL;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_check_output (cli, file, error))
    return IKRAR_EXIT_NOTHING;
  card = ikrar_test_card_new ();
  if (!ikrar_document_write_pdf (card, file, NULL, error))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", file);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
revoke_pass (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  IkrarId participant, journal;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_parse_id (argv[1], _ ("a participant"), &participant, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_participant_revoke_pass (cli->store, participant, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "participant", participant);
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_pass_commands[] = {
  { "pass print", "--event ID [--unit U] [--layout a4-8|a4-10|f4-8|f4-10] -o FILE.pdf",
    N_ ("Print passes, in the order of the roster"), print },
  { "pass code", "--event ID", N_ ("List the codes of the passes"), code },
  { "pass key", "--event ID", N_ ("Show the public key that others verify passes with"), show_key },
  { "pass test-card", "-o FILE.pdf", N_ ("Print the card that scanners are tried with"),
    print_test_card },
  { "pass revoke", "PARTICIPANT", N_ ("Make printed passes of a participant invalid"),
    revoke_pass },
  { NULL },
};
