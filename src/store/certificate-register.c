/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/certificate-private.h"
#include "store/certificate-rule-private.h"
#include "store/error.h"
#include "store/ledger.h"

void
ikrar_certificate_free (IkrarCertificate *certificate)
{
  if (certificate == NULL)
    return;
  g_free (certificate->letter_number);
  g_free (certificate->face);
  g_free (certificate->code);
  g_free (certificate->revoke_reason);
  g_free (certificate);
}

static IkrarCertificate *
read_certificate (IkrarStatement *statement)
{
  IkrarCertificate *certificate = g_new0 (IkrarCertificate, 1);

  certificate->id = ikrar_statement_get_int (statement, 0);
  certificate->event_id = ikrar_statement_get_int (statement, 1);
  certificate->participant_id = ikrar_statement_get_int (statement, 2);
  certificate->number = ikrar_statement_get_int (statement, 3);
  certificate->letter_number = g_strdup (ikrar_statement_get_text (statement, 4));
  certificate->issued_at = ikrar_statement_get_int (statement, 5);
  certificate->face = g_strdup (ikrar_statement_get_text (statement, 6));
  certificate->code = g_strdup (ikrar_statement_get_text (statement, 7));
  certificate->ledger_index = ikrar_statement_get_int (statement, 8);
  certificate->revoked_at = ikrar_statement_get_int (statement, 9);
  certificate->revoke_reason = g_strdup (ikrar_statement_get_text (statement, 10));
  return certificate;
}

static GPtrArray *
read_certificates (IkrarStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) certificates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_certificate_free);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (certificates, read_certificate (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&certificates) : NULL;
}

static gboolean
count_allowed (IkrarStore *store,
               IkrarId event,
               const IkrarCertificateRule *rule,
               guint *due,
               GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "certificate_candidates", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  *due = 0;
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    *due += _ikrar_certificate_rule_allows (rule, ikrar_statement_get_int (statement, 0));
  return step == IKRAR_STEP_DONE;
}

gboolean
ikrar_certificate_count_due (IkrarStore *store, IkrarId event, guint *due, GError **error)
{
  g_auto (IkrarCertificateRule) rule = { 0 };
  gint64 count;

  if (!_ikrar_certificate_rule_load (store, event, &rule, error))
    return FALSE;
  if (rule.share > 0)
    return count_allowed (store, event, &rule, due, error);
  if (!ikrar_db_get_int (ikrar_store_get_db (store), "certificate_due", &count, error, "i", event))
    return FALSE;
  *due = (guint) count;
  return TRUE;
}

GPtrArray *
ikrar_certificate_list (IkrarStore *store, IkrarId event, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);

  return read_certificates (event != 0
                                ? ikrar_db_query (db, "certificate_list_event", error, "i", event)
                                : ikrar_db_query (db, "certificate_list", error, ""),
                            error);
}

static IkrarCertificate *
get_certificate (IkrarDb *db, IkrarId id, GError **error)
{
  g_autoptr (GPtrArray) found =
      read_certificates (ikrar_db_query (db, "certificate_get", error, "i", id), error);

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
               _ ("There is no certificate with the id %lld."), (long long) id);
  return NULL;
}

static gboolean
revoke_one (IkrarChange *change,
            const IkrarCertificate *certificate,
            const char *reason,
            GError **error)
{
  const IkrarLedgerField fields[] = { { IKRAR_FIELD_REASON, reason } };
  IkrarDb *db = ikrar_change_get_db (change);
  IkrarRecord record = { .kind = IKRAR_RECORD_CERTIFICATE_REVOKED,
                         .event = certificate->event_id,
                         .subject = certificate->id,
                         .participant = certificate->participant_id,
                         .refers_to = certificate->ledger_index };

  if (!ikrar_db_run (db, "certificate_revoke", error, "iit", certificate->id,
                     ikrar_change_get_time (change), reason))
    return FALSE;
  if (ikrar_db_changes (db) == 0)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                   _ ("The certificate %s is revoked already."), certificate->letter_number);
      return FALSE;
    }
  ikrar_nonce_new (record.nonce);
  return ikrar_ledger_append (change, &record, fields, G_N_ELEMENTS (fields), error);
}

IkrarId
ikrar_certificate_revoke (IkrarStore *store, IkrarId id, const char *reason, GError **error)
{
  g_autoptr (IkrarCertificate) certificate =
      get_certificate (ikrar_store_get_db (store), id, error);
  g_autoptr (IkrarChange) change = NULL;

  if (certificate == NULL)
    return 0;
  change = ikrar_change_begin (store, "certificate.revoke", certificate->event_id, id,
                               certificate->letter_number, NULL, error);
  if (change == NULL || !revoke_one (change, certificate, reason, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}

static GArray *
list_of_journal (IkrarDb *db, IkrarId journal, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  IkrarStatement *statement = ikrar_db_query (db, "certificate_of_journal", error, "i", journal);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
_ikrar_certificate_undo (IkrarChange *change, IkrarId journal, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (GArray) ids = list_of_journal (db, journal, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (IkrarCertificate) certificate =
          get_certificate (db, g_array_index (ids, IkrarId, i), error);

      if (certificate == NULL || !revoke_one (change, certificate, "diurungkan", error))
        return FALSE;
    }
  return TRUE;
}
