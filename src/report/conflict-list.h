/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"
#include "store/exchange.h"

G_BEGIN_DECLS

/**
 * ikrar_conflict_list_new:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * What two databases said differently of an event, and who is recorded at two desks, with desks and
 * times: a list for the wall of the office.
 *
 * Any thread with a store of its own.
 *
 * Returns: (transfer full) (nullable): a document, or `NULL` with a store error
 */
IkrarDocument *ikrar_conflict_list_new (IkrarStore *store, IkrarId event, GError **error);

G_END_DECLS
