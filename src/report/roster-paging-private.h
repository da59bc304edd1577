/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many rows fit: on the first page, on the others, and with the closing block below them. All
 * even: the two rows that share a cell to sign in are never parted. */
typedef struct
{
  guint first;
  guint later;
  guint first_closing;
  guint later_closing;
} IkrarRosterRoom;

/* The largest even number of rows of @row that go into @room. */
guint ikrar_roster_room_rows (double room, double row);

/* Puts rows on pages: as many as fit, and on the last page the closing block. @keep rows at least
 * stand on that page: signatures without a row of the list are refused by auditors. Returns the
 * number of rows of each page; there is always one page. */
GArray *ikrar_roster_paging (const IkrarRosterRoom *room, guint n_rows, guint keep);

G_END_DECLS
