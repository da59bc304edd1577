/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/closing-text.h"
#include "seal/certificate-code.h"

#include "store/ledger-evidence-private.h"
#include "store/pledge-private.h"

#define FIRST_TAG IKRAR_FIELD_NAME

/* A pledge's text. The digest is of the text as it stands now. */
typedef struct
{
  IkrarDigest digest;
  gboolean altered;
} Wording;

typedef struct
{
  IkrarId event;
  IkrarId wording;
  IkrarTime at;
  char *kind;
  char *reader;
  GString *witnesses;
} Act;

/* The columns of ledger_verify_records behind the record itself. */
enum
{
  COLUMN_NONCE = 4,
  COLUMN_PLEDGE = 7,
  COLUMN_PLEDGE_EVENT,
  COLUMN_PLEDGE_PARTICIPANT,
  COLUMN_PLEDGE_KIND,
  COLUMN_PLEDGE_AT,
  COLUMN_PLEDGE_ACT,
  COLUMN_PLEDGE_REVOKES,
  COLUMN_PLEDGE_REVOKES_INDEX,
  COLUMN_PLEDGE_NONCE,
  COLUMN_CERTIFICATE,
  COLUMN_CERTIFICATE_EVENT,
  COLUMN_CERTIFICATE_PARTICIPANT,
  COLUMN_CERTIFICATE_AT,
  COLUMN_CERTIFICATE_FACE,
  COLUMN_CERTIFICATE_NUMBER,
  COLUMN_CERTIFICATE_CODE,
  COLUMN_CERTIFICATE_NONCE,
  COLUMN_REVOKED_AT,
  COLUMN_REVOKED_INDEX,
  COLUMN_REVOKED_PARTICIPANT,
  COLUMN_REVOKED_REASON,
  COLUMN_CLOSING,
  COLUMN_CLOSING_EVENT,
  COLUMN_CLOSING_SESSION,
  COLUMN_CLOSING_ACT,
  COLUMN_CLOSING_AT,
  COLUMN_CLOSING_TEXT,
  COLUMN_CLOSING_NONCE,
};

static void
act_free (Act *act)
{
  g_free (act->kind);
  g_free (act->reader);
  g_string_free (act->witnesses, TRUE);
  g_free (act);
}

