/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

#include "core/progress.h"
#include "seal/record.h"

G_BEGIN_DECLS

/**
 * IkrarLedgerField:
 * @tag: which field
 * @value: its value
 */
typedef struct
{
  IkrarFieldTag tag;
  const char *value;
} IkrarLedgerField;

/**
 * IkrarLedgerState:
 * @size: records
 * @root: root of the tree
 * @sealed: records covered by the newest checkpoint
 * @checkpoint_at: when that one was signed, 0 if there is none
 * @checkpoints: how many there are
 * @origin: name of the log
 */
typedef struct
{
  guint64 size;
  IkrarDigest root;
  guint64 sealed;
  IkrarTime checkpoint_at;
  guint64 checkpoints;
  char *origin;
} IkrarLedgerState;

/**
 * ikrar_ledger_state_clear:
 * @state: a state whose texts are freed
 */
void ikrar_ledger_state_clear (IkrarLedgerState *state);

/**
 * IkrarCheckpointLine:
 *
 * A checkpoint in the list.
 */
typedef struct
{
  guint64 size;
  IkrarTime at;
  IkrarDigest root;
  char *note;
} IkrarCheckpointLine;

/**
 * IkrarLedgerReport:
 * @ok: whether everything stands as it was sealed
 * @size: records looked at
 * @root: root over them
 * @first_altered: index of the first record that does not fit, -1 if none
 * @erased: fields erased under the privacy law
 * @problems: (element-type utf8): what is wrong, in words
 */
typedef struct
{
  gboolean ok;
  guint64 size;
  IkrarDigest root;
  gint64 first_altered;
  guint64 erased;
  GPtrArray *problems;
} IkrarLedgerReport;

/**
 * ikrar_ledger_append:
 * @change: a change
 * @record: kind, event, subject, content, nonce, refers_to; index and commitments are filled in,
 * and time and desk, unless it was made elsewhere and has its own
 * @fields: (array length=n_fields): personal fields, by ascending tag; empty ones are left out
 * @n_fields: how many
 * @error: return location for an error
 *
 * Appends to the sealed log in the change's transaction: gapless, in commit order. If it fails, the
 * change must not be committed.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_INVALID` if a value is not UTF-8, or another store error
 */
gboolean ikrar_ledger_append (IkrarChange *change,
                              IkrarRecord *record,
                              const IkrarLedgerField *fields,
                              guint n_fields,
                              GError **error);

/**
 * ikrar_ledger_get_field:
 * @store: a store
 * @index: index of a record
 * @tag: which field
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the value, "" if it was erased; `NULL` with a store error
 */
char *ikrar_ledger_get_field (IkrarStore *store, guint64 index, IkrarFieldTag tag, GError **error);

/**
 * ikrar_ledger_get_state:
 * @store: a store
 * @state: (out): the state; free @origin
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_ledger_get_state (IkrarStore *store, IkrarLedgerState *state, GError **error);

/**
 * ikrar_ledger_checkpoint:
 * @store: a store
 * @note: (out) (optional) (transfer full): the newest checkpoint's signed note
 * @error: return location for an error
 *
 * Signs the log as it stands, unless the newest checkpoint covers it already. Never signs a log
 * that does not extend the last checkpoint.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CORRUPT` if the log was altered,
 *   `IKRAR_STORE_ERROR_NO_KEY`, or another store error
 */
gboolean ikrar_ledger_checkpoint (IkrarStore *store, char **note, GError **error);

/**
 * ikrar_ledger_check_note:
 * @store: a store
 * @note: a checkpoint that was kept outside: on a paper, in an export, at another desk
 * @error: return location for an error
 *
 * Checks that the log still has every record that the checkpoint was signed over. Whoever holds
 * database and key can put an older copy back or write another history, and [func@ledger_verify]
 * finds nothing wrong with it; this does.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CORRUPT` if records are missing or were altered,
 *   `IKRAR_STORE_ERROR_INVALID` if no key of this database signed @note, or another store error
 */
gboolean ikrar_ledger_check_note (IkrarStore *store, const char *note, GError **error);

/**
 * ikrar_ledger_checkpoints:
 * @store: a store
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarCheckpointLine) (nullable): the newest first, or
 *   `NULL` with a store error
 */
GPtrArray *ikrar_ledger_checkpoints (IkrarStore *store, guint limit, GError **error);

/**
 * ikrar_ledger_verify:
 * @store: a store
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Checks every record, commitment and checkpoint, and that each pledge and certificate of the
 * database, with its wording, reader and witnesses, is what its record says.
 *
 * Returns: (transfer full) (nullable): the report, also of an altered log; `NULL` with a store
 * error if it could not be read
 */
IkrarLedgerReport *
ikrar_ledger_verify (IkrarStore *store, const IkrarProgress *progress, GError **error);

/**
 * ikrar_ledger_export:
 * @store: a store
 * @file: where to write
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Signs a checkpoint and writes the log up to it without personal fields, for keeping outside.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CONFLICT` if the log is empty, an error of
 *   [func@ledger_checkpoint], another store error or an error of writing; @file is as it was then
 */
gboolean
ikrar_ledger_export (IkrarStore *store, GFile *file, const IkrarProgress *progress, GError **error);

/**
 * ikrar_ledger_report_free:
 * @report: (transfer full) (nullable): a report
 */
void ikrar_ledger_report_free (IkrarLedgerReport *report);

/**
 * ikrar_checkpoint_line_free:
 * @line: (transfer full) (nullable): a checkpoint
 */
void ikrar_checkpoint_line_free (IkrarCheckpointLine *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarLedgerState, ikrar_ledger_state_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarLedgerReport, ikrar_ledger_report_free)

G_END_DECLS
