/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/letter-number.h"
#include "seal/certificate-code.h"

#include "store/certificate.h"
#include "store/exchange-private.h"
#include "store/ledger.h"

/* Places of values. */
enum
{
  SERIES_NAME,
  SERIES_YEAR,
  SERIES_CODE,
  SERIES_UNIT,
  SERIES_PATTERN,
};

enum
{
  CERTIFICATE_ID,
  CERTIFICATE_PARTICIPANT,
  CERTIFICATE_SERIES,
  CERTIFICATE_YEAR,
  CERTIFICATE_NUMBER,
  CERTIFICATE_LETTER_NUMBER,
  CERTIFICATE_AT,
  CERTIFICATE_FACE,
  CERTIFICATE_CODE,
  CERTIFICATE_JOURNAL,
  CERTIFICATE_NONCE,
  CERTIFICATE_RECORD,
  CERTIFICATE_PERSON_NAME,
  CERTIFICATE_PERSON_NUMBER,
  CERTIFICATE_PERSON_UNIT,
  CERTIFICATE_PERSON_POSITION,
  CERTIFICATE_REVOKED_AT,
  CERTIFICATE_REASON,
  CERTIFICATE_REVOCATION,
  N_CERTIFICATE,
};

static gboolean
find_series (IkrarDb *db, const char *name, gint64 year, IkrarNumberSeries **series, GError **error)
{
  g_autoptr (GPtrArray) found =
      ikrar_entity_list (&ikrar_number_series_entity,
                         ikrar_db_query (db, "number_series_find", error, "ti", name, year), error);

  *series = found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
  return found != NULL;
}

/* A register that is here keeps its own letters. */
gboolean
_ikrar_intake_series (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  g_autoptr (IkrarNumberSeries) here = NULL;
  IkrarNumberSeries series = {
    .id = ikrar_id_new (),
    .name = (char *) values[SERIES_NAME].text,
    .year = (int) values[SERIES_YEAR].number,
    .code = (char *) values[SERIES_CODE].text,
    .unit = (char *) values[SERIES_UNIT].text,
    .pattern = (char *) values[SERIES_PATTERN].text,
  };

  if (values[SERIES_YEAR].number > 9999 || !ikrar_letter_number_check (series.pattern, NULL))
    return _ikrar_intake_refuse (error, _ ("The exchange file has a series of letter numbers that "
                                           "cannot be."));
  if (!find_series (intake->db, series.name, series.year, &here, error))
    return FALSE;
  if (here != NULL)
    return TRUE;
  intake->writes++;
  intake->additions = TRUE;
  return ikrar_entity_put (&ikrar_number_series_entity, intake->db, &series, error);
}

static gboolean
note (IkrarIntake *intake,
      const IkrarExchangeValue *values,
      const char *field,
      const char *ours,
      GError **error)
{
  return _ikrar_intake_note (intake, "certificate", values[CERTIFICATE_PARTICIPANT].number, field,
                             ours, values[CERTIFICATE_LETTER_NUMBER].text, "ours", error);
}

/* One number is given once, and one participant has one certificate in force. */
static gboolean
check_room (IkrarIntake *intake,
            const IkrarExchangeValue *values,
            const IkrarNumberSeries *series,
            gboolean *room,
            GError **error)
{
  g_autofree char *holder = ikrar_db_get_text (intake->db, "exchange_certificate_of_number", error,
                                               "ii", series->id, values[CERTIFICATE_NUMBER].number);
  g_autofree char *other = NULL;

  *room = FALSE;
  if (holder == NULL)
    return FALSE;
  if (*holder != '\0')
    return note (intake, values, "number", holder, error);
  other = ikrar_db_get_text (intake->db, "exchange_certificate_in_force", error, "i",
                             values[CERTIFICATE_PARTICIPANT].number);
  if (other == NULL)
    return FALSE;
  *room = values[CERTIFICATE_REVOKED_AT].number != 0 || *other == '\0';
  return *room || note (intake, values, "participant", other, error);
}

