/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/sealed-log.h"

#include "store/certificate.h"
#include "store/cluster.h"
#include "store/pledge.h"

#define PARTICIPANTS 8

static const IkrarWitness witnesses[] = {
  { (char *) "Drs. Nyoman Saksi", (char *) "Ketua", (char *) "Bawaslu Kabupaten Contoh" },
  { (char *) "Luh Saksi, S.H.", (char *) "Inspektur", (char *) "Inspektorat" },
};

static IkrarId
participant_at (SealedLog *log, guint place)
{
  return g_array_index (log->participants, IkrarId, place);
}

void
sealed_log_sign (Fixture *fixture, IkrarId participant)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeSigning signing = {
    .participant = participant,
    .signature = "M10 10L90 90",
    .witnesses = witnesses,
    .n_witnesses = G_N_ELEMENTS (witnesses),
    .nonce = nonce,
  };

  ikrar_nonce_new (nonce);
  g_assert_cmpint (ikrar_pledge_sign (fixture->store, &signing, NULL, &error), !=, 0);
  g_assert_no_error (error);
}

static void
recite (SealedLog *log)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeReciting reciting = {
    .event = log->event,
    .reader = "Ir. Wayan Pembaca",
    .reader_position = "Sekretaris Daerah",
    .witnesses = witnesses,
    .n_witnesses = G_N_ELEMENTS (witnesses),
    .nonce = nonce,
  };
  guint pledged;

  ikrar_nonce_new (nonce);
  ikrar_pledge_recite (log->fixture.store, &reciting, &pledged, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pledged, ==, PARTICIPANTS - 2);
}

static void
issue_and_revoke (SealedLog *log)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = NULL;
  IkrarStore *store = log->fixture.store;
  guint issued;

  ikrar_certificate_issue (store, log->event, NULL, 0, &issued, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (issued, ==, PARTICIPANTS);
  log->fixture.now += 60000;
  ikrar_pledge_revoke (store, participant_at (log, 1), "salah orang", &error);
  g_assert_no_error (error);
  certificates = ikrar_certificate_list (store, log->event, &error);
  ikrar_certificate_revoke (store, ((IkrarCertificate *) g_ptr_array_index (certificates, 2))->id,
                            "salah nama", &error);
  g_assert_no_error (error);
}

static void
erase_last (SealedLog *log)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) last =
      ikrar_participant_get (log->fixture.store, participant_at (log, PARTICIPANTS - 1), &error);

  ikrar_person_erase (log->fixture.store, last->person_id, "permintaan 1/2024", &error);
  g_assert_no_error (error);
}

void
sealed_log_set_up (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&log->fixture, NULL);
  log->event = fixture_add_event (&log->fixture, "Sosialisasi Netralitas");
  log->other_event = fixture_add_event (&log->fixture, "Apel");
  fixture_add_participant (&log->fixture, log->other_event, "Orang lain");
  log->participants = fixture_add_participants (&log->fixture, log->event, PARTICIPANTS, TRUE);
  sealed_log_sign (&log->fixture, participant_at (log, 0));
  log->fixture.now += 60000;
  sealed_log_sign (&log->fixture, participant_at (log, 1));
  log->fixture.now += 60000;
  recite (log);
  log->fixture.now += 60000;
  issue_and_revoke (log);
  ikrar_ledger_checkpoint (log->fixture.store, NULL, &error);
  g_assert_no_error (error);
  log->fixture.now += 60000;
  sealed_log_sign (&log->fixture, participant_at (log, 1));
  erase_last (log);
}

void
sealed_log_tear_down (SealedLog *log, gconstpointer unused)
{
  g_array_unref (log->participants);
  fixture_tear_down (&log->fixture, NULL);
}

void
sealed_log_add_file_test (const char *path, SealedLogFunc function)
{
  if (!cluster_is_wanted ())
    sealed_log_test (path, function);
}

IkrarLedgerReport *
sealed_log_verify (SealedLog *log)
{
  g_autoptr (GError) error = NULL;
  IkrarLedgerReport *report = ikrar_ledger_verify (log->fixture.store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (report->ok, ==, report->problems->len == 0);
  return report;
}
