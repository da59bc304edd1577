/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/exchange.h"

#include <string.h>

#include "seal/digest.h"
#include "seal/error.h"

#include "store/alone.h"
#include "store/sealed-log.h"
#include "store/signing-key.h"

#define APART 3

static GFile *
export_event (IkrarStore *store, Fixture *fixture, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      g_strdup_printf ("%s/%08x.ikrar-exchange", fixture->folder, g_random_int ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ikrar_exchange_export (store, event, file, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

static char *
read_file (GFile *file)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  return contents;
}

/* What the file says it is signed with. */
static char *
key_of (GFile *file)
{
  g_autofree char *contents = read_file (file);
  g_auto (GStrv) lines = g_strsplit (contents, "\n", 3);

  g_assert_true (g_str_has_prefix (lines[1], "key "));
  return g_strdup (lines[1] + strlen ("key "));
}

static IkrarExchangeReport *
import (IkrarStore *store, GFile *file, gboolean trust, GError **error)
{
  g_autofree char *key = trust ? key_of (file) : NULL;
  IkrarExchangeImport how = { .trusted = key };

  return ikrar_exchange_import (store, file, &how, error);
}

static void
import_well (IkrarStore *store, GFile *file)
{
  g_autoptr (GError) error = NULL;

  ikrar_exchange_report_free (import (store, file, TRUE, &error));
  g_assert_no_error (error);
}

/* Every order of three files, and some of them twice. */
static void
test_files_in_any_order (SealedLog *log, gconstpointer unused)
{
  static const guint orders[][5] = { { 0, 1, 2, 0, 1 }, { 0, 2, 1, 1, 2 }, { 1, 0, 2, 1, 1 },
                                     { 1, 2, 0, 2, 0 }, { 2, 0, 1, 0, 2 }, { 2, 1, 0, 2, 1 } };
  g_autoptr (GRand) rand = fixture_rand (g_random_int ());
  GFile *files[APART];
  Replica first = { 0 };

  for (guint i = 0; i < APART; i++)
    {
      g_autofree char *desk = g_strdup_printf ("Pintu %u", i);
      Alone alone = { .event = log->event, .rand = rand };

      replica_copy (&alone.replica, &log->fixture, desk);
      alone_work (&alone);
      files[i] = export_event (alone.replica.store, &log->fixture, log->event);
      replica_close (&alone.replica);
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      Replica target;

      replica_new (&target, &log->fixture, "Kantor");
      for (guint j = 0; j < G_N_ELEMENTS (orders[i]); j++)
        import_well (target.store, files[orders[i][j]]);
      replica_verify (target.store);
      if (i > 0)
        {
          replica_assert_same (first.path, target.path);
          replica_close (&target);
        }
      else
        first = target;
    }
  replica_close (&first);
  for (guint i = 0; i < APART; i++)
    g_object_unref (files[i]);
}

/* Nobody is believed until somebody says so, and then for ever. */
static void
test_trust (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GFile) file = export_event (log->fixture.store, &log->fixture, log->event);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarExchangeReport) report = NULL;
  g_autofree char *key = key_of (file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (IkrarSecretKey) other = ikrar_secret_key_new ();
  g_autofree char *other_text =
      ikrar_public_key_format (ikrar_secret_key_get_public (other), "kantor.lain");
  Replica target;

  replica_new (&target, &log->fixture, "Kantor");
  before = replica_dump (target.path);
  g_assert_null (import (target.store, file, FALSE, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE);
  g_assert_nonnull (strstr (error->message, key));
  g_clear_error (&error);
  g_assert_null (ikrar_exchange_import (target.store, file,
                                        &(IkrarExchangeImport){ .trusted = other_text }, &error));
  g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE);
  g_clear_error (&error);
  report = ikrar_exchange_import (
      target.store, file, &(IkrarExchangeImport){ .trusted = key, .dry_run = TRUE }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->participants, ==, 8);
  after = replica_dump (target.path);
  g_assert_cmpstr (before, ==, after);
  import_well (target.store, file);
  g_clear_pointer (&report, ikrar_exchange_report_free);
  report = import (target.store, file, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (report->written);
  replica_close (&target);
}

static void
assert_refused (Replica *target, GFile *file, const char *what)
{
  g_autofree char *before = replica_dump (target->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarExchangeReport) report = import (target->store, file, FALSE, &error);

  if (report != NULL)
    g_error ("%s: taken in", what);
  g_assert_nonnull (error);
  after = replica_dump (target->path);
  g_assert_cmpstr (before, ==, after);
}

static void
write_part (GFile *file, const char *contents, gsize size)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), contents, (gssize) size, NULL));
}

