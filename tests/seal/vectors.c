/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Prints docs/format-vectors.json: what the program makes of fixed input, for everybody who reads
 * its formats in another language. */

#include <stdio.h>

#include "fixture.h"
#include "json.h"
#include "samples.h"
#include "seal/backup-box-private.h"
#include "seal/base32.h"
#include "seal/certificate-code.h"
#include "seal/checkpoint.h"
#include "seal/exchange-file.h"
#include "seal/human-code.h"
#include "seal/ledger-file.h"
#include "seal/merkle.h"
#include "seal/pass-code.h"
#include "seal/record-private.h"

#define NAME "bkpsdm.example.go.id/ikrar"

static const char face_text[] = "IKRAR-FACE/1\n"
                                "number: 800/12/BKPSDM/2024\n"
                                "name: Andr\xc3\xa9 Sitompul, S.STP.\n"
                                "role: Peserta\n"
                                "event: Ikrar Netralitas ASN\n"
                                "date: 6 Februari 2024\n"
                                "issuer: BKPSDM Kabupaten Contoh\n";

static void
add_keys (Json *json, IkrarSecretKey *key)
{
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (key);
  g_autofree char *verifier = ikrar_public_key_format (public_key, NAME);
  g_autofree char *base64 = g_base64_encode (public_key->bytes, IKRAR_PUBLIC_KEY_SIZE);
  guint8 seed[32];

  ikrar_secret_key_get_seed (key, seed);
  json_open (json, "key", '{');
  json_hex (json, "seed", seed, sizeof seed);
  json_hex (json, "public", public_key->bytes, IKRAR_PUBLIC_KEY_SIZE);
  json_number (json, "kid", ikrar_public_key_id (public_key));
  json_text (json, "name", NAME);
  json_text (json, "verifier", verifier);
  json_text (json, "bare", base64);
  json_close (json, '}');
}

static void
add_base32 (Json *json)
{
  static const char *const texts[] = { "", "f", "fo", "foo", "foob", "fooba", "foobar" };

  json_open (json, "base32", '[');
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *base32 = ikrar_base32_encode (texts[i], strlen (texts[i]));

      json_open (json, NULL, '{');
      json_text (json, "bytes", texts[i]);
      json_text (json, "text", base32);
      json_close (json, '}');
    }
  json_close (json, ']');
}

static void
add_passes (Json *json, IkrarSecretKey *key)
{
  static const IkrarPass passes[] = {
    { 0, 1, 1, 1, 1497 },
    { 0, 0x01020304, 180751, 3, 1772 },
    { 0, 0xffffffff, 0xffffffff, 0xffff, 0xffff },
  };

  json_open (json, "passes", '[');
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      char code[IKRAR_PASS_TEXT_LENGTH + 1];

      ikrar_pass_sign (&passes[i], key, code);
      json_open (json, NULL, '{');
      json_number (json, "event", passes[i].event);
      json_number (json, "number", passes[i].number);
      json_number (json, "serial", passes[i].serial);
      json_number (json, "last_day", passes[i].last_day);
      json_text (json, "code", code);
      json_close (json, '}');
    }
  json_close (json, ']');
}

static void
add_certificate (Json *json, IkrarSecretKey *key)
{
  IkrarCertificateFace face = {
    "800/12/BKPSDM/2024", "Andre\xcc\x81 Sitompul,\nS.STP.", "Peserta", "Ikrar Netralitas ASN",
    "6 Februari 2024",    "BKPSDM Kabupaten Contoh",
  };
  IkrarCertificateCode certificate = { 0, G_GUINT64_CONSTANT (0x0123456789abcdef), 1497, { 0 } };
  g_autofree char *text = ikrar_certificate_face_encode (&face);
  char code[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  IkrarDigest digest;

  g_assert_cmpstr (text, ==, face_text);
  ikrar_digest_of (text, strlen (text), &digest);
  memcpy (certificate.face, digest.bytes, sizeof certificate.face);
  ikrar_certificate_code_sign (&certificate, key, code);
  json_open (json, "certificate", '{');
  json_open (json, "values", '[');
  json_text (json, NULL, face.number);
  json_text (json, NULL, face.name);
  json_text (json, NULL, face.role);
  json_text (json, NULL, face.event);
  json_text (json, NULL, face.date);
  json_text (json, NULL, face.issuer);
  json_close (json, ']');
  json_text (json, "face", text);
  json_long (json, "id", (gint64) certificate.id);
  json_number (json, "day", certificate.day);
  json_text (json, "code", code);
  json_close (json, '}');
}

static void
add_human_codes (Json *json)
{
  static const guint32 pairs[][2] = {
    { 0, 0 },
    { 1, 0 },
    { 1, 1 },
    { 0x01020304, 180751 },
    { 0x01020304, 180752 },
    { 0xffffffff, 0x3fffffff },
  };

  json_open (json, "human_codes", '[');
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      char code[IKRAR_HUMAN_CODE_LENGTH + 1];

      ikrar_human_code_make (pairs[i][0], pairs[i][1], code);
      json_open (json, NULL, '{');
      json_number (json, "event", pairs[i][0]);
      json_number (json, "number", pairs[i][1]);
      json_text (json, "code", code);
      json_close (json, '}');
    }
  json_close (json, ']');
}

