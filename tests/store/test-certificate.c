/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/certificate.h"

#include <string.h>

#include "seal/certificate-code.h"
#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/institution.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/process.h"
#include "store/signing-key.h"

#define OFFICES 5
#define ROUNDS 4

static IkrarId
issue (Fixture *fixture, IkrarId event, const IkrarId *ids, guint n_ids, guint *issued)
{
  g_autoptr (GError) error = NULL;
  IkrarId entry = ikrar_certificate_issue (fixture->store, event, ids, n_ids, issued, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (entry, !=, 0);
  return entry;
}

static void
assert_nobody (Fixture *fixture, IkrarId event, const IkrarId *ids, guint n_ids)
{
  g_autoptr (GError) error = NULL;
  guint issued = 9;

  g_assert_cmpint (
      ikrar_certificate_issue (fixture->store, event, ids, n_ids, &issued, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (issued, ==, 0);
}

/* Numbers run from 1 without a gap, revoked ones with them. */
static void
assert_gapless (Fixture *fixture, gint64 count)
{
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM certificate"), ==, count);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(DISTINCT number) FROM certificate"), ==,
                   count);
  g_assert_cmpint (fixture_count (fixture, "SELECT COALESCE(MIN(number), 1) FROM certificate"), ==,
                   1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COALESCE(MAX(number), 0) FROM certificate"), ==,
                   count);
  g_assert_cmpint (fixture_count (fixture, "SELECT COALESCE(SUM(last), 0) FROM number_series"), ==,
                   count);
}

static void
assert_log_holds (Fixture *fixture)
{
  g_autoptr (IkrarLedgerReport) report = ikrar_ledger_verify (fixture->store, NULL, NULL);

  g_assert_true (report->ok);
}

static void
test_only_those_present (Fixture *fixture, gconstpointer unused)
{
  static const IkrarAttendance states[] = {
    IKRAR_ATTENDANCE_PRESENT,     IKRAR_ATTENDANCE_ONLINE,  IKRAR_ATTENDANCE_STANDING_IN,
    IKRAR_ATTENDANCE_LATE,        IKRAR_ATTENDANCE_SICK,    IKRAR_ATTENDANCE_REPRESENTED,
    IKRAR_ATTENDANCE_UNEXCUSED,   IKRAR_ATTENDANCE_EXCUSED, IKRAR_ATTENDANCE_UNRECORDED,
    IKRAR_ATTENDANCE_STUDY_LEAVE,
  };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, G_N_ELEMENTS (states), FALSE);
  g_autoptr (GError) error = NULL;
  IkrarId *all = (IkrarId *) ids->data;
  guint issued;

  assert_nobody (fixture, event, NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    ikrar_attendance_set (fixture->store, &all[i], 1, 0, states[i], NULL, &error);
  ikrar_participant_withdraw (fixture->store, &all[3], 1, TRUE, &error);
  g_assert_no_error (error);
  assert_nobody (fixture, event, all + 4, 6);
  issue (fixture, event, all, 1, &issued);
  g_assert_cmpuint (issued, ==, 1);
  issue (fixture, event, all, ids->len, &issued);
  g_assert_cmpuint (issued, ==, 2);
  assert_nobody (fixture, event, NULL, 0);
  assert_nobody (fixture, event, all, 0);
  assert_gapless (fixture, 3);
  assert_log_holds (fixture);
}

static void
test_what_a_certificate_is (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi Netralitas");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 2, TRUE);
  g_autoptr (IkrarSecretKey) key = ikrar_signing_key_get (fixture->store, 0, &error);
  g_autoptr (GPtrArray) list = NULL;
  const IkrarCertificate *first;
  IkrarCertificateCode code;
  IkrarDigest face;
  guint issued;

  issue (fixture, event, NULL, 0, &issued);
  list = ikrar_certificate_list (fixture->store, event, &error);
  first = g_ptr_array_index (list, 0);
  g_assert_cmpstr (first->letter_number, ==, "800.2.4/0001/BKPSDM/2024");
  g_assert_cmpint (first->participant_id, ==, g_array_index (ids, IkrarId, 0));
  g_assert_nonnull (strstr (first->face, "name: Peserta 1\n"));
  g_assert_nonnull (strstr (first->face, "event: Sosialisasi Netralitas\n"));
  g_assert_true (ikrar_certificate_code_read (first->code, &code));
  g_assert_true (ikrar_certificate_code_verify (first->code, ikrar_secret_key_get_public (key)));
  ikrar_digest_of (first->face, strlen (first->face), &face);
  g_assert_cmpmem (code.face, sizeof code.face, face.bytes, sizeof code.face);
  g_assert_cmpuint (code.id, ==, first->id);
  g_assert_cmpint (code.day, ==, ikrar_time_day_number (fixture->now, IKRAR_ZONE_WITA));
}

static void
test_revoke (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 2, TRUE);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const IkrarCertificate *first;
  guint issued;

  issue (fixture, event, NULL, 0, &issued);
  list = ikrar_certificate_list (fixture->store, 0, &error);
  first = g_ptr_array_index (list, 0);
  fixture->now += 1000;
  g_assert_cmpint (ikrar_certificate_revoke (fixture->store, first->id, "salah nama", &error), !=,
                   0);
  g_assert_cmpint (ikrar_certificate_revoke (fixture->store, first->id, "lagi", &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_certificate_revoke (fixture->store, 77, "lagi", &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  after = ikrar_certificate_list (fixture->store, event, &error);
  first = g_ptr_array_index (after, 0);
  g_assert_cmpint (first->revoked_at, ==, fixture->now);
  g_assert_cmpstr (first->revoke_reason, ==, "salah nama");
  /* Who lost one gets a new one, with a new number. */
  issue (fixture, event, NULL, 0, &issued);
  g_assert_cmpuint (issued, ==, 1);
  assert_gapless (fixture, 3);
  assert_log_holds (fixture);
}

/* Taken back, the certificates are revoked and their numbers stay used; it cannot be repeated. */
static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 4, TRUE);
  guint issued;
  IkrarId entry = issue (fixture, event, NULL, 0, &issued);
  IkrarId undone = ikrar_journal_undo (fixture->store, entry, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM certificate WHERE revoked_at = 0"),
                   ==, 0);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, undone, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  issue (fixture, event, NULL, 0, &issued);
  g_assert_cmpuint (issued, ==, 4);
  assert_gapless (fixture, 8);
  assert_log_holds (fixture);
}

static void
on_progress (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_failures_leave_no_gap (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 3, TRUE);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      IkrarProgress progress = { on_progress, cancellable, cancellable };
      guint issued;

      g_assert_cmpint (
          ikrar_certificate_issue (fixture->store, event, NULL, 0, &issued, &progress, &error), ==,
          0);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_gapless (fixture, i);
      issue (fixture, event, &g_array_index (ids, IkrarId, i), 1, &issued);
      assert_gapless (fixture, i + 1);
    }
  assert_log_holds (fixture);
}

