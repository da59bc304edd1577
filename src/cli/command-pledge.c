/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "report/signature-file.h"
#include "store/event.h"
#include "store/participant-table.h"
#include "store/pledge.h"

static const GOptionEntry no_options[] = { { NULL } };

static IkrarExit
put_id (IkrarCli *cli, const char *key, IkrarId id)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, key, id);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
list_texts (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GPtrArray) texts = NULL;

  if (!ikrar_cli_parse (&argc, &argv, no_options, 0, 0, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  texts = ikrar_pledge_template_list (cli->store, error);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const IkrarPledgeTemplate *text = g_ptr_array_index (texts, i);
      JsonBuilder *out = ikrar_out_new ();

      ikrar_out_id (out, "id", text->id);
      ikrar_out_text (out, "name", text->name);
      ikrar_out_int (out, "version", text->version);
      ikrar_out_row (cli, out);
    }
  return IKRAR_EXIT_OK;
}

/* A version of a text with its fields, or, of an event, the exact text with its digest. */
static IkrarExit
show_text (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarPledgeWording) wording = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *digest = NULL;
  JsonBuilder *out;
  IkrarId id;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 1, error) ||
      !ikrar_cli_parse_id (event_text != NULL ? event_text : argv[1],
                           event_text != NULL ? _ ("an event") : _ ("a pledge text"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  if (event_text != NULL)
    {
      wording = ikrar_pledge_wording_get (cli->store, id, error);
      if (wording == NULL)
        return IKRAR_EXIT_NOTHING;
      digest = ikrar_digest_hex (&wording->digest);
      out = ikrar_out_new ();
      ikrar_out_int (out, "version", wording->version);
      ikrar_out_text (out, "sha256", digest);
      ikrar_out_text (out, "text", wording->body);
      ikrar_out_record (cli, out);
      return IKRAR_EXIT_OK;
    }
  texts = ikrar_pledge_template_list (cli->store, error);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const IkrarPledgeTemplate *text = g_ptr_array_index (texts, i);

      if (text->id != id)
        continue;
      out = ikrar_out_new ();
      ikrar_out_id (out, "id", text->id);
      ikrar_out_text (out, "name", text->name);
      ikrar_out_int (out, "version", text->version);
      ikrar_out_text (out, "text", text->template_text);
      ikrar_out_record (cli, out);
      return IKRAR_EXIT_OK;
    }
  g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED, _ ("There is no such pledge text."));
  return IKRAR_EXIT_NOTHING;
}

static IkrarExit
add_text (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry options[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { NULL },
  };
  IkrarId id;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      (name == NULL && !ikrar_cli_usage (error, _ ("Name the text with --name N."))) ||
      !g_file_get_contents (argv[1], &text, NULL, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  id = ikrar_pledge_template_add (cli->store, name, text, error);
  return id != 0 ? put_id (cli, "id", id) : IKRAR_EXIT_NOTHING;
}

/* Witnesses of a call: "Name; position; institution" each. */
typedef struct
{
  GArray *list; /* IkrarWitness */
  GStringChunk *text;
} Witnesses;

static void
witnesses_clear (Witnesses *witnesses)
{
  g_clear_pointer (&witnesses->list, g_array_unref);
  g_clear_pointer (&witnesses->text, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Witnesses, witnesses_clear)

static void
parse_witnesses (char **texts, Witnesses *witnesses)
{
  witnesses->list = g_array_new (FALSE, TRUE, sizeof (IkrarWitness));
  witnesses->text = g_string_chunk_new (256);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (texts[i], ";", 3);
      char *kept[3] = { (char *) "", (char *) "", (char *) "" };
      IkrarWitness witness;

      for (guint j = 0; parts[j] != NULL; j++)
        kept[j] = g_string_chunk_insert (witnesses->text, g_strstrip (parts[j]));
      witness = (IkrarWitness){ kept[0], kept[1], kept[2] };
      g_array_append_val (witnesses->list, witness);
    }
}

static IkrarExit
sign (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *participant_text = NULL;
  g_autofree char *file = NULL;
  g_auto (GStrv) witness_texts = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "participant", 0, 0, G_OPTION_ARG_STRING, &participant_text, NULL, NULL },
    { "signature", 0, 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { "witness", 0, 0, G_OPTION_ARG_STRING_ARRAY, &witness_texts, NULL, NULL },
    { NULL },
  };
  g_auto (Witnesses) witnesses = { 0 };
  g_autofree char *signature = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeSigning signing = { .nonce = nonce };
  IkrarId event, pledge;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      !ikrar_cli_parse_id (participant_text, _ ("a participant"), &signing.participant, error) ||
      (file != NULL && (signature = ikrar_signature_file_read (file, error)) == NULL) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_cli_check_participant (cli, event, signing.participant, error))
    return IKRAR_EXIT_NOTHING;
  parse_witnesses (witness_texts, &witnesses);
  ikrar_nonce_new (nonce);
  signing.signature = signature != NULL ? signature : "";
  signing.witnesses = (const IkrarWitness *) witnesses.list->data;
  signing.n_witnesses = witnesses.list->len;
  pledge = ikrar_pledge_sign (cli->store, &signing, NULL, error);
  return pledge != 0 ? put_id (cli, "id", pledge) : IKRAR_EXIT_NOTHING;
}

