/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/exchange.h"

G_BEGIN_DECLS

/* What a conflict is about, which of both stands, and what is to be done; official lists are
 * Indonesian. */
const char *ikrar_conflict_kind (const IkrarExchangeConflict *conflict);
const char *ikrar_conflict_standing (const IkrarExchangeConflict *conflict);
const char *ikrar_conflict_advice (const IkrarExchangeConflict *conflict);

G_END_DECLS
