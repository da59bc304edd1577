/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/person-name.h"

#include "store/ledger.h"
#include "store/pledge-private.h"
#include "store/words-private.h"

void
_ikrar_pledge_subject_clear (IkrarPledgeSubject *subject)
{
  g_free (subject->number);
  g_free (subject->name);
  g_free (subject->unit);
  g_free (subject->position);
}

gboolean
_ikrar_pledge_refuse (GError **error, IkrarStoreError code, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, code, message);
  return FALSE;
}

gboolean
_ikrar_pledge_get_subject (IkrarDb *db,
                           IkrarId participant,
                           IkrarPledgeSubject *subject,
                           GError **error)
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
    _ikrar_pledge_refuse (error, IKRAR_STORE_ERROR_NOT_FOUND, _ ("There is no such participant."));
  return step == IKRAR_STEP_ROW;
}

gboolean
_ikrar_pledge_get (IkrarDb *db,
                   const char *statement_name,
                   IkrarId id,
                   IkrarPledgeRow *pledge,
                   GError **error)
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

GArray *
_ikrar_pledge_list_ids (IkrarStatement *statement, guint column, GError **error)
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
update_summary (IkrarDb *db, IkrarId participant, GError **error)
{
  IkrarPledgeRow pledge;

  if (!_ikrar_pledge_get (db, "pledge_in_force", participant, &pledge, error))
    return FALSE;
  return ikrar_db_run (db, "pledge_summary_put", error, "iti", participant,
                       pledge.id != 0 ? ikrar_pledge_state_word (pledge.kind) : "", pledge.at);
}

static gboolean
seal (IkrarChange *change,
      const IkrarPledgeEntry *entry,
      const IkrarPledgeSubject *subject,
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
    .at = entry->at,
    .desk = entry->desk,
    .event = subject->event,
    .subject = pledge,
    .participant = entry->participant,
    .content = *entry->wording,
    .refers_to = entry->revokes != NULL ? entry->revokes->ledger_index : -1,
  };
  memcpy (record->nonce, entry->nonce, IKRAR_NONCE_SIZE);
  return ikrar_ledger_append (change, record, fields, G_N_ELEMENTS (fields), error);
}

IkrarId
_ikrar_pledge_record (IkrarChange *change,
                      const IkrarPledgeEntry *entry,
                      const IkrarPledgeSubject *subject,
                      GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarId id = entry->id != 0 ? entry->id : ikrar_id_new ();
  IkrarId journal = entry->journal != 0 ? entry->journal : ikrar_change_get_id (change);
  IkrarRecord record;

  if (seal (change, entry, subject, id, &record, error) &&
      ikrar_db_run (db, "pledge_insert", error, "iiiitiiiib", id, subject->event,
                    entry->participant, entry->act,
                    entry->revokes != NULL ? "revoked" : ikrar_pledge_state_word (entry->kind),
                    entry->revokes != NULL ? entry->revokes->id : (IkrarId) 0, record.at,
                    (gint64) record.index, journal, entry->nonce, (gsize) IKRAR_NONCE_SIZE) &&
      update_summary (db, entry->participant, error))
    return id;
  return 0;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

char *
_ikrar_pledge_join_reader (const char *reader, const char *position)
{
  return *or_empty (position) != '\0' ? g_strdup_printf ("%s; %s", or_empty (reader), position)
                                      : g_strdup (or_empty (reader));
}

void
_ikrar_pledge_append_witness (GString *text,
                              const char *name,
                              const char *position,
                              const char *institution)
{
  g_string_append_printf (text, "%s; %s; %s\n", or_empty (name), or_empty (position),
                          or_empty (institution));
}

char *
_ikrar_pledge_join_witnesses (const IkrarWitness *witnesses, guint n_witnesses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_witnesses; i++)
    _ikrar_pledge_append_witness (text, witnesses[i].name, witnesses[i].position,
                                  witnesses[i].institution);
  return g_string_free (text, FALSE);
}

IkrarId
_ikrar_pledge_record_act (IkrarChange *change,
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
