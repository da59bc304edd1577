/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/key-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/base64-private.h"
#include "seal/big-endian-private.h"
#include "seal/error.h"
#include "seal/secret-private.h"

#define VERIFIER_SIZE (1 + IKRAR_PUBLIC_KEY_SIZE)
#define HASH_DIGITS (2 * IKRAR_KEY_HASH_SIZE)

G_STATIC_ASSERT (IKRAR_PUBLIC_KEY_SIZE == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (IKRAR_SECRET_KEY_SIZE == crypto_sign_SECRETKEYBYTES);
G_STATIC_ASSERT (IKRAR_SIGNATURE_SIZE == crypto_sign_BYTES);

struct _IkrarSecretKey
{
  gatomicrefcount references;
  IkrarPublicKey public_key;
  IkrarSecretBytes *secret; /* Read-only once made. */
};

static IkrarSecretKey *
make_key (const guint8 seed[32])
{
  IkrarSecretKey *key = g_new0 (IkrarSecretKey, 1);

  g_atomic_ref_count_init (&key->references);
  key->secret = ikrar_secret_bytes_new (IKRAR_SECRET_KEY_SIZE);
  crypto_sign_seed_keypair (key->public_key.bytes, key->secret, seed);
  sodium_mprotect_readonly (key->secret);
  return key;
}

/* What is signed: the domain and its NUL, then the data; or the data alone. */
static guint8 *
frame (const char *domain, gconstpointer data, gsize size, gsize *framed_size)
{
  gsize prefix = *domain == '\0' ? 0 : strlen (domain) + 1;
  guint8 *framed = g_malloc (prefix + size);

  if (prefix > 0)
    memcpy (framed, domain, prefix);
  if (size > 0)
    memcpy (framed + prefix, data, size);
  *framed_size = prefix + size;
  return framed;
}

IkrarSecretKey *
ikrar_secret_key_new (void)
{
  g_autoptr (IkrarSecretBytes) seed = ikrar_secret_bytes_new (crypto_sign_SEEDBYTES);

  randombytes_buf (seed, crypto_sign_SEEDBYTES);
  return make_key (seed);
}

IkrarSecretKey *
ikrar_secret_key_new_from_seed (const guint8 seed[32])
{
  g_return_val_if_fail (seed != NULL, NULL);

  return make_key (seed);
}

IkrarSecretKey *
ikrar_secret_key_ref (IkrarSecretKey *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  g_atomic_ref_count_inc (&key->references);
  return key;
}

void
ikrar_secret_key_unref (IkrarSecretKey *key)
{
  if (key == NULL || !g_atomic_ref_count_dec (&key->references))
    return;
  sodium_free (key->secret);
  g_free (key);
}

void
ikrar_secret_key_get_seed (IkrarSecretKey *key, guint8 seed[32])
{
  g_return_if_fail (key != NULL);
  g_return_if_fail (seed != NULL);

  crypto_sign_ed25519_sk_to_seed (seed, key->secret);
}

const IkrarPublicKey *
ikrar_secret_key_get_public (IkrarSecretKey *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  return &key->public_key;
}

void
ikrar_secret_key_sign (IkrarSecretKey *key,
                       const char *domain,
                       gconstpointer data,
                       gsize size,
                       guint8 signature[IKRAR_SIGNATURE_SIZE])
{
  g_autofree guint8 *framed = NULL;
  gsize framed_size;

  g_return_if_fail (key != NULL);
  g_return_if_fail (domain != NULL);
  g_return_if_fail (data != NULL || size == 0);
  g_return_if_fail (signature != NULL);

  framed = frame (domain, data, size, &framed_size);
  crypto_sign_detached (signature, NULL, framed, framed_size, key->secret);
}

gboolean
ikrar_public_key_verify (const IkrarPublicKey *key,
                         const char *domain,
                         gconstpointer data,
                         gsize size,
                         const guint8 signature[IKRAR_SIGNATURE_SIZE])
{
  g_autofree guint8 *framed = NULL;
  gsize framed_size;

  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (domain != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (signature != NULL, FALSE);

  ikrar_sodium_require ();
  framed = frame (domain, data, size, &framed_size);
  return crypto_sign_verify_detached (signature, framed, framed_size, key->bytes) == 0;
}

guint16
ikrar_public_key_id (const IkrarPublicKey *key)
{
  IkrarDigest digest;

  g_return_val_if_fail (key != NULL, 0);

  ikrar_digest_of (key->bytes, sizeof key->bytes, &digest);
  return (guint16) ikrar_be_get (digest.bytes, 2);
}

void
ikrar_key_hash (const IkrarPublicKey *key, const char *name, guint8 hash[IKRAR_KEY_HASH_SIZE])
{
  static const guint8 separator[] = { '\n', IKRAR_KEY_ALGORITHM };
  g_autoptr (IkrarHasher) hasher = ikrar_hasher_new ();
  IkrarDigest digest;

  ikrar_hasher_update (hasher, name, strlen (name));
  ikrar_hasher_update (hasher, separator, sizeof separator);
  ikrar_hasher_update (hasher, key->bytes, sizeof key->bytes);
  ikrar_hasher_finish (hasher, &digest);
  memcpy (hash, digest.bytes, IKRAR_KEY_HASH_SIZE);
}

gboolean
ikrar_key_name_is_valid (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (*name == '\0' || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar letter = g_utf8_get_char (name);

      if (letter == '+' || g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        return FALSE;
    }
  return TRUE;
}

static void
format_hash (const IkrarPublicKey *key, const char *name, char digits[HASH_DIGITS + 1])
{
  guint8 hash[IKRAR_KEY_HASH_SIZE];

  ikrar_key_hash (key, name, hash);
  sodium_bin2hex (digits, HASH_DIGITS + 1, hash, sizeof hash);
}

char *
ikrar_public_key_format (const IkrarPublicKey *key, const char *name)
{
  guint8 typed[VERIFIER_SIZE] = { IKRAR_KEY_ALGORITHM };
  char hash[HASH_DIGITS + 1];
  g_autofree char *base64 = NULL;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (name != NULL && ikrar_key_name_is_valid (name), NULL);

  memcpy (typed + 1, key->bytes, IKRAR_PUBLIC_KEY_SIZE);
  base64 = g_base64_encode (typed, sizeof typed);
  format_hash (key, name, hash);
  return g_strjoin ("+", name, hash, base64, NULL);
}

static gboolean
parse_verifier (const char *text, IkrarPublicKey *key, char **name)
{
  g_auto (GStrv) parts = g_strsplit (text, "+", 3);
  guint8 typed[VERIFIER_SIZE];
  char hash[HASH_DIGITS + 1];

  if (g_strv_length (parts) != 3 || !ikrar_key_name_is_valid (parts[0]))
    return FALSE;
  if (!ikrar_base64_decode_exact (parts[2], strlen (parts[2]), typed, sizeof typed) ||
      typed[0] != IKRAR_KEY_ALGORITHM)
    return FALSE;
  memcpy (key->bytes, typed + 1, IKRAR_PUBLIC_KEY_SIZE);
  format_hash (key, parts[0], hash);
  if (strcmp (parts[1], hash) != 0)
    return FALSE;
  *name = g_strdup (parts[0]);
  return TRUE;
}

gboolean
ikrar_public_key_parse (const char *text, IkrarPublicKey *key, char **name, GError **error)
{
  g_autofree char *found_name = NULL;
  IkrarPublicKey found;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!ikrar_base64_decode_exact (text, strlen (text), found.bytes, sizeof found.bytes) &&
      !parse_verifier (text, &found, &found_name))
    {
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                           _ ("This is not a public key. A public key looks like "
                              "“name+1a2b3c4d+AQ…”; copy all of it, without spaces."));
      return FALSE;
    }
  *key = found;
  if (name != NULL)
    *name = g_steal_pointer (&found_name);
  return TRUE;
}
