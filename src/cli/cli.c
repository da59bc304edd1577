/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include "cli/cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/help.h"
#include "core/error.h"
#include "report/error.h"
#include "store/backup.h"
#include "store/error.h"
#include "store/participant.h"
#include "store/unit.h"

#define WORDS_MAX 3

G_DEFINE_QUARK (ikrar_cli_error, ikrar_cli_error)

static const IkrarCommand *const groups[] = {
  ikrar_db_commands,
  ikrar_institution_commands,
  ikrar_event_commands,
  ikrar_person_commands,
  ikrar_register_commands,
  ikrar_unit_commands,
  ikrar_roster_commands,
  ikrar_mapping_commands,
  ikrar_roster_update_commands,
  ikrar_participant_commands,
  ikrar_pass_commands,
  ikrar_attendance_commands,
  ikrar_door_commands,
  ikrar_pledge_commands,
  ikrar_certificate_commands,
  ikrar_report_commands,
  ikrar_ledger_commands,
  ikrar_verify_commands,
  ikrar_journal_commands,
  ikrar_exchange_commands,
  ikrar_attendance_numbers_commands,
  ikrar_attendance_match_commands,
};

gboolean
ikrar_cli_usage (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_USAGE, message);
  return FALSE;
}

void
ikrar_cli_tell (IkrarCli *cli, const char *message)
{
  if (!cli->quiet)
    g_printerr ("%s\n", message);
}

static void
show_progress (guint64 done, guint64 total, gpointer unused)
{
  if (total > 0)
    g_printerr ("\r%3u %%", (guint) (done * 100 / total));
  if (done == total)
    g_printerr ("\r     \r");
}

IkrarProgress
ikrar_cli_progress (IkrarCli *cli)
{
  gboolean shown = !cli->quiet && isatty (STDERR_FILENO);

  return (IkrarProgress){ shown ? show_progress : NULL, NULL, NULL };
}

gboolean
ikrar_cli_parse_id (const char *text, const char *what, IkrarId *id, GError **error)
{
  if (text != NULL && ikrar_id_parse (text, id, NULL))
    return TRUE;
  g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_USAGE,
               text != NULL ? _ ("\"%2$s\" is not an id. Give the id of %1$s.")
                            : _ ("Give the id of %1$s."),
               what, text);
  return FALSE;
}

gboolean
ikrar_cli_find_unit (IkrarStore *store, const char *text, IkrarId *id, GError **error)
{
  *id = 0;
  if (text == NULL || ikrar_id_parse (text, id, NULL))
    return TRUE;
  if (!ikrar_unit_find (store, text, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED, _ ("There is no unit \"%s\"."),
               text);
  return FALSE;
}

gboolean
ikrar_cli_check_participant (IkrarCli *cli, IkrarId event, IkrarId participant, GError **error)
{
  g_autoptr (IkrarParticipant) row = ikrar_participant_get (cli->store, participant, error);

  if (row == NULL)
    return FALSE;
  if (row->event_id == event)
    return TRUE;
  g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
               _ ("The participant is on the roster of another event."));
  return FALSE;
}

gboolean
ikrar_cli_parse (int *argc,
                 char ***argv,
                 const GOptionEntry *entries,
                 int least,
                 int most,
                 GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) local = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &local))
    return ikrar_cli_usage (error, local->message);
  /* After a bare "--" GOption leaves it in place. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 < least)
    return ikrar_cli_usage (error, _ ("An argument is missing."));
  if (*argc - 1 > most)
    return ikrar_cli_usage (error, _ ("There are too many arguments."));
  return TRUE;
}

gboolean
ikrar_cli_check_output (IkrarCli *cli, const char *path, GError **error)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (path == NULL)
    return ikrar_cli_usage (error, _ ("Say where to write with -o FILE."));
  if (ikrar_store_is_own_file (cli->uri, path))
    g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
                 _ ("%s belongs to the database. Choose another name for the file."), path);
  else if (g_access (folder, W_OK) != 0)
    g_set_error (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_FAILED,
                 _ ("Nothing can be written into the folder %s: %s. Choose another folder."),
                 folder, g_strerror (errno));
  else
    return TRUE;
  return FALSE;
}

/* A damaged database is not the end: the newest backup that can be opened is named. */
static void
add_backup_hint (IkrarCli *cli, GError **error)
{
  g_autofree char *backup = NULL;
  g_autoptr (GError) damage = NULL;

  if (!g_error_matches (*error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT))
    return;
  backup = ikrar_backup_newest_good (cli->uri);
  if (backup == NULL)
    return;
  damage = g_steal_pointer (error);
  g_set_error (error, damage->domain, damage->code,
               _ ("%1$s The newest good backup is %2$s; restore it with: ikrarctl db restore %2$s"),
               damage->message, backup);
}