/* Every office issues to its own people, all from one series. */
static int
play_office (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      guint issued;

      if (ikrar_certificate_issue (fixture->store, 0, NULL, 0, &issued, NULL, &error) != 0 ||
          !g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
        return 1;
      g_clear_error (&error);
      if (ikrar_certificate_issue (fixture->store,
                                   g_array_index (ids, IkrarId, number * ROUNDS + i), NULL, 0,
                                   &issued, NULL, &error) == 0)
        return 2;
    }
  return 0;
}

static void
test_offices_at_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  g_autoptr (GPtrArray) texts = NULL;

  for (guint i = 0; i < OFFICES * ROUNDS; i++)
    {
      IkrarId event = fixture_add_event (fixture, "Sosialisasi");
      g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 3, TRUE);

      g_array_append_val (events, event);
    }
  texts = process_crowd (fixture, OFFICES, play_office, events);
  assert_gapless (fixture, OFFICES * ROUNDS * 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM number_series"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM signing_key"), ==, 1);
  assert_log_holds (fixture);
}

/* All issue for the same event: everybody gets exactly one. */
static int
play_rival (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint issued;

  if (ikrar_certificate_issue (fixture->store, *(IkrarId *) data, NULL, 0, &issued, NULL, &error) ==
      0)
    g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  return 0;
}

