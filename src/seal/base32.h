/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ikrar_base32_encode:
 * @data: (array length=size): bytes
 * @size: how many
 *
 * RFC 4648 base32, upper case, no padding: letters and digits survive a scanner set to another
 * keyboard layout and a pressed Caps Lock.
 *
 * Any thread.
 *
 * Returns: (transfer full): the text
 */
char *ikrar_base32_encode (gconstpointer data, gsize size);

/**
 * ikrar_base32_decode:
 * @text: upper-case base32 without padding
 * @length: characters of @text to read
 * @data: (out caller-allocates) (array length=size): room for the bytes
 * @size: exact number of bytes expected
 *
 * Strict: any other character, a wrong length or non-zero unused bits are refused, so that every
 * value has exactly one text.
 *
 * Any thread.
 *
 * Returns: whether @text was exactly @size bytes
 */
gboolean ikrar_base32_decode (const char *text, gsize length, gpointer data, gsize size);

G_END_DECLS
