/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/exchange.h"

#include "store/replica.h"
#include "store/sealed-log.h"

static IkrarExchangeReport *
copy (IkrarStore *from, IkrarStore *to, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  IkrarExchangeReport *report = ikrar_exchange_copy_event (from, to, event, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_same (const char *path, const char *other)
{
  g_autofree char *one = replica_dump (path);
  g_autofree char *two = replica_dump (other);

  if (strcmp (one, two) == 0)
    return;
  g_error ("two databases do not say the same");
}

/* An event with every kind of row goes into an empty database, and nothing is new the second time.
 */
static void
test_whole (SealedLog *log, gconstpointer unused)
{
  Fixture *fixture = &log->fixture;
  Replica target;
  g_autoptr (IkrarExchangeReport) first = NULL;
  g_autoptr (IkrarExchangeReport) again = NULL;

  replica_new (&target, fixture, "Pintu Timur");
  first = copy (fixture->store, target.store, log->event);
  g_assert_true (first->written);
  g_assert_cmpuint (first->participants, ==, 8);
  g_assert_cmpuint (first->marks, ==, 8);
  g_assert_cmpuint (first->pledges, ==, 10);
  g_assert_cmpuint (first->certificates, ==, 9);
  g_assert_cmpuint (first->conflicts->len, ==, 0);
  replica_verify (target.store);
  again = copy (fixture->store, target.store, log->event);
  g_assert_false (again->written);
  again = (ikrar_exchange_report_free (again), copy (target.store, fixture->store, log->event));
  g_assert_false (again->written);
  ikrar_exchange_report_free (copy (fixture->store, target.store, log->other_event));
  assert_same (fixture->path, target.path);
  replica_close (&target);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/store/exchange/whole", test_whole);
  return g_test_run ();
}
