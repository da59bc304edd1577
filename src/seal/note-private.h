/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"

G_BEGIN_DECLS

/* Signed notes as C2SP specifies them (c2sp.org/signed-note), with Ed25519 only. */

/* Room for sixteen signatures of any kind known today. */
#define IKRAR_NOTE_SIZE_MAX (128 * 1024)

/**
 * ikrar_note_sign:
 * @text: text that ends with a line end and has no other control character
 * @key: the signer's key
 * @name: the signer's valid name
 *
 * Returns: (transfer full): @text, an empty line and a signature line
 */
char *ikrar_note_sign (const char *text, IkrarSecretKey *key, const char *name);

/**
 * ikrar_note_open:
 * @note: a signed note
 * @key: a public key
 * @name: (nullable): the signer's name expected, `NULL` for any
 * @error: return location for an error
 *
 * Signatures with another name or key id are ignored; one with those of @key that is not good
 * spoils the note.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` with `IKRAR_SEAL_ERROR_SYNTAX` or
 *   `IKRAR_SEAL_ERROR_SIGNATURE`
 */
char *
ikrar_note_open (const char *note, const IkrarPublicKey *key, const char *name, GError **error);

G_END_DECLS
