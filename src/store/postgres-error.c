/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/postgres-private.h"

/* The longest prefix of an SQLSTATE (PostgreSQL 15, appendix A) that is in the list decides. */
static const struct
{
  const char *state;
  IkrarStoreError error;
  const char *message;
} failures[] = {
  { "23505", IKRAR_STORE_ERROR_DUPLICATE, N_ ("It is there already.") },
  { "23", IKRAR_STORE_ERROR_CONFLICT,
    N_ ("Other records depend on it, or it may not be changed any more.") },
  { "P0001", IKRAR_STORE_ERROR_CONFLICT,
    N_ ("Other records depend on it, or it may not be changed any more.") },
  { "40", IKRAR_STORE_ERROR_BUSY,
    N_ ("Another desk changed the same at the same time. Try again.") },
  { "55P03", IKRAR_STORE_ERROR_BUSY,
    N_ ("Another program is writing to the database. Try again in a moment.") },
  { "53", IKRAR_STORE_ERROR_FULL,
    N_ ("The server has no room or no connection left. Nothing that was confirmed is lost. Ask "
        "who looks after it.") },
  { "42501", IKRAR_STORE_ERROR_READ_ONLY,
    N_ ("This login may not do that in the shared database. Ask who looks after it.") },
  { "25006", IKRAR_STORE_ERROR_READ_ONLY,
    N_ ("The shared database only lets itself be read now: this is a standby, or a login that may "
        "not write.") },
  { "22", IKRAR_STORE_ERROR_INVALID,
    N_ ("A text is not valid UTF-8, or a value is too large to be kept.") },
  { "XX001", IKRAR_STORE_ERROR_CORRUPT,
    N_ ("The shared database is damaged. Ask who looks after the server.") },
  { "XX002", IKRAR_STORE_ERROR_CORRUPT,
    N_ ("The shared database is damaged. Ask who looks after the server.") },
  { "08", IKRAR_STORE_ERROR_LOST, N_ ("The link to the shared database is gone.") },
  { "57P", IKRAR_STORE_ERROR_LOST, N_ ("The link to the shared database is gone.") },
};

#define QUERY_CANCELED "57014"

gboolean
_ikrar_postgres_is_lost (const IkrarPostgresDb *db)
{
  return db->link == NULL || PQstatus (db->link) != CONNECTION_OK;
}

/* What libpq says of a link ends with line breaks and may have several. */
static char *
describe_link (const IkrarPostgresDb *db)
{
  char *text = g_strdup (db->link != NULL ? PQerrorMessage (db->link) : "");

  return g_strdelimit (g_strstrip (text), "\n", ' ');
}

static void
set_lost (GError **error, const IkrarPostgresDb *db)
{
  g_autofree char *cause = describe_link (db);

  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST,
               _ ("The link to the shared database is gone. (%s)"), cause);
}

/* The first part of a message has no values in it; the details may have names and numbers. */
static void
set_failure (GError **error, const char *state, const char *cause)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (g_str_has_prefix (state, failures[i].state))
      {
        g_set_error (error, IKRAR_STORE_ERROR, failures[i].error, "%s (%s)",
                     _ (failures[i].message), cause);
        return;
      }
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_FAILED, _ ("The database failed: %s"),
               cause);
}

void
_ikrar_postgres_set_error (GError **error, const IkrarPostgresDb *db, const PGresult *result)
{
  const char *state = result != NULL ? PQresultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  const char *cause = result != NULL ? PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY) : NULL;

  if (_ikrar_postgres_is_lost (db) || state == NULL)
    set_lost (error, db);
  else if (strcmp (state, QUERY_CANCELED) == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  else
    set_failure (error, state, cause != NULL ? cause : state);
}
