/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/fixture.h"

#include "store/attendance.h"
#include "store/error.h"
#include "store/journal.h"
#include "store/participant-table.h"

static IkrarParticipant *
get (Fixture *fixture, GArray *ids, guint index)
{
  g_autoptr (GError) error = NULL;
  IkrarParticipant *participant =
      ikrar_participant_get (fixture->store, g_array_index (ids, IkrarId, index), &error);

  g_assert_no_error (error);
  return participant;
}

static void
test_passes_of_many (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) ids =
      fixture_add_participants (fixture, fixture_add_event (fixture, "Apel"), 4, FALSE);
  g_autoptr (GError) error = NULL;
  IkrarId journal = ikrar_participant_revoke_passes (
      fixture->store, (const IkrarId *) (gpointer) ids->data, 3, &error);

  g_assert_no_error (error);
  g_assert_cmpint (journal, !=, 0);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (IkrarParticipant) participant = get (fixture, ids, i);

      g_assert_cmpint (participant->pass_serial, ==, i < 3 ? 2 : 1);
    }
  g_assert_cmpint (ikrar_journal_undo (fixture->store, journal, &error), !=, 0);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (IkrarParticipant) participant = get (fixture, ids, i);

      g_assert_cmpint (participant->pass_serial, ==, 1);
    }
}

static void
test_place_of_many (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) ids =
      fixture_add_participants (fixture, fixture_add_event (fixture, "Apel"), 3, FALSE);
  const IkrarId *all = (const IkrarId *) (gpointer) ids->data;
  g_autoptr (GError) error = NULL;
  IkrarId journal;

  ikrar_participant_place (fixture->store, all, 1, "A1", NULL, &error);
  g_assert_no_error (error);
  journal = ikrar_participant_place (fixture->store, all, 3, NULL, "Gelombang 2", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (IkrarParticipant) participant = get (fixture, ids, i);

      g_assert_cmpstr (participant->seat, ==, i == 0 ? "A1" : "");
      g_assert_cmpstr (participant->group_name, ==, "Gelombang 2");
    }
  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (IkrarParticipant) participant = get (fixture, ids, i);

      g_assert_cmpstr (participant->seat, ==, i == 0 ? "A1" : "");
      g_assert_cmpstr (participant->group_name, ==, "");
    }
}

static void
test_one_missing_changes_nobody (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) ids =
      fixture_add_participants (fixture, fixture_add_event (fixture, "Apel"), 2, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) first = NULL;
  IkrarId unknown = 77;

  g_array_append_val (ids, unknown);
  g_assert_cmpint (ikrar_participant_place (fixture->store, (const IkrarId *) (gpointer) ids->data,
                                            3, "B2", NULL, &error),
                   ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  first = get (fixture, ids, 0);
  g_assert_cmpstr (first->seat, ==, "");
}

static void
test_invite_somebody_new (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Apel");
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  g_autoptr (IkrarParticipantCard) card = NULL;
  g_autoptr (GError) error = NULL;
  IkrarId journal;

  participant->event_id = event;
  person->name = g_strdup ("Siti Rahmawati");
  person->number = g_strdup ("198004172005012006");
  person->number_kind = IKRAR_NUMBER_NIP;
  person->grade = 13;
  journal =
      ikrar_participant_invite (fixture->store, participant, person, "Dinas Kesehatan", &error);
  g_assert_no_error (error);
  g_assert_cmpint (journal, !=, 0);
  card = ikrar_participant_card_get (fixture->store, participant->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (card->bare_name, ==, "Siti Rahmawati");
  g_assert_cmpstr (card->unit, ==, "Dinas Kesehatan");
  g_assert_cmpint (card->participant->grade, ==, 13);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 1);
  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM person"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM participant"), ==, 0);
}

static void
test_invite_refuses (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    const char *number;
    int code;
  } cases[] = {
    { " ", "", IKRAR_STORE_ERROR_INVALID },
    { "Siti", "198004172005012006", IKRAR_STORE_ERROR_DUPLICATE },
  };
  IkrarId event = fixture_add_event (fixture, "Apel");

  fixture_add_person (fixture, "198004172005012006", "Sumarno");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);
      g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
      g_autoptr (GError) error = NULL;

      participant->event_id = event;
      person->name = g_strdup (cases[i].name);
      person->number = g_strdup (cases[i].number);
      g_assert_cmpint (
          ikrar_participant_invite (fixture->store, participant, person, "Dinas", &error), ==, 0);
      g_assert_error (error, IKRAR_STORE_ERROR, cases[i].code);
      g_assert_cmpint (person->id, ==, 0);
      g_assert_cmpint (participant->id, ==, 0);
    }
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM unit"), ==, 0);
}

