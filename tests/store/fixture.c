/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define _GNU_SOURCE /* memmem */

#include "store/fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/attendance.h"
#include "store/cluster.h"
#include "store/import.h"
#include "store/participant-table.h"
#include "store/raw.h"

static IkrarTime
get_now (gpointer user_data)
{
  Fixture *fixture = user_data;

  return fixture->now;
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  fixture->store = ikrar_store_open (fixture->path, IKRAR_DB_CREATE, &error);
  g_assert_no_error (error);
  ikrar_store_set_clock (fixture->store, get_now, fixture);
  ikrar_store_set_actor (fixture->store, "penguji", "Meja A");
}

void
fixture_close (Fixture *fixture)
{
  g_clear_pointer (&fixture->store, ikrar_store_close);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (from, &contents, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, (gssize) size, &error);
  g_assert_no_error (error);
}

char *
fixture_keep (Fixture *fixture)
{
  char *copy;

  fixture_close (fixture);
  if (cluster_is_wanted ())
    return cluster_copy_database (fixture->path);
  copy = g_strconcat (fixture->path, "-kept", NULL);
  copy_file (fixture->path, copy);
  return copy;
}

void
fixture_put_back (Fixture *fixture, const char *copy)
{
  fixture_close (fixture);
  if (cluster_is_wanted ())
    cluster_replace_database (fixture->path, copy);
  else
    copy_file (copy, fixture->path);
  fixture_reopen (fixture);
}

/* Tests that are about logic spare the disk: a sync costs it up to some hundredths of a second. */
#define MEMORY_FOLDER "/dev/shm"

static char *
make_folder (gboolean on_disk)
{
  const char *base =
      !on_disk && g_access (MEMORY_FOLDER, W_OK) == 0 ? MEMORY_FOLDER : g_get_tmp_dir ();
  char *folder = g_build_filename (base, "ikrar-test-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return folder;
}

static void
set_up (Fixture *fixture, gboolean on_disk)
{
  fixture->folder = make_folder (on_disk);
  fixture->path = cluster_is_wanted () ? cluster_make_database ()
                                       : g_build_filename (fixture->folder, "ikrar.db", NULL);
  fixture->now = FIXTURE_NOW;
  fixture_reopen (fixture);
}

void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  set_up (fixture, FALSE);
}

void
fixture_set_up_on_disk (Fixture *fixture, gconstpointer unused)
{
  set_up (fixture, TRUE);
}

void
fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0)
        fixture_remove_tree (child);
    }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  ikrar_store_close (fixture->store);
  if (cluster_is_wanted ())
    cluster_drop_database (fixture->path);
  fixture_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_add_file_test (const char *path, FixtureFunc function)
{
  if (!cluster_is_wanted ())
    fixture_test (path, function);
}

void
fixture_add_disk_test (const char *path, FixtureFunc function)
{
  if (!cluster_is_wanted ())
    g_test_add (path, Fixture, NULL, fixture_set_up_on_disk, function, fixture_tear_down);
}

IkrarId
fixture_add_event (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  IkrarEvent event = {
    .kind = (char *) "sosialisasi",
    .title = (char *) title,
    .place = (char *) "Aula BKPSDM",
    .zone = IKRAR_ZONE_WITA,
    .start_at = FIXTURE_NOW + 30 * 60 * 1000,
    .end_at = FIXTURE_NOW + 4 * 60 * 60 * 1000,
    .state = IKRAR_EVENT_PLANNED,
  };

  ikrar_event_save (fixture->store, &event, &error);
  g_assert_no_error (error);
  return event.id;
}

IkrarId
fixture_add_person (Fixture *fixture, const char *number, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

  person->number = g_strdup (number);
  person->number_kind = *number != '\0' ? IKRAR_NUMBER_NIP : IKRAR_NUMBER_NONE;
  person->name = g_strdup (name);
  ikrar_person_save (fixture->store, person, &error);
  g_assert_no_error (error);
  return person->id;
}

IkrarId
fixture_add_participant (Fixture *fixture, IkrarId event, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  participant->event_id = event;
  participant->person_id = fixture_add_person (fixture, "", name);
  ikrar_participant_add (fixture->store, participant, &error);
  g_assert_no_error (error);
  return participant->id;
}

GRand *
fixture_rand (guint32 seed)
{
  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

/* The participants of an event who came on its list last. */
static GArray *
newest_participants (Fixture *fixture, IkrarId event, guint count)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      fixture->store, event, 0, TRUE, IKRAR_ORDER_NUMBER, NULL, &error);
  guint size;

  g_assert_no_error (error);
  size = ikrar_participant_table_size (table);
  for (guint i = size - count; i < size; i++)
    g_array_append_val (ids, ikrar_participant_table_line (table, i)->id);
  return ids;
}

