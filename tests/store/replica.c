/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/replica.h"

#include <string.h>

#include "store/ledger.h"
#include "store/raw.h"

/* What differs between databases that say the same is left out: places in the log and in the
 * register's table, ids that each made for itself, and what stood when. */
static const char *const tables[] = {
  "SELECT e.id, e.code, e.kind, e.title, e.theme, e.legal_basis, e.organizer, e.place, e.zone, "
  "e.start_at, e.end_at, e.mode, e.state, e.lesson_hours, e.reported, e.note, t.name, t.version, "
  "e.pledge_fields, e.removed_at FROM event e LEFT JOIN pledge_text t ON t.id = e.pledge_text_id",
  "SELECT * FROM event_session",
  "SELECT * FROM event_role",
  "SELECT p.id, p.number, p.number_kind, p.prefix, p.name, p.suffix, p.name_key, p.written, "
  "p.grade, p.position, u.key, p.sex, p.phone, p.email FROM person p "
  "LEFT JOIN unit u ON u.id = p.unit_id",
  "SELECT number, number_kind, person_id FROM person_number",
  "SELECT r.id, r.event_id, r.number, r.person_id, r.kind, u.key, r.grade, r.position, r.seat, "
  "r.group_name, r.note, r.withdrawn_at, r.pass_serial, r.state, r.state_at, r.pledge, "
  "r.pledge_at FROM participant r LEFT JOIN unit u ON u.id = r.unit_id",
  "SELECT m.id, m.participant_id, m.session_id, m.state, m.at, m.desk, m.source, m.stand_in, "
  "m.corrects, j.action, j.actor, j.undone_by FROM attendance_mark m "
  "JOIN journal j ON j.id = m.journal_id",
  "SELECT * FROM attendance",
  "SELECT w.event_id, t.name, t.version, w.body FROM pledge_wording w "
  "JOIN pledge_text t ON t.id = w.pledge_text_id",
  "SELECT a.id, a.event_id, a.kind, w.body, a.at, a.desk, a.reader, a.reader_position "
  "FROM pledge_act a JOIN pledge_wording w ON w.id = a.wording_id",
  "SELECT * FROM pledge_witness",
  "SELECT id, event_id, participant_id, act_id, kind, revokes, at, journal_id "
  "FROM pledge",
  "SELECT c.id, c.event_id, c.participant_id, s.name, s.year, s.last, c.number, c.letter_number, "
  "c.issued_at, c.face, c.code, c.revoked_at, c.revoke_reason FROM certificate c "
  "JOIN number_series s ON s.id = c.series_id",
  "SELECT l.kind, l.event_id, l.subject_id FROM ledger_record l WHERE l.kind <> 7",
  "SELECT l.kind, l.subject_id, f.tag, f.value FROM ledger_field f JOIN ledger_record l ON l.idx = f.idx "
  "WHERE f.tag NOT IN (37, 38)",
  "SELECT event_id FROM signing_key WHERE event_id <> 0",
  "SELECT e.id, e.event_id, e.late_after, e.share, e.at, j.action FROM event_rule e "
  "JOIN journal j ON j.id = e.journal_id",
  "SELECT q.id, q.event_id, q.session_id, q.act, q.at, q.desk, q.actor, q.record, j.action "
  "FROM session_closing q JOIN journal j ON j.id = q.journal_id",
  "SELECT id, event_id, session_id, at, desk, actor, source, way, verdict, participant_id, kind, "
  "clue, journal_id FROM scan_log",
};

static IkrarTime
get_now (gpointer user_data)
{
  return ((Replica *) user_data)->now;
}

static void
open_store (Replica *replica, IkrarDbMode mode, const char *desk)
{
  g_autoptr (GError) error = NULL;

  replica->store = ikrar_store_open (replica->path, mode, &error);
  g_assert_no_error (error);
  ikrar_store_set_clock (replica->store, get_now, replica);
  ikrar_store_set_actor (replica->store, "penguji", desk);
}

static void
name_file (Replica *replica, Fixture *fixture)
{
  replica->now = fixture->now;
  replica->path =
      g_strdup_printf ("%s/replica-%08x%08x.db", fixture->folder, g_random_int (), g_random_int ());
}

void
replica_copy (Replica *replica, Fixture *fixture, const char *desk)
{
  g_autoptr (GError) error = NULL;

  name_file (replica, fixture);
  ikrar_db_copy (ikrar_store_get_db (fixture->store), replica->path, &error);
  g_assert_no_error (error);
  open_store (replica, IKRAR_DB_OPEN, desk);
}

void
replica_new (Replica *replica, Fixture *fixture, const char *desk)
{
  name_file (replica, fixture);
  open_store (replica, IKRAR_DB_CREATE, desk);
}

void
replica_close (Replica *replica)
{
  g_clear_pointer (&replica->store, ikrar_store_close);
  g_clear_pointer (&replica->path, g_free);
}

/* A row that is being put down: the number of its table, and where it goes. */
typedef struct
{
  guint table;
  GPtrArray *rows;
} Dump;

static void
add_row (guint n_columns, char *const *names, char *const *values, gpointer data)
{
  Dump *dump = data;
  GString *row = g_string_new (NULL);

  g_string_append_printf (row, "%u", dump->table);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (row, "|%s", values[i] != NULL ? values[i] : "");
  g_ptr_array_add (dump->rows, g_string_free (row, FALSE));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
replica_dump (const char *path)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  Dump dump = { .rows = rows };

  for (; dump.table < G_N_ELEMENTS (tables); dump.table++)
    raw_each (path, tables[dump.table], add_row, &dump);
  g_ptr_array_sort (rows, compare_rows);
  g_ptr_array_add (rows, NULL);
  return g_strjoinv ("\n", (char **) rows->pdata);
}

void
replica_verify (IkrarStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarLedgerReport) report = ikrar_ledger_verify (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (report->problems, i));
  g_assert_true (report->ok);
}

void
replica_assert_same (const char *path, const char *other)
{
  g_autofree char *one = replica_dump (path);
  g_autofree char *two = replica_dump (other);
  g_auto (GStrv) lines = g_strsplit (one, "\n", -1);
  g_auto (GStrv) others = g_strsplit (two, "\n", -1);

  for (guint i = 0; lines[i] != NULL && others[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, others[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
}
