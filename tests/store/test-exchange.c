/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/exchange.h"

#include <string.h>

#include "store/alone.h"
#include "store/attendance.h"
#include "store/certificate.h"
#include "store/error.h"
#include "store/journal.h"
#include "store/sealed-log.h"

#define APART 3
#define ROUNDS 4

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
  first = alone_carry (fixture->store, target.store, log->event);
  g_assert_true (first->written);
  g_assert_cmpuint (first->participants, ==, 8);
  g_assert_cmpuint (first->marks, ==, 8);
  g_assert_cmpuint (first->pledges, ==, 10);
  g_assert_cmpuint (first->certificates, ==, 9);
  g_assert_cmpuint (first->conflicts->len, ==, 0);
  replica_verify (target.store);
  again = alone_carry (fixture->store, target.store, log->event);
  g_assert_false (again->written);
  ikrar_exchange_report_free (again);
  /* That the key is accepted is written down, once. */
  ikrar_exchange_report_free (alone_carry (target.store, fixture->store, log->event));
  again = alone_carry (target.store, fixture->store, log->event);
  g_assert_false (again->written);
  ikrar_exchange_report_free (alone_carry (fixture->store, target.store, log->other_event));
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
              alone_carry (alone[from].replica.store, alone[to].replica.store, alone[0].event));
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
          alone_carry (log->fixture.store, alone[i].replica.store, log->other_event));
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

/* Two databases of one event. */
typedef struct
{
  Replica one;
  Replica other;
} Pair;

static void
pair_open (Pair *pair, SealedLog *log)
{
  replica_copy (&pair->one, &log->fixture, "Pintu Barat");
  replica_copy (&pair->other, &log->fixture, "Pintu Timur");
}

static void
pair_close (Pair *pair)
{
  replica_close (&pair->one);
  replica_close (&pair->other);
}

static void
set_theme (Replica *replica, IkrarId id, const char *theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEvent) event = ikrar_event_get (replica->store, id, &error);

  g_free (event->theme);
  event->theme = g_strdup (theme);
  replica->now += 1000;
  ikrar_event_save (replica->store, event, &error);
  g_assert_no_error (error);
}

static void
assert_theme (Replica *replica, IkrarId id, const char *theme)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (replica->store, id, NULL);

  g_assert_cmpstr (event->theme, ==, theme);
}

static void
assert_one_conflict (const IkrarExchangeReport *report,
                     const char *what,
                     const char *field,
                     const char *ours,
                     const char *theirs,
                     const char *stands)
{
  const IkrarExchangeConflict *conflict;

  g_assert_cmpuint (report->conflicts->len, ==, 1);
  conflict = g_ptr_array_index (report->conflicts, 0);
  g_assert_cmpstr (conflict->what, ==, what);
  g_assert_cmpstr (conflict->field, ==, field);
  g_assert_cmpstr (conflict->stands, ==, stands);
  if (ours != NULL)
    g_assert_cmpstr (conflict->ours, ==, ours);
  if (theirs != NULL)
    g_assert_cmpstr (conflict->theirs, ==, theirs);
}

/* The later one stands on both sides, each side is told once, and what is only old is no conflict.
 */
