/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/context.h"

#include "store/backup.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/institution.h"

#define THREADS 6
#define COMMITS 25
#define WAIT_MS 2000

/* Counts `changed`, and sees that it comes on the main thread. */
typedef struct
{
  GThread *thread;
  guint count;
} Listener;

static void
on_changed (IkrarContext *context, gpointer user_data)
{
  Listener *listener = user_data;

  g_assert_true (g_thread_self () == listener->thread);
  listener->count++;
}

static IkrarContext *
new_context (Fixture *fixture, Listener *listener)
{
  IkrarContext *context = ikrar_context_new (fixture->path);

  *listener = (Listener){ .thread = g_thread_self () };
  g_signal_connect (context, "changed", G_CALLBACK (on_changed), listener);
  return context;
}

static gboolean
on_timeout (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run for a while; less if something changed. */
static void
run_loop (Listener *listener, guint ms)
{
  gboolean late = FALSE;
  guint before = listener->count;
  guint source = g_timeout_add (ms, on_timeout, &late);

  while (!late && listener->count == before)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (source);
}

static void
commit (IkrarStore *store, const char *value)
{
  g_autoptr (GError) error = NULL;

  ikrar_setting_set (store, "uji", value, &error);
  g_assert_no_error (error);
}

static gpointer
work (gpointer user_data)
{
  IkrarContext *context = user_data;

  for (guint i = 0; i < COMMITS; i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarStore *store = ikrar_context_lease (context, &error);

      g_assert_no_error (error);
      commit (store, "kerja");
      ikrar_context_give_back (context, store);
    }
  return NULL;
}

static void
test_threads (Fixture *fixture, gconstpointer unused)
{
  Listener listener;
  g_autoptr (IkrarContext) context = new_context (fixture, &listener);
  GThread *threads[THREADS];

  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("pekerja", work, context);
  for (guint i = 0; i < THREADS; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (listener.count, ==, 0);
  run_loop (&listener, WAIT_MS);
  run_loop (&listener, 50);
  /* All of them together are one signal. */
  g_assert_cmpuint (listener.count, ==, 1);
  g_assert_cmpint (
      fixture_count (fixture, "SELECT COUNT(*) FROM journal WHERE action = 'setting.edit'"), ==,
      THREADS * COMMITS);
}

static void
test_used_again (Fixture *fixture, gconstpointer unused)
{
  Listener listener;
  g_autoptr (IkrarContext) context = new_context (fixture, &listener);
  IkrarStore *first = ikrar_context_lease (context, NULL);
  IkrarStore *second = ikrar_context_lease (context, NULL);

  g_assert_true (first != second);
  ikrar_context_give_back (context, first);
  g_assert_true (ikrar_context_lease (context, NULL) == first);
  ikrar_context_give_back (context, first);
  ikrar_context_give_back (context, second);
  g_assert_cmpstr (ikrar_context_get_uri (context), ==, fixture->path);
}

/* Whoever forgets to end a transaction does not hand it to the next one. */
static void
test_open_transaction (Fixture *fixture, gconstpointer unused)
{
  Listener listener;
  g_autoptr (IkrarContext) context = new_context (fixture, &listener);
  IkrarStore *store = ikrar_context_lease (context, NULL);

  g_assert_true (ikrar_db_begin (ikrar_store_get_db (store), NULL));
  ikrar_context_give_back (context, store);
  store = ikrar_context_lease (context, NULL);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (store)));
  commit (fixture->store, "bebas");
  ikrar_context_give_back (context, store);
}

static void
test_not_a_database (Fixture *fixture, gconstpointer unused)
{
  Listener listener;
  g_autoptr (IkrarContext) context = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "bukan", -1, NULL));
  context = new_context (fixture, &listener);
  ikrar_context_watch (context);
  g_assert_null (ikrar_context_lease (context, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FOREIGN);
}

static void
start_watching (IkrarContext *context, Listener *listener)
{
  IkrarStore *store = ikrar_context_lease (context, NULL);

  ikrar_context_give_back (context, store);
  ikrar_context_watch (context);
  run_loop (listener, 1200);
  g_assert_cmpuint (listener->count, ==, 0);
}

/* Another process wrote: within two seconds it is known, once. The other one is a program of its
 * own, since a connection must not cross a fork. */
static void
test_another_process (Fixture *fixture, gconstpointer unused)
{
  Listener listener;
  g_autoptr (IkrarContext) context = NULL;
  char *arguments[] = { (char *) "/proc/self/exe", (char *) "--write", fixture->path, NULL };
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  context = new_context (fixture, &listener);
  start_watching (context, &listener);
  g_assert_true (
      g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  run_loop (&listener, WAIT_MS);
  g_assert_cmpuint (listener.count, ==, 1);
  run_loop (&listener, 1500);
  g_assert_cmpuint (listener.count, ==, 1);
}

/* What we committed ourselves is not told again by the watcher. */
static void
test_own_commit_once (Fixture *fixture, gconstpointer unused)
{
  Listener listener;
  g_autoptr (IkrarContext) context = new_context (fixture, &listener);
  IkrarStore *store;

  start_watching (context, &listener);
  store = ikrar_context_lease (context, NULL);
  commit (store, "sendiri");
  ikrar_context_give_back (context, store);
  run_loop (&listener, WAIT_MS);
  g_assert_cmpuint (listener.count, ==, 1);
  run_loop (&listener, 2500);
  g_assert_cmpuint (listener.count, ==, 1);
}

/* The database is replaced: what was leased before is not used again. */
static void
test_close (Fixture *fixture, gconstpointer unused)
{
  Listener listener;
  g_autoptr (IkrarContext) context = new_context (fixture, &listener);
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = g_build_filename (fixture->folder, "cadangan.db", NULL);
  g_autofree char *value = NULL;
  IkrarStore *first = ikrar_context_lease (context, &error);
  IkrarStore *second = ikrar_context_lease (context, &error);

  commit (first, "lama");
  g_assert_true (ikrar_backup_write (first, backup, NULL, NULL, &error));
  commit (first, "baru");
  ikrar_context_watch (context);
  ikrar_context_give_back (context, first);
  ikrar_context_close (context);
  fixture_close (fixture);
  g_assert_false (ikrar_backup_restore (backup, NULL, fixture->path, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_BUSY);
  g_clear_error (&error);
  ikrar_context_give_back (context, second);
  g_assert_true (ikrar_backup_restore (backup, NULL, fixture->path, &error));
  g_assert_no_error (error);
  first = ikrar_context_lease (context, &error);
  value = ikrar_setting_get (first, "uji", &error);
  g_assert_cmpstr (value, ==, "lama");
  ikrar_context_give_back (context, first);
}

/* The other program of test_another_process(). */
static int
write_once (const char *path)
{
  g_autoptr (IkrarStore) store = ikrar_store_open (path, IKRAR_DB_OPEN, NULL);

  return store != NULL && ikrar_setting_set (store, "uji", "meja lain", NULL) ? 0 : 1;
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_once (argv[2]);
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/context/threads", test_threads);
  fixture_test ("/store/context/used-again", test_used_again);
  fixture_test ("/store/context/open-transaction", test_open_transaction);
  fixture_add_file_test ("/store/context/not-a-database", test_not_a_database);
  fixture_test ("/store/context/another-process", test_another_process);
  fixture_test ("/store/context/own-commit-once", test_own_commit_once);
  fixture_add_file_test ("/store/context/close", test_close);
  return g_test_run ();
}
