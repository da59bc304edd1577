/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "config.h"

#include "desk/desk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/employee-number.h"
#include "core/text.h"
#include "seal/human-code.h"
#include "seal/pass-code.h"
#include "store/attendance.h"
#include "store/error.h"
#include "store/event.h"
#include "store/person.h"
#include "store/scan-log.h"
#include "store/signing-key.h"

struct _IkrarDesk
{
  IkrarStore *store; /* borrowed */
  IkrarEvent *event;
  IkrarId session;
  GArray *keys; /* IkrarPublicKeyLine, of all events: a pass of another event is no forgery */
  gboolean looks_only; /* whether presence is not recorded now */
  IkrarWay way;
  const char *reader; /* NULL for a scanner or keyboard */
  gboolean has_nonce;
  guint8 nonce[IKRAR_NONCE_SIZE]; /* of what is recorded next */
};

/* What was read, and how. */
typedef struct
{
  IkrarScanText text;
  const char *source;
  char *clue; /* owns that of @text */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_free (reading->clue);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

IkrarDesk *
ikrar_desk_new (IkrarStore *store, IkrarId event, IkrarId session, GError **error)
{
  g_autoptr (IkrarDesk) desk = g_new0 (IkrarDesk, 1);
  g_autoptr (GPtrArray) sessions = NULL;

  desk->store = store;
  desk->event = ikrar_event_get (store, event, error);
  if (desk->event == NULL)
    return NULL;
  desk->keys = ikrar_signing_key_list (store, error);
  if (desk->keys == NULL)
    return NULL;
  sessions = ikrar_event_sessions (store, event, error);
  if (sessions == NULL)
    return NULL;
  for (guint i = 0; i < sessions->len; i++)
    {
      const IkrarEventSession *each = g_ptr_array_index (sessions, i);

      if (desk->session == 0 && (session == 0 || each->id == session))
        desk->session = each->id;
    }
  if (desk->session != 0)
    return g_steal_pointer (&desk);
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                       _ ("The event has no such session."));
  return NULL;
}

void
ikrar_desk_free (IkrarDesk *desk)
{
  if (desk == NULL)
    return;
  g_clear_pointer (&desk->event, ikrar_event_free);
  g_clear_pointer (&desk->keys, g_array_unref);
  g_free (desk);
}

IkrarId
ikrar_desk_get_session (IkrarDesk *desk)
{
  return desk->session;
}

IkrarZone
ikrar_desk_get_zone (IkrarDesk *desk)
{
  return desk->event->zone;
}

void
ikrar_desk_result_clear (IkrarDeskResult *result)
{
  g_clear_pointer (&result->card, ikrar_participant_card_free);
  g_clear_pointer (&result->desk, g_free);
}

const char *
ikrar_desk_verdict_word (IkrarDeskVerdict verdict)
{
  static const char *const words[] = {
    "welcome", "already",    "not-in-event", "revoked", "expired",
    "forged",  "unreadable", "returned",     "left",    "not-inside",
  };

  return words[verdict];
}

gboolean
ikrar_desk_verdict_is_refusal (IkrarDeskVerdict verdict)
{
  return verdict != IKRAR_DESK_WELCOME && verdict != IKRAR_DESK_ALREADY &&
         verdict != IKRAR_DESK_RETURNED && verdict != IKRAR_DESK_LEFT;
}

/* As the roster has it, for a desk that only looks. */
static gboolean
look (IkrarDeskResult *result)
{
  gboolean present = ikrar_attendance_is_present (result->card->state);

  result->verdict = present ? IKRAR_DESK_ALREADY : IKRAR_DESK_WELCOME;
  result->at = present ? result->card->state_at : 0;
  return TRUE;
}

static IkrarDeskVerdict
judge_outcome (IkrarDesk *desk, const IkrarCheckInOutcome *outcome)
{
  if (outcome->welcome)
    return IKRAR_DESK_WELCOME;
  if (outcome->passage != IKRAR_WAY_NONE)
    return outcome->passage == IKRAR_WAY_OUT ? IKRAR_DESK_LEFT : IKRAR_DESK_RETURNED;
  return desk->way == IKRAR_WAY_OUT ? IKRAR_DESK_NOT_INSIDE : IKRAR_DESK_ALREADY;
}

static gboolean
record (IkrarDesk *desk,
        IkrarId participant,
        const Reading *reading,
        IkrarDeskResult *result,
        GError **error)
{
  IkrarCheckIn check_in = {
    .participant = participant,
    .session = desk->session,
    .source = reading->source,
    .nonce = desk->nonce,
    .way = desk->way,
    .read = &reading->text,
  };
  IkrarCheckInOutcome outcome;

  if (!ikrar_attendance_check_in (desk->store, &check_in, &outcome, error))
    return FALSE;
  result->verdict = judge_outcome (desk, &outcome);
  result->late = outcome.late;
  result->at = outcome.at;
  result->desk = outcome.desk;
  result->journal = outcome.journal;
  return TRUE;
}

