/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

#include "seal/digest.h"

G_BEGIN_DECLS

#define IKRAR_HUMAN_CODE_LENGTH 9

/**
 * ikrar_human_code_make:
 * @event: the event's 32-bit pass number
 * @number: the participant's number within the event, below 2^30
 * @text: (out caller-allocates) (array fixed-size=10): `YM58-4R2R`, NUL-terminated
 *
 * The short code printed beside a pass's QR, for typing: six Crockford base32 characters of
 * `number * (event | 1) xor event` within 30 bits (so that neighbours look different) and two check
 * characters (the first 10 bits of SHA-256 over `IKRAR-HUMAN/1\0`, the event and the number,
 * big-endian u32), with a hyphen in the middle. A mistyped code, or one of another event, is
 * refused in 1023 of 1024 cases. It is no secret: it stands in for the name, the person is seen.
 *
 * Any thread.
 */
void ikrar_human_code_make (guint32 event, guint32 number, char text[IKRAR_HUMAN_CODE_LENGTH + 1]);

/**
 * ikrar_human_code_read:
 * @text: typed text: any case, `O` for 0, `I` and `L` for 1, hyphens and spaces anywhere
 * @event: the event's 32-bit pass number
 * @number: (out): the participant's number within the event
 *
 * Any thread.
 *
 * Returns: whether @text is a code of @event
 */
gboolean ikrar_human_code_read (const char *text, guint32 event, guint32 *number);

/**
 * ikrar_paper_code:
 * @digest: SHA-256 of a paper's content
 *
 * Any thread.
 *
 * Returns: (transfer full): the code a paper's footer prints: the first 60 bits in Crockford
 * base32, `5X85-S519-GBWH`
 */
char *ikrar_paper_code (const IkrarDigest *digest);

G_END_DECLS
