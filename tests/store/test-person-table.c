/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/person-table.h"

#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/person-record.h"

/* By name; the last one has no unit. */
static const struct
{
  const char *number;
  const char *name;
  const char *unit;
  IkrarGrade grade;
} people[] = {
  { "198501012005011001", "Ahmad", "Inspektorat", 9 },
  { "", "Budi", "Dinas Kesehatan", 12 },
  { "198501012005011003", "Citra", "Dinas Kesehatan", 17 },
  { "3171010101850004", "Dewi", "", IKRAR_GRADE_NONE },
};

static const struct
{
  IkrarPersonOrder order;
  guint places[G_N_ELEMENTS (people)];
} orders[] = {
  { IKRAR_PERSON_ORDER_NAME, { 0, 1, 2, 3 } },
  { IKRAR_PERSON_ORDER_UNIT, { 2, 1, 0, 3 } },
  { IKRAR_PERSON_ORDER_GRADE, { 2, 1, 0, 3 } },
};

static const struct
{
  const char *text;
  const char *names;
} searches[] = {
  { NULL, "Ahmad,Budi,Citra,Dewi" },
  { "  ", "Ahmad,Budi,Citra,Dewi" },
  { "BUD", "Budi" },
  { "kesehatan", "Budi,Citra" },
  { "kesehatan cit", "Citra" },
  { "19850101 2005", "Ahmad,Citra" },
  { "%", "Ahmad,Budi,Citra,Dewi" },
  { "ahmad kesehatan", "" },
};

static IkrarId
add (Fixture *fixture, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

  person->number = g_strdup (people[i].number);
  person->name = g_strdup (people[i].name);
  person->grade = people[i].grade;
  ikrar_person_save_in_unit (fixture->store, person, people[i].unit, &error);
  g_assert_no_error (error);
  return person->id;
}

static IkrarPersonTable *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  IkrarPersonTable *table = ikrar_person_table_load (fixture->store, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static char *
join_names (GPtrArray *entries)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            ((IkrarPersonEntry *) g_ptr_array_index (entries, i))->name);
  return g_string_free (names, FALSE);
}

/* Added from the end: the order is never that of the rows. */
static void
test_orders (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarPersonTable) table = NULL;

  for (guint i = G_N_ELEMENTS (people); i > 0; i--)
    add (fixture, i - 1);
  table = load (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GPtrArray) ordered = ikrar_person_table_order (table, orders[i].order);

      g_assert_cmpuint (ordered->len, ==, G_N_ELEMENTS (people));
      for (guint k = 0; k < ordered->len; k++)
        {
          const IkrarPersonEntry *entry = g_ptr_array_index (ordered, k);

          g_assert_cmpstr (entry->name, ==, people[orders[i].places[k]].name);
          g_assert_cmpstr (entry->number, ==, people[orders[i].places[k]].number);
          g_assert_cmpstr (entry->unit, ==, people[orders[i].places[k]].unit);
          g_assert_cmpint (entry->grade, ==, people[orders[i].places[k]].grade);
        }
    }
}

static void
test_searches (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarPersonTable) table = NULL;
  g_autoptr (GPtrArray) ordered = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    add (fixture, i);
  table = load (fixture);
  ordered = ikrar_person_table_order (table, IKRAR_PERSON_ORDER_NAME);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) found = ikrar_person_table_search (ordered, searches[i].text);
      g_autofree char *names = join_names (found);

      g_assert_cmpstr (names, ==, searches[i].names);
    }
}

/* Whoever was erased is in no list, and has no record. */
static void
test_erased (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPersonTable) table = NULL;
  g_autoptr (GPtrArray) ordered = NULL;
  g_autofree char *names = NULL;
  IkrarId id = add (fixture, 0);

  add (fixture, 1);
  g_assert_true (ikrar_person_erase (fixture->store, id, "", &error));
  table = load (fixture);
  ordered = ikrar_person_table_order (table, IKRAR_PERSON_ORDER_NAME);
  names = join_names (ordered);
  g_assert_cmpstr (names, ==, "Budi");
  g_assert_null (ikrar_person_record_load (fixture->store, id, 1, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

static void
test_record (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPersonRecord) record = NULL;
  IkrarId id = add (fixture, 0);
  g_autoptr (IkrarPerson) person = ikrar_person_get (fixture->store, id, &error);

  g_free (person->number);
  person->number = g_strdup (people[2].number);
  g_assert_true (ikrar_person_save (fixture->store, person, &error));
  record = ikrar_person_record_load (fixture->store, id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->person->number, ==, people[2].number);
  g_assert_cmpstr (record->unit, ==, people[0].unit);
  g_assert_cmpuint (record->numbers->len, ==, 1);
  g_assert_cmpstr (((IkrarPersonNumber *) g_ptr_array_index (record->numbers, 0))->number, ==,
                   people[0].number);
  g_assert_cmpuint (record->events->len, ==, 0);
  g_assert_cmpuint (record->journal->len, ==, 1);
  g_assert_cmpstr (((IkrarJournalEntry *) g_ptr_array_index (record->journal, 0))->action, ==,
                   "person.edit");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_test ("/store/person-table/orders", test_orders);
  fixture_test ("/store/person-table/searches", test_searches);
  fixture_test ("/store/person-table/erased", test_erased);
  fixture_test ("/store/person-table/record", test_record);

  return g_test_run ();
}
