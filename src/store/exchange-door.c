/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/event-rule.h"
#include "store/exchange-private.h"
#include "store/session-closing-private.h"

/* Places of a closing's values. */
enum
{
  CLOSING_ID,
  CLOSING_SESSION,
  CLOSING_ACTOR,
  CLOSING_TEXT,
  CLOSING_JOURNAL,
  CLOSING_NONCE,
  CLOSING_RECORD,
};

static void
note_new (IkrarIntake *intake)
{
  gboolean is_new = ikrar_db_changes (intake->db) > 0;

  intake->writes += is_new;
  intake->additions |= is_new;
}

gboolean
_ikrar_intake_rule (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  if (values[0].number == 0 || values[1].number > IKRAR_LATE_AFTER_MAX + 1 ||
      values[2].number > 100)
    return _ikrar_intake_refuse (error, _ ("The exchange file has a rule that is none."));
  if (!ikrar_db_run (intake->db, "event_rule_insert", error, "iiiiii", values[0].number,
                     intake->report->event, values[1].number - 1, values[2].number,
                     values[3].number, _ikrar_intake_own_id (intake, values[4].number)))
    return FALSE;
  note_new (intake);
  return TRUE;
}

static gboolean
check_closing (IkrarIntake *intake,
               const IkrarExchangeValue *values,
               const IkrarClosingText *said,
               const IkrarRecord *record,
               GError **error)
{
  const char *text = values[CLOSING_TEXT].text;
  IkrarDigest digest;

  ikrar_digest_of (text, strlen (text), &digest);
  if (ikrar_digest_equal (&digest, &record->content) && said->event == intake->report->event &&
      said->session == values[CLOSING_SESSION].number && record->subject == said->session &&
      memcmp (record->nonce, values[CLOSING_NONCE].data, IKRAR_NONCE_SIZE) == 0)
    return TRUE;
  return _ikrar_intake_refuse (
      error, _ ("The exchange file has a closing of a session that does not fit its record."));
}

/* The closing that an opening takes back came before it. */
static gboolean
find_taken_back (IkrarIntake *intake, const IkrarClosingText *said, gint64 *index, GError **error)
{
  IkrarId here;

  *index = -1;
  if (said->closed)
    return TRUE;
  if (!ikrar_db_get_int (intake->db, "session_closing_exists", &here, error, "i",
                         said->takes_back) ||
      !ikrar_db_get_int (intake->db, "session_closing_index", index, error, "i", said->takes_back))
    return FALSE;
  return here != 0 ||
         _ikrar_intake_refuse (error, _ ("The exchange file opens a session again that it does not "
                                         "close."));
}

static gboolean
seal_closing (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  char desk[256];
  IkrarRecord record;
  IkrarClosingEntry entry = {
    .id = values[CLOSING_ID].number,
    .desk = desk,
    .actor = values[CLOSING_ACTOR].text,
    .text = values[CLOSING_TEXT].text,
    .journal = _ikrar_intake_own_id (intake, values[CLOSING_JOURNAL].number),
    .nonce = values[CLOSING_NONCE].data,
  };

  if (!ikrar_closing_text_decode (entry.text, &entry.said))
    return _ikrar_intake_refuse (error,
                                 _ ("The exchange file has a closing of a session that is none."));
  if (!_ikrar_intake_read_record (&values[CLOSING_RECORD], &record, desk, error) ||
      !check_closing (intake, values, &entry.said, &record, error) ||
      !find_taken_back (intake, &entry.said, &entry.refers_to, error))
    return FALSE;
  entry.at = record.at;
  intake->writes++;
  intake->additions = TRUE;
  return _ikrar_closing_record (intake->change, &entry, error);
}

gboolean
_ikrar_intake_closing (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarId known;

  if (values[CLOSING_ID].number == 0 || values[CLOSING_NONCE].size != IKRAR_NONCE_SIZE)
    return _ikrar_intake_refuse (error,
                                 _ ("The exchange file has a closing of a session that is none."));
  return ikrar_db_get_int (intake->db, "session_closing_known", &known, error, "b",
                           values[CLOSING_NONCE].data, (gsize) IKRAR_NONCE_SIZE) &&
         (known != 0 || seal_closing (intake, values, error));
}

gboolean
_ikrar_intake_scan (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  if (values[0].number == 0 || values[12].size != IKRAR_NONCE_SIZE)
    return _ikrar_intake_refuse (error, _ ("The exchange file has a scan that is none."));
  if (!ikrar_db_run (intake->db, "scan_log_insert", error, "iiiitttttittib", values[0].number,
                     intake->report->event, values[1].number, values[2].number, values[3].text,
                     values[4].text, values[5].text, values[6].text, values[8].text,
                     _ikrar_intake_own_id (intake, values[7].number), values[9].text,
                     values[10].text, _ikrar_intake_own_id (intake, values[11].number),
                     values[12].data, values[12].size))
    return FALSE;
  note_new (intake);
  return TRUE;
}
