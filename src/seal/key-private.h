/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"

G_BEGIN_DECLS

#define IKRAR_KEY_HASH_SIZE 4
/* The algorithm byte of Ed25519 in C2SP signed notes. */
#define IKRAR_KEY_ALGORITHM 0x01

/**
 * ikrar_key_hash:
 * @key: a public key
 * @name: its name
 * @hash: (out caller-allocates) (array fixed-size=4): the key id of C2SP signed notes: first bytes
 *   of SHA-256(name || 0x0A || 0x01 || public key)
 *
 * Any thread.
 */
void ikrar_key_hash (const IkrarPublicKey *key, const char *name, guint8 hash[IKRAR_KEY_HASH_SIZE]);

G_END_DECLS
