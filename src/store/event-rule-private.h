/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"
#include "store/event-rule.h"

G_BEGIN_DECLS

gboolean _ikrar_event_rule_check (const IkrarEventRule *rule, GError **error);

/* Says the rules of an event, unless they hold. @said learns whether they did not. */
gboolean _ikrar_event_rule_put (IkrarChange *change,
                                IkrarId event,
                                const IkrarEventRule *rule,
                                gboolean *said,
                                GError **error);

/* Says the rules that held before those of a journal entry anew. */
gboolean
_ikrar_event_rule_undo (IkrarChange *change, IkrarId event, IkrarId journal, GError **error);

G_END_DECLS