/* In one change, and one more for those present: hundreds are no matter. */
GArray *
fixture_add_participants (Fixture *fixture, IkrarId event, guint count, gboolean present)
{
  GArray *ids;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarImport) import =
      ikrar_import_begin (fixture->store, event, "peserta.xlsx", "", &error);
  int first;

  g_assert_no_error (error);
  ikrar_participant_next_number (fixture->store, event, &first, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= count; i++)
    {
      g_autofree char *name = g_strdup_printf ("Peserta %u", (guint) first + i - 1);
      const IkrarPerson person = { .name = name };
      const IkrarImportRow row = { .row = i, .verdict = "ok", .person = &person };

      g_assert_cmpint (ikrar_import_add (import, &row, &error), ==, IKRAR_IMPORT_ADDED);
    }
  ikrar_import_commit (import, &error);
  g_assert_no_error (error);
  ids = newest_participants (fixture, event, count);
  if (present && count > 0)
    ikrar_attendance_set (fixture->store, (IkrarId *) ids->data, count, 0, IKRAR_ATTENDANCE_PRESENT,
                          NULL, &error);
  g_assert_no_error (error);
  return ids;
}

void
fixture_check_in (Fixture *fixture, IkrarId participant)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check_in = { .participant = participant, .source = "scan", .nonce = nonce };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  ikrar_attendance_check_in (fixture->store, &check_in, &outcome, &error);
  g_assert_no_error (error);
  g_free (outcome.desk);
}

gint64
fixture_count (Fixture *fixture, const char *sql)
{
  return raw_get_int (fixture->path, sql);
}

void
fixture_tamper (Fixture *fixture, const char *sql)
{
  raw_tamper (fixture->path, sql);
}

static void
append_row (guint n_columns, char *const *names, char *const *values, gpointer text)
{
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s=%s|", names[i], values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (text, '\n');
}

/* What an undo leaves as it is. */
static const char *const undo_keeps[] = {
  "journal",        "journal_change",  "journal_shared",
  "change_counter", "writer",          "attendance_mark",
  "pledge",         "pledge_act",      "pledge_text",
  "pledge_witness", "pledge_wording",  "certificate",
  "ledger_head",    "checkpoint",      "ledger_field",
  "ledger_record",  "number_series",   "signing_key",
  "setting",        "import_batch",    "import_row",
  "attachment",     "roster_mapping",  "scan_log",
  "event_rule",     "session_closing", NULL,
};

/* What is as good as not there: a mark that says nothing was recorded, and all of a removed event.
 */
static const struct
{
  const char *table;
  const char *columns;
  const char *condition;
} as_good[] = {
  { "attendance", "participant_id, session_id, state, at, desk, stand_in", "state <> '-'" },
  { "event", "*", "removed_at = 0" },
  { "event_session", "*", "event_id IN (SELECT id FROM event WHERE removed_at = 0)" },
  { "event_role", "*", "event_id IN (SELECT id FROM event WHERE removed_at = 0)" },
  { "participant", "*", "event_id IN (SELECT id FROM event WHERE removed_at = 0)" },
};

static char *
select_rows (const char *table, gboolean all)
{
  for (guint i = 0; !all && i < G_N_ELEMENTS (as_good); i++)
    if (g_str_equal (table, as_good[i].table))
      return g_strdup_printf ("SELECT %s FROM %s WHERE %s ORDER BY 1, 2", as_good[i].columns, table,
                              as_good[i].condition);
  return g_strdup_printf ("SELECT *, 0 AS zero FROM %s ORDER BY 1, 2", table);
}

static char *
dump (Fixture *fixture, const char *const *left_out)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) tables = raw_tables (fixture->path);

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      g_autofree char *sql = select_rows (table, left_out == NULL);

      if (left_out != NULL && g_strv_contains (left_out, table))
        continue;
      g_string_append_printf (text, "[%s]\n", table);
      raw_each (fixture->path, sql, append_row, text);
    }
  return g_string_free (text, FALSE);
}

char *
fixture_dump (Fixture *fixture)
{
  return dump (fixture, NULL);
}

char *
fixture_dump_state (Fixture *fixture)
{
  return dump (fixture, undo_keeps);
}

char *
fixture_digest (const char *path)
{
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return g_strdup ("");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, size);
}

gboolean
fixture_file_has (const char *path, const char *text)
{
  g_autofree char *contents = NULL;
  gsize size;

  return g_file_get_contents (path, &contents, &size, NULL) &&
         memmem (contents, size, text, strlen (text)) != NULL;
}

guint
fixture_count_files (const char *folder, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    count += strstr (name, part) != NULL;
  return count;
}