static void
add_paper_code (Json *json)
{
  IkrarDigest digest;
  g_autofree char *code = NULL;

  ikrar_digest_of ("abc", 3, &digest);
  code = ikrar_paper_code (&digest);
  json_open (json, "paper_code", '{');
  json_hex (json, "digest", digest.bytes, IKRAR_DIGEST_SIZE);
  json_text (json, "code", code);
  json_close (json, '}');
}

/* Two records: as little as possible, and every field. */
static void
make_records (IkrarRecord records[2])
{
  static const char *const values[] = { "Andr\xc3\xa9 Sitompul, S.STP.", "199003142014021001" };
  static const IkrarFieldTag tags[] = { IKRAR_FIELD_NAME, IKRAR_FIELD_NUMBER };

  memset (records, 0, 2 * sizeof (IkrarRecord));
  records[0] = (IkrarRecord){ .kind = IKRAR_RECORD_PLEDGE_SIGNED,
                              .at = G_GINT64_CONSTANT (1707181200000),
                              .subject = G_GINT64_CONSTANT (541164831670272),
                              .refers_to = -1 };
  records[1] = (IkrarRecord){ .index = 1,
                              .kind = IKRAR_RECORD_PLEDGE_REVOKED,
                              .at = G_GINT64_CONSTANT (1707181260123),
                              .event = G_GINT64_CONSTANT (541164831670273),
                              .subject = G_GINT64_CONSTANT (541164831670274),
                              .desk = "Meja 1",
                              .refers_to = 0,
                              .participant = G_GINT64_CONSTANT (541164831670275) };
  ikrar_digest_of (face_text, strlen (face_text), &records[1].content);
  for (guint8 i = 0; i < IKRAR_NONCE_SIZE; i++)
    {
      records[0].nonce[i] = i;
      records[1].nonce[i] = 0xf0 + i;
    }
  for (guint8 i = 0; i < 2; i++)
    {
      guint8 salt[IKRAR_SALT_SIZE];

      memset (salt, 0xa0 + i, sizeof salt);
      ikrar_commitment_make (&records[1].commitments[i], tags[i], salt, values[i]);
      records[1].n_commitments++;
    }
}

static void
add_commitments (Json *json, const IkrarRecord *record)
{
  static const char *const values[] = { "Andre\xcc\x81 Sitompul, S.STP.", "199003142014021001" };

  json_open (json, "commitments", '[');
  for (guint8 i = 0; i < record->n_commitments; i++)
    {
      guint8 salt[IKRAR_SALT_SIZE];

      memset (salt, 0xa0 + i, sizeof salt);
      json_open (json, NULL, '{');
      json_number (json, "tag", record->commitments[i].tag);
      json_hex (json, "salt", salt, sizeof salt);
      json_text (json, "value", values[i]);
      json_hex (json, "digest", record->commitments[i].digest.bytes, IKRAR_DIGEST_SIZE);
      json_close (json, '}');
    }
  json_close (json, ']');
}

