/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "report/table-workbook.h"
#include "roster/import.h"

static void
put_reasons (JsonBuilder *out, const IkrarRosterRow *row)
{
  json_builder_set_member_name (out, "reasons");
  json_builder_begin_array (out);
  for (guint i = 0; i < row->n_reasons; i++)
    {
      g_autofree char *text = ikrar_reason_text (row->reasons[i].reason, IKRAR_LANGUAGE_INDONESIAN,
                                                 row->reasons[i].argument);

      json_builder_add_string_value (out, text);
    }
  json_builder_end_array (out);
  json_builder_set_member_name (out, "codes");
  json_builder_begin_array (out);
  for (guint i = 0; i < row->n_reasons; i++)
    json_builder_add_string_value (out, ikrar_reason_code (row->reasons[i].reason));
  json_builder_end_array (out);
}

/* What the row's workbook is called, and where lines go. */
typedef struct
{
  IkrarCli *cli;
  IkrarWorkbook *workbook;
} Listing;

static void
put_row (const IkrarRosterRow *row, gpointer user_data)
{
  Listing *listing = user_data;
  g_autofree char *name = ikrar_person_display (&row->person);
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "sheet",
                  ikrar_workbook_get_sheet (listing->workbook, row->source->sheet)->name);
  ikrar_out_int (out, "row", row->source->number);
  ikrar_out_text (out, "verdict", ikrar_verdict_word (row->verdict));
  ikrar_out_text (out, "name", name);
  ikrar_out_text (out, "number", row->person.number);
  ikrar_out_text (out, "unit", row->unit);
  put_reasons (out, row);
  ikrar_out_row (listing->cli, out);
}

static IkrarExit
put_summary (IkrarCli *cli, const IkrarRosterSummary *summary)
{
  JsonBuilder *out = ikrar_out_new ();

  if (cli->json)
    {
      json_builder_set_member_name (out, "summary");
      json_builder_begin_object (out);
    }
  ikrar_out_int (out, "rows", summary->rows);
  for (guint i = 0; i < IKRAR_N_VERDICTS; i++)
    ikrar_out_int (out, ikrar_verdict_word (i), summary->counts[i]);
  ikrar_out_int (out, "imported", summary->imported);
  ikrar_out_id (out, "batch", summary->batch);
  if (cli->json)
    json_builder_end_object (out);
  ikrar_out_record (cli, out);
  return summary->counts[IKRAR_VERDICT_ERROR] + summary->counts[IKRAR_VERDICT_DUPLICATE] > 0
             ? IKRAR_EXIT_REFUSED
             : IKRAR_EXIT_OK;
}

/* What both commands can be told. */
typedef struct
{
  char *event;
  char *sheet;
  char *rejects;
  char **mapping;
} RosterOptions;

static void
roster_options_clear (RosterOptions *options)
{
  g_free (options->event);
  g_free (options->sheet);
  g_free (options->rejects);
  g_strfreev (options->mapping);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RosterOptions, roster_options_clear)

/* A sender's roster is never replaced by what is wrong with it. */
static gboolean
check_rejects (IkrarCli *cli, const char *rejects, const char *source, GError **error)
{
  if (rejects == NULL)
    return TRUE;
  if (!ikrar_store_is_same_file (rejects, source))
    return ikrar_cli_check_output (cli, rejects, error);
  g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
               _ ("%s is the roster itself. Choose another name for the refused rows."), rejects);
  return FALSE;
}

static gboolean
parse_options (IkrarCli *cli, RosterOptions *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "event", 0, 0, G_OPTION_ARG_STRING, &options->event, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options->sheet, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->mapping, NULL, NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options->rejects, NULL, NULL },
    { NULL },
  };

  return ikrar_cli_parse (argc, argv, entries, 1, 1, error) &&
         check_rejects (cli, options->rejects, (*argv)[1], error);
}

static gboolean
write_rejects (const RosterOptions *options, const IkrarRosterResult *result, GError **error)
{
  return options->rejects == NULL ||
         ikrar_table_workbook_write (ikrar_roster_result_get_refused (result), "Ditolak",
                                     options->rejects, error);
}

static IkrarLanguage
reader_language (void)
{
  return g_str_equal (C_ ("language code", "en"), "id") ? IKRAR_LANGUAGE_INDONESIAN
                                                        : IKRAR_LANGUAGE_ENGLISH;
}