/* @serial is that of the pass, 0 for somebody known otherwise. */
static gboolean
admit (IkrarDesk *desk,
       IkrarId participant,
       guint16 serial,
       const Reading *reading,
       IkrarDeskResult *result,
       GError **error)
{
  const IkrarParticipant *row;

  result->card = ikrar_participant_card_get (desk->store, participant, error);
  if (result->card == NULL)
    return FALSE;
  row = result->card->participant;
  if (row->event_id != desk->event->id)
    result->verdict = IKRAR_DESK_NOT_IN_EVENT;
  else if (row->withdrawn_at != 0 || (serial != 0 && serial != row->pass_serial))
    result->verdict = IKRAR_DESK_REVOKED;
  else
    return desk->looks_only ? look (result) : record (desk, participant, reading, result, error);
  return TRUE;
}

/* The event whose key signed the pass, 0 if none did. */
static IkrarId
find_signer (IkrarDesk *desk, const char *code, const IkrarPass *pass)
{
  for (guint i = 0; i < desk->keys->len; i++)
    {
      const IkrarPublicKeyLine *line = &g_array_index (desk->keys, IkrarPublicKeyLine, i);

      if (line->event != 0 && ikrar_public_key_id (&line->public_key) == pass->key_id &&
          ikrar_pass_verify (code, &line->public_key))
        return line->event;
    }
  return 0;
}

/* Passes may have been printed, with a new key, after the desk was opened. */
static gboolean
find_signer_again (IkrarDesk *desk,
                   const char *code,
                   const IkrarPass *pass,
                   IkrarId *signer,
                   GError **error)
{
  GArray *keys;

  *signer = find_signer (desk, code, pass);
  if (*signer != 0)
    return TRUE;
  keys = ikrar_signing_key_list (desk->store, error);
  if (keys == NULL)
    return FALSE;
  g_array_unref (desk->keys);
  desk->keys = keys;
  *signer = find_signer (desk, code, pass);
  return TRUE;
}

static gboolean
judge_pass (IkrarDesk *desk,
            const char *code,
            const IkrarPass *pass,
            const Reading *reading,
            IkrarDeskResult *result,
            GError **error)
{
  IkrarTime now = ikrar_store_now (desk->store);
  IkrarId signer;
  IkrarId participant = 0;

  if (!find_signer_again (desk, code, pass, &signer, error))
    return FALSE;
  result->verdict = IKRAR_DESK_NOT_IN_EVENT;
  if (signer == 0)
    result->verdict = IKRAR_DESK_FORGED;
  if (signer != desk->event->id || pass->event != (guint32) desk->event->code)
    return TRUE;
  if (!ikrar_participant_find (desk->store, desk->event->id, pass->number, &participant, error))
    return FALSE;
  if (participant == 0)
    return TRUE;
  /* Passes in guests' hands stay valid when the event is moved to a later day. */
  if (MAX (pass->last_day, ikrar_event_last_day (desk->event)) <
      ikrar_time_day_number (now, desk->event->zone))
    {
      result->verdict = IKRAR_DESK_EXPIRED;
      result->card = ikrar_participant_card_get (desk->store, participant, error);
      return result->card != NULL;
    }
  return admit (desk, participant, pass->serial, reading, result, error);
}

static gboolean
judge_number (IkrarDesk *desk,
              const char *digits,
              const Reading *reading,
              IkrarDeskResult *result,
              GError **error)
{
  IkrarId person;
  IkrarId participant = 0;

  result->verdict = IKRAR_DESK_NOT_IN_EVENT;
  if (!ikrar_person_find (desk->store, digits, &person, error) ||
      (person != 0 &&
       !ikrar_participant_find_person (desk->store, desk->event->id, person, &participant, error)))
    return FALSE;
  return participant == 0 || admit (desk, participant, 0, reading, result, error);
}

static gboolean
judge_human_code (IkrarDesk *desk,
                  guint32 number,
                  const Reading *reading,
                  IkrarDeskResult *result,
                  GError **error)
{
  IkrarId participant;

  result->verdict = IKRAR_DESK_NOT_IN_EVENT;
  if (!ikrar_participant_find (desk->store, desk->event->id, number, &participant, error))
    return FALSE;
  return participant == 0 || admit (desk, participant, 0, reading, result, error);
}

