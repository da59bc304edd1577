/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/link-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/cluster.h"
#include "store/db.h"
#include "store/migration.h"
#include "store/raw.h"
#include "store/store.h"

/* A server that lets in as servers of an office do, and a standby of it. */
static struct
{
  char *port;
  char *folder;
  char *standby;   /* its port */
  char *closed;    /* a port where nobody is */
  GSocket *silent; /* somebody who takes calls and never answers */
  char *silent_port;
} place;

static const char hba[] = "local all all trust\n"
                          "host all ikrar 127.0.0.1/32 trust\n"
                          "host replication ikrar 127.0.0.1/32 trust\n"
                          "host all pembaca,tamu 127.0.0.1/32 trust\n"
                          "hostssl all terkunci 127.0.0.1/32 scram-sha-256\n"
                          "host all kantor 127.0.0.1/32 scram-sha-256\n";

static const char people[] =
    "CREATE ROLE kantor LOGIN PASSWORD 'rahasia'; CREATE ROLE terkunci LOGIN PASSWORD 'rahasia';"
    "CREATE ROLE pembaca LOGIN; CREATE ROLE tamu LOGIN; CREATE ROLE orang_luar LOGIN";

static const char rights[] =
    "GRANT USAGE ON SCHEMA ikrar TO kantor, terkunci, pembaca;"
    "GRANT SELECT ON ALL TABLES IN SCHEMA ikrar TO kantor, terkunci, pembaca;"
    "GRANT INSERT ON ALL TABLES IN SCHEMA ikrar TO kantor, terkunci";

static char *
admin (const char *database)
{
  return g_strdup_printf ("postgresql://ikrar@127.0.0.1:%s/%s", place.port, database);
}

static void
run (const char *database, const char *sql)
{
  g_autofree char *uri = admin (database);

  raw_run (uri, sql);
}

/* Gives a file to the account that the server runs under. */
static void
give_away (const char *path)
{
  GStatBuf folder;

  g_assert_cmpint (g_stat (place.folder, &folder), ==, 0);
  if (getuid () == 0)
    g_assert_cmpint (chown (path, folder.st_uid, folder.st_gid), ==, 0);
}

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (place.folder, "data", name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  give_away (path);
}

