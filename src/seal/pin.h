/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IKRAR_PIN_LENGTH_MIN:
 *
 * A PIN has at least so many digits.
 */
#define IKRAR_PIN_LENGTH_MIN 4

/**
 * IKRAR_PIN_LENGTH_MAX:
 *
 * A PIN has at most so many digits: what a scanner types into its field by mistake is longer.
 */
#define IKRAR_PIN_LENGTH_MAX 12

/**
 * ikrar_pin_is_usable:
 * @pin: what was typed
 *
 * Any thread.
 *
 * Returns: whether it is a PIN: 4 to 12 digits
 */
gboolean ikrar_pin_is_usable (const char *pin);

/**
 * ikrar_pin_hash:
 * @pin: a usable PIN
 * @error: return location for an error
 *
 * argon2id 1.3 with libsodium's INTERACTIVE limits (2 passes over 64 MiB) and a salt of its own. It
 * keeps the PIN from whoever reads the settings by chance; a machine that tries all PINs of four
 * digits finds it in minutes. Takes about a tenth of a second by intention.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the hash as text, which tells nothing of the PIN, or `NULL`
 *   with `IKRAR_SEAL_ERROR_FAILED` if there is not enough memory
 */
char *ikrar_pin_hash (const char *pin, GError **error);

/**
 * ikrar_pin_fits:
 * @pin: what was typed
 * @hash: the hash of a PIN
 *
 * Takes as long as hashing.
 *
 * Any thread.
 *
 * Returns: whether it is that PIN; nothing fits what is no hash
 */
gboolean ikrar_pin_fits (const char *pin, const char *hash);

/**
 * ikrar_pin_wait:
 * @wrong: how many wrong ones were typed since the last right one
 *
 * Two slips cost nothing; then 5 seconds, doubling up to five minutes: to try all PINs of four
 * digits takes weeks.
 *
 * Any thread.
 *
 * Returns: for how many seconds no PIN is taken
 */
guint ikrar_pin_wait (guint wrong);

G_END_DECLS
