/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/event.h"

#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/import.h"
#include "store/participant-table.h"

static void
test_refusals (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    IkrarEvent event;
    IkrarStoreError code;
  } cases[] = {
    { { .title = (char *) "", .start_at = 1 }, IKRAR_STORE_ERROR_INVALID },
    { { .title = (char *) " ", .start_at = 1 }, IKRAR_STORE_ERROR_INVALID },
    { { .title = (char *) "Apel" }, IKRAR_STORE_ERROR_INVALID },
    { { .title = (char *) "Apel", .start_at = 9, .end_at = 8 }, IKRAR_STORE_ERROR_INVALID },
    { { .title = (char *) "A\xffpel", .start_at = 9 }, IKRAR_STORE_ERROR_INVALID },
    { { .id = 77, .title = (char *) "Apel", .start_at = 9 }, IKRAR_STORE_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarEvent event = cases[i].event;

      g_assert_false (ikrar_event_save (fixture->store, &event, &error));
      g_assert_error (error, IKRAR_STORE_ERROR, (int) cases[i].code);
      g_assert_cmpint (event.id, ==, cases[i].event.id);
    }
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM event"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM journal"), ==, 0);
}

static void
test_new_event (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId id = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarEvent) event = ikrar_event_get (fixture->store, id, &error);
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (fixture->store, id, &error);

  g_assert_cmpint (event->code, >, 0);
  g_assert_cmpint (event->code, <=, G_MAXUINT32);
  g_assert_cmpint (event->state, ==, IKRAR_EVENT_PLANNED);
  g_assert_cmpstr (event->theme, ==, "");
  g_assert_cmpuint (sessions->len, ==, 1);
}

