/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/pledge.h"

#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/institution.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/process.h"

#define SIGNERS 6

static const IkrarWitness witness = { (char *) "Nyoman Saksi", (char *) "Ketua",
                                      (char *) "Bawaslu" };

static IkrarId
sign (Fixture *fixture, IkrarId participant, const guint8 *nonce, IkrarId *journal, GError **error)
{
  guint8 fresh[IKRAR_NONCE_SIZE];
  IkrarPledgeSigning signing = { .participant = participant,
                                 .signature = "M1 1L2 2",
                                 .witnesses = &witness,
                                 .n_witnesses = 1,
                                 .nonce = nonce != NULL ? nonce : fresh };

  ikrar_nonce_new (fresh);
  return ikrar_pledge_sign (fixture->store, &signing, journal, error);
}

static IkrarId
recite (Fixture *fixture, IkrarId event, const guint8 *nonce, guint *pledged, GError **error)
{
  guint8 fresh[IKRAR_NONCE_SIZE];
  IkrarPledgeReciting reciting = { .event = event,
                                   .reader = "Wayan Pembaca",
                                   .reader_position = "Sekretaris Daerah",
                                   .witnesses = &witness,
                                   .n_witnesses = 1,
                                   .nonce = nonce != NULL ? nonce : fresh };

  ikrar_nonce_new (fresh);
  return ikrar_pledge_recite (fixture->store, &reciting, pledged, NULL, error);
}

static IkrarPledgeState
state_of (Fixture *fixture, IkrarId participant)
{
  g_autoptr (IkrarParticipantCard) card =
      ikrar_participant_card_get (fixture->store, participant, NULL);

  return card->pledge;
}

static void
assert_log_holds (Fixture *fixture, guint64 size)
{
  g_autoptr (IkrarLedgerReport) report = ikrar_ledger_verify (fixture->store, NULL, NULL);

  g_assert_true (report->ok);
  g_assert_cmpuint (report->size, ==, size);
}

static void
test_wording (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarEvent) row = ikrar_event_get (fixture->store, event, &error);
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (fixture->store, &error);
  g_autoptr (IkrarPledgeWording) plain = NULL;
  g_autoptr (IkrarPledgeWording) filled = NULL;
  IkrarDigest digest;

  g_free (institution->government);
  institution->government = g_strdup ("Pemerintah Kabupaten Contoh");
  ikrar_institution_save (fixture->store, institution, &error);
  plain = ikrar_pledge_wording_get (fixture->store, event, &error);
  g_assert_no_error (error);
  ikrar_digest_of (plain->body, strlen (plain->body), &digest);
  g_assert_true (ikrar_digest_equal (&digest, &plain->digest));
  g_assert_cmpint (plain->version, ==, 1);
  g_assert_cmpint (plain->id, ==, 0);
  g_assert_nonnull (strstr (plain->body, "KABUPATEN CONTOH"));
  g_assert_nonnull (strstr (plain->body, "2024"));
  g_assert_null (strchr (plain->body, '{'));
  g_free (row->pledge_fields);
  row->pledge_fields = g_strdup ("tahun = 2029\ninstansi=Kota Lain\n");
  ikrar_event_save (fixture->store, row, &error);
  filled = ikrar_pledge_wording_get (fixture->store, event, &error);
  g_assert_nonnull (strstr (filled->body, "KOTA LAIN"));
  g_assert_nonnull (strstr (filled->body, "2029"));
  g_assert_false (ikrar_digest_equal (&plain->digest, &filled->digest));
  g_assert_no_error (error);
}

