/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/desk-lock.h"

#include "ui/desk/pin-guard.h"

#define LOCK_KEY "desk-lock"
#define LOCK_TYPE "(ssxx)"

/* Marks windows that are shown again. */
#define HIDDEN "ikrar-desk-lock"

static const char *const words[] = { "", "operator", "kiosk" };

static void
remember (const char *uri, const IkrarDeskLocked *locked)
{
  g_autoptr (GSettings) settings = g_settings_new ("id.ikrar.Ikrar");

  g_settings_set (settings, LOCK_KEY, LOCK_TYPE, words[locked->mode], uri, locked->event,
                  locked->session);
  /* What ends with the program is locked after it, too. */
  g_settings_sync ();
}

static gboolean
belongs (GtkWindow *window, GtkWindow *desk)
{
  while (window != NULL && window != desk)
    window = gtk_window_get_transient_for (window);
  return window != NULL;
}

static void
hide_others (GtkWindow *desk)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (gtk_window_get_application (desk)));

  for (GList *link = windows; link != NULL; link = link->next)
    if (!belongs (link->data, desk) && gtk_widget_get_visible (link->data))
      {
        g_object_set_data (link->data, HIDDEN, GINT_TO_POINTER (TRUE));
        gtk_widget_set_visible (link->data, FALSE);
      }
}

static gboolean
on_idle (gpointer desk)
{
  if (gtk_window_get_application (desk) != NULL)
    hide_others (desk);
  return G_SOURCE_REMOVE;
}

/* Work that goes on behind may open a message; it is not shown yet. */
static void
on_window_added (GtkWindow *desk)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, g_object_ref (desk), g_object_unref);
}

static void
enable_actions (GApplication *application, gboolean enabled)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (application));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (application), names[i]);

      if (G_IS_SIMPLE_ACTION (action))
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

void
ikrar_desk_lock (GtkWindow *window, const char *uri, const IkrarDeskLocked *locked)
{
  GtkApplication *application = gtk_window_get_application (window);

  g_return_if_fail (application != NULL && locked->mode != IKRAR_DESK_MODE_OPEN);

  remember (uri, locked);
  enable_actions (G_APPLICATION (application), FALSE);
  g_signal_connect_object (application, "window-added", G_CALLBACK (on_window_added), window,
                           G_CONNECT_SWAPPED);
  hide_others (window);
}

static gboolean
show_hidden (GtkApplication *application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));
  gboolean any = FALSE;

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_object_steal_data (link->data, HIDDEN) != NULL)
      {
        gtk_widget_set_visible (link->data, TRUE);
        any = TRUE;
      }
  return any;
}

void
ikrar_desk_unlock (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);
  const IkrarDeskLocked nothing = { IKRAR_DESK_MODE_OPEN, 0, 0 };

  g_return_if_fail (application != NULL);

  remember ("", &nothing);
  g_signal_handlers_disconnect_by_func (application, on_window_added, window);
  enable_actions (G_APPLICATION (application), TRUE);
  if (!show_hidden (application))
    g_application_activate (G_APPLICATION (application));
}

void
ikrar_desk_lock_read (const char *uri, IkrarDeskLocked *locked)
{
  g_autoptr (GSettings) settings = g_settings_new ("id.ikrar.Ikrar");
  g_autofree char *word = NULL;
  g_autofree char *database = NULL;

  *locked = (IkrarDeskLocked){ 0 };
  if (!ikrar_pin_guard_is_set (settings))
    return;
  g_settings_get (settings, LOCK_KEY, LOCK_TYPE, &word, &database, &locked->event,
                  &locked->session);
  for (guint i = IKRAR_DESK_MODE_OPERATOR; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]) && g_str_equal (database, uri))
      locked->mode = i;
}
