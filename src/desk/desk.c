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

#include "desk/scan-text.h"

struct _IkrarDesk
{
  IkrarStore *store; /* borrowed */
  IkrarEvent *event;
  IkrarId session;
  GArray *keys; /* IkrarPublicKeyLine, of all events: a pass of another event is no forgery */
  gboolean looks_only; /* whether presence is not recorded now */
  gboolean passes_only;
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
find_signer (IkrarDesk *desk, const char *code)
{
  IkrarPass pass;

  for (guint i = 0; ikrar_pass_read (code, &pass) && i < desk->keys->len; i++)
    {
      const IkrarPublicKeyLine *line = &g_array_index (desk->keys, IkrarPublicKeyLine, i);

      if (line->event != 0 && ikrar_public_key_id (&line->public_key) == pass.key_id &&
          ikrar_pass_verify (code, &line->public_key))
        return line->event;
    }
  return 0;
}

/* Of several readings of one scan at most one is genuine. */
static IkrarId
find_genuine (IkrarDesk *desk, const GPtrArray *codes, const char **code)
{
  IkrarId signer = 0;

  for (guint i = 0; signer == 0 && i < codes->len; i++)
    {
      *code = g_ptr_array_index (codes, i);
      signer = find_signer (desk, *code);
    }
  return signer;
}

/* Passes may have been printed, with a new key, after the desk was opened. */
static gboolean
find_genuine_again (IkrarDesk *desk,
                    const GPtrArray *codes,
                    const char **code,
                    IkrarId *signer,
                    GError **error)
{
  GArray *keys;

  *signer = find_genuine (desk, codes, code);
  if (*signer != 0)
    return TRUE;
  keys = ikrar_signing_key_list (desk->store, error);
  if (keys == NULL)
    return FALSE;
  g_array_unref (desk->keys);
  desk->keys = keys;
  *signer = find_genuine (desk, codes, code);
  return TRUE;
}

/* @signer is that of @code, 0 if no reading was genuine. */
static gboolean
judge_pass (IkrarDesk *desk,
            const char *code,
            IkrarId signer,
            const Reading *reading,
            IkrarDeskResult *result,
            GError **error)
{
  IkrarTime now = ikrar_store_now (desk->store);
  IkrarId participant = 0;
  IkrarPass pass;

  result->verdict = signer == 0 ? IKRAR_DESK_FORGED : IKRAR_DESK_NOT_IN_EVENT;
  if (signer != desk->event->id || !ikrar_pass_read (code, &pass) ||
      pass.event != (guint32) desk->event->code)
    return TRUE;
  if (!ikrar_participant_find (desk->store, desk->event->id, pass.number, &participant, error))
    return FALSE;
  if (participant == 0)
    return TRUE;
  /* Passes in guests' hands stay valid when the event is moved to a later day. */
  if (MAX (pass.last_day, ikrar_event_last_day (desk->event)) <
      ikrar_time_day_number (now, desk->event->zone))
    {
      result->verdict = IKRAR_DESK_EXPIRED;
      result->card = ikrar_participant_card_get (desk->store, participant, error);
      return result->card != NULL;
    }
  return admit (desk, participant, pass.serial, reading, result, error);
}

/* The participant with this employee number, 0 if there is none. */
static gboolean
find_number (IkrarDesk *desk, const char *digits, IkrarId *participant, GError **error)
{
  IkrarId person;

  *participant = 0;
  return ikrar_person_find (desk->store, digits, &person, error) &&
         (person == 0 ||
          ikrar_participant_find_person (desk->store, desk->event->id, person, participant, error));
}

static gboolean
read_number (const char *reading, IkrarNumber *number)
{
  ikrar_number_parse (reading, IKRAR_CELL_TEXT, 99991231, number);
  return number->kind == IKRAR_NUMBER_NIP || number->kind == IKRAR_NUMBER_NI_PPPK ||
         number->kind == IKRAR_NUMBER_NIK;
}

/* Digits that were typed with Shift are others on another keyboard, and nothing checks them. A
 * line that is a number as it stands is that number: no keyboard makes other digits of digits but
 * by exotic settings, which the scanner's check finds. */
static gboolean
is_number_clear (const GPtrArray *readings)
{
  IkrarNumber first = { 0 };
  IkrarNumber number;

  if (read_number (g_ptr_array_index (readings, 0), &number))
    return TRUE;
  for (guint i = 0; i < readings->len; i++)
    if (read_number (g_ptr_array_index (readings, i), &number))
      {
        if (*first.digits != '\0' && !g_str_equal (first.digits, number.digits))
          return FALSE;
        first = number;
      }
  return TRUE;
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

/* What a line is, besides a pass. */
typedef struct
{
  const char *kind; /* NULL for nothing */
  const char *text; /* borrowed from the readings */
  IkrarId participant;
} Typed;

static gboolean
find_typed (IkrarDesk *desk, const char *text, Typed *typed, GError **error)
{
  IkrarNumber number;
  guint32 participant_number;

  *typed = (Typed){ .text = text };
  if (ikrar_human_code_read (text, (guint32) desk->event->code, &participant_number))
    {
      typed->kind = "code";
      return ikrar_participant_find (desk->store, desk->event->id, participant_number,
                                     &typed->participant, error);
    }
  if (!read_number (text, &number))
    return TRUE;
  typed->kind = "number";
  return find_number (desk, number.digits, &typed->participant, error);
}

/* A code has two check digits only: where two readings of one line are two participants, it is
 * nobody's. */
static gboolean
choose_typed (IkrarDesk *desk, const GPtrArray *texts, Typed *chosen, GError **error)
{
  Typed nothing = { .text = g_ptr_array_index (texts, 0) };
  IkrarNumber number;
  guint n_texts = read_number (nothing.text, &number) ? 1 : texts->len;
  Typed typed;

  *chosen = nothing;
  for (guint i = 0; i < n_texts; i++)
    {
      if (!find_typed (desk, g_ptr_array_index (texts, i), &typed, error))
        return FALSE;
      if (typed.participant != 0 && chosen->participant != 0 &&
          typed.participant != chosen->participant)
        {
          *chosen = nothing;
          return TRUE;
        }
      if (typed.participant != 0 || (typed.kind != NULL && chosen->kind == NULL))
        *chosen = typed;
    }
  return TRUE;
}

static gboolean
judge_typed (IkrarDesk *desk,
             const GPtrArray *texts,
             Reading *reading,
             IkrarDeskResult *result,
             GError **error)
{
  Typed typed = { .text = g_ptr_array_index (texts, 0) };
  IkrarNumber number;

  if (is_number_clear (texts) && !choose_typed (desk, texts, &typed, error))
    return FALSE;
  if (typed.kind == NULL)
    {
      read_as (desk, "other", "typed", typed.text, reading);
      return TRUE;
    }
  read_as (desk, typed.kind, "typed",
           read_number (typed.text, &number) ? number.digits : typed.text, reading);
  if (desk->passes_only)
    return TRUE;
  result->verdict = IKRAR_DESK_NOT_IN_EVENT;
  return typed.participant == 0 || admit (desk, typed.participant, 0, reading, result, error);
}

/* As they stand, and as they were if scanner and computer have different keyboards; at least one.
 */
static GPtrArray *
list_readings (char **parts)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) others = ikrar_scan_text_readings (parts[i]);

