/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/letter-number.h"
#include "core/person-name.h"
#include "core/vocabulary.h"
#include "seal/certificate-code.h"

#include "store/certificate-private.h"
#include "store/certificate-rule-private.h"
#include "store/error.h"
#include "store/event.h"
#include "store/institution.h"
#include "store/ledger.h"
#include "store/signing-key.h"

/* Somebody who may get a certificate. */
typedef struct
{
  IkrarId id;
  char *name;
  char *kind;
  char *number;
  char *unit;
  char *position;
} Candidate;

/* What all certificates of one issue share. */
typedef struct
{
  IkrarChange *change;
  IkrarEvent *event;
  IkrarInstitution *institution;
  IkrarNumberSeries *series;
  IkrarSecretKey *key;
  IkrarMoment today;
  char *date;
} Issue;

static void
candidate_free (Candidate *candidate)
{
  g_free (candidate->name);
  g_free (candidate->kind);
  g_free (candidate->number);
  g_free (candidate->unit);
  g_free (candidate->position);
  g_free (candidate);
}

static void
issue_clear (Issue *issue)
{
  g_clear_pointer (&issue->change, ikrar_change_free);
  g_clear_pointer (&issue->event, ikrar_event_free);
  g_clear_pointer (&issue->institution, ikrar_institution_free);
  g_clear_pointer (&issue->series, ikrar_number_series_free);
  g_clear_pointer (&issue->key, ikrar_secret_key_unref);
  g_clear_pointer (&issue->date, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issue, issue_clear)

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  IkrarId first = *(const IkrarId *) a;
  IkrarId second = *(const IkrarId *) b;

  return first < second ? -1 : first > second;
}

static gboolean
is_wanted (IkrarId id, GArray *wanted)
{
  return wanted == NULL || g_array_binary_search (wanted, &id, compare_ids, NULL);
}

static Candidate *
read_candidate (IkrarStatement *statement)
{
  Candidate *candidate = g_new0 (Candidate, 1);

  candidate->id = ikrar_statement_get_int (statement, 0);
  candidate->name = ikrar_person_name_display (ikrar_statement_get_text (statement, 1),
                                               ikrar_statement_get_text (statement, 2),
                                               ikrar_statement_get_text (statement, 3));
  candidate->kind = g_strdup (ikrar_statement_get_text (statement, 4));
  candidate->number = g_strdup (ikrar_statement_get_text (statement, 5));
  candidate->unit = g_strdup (ikrar_statement_get_text (statement, 6));
  candidate->position = g_strdup (ikrar_statement_get_text (statement, 7));
  return candidate;
}

static GPtrArray *
list_candidates (IkrarStore *store, IkrarId event, GArray *wanted, GError **error)
{
  g_auto (IkrarCertificateRule) rule = { 0 };
  g_autoptr (GPtrArray) candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  IkrarStatement *statement;
  IkrarStep step = IKRAR_STEP_ERROR;

  if (!_ikrar_certificate_rule_load (store, event, &rule, error))
    return NULL;
  statement =
      ikrar_db_query (ikrar_store_get_db (store), "certificate_candidates", error, "i", event);
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    if (is_wanted (ikrar_statement_get_int (statement, 0), wanted) &&
        _ikrar_certificate_rule_allows (&rule, ikrar_statement_get_int (statement, 0)))
      g_ptr_array_add (candidates, read_candidate (statement));
  if (step != IKRAR_STEP_DONE)
    return NULL;
  if (candidates->len == 0)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                   rule.share > 0
                       ? _ ("There is nobody to issue a certificate to: only people who were "
                            "present for the share of the hours that the event asks for, and have "
                            "none yet, get one.")
                       : _ ("There is nobody to issue a certificate to: only people who were "
                            "present and have none yet get one."));
      return NULL;
    }
  return g_steal_pointer (&candidates);
}

static char *
make_letter_number (Issue *issue)
{
  IkrarLetterNumber number = {
    .code = issue->series->code,
    .number = issue->series->last,
    .unit = issue->series->unit,
    .month = issue->today.month,
    .year = issue->today.year,
  };

  return ikrar_letter_number_format (issue->series->pattern, &number);
}

static char *
make_face (Issue *issue, const Candidate *candidate, const char *letter_number)
{
  IkrarCertificateFace face = {
    .number = letter_number,
    .name = candidate->name,
    .role = ikrar_vocabulary_official (IKRAR_VOCABULARY_PARTICIPANT_KIND, candidate->kind),
    .event = issue->event->title,
    .date = issue->date,
    .issuer = issue->institution->name,
  };

  return ikrar_certificate_face_encode (&face);
}

