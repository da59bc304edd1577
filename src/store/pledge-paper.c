/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/pledge.h"

#include <glib/gi18n-lib.h>

#include "store/pledge-private.h"

/* Who withdrew or has signed is passed over. */
static gboolean
sign_one (IkrarChange *change, IkrarPledgeEntry *entry, guint *pledged, GError **error)
{
  g_auto (IkrarPledgeSubject) subject = { 0 };
  IkrarDb *db = ikrar_change_get_db (change);
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeRow pledge;

  if (!_ikrar_pledge_get_subject (db, entry->participant, &subject, error) ||
      !_ikrar_pledge_get (db, "pledge_in_force", entry->participant, &pledge, error))
    return FALSE;
  if (subject.withdrawn || (pledge.id != 0 && pledge.kind == IKRAR_PLEDGE_SIGNED))
    return TRUE;
  ikrar_nonce_new (nonce);
  entry->nonce = nonce;
  if (_ikrar_pledge_record (change, entry, &subject, error) == 0)
    return FALSE;
  ++*pledged;
  return TRUE;
}

static gboolean
sign_all (IkrarChange *change,
          IkrarPledgeEntry *entry,
          const IkrarId *ids,
          guint n_ids,
          guint *pledged,
          const IkrarProgress *progress,
          GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      entry->participant = ids[i];
      if (!sign_one (change, entry, pledged, error) ||
          !ikrar_progress_step (progress, i + 1, n_ids, error))
        return FALSE;
    }
  return *pledged > 0 ||
         _ikrar_pledge_refuse (error, IKRAR_STORE_ERROR_CONFLICT,
                               _ ("All of them have signed the pledge already, or withdrew."));
}

static gboolean
record (IkrarChange *change,
        IkrarId event,
        IkrarPledgeWording *wording,
        const IkrarId *ids,
        guint n_ids,
        guint *pledged,
        const IkrarProgress *progress,
        GError **error)
{
  const IkrarPledgeReciting act = { .event = event };
  IkrarPledgeEntry entry = {
    .kind = IKRAR_PLEDGE_SIGNED, .wording = &wording->digest, .signature = "", .witnesses = ""
  };

  if (!_ikrar_pledge_wording_ensure (change, event, wording, error))
    return FALSE;
  entry.act = _ikrar_pledge_record_act (change, IKRAR_PLEDGE_SIGNED, &act, wording, error);
  return entry.act != 0 && sign_all (change, &entry, ids, n_ids, pledged, progress, error) &&
         ikrar_change_commit (change, error);
}

IkrarId
ikrar_pledge_sign_on_paper (IkrarStore *store,
                            IkrarId event,
                            const IkrarId *ids,
                            guint n_ids,
                            guint *pledged,
                            const IkrarProgress *progress,
                            GError **error)
{
  g_autoptr (IkrarPledgeWording) wording = ikrar_pledge_wording_get (store, event, error);
  g_autoptr (IkrarChange) change = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];

  *pledged = 0;
  if (wording == NULL)
    return 0;
  ikrar_nonce_new (nonce);
  change = ikrar_change_begin (store, "pledge.sign", event, 0, NULL, nonce, error);
  if (change == NULL)
    return 0;
  if (record (change, event, wording, ids, n_ids, pledged, progress, error))
    return ikrar_change_get_id (change);
  *pledged = 0;
  return 0;
}
