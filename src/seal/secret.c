/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/secret-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/error.h"

void
ikrar_sodium_require (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      if (sodium_init () < 0)
        g_error ("libsodium found no source of random numbers.");
      g_once_init_leave (&ready, 1);
    }
}

IkrarSecretBytes *
ikrar_secret_bytes_new (gsize size)
{
  IkrarSecretBytes *bytes;

  ikrar_sodium_require ();
  bytes = sodium_malloc (size);
  if (bytes == NULL)
    g_error ("There is no memory for %" G_GSIZE_FORMAT " secret bytes.", size);
  return bytes;
}

gboolean
ikrar_passphrase_derive (const char *passphrase,
                         const guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE],
                         guint8 key[IKRAR_PASSPHRASE_KEY_SIZE],
                         GError **error)
{
  ikrar_sodium_require ();
  if (*passphrase == '\0')
    {
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE,
                           _ ("The passphrase is empty. Enter one."));
      return FALSE;
    }
  if (crypto_pwhash (key, IKRAR_PASSPHRASE_KEY_SIZE, passphrase, strlen (passphrase), salt,
                     crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE,
                     crypto_pwhash_ALG_ARGON2ID13) == 0)
    return TRUE;
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED,
                       _ ("The passphrase could not be used: 256 MiB of free memory are needed. "
                          "Close other programs and try again."));
  return FALSE;
}
