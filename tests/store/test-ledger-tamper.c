/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/ledger.h"

#include <sqlite3.h>
#include <string.h>

#include "store/error.h"
#include "store/sealed-log.h"

#define FLIPS 2000

static void
test_untouched (SealedLog *log, gconstpointer unused)
{
  g_autoptr (IkrarLedgerReport) report = sealed_log_verify (log);

  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (report->problems, i));
  g_assert_true (report->ok);
  g_assert_cmpint (report->first_altered, ==, -1);
  g_assert_cmpuint (report->size, ==, SEALED_LOG_SIZE);
  g_assert_cmpuint (report->erased, >, 3);
}

/* What an attacker with the file may do, and the record that is named; -1 if none can be. */
static const struct
{
  const char *sql;
  gint64 first_altered;
} tamperings[] = {
  /* The log itself. */
  { "DELETE FROM ledger_record WHERE idx = 3", 3 },
  { "DELETE FROM ledger_record WHERE idx = 0", 0 },
  { "DELETE FROM ledger_record WHERE idx = 18", 18 },
  /* With the last one the erasure goes that explains why fields of the eighth person are gone. */
  { "DELETE FROM ledger_record WHERE idx = 19", 7 },
  { "DELETE FROM ledger_record WHERE idx > 11", 7 },
  { "DELETE FROM ledger_record", 0 },
  { "UPDATE ledger_record SET idx = 100 WHERE idx = 4; UPDATE ledger_record SET idx = 4 WHERE idx "
    "= 5; UPDATE ledger_record SET idx = 5 WHERE idx = 100",
    4 },
  { "UPDATE ledger_record SET idx = idx + 1000 WHERE idx >= 6; "
    "UPDATE ledger_record SET idx = idx - 999 WHERE idx >= 1000",
    6 },
  { "INSERT INTO ledger_record SELECT 20, kind, event_id, subject_id, randomblob(16), record, leaf "
    "FROM ledger_record WHERE idx = 3",
    20 },
  { "UPDATE ledger_record SET record = x'' WHERE idx = 2", 2 },
  { "UPDATE ledger_record SET record = x'00', leaf = randomblob(32) WHERE idx = 2", 2 },
  { "UPDATE ledger_record SET leaf = randomblob(32) WHERE idx = 7", 7 },
  { "UPDATE ledger_record SET leaf = x'' WHERE idx = 7", 7 },
  { "UPDATE ledger_record SET kind = 2 WHERE idx = 0", 0 },
  { "UPDATE ledger_record SET nonce = randomblob(16) WHERE idx = 9", 9 },
  { "UPDATE ledger_head SET size = 19", -1 },
  { "UPDATE ledger_head SET frontier = x''", -1 },
  { "UPDATE ledger_head SET origin = 'kantor.lain/1'", -1 },
  { "DELETE FROM ledger_head", -1 },
  { "UPDATE checkpoint SET note = replace(note, '18', '17')", -1 },
  { "UPDATE checkpoint SET size = 17", -1 },
  { "UPDATE checkpoint SET size = 99", 20 },
  { "DELETE FROM signing_key", -1 },
  { "UPDATE signing_key SET event_id = 5", -1 },
  /* Personal fields. */
  { "UPDATE ledger_field SET value = 'Orang Lain' WHERE idx = 1 AND tag = 32", 1 },
  { "UPDATE ledger_field SET salt = randomblob(16) WHERE idx = 4 AND tag = 32", 4 },
  { "UPDATE ledger_field SET salt = x'' WHERE idx = 4 AND tag = 32", 4 },
  { "UPDATE ledger_field SET tag = 47 WHERE idx = 4 AND tag = 32", 4 },
  { "DELETE FROM ledger_field WHERE idx = 5", 5 },
  { "DELETE FROM ledger_field WHERE idx = 5 AND tag = 32", 5 },
  { "DELETE FROM ledger_field WHERE idx = 17", 17 },
  { "DELETE FROM ledger_field WHERE idx = 3; UPDATE person SET removed_at = 5, name = '(dihapus)' "
    "WHERE name = 'Peserta 4'",
    3 },
  { "INSERT INTO ledger_field VALUES (99, 32, randomblob(16), 'Budi')", -1 },
  { "INSERT INTO ledger_field VALUES (-1, 32, randomblob(16), 'Budi')", -1 },
  { "INSERT INTO ledger_field VALUES (2, 33, randomblob(16), '198501012005011001')", 2 },
  /* Pledges. */
  { "UPDATE pledge SET participant_id = (SELECT participant_id FROM pledge WHERE ledger_index = 3) "
    "WHERE ledger_index = 2",
    2 },
  { "UPDATE pledge SET event_id = (SELECT id FROM event WHERE title = 'Apel') WHERE ledger_index = "
    "0",
    0 },
  { "UPDATE pledge SET at = at + 1 WHERE ledger_index = 6", 6 },
  { "UPDATE pledge SET kind = 'signed' WHERE ledger_index = 6", 6 },
  { "UPDATE pledge SET ledger_index = 77 WHERE ledger_index = 6", 6 },
  { "UPDATE pledge SET nonce = randomblob(16) WHERE ledger_index = 6", 6 },
  { "UPDATE pledge SET act_id = (SELECT act_id FROM pledge WHERE ledger_index = 0) WHERE "
    "ledger_index = 1",
    1 },
  { "UPDATE pledge SET revokes = 0 WHERE kind = 'revoked'; UPDATE participant SET pledge = "
    "'signed'",
    16 },
  { "UPDATE pledge SET revokes = (SELECT id FROM pledge WHERE ledger_index = 0) WHERE kind = "
    "'revoked'",
    16 },
  { "DELETE FROM pledge WHERE ledger_index = 16", 16 },
  { "DELETE FROM pledge WHERE ledger_index = 18", 18 },
  { "INSERT INTO pledge SELECT 7, event_id, participant_id, act_id, kind, revokes, at, 500, "
    "journal_id, randomblob(16) FROM pledge WHERE ledger_index = 0",
    -1 },
  { "UPDATE participant SET pledge = 'signed' WHERE number = 4", -1 },
  { "UPDATE participant SET pledge = 'recited' WHERE event_id = (SELECT id FROM event WHERE title "
    "= 'Apel')",
    -1 },
  /* What papers print of an act. */
  { "UPDATE pledge_wording SET body = replace(body, 'netral', 'memihak')", 0 },
  { "UPDATE pledge_wording SET body = body || ' '", 0 },
  { "UPDATE pledge_wording SET digest = randomblob(32)", 0 },
  { "UPDATE pledge_act SET reader = 'Orang Lain' WHERE kind = 'recited'", 2 },
  { "UPDATE pledge_act SET reader_position = 'Bupati' WHERE kind = 'recited'", 2 },
  { "UPDATE pledge_act SET reader = '', reader_position = '' WHERE kind = 'recited'", 2 },
  { "UPDATE pledge_act SET reader = 'Bupati' WHERE kind = 'signed'", 0 },
  { "UPDATE pledge_act SET at = at + 1 WHERE kind = 'recited'", 2 },
  { "UPDATE pledge_act SET event_id = (SELECT id FROM event WHERE title = 'Apel') WHERE kind = "
    "'recited'",
    2 },
  { "UPDATE pledge_witness SET name = 'Orang Lain' WHERE act_id = (SELECT act_id FROM pledge WHERE "
    "ledger_index = 1)",
    1 },
  { "DELETE FROM pledge_witness", 0 },
  { "INSERT INTO pledge_witness SELECT act_id, 9, 'Orang Lain', 'Ketua', 'Partai' FROM pledge "
    "WHERE ledger_index = 2",
    2 },
  { "DELETE FROM pledge_act WHERE kind = 'recited'", 2 },
  /* Certificates. */
  { "UPDATE certificate SET face = replace(face, 'Peserta 1', 'Orang Lain') WHERE ledger_index = "
    "8",
    8 },
  { "UPDATE certificate SET letter_number = letter_number || '1' WHERE ledger_index = 9", 9 },
  { "UPDATE certificate SET letter_number = '1' WHERE ledger_index = 15", 15 },
  { "UPDATE certificate SET participant_id = (SELECT participant_id FROM certificate WHERE "
    "ledger_index = 11) WHERE ledger_index = 10",
    10 },
  { "UPDATE certificate SET event_id = (SELECT id FROM event WHERE title = 'Apel') WHERE "
    "ledger_index = 10",
    10 },
  { "UPDATE certificate SET issued_at = issued_at - 1 WHERE ledger_index = 10", 10 },
  { "UPDATE certificate SET code = (SELECT code FROM certificate WHERE ledger_index = 11) WHERE "
    "ledger_index = 12",
    12 },
  { "UPDATE certificate SET code = '' WHERE ledger_index = 12", 12 },
  { "UPDATE certificate SET nonce = randomblob(16) WHERE ledger_index = 12", 12 },
  { "UPDATE certificate SET revoked_at = 0, revoke_reason = '' WHERE revoked_at <> 0", 17 },
  { "UPDATE certificate SET revoked_at = revoked_at + 1 WHERE revoked_at <> 0", 17 },
  { "UPDATE certificate SET revoke_reason = 'lain' WHERE revoked_at <> 0", 17 },
  { "UPDATE certificate SET revoked_at = 5 WHERE ledger_index = 14", 14 },
  { "DELETE FROM certificate WHERE ledger_index = 13", 13 },
  { "INSERT INTO certificate SELECT 7, event_id, participant_id, series_id, 900, 'X', issued_at, "
    "face, code, 500, 0, '', journal_id, randomblob(16) FROM certificate WHERE ledger_index = 10",
    -1 },
};

