/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/event-view.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EVENT_PLEDGES_VIEW (ikrar_event_pledges_view_get_type ())

/**
 * IkrarEventPledgesView:
 *
 * The pledge of an event: its exact text, how many signed and recited it, coverage by unit, and
 * who. The list of those who have not pledged is for the office only, and says so.
 *
 * Actions: `view.search`, `view.recite`, `view.revoke(x)` (a participant),
 * `view.copy-digest`.
 */
G_DECLARE_FINAL_TYPE (IkrarEventPledgesView,
                      ikrar_event_pledges_view,
                      IKRAR,
                      EVENT_PLEDGES_VIEW,
                      IkrarEventView)

G_END_DECLS
