/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/secret-private.h"

G_BEGIN_DECLS

#define IKRAR_BACKUP_PUBLIC_SIZE crypto_box_PUBLICKEYBYTES

/**
 * IkrarBackupKey:
 * @salt: salt of the passphrase
 * @public_key: X25519 public key
 *
 * A backup key, taken from its text.
 */
typedef struct
{
  guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE];
  guint8 public_key[IKRAR_BACKUP_PUBLIC_SIZE];
} IkrarBackupKey;

/**
 * ikrar_backup_key_parse:
 * @text: what [func@backup_key_make] gave
 * @key: (out): its values
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX`
 */
gboolean ikrar_backup_key_parse (const char *text, IkrarBackupKey *key, GError **error);

/**
 * ikrar_backup_key_derive:
 * @passphrase: a passphrase
 * @key: salt to use; its public key is filled in
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the X25519 secret key, or `NULL` with an error of
 *   [func@passphrase_derive]
 */
IkrarSecretBytes *
ikrar_backup_key_derive (const char *passphrase, IkrarBackupKey *key, GError **error);

G_END_DECLS
