/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/attendance.h"
#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarClosingText:
 * @closed: whether the session was closed; else it was opened again
 * @event: the event
 * @session: the session
 * @takes_back: of an opening: id of the closing that it takes back, else 0
 * @count: the states of those invited at that moment
 *
 * What the sealed log vouches for when a session is closed or opened again. Plain value.
 */
typedef struct
{
  gboolean closed;
  IkrarId event;
  IkrarId session;
  IkrarId takes_back;
  IkrarAttendanceCount count;
} IkrarClosingText;

/**
 * ikrar_closing_text_encode:
 * @closing: a closing
 *
 * Makes the one text of it (docs/formats.md, section 8.2).
 *
 * Any thread.
 *
 * Returns: (transfer full): the text
 */
char *ikrar_closing_text_encode (const IkrarClosingText *closing);

/**
 * ikrar_closing_text_decode:
 * @text: a text
 * @closing: (out caller-allocates): what it says
 *
 * Strict: encoding the result gives the same text.
 *
 * Any thread.
 *
 * Returns: `FALSE` if it is no such text
 */
gboolean ikrar_closing_text_decode (const char *text, IkrarClosingText *closing);

G_END_DECLS