      g_ptr_array_add (readings, ikrar_text_clean (parts[i]));
      for (guint j = 0; others[j] != NULL; j++)
        g_ptr_array_add (readings, g_strdup (others[j]));
    }
  if (readings->len == 0)
    g_ptr_array_add (readings, g_strdup (""));
  return readings;
}

static GPtrArray *
list_passes (gpointer *readings, guint n_readings)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_readings; i++)
    {
      g_autofree char *text = g_ascii_strup (readings[i], -1);
      char *code = ikrar_scan_text_find_pass (text);

      if (code != NULL)
        g_ptr_array_add (codes, code);
    }
  return codes;
}

/* What did not arrive as it was sent. */
static gboolean
judge_readings (IkrarDesk *desk,
                char **parts,
                Reading *reading,
                IkrarDeskResult *result,
                GError **error)
{
  g_autoptr (GPtrArray) texts = list_readings (parts);
  g_autoptr (GPtrArray) codes = list_passes (texts->pdata, texts->len);
  const char *code = NULL;
  IkrarId signer;

  if (codes->len == 0)
    return judge_typed (desk, texts, reading, result, error);
  if (!find_genuine_again (desk, codes, &code, &signer, error))
    return FALSE;
  read_as (desk, "pass", "scan", code, reading);
  return judge_pass (desk, code, signer, reading, result, error);
}

static gboolean
judge (IkrarDesk *desk, const char *line, Reading *reading, IkrarDeskResult *result, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (line, "\n", -1);
  g_autoptr (GPtrArray) codes = list_passes ((gpointer *) parts, g_strv_length (parts));
  const char *code = NULL;
  IkrarId signer = find_genuine (desk, codes, &code);

  if (signer == 0)
    return judge_readings (desk, parts, reading, result, error);
  read_as (desk, "pass", "scan", code, reading);
  return judge_pass (desk, code, signer, reading, result, error);
}

gboolean
ikrar_desk_scan (IkrarDesk *desk, const char *line, IkrarDeskResult *result, GError **error)
{
  g_auto (Reading) reading = { 0 };

  *result = (IkrarDeskResult){ .verdict = IKRAR_DESK_UNREADABLE };
  take_nonce (desk);
  return judge (desk, line, &reading, result, error) && log_scan (desk, &reading, result, error);
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
ikrar_desk_set_passes_only (IkrarDesk *desk, gboolean passes_only)
{
  desk->passes_only = passes_only;
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
