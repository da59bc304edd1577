/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/exchange-private.h"
#include "store/ledger.h"
#include "store/pledge-private.h"

/* Places of a pledge's values. */
enum
{
  PLEDGE_ID,
  PLEDGE_PARTICIPANT,
  PLEDGE_ACT,
  PLEDGE_KIND,
  PLEDGE_REVOKES,
  PLEDGE_AT,
  PLEDGE_JOURNAL,
  PLEDGE_NONCE,
  PLEDGE_RECORD,
  PLEDGE_NAME,
  PLEDGE_NUMBER,
  PLEDGE_UNIT,
  PLEDGE_POSITION,
  PLEDGE_SIGNATURE,
  PLEDGE_REASON,
};

/* An act as it stands here. */
typedef struct
{
  IkrarId event;
  char *kind;
  IkrarTime at;
  char *desk;
  char *reader;
  char *witnesses;
  IkrarDigest wording;
} Act;

static void
act_clear (Act *act)
{
  g_free (act->kind);
  g_free (act->desk);
  g_free (act->reader);
  g_free (act->witnesses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Act, act_clear)

gboolean
_ikrar_intake_act (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarId id = values[0].number;

  if (!ikrar_db_run (intake->db, "exchange_act_insert", error, "iitiittti", id,
                     intake->report->event, values[1].text,
                     _ikrar_intake_own_id (intake, values[2].number), values[3].number,
                     values[4].text, values[5].text, values[6].text,
                     _ikrar_intake_own_id (intake, values[7].number)))
    return FALSE;
  if (ikrar_db_changes (intake->db) == 0)
    return TRUE;
  intake->writes++;
  intake->additions = TRUE;
  g_hash_table_add (intake->new_acts, g_memdup2 (&id, sizeof id));
  return TRUE;
}

/* Who saw an act is sealed with its pledges: nobody is added to one that was here. */
gboolean
_ikrar_intake_witness (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  return !g_hash_table_contains (intake->new_acts, &values[0].number) ||
         ikrar_db_run (intake->db, "pledge_witness_insert", error, "iittt", values[0].number,
                       values[1].number, values[2].text, values[3].text, values[4].text);
}

static gboolean
read_witnesses (IkrarDb *db, IkrarId id, Act *act, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "pledge_witness_list", error, "i", id);
  IkrarStep step = IKRAR_STEP_ERROR;
  GString *text = g_string_new (NULL);

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    _ikrar_pledge_append_witness (text, ikrar_statement_get_text (statement, 0),
                                  ikrar_statement_get_text (statement, 1),
                                  ikrar_statement_get_text (statement, 2));
  act->witnesses = g_string_free (text, FALSE);
  return step == IKRAR_STEP_DONE;
}

static gboolean
read_act (IkrarDb *db, IkrarId id, Act *act, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "exchange_act_get", error, "i", id);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  gsize size = 0;
  gconstpointer digest;

  if (step == IKRAR_STEP_ROW)
    {
      act->event = ikrar_statement_get_int (statement, 0);
      act->kind = g_strdup (ikrar_statement_get_text (statement, 1));
      act->at = ikrar_statement_get_int (statement, 2);
      act->desk = g_strdup (ikrar_statement_get_text (statement, 3));
      act->reader = _ikrar_pledge_join_reader (ikrar_statement_get_text (statement, 4),
                                               ikrar_statement_get_text (statement, 5));
      digest = ikrar_statement_get_blob (statement, 6, &size);
      memcpy (act->wording.bytes, digest, MIN (size, sizeof act->wording.bytes));
    }
  ikrar_statement_reset (statement);
  if (step == IKRAR_STEP_DONE)
    _ikrar_intake_refuse (error, _ ("The exchange file has a pledge without its occasion."));
  return step == IKRAR_STEP_ROW && read_witnesses (db, id, act, error);
}

/* The record that was sealed where it was made: its desk and time go on. */
gboolean
_ikrar_intake_read_record (const IkrarExchangeValue *value,
                           IkrarRecord *record,
                           char desk[256],
                           GError **error)
{
  if (!ikrar_record_decode (value->data, value->size, record, desk, error))
    return FALSE;
  return record->at > 0 ||
         _ikrar_intake_refuse (error, _ ("The exchange file has a sealed record without a time."));
}

static gboolean
check_pledge (const IkrarExchangeValue *values,
              const IkrarRecord *record,
              const Act *act,
              IkrarId event,
              GError **error)
{
  gboolean revokes = values[PLEDGE_REVOKES].number != 0;
  gboolean fits =
      act->event == event && record->at == values[PLEDGE_AT].number &&
      values[PLEDGE_NONCE].size == IKRAR_NONCE_SIZE &&
      (revokes ? strcmp (values[PLEDGE_KIND].text, "revoked") == 0
               : strcmp (values[PLEDGE_KIND].text, act->kind) == 0 && act->at == record->at);

  return fits || _ikrar_intake_refuse (
                     error, _ ("The exchange file has a pledge that does not fit its record."));
}

