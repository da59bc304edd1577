/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/events/summary.h"

#include "store/institution.h"
#include "store/journal.h"

void
ikrar_summary_free (IkrarSummary *summary)
{
  if (summary == NULL)
    return;
  ikrar_event_draft_free (summary->draft);
  g_clear_pointer (&summary->journal, g_ptr_array_unref);
  g_free (summary);
}

static gboolean
load_journal (IkrarStore *store, IkrarSummary *summary, guint changes, GError **error)
{
  summary->journal = ikrar_journal_list (store, summary->draft->event->id, changes + 1, error);
  if (summary->journal == NULL)
    return FALSE;
  summary->has_older = summary->journal->len > changes;
  if (summary->has_older)
    g_ptr_array_set_size (summary->journal, (int) changes);
  return TRUE;
}

IkrarSummary *
ikrar_summary_load (IkrarStore *store, IkrarId event, guint changes, GError **error)
{
  g_autoptr (IkrarSummary) summary = g_new0 (IkrarSummary, 1);
  g_autoptr (IkrarSignatory) head = ikrar_signatory_get (store, IKRAR_SIGNATORY_HEAD, error);

  if (head == NULL)
    return NULL;
  summary->has_signatory = *head->name != '\0';
  summary->now = ikrar_store_now (store);
  summary->draft = ikrar_event_draft_get (store, event, error);
  if (summary->draft == NULL || !ikrar_event_tally_get (store, event, &summary->tally, error) ||
      !load_journal (store, summary, changes, error))
    return NULL;
  return g_steal_pointer (&summary);
}
