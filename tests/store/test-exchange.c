/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/exchange.h"

#include <string.h>

#include "seal/digest.h"
#include "seal/error.h"

#include "store/attendance.h"
#include "store/error.h"
#include "store/journal.h"
#include "store/participant-table.h"
#include "store/pledge.h"
#include "store/replica.h"
#include "store/sealed-log.h"
#include "store/signing-key.h"

static IkrarExchangeReport *
copy (IkrarStore *from, IkrarStore *to, IkrarId event)
{
  g_autoptr (GError) error = NULL;
  IkrarExchangeReport *report = ikrar_exchange_copy_event (from, to, event, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_same (const char *path, const char *other)
{
  g_autofree char *one = replica_dump (path);
  g_autofree char *two = replica_dump (other);

  if (strcmp (one, two) == 0)
    return;
  g_error ("two databases do not say the same");
}

/* An event with every kind of row goes into an empty database, and nothing is new the second time.
 */
static void
test_whole (SealedLog *log, gconstpointer unused)
{
  Fixture *fixture = &log->fixture;
  Replica target;
  g_autoptr (IkrarExchangeReport) first = NULL;
  g_autoptr (IkrarExchangeReport) again = NULL;

  replica_new (&target, fixture, "Pintu Timur");
  first = copy (fixture->store, target.store, log->event);
  g_assert_true (first->written);
  g_assert_cmpuint (first->participants, ==, 8);
  g_assert_cmpuint (first->marks, ==, 8);
  g_assert_cmpuint (first->pledges, ==, 10);
  g_assert_cmpuint (first->certificates, ==, 9);
  g_assert_cmpuint (first->conflicts->len, ==, 0);
  replica_verify (target.store);
  again = copy (fixture->store, target.store, log->event);
  g_assert_false (again->written);
  again = (ikrar_exchange_report_free (again), copy (target.store, fixture->store, log->event));
  g_assert_false (again->written);
  ikrar_exchange_report_free (copy (fixture->store, target.store, log->other_event));
  assert_same (fixture->path, target.path);
  replica_close (&target);
}

/* ---- Databases that were apart ---- */

#define APART 3
#define STEPS 25
#define ROUNDS 4

/* What one database knows, while it works alone. */
typedef struct
{
  Replica replica;
  IkrarId event;
  GRand *rand;
  guint made;
} Alone;

/* Anybody but the one who was erased. */
static IkrarId
pick_participant (Alone *alone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      alone->replica.store, alone->event, 0, TRUE, IKRAR_ORDER_NUMBER, NULL, &error);
  const IkrarParticipantLine *line;

  g_assert_no_error (error);
  do
    line = ikrar_participant_table_line (
        table, g_rand_int_range (alone->rand, 0, ikrar_participant_table_size (table)));
  while (g_str_equal (line->name, "(dihapus)"));
  return line->id;
}

static void
edit_event (Alone *alone, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (alone->replica.store, alone->event, NULL);

  g_free (event->theme);
  event->theme = g_strdup_printf ("Tema %u\tbaris\n\\%u", alone->made, g_rand_int (alone->rand));
  ikrar_event_save (alone->replica.store, event, error);
}

static void
add_session (Alone *alone, GError **error)
{
  IkrarEventSession session = { .event_id = alone->event, .title = (char *) "Sesi tambahan" };

  ikrar_event_session_save (alone->replica.store, &session, error);
}

static void
change_role (Alone *alone, GError **error)
{
  g_autoptr (GPtrArray) roles = ikrar_event_roles (alone->replica.store, alone->event, NULL);
  IkrarEventRole role = { .event_id = alone->event, .name = (char *) "Ibu Saksi" };
  IkrarEventRole *present =
      roles->len > 0 ? g_ptr_array_index (roles, g_rand_int_range (alone->rand, 0, roles->len))
                     : &role;

  if (roles->len == 0 || g_rand_boolean (alone->rand))
    ikrar_event_role_save (alone->replica.store, &role, error);
  else
    ikrar_event_role_remove (alone->replica.store, present->id, error);
}

static void
walk_in (Alone *alone, GError **error)
{
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  const char *units[] = { "Dinas Kesehatan", "RSUD", NULL };

  participant->event_id = alone->event;
  person->name = g_strdup_printf ("Tamu %u", alone->made);
  ikrar_participant_invite (alone->replica.store, participant, person,
                            units[g_rand_int_range (alone->rand, 0, 3)], error);
}

static void
edit_person (Alone *alone, GError **error)
{
  g_autoptr (IkrarParticipant) participant =
      ikrar_participant_get (alone->replica.store, pick_participant (alone), error);
  g_autoptr (IkrarPerson) person =
      ikrar_person_get (alone->replica.store, participant->person_id, error);

  g_free (person->position);
  person->position = g_strdup_printf ("Jabatan %u", g_rand_int_range (alone->rand, 0, 4));
  ikrar_person_save (alone->replica.store, person, error);
}

static void
place (Alone *alone, GError **error)
{
  g_autofree char *seat = g_strdup_printf ("%d", g_rand_int_range (alone->rand, 0, 9));
  IkrarId participant = pick_participant (alone);

  ikrar_participant_place (alone->replica.store, &participant, 1, seat, NULL, error);
}

static void
withdraw (Alone *alone, GError **error)
{
  IkrarId participant = pick_participant (alone);

  ikrar_participant_withdraw (alone->replica.store, &participant, 1, g_rand_boolean (alone->rand),
                              error);
}

static void
revoke_pass (Alone *alone, GError **error)
{
  ikrar_participant_revoke_pass (alone->replica.store, pick_participant (alone), error);
}

static void
check_in (Alone *alone, GError **error)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = pick_participant (alone),
                         .source = "scan",
                         .nonce = nonce };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  if (ikrar_attendance_check_in (alone->replica.store, &check, &outcome, error))
    g_free (outcome.desk);
}

