/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/import.h"

#include <string.h>

#include "core/person-name.h"
#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/import-case.h"
#include "store/journal.h"

#define MANY 20000
#define KNOWN 700
#define N "198501012005011001"

/* Somebody who was known before, behind so many others of the same file that the register was
 * loaded meanwhile: what becomes of their row is the same. */
static IkrarImport *
begin_behind_others (Fixture *fixture, IkrarId event, gconstpointer others)
{
  IkrarImport *import = import_begin (fixture, event);

  for (guint i = 1; i <= GPOINTER_TO_UINT (others); i++)
    {
      g_autofree char *number = g_strdup_printf ("19850202%010u", i);

      g_assert_cmpint (import_add (import, i, &(ImportCells){ number, "Ani", NULL }), ==,
                       IKRAR_IMPORT_ADDED);
    }
  return import;
}

static void
import_behind_others (Fixture *fixture,
                      IkrarId event,
                      gconstpointer others,
                      const ImportCells *cells)
{
  g_autoptr (IkrarImport) import = begin_behind_others (fixture, event, others);

  g_assert_cmpint (import_add (import, KNOWN, cells), ==, IKRAR_IMPORT_ADDED);
  import_commit (import);
}

static void
assert_batch (Fixture *fixture, IkrarId event, guint rows, guint imported, guint refused)
{
  g_autoptr (GPtrArray) batches = ikrar_import_list (fixture->store, event, NULL);
  const IkrarImportBatch *batch = g_ptr_array_index (batches, 0);

  g_assert_cmpuint (batch->rows, ==, rows);
  g_assert_cmpuint (batch->imported, ==, imported);
  g_assert_cmpuint (batch->refused, ==, refused);
  g_assert_cmpstr (batch->file_name, ==, "daftar.xlsx");
}

static void
test_outcomes (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarImport) import = import_begin (fixture, event);
  g_autoptr (GError) error = NULL;
  const IkrarImportRow noted = {
    .row = 6, .verdict = "error", .reasons = "no-name", .written = "x"
  };
  const IkrarImportRow skipped = { .row = 7, .verdict = "skipped", .written = "JUMLAH" };

  g_assert_cmpint (
      import_add (import, 2, &(ImportCells){ "198501012005011001", "Budi", "Dinas A" }), ==,
      IKRAR_IMPORT_ADDED);
  g_assert_cmpint (import_add (import, 3, &(ImportCells){ NULL, "Siti", "Dinas A" }), ==,
                   IKRAR_IMPORT_ADDED);
  g_assert_cmpint (import_add (import, 4, &(ImportCells){ NULL, "Siti", "dinas  a" }), ==,
                   IKRAR_IMPORT_ADDED);
  g_assert_cmpint (import_add (import, 5, &(ImportCells){ "198501012005011001", "Budi S.", NULL }),
                   ==, IKRAR_IMPORT_PRESENT);
  g_assert_cmpint (ikrar_import_add (import, &noted, &error), ==, IKRAR_IMPORT_NOTED);
  g_assert_cmpint (ikrar_import_add (import, &skipped, &error), ==, IKRAR_IMPORT_NOTED);
  import_commit (import);
  assert_batch (fixture, event, 6, 3, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM import_row"), ==, 6);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT MAX(number) FROM participant"), ==, 3);
}

/* What is known is never overwritten; what is not is filled in. */
static void
test_completes (Fixture *fixture, gconstpointer others)
{
  IkrarId first = fixture_add_event (fixture, "Satu");
  IkrarId second = fixture_add_event (fixture, "Dua");
  g_autoptr (IkrarPerson) person = NULL;
  const char *number = "198501012005011001";

  import_one (fixture, first, &(ImportCells){ number, "Budi", "Dinas A", "0811", NULL, 5 });
  import_behind_others (fixture, second, others,
                        &(ImportCells){ number, "Budiman", "Dinas B", "0899", "Analis", 9 });
  person = import_person (fixture, number);
  g_assert_cmpstr (person->name, ==, "Budi");
  g_assert_cmpstr (person->phone, ==, "0811");
  g_assert_cmpstr (person->position, ==, "Analis");
  g_assert_cmpint (person->grade, ==, 5);
  /* The participant keeps what the row says. */
  g_assert_cmpint (
      fixture_count (fixture, "SELECT grade FROM participant ORDER BY id DESC LIMIT 1"), ==, 9);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant r JOIN unit u "
                                           "ON u.id = r.unit_id WHERE u.name = 'Dinas B'"),
                   ==, 1);
}

/* What the import makes of a row when this person stands on the roster of the first event already,
 * and what it foresees; told apart by name, number and unit. */
