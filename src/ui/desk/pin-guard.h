/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The PIN that leaves a locked desk belongs to the computer: its hash, and how many wrong ones were
 * typed, stand in the settings. It keeps people at the door out of the other windows; whoever may
 * change the settings of the computer's account may take it away. Main thread. */

/**
 * ikrar_pin_guard_is_set:
 * @settings: settings of the program
 *
 * Returns: whether there is a PIN
 */
gboolean ikrar_pin_guard_is_set (GSettings *settings);

/**
 * ikrar_pin_guard_set:
 * @settings: settings of the program
 * @pin: a usable PIN
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_FAILED` if there is not enough memory
 */
gboolean ikrar_pin_guard_set (GSettings *settings, const char *pin, GError **error);

/**
 * ikrar_pin_guard_try:
 * @settings: settings of the program
 * @pin: what was typed
 *
 * Counts a wrong PIN, also over a restart; a right one forgets them. What is no PIN at all, such as
 * a scanned code, is not counted. No PIN is right while one has to wait.
 *
 * Returns: whether it is the PIN
 */
gboolean ikrar_pin_guard_try (GSettings *settings, const char *pin);

/**
 * ikrar_pin_guard_get_wait:
 * @settings: settings of the program
 *
 * Returns: for how many more seconds no PIN is taken
 */
guint ikrar_pin_guard_get_wait (GSettings *settings);

G_END_DECLS