static void
test_tamperings (SealedLog *log, gconstpointer unused)
{
  g_autofree char *copy = fixture_keep (&log->fixture);

  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autoptr (IkrarLedgerReport) report = NULL;

      fixture_put_back (&log->fixture, copy);
      fixture_tamper (&log->fixture, "DROP INDEX IF EXISTS certificate_in_force");
      fixture_tamper (&log->fixture, tamperings[i].sql);
      report = sealed_log_verify (log);
      if (report->ok || report->first_altered != tamperings[i].first_altered)
        g_printerr ("%s: %d, %d\n", tamperings[i].sql, report->ok, (int) report->first_altered);
      g_assert_false (report->ok);
      g_assert_cmpint (report->first_altered, ==, tamperings[i].first_altered);
    }
}

/* What a checkpoint, and with it an export, refuses. */
static void
test_checkpoint_refuses (SealedLog *log, gconstpointer unused)
{
  static const char *const cases[] = {
    "DELETE FROM ledger_record WHERE idx = 3",
    "DELETE FROM ledger_record WHERE idx = 19",
    "UPDATE ledger_record SET record = CAST(record || x'00' AS BLOB) WHERE idx = 4",
    "UPDATE ledger_record SET record = CAST(record || x'00' AS BLOB) WHERE idx = 19",
    "UPDATE ledger_record SET leaf = randomblob(32) WHERE idx = 19",
    "UPDATE ledger_record SET idx = 25 WHERE idx = 19",
    "UPDATE ledger_head SET size = 5",
    "UPDATE ledger_head SET origin = 'kantor lain'",
    "UPDATE checkpoint SET note = replace(note, '18', '17')",
    "UPDATE checkpoint SET size = 99",
    "DELETE FROM signing_key",
    "DELETE FROM ledger_head",
  };
  g_autofree char *copy = fixture_keep (&log->fixture);
  g_autofree char *path = g_build_filename (log->fixture.folder, "ekspor.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_put_back (&log->fixture, copy);
      fixture_tamper (&log->fixture, cases[i]);
      g_test_message ("%s", cases[i]);
      g_assert_false (ikrar_ledger_checkpoint (log->fixture.store, NULL, &error));
      g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT);
      g_assert_cmpint (fixture_count (&log->fixture, "SELECT COUNT(*) FROM checkpoint"), ==, 1);
      g_assert_false (ikrar_ledger_export (log->fixture.store, file, NULL, NULL));
      g_assert_false (g_file_query_exists (file, NULL));
    }
}

