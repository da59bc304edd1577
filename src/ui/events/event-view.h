/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/id.h"

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EVENT_VIEW (ikrar_event_view_get_type ())

/**
 * IkrarEventView:
 *
 * One of the views of an event's page: a page that knows its event and is refreshed when another
 * one is shown.
 *
 * Properties: `event`, an id as int64.
 */
G_DECLARE_DERIVABLE_TYPE (IkrarEventView, ikrar_event_view, IKRAR, EVENT_VIEW, IkrarPage)

/**
 * IkrarEventViewClass:
 * @event_changed: (nullable): forgets what belongs to the event before (selection, search)
 */
struct _IkrarEventViewClass
{
  IkrarPageClass parent_class;

  void (*event_changed) (IkrarEventView *view);
};

/**
 * ikrar_event_view_get_event:
 * @view: a view
 *
 * Returns: the event it shows, 0 if none yet
 */
IkrarId ikrar_event_view_get_event (IkrarEventView *view);

/**
 * ikrar_event_view_run:
 * @view: a view
 * @work: the work; its @input is replaced by a copy of the event's id, an `IkrarId *`
 *
 * [func@page_run] for the common work that needs nothing but the event.
 */
void ikrar_event_view_run (IkrarEventView *view, IkrarWork *work);

G_END_DECLS
