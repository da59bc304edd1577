/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/event-view.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SUMMARY_VIEW (ikrar_summary_view_get_type ())

/**
 * IkrarSummaryView:
 *
 * One event at a glance: when and where, how many, what comes next, who does what, what changed.
 *
 * Actions: `view.set-state(s)`, a word of %IKRAR_VOCABULARY_EVENT_STATE.
 */
G_DECLARE_FINAL_TYPE (IkrarSummaryView, ikrar_summary_view, IKRAR, SUMMARY_VIEW, IkrarEventView)

G_END_DECLS
