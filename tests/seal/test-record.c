/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/record.h"

#include "fixture.h"
#include "seal/error.h"

/* A record with as little as possible, written by hand from the format: index 1, kind 2, at 3,
 * subject 4, a nonce of 0x11. */
#define HEAD "494b52415231"
#define INDEX "0100080000000000000001"
#define KIND "02000102"
#define AT "0300080000000000000003"
#define SUBJECT "0500080000000000000004"
#define NONCE "08001011111111111111111111111111111111"
#define EVENT "0400080000000000000005"
#define DESK "06000141"
#define CONTENT "0700202222222222222222222222222222222222222222222222222222222222222222"
#define REFERS "0900080000000000000000"
#define PARTICIPANT "0a00080000000000000006"
#define COMMITMENT(tag) tag "00203333333333333333333333333333333333333333333333333333333333333333"

static const struct
{
  const char *why;
  const char *hex;
} accepted[] = {
  { "least", HEAD INDEX KIND AT SUBJECT NONCE },
  { "most", HEAD INDEX KIND AT EVENT SUBJECT DESK CONTENT NONCE REFERS PARTICIPANT COMMITMENT ("20")
                COMMITMENT ("2f") },
};

static const struct
{
  const char *why;
  const char *hex;
} refused[] = {
  { "empty", "" },
  { "another magic", "494b52415232" INDEX KIND AT SUBJECT NONCE },
  { "nothing but the magic", HEAD },
  { "no index", HEAD KIND AT SUBJECT NONCE },
  { "no kind", HEAD INDEX AT SUBJECT NONCE },
  { "no time", HEAD INDEX KIND SUBJECT NONCE },
  { "no subject", HEAD INDEX KIND AT NONCE },
  { "no nonce", HEAD INDEX KIND AT SUBJECT },
  { "a field twice", HEAD INDEX INDEX KIND AT SUBJECT NONCE },
  { "another order", HEAD KIND INDEX AT SUBJECT NONCE },
  { "a cut head", HEAD INDEX KIND AT SUBJECT NONCE "20" },
  { "a cut value", HEAD INDEX KIND AT SUBJECT NONCE "20002033" },
  { "kind 0", HEAD INDEX "02000100" AT SUBJECT NONCE },
  { "kind 8", HEAD INDEX "02000108" AT SUBJECT NONCE },
  { "a long kind", HEAD INDEX "0200020002" AT SUBJECT NONCE },
  { "a short number", HEAD "01000401020304" KIND AT SUBJECT NONCE },
  { "a number of 2^63", HEAD "0100088000000000000000" KIND AT SUBJECT NONCE },
  { "a negative subject", HEAD INDEX KIND AT "050008ffffffffffffffff" NONCE },
  { "a negative reference", HEAD INDEX KIND AT SUBJECT NONCE "090008ffffffffffffffff" },
  { "an event of 0", HEAD INDEX KIND AT "0400080000000000000000" SUBJECT NONCE },
  { "an empty desk", HEAD INDEX KIND AT SUBJECT "060000" NONCE },
  { "a desk with NUL", HEAD INDEX KIND AT SUBJECT "060003410042" NONCE },
  { "a desk that is no UTF-8", HEAD INDEX KIND AT SUBJECT "060001ff" NONCE },
  { "content of zeros", HEAD INDEX KIND AT SUBJECT
    "0700200000000000000000000000000000000000000000000000000000000000000000" NONCE },
  { "a participant of 0", HEAD INDEX KIND AT SUBJECT NONCE "0a00080000000000000000" },
  { "an unknown field", HEAD INDEX KIND AT SUBJECT NONCE "0b000100" },
  { "tag 0x1f", HEAD INDEX KIND AT SUBJECT NONCE COMMITMENT ("1f") },
  { "tag 0x30", HEAD INDEX KIND AT SUBJECT NONCE COMMITMENT ("30") },
  { "a commitment twice", HEAD INDEX KIND AT SUBJECT NONCE COMMITMENT ("20") COMMITMENT ("20") },
  { "commitments the wrong way round",
    HEAD INDEX KIND AT SUBJECT NONCE COMMITMENT ("21") COMMITMENT ("20") },
  { "a short commitment", HEAD INDEX KIND AT SUBJECT NONCE "20000133" },
  { "something behind", HEAD INDEX KIND AT SUBJECT NONCE "00" },
};

static gboolean
is_readable (gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) again = g_byte_array_new ();
  IkrarRecord record;
  char desk[256];

  if (!ikrar_record_decode (data, size, &record, desk, &error))
    {
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
      return FALSE;
    }
  g_assert_null (record.desk);
  record.desk = desk;
  ikrar_record_encode (&record, again);
  g_assert_cmpmem (again->data, again->len, data, size);
  return TRUE;
}

