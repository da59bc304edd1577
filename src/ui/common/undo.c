/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/undo.h"

#include <glib/gi18n-lib.h>

#include "store/journal.h"

#include "ui/common/notice.h"
#include "ui/common/work.h"

static gpointer
undo (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  ikrar_journal_undo (store, *(const IkrarId *) input, error);
  return NULL;
}

static void
on_undone (gpointer owner, gpointer output, const GError *error)
{
  if (error != NULL)
    ikrar_notice_error (owner, _ ("This Could Not Be Undone"), error);
  else
    ikrar_notice (owner, _ ("Undone"));
}

void
ikrar_undo_start (IkrarContext *context, gpointer owner, IkrarId journal, IkrarWorkDone done)
{
  const IkrarWork work = {
    .func = undo,
    .input = g_memdup2 (&journal, sizeof journal),
    .free_input = g_free,
    .done = done,
  };

  ikrar_work_start (context, owner, NULL, &work);
}

void
ikrar_undo_change (GtkWidget *widget, IkrarContext *context, IkrarId journal)
{
  ikrar_undo_start (context, widget, journal, on_undone);
}
