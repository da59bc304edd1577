/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ikrar_backup_key_make:
 * @passphrase: the passphrase
 * @error: return location for an error
 *
 * Makes a backup key: a public key to which backups are sealed without asking for the passphrase.
 * It is an X25519 key whose secret is derived from the passphrase (argon2id, libsodium's MODERATE
 * limits) and a fresh salt. It opens nothing. Text: `ikrar-backup-key 1 <base64 salt> <base64
 * public key>`.
 *
 * Takes about half a second by intention. Any thread.
 *
 * Returns: (transfer full) (nullable): the key text, or `NULL` with `IKRAR_SEAL_ERROR_PASSPHRASE`
 *   (empty) or `IKRAR_SEAL_ERROR_FAILED` (no memory)
 */
char *ikrar_backup_key_make (const char *passphrase, GError **error);

/**
 * ikrar_backup_seal:
 * @backup_key: what [func@backup_key_make] gave
 * @preface: (nullable): bytes put before the content, such as the key file; at most 16 MiB
 * @input: the content
 * @output: where the sealed backup goes; not closed
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes `IKRARBK1`, the salt and public key, 8 bytes to tell damage from a wrong passphrase, a
 * fresh stream key sealed to the public key, and the header of libsodium's secretstream; then, in
 * its chunks of 64 KiB, the preface's length (u32 big-endian), the preface and the content. A
 * cut-off file is noticed by the missing final tag. Whoever has the backup key can seal: a backup
 * that opens is whole, but nothing proves who made it.
 *
 * Uses the same memory for every size. Any thread.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX` or an error of the streams
 */
gboolean ikrar_backup_seal (const char *backup_key,
                            GBytes *preface,
                            GInputStream *input,
                            GOutputStream *output,
                            GCancellable *cancellable,
                            GError **error);

/**
 * ikrar_backup_is_sealed:
 * @data: (array length=size): first bytes of a file
 * @size: how many; below 8 nothing is recognised
 *
 * Any thread.
 *
 * Returns: whether the file is a sealed backup
 */
gboolean ikrar_backup_is_sealed (gconstpointer data, gsize size);

/**
 * ikrar_backup_open:
 * @passphrase: (nullable): the passphrase
 * @preface: (out) (optional) (transfer full): the bytes put before the content, empty if there are
 *   none; only set on success, in memory that is wiped with the last reference
 * @input: the sealed backup
 * @output: where the content goes; not closed. What was written is worthless if this fails
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Takes about half a second for the passphrase. Any thread.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_PASSPHRASE`, `IKRAR_SEAL_ERROR_SYNTAX`,
 *   `IKRAR_SEAL_ERROR_ALTERED` (damaged or cut off) or an error of the streams
 */
gboolean ikrar_backup_open (const char *passphrase,
                            GBytes **preface,
                            GInputStream *input,
                            GOutputStream *output,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
