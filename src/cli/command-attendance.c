/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "core/text.h"
#include "desk/desk.h"
#include "store/attendance.h"
#include "store/event.h"

static void
put_result (IkrarCli *cli, const char *line, const IkrarDeskResult *result, IkrarZone zone)
{
  const IkrarParticipantCard *card = result->card;
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "code", line);
  ikrar_out_text (out, "verdict", ikrar_desk_verdict_word (result->verdict));
  ikrar_out_id (out, "participant", card != NULL ? card->participant->id : 0);
  ikrar_out_time (out, "at", result->at, zone);
  ikrar_out_text (out, "name", card != NULL ? card->name : "");
  ikrar_out_text (out, "unit", card != NULL ? card->unit : "");
  ikrar_out_text (out, "desk", result->desk);
  ikrar_out_row (cli, out);
}

/* Answers each line before the next is read: a desk is a conversation. */
static IkrarExit
answer_lines (IkrarCli *cli, IkrarDesk *desk, IkrarZone zone, GError **error)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (fileno (stdin));
  IkrarExit status = IKRAR_EXIT_OK;
  char *line;

  g_io_channel_set_encoding (input, NULL, NULL);
  while (g_io_channel_read_line (input, &line, NULL, NULL, error) == G_IO_STATUS_NORMAL)
    {
      g_auto (IkrarDeskResult) result = { 0 };
      g_autofree char *owned = line;
      g_autofree char *clean = ikrar_text_clean (line);

      if (*clean == '\0')
        continue;
      if (!ikrar_desk_scan (desk, clean, &result, error))
        return IKRAR_EXIT_NOTHING;
      put_result (cli, clean, &result, zone);
      if (result.verdict > IKRAR_DESK_ALREADY)
        status = IKRAR_EXIT_REFUSED;
    }
  return status;
}

static gboolean
parse_session (const char *text, IkrarId *session, GError **error)
{
  *session = 0;
  return text == NULL || ikrar_cli_parse_id (text, _ ("a session"), session, error);
}

static IkrarExit
check_in (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *session_text = NULL;
  g_autofree char *desk_name = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &session_text, NULL, NULL },
    { "desk", 0, 0, G_OPTION_ARG_STRING, &desk_name, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarDesk) desk = NULL;
  g_autoptr (IkrarEvent) event = NULL;
  IkrarId id, session;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !ikrar_cli_parse_id (event_text, _ ("an event"), &id, error) ||
      !parse_session (session_text, &session, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  ikrar_store_set_actor (cli->store, g_get_user_name (), desk_name);
  event = ikrar_event_get (cli->store, id, error);
  desk = event != NULL ? ikrar_desk_new (cli->store, id, session, error) : NULL;
  return desk != NULL ? answer_lines (cli, desk, event->zone, error) : IKRAR_EXIT_NOTHING;
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
  { "checkin", "--event ID [--session S] [--desk NAME]",
    N_ ("Check people in: scanned codes on standard input, one a line; a verdict a line"),
    check_in },
  { "mark", "--event ID --participant P --status S [--by P2|NAME] [--session S]",
    N_ ("Set an attendance state by hand"), mark },
  { NULL },
};
