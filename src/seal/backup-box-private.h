/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "seal/backup-key-private.h"

G_BEGIN_DECLS

#define IKRAR_BACKUP_CHUNK (64 * 1024)

/**
 * IkrarBackupHeader:
 * @bytes: the whole of it: magic, salt, public key, check, sealed stream key, stream header
 *
 * What stands before the chunks of a sealed backup.
 */
typedef struct
{
  guint8 bytes[168];
} IkrarBackupHeader;

/**
 * ikrar_backup_read_header:
 * @input: the sealed backup
 * @header: (out): its first bytes
 * @key: (out): salt and public key that they name
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX`, `IKRAR_SEAL_ERROR_ALTERED` or an error of the
 *   stream
 */
gboolean ikrar_backup_read_header (GInputStream *input,
                                   IkrarBackupHeader *header,
                                   IkrarBackupKey *key,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * ikrar_backup_open_chunks:
 * @header: the backup's first bytes
 * @key: its public key
 * @secret: the secret key that belongs to it
 * @preface: (out) (optional) (transfer full): as for [func@backup_open]
 * @input: the backup behind the header
 * @output: where the content goes
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * [func@backup_open] behind the half second that the passphrase takes.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_ALTERED` or an error of the streams
 */
gboolean ikrar_backup_open_chunks (const IkrarBackupHeader *header,
                                   const IkrarBackupKey *key,
                                   const IkrarSecretBytes *secret,
                                   GBytes **preface,
                                   GInputStream *input,
                                   GOutputStream *output,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
