/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/person-duplicates.h"

#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/person-number.h"
#include "store/raw.h"

static IkrarId
add (Fixture *fixture, const char *name, const char *number, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  IkrarNumber parsed;

  ikrar_number_parse (number, IKRAR_CELL_TEXT, 0, &parsed);
  person->name = g_strdup (name);
  person->number = g_strdup (number);
  person->number_kind = *number != '\0' ? parsed.kind : IKRAR_NUMBER_NONE;
  g_assert_cmpint (ikrar_person_save_in_unit (fixture->store, person, unit, &error), !=, 0);
  g_assert_no_error (error);
  return person->id;
}

static GArray *
hunt (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GArray *found = ikrar_person_duplicates (fixture->store, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* Two people, and what they are proposed as; NULL if they are not. */
static const struct
{
  const char *one[3]; /* name, number, unit */
  const char *other[3];
  const char *kind;
} cases[] = {
  /* One digit apart. */
  { { "Siti Aminah", "198503032010012001", "Dinas A" },
    { "Siti Aminah", "198503032010012002", "Dinas B" },
    "digit" },
  { { "Siti Aminah", "198503032010012001", "Dinas A" },
    { "Siti Amina", "199503032010012001", "Dinas B" },
    "digit" },
  { { "Muhammad Yusuf", "198503032010011001", "" },
    { "M. Yusuf", "198503032010011007", "" },
    "digit" },
  { { "Siti Aminah", "198503032010012001", "" },
    { "Siti Aminah", "19850303201001201", "" },
    "digit" },
  { { "Siti Aminah", "198503032010012001", "" },
    { "Siti Aminah", "1985030320100120001", "" },
    "digit" },
  /* Born a day apart and appointed together: two people. */
  { { "Siti Aminah", "198503032010012001", "Dinas A" },
    { "Siti Rahmawati", "198503042010012001", "Dinas A" },
    NULL },
  { { "Budi Santoso", "198503032010011001", "Dinas A" },
    { "Wayan Sudira", "198503032010011002", "Dinas A" },
    NULL },
  /* Two digits apart. */
  { { "Siti Aminah", "198503032010012001", "Dinas A" },
    { "Siti Aminah", "198504042010012001", "Dinas B" },
    NULL },
  /* A national id and an employee number of one birth. */
  { { "Siti Aminah", "198503032010012001", "Dinas A" },
    { "Siti Aminah", "6371014303850002", "Dinas B" },
    "twin" },
  { { "Siti Aminah", "198503032010012001", "Dinas A" },
    { "Siti Aminah", "6371010303850002", "Dinas B" },
    NULL },
  /* The same name in the same unit. */
  { { "Siti Aminah", "198503032010012001", "Dinas A" }, { "SITI AMINAH", "", "DINAS A" }, "name" },
  { { "Siti Aminah", "", "Dinas A" }, { "Siti Aminah", "", "Dinas A" }, "name" },
  { { "Siti Aminah", "", "Dinas A" }, { "Siti Aminah", "", "Dinas B" }, NULL },
  { { "Siti Aminah", "", "" }, { "Siti Aminah", "", "" }, NULL },
  { { "Siti Aminah", "198503032010012001", "Dinas A" },
    { "Siti Aminah", "197911112005012003", "Dinas A" },
    "namesake" },
  /* Husband and wife of one name: told as what they are, not as one. */
  { { "Nur Hidayat", "198503032010011001", "Dinas A" },
    { "Nur Hidayat", "198606062010012001", "Dinas A" },
    "namesake" },
};

static void
test_cases (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarId one = add (fixture, cases[i].one[0], cases[i].one[1], cases[i].one[2]);
      IkrarId other = add (fixture, cases[i].other[0], cases[i].other[1], cases[i].other[2]);
      g_autoptr (GArray) found = hunt (fixture);

      g_test_message ("case %u", i);
      g_assert_cmpuint (found->len, ==, cases[i].kind != NULL);
      if (cases[i].kind != NULL)
        {
          const IkrarDuplicate *pair = &g_array_index (found, IkrarDuplicate, 0);

          g_assert_cmpstr (ikrar_duplicate_kind_word (pair->kind), ==, cases[i].kind);
          g_assert_cmpint (pair->first, ==, MIN (one, other));
          g_assert_cmpint (pair->second, ==, MAX (one, other));
          g_assert_cmpuint (ikrar_person_duplicates_count (found, pair->kind), ==, 1);
        }
      raw_run (fixture->path, "DELETE FROM person");
    }
}

/* Only a program that knows no earlier numbers can have made it. */
static void
test_same_number (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = NULL;

  add (fixture, "Siti Aminah", "198503032010012001", "");
  add (fixture, "Siti A.", "", "");
  raw_run (fixture->path, "INSERT INTO person_number (id, number, number_kind, person_id) SELECT "
                          "7, '198503032010012001', 'nip', id FROM person WHERE number = ''");
  found = hunt (fixture);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, IkrarDuplicate, 0).kind, ==, IKRAR_DUPLICATE_NUMBER);
}

