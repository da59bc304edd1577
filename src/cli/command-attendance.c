/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "core/text.h"
#include "desk/door.h"
#include "store/attendance.h"
#include "store/error.h"
#include "store/event.h"

/* A line at the desk. */
typedef struct
{
  const char *line;
  IkrarWay way;
  IkrarDeskResult result;
  IkrarZone zone;
} Scan;

static void
put_result (IkrarCli *cli, const Scan *scan, const IkrarDoorState *state)
{
  const IkrarDeskResult *result = &scan->result;
  const IkrarParticipantCard *card = result->card;
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "code", scan->line);
  ikrar_out_text (out, "verdict", ikrar_desk_verdict_word (result->verdict));
  ikrar_out_id (out, "participant", card != NULL ? card->participant->id : 0);
  ikrar_out_bool (out, "late", result->late);
  ikrar_out_time (out, "at", result->at, scan->zone);
  ikrar_out_text (out, "name", card != NULL ? card->name : "");
  ikrar_out_text (out, "unit", card != NULL ? card->unit : "");
  ikrar_out_text (out, "desk", result->desk);
  ikrar_out_bool (out, "offline", state->offline);
  ikrar_out_row (cli, out);
  fflush (stdout);
}

/* Called again with the replica when the link breaks. */
static gboolean
judge (IkrarStore *store, IkrarDesk *desk, gpointer user_data, GError **error)
{
  Scan *scan = user_data;

  ikrar_desk_result_clear (&scan->result);
  scan->zone = ikrar_desk_get_zone (desk);
  ikrar_desk_set_way (desk, scan->way);
  return ikrar_desk_scan (desk, scan->line, &scan->result, error);
}

static IkrarExit
answer_line (IkrarCli *cli, IkrarDoor *door, IkrarWay way, const char *line, GError **error)
{
  Scan scan = { .line = line, .way = way };
  IkrarExit status = IKRAR_EXIT_NOTHING;
  IkrarDoorState state;

  if (ikrar_door_do (door, judge, &scan, error))
    {
      ikrar_door_get_state (door, &state);
      put_result (cli, &scan, &state);
      status =
          ikrar_desk_verdict_is_refusal (scan.result.verdict) ? IKRAR_EXIT_REFUSED : IKRAR_EXIT_OK;
    }
  ikrar_desk_result_clear (&scan.result);
  return status;
}

/* Answers each line before the next is read: a desk is a conversation. */
static IkrarExit
answer_lines (IkrarCli *cli, IkrarDoor *door, IkrarWay way, GError **error)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (fileno (stdin));
  IkrarExit status = IKRAR_EXIT_OK;
  char *line;

  g_io_channel_set_encoding (input, NULL, NULL);
  while (g_io_channel_read_line (input, &line, NULL, NULL, error) == G_IO_STATUS_NORMAL)
    {
      g_autofree char *owned = line;
      g_autofree char *clean = ikrar_text_clean (line);
      IkrarExit answer =
          *clean != '\0' ? answer_line (cli, door, way, clean, error) : IKRAR_EXIT_OK;

      if (answer == IKRAR_EXIT_NOTHING)
        return answer;
      status = MAX (status, answer);
    }
  return status;
}

static gboolean
parse_session (const char *text, IkrarId *session, GError **error)
{
  *session = 0;
  return text == NULL || ikrar_cli_parse_id (text, _ ("a session"), session, error);
}

/* Without a link the desk begins with the replica that it has. */
static IkrarDoor *
open_door (IkrarCli *cli, IkrarId event, IkrarId session, const char *desk_name, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ikrar_cli_open (cli, IKRAR_DB_OPEN, &local) == NULL &&
      !g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (cli->store != NULL)
    ikrar_store_set_actor (cli->store, g_get_user_name (), desk_name);
  return ikrar_door_new (cli->uri, cli->store, event, session, desk_name, error);
}

/* Only that the link is gone, or is back, is said. */
static void
on_door_state (const IkrarDoorState *state, gpointer user_data)
{
  gboolean *was_offline = user_data;

  if (state->offline == *was_offline)
    return;
  *was_offline = state->offline;
  g_printerr ("ikrarctl: %s\n", state->offline ? _ ("The server does not answer. The desk goes on "
                                                    "without it.")
                                               : _ ("The server answers again. What waited is "
                                                    "delivered."));
}

