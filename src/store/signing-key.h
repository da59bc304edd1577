/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"
#include "seal/key.h"

G_BEGIN_DECLS

/**
 * IkrarPublicKeyLine:
 * @event: the event whose passes it signs, 0 for the institution's key
 * @public_key: the key
 */
typedef struct
{
  IkrarId event;
  IkrarPublicKey public_key;
} IkrarPublicKeyLine;

/**
 * ikrar_signing_key_get:
 * @store: a store
 * @event: an event for its pass key, 0 for the institution's key
 * @error: return location for an error
 *
 * Gives the newest key whose secret is on this machine, making one if there is none: the public
 * half goes into the database, the secret one into the keyring first.
 *
 * Returns: (transfer full) (nullable): the key, or `NULL` with `IKRAR_STORE_ERROR_NO_KEY` or
 * another store error
 */
IkrarSecretKey *ikrar_signing_key_get (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_signing_key_list:
 * @store: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarPublicKeyLine) (nullable): all public keys of this
 *   database as an array of values, or `NULL` with a store error
 */
GArray *ikrar_signing_key_list (IkrarStore *store, GError **error);

G_END_DECLS