static const struct
{
  ImportCells known;
  ImportCells row;
  gboolean elsewhere; /* imported to another event */
  IkrarImportOutcome outcome;
} meetings[] = {
  { { N, "Budi", "Dinas A" }, { N, "Budi Santoso", "Dinas B" }, FALSE, IKRAR_IMPORT_PRESENT },
  { { N, "Budi", "Dinas A" }, { N, "Budi Santoso", "Dinas B" }, TRUE, IKRAR_IMPORT_ADDED },
  { { N, "M. Yusuf", NULL }, { N, "Muhammad Y.", NULL }, TRUE, IKRAR_IMPORT_ADDED },
  { { N, "Budi", "Dinas A" }, { N, "Zulkarnain", "Dinas A" }, FALSE, IKRAR_IMPORT_ANOTHER },
  { { N, "Budi", "Dinas A" }, { N, "Zulkarnain", "Dinas A" }, TRUE, IKRAR_IMPORT_ANOTHER },
  { { N, "Budi", "Dinas A" }, { NULL, "Budi", "Dinas A" }, FALSE, IKRAR_IMPORT_ADDED },
  { { NULL, "Budi", "Dinas A" }, { N, "Budi", "Dinas A" }, FALSE, IKRAR_IMPORT_ADDED },
  { { NULL, "Budi", "Dinas A" }, { NULL, "BUDI", "dinas  a" }, FALSE, IKRAR_IMPORT_PRESENT },
  { { NULL, "Moh. Ali", NULL }, { NULL, "M. Ali", "" }, FALSE, IKRAR_IMPORT_PRESENT },
  { { NULL, "Budi", "Dinas A" }, { NULL, "Budi", "Dinas A" }, TRUE, IKRAR_IMPORT_ADDED },
  { { NULL, "Budi", "Dinas A" }, { NULL, "Budi", "Dinas B" }, FALSE, IKRAR_IMPORT_ADDED },
  { { NULL, "Budi", "Dinas A" }, { NULL, "Budi", NULL }, FALSE, IKRAR_IMPORT_ADDED },
  { { NULL, "Budi", NULL }, { NULL, "Budi", "Dinas A" }, FALSE, IKRAR_IMPORT_ADDED },
  { { NULL, "Budi", "Dinas A" }, { NULL, "Ani", "Dinas A" }, FALSE, IKRAR_IMPORT_ADDED },
};

static void
assert_foreseen (Fixture *fixture,
                 IkrarId event,
                 const ImportCells *row,
                 IkrarImportOutcome outcome)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = ikrar_person_name_key (row->name);
  g_autofree char *known = NULL;
  g_autoptr (IkrarForesight) foresight = ikrar_foresight_new (fixture->store, event, &error);
  const IkrarPerson person = { .number = (char *) row->number,
                               .name = (char *) row->name,
                               .name_key = key };

  g_assert_cmpint (ikrar_foresight_tell (foresight, &person, row->unit, &known, &error), ==,
                   outcome);
  g_assert_no_error (error);
  if (outcome != IKRAR_IMPORT_ADDED)
    g_assert_cmpstr (known, !=, row->name);
}

static void
test_meetings (Fixture *fixture, gconstpointer others)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      IkrarId first = fixture_add_event (fixture, "Satu");
      IkrarId second = fixture_add_event (fixture, "Dua");
      IkrarId event = meetings[i].elsewhere ? second : first;
      const ImportCells *known = &meetings[i].known;
      IkrarId batch = import_one (fixture, first, known);
      g_autoptr (IkrarImport) import = NULL;
      g_autofree char *before = fixture_dump_state (fixture);
      g_autofree char *after = NULL;

      g_test_message ("%s, then %s", known->name, meetings[i].row.name);
      assert_foreseen (fixture, event, &meetings[i].row, meetings[i].outcome);
      import = begin_behind_others (fixture, event, others);
      g_assert_cmpint (import_add (import, KNOWN, &meetings[i].row), ==, meetings[i].outcome);
      if (meetings[i].outcome != IKRAR_IMPORT_ADDED)
        g_assert_cmpstr (ikrar_import_get_known (import), ==, known->name);
      g_clear_pointer (&import, ikrar_import_free);
      after = fixture_dump_state (fixture);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (ikrar_import_undo (fixture->store, batch, NULL), !=, 0);
    }
}

