/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/preferences/preferences-window.h"

struct _IkrarPreferencesWindow
{
  AdwPreferencesWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarPreferencesWindow, ikrar_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
ikrar_preferences_window_class_init (IkrarPreferencesWindowClass *klass)
{
}

static void
ikrar_preferences_window_init (IkrarPreferencesWindow *self)
{
}

void
ikrar_preferences_window_present (GtkWindow *parent, IkrarContext *context)
{
  gtk_window_present (g_object_new (IKRAR_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL));
}
