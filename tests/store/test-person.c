/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/person.h"

#include <string.h>

#include "store/attendance.h"
#include "store/backup.h"
#include "store/certificate.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/import.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/pledge.h"

#define NUMBER_1 "198501012005011001"
#define NUMBER_2 "198501012005011002"
#define NUMBER_3 "198501012005011003"

static void
set_number (Fixture *fixture, IkrarId id, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = ikrar_person_get (fixture->store, id, &error);

  g_free (person->number);
  person->number = g_strdup (number);
  ikrar_person_save (fixture->store, person, &error);
  g_assert_no_error (error);
}

static IkrarId
find (Fixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  IkrarId id;

  ikrar_person_find (fixture->store, number, &id, &error);
  g_assert_no_error (error);
  return id;
}

static IkrarId
newest_entry (Fixture *fixture)
{
  return fixture_count (fixture, "SELECT MAX(id) FROM journal");
}

static gint64
earlier_numbers (Fixture *fixture)
{
  return fixture_count (fixture, "SELECT COUNT(*) FROM person_number");
}

static void
test_numbers_move (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId id = fixture_add_person (fixture, NUMBER_1, "Budi");

  set_number (fixture, id, NUMBER_2);
  g_assert_cmpint (find (fixture, NUMBER_1), ==, id);
  g_assert_cmpint (find (fixture, NUMBER_2), ==, id);
  g_assert_cmpint (find (fixture, NUMBER_3), ==, 0);
  set_number (fixture, id, NUMBER_3);
  g_assert_cmpint (earlier_numbers (fixture), ==, 2);
  /* Back to an earlier one: it is not earlier any more. */
  set_number (fixture, id, NUMBER_1);
  g_assert_cmpint (earlier_numbers (fixture), ==, 2);
  g_assert_cmpint (find (fixture, NUMBER_1), ==, id);
  g_assert_cmpint (find (fixture, NUMBER_2), ==, id);
  g_assert_cmpint (find (fixture, NUMBER_3), ==, id);
  set_number (fixture, id, "");
  g_assert_cmpint (earlier_numbers (fixture), ==, 3);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, newest_entry (fixture), &error), !=, 0);
  g_assert_cmpint (earlier_numbers (fixture), ==, 2);
  g_assert_no_error (error);
}

/* A number that was mistyped and undone belongs to nobody again. */
static void
test_undo_of_a_number (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId id = fixture_add_person (fixture, NUMBER_1, "Budi");
  IkrarId other;

  set_number (fixture, id, NUMBER_2);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, newest_entry (fixture), &error), !=, 0);
  g_assert_cmpint (find (fixture, NUMBER_2), ==, 0);
  other = fixture_add_person (fixture, NUMBER_2, "Siti");
  g_assert_cmpint (find (fixture, NUMBER_2), ==, other);
  g_assert_cmpint (find (fixture, NUMBER_1), ==, id);
  g_assert_cmpint (earlier_numbers (fixture), ==, 0);
}

static void
test_refusals (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *number;
    const char *name;
    IkrarStoreError code;
  } cases[] = {
    { NUMBER_3, "", IKRAR_STORE_ERROR_INVALID },
    { NUMBER_3, " \t", IKRAR_STORE_ERROR_INVALID },
    { NUMBER_2, "Siti", IKRAR_STORE_ERROR_DUPLICATE },
    { NUMBER_1, "Siti", IKRAR_STORE_ERROR_DUPLICATE }, /* an earlier number of another */
    { NUMBER_3, "Si\xffti", IKRAR_STORE_ERROR_INVALID },
  };
  IkrarId id = fixture_add_person (fixture, NUMBER_1, "Budi");

  set_number (fixture, id, NUMBER_2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

      person->number = g_strdup (cases[i].number);
      person->name = g_strdup (cases[i].name);
      g_assert_false (ikrar_person_save (fixture->store, person, &error));
      g_assert_error (error, IKRAR_STORE_ERROR, (int) cases[i].code);
      g_assert_cmpint (person->id, ==, 0);
    }
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 1);
}

