/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/import-difference.h"

#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/journal.h"

#define N1 "198501012005011001"
#define N2 "198501012005011002"
#define N3 "198501012005011003"

#define LISTED_MAX 8

/* A row of a list; NULL is an empty cell. */
typedef struct
{
  const char *number;
  const char *name;
  const char *unit;
  const char *position;
  const char *phone;
  int grade;
  const char *verdict; /* NULL for ok */
} Row;

/* Of a file. */
typedef void (*Tell) (gpointer target, const IkrarImportRow *row, GError **error);

static void
tell (const Row *rows, guint n, Tell func, gpointer target)
{
  for (guint i = 0; i < n && rows[i].name != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = g_strdup_printf ("%u\t%s", i + 1, rows[i].name);
      const char *verdict = rows[i].verdict != NULL ? rows[i].verdict : "ok";
      const IkrarPerson person = {
        .number = (char *) rows[i].number,
        .number_kind = rows[i].number != NULL ? IKRAR_NUMBER_NIP : IKRAR_NUMBER_NONE,
        .name = (char *) rows[i].name,
        .position = (char *) rows[i].position,
        .phone = (char *) rows[i].phone,
        .grade = rows[i].grade,
      };
      const IkrarImportRow row = { .row = i + 2,
                                   .verdict = verdict,
                                   .written = written,
                                   .person = &person,
                                   .unit = rows[i].unit };

      func (target, &row, &error);
      g_assert_no_error (error);
    }
}

static void
add_to_import (gpointer target, const IkrarImportRow *row, GError **error)
{
  IkrarImportRow entry = *row;

  if (strcmp (row->verdict, "ok") != 0)
    entry.person = NULL;
  ikrar_import_add (target, &entry, error);
}

static void
add_to_comparison (gpointer target, const IkrarImportRow *row, GError **error)
{
  ikrar_comparison_add (target, row, error);
}

static IkrarDifferences *
compare (Fixture *fixture, IkrarId event, const Row *rows, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarComparison) comparison = ikrar_comparison_new (fixture->store, event, &error);
  IkrarDifferences *differences;

  g_assert_no_error (error);
  tell (rows, n, add_to_comparison, comparison);
  differences = ikrar_comparison_finish (comparison, &error);
  g_assert_no_error (error);
  return differences;
}

/* A plain import, or with @differences an update; 0 if it failed. */
static IkrarId
import_rows (Fixture *fixture,
             IkrarId event,
             const Row *rows,
             guint n,
             IkrarDifferences *differences,
             GError **error)
{
  g_autoptr (IkrarImport) import =
      differences != NULL ? ikrar_import_begin_update (fixture->store, event, "daftar.xlsx", "L1",
                                                       differences, error)
                          : ikrar_import_begin (fixture->store, event, "daftar.xlsx", "L1", error);

  tell (rows, n, add_to_import, import);
  return ikrar_import_commit (import, error);
}

static IkrarId
import (Fixture *fixture, IkrarId event, const Row *rows, guint n, IkrarDifferences *differences)
{
  g_autoptr (GError) error = NULL;
  IkrarId batch = import_rows (fixture, event, rows, n, differences, &error);

  g_assert_no_error (error);
  return batch;
}

static IkrarId
update (Fixture *fixture, IkrarId event, const Row *rows, guint n)
{
  g_autoptr (IkrarDifferences) differences = compare (fixture, event, rows, n);

  return import (fixture, event, rows, n, differences);
}

static void
undo (Fixture *fixture, IkrarId batch)
{
  g_autoptr (GError) error = NULL;

  ikrar_import_undo (fixture->store, batch, &error);
  g_assert_no_error (error);
}

static char *
describe (const IkrarDifferences *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ikrar_differences_get_size (differences); i++)
    {
      const IkrarDifference *item = ikrar_differences_get (differences, i);

      g_string_append_printf (text, "%s%s %s%s", i > 0 ? "; " : "",
                              ikrar_difference_kind_word (item->kind), item->name,
                              item->accepted ? "" : " (no)");
      for (guint j = 0; j < item->n_changes; j++)
        g_string_append_printf (text, " %s '%s' '%s'",
                                ikrar_difference_field_word (item->changes[j].field),
                                item->changes[j].before, item->changes[j].after);
    }
  return g_string_free (text, FALSE);
}

