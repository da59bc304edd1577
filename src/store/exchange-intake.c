/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/event.h"
#include "store/exchange-intake-private.h"
#include "store/participant.h"
#include "store/unit.h"

IkrarId
_ikrar_intake_own_id (IkrarIntake *intake, IkrarId id)
{
  const IkrarId *own = g_hash_table_lookup (intake->own_ids, &id);

  return own != NULL ? *own : id;
}

void
_ikrar_intake_set_own_id (IkrarIntake *intake, IkrarId id, IkrarId own)
{
  if (id != own)
    g_hash_table_insert (intake->own_ids, g_memdup2 (&id, sizeof id), g_memdup2 (&own, sizeof own));
}

gboolean
_ikrar_intake_refuse (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID, message);
  return FALSE;
}

char *
_ikrar_intake_time (IkrarIntake *intake, IkrarTime at)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (intake->store, intake->report->event, NULL);

  return ikrar_time_format_iso (at, event != NULL ? event->zone : IKRAR_ZONE_WIB);
}

gboolean
_ikrar_intake_is_erased (IkrarIntake *intake, IkrarId participant, gboolean *erased, GError **error)
{
  gint64 removed_at;

  if (!ikrar_db_get_int (intake->db, "exchange_participant_erased", &removed_at, error, "i",
                         _ikrar_intake_own_id (intake, participant)))
    return FALSE;
  *erased = removed_at != 0;
  return TRUE;
}

/* How people call what a conflict is about. */
static char *
name_subject (IkrarIntake *intake, IkrarId subject)
{
  g_autoptr (IkrarParticipantCard) card = ikrar_participant_card_get (intake->store, subject, NULL);
  g_autoptr (IkrarPerson) person =
      card == NULL ? ikrar_person_get (intake->store, subject, NULL) : NULL;

  if (card != NULL)
    return g_strdup (card->name);
  return person != NULL ? ikrar_person_display (person) : g_strdup (intake->report->title);
}

static gboolean
write_conflict (IkrarIntake *intake, const IkrarExchangeConflict *conflict, GError **error)
{
  gint64 known;

  if (!ikrar_db_get_int (intake->db, "exchange_conflict_known", &known, error, "iitttt",
                         intake->report->event, conflict->subject, conflict->what, conflict->field,
                         conflict->ours, conflict->theirs))
    return FALSE;
  intake->writes += known == 0;
  return known != 0 ||
         ikrar_db_run (intake->db, "exchange_conflict_insert", error, "iiiiitttttt",
                       ikrar_id_new (), intake->report->event, ikrar_change_get_id (intake->change),
                       conflict->subject, conflict->at, conflict->what, conflict->who,
                       conflict->field, conflict->ours, conflict->theirs, conflict->stands);
}

gboolean
_ikrar_intake_note (IkrarIntake *intake,
                    const char *what,
                    IkrarId subject,
                    const char *field,
                    const char *ours,
                    const char *theirs,
                    const char *stands,
                    GError **error)
{
  IkrarExchangeConflict *conflict = g_new0 (IkrarExchangeConflict, 1);

  conflict->subject = subject;
  conflict->at = ikrar_change_get_time (intake->change);
  conflict->what = g_strdup (what);
  conflict->who = name_subject (intake, subject);
  conflict->field = g_strdup (field);
  conflict->ours = g_strdup (ours);
  conflict->theirs = g_strdup (theirs);
  conflict->stands = g_strdup (stands);
  g_ptr_array_add (intake->report->conflicts, conflict);
  return write_conflict (intake, conflict, error);
}

static gboolean
take_unit (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarUnit unit = {
    .id = ikrar_id_new (),
    .key = (char *) values[0].text,
    .name = (char *) values[1].text,
  };
  IkrarId here;

  if (*unit.key == '\0' || *unit.name == '\0')
    return _ikrar_intake_refuse (error, _ ("The exchange file has a unit without a name."));
  if (!ikrar_db_get_int (intake->db, "unit_by_key", &here, error, "t", unit.key) ||
      !ikrar_db_get_int (intake->db, "unit_by_key", &unit.parent_id, error, "t", values[2].text))
    return FALSE;
  if (here != 0)
    return TRUE;
  intake->writes++;
  intake->additions = TRUE;
  return ikrar_entity_put (&ikrar_unit_entity, intake->db, &unit, error);
}

