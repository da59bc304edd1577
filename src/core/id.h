/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarId:
 *
 * A 63-bit id made by the program: 41 bits of milliseconds since 2020-01-01 UTC, then 22 random
 * bits. Unique across installations without asking anyone and roughly ordered by time, so that
 * databases can be merged. 0 is "none" and never made.
 */
typedef gint64 IkrarId;

#define IKRAR_ID_FORMAT G_GINT64_FORMAT
#define IKRAR_NONCE_SIZE 16

/**
 * ikrar_id_new:
 *
 * Makes a new id, greater than every id this process made before.
 *
 * Any thread.
 *
 * Returns: a new id
 */
IkrarId ikrar_id_new (void);

/**
 * ikrar_id_parse:
 * @text: decimal digits
 * @id: (out): the id
 * @error: return location for an error
 *
 * Reads an id as the command line and JSON write it.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_CORE_ERROR_SYNTAX` if @text is not a positive 63-bit number
 */
gboolean ikrar_id_parse (const char *text, IkrarId *id, GError **error);

/**
 * ikrar_nonce_new:
 * @nonce: (out): room for 16 bytes
 *
 * Fills @nonce from the system's random source. Every write carries one: a retry with the same
 * nonce is the same write, never a second one.
 *
 * Any thread.
 */
void ikrar_nonce_new (guint8 nonce[IKRAR_NONCE_SIZE]);

G_END_DECLS
