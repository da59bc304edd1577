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
 *     checkpoint <base64 of a signed note>     any number, after the records they cover
 *     end <number of records>
 *
 * Personal fields are not in it, only their commitments.
 */
typedef struct _IkrarLedgerWriter IkrarLedgerWriter;

/**
 * ikrar_ledger_writer_new:
 * @output: where to write
 * @origin: name of the log
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
 * @verifier_key: a public key as [func@public_key_format] writes it
 */
void ikrar_ledger_writer_add_key (IkrarLedgerWriter *writer, const char *verifier_key);

/**
 * ikrar_ledger_writer_add_record:
 * @writer: a writer
 * @data: (array length=size): canonical bytes
 * @size: how many
 */
void ikrar_ledger_writer_add_record (IkrarLedgerWriter *writer, gconstpointer data, gsize size);

/**
 * ikrar_ledger_writer_add_checkpoint:
 * @writer: a writer
 * @note: a signed note
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
 * @genuine: whether every record stands as the newest checkpoint signed it
 * @records: records in the file
 * @sealed: records covered by a checkpoint with a good signature
 * @root: root over all records
 * @origin: name of the log
 * @key: the verifier key that signed
 * @key_trusted: whether that key was given from outside; else it is the file's own claim
 * @first_altered: index of the first record that does not fit, -1 if none can be named
 * @problems: (element-type utf8): what is wrong, in words
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
 * without gap, every checkpoint is signed and its root is that of the records before it.
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
