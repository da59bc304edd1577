/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/person-merge.h"

#include <string.h>

#include "core/text.h"
#include "store/alone.h"
#include "store/error.h"
#include "store/exchange.h"
#include "store/journal.h"
#include "store/person-number.h"
#include "store/raw.h"
#include "store/sealed-log.h"

#define NIP "198503032010012001"
#define NIK "6371014303850002"

static IkrarId
add (Fixture *fixture, const char *name, const char *number, IkrarNumberKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

  person->name = g_strdup (name);
  person->number = g_strdup (number);
  person->number_kind = kind;
  g_assert_true (ikrar_person_save (fixture->store, person, &error));
  g_assert_no_error (error);
  return person->id;
}

static IkrarId
invite (Fixture *fixture, IkrarId event, IkrarId person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  participant->event_id = event;
  participant->person_id = person;
  g_assert_true (ikrar_participant_add (fixture->store, participant, &error));
  g_assert_no_error (error);
  return participant->id;
}

static IkrarId
merge (Fixture *fixture, IkrarId keep, IkrarId other)
{
  g_autoptr (GError) error = NULL;
  IkrarId entry = ikrar_person_merge (fixture->store, keep, other, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (entry, !=, 0);
  return entry;
}

static void
assert_undone (Fixture *fixture, IkrarId entry, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

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

static void
assert_found (Fixture *fixture, const char *number, IkrarId person)
{
  IkrarId found;

  g_assert_true (ikrar_person_find (fixture->store, number, &found, NULL));
  g_assert_cmpint (found, ==, person);
}

static IkrarId
person_of (Fixture *fixture, IkrarId participant)
{
  g_autoptr (IkrarParticipant) place = ikrar_participant_get (fixture->store, participant, NULL);

  return place != NULL ? place->person_id : 0;
}

/* Every number that either ever had leads to the one who stays, whichever of them stands. */
static void
test_numbers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  for (guint taken = 0; taken < 2; taken++)
    {
      IkrarMergeChoice choice = { 0 };
      IkrarId keep = add (fixture, "Siti Aminah", NIP, IKRAR_NUMBER_NIP);
      IkrarId other = add (fixture, "Siti Aminah", NIK, IKRAR_NUMBER_NIK);
      g_autofree char *before = NULL;
      g_autoptr (IkrarPerson) kept = NULL;
      IkrarId entry, into;

      ikrar_person_number_add (fixture->store, other, "131110468", IKRAR_NUMBER_OLD_NIP, &error);
      ikrar_person_number_add (fixture->store, keep, "480099", IKRAR_NUMBER_NRK, &error);
      g_assert_no_error (error);
      before = fixture_dump_state (fixture);
      choice.other[IKRAR_PERSON_NUMBER] = taken;
      entry = ikrar_person_merge (fixture->store, keep, other, &choice, &error);
      g_assert_no_error (error);
      kept = ikrar_person_get (fixture->store, keep, &error);
      g_assert_cmpstr (kept->number, ==, taken ? NIK : NIP);
      assert_found (fixture, NIP, keep);
      assert_found (fixture, NIK, keep);
      assert_found (fixture, "131110468", keep);
      assert_found (fixture, "480099", keep);
      g_assert_true (ikrar_person_merged_into (fixture->store, other, &into, &error));
      g_assert_cmpint (into, ==, keep);
      g_assert_null (ikrar_person_record_load (fixture->store, other, 1, &error));
      assert_refused (&error, IKRAR_STORE_ERROR_NOT_FOUND, "merged");
      assert_undone (fixture, entry, before);
      raw_run (fixture->path, "DELETE FROM person_number");
      raw_run (fixture->path, "DELETE FROM person");
    }
}

/* A field at a time from the one or the other. */
static void
test_choice (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId keep = add (fixture, "Siti Aminah", NIP, IKRAR_NUMBER_NIP);
  IkrarId other = add (fixture, "Siti A.", NIK, IKRAR_NUMBER_NIK);

  raw_run (fixture->path, "UPDATE person SET grade = 11, position = 'Analis', sex = 'P', phone = "
                          "'0811', email = 'a@contoh.go.id' WHERE number_kind = 'nip'");
  raw_run (fixture->path, "UPDATE person SET grade = 12, position = 'Bidan', sex = 'L', phone = "
                          "'0822', email = 'b@contoh.go.id' WHERE number_kind = 'nik'");
  for (guint field = 0; field < IKRAR_N_PERSON_FIELDS; field++)
    {
      IkrarMergeChoice choice = { 0 };
      g_autoptr (IkrarMergePlan) plan =
          ikrar_person_merge_plan (fixture->store, keep, other, &error);
      g_autoptr (IkrarPerson) result = NULL;
      g_autoptr (IkrarMergePlan) after = NULL;
      IkrarPersonField parsed;
      IkrarId entry;

      g_assert_true (ikrar_person_field_parse (ikrar_person_field_word (field), &parsed));
      g_assert_cmpint (parsed, ==, field);
      choice.other[field] = TRUE;
      entry = ikrar_person_merge (fixture->store, keep, other, &choice, &error);
      g_assert_no_error (error);
      after = ikrar_person_merge_plan (fixture->store, keep,
                                       add (fixture, "Lain", "", IKRAR_NUMBER_NONE), &error);
      for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
        g_assert_cmpstr (after->texts[i][0], ==, plan->texts[i][i == field]);
      g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), !=, 0);
      g_assert_no_error (error);
    }
}