/* What differs when one list comes after another. */
static const struct
{
  Row before[LISTED_MAX];
  Row after[LISTED_MAX];
  const char *differences;
} cases[] = {
  { { { N1, "Budi", "Dinas A" } }, { { N1, "Budi", "Dinas A" } }, "" },
  /* An empty cell is no change, nor are capitals, a stroke, or another way to write a phone. */
  { { { N1, "Budi", "Dinas A", "Analis", "0812", 5 } }, { { N1, "BUDI" } }, "" },
  { { { N1, "Budi", "Dinas A", "Analis", "0812 34", 5 } },
    { { N1, "Budi", "dinas  a", "ANALIS", "0812-34", 5 } },
    "" },
  { { { N1, "Budi", "Dinas A", "Analis" } }, { { N1, "Budi", "Dinas A", "-" } }, "" },
  { { { N1, "Budi", "Dinas A", "Analis", "0812", 5 } },
    { { N1, "Budi Santoso", "Dinas B", "Kepala", "0899", 6 } },
    "changed Budi name 'Budi' 'Budi Santoso' grade 'II/a' 'II/b' position 'Analis' 'Kepala' "
    "unit 'Dinas A' 'Dinas B' phone '0812' '0899'" },
  { { { N1, "Budi", "Dinas A" } },
    { { N1, "Budi", "Dinas A" }, { N2, "Siti", "Dinas A" }, { NULL, "Ani", "Dinas A" } },
    "new Siti; new Ani" },
  { { { N1, "Budi", "Dinas A" }, { N2, "Siti", "Dinas A" } },
    { { N1, "Budi", "Dinas A" } },
    "withdrawn Siti" },
  /* A list of others says nothing of those who are not in it. */
  { { { N1, "Budi", "Dinas A" }, { N2, "Siti", "Dinas A" }, { N3, "Ani", "Dinas A" } },
    { { N1, "Budi", "Dinas A" } },
    "" },
  /* A faulty row is still somebody's. */
  { { { N1, "Budi", "Dinas A" }, { N2, "Siti", "Dinas A" } },
    { { N1, "Budi", "Dinas A" },
      { "198501012005011000", "Siti", "Dinas A", NULL, NULL, 0, "error" } },
    "" },
  /* A number that changed, came or went. */
  { { { N1, "Budi", "Dinas A" } },
    { { N2, "Budi", "Dinas A" } },
    "changed Budi number '" N1 "' '" N2 "'" },
  { { { NULL, "Budi", "Dinas A" } },
    { { N2, "Budi", "dinas a" } },
    "changed Budi number '' '" N2 "'" },
  { { { N1, "Budi", "Dinas A" } }, { { NULL, "Budi", "Dinas A" } }, "" },
  { { { N1, "Budi", "Dinas A" } }, { { NULL, "Budi" } }, "" },
  { { { N1, "Budi", "Dinas A" } }, { { N2, "Budi", "Dinas B" } }, "new Budi" },
  /* Namesakes stay apart, and nobody of them is called missing. */
  { { { N1, "Budi", "Dinas A" } },
    { { N2, "Budi", "Dinas A" }, { N1, "Budi", "Dinas A" } },
    "new Budi" },
  { { { N1, "Budi", "Dinas A" }, { N2, "Budi", "Dinas A" } },
    { { N3, "Budi", "Dinas A" }, { N1, "Budi", "Dinas A" } },
    "changed Budi number '" N2 "' '" N3 "'" },
  { { { NULL, "Budi", "Dinas A" }, { NULL, "Budi", "Dinas A" } },
    { { NULL, "Budi", "Dinas A" }, { NULL, "Budi", "Dinas A" }, { NULL, "Budi", "Dinas A" } },
    "new Budi" },
  { { { N1, "Budi", "Dinas A" }, { N2, "Budi", "Dinas A" }, { N3, "Siti", "Dinas A" } },
    { { NULL, "Budi", "Dinas A" }, { N3, "Siti", "Dinas A" } },
    "new Budi" },
  /* Without units, two numbers are one person's only with one date of birth. */
  { { { N1, "Budi" } }, { { N2, "Budi" } }, "changed Budi number '" N1 "' '" N2 "'" },
  { { { N1, "Budi" } }, { { "197001012005011001", "Budi" } }, "new Budi" },
  /* The number of somebody else is refused by the import itself. */
  { { { N1, "Budi", "Dinas A" } }, { { N1, "Zulkarnain", "Dinas A" } }, "" },
};