/* What was guessed, and which sheets were not read, must not go unseen. */
static void
tell_clues (IkrarCli *cli, const IkrarRosterResult *result)
{
  for (guint i = 0; i < ikrar_roster_result_get_n_clues (result); i++)
    {
      const IkrarClue *clue = ikrar_roster_result_get_clue (result, i);
      g_autofree char *text = ikrar_clue_text (clue, reader_language ());
      const char *sheet =
          ikrar_layout_get_sheet_name (ikrar_roster_result_get_layout (result), clue->sheet);
      g_autofree char *message =
          *sheet != '\0' ? g_strdup_printf ("%s: %s", sheet, text) : g_strdup (text);

      ikrar_cli_tell (cli, message);
    }
}

static IkrarExit
check (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (RosterOptions) options = { 0 };
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autoptr (IkrarRosterResult) result = NULL;
  IkrarRosterOptions reading = { 0 };
  IkrarId event = 0;
  Listing listing = { .cli = cli };

  if (!parse_options (cli, &options, &argc, &argv, error) ||
      (options.event != NULL &&
       (!ikrar_cli_parse_id (options.event, _ ("an event"), &event, error) ||
        ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)))
    return IKRAR_EXIT_NOTHING;
  workbook = ikrar_workbook_open (argv[1], error);
  if (workbook == NULL)
    return IKRAR_EXIT_NOTHING;
  listing.workbook = workbook;
  reading.sheet = options.sheet;
  reading.mapping = (const char *const *) options.mapping;
  result = ikrar_roster_check (workbook, &reading, cli->store, event, put_row, &listing, &progress,
                               error);
  if (result == NULL || !write_rejects (&options, result, error))
    return IKRAR_EXIT_NOTHING;
  tell_clues (cli, result);
  return put_summary (cli, ikrar_roster_result_get_summary (result));
}

static IkrarExit
import (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (RosterOptions) options = { 0 };
  IkrarProgress progress = ikrar_cli_progress (cli);
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autoptr (IkrarRosterResult) result = NULL;
  IkrarRosterOptions reading = { 0 };
  Listing listing = { .cli = cli };
  g_autoptr (GError) local = NULL;
  IkrarExit status;
  IkrarId event;

  if (!parse_options (cli, &options, &argc, &argv, error) ||
      !ikrar_cli_parse_id (options.event, _ ("an event"), &event, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  workbook = ikrar_workbook_open (argv[1], error);
  if (workbook == NULL)
    return IKRAR_EXIT_NOTHING;
  listing.workbook = workbook;
  reading.sheet = options.sheet;
  reading.mapping = (const char *const *) options.mapping;
  result = ikrar_roster_import (workbook, &reading, cli->store, event, put_row, &listing, &progress,
                                error);
  if (result == NULL)
    return IKRAR_EXIT_NOTHING;
  tell_clues (cli, result);
  status = put_summary (cli, ikrar_roster_result_get_summary (result));
  /* The import stands: a workbook that could not be written does not make it undone. */
  if (write_rejects (&options, result, &local))
    return status;
  ikrar_cli_tell (cli, local->message);
  return IKRAR_EXIT_REFUSED;
}

static IkrarExit
undo (IkrarCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry options[] = { { NULL } };
  IkrarId batch, journal;
  JsonBuilder *out;

  if (!ikrar_cli_parse (&argc, &argv, options, 1, 1, error) ||
      !ikrar_cli_parse_id (argv[1], _ ("an import"), &batch, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  journal = ikrar_import_undo (cli->store, batch, error);
  if (journal == 0)
    return IKRAR_EXIT_NOTHING;
  out = ikrar_out_new ();
  ikrar_out_id (out, "batch", batch);
  ikrar_out_id (out, "journal", journal);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}

const IkrarCommand ikrar_roster_commands[] = {
  { "roster check", "FILE [--sheet N] [--map COL=FIELD]… [--event ID] [--rejects OUT.xlsx]",
    N_ ("Judge every row of a roster; nothing is written to the database"), check },
  { "roster import", "FILE --event ID [--sheet N] [--map COL=FIELD]… [--rejects OUT.xlsx]",
    N_ ("Import a roster; refused rows go back as a workbook"), import },
  { "roster undo", "BATCH", N_ ("Take an import back whole"), undo },
  { NULL },
};
