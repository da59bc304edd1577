/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"

G_BEGIN_DECLS

/* What pass codes and certificate codes share: a fixed number of bytes, the first three of which
 * are the version and the kid, a signature over them, and one base32 text for both. */

#define IKRAR_TOKEN_VERSION 0x01
#define IKRAR_TOKEN_KEY_ID 1
#define IKRAR_TOKEN_REST 3
#define IKRAR_TOKEN_SIZE_MAX 93

/**
 * IkrarTokenForm:
 * @prefix: three letters before the base32
 * @domain: domain of the signature
 * @payload: bytes before the signature
 * @text_length: characters of the whole text
 *
 * A kind of code.
 */
typedef struct
{
  const char *prefix;
  const char *domain;
  gsize payload;
  gsize text_length;
} IkrarTokenForm;

/**
 * ikrar_token_sign:
 * @form: the kind of code
 * @payload: (array): payload; version and kid are filled in here
 * @key: the signer's key
 * @text: (out caller-allocates): room for the text and its NUL
 */
void
ikrar_token_sign (const IkrarTokenForm *form, guint8 *payload, IkrarSecretKey *key, char *text);

/**
 * ikrar_token_read:
 * @form: the kind of code
 * @text: scanned text
 * @bytes: (out caller-allocates): payload and signature
 *
 * Does not allocate.
 *
 * Returns: whether @text has the form
 */
gboolean
ikrar_token_read (const IkrarTokenForm *form, const char *text, guint8 bytes[IKRAR_TOKEN_SIZE_MAX]);

/**
 * ikrar_token_verify:
 * @form: the kind of code
 * @text: scanned text
 * @key: a public key
 *
 * Returns: whether @text has the form, names the kid of @key and was signed with it
 */
gboolean
ikrar_token_verify (const IkrarTokenForm *form, const char *text, const IkrarPublicKey *key);

G_END_DECLS
