/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/backup-box.h"

#include "fixture.h"
#include "samples.h"
#include "seal/backup-box-private.h"
#include "seal/error.h"

#define HEADER_SIZE sizeof (IkrarBackupHeader)
#define SEALED_CHUNK (IKRAR_BACKUP_CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES)
#define PASSPHRASE "kuda terbang"

/* A backup key and its secret, made once: a passphrase takes half a second. */
typedef struct
{
  char *text;
  IkrarBackupKey key;
  IkrarSecretBytes *secret;
} Keys;

static void
make_keys (Keys *keys)
{
  g_autoptr (GError) error = NULL;

  keys->text = ikrar_backup_key_make (PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (ikrar_backup_key_parse (keys->text, &keys->key, &error));
  keys->secret = ikrar_backup_key_derive (PASSPHRASE, &keys->key, &error);
  g_assert_no_error (error);
}

static GBytes *
seal (const Keys *keys, GBytes *preface, GBytes *content)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_bytes (content);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  ikrar_backup_seal (keys->text, preface, input, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (output, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* Opens with the secret; 0, or minus an error's code and one. */
static int
open_quickly (const Keys *keys, GBytes *sealed, GBytes **preface, GBytes **content)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_bytes (sealed);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  IkrarBackupHeader header;
  IkrarBackupKey named;

  if (!ikrar_backup_read_header (input, &header, &named, NULL, &error) ||
      !ikrar_backup_open_chunks (&header, &keys->key, keys->secret, preface, input, output, NULL,
                                 &error))
    {
      g_assert_true (error->domain == IKRAR_SEAL_ERROR);
      return -error->code - 1;
    }
  g_assert_true (g_output_stream_close (output, NULL, NULL));
  if (content != NULL)
    *content = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
  return 0;
}

static GBytes *
make_bytes (guint32 seed, gsize size)
{
  g_autoptr (GRand) random = fixture_random (seed);
  guint8 *bytes = g_malloc (size + 1);

  fixture_fill (random, bytes, size);
  return g_bytes_new_take (bytes, size);
}

/* Contents around the edges of chunks; the four bytes of the preface's length count too. */
static void
test_sizes (gconstpointer data)
{
  static const gsize sizes[] = {
    0,
    1,
    IKRAR_BACKUP_CHUNK - 5,
    IKRAR_BACKUP_CHUNK - 4,
    IKRAR_BACKUP_CHUNK - 3,
    2 * IKRAR_BACKUP_CHUNK - 4,
    3 * IKRAR_BACKUP_CHUNK + 100,
  };
  static const gsize prefaces[] = { 0, 1, 1000, IKRAR_BACKUP_CHUNK, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (prefaces); i++)
    {
      gsize size = sizes[i % G_N_ELEMENTS (sizes)];
      gsize preface_size = prefaces[i / G_N_ELEMENTS (sizes)];
      gsize chunks = (4 + preface_size + size + IKRAR_BACKUP_CHUNK - 1) / IKRAR_BACKUP_CHUNK;
      g_autoptr (GBytes) content = make_bytes (i, size);
      g_autoptr (GBytes) preface = make_bytes (i + 1000, preface_size);
      g_autoptr (GBytes) sealed = seal (data, preface, content);
      g_autoptr (GBytes) content_again = NULL;
      g_autoptr (GBytes) preface_again = NULL;

      g_assert_cmpuint (g_bytes_get_size (sealed), ==,
                        HEADER_SIZE + 4 + preface_size + size + chunks * 17);
      g_assert_cmpint (open_quickly (data, sealed, &preface_again, &content_again), ==, 0);
      g_assert_true (g_bytes_equal (preface, preface_again));
      g_assert_true (g_bytes_equal (content, content_again));
      g_assert_cmpint (open_quickly (data, sealed, NULL, NULL), ==, 0);
    }
}

static void
test_no_preface (gconstpointer data)
{
  g_autoptr (GBytes) content = make_bytes (1, 10);
  g_autoptr (GBytes) sealed = seal (data, NULL, content);
  g_autoptr (GBytes) preface = NULL;

  g_assert_cmpint (open_quickly (data, sealed, &preface, NULL), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (preface), ==, 0);
}

static void
assert_code (gconstpointer keys, const guint8 *bytes, gsize size, int code)
{
  g_autoptr (GBytes) sealed = g_bytes_new_static (bytes, size);
  g_autoptr (GBytes) preface = NULL;

  g_assert_cmpint (open_quickly (keys, sealed, &preface, NULL), ==, -code - 1);
  g_assert_null (preface);
}

/* Cut at the edges of header and chunks and beside them, and with something behind the end. */
static void
test_truncated (gconstpointer data)
{
  g_autoptr (GBytes) content = make_bytes (2, 3 * IKRAR_BACKUP_CHUNK);
  g_autoptr (GBytes) sealed = seal (data, NULL, content);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 1);

  for (gsize length = 0; length <= HEADER_SIZE; length++)
    assert_code (data, bytes, length,
                 length < 8 ? IKRAR_SEAL_ERROR_SYNTAX : IKRAR_SEAL_ERROR_ALTERED);
  for (gsize edge = HEADER_SIZE; edge < size; edge += SEALED_CHUNK)
    for (gsize length = edge - 20; length <= edge + 20 && length < size; length++)
      assert_code (data, bytes, length, IKRAR_SEAL_ERROR_ALTERED);
  for (gsize length = size - 20; length < size; length++)
    assert_code (data, bytes, length, IKRAR_SEAL_ERROR_ALTERED);
  memcpy (longer, bytes, size);
  assert_code (data, longer, size + 1, IKRAR_SEAL_ERROR_ALTERED);
}

static void
test_reordered (gconstpointer data)
{
  g_autoptr (GBytes) content = make_bytes (3, 4 * IKRAR_BACKUP_CHUNK);
  g_autoptr (GBytes) sealed = seal (data, NULL, content);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *changed = g_memdup2 (bytes, size);
  guint8 *first = changed + HEADER_SIZE;

  /* The second chunk before the first. */
  memcpy (first, bytes + HEADER_SIZE + SEALED_CHUNK, SEALED_CHUNK);
  memcpy (first + SEALED_CHUNK, bytes + HEADER_SIZE, SEALED_CHUNK);
  assert_code (data, changed, size, IKRAR_SEAL_ERROR_ALTERED);
  /* The second chunk left out. */
  memcpy (first, bytes + HEADER_SIZE, SEALED_CHUNK);
  memmove (first + SEALED_CHUNK, bytes + HEADER_SIZE + 2 * SEALED_CHUNK,
           size - HEADER_SIZE - 2 * SEALED_CHUNK);
  assert_code (data, changed, size - SEALED_CHUNK, IKRAR_SEAL_ERROR_ALTERED);
  /* The first chunk twice. */
  memcpy (changed, bytes, size);
  memcpy (first + SEALED_CHUNK, first, SEALED_CHUNK);
  assert_code (data, changed, size, IKRAR_SEAL_ERROR_ALTERED);
}

/* Two backups to one key cannot be mixed. */
static void
test_mixed (gconstpointer data)
{
  g_autoptr (GBytes) content = make_bytes (4, IKRAR_BACKUP_CHUNK);
  g_autoptr (GBytes) a = seal (data, NULL, content);
  g_autoptr (GBytes) b = seal (data, NULL, content);
  gsize size = g_bytes_get_size (a);
  g_autofree guint8 *mixed = g_memdup2 (g_bytes_get_data (a, NULL), size);

  g_assert_false (g_bytes_equal (a, b));
  memcpy (mixed + HEADER_SIZE, (const guint8 *) g_bytes_get_data (b, NULL) + HEADER_SIZE,
          size - HEADER_SIZE);
  assert_code (data, mixed, size, IKRAR_SEAL_ERROR_ALTERED);
}

/* Every bit of the header, and random ones of the rest. Only the first eight bytes say that it is a
 * backup at all; damage to the rest is never taken for a wrong passphrase. */
static void
test_flipped (gconstpointer data)
{
  g_autoptr (GRand) random = fixture_random (5);
  g_autoptr (GBytes) content = make_bytes (5, 2 * IKRAR_BACKUP_CHUNK);
  g_autoptr (GBytes) sealed = seal (data, content, content);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *changed = g_memdup2 (bytes, size);

  for (gsize i = 0; i < 8 * HEADER_SIZE + 300; i++)
    {
      gsize bit = i < 8 * HEADER_SIZE
                      ? i
                      : (gsize) g_rand_int_range (random, 8 * HEADER_SIZE, (gint32) (8 * size));

      changed[bit / 8] ^= (guint8) (1 << bit % 8);
      assert_code (data, changed, size,
                   bit < 64 ? IKRAR_SEAL_ERROR_SYNTAX : IKRAR_SEAL_ERROR_ALTERED);
      changed[bit / 8] ^= (guint8) (1 << bit % 8);
    }
  assert_code (data, changed, size - 1, IKRAR_SEAL_ERROR_ALTERED);
}

/* A preface that claims to be longer than the backup, or than any. */
static void
test_wrong_preface (gconstpointer data)
{
  static const guint8 lengths[][4] = { { 0, 0, 0, 1 }, { 0xff, 0xff, 0xff, 0xff } };
  const Keys *keys = data;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
      g_autoptr (GBytes) sealed = seal (data, NULL, nothing);
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (sealed, NULL), HEADER_SIZE + 21);
      guint8 stream_key[32];
      crypto_secretstream_xchacha20poly1305_state stream;

      g_assert_cmpint (
          crypto_box_seal_open (stream_key, bytes + 64, 80, keys->key.public_key, keys->secret), ==,
          0);
      /* The header's last 24 bytes and the only chunk are made anew with a length of our own. */
      crypto_secretstream_xchacha20poly1305_init_push (&stream, bytes + 144, stream_key);
      crypto_secretstream_xchacha20poly1305_push (&stream, bytes + HEADER_SIZE, NULL, lengths[i], 4,
                                                  NULL, 0,
                                                  crypto_secretstream_xchacha20poly1305_TAG_FINAL);
      assert_code (data, bytes, HEADER_SIZE + 21, IKRAR_SEAL_ERROR_ALTERED);
    }
}

