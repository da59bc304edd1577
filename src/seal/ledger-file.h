/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "seal/checkpoint.h"
#include "seal/key.h"

G_BEGIN_DECLS

/**
 * IkrarLedgerWriter:
 *
 * Writes a ledger export: a text file that anybody can check without Ikrar. Lines:
 *
 *     ikrar-ledger 1
 *     origin <name of the log>
 *     key <verifier key>                    one or more
 *     record <base64 of the canonical bytes>   one each, in order
 *     checkpoint <base64 of a signed note>     any number, each right behind the records it covers
 *     end <number of records>
 *
 * Personal fields are not in it, only their commitments. A checkpoint stands directly behind the
 * last record it covers, or it cannot be checked while reading. Lines end with LF.
 */
typedef struct _IkrarLedgerWriter IkrarLedgerWriter;

/**
 * ikrar_ledger_writer_new:
 * @output: where to write; not closed
 * @origin: name of the log, a valid one ([func@checkpoint_origin_is_valid])
 *
 * A writer belongs to one thread at a time.
 *
 * Returns: (transfer full): a writer
 */
IkrarLedgerWriter *ikrar_ledger_writer_new (GOutputStream *output, const char *origin);

/**
 * ikrar_ledger_writer_free:
 * @writer: (transfer full) (nullable): a writer
 */
void ikrar_ledger_writer_free (IkrarLedgerWriter *writer);

/**
 * ikrar_ledger_writer_add_key:
 * @writer: a writer
 * @verifier_key: a public key as [func@public_key_format] writes it, with the name that the notes
 * use
 *
 * Keys come first, at least one and at most 16.
 */
void ikrar_ledger_writer_add_key (IkrarLedgerWriter *writer, const char *verifier_key);

/**
 * ikrar_ledger_writer_add_record:
 * @writer: a writer
 * @data: (array length=size): canonical bytes
 * @size: how many
 *
 * Writes the next record, as it is stored.
 */
void ikrar_ledger_writer_add_record (IkrarLedgerWriter *writer, gconstpointer data, gsize size);

/**
 * ikrar_ledger_writer_add_checkpoint:
 * @writer: a writer
 * @note: a signed note
 *
 * Keeps the note until the records that it covers are written, and writes it right behind them. It
 * must come before any record that it does not cover: add all checkpoints first, or each when its
 * records are there.
 */
void ikrar_ledger_writer_add_checkpoint (IkrarLedgerWriter *writer, const char *note);

/**
 * ikrar_ledger_writer_finish:
 * @writer: a writer
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes the end and flushes. Errors of earlier writes are reported here.
 *
 * Returns: `FALSE` with an error of the stream
 */
gboolean
ikrar_ledger_writer_finish (IkrarLedgerWriter *writer, GCancellable *cancellable, GError **error);

/**
 * IkrarLedgerVerdict:
 * @genuine: whether the file is whole and every record stands as the newest checkpoint signed it
 * @records: records read; reading ends at the first thing that cannot be right
 * @sealed: records covered by a checkpoint with a good signature (of the trusted key, if one was
 *   given)
 * @root: root over all records read
 * @origin: (nullable): name of the log
 * @key: (nullable): the verifier key that signed the newest good checkpoint
 * @key_trusted: whether that key was given from outside; else it is the file's own claim
 * @first_altered: index of the first record that does not fit, -1 if none can be named. Where only
 * a root is wrong, the first record after the last good checkpoint: the altered one is it or a
 * later one, and the problem says so. One past the last record read if it is unreadable or missing
 * @problems: (element-type utf8): what is wrong, in translated sentences, at most 20
 *
 * What an export proves.
 */
typedef struct
{
  gboolean genuine;
  guint64 records;
  guint64 sealed;
  IkrarDigest root;
  char *origin;
  char *key;
  gboolean key_trusted;
  gint64 first_altered;
  GPtrArray *problems;
} IkrarLedgerVerdict;

/**
 * ikrar_ledger_file_verify:
 * @input: a ledger export
 * @trusted: (nullable): the public key to check against; `NULL` to use the file's own and say so
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Checks an export without a database: every record decodes to the same bytes, indexes run from 0
 * without gap, every checkpoint is signed with a key of the file and is of its log, its root is
 * that of the records before it, and the newest one of the trusted key covers them all. A
 * checkpoint with a bad signature makes the file not genuine, but does not keep later ones from
 * sealing records.
 *
 * Needs the same memory for every file, whatever is in it.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the verdict, or `NULL` with `IKRAR_SEAL_ERROR_SYNTAX` if the
 *   file is no ledger export, or an error of the stream
 */
IkrarLedgerVerdict *ikrar_ledger_file_verify (GInputStream *input,
                                              const IkrarPublicKey *trusted,
                                              GCancellable *cancellable,
                                              GError **error);

/**
 * ikrar_ledger_verdict_free:
 * @verdict: (transfer full) (nullable): a verdict
 */
void ikrar_ledger_verdict_free (IkrarLedgerVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarLedgerWriter, ikrar_ledger_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarLedgerVerdict, ikrar_ledger_verdict_free)

G_END_DECLS
