/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/pledge.h"

#include <glib/gi18n-lib.h>

#include "store/pledge-private.h"

static gboolean
check_may_sign (IkrarDb *db, IkrarId participant, const IkrarPledgeSubject *subject, GError **error)
{
  IkrarPledgeRow pledge;

  if (subject->withdrawn)
    return _ikrar_pledge_refuse (error, IKRAR_STORE_ERROR_CONFLICT,
                                 _ ("The participant withdrew. Invite them again first."));
  if (!_ikrar_pledge_get (db, "pledge_in_force", participant, &pledge, error))
    return FALSE;
  return pledge.id == 0 || pledge.kind != IKRAR_PLEDGE_SIGNED ||
         _ikrar_pledge_refuse (error, IKRAR_STORE_ERROR_DUPLICATE,
                               _ ("The participant has signed the pledge already."));
}

/* The same signing, sent again after its answer was lost. */
static IkrarId
recall_signed (IkrarDb *db, const IkrarPledgeSigning *signing, IkrarId *journal)
{
  IkrarStatement *statement = ikrar_db_query (db, "pledge_by_nonce", NULL, "bi", signing->nonce,
                                              (gsize) IKRAR_NONCE_SIZE, signing->participant);
  IkrarId id = 0;

  if (statement != NULL && ikrar_statement_step (statement, NULL) == IKRAR_STEP_ROW)
    {
      id = ikrar_statement_get_int (statement, 0);
      if (journal != NULL)
        *journal = ikrar_statement_get_int (statement, 1);
    }
  ikrar_statement_reset (statement);
  return id;
}

static IkrarChange *
begin_signing (IkrarStore *store,
               const IkrarPledgeSigning *signing,
               IkrarId event,
               IkrarId *signed_before,
               IkrarId *journal,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  IkrarChange *change = ikrar_change_begin (store, "pledge.sign", event, signing->participant, NULL,
                                            signing->nonce, &local);

  *signed_before = 0;
  if (g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE))
    *signed_before = recall_signed (ikrar_store_get_db (store), signing, journal);
  if (change == NULL && *signed_before == 0)
    g_propagate_error (error, g_steal_pointer (&local));
  return change;
}

static IkrarId
sign (IkrarChange *change,
      const IkrarPledgeSigning *signing,
      IkrarPledgeWording *wording,
      IkrarId event,
      GError **error)
{
  g_auto (IkrarPledgeSubject) subject = { 0 };
  g_autofree char *witnesses =
      _ikrar_pledge_join_witnesses (signing->witnesses, signing->n_witnesses);
  IkrarPledgeEntry entry = { .participant = signing->participant,
                             .kind = IKRAR_PLEDGE_SIGNED,
                             .wording = &wording->digest,
                             .signature = signing->signature,
                             .witnesses = witnesses,
                             .nonce = signing->nonce };
  IkrarPledgeReciting act = { .event = event,
                              .witnesses = signing->witnesses,
                              .n_witnesses = signing->n_witnesses };
  IkrarDb *db = ikrar_change_get_db (change);

  if (!_ikrar_pledge_get_subject (db, signing->participant, &subject, error) ||
      !check_may_sign (db, signing->participant, &subject, error) ||
      !_ikrar_pledge_wording_ensure (change, event, wording, error))
    return 0;
  entry.act = _ikrar_pledge_record_act (change, IKRAR_PLEDGE_SIGNED, &act, wording, error);
  return entry.act != 0 ? _ikrar_pledge_record (change, &entry, &subject, error) : 0;
}

IkrarId
ikrar_pledge_sign (IkrarStore *store,
                   const IkrarPledgeSigning *signing,
                   IkrarId *journal,
                   GError **error)
{
  g_autoptr (IkrarParticipant) participant =
      ikrar_participant_get (store, signing->participant, error);
  g_autoptr (IkrarPledgeWording) wording =
      participant != NULL ? ikrar_pledge_wording_get (store, participant->event_id, error) : NULL;
  g_autoptr (IkrarChange) change = NULL;
  IkrarId id;

  if (wording == NULL)
    return 0;
  change = begin_signing (store, signing, participant->event_id, &id, journal, error);
  if (change == NULL)
    return id;
  id = sign (change, signing, wording, participant->event_id, error);
  if (id == 0 || !ikrar_change_commit (change, error))
    return 0;
  if (journal != NULL)
    *journal = ikrar_change_get_id (change);
  return id;
}

