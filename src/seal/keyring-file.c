/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/keyring-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/base64-private.h"
#include "seal/error.h"

#define PLAIN_TITLE "ikrar-keys 1 plain\n"
#define SEALED_TITLE "ikrar-keys 1 argon2id "
/* Associated data of the check in the header of a sealed file. */
#define CHECK_DOMAIN "ikrar-keys 1"

#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define BOX_SIZE(size) (NONCE_SIZE + (size) + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define SEED_SIZE crypto_sign_SEEDBYTES
#define BASE64_LENGTH(size) (((size) + 2) / 3 * 4)

#define SALT_LENGTH BASE64_LENGTH (IKRAR_PASSPHRASE_SALT_SIZE)
#define CHECK_LENGTH BASE64_LENGTH (BOX_SIZE (0))
#define PUBLIC_LENGTH BASE64_LENGTH (IKRAR_PUBLIC_KEY_SIZE)
#define HEADER_ROOM (sizeof SEALED_TITLE + SALT_LENGTH + CHECK_LENGTH + 2)
#define LINE_LENGTH(seed) (PUBLIC_LENGTH + 1 + BASE64_LENGTH (seed) + 1)

G_STATIC_ASSERT (crypto_aead_xchacha20poly1305_ietf_KEYBYTES == IKRAR_PASSPHRASE_KEY_SIZE);

IkrarKeyLock *
ikrar_key_lock_new (const char *passphrase, const guint8 *salt, GError **error)
{
  g_autoptr (IkrarKeyLock) lock = g_new0 (IkrarKeyLock, 1);

  lock->key = ikrar_secret_bytes_new (IKRAR_PASSPHRASE_KEY_SIZE);
  if (salt != NULL)
    memcpy (lock->salt, salt, sizeof lock->salt);
  else
    randombytes_buf (lock->salt, sizeof lock->salt);
  if (!ikrar_passphrase_derive (passphrase, lock->salt, lock->key, error))
    return NULL;
  return g_steal_pointer (&lock);
}

void
ikrar_key_lock_free (IkrarKeyLock *lock)
{
  if (lock == NULL)
    return;
  sodium_free (lock->key);
  g_free (lock);
}

/* Nonce and sealed text, with @label as associated data. */
static void
seal_box (const IkrarKeyLock *lock,
          gconstpointer label,
          gsize label_size,
          gconstpointer text,
          gsize size,
          guint8 *box)
{
  randombytes_buf (box, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (box + NONCE_SIZE, NULL, text, size, label, label_size,
                                              NULL, box, lock->key);
}

static gboolean
open_box (const IkrarKeyLock *lock,
          gconstpointer label,
          gsize label_size,
          const guint8 *box,
          gsize size,
          guint8 *text)
{
  return crypto_aead_xchacha20poly1305_ietf_decrypt (text, NULL, NULL, box + NONCE_SIZE,
                                                     BOX_SIZE (size) - NONCE_SIZE, label,
                                                     label_size, box, lock->key) == 0;
}

gboolean
ikrar_key_file_read_salt (const char *text,
                          gboolean *sealed,
                          guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE])
{
  *sealed = g_str_has_prefix (text, SEALED_TITLE);
  if (!*sealed)
    return g_str_has_prefix (text, PLAIN_TITLE);
  text += strlen (SEALED_TITLE);
  return strnlen (text, SALT_LENGTH) == SALT_LENGTH &&
         ikrar_base64_decode_exact (text, SALT_LENGTH, salt, IKRAR_PASSPHRASE_SALT_SIZE);
}

static gboolean
refuse_syntax (GError **error)
{
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                       _ ("The key file is damaged or is no key file of Ikrar. Put back a copy of "
                          "it from a backup."));
  return FALSE;
}

static gboolean
refuse_passphrase (const char *reason, GError **error)
{
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE, reason);
  return FALSE;
}

/* Checks what stands behind the salt; @body is the first key line. */
static gboolean
open_sealed_header (const char *text, const IkrarKeyLock *lock, const char **body, GError **error)
{
  const char *check = text + strlen (SEALED_TITLE) + SALT_LENGTH + 1;
  guint8 box[BOX_SIZE (0)];

  if (check[-1] != ' ' || strnlen (check, CHECK_LENGTH + 1) <= CHECK_LENGTH ||
      check[CHECK_LENGTH] != '\n' ||
      !ikrar_base64_decode_exact (check, CHECK_LENGTH, box, sizeof box))
    return refuse_syntax (error);
  if (!open_box (lock, CHECK_DOMAIN, strlen (CHECK_DOMAIN), box, 0, NULL))
    return refuse_passphrase (_ ("The passphrase of the key file is wrong."), error);
  *body = check + CHECK_LENGTH + 1;
  return TRUE;
}

static gboolean
open_header (const char *text, const IkrarKeyLock **lock, const char **body, GError **error)
{
  guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE];
  gboolean sealed;

  if (!ikrar_key_file_read_salt (text, &sealed, salt))
    return refuse_syntax (error);
  if (!sealed)
    {
      *lock = NULL;
      *body = text + strlen (PLAIN_TITLE);
      return TRUE;
    }
  if (*lock == NULL)
    return refuse_passphrase (_ ("The key file is sealed. Enter its passphrase."), error);
  if (memcmp (salt, (*lock)->salt, sizeof salt) != 0)
    return refuse_passphrase (
        _ ("The passphrase of the key file was changed meanwhile. Enter the new one."), error);
  return open_sealed_header (text, *lock, body, error);
}