/* The owner of a number gets nothing of what somebody else's row says, and the row tells why. */
static void
test_number_of_another (Fixture *fixture, gconstpointer unused)
{
  IkrarId first = fixture_add_event (fixture, "Satu");
  IkrarId second = fixture_add_event (fixture, "Dua");
  g_autoptr (IkrarImport) import = NULL;
  g_autoptr (IkrarPerson) person = NULL;

  import_one (fixture, first, &(ImportCells){ N, "Budi", "Dinas A" });
  import = import_begin (fixture, second);
  g_assert_cmpint (
      import_add (import, 2, &(ImportCells){ N, "Zulkarnain", "Dinas A", "0811", "Analis", 9 }), ==,
      IKRAR_IMPORT_ANOTHER);
  g_assert_cmpint (import_add (import, 3, &(ImportCells){ NULL, "Ani", "Dinas A" }), ==,
                   IKRAR_IMPORT_ADDED);
  g_assert_cmpstr (ikrar_import_get_known (import), ==, "");
  import_commit (import);
  assert_batch (fixture, second, 2, 1, 1);
  person = import_person (fixture, N);
  g_assert_cmpstr (person->name, ==, "Budi");
  g_assert_cmpstr (person->phone, ==, "");
  g_assert_cmpint (person->grade, ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM import_row WHERE line = 2 AND "
                                           "verdict = 'error' AND participant_id = 0 AND "
                                           "reasons = 'number-of-another'"),
                   ==, 1);
}

/* Where a row is silent, the participant has what the register knows. */
static void
test_silent_row (Fixture *fixture, gconstpointer others)
{
  IkrarId first = fixture_add_event (fixture, "Satu");
  IkrarId second = fixture_add_event (fixture, "Dua");
  const char *number = "198501012005011001";

  import_one (fixture, first, &(ImportCells){ number, "Budi", "Dinas A", NULL, "Analis", 5 });
  import_behind_others (fixture, second, others,
                        &(ImportCells){ number, "Budi", NULL, NULL, NULL, 0 });
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant r "
                                           "JOIN unit u ON u.id = r.unit_id WHERE r.grade = 5 "
                                           "AND r.position = 'Analis' AND u.name = 'Dinas A'"),
                   ==, 2);
}

static void
test_matches_by_an_earlier_number (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId id = fixture_add_person (fixture, "198501012005011001", "Budi");
  g_autoptr (IkrarPerson) person = ikrar_person_get (fixture->store, id, &error);

  g_free (person->number);
  person->number = g_strdup ("198501012005011002");
  ikrar_person_save (fixture->store, person, &error);
  g_assert_no_error (error);
  import_one (fixture, event, &(ImportCells){ "198501012005011001", "Budi", "Dinas A" });
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT person_id FROM participant"), ==, id);
}

