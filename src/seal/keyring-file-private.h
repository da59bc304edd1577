/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"
#include "seal/secret-private.h"

G_BEGIN_DECLS

/* The text of a key file, without the file. */

/**
 * IkrarKeyLock:
 * @salt: salt of the passphrase
 * @key: the key that the passphrase gave
 *
 * What seals a key file. `NULL` stands for a plain one.
 */
typedef struct
{
  guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE];
  IkrarSecretBytes *key;
} IkrarKeyLock;

/**
 * ikrar_key_lock_new:
 * @passphrase: a passphrase
 * @salt: (nullable) (array fixed-size=16): its salt, `NULL` to make one
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a lock, or `NULL` with an error of
 *   [func@passphrase_derive]
 */
IkrarKeyLock *ikrar_key_lock_new (const char *passphrase, const guint8 *salt, GError **error);

/**
 * ikrar_key_lock_free:
 * @lock: (transfer full) (nullable): a lock
 */
void ikrar_key_lock_free (IkrarKeyLock *lock);

/**
 * ikrar_key_file_read_salt:
 * @text: a key file
 * @sealed: (out): whether it is sealed
 * @salt: (out caller-allocates) (array fixed-size=16): salt of a sealed one
 *
 * Returns: whether @text begins as a key file does
 */
gboolean ikrar_key_file_read_salt (const char *text,
                                   gboolean *sealed,
                                   guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE]);

/**
 * ikrar_key_file_read:
 * @text: a key file, with a NUL byte behind
 * @size: its length; a NUL byte within it is refused
 * @lock: (nullable): what it is sealed with
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarSecretKey) (nullable): its keys, or `NULL` with
 *   `IKRAR_SEAL_ERROR_SYNTAX` or `IKRAR_SEAL_ERROR_PASSPHRASE`
 */
GPtrArray *
ikrar_key_file_read (const char *text, gsize size, const IkrarKeyLock *lock, GError **error);

/**
 * ikrar_key_file_write:
 * @keys: (element-type IkrarSecretKey): keys
 * @lock: (nullable): what to seal them with
 *
 * Returns: (transfer full): the text and a NUL byte, in secret memory
 */
IkrarSecretBytes *ikrar_key_file_write (GPtrArray *keys, const IkrarKeyLock *lock);

/**
 * ikrar_keys_find:
 * @keys: (element-type IkrarSecretKey): keys
 * @public_key: a public key
 *
 * Returns: (transfer none) (nullable): its secret key
 */
IkrarSecretKey *ikrar_keys_find (GPtrArray *keys, const IkrarPublicKey *public_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarKeyLock, ikrar_key_lock_free)

G_END_DECLS
