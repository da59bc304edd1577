/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/backup-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/backup-box-private.h"
#include "seal/big-endian-private.h"
#include "seal/digest.h"
#include "seal/error.h"

#define MAGIC "IKRARBK1"
#define MAGIC_SIZE 8

#define STREAM_KEY_SIZE crypto_secretstream_xchacha20poly1305_KEYBYTES
#define OVERHEAD crypto_secretstream_xchacha20poly1305_ABYTES
#define SEALED_CHUNK (IKRAR_BACKUP_CHUNK + OVERHEAD)

/* Places in the header. */
#define SALT MAGIC_SIZE
#define PUBLIC_KEY (SALT + IKRAR_PASSPHRASE_SALT_SIZE)
#define CHECK (PUBLIC_KEY + IKRAR_BACKUP_PUBLIC_SIZE)
#define CHECK_SIZE 8
#define SEALED_KEY (CHECK + CHECK_SIZE)
#define SEALED_KEY_SIZE (STREAM_KEY_SIZE + crypto_box_SEALBYTES)
#define STREAM_HEADER (SEALED_KEY + SEALED_KEY_SIZE)
#define HEADER_SIZE (STREAM_HEADER + crypto_secretstream_xchacha20poly1305_HEADERBYTES)

/* The preface's length, first of all in the sealed bytes. */
#define LENGTH_SIZE 4
#define PREFACE_MAX (16 * 1024 * 1024)

G_STATIC_ASSERT (HEADER_SIZE == sizeof (IkrarBackupHeader));

typedef crypto_secretstream_xchacha20poly1305_state Stream;

/* What is sealed: the preface with its length before it, then the content. */
typedef struct
{
  GInputStream *head;
  GInputStream *input;
  GOutputStream *output;
  GCancellable *cancellable;
} Sealer;

/* What was opened so far. */
typedef struct
{
  GInputStream *input;
  GOutputStream *output;
  GCancellable *cancellable;
  gboolean begun;
  IkrarSecretBytes *preface;
  gsize preface_size;
  gsize preface_filled;
} Opener;

static void
put_check (const guint8 *header, guint8 check[CHECK_SIZE])
{
  IkrarDigest digest;

  ikrar_digest_of (header, CHECK, &digest);
  memcpy (check, digest.bytes, CHECK_SIZE);
}

static gboolean
refuse_altered (GError **error)
{
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_ALTERED,
                       _ ("The backup is damaged or cut off. Use another copy of it."));
  return FALSE;
}

static gboolean
make_header (const IkrarBackupKey *key, IkrarBackupHeader *header, Stream *stream)
{
  g_autoptr (IkrarSecretBytes) stream_key = ikrar_secret_bytes_new (STREAM_KEY_SIZE);
  guint8 *bytes = header->bytes;

  memcpy (bytes, MAGIC, MAGIC_SIZE);
  memcpy (bytes + SALT, key->salt, sizeof key->salt);
  memcpy (bytes + PUBLIC_KEY, key->public_key, sizeof key->public_key);
  put_check (bytes, bytes + CHECK);
  crypto_secretstream_xchacha20poly1305_keygen (stream_key);
  crypto_secretstream_xchacha20poly1305_init_push (stream, bytes + STREAM_HEADER, stream_key);
  return crypto_box_seal (bytes + SEALED_KEY, stream_key, STREAM_KEY_SIZE, key->public_key) == 0;
}

/* Fills a chunk from the head and then the content; less than a chunk only at the end of both. */
static gboolean
read_chunk (Sealer *sealer, guint8 *chunk, gsize *size, GError **error)
{
  gsize rest;

  /* Not every stream asks. */
  if (g_cancellable_set_error_if_cancelled (sealer->cancellable, error))
    return FALSE;
  if (!g_input_stream_read_all (sealer->head, chunk, IKRAR_BACKUP_CHUNK, size, sealer->cancellable,
                                error) ||
      !g_input_stream_read_all (sealer->input, chunk + *size, IKRAR_BACKUP_CHUNK - *size, &rest,
                                sealer->cancellable, error))
    return FALSE;
  *size += rest;
  return TRUE;
}

static gboolean
write_chunk (Sealer *sealer,
             Stream *stream,
             const guint8 *chunk,
             gsize size,
             gboolean last,
             GError **error)
{
  g_autofree guint8 *sealed = g_malloc (size + OVERHEAD);
  guint8 tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                    : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

  crypto_secretstream_xchacha20poly1305_push (stream, sealed, NULL, chunk, size, NULL, 0, tag);
  return g_output_stream_write_all (sealer->output, sealed, size + OVERHEAD, NULL,
                                    sealer->cancellable, error);
}