static void
test_list_and_remove (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId id = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, id, 5, FALSE);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const IkrarEventLine *line;

  fixture_check_in (fixture, g_array_index (ids, IkrarId, 0));
  ikrar_participant_withdraw (fixture->store, &g_array_index (ids, IkrarId, 4), 1, TRUE, &error);
  lines = ikrar_event_list (fixture->store, &error);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpuint (line->invited, ==, 4);
  g_assert_cmpuint (line->present, ==, 1);
  g_assert_cmpuint (line->pledged, ==, 0);
  g_assert_cmpint (ikrar_event_remove (fixture->store, id, &error), !=, 0);
  none = ikrar_event_list (fixture->store, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (ikrar_event_remove (fixture->store, id, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

static void
test_parts (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarEventSession session = { .event_id = event, .title = (char *) "Siang" };
  IkrarEventSession gone = { .id = 77, .event_id = event, .title = (char *) "Malam" };
  IkrarEventRole witness = { .event_id = event,
                             .kind = IKRAR_ROLE_WITNESS,
                             .name = (char *) "Nyoman" };
  IkrarEventRole opener = { .event_id = event,
                            .kind = IKRAR_ROLE_OPENER,
                            .position = (char *) "Bupati" };
  IkrarEventRole nobody = { .event_id = event, .name = (char *) " " };
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) roles = NULL;

  g_assert_true (ikrar_event_session_save (fixture->store, &session, &error));
  g_assert_cmpint (session.position, ==, 2);
  session.title = (char *) "Sore";
  g_assert_true (ikrar_event_session_save (fixture->store, &session, &error));
  g_assert_false (ikrar_event_session_save (fixture->store, &gone, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  sessions = ikrar_event_sessions (fixture->store, event, &error);
  g_assert_cmpuint (sessions->len, ==, 2);
  g_assert_cmpstr (((IkrarEventSession *) g_ptr_array_index (sessions, 1))->title, ==, "Sore");
  g_assert_true (ikrar_event_role_save (fixture->store, &witness, &error));
  g_assert_true (ikrar_event_role_save (fixture->store, &opener, &error));
  g_assert_false (ikrar_event_role_save (fixture->store, &nobody, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_assert_cmpint (nobody.id, ==, 0);
  roles = ikrar_event_roles (fixture->store, event, NULL);
  g_assert_cmpstr (((IkrarEventRole *) g_ptr_array_index (roles, 0))->position, ==, "Bupati");
  g_assert_true (ikrar_event_role_remove (fixture->store, witness.id, NULL));
  g_assert_false (ikrar_event_role_remove (fixture->store, witness.id, NULL));
}

static void
test_session_in_use_stays (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId participant = fixture_add_participant (fixture, event, "Budi");
  IkrarEventSession session = { .event_id = event, .title = (char *) "Siang" };

  ikrar_event_session_save (fixture->store, &session, &error);
  ikrar_attendance_set (fixture->store, &participant, 1, session.id, IKRAR_ATTENDANCE_SICK, NULL,
                        &error);
  g_assert_no_error (error);
  g_assert_false (ikrar_event_session_remove (fixture->store, session.id, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
}

static void
test_copy (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 300, TRUE);
  IkrarEventSession session = { .event_id = event, .title = (char *) "Siang" };
  IkrarEventRole role = { .event_id = event, .name = (char *) "Nyoman" };
  g_autoptr (IkrarParticipantTable) table = NULL;
  g_autoptr (IkrarEvent) old = NULL;
  g_autoptr (IkrarEvent) row = NULL;
  IkrarId copy, again;

  ikrar_event_session_save (fixture->store, &session, &error);
  ikrar_event_role_save (fixture->store, &role, &error);
  ikrar_participant_withdraw (fixture->store, (IkrarId *) ids->data, 3, TRUE, &error);
  ikrar_participant_revoke_pass (fixture->store, g_array_index (ids, IkrarId, 5), &error);
  copy = ikrar_event_copy (fixture->store, event, TRUE, &error);
  again = ikrar_event_copy (fixture->store, event, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copy, !=, again);
  old = ikrar_event_get (fixture->store, event, &error);
  row = ikrar_event_get (fixture->store, copy, &error);
  g_assert_cmpint (row->state, ==, IKRAR_EVENT_DRAFT);
  g_assert_cmpint (row->code, !=, old->code);
  g_assert_cmpstr (row->title, ==, old->title);
  table = ikrar_participant_table_load (fixture->store, copy, 0, TRUE, IKRAR_ORDER_NUMBER, NULL,
                                        &error);
  g_assert_cmpuint (ikrar_participant_table_size (table), ==, 297);
  for (guint i = 0; i < 297; i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);

      g_assert_cmpuint (line->number, ==, i + 1);
      g_assert_cmpuint (line->pass_serial, ==, 1);
      g_assert_cmpint (line->state, ==, IKRAR_ATTENDANCE_UNRECORDED);
      g_assert_false (line->withdrawn);
    }
  g_assert_cmpstr (ikrar_participant_table_line (table, 0)->name, ==, "Peserta 4");
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM event_session"), ==, 6);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM event_role"), ==, 3);
  g_assert_cmpint (ikrar_event_copy (fixture->store, 77, TRUE, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

static void
test_participants (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_event (fixture, "Apel");
  IkrarId first = fixture_add_participant (fixture, event, "Budi");
  IkrarId ids[] = { first, fixture_add_participant (fixture, other, "Siti") };
  g_autoptr (IkrarParticipant) row = ikrar_participant_get (fixture->store, first, &error);
  g_autoptr (IkrarParticipant) twin = g_new0 (IkrarParticipant, 1);

  twin->event_id = event;
  twin->person_id = row->person_id;
  g_assert_false (ikrar_participant_add (fixture->store, twin, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_cmpint (twin->id, ==, 0);
  g_assert_cmpint (ikrar_participant_withdraw (fixture->store, ids, 2, TRUE, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM participant WHERE withdrawn_at <> 0"), ==, 0);
  fixture_tamper (fixture, "UPDATE participant SET pass_serial = 65535");
  g_assert_cmpint (ikrar_participant_revoke_pass (fixture->store, first, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/event/refusals", test_refusals);
  fixture_test ("/store/event/new-event", test_new_event);
  fixture_test ("/store/event/list-and-remove", test_list_and_remove);
  fixture_test ("/store/event/parts", test_parts);
  fixture_test ("/store/event/session-in-use-stays", test_session_in_use_stays);
  fixture_test ("/store/event/copy", test_copy);
  fixture_test ("/store/event/participants", test_participants);
  return g_test_run ();
}
