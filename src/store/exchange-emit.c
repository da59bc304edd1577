/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/event.h"
#include "store/exchange-private.h"

/* An event on its way out. */
typedef struct
{
  IkrarDb *db;
  IkrarId event;
  IkrarExchangeSink sink;
  gpointer user_data;
  const IkrarProgress *progress;
  guint64 rows;
} Emission;

static void
read_values (IkrarStatement *statement, const char *types, IkrarExchangeValue *values)
{
  for (guint i = 0; types[i] != '\0'; i++)
    {
      values[i] = (IkrarExchangeValue){ 0 };
      if (types[i] == 'i')
        values[i].number = ikrar_statement_get_int (statement, i);
      else if (types[i] == 't')
        values[i].text = ikrar_statement_get_text (statement, i);
      else
        values[i].data = ikrar_statement_get_blob (statement, i, &values[i].size);
    }
}

static gboolean
date_row (Emission *emission, IkrarExchangeTable table, IkrarExchangeValue *values, GError **error)
{
  IkrarVersion version;

  _ikrar_version_digest (table, values, &version.digest);
  if (!_ikrar_version_date (emission->db, table, values[1].number, &version, error))
    return FALSE;
  values[0].number = version.at;
  return TRUE;
}

/* A row that was taken away; FALSE in @is_gone if it came back. */
static gboolean
date_gone (Emission *emission, IkrarExchangeValue *values, gboolean *is_gone, GError **error)
{
  static const IkrarExchangeTable kinds[] = { IKRAR_EXCHANGE_SESSION, IKRAR_EXCHANGE_ROLE,
                                              IKRAR_EXCHANGE_PARTICIPANT };

  *is_gone = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const IkrarExchangeTableInfo *info = _ikrar_exchange_table (kinds[i]);
      IkrarVersion version = { 0 };
      gint64 present;

      if (strcmp (info->entity->name, values[1].text) != 0)
        continue;
      if (!ikrar_db_get_int (emission->db, info->get, &present, error, "i", values[2].number) ||
          !_ikrar_version_date (emission->db, kinds[i], values[2].number, &version, error))
        return FALSE;
      values[0].number = version.at;
      values[1].text = info->word;
      *is_gone = present == 0;
    }
  return TRUE;
}

static gboolean
emit_row (Emission *emission, IkrarExchangeTable table, IkrarStatement *statement, GError **error)
{
  const IkrarExchangeTableInfo *info = _ikrar_exchange_table (table);
  gboolean has_time = info->entity != NULL || table == IKRAR_EXCHANGE_GONE;
  gboolean wanted = TRUE;
  IkrarExchangeValue values[IKRAR_EXCHANGE_VALUES_MAX];

  read_values (statement, info->types + has_time, values + has_time);
  if ((info->entity != NULL && !date_row (emission, table, values, error)) ||
      (table == IKRAR_EXCHANGE_GONE && !date_gone (emission, values, &wanted, error)))
    return FALSE;
  if (wanted && !emission->sink (emission->user_data, table, values, error))
    return FALSE;
  emission->rows++;
  return ikrar_progress_step (emission->progress, emission->rows, 0, error);
}

static gboolean
emit_table (Emission *emission, IkrarExchangeTable table, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (emission->db, _ikrar_exchange_table (table)->list,
                                              error, "i", emission->event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    if (!emit_row (emission, table, statement, error))
      {
        ikrar_statement_reset (statement);
        return FALSE;
      }
  return step == IKRAR_STEP_DONE;
}

static gboolean
check_event (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, id, error);

  return event != NULL;
}

gboolean
_ikrar_exchange_emit (IkrarStore *store,
                      IkrarId event,
                      IkrarExchangeSink sink,
                      gpointer user_data,
                      const IkrarProgress *progress,
                      GError **error)
{
  Emission emission = { ikrar_store_get_db (store), event, sink, user_data, progress, 0 };
  gboolean ok = check_event (store, event, error) && ikrar_db_begin_read (emission.db, error);

  if (!ok)
    return FALSE;
  for (guint table = 0; ok && table < IKRAR_N_EXCHANGE_TABLES; table++)
    ok = emit_table (&emission, table, error);
  ikrar_db_rollback (emission.db);
  return ok;
}
