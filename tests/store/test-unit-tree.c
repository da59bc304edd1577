/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/unit-tree.h"

#include <string.h>

#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/raw.h"

static IkrarId
unit_of (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  IkrarId id;

  ikrar_unit_find (fixture->store, name, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Somebody in a unit, which is made if need be. */
static IkrarId
add_in (Fixture *fixture, const char *name, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

  person->name = g_strdup (name);
  g_assert_cmpint (ikrar_person_save_in_unit (fixture->store, person, unit, &error), !=, 0);
  g_assert_no_error (error);
  return person->id;
}

static void
assert_undone (Fixture *fixture, IkrarId entry, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (entry, !=, 0);
  ikrar_journal_undo (fixture->store, entry, &error);
  g_assert_no_error (error);
  after = fixture_dump_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_refused (GError **error, int code, const char *says)
{
  g_assert_error (*error, IKRAR_STORE_ERROR, code);
  g_assert_nonnull (strstr ((*error)->message, says));
  g_clear_error (error);
}

/* Every unit as "depth name people/people below". */
static char *
draw (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = ikrar_unit_tree_load (fixture->store, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < nodes->len; i++)
    {
      const IkrarUnitNode *node = g_ptr_array_index (nodes, i);

      g_string_append_printf (text, "%u %s %u/%u", node->depth, node->unit->name, node->people,
                              node->people_below);
      for (guint j = 0; j < node->aliases->len; j++)
        g_string_append_printf (text, " =%s",
                                ((IkrarUnitAlias *) g_ptr_array_index (node->aliases, j))->name);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_drawn (Fixture *fixture, const char *expected)
{
  g_autofree char *drawn = draw (fixture);

  g_assert_cmpstr (drawn, ==, expected);
}

static void
make_tree (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  add_in (fixture, "Wulan", "Dinas Kesehatan");
  add_in (fixture, "Bagus", "Puskesmas Martapura");
  add_in (fixture, "Citra", "Puskesmas Martapura");
  add_in (fixture, "Dewi", "Badan Keuangan");
  ikrar_unit_move (fixture->store, unit_of (fixture, "Puskesmas Martapura"),
                   unit_of (fixture, "Dinas Kesehatan"), &error);
  g_assert_no_error (error);
}

static void
test_tree (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  IkrarId health, clinic;

  make_tree (fixture);
  assert_drawn (fixture, "0 Badan Keuangan 1/1\n0 Dinas Kesehatan 1/3\n"
                         "1 Puskesmas Martapura 2/2\n");
  health = unit_of (fixture, "DINKES");
  clinic = unit_of (fixture, "Puskesmas Martapura");
  g_assert_cmpint (ikrar_unit_move (fixture->store, health, clinic, &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_INVALID, "below");
  g_assert_cmpint (ikrar_unit_move (fixture->store, health, health, &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_INVALID, "below");
  before = fixture_dump_state (fixture);
  assert_undone (fixture, ikrar_unit_move (fixture->store, clinic, 0, &error), before);
}

static void
test_aliases (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *with = NULL;
  IkrarId health, money, entry;

  make_tree (fixture);
  health = unit_of (fixture, "Dinas Kesehatan");
  money = unit_of (fixture, "Badan Keuangan");
  before = fixture_dump_state (fixture);
  entry = ikrar_unit_add_alias (fixture->store, health, "Jawatan Sehat", &error);
  g_assert_no_error (error);
  g_assert_cmpint (unit_of (fixture, "JAWATAN SEHAT"), ==, health);
  g_assert_cmpint (ikrar_unit_add_alias (fixture->store, money, "jawatan sehat", &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_CONFLICT, "Dinas Kesehatan");
  g_assert_cmpint (ikrar_unit_add_alias (fixture->store, money, "Dinkes", &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_CONFLICT, "Dinas Kesehatan");
  g_assert_cmpint (ikrar_unit_add_alias (fixture->store, money, " . ", &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_INVALID, "letters");
  g_assert_cmpint (ikrar_unit_remove_alias (fixture->store, money, "Jawatan Sehat", &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_NOT_FOUND, "Jawatan Sehat");
  with = fixture_dump_state (fixture);
  assert_undone (fixture, ikrar_unit_remove_alias (fixture->store, health, "Jawatan sehat", &error),
                 with);
  assert_undone (fixture, entry, before);
}

/* Lists with the old name still find the unit. */
static void
test_rename (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  IkrarId health, entry, back;

  make_tree (fixture);
  health = unit_of (fixture, "Dinas Kesehatan");
  before = fixture_dump_state (fixture);
  g_assert_cmpint (ikrar_unit_rename (fixture->store, health, "BADAN KEUANGAN", &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_CONFLICT, "Badan Keuangan");
  entry = ikrar_unit_rename (fixture->store, health, "Dinas Kesehatan dan Gizi", &error);
  g_assert_no_error (error);
  g_assert_cmpint (unit_of (fixture, "Dinkes"), ==, health);
  back = ikrar_unit_rename (fixture->store, health, "DINAS KESEHATAN", &error);
  g_assert_no_error (error);
  assert_drawn (fixture, "0 Badan Keuangan 1/1\n"
                         "0 DINAS KESEHATAN 1/3 =Dinas Kesehatan dan Gizi\n"
                         "1 Puskesmas Martapura 2/2\n");
  g_assert_cmpint (ikrar_journal_undo (fixture->store, back, &error), !=, 0);
  assert_undone (fixture, entry, before);
}

/* In a merge of a unit with one below it, the one that stays is lifted; no ring comes of it. */
static void
test_merge_with_one_below (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  IkrarId health, clinic, entry;

  make_tree (fixture);
  health = unit_of (fixture, "Dinas Kesehatan");
  clinic = unit_of (fixture, "Puskesmas Martapura");
  before = fixture_dump_state (fixture);
  entry = ikrar_unit_merge (fixture->store, clinic, health, &error);
  g_assert_no_error (error);
  assert_drawn (fixture, "0 Badan Keuangan 1/1\n0 Puskesmas Martapura 3/3 =Dinas Kesehatan\n");
  assert_undone (fixture, entry, before);
  g_assert_cmpint (ikrar_unit_merge (fixture->store, clinic, clinic, &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_INVALID, "one unit");
}

/* What was edited since stays edited when the merge is taken back. */
static void
test_merge (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = NULL;
  g_autofree char *before = NULL;
  IkrarId health, money, event, participant, entry, dewi;

  make_tree (fixture);
  health = unit_of (fixture, "Dinas Kesehatan");
  money = unit_of (fixture, "Badan Keuangan");
  dewi = fixture_count (fixture, "SELECT id FROM person WHERE name = 'Dewi'");
  event = fixture_add_event (fixture, "Apel");
  participant = fixture_add_participant (fixture, event, "Eka");
  raw_run (fixture->path, "UPDATE participant SET unit_id = (SELECT id FROM unit WHERE name = "
                          "'Badan Keuangan')");
  g_assert_cmpint (ikrar_unit_add_alias (fixture->store, money, "BPKAD", &error), !=, 0);
  before = fixture_dump_state (fixture);
  entry = ikrar_unit_merge (fixture->store, health, money, &error);
  g_assert_no_error (error);
  assert_drawn (fixture, "0 Dinas Kesehatan 2/4 =Badan Keuangan =BPKAD\n"
                         "1 Puskesmas Martapura 2/2\n");
  g_assert_cmpint (unit_of (fixture, "BPKAD"), ==, health);
  g_assert_cmpint (participant, !=, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant r JOIN unit u ON "
                                           "u.id = r.unit_id WHERE u.name = 'Dinas Kesehatan'"),
                   ==, 1);
  person = ikrar_person_get (fixture->store, dewi, &error);
  person->phone = (g_free (person->phone), g_strdup ("0812"));
  g_assert_true (ikrar_person_save (fixture->store, person, &error));
  ikrar_journal_undo (fixture->store, entry, &error);
  g_assert_no_error (error);
  ikrar_person_free (g_steal_pointer (&person));
  person = ikrar_person_get (fixture->store, dewi, &error);
  g_assert_cmpint (person->unit_id, ==, money);
  g_assert_cmpstr (person->phone, ==, "0812");
  person->phone = (g_free (person->phone), g_strdup (""));
  g_assert_true (ikrar_person_save (fixture->store, person, &error));
  {
    g_autofree char *after = fixture_dump_state (fixture);

    g_assert_cmpstr (after, ==, before);
  }
}

/* A unit that was merged on is given back by the later merge first. */
static void
test_merges_in_order (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId health, money, clinic, first, second;

  make_tree (fixture);
  health = unit_of (fixture, "Dinas Kesehatan");
  money = unit_of (fixture, "Badan Keuangan");
  clinic = unit_of (fixture, "Puskesmas Martapura");
  first = ikrar_unit_merge (fixture->store, health, clinic, &error);
  second = ikrar_unit_merge (fixture->store, money, health, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, first, &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_CONFLICT, "merged");
  g_assert_cmpint (ikrar_journal_undo (fixture->store, second, &error), !=, 0);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, first, &error), !=, 0);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/unit-tree/tree", test_tree);
  fixture_test ("/store/unit-tree/aliases", test_aliases);
  fixture_test ("/store/unit-tree/rename", test_rename);
  fixture_test ("/store/unit-tree/merge", test_merge);
  fixture_test ("/store/unit-tree/merge-with-one-below", test_merge_with_one_below);
  fixture_test ("/store/unit-tree/merges-in-order", test_merges_in_order);
  return g_test_run ();
}
