/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "store/certificate.h"
#include "store/institution.h"

static IkrarExit
issue (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *participant_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "participant", 0, 0, G_OPTION_ARG_STRING, &participant_text, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  IkrarId event, journal;
  IkrarId participant = 0;
  JsonBuilder *out;
  guint issued;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      (participant_text != NULL &&
       !ikrar_cli_parse_id (participant_text, _ ("a participant"), &participant, error)) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_certificate_issue (cli->store, event, participant != 0 ? &participant : NULL,
                                     participant != 0, &issued, &progress, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_int (out, "issued", issued);
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static void
put_certificate (IkrarCli *cli, const IkrarCertificate *certificate, IkrarZone zone)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "id", certificate->id);
  ikrar_out_id (out, "event", certificate->event_id);
  ikrar_out_id (out, "participant", certificate->participant_id);
  ikrar_out_text (out, "number", certificate->letter_number);
  ikrar_out_time (out, "issued_at", certificate->issued_at, zone);
  ikrar_out_bool (out, "revoked", certificate->revoked_at != 0);
  ikrar_out_text (out, "reason", certificate->revoke_reason);
  ikrar_out_text (out, "code", certificate->code);
  ikrar_out_row (cli, out);
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (IkrarInstitution) institution = NULL;
  IkrarId event = 0;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      (event_text != NULL && !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error)) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  institution = ikrar_institution_get (cli->store, error);
  certificates = institution != NULL ? ikrar_certificate_list (cli->store, event, error) : NULL;
  for (guint i = 0; certificates != NULL && i < certificates->len; i++)
    put_certificate (cli, g_ptr_array_index (certificates, i), institution->zone);
  return IKRAR_EXIT_OK;
}

static IkrarExit
revoke_certificate (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { NULL },
  };
  IkrarId id, journal;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_parse_id (argv[1], _ ("a certificate"), &id, error) ||
      (reason == NULL && !ikrar_cli_usage (error, _ ("Say why with --reason R."))) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_certificate_revoke (cli->store, id, reason, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_certificate_commands[] = {
  { "certificate issue", "--event ID [--participant P]",
    N_ ("Number, sign and record certificates of those who were present"), issue },
  { "certificate list", "[--event ID]", N_ ("List the register of certificates"), list },
  { "certificate revoke", "ID --reason R", N_ ("Revoke a certificate; its number stays used"),
    revoke_certificate },
  { NULL },
};
