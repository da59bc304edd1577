/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/ledger-info.h"

#include "store/institution.h"
#include "store/pledge.h"

/* Older ones are in the export. */
#define CHECKPOINTS_MAX 100

gpointer
ikrar_ledger_info_load (IkrarStore *store,
                        gpointer unused,
                        const IkrarProgress *progress,
                        GError **error)
{
  g_autoptr (IkrarLedgerInfo) info = g_new0 (IkrarLedgerInfo, 1);
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (store, error);

  if (institution == NULL || !ikrar_ledger_get_state (store, &info->state, error))
    return NULL;
  info->zone = institution->zone;
  info->checkpoints = ikrar_ledger_checkpoints (store, CHECKPOINTS_MAX, error);
  if (info->checkpoints == NULL)
    return NULL;
  info->coverage = ikrar_pledge_coverage (store, 0, error);
  if (info->coverage == NULL)
    return NULL;
  info->keys = ikrar_signing_key_list (store, error);
  return info->keys != NULL ? g_steal_pointer (&info) : NULL;
}

void
ikrar_ledger_info_free (IkrarLedgerInfo *info)
{
  if (info == NULL)
    return;
  ikrar_ledger_state_clear (&info->state);
  g_clear_pointer (&info->checkpoints, g_ptr_array_unref);
  g_clear_pointer (&info->coverage, g_ptr_array_unref);
  g_clear_pointer (&info->keys, g_array_unref);
  g_free (info);
}

char *
ikrar_ledger_info_key_text (const IkrarLedgerInfo *info)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->keys->len; i++)
    {
      const IkrarPublicKeyLine *line = &g_array_index (info->keys, IkrarPublicKeyLine, i);
      g_autofree char *key = NULL;

      if (line->event != 0)
        continue;
      key = ikrar_public_key_format (&line->public_key, info->state.origin);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", key);
    }
  return g_string_free (text, FALSE);
}