static void
test_apart (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId one = add (fixture, "Siti Aminah", "", "Dinas A");
  IkrarId other = add (fixture, "Siti Aminah", "", "Dinas A");
  IkrarId entry = ikrar_person_apart (fixture->store, other, one, &error);
  g_autoptr (GArray) apart = hunt (fixture);
  g_autoptr (GArray) again = NULL;

  g_assert_cmpint (entry, !=, 0);
  g_assert_cmpuint (apart->len, ==, 0);
  g_assert_cmpint (ikrar_person_apart (fixture->store, one, other, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_person_apart (fixture->store, one, one, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), !=, 0);
  again = hunt (fixture);
  g_assert_cmpuint (again->len, ==, 1);
}

/* Each of many is proposed with the first; not every pair of thousands. */
static void
test_many_of_one_name (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < 20; i++)
    add (fixture, "Sumarno", "", "Dinas A");
  found = hunt (fixture);
  g_assert_cmpuint (found->len, ==, 19);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const IkrarProgress progress = { .cancellable = cancellable };

  add (fixture, "Sumarno", "", "Dinas A");
  g_cancellable_cancel (cancellable);
  g_assert_null (ikrar_person_duplicates (fixture->store, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Earlier numbers are found by a search, and belong to one person only. */
static void
test_earlier_numbers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  IkrarId one = add (fixture, "Siti Aminah", "198503032010012001", "");
  IkrarId other = add (fixture, "Wayan Sudira", "197911112005011003", "");
  IkrarId found, entry;

  entry = ikrar_person_number_add (fixture->store, one, "131110468", IKRAR_NUMBER_OLD_NIP, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry, !=, 0);
  ikrar_person_find (fixture->store, "131110468", &found, &error);
  g_assert_cmpint (found, ==, one);
  lines = ikrar_person_list (fixture->store, "131110468", 10, NULL, &error);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (
      ikrar_person_number_add (fixture->store, other, "131110468", IKRAR_NUMBER_OLD_NIP, &error),
      ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_person_number_remove (fixture->store, other, "131110468", &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_person_number_remove (fixture->store, one, "131110468", &error), !=, 0);
  numbers = ikrar_person_number_list (fixture->store, one, &error);
  g_assert_cmpuint (numbers->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/person-duplicates/cases", test_cases);
  fixture_test ("/store/person-duplicates/same-number", test_same_number);
  fixture_test ("/store/person-duplicates/apart", test_apart);
  fixture_test ("/store/person-duplicates/many-of-one-name", test_many_of_one_name);
  fixture_test ("/store/person-duplicates/cancelled", test_cancelled);
  fixture_test ("/store/person-duplicates/earlier-numbers", test_earlier_numbers);
  return g_test_run ();
}
