/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/event-view.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANTS_VIEW (ikrar_participants_view_get_type ())

/**
 * IkrarParticipantsView:
 *
 * Who is on an event's roster: searched, filtered and ordered at once whatever its size, with what
 * can be done to one or many of them.
 *
 * Actions: `view.search`, `view.print`, `view.add`, `view.open(x)`, `view.clear-filters`,
 * `view.select-more`, `view.clear-selection`, and for whoever is selected `view.set-state(s)` and
 * `view.set-stand-in(s)` (a stable word of attendance), `view.save-passes`, `view.withdraw` (which
 * invites again where those who withdrew are shown), `view.place`, `view.record-pledges`,
 * `view.revoke-passes`.
 *
 * Properties: `order` (`number`, `name`, `unit`, `grade` or `time`), `descending`.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantsView,
                      ikrar_participants_view,
                      IKRAR,
                      PARTICIPANTS_VIEW,
                      IkrarEventView)

G_END_DECLS
