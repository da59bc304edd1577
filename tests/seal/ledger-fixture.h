/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

/* A small log and its export. */

#include <gio/gio.h>

#include "fixture.h"
#include "seal/ledger-file.h"
#include "seal/merkle.h"
#include "seal/record.h"

#define LEDGER_NAME "bkpsdm.example.go.id/ikrar"

static inline void
ledger_fixture_record (guint64 index, GByteArray *bytes)
{
  IkrarRecord record = {
    .index = index,
    .kind = (IkrarRecordKind) (1 + index % 7),
    .at = 1707181200000 + (gint64) index,
    .event = 5,
    .subject = 1000 + (gint64) index,
    .desk = "Meja 1",
    .refers_to = -1,
    .n_commitments = 1,
    .commitments = { { .tag = IKRAR_FIELD_NAME } },
  };

  ikrar_digest_of (&index, sizeof index, &record.commitments[0].digest);
  ikrar_record_encode (&record, bytes);
}

typedef struct
{
  GOutputStream *output;
  IkrarLedgerWriter *writer;
  IkrarFrontier frontier;
  IkrarSecretKey *key;
} LedgerFixture;

static inline void
ledger_fixture_begin (LedgerFixture *fixture, guint8 key)
{
  g_autofree char *verifier = NULL;

  memset (fixture, 0, sizeof *fixture);
  fixture->key = fixture_key (key);
  verifier = ikrar_public_key_format (ikrar_secret_key_get_public (fixture->key), LEDGER_NAME);
  fixture->output = g_memory_output_stream_new_resizable ();
  fixture->writer = ikrar_ledger_writer_new (fixture->output, LEDGER_NAME);
  ikrar_ledger_writer_add_key (fixture->writer, verifier);
}

static inline void
ledger_fixture_add (LedgerFixture *fixture, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      IkrarDigest leaf;

      ledger_fixture_record (fixture->frontier.size, bytes);
      ikrar_merkle_leaf (bytes->data, bytes->len, &leaf);
      ikrar_frontier_append (&fixture->frontier, &leaf);
      ikrar_ledger_writer_add_record (fixture->writer, bytes->data, bytes->len);
    }
}

static inline char *
ledger_fixture_checkpoint (LedgerFixture *fixture, const char *origin)
{
  IkrarCheckpoint checkpoint = { (char *) origin, fixture->frontier.size, { { 0 } } };

  ikrar_frontier_root (&fixture->frontier, &checkpoint.root);
  return ikrar_checkpoint_sign (&checkpoint, fixture->key, LEDGER_NAME);
}

static inline void
ledger_fixture_seal (LedgerFixture *fixture)
{
  g_autofree char *note = ledger_fixture_checkpoint (fixture, LEDGER_NAME);

  ikrar_ledger_writer_add_checkpoint (fixture->writer, note);
}

static inline char *
ledger_fixture_end (LedgerFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (fixture->output);
  char *text;

  g_assert_true (ikrar_ledger_writer_finish (fixture->writer, NULL, &error));
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
  g_clear_pointer (&fixture->writer, ikrar_ledger_writer_free);
  g_clear_pointer (&fixture->key, ikrar_secret_key_unref);
  g_clear_object (&fixture->output);
  return text;
}