static gboolean
find_revoked (IkrarIntake *intake,
              const IkrarExchangeValue *values,
              IkrarPledgeRow *revoked,
              GError **error)
{
  if (!_ikrar_pledge_get (intake->db, "pledge_get",
                          _ikrar_intake_own_id (intake, values[PLEDGE_REVOKES].number), revoked,
                          error))
    return FALSE;
  return revoked->id != 0 ||
         _ikrar_intake_refuse (error,
                               _ ("The exchange file revokes a pledge that it does not have."));
}

/* Personal fields of somebody erased here are left out. */
static gboolean
blank_erased (IkrarIntake *intake, IkrarExchangeValue *values, GError **error)
{
  gboolean erased;

  if (!_ikrar_intake_is_erased (intake, values[PLEDGE_PARTICIPANT].number, &erased, error))
    return FALSE;
  for (guint i = PLEDGE_NAME; erased && i <= PLEDGE_REASON; i++)
    values[i].text = "";
  return TRUE;
}

static gboolean
record_pledge (IkrarIntake *intake,
               const IkrarExchangeValue *values,
               const Act *act,
               const char *desk,
               GError **error)
{
  gboolean revokes = values[PLEDGE_REVOKES].number != 0;
  gboolean is_signed = strcmp (values[PLEDGE_KIND].text, "signed") == 0;
  IkrarPledgeRow revoked = { 0 };
  IkrarPledgeEntry entry = {
    .id = values[PLEDGE_ID].number,
    .at = values[PLEDGE_AT].number,
    .desk = desk,
    .journal = _ikrar_intake_own_id (intake, values[PLEDGE_JOURNAL].number),
    .participant = _ikrar_intake_own_id (intake, values[PLEDGE_PARTICIPANT].number),
    .act = values[PLEDGE_ACT].number,
    .kind = revokes     ? IKRAR_PLEDGE_NONE
            : is_signed ? IKRAR_PLEDGE_SIGNED
                        : IKRAR_PLEDGE_RECITED,
    .revokes = revokes ? &revoked : NULL,
    .wording = &act->wording,
    .signature = values[PLEDGE_SIGNATURE].text,
    .reader = revokes ? NULL : act->reader,
    .witnesses = revokes ? NULL : act->witnesses,
    .reason = values[PLEDGE_REASON].text,
    .nonce = values[PLEDGE_NONCE].data,
  };
  IkrarPledgeSubject subject = {
    .event = intake->report->event,
    .name = (char *) values[PLEDGE_NAME].text,
    .number = (char *) values[PLEDGE_NUMBER].text,
    .unit = (char *) values[PLEDGE_UNIT].text,
    .position = (char *) values[PLEDGE_POSITION].text,
  };

  return (!revokes || find_revoked (intake, values, &revoked, error)) &&
         _ikrar_pledge_record (intake->change, &entry, &subject, error) != 0;
}

/* Both stay sealed; who pledged twice is told. */
static gboolean
note_rival (IkrarIntake *intake, const IkrarExchangeValue *values, const char *desk, GError **error)
{
  IkrarId participant = _ikrar_intake_own_id (intake, values[PLEDGE_PARTICIPANT].number);
  IkrarStatement *statement =
      ikrar_db_query (intake->db, "exchange_pledge_rivals", error, "iit", participant,
                      values[PLEDGE_ID].number, values[PLEDGE_KIND].text);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (step == IKRAR_STEP_ROW)
    {
      g_autofree char *at = _ikrar_intake_time (intake, ikrar_statement_get_int (statement, 0));

      ours = g_strdup_printf ("%s %s", ikrar_statement_get_text (statement, 1), at);
    }
  ikrar_statement_reset (statement);
  if (ours != NULL)
    {
      g_autofree char *at = _ikrar_intake_time (intake, values[PLEDGE_AT].number);

      theirs = g_strdup_printf ("%s %s", desk, at);
    }
  return step == IKRAR_STEP_DONE ||
         (step == IKRAR_STEP_ROW &&
          _ikrar_intake_note (intake, "pledge", participant, values[PLEDGE_KIND].text, ours, theirs,
                              "both", error));
}

static gboolean
take_pledge (IkrarIntake *intake, const IkrarExchangeValue *given, GError **error)
{
  IkrarExchangeValue values[PLEDGE_REASON + 1];
  g_auto (Act) act = { 0 };
  IkrarRecord record;
  char desk[256];

  memcpy (values, given, sizeof values);
  if (!_ikrar_intake_read_record (&values[PLEDGE_RECORD], &record, desk, error) ||
      !read_act (intake->db, values[PLEDGE_ACT].number, &act, error) ||
      !check_pledge (values, &record, &act, intake->report->event, error) ||
      !blank_erased (intake, values, error) || !record_pledge (intake, values, &act, desk, error))
    return FALSE;
  intake->writes++;
  intake->additions = TRUE;
  intake->report->pledges++;
  return values[PLEDGE_REVOKES].number != 0 || note_rival (intake, values, desk, error);
}

gboolean
_ikrar_intake_pledge (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarId known;

  if (!ikrar_db_get_int (intake->db, "exchange_pledge_known", &known, error, "b",
                         values[PLEDGE_NONCE].data, values[PLEDGE_NONCE].size))
    return FALSE;
  if (known == 0)
    return take_pledge (intake, values, error);
  _ikrar_intake_set_own_id (intake, values[PLEDGE_ID].number, known);
  return TRUE;
}
