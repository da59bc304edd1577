/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/pledge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/person-name.h"

#include "store/error.h"
#include "store/ledger.h"
#include "store/pledge-private.h"
#include "store/words-private.h"

/* What is sealed of a participant. */
typedef struct
{
  IkrarId event;
  char *number;
  char *name;
  char *unit;
  char *position;
  gboolean withdrawn;
} Subject;

/* A pledge as it stands in the database. */
typedef struct
{
  IkrarId id;
  IkrarId act;
  IkrarPledgeState kind;
  gint64 ledger_index;
  IkrarTime at;
} Pledge;

/* A pledge to be recorded. */
typedef struct
{
  IkrarId participant;
  IkrarId act;
  IkrarPledgeState kind; /* none for a revocation */
  const Pledge *revokes;
  const IkrarDigest *wording;
  const char *signature;
  const char *reader;
  const char *witnesses;
  const char *reason;
  const guint8 *nonce;
} Entry;

static void
subject_clear (Subject *subject)
{
  g_free (subject->number);
  g_free (subject->name);
  g_free (subject->unit);
  g_free (subject->position);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static gboolean
refuse (GError **error, IkrarStoreError code, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, code, message);
  return FALSE;
}

static gboolean
get_subject (IkrarDb *db, IkrarId participant, Subject *subject, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "pledge_subject", error, "i", participant);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  if (step == IKRAR_STEP_ROW)
    {
      subject->number = g_strdup (ikrar_statement_get_text (statement, 0));
      subject->name = ikrar_person_name_display (ikrar_statement_get_text (statement, 1),
                                                 ikrar_statement_get_text (statement, 2),
                                                 ikrar_statement_get_text (statement, 3));
      subject->unit = g_strdup (ikrar_statement_get_text (statement, 4));
      subject->position = g_strdup (ikrar_statement_get_text (statement, 5));
      subject->event = ikrar_statement_get_int (statement, 6);
      subject->withdrawn = ikrar_statement_get_int (statement, 7) != 0;
    }
  ikrar_statement_reset (statement);
  if (step == IKRAR_STEP_DONE)
    refuse (error, IKRAR_STORE_ERROR_NOT_FOUND, _ ("There is no such participant."));
  return step == IKRAR_STEP_ROW;
}

/* Reads the row of pledge_in_force or pledge_get; an id of 0 if there is none. */
static gboolean
get_pledge (IkrarDb *db, const char *statement_name, IkrarId id, Pledge *pledge, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, statement_name, error, "i", id);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  memset (pledge, 0, sizeof *pledge);
  if (step == IKRAR_STEP_ROW)
    {
      pledge->id = ikrar_statement_get_int (statement, 0);
      pledge->act = ikrar_statement_get_int (statement, 1);
      pledge->kind = _ikrar_pledge_state_parse (ikrar_statement_get_text (statement, 2));
      pledge->ledger_index = ikrar_statement_get_int (statement, 3);
      pledge->at = ikrar_statement_get_int (statement, 4);
    }
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

static gboolean
update_summary (IkrarDb *db, IkrarId participant, GError **error)
{
  Pledge pledge;

  if (!get_pledge (db, "pledge_in_force", participant, &pledge, error))
    return FALSE;
  return ikrar_db_run (db, "pledge_summary_put", error, "iti", participant,
                       pledge.id != 0 ? ikrar_pledge_state_word (pledge.kind) : "", pledge.at);
}

static gboolean
seal (IkrarChange *change,
      const Entry *entry,
      const Subject *subject,
      IkrarId pledge,
      IkrarRecord *record,
      GError **error)
{
  static const IkrarRecordKind kinds[] = {
    [IKRAR_PLEDGE_NONE] = IKRAR_RECORD_PLEDGE_REVOKED,
    [IKRAR_PLEDGE_RECITED] = IKRAR_RECORD_PLEDGE_RECITED,
    [IKRAR_PLEDGE_SIGNED] = IKRAR_RECORD_PLEDGE_SIGNED,
  };
  const IkrarLedgerField fields[] = {
    { IKRAR_FIELD_NAME, subject->name },         { IKRAR_FIELD_NUMBER, subject->number },
    { IKRAR_FIELD_UNIT, subject->unit },         { IKRAR_FIELD_POSITION, subject->position },
    { IKRAR_FIELD_SIGNATURE, entry->signature }, { IKRAR_FIELD_READER, entry->reader },
    { IKRAR_FIELD_WITNESSES, entry->witnesses }, { IKRAR_FIELD_REASON, entry->reason },
  };

  *record = (IkrarRecord){
    .kind = kinds[entry->kind],
    .event = subject->event,
    .subject = pledge,
    .participant = entry->participant,
    .content = *entry->wording,
    .refers_to = entry->revokes != NULL ? entry->revokes->ledger_index : -1,
  };
  memcpy (record->nonce, entry->nonce, IKRAR_NONCE_SIZE);
  return ikrar_ledger_append (change, record, fields, G_N_ELEMENTS (fields), error);
}