/* What is proposed: nothing that is known gets lost, and an employee number stands. */
static void
test_proposal (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId keep = add (fixture, "Siti Aminah", NIK, IKRAR_NUMBER_NIK);
  IkrarId other = add (fixture, "Siti Aminah", NIP, IKRAR_NUMBER_NIP);
  g_autoptr (IkrarMergePlan) plan = NULL;

  raw_run (fixture->path, "UPDATE person SET suffix = 'S.Kep.', phone = '0822' WHERE number_kind "
                          "= 'nip'");
  plan = ikrar_person_merge_plan (fixture->store, keep, other, &error);
  g_assert_no_error (error);
  g_assert_true (plan->choice.other[IKRAR_PERSON_NUMBER]);
  g_assert_true (plan->choice.other[IKRAR_PERSON_NAME]);
  g_assert_true (plan->choice.other[IKRAR_PERSON_PHONE]);
  g_assert_false (plan->choice.other[IKRAR_PERSON_EMAIL]);
  g_assert_null (ikrar_person_merge_plan (fixture->store, keep, keep, &error));
  assert_refused (&error, IKRAR_STORE_ERROR_INVALID, "one person");
}

/* What both have on record at one event, and whose place is left after the merge. */
static const struct
{
  gboolean keep_came;
  gboolean other_came;
  IkrarMergeFate fate;
} places[] = {
  { FALSE, FALSE, IKRAR_MERGE_OTHER_GOES },
  { TRUE, FALSE, IKRAR_MERGE_OTHER_GOES },
  { FALSE, TRUE, IKRAR_MERGE_KEPT_GOES },
  { TRUE, TRUE, IKRAR_MERGE_BOTH },
};

static void
test_places (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Apel %u", i);
      IkrarId event = fixture_add_event (fixture, title);
      IkrarId elsewhere = fixture_add_event (fixture, "Upacara");
      IkrarId keep = add (fixture, "Siti", "", IKRAR_NUMBER_NONE);
      IkrarId other = add (fixture, "Siti", "", IKRAR_NUMBER_NONE);
      IkrarId first = invite (fixture, event, keep);
      IkrarId second = invite (fixture, event, other);
      IkrarId third = invite (fixture, elsewhere, other);
      IkrarId left = places[i].fate == IKRAR_MERGE_KEPT_GOES ? second : first;
      g_autofree char *before = NULL;
      g_autoptr (IkrarMergePlan) plan = NULL;
      IkrarId entry;

      if (places[i].keep_came)
        fixture_check_in (fixture, first);
      if (places[i].other_came)
        fixture_check_in (fixture, second);
      fixture_check_in (fixture, third);
      before = fixture_dump_state (fixture);
      plan = ikrar_person_merge_plan (fixture->store, keep, other, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plan->events->len, ==, 2);
      g_assert_cmpint (plan->blocked, ==, places[i].fate == IKRAR_MERGE_BOTH);
      entry = ikrar_person_merge (fixture->store, keep, other, NULL, &error);
      if (plan->blocked)
        {
          g_autofree char *after = fixture_dump_state (fixture);

          g_assert_cmpint (entry, ==, 0);
          assert_refused (&error, IKRAR_STORE_ERROR_CONFLICT, title);
          g_assert_cmpstr (after, ==, before);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (person_of (fixture, left), ==, keep);
      g_assert_cmpint (person_of (fixture, left == first ? second : first), ==, 0);
      g_assert_cmpint (person_of (fixture, third), ==, keep);
      assert_undone (fixture, entry, before);
    }
}

/* Days later: what was edited since stays, and what depends on the merge keeps it. */
static void
test_undo_later (SealedLog *log, gconstpointer unused)
{
  Fixture *fixture = &log->fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = NULL;
  IkrarId event = fixture_add_event (fixture, "Apel Susulan");
  IkrarId keep = add (fixture, "Siti Aminah", NIP, IKRAR_NUMBER_NIP);
  IkrarId other = add (fixture, "Siti Aminah", NIK, IKRAR_NUMBER_NIK);
  IkrarId third = add (fixture, "Siti", "", IKRAR_NUMBER_NONE);
  IkrarId place = invite (fixture, event, other);
  IkrarId entry = merge (fixture, keep, other);
  IkrarId later = merge (fixture, third, keep);

  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_CONFLICT, "merged");
  g_assert_cmpint (ikrar_journal_undo (fixture->store, later, &error), !=, 0);
  fixture->now += 5 * G_GINT64_CONSTANT (86400000);
  person = ikrar_person_get (fixture->store, keep, &error);
  ikrar_text_replace (&person->phone, "0812");
  g_assert_true (ikrar_person_save (fixture->store, person, &error));
  fixture_check_in (fixture, place);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (person_of (fixture, place), ==, other);
  ikrar_person_free (g_steal_pointer (&person));
  person = ikrar_person_get (fixture->store, keep, &error);
  g_assert_cmpstr (person->phone, ==, "0812");
  assert_found (fixture, NIK, other);
  entry = merge (fixture, keep, other);
  sealed_log_sign (fixture, place);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entry, &error), ==, 0);
  assert_refused (&error, IKRAR_STORE_ERROR_CONFLICT, "Apel Susulan");
}

