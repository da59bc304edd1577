/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/link-test.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gi18n-lib.h>

#include "store/db.h"
#include "store/link-test-private.h"
#include "store/postgres-private.h"

#define REACH_TIMEOUT_S 4
#define DEFAULT_PORT "5432"
#define DEFAULT_SOCKETS "/var/run/postgresql"

/* What the address says of its servers: lists that run side by side. */
typedef struct
{
  char **hosts;
  char **addresses; /* in place of looking names up; may be empty */
  char **ports;     /* one for all, or one each; may be empty */
  char *ca_file;
} Servers;

static void
servers_free (Servers *servers)
{
  g_strfreev (servers->hosts);
  g_strfreev (servers->addresses);
  g_strfreev (servers->ports);
  g_free (servers->ca_file);
  g_free (servers);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Servers, servers_free)

static IkrarLinkTest *
new_test (void)
{
  IkrarLinkTest *test = g_new0 (IkrarLinkTest, 1);

  test->failed = IKRAR_LINK_TEST_PASSED;
  test->cause = g_strdup ("");
  test->advice = g_strdup ("");
  test->remark = g_strdup ("");
  return test;
}

void
ikrar_link_test_free (IkrarLinkTest *test)
{
  if (test == NULL)
    return;
  g_free (test->cause);
  g_free (test->advice);
  g_free (test->remark);
  g_free (test);
}

static void
set_failed (IkrarLinkTest *test, IkrarLinkTestStep step, const char *cause, const char *advice)
{
  test->failed = step;
  g_free (test->cause);
  test->cause = g_strdup (cause);
  g_free (test->advice);
  test->advice = g_strdup (advice);
}

static gboolean
is_stopped (const IkrarProgress *progress)
{
  return progress != NULL && g_cancellable_is_cancelled (progress->cancellable);
}

gboolean
_ikrar_link_trial_begin (IkrarLinkTrial *trial, IkrarLinkTestStep step)
{
  const IkrarProgress *progress = trial->progress;

  /* What is not reached does not hold either. */
  trial->test->failed = step;
  if (is_stopped (progress))
    return FALSE;
  if (progress != NULL && progress->report != NULL)
    progress->report (step, IKRAR_LINK_TEST_PASSED, progress->user_data);
  return TRUE;
}

gboolean
_ikrar_link_trial_fail (IkrarLinkTrial *trial,
                        IkrarLinkTestStep step,
                        const char *cause,
                        const char *advice)
{
  set_failed (trial->test, step, cause, advice);
  return FALSE;
}

static char **
split (PQconninfoOption *options, const char *name, const char *none)
{
  const char *text = _ikrar_postgres_option (options, name);

  return g_strsplit (*text != '\0' ? text : none, ",", -1);
}

/* NULL if the address cannot be read; then @cause says why. */
static Servers *
read_servers (const char *uri, char **cause)
{
  g_autoptr (GError) error = NULL;
  PQconninfoOption *options;
  Servers *servers;

  if (!_ikrar_postgres_check_uri (uri, &error))
    {
      *cause = g_strdup (error->message);
      return NULL;
    }
  options = PQconninfoParse (uri, NULL);
  servers = g_new0 (Servers, 1);
  servers->addresses = split (options, "hostaddr", "");
  servers->hosts = split (options, "host", servers->addresses[0] != NULL ? "" : DEFAULT_SOCKETS);
  servers->ports = split (options, "port", "");
  servers->ca_file = g_strdup (_ikrar_postgres_option (options, "sslrootcert"));
  PQconninfoFree (options);
  return servers;
}

/* The n-th of a list, or the only one. */
static const char *
pick (char **list, guint n)
{
  guint length = g_strv_length (list);

  if (length == 0)
    return "";
  return list[n < length ? n : length - 1];
}

static char *
look_up (IkrarLinkTrial *trial, GCancellable *cancellable)
{
  g_autoptr (GResolver) resolver = g_resolver_get_default ();
  g_autoptr (GError) error = NULL;
  GList *found = g_resolver_lookup_by_name (resolver, trial->host, cancellable, &error);
  char *address;

  if (found == NULL)
    {
      _ikrar_link_trial_fail (
          trial, IKRAR_LINK_TEST_HOST, error->message,
          _ ("Check how the server is spelled, and that this computer is in the office's network. "
             "Its number (such as 10.0.0.5) does as well."));
      return NULL;
    }
  address = g_inet_address_to_string (found->data);
  g_resolver_free_addresses (found);
  return address;
}

static const char *
advise_unreachable (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    return _ ("The computer is there, but no PostgreSQL answers at this port: check the port, "
              "whether the server was started, and its setting listen_addresses.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return _ ("Nothing comes back: the server is off, in another network, or a firewall is in "
              "between. Check the cable or the wireless network first.");
  return _ ("Check the network of this computer first, then whether the server is on.");
}

