/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event-tally.h"
#include "store/event.h"

#include "core/progress.h"

#include "ui/reports/todo.h"

G_BEGIN_DECLS

/**
 * IkrarOverview:
 * @events: (element-type IkrarEventLine): all events
 * @shown: (nullable): the event that matters now, one of @events
 * @tally: its numbers
 * @arrivals: (element-type gint64) (nullable): when people came to it, ascending
 * @desks: (nullable) (element-type IkrarDeskCount): who came, by the desk that let them in first
 * @coverage: (element-type IkrarPledgeCoverage) (nullable): its pledges by unit
 * @facts: what to-dos are derived from; its texts belong to @events and @imports
 * @imports: (element-type IkrarImportBatch)
 * @todos: (element-type IkrarTodo): what waits
 *
 * Everything the overview shows, as it stood at one moment.
 */
typedef struct
{
  GPtrArray *events;
  const IkrarEventLine *shown;
  IkrarEventTally tally;
  GArray *arrivals;
  GPtrArray *desks;
  GPtrArray *coverage;
  IkrarTodoFacts facts;
  GPtrArray *imports;
  GArray *todos;
} IkrarOverview;

/**
 * ikrar_overview_load:
 * @store: a store
 * @error: return location for an error
 *
 * A thread that may wait for the disk.
 *
 * Returns: (transfer full) (nullable): the overview, or `NULL` with a store error
 */
IkrarOverview *ikrar_overview_load (IkrarStore *store, GError **error);

/**
 * ikrar_overview_free:
 * @overview: (transfer full) (nullable): an overview
 */
void ikrar_overview_free (IkrarOverview *overview);

/**
 * ikrar_overview_get_pace:
 * @arrivals: (element-type gint64): when people came, ascending
 * @now: the present moment
 *
 * Any thread.
 *
 * Returns: people a minute over the last ten minutes, rounded
 */
guint ikrar_overview_get_pace (GArray *arrivals, IkrarTime now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarOverview, ikrar_overview_free)

G_END_DECLS
