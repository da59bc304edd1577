/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarScannerLine:
 *
 * What a keyboard sent since the last line: the characters, and beside them what the same keys
 * would be on a plain US keyboard. Scanners act as US keyboards; a computer set to another layout
 * turns their digits and letters into others, and the keys still tell what was meant.
 */
typedef struct _IkrarScannerLine IkrarScannerLine;

/**
 * ikrar_scanner_line_new:
 *
 * Returns: (transfer full): an empty line
 */
IkrarScannerLine *ikrar_scanner_line_new (void);

/**
 * ikrar_scanner_line_free:
 * @line: (transfer full) (nullable): a line
 */
void ikrar_scanner_line_free (IkrarScannerLine *line);

/**
 * ikrar_scanner_line_add:
 * @line: a line
 * @character: what was typed
 * @keycode: the key that typed it, as X11 and Wayland number keys; 0 if unknown
 *
 * There is no time-out: a slow wireless scanner is as good as a fast one.
 */
void ikrar_scanner_line_add (IkrarScannerLine *line, gunichar character, guint keycode);

/**
 * ikrar_scanner_line_remove_last:
 * @line: a line
 *
 * Takes back the last character, as the backspace key does.
 */
void ikrar_scanner_line_remove_last (IkrarScannerLine *line);

/**
 * ikrar_scanner_line_clear:
 * @line: a line
 */
void ikrar_scanner_line_clear (IkrarScannerLine *line);

/**
 * ikrar_scanner_line_find_pass:
 * @line: a line
 * @length: (out) (optional): how many characters were typed for it
 *
 * Looks for a pass code at the end of the line: what a scanner sends while the cursor stands in
 * some other field comes after what a person typed there.
 *
 * Returns: (transfer full) (nullable): the code, `NULL` if there is none
 */
char *ikrar_scanner_line_find_pass (const IkrarScannerLine *line, guint *length);

/**
 * ikrar_scanner_line_choose:
 * @line: a line
 * @shown: what the entry shows, which a person may have edited
 *
 * Returns: (transfer full): what was meant: the pass code if the keys make one, else @shown
 */
char *ikrar_scanner_line_choose (const IkrarScannerLine *line, const char *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarScannerLine, ikrar_scanner_line_free)

G_END_DECLS
