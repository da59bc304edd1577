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
#include "store/ledger-evidence-private.h"
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
  IkrarFrontier head;
  char *origin;
  IkrarFrontier frontier;
  GArray *seals;
  guint next_seal;
  guint64 last_good; /* records that a met checkpoint vouches for */
  gboolean broken;   /* the log itself is altered at a record that was named */
  IkrarEvidence evidence;
  IkrarStatement *fields;
  IkrarStep fields_step;
  GHashTable *erased; /* set of erased person ids */
  GArray *missing;    /* indexes of records that lack fields */
} Verifier;

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

/* A record that does not fit the log itself: every root over it is wrong. */
static void
note_broken (Verifier *self, const char *message)
{
  self->broken = TRUE;
  note_record (self, self->frontier.size, message);
}

static void
on_evidence (gpointer user_data, gint64 index, const char *message)
{
  if (index >= 0)
    note_record (user_data, (guint64) index, message);
  else
    note (user_data, message);
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

      seal.genuine = _ikrar_ledger_open_checkpoint (statement, 1, seal.size, &checkpoint) &&
                     g_strcmp0 (checkpoint.origin, self->origin) == 0;
      seal.root = checkpoint.root;
      g_array_append_val (self->seals, seal);
    }
  return step == IKRAR_STEP_DONE;
}

