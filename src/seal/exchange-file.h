/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "seal/key.h"

G_BEGIN_DECLS

/* The most values of a row, and the longest line of a file, with its end. */
#define IKRAR_EXCHANGE_VALUES_MAX 24
#define IKRAR_EXCHANGE_LINE_MAX (1024 * 1024)

/**
 * IkrarExchangeValue:
 * @number: of type `i`: a number from 0
 * @text: of type `t`: UTF-8, never `NULL` once read
 * @data: of type `b`: bytes
 * @size: of type `b`: how many
 *
 * One value of a row. Which member counts is said by the letter of its type. Borrowed.
 */
typedef struct
{
  gint64 number;
  const char *text;
  gconstpointer data;
  gsize size;
} IkrarExchangeValue;

/**
 * IkrarExchangeWriter:
 *
 * Writes an exchange file: a text that carries rows from one database to another, signed by the
 * office that wrote it. Lines, each ended by LF:
 *
 *     ikrar-exchange/1
 *     key <public key text>
 *     <word> TAB <value> TAB <value> ...       one row each
 *     end <number of rows>
 *     sign <base64 of the signature>
 *
 * The signature is over SHA-256 of every byte before its line. Which rows there are, and what their
 * values mean, is the business of the one who writes them.
 */
typedef struct _IkrarExchangeWriter IkrarExchangeWriter;

/**
 * ikrar_exchange_writer_new:
 * @output: where to write; not closed
 * @key: the public key of the one who will sign
 * @name: the signer's valid name ([func@key_name_is_valid])
 *
 * A writer belongs to one thread at a time.
 *
 * Returns: (transfer full): a writer
 */
IkrarExchangeWriter *
ikrar_exchange_writer_new (GOutputStream *output, const IkrarPublicKey *key, const char *name);

/**
 * ikrar_exchange_writer_free:
 * @writer: (transfer full) (nullable): a writer
 */
void ikrar_exchange_writer_free (IkrarExchangeWriter *writer);

/**
 * ikrar_exchange_writer_add:
 * @writer: a writer
 * @word: what the row is: lower-case letters
 * @types: a letter for each value: `i`, `t` or `b`
 * @values: the values
 * @error: return location for an error
 *
 * Writes a row.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_FAILED` if the row is too long for a line, or with an
 *   error of the stream
 */
gboolean ikrar_exchange_writer_add (IkrarExchangeWriter *writer,
                                    const char *word,
                                    const char *types,
                                    const IkrarExchangeValue *values,
                                    GError **error);

/**
 * ikrar_exchange_writer_finish:
 * @writer: a writer
 * @key: the secret half of the key that was announced
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Signs what was written, and flushes.
 *
 * Returns: `FALSE` with an error of the stream
 */
gboolean ikrar_exchange_writer_finish (IkrarExchangeWriter *writer,
                                       IkrarSecretKey *key,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * IkrarExchangeReader:
 *
 * Reads an exchange file that nobody vouches for yet: with one line in memory, whatever comes.
 */
typedef struct _IkrarExchangeReader IkrarExchangeReader;

/**
 * ikrar_exchange_reader_new:
 * @input: an exchange file
 * @cancellable: (nullable): a cancellable, used for all reading
 * @error: return location for an error
 *
 * Reads the first two lines. A reader belongs to one thread at a time.
 *
 * Returns: (transfer full) (nullable): a reader, or `NULL` with `IKRAR_SEAL_ERROR_SYNTAX` if it is
 *   no exchange file or one of another version, or an error of the stream
 */
IkrarExchangeReader *
ikrar_exchange_reader_new (GInputStream *input, GCancellable *cancellable, GError **error);

/**
 * ikrar_exchange_reader_free:
 * @reader: (transfer full) (nullable): a reader
 */
void ikrar_exchange_reader_free (IkrarExchangeReader *reader);

/**
 * ikrar_exchange_reader_get_key:
 * @reader: a reader
 * @text: (out) (optional) (transfer none): the key as the file writes it
 *
 * Returns: (transfer none): the key that the file says it is signed with; what it says is true only
 *   after [func@exchange_reader_next] came to the end without an error
 */
const IkrarPublicKey *
ikrar_exchange_reader_get_key (IkrarExchangeReader *reader, const char **text);

/**
 * ikrar_exchange_reader_next:
 * @reader: a reader
 * @word: (out) (transfer none) (nullable): what the next row is; `NULL` at the end of a file that
 * is whole and whose signature is right
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX`, `IKRAR_SEAL_ERROR_SIGNATURE` (something was
 *   changed, or the key has not signed this) or an error of the stream
 */
gboolean
ikrar_exchange_reader_next (IkrarExchangeReader *reader, const char **word, GError **error);

/**
 * ikrar_exchange_reader_get_values:
 * @reader: a reader at a row
 * @types: a letter for each value
 * @values: (out caller-allocates): room for as many; they are valid until the next row. Asked for
 *   once a row
 * @error: return location for an error
 *
 * Strict: as many values as letters, each in the one form that it may have.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX`
 */
gboolean ikrar_exchange_reader_get_values (IkrarExchangeReader *reader,
                                           const char *types,
                                           IkrarExchangeValue *values,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarExchangeWriter, ikrar_exchange_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarExchangeReader, ikrar_exchange_reader_free)

G_END_DECLS