static gboolean
find_text (IkrarIntake *intake,
           const char *name,
           gint64 version,
           const char *template,
           IkrarId *id,
           gboolean *same,
           GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (intake->db, "exchange_text_find", error, "ti", name, version);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  *id = 0;
  if (step == IKRAR_STEP_ROW)
    {
      *id = ikrar_statement_get_int (statement, 0);
      *same = strcmp (ikrar_statement_get_text (statement, 1), template) == 0;
    }
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

/* Another text of the same name and version gets a name of its own, by what it says. */
static gboolean
take_text (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  g_autofree char *key =
      g_strdup_printf ("%" G_GINT64_FORMAT " %s", values[2].number, values[1].text);
  g_autofree char *name = g_strdup (values[1].text);
  IkrarId id;
  gboolean same = FALSE;

  if (!find_text (intake, name, values[2].number, values[3].text, &id, &same, error))
    return FALSE;
  if (id != 0 && !same)
    {
      g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, values[3].text, -1);

      g_free (name);
      name = g_strdup_printf ("%s (%.8s)", values[1].text, hex);
      if (!find_text (intake, name, values[2].number, values[3].text, &id, &same, error))
        return FALSE;
    }
  if (id == 0)
    {
      id = values[0].number;
      intake->writes++;
      intake->additions = TRUE;
      if (!ikrar_db_run (intake->db, "exchange_text_insert", error, "ititi", id, name,
                         values[2].number, values[3].text, values[4].number))
        return FALSE;
    }
  g_hash_table_insert (intake->texts, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  return TRUE;
}

static gboolean
take_event (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarId of_code;

  if (intake->last == IKRAR_EXCHANGE_EVENT || values[1].number != intake->report->event)
    return _ikrar_intake_refuse (error, _ ("The exchange file must have exactly one event."));
  if (!ikrar_db_get_int (intake->db, "exchange_event_of_code", &of_code, error, "i",
                         values[2].number))
    return FALSE;
  if (of_code != 0 && of_code != values[1].number)
    return _ikrar_intake_refuse (error, _ ("Another event here has the same number of passes."));
  return _ikrar_intake_versioned (intake, IKRAR_EXCHANGE_EVENT, values, error);
}

static gboolean
take_key (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarId here;

  if (values[0].size != IKRAR_PUBLIC_KEY_SIZE)
    return _ikrar_intake_refuse (error, _ ("The exchange file has a key that is none."));
  if (!ikrar_db_get_int (intake->db, "signing_key_id", &here, error, "b", values[0].data,
                         values[0].size))
    return FALSE;
  if (here != 0)
    return TRUE;
  intake->writes++;
  intake->additions = TRUE;
  return ikrar_db_run (intake->db, "signing_key_insert", error, "itibi", ikrar_id_new (), "event",
                       intake->report->event, values[0].data, values[0].size, values[1].number);
}

static gboolean
take_former (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarId person = _ikrar_intake_own_id (intake, values[3].number);
  IkrarId holder;
  gboolean erased;
  g_autoptr (IkrarPerson) here = ikrar_person_get (intake->store, person, error);

  if (here == NULL ||
      !ikrar_db_get_int (intake->db, "person_by_number", &holder, error, "t", values[1].text))
    return FALSE;
  erased = here->removed_at != 0;
  if (erased || holder != 0)
    return TRUE;
  if (!ikrar_db_run (intake->db, "exchange_former_insert", error, "itti", values[0].number,
                     values[1].text, values[2].text, person))
    return FALSE;
  intake->writes += ikrar_db_changes (intake->db) > 0;
  intake->additions |= ikrar_db_changes (intake->db) > 0;
  return TRUE;
}

/* An entry whose answer was lost may stand here under an id of its own. */
static gboolean
take_journal (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarMergeEntry entry = {
    .id = values[0].number,
    .at = values[1].number,
    .actor = values[2].text,
    .desk = values[3].text,
    .action = values[4].text,
    .event = intake->report->event,
    .subject = _ikrar_intake_own_id (intake, values[5].number),
    .detail = values[6].text,
    .nonce = values[7].data,
    .undo_of = values[8].number,
    .undone_by = values[9].number,
  };
  IkrarId here;

  if (values[7].size != IKRAR_NONCE_SIZE)
    return _ikrar_intake_refuse (error, _ ("The exchange file has a journal entry that is none."));
  if (!ikrar_db_get_int (intake->db, "exchange_journal_find", &here, error, "b", entry.nonce,
                         (gsize) IKRAR_NONCE_SIZE))
    return FALSE;
  if (here != 0)
    _ikrar_intake_set_own_id (intake, entry.id, here);
  entry.id = here != 0 ? here : entry.id;
  if (here == 0 || entry.undone_by != 0)
    {
      if (!_ikrar_merge_entry (intake->db, &entry, error))
        return FALSE;
      intake->writes += ikrar_db_changes (intake->db) > 0;
      intake->additions |= ikrar_db_changes (intake->db) > 0;
    }
  return TRUE;
}

static gboolean
take_wording (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  const IkrarId *text = g_hash_table_lookup (intake->texts, values[1].text);
  IkrarDigest digest;
  IkrarId here;

  ikrar_digest_of (values[2].text, strlen (values[2].text), &digest);
  if (text == NULL || values[3].size != sizeof digest.bytes ||
      memcmp (values[3].data, digest.bytes, sizeof digest.bytes) != 0)
    return _ikrar_intake_refuse (error,
                                 _ ("The exchange file has a text of a pledge that was altered."));
  if (!ikrar_db_get_int (intake->db, "pledge_wording_find", &here, error, "ib",
                         intake->report->event, digest.bytes, sizeof digest.bytes))
    return FALSE;
  if (here != 0)
    {
      _ikrar_intake_set_own_id (intake, values[0].number, here);
      return TRUE;
    }
  intake->writes++;
  intake->additions = TRUE;
  return ikrar_db_run (intake->db, "exchange_wording_insert", error, "iiitb", values[0].number,
                       intake->report->event, *text, values[2].text, digest.bytes,
                       sizeof digest.bytes);
}

static const struct
{
  gboolean (*take) (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error);
} takers[] = {
  [IKRAR_EXCHANGE_UNIT] = { take_unit },
  [IKRAR_EXCHANGE_TEXT] = { take_text },
  [IKRAR_EXCHANGE_EVENT] = { take_event },
  [IKRAR_EXCHANGE_KEY] = { take_key },
  [IKRAR_EXCHANGE_FORMER] = { take_former },
  [IKRAR_EXCHANGE_GONE] = { _ikrar_intake_gone },
  [IKRAR_EXCHANGE_JOURNAL] = { take_journal },
  [IKRAR_EXCHANGE_MARK] = { _ikrar_intake_mark },
  [IKRAR_EXCHANGE_WORDING] = { take_wording },
  [IKRAR_EXCHANGE_ACT] = { _ikrar_intake_act },
  [IKRAR_EXCHANGE_WITNESS] = { _ikrar_intake_witness },
  [IKRAR_EXCHANGE_PLEDGE] = { _ikrar_intake_pledge },
  [IKRAR_EXCHANGE_SERIES] = { _ikrar_intake_series },
  [IKRAR_EXCHANGE_CERTIFICATE] = { _ikrar_intake_certificate },
  [IKRAR_EXCHANGE_RULE] = { _ikrar_intake_rule },
  [IKRAR_EXCHANGE_CLOSING] = { _ikrar_intake_closing },
  [IKRAR_EXCHANGE_SCAN] = { _ikrar_intake_scan },
};

G_STATIC_ASSERT (G_N_ELEMENTS (takers) == IKRAR_N_EXCHANGE_TABLES);

/* Rows come in their order; what is of an event comes behind it, and nothing else is there. */
gboolean
_ikrar_intake_take (gpointer user_data,
                    IkrarExchangeTable table,
                    const IkrarExchangeValue *values,
                    GError **error)
{
  IkrarIntake *intake = user_data;
  gboolean ok;

  if (table < intake->last || (table > IKRAR_EXCHANGE_EVENT && intake->last < IKRAR_EXCHANGE_EVENT))
    return _ikrar_intake_refuse (error, _ ("The rows of the exchange file are out of order."));
  if (table > IKRAR_EXCHANGE_MARK && !_ikrar_intake_flush_marks (intake, error))
    return FALSE;
  ok = takers[table].take != NULL ? takers[table].take (intake, values, error)
                                  : _ikrar_intake_versioned (intake, table, values, error);
  intake->last = table;
  return ok;
}