/* Every value that a record seals, or that a seal stands on. @index gives the record that must be
 * named, NULL where none can be. */
static const struct
{
  const char *table;
  const char *column;
  const char *index;
} sealed_values[] = {
  { "ledger_record", "record", "idx" },
  { "ledger_record", "leaf", "idx" },
  { "ledger_record", "nonce", "idx" },
  { "ledger_record", "kind", "idx" },
  { "ledger_record", "event_id", "idx" },
  { "ledger_record", "subject_id", "idx" },
  { "ledger_field", "salt", "idx" },
  { "ledger_field", "value", "idx" },
  { "ledger_field", "tag", "idx" },
  { "pledge", "id", "ledger_index" },
  { "pledge", "event_id", "ledger_index" },
  { "pledge", "participant_id", "ledger_index" },
  { "pledge", "kind", "ledger_index" },
  { "pledge", "at", "ledger_index" },
  { "pledge", "nonce", "ledger_index" },
  { "pledge", "act_id", "ledger_index" },
  { "pledge", "ledger_index", "ledger_index" },
  { "pledge_act", "event_id", "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.id)" },
  { "pledge_act", "at", "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.id)" },
  { "pledge_act", "kind", "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.id)" },
  { "pledge_act", "reader", "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.id)" },
  { "pledge_act", "reader_position", "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.id)" },
  { "pledge_witness", "name", "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.act_id)" },
  { "pledge_witness", "position",
    "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.act_id)" },
  { "pledge_witness", "institution",
    "(SELECT MIN(ledger_index) FROM pledge WHERE act_id = t.act_id)" },
  { "pledge_wording", "body", "0" },
  { "pledge_wording", "digest", "0" },
  { "certificate", "id", "ledger_index" },
  { "certificate", "event_id", "ledger_index" },
  { "certificate", "participant_id", "ledger_index" },
  { "certificate", "letter_number", "ledger_index" },
  { "certificate", "issued_at", "ledger_index" },
  { "certificate", "face", "ledger_index" },
  { "certificate", "nonce", "ledger_index" },
  { "certificate", "revoked_at", "CASE WHEN t.revoked_at = 0 THEN t.ledger_index ELSE 17 END" },
  { "certificate", "revoke_reason", "17" },
  { "ledger_head", "size", NULL },
  { "ledger_head", "frontier", NULL },
  { "ledger_head", "origin", NULL },
  { "checkpoint", "note", NULL },
  { "checkpoint", "size", NULL },
  { "signing_key", "public_key", NULL },
};

