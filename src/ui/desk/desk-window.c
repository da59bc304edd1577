/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/desk-window.h"

struct _IkrarDeskWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarDeskWindow, ikrar_desk_window, ADW_TYPE_WINDOW)

static void
ikrar_desk_window_class_init (IkrarDeskWindowClass *klass)
{
}

static void
ikrar_desk_window_init (IkrarDeskWindow *self)
{
}

void
ikrar_desk_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  gtk_window_present (g_object_new (IKRAR_TYPE_DESK_WINDOW, "transient-for", parent, NULL));
}
