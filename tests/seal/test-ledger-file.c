/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/ledger-file.h"

#include "ledger-fixture.h"
#include "seal/error.h"

/* The sample: 30 records, sealed after 10, 20 and 30. */
#define RECORDS 30
#define STEP 10
/* Title, origin and key come first. */
#define HEAD_LINES 3

static char *
make_sample (void)
{
  LedgerFixture fixture;

  ledger_fixture_begin (&fixture, 0);
  for (guint i = 0; i < RECORDS / STEP; i++)
    {
      ledger_fixture_add (&fixture, STEP);
      ledger_fixture_seal (&fixture);
    }
  return ledger_fixture_end (&fixture);
}

static IkrarLedgerVerdict *
verify (const char *text, gsize length, const IkrarPublicKey *trusted)
{
  g_autoptr (GInputStream) input =
      g_memory_input_stream_new_from_data (text, (gssize) length, NULL);

  return ikrar_ledger_file_verify (input, trusted, NULL, NULL);
}

static IkrarLedgerVerdict *
verify_text (const char *text)
{
  return verify (text, strlen (text), NULL);
}

/* Puts the lines together again, with @count lines at @at replaced by @with (or nothing). */
static char *
replace_lines (char **lines, guint at, guint count, const char *with)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      if (i == at && with != NULL)
        g_string_append_printf (text, "%s\n", with);
      if (i < at || i >= at + count)
        g_string_append_printf (text, "%s\n", lines[i]);
    }
  return g_string_free (text, FALSE);
}

/* The line of a record: a checkpoint follows every ten. */
static guint
line_of (guint record)
{
  return HEAD_LINES + record + record / STEP;
}

static void
assert_altered (const char *text, gint64 first)
{
  g_autoptr (IkrarLedgerVerdict) verdict = verify_text (text);

  g_assert_nonnull (verdict);
  g_assert_false (verdict->genuine);
  g_assert_cmpint (verdict->first_altered, ==, first);
  g_assert_cmpuint (verdict->problems->len, >, 0);
}

static void
test_good (void)
{
  g_autofree char *text = make_sample ();
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  g_autoptr (IkrarLedgerVerdict) own = verify_text (text);
  g_autoptr (IkrarLedgerVerdict) trusted =
      verify (text, strlen (text), ikrar_secret_key_get_public (key));
  g_autofree char *verifier =
      ikrar_public_key_format (ikrar_secret_key_get_public (key), LEDGER_NAME);

  g_assert_true (own->genuine);
  g_assert_false (own->key_trusted);
  g_assert_true (trusted->genuine);
  g_assert_true (trusted->key_trusted);
  g_assert_cmpuint (trusted->records, ==, RECORDS);
  g_assert_cmpuint (trusted->sealed, ==, RECORDS);
  g_assert_cmpint (trusted->first_altered, ==, -1);
  g_assert_cmpuint (trusted->problems->len, ==, 0);
  g_assert_cmpstr (trusted->origin, ==, LEDGER_NAME);
  g_assert_cmpstr (trusted->key, ==, verifier);
}

static void
test_root (void)
{
  g_autofree char *text = make_sample ();
  g_autoptr (IkrarLedgerVerdict) verdict = verify_text (text);
  IkrarFrontier frontier = { 0 };
  IkrarDigest root;

  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      IkrarDigest leaf;

      ledger_fixture_record (i, bytes);
      ikrar_merkle_leaf (bytes->data, bytes->len, &leaf);
      ikrar_frontier_append (&frontier, &leaf);
    }
  ikrar_frontier_root (&frontier, &root);
  g_assert_true (ikrar_digest_equal (&root, &verdict->root));
}

static void
test_empty_log (void)
{
  LedgerFixture fixture;
  g_autofree char *sealed = NULL;
  g_autofree char *bare = NULL;
  g_autoptr (IkrarLedgerVerdict) good = NULL;
  g_autoptr (IkrarLedgerVerdict) poor = NULL;

  ledger_fixture_begin (&fixture, 0);
  ledger_fixture_seal (&fixture);
  sealed = ledger_fixture_end (&fixture);
  good = verify_text (sealed);
  g_assert_true (good->genuine);
  ledger_fixture_begin (&fixture, 0);
  bare = ledger_fixture_end (&fixture);
  poor = verify_text (bare);
  g_assert_false (poor->genuine);
}

