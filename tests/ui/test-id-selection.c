/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "ui/common/id-selection.h"

static gint64
key (gconstpointer line)
{
  return *(const gint64 *) line;
}

typedef struct
{
  gint64 ids[10];
  IkrarLineList *list;
  IkrarIdSelection *selection;
  guint told; /* items whose selection may have changed */
} Fixture;

static void
on_selection_changed (GtkSelectionModel *model, guint position, guint n_items, Fixture *fixture)
{
  fixture->told += n_items;
}

/* Shows lines of these ids, which are 1 to 10. */
static void
show (Fixture *fixture, guint first, guint last)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (lines, &fixture->ids[i - 1]);
  ikrar_line_list_show (fixture->list, lines);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->ids); i++)
    fixture->ids[i] = i + 1;
  fixture->list = ikrar_line_list_new ();
  fixture->selection = ikrar_id_selection_new (fixture->list, key);
  show (fixture, 1, 10);
  g_signal_connect (fixture->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                    fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->list);
}

static void
check_positions (Fixture *fixture, const char *expected)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpint (gtk_selection_model_is_selected (model, i), ==,
                       gtk_bitset_contains (selected, i));
      g_string_append_c (seen, gtk_bitset_contains (selected, i) ? 'x' : '.');
    }
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_select (Fixture *fixture, gconstpointer unused)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_item (model, 2, FALSE);
  gtk_selection_model_select_item (model, 4, FALSE);
  check_positions (fixture, "..x.x.....");
  g_assert_cmpuint (fixture->told, ==, 2);
  gtk_selection_model_select_item (model, 7, TRUE);
  check_positions (fixture, ".......x..");
  gtk_selection_model_select_range (model, 0, 3, FALSE);
  check_positions (fixture, "xxx....x..");
  gtk_selection_model_unselect_range (model, 1, 8);
  check_positions (fixture, "x.........");
  gtk_selection_model_unselect_item (model, 0);
  check_positions (fixture, "..........");
  gtk_selection_model_select_all (model);
  check_positions (fixture, "xxxxxxxxxx");
  gtk_selection_model_unselect_all (model);
  check_positions (fixture, "..........");
  g_assert_false (gtk_selection_model_is_selected (model, 10));
}

static void
test_set_selection (Fixture *fixture, gconstpointer unused)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_range (2, 2);
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (1, 5);

  gtk_selection_model_select_range (model, 0, 2, TRUE);
  gtk_selection_model_set_selection (model, selected, mask);
  check_positions (fixture, "x.xx......");
}

static void
test_stays_while_hidden (Fixture *fixture, gconstpointer unused)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_range (model, 3, 3, TRUE);
  show (fixture, 6, 10);
  check_positions (fixture, "x....");
  g_assert_cmpuint (ikrar_id_selection_get_size (fixture->selection), ==, 3);
  gtk_selection_model_select_all (model);
  show (fixture, 1, 10);
  check_positions (fixture, "...xxxxxxx");
}

/* An item without a line is nobody, whatever is asked of it. */
static void
test_lingering (Fixture *fixture, gconstpointer unused)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, 10);

  ikrar_line_list_set_lingers (fixture->list, TRUE);
  show (fixture, 1, 2);
  gtk_selection_model_select_all (model);
  check_positions (fixture, "xx........");
  g_assert_false (gtk_selection_model_select_item (model, 5, FALSE));
  gtk_selection_model_set_selection (model, all, all);
  gtk_selection_model_select_range (model, 1, 8, FALSE);
  check_positions (fixture, "xx........");
  g_assert_cmpuint (ikrar_id_selection_get_size (fixture->selection), ==, 2);
}

static gboolean
is_even (IkrarId id, gpointer calls)
{
  ++*(guint *) calls;
  return id % 2 == 0;
}

static void
test_keep (Fixture *fixture, gconstpointer unused)
{
  guint calls = 0;

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (fixture->selection), 0, 6, TRUE);
  ikrar_id_selection_keep (fixture->selection, is_even, &calls);
  g_assert_cmpuint (calls, ==, 6);
  check_positions (fixture, ".x.x.x....");
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  IkrarId one = *(const IkrarId *) a, two = *(const IkrarId *) b;

  return one < two ? -1 : one > two;
}

static void
test_ids (Fixture *fixture, gconstpointer unused)
{
  static const IkrarId wanted[] = { 3, 5, 77 };
  g_autoptr (GArray) ids = NULL;

  ikrar_id_selection_add (fixture->selection, wanted, G_N_ELEMENTS (wanted));
  check_positions (fixture, "..x.x.....");
  g_assert_true (ikrar_id_selection_contains (fixture->selection, 77));
  ids = ikrar_id_selection_get_ids (fixture->selection);
  g_array_sort (ids, compare_ids);
  g_assert_cmpmem (ids->data, ids->len * sizeof (IkrarId), wanted, sizeof wanted);
  ikrar_id_selection_clear (fixture->selection);
  g_assert_cmpuint (ikrar_id_selection_get_size (fixture->selection), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/ui/id-selection/select", test_select },
    { "/ui/id-selection/lingering", test_lingering },
    { "/ui/id-selection/set-selection", test_set_selection },
    { "/ui/id-selection/stays-while-hidden", test_stays_while_hidden },
    { "/ui/id-selection/keep", test_keep },
    { "/ui/id-selection/ids", test_ids },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
