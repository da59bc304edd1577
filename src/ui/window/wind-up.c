/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/window/wind-up.h"

#include <gtk/gtk.h>

#include "store/backup.h"
#include "store/ledger.h"

#include "ui/common/work.h"

static gpointer
wind_up (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  if (ikrar_ledger_checkpoint (store, NULL, error))
    ikrar_backup_rotate (store, NULL, error);
  return NULL;
}

static void
on_wound_up (gpointer owner, gpointer output, const GError *error)
{
  if (error != NULL)
    g_warning ("closing: %s", error->message);
  if (GTK_IS_WINDOW (owner))
    gtk_window_destroy (owner);
  g_application_release (g_application_get_default ());
}

void
ikrar_wind_up (IkrarContext *context, gpointer owner)
{
  const IkrarWork work = { .func = wind_up, .done = on_wound_up };

  g_application_hold (g_application_get_default ());
  ikrar_work_start (context, owner, NULL, &work);
}