static void
test_list (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *search;
    gint64 total;
  } cases[] = {
    { NULL, 4 },        { "", 4 },        { "BUDI", 2 },    { "budi san", 1 }, { "made", 1 },
    { NUMBER_1, 1 },    { "1985 01", 2 }, { "xyz", 0 },     { "%", 0 },        { "_", 0 },
    { "o'brien’s", 0 }, { "“”", 0 },      { "santoso", 1 },
  };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");

  fixture_add_person (fixture, NUMBER_1, "Budi Santoso");
  fixture_add_person (fixture, NUMBER_2, "Budi Hartono");
  fixture_add_person (fixture, "", "I Made Contoh");
  fixture_add_participant (fixture, event, "Wayan");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 total = -1;
      g_autoptr (GPtrArray) lines =
          ikrar_person_list (fixture->store, cases[i].search, 3, &total, &error);

      g_assert_no_error (error);
      g_assert_cmpint (total, ==, cases[i].total);
      g_assert_cmpuint (lines->len, ==, MIN (total, 3));
    }
}

static void
import_with_a_refused_row (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarImport) import =
      ikrar_import_begin (fixture->store, event, "daftar.xlsx", "", &error);
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  IkrarImportRow row = { .row = 1,
                         .verdict = "ok",
                         .written = "Rahasiawan Unik, S.H.\t" NUMBER_1 "\tDinas A",
                         .unit = "Dinas A",
                         .note = "catatan tentang Rahasiawan",
                         .person = person };
  IkrarImportRow refused = { .row = 2,
                             .verdict = "error",
                             .written = "RAHASIAWAN UNIK\t" NUMBER_1 "0\tDinas A" };

  person->name = g_strdup ("Rahasiawan Unik");
  person->written = g_strdup ("Rahasiawan Unik, S.H.");
  person->number = g_strdup (NUMBER_1);
  person->number_kind = IKRAR_NUMBER_NIP;
  person->position = g_strdup ("Kepala Seksi Rahasiawan");
  ikrar_import_add (import, &row, &error);
  ikrar_import_add (import, &refused, &error);
  ikrar_import_commit (import, &error);
  g_assert_no_error (error);
}

static void
do_everything (Fixture *fixture, IkrarId event, IkrarId person, IkrarId participant)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE] = { 1 };
  IkrarPledgeSigning signing = { .participant = participant, .signature = "M1 1", .nonce = nonce };
  g_autoptr (GPtrArray) certificates = NULL;
  g_autoptr (IkrarParticipant) row = NULL;
  guint issued;

  set_number (fixture, person, NUMBER_2);
  fixture_check_in (fixture, participant);
  ikrar_pledge_sign (fixture->store, &signing, NULL, &error);
  ikrar_certificate_issue (fixture->store, event, NULL, 0, &issued, NULL, &error);
  certificates = ikrar_certificate_list (fixture->store, event, &error);
  ikrar_certificate_revoke (fixture->store,
                            ((IkrarCertificate *) g_ptr_array_index (certificates, 0))->id,
                            "nama Rahasiawan salah tulis", &error);
  row = ikrar_participant_get (fixture->store, participant, &error);
  g_free (row->seat);
  row->seat = g_strdup ("A1");
  ikrar_participant_save (fixture->store, row, &error);
  ikrar_pledge_revoke (fixture->store, participant, "Rahasiawan minta dicabut", &error);
  ikrar_ledger_checkpoint (fixture->store, NULL, &error);
  g_assert_no_error (error);
}

/* Nowhere in the file, its journal or a backup. */
static void
assert_no_trace (Fixture *fixture, const char *backup)
{
  static const char *const traces[] = { "Rahasiawan", "RAHASIAWAN", "rahasiawan",
                                        NUMBER_1,     NUMBER_2,     "M1 1" };
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      g_test_message ("%s", traces[i]);
      g_assert_false (fixture_file_has (fixture->path, traces[i]));
      g_assert_false (fixture_file_has (wal, traces[i]));
      g_assert_false (fixture_file_has (backup, traces[i]));
    }
}

