/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "ui/common/line-list.h"

#include <stdlib.h>

#define SEED 20241107

/* A line: its id and a state that may be newer. */
typedef struct
{
  gint64 id;
  guint state;
} Line;

static gint64
key (gconstpointer line)
{
  return ((const Line *) line)->id;
}

static Line *
add_line (GPtrArray *lines, gint64 id, guint state)
{
  Line *line = g_new (Line, 1);

  *line = (Line){ id, state };
  g_ptr_array_add (lines, line);
  return line;
}

static GPtrArray *
make_lines (const gint64 *ids, guint n_ids, guint state)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_ids; i++)
    add_line (lines, ids[i], state);
  return lines;
}

/* What somebody who only listens to the list knows of it. */
typedef struct
{
  GPtrArray *items;
  guint removals;
  guint additions;
} Mirror;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Mirror *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, (int) (position + i),
                        g_list_model_get_item (list, position + i));
  mirror->removals += removed;
  mirror->additions += added;
  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (list));
}

static void
mirror_init (Mirror *mirror, IkrarLineList *list)
{
  *mirror = (Mirror){ .items = g_ptr_array_new_with_free_func (g_object_unref) };
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), mirror);
  on_items_changed (G_LIST_MODEL (list), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)),
                    mirror);
  mirror->additions = 0;
}

/* The rest of a list that grew is told of a moment later. */
static void
check_mirror (Mirror *mirror, IkrarLineList *list, GPtrArray *lines)
{
  g_assert_cmpuint (ikrar_line_list_get_size (list), ==, lines->len);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, lines->len);
  g_assert_cmpuint (mirror->items->len, ==, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (IkrarLineItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (item == g_ptr_array_index (mirror->items, i));
      g_assert_true (ikrar_line_item_get_line (item) == g_ptr_array_index (lines, i));
      g_assert_true (ikrar_line_list_get_line (list, i) == g_ptr_array_index (lines, i));
    }
}

static void
mirror_clear (Mirror *mirror, IkrarLineList *list)
{
  g_signal_handlers_disconnect_by_data (list, mirror);
  g_ptr_array_unref (mirror->items);
}

static void
count_call (gpointer object, guint *calls)
{
  ++*calls;
}

static void
test_show_fills_in_place (void)
{
  static const gint64 before[] = { 1, 2, 3, 4, 5 };
  static const gint64 after[] = { 9, 8, 7 };
  g_autoptr (GPtrArray) first = make_lines (before, G_N_ELEMENTS (before), 0);
  g_autoptr (GPtrArray) second = make_lines (after, G_N_ELEMENTS (after), 0);
  g_autoptr (IkrarLineList) list = ikrar_line_list_new ();
  guint changed = 0, shown = 0;
  Mirror mirror;

  ikrar_line_list_show (list, first);
  mirror_init (&mirror, list);
  g_signal_connect (g_ptr_array_index (mirror.items, 0), "changed", G_CALLBACK (count_call),
                    &changed);
  g_signal_connect (list, "shown", G_CALLBACK (count_call), &shown);
  ikrar_line_list_show (list, second);
  check_mirror (&mirror, list, second);
  g_assert_cmpuint (mirror.removals, ==, 2);
  g_assert_cmpuint (mirror.additions, ==, 0);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (shown, ==, 1);
  ikrar_line_list_show (list, first);
  check_mirror (&mirror, list, first);
  mirror_clear (&mirror, list);
}

static void
test_items_end (void)
{
  static const gint64 ids[] = { 1, 2 };
  g_autoptr (GPtrArray) lines = make_lines (ids, G_N_ELEMENTS (ids), 0);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  IkrarLineList *list = ikrar_line_list_new ();
  g_autoptr (IkrarLineItem) second = NULL;
  g_autoptr (IkrarLineItem) again = NULL;

  ikrar_line_list_show (list, lines);
  second = g_list_model_get_item (G_LIST_MODEL (list), 1);
  ikrar_line_list_show (list, none);
  g_assert_null (ikrar_line_item_get_line (second));
  ikrar_line_list_show (list, lines);
  again = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (again != second);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));
  g_assert_null (ikrar_line_list_get_line (list, 2));
  g_assert_finalize_object (list);
  g_assert_null (ikrar_line_item_get_line (again));
}

