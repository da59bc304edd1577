/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/attendance.h"
#include "store/backup-private.h"
#include "store/backup.h"
#include "store/certificate.h"
#include "store/file-private.h"
#include "store/fixture.h"
#include "store/import.h"
#include "store/ledger.h"
#include "store/pledge.h"
#include "store/process.h"
#include "store/signing-key.h"

/* Kills of writers, and of programs that make the database. */
#define ROUNDS 130
#define CREATIONS 60
#define WRITERS 2
#define PEOPLE 12

/* What a writer says when something is done: a word and the one number that proves it. */
typedef void (*Deed) (Fixture *fixture, GRand *random, FILE *out);

static void
acknowledge (FILE *out, const char *word, gint64 number)
{
  fprintf (out, "%s %" G_GINT64_FORMAT "\n", word, number);
}

static IkrarId
pick (Fixture *fixture, GRand *random, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM %s", table);
  gint64 count = fixture_count (fixture, sql);

  g_free (sql);
  sql = g_strdup_printf ("SELECT id FROM %s LIMIT 1 OFFSET %d", table,
                         g_rand_int_range (random, 0, (gint32) count));
  return fixture_count (fixture, sql);
}

static void
check_in (Fixture *fixture, GRand *random, FILE *out)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = pick (fixture, random, "participant"),
                         .session = 0,
                         .source = "scan",
                         .nonce = nonce };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  if (!ikrar_attendance_check_in (fixture->store, &check, &outcome, NULL))
    return;
  if (outcome.welcome)
    acknowledge (out, "hadir", outcome.journal);
  g_free (outcome.desk);
}

static void
sign (Fixture *fixture, GRand *random, FILE *out)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeSigning signing = { .participant = pick (fixture, random, "participant"),
                                 .signature = "M1 1",
                                 .nonce = nonce };
  IkrarId pledge;

  ikrar_nonce_new (nonce);
  pledge = ikrar_pledge_sign (fixture->store, &signing, NULL, NULL);
  if (pledge != 0)
    acknowledge (out, "ikrar", pledge);
}

static void
issue (Fixture *fixture, GRand *random, FILE *out)
{
  guint issued;
  IkrarId entry = ikrar_certificate_issue (fixture->store, pick (fixture, random, "event"), NULL, 0,
                                           &issued, NULL, NULL);

  if (entry != 0)
    acknowledge (out, "sertifikat", entry);
}

/* An event with a roster and a key for its passes. */
static void
import (Fixture *fixture, GRand *random, FILE *out)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  g_autoptr (IkrarSecretKey) key = NULL;

  acknowledge (out, "impor", event);
  key = ikrar_signing_key_get (fixture->store, event, NULL);
  if (key != NULL)
    acknowledge (out, "kunci", event);
}

static void
seal (Fixture *fixture, GRand *random, FILE *out)
{
  g_auto (IkrarLedgerState) state = { 0 };

  if (ikrar_ledger_checkpoint (fixture->store, NULL, NULL) &&
      ikrar_ledger_get_state (fixture->store, &state, NULL) && state.sealed > 0)
    acknowledge (out, "segel", (gint64) state.sealed);
}

static char *
backup_path (Fixture *fixture, gint64 number)
{
  g_autofree char *name = g_strdup_printf ("cadangan-%" G_GINT64_FORMAT, number);

  return g_build_filename (fixture->folder, name, NULL);
}

static void
back_up (Fixture *fixture, GRand *random, FILE *out)
{
  gint64 number = g_rand_int_range (random, 0, 4);
  g_autofree char *path = backup_path (fixture, number);

  if (ikrar_backup_write (fixture->store, path, NULL, NULL, NULL))
    acknowledge (out, "cadangan", number);
}

static void export(Fixture *fixture, GRand *random, FILE *out)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ekspor.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (ikrar_ledger_export (fixture->store, file, NULL, NULL))
    acknowledge (out, "ekspor", 0);
}

static const Deed deeds[] = { check_in, check_in, check_in, check_in, sign,  sign,
                              issue,    import,   seal,     back_up,  export };

static int
play_writer (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);

  fprintf (out, "siap 0\n");
  for (;;)
    deeds[g_rand_int_range (random, 0, G_N_ELEMENTS (deeds))](fixture, random, out);
  return 0;
}

static const struct
{
  const char *word;
  const char *sql; /* gives 1 if what was acknowledged is there exactly once */
} proofs[] = {
  { "hadir", "SELECT COUNT(*) FROM attendance_mark WHERE journal_id = %s" },
  { "ikrar", "SELECT COUNT(*) FROM pledge p JOIN ledger_record l ON l.idx = p.ledger_index "
             "WHERE p.id = %s" },
  { "sertifikat", "SELECT COUNT(*) > 0 FROM certificate c JOIN ledger_record l "
                  "ON l.idx = c.ledger_index WHERE c.journal_id = %s" },
  { "impor", "SELECT COUNT(*) = 12 FROM participant WHERE event_id = %s" },
  { "kunci", "SELECT COUNT(*) FROM signing_key WHERE event_id = %s" },
  { "segel", "SELECT COUNT(*) FROM checkpoint WHERE size = %s" },
};

