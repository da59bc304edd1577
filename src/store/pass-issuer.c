/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/pass-issuer.h"

#include "store/event.h"
#include "store/signing-key.h"

struct _IkrarPassIssuer
{
  IkrarSecretKey *key;
  guint32 event;
  guint16 last_day;
};

IkrarPassIssuer *
ikrar_pass_issuer_new (IkrarStore *store, IkrarId event_id, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, event_id, error);
  g_autoptr (IkrarSecretKey) key =
      event != NULL ? ikrar_signing_key_get (store, event_id, error) : NULL;
  IkrarPassIssuer *issuer;

  if (key == NULL)
    return NULL;
  issuer = g_new0 (IkrarPassIssuer, 1);
  issuer->key = g_steal_pointer (&key);
  issuer->event = (guint32) event->code;
  issuer->last_day = MAX (ikrar_event_last_day (event),
                          ikrar_time_day_number (ikrar_store_now (store), event->zone));
  return issuer;
}

void
ikrar_pass_issuer_free (IkrarPassIssuer *issuer)
{
  if (issuer == NULL)
    return;
  ikrar_secret_key_unref (issuer->key);
  g_free (issuer);
}

void
ikrar_pass_issuer_code (const IkrarPassIssuer *issuer,
                        guint32 number,
                        guint16 serial,
                        char text[IKRAR_PASS_TEXT_LENGTH + 1])
{
  IkrarPass pass = {
    .event = issuer->event,
    .number = number,
    .serial = serial,
    .last_day = issuer->last_day,
  };

  ikrar_pass_sign (&pass, issuer->key, text);
}

void
ikrar_pass_issuer_human_code (const IkrarPassIssuer *issuer,
                              guint32 number,
                              char text[IKRAR_HUMAN_CODE_LENGTH + 1])
{
  ikrar_human_code_make (issuer->event, number, text);
}
