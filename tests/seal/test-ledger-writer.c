/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/ledger-file.h"

#include "ledger-fixture.h"

static IkrarLedgerVerdict *
verify_text (const char *text)
{
  g_autoptr (GInputStream) input =
      g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);

  return ikrar_ledger_file_verify (input, NULL, NULL, NULL);
}

/* The file as outsiders read it. */
static void
test_text (void)
{
  LedgerFixture fixture;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  ledger_fixture_begin (&fixture, 0);
  ledger_fixture_add (&fixture, 2);
  ledger_fixture_seal (&fixture);
  text = ledger_fixture_end (&fixture);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_cmpstr (lines[0], ==, "ikrar-ledger 1");
  g_assert_cmpstr (lines[1], ==, "origin " LEDGER_NAME);
  g_assert_true (g_str_has_prefix (lines[2], "key " LEDGER_NAME "+"));
  g_assert_true (g_str_has_prefix (lines[3], "record SUtSQVI"));
  g_assert_true (g_str_has_prefix (lines[4], "record SUtSQVI"));
  g_assert_true (g_str_has_prefix (lines[5], "checkpoint "));
  g_assert_cmpstr (lines[6], ==, "end 2");
  g_assert_cmpstr (lines[7], ==, "");
}

/* Checkpoints given in advance, in any order, stand where they belong. */
static void
test_checkpoints_first (void)
{
  static const guint sizes[] = { 20, 0, 30, 10 };
  LedgerFixture sealed[G_N_ELEMENTS (sizes)];
  LedgerFixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;

  ledger_fixture_begin (&fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *note = NULL;

      ledger_fixture_begin (&sealed[i], 0);
      ledger_fixture_add (&sealed[i], sizes[i]);
      note = ledger_fixture_checkpoint (&sealed[i], LEDGER_NAME);
      ikrar_ledger_writer_add_checkpoint (fixture.writer, note);
      g_free (ledger_fixture_end (&sealed[i]));
    }
  ledger_fixture_add (&fixture, 30);
  text = ledger_fixture_end (&fixture);
  verdict = verify_text (text);
  g_assert_true (verdict->genuine);
  g_assert_cmpuint (verdict->sealed, ==, 30);
}

/* A checkpoint of more records than there are is written, and tells that they are gone. */
static void
test_missing_tail (void)
{
  LedgerFixture whole;
  LedgerFixture fixture;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;

  ledger_fixture_begin (&whole, 0);
  ledger_fixture_add (&whole, 7);
  note = ledger_fixture_checkpoint (&whole, LEDGER_NAME);
  g_free (ledger_fixture_end (&whole));
  ledger_fixture_begin (&fixture, 0);
  ikrar_ledger_writer_add_checkpoint (fixture.writer, note);
  ledger_fixture_add (&fixture, 3);
  ledger_fixture_seal (&fixture);
  ledger_fixture_add (&fixture, 2);
  text = ledger_fixture_end (&fixture);
  verdict = verify_text (text);
  g_assert_false (verdict->genuine);
  g_assert_cmpint (verdict->first_altered, ==, 3);
}

static void
test_unreadable_note (void)
{
  LedgerFixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;

  ledger_fixture_begin (&fixture, 0);
  ikrar_ledger_writer_add_checkpoint (fixture.writer, "hello");
  ledger_fixture_add (&fixture, 3);
  ledger_fixture_seal (&fixture);
  text = ledger_fixture_end (&fixture);
  verdict = verify_text (text);
  g_assert_false (verdict->genuine);
  g_assert_cmpuint (verdict->sealed, ==, 3);
}

static void
test_failure (void)
{
  guint8 room[100];
  g_autoptr (GOutputStream) output = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (IkrarLedgerWriter) writer = ikrar_ledger_writer_new (output, LEDGER_NAME);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    ikrar_ledger_writer_add_record (writer, room, sizeof room);
  g_assert_false (ikrar_ledger_writer_finish (writer, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-writer/text", test_text);
  g_test_add_func ("/ledger-writer/checkpoints-first", test_checkpoints_first);
  g_test_add_func ("/ledger-writer/missing-tail", test_missing_tail);
  g_test_add_func ("/ledger-writer/unreadable-note", test_unreadable_note);
  g_test_add_func ("/ledger-writer/failure", test_failure);
  return g_test_run ();
}