static void
test_follow (void)
{
  static const struct
  {
    gint64 before[6];
    gint64 after[6];
    guint removals;
    guint additions;
  } cases[] = {
    { { 1, 2, 3 }, { 1, 2, 3 }, 0, 0 },
    { { 1, 2, 3 }, { 1, 2, 3, 4 }, 0, 1 },
    { { 1, 2, 3, 4 }, { 2, 3 }, 2, 0 },
    { { 1, 2, 3, 4, 5 }, { 1, 3, 5 }, 2, 0 },
    { { 1, 3, 5 }, { 1, 2, 3, 4, 5 }, 0, 2 },
    { { 1, 2, 4, 5 }, { 1, 3, 4, 6 }, 2, 2 },
    { { 0 }, { 1, 2 }, 0, 2 },
    { { 1, 2 }, { 0 }, 2, 0 },
    /* Another order is no small difference. */
    { { 1, 2, 3, 4 }, { 1, 3, 2, 4 }, 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (IkrarLineList) list = ikrar_line_list_new ();
      Mirror mirror;

      for (guint j = 0; j < 6 && cases[i].before[j] != 0; j++)
        add_line (before, cases[i].before[j], 0);
      for (guint j = 0; j < 6 && cases[i].after[j] != 0; j++)
        add_line (after, cases[i].after[j], 1);
      ikrar_line_list_show (list, before);
      mirror_init (&mirror, list);
      ikrar_line_list_follow (list, after, key);
      check_mirror (&mirror, list, after);
      g_assert_cmpuint (mirror.removals, ==, cases[i].removals);
      g_assert_cmpuint (mirror.additions, ==, cases[i].additions);
      mirror_clear (&mirror, list);
    }
}

/* Each of 200 lines is in with the chance of one in @rarity; some rounds turn them round. */
static GPtrArray *
make_random (GRand *rand, guint state)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  int rarity = g_rand_int_range (rand, 1, 60);
  gboolean rare_gone = g_rand_boolean (rand);

  for (gint64 id = 1; id <= 200; id++)
    if ((g_rand_int_range (rand, 0, rarity) == 0) != rare_gone)
      add_line (lines, id, state);
  if (lines->len > 2 && g_rand_int_range (rand, 0, 8) == 0)
    {
      gpointer first = lines->pdata[0];

      lines->pdata[0] = lines->pdata[lines->len - 1];
      lines->pdata[lines->len - 1] = first;
    }
  return lines;
}

static void
test_follow_anything (gconstpointer lingers)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (IkrarLineList) list = ikrar_line_list_new ();
  g_autoptr (GPtrArray) lines = make_random (rand, 0);
  Mirror mirror;

  g_test_message ("seed %d", SEED);
  ikrar_line_list_set_lingers (list, lingers != NULL);
  ikrar_line_list_show (list, lines);
  mirror_init (&mirror, list);
  for (guint round = 1; round <= 500; round++)
    {
      g_autoptr (GPtrArray) before = g_steal_pointer (&lines);

      lines = make_random (rand, round);
      if (g_rand_int_range (rand, 0, 4) == 0)
        ikrar_line_list_show (list, lines);
      else
        ikrar_line_list_follow (list, lines, key);
      check_mirror (&mirror, list, lines);
    }
  mirror_clear (&mirror, list);
}

/* Who is looked at stays the same object while others come and go around. */
static void
test_follow_keeps_items (void)
{
  static const gint64 before[] = { 1, 2, 3, 4, 5 };
  static const gint64 after[] = { 2, 4, 6, 7 };
  g_autoptr (GPtrArray) first = make_lines (before, G_N_ELEMENTS (before), 0);
  g_autoptr (GPtrArray) second = make_lines (after, G_N_ELEMENTS (after), 1);
  g_autoptr (IkrarLineList) list = ikrar_line_list_new ();
  g_autoptr (IkrarLineItem) four = NULL;
  g_autoptr (IkrarLineItem) now = NULL;
  guint changed = 0;

  ikrar_line_list_show (list, first);
  four = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_signal_connect (four, "changed", G_CALLBACK (count_call), &changed);
  ikrar_line_list_follow (list, second, key);
  now = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (now == four);
  g_assert_cmpuint (((const Line *) ikrar_line_item_get_line (four))->state, ==, 1);
  g_assert_cmpuint (changed, ==, 1);
}

