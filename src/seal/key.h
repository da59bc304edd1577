/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "seal/digest.h"

G_BEGIN_DECLS

#define IKRAR_PUBLIC_KEY_SIZE 32
#define IKRAR_SECRET_KEY_SIZE 64
#define IKRAR_SIGNATURE_SIZE 64

/**
 * IkrarPublicKey:
 *
 * An Ed25519 public key. Plain value.
 */
typedef struct
{
  guint8 bytes[IKRAR_PUBLIC_KEY_SIZE];
} IkrarPublicKey;

/**
 * IkrarSecretKey:
 *
 * An Ed25519 secret key in locked memory that is wiped when freed.
 */
typedef struct _IkrarSecretKey IkrarSecretKey;

/**
 * ikrar_secret_key_new:
 *
 * Makes a new key pair.
 *
 * Any thread.
 *
 * Returns: (transfer full): the secret key
 */
IkrarSecretKey *ikrar_secret_key_new (void);

/**
 * ikrar_secret_key_new_from_seed:
 * @seed: (array fixed-size=32): the 32-byte seed of RFC 8032
 *
 * Makes the key pair of @seed: for key files and test vectors.
 *
 * Any thread.
 *
 * Returns: (transfer full): the secret key
 */
IkrarSecretKey *ikrar_secret_key_new_from_seed (const guint8 seed[32]);

/**
 * ikrar_secret_key_ref:
 * @key: a key
 *
 * Any thread.
 *
 * Returns: (transfer full): @key
 */
IkrarSecretKey *ikrar_secret_key_ref (IkrarSecretKey *key);

/**
 * ikrar_secret_key_unref:
 * @key: (transfer full) (nullable): a key; the memory is wiped with the last reference
 *
 * Any thread.
 */
void ikrar_secret_key_unref (IkrarSecretKey *key);

/**
 * ikrar_secret_key_get_seed:
 * @key: a key
 * @seed: (out caller-allocates) (array fixed-size=32): the seed; wipe it after use
 *
 * Any thread.
 */
void ikrar_secret_key_get_seed (IkrarSecretKey *key, guint8 seed[32]);

/**
 * ikrar_secret_key_get_public:
 * @key: a key
 *
 * Any thread.
 *
 * Returns: (transfer none): its public key, valid as long as @key
 */
const IkrarPublicKey *ikrar_secret_key_get_public (IkrarSecretKey *key);

/**
 * ikrar_secret_key_sign:
 * @key: a key
 * @domain: what is signed, such as `IKRAR-PASS/1`; a NUL byte follows it in the signed bytes, so
 *   that a signature made for one purpose is worthless for another. "" signs the bare bytes, for
 *   C2SP notes only
 * @data: (array length=size): bytes
 * @size: how many
 * @signature: (out caller-allocates) (array fixed-size=64): the signature
 *
 * Any thread.
 */
void ikrar_secret_key_sign (IkrarSecretKey *key,
                            const char *domain,
                            gconstpointer data,
                            gsize size,
                            guint8 signature[IKRAR_SIGNATURE_SIZE]);

/**
 * ikrar_public_key_verify:
 * @key: a public key
 * @domain: as for [func@secret_key_sign]
 * @data: (array length=size): bytes
 * @size: how many
 * @signature: (array fixed-size=64): a signature
 *
 * Any thread.
 *
 * Returns: whether the holder of @key signed @data for @domain
 */
gboolean ikrar_public_key_verify (const IkrarPublicKey *key,
                                  const char *domain,
                                  gconstpointer data,
                                  gsize size,
                                  const guint8 signature[IKRAR_SIGNATURE_SIZE]);

/**
 * ikrar_public_key_id:
 * @key: a public key
 *
 * Any thread.
 *
 * Returns: the kid of pass and certificate codes: first 2 bytes of SHA-256(@key), big-endian.
 *   Several keys may share one: try each
 */
guint16 ikrar_public_key_id (const IkrarPublicKey *key);

/**
 * ikrar_key_name_is_valid:
 * @name: any text
 *
 * A key's name is UTF-8, not empty, and has no `+`, no space of any kind and no control character
 * (C2SP signed-note); a schema-less URL such as `bkpsdm.example.go.id/ikrar` is advised.
 *
 * Any thread.
 *
 * Returns: whether a key may have the name
 */
gboolean ikrar_key_name_is_valid (const char *name);

/**
 * ikrar_public_key_format:
 * @key: a public key
 * @name: name of the office or event, a valid one ([func@key_name_is_valid])
 *
 * Any thread.
 *
 * Returns: (transfer full): the C2SP signed-note verifier key, `name+hash+base64`
 */
char *ikrar_public_key_format (const IkrarPublicKey *key, const char *name);

/**
 * ikrar_public_key_parse:
 * @text: a verifier key, or bare base64 of the 32 bytes
 * @key: (out): the key
 * @name: (out) (optional) (transfer full) (nullable): the name, `NULL` for bare base64
 * @error: return location for an error
 *
 * Strict: exactly what [func@public_key_format] writes, or exactly the 44 characters of the bare
 * key; no space before or after.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX`, also when the hash in it is wrong
 */
gboolean
ikrar_public_key_parse (const char *text, IkrarPublicKey *key, char **name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSecretKey, ikrar_secret_key_unref)

G_END_DECLS