static void
set_by_hand (Alone *alone, GError **error)
{
  IkrarId participant = pick_participant (alone);

  ikrar_attendance_set (alone->replica.store, &participant, 1, 0,
                        g_rand_int_range (alone->rand, 0, IKRAR_N_ATTENDANCES), NULL, error);
}

static void
sign (Alone *alone, GError **error)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarWitness witness = { (char *) "Saksi", (char *) "Ketua", (char *) "" };
  IkrarPledgeSigning signing = {
    .participant = pick_participant (alone),
    .signature = "M1 1L2 2",
    .witnesses = &witness,
    .n_witnesses = 1,
    .nonce = nonce,
  };

  ikrar_nonce_new (nonce);
  ikrar_pledge_sign (alone->replica.store, &signing, NULL, error);
}

static void
revoke_pledge (Alone *alone, GError **error)
{
  ikrar_pledge_revoke (alone->replica.store, pick_participant (alone), "keliru", error);
}

static void
undo (Alone *alone, GError **error)
{
  g_autoptr (GPtrArray) entries = ikrar_journal_list (alone->replica.store, alone->event, 5, error);
  const IkrarJournalEntry *entry =
      g_ptr_array_index (entries, g_rand_int_range (alone->rand, 0, entries->len));

  if (ikrar_journal_can_undo (entry) && strstr (entry->action, "event.") == NULL &&
      strstr (entry->action, "certificate.") == NULL &&
      strstr (entry->action, "pledge.recite") == NULL)
    ikrar_journal_undo (alone->replica.store, entry->id, error);
}

/* Whether something is refused there and then is not the point. */
static void
work_alone (Alone *alone)
{
  static void (*const works[]) (Alone * alone, GError * *error) = {
    edit_event, add_session, change_role, walk_in,     walk_in, edit_person,   place,
    withdraw,   revoke_pass, check_in,    set_by_hand, sign,    revoke_pledge, undo,
  };

  for (guint i = 0; i < STEPS; i++)
    {
      g_autoptr (GError) error = NULL;

      alone->made++;
      works[g_rand_int_range (alone->rand, 0, G_N_ELEMENTS (works))](alone, &error);
      if (error != NULL && error->domain != IKRAR_STORE_ERROR)
        g_error ("%s", error->message);
      alone->replica.now += g_rand_int_range (alone->rand, -200, 2000);
    }
}

