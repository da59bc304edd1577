/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "desk/door.h"

/* Longer than anything takes that does not wait for a server. */
#define SETTLE_MS 3000

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, IKRAR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = ikrar_cli_run (argc, argv);
  if (!ikrar_door_settle (SETTLE_MS))
    {
      fflush (NULL);
      _exit (status);
    }
  return status;
}
