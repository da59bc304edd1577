/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <math.h>

#include "report/roster-paging-private.h"

guint
ikrar_roster_room_rows (double room, double row)
{
  return room < 2 * row ? 0 : 2 * (guint) floor (room / (2 * row) + 1e-9);
}

GArray *
ikrar_roster_paging (const IkrarRosterRoom *room, guint n_rows, guint keep)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));
  guint left = n_rows + n_rows % 2;

  g_assert (room->first > 0 && room->later > 0 && room->later_closing >= MAX (keep, 2));

  while (left > (pages->len == 0 ? room->first_closing : room->later_closing))
    {
      /* These rows go to the last page, also if they would fit without the closing block. */
      guint moved = left > 2 ? MIN (MAX (keep, 2), left - 2) : left;
      guint taken = MIN (pages->len == 0 ? room->first : room->later, left - moved);

      g_array_append_val (pages, taken);
      left -= taken;
    }
  g_array_append_val (pages, left);
  return pages;
}