/* One chunk is read ahead, since the last one is marked as such. */
static gboolean
seal_chunks (Sealer *sealer, Stream *stream, GError **error)
{
  g_autoptr (IkrarSecretBytes) chunk = ikrar_secret_bytes_new (IKRAR_BACKUP_CHUNK);
  g_autoptr (IkrarSecretBytes) next = ikrar_secret_bytes_new (IKRAR_BACKUP_CHUNK);
  gsize size;
  gsize next_size;

  if (!read_chunk (sealer, chunk, &size, error))
    return FALSE;
  do
    {
      IkrarSecretBytes *done = chunk;

      if (!read_chunk (sealer, next, &next_size, error) ||
          !write_chunk (sealer, stream, chunk, size, next_size == 0, error))
        return FALSE;
      chunk = next;
      next = done;
      size = next_size;
    }
  while (size > 0);
  return TRUE;
}

static GInputStream *
make_head (GBytes *preface)
{
  GInputStream *head = g_memory_input_stream_new ();
  gsize size = preface == NULL ? 0 : g_bytes_get_size (preface);
  guint8 *length = g_malloc (LENGTH_SIZE);

  ikrar_be_put (length, LENGTH_SIZE, size);
  g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (head), length, LENGTH_SIZE, g_free);
  if (size > 0)
    g_memory_input_stream_add_bytes (G_MEMORY_INPUT_STREAM (head), preface);
  return head;
}

gboolean
ikrar_backup_seal (const char *backup_key,
                   GBytes *preface,
                   GInputStream *input,
                   GOutputStream *output,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GInputStream) head = NULL;
  IkrarBackupKey key;
  IkrarBackupHeader header;
  Stream stream;
  gboolean done;

  g_return_val_if_fail (backup_key != NULL, FALSE);
  g_return_val_if_fail (preface == NULL || g_bytes_get_size (preface) <= PREFACE_MAX, FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (input), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), FALSE);

  if (!ikrar_backup_key_parse (backup_key, &key, error))
    return FALSE;
  if (!make_header (&key, &header, &stream))
    {
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                           _ ("Nothing can be sealed to this backup key. Set the passphrase of the "
                              "backups anew."));
      return FALSE;
    }
  head = make_head (preface);
  done = g_output_stream_write_all (output, header.bytes, HEADER_SIZE, NULL, cancellable, error) &&
         seal_chunks (&(Sealer){ head, input, output, cancellable }, &stream, error);
  sodium_memzero (&stream, sizeof stream);
  return done;
}

gboolean
ikrar_backup_is_sealed (gconstpointer data, gsize size)
{
  g_return_val_if_fail (data != NULL || size == 0, FALSE);

  return size >= MAGIC_SIZE && memcmp (data, MAGIC, MAGIC_SIZE) == 0;
}

gboolean
ikrar_backup_read_header (GInputStream *input,
                          IkrarBackupHeader *header,
                          IkrarBackupKey *key,
                          GCancellable *cancellable,
                          GError **error)
{
  guint8 check[CHECK_SIZE];
  gsize size;

  if (!g_input_stream_read_all (input, header->bytes, HEADER_SIZE, &size, cancellable, error))
    return FALSE;
  if (!ikrar_backup_is_sealed (header->bytes, size))
    {
      g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                           _ ("This file is not a sealed backup of Ikrar."));
      return FALSE;
    }
  if (size != HEADER_SIZE)
    return refuse_altered (error);
  put_check (header->bytes, check);
  if (memcmp (check, header->bytes + CHECK, CHECK_SIZE) != 0)
    return refuse_altered (error);
  memcpy (key->salt, header->bytes + SALT, sizeof key->salt);
  memcpy (key->public_key, header->bytes + PUBLIC_KEY, sizeof key->public_key);
  return TRUE;
}

/* The first chunk begins with the length of the preface. */
static gboolean
begin_preface (Opener *opener, const guint8 **plain, gsize *size)
{
  if (*size < LENGTH_SIZE)
    return FALSE;
  opener->preface_size = ikrar_be_get (*plain, LENGTH_SIZE);
  if (opener->preface_size > PREFACE_MAX)
    return FALSE;
  opener->preface = ikrar_secret_bytes_new (opener->preface_size + 1);
  opener->begun = TRUE;
  *plain += LENGTH_SIZE;
  *size -= LENGTH_SIZE;
  return TRUE;
}

