/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/key-layout.h"

G_BEGIN_DECLS

/* A scanner is a keyboard: it takes the computer's layout for one, and the computer may be set to
 * another. Each pair of layouts gives another reading of what arrived; the signature of a pass, or
 * the check digits of a code, tell which is right. */

/**
 * IkrarStroke:
 * @character: what was typed
 * @key: the key that typed it, %IKRAR_KEY_NONE if unknown
 * @shift: whether with Shift; of no meaning without @key
 *
 * A character that arrived.
 */
typedef struct
{
  gunichar character;
  int key;
  gboolean shift;
} IkrarStroke;

/**
 * IkrarReading:
 * @scanner: the layout that the scanner has
 * @computer: the layout that the computer has; of no meaning where the keys are known
 * @by_key: whether @scanner is read from the keys; if not, from the characters
 *
 * A way to read what arrived. What both layouts are the same for is read as it was typed.
 */
typedef struct
{
  IkrarKeyLayout scanner;
  IkrarKeyLayout computer;
  gboolean by_key;
} IkrarReading;

/**
 * ikrar_scan_text_next:
 * @reading: (inout): a reading; all zero for what was typed as it stands
 *
 * Goes to the next way to read, the likely ones first.
 *
 * Any thread.
 *
 * Returns: whether there is one
 */
gboolean ikrar_scan_text_next (IkrarReading *reading);

/**
 * ikrar_scan_text_read:
 * @strokes: (array length=n): what arrived
 * @n: how much
 * @reading: how to read it
 * @text: (out caller-allocates): room for @n characters and a NUL
 *
 * Reads in ASCII and upper case, a character for each stroke, `?` for what is of no code.
 *
 * Any thread.
 *
 * Returns: whether the strokes can be read so at all
 */
gboolean
ikrar_scan_text_read (const IkrarStroke *strokes, guint n, const IkrarReading *reading, char *text);

/**
 * ikrar_scan_text_readings:
 * @line: what arrived, as characters
 *
 * Any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): every distinct reading of @line, as it stands
 *   first; without the AIM identifier that a scanner may be set to send before a code (`]Q3`), and
 *   without control characters at its ends
 */
GStrv ikrar_scan_text_readings (const char *line);

/**
 * ikrar_scan_text_find_pass:
 * @text: a reading
 *
 * Finds what has the form of a pass, whatever stands before and after it.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the code, `NULL` if there is none
 */
char *ikrar_scan_text_find_pass (const char *text);

/**
 * ikrar_scan_text_find_passes:
 * @strokes: (array length=n): what arrived
 * @n: how much
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the distinct codes that a pass may have given these last
 *   strokes, a line each, which [func@desk_scan] takes as one; `NULL` if there is none
 */
char *ikrar_scan_text_find_passes (const IkrarStroke *strokes, guint n);

G_END_DECLS
