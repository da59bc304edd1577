/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant.h"

G_BEGIN_DECLS

/* Words of enums as columns keep them, NULL beyond the last: for IkrarColumn. */
const char *_ikrar_zone_words (int value);
const char *_ikrar_acting_words (int value);
const char *_ikrar_number_kind_words (int value);
const char *_ikrar_event_mode_words (int value);
const char *_ikrar_event_state_words (int value);
const char *_ikrar_role_kind_words (int value);

/* The state a word of participant.pledge or pledge.kind means; none for any other. */
IkrarPledgeState _ikrar_pledge_state_parse (const char *word);

G_END_DECLS
