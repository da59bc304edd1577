/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/big-endian-private.h"
#include "seal/error.h"
#include "seal/secret-private.h"

#define MAGIC "IKRAR1"
#define MAGIC_SIZE (sizeof MAGIC - 1)
#define HEAD_SIZE 3
#define DESK_SIZE_MAX 255
#define COMMITMENT_DOMAIN "IKRAR-PII/1"

typedef enum
{
  TAG_INDEX = 0x01,
  TAG_KIND = 0x02,
  TAG_AT = 0x03,
  TAG_EVENT = 0x04,
  TAG_SUBJECT = 0x05,
  TAG_DESK = 0x06,
  TAG_CONTENT = 0x07,
  TAG_NONCE = 0x08,
  TAG_REFERS_TO = 0x09,
  TAG_PARTICIPANT = 0x0a,
} Tag;

static const struct
{
  IkrarRecordKind kind;
  const char *word;
} kinds[] = {
  { IKRAR_RECORD_PLEDGE_SIGNED, "pledge-signed" },
  { IKRAR_RECORD_PLEDGE_RECITED, "pledge-recited" },
  { IKRAR_RECORD_PLEDGE_REVOKED, "pledge-revoked" },
  { IKRAR_RECORD_CERTIFICATE_ISSUED, "certificate-issued" },
  { IKRAR_RECORD_CERTIFICATE_REVOKED, "certificate-revoked" },
  { IKRAR_RECORD_ATTENDANCE_CLOSED, "attendance-closed" },
  { IKRAR_RECORD_PERSON_ERASED, "person-erased" },
};

static void
append (GByteArray *bytes, guint8 tag, gconstpointer value, gsize size)
{
  guint8 head[HEAD_SIZE] = { tag };

  ikrar_be_put (head + 1, 2, size);
  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, value, (guint) size);
}

static void
append_number (GByteArray *bytes, guint8 tag, guint64 number)
{
  guint8 value[8];

  ikrar_be_put (value, sizeof value, number);
  append (bytes, tag, value, sizeof value);
}

static gboolean
desk_is_valid (const char *desk)
{
  return desk == NULL || (strlen (desk) <= DESK_SIZE_MAX && g_utf8_validate (desk, -1, NULL));
}

static gboolean
commitments_are_valid (const IkrarRecord *record)
{
  if (record->n_commitments > IKRAR_RECORD_COMMITMENTS_MAX)
    return FALSE;
  for (guint i = 0; i < record->n_commitments; i++)
    {
      guint tag = record->commitments[i].tag;
      guint least = i == 0 ? IKRAR_FIELD_TAG_FIRST : (guint) record->commitments[i - 1].tag + 1;

      if (tag < least || tag > IKRAR_FIELD_TAG_LAST)
        return FALSE;
    }
  return TRUE;
}

static gboolean
record_is_valid (const IkrarRecord *record)
{
  return record->index <= G_MAXINT64 && ikrar_record_kind_word (record->kind) != NULL &&
         record->at >= 0 && record->event >= 0 && record->subject >= 0 &&
         record->participant >= 0 && record->refers_to >= -1 && desk_is_valid (record->desk) &&
         commitments_are_valid (record);
}

