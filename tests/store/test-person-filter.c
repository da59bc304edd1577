/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/person-filter.h"

#include "store/fixture.h"
#include "store/raw.h"
#include "store/unit-tree.h"

/* Everybody of the register: name, number, its kind, grade, unit. */
static const struct
{
  const char *name;
  const char *number;
  IkrarNumberKind kind;
  int grade;
  const char *unit;
} people[] = {
  { "Ani", "198503032010012001", IKRAR_NUMBER_NIP, 17, "Dinas Kesehatan" },
  { "Budi", "198603032010011001", IKRAR_NUMBER_NIP, 13, "Puskesmas Mandala" },
  { "Citra", "199003032023212001", IKRAR_NUMBER_NI_PPPK, 109, "Puskesmas Mandala" },
  { "Dewi", "6371014303850002", IKRAR_NUMBER_NIK, 0, "" },
  { "Eka", "131110468", IKRAR_NUMBER_OLD_NIP, 12, "Badan Keuangan" },
  { "Fitri", "", IKRAR_NUMBER_NONE, 8, "Badan Keuangan" },
  { "Gita", "", IKRAR_NUMBER_NONE, 1, "Dinas Kesehatan" },
};

static const struct
{
  IkrarPersonKind kind;
  IkrarPersonGrades grades;
  const char *unit;
  gboolean event;
  const char *found;
} cases[] = {
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_ALL, NULL, FALSE, "Ani Budi Citra Dewi Eka Fitri Gita" },
  { IKRAR_PEOPLE_PNS, IKRAR_GRADES_ALL, NULL, FALSE, "Ani Budi" },
  { IKRAR_PEOPLE_PPPK, IKRAR_GRADES_ALL, NULL, FALSE, "Citra" },
  { IKRAR_PEOPLE_NIK, IKRAR_GRADES_ALL, NULL, FALSE, "Dewi" },
  { IKRAR_PEOPLE_OTHER, IKRAR_GRADES_ALL, NULL, FALSE, "Eka" },
  { IKRAR_PEOPLE_NUMBERED, IKRAR_GRADES_ALL, NULL, FALSE, "Ani Budi Citra Dewi Eka" },
  { IKRAR_PEOPLE_UNNUMBERED, IKRAR_GRADES_ALL, NULL, FALSE, "Fitri Gita" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_4, NULL, FALSE, "Ani Budi" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_3, NULL, FALSE, "Eka" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_2, NULL, FALSE, "Fitri" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_1, NULL, FALSE, "Gita" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_PPPK, NULL, FALSE, "Citra" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_NONE, NULL, FALSE, "Dewi" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_ALL, "Dinas Kesehatan", FALSE, "Ani Budi Citra Gita" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_ALL, "Puskesmas Mandala", FALSE, "Budi Citra" },
  { IKRAR_PEOPLE_ALL, IKRAR_GRADES_ALL, NULL, TRUE, "Ani Dewi" },
  { IKRAR_PEOPLE_PNS, IKRAR_GRADES_4, "Dinas Kesehatan", TRUE, "Ani" },
};

static void
add_people (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
      g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

      person->name = g_strdup (people[i].name);
      person->number = g_strdup (people[i].number);
      person->number_kind = people[i].kind;
      person->grade = people[i].grade;
      ikrar_person_save_in_unit (fixture->store, person, people[i].unit, &error);
      g_assert_no_error (error);
      participant->event_id = event;
      participant->person_id = person->id;
      if (i % 3 == 0)
        g_assert_true (ikrar_participant_add (fixture->store, participant, &error));
    }
  /* Who withdrew is not on the roster. */
  raw_run (fixture->path, "UPDATE participant SET withdrawn_at = 1 WHERE person_id = (SELECT id "
                          "FROM person WHERE name = 'Gita')");
}

static IkrarId
unit_of (Fixture *fixture, const char *name)
{
  IkrarId id;

  g_assert_true (ikrar_unit_find (fixture->store, name, &id, NULL));
  return id;
}

static char *
names_of (GPtrArray *entries)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (names, i > 0 ? " %s" : "%s",
                            ((const IkrarPersonEntry *) g_ptr_array_index (entries, i))->name);
  return g_string_free (names, FALSE);
}

static void
test_cases (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Apel");
  g_autoptr (IkrarPersonTable) table = NULL;
  g_autoptr (GPtrArray) everybody = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GHashTable) guests = NULL;

  add_people (fixture, event);
  ikrar_unit_move (fixture->store, unit_of (fixture, "Puskesmas Mandala"),
                   unit_of (fixture, "Dinas Kesehatan"), &error);
  g_assert_no_error (error);
  table = ikrar_person_table_load (fixture->store, NULL, &error);
  everybody = ikrar_person_table_order (table, IKRAR_PERSON_ORDER_NAME);
  nodes = ikrar_unit_tree_load (fixture->store, &error);
  guests = ikrar_person_filter_event (fixture->store, event, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) units =
          cases[i].unit != NULL
              ? ikrar_person_filter_units (nodes, unit_of (fixture, cases[i].unit))
              : NULL;
      const IkrarPersonFilter filter = { cases[i].kind, cases[i].grades, units,
                                         cases[i].event ? guests : NULL };
      g_autoptr (GPtrArray) found = ikrar_person_filter_apply (&filter, everybody);
      g_autofree char *names = names_of (found);

      g_test_message ("case %u", i);
      g_assert_cmpstr (names, ==, cases[i].found);
      g_assert_cmpint (ikrar_person_filter_is_open (&filter), ==, i == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/person-filter/cases", test_cases);
  return g_test_run ();
}
