/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"

G_BEGIN_DECLS

/**
 * IkrarCheckpoint:
 * @origin: name of the log
 * @size: records in it
 * @root: root of its tree
 *
 * A C2SP tlog-checkpoint: what the log looked like at one moment.
 */
typedef struct
{
  char *origin;
  guint64 size;
  IkrarDigest root;
} IkrarCheckpoint;

/**
 * ikrar_checkpoint_sign:
 * @checkpoint: the checkpoint
 * @key: the institution's key
 * @key_name: the signer's name in the note, usually the origin
 *
 * Any thread.
 *
 * Returns: (transfer full): the C2SP signed note: three lines (origin, size, base64 root), an empty
 *   one, and `— name base64(key hash || signature)`
 */
char *ikrar_checkpoint_sign (const IkrarCheckpoint *checkpoint,
                             IkrarSecretKey *key,
                             const char *key_name);

/**
 * ikrar_checkpoint_open:
 * @note: a signed note
 * @key: a public key
 * @key_name: (nullable): the signer's name expected, `NULL` for any
 * @checkpoint: (out): the checkpoint; clear with [func@checkpoint_clear]
 * @error: return location for an error
 *
 * Reads a note and checks that @key signed it. Signatures of others in the note are ignored, as the
 * format demands.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX` or `IKRAR_SEAL_ERROR_SIGNATURE`
 */
gboolean ikrar_checkpoint_open (const char *note,
                                const IkrarPublicKey *key,
                                const char *key_name,
                                IkrarCheckpoint *checkpoint,
                                GError **error);

/**
 * ikrar_checkpoint_clear:
 * @checkpoint: a checkpoint whose strings are freed
 */
void ikrar_checkpoint_clear (IkrarCheckpoint *checkpoint);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarCheckpoint, ikrar_checkpoint_clear)

G_END_DECLS
