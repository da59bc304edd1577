/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/event-view.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANTS_VIEW (ikrar_participants_view_get_type ())

/**
 * IkrarParticipantsView:
 *
 * Skeleton.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantsView,
                      ikrar_participants_view,
                      IKRAR,
                      PARTICIPANTS_VIEW,
                      IkrarEventView)

G_END_DECLS
