/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/certificate.h"

#include "store/attendance.h"
#include "store/certificate-rule.h"
#include "store/error.h"
#include "store/event-rule.h"
#include "store/fixture.h"
#include "store/journal.h"

static guint
count_due (Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  guint due = G_MAXUINT;

  g_assert_true (ikrar_certificate_count_due (fixture->store, event, &due, &error));
  g_assert_no_error (error);
  return due;
}

static void
test_who_is_due (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId other = fixture_add_event (fixture, "Apel");
  g_autoptr (GArray) present = fixture_add_participants (fixture, event, 4, TRUE);
  g_autoptr (GArray) away = fixture_add_participants (fixture, event, 3, FALSE);
  const IkrarId *ids = (const IkrarId *) present->data;
  IkrarId journal;
  guint issued;

  g_assert_cmpuint (away->len, ==, 3);
  g_assert_cmpuint (count_due (fixture, event), ==, 4);
  g_assert_cmpuint (count_due (fixture, other), ==, 0);
  ikrar_participant_withdraw (fixture->store, ids + 3, 1, TRUE, &error);
  g_assert_cmpuint (count_due (fixture, event), ==, 3);
  journal = ikrar_certificate_issue (fixture->store, event, ids, 2, &issued, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (fixture, event), ==, 1);
  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (fixture, event), ==, 3);
}

/* Somebody comes so many minutes after the start. */
static IkrarId
come_late (Fixture *fixture, IkrarId event, const char *name, int minutes)
{
  IkrarId participant = fixture_add_participant (fixture, event, name);

  fixture->now = FIXTURE_NOW + (30 + minutes) * 60 * 1000;
  fixture_check_in (fixture, participant);
  return participant;
}

/* Of 210 minutes 80 percent are 168. */
static void
test_share_of_hours (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const IkrarEventRule rule = { IKRAR_LATE_NEVER, 80 };
  IkrarId event = fixture_add_event (fixture, "Bimtek");
  IkrarId enough = come_late (fixture, event, "Wayan", 42);
  IkrarId short_of = come_late (fixture, event, "Made", 43);
  IkrarId excused = come_late (fixture, event, "Nyoman", 150);
  g_autoptr (GPtrArray) shortfalls = NULL;
  const IkrarShortfall *shortfall;
  IkrarId journal;
  guint issued, needed;

  fixture->now = FIXTURE_NOW + 24 * 60 * 60 * 1000;
  g_assert_cmpuint (count_due (fixture, event), ==, 3);
  ikrar_event_rule_set (fixture->store, event, &rule, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (fixture, event), ==, 1);
  g_assert_cmpint (ikrar_certificate_except (fixture->store, excused, " ", &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_clear_error (&error);
  journal = ikrar_certificate_except (fixture->store, excused, "mendampingi Bupati", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (fixture, event), ==, 2);
  ikrar_journal_undo (fixture->store, journal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (fixture, event), ==, 1);
  ikrar_certificate_except (fixture->store, excused, "mendampingi Bupati", &error);
  g_assert_no_error (error);
  shortfalls = ikrar_certificate_shortfalls (fixture->store, event, &needed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (needed, ==, 168);
  g_assert_cmpuint (shortfalls->len, ==, 2);
  shortfall = g_ptr_array_index (shortfalls, 0);
  g_assert_cmpint (shortfall->participant, ==, short_of);
  g_assert_cmpuint (shortfall->minutes, ==, 167);
  g_assert_null (shortfall->exception);
  shortfall = g_ptr_array_index (shortfalls, 1);
  g_assert_cmpstr (shortfall->exception, ==, "mendampingi Bupati");
  g_assert_cmpint (
      ikrar_certificate_issue (fixture->store, event, &short_of, 1, &issued, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_certificate_issue (fixture->store, event, NULL, 0, &issued, NULL, &error),
                   !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (issued, ==, 2);
  g_assert_cmpint (enough, !=, 0);
  g_assert_cmpuint (count_due (fixture, event), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/certificate-due/who-is-due", test_who_is_due);
  fixture_test ("/store/certificate-due/share-of-hours", test_share_of_hours);
  return g_test_run ();
}
