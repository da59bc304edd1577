/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/pass-code.h"

#include "seal/big-endian-private.h"
#include "seal/token-private.h"

/* Places of the fields; version and kid stand before them. */
#define EVENT IKRAR_TOKEN_REST
#define NUMBER (EVENT + 4)
#define SERIAL (NUMBER + 4)
#define LAST_DAY (SERIAL + 2)
#define PAYLOAD (LAST_DAY + 2)

G_STATIC_ASSERT (PAYLOAD + IKRAR_SIGNATURE_SIZE == IKRAR_PASS_SIZE);

static const IkrarTokenForm form = {
  IKRAR_PASS_PREFIX,
  "IKRAR-PASS/1",
  PAYLOAD,
  IKRAR_PASS_TEXT_LENGTH,
};

void
ikrar_pass_sign (const IkrarPass *pass, IkrarSecretKey *key, char text[IKRAR_PASS_TEXT_LENGTH + 1])
{
  guint8 payload[PAYLOAD];

  g_return_if_fail (pass != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (text != NULL);

  ikrar_be_put (payload + EVENT, 4, pass->event);
  ikrar_be_put (payload + NUMBER, 4, pass->number);
  ikrar_be_put (payload + SERIAL, 2, pass->serial);
  ikrar_be_put (payload + LAST_DAY, 2, pass->last_day);
  ikrar_token_sign (&form, payload, key, text);
}

gboolean
ikrar_pass_read (const char *text, IkrarPass *pass)
{
  guint8 bytes[IKRAR_TOKEN_SIZE_MAX];

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (pass != NULL, FALSE);

  if (!ikrar_token_read (&form, text, bytes))
    return FALSE;
  pass->key_id = (guint16) ikrar_be_get (bytes + IKRAR_TOKEN_KEY_ID, 2);
  pass->event = (guint32) ikrar_be_get (bytes + EVENT, 4);
  pass->number = (guint32) ikrar_be_get (bytes + NUMBER, 4);
  pass->serial = (guint16) ikrar_be_get (bytes + SERIAL, 2);
  pass->last_day = (guint16) ikrar_be_get (bytes + LAST_DAY, 2);
  return TRUE;
}

gboolean
ikrar_pass_verify (const char *text, const IkrarPublicKey *key)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return ikrar_token_verify (&form, text, key);
}
