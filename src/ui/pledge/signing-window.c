/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/signing-window.h"

struct _IkrarSigningWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarSigningWindow, ikrar_signing_window, ADW_TYPE_WINDOW)

static void
ikrar_signing_window_class_init (IkrarSigningWindowClass *klass)
{
}

static void
ikrar_signing_window_init (IkrarSigningWindow *self)
{
}

void
ikrar_signing_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  gtk_window_present (g_object_new (IKRAR_TYPE_SIGNING_WINDOW, "transient-for", parent, NULL));
}