static void
test_edit_names_a_unit (Fixture *fixture, gconstpointer unused)
{
  IkrarId id = fixture_add_participant (fixture, fixture_add_event (fixture, "Apel"), "Sumarno");
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) participant = ikrar_participant_get (fixture->store, id, &error);
  g_autoptr (IkrarParticipantCard) card = NULL;
  IkrarId journal;

  g_assert_no_error (error);
  journal = ikrar_participant_edit (fixture->store, participant, "Inspektorat", &error);
  g_assert_no_error (error);
  card = ikrar_participant_card_get (fixture->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (card->unit, ==, "Inspektorat");
  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT unit_id FROM participant"), ==, 0);
}

/* Three of four came, the second one last. */
static IkrarParticipantTable *
load_table (Fixture *fixture)
{
  static const guint arrivals[] = { 0, 2, 1 };
  IkrarId event = fixture_add_event (fixture, "Apel");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 4, FALSE);
  g_autoptr (GError) error = NULL;
  IkrarParticipantTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (arrivals); i++)
    {
      fixture->now += 60 * 1000;
      fixture_check_in (fixture, g_array_index (ids, IkrarId, arrivals[i]));
    }
  table = ikrar_participant_table_load (fixture->store, event, 0, TRUE, IKRAR_ORDER_NUMBER, NULL,
                                        &error);
  g_assert_no_error (error);
  return table;
}

static void
test_order (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    IkrarParticipantOrder order;
    gboolean descending;
    guint indexes[4];
  } cases[] = {
    { IKRAR_ORDER_NUMBER, FALSE, { 0, 1, 2, 3 } }, { IKRAR_ORDER_NUMBER, TRUE, { 3, 2, 1, 0 } },
    { IKRAR_ORDER_NAME, TRUE, { 3, 2, 1, 0 } },    { IKRAR_ORDER_TIME, FALSE, { 0, 2, 1, 3 } },
    { IKRAR_ORDER_TIME, TRUE, { 1, 2, 0, 3 } },
  };
  g_autoptr (IkrarParticipantTable) table = load_table (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) order =
          ikrar_participant_table_order (table, cases[i].order, cases[i].descending);

      g_assert_cmpmem (order->data, order->len * sizeof (guint), cases[i].indexes,
                       sizeof cases[i].indexes);
    }
}

static void
test_history (Fixture *fixture, gconstpointer unused)
{
  IkrarId participant =
      fixture_add_participant (fixture, fixture_add_event (fixture, "Apel"), "Siti Rahmawati");
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GError) error = NULL;
  const IkrarAttendanceMark *newest, *oldest;

  fixture_check_in (fixture, participant);
  fixture->now += 60 * 1000;
  ikrar_attendance_set (fixture->store, &participant, 1, 0, IKRAR_ATTENDANCE_REPRESENTED, "Sumarno",
                        &error);
  g_assert_no_error (error);
  marks = ikrar_attendance_history (fixture->store, participant, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marks->len, ==, 2);
  newest = g_ptr_array_index (marks, 0);
  oldest = g_ptr_array_index (marks, 1);
  g_assert_cmpint (newest->state, ==, IKRAR_ATTENDANCE_REPRESENTED);
  g_assert_cmpstr (newest->stand_in, ==, "Sumarno");
  g_assert_cmpstr (newest->source, ==, "hand");
  g_assert_cmpstr (newest->actor, ==, "penguji");
  g_assert_cmpint (oldest->state, ==, IKRAR_ATTENDANCE_PRESENT);
  g_assert_cmpstr (oldest->source, ==, "scan");
  g_assert_cmpint (newest->at - oldest->at, ==, 60 * 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/participant-bulk/passes", test_passes_of_many);
  fixture_test ("/store/participant-bulk/place", test_place_of_many);
  fixture_test ("/store/participant-bulk/one-missing", test_one_missing_changes_nobody);
  fixture_test ("/store/participant/invite-somebody-new", test_invite_somebody_new);
  fixture_test ("/store/participant/invite-refuses", test_invite_refuses);
  fixture_test ("/store/participant/edit-names-a-unit", test_edit_names_a_unit);
  fixture_test ("/store/participant-table/order", test_order);
  fixture_test ("/store/attendance/history", test_history);
  return g_test_run ();
}
