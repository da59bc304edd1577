/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "report/scan-file.h"
#include "store/attendance.h"
#include "store/certificate-rule.h"
#include "store/event-rule.h"
#include "store/event.h"
#include "store/participant-table.h"
#include "store/presence.h"
#include "store/session-closing.h"

static IkrarEvent *
open_event (IkrarCli *cli, const char *text, GError **error)
{
  IkrarId id;

  if (!ikrar_cli_parse_id (text, _ ("an event"), &id, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return NULL;
  return ikrar_event_get (cli->store, id, error);
}

static gboolean
parse_optional (const char *text, const char *what, IkrarId *id, GError **error)
{
  *id = 0;
  return text == NULL || ikrar_cli_parse_id (text, what, id, error);
}

static void
put_scan (IkrarCli *cli, const IkrarScanLine *line, IkrarZone zone)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_time (out, "at", line->at, zone);
  ikrar_out_text (out, "verdict", line->verdict);
  ikrar_out_text (out, "way", line->way);
  ikrar_out_text (out, "session", line->session);
  ikrar_out_text (out, "desk", line->desk);
  ikrar_out_text (out, "actor", line->actor);
  ikrar_out_text (out, "source", line->source);
  ikrar_out_id (out, "participant", line->participant);
  ikrar_out_text (out, "name", line->name);
  ikrar_out_text (out, "unit", line->unit);
  ikrar_out_text (out, "kind", line->kind);
  ikrar_out_text (out, "clue", line->clue);
  ikrar_out_bool (out, "undone", line->undone);
  ikrar_out_row (cli, out);
}

static gboolean
parse_times (const char *from,
             const char *until,
             IkrarZone zone,
             IkrarScanFilter *filter,
             GError **error)
{
  return (from == NULL || ikrar_time_parse_iso (from, zone, &filter->from, error)) &&
         (until == NULL || ikrar_time_parse_iso (until, zone, &filter->until, error));
}

static IkrarExit
put_scans (IkrarCli *cli, GPtrArray *lines, IkrarZone zone, const char *file, GError **error)
{
  JsonBuilder *out;

  for (guint i = 0; file == NULL && i < lines->len; i++)
    put_scan (cli, g_ptr_array_index (lines, i), zone);
  if (file == NULL)
    return IKRAR_EXIT_OK;
  if (!ikrar_scan_file_write (lines, zone, file, error))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_text (out, "file", file);
  ikrar_out_int (out, "scans", lines->len);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
scans (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *session_text = NULL;
  g_autofree char *participant_text = NULL;
  g_autofree char *desk = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *name = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *file = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &session_text, NULL, NULL },
    { "participant", 0, 0, G_OPTION_ARG_STRING, &participant_text, NULL, NULL },
    { "desk", 0, 0, G_OPTION_ARG_STRING, &desk, NULL, NULL },
    { "verdict", 0, 0, G_OPTION_ARG_STRING, &verdict, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { NULL },
  };
  IkrarScanFilter filter = { 0 };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !parse_optional (session_text, _ ("a session"), &filter.session, error) ||
      !parse_optional (participant_text, _ ("a participant"), &filter.participant, error) ||
      (file != NULL && !ikrar_cli_check_output (cli, file, error)))
    return IKRAR_EXIT_NOTHING;
  event = open_event (cli, event_text, error);
  if (event == NULL || !parse_times (from, until, event->zone, &filter, error))
    return IKRAR_EXIT_NOTHING;
  filter.event = event->id;
  filter.desk = desk;
  filter.verdict = verdict;
  filter.text = name;
  lines = ikrar_scan_log_list (cli->store, &filter, G_MAXUINT, error);
  return lines != NULL ? put_scans (cli, lines, event->zone, file, error) : IKRAR_EXIT_NOTHING;
}

static void
put_minutes (IkrarCli *cli,
             const IkrarParticipantLine *line,
             IkrarPresence *presence,
             IkrarId session)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "participant", line->id);
  ikrar_out_int (out, "number", line->number);
  ikrar_out_text (out, "name", line->display);
  ikrar_out_int (out, "minutes", ikrar_presence_get (presence, line->id, session));
  ikrar_out_int (out, "possible", ikrar_presence_get_possible (presence, session));
  ikrar_out_row (cli, out);
}

static IkrarExit
minutes (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *session_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &session_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (IkrarPresence) presence = NULL;
  g_autoptr (IkrarParticipantTable) table = NULL;
  IkrarId session;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      !parse_optional (session_text, _ ("a session"), &session, error))
    return IKRAR_EXIT_NOTHING;
  event = open_event (cli, event_text, error);
  if (event == NULL)
    return IKRAR_EXIT_NOTHING;
  presence = ikrar_presence_load (cli->store, event->id, error);
  if (presence == NULL)
    return IKRAR_EXIT_NOTHING;
  table = ikrar_participant_table_load (cli->store, event->id, 0, FALSE, IKRAR_ORDER_NUMBER, NULL,
                                        error);
  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table); i++)
    put_minutes (cli, ikrar_participant_table_line (table, i), presence, session);
  return table != NULL ? IKRAR_EXIT_OK : IKRAR_EXIT_NOTHING;
}

