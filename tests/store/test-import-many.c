/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/import-case.h"

/* So many that what is known is loaded, in more than one page, and no longer asked for. */
#define KNOWN 5100

static char *
known_number (guint i)
{
  return g_strdup_printf ("19850101%010u", i);
}

static void
add_known (Fixture *fixture, IkrarId event)
{
  g_autoptr (IkrarImport) import = import_begin (fixture, event);

  for (guint i = 1; i <= KNOWN; i++)
    {
      g_autofree char *number = known_number (i);

      g_assert_cmpint (import_add (import, i, &(ImportCells){ number, "Budi", NULL }), ==,
                       IKRAR_IMPORT_ADDED);
    }
  import_commit (import);
}

/* So many that the numbers are loaded; somebody is met by an earlier number after that. */
static void
test_many_known (Fixture *fixture, gconstpointer unused)
{
  IkrarId first = fixture_add_event (fixture, "Satu");
  IkrarId second = fixture_add_event (fixture, "Dua");
  g_autofree char *earlier = known_number (KNOWN);
  g_autoptr (IkrarPerson) person = NULL;
  g_autoptr (IkrarImport) import = NULL;
  g_autoptr (GError) error = NULL;

  add_known (fixture, first);
  person = import_person (fixture, earlier);
  g_free (person->number);
  person->number = known_number (KNOWN + 1);
  ikrar_person_save (fixture->store, person, &error);
  g_assert_no_error (error);
  import = import_begin (fixture, second);
  for (guint i = 1; i <= KNOWN + 2; i++)
    {
      g_autofree char *number = known_number (i);

      g_assert_cmpint (import_add (import, i, &(ImportCells){ number, "Budi", NULL }), ==,
                       i == KNOWN + 1 ? IKRAR_IMPORT_PRESENT : IKRAR_IMPORT_ADDED);
    }
  import_commit (import);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, KNOWN + 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 2 * KNOWN + 1);
}

/* All of them are on the roster already: each is refused for who they are, and foreseen so. */
static void
test_many_present (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Satu");
  g_autoptr (IkrarForesight) foresight = NULL;
  g_autoptr (IkrarImport) import = NULL;
  g_autoptr (GError) error = NULL;

  add_known (fixture, event);
  foresight = ikrar_foresight_new (fixture->store, event, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= KNOWN + 1; i++)
    {
      g_autofree char *number = known_number (i);
      g_autofree char *known = NULL;
      const IkrarPerson person = { .number = number,
                                   .name = (char *) "Budi",
                                   .name_key = (char *) "budi" };

      g_assert_cmpint (ikrar_foresight_tell (foresight, &person, NULL, &known, &error), ==,
                       i <= KNOWN ? IKRAR_IMPORT_PRESENT : IKRAR_IMPORT_ADDED);
      g_assert_no_error (error);
      g_assert_cmpstr (known, ==, i <= KNOWN ? "Budi" : NULL);
    }
  import = import_begin (fixture, event);
  for (guint i = 1; i <= KNOWN + 1; i++)
    {
      g_autofree char *number = known_number (i);

      g_assert_cmpint (import_add (import, i, &(ImportCells){ number, "Budi", NULL }), ==,
                       i <= KNOWN ? IKRAR_IMPORT_PRESENT : IKRAR_IMPORT_ADDED);
      g_assert_cmpstr (ikrar_import_get_known (import), ==, i <= KNOWN ? "Budi" : "");
    }
}

/* Who is known, and on no roster yet: foreseen so, and two who share a number are two. */
static void
test_many_elsewhere (Fixture *fixture, gconstpointer unused)
{
  IkrarId first = fixture_add_event (fixture, "Satu");
  IkrarId second = fixture_add_event (fixture, "Dua");
  g_autoptr (IkrarForesight) foresight = NULL;
  g_autoptr (GError) error = NULL;

  add_known (fixture, first);
  foresight = ikrar_foresight_new (fixture->store, second, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= KNOWN; i++)
    {
      gboolean is_another = i % 7 == 0;
      g_autofree char *number = known_number (i);
      g_autofree char *known = NULL;
      const IkrarPerson person = { .number = number,
                                   .name = (char *) (is_another ? "Zulkarnain" : "Budi"),
                                   .name_key = (char *) (is_another ? "zulkarnain" : "budi") };

      g_assert_cmpint (ikrar_foresight_tell (foresight, &person, NULL, &known, &error), ==,
                       is_another ? IKRAR_IMPORT_ANOTHER : IKRAR_IMPORT_ADDED);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/import/many-known", test_many_known);
  fixture_test ("/store/import/many-present", test_many_present);
  fixture_test ("/store/import/many-elsewhere", test_many_elsewhere);
  return g_test_run ();
}