static void
test_erasure_leaves_no_trace (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_participant (fixture, event, "Wayan Tetap");
  g_autofree char *backup = g_build_filename (fixture->folder, "cadangan.db", NULL);
  g_autoptr (IkrarLedgerReport) report = NULL;
  g_autoptr (IkrarPerson) row = NULL;
  IkrarId person, participant;

  import_with_a_refused_row (fixture, event);
  person = find (fixture, NUMBER_1);
  ikrar_participant_find_person (fixture->store, event, person, &participant, &error);
  do_everything (fixture, event, person, participant);
  fixture_check_in (fixture, other);
  g_assert_true (ikrar_db_flush (ikrar_store_get_db (fixture->store), &error));
  g_assert_true (fixture_file_has (fixture->path, "Rahasiawan"));
  g_assert_true (ikrar_person_erase (fixture->store, person, "permintaan 4/2024", &error));
  g_assert_no_error (error);
  g_assert_true (ikrar_backup_write (fixture->store, backup, NULL, NULL, &error));
  assert_no_trace (fixture, backup);
  g_assert_true (fixture_file_has (backup, "Wayan Tetap"));
  report = ikrar_ledger_verify (fixture->store, NULL, &error);
  g_assert_true (report->ok);
  g_assert_cmpuint (report->erased, >, 5);
  row = ikrar_person_get (fixture->store, person, &error);
  g_assert_cmpint (row->removed_at, !=, 0);
  /* What happened stays countable. */
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant WHERE state = 'H'"),
                   ==, 2);
}

static void
test_erasure_is_final (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId person = fixture_add_person (fixture, NUMBER_1, "Budi");
  IkrarId added = newest_entry (fixture);
  g_autoptr (IkrarPerson) shown = ikrar_person_get (fixture->store, person, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (ikrar_person_erase (fixture->store, person, "permintaan 4/2024", &error));
  g_assert_cmpint (ikrar_journal_undo (fixture->store, newest_entry (fixture), &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, added, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (ikrar_person_erase (fixture->store, person, "lagi", &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* A window that shows the person still does not bring them back. */
  g_assert_false (ikrar_person_save (fixture->store, shown, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ikrar_person_erase (fixture->store, 77, "lagi", &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  entries = ikrar_journal_list_of (fixture->store, person, 10, NULL);
  g_assert_cmpstr (((IkrarJournalEntry *) g_ptr_array_index (entries, 0))->detail, ==,
                   "permintaan 4/2024");
  g_assert_cmpstr (((IkrarJournalEntry *) g_ptr_array_index (entries, 1))->detail, ==, "");
}

static void
test_record_of_a_person (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId events[] = { fixture_add_event (fixture, "Satu"), fixture_add_event (fixture, "Dua"),
                       fixture_add_event (fixture, "Dihapus") };
  IkrarId person = fixture_add_person (fixture, NUMBER_1, "Budi");
  g_autoptr (GPtrArray) record = NULL;
  const IkrarPersonEvent *first;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      IkrarParticipant participant = { .event_id = events[i], .person_id = person };

      ikrar_participant_add (fixture->store, &participant, &error);
      g_assert_no_error (error);
      if (i == 0)
        fixture_check_in (fixture, participant.id);
      g_free (participant.kind);
      g_free (participant.position);
    }
  ikrar_event_remove (fixture->store, events[2], &error);
  record = ikrar_person_events (fixture->store, person, &error);
  g_assert_cmpuint (record->len, ==, 2);
  first = g_ptr_array_index (
      record, g_str_equal (((IkrarPersonEvent *) record->pdata[0])->title, "Satu") ? 0 : 1);
  g_assert_cmpstr (first->state, ==, "H");
  g_assert_cmpint (first->state_at, ==, fixture->now);
  g_assert_cmpint (first->zone, ==, IKRAR_ZONE_WITA);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/person/numbers-move", test_numbers_move);
  fixture_test ("/store/person/undo-of-a-number", test_undo_of_a_number);
  fixture_test ("/store/person/refusals", test_refusals);
  fixture_test ("/store/person/list", test_list);
  fixture_add_file_test ("/store/person/erasure-leaves-no-trace", test_erasure_leaves_no_trace);
  fixture_test ("/store/person/erasure-is-final", test_erasure_is_final);
  fixture_test ("/store/person/record-of-a-person", test_record_of_a_person);
  return g_test_run ();
}
