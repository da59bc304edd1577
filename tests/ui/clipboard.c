/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Owns the clipboard until it is ended, as another program does from which somebody copied:
 * clipboard TYPE=FILE... (a MIME type and the file with what is offered as it). */

#include "offer.h"

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GdkContentProvider) content = NULL;

  gtk_init ();
  content = offer_read (argc, argv);
  gdk_clipboard_set_content (gdk_display_get_clipboard (gdk_display_get_default ()), content);
  gdk_display_sync (gdk_display_get_default ());
  g_print ("ready\n");
  g_main_loop_run (loop);
  return 0;
}
