/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "core/text.h"
#include "store/event.h"
#include "store/participant-table.h"

static void
put_line (IkrarCli *cli, const IkrarParticipantLine *line, IkrarZone zone)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "id", line->id);
  ikrar_out_id (out, "person", line->person_id);
  ikrar_out_int (out, "number", line->number);
  ikrar_out_text (out, "name", line->display);
  ikrar_out_text (out, "employee_number", line->employee_number);
  ikrar_out_text (out, "grade", ikrar_grade_text (line->grade));
  ikrar_out_text (out, "position", line->position);
  ikrar_out_text (out, "unit", line->unit);
  ikrar_out_text (out, "kind", line->kind);
  ikrar_out_text (out, "seat", line->seat);
  ikrar_out_text (out, "group", line->group_name);
  ikrar_out_bool (out, "withdrawn", line->withdrawn);
  ikrar_out_text (out, "status", ikrar_attendance_name (line->state));
  ikrar_out_text (out, "code", ikrar_attendance_code (line->state));
  ikrar_out_time (out, "at", line->state_at, zone);
  ikrar_out_text (out, "stand_in", line->stand_in);
  ikrar_out_text (out, "pledge", ikrar_pledge_state_word (line->pledge));
  ikrar_out_text (out, "certificate", line->certificate);
  ikrar_out_row (cli, out);
}

static gboolean
is_wanted (const IkrarParticipantLine *line, gboolean withdrawn, int state)
{
  if (withdrawn)
    return line->withdrawn;
  return state < 0 || (!line->withdrawn && line->state == state);
}

/* A state, or "withdrawn". */
static gboolean
parse_status (const char *text, gboolean *withdrawn, int *state, GError **error)
{
  IkrarAttendance parsed;

  *state = -1;
  *withdrawn = g_strcmp0 (text, "withdrawn") == 0;
  if (text == NULL || *withdrawn)
    return TRUE;
  if (!ikrar_attendance_parse (text, &parsed, error))
    return FALSE;
  *state = parsed;
  return TRUE;
}

static IkrarExit
list (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *unit_text = NULL;
  g_autofree char *status = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit_text, NULL, NULL },
    { "status", 0, 0, G_OPTION_ARG_STRING, &status, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (IkrarParticipantTable) table = NULL;
  gboolean withdrawn;
  int state;
  IkrarId id, unit;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &id, error) ||
      !parse_status (status, &withdrawn, &state, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_cli_find_unit (cli->store, unit_text, &unit, error))
    return IKRAR_EXIT_NOTHING;
  event = ikrar_event_get (cli->store, id, error);
  if (event == NULL)
    return IKRAR_EXIT_NOTHING;
  table =
      ikrar_participant_table_load (cli->store, id, unit, TRUE, IKRAR_ORDER_NUMBER, NULL, error);
  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);

      if (is_wanted (line, withdrawn, state))
        put_line (cli, line, event->zone);
    }
  return IKRAR_EXIT_OK;
}

/* What can be said of a participant; NULL is "not said". */
typedef struct
{
  char *event;
  char *person;
  char *kind;
  char *unit;
  char *position;
  char *seat;
  char *group;
  char *note;
} ParticipantOptions;

static void
participant_options_clear (ParticipantOptions *options)
{
  g_free (options->event);
  g_free (options->person);
  g_free (options->kind);
  g_free (options->unit);
  g_free (options->position);
  g_free (options->seat);
  g_free (options->group);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParticipantOptions, participant_options_clear)

static gboolean
parse_options (ParticipantOptions *options, int *argc, char ***argv, int arguments, GError **error)
{
  const GOptionEntry entries[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &options->event, NULL, NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options->person, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options->unit, NULL, NULL },
    { "position", 0, 0, G_OPTION_ARG_STRING, &options->position, NULL, NULL },
    { "seat", 0, 0, G_OPTION_ARG_STRING, &options->seat, NULL, NULL },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options->group, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, NULL, NULL },
    { NULL },
  };

  return ikrar_cli_parse (argc, argv, entries, arguments, arguments, error);
}

static gboolean
apply (IkrarCli *cli,
       IkrarParticipant *participant,
       const ParticipantOptions *options,
       GError **error)
{
  if (options->kind != NULL &&
      ikrar_vocabulary_find (IKRAR_VOCABULARY_PARTICIPANT_KIND, options->kind, error) < 0)
    return FALSE;
  ikrar_text_replace (&participant->kind, options->kind);
  ikrar_text_replace (&participant->position, options->position);
  ikrar_text_replace (&participant->seat, options->seat);
  ikrar_text_replace (&participant->group_name, options->group);
  ikrar_text_replace (&participant->note, options->note);
  return options->unit == NULL ||
         ikrar_cli_find_unit (cli->store, options->unit, &participant->unit_id, error);
}

static IkrarExit
put_id (IkrarCli *cli, const char *key, IkrarId id)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, key, id);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
add (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (ParticipantOptions) options = { 0 };
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  if (!parse_options (&options, &argc, &argv, 0, error) ||
      !ikrar_cli_parse_id (options.event, _ ("an event"), &participant->event_id, error) ||
      !ikrar_cli_parse_id (options.person, _ ("a person"), &participant->person_id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !apply (cli, participant, &options, error) ||
      !ikrar_participant_add (cli->store, participant, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, "id", participant->id);
}

static IkrarExit
edit (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (ParticipantOptions) options = { 0 };
  g_autoptr (IkrarParticipant) participant = NULL;
  IkrarId id;

  if (!parse_options (&options, &argc, &argv, 1, error) ||
      !ikrar_cli_parse_id (argv[1], _ ("a participant"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  participant = ikrar_participant_get (cli->store, id, error);
  if (participant == NULL || !apply (cli, participant, &options, error) ||
      !ikrar_participant_save (cli->store, participant, error))
    return IKRAR_EXIT_NOTHING;
  return put_id (cli, "id", id);
}

static IkrarExit
withdraw (IkrarCli *cli, int argc, char **argv, GError **error)
{
  gboolean undo = FALSE;
  const GOptionEntry options[] = {
    { "undo", 0, 0, G_OPTION_ARG_NONE, &undo, NULL, NULL },
    { NULL },
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  IkrarId journal;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, G_MAXINT, error))
    return IKRAR_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    {
      IkrarId id;

      if (!ikrar_cli_parse_id (argv[i], _ ("a participant"), &id, error))
        return IKRAR_EXIT_USAGE;
      g_array_append_val (ids, id);
    }
  if (ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal =
      ikrar_participant_withdraw (cli->store, (const IkrarId *) ids->data, ids->len, !undo, error);
  return journal != 0 ? put_id (cli, "journal", journal) : IKRAR_EXIT_NOTHING;
}

#define PARTICIPANT_OPTIONS "[--kind K] [--unit U] [--position P] [--seat S] [--group G] [--note N]"

const IkrarCommand ikrar_participant_commands[] = {
  { "participant list", "--event ID [--unit U] [--status S]",
    N_ ("List the roster of an event; a status is one of attendance, or withdrawn"), list },
  { "participant add", "--event ID --person ID " PARTICIPANT_OPTIONS,
    N_ ("Put a person on the roster"), add },
  { "participant edit", "ID " PARTICIPANT_OPTIONS, N_ ("Change a participant"), edit },
  { "participant withdraw", "ID… [--undo]", N_ ("Let participants withdraw, or invite them again"),
    withdraw },
  { NULL },
};
