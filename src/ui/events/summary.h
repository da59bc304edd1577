/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event-draft.h"
#include "store/event-tally.h"

G_BEGIN_DECLS

/**
 * IkrarSummary:
 * @draft: the event with its parts
 * @tally: the event in numbers
 * @journal: (element-type IkrarJournalEntry): its latest changes
 * @has_older: whether there are more than those
 * @has_signatory: whether somebody is named who signs certificates
 * @now: when it was read
 *
 * What the summary of an event shows.
 */
typedef struct
{
  IkrarEventDraft *draft;
  IkrarEventTally tally;
  GPtrArray *journal;
  gboolean has_older;
  gboolean has_signatory;
  IkrarTime now;
} IkrarSummary;

/**
 * ikrar_summary_load:
 * @store: a store
 * @event: id of an event
 * @changes: how many changes are wanted at most
 * @error: return location for an error
 *
 * Worker thread.
 *
 * Returns: (transfer full) (nullable): the summary, or `NULL` with a store error
 */
IkrarSummary *ikrar_summary_load (IkrarStore *store, IkrarId event, guint changes, GError **error);

/**
 * ikrar_summary_free:
 * @summary: (transfer full) (nullable): a summary
 */
void ikrar_summary_free (IkrarSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSummary, ikrar_summary_free)

G_END_DECLS
