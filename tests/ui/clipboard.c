/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Owns the clipboard until it is ended, as another program does from which somebody copied:
 * clipboard TYPE=FILE... (a MIME type and the file with what is offered as it). */

#include <gtk/gtk.h>
#include <string.h>

static GdkContentProvider *
read_offer (const char *offer)
{
  const char *equals = strrchr (offer, '=');
  g_autofree char *type = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  g_assert_nonnull (equals);
  type = g_strndup (offer, (gsize) (equals - offer));
  g_assert_true (g_file_get_contents (equals + 1, &data, &size, NULL));
  bytes = g_bytes_new_take (data, size);
  return gdk_content_provider_new_for_bytes (type, bytes);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree GdkContentProvider **offers = g_new0 (GdkContentProvider *, (gsize) argc);
  g_autoptr (GdkContentProvider) content = NULL;

  gtk_init ();
  for (int i = 1; i < argc; i++)
    offers[i - 1] = read_offer (argv[i]);
  content = gdk_content_provider_new_union (offers, (gsize) argc - 1);
  gdk_clipboard_set_content (gdk_display_get_clipboard (gdk_display_get_default ()), content);
  gdk_display_sync (gdk_display_get_default ());
  g_print ("ready\n");
  g_main_loop_run (loop);
  return 0;
}
