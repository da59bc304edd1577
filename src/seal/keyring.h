/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"

G_BEGIN_DECLS

/**
 * IkrarKeyring:
 *
 * The secret keys of one installation, in a file beside the database (mode 0600) and never in the
 * database itself: a copied or shared database cannot make passes. Keys are found by their public
 * key. Any thread.
 *
 * The file is text: a header line `ikrar-keys 1 plain` or `ikrar-keys 1 argon2id <salt> <check>`,
 * then a line per key: base64 of public key, a space, base64 of the 32-byte seed (plain) or of
 * nonce and sealed seed (XChaCha20-Poly1305 under the passphrase's key, the public key as
 * associated data). The check is the same seal over nothing, so that a wrong passphrase is noticed
 * even before the first key. Whether the file is sealed is decided by the file: a change of it by
 * another process is kept.
 */
typedef struct _IkrarKeyring IkrarKeyring;

/**
 * ikrar_keyring_open:
 * @path: the key file; it need not exist yet
 * @passphrase: (nullable): needed if the file is sealed, else ignored
 * @error: return location for an error
 *
 * Takes about half a second for a sealed file.
 *
 * Returns: (transfer full): the keyring, or `NULL` with `IKRAR_SEAL_ERROR_SYNTAX`,
 *   `IKRAR_SEAL_ERROR_PASSPHRASE` or `IKRAR_SEAL_ERROR_FAILED`
 */
IkrarKeyring *ikrar_keyring_open (const char *path, const char *passphrase, GError **error);

/**
 * ikrar_keyring_ref:
 * @keyring: a keyring
 *
 * Returns: (transfer full): @keyring
 */
IkrarKeyring *ikrar_keyring_ref (IkrarKeyring *keyring);

/**
 * ikrar_keyring_unref:
 * @keyring: (transfer full) (nullable): a keyring
 */
void ikrar_keyring_unref (IkrarKeyring *keyring);

/**
 * ikrar_keyring_lookup:
 * @keyring: a keyring
 * @public_key: a public key
 *
 * Returns: (transfer full) (nullable): its secret key, `NULL` if it is not on this machine
 */
IkrarSecretKey *ikrar_keyring_lookup (IkrarKeyring *keyring, const IkrarPublicKey *public_key);

/**
 * ikrar_keyring_add:
 * @keyring: a keyring
 * @key: a key
 * @error: return location for an error
 *
 * Adds a key and writes the file: beside it, synced, renamed. Another process's keys that came into
 * the file meanwhile are kept (the file is locked and read again first). When this returns `TRUE`,
 * the key is on the disk.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_FAILED`, `IKRAR_SEAL_ERROR_SYNTAX` (the file was damaged
 *   meanwhile) or `IKRAR_SEAL_ERROR_PASSPHRASE` (another process changed it meanwhile: open the
 *   keyring again); nothing was changed then
 */
gboolean ikrar_keyring_add (IkrarKeyring *keyring, IkrarSecretKey *key, GError **error);

/**
 * ikrar_keyring_set_passphrase:
 * @keyring: a keyring
 * @passphrase: (nullable): the new passphrase, `NULL` to keep the keys unsealed
 * @error: return location for an error
 *
 * Seals every key of the file anew. Copies of the old file stay open to the old passphrase.
 *
 * Returns: `FALSE` with the errors of [method@Keyring.add], or `IKRAR_SEAL_ERROR_PASSPHRASE` if
 *   @passphrase is empty; nothing was changed then
 */
gboolean
ikrar_keyring_set_passphrase (IkrarKeyring *keyring, const char *passphrase, GError **error);

/**
 * ikrar_keyring_export:
 * @keyring: a keyring
 *
 * Returns: (transfer full): the unsealed key file's bytes, for an encrypted backup only; the memory
 *   is wiped with the last reference
 */
GBytes *ikrar_keyring_export (IkrarKeyring *keyring);

/**
 * ikrar_keyring_import:
 * @keyring: a keyring
 * @bytes: what [func@keyring_export] gave
 * @error: return location for an error
 *
 * Adds the keys of a backup to the file.
 *
 * Returns: `FALSE` with the errors of [method@Keyring.add]; `IKRAR_SEAL_ERROR_SYNTAX` also for
 *   @bytes that are no key file, `IKRAR_SEAL_ERROR_PASSPHRASE` for a sealed one
 */
gboolean ikrar_keyring_import (IkrarKeyring *keyring, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarKeyring, ikrar_keyring_unref)

G_END_DECLS