static IkrarExit
check_in (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *session_text = NULL;
  g_autofree char *desk_name = NULL;
  gboolean leaving = FALSE;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &session_text, NULL, NULL },
    { "desk", 0, 0, G_OPTION_ARG_STRING, &desk_name, NULL, NULL },
    { "out", 0, 0, G_OPTION_ARG_NONE, &leaving, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarDoor) door = NULL;
  IkrarId id, session;
  gboolean was_offline = FALSE;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &id, error) ||
      !parse_session (session_text, &session, error))
    return IKRAR_EXIT_NOTHING;
  door = open_door (cli, id, session, desk_name, error);
  if (door == NULL)
    return IKRAR_EXIT_NOTHING;
  ikrar_door_set_notify (door, on_door_state, &was_offline);
  return answer_lines (cli, door, leaving ? IKRAR_WAY_OUT : IKRAR_WAY_IN, error);
}

/* Somebody who stands in for another gets a mark too; a name without an id is only noted. */
static gboolean
find_stand_in (IkrarCli *cli,
               const char *by,
               IkrarParticipantCard **card,
               char **name,
               GError **error)
{
  IkrarId id;

  *card = NULL;
  *name = g_strdup (by);
  if (by == NULL || !ikrar_id_parse (by, &id, NULL))
    return TRUE;
  *card = ikrar_participant_card_get (cli->store, id, error);
  if (*card == NULL)
    return FALSE;
  g_free (*name);
  *name = g_strdup ((*card)->name);
  return TRUE;
}

static gboolean
check_stand_in (const IkrarParticipantCard *card, IkrarId participant, GError **error)
{
  return card == NULL || card->participant->id != participant ||
         ikrar_cli_usage (error, _ ("Nobody represents themselves. Say who came with --by."));
}

/* Who came is said of somebody who is represented, or who stands in for another. */
static gboolean
check_by (const char *by, IkrarAttendance state, GError **error)
{
  return by == NULL || state == IKRAR_ATTENDANCE_REPRESENTED ||
         state == IKRAR_ATTENDANCE_STANDING_IN ||
         ikrar_cli_usage (error, _ ("--by goes with the states R and W only."));
}

static IkrarId
mark_both (IkrarCli *cli,
           IkrarId participant,
           IkrarId session,
           IkrarAttendance state,
           const char *by,
           GError **error)
{
  g_autoptr (IkrarParticipantCard) represented =
      ikrar_participant_card_get (cli->store, participant, error);
  g_autoptr (IkrarParticipantCard) card = NULL;
  g_autofree char *name = NULL;

  if (represented == NULL || !find_stand_in (cli, by, &card, &name, error) ||
      !check_stand_in (card, participant, error))
    return 0;
  if (card != NULL && state == IKRAR_ATTENDANCE_REPRESENTED &&
      ikrar_attendance_set (cli->store, &card->participant->id, 1, session,
                            IKRAR_ATTENDANCE_STANDING_IN, represented->name, error) == 0)
    return 0;
  return ikrar_attendance_set (cli->store, &participant, 1, session, state, name, error);
}

static IkrarExit
mark (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *participant_text = NULL;
  g_autofree char *session_text = NULL;
  g_autofree char *status = NULL;
  g_autofree char *by = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "participant", 0, 0, G_OPTION_ARG_STRING, &participant_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &session_text, NULL, NULL },
    { "status", 0, 0, G_OPTION_ARG_STRING, &status, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, NULL, NULL },
    { NULL },
  };
  IkrarAttendance state;
  IkrarId event, participant, session, journal;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &event, error) ||
      !ikrar_cli_parse_id (participant_text, _ ("a participant"), &participant, error) ||
      !parse_session (session_text, &session, error) ||
      !ikrar_attendance_parse (status, &state, error) || !check_by (by, state, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL ||
      !ikrar_cli_check_participant (cli, event, participant, error))
    return IKRAR_EXIT_NOTHING;
  journal = mark_both (cli, participant, session, state, by, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "participant", participant);
  ikrar_out_text (out, "status", ikrar_attendance_name (state));
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_attendance_commands[] = {
  { "checkin", "--event ID [--session S] [--desk NAME] [--out]",
    N_ ("Check people in, or out: scanned codes on standard input, one a line; a verdict a line"),
    check_in },
  { "mark", "--event ID --participant P --status S [--by P2|NAME] [--session S]",
    N_ ("Set an attendance state by hand"), mark },
  { NULL },
};
