/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/certificate-code.h"

#include <string.h>

#include "seal/big-endian-private.h"
#include "seal/token-private.h"

/* Places of the fields; version and kid stand before them. */
#define ID IKRAR_TOKEN_REST
#define DAY (ID + 8)
#define FACE (DAY + 2)
#define PAYLOAD (FACE + 16)

#define FACE_TITLE IKRAR_CERTIFICATE_FACE_TITLE "\n"

G_STATIC_ASSERT (PAYLOAD + IKRAR_SIGNATURE_SIZE == IKRAR_CERTIFICATE_SIZE);
G_STATIC_ASSERT (IKRAR_CERTIFICATE_SIZE <= IKRAR_TOKEN_SIZE_MAX);

static const IkrarTokenForm form = {
  IKRAR_CERTIFICATE_PREFIX,
  "IKRAR-CERT/1",
  PAYLOAD,
  IKRAR_CERTIFICATE_TEXT_LENGTH,
};

static const struct
{
  const char *key;
  gsize offset;
} face_lines[] = {
  { "number", G_STRUCT_OFFSET (IkrarCertificateFace, number) },
  { "name", G_STRUCT_OFFSET (IkrarCertificateFace, name) },
  { "role", G_STRUCT_OFFSET (IkrarCertificateFace, role) },
  { "event", G_STRUCT_OFFSET (IkrarCertificateFace, event) },
  { "date", G_STRUCT_OFFSET (IkrarCertificateFace, date) },
  { "issuer", G_STRUCT_OFFSET (IkrarCertificateFace, issuer) },
};

void
ikrar_certificate_code_sign (const IkrarCertificateCode *code,
                             IkrarSecretKey *key,
                             char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1])
{
  guint8 payload[PAYLOAD];

  g_return_if_fail (code != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (text != NULL);

  ikrar_be_put (payload + ID, 8, code->id);
  ikrar_be_put (payload + DAY, 2, code->day);
  memcpy (payload + FACE, code->face, sizeof code->face);
  ikrar_token_sign (&form, payload, key, text);
}

gboolean
ikrar_certificate_code_read (const char *text, IkrarCertificateCode *code)
{
  guint8 bytes[IKRAR_TOKEN_SIZE_MAX];

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  if (!ikrar_token_read (&form, text, bytes))
    return FALSE;
  code->key_id = (guint16) ikrar_be_get (bytes + IKRAR_TOKEN_KEY_ID, 2);
  code->id = ikrar_be_get (bytes + ID, 8);
  code->day = (guint16) ikrar_be_get (bytes + DAY, 2);
  memcpy (code->face, bytes + FACE, sizeof code->face);
  return TRUE;
}

gboolean
ikrar_certificate_code_verify (const char *text, const IkrarPublicKey *key)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return ikrar_token_verify (&form, text, key);
}

/* A value must not begin a line of its own, else one face could be read as another. */
static void
append_value (GString *text, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (letter);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR)
        letter = ' ';
      g_string_append_unichar (text, letter);
    }
}

char *
ikrar_certificate_face_encode (const IkrarCertificateFace *face)
{
  GString *text;

  g_return_val_if_fail (face != NULL, NULL);

  text = g_string_new (FACE_TITLE);
  for (guint i = 0; i < G_N_ELEMENTS (face_lines); i++)
    {
      const char *value = G_STRUCT_MEMBER (const char *, face, face_lines[i].offset);

      g_string_append_printf (text, "%s: ", face_lines[i].key);
      append_value (text, value != NULL ? value : "");
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
