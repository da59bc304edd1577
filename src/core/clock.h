/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ikrar_clock_parse:
 * @text: (nullable): a time of day as people write it: `08.30`, `8:30`, `0830`, `8`, `pukul 8.30
 *   WITA`
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * A zone after the time is read over: what counts is the zone of the event.
 *
 * Any thread.
 *
 * Returns: whether @text is a time of day
 */
gboolean ikrar_clock_parse (const char *text, int *hour, int *minute);

/**
 * ikrar_clock_format:
 * @hour: 0 to 23
 * @minute: 0 to 59
 *
 * Any thread.
 *
 * Returns: (transfer full): `08.30` (point, 24 hours; EYD)
 */
char *ikrar_clock_format (int hour, int minute);

G_END_DECLS
