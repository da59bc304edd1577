/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/stage-window.h"

struct _IkrarStageWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarStageWindow, ikrar_stage_window, ADW_TYPE_WINDOW)

static void
ikrar_stage_window_class_init (IkrarStageWindowClass *klass)
{
}

static void
ikrar_stage_window_init (IkrarStageWindow *self)
{
}

void
ikrar_stage_window_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  gtk_window_present (g_object_new (IKRAR_TYPE_STAGE_WINDOW, "transient-for", parent, NULL));
}