/* A file that is cut anywhere, or of which any byte is another one, is refused as a whole. */
static void
test_altered (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (g_random_int ());
  g_autoptr (GFile) file = export_event (log->fixture.store, &log->fixture, log->event);
  g_autofree char *contents = read_file (file);
  gsize size = strlen (contents);
  Replica target;

  replica_new (&target, &log->fixture, "Kantor");
  import_well (target.store, file);
  for (guint i = 0; i < 150; i++)
    {
      gsize place = i < 60 ? size - 1 - i : (gsize) g_rand_int_range (rand, 0, (int) size);
      g_autofree char *what = g_strdup_printf ("byte %lu", (gulong) place);
      char kept = contents[place];

      write_part (file, contents, place);
      assert_refused (&target, file, what);
      contents[place] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      write_part (file, contents, size);
      assert_refused (&target, file, what);
      contents[place] = kept;
    }
  replica_close (&target);
}

/* A file with other lines, signed well by an office that is trusted. */
static void
sign_lines (GFile *file, char **lines, IkrarSecretKey *key)
{
  g_autofree char *text = ikrar_public_key_format (ikrar_secret_key_get_public (key), "jahat");
  g_autoptr (GString) contents = g_string_new (NULL);
  g_autofree char *base64 = NULL;
  guint8 signature[IKRAR_SIGNATURE_SIZE];
  IkrarDigest digest;
  guint rows = 0;

  g_string_append_printf (contents, "ikrar-exchange/1\nkey %s\n", text);
  for (; lines[rows] != NULL; rows++)
    g_string_append_printf (contents, "%s\n", lines[rows]);
  g_string_append_printf (contents, "end %u\n", rows);
  ikrar_digest_of (contents->str, contents->len, &digest);
  ikrar_secret_key_sign (key, "IKRAR-EXCHANGE/1", digest.bytes, sizeof digest.bytes, signature);
  base64 = g_base64_encode (signature, sizeof signature);
  g_string_append_printf (contents, "sign %s\n", base64);
  write_part (file, contents->str, contents->len);
}

/* The lines of a file without its frame. */
static GStrv
rows_of (GFile *file)
{
  g_autofree char *contents = read_file (file);
  char **lines = g_strsplit (contents, "\n", -1);
  guint n_lines = g_strv_length (lines);
  char **rows = g_new0 (char *, n_lines);

  for (guint i = 2; i + 3 < n_lines; i++)
    rows[i - 2] = g_strdup (lines[i]);
  g_strfreev (lines);
  return rows;
}

static guint
find_row (char **rows, const char *word)
{
  for (guint i = 0; rows[i] != NULL; i++)
    if (g_str_has_prefix (rows[i], word) && rows[i][strlen (word)] == '\t')
      return i;
  g_error ("no %s", word);
}

/* Puts another value into the first row of a kind. */
static void
replace_value (char **rows, const char *word, guint index, const char *value)
{
  guint row = find_row (rows, word);
  char **values = g_strsplit (rows[row], "\t", -1);

  g_free (values[index + 1]);
  values[index + 1] = g_strdup (value);
  g_free (rows[row]);
  rows[row] = g_strjoinv ("\t", values);
  g_strfreev (values);
}

/* A value of the first row of a kind that it may not have. */
static const struct
{
  const char *word;
  guint index;
  const char *value;
} hostile[] = {
  { "event", 1, "0" },
  { "event", 1, "-1" },
  { "event", 0, "01" },
  { "event", 2, "x" },
  { "event", 9, "WIB WIB" },
  { "event", 1, "9223372036854775808" },
  { "session", 2, "5" },
  { "session", 1, "0" },
  { "participant", 2, "77" },
  { "participant", 3, "0" },
  { "participant", 3, "4294967296" },
  { "participant", 4, "5" },
  { "person", 3, "angka" },
  { "person", 4, "salah\\x" },
  { "mark", 1, "6" },
  { "mark", 2, "6" },
  { "mark", 3, "hadir!" },
  { "mark", 10, "AAAA" },
  { "journal", 7, "" },
  { "wording", 2, "Kami berjanji." },
  { "wording", 3, "AAAA" },
  { "act", 3, "5" },
  { "pledge", 1, "6" },
  { "pledge", 2, "6" },
  { "pledge", 3, "recited" },
  { "pledge", 5, "7" },
  { "pledge", 8, "AAAA" },
  { "certificate", 6, "7" },
  { "certificate", 8, "IC1AAAA" },
  { "certificate", 7, "lain" },
  { "certificate", 2, "lain" },
  { "series", 4, "{" },
  { "passkey", 0, "AAAA" },
  { "event", 19, "0\t0" },
};