static gboolean
open_slowly (const char *passphrase, GBytes *sealed, GError **error)
{
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_bytes (sealed);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) preface = NULL;

  if (!ikrar_backup_open (passphrase, &preface, input, output, NULL, error))
    return FALSE;
  g_assert_cmpuint (g_bytes_get_size (preface), ==, 3);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)), ==, 10);
  return TRUE;
}

static void
test_passphrase (gconstpointer data)
{
  static const char *const wrong[] = { "kuda laut", "", NULL };
  g_autoptr (GBytes) content = make_bytes (6, 10);
  g_autoptr (GBytes) preface = make_bytes (7, 3);
  g_autoptr (GBytes) sealed = seal (data, preface, content);
  g_autoptr (GError) error = NULL;

  g_assert_true (open_slowly (PASSPHRASE, sealed, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (open_slowly (wrong[i], sealed, &error));
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_PASSPHRASE);
      g_clear_error (&error);
    }
}

/* A backup that was made once opens for ever. */
static void
test_sample (void)
{
  gsize size;
  guchar *bytes = g_base64_decode (SAMPLE_BACKUP, &size);
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_data (bytes, size, g_free);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (output);
  g_autoptr (GBytes) preface = NULL;
  g_autoptr (GError) error = NULL;

  ikrar_backup_open (SAMPLE_PASSPHRASE, &preface, input, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (preface, NULL), g_bytes_get_size (preface), SAMPLE_PREFACE,
                   strlen (SAMPLE_PREFACE));
  g_assert_cmpmem (g_memory_output_stream_get_data (memory),
                   g_memory_output_stream_get_data_size (memory), SAMPLE_CONTENT,
                   strlen (SAMPLE_CONTENT));
}

