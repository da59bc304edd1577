/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/certificate.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/certificate-due/who-is-due", test_who_is_due);
  return g_test_run ();
}