static IkrarExit
recite (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *reader = NULL;
  g_autofree char *position = NULL;
  g_auto (GStrv) witness_texts = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "reader", 0, 0, G_OPTION_ARG_STRING, &reader, NULL, NULL },
    { "position", 0, 0, G_OPTION_ARG_STRING, &position, NULL, NULL },
    { "witness", 0, 0, G_OPTION_ARG_STRING_ARRAY, &witness_texts, NULL, NULL },
    { NULL },
  };
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_auto (Witnesses) witnesses = { 0 };
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeReciting reciting = { .nonce = nonce };
  JsonBuilder *out;
  IkrarId journal;
  guint pledged;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &reciting.event, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  parse_witnesses (witness_texts, &witnesses);
  ikrar_nonce_new (nonce);
  reciting.reader = reader;
  reciting.reader_position = position;
  reciting.witnesses = (const IkrarWitness *) witnesses.list->data;
  reciting.n_witnesses = witnesses.list->len;
  journal = ikrar_pledge_recite (cli->store, &reciting, &pledged, &progress, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_int (out, "pledged", pledged);
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static void
put_participant (IkrarCli *cli, const IkrarParticipantLine *line, IkrarZone zone)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "participant", line->id);
  ikrar_out_text (out, "name", line->display);
  ikrar_out_text (out, "unit", line->unit);
  ikrar_out_text (out, "status", ikrar_attendance_name (line->state));
  ikrar_out_text (out, "pledge", ikrar_pledge_state_word (line->pledge));
  ikrar_out_time (out, "at", line->pledge_at, zone);
  ikrar_out_row (cli, out);
}

static IkrarExit
list_participants (IkrarCli *cli, int argc, char **argv, gboolean pledged, GError **error)
{
  g_autofree char *event_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (IkrarParticipantTable) table = NULL;
  IkrarId id;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  event = ikrar_event_get (cli->store, id, error);
  if (event == NULL)
    return IKRAR_EXIT_NOTHING;
  table = ikrar_participant_table_load (cli->store, id, 0, FALSE, IKRAR_ORDER_UNIT, NULL, error);
  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);

      if ((line->pledge != IKRAR_PLEDGE_NONE) == pledged)
        put_participant (cli, line, event->zone);
    }
  return IKRAR_EXIT_OK;
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return list_participants (cli, argc, argv, TRUE, error);
}

static IkrarExit
list_missing (IkrarCli *cli, int argc, char **argv, GError **error)
{
  return list_participants (cli, argc, argv, FALSE, error);
}

static IkrarExit
revoke_pledge (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *participant_text = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "participant", 0, 0, G_OPTION_ARG_STRING, &participant_text, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { NULL },
  };
  IkrarId event, participant, journal;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      !ikrar_cli_parse_id (participant_text, _ ("a participant"), &participant, error) ||
      (reason == NULL && !ikrar_cli_usage (error, _ ("Say why with --reason R."))) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_cli_check_participant (cli, event, participant, error))
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_pledge_revoke (cli->store, participant, reason, error);
  return journal != 0 ? put_id (cli, "journal", journal) : IKRAR_EXIT_NOTHING;
}

const IkrarCommand ikrar_pledge_commands[] = {
  { "pledge text list", "", N_ ("List the versions of pledge texts"), list_texts },
  { "pledge text show", "ID | --event ID",
    N_ ("Show a version with its fields, or the exact text of an event and its SHA-256"),
    show_text },
  { "pledge text add", "FILE --name N", N_ ("Add a version of a pledge text"), add_text },
  { "pledge sign", "--event ID --participant P [--signature FILE.svg] [--witness W]…",
    N_ ("Record a signed pledge; a witness is \"Name; position; institution\""), sign },
  { "pledge recite", "--event ID [--reader N] [--position P] [--witness W]…",
    N_ ("Record that all who are present recited the pledge"), recite },
  { "pledge list", "--event ID", N_ ("List who has pledged"), list },
  { "pledge missing", "--event ID",
    N_ ("List who has not pledged; for the office only, not for publication"), list_missing },
  { "pledge revoke", "--event ID --participant P --reason R",
    N_ ("Revoke a pledge; the record of it stays"), revoke_pledge },
  { NULL },
};
