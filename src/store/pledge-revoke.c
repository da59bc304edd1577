/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/pledge-private.h"

static gboolean
get_digest (IkrarDb *db, IkrarId act, IkrarDigest *digest, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "pledge_wording_of_act", error, "i", act);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  gsize size = 0;
  gconstpointer data =
      step == IKRAR_STEP_ROW ? ikrar_statement_get_blob (statement, 0, &size) : NULL;

  if (size == IKRAR_DIGEST_SIZE)
    memcpy (digest->bytes, data, size);
  ikrar_statement_reset (statement);
  if (step != IKRAR_STEP_ERROR && size != IKRAR_DIGEST_SIZE)
    _ikrar_pledge_refuse (error, IKRAR_STORE_ERROR_CORRUPT,
                          _ ("The text of the pledge is missing. Restore a backup."));
  return size == IKRAR_DIGEST_SIZE;
}

static gboolean
revoke_one (IkrarChange *change,
            IkrarId participant,
            const IkrarPledgeRow *pledge,
            const char *reason,
            GError **error)
{
  g_auto (IkrarPledgeSubject) subject = { 0 };
  IkrarDigest wording;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeEntry entry = { .participant = participant,
                             .act = pledge->act,
                             .revokes = pledge,
                             .wording = &wording,
                             .reason = reason,
                             .nonce = nonce };

  ikrar_nonce_new (nonce);
  return _ikrar_pledge_get_subject (ikrar_change_get_db (change), participant, &subject, error) &&
         get_digest (ikrar_change_get_db (change), pledge->act, &wording, error) &&
         _ikrar_pledge_record (change, &entry, &subject, error) != 0;
}

IkrarId
ikrar_pledge_revoke (IkrarStore *store, IkrarId participant, const char *reason, GError **error)
{
  g_auto (IkrarPledgeSubject) subject = { 0 };
  g_autoptr (IkrarChange) change = NULL;
  IkrarPledgeRow pledge;

  if (!_ikrar_pledge_get_subject (ikrar_store_get_db (store), participant, &subject, error))
    return 0;
  change =
      ikrar_change_begin (store, "pledge.revoke", subject.event, participant, NULL, NULL, error);
  if (change == NULL || !_ikrar_pledge_get (ikrar_change_get_db (change), "pledge_in_force",
                                            participant, &pledge, error))
    return 0;
  if (pledge.id == 0)
    return _ikrar_pledge_refuse (error, IKRAR_STORE_ERROR_NOT_FOUND,
                                 _ ("The participant has no pledge that could be revoked."));
  if (!revoke_one (change, participant, &pledge, reason, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}

gboolean
_ikrar_pledge_undo (IkrarChange *change, IkrarId journal, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (GArray) pledges = _ikrar_pledge_list_ids (
      ikrar_db_query (db, "pledge_of_journal", error, "i", journal), 0, error);
  g_autoptr (GArray) participants =
      pledges != NULL ? _ikrar_pledge_list_ids (
                            ikrar_db_query (db, "pledge_of_journal", error, "i", journal), 1, error)
                      : NULL;

  if (participants == NULL)
    return FALSE;
  for (guint i = 0; i < pledges->len; i++)
    {
      IkrarPledgeRow pledge;

      if (!_ikrar_pledge_get (db, "pledge_get", g_array_index (pledges, IkrarId, i), &pledge,
                              error) ||
          !revoke_one (change, g_array_index (participants, IkrarId, i), &pledge, "diurungkan",
                       error))
        return FALSE;
    }
  return TRUE;
}
