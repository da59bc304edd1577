/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"
#include "core/presence.h"

G_BEGIN_DECLS

#define IKRAR_LATE_AFTER_MAX (24 * 60)

/**
 * IkrarEventRule:
 * @late_after: minutes after a session's start from which a desk records people as late,
 *   %IKRAR_LATE_NEVER for no rule
 * @share: percent of the minutes of all sessions that a certificate needs, 0 for no rule
 *
 * The rules of an event. Plain value.
 */
typedef struct
{
  int late_after;
  int share;
} IkrarEventRule;

/**
 * ikrar_event_rule_get:
 * @store: a store
 * @event: an event
 * @rule: (out): its rules; none, if nobody set any
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_event_rule_get (IkrarStore *store, IkrarId event, IkrarEventRule *rule, GError **error);

/**
 * ikrar_event_rule_set:
 * @store: a store
 * @event: an event
 * @rule: its rules from now on; what was recorded before stays
 * @journal: (out) (optional): id of the journal entry, 0 if these were its rules before
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_INVALID` (no such minutes, or percent),
 *   `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
gboolean ikrar_event_rule_set (IkrarStore *store,
                               IkrarId event,
                               const IkrarEventRule *rule,
                               IkrarId *journal,
                               GError **error);

G_END_DECLS
