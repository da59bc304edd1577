/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/pin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/error.h"
#include "seal/secret-private.h"

#define FREE_SLIPS 2
#define WAIT_MIN_S 5
#define WAIT_MAX_S 300

gboolean
ikrar_pin_is_usable (const char *pin)
{
  gsize length = strlen (pin);

  return length >= IKRAR_PIN_LENGTH_MIN && length <= IKRAR_PIN_LENGTH_MAX &&
         strspn (pin, "0123456789") == length;
}

char *
ikrar_pin_hash (const char *pin, GError **error)
{
  char hash[crypto_pwhash_STRBYTES];

  g_return_val_if_fail (ikrar_pin_is_usable (pin), NULL);

  ikrar_sodium_require ();
  if (crypto_pwhash_str (hash, pin, strlen (pin), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0)
    return g_strdup (hash);
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED,
                       _ ("The PIN could not be set: 64 MiB of free memory are needed. Close other "
                          "programs and try again."));
  return NULL;
}

gboolean
ikrar_pin_fits (const char *pin, const char *hash)
{
  ikrar_sodium_require ();
  return ikrar_pin_is_usable (pin) && strlen (hash) < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify (hash, pin, strlen (pin)) == 0;
}

guint
ikrar_pin_wait (guint wrong)
{
  guint wait = WAIT_MIN_S;

  if (wrong <= FREE_SLIPS)
    return 0;
  for (guint i = FREE_SLIPS + 1; i < wrong && wait < WAIT_MAX_S; i++)
    wait *= 2;
  return MIN (wait, WAIT_MAX_S);
}
