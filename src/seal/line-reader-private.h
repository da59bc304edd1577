/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkrarLineReader:
 *
 * Reads lines of a stream nobody vouches for: one buffer of fixed size, whatever comes.
 */
typedef struct _IkrarLineReader IkrarLineReader;

/**
 * ikrar_line_reader_new:
 * @input: a stream
 * @limit: the longest line, with its end
 *
 * Returns: (transfer full): a reader
 */
IkrarLineReader *ikrar_line_reader_new (GInputStream *input, gsize limit);

/**
 * ikrar_line_reader_free:
 * @reader: (transfer full) (nullable): a reader
 */
void ikrar_line_reader_free (IkrarLineReader *reader);

/**
 * ikrar_line_reader_next:
 * @reader: a reader
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the next line without its end, valid until the next call;
 *   `NULL` without an error after the last one; `NULL` with an error of the stream, or with
 *   `IKRAR_SEAL_ERROR_SYNTAX` for a line that is too long, has no end or holds a NUL byte
 */
char *ikrar_line_reader_next (IkrarLineReader *reader, GCancellable *cancellable, GError **error);

/**
 * ikrar_line_reader_get_line:
 * @reader: a reader
 *
 * Returns: number of the line that was read last, from 1
 */
guint64 ikrar_line_reader_get_line (IkrarLineReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarLineReader, ikrar_line_reader_free)

G_END_DECLS
