/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ikrar_text_clean:
 * @text: (nullable): text as a person or a spreadsheet wrote it
 *
 * Takes away what cannot be seen: no-break and narrow spaces become spaces, zero-width characters,
 * control characters and leading text marks (`'`, `` ` `` or `’` that a spreadsheet put there) go,
 * runs of white space become one space, ends are trimmed, the form is NFC. Invalid UTF-8 bytes
 * become U+FFFD. Source: the list of mangled cells met in the field (rows 5 to 7).
 *
 * Any thread.
 *
 * Returns: (transfer full): clean text, "" for `NULL`
 */
char *ikrar_text_clean (const char *text);

/**
 * ikrar_text_fold:
 * @text: (nullable): any text
 *
 * Makes the key under which two spellings of the same words meet: case folded, accents and
 * apostrophes dropped, every other run of characters that are neither letter nor digit turned into
 * one space, ends trimmed.
 *
 * Any thread.
 *
 * Returns: (transfer full): the key, "" for `NULL`
 */
char *ikrar_text_fold (const char *text);

/**
 * ikrar_text_digits:
 * @text: (nullable): any text
 *
 * Keeps the digits 0 to 9 of @text, also full-width ones.
 *
 * Any thread.
 *
 * Returns: (transfer full): digits only, "" if there are none
 */
char *ikrar_text_digits (const char *text);

/**
 * ikrar_text_is_blank:
 * @text: (nullable): any text
 *
 * Any thread.
 *
 * Returns: whether @text is `NULL` or has nothing that can be seen, which is when
 *   [func@text_clean] leaves nothing
 */
gboolean ikrar_text_is_blank (const char *text);

/**
 * ikrar_text_is_none:
 * @text: (nullable): a cell for a number or a grade
 *
 * Any thread.
 *
 * Returns: whether @text says that there is nothing: blank, only punctuation (`-`, `–`), `0`, or a
 *   word such as `belum ada`, `proses`, `honorer`, `THL` or `Non ASN`
 */
gboolean ikrar_text_is_none (const char *text);

/**
 * ikrar_text_replace:
 * @text: (inout): a text that its owner frees
 * @by: (nullable): what is to stand there instead, `NULL` to leave it as it is
 *
 * Any thread.
 */
void ikrar_text_replace (char **text, const char *by);

G_END_DECLS
