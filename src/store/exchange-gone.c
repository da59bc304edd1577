/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/event-private.h"
#include "store/exchange-row-private.h"

/* What may be taken away there, and so here. */
static gboolean
find_kind (const char *word, IkrarExchangeTable *table)
{
  static const IkrarExchangeTable kinds[] = { IKRAR_EXCHANGE_SESSION, IKRAR_EXCHANGE_ROLE,
                                              IKRAR_EXCHANGE_PARTICIPANT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (_ikrar_exchange_table (kinds[i])->word, word) == 0)
      {
        *table = kinds[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
keep (IkrarIntake *intake, IkrarId id, const IkrarVersion *gone, gboolean *is_new, GError **error)
{
  if (!_ikrar_version_keep (intake->db, id, gone, error))
    return FALSE;
  *is_new = gone->at > 0 && ikrar_db_changes (intake->db) > 0;
  intake->writes += *is_new;
  return TRUE;
}

/* An event keeps a session, and what somebody has a mark or a pledge in. */
static gboolean
may_go (IkrarIntake *intake, IkrarExchangeTable table, IkrarId id, gboolean *may, GError **error)
{
  gint64 uses;
  gint64 sessions = 2;

  if (!ikrar_db_get_int (intake->db, "exchange_uses", &uses, error, "i", id) ||
      (table == IKRAR_EXCHANGE_SESSION &&
       !ikrar_db_get_int (intake->db, "exchange_session_count", &sessions, error, "i",
                          intake->report->event)))
    return FALSE;
  *may = uses == 0 && sessions > 1;
  return TRUE;
}

static gboolean
take_away (IkrarIntake *intake,
           IkrarExchangeTable table,
           IkrarId id,
           gboolean is_new,
           GError **error)
{
  const IkrarExchangeTableInfo *info = _ikrar_exchange_table (table);
  gboolean may;

  if (!may_go (intake, table, id, &may, error) ||
      (is_new && !_ikrar_intake_note (intake, info->word, id, "removed", "", "",
                                      may ? "theirs" : "ours", error)))
    return FALSE;
  if (!may)
    return TRUE;
  intake->report->changed++;
  intake->writes++;
  return ikrar_change_delete (intake->change, info->entity, id, error);
}

gboolean
_ikrar_intake_gone (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarVersion gone = { .at = values[0].number };
  IkrarId id = _ikrar_intake_own_id (intake, values[2].number);
  IkrarVersion here;
  IkrarExchangeTable table;
  gboolean present;
  gboolean is_new;

  if (!find_kind (values[1].text, &table))
    return _ikrar_intake_refuse (error, _ ("The exchange file has rows of an unknown kind."));
  return _ikrar_exchange_row_version (intake, table, id, &here, &present, error) &&
         keep (intake, id, &gone, &is_new, error) &&
         (!present || _ikrar_version_compare (&here, &gone) > 0 ||
          take_away (intake, table, id, is_new, error));
}
