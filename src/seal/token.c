/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/token-private.h"

#include <string.h>

#include "seal/base32.h"
#include "seal/big-endian-private.h"

#define PREFIX_LENGTH 3

void
ikrar_token_sign (const IkrarTokenForm *form, guint8 *payload, IkrarSecretKey *key, char *text)
{
  guint8 bytes[IKRAR_TOKEN_SIZE_MAX];
  g_autofree char *base32 = NULL;

  payload[0] = IKRAR_TOKEN_VERSION;
  ikrar_be_put (payload + IKRAR_TOKEN_KEY_ID, 2,
                ikrar_public_key_id (ikrar_secret_key_get_public (key)));
  memcpy (bytes, payload, form->payload);
  ikrar_secret_key_sign (key, form->domain, bytes, form->payload, bytes + form->payload);
  base32 = ikrar_base32_encode (bytes, form->payload + IKRAR_SIGNATURE_SIZE);
  memcpy (text, form->prefix, PREFIX_LENGTH);
  memcpy (text + PREFIX_LENGTH, base32, form->text_length - PREFIX_LENGTH + 1);
}

gboolean
ikrar_token_read (const IkrarTokenForm *form, const char *text, guint8 bytes[IKRAR_TOKEN_SIZE_MAX])
{
  return strnlen (text, form->text_length + 1) == form->text_length &&
         memcmp (text, form->prefix, PREFIX_LENGTH) == 0 &&
         ikrar_base32_decode (text + PREFIX_LENGTH, form->text_length - PREFIX_LENGTH, bytes,
                              form->payload + IKRAR_SIGNATURE_SIZE) &&
         bytes[0] == IKRAR_TOKEN_VERSION;
}

gboolean
ikrar_token_verify (const IkrarTokenForm *form, const char *text, const IkrarPublicKey *key)
{
  guint8 bytes[IKRAR_TOKEN_SIZE_MAX];

  return ikrar_token_read (form, text, bytes) &&
         ikrar_be_get (bytes + IKRAR_TOKEN_KEY_ID, 2) == ikrar_public_key_id (key) &&
         ikrar_public_key_verify (key, form->domain, bytes, form->payload, bytes + form->payload);
}
