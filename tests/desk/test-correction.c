/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "desk/correction.h"

#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"

static const struct
{
  const char *written;
  const char *prefix;
  const char *name;
  const char *suffix;
} names[] = {
  { "Dra. Siti Norhalimah, M.Si.", "Dra.", "Siti Norhalimah", "M.Si." },
  { "  H. Abdul   Ghani ", "H.", "Abdul Ghani", "" },
  { "Sukarno", "", "Sukarno", "" },
};

static IkrarPerson *
person_of (Fixture *fixture, IkrarId participant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) row = ikrar_participant_get (fixture->store, participant, &error);

  g_assert_no_error (error);
  return ikrar_person_get (fixture->store, row->person_id, NULL);
}

static void
test_names (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  IkrarId participant = fixture_add_participant (fixture, event, "Siti Norhalima");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarPerson) person = NULL;

      g_assert_cmpint (
          ikrar_correction_save (fixture->store, participant, names[i].written, &error), !=, 0);
      g_assert_no_error (error);
      person = person_of (fixture, participant);
      g_assert_cmpstr (person->prefix, ==, names[i].prefix);
      g_assert_cmpstr (person->name, ==, names[i].name);
      g_assert_cmpstr (person->suffix, ==, names[i].suffix);
    }
}

static void
test_undone (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  IkrarId participant = fixture_add_participant (fixture, event, "Siti Norhalima");
  g_autofree char *before = fixture_dump_state (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  IkrarId entry = ikrar_correction_save (fixture->store, participant, "Siti Norhalimah", &error);

  g_assert_no_error (error);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), !=, 0);
  g_assert_no_error (error);
  after = fixture_dump_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  static const char *const blank[] = { "", "   ", "\t\n" };
  IkrarId event = fixture_add_event (fixture, "Rakor");
  IkrarId participant = fixture_add_participant (fixture, event, "Siti");
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) unknown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (ikrar_correction_save (fixture->store, participant, blank[i], &error), ==,
                       0);
      g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
    }
  g_assert_cmpint (ikrar_correction_save (fixture->store, 12345, "Siti", &unknown), ==, 0);
  g_assert_error (unknown, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/correction/names", test_names);
  fixture_test ("/correction/undone", test_undone);
  fixture_test ("/correction/refused", test_refused);
  return g_test_run ();
}
