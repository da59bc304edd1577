/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/event-tally.h"

#include "store/attendance.h"
#include "store/certificate.h"
#include "store/fixture.h"
#include "store/pass-issuer.h"
#include "store/pledge.h"

static IkrarEventTally
count (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  IkrarEventTally tally;

  g_assert_true (ikrar_event_tally_get (fixture->store, event, &tally, &error));
  g_assert_no_error (error);
  return tally;
}

static void
test_an_empty_event (Fixture *fixture, gconstpointer unused)
{
  IkrarEventTally tally = count (fixture, fixture_add_event (fixture, "Apel"));

  g_assert_cmpuint (tally.attendance.invited, ==, 0);
  g_assert_cmpuint (tally.units, ==, 0);
  g_assert_false (tally.has_passes);
}

static void
recite (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  const IkrarPledgeReciting reciting = {
    .event = event, .reader = "Wulan", .reader_position = "Sekda", .nonce = nonce
  };
  guint pledged;

  ikrar_nonce_new (nonce);
  ikrar_pledge_recite (fixture->store, &reciting, &pledged, NULL, &error);
  g_assert_no_error (error);
}

static void
test_everybody_is_counted_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Apel");
  g_autoptr (GArray) present = fixture_add_participants (fixture, event, 4, TRUE);
  g_autoptr (GArray) away = fixture_add_participants (fixture, event, 3, FALSE);
  const IkrarId *ids = (const IkrarId *) away->data;
  IkrarEventTally tally;
  guint issued;

  ikrar_attendance_set (fixture->store, ids, 1, 0, IKRAR_ATTENDANCE_SICK, NULL, &error);
  ikrar_participant_withdraw (fixture->store, ids + 1, 1, TRUE, &error);
  recite (fixture, event);
  ikrar_certificate_issue (fixture->store, event, (const IkrarId *) present->data, 2, &issued, NULL,
                           &error);
  g_assert_no_error (error);
  tally = count (fixture, event);
  g_assert_cmpuint (tally.attendance.invited, ==, 6);
  g_assert_cmpuint (tally.attendance.by_state[IKRAR_ATTENDANCE_PRESENT], ==, 4);
  g_assert_cmpuint (tally.attendance.by_state[IKRAR_ATTENDANCE_SICK], ==, 1);
  g_assert_cmpuint (tally.attendance.by_state[IKRAR_ATTENDANCE_UNRECORDED], ==, 1);
  g_assert_cmpuint (tally.pledges[IKRAR_PLEDGE_RECITED], ==, 4);
  g_assert_cmpuint (tally.pledges[IKRAR_PLEDGE_NONE], ==, 2);
  g_assert_cmpuint (tally.certificates, ==, 2);
}

static void
test_passes_leave_a_key (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Apel");
  g_autoptr (IkrarPassIssuer) issuer = ikrar_pass_issuer_new (fixture->store, event, &error);

  g_assert_no_error (error);
  g_assert_true (count (fixture, event).has_passes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/event-tally/an-empty-event", test_an_empty_event);
  fixture_test ("/store/event-tally/everybody-once", test_everybody_is_counted_once);
  fixture_test ("/store/event-tally/passes-leave-a-key", test_passes_leave_a_key);
  return g_test_run ();
}
