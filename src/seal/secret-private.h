/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>
#include <sodium.h>

G_BEGIN_DECLS

#define IKRAR_PASSPHRASE_SALT_SIZE crypto_pwhash_SALTBYTES
#define IKRAR_PASSPHRASE_KEY_SIZE 32

/**
 * IkrarSecretBytes:
 *
 * Bytes in memory that is locked against swapping, fenced by guard pages and wiped when freed
 * (libsodium's sodium_malloc). `g_autoptr (IkrarSecretBytes)` frees them.
 */
typedef guint8 IkrarSecretBytes;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSecretBytes, sodium_free)

/**
 * ikrar_sodium_require:
 *
 * Prepares libsodium. Every function that uses it calls this first; only the first call works.
 *
 * Any thread.
 */
void ikrar_sodium_require (void);

/**
 * ikrar_secret_bytes_new:
 * @size: how many
 *
 * Ends the program if there is no memory, as g_malloc does.
 *
 * Any thread.
 *
 * Returns: (transfer full): room for secret bytes
 */
IkrarSecretBytes *ikrar_secret_bytes_new (gsize size);

/**
 * ikrar_passphrase_derive:
 * @passphrase: the passphrase
 * @salt: (array fixed-size=16): its salt
 * @key: (out caller-allocates) (array fixed-size=32): the key; in secret memory
 * @error: return location for an error
 *
 * argon2id 1.3 with libsodium's MODERATE limits: 3 passes over 256 MiB, one lane. Takes about half
 * a second by intention.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_PASSPHRASE` if @passphrase is empty, or
 *   `IKRAR_SEAL_ERROR_FAILED` if there is not enough memory
 */
gboolean ikrar_passphrase_derive (const char *passphrase,
                                  const guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE],
                                  guint8 key[IKRAR_PASSPHRASE_KEY_SIZE],
                                  GError **error);

G_END_DECLS
