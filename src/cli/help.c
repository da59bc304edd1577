/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "config.h"

#include "cli/help.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

void
ikrar_help_print (const IkrarCommand *const *groups, guint n_groups)
{
  puts (_ ("Usage: ikrarctl [--db URI] [--json] [--quiet] COMMAND …"));
  puts ("");
  for (guint i = 0; i < n_groups; i++)
    for (const IkrarCommand *command = groups[i]; command->words != NULL; command++)
      printf ("  %s %s\n      %s\n", command->words, command->arguments, _ (command->summary));
  puts ("");
  puts (
      _ ("Exit status: 0 all done; 1 done, but some input was refused and is reported; 2 the call "
         "is wrong; 3 nothing was done."));
}

/* The manual is English and begins with what holds for every command. */
static const char manual_head[] =
    ".SH NAME\n"
    "ikrarctl \\- events, passes, pledges and official papers on the command line\n"
    ".SH SYNOPSIS\n"
    ".B ikrarctl\n"
    "[\\fB\\-\\-db\\fR \\fIURI\\fR] [\\fB\\-\\-json\\fR] [\\fB\\-\\-quiet\\fR] "
    "\\fICOMMAND\\fR ...\n"
    ".SH DESCRIPTION\n"
    "Does without a window everything that Ikrar does. A command names what it works on and what it "
    "does, such as \\fBevent add\\fR; ids are those that the commands print.\n"
    ".SH OPTIONS\n"
    ".TP\n"
    ".BR \\-\\-db \" URI\"\n"
    "The database: the path of a file. Without it the environment variable \\fBIKRAR_DB\\fR is "
    "taken, then the application's own database.\n"
    ".TP\n"
    ".B \\-\\-json\n"
    "Results are JSON lines on standard output, and nothing else is there. Ids are strings, words are "
    "stable.\n"
    ".TP\n"
    ".B \\-\\-quiet\n"
    "No messages; errors are still told.\n"
    ".TP\n"
    ".BR \\-\\-help \", \" \\-\\-version\n"
    "Show the commands, or the version.\n"
    ".SH COMMANDS\n";

static const char manual_tail[] =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nAll done.\n"
    ".TP\n.B 1\nDone, but some input was refused and is reported.\n"
    ".TP\n.B 2\nThe call is wrong.\n"
    ".TP\n.B 3\nNothing was done: a file cannot be read, the database is damaged, there is no "
    "permission.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B IKRAR_DB\nThe database.\n"
    ".TP\n.B IKRAR_PASSPHRASE\nThe passphrase of backups and of sealed keys. Never give a passphrase on "
    "the command line, where others can read it.\n"
    ".SH FILES\n"
    ".TP\n.I ~/.local/share/ikrar/ikrar.db\nThe application's own database.\n"
    ".TP\n.I ~/.local/share/ikrar/ikrar.db.keys\nIts secret keys. Whoever has them can make passes and "
    "certificates.\n"
    ".TP\n.I ~/.local/share/ikrar/backups/\nAutomatic backups: seven days, then four weeks.\n"
    ".SH EXAMPLES\n"
    ".nf\n"
    "ikrarctl event add \\-\\-title 'Sosialisasi Netralitas ASN' \\-\\-kind sosialisasi \\e\n"
    "  \\-\\-start 2026-11-26T08:30 \\-\\-zone WITA \\-\\-place 'Aula BKPSDM'\n"
    "ikrarctl roster import roster.xlsx \\-\\-event ID \\-\\-rejects rejects.xlsx\n"
    "ikrarctl pass print \\-\\-event ID \\-o passes.pdf\n"
    "ikrarctl \\-\\-json checkin \\-\\-event ID \\-\\-desk 'Meja A'\n"
    "ikrarctl ledger verify\n"
    ".fi\n";

/* Text that troff shall not read as a request or turn into a typographic hyphen. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (text);

  g_string_replace (escaped, "\\", "\\e", 0);
  g_string_replace (escaped, "-", "\\-", 0);
  g_string_replace (escaped, "…", "...", 0);
  return g_string_free (escaped, FALSE);
}

void
ikrar_help_print_manual (const IkrarCommand *const *groups, guint n_groups)
{
  printf (".TH IKRARCTL 1 \"\" \"Ikrar %s\" \"User Commands\"\n", IKRAR_VERSION);
  fputs (manual_head, stdout);
  for (guint i = 0; i < n_groups; i++)
    for (const IkrarCommand *command = groups[i]; command->words != NULL; command++)
      {
        g_autofree char *arguments = escape (command->arguments);
        g_autofree char *summary = escape (command->summary);

        printf (".TP\n\\fB%s\\fR %s\n%s.\n", command->words, arguments, summary);
      }
  fputs (manual_tail, stdout);
}
