/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/signing-work.h"

#include "ui/common/desk-name.h"
#include "ui/pledge/witness.h"

gpointer
ikrar_signature_seal (IkrarStore *store,
                      gpointer input,
                      const IkrarProgress *progress,
                      GError **error)
{
  const IkrarSignature *signature = input;
  g_autofree IkrarWitness *witnesses = ikrar_witnesses_to_values (signature->witnesses);
  const IkrarPledgeSigning signing = {
    .participant = signature->participant,
    .signature = signature->path,
    .witnesses = witnesses,
    .n_witnesses = signature->witnesses->len,
    .nonce = signature->nonce,
  };
  IkrarId journal = 0;

  ikrar_desk_name_apply (store);
  ikrar_pledge_sign (store, &signing, &journal, error);
  return g_memdup2 (&journal, sizeof journal);
}

void
ikrar_signature_free (IkrarSignature *signature)
{
  g_free (signature->path);
  g_ptr_array_unref (signature->witnesses);
  g_free (signature);
}

gpointer
ikrar_look_up (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarLookUp *look_up = input;
  g_autoptr (IkrarDesk) desk = ikrar_desk_new (store, look_up->event, 0, error);
  IkrarDeskResult *result;

  if (desk == NULL)
    return NULL;
  result = g_new0 (IkrarDeskResult, 1);
  if (ikrar_desk_identify (desk, look_up->line, result, error))
    return result;
  ikrar_looked_up_free (result);
  return NULL;
}

void
ikrar_look_up_free (IkrarLookUp *look_up)
{
  g_free (look_up->line);
  g_free (look_up);
}

void
ikrar_looked_up_free (IkrarDeskResult *result)
{
  if (result == NULL)
    return;
  ikrar_desk_result_clear (result);
  g_free (result);
}