/* Every database gets what the others have until nothing is new, in any order. The last one begins
 * with nothing. */
static void
bring_together (Alone *alone, guint n_alone, GRand *rand)
{
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < 4 * n_alone * n_alone; i++)
      {
        guint from = g_rand_int_range (rand, 0, pass > 0 ? n_alone : n_alone - 1);
        guint to = g_rand_int_range (rand, 0, n_alone);

        if (from != to)
          ikrar_exchange_report_free (
              copy (alone[from].replica.store, alone[to].replica.store, alone[0].event));
      }
}

static void
test_any_order_once (SealedLog *log, GRand *rand)
{
  Alone alone[APART + 1] = { 0 };

  for (guint i = 0; i <= APART; i++)
    {
      g_autofree char *desk = g_strdup_printf ("Pintu %u", i);

      alone[i].event = log->event;
      alone[i].rand = rand;
      if (i == APART)
        replica_new (&alone[i].replica, &log->fixture, desk);
      else
        replica_copy (&alone[i].replica, &log->fixture, desk);
      if (i < APART)
        work_alone (&alone[i]);
    }
  bring_together (alone, APART + 1, rand);
  for (guint i = 0; i <= APART; i++)
    {
      ikrar_exchange_report_free (
          copy (log->fixture.store, alone[i].replica.store, log->other_event));
      replica_verify (alone[i].replica.store);
      if (i > 0)
        assert_same (alone[0].replica.path, alone[i].replica.path);
    }
  for (guint i = 0; i <= APART; i++)
    replica_close (&alone[i].replica);
}

static void
test_any_order (SealedLog *log, gconstpointer unused)
{
  g_autoptr (GRand) rand = fixture_rand (g_random_int ());

  for (guint i = 0; i < ROUNDS; i++)
    test_any_order_once (log, rand);
}

/* ---- Files ---- */

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
      work_alone (&alone);
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
          assert_same (first.path, target.path);
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

/* What does not belong together is refused, whoever has signed it. */
static void
test_hostile (SealedLog *log, gconstpointer unused)
{
  static const struct
  {
    const char *word;
    guint index;
    const char *value;
  } cases[] = {
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
    { "event", 20, "1\t2" },
  };
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();
  g_autoptr (GFile) file = NULL;
  Replica target;

  g_clear_pointer (&key, ikrar_secret_key_unref);
  key = ikrar_secret_key_new ();
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (IkrarSecretKey) pass_key =
        ikrar_signing_key_get (log->fixture.store, log->event, &error);

    g_assert_no_error (error);
  }
  file = export_event (log->fixture.store, &log->fixture, log->event);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) rows = rows_of (file);
      g_autoptr (GFile) other = export_event (log->fixture.store, &log->fixture, log->other_event);
      g_autofree char *what =
          g_strdup_printf ("%s %u %s", cases[i].word, cases[i].index, cases[i].value);
      g_auto (GStrv) few = rows_of (other);

      replica_new (&target, &log->fixture, "Kantor");
      sign_lines (other, few, key);
      import_well (target.store, other);
      replace_value (rows, cases[i].word, cases[i].index, cases[i].value);
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
  sealed_log_test ("/store/exchange/whole", test_whole);
  sealed_log_test ("/store/exchange/any-order", test_any_order);
  sealed_log_test ("/store/exchange/files-in-any-order", test_files_in_any_order);
  sealed_log_test ("/store/exchange/trust", test_trust);
  sealed_log_test ("/store/exchange/altered", test_altered);
  sealed_log_test ("/store/exchange/hostile", test_hostile);
  sealed_log_test ("/store/exchange/order", test_order);
  sealed_log_test ("/store/exchange/other-version", test_other_version);
  return g_test_run ();
}