static void
test_wrong_file (gconstpointer data)
{
  static const char *const texts[] = { "", "SQLite format 3", "IKRARBK", "IKRARBK2 and so on" };
  g_autoptr (GBytes) plain = make_bytes (8, 5000);

  assert_code (data, g_bytes_get_data (plain, NULL), 5000, IKRAR_SEAL_ERROR_SYNTAX);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_false (ikrar_backup_is_sealed (texts[i], strlen (texts[i])));
      g_assert_false (open_slowly (PASSPHRASE, bytes, &error));
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
    }
  g_assert_true (ikrar_backup_is_sealed ("IKRARBK1", 8));
}

static void
test_backup_key (gconstpointer data)
{
  static const char *const refused[] = {
    "",
    "ikrar-backup-key 1 ",
    "ikrar-backup-key 2 AAAAAAAAAAAAAAAAAAAAAA== AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "ikrar-backup-key 1 AAAAAAAAAAAAAAAAAAAAAA==",
    "ikrar-backup-key 1 AAAAAAAAAAAAAAAAAAAAAA== AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= ",
    "ikrar-backup-key 1 AAAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    /* Well written, but X25519 gives nothing for a public key of zeros. */
    "ikrar-backup-key 1 AAAAAAAAAAAAAAAAAAAAAA== AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  };
  const Keys *keys = data;

  g_assert_true (g_str_has_prefix (keys->text, "ikrar-backup-key 1 "));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GInputStream) input = g_memory_input_stream_new ();
      g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_false (ikrar_backup_seal (refused[i], NULL, input, output, NULL, &error));
      g_assert_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX);
    }
}

