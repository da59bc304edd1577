/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "store/institution.h"
#include "store/journal.h"

#define LIST_LIMIT 100

static void
put_entry (IkrarCli *cli, const IkrarJournalEntry *entry, IkrarZone zone)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "id", entry->id);
  ikrar_out_time (out, "at", entry->at, zone);
  ikrar_out_text (out, "actor", entry->actor);
  ikrar_out_text (out, "desk", entry->desk);
  ikrar_out_text (out, "action", entry->action);
  ikrar_out_id (out, "event", entry->event);
  ikrar_out_id (out, "subject", entry->subject);
  ikrar_out_text (out, "detail", entry->detail);
  ikrar_out_id (out, "undo_of", entry->undo_of);
  ikrar_out_id (out, "undone_by", entry->undone_by);
  ikrar_out_row (cli, out);
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  int limit = LIST_LIMIT;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarInstitution) institution = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  IkrarId event = 0;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      (event_text != NULL && !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error)) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  institution = ikrar_institution_get (cli->store, error);
  entries =
      institution != NULL ? ikrar_journal_list (cli->store, event, MAX (limit, 1), error) : NULL;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    put_entry (cli, g_ptr_array_index (entries, i), institution->zone);
  return IKRAR_EXIT_OK;
}

static IkrarExit
undo (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  IkrarId id, journal;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_parse_id (argv[1], _ ("a journal entry"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_journal_undo (cli->store, id, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_journal_commands[] = {
  { "journal list", "[--event ID] [--limit N]", N_ ("List who changed what, newest first"), list },
  { "journal undo", "ID", N_ ("Take a change back"), undo },
  { NULL },
};
