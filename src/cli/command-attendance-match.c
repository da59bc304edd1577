/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli.h"
#include "roster/attendance-match.h"
#include "store/event.h"

#define NOBODY "none"

/* A call of "attendance match". */
typedef struct
{
  char *event_text;
  char *session_text;
  char *source_text;
  char *status;
  char **choices;
  gboolean dry_run;
  gboolean replace;
  IkrarId event;
  IkrarId session;
  IkrarAttendanceSource source;
  IkrarAttendance state; /* unrecorded for what the file says */
  IkrarZone zone;
} MatchCall;

static void
match_call_clear (MatchCall *call)
{
  g_free (call->event_text);
  g_free (call->session_text);
  g_free (call->source_text);
  g_free (call->status);
  g_strfreev (call->choices);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MatchCall, match_call_clear)

static gboolean
parse_state (const char *text, IkrarAttendance *state, GError **error)
{
  *state = IKRAR_ATTENDANCE_UNRECORDED;
  if (text == NULL)
    return TRUE;
  if (!ikrar_attendance_parse (text, state, error))
    return FALSE;
  return (*state == IKRAR_ATTENDANCE_PRESENT || *state == IKRAR_ATTENDANCE_ONLINE ||
          *state == IKRAR_ATTENDANCE_LATE) ||
         ikrar_cli_usage (error, _ ("Whoever came by the file is present, online or late."));
}

static gboolean
parse_source (const char *text, IkrarAttendanceSource *source, GError **error)
{
  return text == NULL || ikrar_attendance_source_parse (text, source) ||
         ikrar_cli_usage (error, _ ("A file is of a form, of zoom or of e-presensi."));
}

static gboolean
find_event (MatchCall *call, IkrarCli *cli, GError **error)
{
  g_autoptr (IkrarEvent) event = NULL;

  if (ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return FALSE;
  event = ikrar_event_get (cli->store, call->event, error);
  if (event == NULL)
    return FALSE;
  call->zone = event->zone;
  return TRUE;
}

static gboolean
parse_call (MatchCall *call, IkrarCli *cli, int *argc, char ***argv, GError **error)
{
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &call->event_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &call->session_text, NULL, NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &call->source_text, NULL, NULL },
    { "status", 0, 0, G_OPTION_ARG_STRING, &call->status, NULL, NULL },
    { "choose", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->choices, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call->dry_run, NULL, NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &call->replace, NULL, NULL },
    { NULL },
  };

  return ikrar_cli_parse (argc, argv, options, 1, 1, error) &&
         ikrar_cli_parse_id (call->event_text, _ ("an event"), &call->event, error) &&
         (call->session_text == NULL ||
          ikrar_cli_parse_id (call->session_text, _ ("a session"), &call->session, error)) &&
         parse_source (call->source_text, &call->source, error) &&
         parse_state (call->status, &call->state, error) && find_event (call, cli, error);
}

static gboolean
has_row (const IkrarAttendanceMatch *match, guint row)
{
  for (guint i = 0; i < match->answer->rows->len; i++)
    if (g_array_index (match->answer->rows, guint, i) == row)
      return TRUE;
  return FALSE;
}

/* Returns FALSE if nobody in the line can be this participant. */
static gboolean
choose_row (IkrarAttendanceMatches *matches, guint row, IkrarId participant)
{
  for (guint i = 0; i < matches->matches->len; i++)
    {
      const IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, i);

      if (!has_row (match, row))
        continue;
      if (participant == 0)
        ikrar_attendance_match_choose (matches, i, -1);
      for (guint j = 0; participant != 0 && j < match->candidates->len; j++)
        if (((const IkrarParticipantLine *) g_ptr_array_index (match->candidates, j))->id ==
            participant)
          ikrar_attendance_match_choose (matches, i, (int) j);
      return participant == 0 || (match->chosen != NULL && match->chosen->id == participant);
    }
  return FALSE;
}

/* "12=ID" says who line 12 is, "12=none" that it is nobody. */
static gboolean
choose_all (IkrarAttendanceMatches *matches, char **choices, GError **error)
{
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      const char *mark = strchr (choices[i], '=');
      guint64 row = g_ascii_strtoull (choices[i], NULL, 10);
      IkrarId participant = 0;

      if (mark == NULL || row == 0 || row > G_MAXUINT)
        return ikrar_cli_usage (error, _ ("Choose with --choose ROW=PARTICIPANT or ROW=none."));
      if (strcmp (mark + 1, NOBODY) != 0 &&
          !ikrar_cli_parse_id (mark + 1, _ ("a participant"), &participant, error))
        return FALSE;
      if (choose_row (matches, (guint) row, participant))
        continue;
      g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
                   _ ("Line %u cannot be this participant. Look at its candidates with --dry-run."),
                   (guint) row);
      return FALSE;
    }
  return TRUE;
}