static void
test_cancelled (gconstpointer data)
{
  const Keys *keys = data;
  g_autoptr (GInputStream) input = g_memory_input_stream_new ();
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ikrar_backup_seal (keys->text, NULL, input, output, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_full_disk (gconstpointer data)
{
  const Keys *keys = data;
  g_autoptr (GBytes) content = make_bytes (9, 3 * IKRAR_BACKUP_CHUNK);
  g_autoptr (GInputStream) input = g_memory_input_stream_new_from_bytes (content);
  g_autofree guint8 *room = g_malloc (IKRAR_BACKUP_CHUNK);
  g_autoptr (GOutputStream) output =
      g_memory_output_stream_new (room, IKRAR_BACKUP_CHUNK, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ikrar_backup_seal (keys->text, NULL, input, output, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  Keys keys;
  int result;

  g_test_init (&argc, &argv, NULL);
  make_keys (&keys);
  g_test_add_data_func ("/backup-box/sizes", &keys, test_sizes);
  g_test_add_data_func ("/backup-box/no-preface", &keys, test_no_preface);
  g_test_add_data_func ("/backup-box/truncated", &keys, test_truncated);
  g_test_add_data_func ("/backup-box/reordered", &keys, test_reordered);
  g_test_add_data_func ("/backup-box/mixed", &keys, test_mixed);
  g_test_add_data_func ("/backup-box/flipped", &keys, test_flipped);
  g_test_add_data_func ("/backup-box/wrong-preface", &keys, test_wrong_preface);
  g_test_add_data_func ("/backup-box/passphrase", &keys, test_passphrase);
  g_test_add_func ("/backup-box/sample", test_sample);
  g_test_add_data_func ("/backup-box/wrong-file", &keys, test_wrong_file);
  g_test_add_data_func ("/backup-box/backup-key", &keys, test_backup_key);
  g_test_add_data_func ("/backup-box/cancelled", &keys, test_cancelled);
  g_test_add_data_func ("/backup-box/full-disk", &keys, test_full_disk);
  result = g_test_run ();
  g_free (keys.text);
  sodium_free (keys.secret);
  return result;
}