static void
add_record (Json *json, const IkrarRecord *record)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  ikrar_record_encode (record, bytes);
  json_open (json, NULL, '{');
  json_long (json, "index", (gint64) record->index);
  json_number (json, "kind", record->kind);
  json_long (json, "at", record->at);
  json_long (json, "event", record->event);
  json_long (json, "subject", record->subject);
  json_text (json, "desk", record->desk != NULL ? record->desk : "");
  json_hex (json, "content", record->content.bytes, IKRAR_DIGEST_SIZE);
  json_hex (json, "nonce", record->nonce, IKRAR_NONCE_SIZE);
  json_long (json, "refers_to", record->refers_to);
  json_long (json, "participant", record->participant);
  add_commitments (json, record);
  json_hex (json, "bytes", bytes->data, bytes->len);
  json_close (json, '}');
}

static void
add_proof (Json *json, const char *key, GArray *proof)
{
  json_open (json, key, '[');
  for (guint i = 0; i < proof->len; i++)
    json_hex (json, NULL, &g_array_index (proof, IkrarDigest, i), IKRAR_DIGEST_SIZE);
  json_close (json, ']');
}

static void
add_proofs (Json *json, const IkrarDigest *leaves)
{
  static const guint inclusions[][2] = { { 0, 1 }, { 0, 8 }, { 5, 8 }, { 2, 3 }, { 6, 7 } };
  static const guint consistencies[][2] = { { 1, 1 }, { 1, 8 }, { 6, 8 }, { 2, 5 }, { 4, 7 } };

  json_open (json, "inclusion", '[');
  for (guint i = 0; i < G_N_ELEMENTS (inclusions); i++)
    {
      g_autoptr (GArray) proof =
          ikrar_merkle_inclusion (leaves, inclusions[i][1], inclusions[i][0]);

      json_open (json, NULL, '{');
      json_number (json, "index", inclusions[i][0]);
      json_number (json, "size", inclusions[i][1]);
      add_proof (json, "proof", proof);
      json_close (json, '}');
    }
  json_close (json, ']');
  json_open (json, "consistency", '[');
  for (guint i = 0; i < G_N_ELEMENTS (consistencies); i++)
    {
      g_autoptr (GArray) proof =
          ikrar_merkle_consistency (leaves, consistencies[i][1], consistencies[i][0]);

      json_open (json, NULL, '{');
      json_number (json, "old_size", consistencies[i][0]);
      json_number (json, "size", consistencies[i][1]);
      add_proof (json, "proof", proof);
      json_close (json, '}');
    }
  json_close (json, ']');
}

static void
add_tree (Json *json)
{
  static const char *const inputs[] = {
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  };
  IkrarDigest leaves[G_N_ELEMENTS (inputs)];
  IkrarFrontier frontier = { 0 };
  g_autoptr (GBytes) encoded = NULL;
  IkrarDigest root;

  json_open (json, "tree", '{');
  json_open (json, "inputs", '[');
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GBytes) input = fixture_hex (inputs[i]);

      ikrar_merkle_leaf (g_bytes_get_data (input, NULL), g_bytes_get_size (input), &leaves[i]);
      json_text (json, NULL, inputs[i]);
    }
  json_close (json, ']');
  json_open (json, "roots", '[');
  for (guint i = 0; i <= G_N_ELEMENTS (inputs); i++)
    {
      ikrar_frontier_root (&frontier, &root);
      json_hex (json, NULL, root.bytes, IKRAR_DIGEST_SIZE);
      if (i == G_N_ELEMENTS (inputs) - 1)
        encoded = ikrar_frontier_encode (&frontier);
      if (i < G_N_ELEMENTS (inputs))
        ikrar_frontier_append (&frontier, &leaves[i]);
    }
  json_close (json, ']');
  json_hex (json, "frontier_of_7", g_bytes_get_data (encoded, NULL), g_bytes_get_size (encoded));
  add_proofs (json, leaves);
  json_close (json, '}');
}

static char *
sign_frontier (const IkrarFrontier *frontier, IkrarSecretKey *key)
{
  IkrarCheckpoint checkpoint = { (char *) NAME, frontier->size, { { 0 } } };

  ikrar_frontier_root (frontier, &checkpoint.root);
  return ikrar_checkpoint_sign (&checkpoint, key, NAME);
}