static void
put_candidates (JsonBuilder *out, const IkrarAttendanceMatch *match)
{
  json_builder_set_member_name (out, "candidates");
  json_builder_begin_array (out);
  for (guint i = 0; i < match->candidates->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (match->candidates, i);

      json_builder_begin_object (out);
      ikrar_out_id (out, "participant", line->id);
      ikrar_out_text (out, "name", line->display);
      ikrar_out_text (out, "unit", line->unit);
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
put_line (IkrarCli *cli, const MatchCall *call, const IkrarAttendanceMatch *match, guint row)
{
  const IkrarAttendanceAnswer *answer = match->answer;
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_int (out, "row", row);
  ikrar_out_text (out, "verdict", ikrar_match_word (match->match));
  ikrar_out_text (out, "name", answer->name);
  ikrar_out_text (out, "unit", answer->unit);
  ikrar_out_id (out, "participant", match->chosen != NULL ? match->chosen->id : 0);
  ikrar_out_text (out, "matched", match->chosen != NULL ? match->chosen->display : "");
  ikrar_out_text (out, "status", ikrar_attendance_name (answer->state));
  ikrar_out_time (out, "at", answer->at, call->zone);
  ikrar_out_int (out, "minutes", answer->minutes);
  ikrar_out_text (out, "recorded", ikrar_attendance_name (match->recorded));
  ikrar_out_bool (out, "known", match->known);
  ikrar_out_text (out, "reason", ikrar_match_doubt_word (match->doubt));
  ikrar_out_text (out, "problem", ikrar_match_doubt_text (match->doubt));
  if (cli->json)
    put_candidates (out, match);
  ikrar_out_row (cli, out);
}

static void
put_lines (IkrarCli *cli, const MatchCall *call, const IkrarAttendanceMatches *matches)
{
  for (guint i = 0; i < matches->matches->len; i++)
    {
      const IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, i);

      for (guint j = 0; j < match->answer->rows->len; j++)
        put_line (cli, call, match, g_array_index (match->answer->rows, guint, j));
    }
}

/* Returns how many are neither matched nor chosen. */
static guint
put_summary (IkrarCli *cli,
             const IkrarAttendanceMatches *matches,
             const IkrarAttendanceEntered *entered)
{
  JsonBuilder *out = ikrar_out_new ();
  guint counts[IKRAR_N_MATCHES] = { 0 };
  guint open = 0;

  for (guint i = 0; i < matches->matches->len; i++)
    {
      const IkrarAttendanceMatch *match = g_ptr_array_index (matches->matches, i);

      counts[match->match]++;
      open += match->chosen == NULL;
    }
  if (cli->json)
    json_builder_begin_object (json_builder_set_member_name (out, "summary"));
  ikrar_out_text (out, "source", ikrar_attendance_source_word (matches->file->source));
  for (guint i = 0; i < IKRAR_N_MATCHES; i++)
    ikrar_out_int (out, ikrar_match_word (i), counts[i]);
  ikrar_out_int (out, "open", open);
  ikrar_out_int (out, "recorded", entered->recorded);
  ikrar_out_int (out, "same", entered->same);
  ikrar_out_int (out, "kept", entered->kept);
  ikrar_out_int (out, "known", entered->known);
  ikrar_out_id (out, "journal", entered->journal);
  if (cli->json)
    json_builder_end_object (out);
  ikrar_out_record (cli, out);
  return open;
}

static IkrarExit
match_file (IkrarCli *cli, const MatchCall *call, const char *path, GError **error)
{
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, error);
  const IkrarProgress progress = ikrar_cli_progress (cli);
  g_autoptr (IkrarAttendanceMatches) matches = NULL;
  IkrarAttendanceEntered entered = { 0 };

  if (workbook == NULL)
    return IKRAR_EXIT_NOTHING;
  matches = ikrar_attendance_match_load (cli->store, workbook, call->event, call->session,
                                         call->source, &progress, error);
  if (matches == NULL || !choose_all (matches, call->choices, error))
    return IKRAR_EXIT_NOTHING;
  if (!call->dry_run && !ikrar_attendance_match_record (matches, cli->store, call->state,
                                                        call->replace, &entered, error))
    return IKRAR_EXIT_NOTHING;
  put_lines (cli, call, matches);
  return put_summary (cli, matches, &entered) + entered.kept > 0 ? IKRAR_EXIT_REFUSED
                                                                 : IKRAR_EXIT_OK;
}

static IkrarExit
run_match (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (MatchCall) call = { 0 };

  if (!parse_call (&call, cli, &argc, &argv, error))
    return IKRAR_EXIT_NOTHING;
  return match_file (cli, &call, argv[1], error);
}

const IkrarCommand ikrar_attendance_match_commands[] = {
  { "attendance match",
    "FILE --event ID [--session S] [--source form|zoom|e-presensi] [--status S] "
    "[--choose ROW=PARTICIPANT|none]... [--replace] [--dry-run]",
    N_ ("Record attendance from a form, a meeting's report or another program: a verdict a line, "
        "exact, likely, doubtful or unknown; who is doubtful only when chosen"),
    run_match },
  { NULL },
};
