/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "desk/door.h"

#include "ui/window/application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (IkrarApplication) application = NULL;
  const char *translations = g_getenv ("IKRAR_LOCALE_DIR"); /* of a program not installed yet */
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : IKRAR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = ikrar_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_clear_object (&application);
  return ikrar_door_leave (status);
}
