/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/person-name.h"
#include "core/presence.h"
#include "core/text.h"

#include "store/certificate-rule-private.h"
#include "store/error.h"
#include "store/event-rule.h"
#include "store/participant.h"

#define COLUMN(name, type)                                              \
  {                                                                     \
#name, type, G_STRUCT_OFFSET(IkrarCertificateException, name), NULL \
  }

static const IkrarColumn columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (event_id, IKRAR_COLUMN_INT64),
  COLUMN (participant_id, IKRAR_COLUMN_INT64),
  COLUMN (reason, IKRAR_COLUMN_TEXT),
};

const IkrarEntity ikrar_certificate_exception_entity = {
  IKRAR_ENTITY_NAMES ("certificate_exception"), sizeof (IkrarCertificateException), columns,
  G_N_ELEMENTS (columns), (GDestroyNotify) ikrar_certificate_exception_free
};

IKRAR_ENTITY_FREE (IkrarCertificateException, ikrar_certificate_exception)

static gboolean
load_exceptions (IkrarDb *db, IkrarId event, GHashTable *exceptions, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "certificate_exception_list", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId participant = ikrar_statement_get_int (statement, 0);

      g_hash_table_insert (exceptions, g_memdup2 (&participant, sizeof participant),
                           g_strdup (ikrar_statement_get_text (statement, 1)));
    }
  return step == IKRAR_STEP_DONE;
}

gboolean
_ikrar_certificate_rule_load (IkrarStore *store,
                              IkrarId event,
                              IkrarCertificateRule *rule,
                              GError **error)
{
  IkrarEventRule set;

  if (!ikrar_event_rule_get (store, event, &set, error))
    return FALSE;
  rule->share = set.share;
  if (rule->share == 0)
    return TRUE;
  rule->presence = ikrar_presence_load (store, event, error);
  if (rule->presence == NULL)
    return FALSE;
  rule->exceptions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return load_exceptions (ikrar_store_get_db (store), event, rule->exceptions, error);
}

void
_ikrar_certificate_rule_clear (IkrarCertificateRule *rule)
{
  g_clear_pointer (&rule->presence, ikrar_presence_free);
  g_clear_pointer (&rule->exceptions, g_hash_table_unref);
}

gboolean
_ikrar_certificate_rule_is_met (const IkrarCertificateRule *rule, IkrarId participant)
{
  return rule->share == 0 ||
         ikrar_presence_reaches (ikrar_presence_get (rule->presence, participant, 0),
                                 ikrar_presence_get_possible (rule->presence, 0), rule->share);
}

gboolean
_ikrar_certificate_rule_allows (const IkrarCertificateRule *rule, IkrarId participant)
{
  return _ikrar_certificate_rule_is_met (rule, participant) ||
         g_hash_table_contains (rule->exceptions, &participant);
}

void
ikrar_shortfall_free (IkrarShortfall *shortfall)
{
  if (shortfall == NULL)
    return;
  g_free (shortfall->name);
  g_free (shortfall->unit);
  g_free (shortfall->exception);
  g_free (shortfall);
}

static IkrarShortfall *
read_shortfall (const IkrarCertificateRule *rule, IkrarStatement *statement)
{
  IkrarShortfall *shortfall = g_new0 (IkrarShortfall, 1);

  shortfall->participant = ikrar_statement_get_int (statement, 0);
  shortfall->name = ikrar_person_name_display (ikrar_statement_get_text (statement, 1),
                                               ikrar_statement_get_text (statement, 2),
                                               ikrar_statement_get_text (statement, 3));
  shortfall->unit = g_strdup (ikrar_statement_get_text (statement, 6));
  shortfall->number = (int) ikrar_statement_get_int (statement, 8);
  shortfall->minutes = ikrar_presence_get (rule->presence, shortfall->participant, 0);
  shortfall->exception = g_strdup (g_hash_table_lookup (rule->exceptions, &shortfall->participant));
  return shortfall;
}

static guint
minutes_needed (const IkrarCertificateRule *rule)
{
  guint possible = rule->share > 0 ? ikrar_presence_get_possible (rule->presence, 0) : 0;

  return (guint) (((guint64) possible * (guint) rule->share + 99) / 100);
}

GPtrArray *
ikrar_certificate_shortfalls (IkrarStore *store, IkrarId event, guint *needed, GError **error)
{
  g_autoptr (GPtrArray) shortfalls =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_shortfall_free);
  g_auto (IkrarCertificateRule) rule = { 0 };
  IkrarStatement *statement;
  IkrarStep step = IKRAR_STEP_ERROR;

  if (!_ikrar_certificate_rule_load (store, event, &rule, error))
    return NULL;
  if (needed != NULL)
    *needed = minutes_needed (&rule);
  if (rule.share == 0)
    return g_steal_pointer (&shortfalls);
  statement =
      ikrar_db_query (ikrar_store_get_db (store), "certificate_candidates", error, "i", event);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    if (!_ikrar_certificate_rule_is_met (&rule, ikrar_statement_get_int (statement, 0)))
      g_ptr_array_add (shortfalls, read_shortfall (&rule, statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&shortfalls) : NULL;
}

static gboolean
set_exception (IkrarChange *change,
               const IkrarParticipant *participant,
               const char *reason,
               GError **error)
{
  IkrarCertificateException exception = {
    .event_id = participant->event_id,
    .participant_id = participant->id,
    .reason = (char *) reason,
  };

  if (!ikrar_db_get_int (ikrar_change_get_db (change), "certificate_exception_of", &exception.id,
                         error, "i", participant->id))
    return FALSE;
  if (reason == NULL)
    return exception.id == 0 ||
           ikrar_change_delete (change, &ikrar_certificate_exception_entity, exception.id, error);
  if (exception.id == 0)
    exception.id = ikrar_id_new ();
  return ikrar_change_put (change, &ikrar_certificate_exception_entity, &exception, error);
}

IkrarId
ikrar_certificate_except (IkrarStore *store, IkrarId id, const char *reason, GError **error)
{
  g_autofree char *clean = reason != NULL ? ikrar_text_clean (reason) : NULL;
  g_autoptr (IkrarParticipant) participant = NULL;
  g_autoptr (IkrarChange) change = NULL;

  if (clean != NULL && *clean == '\0')
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                           _ ("An exception needs a reason."));
      return 0;
    }
  participant = ikrar_participant_get (store, id, error);
  if (participant == NULL)
    return 0;
  change = ikrar_change_begin (store, clean != NULL ? "exception.set" : "exception.remove",
                               participant->event_id, id, clean, NULL, error);
  if (change == NULL || !set_exception (change, participant, clean, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}
