/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IKRAR_DIGEST_SIZE 32

/**
 * IkrarDigest:
 *
 * A SHA-256 value.
 */
typedef struct
{
  guint8 bytes[IKRAR_DIGEST_SIZE];
} IkrarDigest;

/**
 * IkrarHasher:
 *
 * A SHA-256 computation in progress (OpenSSL EVP with the algorithm fetched once). One thread at a
 * time.
 */
typedef struct _IkrarHasher IkrarHasher;

/**
 * ikrar_hasher_new:
 *
 * Returns: (transfer full): a hasher, ready for [func@hasher_update]
 */
IkrarHasher *ikrar_hasher_new (void);

/**
 * ikrar_hasher_free:
 * @hasher: (transfer full) (nullable): a hasher
 */
void ikrar_hasher_free (IkrarHasher *hasher);

/**
 * ikrar_hasher_update:
 * @hasher: a hasher
 * @data: (array length=size): bytes
 * @size: how many
 */
void ikrar_hasher_update (IkrarHasher *hasher, gconstpointer data, gsize size);

/**
 * ikrar_hasher_finish:
 * @hasher: a hasher
 * @digest: (out): the digest of all bytes since the last finish; the hasher starts afresh
 */
void ikrar_hasher_finish (IkrarHasher *hasher, IkrarDigest *digest);

/**
 * ikrar_digest_of:
 * @data: (array length=size): bytes
 * @size: how many
 * @digest: (out): their digest
 *
 * Any thread.
 */
void ikrar_digest_of (gconstpointer data, gsize size, IkrarDigest *digest);

/**
 * ikrar_digest_hex:
 * @digest: a digest
 *
 * Any thread.
 *
 * Returns: (transfer full): 64 lower-case hex digits
 */
char *ikrar_digest_hex (const IkrarDigest *digest);

/**
 * ikrar_digest_grouped:
 * @digest: a digest
 * @groups: how many groups of four hex digits, at most 16
 *
 * Any thread.
 *
 * Returns: (transfer full): as screens and footers print it: `7F3A C21E 90B4`
 */
char *ikrar_digest_grouped (const IkrarDigest *digest, guint groups);

/**
 * ikrar_digest_equal:
 * @a: a digest
 * @b: another
 *
 * Any thread.
 *
 * Returns: whether they are the same
 */
gboolean ikrar_digest_equal (const IkrarDigest *a, const IkrarDigest *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarHasher, ikrar_hasher_free)

G_END_DECLS
