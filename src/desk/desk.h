/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant.h"

#include "core/presence.h"

G_BEGIN_DECLS

/**
 * IkrarDeskVerdict:
 * @IKRAR_DESK_WELCOME: present from now on
 * @IKRAR_DESK_ALREADY: was recorded before
 * @IKRAR_DESK_NOT_IN_EVENT: genuine, but of another event or of nobody on the roster
 * @IKRAR_DESK_REVOKED: replaced by a newer pass, or the participant withdrew
 * @IKRAR_DESK_EXPIRED: its last day is over
 * @IKRAR_DESK_FORGED: looks like a pass, no key of this database signed it
 * @IKRAR_DESK_UNREADABLE: no pass, code or number at all
 * @IKRAR_DESK_RETURNED: had left, and is back
 * @IKRAR_DESK_LEFT: was inside, and has left now
 * @IKRAR_DESK_NOT_INSIDE: would leave, and never came or left before
 *
 * What becomes of somebody at the door.
 */
typedef enum
{
  IKRAR_DESK_WELCOME,
  IKRAR_DESK_ALREADY,
  IKRAR_DESK_NOT_IN_EVENT,
  IKRAR_DESK_REVOKED,
  IKRAR_DESK_EXPIRED,
  IKRAR_DESK_FORGED,
  IKRAR_DESK_UNREADABLE,
  IKRAR_DESK_RETURNED,
  IKRAR_DESK_LEFT,
  IKRAR_DESK_NOT_INSIDE,
  IKRAR_N_DESK_VERDICTS,
} IkrarDeskVerdict;

/**
 * IkrarDeskResult:
 * @verdict: the verdict
 * @card: (nullable): who it is, where that is known
 * @late: of a welcome: whether the event's rule calls it late
 * @at: when the presence was recorded first, or when somebody left or came back; 0 if it is not
 * @desk: (nullable): at which desk
 * @journal: the journal entry of what was recorded, for undo; else 0
 *
 * An answer of the desk. Clear with [func@desk_result_clear].
 */
typedef struct
{
  IkrarDeskVerdict verdict;
  IkrarParticipantCard *card;
  gboolean late;
  IkrarTime at;
  char *desk;
  IkrarId journal;
} IkrarDeskResult;

/**
 * IkrarDesk:
 *
 * The check-in desk of one session, without a screen. One thread at a time: the store's.
 */
typedef struct _IkrarDesk IkrarDesk;

/**
 * ikrar_desk_new:
 * @store: a store, which must outlive the desk
 * @event: an event
 * @session: a session of it, 0 for the first
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the desk, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error
 */
IkrarDesk *ikrar_desk_new (IkrarStore *store, IkrarId event, IkrarId session, GError **error);

/**
 * ikrar_desk_free:
 * @desk: (transfer full) (nullable): a desk
 */
void ikrar_desk_free (IkrarDesk *desk);

/**
 * ikrar_desk_get_session:
 * @desk: a desk
 *
 * Returns: the session it records
 */
IkrarId ikrar_desk_get_session (IkrarDesk *desk);

/**
 * ikrar_desk_get_zone:
 * @desk: a desk
 *
 * Returns: the time zone of its event
 */
IkrarZone ikrar_desk_get_zone (IkrarDesk *desk);

/**
 * ikrar_desk_get_way:
 * @desk: a desk
 *
 * Returns: %IKRAR_WAY_OUT if it lets people out, else %IKRAR_WAY_IN
 */
IkrarWay ikrar_desk_get_way (IkrarDesk *desk);

/**
 * ikrar_desk_set_way:
 * @desk: a desk
 * @way: %IKRAR_WAY_OUT to let people out from now on, else in
 */
void ikrar_desk_set_way (IkrarDesk *desk, IkrarWay way);

/**
 * ikrar_desk_set_reader:
 * @desk: a desk
 * @reader: (nullable) (transfer none): what reads the lines from now on, `camera` or `kiosk`; a
 *   string that is never freed. `NULL` for a scanner or keyboard, which its lines tell apart
 */
void ikrar_desk_set_reader (IkrarDesk *desk, const char *reader);

/**
 * ikrar_desk_set_passes_only:
 * @desk: a desk
 * @passes_only: whether only passes let people in from now on
 *
 * Numbers are no secret and codes can be guessed: where nobody looks on, as at a kiosk, neither
 * lets anybody in or tells a name. They are %IKRAR_DESK_UNREADABLE then.
 */
void ikrar_desk_set_passes_only (IkrarDesk *desk, gboolean passes_only);

/**
 * ikrar_desk_set_nonce:
 * @desk: a desk
 * @nonce: (array fixed-size=16): the nonce of what is recorded next; without one, it is made
 *
 * What two desks record with one nonce, on databases that are brought together later, is one
 * check-in.
 */
void ikrar_desk_set_nonce (IkrarDesk *desk, const guint8 *nonce);

/**
 * ikrar_desk_scan:
 * @desk: a desk
 * @line: what a scanner or a person typed: a pass code with whatever stands before and after it,
 * the short code printed beside it, or an employee number; in any case (Caps Lock) and through any
 *   keyboard layout of #IkrarKeyLayout; or several readings of one scan, a line each
 * @result: (out): the answer
 * @error: return location for an error
 *
 * Judges a line and, for a welcome, commits the presence durably before it returns. Of several
 * readings the genuine one counts; what could be two people's is nobody's. Every line goes into the
 * log of scans, one that was refused as well.
 *
 * Returns: `FALSE` with a store error; a refused line is no error
 */
gboolean
ikrar_desk_scan (IkrarDesk *desk, const char *line, IkrarDeskResult *result, GError **error);

/**
 * ikrar_desk_identify:
 * @desk: a desk
 * @line: what a scanner or a person typed
 * @result: (out): the answer
 * @error: return location for an error
 *
 * Judges a line as [func@desk_scan] does and records nothing: for desks that need to know who
 * somebody is. %IKRAR_DESK_WELCOME is then somebody whose presence is not recorded,
 * %IKRAR_DESK_ALREADY somebody whose presence is.
 *
 * Returns: `FALSE` with a store error; a refused line is no error
 */
gboolean
ikrar_desk_identify (IkrarDesk *desk, const char *line, IkrarDeskResult *result, GError **error);

/**
 * ikrar_desk_admit:
 * @desk: a desk
 * @participant: somebody who was found by name
 * @result: (out): the answer
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_desk_admit (IkrarDesk *desk, IkrarId participant, IkrarDeskResult *result, GError **error);

/**
 * ikrar_desk_result_clear:
 * @result: a result whose contents are freed
 */
void ikrar_desk_result_clear (IkrarDeskResult *result);

/**
 * ikrar_desk_verdict_is_refusal:
 * @verdict: a verdict
 *
 * Any thread.
 *
 * Returns: whether nobody goes through
 */
gboolean ikrar_desk_verdict_is_refusal (IkrarDeskVerdict verdict);

/**
 * ikrar_desk_verdict_word:
 * @verdict: a verdict
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word: `welcome`, `already`, `not-in-event`,
 *   `revoked`, `expired`, `forged`, `unreadable`, `returned`, `left`, `not-inside`
 */
const char *ikrar_desk_verdict_word (IkrarDeskVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDesk, ikrar_desk_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarDeskResult, ikrar_desk_result_clear)

G_END_DECLS
