/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/scan-text.h"

G_BEGIN_DECLS

/**
 * IkrarScanInput:
 *
 * What a keyboard sent since the last line, and how fast.
 */
typedef struct _IkrarScanInput IkrarScanInput;

/**
 * ikrar_scan_input_new:
 *
 * Returns: (transfer full): an empty line
 */
IkrarScanInput *ikrar_scan_input_new (void);

/**
 * ikrar_scan_input_free:
 * @line: (transfer full) (nullable): a line
 */
void ikrar_scan_input_free (IkrarScanInput *line);

/**
 * ikrar_scan_input_add:
 * @line: a line
 * @stroke: what was typed
 * @time: when, in milliseconds of any clock
 *
 * A slow wireless scanner is as good as a fast one: no pause ends a line.
 */
void ikrar_scan_input_add (IkrarScanInput *line, const IkrarStroke *stroke, guint32 time);

/**
 * ikrar_scan_input_remove_last:
 * @line: a line
 *
 * Takes back the last character, as the backspace key does.
 */
void ikrar_scan_input_remove_last (IkrarScanInput *line);

/**
 * ikrar_scan_input_clear:
 * @line: a line
 */
void ikrar_scan_input_clear (IkrarScanInput *line);

/**
 * ikrar_scan_input_is_fast:
 * @line: a line
 *
 * Returns: whether it came as no person types: a scanner's line, which a pause ends even without
 *   Enter
 */
gboolean ikrar_scan_input_is_fast (const IkrarScanInput *line);

/**
 * ikrar_scan_input_find_passes:
 * @line: a line
 * @length: (out) (optional): how many characters the scanner sent, with what it sent before the
 * code
 *
 * Looks for a pass at the end of the line: what a scanner sends while the cursor stands in some
 * field comes after what a person typed there, and is complete with its last character.
 *
 * Returns: (transfer full) (nullable): its readings, a line each; `NULL` if there is none
 */
char *ikrar_scan_input_find_passes (const IkrarScanInput *line, guint *length);

/**
 * ikrar_scan_input_choose:
 * @line: a line
 * @shown: what the entry shows, which a person may have edited
 *
 * Returns: (transfer full): @shown, and on a second line what a scanner of the US meant by the same
 *   keys, if that is something else
 */
char *ikrar_scan_input_choose (const IkrarScanInput *line, const char *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarScanInput, ikrar_scan_input_free)

G_END_DECLS
