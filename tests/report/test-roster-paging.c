/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/roster-paging-private.h"

#define MOST 400

static const IkrarRosterRoom rooms[] = {
  { 22, 28, 12, 18 }, { 18, 24, 8, 14 }, { 22, 28, 2, 8 }, { 4, 28, 0, 8 }, { 2, 10, 0, 6 },
};

static void
check_pages (const IkrarRosterRoom *room, guint n_rows, guint keep, const GArray *pages)
{
  guint sum = 0, last = g_array_index (pages, guint, pages->len - 1);

  for (guint i = 0; i < pages->len; i++)
    {
      guint rows = g_array_index (pages, guint, i);

      g_assert_cmpuint (rows % 2, ==, 0);
      g_assert_cmpuint (rows, <=, i == 0 ? room->first : room->later);
      sum += rows;
    }
  g_assert_cmpuint (sum, ==, n_rows + n_rows % 2);
  g_assert_cmpuint (last, <=, pages->len == 1 ? room->first_closing : room->later_closing);
  /* Signatures without a row of the list are refused. */
  if (pages->len > 1)
    g_assert_cmpuint (last, >=, MIN (keep, 2));
}

static void
test_properties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    for (guint keep = 2; keep <= 6; keep += 2)
      {
        guint before = 1;

        for (guint n_rows = 0; n_rows <= MOST; n_rows++)
          {
            g_autoptr (GArray) pages = ikrar_roster_paging (&rooms[i], n_rows, keep);

            check_pages (&rooms[i], n_rows, keep, pages);
            g_assert_cmpuint (pages->len, >=, before);
            before = pages->len;
          }
      }
}

/* The papers in the drawing: 58 people and four free rows on three pages of F4. */
static void
test_drawn (void)
{
  g_autoptr (GArray) pages = ikrar_roster_paging (&rooms[0], 62, 6);

  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_cmpuint (g_array_index (pages, guint, 0), ==, 22);
  g_assert_cmpuint (g_array_index (pages, guint, 1), ==, 28);
  g_assert_cmpuint (g_array_index (pages, guint, 2), ==, 12);
}

static void
test_room (void)
{
  g_assert_cmpuint (ikrar_roster_room_rows (-5, 10), ==, 0);
  g_assert_cmpuint (ikrar_roster_room_rows (19.9, 10), ==, 0);
  g_assert_cmpuint (ikrar_roster_room_rows (20, 10), ==, 2);
  g_assert_cmpuint (ikrar_roster_room_rows (39.9, 10), ==, 2);
  g_assert_cmpuint (ikrar_roster_room_rows (280, 10), ==, 28);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/roster-paging/properties", test_properties);
  g_test_add_func ("/report/roster-paging/drawn", test_drawn);
  g_test_add_func ("/report/roster-paging/room", test_room);
  return g_test_run ();
}