/* Without a record that is altered for itself, it is any one since the last good checkpoint. */
static void
note_wrong_root (Verifier *self)
{
  if (self->broken)
    note (self, _ ("A checkpoint does not fit."));
  else
    note_record (self, self->last_good,
                 _ ("it or a later one was altered and sealed anew; its checkpoint does not fit"));
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
        note_wrong_root (self);
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
find_commitment (const IkrarRecord *record, gint64 tag)
{
  for (guint i = 0; i < record->n_commitments; i++)
    if ((gint64) record->commitments[i].tag == tag)
      return &record->commitments[i];
  return NULL;
}

static void
check_field (Verifier *self, const IkrarRecord *record)
{
  gint64 tag = ikrar_statement_get_int (self->fields, 1);
  const IkrarCommitment *commitment = find_commitment (record, tag);
  gsize size;
  const guint8 *salt = ikrar_statement_get_blob (self->fields, 2, &size);
  const char *value = ikrar_statement_get_text (self->fields, 3);
  const char *shown;

  if (commitment == NULL || size != IKRAR_SALT_SIZE ||
      !ikrar_commitment_verify (commitment, salt, value))
    {
      note_record (self, self->frontier.size, _ ("a personal field is not what was sealed"));
      return;
    }
  shown = self->evidence.shown[tag - IKRAR_FIELD_NAME];
  if (shown != NULL && strcmp (shown, value) != 0)
    note_record (self, self->frontier.size,
                 _ ("what papers show beside it is not what was sealed"));
}

/* The fields come in the same order as the records. */
static gboolean
check_fields (Verifier *self, const IkrarRecord *record, GError **error)
{
  gint64 index = (gint64) self->frontier.size;
  guint present = 0;

  while (self->fields_step == IKRAR_STEP_ROW && ikrar_statement_get_int (self->fields, 0) <= index)
    {
      if (ikrar_statement_get_int (self->fields, 0) == index)
        {
          check_field (self, record);
          present++;
        }
      else
        note (self, _ ("There are personal fields that belong to no record."));
      if (!next_field (self, error))
        return FALSE;
    }
  if (present < record->n_commitments)
    {
      self->report->erased += record->n_commitments - present;
      g_array_append_val (self->missing, self->frontier.size);
    }
  return TRUE;
}

static gboolean
check_record (Verifier *self, IkrarStatement *statement, const IkrarRecord *record, GError **error)
{
  if (record->index != self->frontier.size ||
      (gint64) record->kind != ikrar_statement_get_int (statement, 1) ||
      record->event != ikrar_statement_get_int (statement, 2) ||
      record->subject != ikrar_statement_get_int (statement, 3))
    note_broken (self, _ ("it does not fit its place in the log"));
  _ikrar_evidence_check (&self->evidence, statement, self->frontier.size, record, on_evidence,
                         self);
  if (record->kind == IKRAR_RECORD_PERSON_ERASED)
    g_hash_table_add (self->erased, g_memdup2 (&record->subject, sizeof record->subject));
  return check_fields (self, record, error);
}

/* The record is read in place: the row stands still until the next one is asked for. */
static gboolean
verify_row (Verifier *self, IkrarStatement *statement, GError **error)
{
  guint64 index = self->frontier.size;
  gsize size, leaf_size;
  gconstpointer bytes = ikrar_statement_get_blob (statement, 5, &size);
  gconstpointer stored = ikrar_statement_get_blob (statement, 6, &leaf_size);
  IkrarRecord record;
  IkrarDigest leaf;
  char desk[256];

  meet_seals (self);
  ikrar_merkle_leaf (bytes, size, &leaf);
  if ((guint64) ikrar_statement_get_int (statement, 0) != index)
    note_broken (self, _ ("it is missing"));
  if (leaf_size != IKRAR_DIGEST_SIZE || memcmp (stored, leaf.bytes, leaf_size) != 0)
    note_broken (self, _ ("it was altered"));
  if (!ikrar_record_decode (bytes, size, &record, desk, NULL))
    note_broken (self, _ ("it cannot be read"));
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
check_end (Verifier *self)
{
  IkrarDigest expected;

  ikrar_frontier_root (&self->head, &expected);
  ikrar_frontier_root (&self->frontier, &self->report->root);
  self->report->size = self->frontier.size;
  if (self->frontier.size < self->head.size)
    note_record (self, self->frontier.size, _ ("it and what came after it are missing"));
  else if (!ikrar_digest_equal (&expected, &self->report->root))
    note (self, _ ("The log does not fit its head."));
  if (self->next_seal < self->seals->len)
    note_record (self, self->frontier.size, _ ("a checkpoint covers it, and it is missing"));
  if (self->fields_step == IKRAR_STEP_ROW)
    note (self, _ ("There are personal fields that belong to no record."));
}

/* A damaged head is a finding, not a failure. */
static gboolean
read_head (Verifier *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (_ikrar_ledger_read_head (self->db, "ledger_head_get", &self->head, &self->origin, &local))
    return TRUE;
  if (!g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  note (self, local->message);
  return TRUE;
}

static gboolean
verify (Verifier *self, const IkrarProgress *progress, GError **error)
{
  self->fields = ikrar_db_query (self->db, "ledger_fields", error, "");
  if (self->fields == NULL || !next_field (self, error) || !read_head (self, error) ||
      !load_seals (self, error) || !_ikrar_evidence_load (&self->evidence, self->db, error) ||
      !verify_rows (self, self->head.size, progress, error))
    return FALSE;
  check_end (self);
  return check_missing (self, error) &&
         _ikrar_evidence_finish (&self->evidence, self->db, on_evidence, self, error);
}

IkrarLedgerReport *
_ikrar_ledger_verify_within (IkrarDb *db, const IkrarProgress *progress, GError **error)
{
  g_autoptr (IkrarLedgerReport) report = g_new0 (IkrarLedgerReport, 1);
  Verifier self = { .db = db, .report = report };
  gboolean done;

  report->ok = TRUE;
  report->first_altered = -1;
  report->problems = g_ptr_array_new_with_free_func (g_free);
  self.seals = g_array_new (FALSE, FALSE, sizeof (Seal));
  self.missing = g_array_new (FALSE, FALSE, sizeof (guint64));
  self.erased = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  done = verify (&self, progress, error);
  ikrar_statement_reset (self.fields);
  g_array_unref (self.seals);
  g_array_unref (self.missing);
  g_hash_table_unref (self.erased);
  _ikrar_evidence_clear (&self.evidence);
  g_free (self.origin);
  return done ? g_steal_pointer (&report) : NULL;
}

IkrarLedgerReport *
ikrar_ledger_verify (IkrarStore *store, const IkrarProgress *progress, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  IkrarLedgerReport *report = NULL;

  if (ikrar_db_begin_read (db, error))
    report = _ikrar_ledger_verify_within (db, progress, error);
  ikrar_db_rollback (db);
  return report;
}

void
ikrar_ledger_report_free (IkrarLedgerReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->problems);
  g_free (report);
}