static void
make_code (Issue *issue, IkrarId id, const IkrarDigest *face, char *text)
{
  IkrarCertificateCode code = {
    .id = (guint64) id,
    .day = ikrar_time_day_number (ikrar_change_get_time (issue->change), issue->institution->zone),
  };

  memcpy (code.face, face->bytes, sizeof code.face);
  ikrar_certificate_code_sign (&code, issue->key, text);
}

static gboolean
seal (Issue *issue,
      const Candidate *candidate,
      const char *letter_number,
      IkrarRecord *record,
      GError **error)
{
  const IkrarLedgerField fields[] = {
    { IKRAR_FIELD_NAME, candidate->name },        { IKRAR_FIELD_NUMBER, candidate->number },
    { IKRAR_FIELD_UNIT, candidate->unit },        { IKRAR_FIELD_POSITION, candidate->position },
    { IKRAR_FIELD_LETTER_NUMBER, letter_number },
  };

  return ikrar_ledger_append (issue->change, record, fields, G_N_ELEMENTS (fields), error);
}

static gboolean
issue_one (Issue *issue, const Candidate *candidate, GError **error)
{
  IkrarId id = ikrar_id_new ();
  IkrarRecord record = { .kind = IKRAR_RECORD_CERTIFICATE_ISSUED,
                         .event = issue->event->id,
                         .subject = id,
                         .participant = candidate->id,
                         .refers_to = -1 };
  char code[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  g_autofree char *letter_number = NULL;
  g_autofree char *face = NULL;

  issue->series->last++;
  letter_number = make_letter_number (issue);
  face = make_face (issue, candidate, letter_number);
  ikrar_digest_of (face, strlen (face), &record.content);
  make_code (issue, id, &record.content, code);
  ikrar_nonce_new (record.nonce);
  return seal (issue, candidate, letter_number, &record, error) &&
         ikrar_db_run (ikrar_change_get_db (issue->change), "certificate_insert", error,
                       "iiiiitittiib", id, issue->event->id, candidate->id, issue->series->id,
                       (gint64) issue->series->last, letter_number, record.at, face, code,
                       (gint64) record.index, ikrar_change_get_id (issue->change), record.nonce,
                       (gsize) IKRAR_NONCE_SIZE);
}

/* The key first: making one is a change of its own. */
static gboolean
issue_begin (Issue *issue, IkrarStore *store, IkrarId event, GError **error)
{
  issue->event = ikrar_event_get (store, event, error);
  if (issue->event == NULL)
    return FALSE;
  issue->institution = ikrar_institution_get (store, error);
  if (issue->institution == NULL)
    return FALSE;
  issue->key = ikrar_signing_key_get (store, 0, error);
  if (issue->key == NULL)
    return FALSE;
  issue->change = ikrar_change_begin (store, "certificate.issue", event, 0, NULL, NULL, error);
  if (issue->change == NULL)
    return FALSE;
  ikrar_time_split (ikrar_change_get_time (issue->change), issue->institution->zone, &issue->today);
  issue->date =
      ikrar_time_format_days (issue->event->start_at, issue->event->end_at, issue->event->zone);
  issue->series = ikrar_number_series_get (store, "certificate", issue->today.year, error);
  return issue->series != NULL &&
         ikrar_entity_put (&ikrar_number_series_entity, ikrar_store_get_db (store), issue->series,
                           error);
}

static gboolean
issue_all (Issue *issue, GPtrArray *candidates, const IkrarProgress *progress, GError **error)
{
  for (guint i = 0; i < candidates->len; i++)
    if (!issue_one (issue, g_ptr_array_index (candidates, i), error) ||
        !ikrar_progress_step (progress, i + 1, candidates->len, error))
      return FALSE;
  return ikrar_entity_put (&ikrar_number_series_entity, ikrar_change_get_db (issue->change),
                           issue->series, error);
}

IkrarId
ikrar_certificate_issue (IkrarStore *store,
                         IkrarId event,
                         const IkrarId *participants,
                         guint n_participants,
                         guint *issued,
                         const IkrarProgress *progress,
                         GError **error)
{
  g_auto (Issue) issue = { 0 };
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GArray) wanted = NULL;

  *issued = 0;
  if (participants != NULL)
    {
      wanted = g_array_sized_new (FALSE, FALSE, sizeof (IkrarId), n_participants);
      g_array_append_vals (wanted, participants, n_participants);
      g_array_sort (wanted, compare_ids);
    }
  if (!issue_begin (&issue, store, event, error))
    return 0;
  candidates = list_candidates (store, event, wanted, error);
  if (candidates == NULL || !issue_all (&issue, candidates, progress, error) ||
      !ikrar_change_commit (issue.change, error))
    return 0;
  *issued = candidates->len;
  return ikrar_change_get_id (issue.change);
}
