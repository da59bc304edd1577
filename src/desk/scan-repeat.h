/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarScanRepeat:
 *
 * Tells double reads: scanners and cameras read a pass again as long as it is before them. All zero
 * is one that has seen nothing.
 */
typedef struct
{
  char *last;
  gint64 at;
} IkrarScanRepeat;

/**
 * ikrar_scan_repeat_is_one:
 * @repeat: what was read last
 * @line: what was read now
 * @now: microseconds of a clock that only goes forward
 *
 * Returns: whether the same was read within the last two seconds; it is one read then, however long
 *   it goes on
 */
gboolean ikrar_scan_repeat_is_one (IkrarScanRepeat *repeat, const char *line, gint64 now);

/**
 * ikrar_scan_repeat_clear:
 * @repeat: what was read last
 *
 * Forgets it: what follows is judged anew, as after an error or when it was taken back.
 */
void ikrar_scan_repeat_clear (IkrarScanRepeat *repeat);

G_END_DECLS