static IkrarId
record_pledge (IkrarChange *change, const Entry *entry, const Subject *subject, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId id = ikrar_id_new ();
  IkrarRecord record;

  if (seal (change, entry, subject, id, &record, error) &&
      ikrar_db_run (db, "pledge_insert", error, "iiiitiiiib", id, subject->event,
                    entry->participant, entry->act,
                    entry->revokes != NULL ? "revoked" : ikrar_pledge_state_word (entry->kind),
                    entry->revokes != NULL ? entry->revokes->id : (IkrarId) 0, record.at,
                    (gint64) record.index, ikrar_change_get_id (change), entry->nonce,
                    (gsize) IKRAR_NONCE_SIZE) &&
      update_summary (db, entry->participant, error))
    return id;
  return 0;
}

/* Witnesses as one sealed field: a line each. */
static char *
join_witnesses (const IkrarWitness *witnesses, guint n_witnesses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_witnesses; i++)
    g_string_append_printf (text, "%s; %s; %s\n", witnesses[i].name, witnesses[i].position,
                            witnesses[i].institution);
  return g_string_free (text, FALSE);
}

static IkrarId
record_act (IkrarChange *change,
            IkrarPledgeState kind,
            const IkrarPledgeReciting *act,
            const IkrarPledgeWording *wording,
            GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId id = ikrar_id_new ();

  if (!ikrar_db_run (db, "pledge_act_insert", error, "iitiittti", id, act->event,
                     ikrar_pledge_state_word (kind), wording->id, ikrar_change_get_time (change),
                     ikrar_store_get_desk (ikrar_change_get_store (change)), act->reader,
                     act->reader_position, ikrar_change_get_id (change)))
    return 0;
  for (guint i = 0; i < act->n_witnesses; i++)
    if (!ikrar_db_run (db, "pledge_witness_insert", error, "iittt", id, (gint64) i,
                       act->witnesses[i].name, act->witnesses[i].position,
                       act->witnesses[i].institution))
      return 0;
  return id;
}

static gboolean
check_may_sign (IkrarDb *db, IkrarId participant, const Subject *subject, GError **error)
{
  Pledge pledge;

  if (subject->withdrawn)
    return refuse (error, IKRAR_STORE_ERROR_CONFLICT,
                   _ ("The participant withdrew. Invite them again first."));
  if (!get_pledge (db, "pledge_in_force", participant, &pledge, error))
    return FALSE;
  return pledge.id == 0 || pledge.kind != IKRAR_PLEDGE_SIGNED ||
         refuse (error, IKRAR_STORE_ERROR_DUPLICATE,
                 _ ("The participant has signed the pledge already."));
}

IkrarId
ikrar_pledge_sign (IkrarStore *store,
                   const IkrarPledgeSigning *signing,
                   IkrarId *journal,
                   GError **error)
{
  g_auto (Subject) subject = { 0 };
  g_autoptr (IkrarPledgeWording) wording = NULL;
  g_autoptr (IkrarChange) change = NULL;
  g_autofree char *witnesses = join_witnesses (signing->witnesses, signing->n_witnesses);
  Entry entry = { .participant = signing->participant,
                  .kind = IKRAR_PLEDGE_SIGNED,
                  .signature = signing->signature,
                  .witnesses = witnesses,
                  .nonce = signing->nonce };
  IkrarPledgeReciting act = { .witnesses = signing->witnesses,
                              .n_witnesses = signing->n_witnesses };
  IkrarId id = 0;

  if (!get_subject (ikrar_store_get_db (store), signing->participant, &subject, error))
    return 0;
  wording = ikrar_pledge_wording_get (store, act.event = subject.event, error);
  change = wording != NULL ? ikrar_change_begin (store, "pledge.sign", subject.event,
                                                 signing->participant, NULL, signing->nonce, error)
                           : NULL;
  if (change == NULL ||
      !check_may_sign (ikrar_change_get_db (change), signing->participant, &subject, error) ||
      !_ikrar_pledge_wording_ensure (change, subject.event, wording, error))
    return 0;
  entry.wording = &wording->digest;
  entry.act = record_act (change, IKRAR_PLEDGE_SIGNED, &act, wording, error);
  if (entry.act != 0)
    id = record_pledge (change, &entry, &subject, error);
  if (id == 0 || !ikrar_change_commit (change, error))
    return 0;
  if (journal != NULL)
    *journal = ikrar_change_get_id (change);
  return id;
}

static GArray *
list_ids (IkrarStatement *statement, guint column, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, column);

      g_array_append_val (ids, id);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