static gboolean
take_plain (Opener *opener, const guint8 *plain, gsize size, GError **error)
{
  gsize taken;

  if (!opener->begun && !begin_preface (opener, &plain, &size))
    return refuse_altered (error);
  taken = MIN (size, opener->preface_size - opener->preface_filled);
  memcpy (opener->preface + opener->preface_filled, plain, taken);
  opener->preface_filled += taken;
  return g_output_stream_write_all (opener->output, plain + taken, size - taken, NULL,
                                    opener->cancellable, error);
}

/* Nothing may follow the last chunk, and the preface must be whole. */
static gboolean
finish (Opener *opener, GError **error)
{
  guint8 more;
  gsize size;

  if (!g_input_stream_read_all (opener->input, &more, 1, &size, opener->cancellable, error))
    return FALSE;
  return (size == 0 && opener->preface_filled == opener->preface_size) || refuse_altered (error);
}

static gboolean
open_chunk (Opener *opener,
            Stream *stream,
            guint8 *sealed,
            guint8 *plain,
            gboolean *last,
            GError **error)
{
  gsize size;
  guint8 tag;

  if (g_cancellable_set_error_if_cancelled (opener->cancellable, error))
    return FALSE;
  if (!g_input_stream_read_all (opener->input, sealed, SEALED_CHUNK, &size, opener->cancellable,
                                error))
    return FALSE;
  if (size <= OVERHEAD || crypto_secretstream_xchacha20poly1305_pull (stream, plain, NULL, &tag,
                                                                      sealed, size, NULL, 0) != 0)
    return refuse_altered (error);
  *last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  if (!*last && (tag != crypto_secretstream_xchacha20poly1305_TAG_MESSAGE || size < SEALED_CHUNK))
    return refuse_altered (error);
  return take_plain (opener, plain, size - OVERHEAD, error);
}

static gboolean
open_stream (Opener *opener, Stream *stream, GError **error)
{
  g_autofree guint8 *sealed = g_malloc (SEALED_CHUNK);
  g_autoptr (IkrarSecretBytes) plain = ikrar_secret_bytes_new (IKRAR_BACKUP_CHUNK);
  gboolean last = FALSE;

  while (!last)
    if (!open_chunk (opener, stream, sealed, plain, &last, error))
      return FALSE;
  return finish (opener, error);
}

gboolean
ikrar_backup_open_chunks (const IkrarBackupHeader *header,
                          const IkrarBackupKey *key,
                          const IkrarSecretBytes *secret,
                          GBytes **preface,
                          GInputStream *input,
                          GOutputStream *output,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (IkrarSecretBytes) stream_key = ikrar_secret_bytes_new (STREAM_KEY_SIZE);
  Opener opener = { .input = input, .output = output, .cancellable = cancellable };
  Stream stream;
  gboolean done;

  if (crypto_box_seal_open (stream_key, header->bytes + SEALED_KEY, SEALED_KEY_SIZE,
                            key->public_key, secret) != 0 ||
      crypto_secretstream_xchacha20poly1305_init_pull (&stream, header->bytes + STREAM_HEADER,
                                                       stream_key) != 0)
    return refuse_altered (error);
  done = open_stream (&opener, &stream, error);
  sodium_memzero (&stream, sizeof stream);
  if (!done || preface == NULL)
    sodium_free (opener.preface);
  else
    *preface = g_bytes_new_with_free_func (opener.preface, opener.preface_size, sodium_free,
                                           opener.preface);
  return done;
}

static gboolean
refuse_passphrase (const char *reason, GError **error)
{
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE, reason);
  return FALSE;
}

gboolean
ikrar_backup_open (const char *passphrase,
                   GBytes **preface,
                   GInputStream *input,
                   GOutputStream *output,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (IkrarSecretBytes) secret = NULL;
  IkrarBackupHeader header;
  IkrarBackupKey named;
  IkrarBackupKey derived;

  g_return_val_if_fail (G_IS_INPUT_STREAM (input), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), FALSE);

  if (!ikrar_backup_read_header (input, &header, &named, cancellable, error))
    return FALSE;
  if (passphrase == NULL)
    return refuse_passphrase (_ ("The backup is sealed. Enter its passphrase."), error);
  derived = named;
  secret = ikrar_backup_key_derive (passphrase, &derived, error);
  if (secret == NULL)
    return FALSE;
  if (memcmp (derived.public_key, named.public_key, sizeof named.public_key) != 0)
    return refuse_passphrase (_ ("The passphrase of the backup is wrong."), error);
  return ikrar_backup_open_chunks (&header, &named, secret, preface, input, output, cancellable,
                                   error);
}
