/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-window.h"

struct _IkrarImportWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarImportWindow, ikrar_import_window, ADW_TYPE_WINDOW)

static void
ikrar_import_window_class_init (IkrarImportWindowClass *klass)
{
}

static void
ikrar_import_window_init (IkrarImportWindow *self)
{
}

void
ikrar_import_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  gtk_window_present (g_object_new (IKRAR_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL));
}