static gpointer
copy_id (IkrarId id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
add_wording (IkrarEvidence *evidence, IkrarStatement *statement)
{
  const char *body = ikrar_statement_get_text (statement, 1);
  gsize size;
  gconstpointer stored = ikrar_statement_get_blob (statement, 2, &size);
  Wording *wording = g_new0 (Wording, 1);

  ikrar_digest_of (body, strlen (body), &wording->digest);
  wording->altered = size != IKRAR_DIGEST_SIZE || memcmp (stored, wording->digest.bytes, size) != 0;
  g_hash_table_insert (evidence->wordings, copy_id (ikrar_statement_get_int (statement, 0)),
                       wording);
}

static void
add_act (IkrarEvidence *evidence, IkrarStatement *statement)
{
  Act *act = g_new0 (Act, 1);

  act->event = ikrar_statement_get_int (statement, 1);
  act->kind = g_strdup (ikrar_statement_get_text (statement, 2));
  act->wording = ikrar_statement_get_int (statement, 3);
  act->at = ikrar_statement_get_int (statement, 4);
  act->reader = _ikrar_pledge_join_reader (ikrar_statement_get_text (statement, 5),
                                           ikrar_statement_get_text (statement, 6));
  act->witnesses = g_string_new (NULL);
  g_hash_table_insert (evidence->acts, copy_id (ikrar_statement_get_int (statement, 0)), act);
}

static void
add_witness (IkrarEvidence *evidence, IkrarStatement *statement)
{
  IkrarId id = ikrar_statement_get_int (statement, 0);
  Act *act = g_hash_table_lookup (evidence->acts, &id);

  if (act != NULL)
    _ikrar_pledge_append_witness (act->witnesses, ikrar_statement_get_text (statement, 1),
                                  ikrar_statement_get_text (statement, 2),
                                  ikrar_statement_get_text (statement, 3));
}

static void
add_closing (IkrarEvidence *evidence, IkrarStatement *statement)
{
  g_hash_table_insert (evidence->closings, copy_id (ikrar_statement_get_int (statement, 0)),
                       copy_id (ikrar_statement_get_int (statement, 1)));
}

gboolean
_ikrar_evidence_load (IkrarEvidence *evidence, IkrarDb *db, GError **error)
{
  static const struct
  {
    const char *statement;
    void (*add) (IkrarEvidence *evidence, IkrarStatement *statement);
  } tables[] = {
    { "ledger_wordings", add_wording },
    { "ledger_acts", add_act },
    { "ledger_witnesses", add_witness },
    { "ledger_closings", add_closing },
  };

  evidence->wordings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  evidence->acts =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) act_free);
  evidence->closings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  evidence->revoked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      IkrarStatement *statement = ikrar_db_query (db, tables[i].statement, error, "");
      IkrarStep step = IKRAR_STEP_ERROR;

      while (statement != NULL &&
             (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
        tables[i].add (evidence, statement);
      if (step != IKRAR_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}

void
_ikrar_evidence_clear (IkrarEvidence *evidence)
{
  g_clear_pointer (&evidence->wordings, g_hash_table_unref);
  g_clear_pointer (&evidence->acts, g_hash_table_unref);
  g_clear_pointer (&evidence->closings, g_hash_table_unref);
  g_clear_pointer (&evidence->revoked, g_hash_table_unref);
}

static gboolean
has_nonce (IkrarStatement *statement, guint column, const IkrarRecord *record)
{
  gsize size;
  gconstpointer nonce = ikrar_statement_get_blob (statement, column, &size);

  return size == IKRAR_NONCE_SIZE && memcmp (nonce, record->nonce, size) == 0;
}

static void
show (IkrarEvidence *evidence, IkrarFieldTag tag, const char *text)
{
  evidence->shown[tag - FIRST_TAG] = text;
}

static gboolean
is_committed (const IkrarRecord *record, IkrarFieldTag tag)
{
  for (guint i = 0; i < record->n_commitments; i++)
    if (record->commitments[i].tag == tag)
      return TRUE;
  return FALSE;
}

static gboolean
wording_fits (IkrarEvidence *evidence, const Act *act, const IkrarRecord *record)
{
  const Wording *wording = g_hash_table_lookup (evidence->wordings, &act->wording);

  return wording != NULL && !wording->altered &&
         ikrar_digest_equal (&wording->digest, &record->content);
}

/* A revocation names the act of the pledge that it revokes; time, reader and witnesses are that
 * pledge's. */
static gboolean
act_fits (IkrarEvidence *evidence, const Act *act, const char *kind, const IkrarRecord *record)
{
  if (act == NULL || act->event != record->event || !wording_fits (evidence, act, record))
    return FALSE;
  if (record->kind == IKRAR_RECORD_PLEDGE_REVOKED)
    return TRUE;
  show (evidence, IKRAR_FIELD_READER, act->reader);
  show (evidence, IKRAR_FIELD_WITNESSES, act->witnesses->str);
  return act->at == record->at && strcmp (act->kind, kind) == 0 &&
         is_committed (record, IKRAR_FIELD_READER) == (*act->reader != '\0') &&
         is_committed (record, IKRAR_FIELD_WITNESSES) == (act->witnesses->len > 0);
}

static gboolean
pledge_row_fits (IkrarStatement *statement, const char *kind, const IkrarRecord *record)
{
  gboolean revokes = ikrar_statement_get_int (statement, COLUMN_PLEDGE_REVOKES) != 0;

  return strcmp (ikrar_statement_get_text (statement, COLUMN_PLEDGE_KIND), kind) == 0 &&
         ikrar_statement_get_int (statement, COLUMN_PLEDGE) == record->subject &&
         ikrar_statement_get_int (statement, COLUMN_PLEDGE_EVENT) == record->event &&
         ikrar_statement_get_int (statement, COLUMN_PLEDGE_PARTICIPANT) == record->participant &&
         ikrar_statement_get_int (statement, COLUMN_PLEDGE_AT) == record->at &&
         revokes == (record->kind == IKRAR_RECORD_PLEDGE_REVOKED) &&
         ikrar_statement_get_int (statement, COLUMN_PLEDGE_REVOKES_INDEX) == record->refers_to &&
         has_nonce (statement, COLUMN_PLEDGE_NONCE, record);
}

static gboolean
pledge_fits (IkrarEvidence *evidence, IkrarStatement *statement, const IkrarRecord *record)
{
  static const char *const kinds[] = {
    [IKRAR_RECORD_PLEDGE_SIGNED] = "signed",
    [IKRAR_RECORD_PLEDGE_RECITED] = "recited",
    [IKRAR_RECORD_PLEDGE_REVOKED] = "revoked",
  };
  IkrarId act = ikrar_statement_get_int (statement, COLUMN_PLEDGE_ACT);

  if (record->kind > IKRAR_RECORD_PLEDGE_REVOKED)
    return ikrar_statement_get_int (statement, COLUMN_PLEDGE) == 0;
  return pledge_row_fits (statement, kinds[record->kind], record) &&
         act_fits (evidence, g_hash_table_lookup (evidence->acts, &act), kinds[record->kind],
                   record);
}

static gboolean
code_fits (const char *text, const IkrarRecord *record)
{
  IkrarCertificateCode code;

  return ikrar_certificate_code_read (text, &code) && code.id == (guint64) record->subject &&
         memcmp (code.face, record->content.bytes, sizeof code.face) == 0;
}

/* The face of an erased person is gone; the rest still has to fit. */
static gboolean
face_fits (const char *face, const IkrarRecord *record)
{
  IkrarDigest digest;

  ikrar_digest_of (face, strlen (face), &digest);
  return *face == '\0' || ikrar_digest_equal (&digest, &record->content);
}

static gboolean
certificate_fits (IkrarEvidence *evidence, IkrarStatement *statement, const IkrarRecord *record)
{
  if (record->kind != IKRAR_RECORD_CERTIFICATE_ISSUED)
    return ikrar_statement_get_int (statement, COLUMN_CERTIFICATE) == 0;
  show (evidence, IKRAR_FIELD_LETTER_NUMBER,
        ikrar_statement_get_text (statement, COLUMN_CERTIFICATE_NUMBER));
  return ikrar_statement_get_int (statement, COLUMN_CERTIFICATE) == record->subject &&
         ikrar_statement_get_int (statement, COLUMN_CERTIFICATE_EVENT) == record->event &&
         ikrar_statement_get_int (statement, COLUMN_CERTIFICATE_PARTICIPANT) ==
             record->participant &&
         ikrar_statement_get_int (statement, COLUMN_CERTIFICATE_AT) == record->at &&
         face_fits (ikrar_statement_get_text (statement, COLUMN_CERTIFICATE_FACE), record) &&
         code_fits (ikrar_statement_get_text (statement, COLUMN_CERTIFICATE_CODE), record) &&
         has_nonce (statement, COLUMN_CERTIFICATE_NONCE, record);
}

static gboolean
revocation_fits (IkrarEvidence *evidence, IkrarStatement *statement, const IkrarRecord *record)
{
  if (record->kind != IKRAR_RECORD_CERTIFICATE_REVOKED)
    return TRUE;
  g_hash_table_add (evidence->revoked, copy_id (record->subject));
  show (evidence, IKRAR_FIELD_REASON, ikrar_statement_get_text (statement, COLUMN_REVOKED_REASON));
  return ikrar_statement_get_int (statement, COLUMN_REVOKED_AT) == record->at &&
         ikrar_statement_get_int (statement, COLUMN_REVOKED_INDEX) == record->refers_to &&
         ikrar_statement_get_int (statement, COLUMN_REVOKED_PARTICIPANT) == record->participant;
}

/* The place of the closing that an opening takes back; -1 for a closing. */
static gint64
find_closing (IkrarEvidence *evidence, const IkrarClosingText *said)
{
  const IkrarId *place = g_hash_table_lookup (evidence->closings, &said->takes_back);

  return place != NULL ? *place : -1;
}

static gboolean
closing_row_fits (IkrarEvidence *evidence,
                  IkrarStatement *statement,
                  const IkrarClosingText *said,
                  const IkrarRecord *record)
{
  const char *act = ikrar_statement_get_text (statement, COLUMN_CLOSING_ACT);

  return ikrar_statement_get_int (statement, COLUMN_CLOSING_EVENT) == record->event &&
         ikrar_statement_get_int (statement, COLUMN_CLOSING_SESSION) == record->subject &&
         ikrar_statement_get_int (statement, COLUMN_CLOSING_AT) == record->at &&
         strcmp (act, said->closed ? "closed" : "reopened") == 0 && said->event == record->event &&
         said->session == record->subject && said->closed == (record->refers_to == -1) &&
         find_closing (evidence, said) == record->refers_to &&
         has_nonce (statement, COLUMN_CLOSING_NONCE, record);
}

static gboolean
closing_fits (IkrarEvidence *evidence, IkrarStatement *statement, const IkrarRecord *record)
{
  const char *text;
  IkrarClosingText said;
  IkrarDigest digest;

  if (record->kind != IKRAR_RECORD_ATTENDANCE_CLOSED)
    return ikrar_statement_get_int (statement, COLUMN_CLOSING) == 0;
  text = ikrar_statement_get_text (statement, COLUMN_CLOSING_TEXT);
  ikrar_digest_of (text, strlen (text), &digest);
  return ikrar_digest_equal (&digest, &record->content) &&
         ikrar_closing_text_decode (text, &said) &&
         closing_row_fits (evidence, statement, &said, record);
}

void
_ikrar_evidence_check (IkrarEvidence *evidence,
                       IkrarStatement *statement,
                       guint64 index,
                       const IkrarRecord *record,
                       IkrarEvidenceNote note,
                       gpointer user_data)
{
  static const struct
  {
    gboolean (*fits) (IkrarEvidence *evidence,
                      IkrarStatement *statement,
                      const IkrarRecord *record);
    const char *message;
  } checks[] = {
    { pledge_fits, N_ ("the pledge in the database is not what was sealed") },
    { certificate_fits, N_ ("the certificate in the database is not what was sealed") },
    { revocation_fits, N_ ("the revocation of the certificate is not what was sealed") },
    { closing_fits, N_ ("the closing of the session is not what was sealed") },
  };

  memset (evidence->shown, 0, sizeof evidence->shown);
  if (!has_nonce (statement, COLUMN_NONCE, record))
    note (user_data, (gint64) index, _ ("it does not fit its place in the log"));
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!checks[i].fits (evidence, statement, record))
      note (user_data, (gint64) index, _ (checks[i].message));
}

static gboolean
check_revoked (IkrarEvidence *evidence,
               IkrarDb *db,
               IkrarEvidenceNote note,
               gpointer user_data,
               GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "ledger_revoked_certificates", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);

      if (!g_hash_table_contains (evidence->revoked, &id))
        note (user_data, ikrar_statement_get_int (statement, 1),
              _ ("its certificate is revoked without a sealed record"));
    }
  return step == IKRAR_STEP_DONE;
}

