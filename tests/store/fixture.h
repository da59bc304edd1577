/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"
#include "store/participant.h"
#include "store/person.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * Fixture:
 * @folder: a temporary folder, removed with everything in it
 * @path: a database in it, or the address of one on a server
 * @store: the database, open, its clock standing at @now
 *
 * A real database for one test.
 */
typedef struct
{
  char *folder;
  char *path;
  IkrarStore *store;
  IkrarTime now;
} Fixture;

/* 7 November 2024, 08.00 WITA, half an hour before the event of fixture_add_event(). */
#define FIXTURE_NOW G_GINT64_CONSTANT (1730937600000)

void fixture_set_up (Fixture *fixture, gconstpointer unused);
void fixture_set_up_on_disk (Fixture *fixture, gconstpointer unused);
void fixture_tear_down (Fixture *fixture, gconstpointer unused);

static inline void
fixture_clear (Fixture *fixture)
{
  fixture_tear_down (fixture, NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Adds a test that runs with a fresh database. */
#define fixture_test(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* The same for tests that are about the file of a database: a server has none, so that there is no
 * such test when the program runs on one. The second function puts the file on the disk. */
typedef void (*FixtureFunc) (Fixture *fixture, gconstpointer unused);
void fixture_add_file_test (const char *path, FixtureFunc function);
void fixture_add_disk_test (const char *path, FixtureFunc function);

/* Closes the database and opens it anew, as another start of the program does. */
void fixture_close (Fixture *fixture);
void fixture_reopen (Fixture *fixture);

/* Closes the database, and keeps a copy of it as it is now; puts the copy back and opens it. */
char *fixture_keep (Fixture *fixture);
void fixture_put_back (Fixture *fixture, const char *copy);

/* A random source whose seed is printed. */
GRand *fixture_rand (guint32 seed);

/* An event of today; 0 never comes back. */
IkrarId fixture_add_event (Fixture *fixture, const char *title);

/* Somebody of the register, and on the roster of @event. */
IkrarId fixture_add_person (Fixture *fixture, const char *number, const char *name);
IkrarId fixture_add_participant (Fixture *fixture, IkrarId event, const char *name);

/* People on the roster, named "Peserta 1" and so on by their number there, present if @present. */
GArray *fixture_add_participants (Fixture *fixture, IkrarId event, guint count, gboolean present);

void fixture_check_in (Fixture *fixture, IkrarId participant);

/* One number by a plain SQL text, through a connection of its own. */
gint64 fixture_count (Fixture *fixture, const char *sql);

/* Runs plain SQL behind the program's back, guards switched off: what an attacker would do. */
void fixture_tamper (Fixture *fixture, const char *sql);

/* Every table as text, to see that nothing changed. */
char *fixture_dump (Fixture *fixture);

/* As above without the journal, append-only tables and number series: what an undo restores. Marks
 * that say "nothing recorded" and removed events are left out. */
char *fixture_dump_state (Fixture *fixture);

/* Removes a folder with everything in it. */
void fixture_remove_tree (const char *path);

/* SHA-256 of a file's bytes, "" if there is none. */
char *fixture_digest (const char *path);

/* Whether bytes stand anywhere in a file. */
gboolean fixture_file_has (const char *path, const char *text);

/* A count of the files of a folder whose name has @part. */
guint fixture_count_files (const char *folder, const char *part);

G_END_DECLS