static void
test_conflict (SealedLog *log, gconstpointer unused)
{
  Pair pair;
  g_autoptr (IkrarExchangeReport) lost = NULL;
  g_autoptr (IkrarExchangeReport) again = NULL;
  g_autoptr (IkrarExchangeReport) won = NULL;
  g_autoptr (IkrarExchangeReport) old = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  pair_open (&pair, log);
  set_theme (&pair.one, log->event, "Netral");
  pair.other.now += 60000;
  set_theme (&pair.other, log->event, "Jujur");
  lost = alone_carry (pair.one.store, pair.other.store, log->event);
  assert_one_conflict (lost, "event", "theme", "Jujur", "Netral", "ours");
  again = alone_carry (pair.one.store, pair.other.store, log->event);
  g_assert_false (again->written);
  g_assert_cmpuint (again->conflicts->len, ==, 0);
  won = alone_carry (pair.other.store, pair.one.store, log->event);
  assert_one_conflict (won, "event", "theme", "Netral", "Jujur", "theirs");
  assert_theme (&pair.one, log->event, "Jujur");
  assert_theme (&pair.other, log->event, "Jujur");
  kept = ikrar_exchange_conflicts (pair.one.store, log->event, NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  set_theme (&pair.other, log->event, "Adil");
  old = alone_carry (pair.one.store, pair.other.store, log->event);
  g_assert_cmpuint (old->conflicts->len, ==, 0);
  assert_theme (&pair.other, log->event, "Adil");
  pair_close (&pair);
}

/* A clock that is years behind does not lose the edit that was made last. */
static void
test_clock_behind (SealedLog *log, gconstpointer unused)
{
  Pair pair;

  pair_open (&pair, log);
  set_theme (&pair.other, log->event, "Netral");
  ikrar_exchange_report_free (alone_carry (pair.other.store, pair.one.store, log->event));
  pair.one.now = 1000;
  set_theme (&pair.one, log->event, "Jujur");
  ikrar_exchange_report_free (alone_carry (pair.one.store, pair.other.store, log->event));
  assert_theme (&pair.other, log->event, "Jujur");
  pair_close (&pair);
}

static IkrarId
add_guest (Replica *replica, IkrarId event, const char *name, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

  participant->event_id = event;
  person->name = g_strdup (name);
  person->number = g_strdup (number);
  person->number_kind = *number != '\0' ? IKRAR_NUMBER_NIP : IKRAR_NUMBER_NONE;
  ikrar_participant_invite (replica->store, participant, person, NULL, &error);
  g_assert_no_error (error);
  return participant->id;
}

static int
number_of (Replica *replica, IkrarId id)
{
  g_autoptr (IkrarParticipant) participant = ikrar_participant_get (replica->store, id, NULL);

  return participant->number;
}

/* Both gave the number 9: the smaller id keeps it on both sides, whoever is asked first. */
static void
test_same_number (SealedLog *log, gconstpointer unused)
{
  for (guint first = 0; first < 2; first++)
    {
      Pair pair;
      g_autoptr (IkrarExchangeReport) report = NULL;
      IkrarId early, late;
      Replica *from, *to;
      int next;

      pair_open (&pair, log);
      early = add_guest (&pair.one, log->event, "Tamu satu", "");
      late = add_guest (&pair.other, log->event, "Tamu dua", "");
      g_assert_cmpint (number_of (&pair.one, early), ==, number_of (&pair.other, late));
      from = first == 0 ? &pair.one : &pair.other;
      to = first == 0 ? &pair.other : &pair.one;
      report = alone_carry (from->store, to->store, log->event);
      assert_one_conflict (report, "number", "number", "9", NULL, "both");
      ikrar_exchange_report_free (alone_carry (to->store, from->store, log->event));
      for (guint i = 0; i < 2; i++)
        {
          Replica *replica = i == 0 ? from : to;

          g_assert_cmpint (number_of (replica, early), ==, 9);
          g_assert_cmpint (number_of (replica, late), >=, 1 << 29);
          g_assert_true (ikrar_participant_next_number (replica->store, log->event, &next, NULL));
          g_assert_cmpint (next, ==, 10);
        }
      replica_assert_same (pair.one.path, pair.other.path);
      pair_close (&pair);
    }
}

/* One person on both rosters is one participant, whose marks count once. */
static void
test_same_person (SealedLog *log, gconstpointer unused)
{
  static const char number[] = "198609262015051001";
  Pair pair;
  g_autoptr (IkrarExchangeReport) report = NULL;
  g_autoptr (IkrarExchangeReport) again = NULL;

  pair_open (&pair, log);
  add_guest (&pair.one, log->event, "Budi Santoso", number);
  add_guest (&pair.other, log->event, "Budi Santoso", number);
  report = alone_carry (pair.one.store, pair.other.store, log->event);
  g_assert_cmpuint (report->people, ==, 0);
  g_assert_cmpuint (report->participants, ==, 0);
  assert_one_conflict (report, "number", "number", "9", "0", "both");
  again = alone_carry (pair.one.store, pair.other.store, log->event);
  g_assert_false (again->written);
  pair_close (&pair);
}

/* A number is given once: the second certificate stays outside, and is named. */
static void
test_same_letter_number (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  Pair pair;
  Replica *replicas[] = { &pair.one, &pair.other };
  g_autoptr (IkrarExchangeReport) report = NULL;

  pair_open (&pair, log);
  for (guint i = 0; i < 2; i++)
    {
      IkrarId guest = add_guest (replicas[i], log->event, i == 0 ? "Satu" : "Dua", "");
      guint issued;

      ikrar_attendance_set (replicas[i]->store, &guest, 1, 0, IKRAR_ATTENDANCE_PRESENT, NULL,
                            &error);
      ikrar_certificate_issue (replicas[i]->store, log->event, &guest, 1, &issued, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (issued, ==, 1);
    }
  report = alone_carry (pair.one.store, pair.other.store, log->event);
  g_assert_cmpuint (report->certificates, ==, 0);
  g_assert_cmpuint (report->conflicts->len, ==, 2); /* the participants' numbers, too */
  replica_verify (pair.other.store);
  pair_close (&pair);
}

/* Rows that changed are set back; what was added stays; a whole event leaves the lists. */
static void
test_undo (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (IkrarExchangeReport) whole = NULL;
  g_autoptr (IkrarExchangeReport) changed = NULL;
  g_autoptr (IkrarExchangeReport) added = NULL;
  Replica empty;
  Pair pair;

  pair_open (&pair, log);
  set_theme (&pair.one, log->event, "Netral");
  changed = alone_carry (pair.one.store, pair.other.store, log->event);
  g_assert_cmpint (ikrar_journal_undo (pair.other.store, changed->journal, &error), !=, 0);
  g_assert_no_error (error);
  assert_theme (&pair.other, log->event, "");
  add_guest (&pair.one, log->event, "Tamu", "");
  added = alone_carry (pair.one.store, pair.other.store, log->event);
  g_assert_cmpint (ikrar_journal_undo (pair.other.store, added->journal, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  pair_close (&pair);
  replica_new (&empty, &log->fixture, "Kantor");
  whole = alone_carry (log->fixture.store, empty.store, log->event);
  g_assert_cmpint (ikrar_journal_undo (empty.store, whole->journal, &error), !=, 0);
  events = ikrar_event_list (empty.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 0);
  replica_close (&empty);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/store/exchange/whole", test_whole);
  sealed_log_test ("/store/exchange/any-order", test_any_order);
  sealed_log_test ("/store/exchange/conflict", test_conflict);
  sealed_log_test ("/store/exchange/clock-behind", test_clock_behind);
  sealed_log_test ("/store/exchange/same-number", test_same_number);
  sealed_log_test ("/store/exchange/same-person", test_same_person);
  sealed_log_test ("/store/exchange/same-letter-number", test_same_letter_number);
  sealed_log_test ("/store/exchange/undo", test_undo);
  return g_test_run ();
}