/* A certificate that signs itself, for the name localhost; its authority is the same file. */
static void
make_certificate (const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s/data/%s.key", place.folder, name);
  g_autofree char *certificate = g_strdup_printf ("%s/data/%s.crt", place.folder, name);
  const char *words[] = { "openssl",
                          "req",
                          "-x509",
                          "-newkey",
                          "ec",
                          "-pkeyopt",
                          "ec_paramgen_curve:P-256",
                          "-nodes",
                          "-days",
                          "2",
                          "-subj",
                          "/CN=localhost",
                          "-addext",
                          "subjectAltName=DNS:localhost",
                          "-keyout",
                          key,
                          "-out",
                          certificate,
                          NULL };
  int status = -1;

  g_assert_true (
      g_spawn_sync (NULL, (char **) words, NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (g_chmod (key, 0600), ==, 0);
  give_away (key);
  give_away (certificate);
}

static void
make_databases (void)
{
  static const char *const names[] = { "isi", "masa_depan", "kosong", "terbatas" };
  g_autofree char *newer =
      g_strdup_printf ("UPDATE ikrar.writer SET schema = %d", ikrar_migration_newest () + 1);

  run ("postgres", people);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sql = g_strdup_printf ("CREATE DATABASE %s", names[i]);

      run ("postgres", sql);
    }
  run ("postgres", "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
  run ("postgres", "REVOKE CONNECT ON DATABASE terbatas FROM PUBLIC");
  run ("postgres", "GRANT CREATE ON DATABASE kosong TO kantor");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *uri = admin (names[i]);
      g_autoptr (GError) error = NULL;
      IkrarStore *store = ikrar_store_open (uri, IKRAR_DB_CREATE, &error);

      g_assert_no_error (error);
      ikrar_store_close (store);
      run (names[i], rights);
    }
  run ("masa_depan", newer);
}

/* A port that was free a moment ago, on which somebody listens or not. */
static char *
take_port (GSocket **socket)
{
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) taken = NULL;

  *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_assert_true (g_socket_bind (*socket, any, FALSE, NULL));
  taken = g_socket_get_local_address (*socket, NULL);
  return g_strdup_printf ("%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken)));
}

static void
set_up (void)
{
  g_auto (GStrv) words = cluster_tell ("start kantor");
  g_auto (GStrv) standby = NULL;
  g_autofree char *home = NULL;
  GSocket *unheard; /* bound, not listening: refuses, and nobody else gets the port */

  place.port = g_strdup (words[1]);
  place.folder = g_strdup (words[2]);
  home = g_build_filename (place.folder, "home", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  make_certificate ("server");
  make_certificate ("lain");
  make_databases ();
  write_file ("pg_hba.conf", hba);
  standby = cluster_tell ("standby cadangan kantor");
  place.standby = g_strdup (standby[1]);
  run ("postgres", "ALTER SYSTEM SET ssl = on"); /* the standby stays without */
  run ("postgres", "SELECT pg_reload_conf()");
  place.closed = take_port (&unheard);
  place.silent_port = take_port (&place.silent);
  g_assert_true (g_socket_listen (place.silent, NULL));
}

/* $P $S $C are the ports of the server, its standby and nobody; $D is its folder. */
static char *
fill_in (const char *pattern)
{
  GString *uri = g_string_new (pattern);

  g_string_replace (uri, "$P", place.port, 0);
  g_string_replace (uri, "$S", place.standby, 0);
  g_string_replace (uri, "$C", place.closed, 0);
  g_string_replace (uri, "$D", place.folder, 0);
  return g_string_free (uri, FALSE);
}

#define GOOD "postgresql://kantor@127.0.0.1:$P/isi?sslmode=disable"
#define VERIFIED "postgresql://kantor@localhost:$P/isi?hostaddr=127.0.0.1&sslmode=verify-full"

static const struct
{
  const char *name;
  const char *uri;
  const char *password;
  IkrarLinkTestStep failed;
} cases[] = {
  { "everything right", GOOD, "rahasia", IKRAR_LINK_TEST_PASSED },
  { "not to be read", "postgresql://[::1", "", IKRAR_LINK_TEST_ADDRESS },
  { "a password in it", "postgresql://kantor:rahasia@127.0.0.1:$P/isi", NULL,
    IKRAR_LINK_TEST_ADDRESS },
  { "no such port", "postgresql://kantor@127.0.0.1:70000/isi", NULL, IKRAR_LINK_TEST_ADDRESS },
  { "no such encryption", "postgresql://kantor@127.0.0.1:$P/isi?sslmode=kuat", NULL,
    IKRAR_LINK_TEST_ADDRESS },
  { "an unknown name", "postgresql://kantor@tidak-ada.invalid:$P/isi", NULL, IKRAR_LINK_TEST_HOST },
  { "nobody at the port", "postgresql://kantor@127.0.0.1:$C/isi", NULL, IKRAR_LINK_TEST_REACH },
  { "no socket", "postgresql://kantor@/isi?host=$D/tidak-ada", NULL, IKRAR_LINK_TEST_REACH },
  { "a socket", "postgresql://ikrar@/isi?host=$D&port=$P", NULL, IKRAR_LINK_TEST_PASSED },
  { "encrypted and verified", VERIFIED "&sslrootcert=$D/data/server.crt", "rahasia",
    IKRAR_LINK_TEST_PASSED },
  { "no file of the authority", VERIFIED "&sslrootcert=$D/data/tidak-ada.crt", "rahasia",
    IKRAR_LINK_TEST_TLS },
  { "another authority", VERIFIED "&sslrootcert=$D/data/lain.crt", "rahasia", IKRAR_LINK_TEST_TLS },
  { "another name",
    "postgresql://kantor@127.0.0.1:$P/isi?sslmode=verify-full&sslrootcert=$D/data/server.crt",
    "rahasia", IKRAR_LINK_TEST_TLS },
  { "a server without encryption", "postgresql://kantor@127.0.0.1:$S/isi?sslmode=require",
    "rahasia", IKRAR_LINK_TEST_TLS },
  { "a wrong password", GOOD, "salah", IKRAR_LINK_TEST_LOGIN },
  { "no password", GOOD, NULL, IKRAR_LINK_TEST_LOGIN },
  { "an unknown user", "postgresql://siapa@127.0.0.1:$P/isi?sslmode=disable", "rahasia",
    IKRAR_LINK_TEST_LOGIN },
  { "a user from elsewhere", "postgresql://orang_luar@127.0.0.1:$P/isi", "rahasia",
    IKRAR_LINK_TEST_LOGIN },
  { "encryption left out", "postgresql://terkunci@127.0.0.1:$P/isi?sslmode=disable", "rahasia",
    IKRAR_LINK_TEST_LOGIN },
  { "encryption not left out", "postgresql://terkunci@127.0.0.1:$P/isi?sslmode=require", "rahasia",
    IKRAR_LINK_TEST_PASSED },
  { "an unknown database", "postgresql://kantor@127.0.0.1:$P/tidak_ada?sslmode=disable", "rahasia",
    IKRAR_LINK_TEST_DATABASE },
  { "a closed database", "postgresql://kantor@127.0.0.1:$P/terbatas?sslmode=disable", "rahasia",
    IKRAR_LINK_TEST_DATABASE },
  { "another encoding", "postgresql://ikrar@127.0.0.1:$P/latin", NULL, IKRAR_LINK_TEST_SCHEMA },
  { "a newer version", "postgresql://kantor@127.0.0.1:$P/masa_depan?sslmode=disable", "rahasia",
    IKRAR_LINK_TEST_SCHEMA },
  { "a login without a role", "postgresql://tamu@127.0.0.1:$P/isi", NULL, IKRAR_LINK_TEST_SCHEMA },
  { "only reading", "postgresql://pembaca@127.0.0.1:$P/isi", NULL, IKRAR_LINK_TEST_RIGHTS },
  { "nothing there, and no leave to make it", "postgresql://tamu@127.0.0.1:$P/kosong", NULL,
    IKRAR_LINK_TEST_RIGHTS },
  { "nothing there yet", "postgresql://kantor@127.0.0.1:$P/kosong?sslmode=disable", "rahasia",
    IKRAR_LINK_TEST_PASSED },
  { "a standby", "postgresql://ikrar@127.0.0.1:$S/isi", NULL, IKRAR_LINK_TEST_RIGHTS },
  { "a standby and its server", "postgresql://ikrar@127.0.0.1:$S,127.0.0.1:$P/isi", NULL,
    IKRAR_LINK_TEST_PASSED },
  { "one server of two", "postgresql://ikrar@127.0.0.1:$C,127.0.0.1:$P/isi", NULL,
    IKRAR_LINK_TEST_PASSED },
  { "two servers that are off", "postgresql://ikrar@tidak-ada.invalid,127.0.0.1:$C/isi", NULL,
    IKRAR_LINK_TEST_REACH },
};

static void
test_which_step_fails (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = fill_in (cases[i].uri);
      g_autoptr (IkrarLinkTest) test = ikrar_link_test_run (uri, cases[i].password, NULL);
      gboolean passed = cases[i].failed == IKRAR_LINK_TEST_PASSED;

      g_test_message ("%s: %s %s", cases[i].name, test->cause, test->advice);
      g_assert_cmpint (test->failed, ==, cases[i].failed);
      g_assert_cmpint (*test->cause == '\0', ==, passed);
      g_assert_cmpint (*test->advice == '\0', ==, passed);
      g_assert_cmpint (test->readable, ==,
                       (passed && !test->empty) || g_str_equal (cases[i].name, "only reading"));
      g_assert_null (strstr (test->cause, "rahasia"));
      g_assert_null (strstr (test->cause, "\n"));
      g_assert_cmpint (*test->remark != '\0', ==, g_str_equal (cases[i].name, "one server of two"));
    }
}

static void
test_encryption_is_told (void)
{
  g_autofree char *plain = fill_in (GOOD);
  g_autofree char *verified = fill_in (VERIFIED "&sslrootcert=$D/data/server.crt");
  g_autoptr (IkrarLinkTest) one = ikrar_link_test_run (plain, "rahasia", NULL);
  g_autoptr (IkrarLinkTest) other = ikrar_link_test_run (verified, "rahasia", NULL);

  g_assert_false (one->encrypted);
  g_assert_true (other->encrypted);
}

/* A test looks only: what was empty stays so. */
static void
test_nothing_is_made (void)
{
  g_autofree char *uri = fill_in ("postgresql://ikrar@127.0.0.1:$P/kosong");
  g_autoptr (IkrarLinkTest) test = ikrar_link_test_run (uri, NULL, NULL);

  g_assert_cmpint (test->failed, ==, IKRAR_LINK_TEST_PASSED);
  g_assert_true (test->empty);
  g_assert_cmpint (raw_get_int (uri, "SELECT COUNT(*) FROM pg_namespace WHERE nspname = 'ikrar'"),
                   ==, 0);
}

static void
test_the_password_that_is_kept (void)
{
  g_autofree char *uri = fill_in (GOOD);
  g_autoptr (IkrarLinkTest) test = NULL;

  ikrar_db_set_password (uri, "rahasia");
  test = ikrar_link_test_run (uri, NULL, NULL);
  ikrar_db_set_password (uri, NULL);
  g_assert_cmpint (test->failed, ==, IKRAR_LINK_TEST_PASSED);
}

/* Stopped at a step, by whom it tells of it. */
typedef struct
{
  guint64 at;
  guint64 last;
  GCancellable *cancellable;
} Watch;

static void
on_step (guint64 done, guint64 total, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpuint (total, ==, IKRAR_LINK_TEST_PASSED);
  g_assert_cmpuint (done, >=, watch->last);
  watch->last = done;
  if (done == watch->at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_it_can_be_stopped (void)
{
  g_autofree char *silent =
      g_strdup_printf ("postgresql://ikrar@127.0.0.1:%s/isi", place.silent_port);
  g_autofree char *good = fill_in ("postgresql://ikrar@127.0.0.1:$P/isi");

  for (guint64 step = 0; step < IKRAR_LINK_TEST_PASSED; step++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Watch watch = { step, 0, cancellable };
      const IkrarProgress progress = { on_step, &watch, cancellable };
      const char *uri = step == IKRAR_LINK_TEST_TLS ? silent : good;

      if (step == IKRAR_LINK_TEST_DATABASE)
        continue; /* The server answers it together with the login. */
      g_assert_null (ikrar_link_test_run (uri, NULL, &progress));
      g_assert_cmpuint (watch.last, >=, step);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/link-test/step", test_which_step_fails);
  g_test_add_func ("/link-test/encrypted", test_encryption_is_told);
  g_test_add_func ("/link-test/nothing-made", test_nothing_is_made);
  g_test_add_func ("/link-test/kept-password", test_the_password_that_is_kept);
  g_test_add_func ("/link-test/stopped", test_it_can_be_stopped);
  status = g_test_run ();
  raw_forget ();
  return status;
}
