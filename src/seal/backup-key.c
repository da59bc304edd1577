/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/backup-key-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/backup-box.h"
#include "seal/base64-private.h"
#include "seal/error.h"

#define TITLE "ikrar-backup-key 1 "

G_STATIC_ASSERT (crypto_box_SECRETKEYBYTES == IKRAR_PASSPHRASE_KEY_SIZE);

IkrarSecretBytes *
ikrar_backup_key_derive (const char *passphrase, IkrarBackupKey *key, GError **error)
{
  g_autoptr (IkrarSecretBytes) secret = ikrar_secret_bytes_new (IKRAR_PASSPHRASE_KEY_SIZE);

  if (!ikrar_passphrase_derive (passphrase, key->salt, secret, error))
    return NULL;
  crypto_scalarmult_base (key->public_key, secret);
  return g_steal_pointer (&secret);
}

char *
ikrar_backup_key_make (const char *passphrase, GError **error)
{
  IkrarBackupKey key;
  g_autoptr (IkrarSecretBytes) secret = NULL;
  g_autofree char *salt = NULL;
  g_autofree char *public_key = NULL;

  g_return_val_if_fail (passphrase != NULL, NULL);

  ikrar_sodium_require ();
  randombytes_buf (key.salt, sizeof key.salt);
  secret = ikrar_backup_key_derive (passphrase, &key, error);
  if (secret == NULL)
    return NULL;
  salt = g_base64_encode (key.salt, sizeof key.salt);
  public_key = g_base64_encode (key.public_key, sizeof key.public_key);
  return g_strconcat (TITLE, salt, " ", public_key, NULL);
}

gboolean
ikrar_backup_key_parse (const char *text, IkrarBackupKey *key, GError **error)
{
  g_auto (GStrv) parts = NULL;

  if (g_str_has_prefix (text, TITLE))
    parts = g_strsplit (text + strlen (TITLE), " ", 3);
  if (parts != NULL && g_strv_length (parts) == 2 &&
      ikrar_base64_decode_exact (parts[0], strlen (parts[0]), key->salt, sizeof key->salt) &&
      ikrar_base64_decode_exact (parts[1], strlen (parts[1]), key->public_key,
                                 sizeof key->public_key))
    return TRUE;
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                       _ ("This is not a backup key. Set the passphrase of the backups anew."));
  return FALSE;
}
