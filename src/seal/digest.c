/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/digest.h"

#include <openssl/evp.h>
#include <string.h>

#define GROUP_DIGITS 4

struct _IkrarHasher
{
  EVP_MD_CTX *context;
};

/* Fetching an algorithm by name at every use would cost more than hashing a record. */
static const EVP_MD *
get_sha256 (void)
{
  static gsize fetched = 0;

  if (g_once_init_enter (&fetched))
    {
      EVP_MD *algorithm = EVP_MD_fetch (NULL, "SHA2-256", NULL);

      if (algorithm == NULL)
        g_error ("OpenSSL has no SHA-256.");
      g_once_init_leave (&fetched, (gsize) algorithm);
    }
  return (const EVP_MD *) fetched;
}

static void
start (IkrarHasher *hasher)
{
  if (EVP_DigestInit_ex2 (hasher->context, get_sha256 (), NULL) != 1)
    g_error ("SHA-256 could not be started.");
}

IkrarHasher *
ikrar_hasher_new (void)
{
  IkrarHasher *hasher = g_new0 (IkrarHasher, 1);

  hasher->context = EVP_MD_CTX_new ();
  start (hasher);
  return hasher;
}

void
ikrar_hasher_free (IkrarHasher *hasher)
{
  if (hasher == NULL)
    return;
  EVP_MD_CTX_free (hasher->context);
  g_free (hasher);
}

void
ikrar_hasher_update (IkrarHasher *hasher, gconstpointer data, gsize size)
{
  g_return_if_fail (hasher != NULL);
  g_return_if_fail (data != NULL || size == 0);

  if (EVP_DigestUpdate (hasher->context, data, size) != 1)
    g_error ("SHA-256 failed.");
}

void
ikrar_hasher_finish (IkrarHasher *hasher, IkrarDigest *digest)
{
  g_return_if_fail (hasher != NULL);
  g_return_if_fail (digest != NULL);

  if (EVP_DigestFinal_ex (hasher->context, digest->bytes, NULL) != 1)
    g_error ("SHA-256 failed.");
  start (hasher);
}

void
ikrar_digest_of (gconstpointer data, gsize size, IkrarDigest *digest)
{
  g_return_if_fail (data != NULL || size == 0);
  g_return_if_fail (digest != NULL);

  if (EVP_Digest (data, size, digest->bytes, NULL, get_sha256 (), NULL) != 1)
    g_error ("SHA-256 failed.");
}

static char *
format_hex (const IkrarDigest *digest, const char *digits, gsize count, gsize group)
{
  GString *text = g_string_sized_new (count + count / group);

  for (gsize i = 0; i < count; i++)
    {
      guint8 byte = digest->bytes[i / 2];

      if (i > 0 && i % group == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, digits[i % 2 == 0 ? byte >> 4 : byte & 15]);
    }
  return g_string_free (text, FALSE);
}

char *
ikrar_digest_hex (const IkrarDigest *digest)
{
  g_return_val_if_fail (digest != NULL, NULL);

  return format_hex (digest, "0123456789abcdef", 2 * IKRAR_DIGEST_SIZE, 2 * IKRAR_DIGEST_SIZE);
}

char *
ikrar_digest_grouped (const IkrarDigest *digest, guint groups)
{
  g_return_val_if_fail (digest != NULL, NULL);
  g_return_val_if_fail (groups <= 2 * IKRAR_DIGEST_SIZE / GROUP_DIGITS, NULL);

  return format_hex (digest, "0123456789ABCDEF", groups * GROUP_DIGITS, GROUP_DIGITS);
}

gboolean
ikrar_digest_equal (const IkrarDigest *a, const IkrarDigest *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return memcmp (a->bytes, b->bytes, IKRAR_DIGEST_SIZE) == 0;
}