static void
test_differences (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarId event = fixture_add_event (fixture, "Sosialisasi");
      g_autofree char *empty = fixture_dump_state (fixture);
      IkrarId first = import (fixture, event, cases[i].before, LISTED_MAX, NULL);
      g_autofree char *before = fixture_dump_state (fixture);
      g_autoptr (IkrarDifferences) differences = NULL;
      g_autoptr (IkrarDifferences) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *end = NULL;
      IkrarId second;

      g_test_message ("%s", cases[i].differences);
      differences = compare (fixture, event, cases[i].after, LISTED_MAX);
      text = describe (differences);
      g_assert_cmpstr (text, ==, cases[i].differences);
      second = import (fixture, event, cases[i].after, LISTED_MAX, differences);
      /* What was applied is no difference any more. */
      again = compare (fixture, event, cases[i].after, LISTED_MAX);
      g_assert_cmpuint (ikrar_differences_get_size (again), ==, 0);
      fixture_reopen (fixture);
      undo (fixture, second);
      undone = fixture_dump_state (fixture);
      g_assert_cmpstr (undone, ==, before);
      undo (fixture, first);
      end = fixture_dump_state (fixture);
      g_assert_cmpstr (end, ==, empty);
    }
}

static const Row list_one[] = { { N1, "Budi", "Dinas A", "Analis", NULL, 5 },
                                { N2, "Siti", "Dinas A" },
                                { N3, "Ani", "Dinas B" } };
static const Row list_two[] = { { N1, "Budi Santoso", "Dinas B", "Kepala", "0812", 6 },
                                { N2, "Siti", "Dinas A" },
                                { "198501012005011009", "Tuti", "Dinas B" } };

static IkrarId
participant_of (Fixture *fixture, const char *number)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT r.id FROM participant r JOIN person p ON p.id = r.person_id WHERE p.number = '%s'",
      number);

  return fixture_count (fixture, sql);
}

/* Declined differences leave everything alone. */
static void
test_declined (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarDifferences) differences = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import (fixture, event, list_one, G_N_ELEMENTS (list_one), NULL);
  before = fixture_dump_state (fixture);
  differences = compare (fixture, event, list_two, G_N_ELEMENTS (list_two));
  g_assert_cmpuint (ikrar_differences_get_size (differences), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (ikrar_differences_count (differences, i, TRUE), ==, 1);
      ikrar_differences_accept (differences, i, FALSE);
      g_assert_cmpuint (ikrar_differences_count (differences, i, TRUE), ==, 0);
      g_assert_cmpuint (ikrar_differences_count (differences, i, FALSE), ==, 1);
    }
  import (fixture, event, list_two, G_N_ELEMENTS (list_two), differences);
  after = fixture_dump_state (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM import_row WHERE verdict = 'skipped'"), ==, 2);
}

/* The register follows where it said the same, the earlier number is kept, and a pass that was
 * printed before opens the door after. */
static void
test_applied (Fixture *fixture, gconstpointer unused)
{
  static const Row renumbered[] = { { N3, "Budi", "Dinas A", NULL, NULL, 6 },
                                    { N2, "Siti", "Dinas A" } };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarPerson) person = NULL;
  g_autoptr (IkrarParticipant) before = NULL;
  g_autoptr (IkrarParticipant) after = NULL;
  g_autoptr (GError) error = NULL;
  IkrarId participant, id;

  import (fixture, event, list_one, 2, NULL);
  participant = participant_of (fixture, N1);
  before = ikrar_participant_get (fixture->store, participant, &error);
  update (fixture, event, renumbered, G_N_ELEMENTS (renumbered));
  after = ikrar_participant_get (fixture->store, participant, &error);
  g_assert_no_error (error);
  g_assert_cmpint (after->number, ==, before->number);
  g_assert_cmpint (after->pass_serial, ==, before->pass_serial);
  g_assert_cmpint (after->grade, ==, 6);
  ikrar_person_find (fixture->store, N1, &id, &error);
  g_assert_cmpint (id, ==, after->person_id);
  person = ikrar_person_get (fixture->store, id, &error);
  g_assert_cmpstr (person->number, ==, N3);
  g_assert_cmpint (person->grade, ==, 6);
  g_assert_cmpstr (person->position, ==, "Analis");
  /* Found by the number before, too. */
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 2);
  update (fixture, event, list_one, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 2);
}