static void
check_acknowledged (Fixture *fixture, const char *text, guint *acknowledged)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* A line that was cut off by the kill was not acknowledged. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    for (guint p = 0; p < G_N_ELEMENTS (proofs); p++)
      if (g_str_has_prefix (lines[i], proofs[p].word) && lines[i][strlen (proofs[p].word)] == ' ')
        {
          const char *number = lines[i] + strlen (proofs[p].word) + 1;
          const char *place = strstr (proofs[p].sql, "%s");
          g_autofree char *sql = g_strdup_printf ("%.*s%s%s", (int) (place - proofs[p].sql),
                                                  proofs[p].sql, number, place + 2);

          g_assert_cmpint (fixture_count (fixture, sql), ==, 1);
          (*acknowledged)++;
        }
}

/* Files have their names only when they are whole. */
static void
check_files (Fixture *fixture)
{
  g_autofree char *exported = g_build_filename (fixture->folder, "ekspor.txt", NULL);
  g_autofree char *contents = NULL;

  for (gint64 i = 0; i < 4; i++)
    {
      g_autofree char *path = backup_path (fixture, i);
      g_autoptr (GError) error = NULL;

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_assert_true (_ikrar_backup_verify (path, NULL, &error));
          g_assert_no_error (error);
          g_unlink (path);
        }
    }
  if (g_file_get_contents (exported, &contents, NULL, NULL))
    g_assert_nonnull (strstr (contents, "\nend "));
  g_unlink (exported);
}

/* Every key that the database names can be used. */
static void
check_keys (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = ikrar_signing_key_list (fixture->store, &error);
  IkrarKeyring *keyring = ikrar_store_get_keyring (fixture->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (IkrarSecretKey) key =
          ikrar_keyring_lookup (keyring, &g_array_index (keys, IkrarPublicKeyLine, i).public_key);

      g_assert_nonnull (key);
    }
}

static void
check_database (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarLedgerReport) report = NULL;

  fixture_reopen (fixture);
  g_assert_true (ikrar_db_check (ikrar_store_get_db (fixture->store), TRUE, &error));
  report = ikrar_ledger_verify (fixture->store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_printerr ("%s\n", (char *) g_ptr_array_index (report->problems, i));
  g_assert_true (report->ok);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pragma_foreign_key_check"), ==, 0);
  check_keys (fixture);
}

static void
wait_until_ready (int out, GString *text)
{
  char byte;

  while (strchr (text->str, '\n') == NULL && read (out, &byte, 1) == 1)
    g_string_append_c (text, byte);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static void
run_round (Fixture *fixture, guint round, GRand *random, guint *acknowledged)
{
  pid_t pids[WRITERS];
  int outs[WRITERS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);

  for (guint i = 0; i < WRITERS; i++)
    pids[i] = process_start (fixture, play_writer, round * WRITERS + i, NULL, &outs[i]);
  for (guint i = 0; i < WRITERS; i++)
    {
      GString *text = g_string_new (NULL);

      wait_until_ready (outs[i], text);
      g_ptr_array_add (texts, text);
    }
  for (guint i = 0; i < WRITERS; i++)
    {
      g_usleep (g_rand_int_range (random, 0, 40000));
      process_kill_and_read (pids[i], outs[i], g_ptr_array_index (texts, i));
    }
  check_database (fixture);
  check_files (fixture);
  for (guint i = 0; i < WRITERS; i++)
    check_acknowledged (fixture, ((GString *) g_ptr_array_index (texts, i))->str, acknowledged);
}

static void
test_writers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (666);
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  guint acknowledged = 0;

  for (guint round = 0; round < ROUNDS; round++)
    run_round (fixture, round, random, &acknowledged);
  g_test_message ("%u rounds, %u acknowledged writes", ROUNDS * WRITERS, acknowledged);
  /* Mostly somebody was killed who had something to lose. */
  g_assert_cmpuint (acknowledged, >, ROUNDS / 4);
}

static int
play_starter (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  fprintf (out, "siap 0\n");
  return 0;
}

/* Killed while the database comes into being: the next start finds none, or a whole one. */
static void
test_creation (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (667);
  guint whole = 0;

  for (guint round = 0; round < CREATIONS; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int out;
      pid_t pid;

      fixture_close (fixture);
      _ikrar_file_remove_database (fixture->path);
      if (round % 3 == 0)
        g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
      pid = process_start (fixture, play_starter, 0, NULL, &out);
      g_usleep (g_rand_int_range (random, 0, 12000));
      process_kill_and_read (pid, out, text);
      whole += text->len > 0;
      check_database (fixture);
      g_assert_cmpint (fixture_count (fixture, "PRAGMA application_id"), ==, 0x494b5231);
    }
  g_test_message ("%u of %u were ready before the kill", whole, CREATIONS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/kill/writers", test_writers);
  fixture_add_file_test ("/store/kill/creation", test_creation);
  fixture_add_disk_test ("/store/kill/creation-on-disk", test_creation);
  return g_test_run ();
}
