/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/cli.h"
#include "desk/paper-list.h"

/* A call of "attendance numbers". */
typedef struct
{
  char *event_text;
  char *session_text;
  char *unit_text;
  char *order_text;
  char *status;
  gboolean dry_run;
  gboolean replace;
  IkrarId event;
  IkrarId session;
  IkrarId unit;
  IkrarParticipantOrder order;
  IkrarAttendance state;
  char *text;
} NumbersCall;

static void
numbers_call_clear (NumbersCall *call)
{
  g_free (call->event_text);
  g_free (call->session_text);
  g_free (call->unit_text);
  g_free (call->order_text);
  g_free (call->status);
  g_free (call->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NumbersCall, numbers_call_clear)

static gboolean
parse_order (const char *text, IkrarParticipantOrder *order, GError **error)
{
  static const struct
  {
    const char *word;
    IkrarParticipantOrder order;
  } orders[] = {
    { "number", IKRAR_ORDER_NUMBER },
    { "name", IKRAR_ORDER_NAME },
    { "unit", IKRAR_ORDER_UNIT },
    { "grade", IKRAR_ORDER_GRADE },
  };

  *order = IKRAR_ORDER_NUMBER;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (orders); i++)
    if (g_ascii_strcasecmp (text, orders[i].word) == 0)
      {
        *order = orders[i].order;
        return TRUE;
      }
  return text == NULL ||
         ikrar_cli_usage (error, _ ("A list is ordered by number, name, unit or grade."));
}

static gboolean
parse_state (const char *text, IkrarAttendance *state, GError **error)
{
  *state = IKRAR_ATTENDANCE_PRESENT;
  if (text != NULL && !ikrar_attendance_parse (text, state, error))
    return FALSE;
  return *state != IKRAR_ATTENDANCE_UNRECORDED ||
         ikrar_cli_usage (error, _ ("Numbers that are typed in need a state that says something."));
}

/* The arguments, or without any what stands on standard input. */
static gboolean
read_text (NumbersCall *call, int argc, char **argv, GError **error)
{
  g_autoptr (GIOChannel) input = NULL;
  gsize size;

  if (argc > 1)
    {
      call->text = g_strjoinv (" ", argv + 1);
      return TRUE;
    }
  input = g_io_channel_unix_new (fileno (stdin));
  g_io_channel_set_encoding (input, NULL, NULL);
  return g_io_channel_read_to_end (input, &call->text, &size, error) == G_IO_STATUS_NORMAL;
}

static gboolean
parse_call (NumbersCall *call, IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &call->event_text, NULL, NULL },
    { "session", 0, 0, G_OPTION_ARG_STRING, &call->session_text, NULL, NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &call->unit_text, NULL, NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &call->order_text, NULL, NULL },
    { "status", 0, 0, G_OPTION_ARG_STRING, &call->status, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call->dry_run, NULL, NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &call->replace, NULL, NULL },
    { NULL },
  };

  return ikrar_cli_parse (&argc, &argv, options, 0, G_MAXINT, error) &&
         ikrar_cli_parse_id (call->event_text, _ ("an event"), &call->event, error) &&
         (call->session_text == NULL ||
          ikrar_cli_parse_id (call->session_text, _ ("a session"), &call->session, error)) &&
         parse_order (call->order_text, &call->order, error) &&
         parse_state (call->status, &call->state, error) &&
         ikrar_cli_open (cli, IKRAR_DB_OPEN, error) != NULL &&
         ikrar_cli_find_unit (cli->store, call->unit_text, &call->unit, error) &&
         read_text (call, argc, argv, error);
}

static void
put_line (IkrarCli *cli, const IkrarPaperLine *line)
{
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_int (out, "number", line->number);
  ikrar_out_text (out, "verdict", ikrar_paper_verdict_word (line->verdict));
  ikrar_out_id (out, "participant", line->person->id);
  ikrar_out_text (out, "name", line->person->display);
  ikrar_out_text (out, "unit", line->person->unit);
  ikrar_out_text (out, "status", ikrar_attendance_name (line->state));
  ikrar_out_text (out, "recorded", ikrar_attendance_name (line->recorded));
  ikrar_out_row (cli, out);
}