static gboolean
open_seed (const char *value,
           const IkrarKeyLock *lock,
           const IkrarPublicKey *label,
           guint8 seed[SEED_SIZE])
{
  guint8 box[BOX_SIZE (SEED_SIZE)];

  if (lock == NULL)
    return ikrar_base64_decode_exact (value, BASE64_LENGTH (SEED_SIZE), seed, SEED_SIZE);
  return ikrar_base64_decode_exact (value, BASE64_LENGTH (sizeof box), box, sizeof box) &&
         open_box (lock, label->bytes, sizeof label->bytes, box, SEED_SIZE, seed);
}

/* A seed that makes another public key than the line says would sign for the wrong office. */
static IkrarSecretKey *
open_line (const char *line, const IkrarKeyLock *lock)
{
  g_autoptr (IkrarSecretBytes) seed = ikrar_secret_bytes_new (SEED_SIZE);
  g_autoptr (IkrarSecretKey) key = NULL;
  IkrarPublicKey label;

  if (!ikrar_base64_decode_exact (line, PUBLIC_LENGTH, label.bytes, sizeof label.bytes) ||
      line[PUBLIC_LENGTH] != ' ' || !open_seed (line + PUBLIC_LENGTH + 1, lock, &label, seed))
    return NULL;
  key = ikrar_secret_key_new_from_seed (seed);
  if (memcmp (ikrar_secret_key_get_public (key), &label, sizeof label) != 0)
    return NULL;
  return g_steal_pointer (&key);
}

IkrarSecretKey *
ikrar_keys_find (GPtrArray *keys, const IkrarPublicKey *public_key)
{
  for (guint i = 0; i < keys->len; i++)
    if (memcmp (ikrar_secret_key_get_public (keys->pdata[i]), public_key, sizeof *public_key) == 0)
      return keys->pdata[i];
  return NULL;
}

GPtrArray *
ikrar_key_file_read (const char *text, gsize size, const IkrarKeyLock *lock, GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  const char *line;
  gsize length;

  if (strlen (text) != size)
    {
      refuse_syntax (error);
      return NULL;
    }
  if (!open_header (text, &lock, &line, error))
    return NULL;
  keys = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_secret_key_unref);
  length = lock == NULL ? LINE_LENGTH (SEED_SIZE) : LINE_LENGTH (BOX_SIZE (SEED_SIZE));
  for (; *line != '\0'; line += length)
    {
      g_autoptr (IkrarSecretKey) key = NULL;

      if (strnlen (line, length) == length && line[length - 1] == '\n')
        key = open_line (line, lock);
      if (key == NULL || ikrar_keys_find (keys, ikrar_secret_key_get_public (key)) != NULL)
        {
          refuse_syntax (error);
          return NULL;
        }
      g_ptr_array_add (keys, g_steal_pointer (&key));
    }
  return g_steal_pointer (&keys);
}

static char *
put_base64 (char *place, gconstpointer data, gsize size, char end)
{
  sodium_bin2base64 (place, BASE64_LENGTH (size) + 1, data, size, sodium_base64_VARIANT_ORIGINAL);
  place[BASE64_LENGTH (size)] = end;
  return place + BASE64_LENGTH (size) + 1;
}

static char *
put_header (char *place, const IkrarKeyLock *lock)
{
  guint8 box[BOX_SIZE (0)];

  if (lock == NULL)
    return g_stpcpy (place, PLAIN_TITLE);
  seal_box (lock, CHECK_DOMAIN, strlen (CHECK_DOMAIN), NULL, 0, box);
  place = g_stpcpy (place, SEALED_TITLE);
  place = put_base64 (place, lock->salt, sizeof lock->salt, ' ');
  return put_base64 (place, box, sizeof box, '\n');
}

static char *
put_key (char *place, IkrarSecretKey *key, const IkrarKeyLock *lock)
{
  const IkrarPublicKey *label = ikrar_secret_key_get_public (key);
  g_autoptr (IkrarSecretBytes) seed = ikrar_secret_bytes_new (SEED_SIZE);
  guint8 box[BOX_SIZE (SEED_SIZE)];

  ikrar_secret_key_get_seed (key, seed);
  place = put_base64 (place, label->bytes, sizeof label->bytes, ' ');
  if (lock == NULL)
    return put_base64 (place, seed, SEED_SIZE, '\n');
  seal_box (lock, label->bytes, sizeof label->bytes, seed, SEED_SIZE, box);
  return put_base64 (place, box, sizeof box, '\n');
}

IkrarSecretBytes *
ikrar_key_file_write (GPtrArray *keys, const IkrarKeyLock *lock)
{
  gsize room = HEADER_ROOM + keys->len * LINE_LENGTH (BOX_SIZE (SEED_SIZE)) + 1;
  IkrarSecretBytes *text = ikrar_secret_bytes_new (room);
  char *place = put_header ((char *) text, lock);

  for (guint i = 0; i < keys->len; i++)
    place = put_key (place, keys->pdata[i], lock);
  *place = '\0';
  return text;
}
