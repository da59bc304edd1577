/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/number-word.h"
#include "seal/checkpoint.h"
#include "seal/merkle.h"

#include "store/error.h"
#include "store/ledger-private.h"
#include "store/ledger.h"

/* More would not help anybody to understand what happened. */
#define PROBLEMS_MAX 20

/* A checkpoint to be met on the way. */
typedef struct
{
  guint64 size;
  gboolean genuine; /* signed by the key that the database names */
  IkrarDigest root;
} Seal;

typedef struct
{
  IkrarDb *db;
  IkrarLedgerReport *report;
  IkrarFrontier frontier;
  GArray *seals;
  guint next_seal;
  guint64 last_good; /* records that a met checkpoint vouches for */
  IkrarStatement *fields;
  IkrarStep fields_step;
  GHashTable *erased; /* set of erased person ids */
  GArray *missing;    /* indexes of records that lack fields */
} Verifier;

/* What stands beside a record in the tables of the application. */
typedef struct
{
  IkrarId pledge;
  IkrarId pledge_participant;
  const char *pledge_kind;
  IkrarTime pledge_at;
  const IkrarDigest *wording;
  IkrarId certificate;
  IkrarId certificate_participant;
  IkrarTime certificate_at;
  const char *face;
} Neighbour;

static void
note (Verifier *self, const char *message)
{
  self->report->ok = FALSE;
  if (self->report->problems->len < PROBLEMS_MAX)
    g_ptr_array_add (self->report->problems, g_strdup (message));
}

/* A record that does not fit; the first of them is what people ask for. */
static void
note_record (Verifier *self, guint64 index, const char *message)
{
  g_autofree char *number = ikrar_number_thousands ((gint64) index);
  /* Translators: %1$s is the number of a record, %2$s says what is wrong with it. */
  g_autofree char *text = g_strdup_printf (_ ("Record %1$s: %2$s"), number, message);

  if (self->report->first_altered < 0 || (gint64) index < self->report->first_altered)
    self->report->first_altered = (gint64) index;
  note (self, text);
}

static gboolean
load_seals (Verifier *self, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (self->db, "checkpoint_all", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      g_auto (IkrarCheckpoint) checkpoint = { 0 };
      Seal seal = { .size = ikrar_statement_get_int (statement, 0) };
      IkrarPublicKey key = { { 0 } };
      gsize size;
      gconstpointer data = ikrar_statement_get_blob (statement, 2, &size);

      memcpy (key.bytes, data, MIN (size, sizeof key.bytes));
      seal.genuine = ikrar_checkpoint_open (ikrar_statement_get_text (statement, 1), &key, NULL,
                                            &checkpoint, NULL) &&
                     checkpoint.size == seal.size;
      seal.root = checkpoint.root;
      g_array_append_val (self->seals, seal);
    }
  return step == IKRAR_STEP_DONE;
}

/* Every checkpoint of this size must have been signed over the tree as it is. */
static void
meet_seals (Verifier *self)
{
  while (self->next_seal < self->seals->len)
    {
      const Seal *seal = &g_array_index (self->seals, Seal, self->next_seal);
      IkrarDigest root;

      if (seal->size > self->frontier.size)
        return;
      self->next_seal++;
      ikrar_frontier_root (&self->frontier, &root);
      if (!seal->genuine)
        note (self, _ ("A checkpoint is not signed by the key of this office."));
      else if (!ikrar_digest_equal (&root, &seal->root))
        note_record (
            self, self->last_good,
            _ ("it or a later one was altered and sealed anew; its checkpoint does not fit"));
      else
        self->last_good = seal->size;
    }
}

static gboolean
next_field (Verifier *self, GError **error)
{
  self->fields_step = ikrar_statement_step (self->fields, error);
  return self->fields_step != IKRAR_STEP_ERROR;
}

static const IkrarCommitment *
find_commitment (const IkrarRecord *record, IkrarFieldTag tag)
{
  for (guint i = 0; i < record->n_commitments; i++)
    if (record->commitments[i].tag == tag)
      return &record->commitments[i];
  return NULL;
}

static void
check_field (Verifier *self, const IkrarRecord *record)
{
  IkrarFieldTag tag = ikrar_statement_get_int (self->fields, 1);
  const IkrarCommitment *commitment = find_commitment (record, tag);
  gsize size;
  const guint8 *salt = ikrar_statement_get_blob (self->fields, 2, &size);

  if (commitment == NULL || size != IKRAR_SALT_SIZE ||
      !ikrar_commitment_verify (commitment, salt, ikrar_statement_get_text (self->fields, 3)))
    note_record (self, record->index, _ ("a personal field is not what was sealed"));
}