static gboolean
is_employee_number (const char *line, IkrarNumber *number)
{
  ikrar_number_parse (line, IKRAR_CELL_TEXT, 99991231, number);
  return number->kind == IKRAR_NUMBER_NIP || number->kind == IKRAR_NUMBER_NI_PPPK ||
         number->kind == IKRAR_NUMBER_NIK;
}

/* The log has what recorded something already. A scan that cannot be logged is answered all the
 * same, unless the link broke: then it is made again, where it is logged. */
static gboolean
log_scan (IkrarDesk *desk, const Reading *reading, const IkrarDeskResult *result, GError **error)
{
  const IkrarScanNote note = {
    .event = desk->event->id,
    .session = desk->session,
    .source = reading->source,
    .way = desk->way,
    .verdict = ikrar_desk_verdict_word (result->verdict),
    .participant = result->card != NULL && result->card->participant->event_id == desk->event->id
                       ? result->card->participant->id
                       : 0,
    .read = reading->text,
    .nonce = desk->nonce,
  };
  g_autoptr (GError) local = NULL;

  if (desk->looks_only || result->journal != 0 || ikrar_scan_log_add (desk->store, &note, &local))
    return TRUE;
  if (g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_warning ("a scan was not logged: %s", local->message);
  return TRUE;
}

static void
take_nonce (IkrarDesk *desk)
{
  if (!desk->has_nonce)
    ikrar_nonce_new (desk->nonce);
  desk->has_nonce = FALSE;
}

static void
read_as (IkrarDesk *desk, const char *kind, const char *source, const char *text, Reading *reading)
{
  reading->clue = ikrar_scan_clue (kind, text);
  reading->text = (IkrarScanText){ .kind = kind, .clue = reading->clue };
  reading->source = desk->reader != NULL ? desk->reader : source;
}

static gboolean
judge (IkrarDesk *desk,
       const char *clean,
       Reading *reading,
       IkrarDeskResult *result,
       GError **error)
{
  g_autofree char *code = g_ascii_strup (clean, -1);
  IkrarPass pass;
  IkrarNumber number;
  guint32 participant_number;

  if (ikrar_pass_read (code, &pass))
    {
      read_as (desk, "pass", "scan", code, reading);
      return judge_pass (desk, code, &pass, reading, result, error);
    }
  if (ikrar_human_code_read (code, (guint32) desk->event->code, &participant_number))
    {
      read_as (desk, "code", "typed", code, reading);
      return judge_human_code (desk, participant_number, reading, result, error);
    }
  if (is_employee_number (clean, &number))
    {
      read_as (desk, "number", "typed", number.digits, reading);
      return judge_number (desk, number.digits, reading, result, error);
    }
  read_as (desk, "other", "typed", clean, reading);
  return TRUE;
}

gboolean
ikrar_desk_scan (IkrarDesk *desk, const char *line, IkrarDeskResult *result, GError **error)
{
  g_autofree char *clean = ikrar_text_clean (line);
  g_auto (Reading) reading = { 0 };

  *result = (IkrarDeskResult){ .verdict = IKRAR_DESK_UNREADABLE };
  take_nonce (desk);
  return judge (desk, clean, &reading, result, error) && log_scan (desk, &reading, result, error);
}

IkrarWay
ikrar_desk_get_way (IkrarDesk *desk)
{
  return desk->way == IKRAR_WAY_OUT ? IKRAR_WAY_OUT : IKRAR_WAY_IN;
}

void
ikrar_desk_set_way (IkrarDesk *desk, IkrarWay way)
{
  desk->way = way;
}

void
ikrar_desk_set_reader (IkrarDesk *desk, const char *reader)
{
  desk->reader = reader;
}

void
ikrar_desk_set_nonce (IkrarDesk *desk, const guint8 *nonce)
{
  memcpy (desk->nonce, nonce, IKRAR_NONCE_SIZE);
  desk->has_nonce = TRUE;
}

gboolean
ikrar_desk_identify (IkrarDesk *desk, const char *line, IkrarDeskResult *result, GError **error)
{
  gboolean ok;

  desk->looks_only = TRUE;
  ok = ikrar_desk_scan (desk, line, result, error);
  desk->looks_only = FALSE;
  return ok;
}

gboolean
ikrar_desk_admit (IkrarDesk *desk, IkrarId participant, IkrarDeskResult *result, GError **error)
{
  const Reading reading = { .text = { .kind = "name", .clue = "" }, .source = "name" };

  *result = (IkrarDeskResult){ .verdict = IKRAR_DESK_NOT_IN_EVENT };
  take_nonce (desk);
  return admit (desk, participant, 0, &reading, result, error) &&
         log_scan (desk, &reading, result, error);
}
