/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/attendance.h"

static IkrarTime
get_now (gpointer user_data)
{
  Fixture *fixture = user_data;

  return fixture->now;
}

void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ikrar-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "ikrar.db", NULL);
  fixture->now = FIXTURE_NOW;
  fixture->store = ikrar_store_open (fixture->path, IKRAR_DB_CREATE, &error);
  g_assert_no_error (error);
  ikrar_store_set_clock (fixture->store, get_now, fixture);
  ikrar_store_set_actor (fixture->store, "penguji", "Meja A");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0)
        remove_tree (child);
    }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  ikrar_store_close (fixture->store);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
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

GArray *
fixture_add_participants (Fixture *fixture, IkrarId event, guint count, gboolean present)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));

  for (guint i = 1; i <= count; i++)
    {
      g_autofree char *name = g_strdup_printf ("Peserta %u", i);
      IkrarId id = fixture_add_participant (fixture, event, name);

      g_array_append_val (ids, id);
      if (present)
        fixture_check_in (fixture, id);
    }
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

static sqlite3 *
open_raw (Fixture *fixture)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  return handle;
}

gint64
fixture_count (Fixture *fixture, const char *sql)
{
  sqlite3 *handle = open_raw (fixture);
  sqlite3_stmt *statement = NULL;
  gint64 count;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return count;
}

static int
collect_trigger (void *user_data, int n_columns, char **values, char **names)
{
  g_string_append_printf (user_data, "DROP TRIGGER %s;", values[0]);
  return 0;
}

void
fixture_tamper (Fixture *fixture, const char *sql)
{
  sqlite3 *handle = open_raw (fixture);
  g_autoptr (GString) drop = g_string_new (NULL);
  char *message = NULL;

  sqlite3_exec (handle, "SELECT name FROM sqlite_master WHERE type = 'trigger'", collect_trigger,
                drop, NULL);
  g_assert_cmpint (sqlite3_exec (handle, drop->str, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static int
append_row (void *user_data, int n_columns, char **values, char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (user_data, "%s=%s|", names[i], values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (user_data, '\n');
  return 0;
}

static int
append_table (void *user_data, int n_columns, char **values, char **names)
{
  g_ptr_array_add (user_data, g_strdup (values[0]));
  return 0;
}

char *
fixture_dump (Fixture *fixture)
{
  sqlite3 *handle = open_raw (fixture);
  GString *dump = g_string_new (NULL);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);

  sqlite3_exec (handle, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
                append_table, tables, NULL);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);

      g_string_append_printf (dump, "[%s]\n", table);
      sqlite3_exec (handle, sql, append_row, dump, NULL);
    }
  sqlite3_close (handle);
  return g_string_free (dump, FALSE);
}