/* Every record removed, doubled, swapped with the next one, or made unreadable is named. */
static void
test_records_named (void)
{
  g_autofree char *text = make_sample ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint record = 0; record < RECORDS; record++)
    {
      guint at = line_of (record);
      gboolean is_last = record % STEP == STEP - 1;
      g_autofree char *swapped = g_strdup_printf ("%s\n%s", lines[at + 1], lines[at]);
      g_autofree char *doubled = g_strdup_printf ("%s\n%s", lines[at], lines[at]);
      g_autofree char *cut = g_strndup (lines[at], strlen (lines[at]) - 1);
      g_autofree char *without = replace_lines (lines, at, 1, NULL);
      g_autofree char *with_twice = replace_lines (lines, at, 1, doubled);
      g_autofree char *with_cut = replace_lines (lines, at, 1, cut);
      g_autofree char *with_swapped = replace_lines (lines, at, 2, swapped);

      /* Before a checkpoint a missing record is known only by the checkpoint. */
      assert_altered (without, is_last ? record - record % STEP : record);
      assert_altered (with_twice, record + 1);
      assert_altered (with_cut, record);
      assert_altered (with_swapped, is_last ? record - record % STEP : record);
    }
}

/* A record that reads well and is another one is known at the next checkpoint. */
static void
test_records_exchanged (void)
{
  g_autofree char *text = make_sample ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < RECORDS; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      IkrarRecord record;
      char desk[256];
      g_autofree char *base64 = NULL;
      g_autofree char *line = NULL;
      g_autofree char *altered = NULL;

      ledger_fixture_record (i, bytes);
      g_assert_true (ikrar_record_decode (bytes->data, bytes->len, &record, desk, NULL));
      record.at++;
      g_byte_array_set_size (bytes, 0);
      ikrar_record_encode (&record, bytes);
      base64 = g_base64_encode (bytes->data, bytes->len);
      line = g_strdup_printf ("record %s", base64);
      altered = replace_lines (lines, line_of (i), 1, line);
      assert_altered (altered, i - i % STEP);
    }
}

/* Any character of any line changed to any of these is noticed. */
static void
test_every_character (void)
{
  static const char letters[] = "A9+= x";
  g_autofree char *text = make_sample ();

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      char kept = text[i];

      for (const char *letter = letters; *letter != '\0'; letter++)
        {
          g_autoptr (IkrarLedgerVerdict) verdict = NULL;

          text[i] = *letter;
          if (*letter != kept)
            verdict = verify_text (text);
          g_assert_false (verdict != NULL && verdict->genuine);
        }
      text[i] = kept;
    }
}

static void
test_every_line (void)
{
  g_autofree char *text = make_sample ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint count = g_strv_length (lines) - 1;

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *doubled = g_strdup_printf ("%s\n%s", lines[i], lines[i]);
      g_autofree char *without = replace_lines (lines, i, 1, NULL);
      g_autofree char *twice = replace_lines (lines, i, 1, doubled);
      g_autofree char *emptied = replace_lines (lines, i, 1, "");
      g_autoptr (IkrarLedgerVerdict) a = verify_text (without);
      g_autoptr (IkrarLedgerVerdict) b = verify_text (twice);
      g_autoptr (IkrarLedgerVerdict) c = verify_text (emptied);
      gboolean is_checkpoint = g_str_has_prefix (lines[i], "checkpoint ");
      gboolean is_key = g_str_has_prefix (lines[i], "key ");

      /* Without an earlier checkpoint the last one still seals all; a second copy seals nothing
       * else. */
      g_assert_cmpint (a != NULL && a->genuine, ==, is_checkpoint && i + 2 != count);
      g_assert_cmpint (b != NULL && b->genuine, ==, is_checkpoint || is_key);
      g_assert_false (c != NULL && c->genuine);
    }
}

static void
test_cut_off (void)
{
  g_autofree char *text = make_sample ();
  gsize length = strlen (text);

  for (gsize shorter = 0; shorter < length; shorter++)
    {
      g_autoptr (IkrarLedgerVerdict) verdict = verify (text, shorter, NULL);

      g_assert_false (verdict != NULL && verdict->genuine);
    }
}

static void
test_unsealed_tail (void)
{
  LedgerFixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;

  ledger_fixture_begin (&fixture, 0);
  ledger_fixture_add (&fixture, 5);
  ledger_fixture_seal (&fixture);
  ledger_fixture_add (&fixture, 2);
  text = ledger_fixture_end (&fixture);
  verdict = verify_text (text);
  g_assert_false (verdict->genuine);
  g_assert_cmpuint (verdict->sealed, ==, 5);
  g_assert_cmpuint (verdict->records, ==, 7);
  g_assert_cmpint (verdict->first_altered, ==, -1);
}

/* A stranger can write a log of his own; only a key from outside tells it apart. */
static void
test_other_key (void)
{
  g_autoptr (IkrarSecretKey) office = fixture_key (0);
  LedgerFixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (IkrarLedgerVerdict) believed = NULL;
  g_autoptr (IkrarLedgerVerdict) checked = NULL;

  ledger_fixture_begin (&fixture, 99);
  ledger_fixture_add (&fixture, 5);
  ledger_fixture_seal (&fixture);
  text = ledger_fixture_end (&fixture);
  believed = verify_text (text);
  checked = verify (text, strlen (text), ikrar_secret_key_get_public (office));
  g_assert_true (believed->genuine);
  g_assert_false (believed->key_trusted);
  g_assert_false (checked->genuine);
  g_assert_false (checked->key_trusted);
  g_assert_cmpuint (checked->sealed, ==, 0);
  g_assert_null (checked->key);
}

