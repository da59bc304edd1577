/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/fixture.h"
#include "store/journal.h"
#include "store/unit.h"

static IkrarId
save_in (Fixture *fixture, IkrarPerson *person, const char *unit)
{
  g_autoptr (GError) error = NULL;
  IkrarId journal = ikrar_person_save_in_unit (fixture->store, person, unit, &error);

  g_assert_no_error (error);
  g_assert_cmpint (journal, !=, 0);
  return journal;
}

static void
test_spellings_meet_in_one_unit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarPerson) first = g_new0 (IkrarPerson, 1);
  g_autoptr (IkrarPerson) second = g_new0 (IkrarPerson, 1);

  first->name = g_strdup ("Wulan");
  second->name = g_strdup ("Bagus");
  save_in (fixture, first, "Dinas Kesehatan");
  save_in (fixture, second, "DINKES");
  g_assert_cmpint (first->unit_id, !=, 0);
  g_assert_cmpint (first->unit_id, ==, second->unit_id);
  save_in (fixture, second, " ");
  g_assert_cmpint (second->unit_id, ==, 0);
}

static void
test_undo_takes_the_unit_back_too (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  IkrarId journal;

  person->name = g_strdup ("Wulan");
  journal = save_in (fixture, person, "Dinas Kesehatan");
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 1);
  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/person-unit/spellings-meet", test_spellings_meet_in_one_unit);
  fixture_test ("/store/person-unit/undo-takes-the-unit-too", test_undo_takes_the_unit_back_too);
  return g_test_run ();
}