static void
test_one_for_each (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 20, TRUE);
  g_autoptr (GPtrArray) texts = process_crowd (fixture, OFFICES, play_rival, &event);

  assert_gapless (fixture, 20);
}

/* Every year counts from 1, with last year's pattern. The office's zone decides what day it is. */
static void
test_yearly_series (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarNumberSeries) series = NULL;
  g_autoptr (IkrarNumberSeries) next = NULL;
  g_autoptr (GPtrArray) list = NULL;
  IkrarId events[2];
  guint issued;

  series = ikrar_number_series_get (fixture->store, "certificate", 2024, &error);
  g_assert_cmpint (series->last, ==, 0);
  g_free (series->pattern);
  series->pattern = g_strdup ("{nomor:3}/{unit}/{tahun}");
  series->last = 41;
  g_assert_true (ikrar_number_series_save (fixture->store, series, &error));
  for (guint i = 0; i < 2; i++)
    {
      events[i] = fixture_add_event (fixture, "Sosialisasi");
      g_array_unref (fixture_add_participants (fixture, events[i], 1, TRUE));
    }
  issue (fixture, events[0], NULL, 0, &issued);
  /* 31 December 2024, 16.30 UTC, is the new year in Makassar. */
  fixture->now = G_GINT64_CONSTANT (1735662600000);
  issue (fixture, events[1], NULL, 0, &issued);
  list = ikrar_certificate_list (fixture->store, 0, &error);
  g_assert_cmpstr (((IkrarCertificate *) g_ptr_array_index (list, 0))->letter_number, ==,
                   "042/BKPSDM/2024");
  g_assert_cmpstr (((IkrarCertificate *) g_ptr_array_index (list, 1))->letter_number, ==,
                   "001/BKPSDM/2025");
  next = ikrar_number_series_get (fixture->store, "certificate", 2026, &error);
  g_assert_cmpstr (next->pattern, ==, "{nomor:3}/{unit}/{tahun}");
  g_assert_cmpint (next->last, ==, 0);
}

static void
test_series_only_grows (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarNumberSeries) early =
      ikrar_number_series_get (fixture->store, "certificate", 2024, &error);
  g_autoptr (IkrarNumberSeries) bad = ikrar_entity_copy (&ikrar_number_series_entity, early);
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 3, TRUE);
  guint issued;

  issue (fixture, event, NULL, 0, &issued);
  /* The window has shown the series as it was before numbers were given. */
  g_assert_false (ikrar_number_series_save (fixture->store, early, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  g_clear_error (&error);
  early->last = 10;
  g_assert_true (ikrar_number_series_save (fixture->store, early, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM number_series"), ==, 1);
  g_free (bad->pattern);
  bad->pattern = g_strdup ("tanpa nomor");
  g_assert_false (ikrar_number_series_save (fixture->store, bad, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/certificate/only-those-present", test_only_those_present);
  fixture_test ("/store/certificate/what-a-certificate-is", test_what_a_certificate_is);
  fixture_test ("/store/certificate/revoke", test_revoke);
  fixture_test ("/store/certificate/undo", test_undo);
  fixture_test ("/store/certificate/failures-leave-no-gap", test_failures_leave_no_gap);
  fixture_test ("/store/certificate/offices-at-once", test_offices_at_once);
  fixture_test ("/store/certificate/one-for-each", test_one_for_each);
  fixture_test ("/store/certificate/yearly-series", test_yearly_series);
  fixture_test ("/store/certificate/series-only-grows", test_series_only_grows);
  return g_test_run ();
}