/* The fields come in the same order as the records. */
static gboolean
check_fields (Verifier *self, const IkrarRecord *record, GError **error)
{
  guint present = 0;

  while (self->fields_step == IKRAR_STEP_ROW &&
         (guint64) ikrar_statement_get_int (self->fields, 0) <= record->index)
    {
      if ((guint64) ikrar_statement_get_int (self->fields, 0) == record->index)
        {
          check_field (self, record);
          present++;
        }
      if (!next_field (self, error))
        return FALSE;
    }
  if (present < record->n_commitments)
    {
      self->report->erased += record->n_commitments - present;
      g_array_append_val (self->missing, record->index);
    }
  return TRUE;
}

static gboolean
pledge_fits (const IkrarRecord *record, const Neighbour *row)
{
  static const struct
  {
    const char *word;
    IkrarRecordKind kind;
  } kinds[] = { { "signed", IKRAR_RECORD_PLEDGE_SIGNED },
                { "recited", IKRAR_RECORD_PLEDGE_RECITED },
                { "revoked", IKRAR_RECORD_PLEDGE_REVOKED } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (record->kind == kinds[i].kind)
      return strcmp (row->pledge_kind, kinds[i].word) == 0 && row->pledge == record->subject &&
             row->pledge_participant == record->participant && row->pledge_at == record->at &&
             row->wording != NULL && ikrar_digest_equal (row->wording, &record->content);
  return row->pledge == 0;
}

static gboolean
certificate_fits (const IkrarRecord *record, const Neighbour *row)
{
  IkrarDigest face;

  if (record->kind != IKRAR_RECORD_CERTIFICATE_ISSUED)
    return row->certificate == 0;
  ikrar_digest_of (row->face, strlen (row->face), &face);
  /* The face of an erased person is gone; the rest still has to fit. */
  return row->certificate == record->subject &&
         row->certificate_participant == record->participant && row->certificate_at == record->at &&
         (*row->face == '\0' || ikrar_digest_equal (&face, &record->content));
}

static void
read_neighbour (IkrarStatement *statement, Neighbour *row)
{
  gsize size;

  row->pledge = ikrar_statement_get_int (statement, 6);
  row->pledge_participant = ikrar_statement_get_int (statement, 7);
  row->pledge_kind = ikrar_statement_get_text (statement, 8);
  row->pledge_at = ikrar_statement_get_int (statement, 9);
  row->wording = ikrar_statement_get_blob (statement, 10, &size);
  if (size != IKRAR_DIGEST_SIZE)
    row->wording = NULL;
  row->certificate = ikrar_statement_get_int (statement, 11);
  row->certificate_participant = ikrar_statement_get_int (statement, 12);
  row->certificate_at = ikrar_statement_get_int (statement, 13);
  row->face = ikrar_statement_get_text (statement, 14);
}

static gboolean
check_record (Verifier *self, IkrarStatement *statement, const IkrarRecord *record, GError **error)
{
  guint64 index = self->frontier.size;
  Neighbour row;

  read_neighbour (statement, &row);
  if (record->index != index || (gint64) record->kind != ikrar_statement_get_int (statement, 1) ||
      record->event != ikrar_statement_get_int (statement, 2) ||
      record->subject != ikrar_statement_get_int (statement, 3))
    note_record (self, index, _ ("it does not fit its place in the log"));
  if (!pledge_fits (record, &row))
    note_record (self, index, _ ("the pledge in the database is not what was sealed"));
  if (!certificate_fits (record, &row))
    note_record (self, index, _ ("the certificate in the database is not what was sealed"));
  if (record->kind == IKRAR_RECORD_PERSON_ERASED)
    g_hash_table_add (self->erased, g_memdup2 (&record->subject, sizeof record->subject));
  return check_fields (self, record, error);
}

static gboolean
verify_row (Verifier *self, IkrarStatement *statement, GError **error)
{
  guint64 index = self->frontier.size;
  gsize size, leaf_size;
  gconstpointer data = ikrar_statement_get_blob (statement, 4, &size);
  gconstpointer stored = ikrar_statement_get_blob (statement, 5, &leaf_size);
  g_autofree guint8 *bytes = g_memdup2 (data, size);
  IkrarRecord record;
  IkrarDigest leaf;
  char desk[256];

  meet_seals (self);
  ikrar_merkle_leaf (bytes, size, &leaf);
  if ((guint64) ikrar_statement_get_int (statement, 0) != index)
    note_record (self, index, _ ("it is missing"));
  if (leaf_size != IKRAR_DIGEST_SIZE || memcmp (stored, leaf.bytes, leaf_size) != 0)
    note_record (self, index, _ ("it was altered"));
  if (!ikrar_record_decode (bytes, size, &record, desk, NULL))
    note_record (self, index, _ ("it cannot be read"));
  else if (!check_record (self, statement, &record, error))
    return FALSE;
  ikrar_frontier_append (&self->frontier, &leaf);
  return TRUE;
}

static gboolean
verify_rows (Verifier *self, guint64 total, const IkrarProgress *progress, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (self->db, "ledger_verify_records", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    if (!verify_row (self, statement, error) ||
        !ikrar_progress_step (progress, self->frontier.size, total, error))
      {
        ikrar_statement_reset (statement);
        return FALSE;
      }
  meet_seals (self);
  return step == IKRAR_STEP_DONE;
}

/* Fields may be missing only where the person was erased, and the erasure is sealed. */
static gboolean
check_missing (Verifier *self, GError **error)
{
  for (guint i = 0; i < self->missing->len; i++)
    {
      guint64 index = g_array_index (self->missing, guint64, i);
      IkrarId person;

      if (!ikrar_db_get_int (self->db, "ledger_person", &person, error, "i", (gint64) index))
        return FALSE;
      if (!g_hash_table_contains (self->erased, &person))
        note_record (self, index, _ ("personal fields are gone without a sealed erasure"));
    }
  return TRUE;
}

static void
note_stray (Verifier *self, const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *message;
  } messages[] = {
    { "pledge", N_ ("A pledge of the database has no sealed record.") },
    { "certificate", N_ ("A certificate of the database has no sealed record.") },
    { "participant", N_ ("What the roster shows of a pledge is not what was pledged.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (strcmp (kind, messages[i].kind) == 0)
      note (self, _ (messages[i].message));
}

static gboolean
check_strays (Verifier *self, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (self->db, "ledger_strays", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    note_stray (self, ikrar_statement_get_text (statement, 0));
  return step == IKRAR_STEP_DONE;
}

static gboolean
check_wordings (Verifier *self, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (self->db, "ledger_wordings", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      const char *body = ikrar_statement_get_text (statement, 1);
      gsize size;
      gconstpointer stored = ikrar_statement_get_blob (statement, 2, &size);
      IkrarDigest digest;

      ikrar_digest_of (body, strlen (body), &digest);
      if (size != IKRAR_DIGEST_SIZE || memcmp (stored, digest.bytes, size) != 0)
        note (self, _ ("The text of a pledge was altered after it was used."));
    }
  return step == IKRAR_STEP_DONE;
}

static void
check_end (Verifier *self, const IkrarFrontier *head)
{
  IkrarDigest expected, actual;

  ikrar_frontier_root (head, &expected);
  ikrar_frontier_root (&self->frontier, &actual);
  if (self->frontier.size < head->size)
    note_record (self, self->frontier.size, _ ("Records are missing at the end of the log."));
  else if (!ikrar_digest_equal (&expected, &actual))
    note (self, _ ("The log does not fit its head."));
  if (self->next_seal < self->seals->len)
    note_record (self, self->frontier.size,
                 _ ("There is a checkpoint over more records than the log has."));
  if (self->fields_step == IKRAR_STEP_ROW)
    note (self, _ ("There are personal fields that belong to no record."));
  self->report->size = self->frontier.size;
  self->report->root = actual;
}

static gboolean
verify (Verifier *self, const IkrarProgress *progress, GError **error)
{
  IkrarFrontier head;
  g_autofree char *origin = NULL;

  self->fields = ikrar_db_query (self->db, "ledger_fields", error, "");
  if (self->fields == NULL || !next_field (self, error) ||
      !_ikrar_ledger_read_head (self->db, "ledger_head_get", &head, &origin, error) ||
      !load_seals (self, error) || !verify_rows (self, head.size, progress, error))
    return FALSE;
  check_end (self, &head);
  return check_missing (self, error) && check_strays (self, error) && check_wordings (self, error);
}

IkrarLedgerReport *
ikrar_ledger_verify (IkrarStore *store, const IkrarProgress *progress, GError **error)
{
  g_autoptr (IkrarLedgerReport) report = g_new0 (IkrarLedgerReport, 1);
  Verifier self = { .db = ikrar_store_get_db (store), .report = report };
  gboolean done;

  report->ok = TRUE;
  report->first_altered = -1;
  report->problems = g_ptr_array_new_with_free_func (g_free);
  self.seals = g_array_new (FALSE, FALSE, sizeof (Seal));
  self.missing = g_array_new (FALSE, FALSE, sizeof (guint64));
  self.erased = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  done = ikrar_db_begin_read (self.db, error) && verify (&self, progress, error);
  ikrar_statement_reset (self.fields);
  ikrar_db_rollback (self.db);
  g_array_unref (self.seals);
  g_array_unref (self.missing);
  g_hash_table_unref (self.erased);
  return done ? g_steal_pointer (&report) : NULL;
}

void
ikrar_ledger_report_free (IkrarLedgerReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->problems);
  g_free (report);
}