static gboolean
recite_one (IkrarChange *change, IkrarPledgeEntry *entry, IkrarId participant, GError **error)
{
  g_auto (IkrarPledgeSubject) subject = { 0 };
  guint8 nonce[IKRAR_NONCE_SIZE];

  ikrar_nonce_new (nonce);
  entry->participant = participant;
  entry->nonce = nonce;
  return _ikrar_pledge_get_subject (ikrar_change_get_db (change), participant, &subject, error) &&
         _ikrar_pledge_record (change, entry, &subject, error) != 0;
}

static gboolean
recite_all (IkrarChange *change,
            GArray *participants,
            IkrarPledgeEntry *entry,
            const IkrarProgress *progress,
            GError **error)
{
  for (guint i = 0; i < participants->len; i++)
    if (!recite_one (change, entry, g_array_index (participants, IkrarId, i), error) ||
        !ikrar_progress_step (progress, i + 1, participants->len, error))
      return FALSE;
  return TRUE;
}

static GArray *
list_to_recite (IkrarDb *db, IkrarId event, GError **error)
{
  g_autoptr (GArray) participants =
      _ikrar_pledge_list_ids (ikrar_db_query (db, "pledge_to_recite", error, "i", event), 0, error);

  if (participants != NULL && participants->len == 0)
    {
      _ikrar_pledge_refuse (
          error, IKRAR_STORE_ERROR_CONFLICT,
          _ ("Nobody who is present is without a pledge. Record who is present first."));
      return NULL;
    }
  return g_steal_pointer (&participants);
}

static gboolean
recite (IkrarChange *change,
        const IkrarPledgeReciting *reciting,
        IkrarPledgeWording *wording,
        guint *pledged,
        const IkrarProgress *progress,
        GError **error)
{
  g_autoptr (GArray) participants =
      list_to_recite (ikrar_change_get_db (change), reciting->event, error);
  g_autofree char *witnesses =
      _ikrar_pledge_join_witnesses (reciting->witnesses, reciting->n_witnesses);
  g_autofree char *reader = _ikrar_pledge_join_reader (reciting->reader, reciting->reader_position);
  IkrarPledgeEntry entry = { .kind = IKRAR_PLEDGE_RECITED,
                             .wording = &wording->digest,
                             .reader = reader,
                             .witnesses = witnesses };

  if (participants == NULL ||
      !_ikrar_pledge_wording_ensure (change, reciting->event, wording, error))
    return FALSE;
  entry.act = _ikrar_pledge_record_act (change, IKRAR_PLEDGE_RECITED, reciting, wording, error);
  if (entry.act == 0 || !recite_all (change, participants, &entry, progress, error))
    return FALSE;
  *pledged = participants->len;
  return TRUE;
}

/* The same recital, sent again after its answer was lost; 0 if the nonce was another write's. */
static IkrarId
recall_recited (IkrarDb *db, const guint8 *nonce, guint *pledged)
{
  IkrarStatement *statement =
      ikrar_db_query (db, "pledge_recited_by_nonce", NULL, "b", nonce, (gsize) IKRAR_NONCE_SIZE);
  IkrarId id = 0;

  if (statement != NULL && ikrar_statement_step (statement, NULL) == IKRAR_STEP_ROW)
    {
      id = ikrar_statement_get_int (statement, 0);
      *pledged = (guint) ikrar_statement_get_int (statement, 1);
    }
  ikrar_statement_reset (statement);
  return id;
}

IkrarId
ikrar_pledge_recite (IkrarStore *store,
                     const IkrarPledgeReciting *reciting,
                     guint *pledged,
                     const IkrarProgress *progress,
                     GError **error)
{
  g_autoptr (IkrarPledgeWording) wording = ikrar_pledge_wording_get (store, reciting->event, error);
  g_autoptr (IkrarChange) change = NULL;
  g_autoptr (GError) local = NULL;
  IkrarId before = 0;

  *pledged = 0;
  if (wording == NULL)
    return 0;
  change = ikrar_change_begin (store, "pledge.recite", reciting->event, 0, NULL, reciting->nonce,
                               &local);
  if (g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE))
    before = recall_recited (ikrar_store_get_db (store), reciting->nonce, pledged);
  if (change == NULL && before == 0)
    g_propagate_error (error, g_steal_pointer (&local));
  if (change == NULL)
    return before;
  if (!recite (change, reciting, wording, pledged, progress, error) ||
      !ikrar_change_commit (change, error))
    {
      *pledged = 0;
      return 0;
    }
  return ikrar_change_get_id (change);
}