static GArray *
parse_participants (char *const *texts, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  IkrarId id;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (!ikrar_cli_parse_id (texts[i], _ ("a participant"), &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static IkrarExit
set_all (IkrarCli *cli, GArray *people, IkrarId session, IkrarAttendance state, GError **error)
{
  IkrarId journal = 0;
  JsonBuilder *out;

  if (people->len > 0)
    {
      journal = ikrar_attendance_set (cli->store, (const IkrarId *) people->data, people->len,
                                      session, state, NULL, error);
      if (journal == 0)
        return IKRAR_EXIT_NOTHING;
    }
  out = ikrar_out_new ();
  ikrar_out_text (out, "status", ikrar_attendance_name (state));
  ikrar_out_int (out, "people", people->len);
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

/* Who is not recorded is set to a state only when somebody says so. */
static IkrarExit
set_states (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  g_autofree char *session_text = NULL;
  g_autofree char *status = NULL;
  g_autofree char *unit_text = NULL;
  g_auto (GStrv) participants = NULL;
  gboolean unrecorded = FALSE;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &session_text, NULL, NULL },
    { "status", 0, 0, G_OPTION_ARG_STRING, &status, NULL, NULL },
    { "participant", 0, 0, G_OPTION_ARG_STRING_ARRAY, &participants, NULL, NULL },
    { "unrecorded", 0, 0, G_OPTION_ARG_NONE, &unrecorded, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (GArray) people = NULL;
  IkrarAttendance state;
  IkrarId session, unit;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error) ||
      (unrecorded == (participants != NULL) &&
       !ikrar_cli_usage (error, _ ("Say whom with --participant P, or with --unrecorded."))) ||
      (unit_text != NULL && !unrecorded &&
       !ikrar_cli_usage (error, _ ("--unit goes with --unrecorded only."))) ||
      !parse_optional (session_text, _ ("a session"), &session, error) ||
      !ikrar_attendance_parse (status, &state, error))
    return IKRAR_EXIT_NOTHING;
  event = open_event (cli, event_text, error);
  if (event == NULL || !ikrar_cli_find_unit (cli->store, unit_text, &unit, error))
    return IKRAR_EXIT_NOTHING;
  people = unrecorded ? ikrar_attendance_unrecorded (cli->store, event->id, session, unit, error)
                      : parse_participants (participants, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    if (!ikrar_cli_check_participant (cli, event->id, g_array_index (people, IkrarId, i), error))
      return IKRAR_EXIT_NOTHING;
  return people != NULL ? set_all (cli, people, session, state, error) : IKRAR_EXIT_NOTHING;
}

static gboolean
parse_rule (const char *late, const char *share, IkrarEventRule *rule, GError **error)
{
  gint64 number;

  if (late != NULL && strcmp (late, "off") == 0)
    rule->late_after = IKRAR_LATE_NEVER;
  else if (late != NULL &&
           g_ascii_string_to_signed (late, 10, 0, IKRAR_LATE_AFTER_MAX, &number, NULL))
    rule->late_after = (int) number;
  else if (late != NULL)
    return ikrar_cli_usage (error, _ ("--late-after takes minutes, or off."));
  if (share != NULL && g_ascii_string_to_signed (share, 10, 0, 100, &number, NULL))
    rule->share = (int) number;
  else if (share != NULL)
    return ikrar_cli_usage (error, _ ("--share takes 0 to 100 percent; 0 for no rule."));
  return TRUE;
}

static IkrarExit
rule (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *late = NULL;
  g_autofree char *share = NULL;
  const GOptionEntry options[] = {
    { "late-after", 0, 0, G_OPTION_ARG_STRING, &late, NULL, NULL },
    { "share", 0, 0, G_OPTION_ARG_STRING, &share, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  IkrarEventRule set = { 0 };
  IkrarId journal = 0;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !parse_rule (late, share, &set, error))
    return IKRAR_EXIT_NOTHING;
  event = open_event (cli, argv[1], error);
  if (event == NULL || !ikrar_event_rule_get (cli->store, event->id, &set, error) ||
      !parse_rule (late, share, &set, error) ||
      ((late != NULL || share != NULL) &&
       !ikrar_event_rule_set (cli->store, event->id, &set, &journal, error)))
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_int (out, "late_after", set.late_after);
  ikrar_out_int (out, "share", set.share);
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static gboolean
open_session (IkrarCli *cli, int argc, char **argv, IkrarId *session, GError **error)
{
  const GOptionEntry options[] = { { NULL } };

  return ikrar_cli_parse (&argc, &argv, options, 1, 1, error) &&
         ikrar_cli_parse_id (argv[1], _ ("a session"), session, error) &&
         ikrar_cli_open (cli, IKRAR_DB_OPEN, error) != NULL;
}

static IkrarExit
close_session (IkrarCli *cli, int argc, char **argv, GError **error)
{
  IkrarId session, journal;
  gboolean sealed;
  JsonBuilder *out;

  if (!open_session (cli, argc, argv, &session, error))
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_session_close (cli->store, session, &sealed, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "journal", journal);
  ikrar_out_bool (out, "checkpoint", sealed);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static IkrarExit
reopen_session (IkrarCli *cli, int argc, char **argv, GError **error)
{
  IkrarId session, journal;
  JsonBuilder *out;

  if (!open_session (cli, argc, argv, &session, error))
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_session_reopen (cli->store, session, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

static void
put_closing (IkrarCli *cli, const IkrarSessionClosing *closing, IkrarZone zone)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_id (out, "session", closing->session);
  ikrar_out_text (out, "act", closing->closed ? "closed" : "reopened");
  ikrar_out_time (out, "at", closing->at, zone);
  ikrar_out_text (out, "actor", closing->actor);
  ikrar_out_text (out, "desk", closing->desk);
  ikrar_out_int (out, "invited", closing->count.invited);
  for (guint i = 0; i < IKRAR_N_ATTENDANCES; i++)
    ikrar_out_int (out, ikrar_attendance_name (i), closing->count.by_state[i]);
  ikrar_out_int (out, "record", (gint64) closing->ledger_index);
  ikrar_out_row (cli, out);
}

static IkrarExit
closings (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error))
    return IKRAR_EXIT_NOTHING;
  event = open_event (cli, argv[1], error);
  if (event == NULL)
    return IKRAR_EXIT_NOTHING;
  found = ikrar_session_closings (cli->store, event->id, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    put_closing (cli, g_ptr_array_index (found, i), event->zone);
  return found != NULL ? IKRAR_EXIT_OK : IKRAR_EXIT_NOTHING;
}

static IkrarExit
shortfalls (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *event_text = NULL;
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &event_text, NULL, NULL },
    { NULL },
  };
  g_autoptr (IkrarEvent) event = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint needed;

  if (!ikrar_cli_parse (&argc, &argv, options, 0, 0, error))
    return IKRAR_EXIT_NOTHING;
  event = open_event (cli, event_text, error);
  if (event == NULL)
    return IKRAR_EXIT_NOTHING;
  found = ikrar_certificate_shortfalls (cli->store, event->id, &needed, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const IkrarShortfall *shortfall = g_ptr_array_index (found, i);
      JsonBuilder *out = ikrar_out_new ();

      ikrar_out_id (out, "participant", shortfall->participant);
      ikrar_out_int (out, "number", shortfall->number);
      ikrar_out_text (out, "name", shortfall->name);
      ikrar_out_text (out, "unit", shortfall->unit);
      ikrar_out_int (out, "minutes", shortfall->minutes);
      ikrar_out_int (out, "needed", needed);
      ikrar_out_text (out, "exception", shortfall->exception);
      ikrar_out_row (cli, out);
    }
  return found != NULL ? IKRAR_EXIT_OK : IKRAR_EXIT_NOTHING;
}

static IkrarExit
except (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *reason = NULL;
  gboolean no_more = FALSE;
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &no_more, NULL, NULL },
    { NULL },
  };
  IkrarId participant, journal;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_parse_id (argv[1], _ ("a participant"), &participant, error) ||
      (no_more == (reason != NULL) &&
       !ikrar_cli_usage (error, _ ("Say why with --reason R, or --remove."))) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_certificate_except (cli->store, participant, reason, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_door_commands[] = {
  { "attendance set",
    "--event ID --status S (--participant P… | --unrecorded [--unit U]) [--session S]",
    N_ ("Set a state for many people at once; can be undone"), set_states },
  { "attendance minutes", "--event ID [--session S]",
    N_ ("List how many minutes everybody was present"), minutes },
  { "attendance scans",
    "--event ID [--session S] [--participant P] [--desk D] [--verdict V|refused] [--name TEXT] "
    "[--from ISO] [--until ISO] [-o FILE.{csv,xlsx}]",
    N_ ("List every scan, also refused ones, newest first, or write them into a file"), scans },
  { "event rule", "ID [--late-after MINUTES|off] [--share PERCENT]",
    N_ ("Show or set from when people are late, and the share of the hours for a certificate"),
    rule },
  { "event session close", "SESSION",
    N_ ("Close a session: its counts go into the sealed log, and a checkpoint is signed"),
    close_session },
  { "event session reopen", "SESSION", N_ ("Open a closed session again"), reopen_session },
  { "event session closings", "ID",
    N_ ("List when sessions of an event were closed, and the counts"), closings },
  { "certificate short", "--event ID",
    N_ ("List who was present, but not for the share of the hours that the event asks for"),
    shortfalls },
  { "certificate except", "PARTICIPANT --reason R | --remove",
    N_ ("Let somebody have a certificate though the rule of the hours says no"), except },
  { NULL },
};