/* Who attended is not withdrawn but by somebody who knows it. */
static void
test_holds (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarDifferences) differences = NULL;
  const IkrarDifference *item;

  import (fixture, event, list_one, 2, NULL);
  fixture_check_in (fixture, participant_of (fixture, N2));
  differences = compare (fixture, event, list_one, 1);
  g_assert_cmpuint (ikrar_differences_get_size (differences), ==, 1);
  item = ikrar_differences_get (differences, 0);
  g_assert_cmpint (item->holds, ==, IKRAR_DIFFERENCE_ATTENDED);
  g_assert_false (item->accepted);
  ikrar_differences_accept_all (differences, IKRAR_DIFFERENCE_WITHDRAWN, TRUE);
  g_assert_false (item->accepted);
  ikrar_differences_accept (differences, 0, TRUE);
  import (fixture, event, list_one, 1, differences);
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM participant WHERE withdrawn_at <> 0"), ==, 1);
}

static void
assert_conflict (Fixture *fixture, IkrarId event, IkrarDifferences *differences, const char *name)
{
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarImport) import =
      ikrar_import_begin_update (fixture->store, event, "daftar.xlsx", "", differences, &error);

  for (guint i = 0; i < G_N_ELEMENTS (list_two) && error == NULL; i++)
    {
      const IkrarPerson person = { .number = (char *) list_two[i].number,
                                   .name = (char *) list_two[i].name,
                                   .position = (char *) list_two[i].position,
                                   .phone = (char *) list_two[i].phone,
                                   .grade = list_two[i].grade };
      const IkrarImportRow row = {
        .row = i + 2, .verdict = "ok", .person = &person, .unit = list_two[i].unit
      };

      ikrar_import_add (import, &row, &error);
    }
  if (error == NULL)
    ikrar_import_commit (import, &error);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, name));
  g_clear_pointer (&import, ikrar_import_free);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* Nothing is applied that was not looked at. */
static void
test_changed_meanwhile (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarDifferences) differences = NULL;
  g_autoptr (IkrarDifferences) attended = NULL;
  g_autoptr (IkrarParticipant) participant = NULL;
  g_autoptr (GError) error = NULL;

  import (fixture, event, list_one, G_N_ELEMENTS (list_one), NULL);
  differences = compare (fixture, event, list_two, G_N_ELEMENTS (list_two));
  participant = ikrar_participant_get (fixture->store, participant_of (fixture, N1), &error);
  participant->grade = 9;
  ikrar_participant_save (fixture->store, participant, &error);
  g_assert_no_error (error);
  assert_conflict (fixture, event, differences, "Budi");
  attended = compare (fixture, event, list_two, G_N_ELEMENTS (list_two));
  fixture_check_in (fixture, participant_of (fixture, N3));
  assert_conflict (fixture, event, attended, "Ani");
}

static void
assert_refused (Fixture *fixture, IkrarId batch, const char *text)
{
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ikrar_import_undo (fixture->store, batch, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, text));
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* What depends on an import is named; what does not depend on it does not hold it. */
static void
test_dependents (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId first = import (fixture, event, list_one, G_N_ELEMENTS (list_one), NULL);
  IkrarId second = update (fixture, event, list_two, G_N_ELEMENTS (list_two));
  g_autoptr (IkrarParticipant) participant = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;
  IkrarId changed = participant_of (fixture, N1);
  IkrarId edit;

  assert_refused (fixture, first, "daftar.xlsx");
  /* They were only changed: that they came does not depend on it. */
  fixture_check_in (fixture, changed);
  g_assert_true (ikrar_import_list_dependents (fixture->store, second, &people, &later, &error));
  g_assert_cmpuint (people->len + later->len, ==, 0);
  fixture_check_in (fixture, participant_of (fixture, "198501012005011009"));
  assert_refused (fixture, second, "Tuti (attendance recorded)");
  ikrar_attendance_set (fixture->store, &changed, 1, 0, IKRAR_ATTENDANCE_EXCUSED, NULL, &error);
  participant = ikrar_participant_get (fixture->store, changed, &error);
  g_free (participant->seat);
  participant->seat = g_strdup ("A1");
  edit = ikrar_participant_edit (fixture->store, participant, NULL, &error);
  g_assert_no_error (error);
  assert_refused (fixture, second, "Budi Santoso (changed later); Tuti");
  ikrar_journal_undo (fixture->store, edit, &error);
  g_assert_no_error (error);
  assert_refused (fixture, second, "1 person");
}

