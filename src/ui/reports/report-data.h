/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"

#include "ui/reports/group-item.h"

G_BEGIN_DECLS

/**
 * IkrarReport:
 * @events: (element-type IkrarEventLine): all events
 * @shown: (nullable): the one that is counted, one of @events
 * @tally: (nullable): its numbers
 *
 * What a report shows, as it stood at one moment.
 */
typedef struct
{
  GPtrArray *events;
  const IkrarEventLine *shown;
  IkrarGroupTally *tally;
} IkrarReport;

/**
 * ikrar_report_load:
 * @store: a store
 * @event: id of an event; if there is none, the newest one that has people
 * @grouping: how people are put together
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * A thread that may wait for the disk.
 *
 * Returns: (transfer full) (nullable): the report, or `NULL` with a store error
 */
IkrarReport *ikrar_report_load (IkrarStore *store,
                                IkrarId event,
                                IkrarGrouping grouping,
                                const IkrarProgress *progress,
                                GError **error);

/**
 * ikrar_report_free:
 * @report: (transfer full) (nullable): a report
 */
void ikrar_report_free (IkrarReport *report);

/**
 * ikrar_report_title:
 * @measure: what it is about
 * @grouping: how people are put together
 *
 * Returns: (transfer none): its title
 */
const char *ikrar_report_title (IkrarMeasure measure, IkrarGrouping grouping);

/**
 * ikrar_report_describe:
 * @total: all groups together
 * @measure: what it is about
 *
 * Says the numbers in a sentence; every share is said with its base.
 *
 * Returns: (transfer full): the sentence
 */
char *ikrar_report_describe (const IkrarGroupLine *total, IkrarMeasure measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarReport, ikrar_report_free)

G_END_DECLS
