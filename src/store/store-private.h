/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Reads the secret keys anew: another connection or program may have added one. */
IkrarKeyring *_ikrar_store_reload_keyring (IkrarStore *store, GError **error);

G_END_DECLS