void
ikrar_record_encode (const IkrarRecord *record, GByteArray *bytes)
{
  guint8 kind;

  g_return_if_fail (record != NULL && record_is_valid (record));
  g_return_if_fail (bytes != NULL);

  kind = (guint8) record->kind;
  g_byte_array_append (bytes, (const guint8 *) MAGIC, MAGIC_SIZE);
  append_number (bytes, TAG_INDEX, record->index);
  append (bytes, TAG_KIND, &kind, 1);
  append_number (bytes, TAG_AT, (guint64) record->at);
  if (record->event != 0)
    append_number (bytes, TAG_EVENT, (guint64) record->event);
  append_number (bytes, TAG_SUBJECT, (guint64) record->subject);
  if (record->desk != NULL && *record->desk != '\0')
    append (bytes, TAG_DESK, record->desk, strlen (record->desk));
  if (!sodium_is_zero (record->content.bytes, IKRAR_DIGEST_SIZE))
    append (bytes, TAG_CONTENT, record->content.bytes, IKRAR_DIGEST_SIZE);
  append (bytes, TAG_NONCE, record->nonce, IKRAR_NONCE_SIZE);
  if (record->refers_to != -1)
    append_number (bytes, TAG_REFERS_TO, (guint64) record->refers_to);
  if (record->participant != 0)
    append_number (bytes, TAG_PARTICIPANT, (guint64) record->participant);
  for (guint i = 0; i < record->n_commitments; i++)
    append (bytes, (guint8) record->commitments[i].tag, record->commitments[i].digest.bytes,
            IKRAR_DIGEST_SIZE);
}

static gboolean
take_bytes (const guint8 *value, gsize size, gpointer place, gsize expected)
{
  if (size != expected)
    return FALSE;
  memcpy (place, value, size);
  return TRUE;
}

static gboolean
take_number (const guint8 *value, gsize size, gint64 *number)
{
  guint64 found;

  if (size != 8)
    return FALSE;
  found = ikrar_be_get (value, size);
  *number = (gint64) found;
  return found <= G_MAXINT64;
}

static gboolean
take_kind (const guint8 *value, gsize size, IkrarRecordKind *kind)
{
  if (size != 1)
    return FALSE;
  *kind = value[0];
  return TRUE;
}

static gboolean
take_desk (const guint8 *value, gsize size, char desk[DESK_SIZE_MAX + 1])
{
  if (size > DESK_SIZE_MAX || memchr (value, '\0', size) != NULL)
    return FALSE;
  memcpy (desk, value, size);
  desk[size] = '\0';
  return TRUE;
}

static gboolean
take_commitment (guint8 tag, const guint8 *value, gsize size, IkrarRecord *record)
{
  IkrarCommitment *commitment = &record->commitments[record->n_commitments];

  if (tag < IKRAR_FIELD_TAG_FIRST || record->n_commitments == IKRAR_RECORD_COMMITMENTS_MAX)
    return FALSE;
  commitment->tag = tag;
  record->n_commitments++;
  return take_bytes (value, size, commitment->digest.bytes, IKRAR_DIGEST_SIZE);
}

static gboolean
take_field (guint8 tag, const guint8 *value, gsize size, IkrarRecord *record, char *desk)
{
  switch (tag)
    {
    case TAG_INDEX:
      return take_number (value, size, (gint64 *) &record->index);
    case TAG_KIND:
      return take_kind (value, size, &record->kind);
    case TAG_AT:
      return take_number (value, size, &record->at);
    case TAG_EVENT:
      return take_number (value, size, &record->event);
    case TAG_SUBJECT:
      return take_number (value, size, &record->subject);
    case TAG_DESK:
      return take_desk (value, size, desk);
    case TAG_CONTENT:
      return take_bytes (value, size, record->content.bytes, IKRAR_DIGEST_SIZE);
    case TAG_NONCE:
      return take_bytes (value, size, record->nonce, IKRAR_NONCE_SIZE);
    case TAG_REFERS_TO:
      return take_number (value, size, &record->refers_to);
    case TAG_PARTICIPANT:
      return take_number (value, size, &record->participant);
    default:
      return take_commitment (tag, value, size, record);
    }
}

static gboolean
take_fields (const guint8 *bytes, gsize size, IkrarRecord *record, char *desk)
{
  if (size < MAGIC_SIZE || memcmp (bytes, MAGIC, MAGIC_SIZE) != 0)
    return FALSE;
  for (gsize at = MAGIC_SIZE; at < size;)
    {
      gsize value_size;

      if (size - at < HEAD_SIZE)
        return FALSE;
      value_size = ikrar_be_get (bytes + at + 1, 2);
      if (size - at - HEAD_SIZE < value_size)
        return FALSE;
      if (!take_field (bytes[at], bytes + at + HEAD_SIZE, value_size, record, desk))
        return FALSE;
      at += HEAD_SIZE + value_size;
    }
  return TRUE;
}