static void
note_stray (const char *kind, IkrarEvidenceNote note, gpointer user_data)
{
  static const struct
  {
    const char *kind;
    const char *message;
  } messages[] = {
    { "pledge", N_ ("A pledge of the database has no sealed record.") },
    { "certificate", N_ ("A certificate of the database has no sealed record.") },
    { "closing", N_ ("The closing of a session has no sealed record.") },
    { "participant", N_ ("What the roster shows of a pledge is not what was pledged.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (strcmp (kind, messages[i].kind) == 0)
      note (user_data, -1, _ (messages[i].message));
}

static gboolean
check_strays (IkrarDb *db, IkrarEvidenceNote note, gpointer user_data, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "ledger_strays", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    note_stray (ikrar_statement_get_text (statement, 0), note, user_data);
  return step == IKRAR_STEP_DONE;
}

/* A text that no pledge refers to any more was named with no record. */
static void
check_wordings (IkrarEvidence *evidence, IkrarEvidenceNote note, gpointer user_data)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, evidence->wordings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Wording *) value)->altered)
      note (user_data, -1, _ ("The text of a pledge was altered after it was used."));
}

gboolean
_ikrar_evidence_finish (IkrarEvidence *evidence,
                        IkrarDb *db,
                        IkrarEvidenceNote note,
                        gpointer user_data,
                        GError **error)
{
  check_wordings (evidence, note, user_data);
  return check_revoked (evidence, db, note, user_data, error) &&
         check_strays (db, note, user_data, error);
}
