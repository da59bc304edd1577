/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ikrar_base64_decode:
 * @text: base64 of RFC 4648 section 4, with padding
 * @length: characters of @text to read
 * @data: (out caller-allocates) (array length=room): room for the bytes
 * @room: how many bytes fit
 * @size: (out): how many there are
 *
 * Strict, as GLib's decoder is not: no white space, exact padding, unused bits zero.
 *
 * Any thread. Does not allocate.
 *
 * Returns: whether @text is base64 of at most @room bytes
 */
gboolean
ikrar_base64_decode (const char *text, gsize length, gpointer data, gsize room, gsize *size);

/**
 * ikrar_base64_decode_exact:
 * @text: base64 of RFC 4648 section 4, with padding
 * @length: characters of @text to read
 * @data: (out caller-allocates) (array length=size): room for the bytes
 * @size: how many bytes it must be
 *
 * Any thread. Does not allocate.
 *
 * Returns: whether @text is base64 of exactly @size bytes
 */
gboolean ikrar_base64_decode_exact (const char *text, gsize length, gpointer data, gsize size);

G_END_DECLS
