/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/digest.h"

#include "core/date.h"
#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_SALT_SIZE 16

/**
 * IkrarRecordKind:
 * @IKRAR_RECORD_PLEDGE_SIGNED: a pledge was signed
 * @IKRAR_RECORD_PLEDGE_RECITED: a pledge was recited
 * @IKRAR_RECORD_PLEDGE_REVOKED: a pledge was revoked
 * @IKRAR_RECORD_CERTIFICATE_ISSUED: a certificate was issued
 * @IKRAR_RECORD_CERTIFICATE_REVOKED: a certificate was revoked
 * @IKRAR_RECORD_ATTENDANCE_CLOSED: a session's attendance was closed
 * @IKRAR_RECORD_PERSON_ERASED: a person's fields were erased
 *
 * What a sealed record says. The values are part of the format; a new one needs a new version of
 * it, since older programs refuse what they do not know.
 */
typedef enum
{
  IKRAR_RECORD_PLEDGE_SIGNED = 1,
  IKRAR_RECORD_PLEDGE_RECITED = 2,
  IKRAR_RECORD_PLEDGE_REVOKED = 3,
  IKRAR_RECORD_CERTIFICATE_ISSUED = 4,
  IKRAR_RECORD_CERTIFICATE_REVOKED = 5,
  IKRAR_RECORD_ATTENDANCE_CLOSED = 6,
  IKRAR_RECORD_PERSON_ERASED = 7,
} IkrarRecordKind;

/**
 * IkrarFieldTag:
 *
 * Which personal field a commitment stands for. The values are part of the format, which takes
 * every tag from 0x20 to 0x2F, also those without a meaning yet.
 */
typedef enum
{
  IKRAR_FIELD_NAME = 0x20,
  IKRAR_FIELD_NUMBER = 0x21,
  IKRAR_FIELD_UNIT = 0x22,
  IKRAR_FIELD_POSITION = 0x23,
  IKRAR_FIELD_SIGNATURE = 0x24,
  IKRAR_FIELD_READER = 0x25,
  IKRAR_FIELD_WITNESSES = 0x26,
  IKRAR_FIELD_REASON = 0x27,
  IKRAR_FIELD_LETTER_NUMBER = 0x28,
} IkrarFieldTag;

/**
 * IkrarCommitment:
 * @tag: which field
 * @digest: SHA-256(`IKRAR-PII/1\0` || salt || tag || value), the value in NFC
 */
typedef struct
{
  IkrarFieldTag tag;
  IkrarDigest digest;
} IkrarCommitment;

#define IKRAR_RECORD_COMMITMENTS_MAX 16
/* What the longest record takes: every field, the longest desk, all commitments. */
#define IKRAR_RECORD_SIZE_MAX 948

/**
 * IkrarRecord:
 * @index: place in the log, from 0
 * @kind: what it says
 * @at: when, milliseconds UTC
 * @event: the event, 0 if none
 * @subject: id of the pledge, certificate, session or person
 * @participant: whose pledge or certificate it is, 0 if none
 * @desk: (nullable): desk or computer, at most 255 bytes of UTF-8
 * @content: digest of the exact pledge text or of the certificate's face; all zero if none
 * @nonce: the client's nonce
 * @refers_to: index of the record that this one revokes, -1 if none
 * @commitments: salted commitments to personal fields, by ascending tag
 * @n_commitments: how many
 *
 * A record of the sealed log. Plain value; @desk is borrowed.
 *
 * Bytes: `IKRAR1`, then fields in ascending tag order, each tag u8, length u16 big-endian, value;
 * numbers are u64 big-endian below 2^63. 0x01 index, 0x02 kind (u8), 0x03 at, 0x04 event (only if
 * not 0), 0x05 subject, 0x06 desk (only if not empty), 0x07 content (only if not zero), 0x08 nonce,
 * 0x09 refers to (only if not -1), 0x0A participant (only if not 0), 0x20 to 0x2F commitments.
 */
typedef struct
{
  guint64 index;
  IkrarRecordKind kind;
  IkrarTime at;
  IkrarId event;
  IkrarId subject;
  IkrarId participant;
  const char *desk;
  IkrarDigest content;
  guint8 nonce[IKRAR_NONCE_SIZE];
  gint64 refers_to;
  IkrarCommitment commitments[IKRAR_RECORD_COMMITMENTS_MAX];
  guint n_commitments;
} IkrarRecord;

/**
 * ikrar_record_encode:
 * @record: a record: known kind, no negative number but the -1 of @refers_to, commitments by
 *   ascending tag. @desk goes in as it is; its normal form is not judged, so that no version of
 *   Unicode decides over a record
 * @bytes: the canonical bytes are appended here
 *
 * Any thread.
 */
void ikrar_record_encode (const IkrarRecord *record, GByteArray *bytes);

/**
 * ikrar_record_decode:
 * @data: (array length=size): canonical bytes
 * @size: how many
 * @record: (out): the record; @desk is set to `NULL`, see @desk
 * @desk: (out caller-allocates) (array fixed-size=256): the desk's name
 * @error: return location for an error
 *
 * Strict: encoding the result gives the same bytes.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX`
 */
gboolean ikrar_record_decode (gconstpointer data,
                              gsize size,
                              IkrarRecord *record,
                              char desk[256],
                              GError **error);

/**
 * ikrar_record_commit:
 * @record: a record
 * @tag: which field; above the last one added
 * @value: its value, valid UTF-8; its NFC form is committed to
 * @salt: (out caller-allocates) (array fixed-size=16): a fresh random salt; kept beside the value,
 *   and erased with it
 *
 * Adds a commitment to @record.
 *
 * Any thread.
 */
void ikrar_record_commit (IkrarRecord *record,
                          IkrarFieldTag tag,
                          const char *value,
                          guint8 salt[IKRAR_SALT_SIZE]);

/**
 * ikrar_commitment_verify:
 * @commitment: a commitment
 * @salt: (array fixed-size=16): its salt
 * @value: the value, in any normal form; anything but UTF-8 is refused
 *
 * Any thread.
 *
 * Returns: whether @value is what was committed to
 */
gboolean ikrar_commitment_verify (const IkrarCommitment *commitment,
                                  const guint8 salt[IKRAR_SALT_SIZE],
                                  const char *value);

/**
 * ikrar_record_kind_word:
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): stable word, such as `pledge-signed`; `NULL` for a number
 *   that is no kind
 */
const char *ikrar_record_kind_word (IkrarRecordKind kind);

G_END_DECLS
