/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* How a desk learns what others did to a server's database, and that the server is gone. */

#include <sys/eventfd.h>
#include <unistd.h>

#include "store/cluster.h"
#include "store/context.h"
#include "store/institution.h"
#include "store/process.h"
#include "store/raw.h"

#define HINTS 5
#define FOR_EVER_MS G_MAXINT

static void
on_changed (IkrarContext *context, gpointer changes)
{
  ++*(guint *) changes;
}

/* A server knows who listens to it. */
static void
wait_until_listening (const char *uri)
{
  while (raw_get_int (uri, "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'idle' "
                           "AND application_name = 'ikrar' "
                           "AND (query LIKE 'LISTEN%' OR query LIKE '%change_counter')") == 0)
    g_usleep (1000);
}

/* A context through which the database was read. */
static IkrarContext *
open_context (Fixture *fixture, guint *changes)
{
  IkrarContext *context = ikrar_context_new (fixture->path);
  g_autoptr (GError) error = NULL;
  IkrarStore *store = ikrar_context_lease (context, &error);

  g_assert_no_error (error);
  ikrar_context_give_back (context, store);
  *changes = 0;
  g_signal_connect (context, "changed", G_CALLBACK (on_changed), changes);
  return context;
}

/* One that watches, and has looked once. */
static IkrarContext *
new_context (Fixture *fixture, guint *changes)
{
  IkrarContext *context = open_context (fixture, changes);

  ikrar_context_watch (context);
  wait_until_listening (fixture->path);
  return context;
}

/* What is awaited comes, or the program is ended by whoever runs it. */
static void
wait_for_changes (const guint *changes, guint count)
{
  while (*changes < count)
    g_main_context_iteration (NULL, TRUE);
}

/* Writes until it is killed: the first one may come before anybody listens. */
static int
play_desk (Fixture *fixture, guint number, FILE *out, gpointer unused)
{
  for (guint i = 0; ikrar_setting_set (fixture->store, "uji", i % 2 ? "ya" : "tidak", NULL); i++)
    g_usleep (1000);
  return 1;
}

/* Without a hint this would wait for ever. */
static void
test_hint_wakes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  int wake = eventfd (0, EFD_CLOEXEC);
  int out;
  pid_t pid = process_start (fixture, play_desk, 0, NULL, &out);
  gint64 before;

  fixture_reopen (fixture);
  before = ikrar_db_version (ikrar_store_get_db (fixture->store));
  do
    ikrar_db_wait (ikrar_store_get_db (fixture->store), wake, FOR_EVER_MS, &error);
  while (error == NULL && ikrar_db_version (ikrar_store_get_db (fixture->store)) == before);
  g_assert_no_error (error);
  process_kill (pid, out);
  close (wake);
}

/* A hint may get lost, and some servers give none. */
static void
test_change_without_hint (Fixture *fixture, gconstpointer unused)
{
  guint changes;
  g_autoptr (IkrarContext) context = new_context (fixture, &changes);

  for (guint i = 1; i <= 3; i++)
    {
      raw_run (fixture->path, "UPDATE change_counter SET commits = commits + 1 WHERE slot = 7");
      wait_for_changes (&changes, i);
    }
}

/* What others did after a desk read, and before it began to watch. */
static void
test_change_before_the_watch (Fixture *fixture, gconstpointer unused)
{
  guint changes;
  g_autoptr (IkrarContext) context = open_context (fixture, &changes);

  raw_run (fixture->path, "UPDATE change_counter SET commits = commits + 1 WHERE slot = 7");
  ikrar_context_watch (context);
  wait_for_changes (&changes, 1);
}

static void
assert_written (IkrarContext *context, gpointer fixture)
{
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM setting WHERE name = 'uji'"), ==,
                   1);
}

static void
test_hint_without_change (Fixture *fixture, gconstpointer unused)
{
  guint changes;
  g_autoptr (IkrarContext) context = new_context (fixture, &changes);
  g_autoptr (GError) error = NULL;

  g_signal_connect (context, "changed", G_CALLBACK (assert_written), fixture);
  for (guint i = 0; i < HINTS; i++)
    {
      raw_run (fixture->path, "NOTIFY ikrar");
      g_usleep (20000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  ikrar_setting_set (fixture->store, "uji", "ya", &error);
  g_assert_no_error (error);
  wait_for_changes (&changes, 1);
}

static void
wait_for_link (IkrarContext *context, IkrarLink link)
{
  while (ikrar_context_get_link (context) != link)
    g_main_context_iteration (NULL, TRUE);
}

/* The server stops and is there again, twice: it is told, and what changed meanwhile too. */
static void
test_link (void)
{
  g_auto (GStrv) place = cluster_tell ("start moody");
  g_autofree char *uri = g_strdup_printf ("postgresql://ikrar@%s:%s/postgres", place[0], place[1]);
  Fixture fixture = { .path = uri };
  guint changes;
  g_autoptr (IkrarContext) context = new_context (&fixture, &changes);

  g_assert_cmpint (ikrar_context_get_link (context), ==, IKRAR_LINK_SHARED);
  for (guint i = 1; i <= 2; i++)
    {
      g_strfreev (cluster_tell ("stop moody"));
      wait_for_link (context, IKRAR_LINK_OFFLINE);
      g_strfreev (cluster_tell ("again moody"));
      wait_for_link (context, IKRAR_LINK_SHARED);
      wait_for_changes (&changes, i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/live/hint-wakes", test_hint_wakes);
  fixture_test ("/store/live/change-without-hint", test_change_without_hint);
  fixture_test ("/store/live/change-before-the-watch", test_change_before_the_watch);
  fixture_test ("/store/live/hint-without-change", test_hint_without_change);
  g_test_add_func ("/store/live/link", test_link);
  return g_test_run ();
}