static gboolean
check_certificate (const IkrarExchangeValue *values, const IkrarRecord *record, GError **error)
{
  const char *face = values[CERTIFICATE_FACE].text;
  IkrarCertificateCode code;
  IkrarDigest digest;

  ikrar_digest_of (face, strlen (face), &digest);
  if (values[CERTIFICATE_ID].number > 0 && values[CERTIFICATE_NONCE].size == IKRAR_NONCE_SIZE &&
      record->kind == IKRAR_RECORD_CERTIFICATE_ISSUED &&
      record->at == values[CERTIFICATE_AT].number &&
      values[CERTIFICATE_NUMBER].number <= G_MAXINT32 &&
      ikrar_certificate_code_read (values[CERTIFICATE_CODE].text, &code) &&
      code.id == (guint64) values[CERTIFICATE_ID].number &&
      memcmp (code.face, record->content.bytes, sizeof code.face) == 0 &&
      (*face == '\0' || ikrar_digest_equal (&digest, &record->content)))
    return TRUE;
  return _ikrar_intake_refuse (error,
                               _ ("The exchange file has a certificate that does not fit its "
                                  "record."));
}

static gboolean
seal (IkrarIntake *intake,
      const IkrarExchangeValue *values,
      IkrarRecord *record,
      const char *desk,
      GError **error)
{
  const IkrarLedgerField fields[] = {
    { IKRAR_FIELD_NAME, values[CERTIFICATE_PERSON_NAME].text },
    { IKRAR_FIELD_NUMBER, values[CERTIFICATE_PERSON_NUMBER].text },
    { IKRAR_FIELD_UNIT, values[CERTIFICATE_PERSON_UNIT].text },
    { IKRAR_FIELD_POSITION, values[CERTIFICATE_PERSON_POSITION].text },
    { IKRAR_FIELD_LETTER_NUMBER, values[CERTIFICATE_LETTER_NUMBER].text },
  };

  record->desk = desk;
  record->event = intake->report->event;
  record->subject = values[CERTIFICATE_ID].number;
  record->participant = values[CERTIFICATE_PARTICIPANT].number;
  record->refers_to = -1;
  memcpy (record->nonce, values[CERTIFICATE_NONCE].data, IKRAR_NONCE_SIZE);
  return ikrar_ledger_append (intake->change, record, fields, G_N_ELEMENTS (fields), error);
}

static gboolean
seal_revocation (IkrarIntake *intake,
                 const IkrarExchangeValue *values,
                 IkrarId participant,
                 gint64 index,
                 GError **error)
{
  const IkrarLedgerField fields[] = { { IKRAR_FIELD_REASON, values[CERTIFICATE_REASON].text } };
  IkrarRecord record;
  char desk[256];

  if (!_ikrar_intake_read_record (&values[CERTIFICATE_REVOCATION], &record, desk, error))
    return FALSE;
  if (record.kind != IKRAR_RECORD_CERTIFICATE_REVOKED ||
      record.at != values[CERTIFICATE_REVOKED_AT].number)
    return _ikrar_intake_refuse (error, _ ("The exchange file has a certificate that does not fit "
                                           "its record."));
  record.desk = desk;
  record.event = intake->report->event;
  record.subject = values[CERTIFICATE_ID].number;
  record.participant = participant;
  record.refers_to = index;
  intake->report->certificates++;
  return ikrar_ledger_append (intake->change, &record, fields, G_N_ELEMENTS (fields), error);
}

static gboolean
insert (IkrarIntake *intake,
        const IkrarExchangeValue *values,
        IkrarNumberSeries *series,
        const IkrarRecord *record,
        GError **error)
{
  if (!ikrar_db_run (intake->db, "exchange_certificate_insert", error, "iiiiitittiitib",
                     values[CERTIFICATE_ID].number, intake->report->event,
                     values[CERTIFICATE_PARTICIPANT].number, series->id,
                     values[CERTIFICATE_NUMBER].number, values[CERTIFICATE_LETTER_NUMBER].text,
                     values[CERTIFICATE_AT].number, values[CERTIFICATE_FACE].text,
                     values[CERTIFICATE_CODE].text, (gint64) record->index,
                     values[CERTIFICATE_REVOKED_AT].number, values[CERTIFICATE_REASON].text,
                     _ikrar_intake_own_id (intake, values[CERTIFICATE_JOURNAL].number),
                     values[CERTIFICATE_NONCE].data, values[CERTIFICATE_NONCE].size))
    return FALSE;
  series->last = MAX (series->last, (int) values[CERTIFICATE_NUMBER].number);
  return ikrar_entity_put (&ikrar_number_series_entity, intake->db, series, error);
}