static void
test_not_committed (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  IkrarImport *import = import_begin (fixture, event);
  g_autoptr (GError) error = NULL;

  import_add (import, 1, &(ImportCells){ "198501012005011001", "Budi", "Dinas A" });
  ikrar_import_free (import);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (ikrar_import_begin (fixture->store, 77, "a.xlsx", "", &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

static void
test_undo_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId batch =
      import_one (fixture, event, &(ImportCells){ "198501012005011001", "Budi", "Dinas A" });
  IkrarId participant = fixture_count (fixture, "SELECT id FROM participant");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_check_in (fixture, participant);
  before = fixture_dump (fixture);
  g_assert_cmpint (ikrar_import_undo (fixture->store, batch, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "1 person"));
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_import_undo (fixture->store, 77, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

static void
assert_undo_refused (Fixture *fixture, IkrarId batch, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ikrar_import_undo (fixture->store, batch, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, text));
}

static void
undo_import (Fixture *fixture, IkrarId batch)
{
  g_autoptr (GError) error = NULL;

  ikrar_import_undo (fixture->store, batch, &error);
  g_assert_no_error (error);
}

static void
undo_last (Fixture *fixture, const char *action)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT MAX(id) FROM journal WHERE undone_by = 0 AND action = '%s'", action);
  g_autoptr (GError) error = NULL;

  ikrar_journal_undo (fixture->store, fixture_count (fixture, sql), &error);
  g_assert_no_error (error);
}

static void
set_phone (Fixture *fixture, const char *number, const char *phone)
{
  g_autoptr (IkrarPerson) person = import_person (fixture, number);
  g_autoptr (GError) error = NULL;

  g_free (person->phone);
  person->phone = g_strdup (phone);
  ikrar_person_save (fixture->store, person, &error);
  g_assert_no_error (error);
}

/* What people worked on since is not lost: an import gives nothing back before they do. */
static void
test_undo_keeps_later_work (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  const char *known = "198501012005011001";
  g_autoptr (IkrarImport) import = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  IkrarId batch;

  g_assert_cmpint (fixture_add_person (fixture, known, "Budi"), !=, 0);
  before = fixture_dump_state (fixture);
  import = import_begin (fixture, event);
  import_add (import, 1, &(ImportCells){ known, "Budi", "Dinas A", NULL, "Analis", 5 });
  import_add (import, 2, &(ImportCells){ "198501012005011002", "Siti", "Dinas B" });
  import_add (import, 3, &(ImportCells){ "198501012005011003", "Tuti", "Dinas C" });
  batch = import_commit (import);
  set_phone (fixture, known, "0811");
  set_phone (fixture, "198501012005011002", "0822");
  assert_undo_refused (fixture, batch, "2 people");
  assert_undo_refused (fixture, batch, "Budi (changed later); Siti (changed later)");
  undo_last (fixture, "person.edit");
  undo_last (fixture, "person.edit");
  undo_import (fixture, batch);
  after = fixture_dump_state (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* Two imports complete the same person: the later one goes first. */
static void
test_undo_in_order (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId first = fixture_add_event (fixture, "Satu");
  IkrarId second = fixture_add_event (fixture, "Dua");
  const char *number = "198501012005011001";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  IkrarId batches[2];

  fixture_add_person (fixture, number, "Budi");
  before = fixture_dump_state (fixture);
  batches[0] = import_one (fixture, first, &(ImportCells){ number, "Budi", NULL, "0811" });
  batches[1] = import_one (fixture, second, &(ImportCells){ number, "Budi", NULL, NULL, "Analis" });
  assert_undo_refused (fixture, batches[0], "“daftar.xlsx” (7");
  undo_import (fixture, batches[1]);
  undo_import (fixture, batches[0]);
  after = fixture_dump_state (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (ikrar_import_undo (fixture->store, batches[1], &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
}

/* Somebody came with one import and is on the roster of another: it does not matter which goes. */
static void
test_undo_shared_person (Fixture *fixture, gconstpointer unused)
{
  for (guint later_first = 0; later_first < 2; later_first++)
    {
      IkrarId first = fixture_add_event (fixture, "Satu");
      IkrarId second = fixture_add_event (fixture, "Dua");
      g_autofree char *before = fixture_dump_state (fixture);
      g_autofree char *after = NULL;
      IkrarId batches[2];

      batches[0] = import_one (fixture, first, &(ImportCells){ N, "Budi", "Dinas A" });
      batches[1] = import_one (fixture, second, &(ImportCells){ N, "Budi", "Dinas B", "0811" });
      undo_import (fixture, batches[later_first]);
      g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 1);
      g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 1);
      undo_import (fixture, batches[!later_first]);
      after = fixture_dump_state (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
add_many (IkrarImport *import)
{
  for (guint i = 1; i <= MANY; i++)
    {
      g_autofree char *number = g_strdup_printf ("19850101%010u", i % (MANY - 500));
      g_autofree char *name = g_strdup_printf ("Peserta %u", i);
      g_autofree char *unit = g_strdup_printf ("Dinas %u", i % 40);

      g_assert_cmpint (
          import_add (import, i, &(ImportCells){ number, name, unit, NULL, "Analis", 7 }), ==,
          i <= MANY - 500 ? IKRAR_IMPORT_ADDED : IKRAR_IMPORT_PRESENT);
    }
}

static void
test_many_rows (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autofree char *before = fixture_dump_state (fixture);
  g_autofree char *after = NULL;
  g_autoptr (IkrarImport) import = import_begin (fixture, event);
  IkrarId batch;

  add_many (import);
  batch = import_commit (import);
  assert_batch (fixture, event, MANY, MANY - 500, 500);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 40);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(DISTINCT number) FROM participant"), ==,
                   MANY - 500);
  g_assert_cmpint (ikrar_import_undo (fixture->store, batch, &error), !=, 0);
  g_assert_no_error (error);
  after = fixture_dump_state (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
add_tests (const char *path, void (*func) (Fixture *fixture, gconstpointer others))
{
  g_autofree char *behind = g_strconcat (path, "-behind-others", NULL);

  fixture_test (path, func);
  g_test_add (behind, Fixture, GUINT_TO_POINTER (KNOWN - 1), fixture_set_up, func,
              fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/import/outcomes", test_outcomes);
  add_tests ("/store/import/completes", test_completes);
  add_tests ("/store/import/meetings", test_meetings);
  fixture_test ("/store/import/number-of-another", test_number_of_another);
  add_tests ("/store/import/silent-row", test_silent_row);
  fixture_test ("/store/import/matches-by-an-earlier-number", test_matches_by_an_earlier_number);
  fixture_test ("/store/import/not-committed", test_not_committed);
  fixture_test ("/store/import/undo-refused", test_undo_refused);
  fixture_test ("/store/import/undo-keeps-later-work", test_undo_keeps_later_work);
  fixture_test ("/store/import/undo-in-order", test_undo_in_order);
  fixture_test ("/store/import/undo-shared-person", test_undo_shared_person);
  fixture_test ("/store/import/many-rows", test_many_rows);
  return g_test_run ();
}