/* The office changed its key: old checkpoints stay, the new one seals all. */
static void
test_rotated_key (void)
{
  g_autoptr (IkrarSecretKey) newer = fixture_key (1);
  const IkrarPublicKey *public_key = ikrar_secret_key_get_public (newer);
  g_autofree char *verifier = ikrar_public_key_format (public_key, LEDGER_NAME);
  LedgerFixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;

  ledger_fixture_begin (&fixture, 0);
  ikrar_ledger_writer_add_key (fixture.writer, verifier);
  ledger_fixture_add (&fixture, 5);
  ledger_fixture_seal (&fixture);
  ikrar_secret_key_unref (fixture.key);
  fixture.key = ikrar_secret_key_ref (newer);
  ledger_fixture_add (&fixture, 5);
  ledger_fixture_seal (&fixture);
  text = ledger_fixture_end (&fixture);
  verdict = verify (text, strlen (text), public_key);
  g_assert_true (verdict->genuine);
  g_assert_cmpuint (verdict->sealed, ==, 10);
  g_assert_cmpstr (verdict->key, ==, verifier);
}

static void
test_other_log (void)
{
  LedgerFixture fixture;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;

  ledger_fixture_begin (&fixture, 0);
  ledger_fixture_add (&fixture, 5);
  note = ledger_fixture_checkpoint (&fixture, "another.log");
  ikrar_ledger_writer_add_checkpoint (fixture.writer, note);
  text = ledger_fixture_end (&fixture);
  verdict = verify_text (text);
  g_assert_false (verdict->genuine);
  g_assert_cmpuint (verdict->sealed, ==, 0);
}

static void
assert_no_ledger (const char *data, gsize size)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ikrar_ledger_file_verify (input, NULL, NULL, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
}

static void
test_no_ledger (void)
{
  g_autofree char *endless = g_strnfill (2 * 1024 * 1024, 'a');

  assert_no_ledger ("", 0);
  assert_no_ledger ("\n", 1);
  assert_no_ledger ("ikrar-ledger 2\n", 15);
  assert_no_ledger ("ikrar-ledger 1", 14);
  assert_no_ledger ("ikrar-ledger 1\r\n", 16);
  assert_no_ledger ("\0\0\0\0\n", 5);
  assert_no_ledger (endless, 2 * 1024 * 1024);
}

/* What nobody writes in good faith ends the reading, and nothing else. */
static void
test_hostile (void)
{
  g_autofree char *endless = g_strnfill (2 * 1024 * 1024, 'A');
  g_autofree char *text = make_sample ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *const inserted[] = {
    endless,        "",         " ",     "record", "record ", "record  AA==", "RECORD AA==",
    "unknown line", "origin x", "key x", "end 30", "end -1"
  };

  for (guint i = 0; i < G_N_ELEMENTS (inserted); i++)
    {
      g_autofree char *hostile = replace_lines (lines, line_of (15), 0, inserted[i]);

      assert_altered (hostile, g_str_has_prefix (inserted[i], "end ") ? -1 : 15);
    }
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sample = make_sample ();
  g_auto (GStrv) lines = g_strsplit (sample, "\n", -1);
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;

  for (guint i = 0; i < HEAD_LINES; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "checkpoint AAAA\n");
  verdict = verify_text (text->str);
  g_assert_false (verdict->genuine);
  g_assert_cmpuint (verdict->problems->len, ==, 20);
}

static void
test_cancelled (void)
{
  g_autofree char *text = make_sample ();
  g_autoptr (GInputStream) input =
      g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ikrar_ledger_file_verify (input, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-file/good", test_good);
  g_test_add_func ("/ledger-file/root", test_root);
  g_test_add_func ("/ledger-file/empty-log", test_empty_log);
  g_test_add_func ("/ledger-file/records-named", test_records_named);
  g_test_add_func ("/ledger-file/records-exchanged", test_records_exchanged);
  g_test_add_func ("/ledger-file/every-character", test_every_character);
  g_test_add_func ("/ledger-file/every-line", test_every_line);
  g_test_add_func ("/ledger-file/cut-off", test_cut_off);
  g_test_add_func ("/ledger-file/unsealed-tail", test_unsealed_tail);
  g_test_add_func ("/ledger-file/other-key", test_other_key);
  g_test_add_func ("/ledger-file/rotated-key", test_rotated_key);
  g_test_add_func ("/ledger-file/other-log", test_other_log);
  g_test_add_func ("/ledger-file/no-ledger", test_no_ledger);
  g_test_add_func ("/ledger-file/hostile", test_hostile);
  g_test_add_func ("/ledger-file/many-problems", test_many_problems);
  g_test_add_func ("/ledger-file/cancelled", test_cancelled);
  return g_test_run ();
}