static void
test_accepted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GBytes) bytes = fixture_hex (accepted[i].hex);

      g_test_message ("%s", accepted[i].why);
      g_assert_true (is_readable (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = fixture_hex (refused[i].hex);

      g_test_message ("%s", refused[i].why);
      g_assert_false (is_readable (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
}

static void
test_fields (void)
{
  g_autoptr (GBytes) bytes = fixture_hex (accepted[1].hex);
  IkrarRecord record;
  char desk[256];

  g_assert_true (ikrar_record_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                      &record, desk, NULL));
  g_assert_cmpuint (record.index, ==, 1);
  g_assert_cmpint (record.kind, ==, IKRAR_RECORD_PLEDGE_RECITED);
  g_assert_cmpint (record.at, ==, 3);
  g_assert_cmpint (record.event, ==, 5);
  g_assert_cmpint (record.subject, ==, 4);
  g_assert_cmpstr (desk, ==, "A");
  g_assert_cmpuint (record.content.bytes[31], ==, 0x22);
  g_assert_cmpuint (record.nonce[15], ==, 0x11);
  g_assert_cmpint (record.refers_to, ==, 0);
  g_assert_cmpint (record.participant, ==, 6);
  g_assert_cmpuint (record.n_commitments, ==, 2);
  g_assert_cmpint (record.commitments[0].tag, ==, IKRAR_FIELD_NAME);
  g_assert_cmpint (record.commitments[1].tag, ==, 0x2f);
  g_assert_cmpuint (record.commitments[1].digest.bytes[0], ==, 0x33);
}

static void
make_random (GRand *random, IkrarRecord *record, char desk[256])
{
  gint length = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 1, 256);

  memset (desk, 0, 256);
  for (gint i = 0; i < length; i++)
    desk[i] = (char) g_rand_int_range (random, ' ', 127);
  memset (record, 0, sizeof *record);
  record->desk = desk;
  record->index = (guint64) g_rand_int (random) << 31 | g_rand_int (random) >> 1;
  record->kind = (IkrarRecordKind) g_rand_int_range (random, 1, 8);
  record->at = g_rand_int (random);
  record->event = g_rand_boolean (random) ? 0 : g_rand_int (random);
  record->subject = g_rand_int (random);
  record->refers_to = g_rand_int_range (random, -1, 3);
  record->participant = g_rand_boolean (random) ? 0 : g_rand_int (random);
  if (g_rand_boolean (random))
    fixture_fill (random, &record->content, sizeof record->content);
  fixture_fill (random, record->nonce, sizeof record->nonce);
  for (guint tag = 0x20; tag <= 0x2f; tag++)
    if (g_rand_int_range (random, 0, 3) == 0)
      {
        IkrarCommitment *commitment = &record->commitments[record->n_commitments++];

        commitment->tag = tag;
        fixture_fill (random, &commitment->digest, sizeof commitment->digest);
      }
}

static void
assert_same (const IkrarRecord *a, const IkrarRecord *b)
{
  g_assert_cmpuint (a->index, ==, b->index);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->at, ==, b->at);
  g_assert_cmpint (a->event, ==, b->event);
  g_assert_cmpint (a->subject, ==, b->subject);
  g_assert_cmpint (a->refers_to, ==, b->refers_to);
  g_assert_cmpint (a->participant, ==, b->participant);
  g_assert_cmpmem (&a->content, sizeof a->content, &b->content, sizeof b->content);
  g_assert_cmpmem (a->nonce, sizeof a->nonce, b->nonce, sizeof b->nonce);
  g_assert_cmpmem (a->commitments, a->n_commitments * sizeof (IkrarCommitment), b->commitments,
                   b->n_commitments * sizeof (IkrarCommitment));
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = fixture_random (6962);

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      IkrarRecord record;
      IkrarRecord again;
      char desk[256];
      char desk_again[256];

      make_random (random, &record, desk);
      ikrar_record_encode (&record, bytes);
      g_assert_cmpuint (bytes->len, <=, IKRAR_RECORD_SIZE_MAX);
      g_assert_true (ikrar_record_decode (bytes->data, bytes->len, &again, desk_again, NULL));
      g_assert_cmpstr (desk, ==, desk_again);
      assert_same (&record, &again);
    }
}

/* Whatever changed bytes are still accepted are the encoding of what they say. */
static void
test_mutations (void)
{
  g_autoptr (GRand) random = fixture_random (6963);
  guint still_readable = 0;

  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      IkrarRecord record;
      char desk[256];

      make_random (random, &record, desk);
      ikrar_record_encode (&record, bytes);
      bytes->data[g_rand_int_range (random, 0, (gint32) bytes->len)] ^=
          (guint8) (1 << g_rand_int_range (random, 0, 8));
      if (i % 3 == 0)
        g_byte_array_set_size (bytes, (guint) g_rand_int_range (random, 0, (gint32) bytes->len));
      still_readable += is_readable (bytes->data, bytes->len) ? 1 : 0;
    }
  g_assert_cmpuint (still_readable, >, 1000);
}

