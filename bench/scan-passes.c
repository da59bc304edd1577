/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Scans passes at the desk of a database's only event, and after each scan inserts a bare row into
 * a database beside it, as durably. Prints the microseconds of both, a line a scan, and last the
 * KiB by which the process grew in the second half of them, when the database's cache is full.
 * Usage: scan-passes DATABASE SCANS */

#define G_LOG_DOMAIN "ikrar-bench"

#include <sqlite3.h>
#include <stdlib.h>

#include "desk/desk.h"
#include "resident.h"
#include "store/event.h"
#include "store/pass-issuer.h"

/* People come in no order: a step through the roster that meets everybody once. */
#define STEP 7919

/* The columns of a mark, without what refers to it. */
#define BARE_TABLE                                                                                \
  "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"                                             \
  "CREATE TABLE mark (id INTEGER PRIMARY KEY, participant INTEGER NOT NULL, session INTEGER NOT " \
  "NULL, state TEXT NOT NULL, at INTEGER NOT NULL, desk TEXT NOT NULL, nonce BLOB NOT NULL) STRICT"
#define BARE_INSERT "INSERT INTO mark VALUES (?, ?, 1, 'hadir', 1730937600000, 'Meja A', ?)"

typedef struct
{
  sqlite3 *database;
  sqlite3_stmt *insert;
} Bare;

static void
bare_open (Bare *bare, const char *beside)
{
  g_autofree char *path = g_strconcat (beside, ".bare", NULL);

  g_assert_cmpint (sqlite3_open (path, &bare->database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (bare->database, BARE_TABLE, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (bare->database, BARE_INSERT, -1, &bare->insert, NULL), ==,
                   SQLITE_OK);
}

static void
bare_close (Bare *bare)
{
  sqlite3_finalize (bare->insert);
  sqlite3_close (bare->database);
}

static void
insert_bare (Bare *bare, guint32 number)
{
  guint8 nonce[IKRAR_NONCE_SIZE];

  ikrar_nonce_new (nonce);
  sqlite3_bind_int64 (bare->insert, 1, ikrar_id_new ());
  sqlite3_bind_int64 (bare->insert, 2, number);
  sqlite3_bind_blob (bare->insert, 3, nonce, sizeof nonce, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (bare->insert), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_reset (bare->insert), ==, SQLITE_OK);
}

static void
scan (IkrarDesk *desk, const char *code)
{
  g_auto (IkrarDeskResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (ikrar_desk_scan (desk, code, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (result.verdict, ==, IKRAR_DESK_WELCOME);
}

static void
compare (IkrarDesk *desk, const IkrarPassIssuer *issuer, Bare *bare, guint32 number)
{
  char code[IKRAR_PASS_TEXT_LENGTH + 1];
  gint64 start, between, end;

  ikrar_pass_issuer_code (issuer, number, 1, code);
  start = g_get_monotonic_time ();
  scan (desk, code);
  between = g_get_monotonic_time ();
  insert_bare (bare, number);
  end = g_get_monotonic_time ();
  g_print ("%d %d\n", (int) (between - start), (int) (end - between));
}

static void
run (const char *path, guint n_scans)
{
  g_autoptr (IkrarStore) store = ikrar_store_open (path, IKRAR_DB_OPEN, NULL);
  g_autoptr (GPtrArray) events = ikrar_event_list (store, NULL);
  const IkrarEventLine *line = g_ptr_array_index (events, 0);
  g_autoptr (IkrarPassIssuer) issuer = ikrar_pass_issuer_new (store, line->event->id, NULL);
  g_autoptr (IkrarDesk) desk = ikrar_desk_new (store, line->event->id, 0, NULL);
  Bare bare;
  int warm = 0;

  bare_open (&bare, path);
  for (guint i = 0; i < n_scans; i++)
    {
      if (i == n_scans / 2)
        warm = get_resident ();
      compare (desk, issuer, &bare, (guint32) ((guint64) i * STEP % line->invited + 1));
    }
  g_print ("grew %d\n", get_resident () - warm);
  bare_close (&bare);
}

int
main (int argc, char *argv[])
{
  if (argc != 3)
    {
      g_printerr ("usage: scan-passes DATABASE SCANS\n");
      return EXIT_FAILURE;
    }
  run (argv[1], (guint) g_ascii_strtoull (argv[2], NULL, 10));
  return EXIT_SUCCESS;
}