/* Every address of a name is tried; the one that answers is kept. */
static gboolean
reach (IkrarLinkTrial *trial, GCancellable *cancellable)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnectable) target = NULL;
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_client_set_timeout (client, REACH_TIMEOUT_S);
  g_socket_client_set_enable_proxy (client, FALSE);
  if (trial->address == NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/.s.PGSQL.%u", trial->host, trial->port);

      target = G_SOCKET_CONNECTABLE (g_unix_socket_address_new (path));
    }
  else
    target =
        g_network_address_new (*trial->host != '\0' ? trial->host : trial->address, trial->port);
  connection = g_socket_client_connect (client, target, cancellable, &error);
  if (connection == NULL)
    return _ikrar_link_trial_fail (trial, IKRAR_LINK_TEST_REACH, error->message,
                                   advise_unreachable (error));
  address = g_socket_connection_get_remote_address (connection, NULL);
  if (trial->address != NULL && G_IS_INET_SOCKET_ADDRESS (address))
    {
      g_free (trial->address);
      trial->address = g_inet_address_to_string (
          g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
    }
  return TRUE;
}

static gboolean
find_server (IkrarLinkTrial *trial, const char *address)
{
  GCancellable *cancellable = trial->progress != NULL ? trial->progress->cancellable : NULL;

  if (!_ikrar_link_trial_begin (trial, IKRAR_LINK_TEST_HOST))
    return FALSE;
  if (*address != '\0')
    trial->address = g_strdup (address);
  else if (!g_path_is_absolute (trial->host) && *trial->host != '@' &&
           (trial->address = look_up (trial, cancellable)) == NULL)
    return FALSE;
  return _ikrar_link_trial_begin (trial, IKRAR_LINK_TEST_REACH) && reach (trial, cancellable);
}

static gboolean
try_server (IkrarLinkTrial *trial, const Servers *servers, guint n)
{
  const char *port_text = pick (servers->ports, n);
  guint64 port;
  PGconn *link;
  gboolean good;

  if (!_ikrar_link_trial_begin (trial, IKRAR_LINK_TEST_ADDRESS))
    return FALSE;
  if (!g_ascii_string_to_unsigned (*port_text != '\0' ? port_text : DEFAULT_PORT, 10, 1,
                                   G_MAXUINT16, &port, NULL))
    return _ikrar_link_trial_fail (
        trial, IKRAR_LINK_TEST_ADDRESS, _ ("The port is no number from 1 to 65535."),
        _ ("Take 5432 if the server's administrator says nothing else."));
  trial->host = pick (servers->hosts, n);
  trial->port = (guint16) port;
  if (!find_server (trial, n < g_strv_length (servers->addresses) ? servers->addresses[n] : ""))
    return FALSE;
  link = _ikrar_link_trial_connect (trial);
  if (link == NULL)
    return FALSE;
  good = _ikrar_link_trial_look (trial, link);
  PQfinish (link);
  if (good)
    trial->test->failed = IKRAR_LINK_TEST_PASSED;
  return good;
}

static IkrarLinkTest *
test_server (const char *uri,
             const char *password,
             const IkrarProgress *progress,
             const Servers *servers,
             guint n)
{
  IkrarLinkTrial trial = { uri, password, progress, new_test (), NULL, NULL, 0, servers->ca_file };

  try_server (&trial, servers, n);
  g_free (trial.address);
  return trial.test;
}

/* A server that does not serve now is no harm while another one does, but no help either. */
static void
remark (IkrarLinkTest *best, const IkrarLinkTest *other, const char *host)
{
  if (best->failed != IKRAR_LINK_TEST_PASSED || other->failed >= IKRAR_LINK_TEST_RIGHTS)
    return;
  g_free (best->remark);
  /* Translators: %1$s is the name of a server, %2$s says what is wrong with it. */
  best->remark = g_strdup_printf (_ ("%1$s could not take over now: %2$s"), host, other->cause);
}

static IkrarLinkTest *
test_servers (const char *uri,
              const char *password,
              const IkrarProgress *progress,
              const Servers *servers)
{
  guint n = MAX (g_strv_length (servers->hosts), g_strv_length (servers->addresses));
  IkrarLinkTest *best = NULL;

  for (guint i = 0; i < n && !is_stopped (progress); i++)
    {
      IkrarLinkTest *test = test_server (uri, password, progress, servers, i);

      if (best == NULL || test->failed > best->failed)
        {
          if (best != NULL)
            remark (test, best, pick (servers->hosts, i - 1));
          ikrar_link_test_free (best);
          best = test;
          continue;
        }
      remark (best, test, pick (servers->hosts, i));
      ikrar_link_test_free (test);
    }
  if (is_stopped (progress))
    g_clear_pointer (&best, ikrar_link_test_free);
  return best;
}

IkrarLinkTest *
ikrar_link_test_run (const char *uri, const char *password, const IkrarProgress *progress)
{
  g_autofree char *known = password != NULL ? g_strdup (password) : _ikrar_postgres_password (uri);
  g_autofree char *cause = NULL;
  g_autoptr (Servers) servers = read_servers (uri, &cause);
  IkrarLinkTest *test;

  if (servers != NULL)
    return test_servers (uri, known, progress, servers);
  test = new_test ();
  set_failed (test, IKRAR_LINK_TEST_ADDRESS, cause,
              _ ("It looks like this: postgresql://user@server:5432/database"));
  return test;
}