static void
add_ledger (Json *json, IkrarSecretKey *key, const IkrarRecord records[2])
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (IkrarLedgerWriter) writer = ikrar_ledger_writer_new (output, NAME);
  g_autofree char *verifier = ikrar_public_key_format (ikrar_secret_key_get_public (key), NAME);
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;
  IkrarFrontier frontier = { 0 };

  ikrar_ledger_writer_add_key (writer, verifier);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      IkrarDigest leaf;

      ikrar_record_encode (&records[i], bytes);
      ikrar_merkle_leaf (bytes->data, bytes->len, &leaf);
      ikrar_frontier_append (&frontier, &leaf);
      ikrar_ledger_writer_add_record (writer, bytes->data, bytes->len);
    }
  note = sign_frontier (&frontier, key);
  ikrar_ledger_writer_add_checkpoint (writer, note);
  g_assert_true (ikrar_ledger_writer_finish (writer, NULL, NULL));
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (output)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)));
  json_text (json, "checkpoint", note);
  json_text (json, "ledger", text);
}

/* Two rows of an exchange file: texts that are escaped, and one of each type. */
static void
add_exchange (Json *json, IkrarSecretKey *key)
{
  static const guint8 nonce[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255 };
  const IkrarExchangeValue unit[] = { { .text = "dinas kesehatan" },
                                      { .text = "Dinas\tKesehatan \\ RSUD\nKota" },
                                      { .text = "" } };
  const IkrarExchangeValue row[] = { { .number = G_MAXINT64 },
                                     { .text = "Andr\xc3\xa9" },
                                     { .data = nonce, .size = sizeof nonce },
                                     { .number = 0 },
                                     { .data = "", .size = 0 } };
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (IkrarExchangeWriter) writer =
      ikrar_exchange_writer_new (output, ikrar_secret_key_get_public (key), NAME);
  g_autofree char *text = NULL;

  g_assert_true (ikrar_exchange_writer_add (writer, "unit", "ttt", unit, NULL));
  g_assert_true (ikrar_exchange_writer_add (writer, "sample", "itbib", row, NULL));
  g_assert_true (ikrar_exchange_writer_finish (writer, key, NULL, NULL));
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (output)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)));
  json_open (json, "exchange", '{');
  json_open (json, "unit", '[');
  for (guint i = 0; i < G_N_ELEMENTS (unit); i++)
    json_text (json, NULL, unit[i].text);
  json_close (json, ']');
  json_open (json, "sample", '[');
  json_long (json, NULL, row[0].number);
  json_text (json, NULL, row[1].text);
  json_hex (json, NULL, nonce, sizeof nonce);
  json_long (json, NULL, row[3].number);
  json_hex (json, NULL, "", 0);
  json_close (json, ']');
  json_text (json, "file", text);
  json_close (json, '}');
}

static void
add_sealed_files (Json *json)
{
  IkrarBackupKey key;
  g_autoptr (IkrarSecretBytes) secret = NULL;
  gsize size;
  g_autofree guchar *salt = g_base64_decode (SAMPLE_SALT, &size);

  memcpy (key.salt, salt, sizeof key.salt);
  secret = ikrar_backup_key_derive (SAMPLE_PASSPHRASE, &key, NULL);
  json_open (json, "sealed", '{');
  json_text (json, "passphrase", SAMPLE_PASSPHRASE);
  json_hex (json, "salt", key.salt, sizeof key.salt);
  json_hex (json, "argon2id", secret, IKRAR_PASSPHRASE_KEY_SIZE);
  json_hex (json, "x25519_public", key.public_key, sizeof key.public_key);
  json_text (json, "key_file", SAMPLE_KEY_FILE);
  json_text (json, "backup", SAMPLE_BACKUP);
  json_text (json, "backup_preface", SAMPLE_PREFACE);
  json_text (json, "backup_content", SAMPLE_CONTENT);
  json_close (json, '}');
}

int
main (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  Json json = { g_string_new ("{"), 1, FALSE };
  IkrarRecord records[2];

  add_keys (&json, key);
  add_base32 (&json);
  add_passes (&json, key);
  add_certificate (&json, key);
  add_human_codes (&json);
  add_paper_code (&json);
  make_records (records);
  json_open (&json, "records", '[');
  add_record (&json, &records[0]);
  add_record (&json, &records[1]);
  json_close (&json, ']');
  add_tree (&json);
  add_ledger (&json, key, records);
  add_exchange (&json, key);
  add_sealed_files (&json);
  json_close (&json, '}');
  fputs (json.text->str, stdout);
  fputc ('\n', stdout);
  g_string_free (json.text, TRUE);
  return 0;
}