IkrarStore *
ikrar_cli_open (IkrarCli *cli, IkrarDbMode mode, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (cli->store != NULL)
    return cli->store;
  if (mode == IKRAR_DB_CREATE)
    ikrar_store_make_folder (cli->uri);
  cli->store = ikrar_store_open (cli->uri, mode, &local);
  if (cli->store == NULL)
    {
      add_backup_hint (cli, &local);
      g_propagate_error (error, g_steal_pointer (&local));
    }
  return cli->store;
}

/* How many of the words at the front of @argv call @command; 0 if they do not. */
static int
match_words (const IkrarCommand *command, int argc, char **argv)
{
  g_auto (GStrv) words = g_strsplit (command->words, " ", WORDS_MAX);
  int count = g_strv_length (words);

  if (count > argc)
    return 0;
  for (int i = 0; i < count; i++)
    if (strcmp (words[i], argv[i]) != 0)
      return 0;
  return count;
}

static const IkrarCommand *
find_command (int argc, char **argv, int *n_words)
{
  const IkrarCommand *found = NULL;

  *n_words = 0;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const IkrarCommand *command = groups[i]; command->words != NULL; command++)
      {
        int count = match_words (command, argc, argv);

        if (count > *n_words)
          {
            *n_words = count;
            found = command;
          }
      }
  return found;
}

static IkrarExit
exit_of (const GError *error)
{
  if (error->domain == IKRAR_CORE_ERROR || error->domain == G_OPTION_ERROR ||
      g_error_matches (error, IKRAR_CLI_ERROR, IKRAR_CLI_ERROR_USAGE) ||
      g_error_matches (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_UNKNOWN))
    return IKRAR_EXIT_USAGE;
  return IKRAR_EXIT_NOTHING;
}

static IkrarExit
tell_unknown (int argc, char **argv)
{
  if (argc == 0)
    g_printerr (_ ("ikrarctl: say what is to be done. \"ikrarctl --help\" lists the commands.\n"));
  else
    g_printerr (_ ("ikrarctl: there is no such command: %s %s. \"ikrarctl --help\" lists them.\n"),
                argv[0], argc > 1 ? argv[1] : "");
  return IKRAR_EXIT_USAGE;
}

static IkrarExit
run_command (IkrarCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int n_words;
  const IkrarCommand *command = find_command (argc, argv, &n_words);
  IkrarExit status;

  if (command == NULL)
    return tell_unknown (argc, argv);
  status = command->func (cli, argc - n_words + 1, argv + n_words - 1, &error);
  if (error == NULL)
    return status;
  g_printerr ("ikrarctl: %s\n", error->message);
  if (exit_of (error) == IKRAR_EXIT_USAGE)
    g_printerr (_ ("Usage: ikrarctl %s %s\n"), command->words, command->arguments);
  return exit_of (error);
}

/* The options of the whole program may stand anywhere. */
static gboolean
take_global_options (IkrarCli *cli, int *argc, char **argv, GError **error)
{
  int kept = 0;

  for (int i = 0; i < *argc; i++)
    {
      if (strcmp (argv[i], "--json") == 0)
        cli->json = TRUE;
      else if (strcmp (argv[i], "--quiet") == 0)
        cli->quiet = TRUE;
      else if (g_str_has_prefix (argv[i], "--db="))
        cli->uri = g_strdup (argv[i] + strlen ("--db="));
      else if (strcmp (argv[i], "--db") == 0 && i + 1 < *argc)
        cli->uri = g_strdup (argv[++i]);
      else if (strcmp (argv[i], "--db") == 0)
        return ikrar_cli_usage (error, _ ("--db needs the path of a database."));
      else
        argv[kept++] = argv[i];
    }
  *argc = kept;
  return TRUE;
}

static void
choose_database (IkrarCli *cli)
{
  const char *variable = g_getenv ("IKRAR_DB");

  if (cli->uri != NULL)
    return;
  cli->uri =
      variable != NULL && *variable != '\0' ? g_strdup (variable) : ikrar_store_default_path ();
}

static gboolean
wants (int argc, char **argv, const char *option)
{
  for (int i = 0; i < argc; i++)
    if (strcmp (argv[i], option) == 0)
      return TRUE;
  return FALSE;
}

int
ikrar_cli_run (int argc, char **argv)
{
  IkrarCli cli = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char **arguments = g_memdup2 (argv + 1, sizeof *argv * argc);
  int count = argc - 1;
  IkrarExit status = IKRAR_EXIT_OK;

  if (!take_global_options (&cli, &count, arguments, &error))
    {
      g_printerr ("ikrarctl: %s\n", error->message);
      status = IKRAR_EXIT_USAGE;
    }
  else if (wants (count, arguments, "--help"))
    ikrar_help_print (groups, G_N_ELEMENTS (groups));
  else if (wants (count, arguments, "--manual"))
    ikrar_help_print_manual (groups, G_N_ELEMENTS (groups));
  else if (wants (count, arguments, "--version"))
    printf ("ikrarctl %s\n", IKRAR_VERSION);
  else
    {
      choose_database (&cli);
      status = run_command (&cli, count, arguments);
    }
  ikrar_store_close (cli.store);
  g_free (cli.uri);
  g_free (cli.header);
  return status;
}