/* Everything on record stays as it was sealed. */
static void
test_sealed_log_stands (SealedLog *log, gconstpointer unused)
{
  Fixture *fixture = &log->fixture;
  IkrarId someone =
      fixture_count (fixture, "SELECT r.person_id FROM certificate c JOIN participant r ON r.id = "
                              "c.participant_id WHERE c.revoked_at = 0 ORDER BY r.id LIMIT 1");
  IkrarId keep = add (fixture, "Siti Aminah", NIP, IKRAR_NUMBER_NIP);
  gint64 marks = fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark");
  g_autoptr (IkrarLedgerReport) report = NULL;
  g_autoptr (GPtrArray) events = NULL;

  merge (fixture, keep, someone);
  report = sealed_log_verify (log);
  g_assert_true (report->ok);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM attendance_mark"), ==, marks);
  events = ikrar_person_events (fixture->store, keep, NULL);
  g_assert_cmpuint (events->len, >, 0);
}

/* The history of both is the history of the one. */
static void
test_history (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId keep = add (fixture, "Siti Aminah", NIP, IKRAR_NUMBER_NIP);
  IkrarId other = add (fixture, "Siti Aminah", NIK, IKRAR_NUMBER_NIK);
  g_autoptr (IkrarPersonRecord) record = NULL;

  merge (fixture, keep, other);
  record = ikrar_person_record_load (fixture->store, keep, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->journal->len, ==, 3);
  g_assert_cmpstr (((IkrarJournalEntry *) g_ptr_array_index (record->journal, 0))->action, ==,
                   "person.merge");
  g_assert_cmpuint (record->numbers->len, ==, 1);
}

/* Nothing of either is left, in whatever table. */
static void
test_erase (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Apel");
  IkrarId keep = add (fixture, "Raden Unik", NIP, IKRAR_NUMBER_NIP);
  IkrarId other = add (fixture, "Raden Unik Sekali", NIK, IKRAR_NUMBER_NIK);
  g_autofree char *dump = NULL;

  invite (fixture, event, keep);
  invite (fixture, event, other);
  raw_run (fixture->path,
           "UPDATE participant SET position = 'Jabatan Unik', note = 'Catatan Unik'");
  merge (fixture, keep, other);
  g_assert_true (ikrar_person_erase (fixture->store, keep, "permintaan", &error));
  g_assert_no_error (error);
  dump = fixture_dump (fixture);
  g_assert_null (strstr (dump, "Unik"));
  g_assert_null (strstr (dump, NIP));
  g_assert_null (strstr (dump, NIK));
}

/* Here the two were merged, elsewhere they go on as two: what comes from there finds the one. */
static void
test_exchange (SealedLog *log, gconstpointer unused)
{
  Fixture *fixture = &log->fixture;
  g_autoptr (GError) error = NULL;
  IkrarId keep = add (fixture, "Siti Aminah", NIP, IKRAR_NUMBER_NIP);
  IkrarId other = add (fixture, "Siti Aminah", NIK, IKRAR_NUMBER_NIK);
  IkrarId first = invite (fixture, log->event, keep);
  IkrarId second = invite (fixture, log->event, other);
  Replica elsewhere;
  IkrarId into;

  replica_copy (&elsewhere, fixture, "Pintu Timur");
  merge (fixture, keep, other);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (IkrarExchangeReport) back =
          alone_carry (elsewhere.store, fixture->store, log->event);
      g_autoptr (IkrarExchangeReport) there =
          alone_carry (fixture->store, elsewhere.store, log->event);

      g_assert_true (ikrar_person_merged_into (fixture->store, other, &into, &error));
      g_assert_cmpint (into, ==, keep);
      g_assert_cmpint (person_of (fixture, first), ==, keep);
      g_assert_cmpint (person_of (fixture, second), ==, 0);
      assert_found (fixture, NIK, keep);
      if (round > 0)
        {
          g_assert_false (back->written);
          g_assert_false (there->written);
        }
    }
  replica_verify (fixture->store);
  replica_verify (elsewhere.store);
  replica_close (&elsewhere);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/person-merge/numbers", test_numbers);
  fixture_test ("/store/person-merge/choice", test_choice);
  fixture_test ("/store/person-merge/proposal", test_proposal);
  fixture_test ("/store/person-merge/places", test_places);
  sealed_log_test ("/store/person-merge/undo-later", test_undo_later);
  sealed_log_test ("/store/person-merge/sealed-log-stands", test_sealed_log_stands);
  fixture_test ("/store/person-merge/history", test_history);
  fixture_test ("/store/person-merge/erase", test_erase);
  sealed_log_test ("/store/person-merge/exchange", test_exchange);
  return g_test_run ();
}
