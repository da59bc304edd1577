/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * ikrar_desk_name_get:
 *
 * Any thread.
 *
 * Returns: (transfer full): name of this desk as the preferences have it, else the computer's
 */
char *ikrar_desk_name_get (void);

/**
 * ikrar_desk_name_apply:
 * @store: a store
 *
 * Has what @store records carry the name of this desk.
 */
void ikrar_desk_name_apply (IkrarStore *store);

G_END_DECLS