static void
test_templates (Fixture *fixture, gconstpointer unused)
{
  static const char *const refused[][2] = {
    { "", "1. Netral." }, { "Ikrar", "" }, { "Ikrar", "tanpa butir" }, { " ", "1. Netral." }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = ikrar_pledge_template_list (fixture->store, &error);
  g_autoptr (GPtrArray) more = NULL;
  const IkrarPledgeTemplate *customary = g_ptr_array_index (texts, 0);
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarPledgeWording) wording = NULL;
  IkrarId id;

  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_cmpint (customary->version, ==, 1);
  id = ikrar_pledge_template_add (fixture->store, customary->name,
                                  "Kami berikrar:\n\n1. Netral.\n2. Adil.\n", &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  more = ikrar_pledge_template_list (fixture->store, &error);
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_cmpint (((IkrarPledgeTemplate *) g_ptr_array_index (more, 0))->version, ==, 2);
  wording = ikrar_pledge_wording_get (fixture->store, event, &error);
  g_assert_cmpint (wording->text_id, ==, id);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) local = NULL;

      g_assert_cmpint (
          ikrar_pledge_template_add (fixture->store, refused[i][0], refused[i][1], &local), ==, 0);
      g_assert_error (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
    }
}

static void
test_signing_rules (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 3, FALSE);
  IkrarId first = g_array_index (ids, IkrarId, 0);
  IkrarId gone = g_array_index (ids, IkrarId, 1);

  g_assert_cmpint (sign (fixture, first, NULL, NULL, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (fixture, first), ==, IKRAR_PLEDGE_SIGNED);
  g_assert_cmpint (sign (fixture, first, NULL, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  g_clear_error (&error);
  ikrar_participant_withdraw (fixture->store, &gone, 1, TRUE, &error);
  g_assert_cmpint (sign (fixture, gone, NULL, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (sign (fixture, 77, NULL, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  assert_log_holds (fixture, 1);
}

static void
test_signing_again_with_the_same_nonce (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 2, FALSE);
  const guint8 nonce[IKRAR_NONCE_SIZE] = { 7 };
  IkrarId entries[2] = { 0 };
  IkrarId pledge = sign (fixture, g_array_index (ids, IkrarId, 0), nonce, &entries[0], &error);

  g_assert_cmpint (sign (fixture, g_array_index (ids, IkrarId, 0), nonce, &entries[1], &error), ==,
                   pledge);
  g_assert_no_error (error);
  g_assert_cmpint (entries[0], ==, entries[1]);
  g_assert_cmpint (sign (fixture, g_array_index (ids, IkrarId, 1), nonce, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  assert_log_holds (fixture, 1);
}

static void
test_reciting_rules (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 6, FALSE);
  const guint8 nonce[IKRAR_NONCE_SIZE] = { 8 };
  IkrarId present[] = { g_array_index (ids, IkrarId, 0), g_array_index (ids, IkrarId, 1),
                        g_array_index (ids, IkrarId, 2), g_array_index (ids, IkrarId, 3) };
  g_autoptr (IkrarPledgeAct) act = NULL;
  g_autoptr (IkrarPledgeWording) wording = NULL;
  guint pledged;
  IkrarId entry;

  g_assert_cmpint (recite (fixture, event, NULL, &pledged, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  ikrar_attendance_set (fixture->store, present, 4, 0, IKRAR_ATTENDANCE_PRESENT, NULL, &error);
  sign (fixture, present[0], NULL, NULL, &error);
  ikrar_participant_withdraw (fixture->store, &present[1], 1, TRUE, &error);
  entry = recite (fixture, event, nonce, &pledged, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pledged, ==, 2);
  g_assert_cmpint (recite (fixture, event, nonce, &pledged, &error), ==, entry);
  g_assert_cmpuint (pledged, ==, 2);
  g_assert_cmpint (recite (fixture, event, NULL, &pledged, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (state_of (fixture, present[0]), ==, IKRAR_PLEDGE_SIGNED);
  g_assert_cmpint (state_of (fixture, present[1]), ==, IKRAR_PLEDGE_NONE);
  g_assert_cmpint (state_of (fixture, present[2]), ==, IKRAR_PLEDGE_RECITED);
  wording = ikrar_pledge_wording_get (fixture->store, event, &error);
  g_assert_no_error (error);
  g_assert_null (ikrar_pledge_act_get (fixture->store, event, wording->id + 1, &error));
  g_assert_no_error (error);
  act = ikrar_pledge_act_get (fixture->store, event, wording->id, &error);
  g_assert_cmpuint (act->pledges, ==, 2);
  g_assert_cmpstr (act->reader, ==, "Wayan Pembaca");
  g_assert_cmpuint (act->witnesses->len, ==, 1);
  assert_log_holds (fixture, 3);
}

/* Who recited may sign; revoking what was signed leaves what was recited. */
static void
test_recited_then_signed_then_revoked (Fixture *fixture, gconstpointer unused)
{
  static const IkrarPledgeState after[] = { IKRAR_PLEDGE_RECITED, IKRAR_PLEDGE_NONE };
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 1, TRUE);
  IkrarId id = g_array_index (ids, IkrarId, 0);
  guint pledged;

  recite (fixture, event, NULL, &pledged, &error);
  sign (fixture, id, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_assert_cmpint (ikrar_pledge_revoke (fixture->store, id, "keliru", &error), !=, 0);
      g_assert_no_error (error);
      g_assert_cmpint (state_of (fixture, id), ==, after[i]);
    }
  g_assert_cmpint (ikrar_pledge_revoke (fixture->store, id, "keliru", &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
  assert_log_holds (fixture, 4);
}

static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 4, TRUE);
  IkrarId id = g_array_index (ids, IkrarId, 0);
  IkrarId recited, signed_;
  guint pledged;

  recited = recite (fixture, event, NULL, &pledged, &error);
  sign (fixture, id, NULL, &signed_, &error);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, signed_, &error), !=, 0);
  g_assert_cmpint (state_of (fixture, id), ==, IKRAR_PLEDGE_RECITED);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, recited, &error), !=, 0);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (state_of (fixture, g_array_index (ids, IkrarId, i)), ==, IKRAR_PLEDGE_NONE);
  assert_log_holds (fixture, 10);
}

/* Who signed before or withdrew is passed over, and an undo leaves them as they were. */
static void
test_signed_on_paper (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 5, TRUE);
  const IkrarId *people = (const IkrarId *) (gconstpointer) ids->data;
  IkrarId journal;
  guint pledged;

  sign (fixture, people[0], NULL, NULL, &error);
  ikrar_participant_withdraw (fixture->store, &people[1], 1, TRUE, &error);
  recite (fixture, event, NULL, &pledged, &error);
  journal = ikrar_pledge_sign_on_paper (fixture->store, event, people, 5, &pledged, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pledged, ==, 3);
  for (guint i = 2; i < 5; i++)
    g_assert_cmpint (state_of (fixture, people[i]), ==, IKRAR_PLEDGE_SIGNED);
  g_assert_cmpint (
      ikrar_pledge_sign_on_paper (fixture->store, event, people, 5, &pledged, NULL, &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (pledged, ==, 0);
  g_clear_error (&error);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, journal, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (fixture, people[0]), ==, IKRAR_PLEDGE_SIGNED);
  g_assert_cmpint (state_of (fixture, people[1]), ==, IKRAR_PLEDGE_NONE);
  g_assert_cmpint (state_of (fixture, people[2]), ==, IKRAR_PLEDGE_RECITED);
}

static void
on_progress (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IkrarProgress progress = { on_progress, cancellable, cancellable };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 3, TRUE);
  const guint8 nonce[IKRAR_NONCE_SIZE] = { 1 };
  IkrarPledgeReciting reciting = { .event = event, .nonce = nonce };
  guint pledged;

  g_assert_cmpint (ikrar_pledge_recite (fixture->store, &reciting, &pledged, &progress, &error), ==,
                   0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (pledged, ==, 0);
  assert_log_holds (fixture, 0);
  /* The nonce was not used up by it. */
  g_clear_error (&error);
  g_assert_cmpint (ikrar_pledge_recite (fixture->store, &reciting, &pledged, NULL, &error), !=, 0);
  g_assert_no_error (error);
  assert_log_holds (fixture, 3);
}

static void
test_lists (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_event (fixture, "Apel");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, 5, TRUE);
  g_autoptr (GArray) others = fixture_add_participants (fixture, other, 2, FALSE);
  IkrarId first = g_array_index (ids, IkrarId, 0);
  IkrarId second = g_array_index (ids, IkrarId, 1);
  g_autoptr (GHashTable) signatures = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const IkrarPledgeCoverage *line;
  guint pledged;

  sign (fixture, first, NULL, NULL, &error);
  sign (fixture, second, NULL, NULL, &error);
  ikrar_pledge_revoke (fixture->store, second, "keliru", &error);
  recite (fixture, event, NULL, &pledged, &error);
  g_assert_no_error (error);
  signatures = ikrar_pledge_signatures (fixture->store, event, &error);
  g_assert_cmpuint (g_hash_table_size (signatures), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (signatures, &first), ==, "M1 1L2 2");
  lines = ikrar_pledge_coverage (fixture->store, event, &error);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpuint (line->invited, ==, 5);
  g_assert_cmpuint (line->present, ==, 5);
  g_assert_cmpuint (line->recited, ==, 4);
  g_assert_cmpuint (line->signed_, ==, 1);
  all = ikrar_pledge_coverage (fixture->store, 0, &error);
  g_assert_cmpuint (((IkrarPledgeCoverage *) g_ptr_array_index (all, 0))->invited, ==,
                    5 + others->len);
}

/* The first pledges of an event, at the same instant, with text and key still to be made. */
static int
play_signer (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  GArray *ids = data;
  g_autoptr (GError) error = NULL;

  if (sign (fixture, g_array_index (ids, IkrarId, number), NULL, NULL, &error) != 0)
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

static void
test_first_signings_at_once (Fixture *fixture, gconstpointer unused)
{
  for (guint round = 0; round < 5; round++)
    {
      IkrarId event = fixture_add_event (fixture, "Sosialisasi");
      g_autoptr (GArray) ids = fixture_add_participants (fixture, event, SIGNERS, FALSE);
      g_autoptr (GPtrArray) texts = process_crowd (fixture, SIGNERS, play_signer, ids);

      assert_log_holds (fixture, (round + 1) * SIGNERS);
    }
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pledge_text"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pledge_wording"), ==, 5);
}

/* All try to sign for the same person. */
static int
play_rival (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (sign (fixture, *(IkrarId *) data, NULL, NULL, &error) != 0)
    fprintf (out, "ya\n");
  else
    g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  return 0;
}

static void
test_one_signature_for_each (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId id = fixture_add_participant (fixture, event, "Budi");
  g_autoptr (GPtrArray) texts = process_crowd (fixture, SIGNERS, play_rival, &id);
  guint winners = 0;

  for (guint i = 0; i < texts->len; i++)
    winners += g_str_equal (g_ptr_array_index (texts, i), "ya\n");
  g_assert_cmpuint (winners, ==, 1);
  assert_log_holds (fixture, 1);
}

static void
test_refused_texts (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId id = fixture_add_participant (fixture, event, "Budi");

  sign (fixture, id, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ikrar_pledge_revoke (fixture->store, id, "\xff", &error), ==, 0);
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
  assert_log_holds (fixture, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/pledge/wording", test_wording);
  fixture_test ("/store/pledge/templates", test_templates);
  fixture_test ("/store/pledge/signing-rules", test_signing_rules);
  fixture_test ("/store/pledge/signing-again-with-the-same-nonce",
                test_signing_again_with_the_same_nonce);
  fixture_test ("/store/pledge/reciting-rules", test_reciting_rules);
  fixture_test ("/store/pledge/recited-then-signed-then-revoked",
                test_recited_then_signed_then_revoked);
  fixture_test ("/store/pledge/undo", test_undo);
  fixture_test ("/store/pledge/signed-on-paper", test_signed_on_paper);
  fixture_test ("/store/pledge/cancelled", test_cancelled);
  fixture_test ("/store/pledge/lists", test_lists);
  fixture_test ("/store/pledge/first-signings-at-once", test_first_signings_at_once);
  fixture_test ("/store/pledge/one-signature-for-each", test_one_signature_for_each);
  fixture_test ("/store/pledge/refused-texts", test_refused_texts);
  return g_test_run ();
}