/* People of a random list: numbers, names and what is said of them vary from version to version. */
static guint
make_list (GRand *rand, Row *rows, guint n)
{
  static const char *const numbers[] = { N1,   N2,  N3, "198501012005011004", "198501012005011005",
                                         NULL, NULL };
  static const char *const names[] = { "Budi", "Siti", "Ani", "Tuti", "Rudi", "Wati", "Joko" };
  static const char *const units[] = { "Dinas A", "Dinas B", NULL };
  static const char *const positions[] = { "Analis", "Kepala", NULL };
  guint size = 0;

  for (guint i = 0; i < n; i++)
    {
      Row *row = &rows[size];

      if (g_rand_int_range (rand, 0, 4) == 0)
        continue;
      row->number = numbers[i];
      row->name = names[i];
      row->unit = units[g_rand_int_range (rand, 0, 3)];
      row->position = positions[g_rand_int_range (rand, 0, 3)];
      row->phone = g_rand_boolean (rand) ? "0812" : NULL;
      row->grade = g_rand_int_range (rand, 0, 4);
      row->verdict = g_rand_int_range (rand, 0, 8) == 0 ? "error" : NULL;
      if (g_rand_int_range (rand, 0, 5) == 0)
        row->number = row->number == NULL ? "198501012005011077" : NULL;
      size++;
    }
  return size;
}

/* Accepts some of them; whether there is anything left to do does not matter. */
static void
choose (GRand *rand, IkrarDifferences *differences)
{
  for (guint i = 0; i < ikrar_differences_get_size (differences); i++)
    ikrar_differences_accept (differences, i, g_rand_int_range (rand, 0, 4) != 0);
}

#define STEPS 12
#define ROUNDS 25

/* Undone from the last one back, every step gives exactly the state before it; undone in any order
 * that is let, all of them give the state before the first. */
static void
run_round (Fixture *fixture, GRand *rand, const IkrarId *events)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  gboolean in_order = g_rand_boolean (rand);

  for (guint i = 0; i < STEPS; i++)
    {
      IkrarId event = events[g_rand_int_range (rand, 0, 2)];
      Row rows[7] = { { 0 } };
      guint n = make_list (rand, rows, G_N_ELEMENTS (rows));
      g_autoptr (IkrarDifferences) differences = NULL;
      IkrarId batch;

      g_ptr_array_add (states, fixture_dump_state (fixture));
      if (g_rand_int_range (rand, 0, 3) != 0)
        {
          differences = compare (fixture, event, rows, n);
          choose (rand, differences);
        }
      batch = import (fixture, event, rows, n, differences);
      g_array_append_val (batches, batch);
    }
  while (batches->len > 0)
    {
      guint at = in_order ? batches->len - 1 : (guint) g_rand_int_range (rand, 0, batches->len);
      g_autoptr (GError) error = NULL;

      if (ikrar_import_undo (fixture->store, g_array_index (batches, IkrarId, at), &error) == 0)
        {
          g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
          g_assert_cmpuint (at, <, batches->len - 1);
          continue;
        }
      g_array_remove_index (batches, at);
      if (in_order || batches->len == 0)
        {
          g_autofree char *state = fixture_dump_state (fixture);

          g_assert_cmpstr (state, ==, g_ptr_array_index (states, batches->len));
        }
    }
}

static void
test_random (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (20261122);
  IkrarId events[2];

  events[0] = fixture_add_event (fixture, "Satu");
  events[1] = fixture_add_event (fixture, "Dua");
  for (guint i = 0; i < ROUNDS; i++)
    run_round (fixture, rand, events);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/import-update/differences", test_differences);
  fixture_test ("/store/import-update/declined", test_declined);
  fixture_test ("/store/import-update/applied", test_applied);
  fixture_test ("/store/import-update/holds", test_holds);
  fixture_test ("/store/import-update/changed-meanwhile", test_changed_meanwhile);
  fixture_test ("/store/import-update/dependents", test_dependents);
  fixture_test ("/store/import-update/random", test_random);
  return g_test_run ();
}
