/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/key.h"

G_BEGIN_DECLS

#define IKRAR_CERTIFICATE_PREFIX "IC1"
#define IKRAR_CERTIFICATE_SIZE 93
#define IKRAR_CERTIFICATE_TEXT_LENGTH 152
#define IKRAR_CERTIFICATE_FACE_TITLE "IKRAR-FACE/1"

/**
 * IkrarCertificateCode:
 * @key_id: kid of the institution's key
 * @id: the certificate's id
 * @day: day of issue, days since 2020-01-01
 * @face: first 16 bytes of the SHA-256 of the certificate's face (what it says of whom)
 *
 * What a certificate code says. A stranger with the institution's public key learns that this
 * office issued a certificate with exactly this face on that day.
 *
 * Bytes: 0x01, kid u16, id u64, day u16, face 16, then Ed25519 over `IKRAR-CERT/1\0` and the 29
 * bytes before: 93. Text: `IC1` and their base32: 152 characters, QR version 7 at level M.
 */
typedef struct
{
  guint16 key_id;
  guint64 id;
  guint16 day;
  guint8 face[16];
} IkrarCertificateCode;

/**
 * ikrar_certificate_code_sign:
 * @code: what it says; @key_id is taken from @key
 * @key: the institution's key
 * @text: (out caller-allocates) (array fixed-size=153): the code, NUL-terminated
 *
 * Any thread.
 */
void ikrar_certificate_code_sign (const IkrarCertificateCode *code,
                                  IkrarSecretKey *key,
                                  char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1]);

/**
 * ikrar_certificate_code_read:
 * @text: a scanned line without ends
 * @code: (out): what it says; to be believed only after [func@certificate_code_verify]
 *
 * Strict: exactly 152 characters, upper case, version 1, unused bit zero. Anything else is refused
 * before any cryptography runs.
 *
 * Any thread. Does not allocate.
 *
 * Returns: whether @text has the form of a certificate code
 */
gboolean ikrar_certificate_code_read (const char *text, IkrarCertificateCode *code);

/**
 * ikrar_certificate_code_verify:
 * @text: a line that [func@certificate_code_read] accepted; any other is refused
 * @key: a public key; refused without cryptography if its kid is not the code's
 *
 * Any thread.
 *
 * Returns: whether the holder of @key made the code
 */
gboolean ikrar_certificate_code_verify (const char *text, const IkrarPublicKey *key);

/**
 * IkrarCertificateFace:
 *
 * What a certificate says, as its digest covers it. All borrowed, `NULL` counts as "".
 */
typedef struct
{
  const char *number;
  const char *name;
  const char *role;
  const char *event;
  const char *date;
  const char *issuer;
} IkrarCertificateFace;

/**
 * ikrar_certificate_face_encode:
 * @face: what it says
 *
 * Makes the bytes whose SHA-256 the code carries: `IKRAR-FACE/1` and then each field on a line of
 * its own as `key: value`, in the order of the struct, LF at the end of every line. Values are put
 * into NFC; then every control character and line or paragraph separator becomes one space, so that
 * no value can begin a line. The same text stands in the PDF's metadata.
 *
 * Any thread.
 *
 * Returns: (transfer full): the text
 */
char *ikrar_certificate_face_encode (const IkrarCertificateFace *face);

G_END_DECLS