/* One value of one row, as it was and with a bit turned over. */
typedef struct
{
  sqlite3 *handle;
  char *update;
  gint64 row;
  gint64 index;
  int type;
  gint64 number;
  GBytes *before;
  GBytes *after;
  gint64 flipped;
} Flip;

static void
flip_clear (Flip *flip)
{
  g_free (flip->update);
  g_clear_pointer (&flip->before, g_bytes_unref);
  g_clear_pointer (&flip->after, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flip, flip_clear)

static gboolean
write_value (Flip *flip, GBytes *bytes, gint64 number)
{
  sqlite3_stmt *statement = NULL;
  gboolean ok;

  g_assert_cmpint (sqlite3_prepare_v2 (flip->handle, flip->update, -1, &statement, NULL), ==,
                   SQLITE_OK);
  if (flip->type == SQLITE_INTEGER)
    sqlite3_bind_int64 (statement, 1, number);
  else if (flip->type == SQLITE_TEXT)
    sqlite3_bind_text (statement, 1, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                       SQLITE_TRANSIENT);
  else
    sqlite3_bind_blob (statement, 1, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                       SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, flip->row);
  ok = sqlite3_step (statement) == SQLITE_DONE && sqlite3_changes (flip->handle) == 1;
  sqlite3_finalize (statement);
  return ok;
}

static void
turn_bit (Flip *flip, GRand *random)
{
  g_autofree guint8 *bytes = NULL;
  gsize size;

  if (flip->type == SQLITE_INTEGER)
    {
      flip->flipped = flip->number ^ ((gint64) 1 << g_rand_int_range (random, 0, 62));
      return;
    }
  size = g_bytes_get_size (flip->before);
  bytes = g_memdup2 (g_bytes_get_data (flip->before, NULL), size);
  bytes[g_rand_int_range (random, 0, (gint32) size)] ^=
      (guint8) (1 << g_rand_int_range (random, 0, 8));
  flip->after = g_bytes_new (bytes, size);
}

/* Tables without a row id are addressed by their order. */
static gboolean
choose_row (Flip *flip, guint value, GRand *random)
{
  const char *table = sealed_values[value].table;
  const char *column = sealed_values[value].column;
  const char *key = g_str_equal (table, "ledger_field")     ? "idx * 1000 + tag"
                    : g_str_equal (table, "pledge_witness") ? "act_id + place"
                                                            : "rowid";
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s, %s, %s FROM %s t WHERE length(%s) > 0 ORDER BY 1", key, column,
      sealed_values[value].index != NULL ? sealed_values[value].index : "-1", table, column);
  sqlite3_stmt *statement = NULL;
  guint rows = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (flip->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (g_rand_int_range (random, 0, (gint32) ++rows) == 0)
      {
        flip->row = sqlite3_column_int64 (statement, 0);
        flip->type = sqlite3_column_type (statement, 1);
        flip->number = sqlite3_column_int64 (statement, 1);
        g_clear_pointer (&flip->before, g_bytes_unref);
        flip->before = g_bytes_new (sqlite3_column_blob (statement, 1),
                                    (gsize) sqlite3_column_bytes (statement, 1));
        flip->index = sqlite3_column_int64 (statement, 2);
      }
  sqlite3_finalize (statement);
  flip->update = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE %s = ?2", table, column, key);
  return rows > 0;
}

/* Without the record of the erasure, the fields of the erased person are missing for no reason. */
static gboolean
is_named (gint64 first_altered, gint64 index)
{
  return index < 0 || first_altered == index ||
         (index == SEALED_LOG_SIZE - 1 && first_altered == 7);
}

/* The row is found under another key then. */
static gboolean
moves_row (guint value)
{
  const char *column = sealed_values[value].column;

  return g_str_equal (column, "id") || g_str_equal (column, "tag") ||
         (g_str_equal (column, "size") && g_str_equal (sealed_values[value].table, "checkpoint"));
}

static void
check_flip (SealedLog *log, sqlite3 *handle, guint value, GRand *random, guint *seen)
{
  g_auto (Flip) flip = { .handle = handle };
  g_autoptr (IkrarLedgerReport) report = NULL;

  g_assert_true (choose_row (&flip, value, random));
  turn_bit (&flip, random);
  /* A value that must be unique is tried another time. */
  if (!write_value (&flip, flip.after, flip.flipped))
    return;
  if (moves_row (value))
    flip.row += flip.flipped - flip.number;
  report = sealed_log_verify (log);
  if (report->ok || !is_named (report->first_altered, flip.index))
    g_error ("%s.%s, row %d: %d, %d", sealed_values[value].table, sealed_values[value].column,
             (int) flip.row, report->ok, (int) report->first_altered);
  if (!write_value (&flip, flip.before, flip.number))
    g_error ("%s.%s of row %d could not be put back: %s", sealed_values[value].table,
             sealed_values[value].column, (int) flip.row, sqlite3_errmsg (handle));
  (*seen)++;
}

static void
test_any_bit (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (20481);
  sqlite3 *handle = NULL;
  guint seen = 0;

  fixture_tamper (&log->fixture, "DROP INDEX certificate_in_force");
  g_assert_cmpint (sqlite3_open (log->fixture.path, &handle), ==, SQLITE_OK);
  for (guint i = 0; seen < FLIPS; i++)
    {
      g_assert_cmpuint (i, <, 2 * FLIPS);
      check_flip (log, handle, i % G_N_ELEMENTS (sealed_values), random, &seen);
    }
  sqlite3_close (handle);
  test_untouched (log, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/store/ledger-tamper/untouched", test_untouched);
  sealed_log_test ("/store/ledger-tamper/tamperings", test_tamperings);
  sealed_log_test ("/store/ledger-tamper/checkpoint-refuses", test_checkpoint_refuses);
  sealed_log_add_file_test ("/store/ledger-tamper/any-bit", test_any_bit);
  return g_test_run ();
}
