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
 * ikrar_checkpoint_origin_is_valid:
 * @origin: any text
 *
 * The name of a log is UTF-8, not empty, and has no control character. Where it shall also be the
 * signer's name, see [func@key_name_is_valid].
 *
 * Any thread.
 *
 * Returns: whether a log may have the name
 */
gboolean ikrar_checkpoint_origin_is_valid (const char *origin);

/**
 * ikrar_checkpoint_sign:
 * @checkpoint: the checkpoint, of a valid origin
 * @key: the institution's key
 * @key_name: the signer's valid name in the note, usually the origin
 *
 * Signs what it is given. A caller must never sign a size and root that do not extend what was
 * signed before ([func@merkle_consistency_verify]).
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
 * format demands; a wrong signature with the name and hash of @key spoils the note. The text must
 * be exactly the three lines that [func@checkpoint_sign] writes: extension lines, which C2SP allows
 * and advises against, are refused.
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
