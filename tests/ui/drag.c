/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* A window from which something can be dragged, as from a file manager, until it is ended:
 * drag TYPE=FILE... (see offer.h). Says what became of each drag. */

#include "offer.h"

#define SIZE 160

/* Whoever it is held over says whether it would be taken. */
static void
on_answered (GdkDrag *drag)
{
  g_print (gdk_drag_get_selected_action (drag) != 0 ? "welcome\n" : "unwelcome\n");
}

static void
on_begun (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (on_answered), NULL);
  g_print ("begun\n");
}

/* It ends after it was cancelled, too. */
static void
on_ended (GtkDragSource *source, GdkDrag *drag, gboolean delete)
{
  g_print (g_object_get_data (G_OBJECT (drag), "cancelled") ? "cancelled\n" : "taken\n");
}

static gboolean
on_cancelled (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason)
{
  g_object_set_data (G_OBJECT (drag), "cancelled", source);
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDragSource *source;
  GtkWidget *window;

  gtk_init ();
  content = offer_read (argc, argv);
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Files");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), SIZE, SIZE);
  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begun), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_ended), NULL);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (on_cancelled), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));
  g_print ("ready\n");
  g_main_loop_run (loop);
  return 0;
}