/* Order, repetition, absence and default values of fields are all judged at once: a record is
 * canonical if encoding what was read gives the very same bytes. */
static gboolean
is_canonical (const IkrarRecord *record, const guint8 *bytes, gsize size)
{
  g_autoptr (GByteArray) again = g_byte_array_sized_new ((guint) size);

  ikrar_record_encode (record, again);
  return again->len == size && memcmp (again->data, bytes, size) == 0;
}

gboolean
ikrar_record_decode (gconstpointer data,
                     gsize size,
                     IkrarRecord *record,
                     char desk[256],
                     GError **error)
{
  IkrarRecord found = { .refers_to = -1 };
  gboolean good;

  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (desk != NULL, FALSE);

  desk[0] = '\0';
  found.desk = desk;
  good = size <= IKRAR_RECORD_SIZE_MAX && take_fields (data, size, &found, desk) &&
         record_is_valid (&found) && is_canonical (&found, data, size);
  if (!good)
    {
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                           _ ("These bytes are not a sealed record in its one valid form."));
      return FALSE;
    }
  found.desk = NULL;
  *record = found;
  return TRUE;
}

void
ikrar_commitment_make (IkrarCommitment *commitment,
                       IkrarFieldTag tag,
                       const guint8 salt[IKRAR_SALT_SIZE],
                       const char *value)
{
  g_autofree char *composed =
      g_str_is_ascii (value) ? NULL : g_utf8_normalize (value, -1, G_NORMALIZE_NFC);
  const char *text = composed != NULL ? composed : value;
  const guint8 tag_byte = (guint8) tag;
  g_autoptr (IkrarHasher) hasher = ikrar_hasher_new ();

  commitment->tag = tag;
  ikrar_hasher_update (hasher, COMMITMENT_DOMAIN, sizeof COMMITMENT_DOMAIN);
  ikrar_hasher_update (hasher, salt, IKRAR_SALT_SIZE);
  ikrar_hasher_update (hasher, &tag_byte, 1);
  ikrar_hasher_update (hasher, text, strlen (text));
  ikrar_hasher_finish (hasher, &commitment->digest);
}

void
ikrar_record_commit (IkrarRecord *record,
                     IkrarFieldTag tag,
                     const char *value,
                     guint8 salt[IKRAR_SALT_SIZE])
{
  g_return_if_fail (record != NULL);
  g_return_if_fail (record->n_commitments < IKRAR_RECORD_COMMITMENTS_MAX);
  g_return_if_fail (tag >= IKRAR_FIELD_TAG_FIRST && tag <= IKRAR_FIELD_TAG_LAST);
  g_return_if_fail (record->n_commitments == 0 ||
                    tag > record->commitments[record->n_commitments - 1].tag);
  g_return_if_fail (value != NULL && g_utf8_validate (value, -1, NULL));
  g_return_if_fail (salt != NULL);

  ikrar_sodium_require ();
  randombytes_buf (salt, IKRAR_SALT_SIZE);
  ikrar_commitment_make (&record->commitments[record->n_commitments++], tag, salt, value);
}

gboolean
ikrar_commitment_verify (const IkrarCommitment *commitment,
                         const guint8 salt[IKRAR_SALT_SIZE],
                         const char *value)
{
  IkrarCommitment again;

  g_return_val_if_fail (commitment != NULL, FALSE);
  g_return_val_if_fail (salt != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (!g_utf8_validate (value, -1, NULL))
    return FALSE;
  ikrar_commitment_make (&again, commitment->tag, salt, value);
  return ikrar_digest_equal (&again.digest, &commitment->digest);
}

const char *
ikrar_record_kind_word (IkrarRecordKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].word;
  return NULL;
}
