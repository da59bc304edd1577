/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/exchange.h"

#include "store/alone.h"
#include "store/sealed-log.h"

#define APART 3
#define ROUNDS 4

static IkrarExchangeReport *
copy (IkrarStore *from, IkrarStore *to, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  IkrarExchangeReport *report = ikrar_exchange_copy_event (from, to, event, NULL, &error);

  g_assert_no_error (error);
  return report;
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
  replica_assert_same (fixture->path, target.path);
  replica_close (&target);
}

/* Every database gets what the others have until nothing is new, in any order. The last one begins
 * with nothing. */
static void
bring_together (Alone *alone, guint n_alone, GRand *rand)
{
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < 4 * n_alone * n_alone; i++)
      {
        guint from = g_rand_int_range (rand, 0, pass > 0 ? n_alone : n_alone - 1);
        guint to = g_rand_int_range (rand, 0, n_alone);

        if (from != to)
          ikrar_exchange_report_free (
              copy (alone[from].replica.store, alone[to].replica.store, alone[0].event));
      }
}

static void
test_any_order_once (SealedLog *log, GRand *rand)
{
  Alone alone[APART + 1] = { 0 };

  for (guint i = 0; i <= APART; i++)
    {
      g_autofree char *desk = g_strdup_printf ("Pintu %u", i);

      alone[i].event = log->event;
      alone[i].rand = rand;
      if (i == APART)
        replica_new (&alone[i].replica, &log->fixture, desk);
      else
        replica_copy (&alone[i].replica, &log->fixture, desk);
      if (i < APART)
        alone_work (&alone[i]);
    }
  bring_together (alone, APART + 1, rand);
  for (guint i = 0; i <= APART; i++)
    {
      ikrar_exchange_report_free (
          copy (log->fixture.store, alone[i].replica.store, log->other_event));
      replica_verify (alone[i].replica.store);
      if (i > 0)
        replica_assert_same (alone[0].replica.path, alone[i].replica.path);
    }
  for (guint i = 0; i <= APART; i++)
    replica_close (&alone[i].replica);
}

static void
test_any_order (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (g_random_int ());

  for (guint i = 0; i < ROUNDS; i++)
    test_any_order_once (log, rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/store/exchange/whole", test_whole);
  sealed_log_test ("/store/exchange/any-order", test_any_order);
  return g_test_run ();
}
