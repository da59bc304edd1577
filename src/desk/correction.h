/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant.h"

G_BEGIN_DECLS

/**
 * ikrar_correction_save:
 * @store: a store
 * @participant: a participant
 * @written: the name as it should be, with titles
 * @error: return location for an error
 *
 * Corrects a name at the door: of the person, in every event. No pass has the name in its code, so
 * every pass stays valid.
 *
 * Returns: id of the journal entry, for undo; 0 with `IKRAR_STORE_ERROR_INVALID` without a name,
 *   `IKRAR_STORE_ERROR_NOT_FOUND`, or another store error
 */
IkrarId
ikrar_correction_save (IkrarStore *store, IkrarId participant, const char *written, GError **error);

G_END_DECLS
