/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"

G_BEGIN_DECLS

#define IKRAR_PASS_PREFIX "IK1"
#define IKRAR_PASS_SIZE 79
#define IKRAR_PASS_TEXT_LENGTH 130

/**
 * IkrarPass:
 * @key_id: kid of the event's key
 * @event: the event's 32-bit pass number
 * @number: the participant's number within the event
 * @serial: raised when a pass is issued anew; lower ones are revoked
 * @last_day: last valid day, days since 2020-01-01 in the event's zone
 *
 * What a pass code says. No name, number or unit: a corrected name never kills a printed pass, and
 * a lost one leaks nothing.
 *
 * Bytes: 0x01, kid u16, event u32, number u32, serial u16, last day u16 (all big-endian), then
 * Ed25519 over `IKRAR-PASS/1\0` and the 15 bytes before: 79. Text: `IK1` and their base32: 130
 * characters, QR version 6 at level M in alphanumeric mode.
 */
typedef struct
{
  guint16 key_id;
  guint32 event;
  guint32 number;
  guint16 serial;
  guint16 last_day;
} IkrarPass;

/**
 * ikrar_pass_sign:
 * @pass: what the pass says; @key_id is taken from @key
 * @key: the event's key
 * @text: (out caller-allocates) (array fixed-size=131): the code, NUL-terminated
 *
 * Any thread.
 */
void
ikrar_pass_sign (const IkrarPass *pass, IkrarSecretKey *key, char text[IKRAR_PASS_TEXT_LENGTH + 1]);

/**
 * ikrar_pass_read:
 * @text: a scanned line without ends
 * @pass: (out): what it says; to be believed only after [func@pass_verify]
 *
 * Strict: exactly 130 characters, upper case, version 1, unused bits zero. Anything else is refused
 * before any cryptography runs.
 *
 * Any thread. Does not allocate.
 *
 * Returns: whether @text has the form of a pass
 */
gboolean ikrar_pass_read (const char *text, IkrarPass *pass);

/**
 * ikrar_pass_verify:
 * @text: a line that [func@pass_read] accepted; any other is refused
 * @key: a public key; refused without cryptography if its kid is not the pass's
 *
 * Any thread.
 *
 * Returns: whether the holder of @key made the pass
 */
gboolean ikrar_pass_verify (const char *text, const IkrarPublicKey *key);

G_END_DECLS