static void
test_grows_in_steps (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (IkrarLineList) list = ikrar_line_list_new ();
  Mirror mirror;

  for (gint64 id = 1; id <= 1000; id++)
    add_line (lines, id, 0);
  mirror_init (&mirror, list);
  ikrar_line_list_show (list, lines);
  g_assert_cmpuint (mirror.items->len, >, 0);
  g_assert_cmpuint (mirror.items->len, <, 100);
  g_assert_true (ikrar_line_list_get_line (list, 999) == g_ptr_array_index (lines, 999));
  check_mirror (&mirror, list, lines);
  mirror_clear (&mirror, list);
}

/* Until it is told of, an item that has no line any more stays, and says so; then it goes. */
static void
test_lingers (void)
{
  static const gint64 ids[] = { 1, 2, 3, 4, 5 };
  g_autoptr (GPtrArray) many = make_lines (ids, G_N_ELEMENTS (ids), 0);
  g_autoptr (GPtrArray) few = make_lines (ids, 2, 1);
  g_autoptr (IkrarLineList) list = ikrar_line_list_new ();
  guint changed = 0;
  Mirror mirror;

  ikrar_line_list_set_lingers (list, TRUE);
  ikrar_line_list_show (list, many);
  mirror_init (&mirror, list);
  g_signal_connect (g_ptr_array_index (mirror.items, 4), "changed", G_CALLBACK (count_call),
                    &changed);
  ikrar_line_list_show (list, few);
  g_assert_cmpuint (ikrar_line_list_get_size (list), ==, 2);
  g_assert_null (ikrar_line_list_get_line (list, 2));
  g_assert_cmpuint (mirror.items->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_true (ikrar_line_item_get_line (g_ptr_array_index (mirror.items, i)) ==
                   (i < 2 ? g_ptr_array_index (few, i) : NULL));
  g_assert_cmpuint (changed, ==, 1);
  check_mirror (&mirror, list, few);
  mirror_clear (&mirror, list);
}

/* What is there again before it went is shown in place. */
static void
test_comes_back_while_lingering (void)
{
  static const gint64 ids[] = { 1, 2, 3, 4, 5 };
  g_autoptr (GPtrArray) many = make_lines (ids, G_N_ELEMENTS (ids), 0);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (IkrarLineList) list = ikrar_line_list_new ();
  Mirror mirror;

  ikrar_line_list_set_lingers (list, TRUE);
  ikrar_line_list_show (list, many);
  mirror_init (&mirror, list);
  ikrar_line_list_show (list, nobody);
  ikrar_line_list_show (list, many);
  check_mirror (&mirror, list, many);
  g_assert_cmpuint (mirror.removals, ==, 0);
  mirror_clear (&mirror, list);
}

/* A list that is let go while it grows asks nobody any more. */
static void
test_ends_while_growing (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  IkrarLineList *list = ikrar_line_list_new ();

  for (gint64 id = 1; id <= 1000; id++)
    add_line (lines, id, 0);
  ikrar_line_list_show (list, lines);
  g_assert_finalize_object (list);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/line-list/show-fills-in-place", test_show_fills_in_place);
  g_test_add_func ("/ui/line-list/items-end", test_items_end);
  g_test_add_func ("/ui/line-list/follow", test_follow);
  g_test_add_data_func ("/ui/line-list/follow-anything", NULL, test_follow_anything);
  g_test_add_data_func ("/ui/line-list/follow-anything-lingering", "yes", test_follow_anything);
  g_test_add_func ("/ui/line-list/follow-keeps-items", test_follow_keeps_items);
  g_test_add_func ("/ui/line-list/grows-in-steps", test_grows_in_steps);
  g_test_add_func ("/ui/line-list/lingers", test_lingers);
  g_test_add_func ("/ui/line-list/comes-back-while-lingering", test_comes_back_while_lingering);
  g_test_add_func ("/ui/line-list/ends-while-growing", test_ends_while_growing);
  return g_test_run ();
}