/* What does not belong together is refused, whoever has signed it. */
static void
test_hostile (SealedLog *log, gconstpointer unused)
{
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (IkrarSecretKey) pass_key =
      ikrar_signing_key_get (log->fixture.store, log->event, NULL);
  Replica target;

  g_assert_nonnull (pass_key);
  file = export_event (log->fixture.store, &log->fixture, log->event);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_auto (GStrv) rows = rows_of (file);
      g_autoptr (GFile) other = export_event (log->fixture.store, &log->fixture, log->other_event);
      g_autofree char *what =
          g_strdup_printf ("%s %u %s", hostile[i].word, hostile[i].index, hostile[i].value);
      g_auto (GStrv) few = rows_of (other);

      replica_new (&target, &log->fixture, "Kantor");
      sign_lines (other, few, key);
      import_well (target.store, other);
      replace_value (rows, hostile[i].word, hostile[i].index, hostile[i].value);
      sign_lines (other, rows, key);
      assert_refused (&target, other, what);
      replica_close (&target);
    }
}

/* Rows that come twice, or in another order, or of a kind that there is not. */
static void
test_order (SealedLog *log, gconstpointer unused)
{
  static const struct
  {
    const char *word;
    const char *before;
    const char *renamed;
  } cases[] = {
    { "session", "event", NULL }, { "mark", "journal", NULL },   { "pledge", "act", NULL },
    { "event", NULL, NULL },      { "event", NULL, "kegiatan" }, { "mark", NULL, "end" },
  };
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();
  g_autoptr (GFile) file = export_event (log->fixture.store, &log->fixture, log->event);
  Replica target;

  replica_new (&target, &log->fixture, "Kantor");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) rows = rows_of (file);
      g_autoptr (GPtrArray) other = g_ptr_array_new ();
      guint moved = find_row (rows, cases[i].word);
      guint at = cases[i].before != NULL ? find_row (rows, cases[i].before) : moved;
      g_autofree char *renamed =
          g_strconcat (cases[i].renamed != NULL ? cases[i].renamed : cases[i].word,
                       rows[moved] + strlen (cases[i].word), NULL);
      g_autoptr (GFile) bad = g_file_new_build_filename (log->fixture.folder, "bad", NULL);
      g_autofree char *text = NULL;

      for (guint j = 0; rows[j] != NULL; j++)
        {
          if (j == at)
            g_ptr_array_add (other, renamed);
          if (cases[i].renamed == NULL || j != at)
            g_ptr_array_add (other, rows[j]);
        }
      g_ptr_array_add (other, NULL);
      sign_lines (bad, (char **) other->pdata, key);
      text = key_of (bad);
      {
        g_autofree char *before = replica_dump (target.path);
        g_autofree char *after = NULL;
        g_autoptr (GError) error = NULL;

        g_assert_null (ikrar_exchange_import (target.store, bad,
                                              &(IkrarExchangeImport){ .trusted = text }, &error));
        g_assert_nonnull (error);
        after = replica_dump (target.path);
        g_assert_cmpstr (before, ==, after);
      }
    }
  replica_close (&target);
}

static void
test_other_version (SealedLog *log, gconstpointer unused)
{
  static const char *const firsts[] = { "ikrar-exchange/2\n", "ikrar-ledger 1\n", "",
                                        "ikrar-exchange/1", "\n" };
  g_autoptr (GFile) file = g_file_new_build_filename (log->fixture.folder, "lain", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autoptr (GError) error = NULL;

      write_part (file, firsts[i], strlen (firsts[i]));
      g_assert_null (
          ikrar_exchange_import (log->fixture.store, file, &(IkrarExchangeImport){ 0 }, &error));
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  sealed_log_test ("/store/exchange-file/any-order", test_files_in_any_order);
  sealed_log_test ("/store/exchange-file/trust", test_trust);
  sealed_log_test ("/store/exchange-file/altered", test_altered);
  sealed_log_test ("/store/exchange-file/hostile", test_hostile);
  sealed_log_test ("/store/exchange-file/order", test_order);
  sealed_log_test ("/store/exchange-file/other-version", test_other_version);
  return g_test_run ();
}