static gboolean
blank_erased (IkrarIntake *intake, IkrarExchangeValue *values, GError **error)
{
  static const guint personal[] = {
    CERTIFICATE_FACE,        CERTIFICATE_PERSON_NAME,     CERTIFICATE_PERSON_NUMBER,
    CERTIFICATE_PERSON_UNIT, CERTIFICATE_PERSON_POSITION, CERTIFICATE_REASON
  };
  gboolean erased;

  if (!_ikrar_intake_is_erased (intake, values[CERTIFICATE_PARTICIPANT].number, &erased, error))
    return FALSE;
  for (guint i = 0; erased && i < G_N_ELEMENTS (personal); i++)
    values[personal[i]].text = "";
  return TRUE;
}

static gboolean
add (IkrarIntake *intake, IkrarExchangeValue *values, IkrarNumberSeries *series, GError **error)
{
  IkrarRecord record;
  char desk[256];

  if (!_ikrar_intake_read_record (&values[CERTIFICATE_RECORD], &record, desk, error) ||
      !check_certificate (values, &record, error) || !blank_erased (intake, values, error) ||
      !seal (intake, values, &record, desk, error) ||
      !insert (intake, values, series, &record, error))
    return FALSE;
  intake->writes++;
  intake->additions = TRUE;
  intake->report->certificates++;
  return values[CERTIFICATE_REVOKED_AT].number == 0 ||
         seal_revocation (intake, values, values[CERTIFICATE_PARTICIPANT].number,
                          (gint64) record.index, error);
}

static gboolean
take_new (IkrarIntake *intake, IkrarExchangeValue *values, GError **error)
{
  g_autoptr (IkrarNumberSeries) series = NULL;
  gboolean room;

  if (!find_series (intake->db, values[CERTIFICATE_SERIES].text, values[CERTIFICATE_YEAR].number,
                    &series, error))
    return FALSE;
  if (series == NULL)
    return _ikrar_intake_refuse (error, _ ("The exchange file has a certificate of a register that "
                                           "it does not have."));
  return check_room (intake, values, series, &room, error) &&
         (!room || add (intake, values, series, error));
}

/* A certificate that is here may have been revoked there. */
static gboolean
take_known (IkrarIntake *intake, IkrarExchangeValue *values, IkrarId id, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (intake->db, "exchange_certificate_state", error, "i", id);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  IkrarId participant = 0;
  gint64 index = 0;
  gboolean revoked = TRUE;

  if (step == IKRAR_STEP_ROW)
    {
      participant = ikrar_statement_get_int (statement, 0);
      index = ikrar_statement_get_int (statement, 1);
      revoked = ikrar_statement_get_int (statement, 2) != 0;
    }
  ikrar_statement_reset (statement);
  if (step == IKRAR_STEP_ERROR)
    return FALSE;
  if (revoked || values[CERTIFICATE_REVOKED_AT].number == 0)
    return TRUE;
  intake->writes++;
  intake->additions = TRUE;
  values[CERTIFICATE_ID].number = id;
  return blank_erased (intake, values, error) &&
         ikrar_db_run (intake->db, "certificate_revoke", error, "iit", id,
                       values[CERTIFICATE_REVOKED_AT].number, values[CERTIFICATE_REASON].text) &&
         seal_revocation (intake, values, participant, index, error);
}

gboolean
_ikrar_intake_certificate (IkrarIntake *intake, const IkrarExchangeValue *given, GError **error)
{
  IkrarExchangeValue values[N_CERTIFICATE];
  IkrarId known;

  memcpy (values, given, sizeof values);
  values[CERTIFICATE_PARTICIPANT].number =
      _ikrar_intake_own_id (intake, values[CERTIFICATE_PARTICIPANT].number);
  if (!ikrar_db_get_int (intake->db, "exchange_certificate_known", &known, error, "b",
                         values[CERTIFICATE_NONCE].data, values[CERTIFICATE_NONCE].size))
    return FALSE;
  return known != 0 ? take_known (intake, values, known, error) : take_new (intake, values, error);
}
