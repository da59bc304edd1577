/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/rehearsal.h"

#include <glib/gi18n-lib.h>

#include "store/rehearsal.h"

#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/desk/desk-window-private.h"

static gpointer
copy (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  return ikrar_rehearsal_begin (store, error);
}

static void
on_copied (gpointer owner, gpointer output, const GError *error)
{
  GtkWindow *parent = owner;
  g_autofree char *path = output;
  const IkrarId *event = g_object_get_data (owner, "ikrar-rehearsal-event");

  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (parent), _ ("The Rehearsal Could Not Begin"), error);
  else
    _ikrar_desk_window_rehearse (parent, path, *event);
}

static void
discard_unused (gpointer path)
{
  ikrar_rehearsal_discard (path);
  g_free (path);
}

void
ikrar_rehearsal_present (GtkWindow *parent, IkrarContext *context, IkrarId event)
{
  const IkrarWork work = {
    .func = copy,
    .free_output = discard_unused,
    .done = on_copied,
    .shown = TRUE,
  };

  g_object_set_data_full (G_OBJECT (parent), "ikrar-rehearsal-event",
                          g_memdup2 (&event, sizeof event), g_free);
  ikrar_work_start (context, parent, NULL, &work);
}
