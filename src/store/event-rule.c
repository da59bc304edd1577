/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/event-rule-private.h"
#include "store/event.h"

/* The last two rules that were said: what holds, and what held before. */
typedef struct
{
  IkrarEventRule rule;
  IkrarTime at;
  IkrarId journal;
} Said;

static const IkrarEventRule no_rule = { .late_after = IKRAR_LATE_NEVER };

static gboolean
read_said (IkrarDb *db, IkrarId event, Said said[2], GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "event_rule_newest", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;
  guint n = 0;

  said[0] = said[1] = (Said){ .rule = no_rule };
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    said[n++] = (Said){
      .rule.late_after = (int) ikrar_statement_get_int (statement, 0),
      .rule.share = (int) ikrar_statement_get_int (statement, 1),
      .at = ikrar_statement_get_int (statement, 2),
      .journal = ikrar_statement_get_int (statement, 3),
    };
  return step == IKRAR_STEP_DONE;
}

gboolean
ikrar_event_rule_get (IkrarStore *store, IkrarId event, IkrarEventRule *rule, GError **error)
{
  Said said[2];

  if (!read_said (ikrar_store_get_db (store), event, said, error))
    return FALSE;
  *rule = said[0].rule;
  return TRUE;
}

/* The last one holds, whatever the clock did meanwhile. */
static gboolean
append (IkrarChange *change,
        IkrarId event,
        const IkrarEventRule *rule,
        IkrarTime after,
        GError **error)
{
  return ikrar_db_run (ikrar_change_get_db (change), "event_rule_insert", error, "iiiiii",
                       ikrar_id_new (), event, (gint64) rule->late_after, (gint64) rule->share,
                       MAX (ikrar_change_get_time (change), after + 1),
                       ikrar_change_get_id (change));
}

gboolean
_ikrar_event_rule_check (const IkrarEventRule *rule, GError **error)
{
  if (rule->late_after < IKRAR_LATE_NEVER || rule->late_after > IKRAR_LATE_AFTER_MAX)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                 _ ("People can be late after 0 to %d minutes."), IKRAR_LATE_AFTER_MAX);
  else if (rule->share < 0 || rule->share > 100)
    g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                         _ ("The share of the hours is 0 to 100 percent."));
  else
    return TRUE;
  return FALSE;
}

gboolean
_ikrar_event_rule_put (IkrarChange *change,
                       IkrarId event,
                       const IkrarEventRule *rule,
                       gboolean *is_new,
                       GError **error)
{
  Said said[2];
  gboolean same;

  if (!read_said (ikrar_change_get_db (change), event, said, error))
    return FALSE;
  same = rule->late_after == said[0].rule.late_after && rule->share == said[0].rule.share;
  if (is_new != NULL)
    *is_new = !same;
  return same || append (change, event, rule, said[0].at, error);
}

gboolean
ikrar_event_rule_set (IkrarStore *store,
                      IkrarId event,
                      const IkrarEventRule *rule,
                      IkrarId *journal,
                      GError **error)
{
  g_autoptr (IkrarEvent) row = NULL;
  g_autoptr (IkrarChange) change = NULL;
  gboolean is_new;

  if (journal != NULL)
    *journal = 0;
  if (!_ikrar_event_rule_check (rule, error))
    return FALSE;
  row = ikrar_event_get (store, event, error);
  if (row == NULL)
    return FALSE;
  change = ikrar_change_begin (store, "rule.set", event, event, row->title, NULL, error);
  if (change == NULL || !_ikrar_event_rule_put (change, event, rule, &is_new, error))
    return FALSE;
  if (!is_new)
    return TRUE;
  if (!ikrar_change_commit (change, error))
    return FALSE;
  if (journal != NULL)
    *journal = ikrar_change_get_id (change);
  return TRUE;
}

gboolean
_ikrar_event_rule_undo (IkrarChange *change, IkrarId event, IkrarId journal, GError **error)
{
  Said said[2];

  if (!read_said (ikrar_change_get_db (change), event, said, error))
    return FALSE;
  if (said[0].journal == journal)
    return append (change, event, &said[1].rule, said[0].at, error);
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                       _ ("It was changed since. Undo the later change first."));
  return FALSE;
}
