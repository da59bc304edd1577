/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/events/event-dialog.h"

struct _IkrarEventDialog
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarEventDialog, ikrar_event_dialog, ADW_TYPE_WINDOW)

static void
ikrar_event_dialog_class_init (IkrarEventDialogClass *klass)
{
}

static void
ikrar_event_dialog_init (IkrarEventDialog *self)
{
}

void
ikrar_event_dialog_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  gtk_window_present (g_object_new (IKRAR_TYPE_EVENT_DIALOG, "transient-for", parent, NULL));
}