static void
put_misread (IkrarCli *cli, const IkrarListMisread *misread)
{
  g_autofree char *problem = ikrar_list_misread_text (misread);
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "text", misread->text);
  ikrar_out_text (out, "verdict", ikrar_misread_word (misread->what));
  ikrar_out_text (out, "problem", problem);
  ikrar_out_row (cli, out);
}

static void
put_lines (IkrarCli *cli, const GArray *lines, const IkrarNumberList *numbers)
{
  for (guint i = 0; i < lines->len; i++)
    put_line (cli, &g_array_index (lines, IkrarPaperLine, i));
  for (guint i = 0; i < numbers->misreads->len; i++)
    put_misread (cli, g_ptr_array_index (numbers->misreads, i));
}

static guint
put_summary (IkrarCli *cli,
             const GArray *lines,
             const IkrarNumberList *numbers,
             const IkrarAttendanceEntered *entered)
{
  JsonBuilder *out = ikrar_out_new ();
  guint counts[IKRAR_N_PAPER_VERDICTS] = { 0 };

  for (guint i = 0; i < lines->len; i++)
    counts[g_array_index (lines, IkrarPaperLine, i).verdict]++;
  if (cli->json)
    json_builder_begin_object (json_builder_set_member_name (out, "summary"));
  for (guint i = 0; i < IKRAR_N_PAPER_VERDICTS; i++)
    ikrar_out_int (out, ikrar_paper_verdict_word (i), counts[i]);
  ikrar_out_int (out, "misread", numbers->misreads->len);
  ikrar_out_int (out, "recorded", entered->recorded);
  ikrar_out_int (out, "kept", entered->kept);
  ikrar_out_id (out, "journal", entered->journal);
  if (cli->json)
    json_builder_end_object (out);
  ikrar_out_record (cli, out);
  return counts[IKRAR_PAPER_OTHERWISE];
}

static gboolean
check_sound (const IkrarNumberList *numbers, GError **error)
{
  if (ikrar_number_list_is_sound (numbers))
    return TRUE;
  g_set_error_literal (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
                       _ ("Some of the numbers cannot be right, so nothing was recorded. Correct "
                          "them and call again; --dry-run only looks."));
  return FALSE;
}

static IkrarExit
enter_numbers (IkrarCli *cli, const NumbersCall *call, GError **error)
{
  g_autoptr (IkrarPaperList) list = ikrar_paper_list_load (cli->store, call->event, call->session,
                                                           call->unit, call->order, error);
  g_autoptr (IkrarNumberList) numbers = NULL;
  g_autoptr (GArray) lines = NULL;
  IkrarAttendanceEntered entered = { 0 };
  gboolean sound;

  if (list == NULL)
    return IKRAR_EXIT_NOTHING;
  numbers = ikrar_number_list_parse (call->text, ikrar_paper_list_get_size (list), call->state);
  lines = ikrar_paper_list_judge (list, numbers->numbers);
  sound = ikrar_number_list_is_sound (numbers);
  if (sound && !call->dry_run &&
      !ikrar_paper_list_record (list, cli->store, lines, call->replace, &entered, error))
    return IKRAR_EXIT_NOTHING;
  put_lines (cli, lines, numbers);
  if (call->dry_run)
    return put_summary (cli, lines, numbers, &entered) > 0 || !sound ? IKRAR_EXIT_REFUSED
                                                                     : IKRAR_EXIT_OK;
  put_summary (cli, lines, numbers, &entered);
  if (!check_sound (numbers, error))
    return IKRAR_EXIT_NOTHING;
  return entered.kept > 0 ? IKRAR_EXIT_REFUSED : IKRAR_EXIT_OK;
}

static IkrarExit
run_numbers (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (NumbersCall) call = { 0 };

  if (!parse_call (&call, cli, argc, argv, error))
    return IKRAR_EXIT_NOTHING;
  return enter_numbers (cli, &call, error);
}

const IkrarCommand ikrar_attendance_numbers_commands[] = {
  { "attendance numbers",
    "--event ID [--session S] [--unit U] [--order number|name|unit|grade] [--status S] [--replace] "
    "[--dry-run] [NUMBERS...]",
    N_ ("Record a signed attendance list by its numbers, such as 1-14 16 S20 I21-23; without "
        "numbers from standard input; who is not typed stays as they are"),
    run_numbers },
  { NULL },
};
