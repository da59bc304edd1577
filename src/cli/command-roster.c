/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/roster-call.h"
#include "cli/roster-update.h"
#include "report/table-workbook.h"
#include "roster/error.h"
#include "roster/import.h"
#include "store/error.h"
#include "store/migration.h"

static gboolean
write_rejects (const IkrarRosterCall *call, const IkrarRosterResult *result, GError **error)
{
  return call->rejects == NULL ||
         ikrar_table_workbook_write_all (ikrar_roster_result_get_refused (result), "Ditolak",
                                         call->rejects, error);
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

/* A column or field that there is not was the caller's word, not the sender's. */
static void
blame_call (const IkrarRosterCall *call, GError **error)
{
  if ((call->mapping == NULL && call->meaning == NULL) ||
      !g_error_matches (*error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_COLUMN))
    return;
  (*error)->domain = IKRAR_CLI_ERROR;
  (*error)->code = IKRAR_CLI_ERROR_USAGE;
}

static IkrarWorkbook *
open_workbook (IkrarRosterCall *call, IkrarRosterListing *listing, GError **error)
{
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (call->path, error);

  if (workbook == NULL)
    return NULL;
  if (!ikrar_roster_call_correct (call, workbook, error))
    {
      blame_call (call, error);
      return NULL;
    }
  listing->workbook = workbook;
  return g_steal_pointer (&workbook);
}

static IkrarExit
run_check (IkrarCli *cli, IkrarRosterCall *call, GError **error)
{
  IkrarProgress progress = ikrar_cli_progress (cli);
  IkrarRosterListing listing = { .cli = cli };
  g_autoptr (IkrarWorkbook) workbook = open_workbook (call, &listing, error);
  g_autoptr (IkrarRosterResult) result = NULL;

  if (workbook == NULL)
    return IKRAR_EXIT_NOTHING;
  result = ikrar_roster_check (workbook, &call->options, cli->store, call->event,
                               ikrar_roster_listing_put_row, &listing, &progress, error);
  if (result == NULL)
    {
      blame_call (call, error);
      return IKRAR_EXIT_NOTHING;
    }
  if (!write_rejects (call, result, error))
    return IKRAR_EXIT_NOTHING;
  tell_clues (cli, result);
  return ikrar_roster_listing_put_summary (&listing, call, result);
}

/* What an update would do. */
static IkrarExit
foresee_update (IkrarCli *cli, IkrarRosterCall *call, GError **error)
{
  IkrarRosterListing listing = { .cli = cli };
  g_autoptr (IkrarWorkbook) workbook = open_workbook (call, &listing, error);
  g_autoptr (IkrarDifferences) update = NULL;

  if (workbook == NULL)
    return IKRAR_EXIT_NOTHING;
  update = ikrar_cli_accept_differences (cli, workbook, &call->options, call->event, call->withdraw,
                                         error);
  if (update == NULL)
    {
      blame_call (call, error);
      return IKRAR_EXIT_NOTHING;
    }
  ikrar_cli_put_differences (cli, update);
  return ikrar_cli_put_difference_counts (cli, update);
}

static IkrarExit
run_import (IkrarCli *cli, IkrarRosterCall *call, GError **error)
{
  IkrarProgress progress = ikrar_cli_progress (cli);
  IkrarRosterListing listing = { .cli = cli, .before = ikrar_id_new () };
  g_autoptr (IkrarWorkbook) workbook = open_workbook (call, &listing, error);
  g_autoptr (IkrarRosterResult) result = NULL;
  g_autoptr (IkrarDifferences) update = NULL;
  g_autoptr (GError) local = NULL;
  IkrarExit status;

  if (workbook == NULL)
    return IKRAR_EXIT_NOTHING;
  if (call->update)
    {
      update = ikrar_cli_accept_differences (cli, workbook, &call->options, call->event,
                                             call->withdraw, error);
      if (update == NULL)
        {
          blame_call (call, error);
          return IKRAR_EXIT_NOTHING;
        }
      call->options.update = update;
    }
  result = ikrar_roster_import (workbook, &call->options, cli->store, call->event,
                                ikrar_roster_listing_put_row, &listing, &progress, error);
  if (result == NULL)
    {
      blame_call (call, error);
      return IKRAR_EXIT_NOTHING;
    }
  tell_clues (cli, result);
  status = ikrar_roster_listing_put_summary (&listing, call, result);
  /* The import stands: a workbook that could not be written does not make it undone. */
  if (write_rejects (call, result, &local))
    return status;
  ikrar_cli_tell (cli, local->message);
  return IKRAR_EXIT_REFUSED;
}

/* Statements know the newest schema only, and whoever only looks makes no steps to it. */
static gboolean
check_schema (IkrarStore *store, GError **error)
{
  if (ikrar_db_get_schema (ikrar_store_get_db (store)) == ikrar_migration_newest ())
    return TRUE;
  g_set_error_literal (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
                       _ ("The database is of an earlier version of Ikrar. Bring it up to date "
                          "with “ikrarctl db migrate”, then check the roster again."));
  return FALSE;
}

/* What the register knows decides as it does at an import. Where there is no database yet, nobody
 * and nothing is known, as at the very first import. */
static gboolean
look_into_register (IkrarCli *cli, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (ikrar_cli_open (cli, IKRAR_DB_READ_ONLY, &local) != NULL)
    return check_schema (cli->store, error);
  if (g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
    {
      ikrar_cli_tell (cli, _ ("There is no database: people, units and what was said of earlier "
                              "rosters are not known."));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static IkrarExit
check (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (IkrarRosterCall) call = { 0 };
  gboolean ready;

  if (!ikrar_roster_call_parse (cli, &call, argc, argv, error))
    return IKRAR_EXIT_NOTHING;
  ready = call.event != 0 ? ikrar_cli_open (cli, IKRAR_DB_OPEN, error) != NULL
                          : look_into_register (cli, error);
  return ready ? run_check (cli, &call, error) : IKRAR_EXIT_NOTHING;
}

static IkrarExit
import (IkrarCli *cli, int argc, char **argv, GError **error)
{
  g_auto (IkrarRosterCall) call = { 0 };

  if (!ikrar_roster_call_parse (cli, &call, argc, argv, error) ||
      !ikrar_cli_parse_id (call.event_text, _ ("an event"), &call.event, error) ||
      ikrar_cli_open (cli, IKRAR_DB_OPEN, error) == NULL)
    return IKRAR_EXIT_NOTHING;
  if (!call.dry_run)
    return run_import (cli, &call, error);
  return call.update ? foresee_update (cli, &call, error) : run_check (cli, &call, error);
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

#define READING                                                                               \
  "[--sheet N] [--map COL=FIELD]… [--fix [SHEET!]ROW:COL=TEXT]… [--skip [SHEET!]ROW]… " \
  "[--meaning FIELD:WRITTEN=MEANING]… [--ignore-remembered] [--rejects OUT.xlsx]"

const IkrarCommand ikrar_roster_commands[] = {
  { "roster check", "FILE [--event ID] " READING,
    N_ ("Judge every row of a roster by what the database knows, if there is one; nothing is "
        "written"),
    check },
  { "roster import", "FILE --event ID [--dry-run] [--update [--withdraw]] " READING,
    N_ ("Import a roster; refused rows go back as a workbook"), import },
  { "roster undo", "BATCH", N_ ("Take an import back whole"), undo },
  { NULL },
};
