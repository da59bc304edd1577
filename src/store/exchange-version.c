/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "seal/exchange-file-private.h"

#include "store/exchange-private.h"

static const IkrarDigest gone;

int
_ikrar_version_compare (const IkrarVersion *a, const IkrarVersion *b)
{
  if (a->at != b->at)
    return a->at < b->at ? -1 : 1;
  return memcmp (a->digest.bytes, b->digest.bytes, sizeof a->digest.bytes);
}

void
_ikrar_version_digest (IkrarExchangeTable table,
                       const IkrarExchangeValue *values,
                       IkrarDigest *digest)
{
  const IkrarExchangeTableInfo *info = _ikrar_exchange_table (table);
  IkrarExchangeValue content[IKRAR_EXCHANGE_VALUES_MAX];
  char types[IKRAR_EXCHANGE_VALUES_MAX + 1] = "";
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; info->types[i] != '\0'; i++)
    if (info->content[i] == '+')
      {
        types[n] = info->types[i];
        content[n++] = values[i];
      }
  _ikrar_exchange_append_row (line, info->word, types, content);
  ikrar_digest_of (line->str, line->len, digest);
}

static gboolean
get_own_time (IkrarDb *db, IkrarExchangeTable table, IkrarId id, gint64 *own, GError **error)
{
  gint64 roster = 0;

  if (!ikrar_db_get_int (db, "exchange_own_time", own, error, "i", id) ||
      (table == IKRAR_EXCHANGE_PERSON &&
       !ikrar_db_get_int (db, "exchange_roster_time", &roster, error, "i", id)))
    return FALSE;
  *own = MAX (*own, roster);
  return TRUE;
}

static gboolean
get_kept (IkrarDb *db, IkrarId id, const IkrarDigest *digest, gint64 *at, GError **error)
{
  g_autofree char *hex = ikrar_digest_hex (digest);

  return ikrar_db_get_int (db, "exchange_version_at", at, error, "it", id, hex);
}

gboolean
_ikrar_version_date (IkrarDb *db,
                     IkrarExchangeTable table,
                     IkrarId id,
                     IkrarVersion *version,
                     GError **error)
{
  gint64 own;
  gint64 newest;
  gint64 kept;

  if (!get_own_time (db, table, id, &own, error) ||
      !ikrar_db_get_int (db, "exchange_version_newest", &newest, error, "i", id) ||
      !get_kept (db, id, &version->digest, &kept, error))
    return FALSE;
  if (kept > 0)
    version->at = MAX (kept, own);
  else if (newest >
           0) /* changed here since: later than all that was heard of, whatever the clock */
    version->at = MAX (own, newest + 1);
  else
    version->at = own;
  if (version->at == 0 && memcmp (&version->digest, &gone, sizeof gone) == 0)
    version->at = IKRAR_VERSION_NEVER;
  return TRUE;
}

gboolean
_ikrar_version_is_known (IkrarDb *db,
                         IkrarId id,
                         const IkrarVersion *version,
                         gboolean *known,
                         GError **error)
{
  gint64 at;

  if (!get_kept (db, id, &version->digest, &at, error))
    return FALSE;
  *known = at >= version->at && at > 0;
  return TRUE;
}

gboolean
_ikrar_version_keep (IkrarDb *db, IkrarId id, const IkrarVersion *version, GError **error)
{
  g_autofree char *hex = ikrar_digest_hex (&version->digest);

  return version->at <= 0 ||
         ikrar_db_run (db, "exchange_version_put", error, "iti", id, hex, version->at);
}