recite_one (IkrarChange *change, Entry *entry, IkrarId participant, GError **error)
{
  g_auto (Subject) subject = { 0 };
  guint8 nonce[IKRAR_NONCE_SIZE];

  ikrar_nonce_new (nonce);
  entry->participant = participant;
  entry->nonce = nonce;
  return get_subject (ikrar_change_get_db (change), participant, &subject, error) &&
         record_pledge (change, entry, &subject, error) != 0;
}

static gboolean
recite_all (IkrarChange *change,
            GArray *participants,
            Entry *entry,
            const IkrarProgress *progress,
            GError **error)
{
  for (guint i = 0; i < participants->len; i++)
    if (!recite_one (change, entry, g_array_index (participants, IkrarId, i), error) ||
        !ikrar_progress_step (progress, i + 1, participants->len, error))
      return FALSE;
  return TRUE;
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
  g_autoptr (GArray) participants = NULL;
  g_autofree char *witnesses = join_witnesses (reciting->witnesses, reciting->n_witnesses);
  Entry entry = { .kind = IKRAR_PLEDGE_RECITED,
                  .reader = reciting->reader,
                  .witnesses = witnesses };

  *pledged = 0;
  if (wording == NULL)
    return 0;
  change =
      ikrar_change_begin (store, "pledge.recite", reciting->event, 0, NULL, reciting->nonce, error);
  if (change == NULL)
    return 0;
  participants = list_ids (ikrar_db_query (ikrar_change_get_db (change), "pledge_to_recite", error,
                                           "i", reciting->event),
                           0, error);
  if (participants == NULL)
    return 0;
  if (participants->len == 0)
    return refuse (error, IKRAR_STORE_ERROR_CONFLICT,
                   _ ("Nobody who is present is without a pledge. Record who is present first."));
  if (!_ikrar_pledge_wording_ensure (change, reciting->event, wording, error))
    return 0;
  entry.wording = &wording->digest;
  entry.act = record_act (change, IKRAR_PLEDGE_RECITED, reciting, wording, error);
  if (entry.act == 0 || !recite_all (change, participants, &entry, progress, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  *pledged = participants->len;
  return ikrar_change_get_id (change);
}

static gboolean
get_digest (IkrarDb *db, IkrarId act, IkrarDigest *digest, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "pledge_wording_of_act", error, "i", act);
  gboolean ok = statement != NULL && ikrar_statement_step (statement, error) == IKRAR_STEP_ROW;
  gconstpointer data;
  gsize size;

  if (ok)
    {
      data = ikrar_statement_get_blob (statement, 0, &size);
      ok = size == IKRAR_DIGEST_SIZE;
      if (ok)
        memcpy (digest->bytes, data, size);
    }
  ikrar_statement_reset (statement);
  return ok;
}

static gboolean
revoke_one (IkrarChange *change,
            IkrarId participant,
            const Pledge *pledge,
            const char *reason,
            GError **error)
{
  g_auto (Subject) subject = { 0 };
  IkrarDigest wording;
  guint8 nonce[IKRAR_NONCE_SIZE];
  Entry entry = { .participant = participant,
                  .act = pledge->act,
                  .revokes = pledge,
                  .wording = &wording,
                  .reason = reason,
                  .nonce = nonce };

  ikrar_nonce_new (nonce);
  return get_subject (ikrar_change_get_db (change), participant, &subject, error) &&
         get_digest (ikrar_change_get_db (change), pledge->act, &wording, error) &&
         record_pledge (change, &entry, &subject, error) != 0;
}

IkrarId
ikrar_pledge_revoke (IkrarStore *store, IkrarId participant, const char *reason, GError **error)
{
  g_auto (Subject) subject = { 0 };
  g_autoptr (IkrarChange) change = NULL;
  Pledge pledge;

  if (!get_subject (ikrar_store_get_db (store), participant, &subject, error))
    return 0;
  change =
      ikrar_change_begin (store, "pledge.revoke", subject.event, participant, NULL, NULL, error);
  if (change == NULL ||
      !get_pledge (ikrar_change_get_db (change), "pledge_in_force", participant, &pledge, error))
    return 0;
  if (pledge.id == 0)
    return refuse (error, IKRAR_STORE_ERROR_NOT_FOUND,
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
  g_autoptr (GArray) pledges =
      list_ids (ikrar_db_query (db, "pledge_of_journal", error, "i", journal), 0, error);
  g_autoptr (GArray) participants =
      list_ids (ikrar_db_query (db, "pledge_of_journal", error, "i", journal), 1, error);

  if (pledges == NULL || participants == NULL)
    return FALSE;
  for (guint i = 0; i < pledges->len; i++)
    {
      Pledge pledge;

      if (!get_pledge (db, "pledge_get", g_array_index (pledges, IkrarId, i), &pledge, error) ||
          !revoke_one (change, g_array_index (participants, IkrarId, i), &pledge, "diurungkan",
                       error))
        return FALSE;
    }
  return TRUE;
}
