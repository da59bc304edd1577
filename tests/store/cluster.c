/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/cluster.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/raw.h"
#include "store/store.h"

/* The account of the throw-away server, and its database for errands. */
#define USER "ikrar"
#define OWN "own"

/* What scripts of tests call as SQLite calls it. */
static const char helpers[] =
    "CREATE FUNCTION public.randomblob(integer) RETURNS bytea LANGUAGE sql AS "
    "'SELECT substring(sha256(CAST(CAST(gen_random_uuid() AS text) AS bytea)) FROM 1 FOR $1)';"
    "CREATE VIEW public.pragma_foreign_key_check AS "
    "SELECT conname FROM pg_constraint WHERE contype = 'f' AND NOT convalidated";

/* One for the program; a process that it forked uses the databases, but starts and stops nothing.
 */
static struct
{
  GSubprocess *process;
  GDataInputStream *answers;
  pid_t owner;
  char *server; /* the address of the program's own server, without a database */
  char *filled; /* name of the database with the schema */
  guint made;
} clusters;

gboolean
cluster_is_wanted (void)
{
  return g_strcmp0 (g_getenv ("IKRAR_TEST_ENGINE"), "postgres") == 0;
}

/* The other end sees the input end, and puts everything away. */
static void
stop (void)
{
  if (clusters.process == NULL || clusters.owner != getpid ())
    return;
  g_output_stream_close (g_subprocess_get_stdin_pipe (clusters.process), NULL, NULL);
  g_subprocess_wait (clusters.process, NULL, NULL);
  g_clear_object (&clusters.answers);
  g_clear_object (&clusters.process);
  g_clear_pointer (&clusters.server, g_free);
  g_clear_pointer (&clusters.filled, g_free);
}

static void
start (void)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "store", "cluster.py", NULL);
  g_autoptr (GError) error = NULL;

  clusters.process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, script, NULL);
  g_assert_no_error (error);
  clusters.answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (clusters.process));
  clusters.owner = getpid ();
  atexit (stop);
}

char **
cluster_tell (const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *said = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (clusters.process == NULL)
    start ();
  said = g_strconcat (line, "\n", NULL);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (clusters.process), said, strlen (said),
                             NULL, NULL, &error);
  g_assert_no_error (error);
  answer = g_data_input_stream_read_line (clusters.answers, NULL, NULL, &error);
  g_assert_no_error (error);
  if (answer == NULL || g_str_has_prefix (answer, "error"))
    g_error ("%s: %s", line, answer != NULL ? answer : "no answer");
  return g_strsplit (answer, " ", -1);
}

static char *
address_of (const char *name)
{
  return g_strdup_printf ("%s/%s", clusters.server, name);
}

static void
run (const char *sql)
{
  g_autofree char *errands = address_of ("postgres");

  raw_run (errands, sql);
}

/* What a desk keeps beside a server's database stands with the server, and goes with it. */
static void
start_own_server (void)
{
  g_auto (GStrv) place = NULL;
  g_autofree char *home = NULL;

  if (clusters.server != NULL)
    return;
  place = cluster_tell ("start " OWN);
  clusters.server = g_strdup_printf ("postgresql://" USER "@%s:%s", place[0], place[1]);
  home = g_build_filename (place[2], "home", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
}

static void
make (const char *name, const char *origin)
{
  g_autofree char *sql =
      g_strdup_printf ("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY", name, origin);

  run (sql);
}

static char *
make_from (const char *origin)
{
  g_autofree char *name = g_strdup_printf ("test_%u_%u", (guint) getpid (), ++clusters.made);

  make (name, origin);
  return address_of (name);
}

char *
cluster_make_empty_database (void)
{
  start_own_server ();
  return make_from ("template0");
}

static void
fill (void)
{
  g_autofree char *uri = cluster_make_empty_database ();
  g_autoptr (GError) error = NULL;
  IkrarStore *store;

  raw_run (uri, helpers);
  raw_forget ();
  store = ikrar_store_open (uri, IKRAR_DB_CREATE, &error);
  g_assert_no_error (error);
  ikrar_store_close (store);
  clusters.filled = g_path_get_basename (uri);
}

char *
cluster_make_database (void)
{
  start_own_server ();
  if (clusters.filled == NULL)
    fill ();
  return make_from (clusters.filled);
}

char *
cluster_copy_database (const char *uri)
{
  g_autofree char *name = g_path_get_basename (uri);

  return make_from (name);
}

void
cluster_replace_database (const char *uri, const char *copy)
{
  g_autofree char *name = g_path_get_basename (uri);
  g_autofree char *origin = g_path_get_basename (copy);

  cluster_drop_database (uri);
  make (name, origin);
}

void
cluster_drop_database (const char *uri)
{
  g_autofree char *name = g_path_get_basename (uri);
  g_autofree char *sql = g_strdup_printf ("DROP DATABASE %s WITH (FORCE)", name);

  run (sql);
}