static void
test_largest (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *desk = g_strnfill (255, 'd');
  IkrarRecord record = {
    .index = G_MAXINT64,
    .kind = IKRAR_RECORD_PERSON_ERASED,
    .at = G_MAXINT64,
    .event = G_MAXINT64,
    .subject = G_MAXINT64,
    .desk = desk,
    .refers_to = G_MAXINT64,
    .participant = G_MAXINT64,
  };

  record.content.bytes[0] = 1;
  for (guint tag = 0x20; tag <= 0x2f; tag++)
    record.commitments[record.n_commitments++].tag = tag;
  ikrar_record_encode (&record, bytes);
  g_assert_cmpuint (bytes->len, ==, IKRAR_RECORD_SIZE_MAX);
  g_assert_true (is_readable (bytes->data, bytes->len));
  g_byte_array_set_size (bytes, IKRAR_RECORD_SIZE_MAX + 1);
  g_assert_false (is_readable (bytes->data, bytes->len));
}

/* SHA-256(IKRAR-PII/1, NUL, salt, tag, value), put together by hand. */
static void
test_commitment_bytes (void)
{
  IkrarRecord record = { 0 };
  guint8 salt[IKRAR_SALT_SIZE];
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  IkrarDigest digest;

  ikrar_record_commit (&record, IKRAR_FIELD_NUMBER, "197001011990031001", salt);
  g_byte_array_append (bytes, (const guint8 *) "IKRAR-PII/1", 12);
  g_byte_array_append (bytes, salt, sizeof salt);
  g_byte_array_append (bytes, (const guint8 *) "\x21", 1);
  g_byte_array_append (bytes, (const guint8 *) "197001011990031001", 18);
  ikrar_digest_of (bytes->data, bytes->len, &digest);
  g_assert_cmpuint (record.n_commitments, ==, 1);
  g_assert_cmpint (record.commitments[0].tag, ==, IKRAR_FIELD_NUMBER);
  g_assert_true (ikrar_digest_equal (&digest, &record.commitments[0].digest));
}

static void
test_commitment (void)
{
  IkrarRecord record = { 0 };
  guint8 salts[2][IKRAR_SALT_SIZE];
  IkrarCommitment *commitment = &record.commitments[0];

  ikrar_record_commit (&record, IKRAR_FIELD_NAME, "Andr\xc3\xa9", salts[0]);
  ikrar_record_commit (&record, IKRAR_FIELD_NUMBER, "Andr\xc3\xa9", salts[1]);
  g_assert_cmpint (memcmp (salts[0], salts[1], IKRAR_SALT_SIZE), !=, 0);
  g_assert_true (ikrar_commitment_verify (commitment, salts[0], "Andr\xc3\xa9"));
  g_assert_true (ikrar_commitment_verify (commitment, salts[0], "Andre\xcc\x81"));
  g_assert_false (ikrar_commitment_verify (commitment, salts[0], "Andre"));
  g_assert_false (ikrar_commitment_verify (commitment, salts[0], "Andr\xe9"));
  g_assert_false (ikrar_commitment_verify (commitment, salts[0], ""));
  g_assert_false (ikrar_commitment_verify (commitment, salts[1], "Andr\xc3\xa9"));
  for (guint bit = 0; bit < 8 * IKRAR_SALT_SIZE; bit++)
    {
      salts[0][bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_false (ikrar_commitment_verify (commitment, salts[0], "Andr\xc3\xa9"));
      salts[0][bit / 8] ^= (guint8) (1 << bit % 8);
    }
  commitment->tag = IKRAR_FIELD_UNIT;
  g_assert_false (ikrar_commitment_verify (commitment, salts[0], "Andr\xc3\xa9"));
}

static void
test_kind_words (void)
{
  static const char *const words[] = { NULL,
                                       "pledge-signed",
                                       "pledge-recited",
                                       "pledge-revoked",
                                       "certificate-issued",
                                       "certificate-revoked",
                                       "attendance-closed",
                                       "person-erased",
                                       NULL };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (ikrar_record_kind_word (i), ==, words[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/accepted", test_accepted);
  g_test_add_func ("/record/refused", test_refused);
  g_test_add_func ("/record/fields", test_fields);
  g_test_add_func ("/record/round-trip", test_round_trip);
  g_test_add_func ("/record/mutations", test_mutations);
  g_test_add_func ("/record/largest", test_largest);
  g_test_add_func ("/record/commitment-bytes", test_commitment_bytes);
  g_test_add_func ("/record/commitment", test_commitment);
  g_test_add_func ("/record/kind-words", test_kind_words);
  return g_test_run ();
}
