/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/scan-repeat.h"

#define REPEAT_US (2 * G_USEC_PER_SEC)

gboolean
ikrar_scan_repeat_is_one (IkrarScanRepeat *repeat, const char *line, gint64 now)
{
  gboolean is_one = g_strcmp0 (repeat->last, line) == 0 && now - repeat->at < REPEAT_US;

  if (!is_one)
    {
      g_free (repeat->last);
      repeat->last = g_strdup (line);
    }
  repeat->at = now;
  return is_one;
}

void
ikrar_scan_repeat_clear (IkrarScanRepeat *repeat)
{
  g_clear_pointer (&repeat->last, g_free);
}
