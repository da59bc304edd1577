/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/link-test-private.h"

#define PATIENCE_US (10 * G_USEC_PER_SEC)
#define SLICE_MS 200

/* What a server answers (PostgreSQL 15, appendix A); the first line with this beginning counts. */
static const struct
{
  const char *state;
  IkrarLinkTestStep step;
  const char *advice;
} refusals[] = {
  { "28P01", IKRAR_LINK_TEST_LOGIN,
    N_ ("Enter user and password again. If both are right, the login may have expired or been "
        "closed: ask who looks after the server.") },
  { "28000", IKRAR_LINK_TEST_LOGIN,
    N_ ("The server lets nobody in this way: its pg_hba.conf needs a line for this user, this "
        "database, this computer and this kind of encryption. Ask who looks after the server.") },
  { "3D000", IKRAR_LINK_TEST_DATABASE,
    N_ ("Check how the database is spelled. A new one is made on the server with: createdb") },
  { "42501", IKRAR_LINK_TEST_DATABASE,
    N_ ("The login is right, but may not enter this database. Ask who looks after the server.") },
  { "53300", IKRAR_LINK_TEST_LOGIN,
    N_ ("Too many are connected: try again, or have max_connections raised on the server.") },
  { "57P03", IKRAR_LINK_TEST_LOGIN,
    N_ ("The server is just starting or stopping. Try again in a moment.") },
};

static PGconn *
start (const IkrarLinkTrial *trial)
{
  g_autofree char *port = g_strdup_printf ("%u", trial->port);
  /* What comes after the address goes before what stands in it. */
  const char *names[] = { "dbname",
                          "host",
                          "hostaddr",
                          "port",
                          "password",
                          "target_session_attrs",
                          "client_encoding",
                          "application_name",
                          NULL };
  const char *values[] = {
    trial->uri, trial->host,     trial->address != NULL ? trial->address : "",
    port,       trial->password, "any",
    "UTF8",     "ikrar",         NULL
  };

  return PQconnectStartParams (names, values, TRUE);
}

/* Waits until the link can go on; FALSE if it shall not. */
static gboolean
wait (const IkrarLinkTrial *trial, PGconn *link, PostgresPollingStatusType status, gint64 end)
{
  GPollFD file = { PQsocket (link), status == PGRES_POLLING_READING ? G_IO_IN : G_IO_OUT, 0 };
  GCancellable *cancellable = trial->progress != NULL ? trial->progress->cancellable : NULL;

  while (g_poll (&file, 1, SLICE_MS) == 0)
    if (g_get_monotonic_time () > end || g_cancellable_is_cancelled (cancellable))
      return FALSE;
  return TRUE;
}

/* The step that the link came to. The states of libpq follow one another as the steps do. */
static IkrarLinkTestStep
step_of (ConnStatusType status)
{
  switch (status)
    {
    case CONNECTION_SSL_STARTUP:
    case CONNECTION_GSS_STARTUP:
      return IKRAR_LINK_TEST_TLS;
    default:
      return IKRAR_LINK_TEST_LOGIN;
    }
}

/* Goes on until it is connected or failed, and tells which step it came to. */
static IkrarLinkTestStep
follow (IkrarLinkTrial *trial, PGconn *link)
{
  IkrarLinkTestStep step = IKRAR_LINK_TEST_TLS;
  PostgresPollingStatusType status = PGRES_POLLING_WRITING;
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  _ikrar_link_trial_begin (trial, step);
  while (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED &&
         wait (trial, link, status, end))
    {
      ConnStatusType before = PQstatus (link);

      status = PQconnectPoll (link);
      if (PQstatus (link) != CONNECTION_BAD)
        before = PQstatus (link);
      if (before != CONNECTION_STARTED && before != CONNECTION_MADE && step != step_of (before))
        {
          step = step_of (before);
          _ikrar_link_trial_begin (trial, step);
        }
    }
  return step;
}

/* What was asked to be verbose reads “FATAL:  28P01: password …”, whatever the language. */
static char *
read_answer (PGconn *link, char **state)
{
  g_autoptr (GRegex) regex = g_regex_new (":  ([0-9A-Z]{5}): ([^\\n]*)", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *all = g_utf8_make_valid (PQerrorMessage (link), -1);
  char *cause = NULL;

  for (g_regex_match (regex, all, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_free (*state);
      g_free (cause);
      *state = g_match_info_fetch (match, 1);
      cause = g_match_info_fetch (match, 2);
    }
  return cause != NULL ? cause : g_strdelimit (g_strstrip (g_steal_pointer (&all)), "\n", ' ');
}

static const char *
advise_tls (const IkrarLinkTrial *trial)
{
  if (*trial->ca_file != '\0' && !g_file_test (trial->ca_file, G_FILE_TEST_EXISTS))
    return _ ("The file of the certificate authority is not there: choose it again.");
  return _ ("The server has to offer TLS, with a certificate that bears the name entered here and "
            "is signed by the authority whose file is chosen. Ask who looks after the server for "
            "that file.");
}

static gboolean
explain (IkrarLinkTrial *trial, PGconn *link, IkrarLinkTestStep step)
{
  g_autofree char *state = NULL;
  g_autofree char *cause = read_answer (link, &state);

  for (guint i = 0; state != NULL && i < G_N_ELEMENTS (refusals); i++)
    if (strcmp (state, refusals[i].state) == 0)
      return _ikrar_link_trial_fail (trial, refusals[i].step, cause, _ (refusals[i].advice));
  if (PQconnectionNeedsPassword (link))
    return _ikrar_link_trial_fail (
        trial, IKRAR_LINK_TEST_LOGIN, _ ("The server asks for a password, and none is known."),
        _ ("Enter the password, or keep it in the file that PGPASSFILE names."));
  if (step == IKRAR_LINK_TEST_TLS && state == NULL)
    return _ikrar_link_trial_fail (trial, step, cause, advise_tls (trial));
  return _ikrar_link_trial_fail (
      trial, step, *cause != '\0' ? cause : _ ("The server does not answer any more."),
      _ ("Check that a PostgreSQL server stands there, and ask who looks after it."));
}

PGconn *
_ikrar_link_trial_connect (IkrarLinkTrial *trial)
{
  PGconn *link = start (trial);
  IkrarLinkTestStep step;

  if (PQstatus (link) == CONNECTION_BAD)
    {
      g_autofree char *cause = g_utf8_make_valid (PQerrorMessage (link), -1);

      _ikrar_link_trial_fail (trial, IKRAR_LINK_TEST_ADDRESS,
                              g_strdelimit (g_strstrip (cause), "\n", ' '),
                              _ ("Take out of the address what comes after the question mark, or "
                                 "correct it."));
      g_clear_pointer (&link, PQfinish);
      return NULL;
    }
  PQsetErrorVerbosity (link, PQERRORS_VERBOSE);
  step = follow (trial, link);
  trial->test->encrypted = PQsslInUse (link);
  if (PQstatus (link) == CONNECTION_OK)
    return link;
  explain (trial, link, step);
  PQfinish (link);
  return NULL;
}
